### Tables of a map: CSV, Excel and Markdown

## Headings

table-cards = Cards
table-phases = Phases and steps
table-friction = Friction, 0–4
table-themes = Themes
table-hidden = Hidden lane
table-medium = Medium
table-who = Who
table-date = Date
table-opportunity-note = About the opportunity
table-customer-value = Value for the customer
table-business-value = Value for us
table-effort = Effort
table-status = Status
table-opportunity-owner = Owner of the opportunity
table-due = Due
table-tasks = Tasks
table-id = Id
table-journey-id = Id of the map
table-step-id = Id of the step
table-lane-id = Id of the lane
table-opportunity-id = Id of the opportunity
table-touchpoint-id = Id of the touchpoint
table-phase-id = Id of the phase
table-source-id = Id of the source
table-card-id = Id of the card
table-from-id = Id of where it begins
table-to-id = Id of where it leads
table-origin-id = Id of the origin
# $task (String)
table-task-done = { $task } (done)

## In a cell

# $number (String)
table-of-four = { $number } of 4
# $text (String)
# $step (String)
table-spans = { $text } (to { $step })
# $sheet (String)
# $row (String)
table-goes-on = … (the whole text is in “{ $sheet }” from row { $row })

## The sheet for texts longer than a cell can hold

table-long-texts = Long texts
table-sheet = Sheet
table-cell = Cell
table-part = Part

## Errors

# $title (String)
# $most (String)
table-too-wide = “{ $title }” has too many steps: a sheet holds { $most } columns.
# $title (String)
# $most (String)
table-too-long = “{ $title }” has too many rows: a sheet holds { $most }.
# $detail (String)
table-failed = The table could not be made: { $detail }
