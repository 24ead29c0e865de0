canvas-add = lägg till
canvas-parking = Parkering
canvas-lane-hidden = Raden är dold för dig. Visa den igen i menyn Visa.
canvas-new-persona = Ny persona
canvas-map = Karta: { $title }
canvas-copied = { $count ->
    [one] Kopierat
   *[other] { $count } kopierade
}
canvas-no-place = Kartan har ingen rad för kort
canvas-cut = En text var för lång: bara de första { $count } tecknen behölls
