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
