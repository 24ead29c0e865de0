## Exporting from the window

export-dialog-preview = What it will look like
# $name (String)
# $about (String)
export-dialog-format = { $name } – { $about }
export-dialog-pdf = to email and print
export-dialog-png = a picture for slides and documents
export-dialog-svg = a drawing for browsers, Inkscape and PowerPoint
export-dialog-html = a web page for anyone without the program
export-dialog-xlsx = a workbook with a sheet for each map
export-dialog-csv = a table for any program
export-dialog-markdown = an outline with quotes and opportunities
export-dialog-all = All journey maps
export-dialog-page = Page
export-dialog-fit = The map’s size
export-dialog-fit-hint = A page as large as the map at 100%, without print margins.
export-dialog-turn = Orientation
export-dialog-any-turn = Whichever fits best
export-dialog-landscape = Landscape
export-dialog-portrait = Portrait
export-dialog-tile = Split
export-dialog-one-page = On one page
# $paper (String)
export-dialog-on = Over several { $paper } sheets
export-dialog-more = More pages
export-dialog-phases = A page for each phase as well
export-dialog-size = Size
export-dialog-dpi = Dots per inch
export-dialog-width = Width in pixels
export-dialog-text = Text
export-dialog-real-text = Text that can be edited
export-dialog-real-text-hint = Looks right only where the Inter font is installed.
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
export-dialog-logo-hint = Path to a picture, or drop one here
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
