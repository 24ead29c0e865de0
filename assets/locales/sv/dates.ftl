### Dagar och klockslag

date-and-clock = { $day } { $clock }
date-today = i dag
date-yesterday = i går
date-this-year = { $weekday } { $day } { $month }
date-with-year = { $day } { $month } { $year }
date-monday = måndag
date-tuesday = tisdag
date-wednesday = onsdag
date-thursday = torsdag
date-friday = fredag
date-saturday = lördag
date-sunday = söndag
date-january = januari
date-february = februari
date-march = mars
date-april = april
date-may = maj
date-june = juni
date-july = juli
date-august = augusti
date-september = september
date-october = oktober
date-november = november
date-december = december
