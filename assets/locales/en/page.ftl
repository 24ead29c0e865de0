## A map as a web page

page-map = Map
page-outline = Text
page-views = Show as
page-journeys = Journey maps
page-phases = Phases
page-whole-map = Whole map
page-previous-phase = Previous phase
page-next-phase = Next phase
page-previous-card = Previous card
page-next-card = Next card
page-close = Close
page-details = Details
page-marks = Marks
page-keys = Drag to move, Ctrl and wheel to zoom. ← → goes phase by phase, 1–9 to a phase, + − zooms, 0 shows the whole map. Click a card, or press Enter on it, to read all of it; Esc closes it.

## Pages of charts

page-matrix-title = { $count ->
    [one] One opportunity by value and effort
   *[other] { $said } opportunities by value and effort
}
page-matrix-cut = the { $shown } ranked highest of { $all }
page-matrix-loose = { $count ->
    [one] one without value or effort is not shown
   *[other] { $count } without value or effort are not shown
}
page-board-count = { $count ->
    [one] One opportunity
   *[other] { $said } opportunities
}
page-board-ongoing = { $ideas }, { $ongoing } under way
page-board-none = { $ideas }, none begun
page-board-cut = those ranked highest in each column
page-board-others = { $count ->
    [one] one of another status is not shown
   *[other] { $count } of another status are not shown
}
page-coverage-rows = the { $shown } sources of { $all } that have told most
page-coverage-phases = the { $shown } phases of { $all } that most is told of
page-coverage-more = { $count ->
    [one] one more hole
   *[other] { $count } more holes
}
page-saturation-so-far = { $interviews }, { $count ->
    [0] no themes
    [one] one theme
   *[other] { $said } themes
}
page-saturation-nothing = { $count ->
    [one] No new theme in the last interview
   *[other] No new themes in the last { $said } interviews
}
