### Tabellen med alla kort

card-table-title = Alla kort
card-table-count = { $count ->
    [one] { $shown } av { $all } kort
   *[other] { $shown } av { $all } kort
}
card-table-cards = { $count ->
    [one] { $count } kort
   *[other] { $count } kort
}
card-table-lacking = { $count ->
    [one] { $count } saknar något
   *[other] { $count } saknar något
}
card-table-chosen = { $count ->
    [one] { $count } vald
   *[other] { $count } valda
}
card-table-sources = { $count ->
    [one] { $count } källa
   *[other] { $count } källor
}
card-table-hint = Blanksteg väljer · Skift och pil väljer fler · Enter visar kortet på kartan · F2 redigerar i raden
card-table-search = Sök i korten

## Kolumner

card-table-card = Kort
card-table-lane = Rad
card-table-who = Vem
card-table-channel = Kanal
card-table-owner = Ansvarig
card-table-opportunity = Möjlighet
card-table-sort = Sortera efter { $column }

## Urval och grupper

card-table-missing = Saknar något
card-table-missing-tip = Visar bara kort utan ansvarig, utan möjlighet eller utan underlag
card-table-filter = Filter
card-table-columns = Kolumner
card-table-by-phase = Grupperat efter fas
card-table-by-lane = Grupperat efter rad
card-table-by-nothing = Inte grupperat
card-table-clear-one = Ta bort filtret { $filter }
card-table-parked = Parkerade
card-table-fold = Fäll ihop: { $group }
card-table-unfold = Fäll ut: { $group }

## I raderna

card-table-no-owner = Ingen ansvarig
card-table-set-owner = Ange ansvarig: { $card }
card-table-no-opportunity = Ingen möjlighet
card-table-make-opportunity = Gör en möjlighet av: { $card }
card-table-choose = Välj: { $card }
card-table-grip = Dra till ett annat steg eller en annan rad: { $card }
card-table-moves-to = { $cards } till { $place }
card-table-none = Inget

## Det valda

card-table-move = Flytta
card-table-to-lane = Till rad
card-table-to-step = Till steg
card-table-remove = { $count ->
    [one] Ta bort { $count } kort
   *[other] Ta bort { $count } kort
}
card-table-choose-none = Välj inget

## Utan rader

card-table-empty = Inga kort än
card-table-empty-how = Kort läggs till på kartan. Här ser du alla på en gång, och vad de saknar.
card-table-to-map = Till kartan
card-table-no-match = Inga kort passar
card-table-no-match-how = Inget kort passar alla filter på en gång.
card-table-clear = Rensa filter
