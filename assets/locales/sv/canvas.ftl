canvas-add = lägg till
canvas-parking = Parkering
canvas-lane-hidden = Raden är dold för dig. Visa den igen i menyn Visa.
canvas-new-persona = Ny persona
canvas-map = Karta: { $title }
canvas-copied = { $count ->
    [one] Kopierat
   *[other] { $count } kopierade
}
canvas-kept = Texten är kvar · Esc en gång till tar bort den
canvas-no-place = Det finns ingen rad för kort att lägga det i
canvas-cut = En text var för lång: bara de första { $count } tecknen behölls
overview-steps = Steg { $range }
overview-lanes = Rad { $range }
overview-of = av { $count }
overview-all = Allt
