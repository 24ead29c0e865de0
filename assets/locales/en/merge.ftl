### Two copies of a map made one

## What each copy has changed

# $things (String)
merge-new = new: { $things }
# $things (String)
merge-changed = changed: { $things }
# $things (String)
merge-deleted = deleted: { $things }
merge-unchanged = nothing changed
merge-count-project = details of the project
merge-count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
merge-count-passages = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
}
merge-count-themes = { $count ->
    [one] { $count } theme
   *[other] { $count } themes
}
merge-count-opportunities = { $count ->
    [one] { $count } opportunity
   *[other] { $count } opportunities
}
merge-count-tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
merge-count-images = { $count ->
    [one] { $count } image
   *[other] { $count } images
}
merge-count-views = { $count ->
    [one] { $count } view
   *[other] { $count } views
}
merge-count-pages = { $count ->
    [one] { $count } page of the story
   *[other] { $count } pages of the story
}
merge-count-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
merge-count-others = { $count ->
    [one] { $count } other thing
   *[other] { $count } other things
}

## Conflicts

# $thing (String)
# $field (String)
# $mine (String)
# $theirs (String)
merge-conflict = { $thing }, { $field }: ours { $mine }, theirs { $theirs }.
# $thing (String)
merge-deleted-in-ours = { $thing }: deleted in ours, changed or needed in theirs; it was kept.
# $thing (String)
merge-deleted-in-theirs = { $thing }: deleted in theirs, changed or needed in ours; it was kept.
merge-nothing = nothing
merge-first = first
# $text (String)
merge-after = after “{ $text }”
# $text (String)
merge-value = “{ $text }”
merge-place = Place
merge-order = Order
merge-thing-view = View
merge-thing-page = Page

## The command line

cli-about-merge = makes two copies of a map one again; without BASE all that differs is a conflict
cli-merge-options = Options of merge:
cli-about-merge-output = the file; it may be one of the copies
cli-about-merge-ours = what our copy is called in conflicts; else as its file
cli-about-merge-theirs = what their copy is called in conflicts; else as its file
cli-about-merge-name = what the map is called in what is printed; else as OUT
cli-about-json = prints JSON, for programs
cli-no-copies = merge needs two copies of a map: [BASE] OURS THEIRS.
# $file (String)
cli-too-many-copies = merge reads BASE, OURS and THEIRS; “{ $file }” is one too many.
cli-no-merged = merge needs a file to write: -o FILE.
# $file (String)
cli-merged = { $count ->
    [0] { $file }: merged, no conflicts
    [one] { $file }: merged, one conflict left; it is kept in the file
   *[other] { $file }: merged, { $count } conflicts left; they are kept in the file
}
# $count (Number) - how many are left
cli-conflicts-left = { $count ->
    [one] one conflict left
   *[other] { $count } conflicts left
}
# $changes (String)
cli-merged-ours = ours: { $changes }
# $changes (String)
cli-merged-theirs = theirs: { $changes }

merge-yes = yes
merge-no = no

## The room in which two copies are merged

merge-room = Merge
merge-room-kept = Conflicts
merge-esc = Esc keeps your choices; nothing is written to the file yet
merge-mine = Mine
merge-theirs = Theirs
# $when (String) - the day and the time
merge-base = Both come from the version of { $when }
# $name (String) - what the version is called
merge-base-named = Both come from the version “{ $name }”
merge-no-base = No common version was found: all that differs is a conflict
merge-strangers = The maps have nothing in common: all of theirs is added
merge-waiting = Merging …
merge-came = Changes
merge-show = Show
merge-show-all = Show all
merge-conflicts = Conflicts
merge-conflict-is = the same field changed by both
# $solved (Number) - how many are solved
# $all (Number) - how many there are
merge-solved-of = { $solved } of { $all } solved
merge-no-conflicts = No conflicts: all of both is there.
merge-none-left = No conflicts left.
# $count (Number) - how many are left
merge-left = { $count ->
    [one] One conflict left. It can wait: both answers stay in the file until you choose.
   *[other] { $count } conflicts left. They can wait: both answers stay in the file until you choose.
}
merge-next = Next conflict
merge-take-in = Take into my map
merge-tab-map = Map
merge-map = The merged map
merge-earlier = Before
merge-show-on-map = Show on the map
merge-keep-mine = Keep mine
merge-keep-theirs = Take theirs
merge-keep-both = Both
merge-both-is = Both: yours first, theirs on the line below
merge-keep = Keep
merge-delete = Delete
merge-you-deleted = You deleted it, they changed it
merge-they-deleted = They deleted it, you changed it
# $mine (String) - what stands in my copy
# $theirs (String) - what stands in theirs
merge-both-values = mine: { $mine }, theirs: { $theirs }
merge-kept-mine = Mine
merge-kept-theirs = Theirs
merge-kept-both = Both kept
merge-was-kept = Kept
merge-was-deleted = Deleted
merge-take-back = Undo the choice
merge-solved = Solved
merge-conflict-left = Conflict left
merge-alone-mine = New, moved or changed by you
merge-alone-theirs = New, moved or changed by them
merge-stands = What stands
merge-beside = The other answer
merge-take-beside = Take the other
merge-one-deleted = Deleted in one copy, changed in the other
# $one (String) - a value
# $other (String) - another value
merge-either = { $one } or { $other }
merge-mark-tip = Two people changed this. Click to choose.

notice-same-file = That is the open file: choose another copy of the map.
notice-merge-newer = That copy was made with a later version and cannot be merged here.
notice-merge-done = The copies are merged
# $count (Number) - how many are left
notice-merge-left = { $count ->
    [one] Taken in. One conflict is left, marked on the map
   *[other] Taken in. { $count } conflicts are left, marked on the map
}
notice-all-solved = All conflicts are solved
notice-choose = Choose…
notice-merge = Merge…
# $name (String) - the file
notice-copy-beside = Another copy of the map lies beside it: { $name }
# $count (Number) - how many are left
status-conflicts = { $count ->
    [one] One conflict
   *[other] { $count } conflicts
}
status-merge-on = Go on merging
status-choose = Choose
