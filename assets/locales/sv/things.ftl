### What things are called

## The panel

labelled = { $label }: { $value }

## Cards, one

thing-card-actions = Vad kunden gör
thing-card-touchpoints = Beröringspunkt
thing-card-channels = Kanal
thing-card-emotions = Känsla
thing-card-thoughts = Tanke
thing-card-questions = Fråga
thing-card-needs = Behov
thing-card-drivers = Drivkraft
thing-card-expectations = Förväntning
thing-card-problems = Problem
thing-card-quotes = Citat
thing-card-images = Bild
thing-card-pain-points = Smärtpunkt
thing-card-insights = Insikt
thing-card-opportunities = Möjlighet
thing-card-sales-marketing = Sälj och marknad
thing-card-backstage = Bakom kulisserna
thing-card-systems = System eller vana
thing-card-metrics = Mätvärde
thing-card-notes = Anteckning
thing-card-other = Kort
thing-card-parked = Parkerat kort

## Fields of cards

thing-feeling = Känsla
thing-feeling-value = Känsla { $value }
thing-everybody = Alla
thing-lane = Rad
thing-parking = Parkeringen
thing-step-name = { $phase } · { $step }
thing-step-number = steg { $number }
thing-untitled = Utan namn

## Phases and steps

thing-phase = Fas
thing-color-number = Färg { $number }
thing-transitions-of = Övergångar

## Lanes

thing-lane-kind = Innehåll

## Transitions

thing-transition = Övergång
thing-leaves = De lämnar
thing-transition-name = { $from } → { $to }

## The map

thing-journey = Kundresekarta
