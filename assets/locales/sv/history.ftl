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
cli-history-unsaved = osparad
cli-history-named = ”{ $name }”
cli-history-first = den första versionen
cli-history-none = Inga versioner av { $file } finns sparade.
cli-no-such-version = { $file } har ingen version { $number }. kundresa history listar dem som finns.
cli-restore-same = { $file } är filen själv: en version skrivs aldrig över den. Välj ett annat namn.

## Historiken i fönstret

history-title = Historik
history-title-of = Historik · { $file }
history-esc = Esc går tillbaka, inget ändras
history-now = Nu
history-no-day = Utan datum
history-since = { $changed } sedan { $when }
history-search = Sök i ändringar
history-name = Namnge
history-name-now = Namnge kartan som den är nu…
history-name-text = Det som har ett namn följer med filen och gallras aldrig bort.
history-name-asked = Namn
history-name-hint = Före ledningsmötet
history-note-asked = Anteckning
history-no-name = Ge versionen ett namn.
history-rename = Ändra namn och anteckning…
history-remove = Ta bort den namngivna versionen
history-begins = Historiken börjar när du sparar nästa gång.
history-reading = Läser versionen …
history-no-map = Kartan fanns inte då.
history-map-was = Kartan som den var: { $title }
history-map-is = Kartan som den är nu
history-same = Inget skiljer
history-phases = { $differ } av { $all } faser skiljer
history-steps = J och K hoppar mellan skillnaderna
history-beside = utanför kartan: { $changed }
history-moved-count = { $count ->
    [one] 1 flyttad
   *[other] { $count } flyttade
}
history-removed-count = { $count ->
    [one] 1 borttagen
   *[other] { $count } borttagna
}
history-new = Ny
history-new-neuter = Nytt
history-changed = Ändrad
history-changed-neuter = Ändrat
history-moved = Flyttad
history-moved-neuter = Flyttat
history-removed = Borttagen sedan dess
history-removed-neuter = Borttaget sedan dess
history-now-called = Heter nu { $title }
history-was-called = Hette { $title }
history-curve-new = Ny kurva
history-curve-changed = Kurvan ändrad
history-curve-moved = Kurvan flyttad
history-curve-removed = Kurvan borttagen sedan dess
history-bring-back-this = Ta tillbaka: { $what }
history-keeps-now = Det som finns nu sparas först som en egen version.
history-can-undo = Det går att ångra.
history-open = Öppna som ny karta
history-all = Ta tillbaka allt
history-ticked = Bara det markerade ({ $count })
history-tab-list = Versioner
history-tab-maps = Kartor

notice-brought-back = Tillbaka från historiken
notice-version-removed = { $name } är borttagen ur filen
