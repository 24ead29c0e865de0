### Möjligheter och åtgärder

## Åtgärder i filer

tasks-what = Åtgärd
tasks-done = Klar
tasks-days-late = Dagar försenad
tasks-yes = Ja
tasks-no = Nej
tasks-nobody = Ingen
tasks-late = { $days ->
    [one] { $days } dag försenad
   *[other] { $days } dagar försenad
}

## Kommandot tasks

cli-about-tasks = skriver åtgärderna som kalender, tabell eller lista
cli-about-what = PDF, PNG och SVG: kartan; dess möjligheter som matris eller tavla; undersökningens täckning eller mättnad
cli-tasks-options = Flaggor för tasks:
cli-about-tasks-output = vad som ska skrivas, efter hur namnet slutar; annars standard ut
cli-about-tasks-format = vilket av { $formats }, där inget namn säger det; annars md
cli-about-tasks-todos = i kalendern: som att göra-poster, inte som händelser
cli-about-tasks-person = bara det som den här personen gör
cli-about-tasks-journey = bara för den här kartan, med titel, nummer eller id; annars alla
cli-about-tasks-done = också det som är klart
cli-tasks-written = { $count ->
    [one] { $file }: { $count } åtgärd
   *[other] { $file }: { $count } åtgärder
}
cli-tasks-without-day = { $count ->
    [one] En åtgärd har inget datum och är inte med; --as-todos tar med den.
   *[other] { $count } åtgärder har inget datum och är inte med; --as-todos tar med dem.
}

## Möjligheter: bilden

ideas-no-date = Inget datum
ideas-without-figures = inte bedömd än
ideas-figures = insats { $effort }, kund { $customer }, vi { $business }
ideas-tray = Utan nytta eller insats: dra in dem i matrisen
ideas-do-now = Gör nu
ideas-plan = Planera
ideas-when-it-fits = När det passar
ideas-leave = Låt bli
ideas-small = liten
ideas-large = stor
ideas-value-axis = Värde för kunden och oss

## Möjligheter: rummet

ideas-title = Möjligheter
ideas-new = Ny möjlighet
ideas-view-matrix = Matris
ideas-view-list = Lista
ideas-view-board = Tavla
ideas-view = Hur möjligheterna visas
ideas-count = { $count ->
    [one] { $count } möjlighet
   *[other] { $count } möjligheter
}
ideas-count-ongoing = { $count ->
   *[other] { $count } pågår
}
ideas-count-planned = { $count ->
    [one] { $count } planerad
   *[other] { $count } planerade
}
ideas-count-idea = { $count ->
    [one] { $count } idé
   *[other] { $count } idéer
}
ideas-count-done = { $count ->
    [one] { $count } klar
   *[other] { $count } klara
}
ideas-count-undated = { $count ->
   *[other] { $count } utan datum
}
ideas-count-late = { $count ->
    [one] { $count } åtgärd försenad
   *[other] { $count } åtgärder försenade
}
ideas-hint = Dra ett kort för att ändra värde och insats · piltangenter flyttar ett steg · Enter öppnar · N ny möjlighet
ideas-hint-list = Pil upp och ned väljer · Enter öppnar · N ny möjlighet
ideas-hint-board = Dra ett kort till en annan kolumn · Enter öppnar · N ny möjlighet
ideas-drag-tip = Insats { $effort } · kund { $customer } · vi { $business }
ideas-ranking = Rangordning
ideas-rule-change = Ändra
ideas-rule-sum = Kundvärde + vårt värde − insats. Vid lika: flest röster.
ideas-rule-ratio = Värde delat med insats. Vid lika: flest röster.
ideas-rule-customer = Kundens värde först, sedan vårt, sedan insats.
ideas-rule-own = Er egen ordning. Alt ↑ och Alt ↓ flyttar.
ideas-rule-name-sum = Värde − insats
ideas-rule-name-ratio = Värde ÷ insats
ideas-rule-name-customer = Kunden först
ideas-rule-name-own = Egen ordning
ideas-row = { $place }. { $title }, { $status }, { $score }
ideas-unrated = Inte bedömd
ideas-next = Härnäst
ideas-tasks-done = { $done } av { $all } klara
ideas-tasks-of = { $done } av { $all } klar
ideas-tasks-out = Ta ut
ideas-more-tasks = { $count ->
    [one] En till
   *[other] { $count } till
}
ideas-for-whom = Gäller { $names }
ideas-fewer-tasks = Visa färre
ideas-tick = Klar: { $task }
ideas-by-date = Efter datum
ideas-by-person = Efter person
ideas-late = { $day }, { $days ->
    [one] { $days } dag försenad
   *[other] { $days } dagar försenad
}
ideas-nobody = Ingen ansvarig
ideas-no-tasks = Inga åtgärder kvar
ideas-empty-ghost = Dra hit en smärtpunkt
ideas-empty = Inga möjligheter än
ideas-empty-how = Börja med något som gör ont. Varje smärtpunkt kan bli en möjlighet.
ideas-empty-no-pains = Kartan har inga smärtpunkter än. Skriv en möjlighet så länge.
ideas-make-of = Gör en möjlighet av: { $card }
ideas-column-title = Möjlighet
ideas-column-score = Summa
ideas-column-votes = Röster
ideas-sort-by = Ordna efter { $column }
ideas-move = Flytta till { $status }
ideas-votes = { $count ->
    [one] { $count } röst
   *[other] { $count } röster
}

## Möjligheter: panelen

ideas-kind = Möjlighet
ideas-from = Kommer från
ideas-owner = Ansvarig
ideas-due = Klart senast
ideas-due-hint = till exempel 15 maj
ideas-due-unread = Läses inte som ett datum
ideas-subgoal = Delmål den tjänar
ideas-tasks = Åtgärder
ideas-add-task = Ny åtgärd: vad, vem, när
ideas-remove = Ta bort möjligheten
ideas-remove-task = Ta bort åtgärden { $task }
ideas-task-name = Åtgärd
ideas-task-who-when = Vem och när
ideas-task-who-hint = till exempel Petra, 12 maj
ideas-task-unread = Läses inte som en person och ett datum
ideas-add-source = Koppla en smärtpunkt
ideas-scale-of = { $scale }: { $figure } av 5

notice-tasks-written = { $count ->
    [one] { $count } åtgärd skriven till { $file }
   *[other] { $count } åtgärder skrivna till { $file }
}
notice-tasks-undated = { $count ->
    [one] en utan datum är inte med
   *[other] { $count } utan datum är inte med
}
export-what-matrix = Möjligheter: matris
export-what-board = Möjligheter: tavla
export-what-coverage = Undersökning: täckning
export-what-saturation = Undersökning: mättnad
