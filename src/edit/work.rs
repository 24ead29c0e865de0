//! Opportunities and tasks go, or come in another order.

use super::EditError;
use super::remove;
use super::structure::relocate;
use crate::insight::is_of_opportunities;
use crate::model::{CardRef, Id, Project, Thing};
use std::collections::HashSet;

/// [`Change::MoveOpportunity`](super::Change::MoveOpportunity). One that is not in the list has no
/// place there.
pub(super) fn move_opportunity(project: &mut Project, id: &Id, to: usize) {
    if let Some(from) = project.opportunities.index_where(|one| one.id == *id) {
        relocate(&mut project.opportunities, from, to);
    }
}

/// [`Change::RemoveTasks`](super::Change::RemoveTasks).
pub(super) fn remove_tasks(project: &mut Project, gone: &[Id]) {
    project.tasks.retain(|task| !gone.contains(&task.id));
}

/// [`Change::RemoveOpportunities`](super::Change::RemoveOpportunities).
pub(super) fn remove_opportunities(
    project: &mut Project,
    journey: &Id,
    gone: &[Id],
) -> Result<(), EditError> {
    let gone: HashSet<&Id> = gone.iter().collect();
    // The list first: cards that go would leave it what something still names.
    project.opportunities.retain(|one| !gone.contains(&one.id));
    project.tasks.retain(|task| !task.opportunity.as_ref().is_some_and(|id| gone.contains(id)));
    project.journey(journey).ok_or_else(|| EditError::Missing(Thing::Journey(journey.clone())))?;
    for map in 0..project.journeys.len() {
        let mut own = Vec::new();
        for lane in 0..project.journeys[map].lanes.len() {
            let there = &project.journeys[map].lanes[lane];
            let is_own = is_of_opportunities(there);
            for card in 0..there.cards.len() {
                let there = &project.journeys[map].lanes[lane];
                let one = &there.cards[card];
                let id = one.opportunity.as_ref();
                if is_own && gone.contains(id.unwrap_or(&one.id)) {
                    let (lane, card) = (Some(there.id.clone()), one.id.clone());
                    own.push(Thing::Card(CardRef { lane, card }));
                } else if id.is_some_and(|id| gone.contains(id))
                    && let Some(map) = project.journeys.edit(map)
                    && let Some(lane) = map.lanes.edit(lane)
                    && let Some(card) = lane.cards.edit(card)
                {
                    card.opportunity = None;
                }
            }
        }
        if !own.is_empty() {
            let id = project.journeys[map].id.clone();
            remove::remove(project, &id, &own)?;
        }
    }
    for card in 0..project.parked.len() {
        let id = project.parked[card].opportunity.as_ref();
        if id.is_some_and(|id| gone.contains(id))
            && let Some(card) = project.parked.edit(card)
        {
            card.opportunity = None;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::notation::{faults, id, parse};
    use super::super::{Change, Edit, Label, apply};
    use super::*;
    use crate::model::{Journey, Lane, LaneKind, Opportunity, Phase, Step, Task};

    /// Two maps. On the first, `o` is the opportunity `one` and `u` one that the list does not know;
    /// `p` leads to `one`, and so does `k` in the parking place.
    fn project() -> Project {
        let (mut project, _) = parse("A: a b\nP: p q / r\nO: o / u\nparked: k");
        let map = project.journeys.edit(0).unwrap();
        map.lanes.edit(1).unwrap().kind = LaneKind::Opportunities;
        for (lane, card) in [(0, 0), (1, 0)] {
            let lane = map.lanes.edit(lane).unwrap();
            lane.cards.edit(card).unwrap().opportunity = Some(id("one"));
        }
        project.parked.edit(0).unwrap().opportunity = Some(id("one"));
        let mut lane = Lane::clone(&project.journeys[0].lanes[0]);
        lane.id = id("P2");
        lane.cards.retain(|card| card.id == id("p"));
        lane.cards.edit(0).unwrap().id = id("p2");
        lane.cards.edit(0).unwrap().step = id("c");
        let step = Step { id: id("c"), ..Step::default() };
        let steps = std::iter::once(step).collect();
        let phase = Phase { id: id("C"), steps, ..Phase::default() };
        let phases = std::iter::once(phase).collect();
        let mut other = Journey { id: id("other"), phases, ..Journey::default() };
        other.lanes.push(lane.into());
        project.journeys.push(other.into());
        let one = |name: &str, cards: &[&str]| Opportunity {
            id: id(name),
            cards: cards.iter().map(|name| id(name)).collect(),
            ..Opportunity::default()
        };
        project.opportunities.push(one("one", &["p", "p2", "k"]).into());
        project.opportunities.push(one("two", &["q"]).into());
        project.opportunities.push(one("three", &[]).into());
        let task = |name: &str, of: Option<&str>| Task {
            id: id(name),
            opportunity: of.map(id),
            ..Task::default()
        };
        for task in [task("t", Some("one")), task("s", Some("two")), task("own", None)] {
            project.tasks.push(task.into());
        }
        project
    }

    fn made(project: &Project, change: Change) -> Project {
        apply(project, &Edit { journey: id("map"), change }).unwrap()
    }

    fn names(project: &Project) -> (Vec<&str>, Vec<&str>, Vec<&str>) {
        let lanes = project.journeys.iter().flat_map(|map| map.lanes.iter());
        let cards = lanes.flat_map(|lane| lane.cards.iter().map(|card| card.id.as_str()));
        let ideas = project.opportunities.iter().map(|one| one.id.as_str());
        let tasks = project.tasks.iter().map(|one| one.id.as_str());
        (cards.collect(), ideas.collect(), tasks.collect())
    }

    #[test]
    fn an_opportunity_goes_with_its_card_and_tasks_and_nothing_leads_to_it() {
        let before = project();
        let after = made(&before, Change::RemoveOpportunities(vec![id("one")]));
        let (cards, ideas, tasks) = names(&after);
        assert_eq!(cards, ["p", "q", "r", "u", "p2"]);
        assert_eq!((ideas, tasks), (vec!["two", "three"], vec!["s", "own"]));
        let lanes = after.journeys.iter().flat_map(|map| map.lanes.iter());
        let mut cards = lanes.flat_map(|lane| lane.cards.iter()).chain(after.parked.iter());
        assert!(cards.all(|card| card.opportunity.is_none()));
        assert_eq!(faults(&after), Vec::<String>::new());
        // One that only its card knows of.
        let after = made(&before, Change::RemoveOpportunities(vec![id("u")]));
        assert_eq!(names(&after).0, ["p", "q", "r", "o", "p2"]);
        let nothing = made(&before, Change::RemoveOpportunities(vec![id("gone")]));
        assert_eq!(nothing, before);
    }

    #[test]
    fn they_come_in_another_order_and_tasks_go() {
        let before = project();
        let to = |name: &str, to| Change::MoveOpportunity { opportunity: id(name), to };
        assert_eq!(names(&made(&before, to("three", 0))).1, ["three", "one", "two"]);
        assert_eq!(names(&made(&before, to("one", 9))).1, ["two", "three", "one"]);
        assert_eq!(made(&before, to("gone", 0)), before);
        let gone = Change::RemoveTasks(vec![id("t"), id("own"), id("gone")]);
        assert_eq!(names(&made(&before, gone)).2, ["s"]);
    }

    #[test]
    fn they_are_called_by_what_they_do() {
        let before = project();
        let task = |change: &dyn Fn(&mut Task)| {
            let mut task = Task::clone(&before.tasks[0]);
            change(&mut task);
            Change::PutTasks(vec![task])
        };
        let named = |name: &str| {
            let one = Opportunity { id: id(name), ..Opportunity::default() };
            Change::PutOpportunities(vec![one])
        };
        let rows = [
            (named("new"), Label::AddOpportunity),
            (named("one"), Label::ChangeOpportunities(1)),
            // The card has been one all the time.
            (named("u"), Label::ChangeOpportunities(1)),
            (task(&|it| it.done = true), Label::TickTask(true)),
            (task(&|it| it.title = "x".into()), Label::ChangeTasks(1)),
            (task(&|it| it.id = id("new")), Label::AddTask),
        ];
        for (change, expected) in rows {
            assert_eq!(Label::of(&before, &Edit { journey: id("map"), change }), expected);
        }
    }
}
