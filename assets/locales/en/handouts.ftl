## A presentation as files

# A page of several that one heading stands over.
# $title (String)
# $part (String)
# $parts (String)
handouts-part = { $title } ({ $part } of { $parts })
# $title (String)
handouts-notes-go-on = { $title }, notes continued
# $formats (String)
handouts-no-story = A presentation can only be written as: { $formats }.
# $count (String)
handouts-many-pictures = The presentation is { $count } pictures: they need a file name, not the standard output.

## The command line

cli-about-story = PDF, PNG, PPTX: the presentation, not the map; PNG writes OUT-01.png and so on
cli-about-notes = PDF, PPTX: with the notes of the presentation
# $count (Number)
# $first (String)
# $last (String)
# $width (String)
# $height (String)
cli-exported-page-pictures = { $count ->
    [one] { $first }: { $width } × { $height } pixels
   *[other] { $first } to { $last }: { $count } pictures, { $width } × { $height } pixels each
}

## The dialog

handouts-what = What
handouts-map = The map
handouts-story = The presentation
handouts-pptx = slides you can edit in PowerPoint, Keynote or Impress
handouts-pdf = pages to send and hand out
handouts-png = a picture of each page
handouts-notes = Notes
handouts-notes-hint-pdf = A sheet of paper for each page, with its notes underneath.
handouts-notes-hint-pptx = The notes are under the slides, where only the presenter sees them.
# $first (String)
handouts-files-hint = One file per page: { $first } and so on.
# $name (String)
handouts-exported = Exported { $name } and the pages that follow
# $count (Number)
handouts-more = { $count ->
    [one] and { $count } more page
   *[other] and { $count } more pages
}

## The slides of a PPTX file: what stands there is named for those who edit it

slides-title = Title
slides-title-only = Title only
slides-title-slide = Title slide
slides-title-text = Title and text
slides-under = Subtitle
slides-number = Slide number
slides-slide = Slide
slides-text = Text
slides-box = Box
slides-line = Line
slides-shape = Shape
slides-picture = Picture
slides-group = Group
slides-emoji = Emoji
