duration-ongoing = ongoing
# $change (String) - "+2 "
points = { $change }pp
# $value (String)
time-seconds = { $count ->
    [one] { $value } second
   *[other] { $value } seconds
}
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

## How many

count-journeys = { $count ->
    [one] { $count } journey map
   *[other] { $count } journey maps
}
count-phases = { $count ->
    [one] { $count } phase
   *[other] { $count } phases
}
count-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
count-lanes = { $count ->
    [one] { $count } lane
   *[other] { $count } lanes
}
count-cards = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
count-parked = { $count ->
    [one] { $count } parked
   *[other] { $count } parked
}
count-touchpoints = { $count ->
    [one] { $count } touchpoint
   *[other] { $count } touchpoints
}
count-pain-points = { $count ->
    [one] { $count } pain point
   *[other] { $count } pain points
}
count-points = { $count ->
    [one] { $count } emotion point
   *[other] { $count } emotion points
}
count-personas = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}
count-transitions = { $count ->
    [one] { $count } transition
   *[other] { $count } transitions
}
