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
canvas-kept = Text kept · { $undo } removes it
canvas-no-place = The map has no lane for cards
# $count (String)
canvas-cut = A text was too long: only its first { $count } characters were kept

## The pen: whose curve is drawn

pen-list = Pen
# $whose (String) - a name in the genitive
pen-draw = Draw { $whose } curve
# $whose (String) - a name in the genitive
pen-copy = Copy { $whose } curve here
# $name (String)
# $whose (String) - a name in the genitive
pen-copied = { $name } now has { $whose } curve. Points that were already there are unchanged.
pen-nameless = the persona without a name
# $count (text): the highest figure that takes up a pen
pen-choose = First choose who feels it: click a portrait or press 1–{ $count }
canvas-no-signs = What is selected has no signs to explain
# $name (String)
pen-off-map = { $name } is no longer on the map. The curve is still in the file.
# $whose (String) - a name in the genitive
# $number (String)
pen-in-list = Draw { $whose } curve, { $number }
# $whose (String) - a name in the genitive
# $count (String) - the last number
status-pen = Drawing { $whose } curve · a click sets the next point · 1–{ $count } switches persona · Esc puts the pen down
# $whose (String) - a name in the genitive
status-pen-alone = Drawing { $whose } curve · a click sets the next point · Esc puts the pen down
status-pen-nobody = Drawing the curve · a click sets the next point · Esc puts the pen down
menu-onto-map = Bring to the map
overview-steps = Steps { $range }
overview-lanes = Lanes { $range }
overview-of = of { $count }
overview-all = All
# $card (String)
canvas-leads-to = Leads to: { $card }
canvas-leads-to-asks = Click the activity that follows · Esc cancels
