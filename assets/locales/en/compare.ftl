## Comparing two maps

# $later (String) - a journey
# $earlier (String) - a journey
compare-title = { $later } compared with { $earlier }
# $lane (String) - the lane
# $label (String) - which of the two it belongs to
compare-lane = { $lane } · { $label }
compare-with = with
compare-over = On top of each other
compare-above = One below the other
compare-close = Stop comparing
compare-first = Earlier map
compare-second = Later map
# $count (Number) - cards
compare-new = { $count ->
    [one] 1 new
   *[other] { $count } new
}
# $count (Number) - cards
compare-changed = { $count ->
    [one] 1 changed
   *[other] { $count } changed
}
# $count (Number) - cards
compare-removed = { $count ->
    [one] 1 gone
   *[other] { $count } gone
}
# $gap (String) - the mean difference, with its sign
compare-gap = curve { $gap } on average
# $who (String) - a persona
# $gap (String) - the mean difference, with its sign
compare-gap-of = { $who } { $gap } on average
# $after (String)
# $before (String)
compare-time = takes { $after } instead of { $before }
# $after (String)
# $before (String)
compare-friction = friction { $after } instead of { $before }
# $after (String)
# $before (String)
compare-go-on = { $after } go all the way, { $before } before
# $after (String)
# $before (String)
compare-win = winning a customer costs { $after } instead of { $before }
# $after (String)
# $before (String)
compare-keep = keeping a customer costs { $after } instead of { $before }
# $figures (String)
compare-figures = The whole map: { $figures }
compare-all-the-way = Go all the way
compare-same = No cards differ
# $count (Number) - phases
compare-new-phases = { $count ->
    [one] 1 new phase
   *[other] { $count } new phases
}
# $count (Number) - phases
compare-removed-phases = { $count ->
    [one] 1 phase gone
   *[other] { $count } phases gone
}
# $title (String) - the phase
compare-phase-new = { $title } · new
# $title (String) - the phase
compare-phase-removed = { $title } · gone

command-compare = Compare maps
hint-compare = Shows two maps of the project at once and what differs
command-make-future = Make a future map from this one
hint-make-future = Adds a copy as the future state, and marks what is new in it

# $title (String) - the journey
new-journey-future = { $title } – future state
