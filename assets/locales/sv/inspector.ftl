### The inspector: the panel that shows and edits what is selected

## The panel

inspector-name = Egenskaper
inspector-mixed = Olika
inspector-none = Ingen
inspector-more = Mer
inspector-less = Mindre
inspector-remove = Ta bort { $name }
inspector-bad-number = Skriv ett tal, till exempel 4,5
inspector-bad-numbers = Skriv tal med mellanslag mellan
inspector-out-of-range = Skriv ett tal från { $low } till { $high }
inspector-too-long = Texten är för lång för att ändras här. Den finns kvar hel i filen.
inspector-shorten = Korta den till 20 000 tecken

## Cards, one

inspector-selected = Markerat

## Fields of cards

inspector-text-hint = Vad händer här?
inspector-note-hint = Berätta mer
inspector-all-channels = Alla kanaler
inspector-own-channel = Egen kanal
inspector-quote-hint = Vad säger de?
inspector-pick-source = Välj källa
inspector-pick-theme = Välj tema
inspector-new-source = Ny källa
inspector-pick-opportunity = Välj möjlighet
inspector-new-opportunity = Ny möjlighet av kortet
inspector-new-tag = Ny etikett
inspector-owner-hint = Vem ansvarar?
inspector-open-link = Öppna länken
inspector-find-activity = Sök bland aktiviteterna
inspector-no-activity = Ingen sådan aktivitet
inspector-subgoals = Delmål
inspector-subgoal-up = Flytta upp { $name }
inspector-subgoal-served = { $count ->
    [0] inget kort på kartan tjänar det
    [one] { $count } kort på kartan tjänar det
   *[other] { $count } kort på kartan tjänar det
}
inspector-new-subgoal = Nytt delmål
inspector-only-this-step = Bara det här steget

## Points

inspector-point = Känslopunkt
inspector-follows = Följer värdet
inspector-own-face = Eget ansikte
inspector-evenly = Jämnt fördelade

## Phases and steps

inspector-color-by-order = Efter ordningen
inspector-ongoing = Löpande
inspector-circumstances-hint = Hushåll, arbete, ekonomi
inspector-steps-take = Stegen tar tillsammans { $said }
inspector-start-hint = Klockslag eller termin, till exempel 07:30
inspector-friction-value = Friktion { $number } av 4
inspector-conversion-hint = Ett köp, en anmälan, ett samtal
inspector-new-question = Lägg till en fråga
inspector-new-transition = Lägg till övergång
inspector-height-of-content = Efter innehållet

## Lanes

inspector-icon-of-kind = Förvald
inspector-show = Visa
inspector-about = Handlar om

## Personas

inspector-role-hint = Produktionschef

## Transitions

inspector-transition-kind = Typ
inspector-reason-hint = Varför går de dit?

## The map

inspector-purpose-hint = Vad ska kartan användas till?
inspector-persona-in = { $name } är med i kartan
inspector-persona-up = Flytta upp { $name }
inspector-persona-show = Visa { $name }
inspector-new-persona = Lägg till persona
inspector-project = Projekt
