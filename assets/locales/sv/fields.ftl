### What the fields of things are called

## Fields of cards

field-text = Text
field-note = Beskrivning
field-medium-channel = Medium och kanal
field-ownership = Vems är den?
field-content-role = Innehållsroll
field-reach = Räckvidd
field-device = Enhet
field-marks = Märk som
field-quote = Citat
field-evidence = Underlag
field-sources = Källor
field-themes = Teman
field-source = Källa
field-opportunity = Kopplad möjlighet
field-whom = Vem det gäller
field-automatic = Sker automatiskt
field-met = Infriad
field-remedy = Vad det kräver
field-tags = Etiketter
field-owner = Ansvarig
field-metric = Mätvärde
field-value = Värde
field-unit = Måttenhet
field-target = Mål
field-better = Riktning
field-trend = Tidigare värden, äldst först
field-link = Länk
field-blocker = Hinder
field-severity = Hur mycket hindrar det?
field-subgoal = Delmål
field-next = Leder till
field-change = Jämfört med förlagan
field-votes = Röster
field-step = Steg
field-until = Sträcker sig till
field-image = Bild

## Points

field-face = Ansikte
field-persona = Persona
field-at = Var i steget
field-touchpoint = Beröringspunkt

## Phases and steps

field-title = Titel
field-color = Färg
field-steps = Steg
field-duration = Varaktighet
field-from = Från
field-to = Till
field-start = Börjar
field-goal = Kundens mål
field-friction = Friktion
field-conversion = Räknas som konvertering
field-customers = Kunder
field-customers-in = In
field-customers-out = Ut
field-sales-phase = Säljfas
field-checklist = Hjälpfrågor
field-question = Fråga
field-answer = Svar
field-width = Bredd
field-height = Höjd

## Lanes

field-icon = Ikon
field-collapsed = Hopfälld
field-pinned = Kvar överst, för alla
field-hidden = Dold
field-line-below = Linje under
field-curves = Kurvor

## Personas

field-persona-name = Namn
field-role = Roll
field-buying-role = I inköpsgruppen
field-emoji = Ansikte
field-circumstances = Omständigheter
field-goals = Mål
field-needs = Behov
field-frustrations = Frustrationer
field-priority = Viktigast

## Transitions

field-share = Andel av kunderna, %
field-reason = Orsak

## The map

field-journey-kind = Typ
field-purpose = Syfte
field-interview-guide = Frågor till intervjuerna
field-interview-guide-hint = En fråga per rad: Hur gick det till när …?
field-our-goal = Vårt mål
field-our-goal-hint = Vart ska allt vi gör leda?
field-hypothesis = Det vi tror
field-hypothesis-hint = Vad tror vi innan vi har frågat någon?
field-problem = Kundens problem
field-offer = Vad vi erbjuder
field-costs = Vad en kund kostar
field-costs-win = Att vinna en kund
field-costs-keep = Att behålla en kund
field-begins = Börjar
field-ends = Slutar
field-personas-of = Personor
field-language = Kartans språk
