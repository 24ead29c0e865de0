### Tabeller av en karta: CSV, Excel och Markdown

## Rubriker

table-cards = Kort
table-phases = Faser och steg
table-friction = Friktion, 0–4
table-themes = Teman
table-hidden = Dold rad
table-medium = Medium
table-who = Vem
table-date = Datum
table-opportunity-note = Om möjligheten
table-customer-value = Värde för kunden
table-business-value = Värde för oss
table-effort = Insats
table-status = Status
table-opportunity-owner = Ansvarig för möjligheten
table-due = Senast
table-tasks = Åtgärder
table-id = Id
table-journey-id = Kartans id
table-step-id = Stegets id
table-lane-id = Radens id
table-opportunity-id = Möjlighetens id
table-touchpoint-id = Beröringspunktens id
table-phase-id = Fasens id
table-source-id = Källans id
table-card-id = Kortets id
table-from-id = Id för där den börjar
table-to-id = Id för dit den leder
table-origin-id = Ursprungets id
table-task-done = { $task } (klar)

## I en cell

table-of-four = { $number } av 4
table-spans = { $text } (till { $step })
table-goes-on = … (hela texten står i ”{ $sheet }” från rad { $row })

## Bladet för texter som är längre än en cell rymmer

table-long-texts = Långa texter
table-sheet = Blad
table-cell = Cell
table-part = Del

## Fel

table-too-wide = ”{ $title }” har för många steg: ett blad rymmer { $most } kolumner.
table-too-long = ”{ $title }” har för många rader: ett blad rymmer { $most }.
table-failed = Tabellen gick inte att göra: { $detail }
