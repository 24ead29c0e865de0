## The window

window-untitled = Untitled
window-untitled-journey = Untitled map
window-unsaved = unsaved
window-saved = saved
window-no-file = not yet saved
window-zoom = Zoom
window-dismiss = Dismiss
window-title = { $name } • { $state } — Kundresa
window-title-saved = { $name } — Kundresa
file-type = Journey map

## Rooms

room-map = Map
room-map-hint = The map, with the fields of what is selected
room-gaps = Gaps
room-gaps-hint = Where the map has gaps: where we do nothing, or know nothing
room-research = Research
room-research-hint = What we want to know, what sources have said, and what that says of the map
room-opportunities = Opportunities
room-opportunities-hint = What could be done, ranked by value and effort, and who does what by when
room-table = Table
room-table-hint = All cards in a table, with what is missing and changes to many at once

## The status bar

status-typing = Enter starts the next card · Tab goes to the next cell · Esc stops and keeps a new card
status-typing-over = Enter keeps it · Tab goes to the next cell · Esc gives back the old text
status-typing-name = Enter is done · Tab goes to the next name · Esc gives back the old one
status-nothing = Double-click an empty place to add a card, or press N · drag to move · Ctrl and wheel zooms
status-no-lanes = The map has no lanes yet · add one from the Map menu
status-cell = Enter or typing starts a card · arrow keys move · Tab goes to the next cell
status-cell-curve = Enter sets a point · typing gives it a quote · arrow keys move · Tab goes to the next cell
status-card = Drag to move · Enter edits · Tab goes to the next cell
status-point = Drag up and down for the feeling, sideways for the step · Shift snaps to halves
status-part = Drag to move · Enter renames · Tab goes to the next name · right click for more
status-other = Enter edits · the fields are on the right
status-many = { $count } selected · drag to move · Ctrl copies
status-palette = all commands

## The palette

palette-hint = Command, file, phase, persona or card
palette-nothing = Nothing has that name
palette-journey = Journey map
palette-phase = Phase
palette-lane = Lane

## Notices

notice-saved = Saved { $name }
notice-no-version = This version could not be kept in the history: { $why }
notice-taken-in = Somebody else has saved the file, and it is shown as it is now: { $what }
notice-merged = Merged with what somebody else has saved: { $what }
notice-merged-conflicts = Merged with what somebody else has saved: { $what }. { $count ->
    [one] One conflict is
   *[other] { $count } conflicts are
} left to choose in
# $count (Number)
notice-taken-in-conflicts = Somebody else has saved the file. { $count ->
    [one] You have written different things in one place
   *[other] You have written different things in { $count } places
}, which the map shows
notice-conflicts-solved = Somebody else has saved the file, and has chosen in what was in conflict
notice-export-is-map = That is the map’s own file: give the export another name.
notice-made-again = Saved { $name }: the file had been moved or deleted and has been made again
# $name (String)
# $when (String)
notice-file-gone = { $name } is not there any more. The last version is from { $when }.
notice-open-version = Open it
# $name (String)
notice-open-file-gone = { $name } has been moved or deleted, or cannot be reached. The map is still here, unsaved.
notice-interface-size = Interface size: { $percent }
notice-undone = Undone: { $what }
notice-redone = Redone: { $what }
notice-removed = { $count ->
    [one] Deleted 1 thing
   *[other] Deleted { $count } things
}
notice-journey-deleted = Deleted { $title }
notice-recovered = Unsaved work restored
notice-one-file = Only one file can be opened at a time
notice-opening = Opening { $name }…
notice-not-kept = Unsaved work cannot be backed up on this computer right now: save the file
notice-kept-elsewhere = Another window has this work open
emergency-report = The program ended unexpectedly. A report is in { $path }; nothing has been sent.
emergency-kept = What was not saved is kept in { $path } and is offered at the next start.

## Dialogs

dialog-unsaved = Save changes to “{ $name }”?
dialog-unsaved-text = Otherwise everything since you last saved is lost.
dialog-unsaved-gone = The file has been moved or deleted. Unless you save, only earlier versions remain, in the history on this computer.
dialog-dont-save = Don’t save
dialog-cancel = Cancel
dialog-close = Close
dialog-copy = Copy
dialog-overwrite = Replace “{ $file }”?
dialog-overwrite-text = There is already a file with that name in { $folder }.
dialog-changed = “{ $file }” has been changed by another program
dialog-changed-text = Replacing it loses what has changed there since you opened it.
dialog-kept = “{ $name }” has changes that were never saved
dialog-kept-newer = The changes are newer than the file.
dialog-kept-older = The file has been saved since: it is newer than the changes.
dialog-kept-text = The program closed before they were saved. Restore them, or carry on with the saved file.
dialog-open-saved = Keep the saved file
dialog-replace = Replace
dialog-another-name = Another name…
dialog-another-place = Save elsewhere…
dialog-waiting = Choose a file
dialog-waiting-text = The system’s dialog is open beside this window.
dialog-built-in = Choose it here
dialog-path-name = File name
dialog-path-open = Open
dialog-path-up = One folder up
dialog-path-empty = There are no maps in this folder
dialog-cannot-open = The file could not be opened
dialog-cannot-save = The file could not be saved
dialog-mended = { $count ->
    [one] One problem in “{ $name }”
   *[other] { $count } problems in “{ $name }”
}
dialog-mended-text = Everything that can be read is shown. The file is untouched; the first time you save, the original is kept beside it.
dialog-sound-text = Everything that can be read is shown, and saving loses nothing.

## Keys of the map

keys-pointer = On the map
keys-add = Add a card
keys-add-how = double-click, N or T
keys-pan = Move the map
keys-pan-how = wheel, space and drag
keys-zoom = Zoom
keys-zoom-how = Ctrl and wheel
keys-move = Move a card
keys-move-how = drag it
keys-copy = Copy a card
keys-copy-how = Ctrl and drag
keys-several = Select several
keys-several-how = Shift and click, drag a box
keys-next = Next card, next cell
keys-next-how = Enter, Tab
keys-before = The cell before
keys-before-how = Shift Tab
keys-escape = Stop typing; keeps a new card
keys-escape-how = Esc
keys-escape-twice = Remove the new card
keys-escape-twice-how = Esc, Esc
keys-walk = Move between cards
keys-walk-how = arrow keys
keys-pen = Draw with a pen
keys-pen-how = click, Enter · arrow keys · Backspace · Esc

## About

about-licence = Free software under the MIT or Apache 2.0 licence, whichever you prefer.
about-parts = Fonts and artwork
about-inter = The text, by Rasmus Andersson
about-twemoji = The emoji, by Twitter and contributors
about-lucide = The icons, by the Lucide contributors

## A new map

new-journey = New customer journey
new-journey-copy = { $title } (copy)
new-phase-before = Before
new-phase-during = During
new-phase-after = After

## No window

run-no-display = there is no display to open a window on ({ $why })
run-no-drawing = the graphics driver of this machine cannot draw the window ({ $why })
run-no-scale = { $name } is “{ $given }”, and has to be a number from { $least } to { $most }

## Rooms: entered and left

room-back = Back

## A file that somebody has open already

dialog-in-use = “{ $name }” is already open
dialog-in-use-here = The map is open in another window on this computer, since { $since }.
dialog-in-use-by = { $who } has the map open on { $machine }, since { $since }. You can both work on it: what you save is merged.
dialog-in-use-somewhere = The map is open on { $machine }, since { $since }. You can both work on it: what you save is merged.
dialog-go-on-together = Work together
dialog-open-copy = Open a copy
dialog-only-read = Just read
dialog-show-window = Show the window
notice-only-read = Read only: choose Edit anyway, or save as a file of its own.
notice-only-read-newer = Made by a newer version: save as a file of its own to change it.
status-only-read = Read only
status-edit = Edit anyway
status-save-as = Save as

## How safe the work is

status-saved = Saved { $when }
status-saving = Saving …
status-unsaved = Unsaved
status-copy = copy { $clock }
status-no-copy = no copy can be kept
