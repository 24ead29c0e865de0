canvas-add = lägg till
canvas-parking = Parkering
canvas-lane-hidden = Raden är dold för dig. Visa den igen i menyn Visa.
canvas-new-persona = Ny persona
canvas-map = Karta: { $title }
canvas-copied = { $count ->
    [one] Kopierat
   *[other] { $count } kopierade
}
canvas-kept = Texten är kvar · { $undo } tar bort den
canvas-no-place = Kartan har ingen rad för kort
canvas-cut = En text var för lång: bara de första { $count } tecknen behölls

## Pennan: vems kurva som ritas

pen-list = Penna
pen-draw = Rita { $whose } kurva
pen-copy = Kopiera { $whose } kurva hit
pen-copied = { $name } har fått { $whose } kurva. Det som fanns i kurvan är kvar.
pen-nameless = personan utan namn
pen-choose = Välj först vem som känner: klicka på ett porträtt eller tryck 1–{ $count }
canvas-no-signs = Det markerade har inga tecken att förklara
pen-off-map = { $name } är inte längre med på kartan. Kurvan finns kvar i filen.
pen-in-list = Rita { $whose } kurva, { $number }
status-pen = Ritar { $whose } kurva · klick sätter nästa punkt · 1–{ $count } byter person · Esc lägger ner pennan
status-pen-alone = Ritar { $whose } kurva · klick sätter nästa punkt · Esc lägger ner pennan
status-pen-nobody = Ritar kurvan · klick sätter nästa punkt · Esc lägger ner pennan
menu-onto-map = Ta med på kartan
overview-steps = Steg { $range }
overview-lanes = Rad { $range }
overview-of = av { $count }
overview-all = Allt
canvas-leads-to = Leder till: { $card }
canvas-leads-to-asks = Klicka på aktiviteten som följer · Esc avbryter
