## Exporting from the window

export-dialog-preview = What it will look like
# $name (String)
# $about (String)
export-dialog-format = { $name } – { $about }
export-dialog-pdf = to mail and to print
export-dialog-png = a picture for slides and documents
export-dialog-svg = a drawing for browsers, Inkscape and PowerPoint
export-dialog-html = a web page for those without the program
export-dialog-xlsx = a workbook with a sheet for each map
export-dialog-csv = a table for any program
export-dialog-markdown = an outline with quotes and opportunities
export-dialog-all = All journey maps
export-dialog-page = Page
export-dialog-fit = The map’s size
export-dialog-fit-hint = A page as large as the map at 100%, without margins to print on.
export-dialog-turn = Orientation
export-dialog-any-turn = As suits the map
export-dialog-landscape = Landscape
export-dialog-portrait = Portrait
export-dialog-tile = Cut up
export-dialog-one-page = On one page
# $paper (String)
export-dialog-on = On several { $paper }
export-dialog-more = More pages
export-dialog-phases = Also a page for each phase
export-dialog-size = Size
export-dialog-dpi = Dots per inch
export-dialog-width = Width in pixels
export-dialog-text = Text
export-dialog-real-text = Text that can be edited
export-dialog-real-text-hint = Looks right only where the font Inter is installed.
export-dialog-table = Table
export-dialog-list = A row for each card
export-dialog-grid = Lanes and steps
export-dialog-separator = Between fields
export-dialog-as-excel = As Excel expects
export-dialog-semicolon = Semicolon
export-dialog-comma = Comma
export-dialog-tab = Tab
export-dialog-swedish = Swedish
export-dialog-english = English
export-dialog-light = Light
export-dialog-dark = Dark
export-dialog-projector = Projector
export-dialog-with = Include
export-dialog-title = Title and personas
export-dialog-legend = Legend
export-dialog-paper = Background
export-dialog-logo = Logo
export-dialog-logo-hint = A picture’s file, or drop it here
export-dialog-lanes = Lanes of the map
export-dialog-personas = Personas
export-dialog-no-lane = Choose at least one lane.
export-dialog-no-persona = Choose at least one persona.
export-dialog-failed = The map could not be exported
# $name (String)
export-dialog-running = Exporting { $name }
# $name (String)
export-dialog-stopping = Stopping { $name }
export-dialog-stop = Stop the export
export-dialog-none-there = There are no such files in this folder
# $name (String)
notice-exported = Exported { $name }
notice-show-folder = Show in folder
# $error (String)
notice-no-folder = The folder cannot be shown: { $error }
notice-copied-picture = Copied as picture
