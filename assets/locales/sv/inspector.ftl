### The inspector: the panel that shows and edits what is selected

## The panel

inspector-name = Egenskaper
inspector-mixed = Olika
inspector-none = Ingen
inspector-more = Mer
inspector-less = Mindre
inspector-remove = Ta bort { $name }
inspector-labelled = { $label }: { $value }
inspector-bad-number = Skriv ett tal, till exempel 4,5
inspector-bad-numbers = Skriv tal med mellanslag mellan
inspector-out-of-range = Skriv ett tal från { $low } till { $high }
inspector-too-long = Texten är för lång för att ändras här. Den finns kvar hel i filen.
inspector-shorten = Korta den till 20 000 tecken

## Cards, one

inspector-card-actions = Vad kunden gör
inspector-card-touchpoints = Beröringspunkt
inspector-card-channels = Kanal
inspector-card-emotions = Känsla
inspector-card-thoughts = Tanke
inspector-card-questions = Fråga
inspector-card-needs = Behov
inspector-card-drivers = Drivkraft
inspector-card-expectations = Förväntning
inspector-card-problems = Problem
inspector-card-quotes = Citat
inspector-card-images = Bild
inspector-card-pain-points = Smärtpunkt
inspector-card-insights = Insikt
inspector-card-opportunities = Möjlighet
inspector-card-sales-marketing = Sälj och marknad
inspector-card-backstage = Bakom kulisserna
inspector-card-systems = System eller vana
inspector-card-metrics = Mätvärde
inspector-card-notes = Anteckning
inspector-card-other = Kort
inspector-card-parked = Parkerat kort
inspector-selected = Markerat

## Fields of cards

inspector-text = Text
inspector-text-hint = Vad händer här?
inspector-note = Beskrivning
inspector-note-hint = Berätta mer
inspector-medium-channel = Medium och kanal
inspector-all-channels = Alla kanaler
inspector-own-channel = Egen kanal
inspector-ownership = Vems är den?
inspector-content-role = Innehållsroll
inspector-device = Enhet
inspector-marks = Märk som
inspector-feeling = Känsla
inspector-feeling-value = Känsla { $value }
inspector-quote = Citat
inspector-quote-hint = Vad säger de?
inspector-evidence = Underlag
inspector-sources = Källor
inspector-source = Källa
inspector-pick-source = Välj källa
inspector-new-source = Ny källa
inspector-opportunity = Kopplad möjlighet
inspector-pick-opportunity = Välj möjlighet
inspector-new-opportunity = Ny möjlighet av kortet
inspector-whom = Vem det gäller
inspector-everybody = Alla
inspector-tags = Etiketter
inspector-new-tag = Ny etikett
inspector-owner = Ansvarig
inspector-owner-hint = Vem ansvarar?
inspector-metric = Mätvärde
inspector-value = Värde
inspector-unit = Måttenhet
inspector-target = Mål
inspector-better = Riktning
inspector-trend = Tidigare värden, äldst först
inspector-link = Länk
inspector-open-link = Öppna länken
field-blocker = Hinder
field-severity = Hur mycket hindrar det?
inspector-subgoal = Delmål
inspector-new-subgoal = Nytt delmål
inspector-change = Jämfört med förlagan
inspector-votes = Röster
inspector-lane = Rad
inspector-step = Steg
inspector-until = Sträcker sig till
inspector-only-this-step = Bara det här steget
inspector-parking = Parkeringen
inspector-image = Bild
inspector-step-name = { $phase } · { $step }
inspector-step-number = steg { $number }
inspector-untitled = Utan namn

## Points

inspector-point = Känslopunkt
inspector-face = Ansikte
inspector-follows = Följer värdet
inspector-own-face = Eget ansikte
inspector-persona = Persona
inspector-at = Var i steget
inspector-evenly = Jämnt fördelade
inspector-touchpoint = Beröringspunkt

## Phases and steps

inspector-phase = Fas
inspector-title = Titel
inspector-color = Färg
inspector-color-number = Färg { $number }
inspector-color-by-order = Efter ordningen
inspector-duration = Varaktighet
inspector-from = Från
inspector-to = Till
inspector-ongoing = Löpande
inspector-start = Börjar
inspector-start-hint = Klockslag eller termin, till exempel 07:30
inspector-goal = Kundens mål
inspector-friction = Friktion
inspector-friction-value = Friktion { $number } av 4
inspector-conversion = Räknas som konvertering
inspector-conversion-hint = Ett köp, en anmälan, ett samtal
inspector-customers = Kunder
inspector-customers-in = In
inspector-customers-out = Ut
inspector-sales-phase = Säljfas
inspector-checklist = Hjälpfrågor
inspector-question = Fråga
inspector-answer = Svar
inspector-new-question = Lägg till en fråga
inspector-transitions-of = Övergångar
inspector-new-transition = Lägg till övergång
inspector-width = Bredd
inspector-height = Höjd
inspector-height-of-content = Efter innehållet

## Lanes

inspector-lane-kind = Innehåll
inspector-icon = Ikon
inspector-icon-of-kind = Förvald
inspector-show = Visa
inspector-collapsed = Hopfälld
inspector-hidden = Dold
inspector-about = Handlar om
inspector-line-below = Linje under
inspector-curves = Kurvor

## Personas

inspector-persona-name = Namn
inspector-role = Roll
inspector-role-hint = Produktionschef
inspector-buying-role = I inköpsgruppen
inspector-emoji = Ansikte
inspector-goals = Mål
inspector-needs = Behov
inspector-frustrations = Frustrationer
inspector-priority = Viktigast

## Transitions

inspector-transition = Övergång
inspector-transition-kind = Typ
inspector-share = Andel av kunderna, %
inspector-reason = Orsak
inspector-reason-hint = Varför går de dit?
inspector-leaves = De lämnar
inspector-transition-name = { $from } → { $to }

## The map

inspector-journey = Kundresekarta
inspector-journey-kind = Typ
inspector-purpose = Syfte
inspector-purpose-hint = Vad ska kartan användas till?
inspector-problem = Kundens problem
inspector-offer = Vad vi erbjuder
inspector-begins = Börjar
inspector-ends = Slutar
inspector-personas-of = Personor
inspector-persona-in = { $name } är med i kartan
inspector-persona-up = Flytta upp { $name }
inspector-persona-show = Visa { $name }
inspector-new-persona = Lägg till persona
inspector-project = Projekt
inspector-language = Kartans språk
