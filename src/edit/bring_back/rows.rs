//! Lanes, and the cards and points in them, come back.

use super::super::place::{Landing, put_in};
use super::super::steps::StepOrder;
use super::super::structure::put_item;
use super::super::{EditError, Spot, emotion};
use super::coming_back::ComingBack;
use super::neighbours::{come_back, place};
use crate::model::{Card, EmotionPoint, Id, Journey, Lane, LaneKind, List, Project};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Lanes come back without what was in them; those that were chosen become what they were.
pub(super) fn lanes(map: &mut Journey, was: &Journey, chosen: &ComingBack<'_>) {
    for (at, lane) in was.lanes.iter().enumerate() {
        let whole = chosen.lanes.contains(&lane.id);
        if !whole && !chosen.needs_lane(was, &lane.id) {
            continue;
        }
        let is_new = come_back(&mut map.lanes, &was.lanes, at, |one| &one.id);
        let Some((index, now)) = map.lane(&lane.id) else { continue };
        let (mut cards, mut points) = (now.cards.clone(), now.points.clone());
        if is_new {
            (cards, points) = (List::default(), List::default());
        }
        if (is_new || whole)
            && let Some(place) = map.lanes.get_mut(index)
        {
            *place = Arc::new(Lane { cards, points, ..Lane::clone(lane) });
        }
    }
}

/// The lane something comes back to, which holds what that is.
fn lane_for(map: &Journey, lane: &Lane, step: &Id, of_emotions: bool) -> Result<usize, EditError> {
    let found =
        map.lane(&lane.id).filter(|(_, lane)| (lane.kind == LaneKind::Emotions) == of_emotions);
    let spot = || Spot::Cell { lane: lane.id.clone(), step: step.clone(), index: 0 };
    found.map(|(at, _)| at).ok_or_else(|| EditError::NoSuchSpot(spot()))
}

/// Cards become what they were, where they were: on the map, or parked.
pub(super) fn cards(
    parked: &mut List<Card>,
    map: &mut Journey,
    from: &Project,
    was: &Journey,
    chosen: &ComingBack<'_>,
) -> Result<(), EditError> {
    let wanted = |card: &&Arc<Card>| chosen.cards.contains(&card.id);
    let mut on_map: HashSet<&Id> = HashSet::new();
    for lane in &was.lanes {
        let cards: Vec<&Arc<Card>> = lane.cards.iter().filter(wanted).collect();
        let Some(first) = cards.first() else { continue };
        let index = lane_for(map, lane, &first.step, false)?;
        let homes: HashMap<&Id, &Id> = cards.iter().map(|one| (&one.id, &one.step)).collect();
        on_map.extend(homes.keys());
        take_out(parked, map, &homes, index);
        if let Some(now) = map.lanes.edit(index) {
            put_back(&mut now.cards, lane, &cards);
        }
    }
    for (at, card) in from.parked.iter().enumerate() {
        if !wanted(&card) || on_map.contains(&card.id) {
            continue;
        }
        let homes = HashMap::from([(&card.id, &card.step)]);
        take_out(&mut List::default(), map, &homes, usize::MAX);
        come_back(parked, &from.parked, at, |one| &one.id);
        put_item(parked, Card::clone(card), |one| &one.id);
    }
    Ok(())
}

/// Takes the cards out of wherever they are now, unless they are in their lane and step already.
fn take_out(parked: &mut List<Card>, map: &mut Journey, homes: &HashMap<&Id, &Id>, lane: usize) {
    parked.retain(|card| !homes.contains_key(&card.id));
    for at in 0..map.lanes.len() {
        let strays = |card: &Card| match homes.get(&card.id) {
            Some(step) => at != lane || card.step != **step,
            None => false,
        };
        if map.lanes.get(at).is_some_and(|lane| lane.cards.iter().any(|card| strays(card)))
            && let Some(lane) = map.lanes.edit(at)
        {
            lane.cards.retain(|card| !strays(card));
        }
    }
}

/// Puts `cards`, which stood in `lane`, into the lane as it is now.
fn put_back(now: &mut List<Card>, lane: &Lane, cards: &[&Arc<Card>]) {
    let mut cells: HashMap<&Id, (Vec<&Id>, Vec<Id>)> = HashMap::new();
    for card in cards {
        cells.entry(&card.step).or_default();
    }
    for card in &lane.cards {
        if let Some((was, _)) = cells.get_mut(&card.step) {
            was.push(&card.id);
        }
    }
    for card in now.iter() {
        if let Some((_, is)) = cells.get_mut(&card.step) {
            is.push(card.id.clone());
        }
    }
    let places: HashMap<Id, usize> =
        now.iter().enumerate().map(|(at, card)| (card.id.clone(), at)).collect();
    let mut landings = Vec::new();
    for card in cards {
        if let Some(there) = places.get(&card.id).and_then(|at| now.get_mut(*at)) {
            if **there != ***card {
                *there = Arc::clone(card);
            }
            continue;
        }
        let Some((was, is)) = cells.get_mut(&card.step) else { continue };
        let at = was.iter().position(|id| **id == card.id).unwrap_or(was.len());
        let index = place(was, at, &is.iter().collect::<Vec<_>>());
        is.insert(index.min(is.len()), card.id.clone());
        landings.push(Landing { index, card: Arc::clone(card) });
    }
    if !landings.is_empty() {
        put_in(now, landings);
    }
}

/// Points that belong to a card which went back to another step go with it.
pub(super) fn follow(before: &Journey, map: &mut Journey, chosen: &ComingBack<'_>) {
    let cards = |map: &Journey| -> HashMap<Id, Arc<Card>> {
        let all = map.lanes.iter().flat_map(|lane| lane.cards.iter());
        let back = all.filter(|card| chosen.cards.contains(&card.id));
        back.map(|card| (card.id.clone(), Arc::clone(card))).collect()
    };
    let (old, new) = (cards(before), cards(map));
    let order = StepOrder::of(map);
    let pairs: Vec<_> = old.iter().filter_map(|(id, old)| Some((old, new.get(id)?))).collect();
    emotion::follow(map, &order, pairs.into_iter());
}

/// Points let go of cards that are not where they are.
pub(super) fn loosen(map: &mut Journey, order: &StepOrder) {
    let all = map.lanes.iter().flat_map(|lane| lane.cards.iter());
    let cards: HashMap<Id, Arc<Card>> =
        all.map(|card| (card.id.clone(), Arc::clone(card))).collect();
    emotion::edit_points(map, |point| {
        let card = point.touchpoint.as_ref().map(|id| cards.get(id))?;
        let covers = card.is_some_and(|card| {
            let (from, at) = (order.index(&card.step), order.index(&point.step));
            from.zip(at).is_some_and(|(from, at)| (from..=from + order.reach(card)).contains(&at))
        });
        (!covers).then(|| EmotionPoint { touchpoint: None, ..point.clone() })
    });
}

/// Points become what they were, in the lane they were in; one whose card is gone lets go of it.
pub(super) fn points(
    map: &mut Journey,
    was: &Journey,
    chosen: &ComingBack<'_>,
) -> Result<(), EditError> {
    for lane in &was.lanes {
        for (at, point) in lane.points.iter().enumerate() {
            if !chosen.points.contains(&point.id) {
                continue;
            }
            let index = lane_for(map, lane, &point.step, true)?;
            for other in 0..map.lanes.len() {
                let holds = map.lanes.get(other).is_some_and(|lane| {
                    lane.points.iter().any(|one| one.id == point.id) && other != index
                });
                if holds && let Some(lane) = map.lanes.edit(other) {
                    lane.points.retain(|one| one.id != point.id);
                }
            }
            let card = point.touchpoint.as_ref();
            let is_there = |id: &&Id| map.lanes.iter().any(|lane| lane.card(id).is_some());
            let touchpoint = card.filter(is_there).cloned();
            let back = EmotionPoint { touchpoint, ..EmotionPoint::clone(point) };
            if let Some(now) = map.lanes.edit(index) {
                come_back(&mut now.points, &lane.points, at, |one| &one.id);
                put_item(&mut now.points, back, |one| &one.id);
            }
        }
    }
    Ok(())
}
