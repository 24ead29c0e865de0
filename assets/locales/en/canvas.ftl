canvas-add = add
canvas-parking = Parking place
canvas-lane-hidden = The lane is hidden for you. Show it again in the View menu.
canvas-new-persona = New persona
# $title (String)
canvas-map = Map: { $title }
# $count (Number)
canvas-copied = { $count ->
    [one] Copied
   *[other] { $count } copied
}
canvas-kept = The text is kept · Esc again takes it away
canvas-no-place = There is no lane for cards to put it in
# $count (String)
canvas-cut = A text was too long: only its first { $count } characters were kept
overview-steps = Steps { $range }
overview-lanes = Lanes { $range }
overview-of = of { $count }
overview-all = All
