## Pages made of maps

# $part (String)
# $parts (String)
page-part = Part { $part } of { $parts }
page-best = Best moment
page-worst = Worst moment
# $place (String) - a phase
# $share (String) - "62%"
page-largest-loss = Largest loss: { $place }, where { $share } do not go on
# $place (String) - "Awareness, Looks around"
# $share (String) - "62%"
page-largest-loss-step = Largest loss in one step: { $place }, where { $share } do not go on
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
