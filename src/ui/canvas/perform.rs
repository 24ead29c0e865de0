//! The commands that act on the map: what each does with what is selected.

use super::super::{CellRef, Document, Message, Selection};
use super::chosen::cards;
use super::removal::remove;
use super::spots::current_spot;
use super::typing::{self, Typing};
use super::{
    Canvas, add, arrange, camera, changes, clipboard, drag, feelings, input, lead, pen_tool,
    personas, tips, transitions, votes,
};
use crate::edit::{self, Change, Spot};
use crate::model::{CardRef, ChangeKind, Id, Journey, Lane, Thing, TransitionKind, View};
use crate::scene::{Body, Scene};
use crate::ui::state::command::CanvasCommand;
use crate::ui::state::document::Unmoved;
use crate::ui::state::pen::{choose_first, persons};
use crate::words::Words;
use egui::{Rect, Vec2, pos2};

/// Does a command that acts on the map.
pub fn perform(
    command: CanvasCommand,
    doc: &mut Document,
    canvas: &mut Canvas,
    words: &Words,
    out: &mut Vec<Message>,
) {
    let Some(scene) = doc.shown_scene().cloned() else { return };
    match command {
        CanvasCommand::Cut => clipboard::copy(doc, &scene, true, words, out),
        CanvasCommand::Copy => clipboard::copy(doc, &scene, false, words, out),
        CanvasCommand::Duplicate => duplicate(doc, out),
        CanvasCommand::Delete => delete(doc, &scene, out),
        CanvasCommand::SelectAll => select_all(doc, &scene, out),
        CanvasCommand::EditText => edit_text(doc, canvas, &scene, words, out),
        CanvasCommand::MoveLeft => arrange::step_by(doc, canvas, &scene, Vec2::new(-1.0, 0.0), out),
        CanvasCommand::MoveRight => arrange::step_by(doc, canvas, &scene, Vec2::new(1.0, 0.0), out),
        CanvasCommand::MoveUp => arrange::step_by(doc, canvas, &scene, Vec2::new(0.0, -1.0), out),
        CanvasCommand::MoveDown => arrange::step_by(doc, canvas, &scene, Vec2::new(0.0, 1.0), out),
        CanvasCommand::Park => park(doc, &scene, out),
        CanvasCommand::LeadsTo => lead::begin(doc, canvas),
        CanvasCommand::ZoomIn => zoom(doc, canvas, &scene, |frame, camera| {
            frame.zoomed(camera, 1.2, (frame.canvas / 2.0).to_pos2())
        }),
        CanvasCommand::ZoomOut => zoom(doc, canvas, &scene, |frame, camera| {
            frame.zoomed(camera, 1.0 / 1.2, (frame.canvas / 2.0).to_pos2())
        }),
        CanvasCommand::Zoom100 => zoom(doc, canvas, &scene, |frame, camera| {
            frame.zoomed(camera, 1.0 / camera.zoom, (frame.canvas / 2.0).to_pos2())
        }),
        CanvasCommand::Fit => {
            let frame = canvas.frame(&scene);
            let camera = frame.kept_in(frame.fit());
            doc.keep_unmoved(Unmoved { camera, canvas: frame.canvas, whole: true });
        }
        CanvasCommand::ZoomSelection => {
            let rects = doc.selection.things.iter().filter_map(|thing| scene.thing_rect(thing));
            if let Some(all) = rects.reduce(Rect::union) {
                zoom(doc, canvas, &scene, |frame, _| frame.zoomed_to(all));
            }
        }
        CanvasCommand::Parking => zoom(doc, canvas, &scene, |frame, camera| {
            let inset = Vec2::splat(20.0);
            frame.showing(camera, scene.parking_rect, inset)
        }),
        CanvasCommand::ShowAllLanes => show_all_lanes(doc, &scene, out),
        CanvasCommand::Signs => {
            if !tips::explain(&mut canvas.tips, &scene, &doc.selection.things, words) {
                out.push(Message::Notice(words.canvas_no_signs()));
            }
        }
        CanvasCommand::AddCard => add::add_card(doc, canvas, &scene, out),
        CanvasCommand::AddPoint => add::add_point(doc, &scene, words, out),
        CanvasCommand::RenameStep => add::rename_step(doc, canvas, &scene, out),
        CanvasCommand::AddStep => add::add_step(doc, canvas, &scene, out),
        CanvasCommand::MarkNew => changes::mark(doc, &scene, &ChangeKind::New, out),
        CanvasCommand::MarkChanged => changes::mark(doc, &scene, &ChangeKind::Changed, out),
        CanvasCommand::MarkRemoved => changes::mark(doc, &scene, &ChangeKind::Removed, out),
        CanvasCommand::AddPhaseFirst => add::add_phase_at(doc, canvas, 0, out),
        CanvasCommand::AddPhaseBefore => add::add_phase(doc, canvas, &scene, false, out),
        CanvasCommand::AddPhaseAfter => add::add_phase(doc, canvas, &scene, true, out),
        CanvasCommand::AddLane(kind) => add::add_lane(doc, canvas, &scene, kind, out),
        CanvasCommand::AddPersona => add::add_persona(doc, words, out),
        CanvasCommand::DrawCurve(nth) => {
            let persona = persons(&scene).get(nth.place()).map(|(persona, _)| persona.id.clone());
            if let Some(persona) = persona {
                pen_tool::draw_with(doc, canvas, &scene, &persona, out);
            }
        }
        CanvasCommand::CopyCurve(nth) => personas::copy_curve(doc, &scene, nth, words, out),
        CanvasCommand::OffMap => personas::take_off(doc, &scene, words, out),
        CanvasCommand::AddLoopBack => transitions::add(doc, TransitionKind::LoopBack, out),
        CanvasCommand::AddSkip => transitions::add(doc, TransitionKind::Skip, out),
        CanvasCommand::AddLeave => transitions::add(doc, TransitionKind::Leave, out),
        CanvasCommand::Widths(widths) => {
            let journey = Journey { widths: Some(widths), ..Journey::clone(&scene.journey) };
            out.push(Message::Edit(Change::PutJourney(Box::new(journey))));
        }
        CanvasCommand::Details(place) => {
            let journey = Journey { details: Some(place), ..Journey::clone(&scene.journey) };
            out.push(Message::Edit(Change::PutJourney(Box::new(journey))));
        }
        CanvasCommand::VoteMore => votes::give(doc, canvas, &cards(doc), true, words, out),
        CanvasCommand::VoteLess => votes::give(doc, canvas, &cards(doc), false, words, out),
        CanvasCommand::ClearVotes => votes::clear(&scene, out),
        CanvasCommand::CollapseLane => {
            each_lane(doc, &scene, |lane| lane.collapsed = !lane.collapsed, out);
        }
        CanvasCommand::HideLane => {
            if hide_lanes(doc, out) {
                out.push(Message::Notice(words.canvas_lane_hidden()));
            }
        }
    }
}

/// Shows the lanes that are hidden in the file, and those that the view hides.
fn show_all_lanes(doc: &Document, scene: &Scene, out: &mut Vec<Message>) {
    let hidden = scene.journey.lanes.iter().filter(|lane| lane.hidden);
    let shown = hidden.map(|lane| Lane { hidden: false, ..bare(lane) });
    let shown: Vec<Lane> = shown.collect();
    if !shown.is_empty() {
        out.push(Message::Edit(Change::PutLanes(shown)));
    }
    if !doc.view().hidden.is_empty() {
        let view = View { hidden: Vec::new(), ..doc.view().clone() };
        out.push(Message::View(Box::new(view)));
    }
}

/// A lane with its fields alone: its cards stay as they are in the project.
fn bare(lane: &Lane) -> Lane {
    Lane { cards: Default::default(), points: Default::default(), ..lane.clone() }
}

fn zoom(
    doc: &mut Document,
    canvas: &Canvas,
    scene: &Scene,
    to: impl Fn(&camera::CameraFrame, super::super::Camera) -> super::super::Camera,
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
        Some(
            Thing::Card(_)
            | Thing::Point { .. }
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_),
        )
        | None => {
            let far = pos2(f32::MAX, f32::MAX);
            super::walk::within(scene, pos2(0.0, 0.0), far)
        }
    };
    out.push(Message::Select(Selection { things, cell: None }));
}

fn edit_text(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    words: &Words,
    out: &mut Vec<Message>,
) {
    if let [thing] = &doc.selection.things[..] {
        let thing = thing.clone();
        canvas.show(thing.clone());
        typing::begin(canvas, Typing::of(thing, doc), out);
    } else if let Some(CellRef { lane, step }) = doc.selection.cell.clone() {
        let at = scene.lanes.iter().find(|other| other.id == lane);
        match at.map(|lane| &lane.body) {
            Some(Body::Cards(_)) => input::type_new(doc, canvas, &lane, &step, usize::MAX, out),
            Some(Body::Curve(_)) if feelings::has_to_choose(doc, scene, &lane) => {
                out.push(Message::Notice(choose_first(scene, words)));
            }
            Some(Body::Curve(_)) => {
                let value = feelings::value_in(doc, scene, &lane, &step);
                feelings::add(doc, scene, &lane, &step, 0.5, value, out);
            }
            // There is no place to type at.
            Some(Body::Collapsed) | None => {}
        }
    }
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

/// Changes the selected lanes, or the ones the selected cards are in.
fn each_lane(doc: &Document, scene: &Scene, change: impl Fn(&mut Lane), out: &mut Vec<Message>) {
    let ids: Vec<&Id> = doc
        .selection
        .things
        .iter()
        .filter_map(|thing| if let Thing::Lane(lane) = thing { Some(lane) } else { None })
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

/// Leaves the selected lanes out of what is shown here. In the file they stay as they are: others
/// go on seeing them.
fn hide_lanes(doc: &Document, out: &mut Vec<Message>) -> bool {
    let mut view = doc.view().clone();
    for thing in &doc.selection.things {
        if let Thing::Lane(lane) = thing
            && !view.hidden.contains(lane)
        {
            view.hidden.push(lane.clone());
        }
    }
    let hides = view != *doc.view();
    if hides {
        out.push(Message::View(Box::new(view)));
    }
    hides
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
        Some(spot) => clipboard::paste(text, &spot, doc, words, out),
        None if scene.journey.lanes.is_empty() => {
            let spot = Spot::Parked { index: usize::MAX };
            clipboard::paste(text, &spot, doc, words, out);
        }
        None => out.push(Message::Notice(words.canvas_no_place())),
    }
}
