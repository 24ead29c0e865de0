### The table of all cards

card-table-title = All cards
card-table-count = { $count ->
    [one] { $shown } of { $all } card
   *[other] { $shown } of { $all } cards
}
card-table-cards = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
card-table-lacking = { $count ->
    [one] { $count } lacks something
   *[other] { $count } lack something
}
card-table-chosen = { $count ->
    [one] { $count } selected
   *[other] { $count } selected
}
card-table-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
card-table-hint = Space selects · Shift and arrow select more · Enter shows the card on the map · F2 edits in the row
card-table-search = Search the cards

## Columns

card-table-card = Card
card-table-lane = Lane
card-table-who = Who
card-table-channel = Channel
card-table-owner = Owner
card-table-opportunity = Opportunity
card-table-sort = Sort by { $column }

## What is shown, and how

card-table-missing = Lacks something
card-table-missing-tip = Shows only cards without an owner, an opportunity or evidence
card-table-filter = Filter
card-table-columns = Columns
card-table-by-phase = Grouped by phase
card-table-by-lane = Grouped by lane
card-table-by-nothing = Not grouped
card-table-clear-one = Remove the filter { $filter }
card-table-parked = Parked
card-table-fold = Fold: { $group }
card-table-unfold = Unfold: { $group }

## In the rows

card-table-no-owner = No owner
card-table-set-owner = Set the owner: { $card }
card-table-no-opportunity = No opportunity
card-table-make-opportunity = Make an opportunity of: { $card }
card-table-choose = Select: { $card }
card-table-grip = Drag to another step or lane: { $card }
card-table-moves-to = { $cards } to { $place }
card-table-none = None

## What is selected

card-table-move = Move
card-table-to-lane = To lane
card-table-to-step = To step
card-table-remove = { $count ->
    [one] Delete { $count } card
   *[other] Delete { $count } cards
}
card-table-choose-none = Select nothing

## Without rows

card-table-empty = No cards yet
card-table-empty-how = Cards are added on the map. Here you see all of them at once, and what they lack.
card-table-to-map = To the map
card-table-no-match = No cards match
card-table-no-match-how = No card matches all filters at once.
card-table-clear = Clear filters
