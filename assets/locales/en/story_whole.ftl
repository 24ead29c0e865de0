### The pages of the whole map, of personas, and of how far these agree

## The whole map

whole-low-high = The journey starts low and ends high
whole-high-low = The journey starts high and ends low
# $phase (String)
whole-high-ends = High at both ends, low in { $phase }
# $whose (String)
whole-low-high-of = { $whose } journey starts low and ends high
# $whose (String)
whole-high-low-of = { $whose } journey starts high and ends low
# $whose (String)
# $phase (String)
whole-high-ends-of = { $whose } journey: high at both ends, low in { $phase }
# $count (Number)
# $said (String)
whole-more-lanes = { $count ->
    [one] and one more row
   *[other] and { $said } more rows
}
whole-feelings = Feelings
# $worst (String) - a phase
# $best (String) - a phase
curve-title-both = The worst moment is in { $worst }, the best in { $best }
# $phase (String)
curve-title-same = Both the worst and the best moment are in { $phase }
# $phase (String)
curve-title-worst = The worst moment is in { $phase }
# $phase (String)
curve-title-best = The best moment is in { $phase }
# $number (Number)
# $part (String) - "22 of 420"
# $phase (String) - the last one
movement-title-part = { $number ->
    [one] { $part } comes all the way to { $phase }
   *[other] { $part } come all the way to { $phase }
}
# $count (String)
# $phase (String) - the last one
movement-title-all = All { $count } come all the way to { $phase }
# $share (String)
# $from (String) - a phase
# $to (String) - a phase
movement-title-loop = { $share } go back from { $from } to { $to }
# $what (String) - "Seven opportunities"
next-title = { $what } left to do
# $ideas (String) - "Seven opportunities"
# $tasks (String) - "six tasks"
next-title-both = { $ideas } and { $tasks } left to do
# $count (Number)
# $said (String) - the same in words
next-title-ideas = { $count ->
    [one] { $said } opportunity
   *[other] { $said } opportunities
}
# $count (Number)
# $said (String) - the same in words
next-title-tasks = { $count ->
    [one] { $said } task
   *[other] { $said } tasks
}

## How far they agree

# $agreed (String)
# $apart (String)
page-agreement-agreed = Agreed in { $agreed }, furthest apart in { $apart }
# $close (String)
# $apart (String)
page-agreement-closest = Closest in { $close }, furthest apart in { $apart }
page-agreement-alike = They feel alike all the way
page-agreement-differ = How differently they feel
page-agreement-group = The buying group
page-agreement-personas = The personas
# $shown (String)
# $all (String)
page-agreement-of-phases = { $shown } of { $all } phases
page-agreement-distance = distance
page-agreement-nearest = closest
page-agreement-furthest = furthest apart

## A persona

# $count (Number)
# $said (String)
persona-least = { $count ->
    [2] The less happy of the { $said }
   *[other] The least happy of the { $said }
}
# $count (Number)
# $said (String)
persona-most = { $count ->
    [2] The happier of the { $said }
   *[other] The happiest of the { $said }
}
# $worst (String)
# $best (String)
persona-worst-best = Worst in { $worst }, best in { $best }
persona-wants = Wants
persona-needs = Needs
persona-frustrated = Bothered by
# $felt (String)
persona-worst = worst { $felt }
# $felt (String)
persona-best = best { $felt }
# $felt (String)
persona-lowest = lowest { $felt }
# $felt (String)
persona-highest = highest { $felt }
# $who (String) - a persona
# $map (String) - the later map
compare-title-better = { $who } feels better in { $map }
# $who (String) - a persona
# $map (String) - the later map
compare-title-worse = { $who } feels worse in { $map }
