### Vad som skiljer två versioner; vilka versioner som finns

## ”3 kort nya, 1 ändrat, kurvan flyttad”

changed-how = { $things } { $how }
changed-new = { $count ->
    [one] ny
   *[other] nya
}
changed-new-neuter = { $count ->
    [one] nytt
   *[other] nya
}
changed-changed = { $count ->
    [one] ändrad
   *[other] ändrade
}
changed-changed-neuter = { $count ->
    [one] ändrat
   *[other] ändrade
}
changed-moved = { $count ->
    [one] flyttad
   *[other] flyttade
}
changed-moved-neuter = { $count ->
    [one] flyttat
   *[other] flyttade
}
changed-removed = borta
changed-curve = kurvan flyttad
changed-title = titeln ändrad
changed-other = annat ändrat
changed-nothing = inget ändrat

count-opportunities = { $count ->
    [one] { $count } möjlighet
   *[other] { $count } möjligheter
}
count-tasks = { $count ->
    [one] { $count } åtgärd
   *[other] { $count } åtgärder
}
count-sources = { $count ->
    [one] { $count } källa
   *[other] { $count } källor
}
count-subgoals = { $count ->
    [one] { $count } delmål
   *[other] { $count } delmål
}
count-images = { $count ->
    [one] { $count } bild
   *[other] { $count } bilder
}
count-views = { $count ->
    [one] { $count } vy
   *[other] { $count } vyer
}
count-pages = { $count ->
    [one] { $count } sida
   *[other] { $count } sidor
}

## kundresa history, kundresa restore

cli-about-history = listar versionerna av en fil, den nyaste först; --json för program
cli-about-restore = skriver en version av en fil som en annan fil
cli-restore-options = Flaggor för restore:
cli-about-restore-version = vilken version, med dess nummer i history
cli-about-restore-output = filen som ska skrivas; - för standard ut
cli-one-file = { $command } läser en fil; ”{ $file }” är en för mycket.
cli-no-version = restore behöver veta vilken version: --version N. kundresa history listar dem.
cli-no-restored-file = restore behöver en fil att skriva: -o FIL.
cli-history-saved = sparad
cli-history-read = öppnad
cli-history-named = ”{ $name }”
cli-history-first = den första versionen
cli-history-none = Inga versioner av { $file } finns sparade.
cli-no-such-version = { $file } har ingen version { $number }. kundresa history listar dem som finns.
cli-restore-same = { $file } är filen själv: en version skrivs aldrig över den. Välj ett annat namn.
