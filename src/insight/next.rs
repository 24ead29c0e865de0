//! What is done next, and in which order?
//!
//! What is done or dropped is not. What has a date comes first, by date; what has the same date, or
//! none, by what it gives customers and us together, and then by how little it takes.

use crate::model::{Opportunity, Project, Status, Task};
use std::cmp::Ordering;
use std::sync::Arc;

/// The opportunities that are left to do, in order.
pub fn next_opportunities(project: &Project) -> Vec<Arc<Opportunity>> {
    let over = |one: &Opportunity| matches!(one.status, Some(Status::Done | Status::Dropped));
    let mut left: Vec<Arc<Opportunity>> =
        project.opportunities.iter().filter(|one| !over(one)).cloned().collect();
    left.sort_by(|a, b| by_date(&a.due, &b.due).then_with(|| by_worth(Some(a), Some(b))));
    left
}

/// The tasks that are left to do, in order; each is worth as much as the opportunity it belongs to.
pub fn next_tasks(project: &Project) -> Vec<Arc<Task>> {
    let of = |task: &Task| -> Option<&Opportunity> {
        let id = task.opportunity.as_ref()?;
        project.opportunities.iter().find(|one| one.id == *id).map(AsRef::as_ref)
    };
    let mut left: Vec<(Arc<Task>, Option<&Opportunity>)> = project
        .tasks
        .iter()
        .filter(|task| !task.done)
        .map(|task| (task.clone(), of(task)))
        .collect();
    left.sort_by(|a, b| by_date(&a.0.due, &b.0.due).then_with(|| by_worth(a.1, b.1)));
    left.into_iter().map(|(task, _)| task).collect()
}

/// What an opportunity gives customers and us together: 0 to 10.
fn worth(one: &Opportunity) -> f64 {
    let given = [one.customer_value, one.business_value].into_iter().flatten();
    given.filter(|value| value.is_finite()).sum()
}

fn by_worth(a: Option<&Opportunity>, b: Option<&Opportunity>) -> Ordering {
    // What nobody has said is taken to be much.
    let effort = |one: &Opportunity| one.effort.filter(|it| it.is_finite()).unwrap_or(f64::MAX);
    let key =
        |one: Option<&Opportunity>| one.map_or((0.0, f64::MAX), |one| (-worth(one), effort(one)));
    let (a, b) = (key(a), key(b));
    a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
}

/// Days before months and years they are in, for those end later; then what is no date, then none.
fn by_date(a: &str, b: &str) -> Ordering {
    let key = |due: &str| {
        let due = due.trim();
        let digits = due.split('-').all(|part| part.parse::<u32>().is_ok());
        let kind = if due.is_empty() { 2 } else { u8::from(!digits) };
        (kind, if kind == 0 { format!("{due:~<10}") } else { due.to_lowercase() })
    };
    key(a).cmp(&key(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, List};

    type Row = (&'static str, &'static str, Option<f64>, Option<f64>, Option<f64>, Option<Status>);

    fn ideas(rows: &[Row]) -> List<Opportunity> {
        let one = |(title, due, customer, business, effort, status): &Row| Opportunity {
            id: Id::new(title),
            title: (*title).into(),
            due: (*due).into(),
            customer_value: *customer,
            business_value: *business,
            effort: *effort,
            status: status.clone(),
            ..Opportunity::default()
        };
        rows.iter().map(one).collect()
    }

    #[test]
    fn dates_come_first_then_worth_then_effort_and_what_is_over_is_left_out() {
        let (three, four, five) = (Some(3.0), Some(4.0), Some(5.0));
        let opportunities = ideas(&[
            ("nothing said", "", None, None, None, None),
            ("worth nine, large", "", five, four, five, Some(Status::Idea)),
            ("worth nine, small", "", four, five, Some(1.0), Some(Status::Planned)),
            ("worth nine, unknown", "", four, five, None, None),
            ("worth ten", "", five, five, five, None),
            ("done", "2026-01-01", five, five, Some(1.0), Some(Status::Done)),
            ("dropped", "2026-01-01", five, five, Some(1.0), Some(Status::Dropped)),
            ("some day", "in autumn", five, five, Some(1.0), None),
            ("in June", "2026-06", three, three, three, None),
            ("late June", "2026-06-30", three, three, three, None),
            ("early June, less", "2026-06-01", three, three, three, Some(Status::Ongoing)),
            ("early June, more", " 2026-06-01 ", three, four, five, None),
        ]);
        let project = Project { opportunities, ..Project::default() };
        let found: Vec<String> =
            next_opportunities(&project).iter().map(|one| one.title.clone()).collect();
        let expected = [
            "early June, more",
            "early June, less",
            "late June",
            "in June",
            "some day",
            "worth ten",
            "worth nine, small",
            "worth nine, large",
            "worth nine, unknown",
            "nothing said",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_task_is_worth_what_its_opportunity_is() {
        let opportunities = ideas(&[
            ("small", "", Some(1.0), Some(1.0), None, None),
            ("large", "", Some(5.0), Some(5.0), None, None),
        ]);
        let task = |title: &str, due: &str, of: Option<&str>, done: bool| Task {
            title: title.into(),
            due: due.into(),
            opportunity: of.map(Id::new),
            done,
            ..Task::default()
        };
        let tasks = List::from_iter([
            task("alone", "", None, false),
            task("of small", "", Some("small"), false),
            task("of large", "", Some("large"), false),
            task("done", "2026-01-01", Some("large"), true),
            task("dated", "2026-05-08", None, false),
        ]);
        let project = Project { opportunities, tasks, ..Project::default() };
        let found: Vec<String> = next_tasks(&project).iter().map(|one| one.title.clone()).collect();
        assert_eq!(found, ["dated", "of large", "of small", "alone"]);
    }
}
