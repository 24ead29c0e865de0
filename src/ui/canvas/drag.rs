//! Where dragged things land: from the map as it was when the drag began, so that nothing drifts.

use crate::edit::{CardRef, Spot};
use crate::model::{EmotionPoint, Id, LaneKind, feeling};
use crate::scene::{Body, Cell, Scene};
use egui::{Pos2, Vec2};
use std::collections::HashSet;

/// Sideways movement below this keeps a face in its place, in document units.
const SIDEWAYS: f32 = 10.0;

/// Where a card let go at `at` would come to stand, not counting the cards in `moved`. None where
/// a card cannot stand, as in an emotion lane.
pub fn spot_at(scene: &Scene, at: Pos2, moved: &HashSet<Id>) -> Option<Spot> {
    if at.x >= scene.parking_rect.left() {
        let index = index_at(&scene.parking, at.y - scene.parking_rect.top(), moved);
        return Some(Spot::Parked { index });
    }
    let lane = &scene.lanes[nearest_lane(scene, at.y)?];
    let step = nearest_step(scene, at.x)?;
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
pub fn nearest_lane(scene: &Scene, y: f32) -> Option<usize> {
    let below = scene.lanes.partition_point(|lane| lane.y + lane.height <= y);
    scene.lanes.len().checked_sub(1).map(|last| below.min(last))
}

/// The step at this place across, or the nearest.
pub fn nearest_step(scene: &Scene, x: f32) -> Option<usize> {
    let steps = &scene.columns.steps;
    let right_of = steps.partition_point(|step| step.x + step.width <= x);
    steps.len().checked_sub(1).map(|last| right_of.min(last))
}

/// A card's place on the map: lane, step and place in the cell. None when it is parked.
pub fn place_of(scene: &Scene, card: &CardRef) -> Option<(usize, usize, usize)> {
    let lane = scene.lanes.iter().position(|lane| Some(&lane.id) == card.lane.as_ref())?;
    let Body::Cards(cards) = &scene.lanes[lane].body else { return None };
    let (step, index) = cards.place(&card.card)?;
    Some((lane, step, index))
}

/// Where all of `cards` go when the one that was grabbed goes to `target`: they keep their places
/// relative to each other, as far as the map reaches.
pub fn moves(
    scene: &Scene,
    grabbed: &CardRef,
    cards: &[CardRef],
    target: &Spot,
) -> Vec<(CardRef, Spot)> {
    let Spot::Cell { lane, step, index } = target else {
        let Spot::Parked { index } = target else { return Vec::new() };
        let spots = cards.iter().enumerate();
        return spots
            .map(|(n, card)| (card.clone(), Spot::Parked { index: index.saturating_add(n) }))
            .collect();
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
    let mut placed: Vec<(Option<(usize, usize, usize)>, &CardRef)> =
        cards.iter().map(|card| (place_of(scene, card), card)).collect();
    placed.sort_by_key(|(place, _)| *place);

    let mut moves: Vec<(CardRef, Spot)> = Vec::with_capacity(cards.len());
    let mut into_target = 0;
    for (place, card) in placed {
        let shifted = match (place, origin) {
            (Some((lane, step, _)), Some((from_lane, from_step))) => rank(lane).map(|lane| {
                let last = scene.columns.steps.len().saturating_sub(1);
                (
                    shift(lane, from_lane, target_lane, lanes.len() - 1),
                    shift(step, from_step, target_step, last),
                )
            }),
            _ => None,
        };
        let (to_lane, to_step) = shifted.unwrap_or((target_lane, target_step));
        let at = if (to_lane, to_step) == (target_lane, target_step) {
            into_target += 1;
            index.saturating_add(into_target - 1)
        } else {
            // Below what is there; cards that come together keep their order.
            usize::MAX
        };
        let lane = scene.lanes[lanes[to_lane]].id.clone();
        let step = scene.columns.steps[to_step].id.clone();
        moves.push((card.clone(), Spot::Cell { lane, step, index: at }));
    }
    moves
}

/// `value` moved as far as `from` moves to `to`, within 0 to `last`.
fn shift(value: usize, from: usize, to: usize, last: usize) -> usize {
    (value + to).saturating_sub(from).min(last)
}

/// The step that makes a card reach as far as `x`: none where that is the step it begins in.
pub fn reach_to(scene: &Scene, card: &CardRef, x: f32) -> Option<Option<Id>> {
    let (_, first, _) = place_of(scene, card)?;
    let last = nearest_step(scene, x)?;
    Some((last > first).then(|| scene.columns.steps[last].id.clone()))
}

/// A point pulled by `by` document units from where it was: up is better. With `halves` the
/// feeling snaps to halves.
pub fn pulled(
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
pub fn step_and_part(scene: &Scene, x: f32) -> Option<(Id, f64)> {
    let step = &scene.columns.steps[nearest_step(scene, x)?];
    let part = f64::from((x - step.x) / step.width.max(1.0)).clamp(0.0, 1.0);
    Some((step.id.clone(), (part * 100.0).round() / 100.0))
}
