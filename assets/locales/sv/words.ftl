duration-ongoing = löpande
points = { $change }p.e.
time-seconds = { $count ->
    [one] { $value } sekund
   *[other] { $value } sekunder
}
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

## Hur många

count-journeys = { $count ->
    [one] { $count } kundresekarta
   *[other] { $count } kundresekartor
}
count-phases = { $count ->
    [one] { $count } fas
   *[other] { $count } faser
}
count-steps = { $count ->
    [one] { $count } steg
   *[other] { $count } steg
}
count-lanes = { $count ->
    [one] { $count } rad
   *[other] { $count } rader
}
count-cards = { $count ->
    [one] { $count } kort
   *[other] { $count } kort
}
count-parked = { $count ->
    [one] { $count } parkerat
   *[other] { $count } parkerade
}
count-touchpoints = { $count ->
    [one] { $count } beröringspunkt
   *[other] { $count } beröringspunkter
}
count-pain-points = { $count ->
    [one] { $count } smärtpunkt
   *[other] { $count } smärtpunkter
}
count-points = { $count ->
    [one] { $count } känslopunkt
   *[other] { $count } känslopunkter
}
count-personas = { $count ->
    [one] { $count } persona
   *[other] { $count } personor
}
count-transitions = { $count ->
    [one] { $count } övergång
   *[other] { $count } övergångar
}
