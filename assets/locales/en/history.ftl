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
