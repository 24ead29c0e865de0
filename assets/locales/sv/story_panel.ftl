## Panelen med presentationens sidor

command-story = Presentationens sidor…
hint-story = Ordna, dölj och lägg till sidor, och skriv anteckningar till dem

story-title = Presentationens sidor
story-close = Stäng panelen
story-add = Lägg till
story-add-text = En sida med text
story-add-cards = { $count ->
    [one] Det valda kortet
   *[other] De { $count } valda korten
}
story-add-cards-none = Valda kort: välj några först
story-add-view = Vyn { $name }
story-add-view-none = Vyer: spara en först
story-reset = Återställ ordningen
story-reset-hint = Sidorna kommer i kartans ordning igen; titlar, anteckningar och dolda sidor är kvar
story-parts = { $count ->
    [one] 1 sida
   *[other] { $count } sidor
}
story-hidden = visas inte
story-has-notes = anteckningar
story-page-name = Sida { $number }: { $title }
story-page-hidden = Dold sida: { $title }
story-show = Visa { $title }
story-hide = Dölj { $title }
story-remove = Ta bort { $title }
story-field-title = Rubrik
story-field-text = Text
story-text-hint = Rader som börjar med - blir punkter
story-field-figure = Stort tal
story-figure-hint = 62 %, 19 dagar, 4 av 10
story-field-notes = Anteckningar
story-notes-hint = Ser bara den som presenterar
