//! The card that follows, shown on the map: after "Leads to …" the next click on an activity says
//! which it is. Esc, or a click on anything else, leaves all as it was.

use super::super::{Context, Document, Message};
use super::{Canvas, View};
use crate::edit::Change;
use crate::insight::is_of_activities;
use crate::model::{Card, CardRef, Thing};
use crate::scene::{Face, Hit, Role, Scene};
use crate::ui::font_id;
use crate::words::{card_name, titled};
use egui::{Key, Painter, PointerButton, Popup, Rect, Response, Shape, Stroke, StrokeKind, vec2};

/// The selected activities wait for the click that says what follows them.
pub(super) fn begin(doc: &Document, canvas: &mut Canvas) {
    let Some(journey) = doc.shown_journey() else { return };
    let cards = doc.selection.things.iter().filter_map(|thing| match thing {
        Thing::Card(card) => Some(card.clone()),
        Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    });
    let is_activity = |card: &CardRef| {
        let lane = card.lane.as_ref().and_then(|lane| journey.lane(lane));
        lane.is_some_and(|(_, lane)| is_of_activities(lane))
    };
    canvas.leading = cards.filter(is_activity).collect();
}

/// Esc ends the wait. True where it did.
pub(super) fn escape(ui: &egui::Ui, canvas: &mut Canvas) -> bool {
    let escape = !canvas.leading.is_empty() && ui.input(|input| input.key_pressed(Key::Escape));
    if escape {
        canvas.leading.clear();
    }
    escape
}

/// The activity at the pointer that could follow those that wait.
fn target(scene: &Scene, canvas: &Canvas, hit: &Hit) -> Option<CardRef> {
    let Hit::Card { card, .. } = hit else { return None };
    let lane = scene.journey.lane(card.lane.as_ref()?).map(|(_, lane)| lane)?;
    let is_one = canvas.leading.iter().any(|own| own.card == card.card);
    (is_of_activities(lane) && !is_one).then(|| card.clone())
}

/// Takes the click that says what follows. True where it was meant so.
pub(super) fn click(
    cx: &Context<'_>,
    canvas: &mut Canvas,
    response: &Response,
    scene: &Scene,
    hit: &Hit,
    out: &mut Vec<Message>,
) -> bool {
    if canvas.leading.is_empty() || Popup::is_any_open(&response.ctx) {
        return false;
    }
    if response.drag_started() || response.secondary_clicked() {
        canvas.leading.clear();
        return false;
    }
    if !response.clicked_by(PointerButton::Primary) {
        return false;
    }
    let found = target(scene, canvas, hit);
    let leading = std::mem::take(&mut canvas.leading);
    let Some(to) = found else { return false };
    let whole = |place: CardRef| {
        let card = Card::clone(&scene.card_box(&place)?.card);
        Some((place, Card { next: Some(to.card.clone()), ..card }))
    };
    let cards: Vec<(CardRef, Card)> = leading.into_iter().filter_map(whole).collect();
    let name = |card: &Card| titled(&one_line(&card_name(card, &scene.project)), cx.words);
    if let ([(_, from)], Some(to)) = (cards.as_slice(), scene.card_box(&to)) {
        out.push(Message::Notice(cx.words.chain_said(name(from), name(&to.card))));
    }
    if !cards.is_empty() {
        out.push(Message::Edit(Change::PutCards(cards)));
    }
    true
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A dashed line from each card that waits to the pointer, a ring around what could follow, and what
/// a click does.
pub(super) fn paint(painter: &Painter, cx: &Context<'_>, view: &View<'_>, canvas: &Canvas) {
    if canvas.leading.is_empty() {
        return;
    }
    let Some(pointer) = view.pointer else { return };
    painter.ctx().set_cursor_icon(egui::CursorIcon::Crosshair);
    let accent = cx.theme.color(Role::Accent);
    let screen = |rect: Rect| Rect::from_min_max(view.screen(rect.min), view.screen(rect.max));
    let place = |card: &CardRef| view.scene.thing_rect(&Thing::Card(card.clone())).map(screen);
    let to = target(view.scene, canvas, view.hit);
    let ringed = to.as_ref().and_then(place);
    let tip = view.screen(pointer);
    for rect in canvas.leading.iter().filter_map(place) {
        let from = rect.right_center();
        let end = ringed.map_or(tip, |ringed| ringed.left_center());
        let stroke = Stroke::new(2.0, accent);
        painter.extend(Shape::dashed_line(&[from, end], stroke, 6.0, 4.0));
    }
    if let Some(rect) = ringed {
        painter.rect_stroke(rect.expand(3.0), 10.0, Stroke::new(3.0, accent), StrokeKind::Outside);
    }
    let text = match to.and_then(|to| view.scene.card_box(&to)) {
        Some(to) => {
            let name = titled(&one_line(&card_name(&to.card, &view.scene.project)), cx.words);
            cx.words.canvas_leads_to(name)
        }
        None => cx.words.canvas_leads_to_asks(),
    };
    let paper = cx.theme.color(Role::Paper);
    let galley = painter.layout(text, font_id(Face::SemiBold, 12.5), paper, 260.0);
    let size = galley.size() + vec2(20.0, 12.0);
    let room = view.rect.shrink(4.0);
    let min = (tip + vec2(14.0, 18.0)).min(room.max - size).max(room.min);
    painter.rect_filled(Rect::from_min_size(min, size), 8.0, cx.theme.color(Role::Ink));
    painter.galley(min + vec2(10.0, 6.0), galley, paper);
}
