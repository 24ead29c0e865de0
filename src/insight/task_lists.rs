//! Which tasks are left, whose are they, and which are late?

use super::due::{days_late, last_day};
use super::next::next_tasks;
use super::ranking::RankedIdea;
use crate::model::{Id, Opportunity, Project, Task};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A task that is left to do.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenTask {
    /// It.
    pub task: Arc<Task>,
    /// The opportunity it belongs to, as far as it is in the list.
    pub opportunity: Option<Arc<Opportunity>>,
    /// The last day it is to be done on; none: no date is said, or what is said is none.
    pub day: Option<Date>,
    /// How many days it is late; none: it is not.
    pub late: Option<usize>,
}

/// How many tasks there are, and how many of them are done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskTally {
    /// All of them.
    pub all: usize,
    /// Those that are done.
    pub done: usize,
}

/// The tasks of `project` that are left, by date, as far as `wanted` says yes to the opportunity they
/// belong to (none: a task of its own).
pub fn open_tasks(
    project: &Project,
    today: Date,
    wanted: impl Fn(Option<&Id>) -> bool,
) -> Vec<OpenTask> {
    let by_id: HashMap<&Id, &Arc<Opportunity>> =
        project.opportunities.iter().map(|one| (&one.id, one)).collect();
    let left = next_tasks(project).into_iter();
    let left = left.filter(|task| wanted(task.opportunity.as_ref()));
    let open = |task: Arc<Task>| OpenTask {
        opportunity: task.opportunity.as_ref().and_then(|id| by_id.get(id).copied().cloned()),
        day: last_day(&task.due),
        late: days_late(&task.due, today),
        task,
    };
    left.map(open).collect()
}

/// Says of the opportunity that a task belongs to whether the task is told of on the map whose
/// opportunities are `ideas`: those of its own, and what belongs to none.
pub fn is_told_here(
    project: &Project,
    ideas: &[RankedIdea],
) -> impl Fn(Option<&Id>) -> bool + use<> {
    let here: HashSet<Id> = ideas.iter().map(|one| one.opportunity.id.clone()).collect();
    let all: HashSet<Id> = project.opportunities.iter().map(|one| one.id.clone()).collect();
    move |of| of.is_none_or(|id| here.contains(id) || !all.contains(id))
}

/// The same tasks, for each who does them: people by name, whatever the case of its letters; what
/// nobody does comes last. Each keeps the order of its tasks.
pub fn tasks_by_person(tasks: &[OpenTask]) -> Vec<(String, Vec<OpenTask>)> {
    let mut people: Vec<(String, Vec<OpenTask>)> = Vec::new();
    for task in tasks {
        let owner = task.task.owner.trim();
        let is_them =
            |(name, _): &&mut (String, Vec<OpenTask>)| name.to_lowercase() == owner.to_lowercase();
        match people.iter_mut().find(is_them) {
            Some((_, theirs)) => theirs.push(task.clone()),
            None => people.push((owner.to_owned(), vec![task.clone()])),
        }
    }
    people.sort_by_key(|(name, _)| (name.is_empty(), name.to_lowercase()));
    people
}

/// How many of the tasks that `wanted` says yes to are done.
pub fn task_tally(project: &Project, wanted: impl Fn(Option<&Id>) -> bool) -> TaskTally {
    let mine = project.tasks.iter().filter(|task| wanted(task.opportunity.as_ref()));
    mine.fold(TaskTally::default(), |tally, task| TaskTally {
        all: tally.all + 1,
        done: tally.done + usize::from(task.done),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::List;
    use jiff::civil::date;

    fn project() -> Project {
        let task = |title: &str, of: Option<&str>, owner: &str, due: &str, done| Task {
            id: Id::new(title),
            title: title.into(),
            opportunity: of.map(Id::new),
            owner: owner.into(),
            due: due.into(),
            done,
            ..Task::default()
        };
        let tasks = List::from_iter([
            task("late", Some("a"), "Omar", "2026-04-30", false),
            task("today", Some("a"), "omar ", "2026-05-05", false),
            task("done", Some("a"), "Petra", "2026-04-01", true),
            task("other", Some("b"), "Lisa", "2026-04", false),
            task("own", None, "", "i höst", false),
            task("lost", Some("gone"), "Lisa", "", false),
        ]);
        let one = |id: &str| Opportunity { id: Id::new(id), ..Opportunity::default() };
        let opportunities = List::from_iter([one("a"), one("b")]);
        Project { opportunities, tasks, ..Project::default() }
    }

    #[test]
    fn what_is_left_comes_by_date_and_says_how_late_it_is() {
        let project = project();
        let today = date(2026, 5, 5);
        let told: Vec<_> = open_tasks(&project, today, |_| true)
            .into_iter()
            .map(|it| (it.task.title.clone(), it.opportunity.map(|it| it.id.to_string()), it.late))
            .collect();
        let row = |title: &str, of: Option<&str>, late| (title.into(), of.map(Into::into), late);
        let expected: [(String, Option<String>, Option<usize>); 5] = [
            row("late", Some("a"), Some(5)),
            row("other", Some("b"), Some(5)),
            row("today", Some("a"), None),
            row("own", None, None),
            row("lost", None, None),
        ];
        assert_eq!(told, expected);
        let is_of_a = |id: Option<&Id>| id.is_some_and(|id| id.as_str() == "a");
        let of_a = open_tasks(&project, today, is_of_a);
        assert_eq!(of_a.len(), 2);
        assert_eq!(of_a[0].day, Some(date(2026, 4, 30)));
        assert_eq!(task_tally(&project, is_of_a), TaskTally { all: 3, done: 1 });
        assert_eq!(task_tally(&project, |_| true), TaskTally { all: 6, done: 1 });
    }

    #[test]
    fn a_map_tells_of_the_tasks_of_its_opportunities_and_of_those_of_none() {
        let project = project();
        let idea = RankedIdea {
            opportunity: project.opportunities[0].clone(),
            card: None,
            owner: String::new(),
            votes: 0,
        };
        let open = open_tasks(&project, date(2026, 5, 5), is_told_here(&project, &[idea]));
        let told: Vec<&str> = open.iter().map(|it| it.task.title.as_str()).collect();
        assert_eq!(told, ["late", "today", "own", "lost"]);
    }

    #[test]
    fn a_person_is_one_however_the_name_is_written() {
        let people = tasks_by_person(&open_tasks(&project(), date(2026, 5, 5), |_| true));
        let told: Vec<(String, Vec<String>)> = people
            .into_iter()
            .map(|(name, tasks)| (name, tasks.iter().map(|it| it.task.title.clone()).collect()))
            .collect();
        let row = |name: &str, tasks: &[&str]| {
            (name.to_owned(), tasks.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
        };
        let expected =
            [row("Lisa", &["other", "lost"]), row("Omar", &["late", "today"]), row("", &["own"])];
        assert_eq!(told, expected);
    }
}
