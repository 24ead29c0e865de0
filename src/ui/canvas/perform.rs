//! The commands that act on the map: what each does with what is selected.

use super::super::command::Command;
use super::super::{CellRef, Document, Message, Selection};
use super::typing::{self, Typing};
use super::{Canvas, arrange, camera, clipboard, drag, input};
use crate::edit::{self, CardRef, Change, Spot, Thing, new_card, new_lane, new_phase, new_step};
use crate::model::{Id, Lane, LaneKind, Persona, Step};
use crate::scene::{Body, LaneBox, Scene};
use crate::words::Words;
use egui::{Rect, Vec2, pos2};

/// Does a command that acts on the map; false if it is not one of the canvas's.
pub fn perform(
    command: Command,
    doc: &mut Document,
    canvas: &mut Canvas,
    words: &Words,
    out: &mut Vec<Message>,
) -> bool {
    let Some(scene) = doc.scene.clone() else { return false };
    // What is held is let go before anything else happens to it.
    if canvas.tool.scrolls() {
        canvas.tool.end(out);
    }
    match command {
        Command::Cut => clipboard::copy(doc, &scene, true, words, out),
        Command::Copy => clipboard::copy(doc, &scene, false, words, out),
        Command::Duplicate => duplicate(doc, out),
        Command::Delete => delete(doc, &scene, out),
        Command::SelectAll => select_all(doc, &scene, out),
        Command::EditText => edit_text(doc, canvas, &scene, out),
        Command::MoveLeft => arrange::step_by(doc, canvas, &scene, Vec2::new(-1.0, 0.0), out),
        Command::MoveRight => arrange::step_by(doc, canvas, &scene, Vec2::new(1.0, 0.0), out),
        Command::MoveUp => arrange::step_by(doc, canvas, &scene, Vec2::new(0.0, -1.0), out),
        Command::MoveDown => arrange::step_by(doc, canvas, &scene, Vec2::new(0.0, 1.0), out),
        Command::Park => park(doc, &scene, out),
        Command::ZoomIn => zoom(doc, canvas, &scene, |frame, camera| {
            frame.zoomed(camera, 1.2, (frame.canvas / 2.0).to_pos2())
        }),
        Command::ZoomOut => zoom(doc, canvas, &scene, |frame, camera| {
            frame.zoomed(camera, 1.0 / 1.2, (frame.canvas / 2.0).to_pos2())
        }),
        Command::Zoom100 => zoom(doc, canvas, &scene, |frame, camera| {
            frame.zoomed(camera, 1.0 / camera.zoom, (frame.canvas / 2.0).to_pos2())
        }),
        Command::Fit => zoom(doc, canvas, &scene, |frame, _| frame.fit()),
        Command::ZoomSelection => {
            let rects = doc.selection.things.iter().filter_map(|thing| scene.thing_rect(thing));
            if let Some(all) = rects.reduce(Rect::union) {
                zoom(doc, canvas, &scene, |frame, _| frame.zoomed_to(all));
            }
        }
        Command::Parking => zoom(doc, canvas, &scene, |frame, camera| {
            let inset = Vec2::splat(20.0);
            frame.showing(camera, scene.parking_rect, inset)
        }),
        Command::ShowAllLanes => {
            let hidden = scene.journey.lanes.iter().filter(|lane| lane.hidden);
            let shown = hidden.map(|lane| Lane { hidden: false, ..bare(lane) });
            out.push(Message::Edit(Change::PutLanes(shown.collect())));
        }
        Command::AddCard => add_card(doc, canvas, &scene, out),
        Command::AddPoint => add_point(doc, &scene, out),
        Command::RenameStep => rename_step(doc, canvas, &scene, out),
        Command::AddStep => add_step(doc, canvas, &scene, out),
        Command::AddPhaseBefore => add_phase(doc, canvas, &scene, false, out),
        Command::AddPhaseAfter => add_phase(doc, canvas, &scene, true, out),
        Command::AddLane(kind) => add_lane(doc, canvas, &scene, kind, out),
        Command::AddPersona => add_persona(doc, words, out),
        Command::CollapseLane => {
            each_lane(doc, &scene, |lane| lane.collapsed = !lane.collapsed, out)
        }
        Command::HideLane => {
            each_lane(doc, &scene, |lane| lane.hidden = true, out);
            out.push(Message::Notice(words.canvas_lane_hidden()));
        }
        _ => return false,
    }
    true
}

/// A lane with its fields alone: its cards stay as they are in the project.
fn bare(lane: &Lane) -> Lane {
    Lane { cards: Default::default(), points: Default::default(), ..lane.clone() }
}

/// The selected cards.
pub fn cards(doc: &Document) -> Vec<CardRef> {
    let cards = doc.selection.things.iter().filter_map(|thing| match thing {
        Thing::Card(card) => Some(card.clone()),
        _ => None,
    });
    cards.collect()
}

fn zoom(
    doc: &mut Document,
    canvas: &Canvas,
    scene: &Scene,
    to: impl Fn(&camera::Frame, super::super::Camera) -> super::super::Camera,
) {
    let frame = canvas.frame(scene);
    let before = doc.cameras.get(&doc.journey).copied().unwrap_or_else(|| frame.fit());
    doc.cameras.insert(doc.journey.clone(), to(&frame, before));
}

fn duplicate(doc: &mut Document, out: &mut Vec<Message>) {
    let project = doc.editor.project().clone();
    let Some((_, journey)) = project.journey(&doc.journey) else { return };
    let made = edit::duplicate(&project, journey, &doc.selection.things, &mut doc.editor.ids);
    // None where a card that is selected has gone.
    let Ok(change) = made else { return };
    clipboard::add(change, out);
}

/// Deletes what is selected; the keyboard stays where it was.
fn delete(doc: &Document, scene: &Scene, out: &mut Vec<Message>) {
    let removable = |thing: &&Thing| !matches!(thing, Thing::Journey(_));
    let things: Vec<Thing> = doc.selection.things.iter().filter(removable).cloned().collect();
    remove(things, scene, out);
}

/// Takes things away; the keyboard stays in the cell, or goes to the neighbour.
pub fn remove(things: Vec<Thing>, scene: &Scene, out: &mut Vec<Message>) {
    let Some(last) = things.last() else { return };
    let next = after_removal(scene, last, &things);
    out.push(Message::Edit(Change::Remove(things)));
    out.push(Message::Select(next));
}

/// What is selected once `things` have gone.
fn after_removal(scene: &Scene, last: &Thing, things: &[Thing]) -> Selection {
    let stays = |thing: &Thing| !things.contains(thing);
    // The one after it, else the one before.
    let neighbour = |all: Vec<Thing>| {
        let at = all.iter().position(|thing| thing == last)?;
        let after = all[at..].iter().find(|thing| stays(thing));
        after.or_else(|| all[..at].iter().rfind(|thing| stays(thing))).cloned()
    };
    let columns = &scene.columns;
    let neighbour = match last {
        Thing::Phase(_) => {
            neighbour(columns.phases.iter().map(|one| Thing::Phase(one.id.clone())).collect())
        }
        Thing::Step(_) => {
            neighbour(columns.steps.iter().map(|one| Thing::Step(one.id.clone())).collect())
        }
        Thing::Lane(_) => {
            neighbour(scene.lanes.iter().map(|one| Thing::Lane(one.id.clone())).collect())
        }
        _ => None,
    };
    if let Some(thing) = neighbour {
        return Selection::of(thing);
    }
    let cell = |lane: usize, step: usize| {
        let (lane, step) = (scene.lanes.get(lane)?, columns.steps.get(step)?);
        Some(CellRef { lane: lane.id.clone(), step: step.id.clone() })
    };
    let cell = match last {
        Thing::Card(card) => {
            drag::place_of(scene, card).and_then(|(lane, step, _)| cell(lane, step))
        }
        Thing::Point { lane, point } => scene.journey.lane(lane).and_then(|(_, found)| {
            let point = found.points.iter().find(|other| other.id == *point)?;
            Some(CellRef { lane: lane.clone(), step: point.step.clone() })
        }),
        _ => None,
    };
    Selection { things: Vec::new(), cell }
}

fn select_all(doc: &Document, scene: &Scene, out: &mut Vec<Message>) {
    // Everything of the kind that is selected; cards where nothing is.
    let things: Vec<Thing> = match doc.selection.things.last() {
        Some(Thing::Phase(_)) => {
            scene.columns.phases.iter().map(|phase| Thing::Phase(phase.id.clone())).collect()
        }
        Some(Thing::Step(_)) => {
            scene.columns.steps.iter().map(|step| Thing::Step(step.id.clone())).collect()
        }
        Some(Thing::Lane(_)) => {
            scene.lanes.iter().map(|lane| Thing::Lane(lane.id.clone())).collect()
        }
        _ => {
            let far = pos2(f32::MAX, f32::MAX);
            super::walk::within(scene, pos2(0.0, 0.0), far)
        }
    };
    out.push(Message::Select(Selection { things, cell: None }));
}

fn edit_text(doc: &mut Document, canvas: &mut Canvas, scene: &Scene, out: &mut Vec<Message>) {
    if let [thing] = &doc.selection.things[..] {
        let thing = thing.clone();
        canvas.show(thing.clone());
        typing::begin(canvas, Typing::of(thing, doc), out);
    } else if let Some(CellRef { lane, step }) = doc.selection.cell.clone() {
        let at = scene.lanes.iter().find(|other| other.id == lane);
        match at.map(|lane| &lane.body) {
            Some(Body::Cards(_)) => input::type_new(doc, canvas, &lane, &step, usize::MAX, out),
            Some(Body::Curve(_)) => input::add_point(doc, scene, &lane, &step, 0.5, 0.0, out),
            _ => {}
        }
    }
}

/// Sets a point in the emotion lane the keyboard is in, else in the first one.
fn add_point(doc: &mut Document, scene: &Scene, out: &mut Vec<Message>) {
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
        input::add_point(doc, scene, &lane.id, &step.id, 0.5, 0.0, out);
    }
}

/// Types the title of the step the keyboard is in, also where no step has one yet.
fn rename_step(doc: &mut Document, canvas: &mut Canvas, scene: &Scene, out: &mut Vec<Message>) {
    let Some(step) = current_step(doc, scene) else { return };
    let thing = Thing::Step(scene.columns.steps[step].id.clone());
    out.push(Message::Select(Selection::of(thing.clone())));
    canvas.show(thing.clone());
    typing::begin(canvas, Typing::of(thing, doc), out);
}

fn park(doc: &Document, scene: &Scene, out: &mut Vec<Message>) {
    let mut cards = cards(doc);
    cards.retain(|card| drag::place_of(scene, card).is_some());
    if cards.is_empty() {
        return;
    }
    // As they are read: lane by lane, step by step.
    cards.sort_by_cached_key(|card| drag::place_of(scene, card));
    let things =
        cards.iter().map(|card| Thing::Card(CardRef { lane: None, card: card.card.clone() }));
    let selection = Selection { things: things.collect(), cell: None };
    let moves = cards.into_iter().map(|card| (card, Spot::Parked { index: usize::MAX }));
    out.push(Message::Edit(Change::MoveCards(moves.collect())));
    out.push(Message::Select(selection));
}

/// The cell the keyboard is in: where new and pasted cards go.
pub fn current_spot(doc: &Document, scene: &Scene) -> Option<Spot> {
    let spot = |lane: usize, step: usize, index: usize| {
        let lane = scene.lanes.get(lane)?.id.clone();
        let step = scene.columns.steps.get(step)?.id.clone();
        Some(Spot::Cell { lane, step, index })
    };
    if let Some(CellRef { lane, step }) = &doc.selection.cell {
        return Some(Spot::Cell { lane: lane.clone(), step: step.clone(), index: usize::MAX });
    }
    let first = scene.lanes.iter().position(|lane| matches!(lane.body, Body::Cards(_)))?;
    match doc.selection.things.last() {
        Some(Thing::Card(card)) => match drag::place_of(scene, card) {
            Some((lane, step, index)) => spot(lane, step, index + 1),
            None => Some(Spot::Parked { index: usize::MAX }),
        },
        Some(Thing::Lane(id)) => {
            let lane = scene.lanes.iter().position(|lane| lane.id == *id)?;
            spot(
                if matches!(scene.lanes[lane].body, Body::Cards(_)) { lane } else { first },
                0,
                usize::MAX,
            )
        }
        Some(Thing::Step(id)) => spot(first, *scene.columns.index.get(id)?, usize::MAX),
        Some(Thing::Phase(id)) => {
            let phase = scene.columns.phases.iter().find(|phase| phase.id == *id)?;
            spot(first, phase.steps.start, usize::MAX)
        }
        Some(Thing::Point { lane, point }) => {
            let index = scene.lanes.iter().position(|other| other.id == *lane)?;
            let Body::Curve(curve) = &scene.lanes[index].body else { return None };
            let point = curve.points.iter().find(|other| other.point.id == *point)?;
            spot(first, *scene.columns.index.get(&point.point.step)?, usize::MAX)
        }
        _ => spot(first, 0, usize::MAX),
    }
}

fn add_card(doc: &mut Document, canvas: &mut Canvas, scene: &Scene, out: &mut Vec<Message>) {
    let Some(spot) = current_spot(doc, scene).map(|spot| for_cards(scene, spot)) else { return };
    let card = new_card("", &mut doc.editor.ids);
    typing::begin(canvas, Some(Typing::fresh(spot, card)), out);
}

/// The same spot in the nearest lane that shows cards.
pub fn for_cards(scene: &Scene, spot: Spot) -> Spot {
    let Spot::Cell { lane, step, index } = spot else { return spot };
    let at = scene.lanes.iter().position(|other| other.id == lane).unwrap_or(0);
    let shown = |lane: &usize| matches!(scene.lanes[*lane].body, Body::Cards(_));
    let nearest = (0..scene.lanes.len()).filter(shown).min_by_key(|lane| lane.abs_diff(at));
    match nearest {
        Some(nearest) if nearest != at => {
            Spot::Cell { lane: scene.lanes[nearest].id.clone(), step, index: usize::MAX }
        }
        _ => Spot::Cell { lane, step, index },
    }
}

/// The step the keyboard is in or near.
fn current_step(doc: &Document, scene: &Scene) -> Option<usize> {
    match doc.selection.things.last() {
        Some(Thing::Step(id)) => scene.columns.index.get(id).copied(),
        Some(Thing::Phase(id)) => {
            let phase = scene.columns.phases.iter().find(|phase| phase.id == *id)?;
            phase.steps.clone().last()
        }
        Some(Thing::Card(_) | Thing::Point { .. }) => match current_spot(doc, scene)? {
            Spot::Cell { step, .. } => scene.columns.index.get(&step).copied(),
            Spot::Parked { .. } => None,
        },
        _ => {
            let cell = doc.selection.cell.as_ref()?;
            scene.columns.index.get(&cell.step).copied()
        }
    }
}

/// A step after the one the keyboard is in, else at the end.
fn add_step(doc: &mut Document, canvas: &mut Canvas, scene: &Scene, out: &mut Vec<Message>) {
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

fn add_phase(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    after: bool,
    out: &mut Vec<Message>,
) {
    let current = current_step(doc, scene).map(|step| scene.columns.steps[step].phase);
    let at = match current {
        Some(phase) => phase + usize::from(after),
        None if after => scene.columns.phases.len(),
        None => 0,
    };
    let phase = new_phase(&mut doc.editor.ids);
    let thing = Thing::Phase(phase.id.clone());
    out.push(Message::Edit(Change::AddPhases { at, phases: vec![phase] }));
    out.push(Message::Select(Selection::of(thing.clone())));
    canvas.show(thing.clone());
    out.push(Message::Type(thing));
}

/// A lane below the one the keyboard is in, else at the end.
fn add_lane(
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
pub fn add_persona(doc: &mut Document, words: &Words, out: &mut Vec<Message>) {
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

/// Changes the selected lanes, or the ones the selected cards are in.
fn each_lane(doc: &Document, scene: &Scene, change: impl Fn(&mut Lane), out: &mut Vec<Message>) {
    let ids: Vec<&Id> = doc
        .selection
        .things
        .iter()
        .filter_map(|thing| match thing {
            Thing::Lane(lane) => Some(lane),
            _ => None,
        })
        .collect();
    let lanes = scene.journey.lanes.iter().filter(|lane| ids.contains(&&lane.id));
    let changed: Vec<Lane> = lanes
        .map(|lane| {
            let mut lane = bare(lane);
            change(&mut lane);
            lane
        })
        .collect();
    if !changed.is_empty() {
        out.push(Message::Edit(Change::PutLanes(changed)));
    }
}

/// Puts the text of the system's clipboard in: cards of ours with all their fields, else lines.
pub fn paste(
    text: &str,
    doc: &mut Document,
    canvas: &mut Canvas,
    words: &Words,
    out: &mut Vec<Message>,
) {
    let Some(scene) = doc.scene.clone() else { return };
    canvas.let_go();
    match current_spot(doc, &scene) {
        Some(spot) => clipboard::paste(text, &spot, doc, out),
        None if scene.journey.lanes.is_empty() => {
            clipboard::paste(text, &Spot::Parked { index: usize::MAX }, doc, out);
        }
        None => out.push(Message::Notice(words.canvas_no_place())),
    }
}
