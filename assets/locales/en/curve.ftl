## Emotion curve

curve-quote-open = “
curve-quote-close = ”
curve-nobody = No persona

## Transitions

# $share (String) - how many of the customers: "30%"
arc-loop-back = { $share } go back
# $share (String)
arc-skip = { $share } skip ahead
# $share (String)
arc-leave = { $share } leave
# $share (String)
# $kind (String) - a word of the user's own
arc-other = { $share } { $kind }
arc-loop-back-some = Go back
arc-skip-some = Skip ahead
arc-leave-some = Leave
# $what (String) - "30% go back"
# $phase (String)
arc-to = { $what } to { $phase }
# $what (String) - "30% go back"
# $phase (String)
arc-from = { $what } here from { $phase }
# $what (String) - "30% go back"
# $reason (String)
arc-reason = { $what }: { $reason }
# $from (String)
# $to (String)
# $what (String)
arc-title = { $from } → { $to }: { $what }
# $from (String)
# $what (String)
arc-title-out = { $from }: { $what }
