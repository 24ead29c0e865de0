scene-untitled = Utan namn
scene-purpose = Syfte: { $text }
scene-target = Mål: { $value }
chain-said = { $from } leder till { $to }
scene-votes = { $count ->
    [one] { $count } röst
   *[other] { $count } röster
}
