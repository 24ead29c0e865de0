### Opportunities and tasks

## Tasks in files

tasks-what = Task
tasks-done = Done
tasks-days-late = Days overdue
tasks-yes = Yes
tasks-no = No
tasks-nobody = Nobody
tasks-late = { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}

## The command tasks

cli-about-tasks = writes the tasks as a calendar, a table or a list
cli-about-what = PDF, PNG and SVG: the map; its opportunities as a matrix or a board; the coverage or saturation of research
cli-tasks-options = Options of tasks:
cli-about-tasks-output = what to write, by how its name ends; else the standard output
cli-about-tasks-format = which of { $formats }, where no name says it; else md
cli-about-tasks-todos = in the calendar: as to-dos, not as events
cli-about-tasks-person = only what this person does
cli-about-tasks-journey = only for this map, by its title, number or id; else all
cli-about-tasks-done = what is done as well
cli-tasks-written = { $count ->
    [one] { $file }: { $count } task
   *[other] { $file }: { $count } tasks
}
cli-tasks-without-day = { $count ->
    [one] One task has no date and is left out; --as-todos takes it along.
   *[other] { $count } tasks have no date and are left out; --as-todos takes them along.
}

## Opportunities: the picture

ideas-no-date = No date
ideas-without-figures = not rated yet
ideas-figures = effort { $effort }, customer { $customer }, us { $business }
ideas-tray = Without value or effort: drag them into the matrix
ideas-do-now = Do now
ideas-plan = Plan
ideas-when-it-fits = When it suits
ideas-leave = Leave
ideas-small = small
ideas-large = large
ideas-value-axis = Value for the customer and us

## Opportunities: the room

ideas-title = Opportunities
ideas-new = New opportunity
ideas-view-matrix = Matrix
ideas-view-list = List
ideas-view-board = Board
ideas-view = How opportunities are shown
ideas-count = { $count ->
    [one] { $count } opportunity
   *[other] { $count } opportunities
}
ideas-count-ongoing = { $count ->
   *[other] { $count } ongoing
}
ideas-count-planned = { $count ->
   *[other] { $count } planned
}
ideas-count-idea = { $count ->
    [one] { $count } idea
   *[other] { $count } ideas
}
ideas-count-done = { $count ->
   *[other] { $count } done
}
ideas-count-undated = { $count ->
   *[other] { $count } without a date
}
ideas-count-late = { $count ->
    [one] { $count } task overdue
   *[other] { $count } tasks overdue
}
ideas-hint = Drag a card to change value and effort · arrow keys move one step · Enter opens · N new opportunity
ideas-hint-list = Up and down choose · Enter opens · N new opportunity
ideas-hint-board = Drag a card to another column · Enter opens · N new opportunity
ideas-drag-tip = Effort { $effort } · customer { $customer } · us { $business }
ideas-ranking = Ranking
ideas-rule-change = Change
ideas-rule-sum = Customer value + our value − effort. If equal: most votes.
ideas-rule-ratio = Value divided by effort. If equal: most votes.
ideas-rule-customer = The customer’s value first, then ours, then effort.
ideas-rule-own = Your own order. Alt ↑ and Alt ↓ move.
ideas-rule-name-sum = Value − effort
ideas-rule-name-ratio = Value ÷ effort
ideas-rule-name-customer = Customer first
ideas-rule-name-own = Own order
ideas-row = { $place }. { $title }, { $status }, { $score }
ideas-unrated = Not rated
ideas-next = Up next
ideas-tasks-done = { $done } of { $all } done
ideas-tasks-of = { $done } of { $all } done
ideas-tasks-out = Take out
ideas-more-tasks = { $count ->
    [one] One more
   *[other] { $count } more
}
# $names (String)
ideas-for-whom = Concerns { $names }
ideas-fewer-tasks = Show fewer
ideas-tick = Done: { $task }
ideas-by-date = By date
ideas-by-person = By person
ideas-late = { $day }, { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
ideas-nobody = No owner
ideas-no-tasks = No tasks left
ideas-empty-ghost = Drag a pain point here
ideas-empty = No opportunities yet
ideas-empty-how = Begin with something that hurts. Each pain point can become an opportunity.
ideas-empty-no-pains = The map has no pain points yet. Write an opportunity meanwhile.
ideas-make-of = Make an opportunity of: { $card }
ideas-column-title = Opportunity
ideas-column-score = Sum
ideas-column-votes = Votes
ideas-sort-by = Sort by { $column }
ideas-move = Move to { $status }
ideas-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}

## Opportunities: the panel

ideas-kind = Opportunity
ideas-from = Comes from
ideas-owner = Owner
ideas-due = Done by
ideas-due-hint = for example 15 May
ideas-due-unread = Cannot be read as a date
ideas-subgoal = Sub-goal it serves
ideas-tasks = Tasks
ideas-add-task = New task: what, who, when
ideas-remove = Delete the opportunity
ideas-remove-task = Delete the task { $task }
ideas-task-name = Task
ideas-task-who-when = Who and when
ideas-task-who-hint = for example Petra, 12 May
ideas-task-unread = Cannot be read as a person and a date
ideas-add-source = Link a pain point
ideas-scale-of = { $scale }: { $figure } of 5

notice-tasks-written = { $count ->
    [one] { $count } task written to { $file }
   *[other] { $count } tasks written to { $file }
}
notice-tasks-undated = { $count ->
    [one] one without a date is left out
   *[other] { $count } without a date are left out
}
export-what-matrix = Opportunities: matrix
export-what-board = Opportunities: board
export-what-coverage = Research: coverage
export-what-saturation = Research: saturation
