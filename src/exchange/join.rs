//! How do projects of several diagrams or tables of one source become one?

use crate::model::{Card, Id, IdSource, Journey, List, Project};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Takes the journeys of `from` into `into`, with all they refer to. What both have by one id is there
/// once, as diagrams of one file have the same personas and sources; a journey that is there already
/// comes as a copy.
pub(super) fn join(into: &mut Project, from: Project, ids: &mut IdSource) {
    if into.journeys.is_empty() && into.personas.is_empty() {
        *into = from;
        return;
    }
    add(&mut into.personas, &from.personas, |one| &one.id);
    add(&mut into.sources, &from.sources, |one| &one.id);
    add(&mut into.themes, &from.themes, |one| &one.id);
    add(&mut into.opportunities, &from.opportunities, |one| &one.id);
    add(&mut into.tasks, &from.tasks, |one| &one.id);
    add(&mut into.subgoals, &from.subgoals, |one| &one.id);
    add(&mut into.tags, &from.tags, |one| &one.id);
    add(&mut into.images, &from.images, |one| &one.id);
    let placed = into.journeys.iter().flat_map(|journey| journey.lanes.iter());
    let placed = placed.flat_map(|lane| lane.cards.iter()).map(|card| card.id.clone());
    let mut taken: HashSet<Id> = placed.collect();
    let parked = from.parked.iter().filter(|card| !taken.contains(&card.id)).cloned().collect();
    add(&mut into.parked, &List::new(parked), |card| &card.id);
    taken.extend(into.parked.iter().map(|card| card.id.clone()));
    for journey in &from.journeys {
        let mut journey = Journey::clone(journey);
        if into.journeys.iter().any(|known| known.id == journey.id) {
            journey.id = ids.next_id();
        }
        give_own_ids(&mut journey, &taken, ids);
        into.journeys.push(Arc::new(journey));
    }
}

/// Makes those of `from` who have the name of one in `into` that one.
pub(super) fn share_personas(into: &Project, from: &mut Project) {
    let same = |name: &str| {
        into.personas.iter().find(|one| one.name.to_lowercase() == name.to_lowercase())
    };
    let mut known: HashMap<Id, Id> = HashMap::new();
    for place in 0..from.personas.len() {
        let Some(persona) = from.personas.edit(place) else { continue };
        if let Some(one) = same(&persona.name) {
            known.insert(std::mem::replace(&mut persona.id, one.id.clone()), one.id.clone());
        }
    }
    let follow = |id: &mut Id| {
        if let Some(one) = known.get(id) {
            *id = one.clone();
        }
    };
    for journey in from.journeys.iter_mut().map(Arc::make_mut).filter(|_| !known.is_empty()) {
        journey.personas.iter_mut().for_each(follow);
        for lane in journey.lanes.iter_mut().map(Arc::make_mut) {
            for card in lane.cards.iter_mut().map(Arc::make_mut) {
                card.personas.iter_mut().for_each(follow);
            }
            for point in lane.points.iter_mut().map(Arc::make_mut) {
                point.persona.iter_mut().for_each(follow);
            }
        }
    }
}

fn add<T>(into: &mut List<T>, from: &List<T>, id: impl Fn(&T) -> &Id) {
    let known: HashSet<Id> = into.iter().map(|one| id(one).clone()).collect();
    into.extend(from.iter().filter(|one| !known.contains(id(one))).cloned());
}

/// Gives cards whose ids are taken their own, and what names them follows.
fn give_own_ids(journey: &mut Journey, taken: &HashSet<Id>, ids: &mut IdSource) {
    let cards = journey.lanes.iter().flat_map(|lane| lane.cards.iter()).map(|card| &card.id);
    let clashing: Vec<Id> = cards.filter(|id| taken.contains(*id)).cloned().collect();
    if clashing.is_empty() {
        return;
    }
    let new: HashMap<Id, Id> = clashing.into_iter().map(|id| (id, ids.next_id())).collect();
    let follow = |id: &mut Id| {
        if let Some(own) = new.get(id) {
            *id = own.clone();
        }
    };
    for lane in journey.lanes.iter_mut().map(Arc::make_mut) {
        for card in lane.cards.iter_mut() {
            let card: &mut Card = Arc::make_mut(card);
            follow(&mut card.id);
            card.next.iter_mut().for_each(follow);
        }
        for point in lane.points.iter_mut() {
            Arc::make_mut(point).touchpoint.iter_mut().for_each(follow);
        }
    }
}
