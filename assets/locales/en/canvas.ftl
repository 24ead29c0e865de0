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
canvas-no-place = The map has no lane for cards
# $count (String)
canvas-cut = A text was too long: only its first { $count } characters were kept
