//! Where dragged things land: from the map as it was when the drag began, so that nothing drifts.

use crate::edit::Spot;
use crate::model::{CardRef, EmotionPoint, Id, LaneKind, feeling};
use crate::scene::{Body, Cell, Scene};
use egui::{Pos2, Vec2};
use std::collections::{HashMap, HashSet};

/// Sideways movement below this keeps a face in its place, in document units.
const SIDEWAYS: f32 = 10.0;

/// Where a card let go at `at` would come to stand, not counting the cards in `moved`. It was
/// grabbed `offset` steps right of where it begins. None where a card cannot stand, as in an
/// emotion lane.
pub(super) fn spot_at(scene: &Scene, at: Pos2, offset: usize, moved: &HashSet<Id>) -> Option<Spot> {
    if at.x >= scene.parking_rect.left() {
        let index = index_at(&scene.parking, at.y - scene.parking_rect.top(), moved);
        return Some(Spot::Parked { index });
    }
    let lane = &scene.lanes[nearest_lane(scene, at.y)?];
    let step = nearest_step(scene, at.x)?.saturating_sub(offset);
    let id = scene.columns.steps[step].id.clone();
    let index = match &lane.body {
        Body::Curve(_) => return None,
        Body::Collapsed => 0,
        Body::Cards(cards) => index_at(cards.cells.get(step)?, at.y - lane.y, moved),
    };
    Some(Spot::Cell { lane: lane.id.clone(), step: id, index })
}

/// How many of the cell's cards, without `moved`, have their middle above `y`.
fn index_at(cell: &Cell, y: f32, moved: &HashSet<Id>) -> usize {
    let staying = cell.cards.iter().filter(|card| !moved.contains(&card.card.id));
    staying.filter(|card| card.rect.center().y < y).count()
}

/// The lane at this height, or the nearest.
pub(super) fn nearest_lane(scene: &Scene, y: f32) -> Option<usize> {
    let below = scene.lanes.partition_point(|lane| lane.y + lane.height <= y);
    scene.lanes.len().checked_sub(1).map(|last| below.min(last))
}

/// The step at this place across, or the nearest.
pub(super) fn nearest_step(scene: &Scene, x: f32) -> Option<usize> {
    let steps = &scene.columns.steps;
    let right_of = steps.partition_point(|step| step.x + step.width <= x);
    steps.len().checked_sub(1).map(|last| right_of.min(last))
}

/// A card's place on the map: lane, step and place in the cell. None when it is parked or its lane
/// is folded. The lane of `card` is where to look first.
pub(super) fn place_of(scene: &Scene, card: &CardRef) -> Option<(usize, usize, usize)> {
    let within = |lane: usize| {
        let Body::Cards(cards) = &scene.lanes[lane].body else { return None };
        let (step, index) = cards.place(&card.card)?;
        Some((lane, step, index))
    };
    let hinted = scene.lanes.iter().position(|lane| Some(&lane.id) == card.lane.as_ref());
    if let Some(found) = hinted.and_then(within) {
        return Some(found);
    }
    if parked_at(scene, card).is_some() {
        return None;
    }
    (0..scene.lanes.len()).find_map(within)
}

/// A card's place among the parked ones.
pub(super) fn parked_at(scene: &Scene, card: &CardRef) -> Option<usize> {
    scene.parking.cards.iter().position(|other| other.card.id == card.card)
}

/// Where all of `cards` go when the one that was grabbed goes to `target`: they keep their places
/// relative to each other, as far as the map reaches.
pub(super) fn moves(
    scene: &Scene,
    grabbed: &CardRef,
    cards: &[CardRef],
    target: &Spot,
) -> Vec<(CardRef, Spot)> {
    let mut placed: Vec<(Option<_>, &CardRef)> =
        cards.iter().map(|card| (place_of(scene, card), card)).collect();
    // Those that have no place yet come last.
    placed.sort_by_cached_key(|(place, card)| {
        (place.is_none(), *place, place.is_none().then(|| parked_at(scene, card)))
    });
    let (lane, step, index) = match target {
        Spot::Cell { lane, step, index } => (lane, step, *index),
        Spot::Parked { index } => {
            let spot = |n: usize| Spot::Parked { index: index.saturating_add(n) };
            let spots = placed.into_iter().enumerate();
            return spots.map(|(n, (_, card))| (card.clone(), spot(n))).collect();
        }
    };
    let lanes: Vec<usize> = (0..scene.lanes.len())
        .filter(|lane| scene.lanes[*lane].kind != LaneKind::Emotions)
        .collect();
    let rank = |lane: usize| lanes.iter().position(|other| *other == lane);
    let target_lane = scene.lanes.iter().position(|other| other.id == *lane).and_then(rank);
    let target_step = scene.columns.index.get(step).copied();
    let (Some(target_lane), Some(target_step)) = (target_lane, target_step) else {
        return Vec::new();
    };
    let origin = place_of(scene, grabbed).and_then(|(lane, step, _)| Some((rank(lane)?, step)));
    let (last_lane, last_step) = (lanes.len() - 1, scene.columns.steps.len() - 1);
    let mut into_target = 0;
    let moves = placed.into_iter().map(|(place, card)| {
        let own = place.and_then(|(lane, step, _)| Some((rank(lane)?, step)));
        let cell = match (own, origin) {
            (Some((lane, step)), Some((from_lane, from_step))) => (
                shift(lane, from_lane, target_lane, last_lane),
                shift(step, from_step, target_step, last_step),
            ),
            _ => (target_lane, target_step),
        };
        let at = if cell == (target_lane, target_step) {
            into_target += 1;
            index.saturating_add(into_target - 1)
        } else if own == Some(cell) {
            place.map_or(0, |(_, _, index)| index)
        } else {
            // Below what is there; cards that come together keep their order.
            usize::MAX
        };
        let lane = scene.lanes[lanes[cell.0]].id.clone();
        let step = scene.columns.steps[cell.1].id.clone();
        (card.clone(), Spot::Cell { lane, step, index: at })
    });
    moves.collect()
}

/// Would all of these come back to where they are?
pub(super) fn stay(scene: &Scene, moves: &[(CardRef, Spot)]) -> bool {
    let moved: HashSet<&Id> = moves.iter().map(|(card, _)| &card.card).collect();
    // None: the parking place.
    let mut cells: HashMap<Option<(usize, usize)>, Vec<&Id>> = HashMap::new();
    let ids = |cell: &Option<(usize, usize)>| -> Vec<&Id> {
        let cards = match *cell {
            None => &scene.parking.cards,
            Some((lane, step)) => match &scene.lanes[lane].body {
                Body::Cards(cards) => &cards.cells[step].cards,
                Body::Collapsed | Body::Curve(_) => return Vec::new(),
            },
        };
        cards.iter().map(|card| &card.card.id).collect()
    };
    for (card, spot) in moves {
        let from = place_of(scene, card).map(|(lane, step, _)| (lane, step));
        let index = match (spot, from) {
            (Spot::Cell { lane, step, index }, Some((at, column)))
                if scene.lanes[at].id == *lane && scene.columns.steps[column].id == *step =>
            {
                *index
            }
            (Spot::Parked { index }, None) => *index,
            _ => return false,
        };
        let cell = cells.entry(from).or_insert_with(|| {
            ids(&from).into_iter().filter(|card| !moved.contains(card)).collect()
        });
        cell.insert(index.min(cell.len()), &card.card);
    }
    cells.iter().all(|(cell, order)| ids(cell) == *order)
}

/// How many steps right of where it begins a card is at `x`.
pub(super) fn grabbed_at(scene: &Scene, card: &CardRef, x: f32) -> usize {
    let at = place_of(scene, card).zip(nearest_step(scene, x));
    at.map_or(0, |((_, first, _), step)| step.saturating_sub(first))
}

/// `value` moved as far as `from` moves to `to`, within 0 to `last`.
fn shift(value: usize, from: usize, to: usize, last: usize) -> usize {
    (value + to).saturating_sub(from).min(last)
}

/// The step that makes a card reach as far as `x`: none where that is the step it begins in.
pub(super) fn reach_to(scene: &Scene, card: &CardRef, x: f32) -> Option<Option<Id>> {
    let (_, first, _) = place_of(scene, card)?;
    let last = nearest_step(scene, x)?;
    Some((last > first).then(|| scene.columns.steps[last].id.clone()))
}

/// A point pulled by `by` document units from where it was: up is better. With `halves` the
/// feeling snaps to halves.
pub(super) fn pulled(
    scene: &Scene,
    lane: &Id,
    point: &EmotionPoint,
    by: Vec2,
    halves: bool,
) -> EmotionPoint {
    let mut pulled = point.clone();
    let lane = scene.lanes.iter().find(|other| other.id == *lane);
    let Some(Body::Curve(curve)) = lane.map(|lane| &lane.body) else { return pulled };
    let value = feeling(point.value - f64::from(by.y / curve.unit.max(1.0)));
    pulled.value = if halves { (value * 2.0).round() / 2.0 } else { value };
    let from = curve.points.iter().find(|other| other.point.id == point.id);
    if let Some(from) = from
        && by.x.abs() > SIDEWAYS
        && let Some((step, at)) = step_and_part(scene, from.at.x + by.x)
    {
        pulled.step = step;
        pulled.at = Some(at);
    }
    pulled
}

/// The step at `x`, and where within it from 0 to 1, to 0.01.
pub(super) fn step_and_part(scene: &Scene, x: f32) -> Option<(Id, f64)> {
    let step = &scene.columns.steps[nearest_step(scene, x)?];
    let part = f64::from((x - step.x) / step.width.max(1.0)).clamp(0.0, 1.0);
    Some((step.id.clone(), (part * 100.0).round() / 100.0))
}
