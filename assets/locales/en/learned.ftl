### The pages that say what the map taught us, and what we ask for

learned-title = { $sources }, { $findings }
learned-sources = { $count ->
    [one] One source
   *[other] { $said } sources
}
learned-interviews = { $count ->
    [one] One interview
   *[other] { $said } interviews
}
learned-gaps = Gaps
learned-themes = Recurring themes
# $count (Number)
learned-themes-count = { $count ->
    [one] { $count } recurring theme
   *[other] { $count } recurring themes
}
learned-theme = Theme
learned-passages = Passages
learned-finding = Finding
learned-proof = What it rests on
learned-findings = { $said } findings
learned-assumptions = { $said } assumptions to test
learned-loss = The journey’s largest loss is in { $phase }: { $share } do not go on to the next phase.
learned-known-loss = The largest known loss is in { $phase }: { $share } do not go on to the next phase.
learned-unhappy-one = { $phase } is the only phase where { $who } is unhappy.
learned-unhappy-both = { $phase } is the only phase where both are unhappy.
learned-unhappy-all = { $phase } is the only phase where all { $count } are unhappy.
learned-worst = The journey’s worst moment is { $whose }, in { $phase }.
learned-worst-nobodys = The journey’s worst moment is in { $phase }.
learned-best = The journey’s best moment is { $whose }, in { $phase }.
learned-best-nobodys = The journey’s best moment is in { $phase }.
learned-apart = They are furthest apart in { $phase }: { $happy } is happy, { $unhappy } unhappy.
learned-off-read-on = { $phase }: { $value } { $what }. The target is { $target }.
learned-off = { $what } is { $value } in { $phase }. The target is { $target }.
learned-most-votes = The pain point with the most votes is in { $phase }.
learned-loop = { $share } go back from { $from } to { $to }.
learned-votes = { $count ->
    [one] vote
   *[other] votes
}
learned-of = of { $all }
learned-goes-back = go back
learned-phase-rests = The phase rests on { $on }
learned-moment-rests = The moment rests on { $on }
learned-rests-on = { $sources }, of which { $interviews }
learned-count-sources = { $count ->
    [one] 1 source
   *[other] { $said } sources
}
learned-count-interviews = { $count ->
    [one] 1 interview
   *[other] { $said } interviews
}
learned-counts-are-the-maps = The counts are the map’s.
learned-unfounded = No sources yet: our own view
learned-since = Since “{ $name }”: { $changed }
learned-since-no-map = The map was not there in “{ $name }”
learned-curve-in = the curve in { $phase } { $felt }
learned-changed = What has changed
learned-changed-since = Since
learned-changed-how = Changed
story-field-since = Compared with
story-since-none = No version
story-since-no-versions = Name a version in the history, and the page says what has changed since.

ask-title = We ask you to say yes to { $count } things
ask-title-first = We ask you to say yes to { $count } things first
ask-title-one = Say yes to: { $title }
ask-under-way = This is under way
ask-pains = This needs an answer
ask-planned-of = { $count ->
    [one] { $said } of { $all } opportunities is planned but not begun.
   *[other] { $said } of { $all } opportunities are planned but not begun.
}
ask-ideas-of = { $count ->
    [one] { $said } of { $all } opportunities is an idea that nobody has begun.
   *[other] { $said } of { $all } opportunities are ideas that nobody has begun.
}
ask-ongoing-too = { $count ->
    [one] { $said } is under way already.
   *[other] { $said } are under way already.
}
ask-decided = To be decided by { $who } by { $when }
ask-decided-by = To be decided by { $who }
ask-decided-on = To be decided by { $when }
ask-owner = { $who } sees to it
ask-no-owner = no owner
ask-by = by
ask-passed = passed
ask-late = overdue
ask-next = Next steps
ask-more = and { $count } more
ask-more-by = and { $count } more, by { $date }

number-one = one
number-two = two
number-three = three
number-four = four
number-five = five
number-six = six
number-seven = seven
number-eight = eight
number-nine = nine
number-ten = ten
number-eleven = eleven
number-twelve = twelve
story-field-decided-by = To be decided by
story-field-decided-on = No later than

## What a customer costs

costs-usual-unit = €
# $times (String) - how many times as much: a word, or a number
costs-times = { $times } times as much
costs-twice = twice as much
# $much (String) - costs-times or costs-twice
costs-about = about { $much }
# $much (String) - how many times as much
# $win (String) - an amount with its unit
# $keep (String) - an amount with its unit
costs-win-more = Winning a customer costs { $much } as keeping one: { $win } against { $keep }.
# $much (String) - how many times as much
# $keep (String) - an amount with its unit
# $win (String) - an amount with its unit
costs-keep-more = Keeping a customer costs { $much } as winning one: { $keep } against { $win }.
# $both (String) - the amount that both are
costs-alike = Winning a customer costs as much as keeping one: { $both }.
# $win (String) - an amount with its unit
# $keep (String) - an amount with its unit
costs-about-alike = Winning a customer costs about as much as keeping one: { $win } against { $keep }.
# $keep (String) - an amount with its unit
costs-win-nothing = Winning a customer costs nothing, keeping one costs { $keep }.
# $win (String) - an amount with its unit
# $keep (String) - an amount with its unit
costs-both = Winning a customer costs { $win }, keeping one costs { $keep }.
# $win (String) - an amount with its unit
costs-win-only = Winning a customer costs { $win }.
# $keep (String) - an amount with its unit
costs-keep-only = Keeping a customer costs { $keep }.
