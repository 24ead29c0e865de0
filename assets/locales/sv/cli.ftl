## Hjälpen

cli-about = Kundresa ritar kundresekartor.
cli-usage = Användning:
cli-options = Flaggor:
cli-about-window = öppnar fönstret, med en fil om en anges
cli-about-check = talar om vad filer innehåller och vad som är fel i dem; --json för program
cli-about-export = skriver en karta som bild eller dokument
cli-about-help = skriver ut detta
cli-about-version = skriver ut versionen
cli-about-lang = språket; annars systemets
cli-about-renderer = vad som ritar fönstret; annars det som fungerar
cli-about-dialogs = välj filer i programmets egna dialogrutor
cli-about-end = det som följer är filer, även om det börjar med -
cli-exit-codes = Slutkoder: 0 hel eller inget, 1 något har lagats, är i konflikt eller är ett gap, 2 något går inte att läsa.


cli-export-options = Flaggor för export:
cli-about-output = vad som ska skrivas, efter hur namnet slutar; går att ange flera gånger; - för standard ut
cli-about-format = vilket av { $formats }, där inget namn säger det
cli-about-journey = vilken karta, med titel, nummer eller id; annars den första, eller alla
cli-about-theme = färgerna
cli-about-scale = bildpunkter per enhet av kartan; 1 är kartan i 100 %
cli-about-dpi = bildpunkter per tum på papper
cli-about-width = bildpunkter från vänster till höger
cli-about-table = CSV: vad den listar, { $kinds }; list är en rad för varje kort, grid är rader gånger steg
cli-about-separator = CSV: semicolon, comma eller tab; annars som Excel på språket väntar sig
cli-about-page = PDF: sidan, { $sizes }, och -landscape eller -portrait efter
cli-about-tile = PDF: skuren i papper av denna storlek, att klistra ihop
cli-about-phases = PDF: också en sida för varje fas
cli-about-lanes = bara de här raderna, med titel eller id
cli-about-personas = bara det som gäller de här personorna, med namn eller id
cli-about-no-title = utan titel och personor
cli-about-no-legend = utan teckenförklaring
cli-about-date = datumet under kartan; annars den senaste ändringens
cli-about-logo = en logotyp under kartan, som PNG, JPEG eller WebP
cli-about-transparent = utan bakgrund
cli-about-real-text = SVG: texter som text, att redigera där typsnitten finns
cli-about-force = ersätter filer som redan finns

## Fel

cli-unknown-option = här finns ingen flagga ”{ $option }”.
cli-no-value = { $option } behöver ett värde.
cli-bad-value = { $option } kan inte vara ”{ $value }”.
cli-no-files = { $command } behöver minst en fil.
cli-too-many = ett fönster öppnar en fil; ”{ $file }” är en för mycket.
cli-too-many-maps = export läser en fil; ”{ $file }” är en för mycket.
cli-no-output = export behöver något att skriva: -o FIL.
cli-no-format = det syns inte på ”{ $file }” vad det ska bli: låt namnet sluta på ett av { $formats }, eller ange --format.
cli-file-exists = { $file } finns redan; --force ersätter den.
cli-file-twice = { $file } skulle skrivas två gånger.
cli-file-is-input = { $file } är också det som läses; ge det som ska skrivas ett annat namn.
cli-exported = { $file }
cli-no-picture = ”{ $file }” är ingen bild som går att läsa: { $why }
cli-exported-picture = { $file }: { $width } × { $height } bildpunkter
cli-exported-pages = { $pages ->
    [one] { $file }: en sida
   *[other] { $file }: { $pages } sidor
}
cli-export-mended = Allt i { $file } är inte som det ska: kundresa check talar om vad som lagades.
cli-try-help = Prova: kundresa --help
cli-cannot-write = utskriften går inte att skriva: { $error }
cli-without-window = Det här fungerar utan fönster:

## check

cli-sound = hel
cli-sound-but-conflicts = hel, men allt är inte valt
cli-mended = går att öppna, men allt är inte som det ska
cli-unreadable = går inte att öppna
