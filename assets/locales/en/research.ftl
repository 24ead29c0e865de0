### Research: from purpose to use

## The thread

research-step-purpose = Purpose and reading
research-step-interviews = Interviews
research-step-analysis = Analysis
research-step-use = Use
research-purpose-written = Purpose written
research-purpose-missing = No purpose yet
research-read = { $count ->
    [one] { $count } source read
   *[other] { $count } sources read
}
# $held (String)
# $wanted (String)
research-of = { $held } of { $wanted }
# $held (String)
# $wanted (String)
research-interviews-of = { $held } of { $wanted } interviews
research-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
research-themes = { $count ->
    [one] { $count } theme
   *[other] { $count } themes
}
research-tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
research-purpose-how = What you want to know decides what you ask. First read what there is: statistics, surveys, earlier talks. Then write what you believe, so that the interviews can show whether it holds.
research-what = What do you want to know?
research-what-hint = For example, why deals stop after the quote
# $held (String)
# $wanted (String)
research-interviews-how = { $held } of { $wanted } interviews are done. A few are not enough to see what recurs, and after a while nothing new comes.
research-analysis-how = Mark what recurs in the texts and gather it in themes. A theme that several sources tell of weighs more than a single voice.
research-use-how = What you have heard is of use when somebody acts on it. Make opportunities of the pain points, and decide who does what.

## Sources

research-new-source = New source
research-edit-source = About the source
research-kind = Kind of source
research-kind-none = Source
research-title-hint = Interview 7 – operations manager, Umeå
research-who = Who tells
research-who-hint = Operations manager, brewery
research-role-hint = User, decider, buyer
research-date = When
research-date-hint = 2026-05-04
research-said = What was said
research-said-hint = Paste or write what was said
research-find = Find in all that was said
research-places-show = Shows and selects them on the map
research-done = Done
research-drop = Drop a transcript here, or choose
research-drop-how = .txt, .md or .docx, or paste it
transcript-file = Text of a talk
research-drop-how-long = Drop a transcript of a talk anywhere here (.txt, .md or .docx), or paste it.
research-places = { $count ->
    [0] Not on the map yet
    [one] Evidence for { $count } place on the map
   *[other] Evidence for { $count } places on the map
}
# $title (String)
research-theme-is = Theme: { $title }

## Passages

research-hint = Mark text and drag it to the map · Q quote · E evidence · T theme
research-hint-quote = Quote: click a step or choose with the arrow keys · Enter puts it there · Esc cancels
research-hint-evidence = Evidence: click a step and a card or choose with the arrow keys · Enter puts it there · Esc cancels
research-hint-theme = Theme: click a theme or choose with the arrow keys · Enter puts it there · Esc cancels
research-take-quote = Quote
research-take-evidence = Evidence
research-take-theme = Theme
research-choose-first = First mark what was said.
# $step (String)
research-step = { $step }: { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
# $step (String)
research-cards-of = Cards in { $step }

## Findings

research-themes-title = Themes
research-themes-how = from passages and cards
# $all (String)
research-theme-bars = sources of { $all }
research-new-theme = New theme
research-theme-without-passage = source without a marked passage
research-theme-note = What does it mean?
research-make-insight = Make it an insight on the map
research-is-insight = An insight on the map
research-wanted = How many interviews we want
research-rename-theme = Rename theme
research-saturation = Saturation
research-nothing-new = { $count ->
    [one] no new theme in the last interview
   *[other] no new themes in { $count } interviews
}
research-left = { $count ->
    [one] One interview left to the goal
   *[other] { $count } interviews left to the goal
}
research-goal-reached = The goal for interviews is reached
research-coverage = Coverage
research-coverage-how = cards and emotion points by source and phase
# $role (String)
# $phase (String)
research-hole = Nobody in the role of { $role } has told of { $phase }

## Research as a picture

research-legend-deeper = more cards and emotion points, the deeper the colour
research-legend-nothing = nothing yet
research-legend-hole = the role has not told of the phase
research-legend-themes = themes so far
research-legend-goal = on to the goal
research-across = Interview by interview
no-chart-sources = Coverage is shown from the second source on, and there is { $count ->
    [0] none
    [one] only one
   *[other] { $count }
} yet.
no-chart-phases = Coverage is shown phase by phase, and the map has no phases.
no-chart-told = No source is evidence for anything on the map yet, so there is no coverage to show.
no-chart-interviews = Saturation is shown from the second interview on, and { $count ->
    [0] none was
    [one] only one was
   *[other] { $count } were
} held.
no-chart-themes = No theme is heard in any interview yet, so there is no saturation to show.
no-chart-ideas = The map has no opportunities to show.
no-chart-figures = No opportunity has both value and effort yet.
