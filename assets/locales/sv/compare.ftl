## Jämföra två kartor

compare-title = { $later } jämfört med { $earlier }
compare-lane = { $lane } · { $label }
compare-with = med
compare-over = Ovanpå varandra
compare-above = Under varandra
compare-close = Sluta jämföra
compare-first = Tidigare karta
compare-second = Senare karta
compare-new = { $count ->
    [one] 1 ny
   *[other] { $count } nya
}
compare-changed = { $count ->
    [one] 1 ändrad
   *[other] { $count } ändrade
}
compare-removed = { $count ->
    [one] 1 borta
   *[other] { $count } borta
}
compare-gap = kurvan { $gap } i snitt
compare-gap-of = { $who } { $gap } i snitt
compare-time = tar { $after } i stället för { $before }
compare-friction = friktion { $after } i stället för { $before }
compare-go-on = { $after } går hela vägen, förut { $before }
compare-win = att vinna en kund kostar { $after } i stället för { $before }
compare-keep = att behålla en kund kostar { $after } i stället för { $before }
compare-figures = Hela kartan: { $figures }
compare-all-the-way = Går hela vägen
compare-same = Inga kort skiljer sig åt
compare-new-phases = { $count ->
    [one] 1 ny fas
   *[other] { $count } nya faser
}
compare-removed-phases = { $count ->
    [one] 1 borttagen fas
   *[other] { $count } borttagna faser
}
compare-phase-new = { $title } · ny
compare-phase-removed = { $title } · borttagen

command-compare = Jämför kartor
hint-compare = Visar två av projektets kartor samtidigt och vad som skiljer dem åt
command-make-future = Gör en framtida karta av den här
hint-make-future = Lägger till en kopia som framtida läge, där det nya syns

new-journey-future = { $title } – framtida läge
