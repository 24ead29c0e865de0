### What an edit is called (after "Undo:"), and why one cannot be made.

edit-add-cards = { $count ->
    [one] Add card
   *[other] Add { $count } cards
}
edit-move-cards = { $count ->
    [one] Move card
   *[other] Move { $count } cards
}
edit-tie-cards = { $count ->
    [one] Link card to opportunity
   *[other] Link { $count } cards to opportunity
}
edit-change-cards = { $count ->
    [one] Change card
   *[other] Change { $count } cards
}
edit-text = Edit text
edit-add-phases = { $count ->
    [one] Add phase
   *[other] Add { $count } phases
}
edit-add-steps = { $count ->
    [one] Add step
   *[other] Add { $count } steps
}
edit-add-lanes = { $count ->
    [one] Add lane
   *[other] Add { $count } lanes
}
edit-move-phase = Move phase
edit-move-step = Move step
edit-move-lane = Move lane
edit-change-phases = { $count ->
    [one] Change phase
   *[other] Change { $count } phases
}
edit-change-steps = { $count ->
    [one] Change step
   *[other] Change { $count } steps
}
edit-change-lanes = { $count ->
    [one] Change lane
   *[other] Change { $count } lanes
}
edit-add-point = Add emotion point
edit-move-points = { $count ->
    [one] Move emotion point
   *[other] Move { $count } emotion points
}
edit-change-points = { $count ->
    [one] Change emotion point
   *[other] Change { $count } emotion points
}
edit-change-transitions = { $count ->
    [one] Change transition
   *[other] Change { $count } transitions
}
edit-add-persona = Add persona
edit-change-personas = { $count ->
    [one] Change persona
   *[other] Change { $count } personas
}
edit-change-opportunities = { $count ->
    [one] Change opportunity
   *[other] Change { $count } opportunities
}
edit-change-tasks = { $count ->
    [one] Change task
   *[other] Change { $count } tasks
}
edit-add-source = Add source
edit-take-passage = Take passage
edit-let-passage-go = Let passage go
edit-add-theme = Add theme
edit-change-sources = { $count ->
    [one] Change source
   *[other] Change { $count } sources
}
edit-change-subgoals = { $count ->
    [one] Change sub-goal
   *[other] Change { $count } sub-goals
}
edit-change-journey = Change journey map
edit-add-journey = Add journey map
edit-move-journey = Move journey map
edit-change-language = Change the map’s language
edit-change-title = Rename project
edit-take-in = Take in what others changed
edit-merge = Merge
edit-solve = Solve a conflict
edit-add-version = Name version
edit-change-version = Change version
edit-add-opportunity = Add opportunity
edit-move-opportunity = Move opportunity
edit-remove-opportunities = { $count ->
    [one] Delete opportunity
   *[other] Delete { $count } opportunities
}
edit-add-task = Add task
edit-tick-task = Tick off task
edit-untick-task = Reopen task
edit-remove-tasks = { $count ->
    [one] Delete task
   *[other] Delete { $count } tasks
}
edit-remove-sources = { $count ->
    [one] Delete source
   *[other] Delete { $count } sources
}
edit-change-themes = { $count ->
    [one] Change theme
   *[other] Change { $count } themes
}
edit-remove-themes = { $count ->
    [one] Delete theme
   *[other] Delete { $count } themes
}
edit-remove-versions = { $count ->
    [one] Delete version
   *[other] Delete { $count } versions
}
edit-bring-back = { $count ->
    [one] Bring back
   *[other] Bring back { $count } things
}
edit-bring-back-all = Go back to version
edit-missing-version = The version is no longer there.
edit-too-many-versions = The file cannot hold more named versions. Delete one that is no longer needed.
edit-remove-cards = { $count ->
    [one] Delete card
   *[other] Delete { $count } cards
}
edit-remove-points = { $count ->
    [one] Delete emotion point
   *[other] Delete { $count } emotion points
}
edit-remove-phases = { $count ->
    [one] Delete phase
   *[other] Delete { $count } phases
}
edit-remove-steps = { $count ->
    [one] Delete step
   *[other] Delete { $count } steps
}
edit-remove-lanes = { $count ->
    [one] Delete lane
   *[other] Delete { $count } lanes
}
edit-remove-personas = { $count ->
    [one] Delete persona
   *[other] Delete { $count } personas
}
edit-remove-transitions = { $count ->
    [one] Delete transition
   *[other] Delete { $count } transitions
}
edit-remove-journeys = { $count ->
    [one] Delete journey map
   *[other] Delete { $count } journey maps
}
edit-remove = { $count ->
    [one] Delete
   *[other] Delete { $count } things
}

edit-missing-card = The card is no longer there.
edit-missing-point = The emotion point is no longer there.
edit-missing-phase = The phase is no longer there.
edit-missing-step = The step is no longer there.
edit-missing-lane = The lane is no longer there.
edit-missing-persona = The persona is no longer there.
edit-missing-transition = The transition is no longer there.
edit-missing-journey = The journey map is no longer there.
edit-no-such-spot = It cannot be put there.
