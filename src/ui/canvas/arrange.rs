//! Moving what is selected by the keyboard: a step or a lane at a time, feelings by halves.

use super::super::{Document, Message, Selection};
use super::{Canvas, drag, perform};
use crate::edit::{CardRef, Change, Spot, Thing};
use crate::model::{EmotionPoint, LaneKind, feeling};
use crate::scene::{Body, Scene};
use egui::Vec2;

/// How much one key press changes a feeling.
const FEELING_STEP: f64 = 0.5;

/// Moves what is selected one step or lane `by` (−1, 0 or 1 in each direction).
pub fn step_by(
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
            let at = scene.journey.lane(id).map(|(index, _)| index);
            if let Some(to) = at.and_then(|at| moved(at, by.y, scene.journey.lanes.len())) {
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
    let cards = perform::cards(doc);
    let Some((lane, step, index)) = drag::place_of(scene, last) else {
        return unpark(doc, scene, &cards, by, out);
    };
    let Body::Cards(body) = &scene.lanes[lane].body else { return };
    let here = |index| Spot::Cell {
        lane: scene.lanes[lane].id.clone(),
        step: scene.columns.steps[step].id.clone(),
        index,
    };
    let target = if by.x != 0.0 {
        let Some(to) = moved(step, by.x, scene.columns.steps.len()) else { return };
        let index = index.min(body.cells[to].cards.len());
        Spot::Cell {
            lane: scene.lanes[lane].id.clone(),
            step: scene.columns.steps[to].id.clone(),
            index,
        }
    } else if cards.len() == 1 && by.y < 0.0 && index > 0 {
        here(index - 1)
    } else if cards.len() == 1 && by.y > 0.0 && index + 1 < body.cells[step].cards.len() {
        here(index + 1)
    } else {
        // On to the next lane that takes cards.
        let mut to = lane;
        loop {
            let Some(next) = moved(to, by.y, scene.lanes.len()) else { return };
            to = next;
            if scene.lanes[to].kind != LaneKind::Emotions {
                break;
            }
        }
        let index = if by.y < 0.0 { usize::MAX } else { 0 };
        Spot::Cell {
            lane: scene.lanes[to].id.clone(),
            step: scene.columns.steps[step].id.clone(),
            index,
        }
    };
    let moves = drag::moves(scene, last, &cards, &target);
    let things = moves.iter().map(|(card, spot)| {
        let lane = match spot {
            Spot::Cell { lane, .. } => Some(lane.clone()),
            Spot::Parked { .. } => None,
        };
        Thing::Card(CardRef { lane, card: card.card.clone() })
    });
    let selection = Selection { things: things.collect(), cell: None };
    out.push(Message::Edit(Change::MoveCards(moves)));
    out.push(Message::Select(selection));
}

/// A parked card moved left comes onto the map, in the last step.
fn unpark(doc: &Document, scene: &Scene, cards: &[CardRef], by: Vec2, out: &mut Vec<Message>) {
    let lane = scene.lanes.iter().find(|lane| lane.kind != LaneKind::Emotions);
    let (Some(lane), Some(step)) = (lane, scene.columns.steps.last()) else { return };
    if by.x >= 0.0 || doc.selection.things.is_empty() {
        return;
    }
    let spot = Spot::Cell { lane: lane.id.clone(), step: step.id.clone(), index: usize::MAX };
    let moves = cards.iter().map(|card| (card.clone(), spot.clone())).collect();
    let things = cards
        .iter()
        .map(|card| Thing::Card(CardRef { lane: Some(lane.id.clone()), card: card.card.clone() }));
    let selection = Selection { things: things.collect(), cell: None };
    out.push(Message::Edit(Change::MoveCards(moves)));
    out.push(Message::Select(selection));
}

/// Feelings up and down by halves, sideways to the next step.
fn points(doc: &Document, scene: &Scene, by: Vec2, out: &mut Vec<Message>) {
    let mut changed = Vec::new();
    for thing in &doc.selection.things {
        let Thing::Point { lane, point } = thing else { continue };
        let Some((_, found)) = scene.journey.lane(lane) else { continue };
        let Some(point) = found.points.iter().find(|other| other.id == *point) else { continue };
        let mut point: EmotionPoint = (**point).clone();
        point.value = feeling(point.value - f64::from(by.y) * FEELING_STEP);
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
