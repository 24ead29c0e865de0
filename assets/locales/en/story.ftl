## The pages of a presentation: their kinds, and what stands on them.

page-kind-title = Title and purpose
page-kind-map = The whole map
page-kind-curve = The emotion curve
page-kind-persona = Persona
page-kind-phase = Phase
page-kind-agreement = How far they agree
page-kind-movement = Paths through the journey
page-kind-compare = Comparison
page-kind-learned = What we learned
page-kind-ask = What we ask for
page-kind-next = Next steps
page-kind-matrix = Opportunities: matrix
page-kind-board = Opportunities: board
page-kind-coverage = Coverage
page-kind-saturation = Saturation
page-kind-view = View
page-kind-cards = Cards
page-kind-text = Text
edit-change-story = Change the presentation
