# The small bar at the selected cards, and what belongs to it.
bar-name = Quick choices for the card
bar-more = More
bar-more-hint = Everything else you can do with the card
bar-flag = Mark as a pain point, or remove the mark
bar-star = Mark as a moment of truth, or remove the mark
bar-feeling = How it feels here
# $whose (text): a name in the genitive
bar-feels = { $whose } feeling
bar-feeling-parked = A parked card has no place on the emotion curve
bar-persona = Who the card is about
bar-opportunity = Link to an opportunity
bar-opportunity-itself = The card is an opportunity: set its value and effort in the panel on the right
bar-color = Give the card a colour of its own
bar-new-opportunity = New opportunity from this card
canvas-link-to = Link to “{ $title }”
inspector-go-to = Go to { $name }
inspector-leads-here = Leads here
inspector-worth = { $what }: { $value } of { $most }
inspector-due-hint = 2027-03-31
inspector-color-of-lane = Same as lane
inspector-hidden-for-all = Hidden in the file, for everyone
plus-phase = Add a phase here
plus-step = Add a step here
plus-lane = Add a lane here
plus-persona = Add a persona
