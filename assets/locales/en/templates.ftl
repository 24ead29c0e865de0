# What is wrong with a file: the first fault, and how many more there are.
templates-and-more = { $count ->
    [one] { $first } And { $count } more thing is wrong.
   *[other] { $first } And { $count } more things are wrong.
}
cli-about-templates = says what a new map can begin with; --json for programs
cli-about-new = makes a map’s file from a template
cli-new-options = Options of new:
cli-about-new-output = the file to make; - for the standard output
# $name: the template that is used where none is named.
cli-about-template = what it begins with, by its name in kundresa templates; else { $name }
cli-about-example = with the filled example, not empty
cli-about-title = what the map is called
# $why: what is wrong with the file.
cli-damaged-template = cannot be used. { $why }
cli-no-template = there is no template “{ $name }”: kundresa templates lists them.
cli-no-new-file = new needs a file to write: -o FILE.
# $file: something given where no file belongs.
cli-no-file-here = “{ $file }” has no place here; the file to write follows -o.

## The dialog for a new map
new-map-title = New journey map
new-map-make = Create map
new-map-aim = What is the map to be?
new-map-purpose = What is it for?
new-map-for-whom = Whom is it for?
new-map-for-whom-hint = A company, a group, a person
new-map-from-hint = What sets it off
new-map-to-hint = What has been reached
new-map-name = The map’s name
new-map-current = How the journey is today.
new-map-future = The journey as it should be: begin at its end and add phases backwards.
new-map-day = Phases with clock times, as wide as the time they take.
new-map-begin-with = Begin with
new-map-empty = Questions only
new-map-filled = Filled-in example

## Templates on the start page, and the user's own
start-templates = Begin from a template
templates-delete = Delete the template
templates-deleted = Deleted the template “{ $name }”
templates-restored = The template “{ $name }” is back
