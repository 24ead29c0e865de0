## Vad som är fel i en fil som gick att öppna

problem-cut-short = Filen tar slut mitt i.
problem-damaged-text = Texten är skadad här: den är inte JSON.
problem-both-sides = Git kunde inte välja mellan två versioner av filen: båda står i den.
problem-bad-utf8 = Här finns tecken som inte är UTF-8.
problem-no-format = Filen säger inte att den är en Kundresa-karta.
problem-misspelt-key = { $thing }: nyckeln ”{ $given }” är felstavad.
problem-misspelt-id = { $thing }: id:t ”{ $given }” är felstavat där det står.
problem-no-version = Filen säger inte vilken version den är.
problem-newer-version = Filen är skriven av en senare version av programmet (format { $version }).
problem-unread-item = { $thing }: går inte att läsa ({ $given }).
problem-unread-field = { $thing }: värdet på ”{ $field }” är av fel slag ({ $given }).
problem-no-id = { $thing }: saknar id.
problem-doubled-id = { $thing }: id ”{ $given }” är upptaget.
problem-unknown-step = { $thing }: steget ”{ $given }” finns inte.
problem-bad-until = { $thing }: kan inte nå till steget ”{ $given }”, som saknas eller kommer före.
problem-unknown-reference = { $thing }: ”{ $field }” pekar på ”{ $given }”, som inte finns.
problem-leads-to-itself = { $thing }: leder till sig självt.
problem-out-of-range = { $thing }: värdet på ”{ $field }” är utanför sina gränser ({ $given }).
problem-no-steps = { $thing }: saknar steg.
problem-no-journeys = Det finns ingen kundresekarta i filen.

## Vad som gjordes åt det

problem-done-closed = Det som var helt fram till dess har lästs in.
problem-done-left-out = Det som inte går att tyda där har utelämnats, resten har lästs in.
problem-done-replaced = De har ersatts med �.
problem-done-first-side = Den första lästes. Den andra visas inte; när du sparar läggs originalet med båda bredvid.
problem-done-read-known = Det som den här versionen känner till lästes; resten behålls. Spara som en annan fil: den här skrivs inte över.
problem-done-kept = Det visas inte, men står kvar i filen som det är.
problem-done-set-aside = Det används inte, men behålls i filen under ”unread”.
problem-done-new-id = Ett nytt id har satts: ”{ $id }”.
problem-done-parked = Kortet ligger på parkeringen.
problem-done-cleared = Hänvisningen har tagits bort.
problem-done-set = Värdet har satts till { $value }.
problem-done-added = En tom sådan har lagts till.
problem-done-nothing = Ingenting har ändrats.

## Vad det gäller

problem-thing-project = Projektet
problem-thing-persona = Persona
problem-thing-source = Källa
problem-thing-passage = Uttag
problem-thing-theme = Tema
problem-thing-opportunity = Möjlighet
problem-thing-task = Åtgärd
problem-thing-subgoal = Delmål
problem-thing-tag = Etikett
problem-thing-image = Bild
problem-thing-journey = Kundresekarta
problem-thing-phase = Fas
problem-thing-step = Steg
problem-thing-lane = Rad
problem-thing-card = Kort
problem-thing-point = Känslopunkt
problem-thing-transition = Övergång
problem-thing-question = Hjälpfråga
problem-thing-version = Version
problem-thing-named = { $thing } ”{ $name }”
problem-place = rad { $line }, tecken { $column }

## Varför en fil inte går att öppna eller spara

problem-file-cannot-open = ”{ $path }” går inte att öppna.
problem-file-cannot-save = ”{ $path }” går inte att spara.
problem-file-cannot-read = Kartan går inte att läsa.
problem-file-not-found = Filen finns inte.
problem-file-no-folder = Mappen finns inte.
problem-file-not-allowed = Du har inte behörighet.
problem-file-read-only = Den är skrivskyddad.
problem-file-is-folder = Det är en mapp.
problem-file-not-a-file = Det är ingen vanlig fil.
problem-file-disk-full = Disken är full.
problem-file-too-large = Den är för stor: högst { $millions } MB läses.
problem-file-too-many-cards = Den har för många kort: högst { $most } läses.
problem-file-too-many-values = Den innehåller för mycket: högst { $millions } miljoner värden läses.
problem-file-text-too-long = En text i den är för lång: högst { $millions } MB läses.
problem-file-newer-version = En senare version av programmet har skrivit den (format { $version }), och bara den kan ändra i filen säkert. Spara som en annan fil i stället.
problem-file-system = Systemet säger: { $detail }.
problem-file-empty = Den är tom.
problem-file-no-transcript = Den innehåller ingen text som kan läsas. Spara den som .docx, .txt eller .md.
problem-file-not-json = Det är ingen karta: texten är inte JSON.
problem-file-too-deep = Det är ingen karta: dess JSON är nästlad i mer än { $most } nivåer.
problem-file-not-ours = Det är ingen karta från Kundresa.
problem-file-no-project = Den säger sig vara en karta, men innehåller inget projekt.
problem-version-gone = Versionen finns inte kvar.
problem-version-damaged = Det som finns sparat av versionen är skadat.
