## The panel with the pages of the presentation

command-story = Pages of the presentation…
hint-story = Order, hide and add pages, and write notes for them

story-title = Pages of the presentation
story-close = Close the panel
story-add = Add
story-add-text = A page of text
# $count (Number) - cards
story-add-cards = { $count ->
    [one] The selected card
   *[other] The { $count } selected cards
}
story-add-cards-none = Selected cards: select some first
# $name (String) - the view
story-add-view = The view { $name }
story-add-view-none = Views: save one first
story-reset = Restore the order
story-reset-hint = Pages follow the map again; titles, notes and hidden pages stay
# $count (Number) - pages
story-parts = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
story-hidden = not shown
story-has-notes = notes
# $number (Number) - the place of the page
# $title (String) - the page
story-page-name = Page { $number }: { $title }
# $title (String) - the page
story-page-hidden = Hidden page: { $title }
# $title (String) - the page
story-show = Show { $title }
# $title (String) - the page
story-hide = Hide { $title }
# $title (String) - the page
story-remove = Remove { $title }
story-field-title = Title
story-field-text = Text
story-text-hint = Lines that begin with - become points
story-field-figure = Large figure
story-figure-hint = 62%, 19 days, 4 in 10
story-field-notes = Notes
story-notes-hint = Only the presenter sees them
