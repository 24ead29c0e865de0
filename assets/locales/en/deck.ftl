## The pages of a presentation that are made of words

# $place (String)
# $of (String)
deck-phase = Phase { $place } of { $of }
# $name (String)
deck-again = { $name }, continued
# $goal (String)
deck-goal = Goal: { $goal }
deck-value-high = high value
deck-value-some = some value
deck-value-low = low value
deck-effort-large = large effort
deck-effort-some = medium effort
deck-effort-small = small effort
deck-value = Value
deck-effort = Effort
# $date (String)
deck-due = by { $date }
deck-ideas = Opportunities
deck-tasks = Tasks
next-ranked = By date, then by most value to customers and us for the least effort
