### Days and times of day

date-and-clock = { $day } { $clock }
date-today = today
date-yesterday = yesterday
date-this-year = { $weekday } { $day } { $month }
date-with-year = { $day } { $month } { $year }
date-monday = Monday
date-tuesday = Tuesday
date-wednesday = Wednesday
date-thursday = Thursday
date-friday = Friday
date-saturday = Saturday
date-sunday = Sunday
date-january = January
date-february = February
date-march = March
date-april = April
date-may = May
date-june = June
date-july = July
date-august = August
date-september = September
date-october = October
date-november = November
date-december = December
