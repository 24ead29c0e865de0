## Commands

command-present = Present
hint-present = Shows the map page by page in full screen, from the beginning
command-present-here = Present from here
hint-present-here = Starts the presentation at the phase that is selected or in view
command-less-motion = Less motion
hint-less-motion = Changes pages without moving the camera

## Keys while presenting

present-next = Next page
present-back = Previous page
present-first = First page
present-last = Last page
present-black = Black screen
present-white = White screen
present-dot = Pointer dot
present-spot = Spotlight
present-zoom = Zoom in at the mouse
present-edit = Edit a text
present-presenter = Presenter view
present-help = Help
present-help-title = While presenting
present-end = End
key-space = Space
key-digits = 1–9, Enter
present-go-to = Go to the page with that number
key-click = Click
present-click = Next page; on a card: show it large
key-right-click = Right click
key-wheel = Wheel
present-wheel = Next or previous page
key-double-click = Double click
present-double-click = Edit the text
key-swipe = Swipe
present-swipe = Next or previous page

## Pages

# $number (String) - which page, from 1
# $of (String) - how many pages there are
# $title (String) - its heading
present-page = Page { $number } of { $of }: { $title }
present-no-pages = All pages are hidden
# $number (String) - which page, from 1
# $of (String) - how many pages there are
present-page-short = { $number } of { $of }
# $number (String) - what has been typed
present-go = Go to page { $number }
present-window = Kundresa – presentation

## A card shown large

present-card-close = Close the card
present-said-by = Who
present-channel = Channel
present-persona = Who it is about
present-source = Source
present-evidence = Evidence
present-owner = Owner
present-opportunity = Opportunity
present-metric = Metric
# $value (String) - the figure now
# $target (String) - where it should be
present-metric-target = { $value }, target { $target }
present-tags = Tags
present-votes = Votes
present-step = Step
present-marks = Marked as
present-feeling = Feeling

## Editing while presenting

present-edit-title = Edit the text
present-task = Task
present-persona-name = Name
present-edit-hint = Enter saves to the map · Shift Enter new line · Tab next text · Esc cancels
present-edit-hint-line = Enter saves to the map · Tab next text · Esc cancels
present-nothing-to-edit = There is no text to edit here

## The presenter's view

present-now = Now
present-then = Next
present-then-end = The end
present-notes = Notes
present-notes-hint = Only you see what you write here
present-pages = Pages
present-elapsed = Time
present-clock = Clock
present-watch-start = Start the clock
present-watch-pause = Pause the clock
present-watch-reset = Reset the clock
present-planned = Planned time
present-planned-none = none
# $minutes (String)
present-minutes = { $minutes } min
present-page-time = Time of this page
# $time (String)
present-page-until = done at { $time }
# $time (String)
present-behind = { $time } behind
# $time (String)
present-ahead = { $time } ahead
present-notes-larger = Larger notes
present-notes-smaller = Smaller notes
present-audience = Audience window
present-audience-here = This window
# $number (String) - which screen, from 1
# $size (String) - how many pixels it has
present-audience-screen = Screen { $number } ({ $size })
# $number (String) - which screen, from 1
# $size (String) - how many pixels it has
present-audience-screen-here = Screen { $number } ({ $size }), this one
present-audience-own = A separate window
present-audience-gone = The audience’s screen is gone. The presentation goes on here.
present-show-page = Show the page here
