## The help

cli-about = Kundresa draws customer journey maps.
cli-usage = Usage:
cli-options = Options:
cli-about-window = opens the window, on a file if one is named
cli-about-check = says what is in files and what is wrong with them; --json for programs
cli-about-export = writes a map as a picture or a document
cli-about-help = prints this
cli-about-version = prints the version
cli-about-lang = the language; else the system’s
cli-about-renderer = what draws the window; else what works
cli-about-dialogs = choose files in the program’s own dialogs
cli-about-end = everything after this is a file, even if it begins with -
cli-exit-codes = Exit codes: 0 sound or none, 1 something was mended, is in conflict or is a gap, 2 something cannot be read.


cli-export-options = Options of export:
cli-about-output = what to write, by how its name ends; may be given several times; - for the standard output
# $formats (String)
cli-about-format = which of { $formats }, where no name tells
cli-about-journey = which map, by title, number or id; else the first, or all
cli-about-theme = the colours
cli-about-scale = pixels for each unit of the map; 1 is the map at 100 %
cli-about-dpi = pixels for each inch on paper
cli-about-width = pixels from left to right
# $kinds (String)
cli-about-table = CSV: what it lists, { $kinds }; list is a row for each card, grid is lanes by steps
cli-about-separator = CSV: semicolon, comma or tab; else as Excel in the language expects
# $sizes (String)
cli-about-page = PDF: the page, { $sizes }, and -landscape or -portrait after it
cli-about-tile = PDF: split over sheets of this size, to be glued together
cli-about-phases = PDF: also a page for each phase
cli-about-lanes = only these lanes, by title or id
cli-about-personas = only what concerns these personas, by name or id
cli-about-no-title = without title and personas
cli-about-no-legend = without the legend
cli-about-date = the date below the map; else that of the last change
cli-about-logo = a logo below the map, as PNG, JPEG or WebP
cli-about-transparent = without a background
cli-about-real-text = SVG: texts as text, to be edited where the fonts are installed
cli-about-force = replaces files that already exist

## Errors

# $option (String)
cli-unknown-option = there is no option “{ $option }” here.
# $option (String)
cli-no-value = { $option } needs a value.
# $option (String)
# $value (String)
cli-bad-value = { $option } cannot be “{ $value }”.
# $command (String)
cli-no-files = { $command } needs at least one file.
# $file (String)
cli-too-many = a window opens one file; “{ $file }” is one too many.
# $file (String)
cli-too-many-maps = export reads one file; “{ $file }” is one too many.
cli-no-output = export needs something to write: -o FILE.
# $file (String)
# $formats (String)
cli-no-format = the name “{ $file }” does not say which format to write: let it end in one of { $formats }, or give --format.
# $file (String)
cli-file-exists = { $file } already exists; --force replaces it.
# $file (String)
cli-file-twice = { $file } would be written twice.
# $file (String)
cli-file-is-input = { $file } is also what is read; give the output another name.
# $file (String)
cli-exported = { $file }
# $file (String)
# $why (String)
cli-no-picture = “{ $file }” is not a picture that can be read: { $why }
# $file (String)
# $width (String)
# $height (String)
cli-exported-picture = { $file }: { $width } × { $height } pixels
# $pages (Number)
# $file (String)
cli-exported-pages = { $pages ->
    [one] { $file }: one page
   *[other] { $file }: { $pages } pages
}
# $file (String)
cli-export-mended = Not everything in { $file } is as it should be: kundresa check tells what was mended.
cli-try-help = Try: kundresa --help
# $error (String)
cli-cannot-write = the output cannot be written: { $error }
cli-without-window = These work without a window:

## check

cli-sound = sound
cli-sound-but-conflicts = sound, but not all is chosen
cli-mended = opens, but not all is as it should be
cli-unreadable = cannot be opened
