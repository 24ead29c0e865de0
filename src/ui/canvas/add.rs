//! New cards, points, steps, phases, lanes and personas, where the keyboard is.

use super::super::{Document, Message, Selection};
use super::spots::{current_spot, current_step, for_cards};
use super::typing::{self, Typing};
use super::{Canvas, changes, feelings};
use crate::edit::{Change, new_lane, new_phase, new_step};
use crate::model::{Card, LaneKind, Persona, Step, Thing};
use crate::scene::{Body, LaneBox, Scene};
use crate::ui::state::pen::choose_first;
use crate::words::Words;

/// Types a new card where the keyboard is.
pub(super) fn add_card(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    out: &mut Vec<Message>,
) {
    let Some(spot) = current_spot(doc, scene).map(|spot| for_cards(scene, spot)) else { return };
    let card = Card { id: doc.editor.ids.next_id(), ..Card::default() };
    typing::begin(canvas, Some(Typing::fresh(spot, card)), out);
}

/// Sets a point in the emotion lane the keyboard is in, else in the first one.
pub(super) fn add_point(doc: &mut Document, scene: &Scene, words: &Words, out: &mut Vec<Message>) {
    let is_curve = |lane: &&LaneBox| matches!(lane.body, Body::Curve(_));
    let here = match (&doc.selection.cell, doc.selection.things.last()) {
        (Some(cell), _) => Some(&cell.lane),
        (_, Some(Thing::Lane(lane) | Thing::Point { lane, .. })) => Some(lane),
        _ => None,
    };
    let curves = || scene.lanes.iter().filter(is_curve);
    let lane = curves().find(|lane| Some(&lane.id) == here).or_else(|| curves().next());
    let step = scene.columns.steps.get(current_step(doc, scene).unwrap_or(0));
    if let (Some(lane), Some(step)) = (lane, step) {
        if feelings::has_to_choose(doc, scene, &lane.id) {
            return out.push(Message::Notice(choose_first(scene, words)));
        }
        feelings::add(doc, scene, &lane.id, &step.id, 0.5, 0.0, out);
    }
}

/// Types the title of the step the keyboard is in, also where no step has one yet.
pub(super) fn rename_step(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    out: &mut Vec<Message>,
) {
    let Some(step) = current_step(doc, scene) else { return };
    let thing = Thing::Step(scene.columns.steps[step].id.clone());
    out.push(Message::Select(Selection::of(thing.clone())));
    canvas.show(thing.clone());
    typing::begin(canvas, Typing::of(thing, doc), out);
}

/// A step after the one the keyboard is in, else at the end.
pub(super) fn add_step(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    out: &mut Vec<Message>,
) {
    let last = scene.columns.steps.len().checked_sub(1);
    let Some(at) = current_step(doc, scene).or(last) else { return };
    let phase = &scene.columns.phases[scene.columns.steps[at].phase];
    let step: Step = new_step(&mut doc.editor.ids);
    let thing = Thing::Step(step.id.clone());
    out.push(Message::Edit(Change::AddSteps {
        phase: phase.id.clone(),
        at: at + 1 - phase.steps.start,
        steps: vec![step],
    }));
    canvas.show(thing.clone());
    out.push(Message::Select(Selection::of(thing)));
}

/// A phase beside the one the keyboard is in, else at the end or the beginning. A map that is
/// worked out backwards grows at its beginning.
pub(super) fn add_phase(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    after: bool,
    out: &mut Vec<Message>,
) {
    let current = current_step(doc, scene).map(|step| scene.columns.steps[step].phase);
    let at = match current {
        Some(phase) => phase + usize::from(after),
        None if after && !changes::goes_backwards(scene) => scene.columns.phases.len(),
        None => 0,
    };
    add_phase_at(doc, canvas, at, out);
}

/// A phase with `at` phases before it; its title is to be typed.
pub(super) fn add_phase_at(
    doc: &mut Document,
    canvas: &mut Canvas,
    at: usize,
    out: &mut Vec<Message>,
) {
    let phase = new_phase(&mut doc.editor.ids);
    let thing = Thing::Phase(phase.id.clone());
    out.push(Message::Edit(Change::AddPhases { at, phases: vec![phase] }));
    out.push(Message::Select(Selection::of(thing.clone())));
    canvas.show(thing.clone());
    out.push(Message::Type(thing));
}

/// A lane below the one the keyboard is in, else at the end.
pub(super) fn add_lane(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    kind: LaneKind,
    out: &mut Vec<Message>,
) {
    let current = match (doc.selection.things.last(), &doc.selection.cell) {
        (Some(Thing::Lane(lane) | Thing::Point { lane, .. }), _) => Some(lane.clone()),
        (Some(Thing::Card(card)), _) => card.lane.clone(),
        (None, Some(cell)) => Some(cell.lane.clone()),
        _ => None,
    };
    let below = current.and_then(|lane| scene.journey.lane(&lane)).map(|(index, _)| index + 1);
    let lane = new_lane(kind, &mut doc.editor.ids);
    let thing = Thing::Lane(lane.id.clone());
    let at = below.unwrap_or(scene.journey.lanes.len());
    out.push(Message::Edit(Change::AddLanes { at, lanes: vec![lane] }));
    out.push(Message::Select(Selection::of(thing.clone())));
    canvas.show(thing);
}

/// Adds a persona, with a name to be typed over.
pub(super) fn add_persona(doc: &mut Document, words: &Words, out: &mut Vec<Message>) {
    const FACES: [&str; 6] = ["👩", "🧔", "👨‍🦱", "👱‍♀️", "🧑‍🦰", "👴"];
    let count = doc.editor.project().personas.len();
    let persona = Persona {
        id: doc.editor.ids.next_id(),
        name: words.canvas_new_persona(),
        emoji: FACES[count % FACES.len()].into(),
        ..Persona::default()
    };
    let thing = Thing::Persona(persona.id.clone());
    out.push(Message::Edit(Change::PutPersonas(vec![persona])));
    out.push(Message::Select(Selection::of(thing.clone())));
    out.push(Message::Show(thing));
}
