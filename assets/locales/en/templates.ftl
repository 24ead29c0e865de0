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
new-map-aim = What should the map show?
new-map-purpose = What is it for?
new-map-purpose-hint = For example, to agree on what to do first
new-map-for-whom = Whose journey is it?
new-map-for-whom-hint = A company, a group, a person
new-map-from-hint = A need arises
new-map-to-hint = The goal is reached
new-map-name = The map’s name
new-map-current = The journey as it is today.
new-map-current-when = Choose it to find out what works and where it chafes.
new-map-future = The journey as it should be: start at the end and work backwards.
new-map-future-when = Choose it for something new, or something to be remade.
new-map-day = Phases with clock times, as wide as the time they take.
new-map-week = Phases with weekdays, a day for each.
new-map-term = Phases with months, a month for each.
new-map-project = Phases with the weeks of the project, two for each.
new-map-day-when = Choose it to see what place you have in the customer’s everyday life.
new-map-period = Over what time?
new-map-period-day = Day
new-map-period-week = Week
new-map-period-term = Term
new-map-period-project = Project
# A day of the week in a later week than the first; $week: a number, from 2.
new-map-later-week = { $day }, week { $week }
# When a phase of a project begins; $week: a number, from 1.
new-map-project-week = Week { $week }
# The folded part of the dialog for a map that is about one persona, problem and offer.
new-map-special = Focused map
new-map-special-about = A map of one persona, one problem and one offer. Leave blank what you like.
new-map-persona = Persona
new-map-persona-hint = A name, such as Ines
new-map-problem-hint = What is to be solved
new-map-offer-hint = What we have to give
new-map-begin-with = Start with
new-map-empty = Empty, with guiding questions
new-map-filled = Filled-in example

## Templates on the start page, and the user's own
start-templates = Start from a template
templates-delete = Delete the template
templates-deleted = Deleted the template “{ $name }”
templates-restored = The template “{ $name }” is back

## Against the map it was made from
command-mark-new = Mark card as new
hint-mark-new = Shows that the selected cards are new compared with the map this one is based on; using it again removes the mark
command-mark-changed = Mark card as changed
hint-mark-changed = Shows that the selected cards have changed compared with the map this one is based on; using it again removes the mark
command-mark-removed = Mark card as removed
hint-mark-removed = Shows that the selected cards will not be kept from the map this one is based on; using it again removes the mark
command-add-phase-first = Work backwards: phase before the first
hint-add-phase-first = Adds a phase before all others and lets you name it

inspector-aim = The map is
inspector-for-whom = For whom

## Keeping a map as a template
command-save-template = Save as template…
hint-save-template = Keeps the current map as a template of your own
template-dialog-text = It is offered on the start page and when you make a new map.
template-dialog-name = Name
template-dialog-about = When to use it
template-dialog-about-hint = For example, when a customer compares many similar options
template-dialog-filled = With everything filled in
template-dialog-empty = Only phases, lanes and questions
template-dialog-taken = There is already a template called “{ $name }”.
template-dialog-no-name = The template needs a name.
templates-kept = Saved the template “{ $name }”

## In exports
cli-about-prompts = with the questions of empty cells: a poster for a workshop
export-dialog-prompts = Questions in empty cells
