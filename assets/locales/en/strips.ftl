## Computed rows

strip-funnel = Customers
strip-times = Time
strip-agreement = Agreement
# $count (Number)
strip-agreement-of-all = Agreement, all { $count }

# $count (String)
funnel-in = { $count } in
# $number (Number)
# $count (String) - the same, as it is written
funnel-out = { $number ->
    [one] { $count } goes on
   *[other] { $count } go on
}
funnel-goes-on = go on
# $number (Number)
# $count (String) - the same, as it is written
# $of (String) - how many come in
funnel-on = { $number ->
    [one] { $count }{ "\u00A0" }of{ "\u00A0" }{ $of } goes on
   *[other] { $count }{ "\u00A0" }of{ "\u00A0" }{ $of } go on
}
# $number (Number)
# $count (String) - the same, as it is written
# $of (String) - how many come in
funnel-loss = { $number ->
    [one] { $count }{ "\u00A0" }of{ "\u00A0" }{ $of } does not go on
   *[other] { $count }{ "\u00A0" }of{ "\u00A0" }{ $of } do not go on
}
# $part (String)
# $of (String) - "260 of 420"
figure-of = { $part }{ "\u00A0" }of{ "\u00A0" }{ $of }
# $loss (String) - "260 of 420"
funnel-largest = Largest loss: { $loss }
# $loss (String) - "260 of 420"
funnel-largest-known = Largest known loss: { $loss }
# $step (String)
# $loss (String) - "42 of 160"
funnel-largest-step = most in { $step }: { $loss }
# $share (String) - "38%"
funnel-share-on = { $share } go on
funnel-largest-short = largest loss
funnel-largest-known-short = largest known loss
# $number (Number)
# $count (String) - the same, as it is written
way-back = { $number ->
    [one] { $count } goes back
   *[other] { $count } go back
}
# $number (Number)
# $count (String) - the same, as it is written
way-skip = { $number ->
    [one] { $count } skips ahead
   *[other] { $count } skip ahead
}
# $number (Number)
# $count (String) - the same, as it is written
way-leave = { $number ->
    [one] { $count } leaves
   *[other] { $count } leave
}
# $count (String) - "226 of 420"
way-unknown = { $count } unaccounted for
# $sum (String) - "104%"
way-too-many = the shares from here come to { $sum }
funnel-unknown = no figures
command-fold-customers = Customers on one line
hint-fold-customers = Shows customers on one line instead of as a funnel
cli-about-fold-customers = the customers on one line, not as a funnel

agreement-agreed = Agreed
# $gap (String)
agreement-apart = { $gap } apart
# $who (String)
agreement-furthest = Furthest apart: { $who }

# $from (String)
# $to (String)
path-switch = Switch from { $from } to { $to }

## Figures in the head and on cards

# $level (String)
friction-level = friction { $level }{ "\u00A0" }of{ "\u00A0" }4
friction = Friction
# $span (String)
total-time = About { $span } in all
total-ongoing = + ongoing
# $known (Number)
# $all (Number)
total-known = ({ $known } of { $all } phases)
# $whom (String)
head-for = For: { $whom }
# $from (String)
head-from = From: { $from }
# $from (String)
# $to (String)
head-way = { $from } → { $to }
# $to (String)
head-only-to = To: { $to }
metric-over = above target
metric-on = on target
metric-under = below target

## Column widths

command-widths = Column width
hint-widths = Makes columns equal, as wide as you drag them, or by how long the phases last
inspector-widths = Column width
inspector-channels = Channels
inspector-switches = Switches on the way
# $digital (String)
# $physical (String)
inspector-media = { $digital } digital · { $physical } physical
inspector-gap = Gap between two curves, good when the second is higher
legend-switch = Switch between digital and physical, or between devices
# $limit (String)
legend-agreed = Agreed: at most { $limit } apart
