### Möjligheter och åtgärder

## Åtgärder i filer

tasks-what = Åtgärd
tasks-done = Klar
tasks-days-late = Dagar försenad
tasks-yes = Ja
tasks-no = Nej
tasks-nobody = Ingen
tasks-late = { $days ->
    [one] { $days } dag försenad
   *[other] { $days } dagar försenad
}

## Kommandot tasks

cli-about-tasks = skriver åtgärderna som kalender, tabell eller lista
cli-tasks-options = Flaggor för tasks:
cli-about-tasks-output = vad som ska skrivas, efter hur namnet slutar; annars standard ut
cli-about-tasks-format = vilket av { $formats }, där inget namn säger det; annars md
cli-about-tasks-todos = i kalendern: som att göra-poster, inte som händelser
cli-about-tasks-person = bara det som den här personen gör
cli-about-tasks-journey = bara för den här kartan, med titel, nummer eller id; annars alla
cli-about-tasks-done = också det som är klart
cli-tasks-written = { $count ->
    [one] { $file }: { $count } åtgärd
   *[other] { $file }: { $count } åtgärder
}
cli-tasks-without-day = { $count ->
    [one] En åtgärd har inget datum och är inte med; --as-todos tar med den.
   *[other] { $count } åtgärder har inget datum och är inte med; --as-todos tar med dem.
}
