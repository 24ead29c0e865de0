## Fönstret

window-untitled = Namnlös
window-untitled-journey = Namnlös karta
window-unsaved = osparad
window-saved = sparad
window-no-file = inte sparad än
window-zoom = Zoom
window-dismiss = Stäng meddelandet
window-title = { $name } • { $state } — Kundresa
window-title-saved = { $name } — Kundresa
file-type = Kundresekarta

## Rummen

room-map = Karta
room-map-hint = Kartan, med fälten för det markerade
room-gaps = Gap
room-gaps-hint = Var kartan har gap: där vi inte gör något, eller inte vet något
room-research = Undersökning
room-research-hint = Vad vi vill veta, vad källorna har sagt och vad det säger om kartan
room-opportunities = Möjligheter
room-opportunities-hint = Vad som kan göras, i ordning efter nytta och insats, och vem som gör vad när
room-table = Tabell
room-table-hint = Alla kort i en tabell, med vad som saknas och ändringar av många på en gång

## Statusraden

status-typing = Enter går vidare nedåt · Tabb går till nästa cell · Esc avslutar och behåller kortet
status-typing-over = Enter behåller · Tabb går till nästa cell · Esc ger tillbaka det förra
status-typing-name = Enter avslutar · Tabb går till nästa namn · Esc ger tillbaka det förra
status-nothing = Dubbelklicka på en tom plats för att lägga till ett kort, eller tryck N · dra för att flytta · Ctrl och hjulet zoomar
status-no-lanes = Kartan har inga rader än · lägg till en i menyn Karta
status-cell = Enter eller text börjar ett kort · pilarna går vidare · Tabb går till nästa cell
status-cell-curve = Enter sätter en punkt · text blir punktens citat · pilarna går vidare · Tabb går till nästa cell
status-card = Dra för att flytta · Enter redigerar · Tabb går till nästa cell
status-point = Dra uppåt och nedåt för känslan, i sidled för steget · Skift fäster vid halva
status-part = Dra för att flytta · Enter byter namn · Tabb går till nästa namn · högerklicka för mer
status-other = Enter redigerar · fälten finns till höger
status-many = { $count } markerade · dra för att flytta · Ctrl kopierar
status-palette = alla kommandon

## Paletten

palette-hint = Kommando, fil, fas, persona eller kort
palette-nothing = Inget heter så
palette-journey = Kundresekarta
palette-phase = Fas
palette-lane = Rad

## Meddelanden

notice-saved = Sparade { $name }
notice-no-version = Den här versionen kunde inte läggas till historiken: { $why }
notice-taken-in = Någon annan har sparat filen, och nu visas den så: { $what }
notice-merged = Hopslaget med det någon annan har sparat: { $what }
notice-merged-conflicts = Hopslaget med det någon annan har sparat: { $what }. { $count ->
    [one] En konflikt
   *[other] { $count } konflikter
} att välja i
notice-taken-in-conflicts = Någon annan har sparat filen. { $count ->
    [one] Ni har skrivit olika på ett ställe
   *[other] Ni har skrivit olika på { $count } ställen
}, och det syns på kartan
notice-conflicts-solved = Någon annan har sparat filen och valt i det som var i konflikt
notice-export-is-map = Det är kartans egen fil: ge exporten ett annat namn.
notice-made-again = Sparade { $name }: filen var flyttad eller borttagen och är skapad på nytt
notice-file-gone = { $name } finns inte kvar. Den senaste versionen är från { $when }.
notice-open-version = Öppna den
notice-open-file-gone = { $name } är flyttad, borttagen eller går inte att nå. Kartan finns kvar här, osparad.
notice-interface-size = Gränssnittets storlek: { $percent }
notice-undone = Ångrat: { $what }
notice-redone = Gjort om: { $what }
notice-removed = { $count ->
    [one] Tog bort 1 sak
   *[other] Tog bort { $count } saker
}
notice-journey-deleted = Tog bort { $title }
notice-recovered = Det osparade arbetet är tillbaka
notice-one-file = Bara en fil kan öppnas i taget
notice-opening = Öppnar { $name }…
notice-not-kept = Osparat arbete kan inte säkerhetskopieras på den här datorn just nu: spara filen
notice-kept-elsewhere = Ett annat fönster har det här arbetet öppet
emergency-report = Programmet avslutades oväntat. En rapport ligger i { $path }; inget har skickats.
emergency-kept = Det som inte var sparat är bevarat i { $path } och erbjuds vid nästa start.

## Dialoger

dialog-unsaved = Spara ändringarna i ”{ $name }”?
dialog-unsaved-text = Annars försvinner det du har gjort sedan du sparade.
dialog-unsaved-gone = Filen är flyttad eller borttagen. Sparas kartan inte finns bara äldre versioner kvar, i historiken på den här datorn.
dialog-dont-save = Spara inte
dialog-cancel = Avbryt
dialog-close = Stäng
dialog-copy = Kopiera
dialog-overwrite = Ersätta ”{ $file }”?
dialog-overwrite-text = Det finns redan en fil med det namnet i { $folder }.
dialog-changed = ”{ $file }” har ändrats av ett annat program
dialog-changed-text = Om den ersätts försvinner det som har ändrats där sedan du öppnade den.
dialog-kept = ”{ $name }” har ändringar som aldrig sparades
dialog-kept-newer = Ändringarna är nyare än filen.
dialog-kept-older = Filen har sparats efter det: den är nyare än ändringarna.
dialog-kept-text = Programmet stängdes innan de sparades. Hämta tillbaka dem, eller fortsätt med den sparade filen.
dialog-open-saved = Behåll den sparade filen
dialog-replace = Ersätt
dialog-another-name = Annat namn…
dialog-another-place = Spara på annan plats…
dialog-waiting = Välj en fil
dialog-waiting-text = Systemets dialogruta är öppen bredvid det här fönstret.
dialog-built-in = Välj här i stället
dialog-path-name = Filnamn
dialog-path-open = Öppna
dialog-path-up = En mapp upp
dialog-path-empty = Det finns inga kartor i den här mappen
dialog-cannot-open = Filen kunde inte öppnas
dialog-cannot-save = Filen kunde inte sparas
dialog-mended = { $count ->
    [one] Ett problem i ”{ $name }”
   *[other] { $count } problem i ”{ $name }”
}
dialog-mended-text = Allt som går att läsa visas. Filen är orörd; första gången du sparar behålls originalet bredvid den.
dialog-sound-text = Allt som går att läsa visas, och inget försvinner när du sparar.

## Kartans tangenter

keys-pointer = På kartan
keys-add = Lägg till ett kort
keys-add-how = dubbelklicka, N eller T
keys-pan = Flytta kartan
keys-pan-how = hjulet, blanksteg och dra
keys-zoom = Zooma
keys-zoom-how = Ctrl och hjulet
keys-move = Flytta ett kort
keys-move-how = dra det
keys-copy = Kopiera ett kort
keys-copy-how = Ctrl och dra
keys-several = Markera flera
keys-several-how = Skift och klick, dra en ruta
keys-next = Nästa kort, nästa cell
keys-next-how = Enter, Tabb
keys-before = Cellen före
keys-before-how = Skift Tabb
keys-escape = Avsluta, behåll ett nytt kort
keys-escape-how = Esc
keys-escape-twice = Ta bort det nya kortet
keys-escape-twice-how = Esc, Esc
keys-walk = Gå mellan kort
keys-walk-how = piltangenter
keys-pen = Rita med en penna
keys-pen-how = klick, Enter · piltangenter · Backsteg · Esc

## Om

about-licence = Fri programvara under MIT- eller Apache 2.0-licensen, som du vill.
about-parts = Typsnitt och bilder
about-inter = Texten, av Rasmus Andersson
about-twemoji = Emojierna, av Twitter med flera
about-lucide = Ikonerna, av Lucides medarbetare

## En ny karta

new-journey = Ny kundresa
new-journey-copy = { $title } (kopia)
new-phase-before = Före
new-phase-during = Under
new-phase-after = Efter

## No window

run-no-display = det finns ingen bildskärm att öppna ett fönster på ({ $why })
run-no-drawing = datorns grafikdrivrutin kan inte rita fönstret ({ $why })
run-no-scale = { $name } är ”{ $given }” och måste vara ett tal från { $least } till { $most }

## Rum: som man går in i och lämnar

room-back = Tillbaka

## En fil som någon redan har öppen

dialog-in-use = ”{ $name }” är redan öppen
dialog-in-use-here = Kartan är öppen i ett annat fönster på den här datorn, sedan { $since }.
dialog-in-use-by = { $who } har kartan öppen på { $machine }, sedan { $since }. Ni kan arbeta i den samtidigt: det ni sparar slås ihop.
dialog-in-use-somewhere = Kartan är öppen på { $machine }, sedan { $since }. Ni kan arbeta i den samtidigt: det ni sparar slås ihop.
dialog-go-on-together = Arbeta samtidigt
dialog-open-copy = Öppna en kopia
dialog-only-read = Bara läsa
dialog-show-window = Visa fönstret
notice-only-read = Bara läsning: välj Ändra ändå, eller spara som en egen fil.
notice-only-read-newer = Gjord med en nyare version: spara som en egen fil för att ändra.
status-only-read = Bara läsning
status-edit = Ändra ändå
status-save-as = Spara som

## Hur säkert arbetet är

status-saved = Sparad { $when }
status-saving = Sparar …
status-unsaved = Osparad
status-copy = kopia { $clock }
status-no-copy = ingen kopia går att spara
