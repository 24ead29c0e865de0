### Två kopior av en karta blir en

## Vad som har ändrats i varje kopia

merge-new = nytt: { $things }
merge-changed = ändrat: { $things }
merge-deleted = borttaget: { $things }
merge-unchanged = inget har ändrats
merge-count-project = uppgifter om projektet
merge-count-sources = { $count ->
    [one] { $count } källa
   *[other] { $count } källor
}
merge-count-passages = { $count ->
    [one] { $count } uttag
   *[other] { $count } uttag
}
merge-count-themes = { $count ->
    [one] { $count } tema
   *[other] { $count } teman
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
cli-about-merge-name = vad kartan kallas i det som skrivs ut; annars som OUT
cli-about-json = skriver JSON, för program
cli-no-copies = merge behöver två kopior av en karta: [BASE] OURS THEIRS.
cli-too-many-copies = merge läser BASE, OURS och THEIRS; ”{ $file }” är en för mycket.
cli-no-merged = merge behöver en fil att skriva: -o FIL.
cli-merged = { $count ->
    [0] { $file }: ihopslagen, inga konflikter
    [one] { $file }: ihopslagen, en konflikt kvar; den finns i filen
   *[other] { $file }: ihopslagen, { $count } konflikter kvar; de finns i filen
}
cli-conflicts-left = { $count ->
    [one] en konflikt kvar
   *[other] { $count } konflikter kvar
}
cli-merged-ours = vår: { $changes }
cli-merged-theirs = deras: { $changes }

merge-yes = ja
merge-no = nej

## Rummet där två kopior slås ihop

merge-room = Slå ihop
merge-room-kept = Konflikter
merge-esc = Esc sparar läget, inget skrivs till filen än
merge-mine = Min
merge-theirs = Den andra
merge-base = Utgår från versionen { $when }
merge-base-named = Utgår från versionen ”{ $name }”
merge-no-base = Ingen gemensam version hittades: allt som skiljer är en konflikt
merge-strangers = Kartorna har inget gemensamt: allt i den andra läggs till
merge-waiting = Slår ihop …
merge-came = Ändringar
merge-show = Visa
merge-show-all = Visa allt
merge-conflicts = Konflikter
merge-conflict-is = samma fält på båda håll
merge-solved-of = { $solved } av { $all } lösta
merge-no-conflicts = Inga konflikter: allt från båda finns med.
merge-none-left = Inga konflikter kvar.
merge-left = { $count ->
    [one] En konflikt kvar. Den kan vänta: båda svaren följer med i filen tills du valt.
   *[other] { $count } konflikter kvar. De kan vänta: båda svaren följer med i filen tills du valt.
}
merge-next = Nästa konflikt
merge-take-in = Ta in i min karta
merge-tab-map = Karta
merge-map = Den hopslagna kartan
merge-earlier = Tidigare
merge-show-on-map = Visa på kartan
merge-keep-mine = Behåll min
merge-keep-theirs = Ta den andra
merge-keep-both = Båda
merge-both-is = Båda: din först, den andra på raden under
merge-keep = Behåll
merge-delete = Ta bort
merge-you-deleted = Du tog bort, den andra ändrade
merge-they-deleted = Den andra tog bort, du ändrade
merge-both-values = min: { $mine }, den andra: { $theirs }
merge-kept-mine = Min
merge-kept-theirs = Den andra
merge-kept-both = Båda behållna
merge-was-kept = Behållet
merge-was-deleted = Borttaget
merge-take-back = Ångra valet
merge-solved = Löst
merge-conflict-left = Konflikt kvar
merge-alone-mine = Nytt, flyttat eller ändrat av dig
merge-alone-theirs = Nytt, flyttat eller ändrat av den andra
merge-stands = Det som står
merge-beside = Det andra svaret
merge-take-beside = Ta det andra
merge-one-deleted = Borttaget i en kopia, ändrat i den andra
merge-either = { $one } eller { $other }
merge-mark-tip = Två har ändrat här. Klicka för att välja.

notice-same-file = Det är filen som är öppen: välj en annan kopia av kartan.
notice-merge-newer = Den kopian är gjord med en nyare version och går inte att slå ihop här.
notice-merge-done = Kopiorna är hopslagna
notice-merge-left = { $count ->
    [one] Taget in. En konflikt är kvar och markerad på kartan
   *[other] Taget in. { $count } konflikter är kvar och markerade på kartan
}
notice-all-solved = Alla konflikter är lösta
notice-choose = Välj…
notice-merge = Slå ihop…
notice-copy-beside = En annan kopia av kartan ligger bredvid: { $name }
status-conflicts = { $count ->
    [one] En konflikt
   *[other] { $count } konflikter
}
status-merge-on = Fortsätt slå ihop
status-choose = Välj
