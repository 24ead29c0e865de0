## Presentationens sidor av ord

deck-phase = Fas { $place } av { $of }
deck-again = { $name }, fortsättning
deck-goal = Mål: { $goal }
deck-value-high = hög nytta
deck-value-some = viss nytta
deck-value-low = låg nytta
deck-effort-large = stor insats
deck-effort-some = medelstor insats
deck-effort-small = liten insats
deck-value = Nytta
deck-effort = Insats
deck-due = senast { $date }
deck-ideas = Möjligheter
deck-tasks = Åtgärder
next-ranked = Först det som har datum, sedan det som ger kunden och oss mest för minst insats
