duration-ongoing = löpande
time-minutes = { $count ->
    [one] { $value } minut
   *[other] { $value } minuter
}
time-hours = { $count ->
    [one] { $value } timme
   *[other] { $value } timmar
}
time-days = { $count ->
    [one] { $value } dag
   *[other] { $value } dagar
}
time-weeks = { $count ->
    [one] { $value } vecka
   *[other] { $value } veckor
}
time-months = { $count ->
    [one] { $value } månad
   *[other] { $value } månader
}
time-years = { $count ->
    [one] { $value } år
   *[other] { $value } år
}
