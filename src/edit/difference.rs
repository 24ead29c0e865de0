//! What differs between two states of a project: which things to show after an undo, and how much
//! memory it costs to keep both. Goes by pointers, so it costs what differs.

use super::same::{same_journey_head, same_lane_head};
use crate::model::{
    Card, CardRef, EmotionPoint, Id, Image, Journey, Lane, List, Phase, Project, Thing,
};
use std::collections::HashSet;
use std::mem::size_of;
use std::sync::Arc;

/// The things of `after` that are new, changed or moved against `before`.
pub fn things_touched(before: &Project, after: &Project) -> Vec<Thing> {
    difference(before, after).things
}

/// What differs between two states.
#[derive(Default)]
pub(super) struct Difference {
    /// What is new, changed or moved, as far as it is there afterwards.
    pub things: Vec<Thing>,
    /// A cell something went from: its lane and step, both still there.
    pub cell: Option<(Id, Id)>,
    /// About how many bytes are not shared.
    pub bytes: usize,
}

/// Compares two states of a project.
pub(super) fn difference(before: &Project, after: &Project) -> Difference {
    let mut found = Difference { bytes: size_of::<Project>(), ..Difference::default() };
    let journeys = changed(&before.journeys, &after.journeys);
    for journey in &journeys.new {
        match journeys.old.iter().find(|old| old.id == journey.id) {
            Some(old) => found.journey(old, journey),
            None => {
                found.things.push(Thing::Journey(journey.id.clone()));
                found.bytes += journey_bytes(journey);
            }
        }
    }
    for old in &journeys.old {
        if after.journey(&old.id).is_none() {
            found.bytes += journey_bytes(old);
        }
    }
    let parked = changed(&before.parked, &after.parked);
    found.cards(None, &parked);
    let personas = changed(&before.personas, &after.personas);
    found.things.extend(personas.new.iter().map(|persona| Thing::Persona(persona.id.clone())));
    // What a version was is mostly shared with what is: only one that goes may be held by history
    // alone.
    let gone = changed(&before.versions, &after.versions).old;
    let were = gone.iter().flat_map(|version| version.project.journeys.iter());
    found.bytes += were.map(|journey| journey_bytes(journey)).sum::<usize>();
    // An image whose title alone has changed shares its data.
    let images = changed(&before.images, &after.images);
    let bytes = |images: &[&Arc<Image>]| images.iter().map(|one| one.data.len()).sum::<usize>();
    found.bytes += bytes(&images.new) + bytes(&images.old);
    found
}

impl Difference {
    fn journey(&mut self, before: &Journey, after: &Journey) {
        self.bytes += size_of::<Journey>() + pointers(&after.lanes) + pointers(&after.phases);
        if !same_journey_head(before, after) {
            self.things.push(Thing::Journey(after.id.clone()));
        }
        self.phases(before, after);
        let lanes = changed(&before.lanes, &after.lanes);
        for lane in &lanes.new {
            match lanes.old.iter().find(|old| old.id == lane.id) {
                Some(old) if !Arc::ptr_eq(old, lane) => self.lane(old, lane, after),
                _ => {
                    self.things.push(Thing::Lane(lane.id.clone()));
                    self.bytes += lane_bytes(lane);
                }
            }
        }
        for old in lanes.old.iter().filter(|old| after.lane(&old.id).is_none()) {
            self.bytes += lane_bytes(old);
        }
        let transitions = changed(&before.transitions, &after.transitions);
        self.things.extend(transitions.new.iter().map(|one| Thing::Transition(one.id.clone())));
    }

    fn phases(&mut self, before: &Journey, after: &Journey) {
        let head = |phase: &Phase| Phase { steps: List::default(), ..phase.clone() };
        let phases = changed(&before.phases, &after.phases);
        for phase in &phases.new {
            self.bytes += size_of::<Phase>() + pointers(&phase.steps);
            match phases.old.iter().find(|old| old.id == phase.id) {
                Some(old) if !Arc::ptr_eq(old, phase) => {
                    if head(old) != head(phase) {
                        self.things.push(Thing::Phase(phase.id.clone()));
                    }
                    let steps = changed(&old.steps, &phase.steps);
                    self.things.extend(steps.new.iter().map(|step| Thing::Step(step.id.clone())));
                }
                _ => self.things.push(Thing::Phase(phase.id.clone())),
            }
        }
    }

    fn lane(&mut self, before: &Lane, after: &Lane, journey: &Journey) {
        self.bytes += size_of::<Lane>() + pointers(&after.cards) + pointers(&after.points);
        if !same_lane_head(before, after) {
            self.things.push(Thing::Lane(after.id.clone()));
        }
        let cards = changed(&before.cards, &after.cards);
        self.cards(Some(&after.id), &cards);
        let points = changed(&before.points, &after.points);
        self.things.extend(
            points
                .new
                .iter()
                .map(|point| Thing::Point { lane: after.id.clone(), point: point.id.clone() }),
        );
        self.bytes +=
            points.new.iter().chain(&points.old).map(|one| point_bytes(one)).sum::<usize>();
        let left = cards.old.iter().map(|card| &card.step);
        let left = left.chain(points.old.iter().map(|point| &point.step));
        let mut left = left.filter(|left| journey.steps().any(|(_, step)| step.id == **left));
        if self.cell.is_none() {
            self.cell = left.next().map(|step| (after.id.clone(), step.clone()));
        }
    }

    fn cards(&mut self, lane: Option<&Id>, cards: &Changed<'_, Card>) {
        let card = |card: &&Arc<Card>| CardRef { lane: lane.cloned(), card: card.id.clone() };
        self.things.extend(cards.new.iter().map(card).map(Thing::Card));
        self.bytes += cards.new.iter().chain(&cards.old).map(|one| card_bytes(one)).sum::<usize>();
    }
}

/// What differs between two lists.
struct Changed<'a, T> {
    /// Items of the new list that are not in the old one, or have moved in it.
    new: Vec<&'a Arc<T>>,
    /// Items of the old list that are not in the new one, or have moved in it.
    old: Vec<&'a Arc<T>>,
}

fn changed<'a, T>(old: &'a List<T>, new: &'a List<T>) -> Changed<'a, T> {
    let same = |(a, b): &(&Arc<T>, &Arc<T>)| Arc::ptr_eq(a, b);
    let start = old.iter().zip(new.iter()).take_while(same).count();
    let ends = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = ends.take_while(same).count();
    let (old, new) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let without = |items: &'a [Arc<T>], others: &'a [Arc<T>]| -> Vec<&'a Arc<T>> {
        let others: HashSet<*const T> = others.iter().map(Arc::as_ptr).collect();
        items.iter().filter(|item| !others.contains(&Arc::as_ptr(item))).collect()
    };
    let found = Changed { new: without(new, old), old: without(old, new) };
    if !found.new.is_empty() || !found.old.is_empty() || new.is_empty() {
        return found;
    }
    // The same items in another order. Mostly one has moved, past all the others between; where
    // two have changed places it could be either.
    let count = new.len().min(old.len());
    let same_run = |a: &[Arc<T>], b: &[Arc<T>]| a.iter().zip(b).all(|pair| same(&pair));
    let moved = if same_run(&new[1..], &old[..count - 1]) {
        &new[..1]
    } else if same_run(&new[..count - 1], &old[1..]) {
        &new[count - 1..]
    } else {
        new
    };
    Changed { new: moved.iter().collect(), old: moved.iter().collect() }
}

fn pointers<T>(list: &List<T>) -> usize {
    list.len() * size_of::<Arc<T>>()
}

fn card_bytes(card: &Card) -> usize {
    size_of::<Card>() + card.text.len() + card.note.len()
}

fn point_bytes(point: &EmotionPoint) -> usize {
    size_of::<EmotionPoint>() + point.quote.len()
}

fn lane_bytes(lane: &Lane) -> usize {
    let cards: usize = lane.cards.iter().map(|card| card_bytes(card)).sum();
    let points: usize = lane.points.iter().map(|point| point_bytes(point)).sum();
    size_of::<Lane>() + pointers(&lane.cards) + pointers(&lane.points) + cards + points
}

fn journey_bytes(journey: &Journey) -> usize {
    size_of::<Journey>() + journey.lanes.iter().map(|lane| lane_bytes(lane)).sum::<usize>()
}
