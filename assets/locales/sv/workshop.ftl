## Workshopläget: kartan på hela skärmen, nya kort, tid och röster

edit-vote = Rösta på kort
edit-clear-votes = Nollställ röster

command-workshop = Workshopläge
hint-workshop = Visar bara kartan, på hela skärmen, med stora knappar, tid och röstning
command-quick-add = Skriv nya kort
hint-quick-add = Skriver ett kort efter ett annat i samma ruta
command-timer = Starta eller pausa tiden
hint-timer = Räknar ner tiden för en övning
command-timer-reset = Ställ om tiden
hint-timer-reset = Ställer tillbaka tiden
command-voting = Rösta med klick
hint-voting = Varje klick på ett kort ger det en röst; Skift och klick tar en tillbaka
command-vote-more = Ge det valda kortet en röst
hint-vote-more = Sätter en prick till på kortet
command-vote-less = Ta en röst från det valda kortet
hint-vote-less = Tar bort en prick från kortet
command-clear-votes = Nollställ röster
hint-clear-votes = Tar bort alla röster på kartan; går att ångra

workshop-bar = Workshop
workshop-back = Till redigeraren
workshop-add = Nytt kort
workshop-vote = Rösta
workshop-undo = Ångra
workshop-fit = Hela kartan
workshop-size = Storlek
workshop-size-name = Storlek på text och knappar: { $percent }
workshop-start = Starta tiden
workshop-pause = Pausa tiden
workshop-reset = Ställ om tiden
workshop-minutes = { $count } min
workshop-minutes-name = { $count ->
    [one] 1 minut
   *[other] { $count } minuter
}
workshop-time-left = Tid kvar: { $time }
workshop-time-up = Tiden är ute
workshop-votes = { $count ->
    [one] 1 röst
   *[other] { $count } röster
}
workshop-votes-left = { $left } av { $total } kvar
workshop-top = Flest röster
workshop-no-votes = Inga röster än. Slå på Rösta och klicka på korten.
workshop-vote-help = Klick ger en röst, Skift och klick tar en tillbaka. + och − på det valda kortet.
workshop-people = Deltagare
workshop-dots = Prickar per person
workshop-no-limit = obegränsat
workshop-fewer = Färre: { $what }
workshop-more = Fler: { $what }
workshop-all-used = Alla prickar är lagda
workshop-quick-where = { $lane } · { $column }
workshop-quick-field = Nytt kort i { $place }
workshop-quick-hint = Skriv ett kort
workshop-quick-help = Enter lägger till · Tabb nästa ruta · Esc klar
workshop-quick-nowhere = Här finns ingen rad för kort
workshop-parking = Parkeringen
