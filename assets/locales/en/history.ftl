### What is different between two versions; which versions there are

## “3 cards new, 1 changed, curve moved”

# $things (String) - "3 cards", or the number alone where it is clear of what
# $how (String) - new, changed, moved or gone
changed-how = { $things } { $how }
# $count (Number)
changed-new = { $count ->
    [one] new
   *[other] new
}
# $count (Number)
changed-new-neuter = { $count ->
    [one] new
   *[other] new
}
# $count (Number)
changed-changed = { $count ->
    [one] changed
   *[other] changed
}
# $count (Number)
changed-changed-neuter = { $count ->
    [one] changed
   *[other] changed
}
# $count (Number)
changed-moved = { $count ->
    [one] moved
   *[other] moved
}
# $count (Number)
changed-moved-neuter = { $count ->
    [one] moved
   *[other] moved
}
changed-removed = gone
changed-curve = curve moved
changed-title = title changed
changed-other = other things changed
changed-nothing = nothing changed

count-opportunities = { $count ->
    [one] { $count } opportunity
   *[other] { $count } opportunities
}
count-tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
count-subgoals = { $count ->
    [one] { $count } sub-goal
   *[other] { $count } sub-goals
}
count-images = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
}
count-views = { $count ->
    [one] { $count } view
   *[other] { $count } views
}
count-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}

## kundresa history, kundresa restore

cli-about-history = lists the versions of a file, newest first; --json for programs
cli-about-restore = writes a version of a file as another file
cli-restore-options = Options of restore:
cli-about-restore-version = which version, by its number in history
cli-about-restore-output = the file to write; - for the standard output
# $command (String)
# $file (String)
cli-one-file = { $command } reads one file; “{ $file }” is one too many.
cli-no-version = restore needs to know which version: --version N. kundresa history lists them.
cli-no-restored-file = restore needs a file to write: -o FILE.
cli-history-saved = saved
cli-history-read = opened
cli-history-unsaved = unsaved
# $name (String)
cli-history-named = “{ $name }”
cli-history-first = the first version
# $file (String)
cli-history-none = No versions of { $file } are kept.
# $file (String)
# $number (String)
cli-no-such-version = { $file } has no version { $number }. kundresa history lists those there are.
# $file (String)
cli-restore-same = { $file } is the file itself: a version is never written over it. Choose another name.

## The history in the window

history-title = History
# $file (String)
history-title-of = History · { $file }
history-esc = Esc goes back, nothing changes
history-now = Now
history-no-day = No date
# $changed (String) - "3 cards new"
# $when (String) - "today 14:05"
history-since = { $changed } since { $when }
history-search = Search the changes
history-name = Name
history-name-now = Name the map as it is now…
history-name-text = What has a name goes with the file and is never thinned out.
history-name-asked = Name
history-name-hint = Before the board meeting
history-note-asked = Note
history-no-name = Give the version a name.
history-rename = Change name and note…
history-remove = Remove the named version
history-begins = The history begins when you save next time.
history-reading = Reading the version…
history-no-map = The map was not there then.
# $title (String)
history-map-was = The map as it was: { $title }
history-map-is = The map as it is now
history-same = Nothing differs
# $differ (String)
# $all (String)
history-phases = { $differ } of { $all } phases differ
history-steps = J and K step through what differs
# $changed (String) - "1 persona new"
history-beside = beside the map: { $changed }
# $count (Number)
history-moved-count = { $count ->
    [one] 1 moved
   *[other] { $count } moved
}
# $count (Number)
history-removed-count = { $count ->
    [one] 1 removed
   *[other] { $count } removed
}
history-new = New
history-new-neuter = New
history-changed = Changed
history-changed-neuter = Changed
history-moved = Moved
history-moved-neuter = Moved
history-removed = Removed since then
history-removed-neuter = Removed since then
# $title (String)
history-now-called = Now called { $title }
# $title (String)
history-was-called = Was called { $title }
history-curve-new = New curve
history-curve-changed = Curve changed
history-curve-moved = Curve moved
history-curve-removed = Curve removed since then
# $what (String)
history-bring-back-this = Bring back: { $what }
history-keeps-now = What is there now is kept first, as a version of its own.
history-can-undo = It can be undone.
history-open = Open as new map
history-all = Bring back everything
# $count (Number)
history-ticked = Only what is ticked ({ $count })
history-tab-list = Versions
history-tab-maps = Maps

notice-brought-back = Back from the history
# $name (String)
notice-version-removed = { $name } is removed from the file
