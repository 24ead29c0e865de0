//! What is not on one map: personas, opportunities, and the journeys themselves.

use super::steps::{self, StepOrder};
use super::structure::{put_item, relocate, spare_step_id};
use super::{EditError, clean};
use crate::model::{Id, Journey, List, Opportunity, Persona, Phase, Project, Step, Thing};
use std::collections::HashSet;
use std::sync::Arc;

/// [`Change::PutPersonas`](super::Change::PutPersonas).
pub(super) fn put_personas(
    project: &mut Project,
    journey: &mut Journey,
    puts: &[Persona],
) -> Result<(), EditError> {
    for put in puts {
        let new = project.persona(&put.id).is_none();
        if new && !journey.personas.contains(&put.id) {
            journey.personas.push(put.id.clone());
        }
        put_item(&mut project.personas, put.clone(), |one| &one.id);
    }
    Ok(())
}

/// [`Change::PutOpportunities`](super::Change::PutOpportunities). One that comes back after it was cut
/// may name cards that have gone meanwhile.
pub(super) fn put_opportunities(
    project: &mut Project,
    puts: &[Opportunity],
) -> Result<(), EditError> {
    let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
    let names_cards = puts.iter().any(|put| !put.cards.is_empty());
    let cards = lanes.flat_map(|lane| &lane.cards).chain(&project.parked).filter(|_| names_cards);
    let cards: HashSet<Id> = cards.map(|card| card.id.clone()).collect();
    for put in puts {
        let mut put = clean::opportunity(put.clone());
        put.cards.retain(|card| cards.contains(card));
        put_item(&mut project.opportunities, put, |one| &one.id);
    }
    Ok(())
}

/// Things of the project that stand in no other: tasks, sources, sub-goals.
pub(super) fn put_all<T: Clone + PartialEq>(
    list: &mut List<T>,
    puts: &[T],
    id: impl Fn(&T) -> &Id + Copy,
) -> Result<(), EditError> {
    for put in puts {
        put_item(list, put.clone(), id);
    }
    Ok(())
}

/// [`Change::PutJourney`](super::Change::PutJourney).
pub(super) fn put_journey(project: &mut Project, put: &Journey) -> Result<(), EditError> {
    let (index, old) = find(project, &put.id)?;
    let mut new = Journey {
        phases: old.phases.clone(),
        lanes: old.lanes.clone(),
        transitions: old.transitions.clone(),
        views: old.views.clone(),
        story: old.story.clone(),
        costs: put.costs.clone().map(clean::costs),
        ..put.clone()
    };
    new.personas = known(project, &put.personas);
    project.journeys[index] = new.into();
    Ok(())
}

/// The personas that are there, each once.
fn known(project: &Project, personas: &[Id]) -> Vec<Id> {
    let mut known: Vec<Id> = Vec::new();
    for id in personas {
        if !known.contains(id) && project.persona(id).is_some() {
            known.push(id.clone());
        }
    }
    known
}

/// [`Change::AddJourney`](super::Change::AddJourney). It is made whole: every phase has a step.
pub(super) fn add_journey(
    project: &mut Project,
    at: usize,
    journey: &Journey,
) -> Result<(), EditError> {
    let mut journey = journey.clone();
    journey.personas = known(project, &journey.personas);
    make_whole(&mut journey);
    let order = StepOrder::of(&journey);
    for lane in 0..journey.lanes.len() {
        if let Some(lane) = journey.lanes.edit(lane) {
            steps::fit_lane(lane, &order);
        }
    }
    let at = at.min(project.journeys.len());
    project.journeys.insert(at, Arc::new(journey));
    Ok(())
}

/// [`Change::AddProject`](super::Change::AddProject).
pub(super) fn add_project(
    project: &mut Project,
    at: usize,
    added: &Project,
) -> Result<(), EditError> {
    add_new(&mut project.personas, &added.personas, |one| one.id.as_str());
    add_new(&mut project.sources, &added.sources, |one| one.id.as_str());
    add_new(&mut project.themes, &added.themes, |one| one.id.as_str());
    add_new(&mut project.opportunities, &added.opportunities, |one| one.id.as_str());
    add_new(&mut project.tasks, &added.tasks, |one| one.id.as_str());
    add_new(&mut project.subgoals, &added.subgoals, |one| one.id.as_str());
    add_new(&mut project.images, &added.images, |one| one.id.as_str());
    // A tag is its word.
    add_new(&mut project.tags, &added.tags, |one| one.title.as_str());
    let journeys = added.journeys.iter().enumerate();
    journeys.into_iter().try_for_each(|(index, one)| add_journey(project, at + index, one))
}

/// Adds what is not in the list yet, by its name.
fn add_new<T>(list: &mut List<T>, added: &List<T>, name: impl Fn(&T) -> &str) {
    for one in added {
        if !list.iter().any(|other| name(other) == name(one)) {
            list.push(Arc::clone(one));
        }
    }
}

/// Gives a journey without phases one, and each phase without steps one.
pub(super) fn make_whole(journey: &mut Journey) {
    if journey.phases.is_empty() {
        let id = Id::new(&format!("{}-1", journey.id));
        journey.phases.push(Arc::new(Phase { id, ..Phase::default() }));
    }
    for index in 0..journey.phases.len() {
        if journey.phases[index].steps.is_empty() {
            let id = spare_step_id(journey, &journey.phases[index].id);
            if let Some(phase) = journey.phases.edit(index) {
                phase.steps.push(Arc::new(Step { id, ..Step::default() }));
            }
        }
    }
}

/// [`Change::MoveJourney`](super::Change::MoveJourney).
pub(super) fn move_journey(project: &mut Project, id: &Id, to: usize) -> Result<(), EditError> {
    let (from, _) = find(project, id)?;
    relocate(&mut project.journeys, from, to);
    Ok(())
}

/// The journey called `id`, with its place.
pub(super) fn find<'a>(
    project: &'a Project,
    id: &Id,
) -> Result<(usize, &'a Arc<Journey>), EditError> {
    project.journey(id).ok_or_else(|| EditError::Missing(Thing::Journey(id.clone())))
}

#[cfg(test)]
mod tests {
    use super::super::notation::{faults, id, parse};
    use super::super::{Change, Edit, apply};
    use super::*;

    #[test]
    fn an_opportunity_that_comes_back_forgets_the_cards_that_have_gone() {
        let (project, _) = parse("A: a\nL: x y\nparked: k");
        let cards = ["x", "gone", "k"].map(id).to_vec();
        let cut = Opportunity { id: id("o"), cards, ..Opportunity::default() };
        let edit = Edit { journey: id("map"), change: Change::PutOpportunities(vec![cut]) };
        let made = apply(&project, &edit).unwrap();
        assert_eq!(made.opportunities[0].cards, ["x", "k"].map(id));
        assert_eq!(faults(&made), Vec::<String>::new());
    }

    #[test]
    fn journeys_come_move_and_go() {
        let (project, _) = parse("A: a\nL: x");
        let edit = |change| Edit { journey: id("map"), change };
        let other = Journey { id: id("other"), title: "Other".into(), ..Journey::default() };
        let add = Change::AddJourney { at: 9, journey: Box::new(other) };
        let two = apply(&project, &edit(add)).unwrap();
        assert_eq!(faults(&two), Vec::<String>::new());
        assert_eq!(two.journeys[1].title, "Other");
        let moved = apply(&two, &edit(Change::MoveJourney { to: 5 })).unwrap();
        assert_eq!(moved.journeys[1].id, id("map"));
        let things = ["map", "other"].map(|name| Thing::Journey(id(name)));
        let one = apply(&two, &edit(Change::Remove(things[..1].to_vec()))).unwrap();
        assert_eq!(
            one.journeys.iter().map(|one| one.id.clone()).collect::<Vec<_>>(),
            [id("other")]
        );
        let none = apply(&two, &edit(Change::Remove(things.to_vec()))).unwrap();
        assert_eq!((none.journeys.len(), none.journeys[0].lanes.len()), (1, 0));
        assert_eq!(faults(&none), Vec::<String>::new());
        assert!(apply(&one, &edit(Change::PutTitle(String::new()))).is_ok());
        assert!(apply(&one, &edit(Change::MoveJourney { to: 0 })).is_err());
    }
}
