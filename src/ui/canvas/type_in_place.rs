//! Typing a text where it stands: what a frame does while somebody types.

use super::after_typing::{AfterTyping, ending, finish};
use super::typing::{Brushed, FRAMES, take_keys};
use super::{Canvas, field, pinned_lanes};
use crate::model::within_text_max;
use crate::model::{TEXT_MAX, Thing, plain_text};
use crate::scene::{Scene, TextPlace};
use crate::ui::{Context, Document, Message};
use egui::{Rect, pos2};

/// Shows the field over what is being typed, and asks for what it changes.
pub(super) fn typing_ui(
    ui: &mut egui::Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut Canvas,
    at: &Brushed,
    out: &mut Vec<Message>,
) {
    let Some(mut typing) = canvas.typing.take() else { return };
    let Some(scene) = doc.scene.clone() else { return };
    if !typing.preview(doc, out) {
        return;
    }
    let place = scene.text_place(&typing.thing, at.pinned).map(|place| {
        let rect = place.rect.translate(at.pushed(&scene, &typing.thing));
        TextPlace { rect, ..place }
    });
    let Some(place) = place else {
        typing.missing += 1;
        if typing.missing > FRAMES {
            // It has gone from the map, or its lane was folded: nothing to type in.
            out.push(Message::Commit);
        } else {
            typing.waiting.extend(take_keys(ui));
            field::reserve(ui, cx, &typing);
            ui.ctx().request_repaint();
            canvas.typing = Some(typing);
        }
        return;
    };
    let waiting = std::mem::take(&mut typing.waiting);
    ui.input_mut(|input| drop(input.events.splice(0..0, waiting)));
    let next = ending(ui, &typing);
    if !typing.shown {
        canvas.show(typing.thing.clone());
    }
    let clip = clip(&scene, &typing.thing, at);
    let engine = canvas.texts.engine();
    engine.lang = doc.lang_of_map(cx.words.lang);
    let field = field::field_ui(ui, cx, engine, &scene, &mut typing, &place, at, clip);
    if field.changed() {
        typing.touched = true;
        let whole = typing.text.chars().count();
        typing.text = tidied(&typing.text);
        if whole > TEXT_MAX && typing.text.chars().count() == TEXT_MAX {
            let most = cx.words.number(TEXT_MAX as f64);
            out.push(Message::Notice(cx.words.canvas_cut(most)));
        }
        canvas.show(typing.thing.clone());
    }
    let next = match next {
        AfterTyping::Typing if !typing.keeps_focus(ui, &field, &scene, at) => AfterTyping::Lost,
        next @ (AfterTyping::Typing
        | AfterTyping::Lost
        | AfterTyping::Done
        | AfterTyping::Below
        | AfterTyping::Beside { .. }
        | AfterTyping::Escaped
        | AfterTyping::Pasted(_)) => next,
    };
    if typing.previewed.as_ref() != Some(&typing.text) {
        typing.preview(doc, out);
    }
    finish(ui, cx, doc, canvas, &scene, typing, next, out);
}

/// Where the field may be drawn: what scrolls goes below headers and titles.
pub(crate) fn clip(scene: &Scene, thing: &Thing, at: &Brushed) -> Rect {
    let corner = pos2(scene.body_x, scene.header_y + scene.header_height) + at.pinned;
    let below = match pinned_lanes::of_thing(scene, at.strips, thing) {
        Some(_) => 0.0,
        None => at.strips.last().map_or(0.0, |strip| strip.top + strip.height - corner.y),
    };
    let corner = at.screen(corner + egui::vec2(0.0, below.max(0.0)));
    let mut clip = at.canvas;
    if matches!(thing, Thing::Card(_) | Thing::Point { .. } | Thing::Lane(_)) {
        clip.min.y = clip.min.y.max(corner.y);
    }
    if matches!(thing, Thing::Card(_) | Thing::Point { .. } | Thing::Phase(_) | Thing::Step(_)) {
        clip.min.x = clip.min.x.max(corner.x);
    }
    clip
}

/// What is typed, without what a text of the map does not hold.
pub(crate) fn tidied(text: &str) -> String {
    within_text_max(&plain_text(text).replace('\t', " ")).0.to_owned()
}
