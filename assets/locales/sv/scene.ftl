scene-untitled = Utan namn
scene-purpose = Syfte: { $text }
scene-target = Mål: { $value }
scene-votes = { $count ->
    [one] { $count } röst
   *[other] { $count } röster
}
