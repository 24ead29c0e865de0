scene-untitled = Untitled
# $text (String)
scene-purpose = Purpose: { $text }
# $value (String)
scene-target = Target: { $value }
# $from (String)
# $to (String)
chain-said = { $from } leads to { $to }
scene-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
