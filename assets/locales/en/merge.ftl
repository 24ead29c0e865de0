### Two copies of a map made one

## What each copy has changed

# $things (String)
merge-new = new: { $things }
# $things (String)
merge-changed = changed: { $things }
# $things (String)
merge-deleted = deleted: { $things }
merge-unchanged = nothing changed
merge-count-project = the project’s own fields
merge-count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
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
# $changes (String)
cli-merged-ours = ours: { $changes }
# $changes (String)
cli-merged-theirs = theirs: { $changes }
