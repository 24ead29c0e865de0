duration-ongoing = ongoing
# $value (String)
time-minutes = { $count ->
    [one] { $value } minute
   *[other] { $value } minutes
}
time-hours = { $count ->
    [one] { $value } hour
   *[other] { $value } hours
}
time-days = { $count ->
    [one] { $value } day
   *[other] { $value } days
}
time-weeks = { $count ->
    [one] { $value } week
   *[other] { $value } weeks
}
time-months = { $count ->
    [one] { $value } month
   *[other] { $value } months
}
time-years = { $count ->
    [one] { $value } year
   *[other] { $value } years
}
