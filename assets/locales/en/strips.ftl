## Computed rows

strip-funnel = Customers
strip-times = Time
strip-agreement = Agreement

# $count (String)
funnel-in = { $count } in
# $count (String)
funnel-out = { $count } go on
funnel-goes-on = go on
# $share (String)
funnel-worst = Largest loss { $share }
funnel-unknown = no figures

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
friction-level = friction { $level } of 4
friction = Friction
# $span (String)
total-time = About { $span } in all
total-ongoing = + ongoing
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
# $digital (String)
# $physical (String)
inspector-media = { $digital } digital · { $physical } physical
inspector-gap = Gap between two curves, good when the second is higher
legend-switch = Switch between digital and physical
