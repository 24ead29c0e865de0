## Commands

command-present = Presentera
hint-present = Visar kartan sida för sida i helskärm, från början
command-present-here = Presentera härifrån
hint-present-here = Börjar presentationen vid den fas som är markerad eller syns
command-less-motion = Mindre rörelse
hint-less-motion = Byter sida utan att kameran rör sig

## Keys while presenting

present-next = Nästa sida
present-back = Föregående sida
present-first = Första sidan
present-last = Sista sidan
present-black = Svart skärm
present-white = Vit skärm
present-dot = Pekpunkt
present-spot = Strålkastare
present-zoom = Zooma in vid musen
present-edit = Ändra en text
present-presenter = Presentatörsvyn
present-help = Hjälp
present-help-title = När du presenterar
present-end = Avsluta
key-space = Mellanslag
key-digits = 1–9, Enter
present-go-to = Gå till sidan med numret
key-click = Klick
present-click = Nästa sida; på ett kort: visa det stort
key-right-click = Högerklick
key-wheel = Hjul
present-wheel = Nästa eller föregående sida
key-double-click = Dubbelklick
present-double-click = Ändra texten
key-swipe = Svep
present-swipe = Nästa eller föregående sida

## Pages

present-page = Sida { $number } av { $of }: { $title }
present-no-pages = Alla sidor är dolda
present-page-short = { $number } av { $of }
present-go = Gå till sida { $number }
present-window = Kundresa – presentation

## A card shown large

present-card-close = Stäng kortet
present-said-by = Vem
present-channel = Kanal
present-persona = Vem det gäller
present-source = Källa
present-evidence = Underlag
present-owner = Ansvarig
present-opportunity = Möjlighet
present-metric = Mätvärde
present-metric-target = { $value }, mål { $target }
present-tags = Etiketter
present-votes = Röster
present-step = Steg
present-marks = Märkt som
present-feeling = Känsla

## Editing while presenting

present-edit-title = Ändra texten
present-task = Åtgärd
present-persona-name = Namn
present-edit-hint = Enter sparar i kartan · Skift Enter ny rad · Tabb nästa text · Esc avbryter
present-edit-hint-line = Enter sparar i kartan · Tabb nästa text · Esc avbryter
present-nothing-to-edit = Här finns ingen text att ändra

## The presenter's view

present-now = Nu
present-then = Sedan
present-then-end = Slut
present-notes = Anteckningar
present-notes-hint = Bara du ser det du skriver här
present-pages = Sidor
present-elapsed = Tid
present-clock = Klockan
present-watch-start = Starta tiden
present-watch-pause = Pausa tiden
present-watch-reset = Nollställ tiden
present-planned = Planerad tid
present-planned-none = ingen
present-minutes = { $minutes } min
present-page-time = Sidans tid
present-page-until = klar { $time }
present-behind = { $time } efter
present-ahead = { $time } före
present-notes-larger = Större anteckningar
present-notes-smaller = Mindre anteckningar
present-audience = Publikens fönster
present-audience-here = Det här fönstret
present-audience-screen = Skärm { $number } ({ $size })
present-audience-screen-here = Skärm { $number } ({ $size }), den här
present-audience-own = Eget fönster
present-audience-gone = Publikens skärm är borta. Presentationen fortsätter här.
present-show-page = Visa sidan här
