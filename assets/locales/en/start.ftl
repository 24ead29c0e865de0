start-tagline = Map, present and follow up the customer journey
start-examples = Examples
start-example = Example: { $title }
start-recent = Recent
start-recent-none = Maps that you have opened or saved are shown here.
start-drop = Drop a file anywhere to open it
start-missing = The file is no longer there
start-reading = Reading…
start-forget = Remove from the list
start-unsaved = Unsaved work, { $when }
start-recover = Restore
start-never-saved = The map has never been saved.
start-file-gone = The file is not there any more.
start-file-unreadable = The file cannot be read.
start-as-file = The same as the file of { $when }.
start-differs = Against the file of { $when }: { $what }.
start-compare = Compare
start-drop-work = Discard
ago-now = just now
ago-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
ago-weeks = { $count ->
    [one] { $count } week ago
   *[other] { $count } weeks ago
}
ago-months = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}
ago-years = { $count ->
    [one] { $count } year ago
   *[other] { $count } years ago
}
