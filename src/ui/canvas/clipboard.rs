//! Cards and faces to and from the system's clipboard.
//!
//! The clipboard holds plain text for other programs. What a window of ours put there last is kept
//! beside it with all fields, and used when the text is still the same.

use super::super::{Document, Message, Selection};
use super::{feelings, removal, spots};
use crate::edit::{Change, Clip, Spot, is_too_long, paste_text};
use crate::file;
use crate::model::{CardRef, Id, TEXT_MAX, Thing};
use crate::scene::Scene;
use crate::ui::state::pen::choose_first;
use crate::words::Words;

/// In what is kept, between the text that stands on the clipboard and the clip.
const MARK: char = '\u{1e}';

/// Puts the selected cards and points on the clipboard; `cut` takes them off the map.
pub(super) fn copy(
    doc: &Document,
    scene: &Scene,
    cut: bool,
    words: &Words,
    out: &mut Vec<Message>,
) {
    let project = doc.editor.project();
    let Some((_, journey)) = project.journey(&doc.journey) else { return };
    let clip = Clip::of(project, journey, &doc.selection.things);
    if clip.is_empty() {
        return;
    }
    let text = clip.to_text();
    file::keep_clip(&format!("{text}{MARK}{}", clip.to_json()));
    out.push(Message::Clip(text));
    if cut {
        let of_clip = |thing: &&Thing| matches!(thing, Thing::Card(_) | Thing::Point { .. });
        let things = doc.selection.things.iter().filter(of_clip).cloned().collect();
        removal::remove(things, scene, out);
    } else {
        out.push(Message::Notice(words.canvas_copied(clip.cards.len() + clip.points.len())));
    }
}

/// Puts in what is on the clipboard, at `spot`: things of ours with all their fields, other text
/// as cards, a line each, or on an emotion curve as points that say it. A notice tells of what is
/// too long to be kept.
pub(super) fn paste(
    text: &str,
    spot: &Spot,
    doc: &mut Document,
    words: &Words,
    out: &mut Vec<Message>,
) {
    let project = doc.editor.project().clone();
    let Some((_, journey)) = project.journey(&doc.journey) else { return };
    let change = match (ours(text), &doc.scene) {
        (Some(clip), scene) => {
            let first = scene.as_ref().and_then(|scene| spots::clip_spot(doc, scene));
            let spot = first.as_ref().unwrap_or(spot);
            crate::edit::paste(&clip, &project, journey, spot, &mut doc.editor.ids)
        }
        (None, Some(scene)) if !text.trim().is_empty() => {
            if is_too_long(text) {
                out.push(Message::Notice(words.canvas_cut(words.number(TEXT_MAX as f64))));
            }
            let scene = scene.clone();
            if let Spot::Cell { lane, .. } = spot
                && feelings::has_to_choose(doc, &scene, lane)
            {
                return out.push(Message::Notice(choose_first(&scene, words)));
            }
            let said = match spot {
                Spot::Cell { lane, step, .. } => feelings::said(doc, &scene, lane, step, text),
                Spot::Parked { .. } => None,
            };
            said.unwrap_or_else(|| {
                let spot = spots::for_cards(&scene, spot.clone());
                paste_text(text, journey, &spot, &mut doc.editor.ids)
            })
        }
        _ => return,
    };
    add(change, out);
}

/// Makes a change that adds things, and selects them.
pub(super) fn add(change: Change, out: &mut Vec<Message>) {
    let things = added(&change);
    out.push(Message::Edit(change));
    if let Some(last) = things.last().cloned() {
        out.push(Message::Select(Selection { things, cell: None }));
        out.push(Message::Show(last));
    }
}

/// The clip whose text is on the clipboard, if a window of ours put it there.
fn ours(text: &str) -> Option<Clip> {
    let plain = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
    let kept = file::kept_clip()?;
    let (said, clip) = kept.split_once(MARK)?;
    (plain(said) == plain(text)).then(|| Clip::from_json(clip)).flatten()
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
fn added(change: &Change) -> Vec<Thing> {
    match change {
        Change::AddCards(cards) => cards
            .iter()
            .map(|(spot, card)| {
                Thing::Card(CardRef { lane: spot.lane().cloned(), card: card.id.clone() })
            })
            .collect(),
        Change::PutPoints(points) => {
            let thing =
                |lane: &Id, point: &Id| Thing::Point { lane: lane.clone(), point: point.clone() };
            points.iter().map(|(lane, point)| thing(lane, &point.id)).collect()
        }
        Change::AddPhases { phases, .. } => {
            phases.iter().map(|phase| Thing::Phase(phase.id.clone())).collect()
        }
        Change::AddSteps { steps, .. } => {
            steps.iter().map(|step| Thing::Step(step.id.clone())).collect()
        }
        Change::AddLanes { lanes, .. } => {
            lanes.iter().map(|lane| Thing::Lane(lane.id.clone())).collect()
        }
        Change::PutPersonas(personas) => {
            personas.iter().map(|persona| Thing::Persona(persona.id.clone())).collect()
        }
        Change::Together(changes) => {
            let mut things: Vec<Thing> = changes.iter().flat_map(added).collect();
            let is_part = |thing: &Thing| matches!(thing, Thing::Phase(_) | Thing::Step(_));
            // What stands in a part of the map comes with it.
            if things.iter().any(is_part) {
                things.retain(is_part);
            }
            things
        }
        _ => Vec::new(),
    }
}
