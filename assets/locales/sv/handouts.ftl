## En presentation som filer

handouts-part = { $title } ({ $part } av { $parts })
handouts-notes-go-on = { $title }, fortsatta anteckningar
handouts-no-story = En presentation kan bara skrivas som: { $formats }.
handouts-many-pictures = Presentationen är { $count } bilder: de behöver ett filnamn, inte standard ut.

## Kommandoraden

cli-about-story = PDF, PNG, PPTX: presentationen, inte kartan; PNG skriver UT-01.png och så vidare
cli-about-notes = PDF, PPTX: med presentationens anteckningar
cli-exported-page-pictures = { $count ->
    [one] { $first }: { $width } × { $height } bildpunkter
   *[other] { $first } till { $last }: { $count } bilder, { $width } × { $height } bildpunkter var
}

## Dialogen

handouts-what = Vad
handouts-map = Kartan
handouts-story = Presentationen
handouts-pptx = bilder som går att ändra i PowerPoint, Keynote eller Impress
handouts-pdf = sidor att skicka och dela ut
handouts-png = en bild av varje sida
handouts-notes = Anteckningar
handouts-notes-hint-pdf = Ett papper för varje sida, med anteckningarna under.
handouts-notes-hint-pptx = Anteckningarna står under bilderna, där bara den som presenterar ser dem.
handouts-files-hint = En fil per sida: { $first } och så vidare.
handouts-exported = Exporterade { $name } och sidorna som följer
handouts-more = { $count ->
    [one] och { $count } sida till
   *[other] och { $count } sidor till
}

## Bilderna i en PPTX-fil: det som står där har namn för den som ändrar i den

slides-title = Rubrik
slides-title-only = Endast rubrik
slides-title-slide = Titelbild
slides-title-text = Rubrik och text
slides-under = Underrubrik
slides-number = Bildnummer
slides-slide = Bild
slides-text = Text
slides-box = Ruta
slides-line = Linje
slides-shape = Form
slides-picture = Bildobjekt
slides-group = Grupp
slides-emoji = Emoji
