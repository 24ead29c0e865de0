//! Moving what is selected by the keyboard: a step or a lane at a time, feelings by halves.

use super::super::{Document, Message, Selection};
use super::{Canvas, chosen, drag};
use crate::edit::{Change, Spot};
use crate::model::{CardRef, EmotionPoint, Thing, feeling};
use crate::scene::{Body, Scene};
use egui::Vec2;

/// How much one key press changes a feeling.
const FEELING_STEP: f64 = 0.5;

/// Moves what is selected one step or lane `by` (−1, 0 or 1 in each direction).
pub(super) fn step_by(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    by: Vec2,
    out: &mut Vec<Message>,
) {
    let Some(last) = doc.selection.things.last().cloned() else { return };
    match &last {
        Thing::Card(card) => cards(doc, scene, card, by, out),
        Thing::Point { .. } => points(doc, scene, by, out),
        Thing::Phase(id) => {
            let at = scene.columns.phases.iter().position(|phase| phase.id == *id);
            if let Some(to) = at.and_then(|at| moved(at, by.x, scene.columns.phases.len())) {
                out.push(Message::Edit(Change::MovePhase { phase: id.clone(), to }));
            }
        }
        Thing::Step(id) => step(scene, id, by, out),
        Thing::Lane(id) => {
            // Past the next one that is shown, and so past hidden ones between them.
            let at = scene.lanes.iter().position(|lane| lane.id == *id);
            if let Some(to) = at.and_then(|at| moved(at, by.y, scene.lanes.len())) {
                let to = scene.lanes[to].index;
                out.push(Message::Edit(Change::MoveLane { lane: id.clone(), to }));
            }
        }
        Thing::Persona(_) | Thing::Transition(_) | Thing::Journey(_) => return,
    }
    canvas.show(last);
}

/// The next place in a direction, if there is one.
fn moved(at: usize, by: f32, count: usize) -> Option<usize> {
    let to = at.checked_add_signed(by as isize)?;
    (to < count && to != at).then_some(to)
}

fn cards(doc: &Document, scene: &Scene, last: &CardRef, by: Vec2, out: &mut Vec<Message>) {
    let cards = chosen::cards(doc);
    let target = match drag::place_of(scene, last) {
        Some(place) => beside(scene, place, cards.len() == 1, by),
        None => drag::parked_at(scene, last).and_then(|index| beside_parked(scene, index, by)),
    };
    let Some(target) = target else { return };
    let moves = drag::moves(scene, last, &cards, &target);
    // The one the keyboard is at stays the last one.
    let mut things: Vec<Thing> = Vec::with_capacity(moves.len());
    for card in &cards {
        let spot = moves.iter().find(|(other, _)| other == card).and_then(|(_, spot)| spot.lane());
        things.push(Thing::Card(CardRef { lane: spot.cloned(), card: card.card.clone() }));
    }
    out.push(Message::Edit(Change::MoveCards(moves)));
    out.push(Message::Select(Selection { things, cell: None }));
}

/// The spot one step or lane beside a place; a card alone also goes up and down in its cell.
fn beside(
    scene: &Scene,
    (lane, step, index): (usize, usize, usize),
    alone: bool,
    by: Vec2,
) -> Option<Spot> {
    let Body::Cards(body) = &scene.lanes[lane].body else { return None };
    let spot = |lane: usize, step: usize, index: usize| {
        let (lane, step) = (scene.lanes.get(lane)?.id.clone(), scene.columns.steps.get(step)?);
        Some(Spot::Cell { lane, step: step.id.clone(), index })
    };
    if by.x != 0.0 {
        let to = moved(step, by.x, scene.columns.steps.len())?;
        return spot(lane, to, index.min(body.cells.get(to)?.cards.len()));
    }
    if alone && by.y < 0.0 && index > 0 {
        return spot(lane, step, index - 1);
    }
    if alone && by.y > 0.0 && index + 1 < body.cells.get(step)?.cards.len() {
        return spot(lane, step, index + 1);
    }
    // On to the next lane that shows cards.
    let mut to = lane;
    loop {
        to = moved(to, by.y, scene.lanes.len())?;
        if matches!(scene.lanes[to].body, Body::Cards(_)) {
            return spot(to, step, if by.y < 0.0 { usize::MAX } else { 0 });
        }
    }
}

/// Parked cards go up and down, and to the left onto the map, beside where they were parked.
fn beside_parked(scene: &Scene, index: usize, by: Vec2) -> Option<Spot> {
    if by.y != 0.0 {
        let index = moved(index, by.y, scene.parking.cards.len())?;
        return Some(Spot::Parked { index });
    }
    if by.x > 0.0 {
        return None;
    }
    let parked = scene.parking.cards.get(index)?;
    let y = parked.rect.center().y + scene.parking_rect.top();
    let shown = scene.lanes.iter().filter(|lane| matches!(lane.body, Body::Cards(_)));
    let far = |lane: &&crate::scene::LaneBox| (lane.y + lane.height / 2.0 - y).abs();
    let lane = shown.min_by(|a, b| far(a).total_cmp(&far(b)))?.id.clone();
    let step = scene.columns.steps.last()?.id.clone();
    Some(Spot::Cell { lane, step, index: usize::MAX })
}

/// Feelings up and down by halves, sideways to the next step.
fn points(doc: &Document, scene: &Scene, by: Vec2, out: &mut Vec<Message>) {
    let mut changed = Vec::new();
    for thing in &doc.selection.things {
        let Thing::Point { lane, point } = thing else { continue };
        let Some((_, found)) = scene.journey.lane(lane) else { continue };
        let Some(point) = found.points.iter().find(|other| other.id == *point) else { continue };
        let mut point: EmotionPoint = (**point).clone();
        if by.y != 0.0 {
            // Onto the next half, whatever it was between.
            let halves = point.value / FEELING_STEP;
            let halves = if by.y < 0.0 {
                (halves + 0.01).floor() + 1.0
            } else {
                (halves - 0.01).ceil() - 1.0
            };
            point.value = feeling(halves * FEELING_STEP);
        }
        if by.x != 0.0 {
            let at = scene.columns.index.get(&point.step).copied();
            let to = at.and_then(|at| moved(at, by.x, scene.columns.steps.len()));
            let Some(to) = to else { continue };
            point.step = scene.columns.steps[to].id.clone();
        }
        changed.push((lane.clone(), point));
    }
    if !changed.is_empty() {
        out.push(Message::Edit(Change::PutPoints(changed)));
    }
}

fn step(scene: &Scene, id: &crate::model::Id, by: Vec2, out: &mut Vec<Message>) {
    let Some(at) = scene.columns.index.get(id).copied() else { return };
    let phase = scene.columns.steps[at].phase;
    let own = &scene.columns.phases[phase];
    let within = at - own.steps.start;
    let (phase, to) = match moved(within, by.x, own.steps.len()) {
        Some(to) => (own, to),
        // Out of its phase and into the next.
        None => {
            let Some(next) = moved(phase, by.x, scene.columns.phases.len()) else { return };
            let next = &scene.columns.phases[next];
            (next, if by.x < 0.0 { next.steps.len() } else { 0 })
        }
    };
    out.push(Message::Edit(Change::MoveStep { step: id.clone(), phase: phase.id.clone(), to }));
}
