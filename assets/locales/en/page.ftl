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
