## Pages made of maps

# $part (String)
# $parts (String)
page-part = Part { $part } of { $parts }
page-best = Best moment
# where nothing is above zero
page-highest = Highest point
# where nothing is below zero
page-lowest = Lowest point
page-worst = Worst moment
# $moment (String) - "Best moment"
# $who (String) - a persona
page-moment-of = { $moment }: { $who }
# $who (String) - a persona
page-feels = How { $who } feels
# $place (String) - a phase
# $loss (String) - "260 of 420 do not go on"
# $next (String) - the phase after it
page-largest-loss = The journey’s largest loss is in { $place }: { $loss } to { $next }
# $place (String) - a phase
# $loss (String) - "260 of 420 do not go on"
# $next (String) - the phase after it
page-largest-known-loss = The largest known loss is in { $place }: { $loss } to { $next }
# $share (String)
# $from (String)
# $to (String)
page-largest-loop = Largest loop: { $share } go back from { $from } to { $to }
# $from (String)
# $to (String)
page-loop = From { $from } back to { $to }
# $what (String)
# $reason (String)
page-reason = { $what } – { $reason }
# $gap (String) - "+1.3"
page-curve-gap = The curve: { $gap } on average
# $what (String) - "5 new, 2 gone"
page-card-changes = Cards: { $what }
page-lift = Largest rise
# $place (String) - a phase
# $before (String) - "−1.6"
# $after (String)
page-largest-lift = Largest rise: { $place }, from { $before } to { $after }
# $first (String) - a phase
# $last (String) - a phase
page-map-part = { $first } to { $last }
