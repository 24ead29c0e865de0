## Uträknade rader

strip-funnel = Kunder
strip-times = Tid
strip-agreement = Enighet
strip-agreement-of-all = Enighet, alla { $count }

funnel-in = { $count } in
funnel-out = { $number ->
    [one] { $count } går vidare
   *[other] { $count } går vidare
}
funnel-goes-on = går vidare
funnel-on = { $number ->
    [one] { $count }{ "\u00A0" }av{ "\u00A0" }{ $of } går vidare
   *[other] { $count }{ "\u00A0" }av{ "\u00A0" }{ $of } går vidare
}
funnel-loss = { $number ->
    [one] { $count }{ "\u00A0" }av{ "\u00A0" }{ $of } går inte vidare
   *[other] { $count }{ "\u00A0" }av{ "\u00A0" }{ $of } går inte vidare
}
figure-of = { $part }{ "\u00A0" }av{ "\u00A0" }{ $of }
funnel-largest = Störst tapp: { $loss }
funnel-largest-known = Störst känt tapp: { $loss }
funnel-largest-step = flest i { $step }: { $loss }
funnel-share-on = { $share } vidare
funnel-largest-short = störst tapp
funnel-largest-known-short = störst känt tapp
way-back = { $number ->
    [one] { $count } går tillbaka
   *[other] { $count } går tillbaka
}
way-skip = { $number ->
    [one] { $count } hoppar framåt
   *[other] { $count } hoppar framåt
}
way-leave = { $number ->
    [one] { $count } lämnar
   *[other] { $count } lämnar
}
way-unknown = { $count } okänt vart
way-too-many = andelarna härifrån blir { $sum }
funnel-unknown = inga siffror
command-fold-customers = Kunder på en rad
hint-fold-customers = Visar kunderna på en rad i stället för som en tratt
cli-about-fold-customers = kunderna på en rad, inte som en tratt

agreement-agreed = Eniga
agreement-apart = { $gap } isär
agreement-furthest = Längst isär: { $who }

path-switch = Byte från { $from } till { $to }

## Siffror i huvudet och på kort

friction-level = friktion { $level }{ "\u00A0" }av{ "\u00A0" }4
friction = Friktion
total-time = Totalt ca { $span }
total-ongoing = + löpande
total-known = ({ $known } av { $all } faser)
head-for = För: { $whom }
head-from = Från: { $from }
head-way = { $from } → { $to }
head-only-to = Till: { $to }
metric-over = över mål
metric-on = på mål
metric-under = under mål

## Kolumnbredd

command-widths = Kolumnbredd
hint-widths = Gör kolumnerna lika breda, som du drar dem, eller efter hur länge faserna varar
inspector-widths = Kolumnbredd
inspector-channels = Kanaler
inspector-switches = Byten på vägen
inspector-media = { $digital } digitala · { $physical } fysiska
inspector-gap = Gap mellan två kurvor, bra när den andra är högre
legend-switch = Byte mellan digitalt och fysiskt, eller mellan enheter
legend-agreed = Eniga: högst { $limit } isär
