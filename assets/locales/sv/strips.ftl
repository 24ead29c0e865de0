## Uträknade rader

strip-funnel = Kunder
strip-times = Tid
strip-agreement = Enighet

funnel-in = { $count } in
funnel-out = { $count } går vidare
funnel-goes-on = går vidare
funnel-worst = Störst tapp { $share }
funnel-unknown = inga siffror

agreement-agreed = Eniga
agreement-apart = { $gap } isär
agreement-furthest = Längst isär: { $who }

path-switch = Byte från { $from } till { $to }

## Siffror i huvudet och på kort

friction-level = friktion { $level } av 4
friction = Friktion
total-time = Totalt ca { $span }
total-ongoing = + löpande
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
inspector-media = { $digital } digitala · { $physical } fysiska
inspector-gap = Gap mellan två kurvor, bra när den andra är högre
legend-switch = Byte mellan digitalt och fysiskt
