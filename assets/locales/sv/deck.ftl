## Presentationens sidor av ord

deck-phase = Fas { $place } av { $of }
deck-goes-on = { $over } · fortsättning
deck-again = { $name }, fortsättning
deck-go-on = { $share } går vidare
deck-goal = Mål: { $goal }
deck-value-high = hög nytta
deck-value-some = viss nytta
deck-value-low = låg nytta
deck-effort-large = stor insats
deck-effort-some = medelstor insats
deck-effort-small = liten insats
deck-customer-value = Nytta för kunden
deck-business-value = för oss
deck-effort = Insats
deck-due = senast { $date }
deck-aim = Kartan ska ge: { $aim }
deck-whose = Vems resa det är
deck-ideas = Möjligheter
deck-tasks = Åtgärder
deck-empty-phase = Inget är ritat i den här fasen än
deck-nothing = Inget att visa än
