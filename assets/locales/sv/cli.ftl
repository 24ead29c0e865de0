## Hjälpen

cli-about = Kundresa ritar kundresekartor.
cli-usage = Användning:
cli-options = Flaggor:
cli-about-window = öppnar fönstret, med en fil om en anges
cli-about-check = talar om vad filer innehåller och vad som är fel i dem; --json för program
cli-about-help = skriver ut detta
cli-about-version = skriver ut versionen
cli-about-lang = språket; annars systemets
cli-about-renderer = vad som ritar fönstret; annars det som fungerar
cli-about-dialogs = välj filer i programmets egna dialogrutor
cli-about-end = det som följer är filer, även om det börjar med -
cli-exit-codes = Slutkoder: 0 hel, 1 något har lagats, 2 något går inte att läsa.

## Fel

cli-unknown-option = här finns ingen flagga ”{ $option }”.
cli-no-value = { $option } behöver ett värde.
cli-bad-value = { $option } kan inte vara ”{ $value }”.
cli-no-files = { $command } behöver minst en fil.
cli-too-many = ett fönster öppnar en fil; ”{ $file }” är en för mycket.
cli-try-help = Prova: kundresa --help
cli-cannot-write = utskriften går inte att skriva: { $error }
cli-without-window = Det här fungerar utan fönster:

## check

cli-sound = hel
cli-mended = går att öppna, men allt är inte som det ska
cli-unreadable = går inte att öppna
