scene-untitled = Untitled
# $text (String)
scene-purpose = Purpose: { $text }
# $value (String)
scene-target = Target: { $value }
scene-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
