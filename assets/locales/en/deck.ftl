## The pages of a presentation that are made of words

# $place (String)
# $of (String)
deck-phase = Phase { $place } of { $of }
# $over (String)
deck-goes-on = { $over } · continued
# $name (String)
deck-again = { $name }, continued
# $share (String)
deck-go-on = { $share } go on
# $goal (String)
deck-goal = Goal: { $goal }
deck-value-high = high value
deck-value-some = some value
deck-value-low = low value
deck-effort-large = large effort
deck-effort-some = medium effort
deck-effort-small = small effort
deck-customer-value = Value to customers
deck-business-value = to us
deck-effort = Effort
# $date (String)
deck-due = by { $date }
# $aim (String)
deck-aim = The map is for: { $aim }
deck-whose = Whose journey it is
deck-ideas = Opportunities
deck-tasks = Tasks
deck-empty-phase = Nothing is drawn in this phase yet
deck-nothing = Nothing to show yet
