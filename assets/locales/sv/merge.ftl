### Två kopior av en karta blir en

## Vad som har ändrats i varje kopia

merge-new = nytt: { $things }
merge-changed = ändrat: { $things }
merge-deleted = borttaget: { $things }
merge-unchanged = inget har ändrats
merge-count-project = projektets egna fält
merge-count-sources = { $count ->
    [one] { $count } källa
   *[other] { $count } källor
}
merge-count-opportunities = { $count ->
    [one] { $count } möjlighet
   *[other] { $count } möjligheter
}
merge-count-tasks = { $count ->
    [one] { $count } åtgärd
   *[other] { $count } åtgärder
}
merge-count-images = { $count ->
    [one] { $count } bild
   *[other] { $count } bilder
}
merge-count-views = { $count ->
    [one] { $count } vy
   *[other] { $count } vyer
}
merge-count-pages = { $count ->
    [one] { $count } sida i berättelsen
   *[other] { $count } sidor i berättelsen
}
merge-count-questions = { $count ->
    [one] { $count } fråga
   *[other] { $count } frågor
}
merge-count-others = { $count ->
    [one] { $count } annan sak
   *[other] { $count } andra saker
}

## Konflikter

merge-conflict = { $thing }, { $field }: vår { $mine }, deras { $theirs }.
merge-deleted-in-ours = { $thing }: borttaget i vår, ändrat eller använt i deras; det har behållits.
merge-deleted-in-theirs = { $thing }: borttaget i deras, ändrat eller använt i vår; det har behållits.
merge-nothing = inget
merge-first = först
merge-after = efter ”{ $text }”
merge-value = ”{ $text }”
merge-place = Plats
merge-order = Ordning
merge-thing-view = Vy
merge-thing-page = Sida

## Kommandoraden

cli-about-merge = slår ihop två kopior av en karta; utan BASE blir allt som skiljer en konflikt
cli-merge-options = Flaggor för merge:
cli-about-merge-output = filen; det får vara en av kopiorna
cli-about-merge-ours = vad vår kopia heter i konflikter; annars som filen
cli-about-merge-theirs = vad deras kopia heter i konflikter; annars som filen
cli-about-json = skriver JSON, för program
cli-no-copies = merge behöver två kopior av en karta: [BASE] OURS THEIRS.
cli-too-many-copies = merge läser BASE, OURS och THEIRS; ”{ $file }” är en för mycket.
cli-no-merged = merge behöver en fil att skriva: -o FIL.
cli-merged = { $count ->
    [0] { $file }: ihopslagen, inga konflikter
    [one] { $file }: ihopslagen, en konflikt kvar; den finns i filen
   *[other] { $file }: ihopslagen, { $count } konflikter kvar; de finns i filen
}
cli-merged-ours = vår: { $changes }
cli-merged-theirs = deras: { $changes }
