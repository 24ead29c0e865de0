//! What only the screen draws over the map: selection, hints, what is being dragged.

use super::super::{CellRef, Context, Document};
use super::brush::Brush;
use super::pinned_lanes::PinnedLane;
use super::screen_texts::ScreenTexts;
use super::tool::Tool;
use super::{pen_marks, pinned_lanes, traced};
use crate::edit::{Change, Edit, Spot};
use crate::model::{CardRef, Id, Thing};
use crate::scene::{Align, Body, CardBox, Face, Hit, Role, Scene, Stroke, TextStyle};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::collections::HashMap;

/// Air between a thing and the ring that says it is selected, in screen points.
const RING_AIR: f32 = 3.0;
/// The least height of the hint in an empty place, in document units.
pub(super) const HINT_HEIGHT: f32 = 30.0;
/// A hint lower than this says only "+", in document units.
const HINT_TEXT: f32 = 16.0;
/// The height of such a hint: what is free below the cards of a full cell, in document units.
const STRIP: f32 = 9.0;
/// Cards stand this far inside their column, in document units.
const MARGIN: f32 = 9.0;

/// Where the "+ add" hint of a cell is: below its cards, a narrow strip where there is little room.
/// None where no cards can be.
pub(super) fn hint_rect(scene: &Scene, lane: usize, step: usize) -> Option<Rect> {
    let lane_box = scene.lanes.get(lane)?;
    let Body::Cards(cards) = &lane_box.body else { return None };
    let cell = cards.cells.get(step)?;
    let column = scene.columns.steps.get(step)?;
    let top = match scene.prompt_rect(&lane_box.id, &column.id) {
        Some(prompt) => prompt.bottom() - lane_box.y + 4.0,
        None if cell.bottom == 0.0 => cards.top + MARGIN,
        // Votes hang over a card's lower edge.
        None => {
            let lowest = |card: &CardBox| card.drawing.bounds(card.rect.min).bottom();
            cell.cards.iter().map(lowest).fold(cell.bottom, f32::max) + 4.0
        }
    };
    let height = HINT_HEIGHT.min(lane_box.height - top - 2.0);
    let (top, height) = match height >= HINT_TEXT {
        true => (top, height),
        false => (lane_box.height - STRIP - 0.5, STRIP),
    };
    Some(Rect::from_min_size(
        pos2(column.x + MARGIN, lane_box.y + top),
        vec2(column.width - 2.0 * MARGIN, height),
    ))
}

/// The ring around something selected, in document units.
fn ring(brush: &mut Brush<'_, '_>, rect: Rect, radius: f32, paint: impl Into<crate::scene::Paint>) {
    let air = RING_AIR / brush.zoom.max(0.001);
    let width = 2.5 / brush.zoom.max(0.001);
    let stroke = Stroke { width, paint: paint.into(), dash: None };
    brush.boxed(rect.expand(air), radius + air, None, Some(stroke));
}

/// Selected things that scroll with the map (not headers and titles, which stay in view).
pub(super) fn selection(brush: &mut Brush<'_, '_>, scene: &Scene, doc: &Document) {
    let visible = brush.visible();
    let moved = moved(doc);
    for thing in &doc.selection.things {
        let penned = pen_marks::is_of(doc.pen.persona(), thing);
        if penned || stays_in_view(thing) {
            continue;
        }
        let Some(rect) = where_shown(scene, &moved, thing) else { continue };
        if !rect.intersects(visible) {
            continue;
        }
        if let Some(arc) = traced::arc(scene, thing) {
            // Its line is marked below it.
            traced::labels(arc).for_each(|label| ring(brush, label, 8.0, Role::Accent));
            continue;
        }
        let radius = match thing {
            Thing::Point { .. } => rect.width() / 2.0,
            Thing::Card(_)
            | Thing::Phase(_)
            | Thing::Step(_)
            | Thing::Lane(_)
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => 8.0,
        };
        // A persona's words end at its edge: the ring keeps clear of them.
        let rect = match thing {
            Thing::Persona(_) => rect.expand2(vec2(9.0, 3.0)),
            Thing::Card(_)
            | Thing::Point { .. }
            | Thing::Phase(_)
            | Thing::Step(_)
            | Thing::Lane(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => rect,
        };
        ring(brush, rect, radius, Role::Accent);
    }
    if let Some(rect) = doc.selection.cell.as_ref().and_then(|cell| cell_rect(scene, cell)) {
        let stroke = Stroke {
            width: 1.5 / brush.zoom.max(0.001),
            paint: Role::Accent.into(),
            dash: Some((5.0, 4.0)),
        };
        brush.boxed(rect, 8.0, None, Some(stroke));
    }
}

/// Cards that are shown elsewhere than where they were selected, and where.
fn moved(doc: &Document) -> HashMap<&Id, &Spot> {
    match doc.editor.pending() {
        Some(Edit { change: Change::MoveCards(moves), .. }) => {
            moves.iter().map(|(card, spot)| (&card.card, spot)).collect()
        }
        _ => HashMap::new(),
    }
}

/// Where `thing` is shown. A card that is being moved is looked for where it goes, not in all lanes.
fn where_shown(scene: &Scene, moved: &HashMap<&Id, &Spot>, thing: &Thing) -> Option<Rect> {
    let there = match thing {
        Thing::Card(card) => moved.get(&card.card).and_then(|spot| at_spot(scene, spot, card)),
        Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    };
    there.or_else(|| scene.thing_rect(thing))
}

fn at_spot(scene: &Scene, spot: &Spot, card: &CardRef) -> Option<Rect> {
    let Spot::Cell { lane, step, .. } = spot else { return None };
    let lane = scene.lanes.iter().find(|shown| shown.id == *lane)?;
    let Body::Cards(cards) = &lane.body else { return None };
    let cell = cards.cells.get(*scene.columns.index.get(step)?)?;
    let found = cell.cards.iter().find(|shown| shown.card.id == card.card)?;
    Some(found.rect.translate(vec2(0.0, lane.y)))
}

/// Where the keyboard is in a cell: its free place, below the cards, or all of it where only a
/// question stands in it.
pub(super) fn cell_rect(scene: &Scene, cell: &CellRef) -> Option<Rect> {
    let lane = scene.lanes.iter().position(|lane| lane.id == cell.lane)?;
    let step = *scene.columns.index.get(&cell.step)?;
    let whole = scene.cell_rect(lane, step);
    let is_empty = match &scene.lanes.get(lane)?.body {
        Body::Cards(cards) => cards.cells.get(step).is_some_and(|cell| cell.cards.is_empty()),
        Body::Collapsed | Body::Curve(_) => false,
    };
    if is_empty && scene.prompt_rect(&cell.lane, &cell.step).is_some() {
        return Some(whole.shrink2(vec2(MARGIN - 4.0, 4.0)));
    }
    Some(hint_rect(scene, lane, step).unwrap_or_else(|| whole.shrink(MARGIN)))
}

/// Is it a header or a title?
fn stays_in_view(thing: &Thing) -> bool {
    matches!(thing, Thing::Phase(_) | Thing::Step(_) | Thing::Lane(_))
}

/// Selected headers and titles, painted where they stay in view. `pinned`: how far they are pushed;
/// `strips`: the lanes that stay in view.
pub(super) fn pinned_selection(
    brush: &mut Brush<'_, '_>,
    scene: &Scene,
    doc: &Document,
    pinned: Vec2,
    strips: &[PinnedLane],
) {
    for thing in &doc.selection.things {
        // A card is looked for among thousands: only what stays in view is.
        if !stays_in_view(thing) {
            continue;
        }
        let Some(rect) = scene.thing_rect(thing) else { continue };
        let rect = match thing {
            Thing::Phase(_) | Thing::Step(_) => rect.translate(vec2(0.0, pinned.y)),
            Thing::Lane(_) => {
                let seen = brush.visible().shrink((RING_AIR + 2.0) / brush.zoom.max(0.001));
                let strip = pinned_lanes::of_thing(scene, strips, thing);
                let down = strip.map_or(0.0, |strip| -strip.shift());
                lane_seen(scene, rect.translate(vec2(0.0, down)), pinned, seen)
            }
            Thing::Card(_)
            | Thing::Point { .. }
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => continue,
        };
        if rect.is_positive() {
            ring(brush, rect.shrink(2.0), 7.0, Role::Accent);
        }
    }
}

/// What is `seen` of a lane's row between the window's edges and below the headers, with its title,
/// which stays in view.
pub(super) fn lane_seen(scene: &Scene, row: Rect, pinned: Vec2, seen: Rect) -> Rect {
    let top = scene.header_y + scene.header_height + pinned.y;
    Rect::from_min_max(
        pos2(row.left().max(seen.left()), row.top().max(top)),
        pos2(row.right().min(seen.right()), row.bottom()),
    )
}

/// "+ lägg till" under the pointer, or a pale face where a click would set one.
#[expect(clippy::too_many_arguments, reason = "one frame's worth of what is known")]
pub(super) fn hint(
    brush: &mut Brush<'_, '_>,
    cx: &Context<'_>,
    texts: &mut ScreenTexts,
    doc: &Document,
    scene: &Scene,
    hit: &Hit,
    at: Pos2,
    asked: bool,
) {
    match hit {
        Hit::Cell { lane, step, .. } => {
            let lane = scene.lanes.iter().position(|other| other.id == *lane);
            let step = scene.columns.index.get(step).copied();
            let Some(rect) = lane.zip(step).and_then(|(lane, step)| hint_rect(scene, lane, step))
            else {
                return;
            };
            if brush.zoom < 0.35 {
                return;
            }
            let hot = rect.contains(at);
            let paint = if hot { Role::Accent.at(255) } else { Role::Muted.at(150) };
            let edge = Stroke { width: 1.2, paint, dash: Some((4.0, 3.0)) };
            let fill = hot.then_some(Role::Card.at(200));
            brush.boxed(rect, 8.0f32.min(rect.height() / 2.0), fill, Some(edge));
            if rect.height() < HINT_TEXT {
                let arm = rect.height() * 0.3;
                let pen = Stroke { width: 1.5, paint, dash: None };
                for by in [vec2(arm, 0.0), vec2(0.0, arm)] {
                    let (from, to) = (rect.center() - by, rect.center() + by);
                    let ends = vec![brush.screen(from), brush.screen(to)];
                    brush.line(ends, &pen);
                }
                return;
            }
            let style = TextStyle {
                face: Face::Medium,
                size: 12.0,
                line_height: 16.0,
                align: Align::Start,
            };
            let text = texts.text(&format!("+ {}", cx.words.canvas_add()), &style);
            brush.text(&text, rect.center() - text.size / 2.0, paint);
        }
        Hit::Curve { .. } if brush.zoom > 0.2 => {
            pen_marks::coming(brush, cx, texts, doc, scene, hit, at, asked);
        }
        Hit::Card { .. }
        | Hit::Point { .. }
        | Hit::Phase { .. }
        | Hit::Step { .. }
        | Hit::Lane(_)
        | Hit::Customers
        | Hit::LaneEdge(_)
        | Hit::Head(_)
        | Hit::Curve { .. }
        | Hit::Parking { .. }
        | Hit::Outside => {}
    }
}

/// What the mouse is doing: the band, or the card in the hand. `at` is where the pointer is seen;
/// `shift` is how far from where it was seen it began on the map, down.
pub(super) fn tool(brush: &mut Brush<'_, '_>, tool: &Tool, at: Pos2, shift: f32) {
    match tool {
        Tool::Band { from, .. } => {
            let rect = Rect::from_two_pos(*from - vec2(0.0, shift), at);
            let stroke = Stroke {
                width: 1.0 / brush.zoom.max(0.001),
                paint: Role::Accent.into(),
                dash: None,
            };
            brush.boxed(rect, 0.0, Some(Role::Accent.at(24)), Some(stroke));
        }
        Tool::Cards(cards) => {
            // The grabbed card in front, up to two more behind it as a sign that there are several.
            let grabbed = cards.cards.iter().filter(|card| **card == cards.grabbed);
            let others = cards.cards.iter().filter(|card| **card != cards.grabbed).take(2);
            for (behind, card) in others.chain(grabbed).enumerate() {
                let Some(found) = cards.base.card_box(card) else { continue };
                let front = *card == cards.grabbed;
                let shift =
                    if front { Vec2::ZERO } else { Vec2::splat(6.0 * (behind as f32 + 1.0)) };
                brush.opacity = if front { 0.95 } else { 0.7 };
                let corner = at - cards.grip + shift;
                let rect = Rect::from_min_size(corner, found.rect.size());
                brush.boxed(
                    rect.translate(vec2(0.0, 4.0)).expand(2.0),
                    10.0,
                    Some(Role::Shadow.into()),
                    None,
                );
                brush.drawing(&found.drawing, corner);
                let edge = Stroke {
                    width: 1.5 / brush.zoom.max(0.001),
                    paint: Role::Accent.into(),
                    dash: None,
                };
                brush.boxed(rect, 8.0, None, Some(edge));
            }
            brush.opacity = 1.0;
        }
        Tool::Idle
        | Tool::Pan
        | Tool::Span { .. }
        | Tool::Points { .. }
        | Tool::Set(_)
        | Tool::Width(_)
        | Tool::Height(_)
        | Tool::Order { .. }
        | Tool::Pull(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Layout;
    use crate::words::{Lang, Words};
    use std::sync::Arc;

    #[test]
    fn where_a_card_can_be_added_there_is_none() {
        let (mut spanned, words) = (0, Words::new(Lang::Sv));
        for name in ["shoes", "dag-pa-akuten", "forpackningsmaskin"] {
            let root = env!("CARGO_MANIFEST_DIR");
            let path = format!("{root}/assets/examples/{name}.kundresa");
            let project = Arc::new(crate::file::load(path.as_ref()).unwrap().project);
            let journey = project.journeys[0].id.clone();
            let scene = Layout::new().scene(&project, &journey, &words, 1.0).unwrap();
            for (place, lane) in scene.lanes.iter().enumerate() {
                let Body::Cards(cards) = &lane.body else { continue };
                for (step, cell) in cards.cells.iter().enumerate() {
                    spanned += usize::from(cell.cards.is_empty() && cell.bottom > 0.0);
                    let hint = hint_rect(&scene, place, step).unwrap();
                    for card in cards.cells.iter().flat_map(|cell| &cell.cards) {
                        // Only the narrow strip of a full cell may lie on votes that hang.
                        let rect = match hint.height() >= HINT_TEXT {
                            true => card.drawing.bounds(card.rect.min),
                            false => card.rect,
                        };
                        let rect = rect.translate(vec2(0.0, lane.y));
                        assert!(!rect.intersects(hint), "{name}: {}", card.card.text);
                    }
                }
            }
        }
        assert!(spanned > 0, "no card spans several steps");
    }
}
