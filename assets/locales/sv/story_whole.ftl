### Sidorna om hela kartan, om personerna och om hur överens de är

## Hela kartan

whole-low-high = Resan börjar lågt och slutar högt
whole-high-low = Resan börjar högt och slutar lågt
whole-high-ends = Högt i båda ändar, lågt i { $phase }
whole-low-high-of = { $whose } resa börjar lågt och slutar högt
whole-high-low-of = { $whose } resa börjar högt och slutar lågt
whole-high-ends-of = { $whose } resa: högt i båda ändar, lågt i { $phase }
whole-more-lanes = { $count ->
    [one] och en rad till
   *[other] och { $said } rader till
}
whole-feelings = Känslor
curve-title-both = Sämsta stunden är i { $worst }, bästa i { $best }
curve-title-same = Både sämsta och bästa stunden är i { $phase }
curve-title-worst = Sämsta stunden är i { $phase }
curve-title-best = Bästa stunden är i { $phase }
movement-title-part = { $number ->
    [one] { $part } kommer hela vägen till { $phase }
   *[other] { $part } kommer hela vägen till { $phase }
}
movement-title-all = Alla { $count } kommer hela vägen till { $phase }
movement-title-loop = { $share } går från { $from } tillbaka till { $to }
next-title = { $what } kvar att göra
next-title-both = { $ideas } och { $tasks } kvar att göra
next-title-ideas = { $count ->
    [one] { $said } möjlighet
   *[other] { $said } möjligheter
}
next-title-tasks = { $count ->
    [one] { $said } åtgärd
   *[other] { $said } åtgärder
}

## Hur överens de är

page-agreement-agreed = Överens i { $agreed }, längst isär i { $apart }
page-agreement-closest = Närmast varandra i { $close }, längst isär i { $apart }
page-agreement-alike = De känner lika hela vägen
page-agreement-differ = Så olika känner de
page-agreement-group = Inköpsgruppen
page-agreement-personas = Personerna
page-agreement-of-phases = { $shown } av { $all } faser
page-agreement-distance = avstånd
page-agreement-nearest = närmast
page-agreement-furthest = längst isär

## En persona

persona-least = { $count ->
   *[other] Minst nöjd av de { $said }
}
persona-most = { $count ->
   *[other] Mest nöjd av de { $said }
}
persona-worst-best = Sämst i { $worst }, bäst i { $best }
persona-wants = Vill
persona-needs = Behöver
persona-frustrated = Störs av
persona-worst = sämst { $felt }
persona-best = bäst { $felt }
persona-lowest = lägst { $felt }
persona-highest = högst { $felt }
compare-title-better = { $who } känner sig bättre i { $map }
compare-title-worse = { $who } känner sig sämre i { $map }
