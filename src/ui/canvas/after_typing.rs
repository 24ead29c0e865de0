//! How typing on the map ends, and where it leads: below, to the next cell, to the next name.

use super::super::{CellRef, Context, Document, Message, Selection};
use super::typing::{TypedThing, Typing};
use super::{Canvas, cells, clipboard, drag};
use crate::edit::{Spot, new_card};
use crate::model::{Thing, plain_text};
use crate::scene::{Body, Scene};
use crate::ui::kit::text_field::take_key;
use crate::ui::state::command::Command;
use crate::ui::state::document::canvas_id;
use crate::ui::state::keys::shown_key;
use egui::{Event, Key};
use std::borrow::Cow;

/// How typing went on in a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AfterTyping {
    /// The field is still open.
    Typing,
    /// The keyboard has gone elsewhere.
    Lost,
    /// Done; nothing more.
    Done,
    /// Done; a new card below in the same cell.
    Below,
    /// Done; on to the next cell or the next name, or (`back`) the one before.
    Beside {
        /// The one before.
        back: bool,
    },
    /// Esc.
    Escaped,
    /// Lines were pasted where a card was to be typed: each becomes one.
    Pasted(String),
}

/// Ends typing as `next` says, and begins again where it leads.
#[expect(clippy::too_many_arguments, reason = "one caller, split off for its length")]
pub(super) fn finish(
    ui: &egui::Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    typing: Typing,
    next: AfterTyping,
    out: &mut Vec<Message>,
) {
    if let AfterTyping::Beside { back } = next
        && !matches!(typing.thing, Thing::Card(_) | Thing::Point { .. })
    {
        let Some(name) = cells::next_name(scene, &typing.thing, back) else {
            // At the last name it stays.
            canvas.typing = Some(typing);
            return;
        };
        out.push(Message::Commit);
        out.push(Message::Select(Selection::of(name.clone())));
        canvas.show(name.clone());
        canvas.typing = Typing::of(name, doc);
        return;
    }
    match &next {
        AfterTyping::Typing => {
            canvas.typing = Some(typing);
            return;
        }
        AfterTyping::Escaped if typing.is_kept_by_escape() => {
            out.push(Message::Commit);
            let undo = shown_key(&Command::Undo, cx.words).unwrap_or_default();
            out.push(Message::Notice(cx.words.canvas_kept(undo)));
        }
        AfterTyping::Escaped | AfterTyping::Pasted(_) => out.push(Message::Cancel),
        // A card in which nothing was typed is none: the editor drops it.
        AfterTyping::Lost | AfterTyping::Done | AfterTyping::Below | AfterTyping::Beside { .. } => {
            out.push(Message::Commit);
        }
    }
    if let AfterTyping::Pasted(text) = &next
        && let Some(TypedThing::Card(spot, _)) = &typing.fresh
    {
        clipboard::paste(text, spot, doc, cx.words, out);
    }
    if let Some(spot) = following(scene, &typing, &next) {
        let card = new_card("", &mut doc.editor.ids);
        let mut typing = Typing::fresh(spot, card);
        // Shown as soon as the one before is made, so that no key falls between them.
        typing.preview(doc, out);
        canvas.typing = Some(typing);
        return;
    }
    if next == AfterTyping::Lost {
        return;
    }
    ui.memory_mut(|memory| memory.request_focus(canvas_id()));
    if let AfterTyping::Beside { back } = next
        && let Some(selection) = beside(scene, &typing, back)
    {
        canvas.show_selected(&selection);
        out.push(Message::Select(selection));
        return;
    }
    // What has been typed by Esc stays, and is not what is typed over next.
    let gone = typing.is_blank() || next == AfterTyping::Escaped;
    let cell = match typing.fresh {
        Some(TypedThing::Card(Spot::Cell { lane, step, .. }, _)) if gone => {
            Some(CellRef { lane, step })
        }
        Some(TypedThing::Point(lane, point)) if gone => Some(CellRef { lane, step: point.step }),
        // A curve is felt step by step: what is typed next must not replace what was just said.
        Some(TypedThing::Point(lane, point)) => {
            let at = scene.columns.index.get(&point.step);
            let after = at.and_then(|at| scene.columns.steps.get(at + 1));
            after.map(|step| CellRef { lane, step: step.id.clone() })
        }
        _ => None,
    };
    if cell.is_some() {
        out.push(Message::Select(Selection { things: Vec::new(), cell }));
    }
}

/// Where the next card is typed, if there is to be one.
fn following(scene: &Scene, typing: &Typing, next: &AfterTyping) -> Option<Spot> {
    let Thing::Card(card) = &typing.thing else { return None };
    // Enter in an empty new card is enough cards, and in an old one it has been mended.
    let below = *next == AfterTyping::Below && typing.anew && !typing.text.trim().is_empty();
    let Some((lane, step, index)) = drag::place_of(scene, card) else {
        let parked = scene.parking.cards.iter().position(|other| other.card.id == card.card)?;
        let on =
            below || (matches!(next, AfterTyping::Beside { back: false }) && !typing.is_blank());
        return on.then_some(Spot::Parked { index: parked + 1 });
    };
    let spot = |lane: usize, step: usize, index: usize| {
        let (lane, step) = (scene.lanes.get(lane)?, scene.columns.steps.get(step)?);
        Some(Spot::Cell { lane: lane.id.clone(), step: step.id.clone(), index })
    };
    match next {
        AfterTyping::Below if below => spot(lane, step, index + 1),
        AfterTyping::Beside { back } => match cells::beside(scene, (lane, step), *back) {
            Some((to, step)) => match &scene.lanes.get(to)?.body {
                Body::Cards(cards) => spot(to, step, cards.cells.get(step)?.cards.len()),
                // A curve has points: what is typed there is said of one.
                Body::Curve(_) | Body::Collapsed => None,
            },
            // At the end of the map what is typed next must not replace what was just typed.
            None if typing.is_blank() => None,
            None => spot(lane, step, index + 1),
        },
        AfterTyping::Typing
        | AfterTyping::Lost
        | AfterTyping::Done
        | AfterTyping::Below
        | AfterTyping::Escaped
        | AfterTyping::Pasted(_) => None,
    }
}

/// What is selected when Tab leads from what was typed to no card that can be typed at once.
fn beside(scene: &Scene, typing: &Typing, back: bool) -> Option<Selection> {
    let place = match (&typing.thing, &typing.fresh) {
        // One that is dropped has no place any more.
        (_, Some(TypedThing::Card(Spot::Cell { lane, step, .. }, _))) => {
            let cell = Some(CellRef { lane: lane.clone(), step: step.clone() });
            cells::place_of(scene, &Selection { things: Vec::new(), cell })
        }
        (thing, _) => cells::place_of(scene, &Selection::of(thing.clone())),
    }?;
    let to = cells::beside(scene, place, back).unwrap_or(place);
    cells::selected(scene, to)
}

/// Takes the key that ends typing away from the field, if one was pressed.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
pub(super) fn ending(ui: &egui::Ui, typing: &Typing) -> AfterTyping {
    let is_card = matches!(typing.thing, Thing::Card(_));
    let is_blank = typing.is_blank();
    // There is nothing in the field to undo: the empty card itself is what was done last.
    let undone = is_blank && !typing.touched;
    let mut pasted = None;
    ui.input_mut(|input| {
        input.events.retain_mut(|event| {
            let Event::Paste(text) = event else { return true };
            if is_blank && text.trim_end().contains(['\n', '\r', '\t']) {
                pasted = Some(AfterTyping::Pasted(text.clone()));
                return false;
            }
            if let Cow::Owned(plain) = plain_text(text) {
                *text = plain;
            }
            true
        });
    });
    let ended = || {
        take_key(ui.ctx(), |key, modifiers| match key {
            Key::Escape => Some(AfterTyping::Escaped),
            Key::Z if undone && modifiers.command && !modifiers.shift => Some(AfterTyping::Escaped),
            Key::Enter if modifiers.shift && is_card => None,
            Key::Enter if is_card => Some(AfterTyping::Below),
            Key::Enter => Some(AfterTyping::Done),
            Key::Tab => Some(AfterTyping::Beside { back: modifiers.shift }),
            _ => None,
        })
    };
    pasted.or_else(ended).unwrap_or(AfterTyping::Typing)
}
