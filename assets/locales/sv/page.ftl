## En karta som webbsida

page-map = Karta
page-outline = Text
page-views = Visa som
page-journeys = Kundresekartor
page-phases = Faser
page-whole-map = Hela kartan
page-previous-phase = Föregående fas
page-next-phase = Nästa fas
page-previous-card = Föregående kort
page-next-card = Nästa kort
page-close = Stäng
page-details = Detaljer
page-marks = Markeringar
page-keys = Dra för att flytta, Ctrl och hjulet zoomar. ← → går fas för fas, 1–9 till en fas, + − zoomar, 0 visar hela kartan. Klicka på ett kort, eller tryck Enter på det, för att läsa allt; Esc stänger det.

## Sidor med diagram

page-matrix-title = { $count ->
    [one] En möjlighet efter värde och insats
   *[other] { $said } möjligheter efter värde och insats
}
page-matrix-cut = de { $shown } högst rangordnade av { $all }
page-matrix-loose = { $count ->
    [one] en utan värde eller insats visas inte
   *[other] { $count } utan värde eller insats visas inte
}
page-board-count = { $count ->
    [one] En möjlighet
   *[other] { $said } möjligheter
}
page-board-ongoing = { $ideas }, { $ongoing } pågår
page-board-none = { $ideas }, ingen påbörjad
page-board-cut = de högst rangordnade i varje kolumn
page-board-others = { $count ->
    [one] en med annan status visas inte
   *[other] { $count } med annan status visas inte
}
page-coverage-rows = de { $shown } källor av { $all } som har berättat mest
page-coverage-phases = de { $shown } faser av { $all } som det berättas mest om
page-coverage-more = { $count ->
    [one] en lucka till
   *[other] { $count } luckor till
}
page-saturation-so-far = { $interviews }, { $count ->
    [0] inga teman
    [one] ett tema
   *[other] { $said } teman
}
page-saturation-nothing = { $count ->
    [one] Inget nytt tema i den senaste intervjun
   *[other] Inga nya teman i de { $said } senaste intervjuerna
}
