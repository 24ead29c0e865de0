//! Cards dragged onto an opportunity: they are tied to it and stay where they are.

use super::super::Context;
use super::View;
use super::brush::Brush;
use super::tool::Tool;
use crate::edit::{Change, tie_to_card};
use crate::model::{Card, CardRef, LaneKind};
use crate::scene::{Face, Hit, Role, Scene, Stroke, hit};
use crate::ui::font_id;
use crate::words::titled;
use egui::{Painter, Pos2, Rect, Vec2, vec2};

/// So much of a card's height at its upper and lower edge is between cards: what is let go there
/// is moved.
const EDGE_PART: f32 = 0.18;
/// No more of it than this, in document units.
const EDGE_MAX: f32 = 12.0;

/// The opportunity at `at` that `cards` would be tied to. None where one of them is an opportunity
/// itself: those are put in order.
pub(super) fn opportunity_at(scene: &Scene, at: Pos2, cards: &[CardRef]) -> Option<CardRef> {
    let is_one = |card: &CardRef| {
        let lane = card.lane.as_ref().and_then(|lane| scene.journey.lane(lane));
        lane.is_some_and(|(_, lane)| lane.kind == LaneKind::Opportunities)
    };
    let Hit::Card { card: found, .. } = hit(scene, at, 0.0) else { return None };
    if !is_one(&found) || cards.iter().any(is_one) {
        return None;
    }
    let rect = place(scene, &found)?;
    let edge = (rect.height() * EDGE_PART).min(EDGE_MAX);
    rect.shrink2(vec2(0.0, edge)).contains(at).then_some(found)
}

/// What ties `cards` to the opportunity that the card `onto` is; none: they are tied to it already.
pub(super) fn tied(scene: &Scene, cards: &[CardRef], onto: &CardRef) -> Option<Change> {
    let found = scene.card_box(onto)?;
    let whole = |place: &CardRef| Some((place.clone(), Card::clone(&scene.card_box(place)?.card)));
    let cards: Vec<(CardRef, Card)> = cards.iter().filter_map(whole).collect();
    tie_to_card(&scene.project, &cards, (onto, &found.card))
}

fn place(scene: &Scene, card: &CardRef) -> Option<Rect> {
    scene.thing_rect(&crate::model::Thing::Card(card.clone()))
}

/// The opportunity that what is dragged would be tied to.
fn target(tool: &Tool) -> Option<&CardRef> {
    match tool {
        Tool::Cards(cards) => cards.onto.as_ref(),
        Tool::Idle
        | Tool::Pan
        | Tool::Band { .. }
        | Tool::Span { .. }
        | Tool::Points { .. }
        | Tool::Set(_)
        | Tool::Width(_)
        | Tool::Height(_)
        | Tool::Order { .. }
        | Tool::Pull(_) => None,
    }
}

/// The ring around it.
pub(super) fn ring(brush: &mut Brush<'_, '_>, scene: &Scene, tool: &Tool) {
    let Some(rect) = target(tool).and_then(|card| place(scene, card)) else { return };
    let zoom = brush.zoom.max(0.001);
    let air = 4.0 / zoom;
    let stroke = Stroke { width: 3.0 / zoom, paint: Role::Idea.into(), dash: None };
    brush.boxed(rect.expand(air), 8.0 + air, Some(Role::Idea.at(40)), Some(stroke));
}

/// What letting go would do, beside the pointer.
pub(super) fn said(painter: &Painter, cx: &Context<'_>, view: &View<'_>, tool: &Tool) {
    let Some(card) = target(tool).and_then(|card| view.scene.card_box(card)) else { return };
    let Some(at) = view.pointer else { return };
    let title = titled(card.card.text.lines().next().unwrap_or_default(), cx.words);
    let text = cx.words.canvas_link_to(title);
    let galley =
        painter.layout(text, font_id(Face::SemiBold, 12.5), cx.theme.color(Role::Paper), 260.0);
    let size = galley.size() + vec2(20.0, 12.0);
    let room = view.rect.shrink(4.0);
    let min = (view.screen(at) + vec2(14.0, 18.0)).min(room.max - size).max(room.min);
    painter.rect_filled(Rect::from_min_size(min, size), 8.0, cx.theme.color(Role::Ink));
    painter.galley(min + Vec2::new(10.0, 6.0), galley, cx.theme.color(Role::Paper));
}
