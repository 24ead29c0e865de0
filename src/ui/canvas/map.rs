//! Paints a map: tinted columns, lanes, cards, curves, and the titles that stay in view.

use super::super::Context;
use super::brush::Brush;
use super::curves::curves;
use super::detail::{Detail, Except, seen};
use super::far::Far;
use super::screen_texts::ScreenTexts;
use super::stays::{headers, pinned, titles};
use super::{chain_paint, pen_marks, traced};
use crate::model::{CardRef, Part, Thing};
use crate::scene::{Align, Body, Cell, Face, LaneBox, Role, Scene, Strip, Stroke, TextStyle};
use egui::{Pos2, Rect, Shape, Vec2, pos2, vec2};

/// Of tinted columns, in document units.
const TINT_RADIUS: f32 = 10.0;

/// The parts of a map, each to be painted within its own clip.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Layers {
    /// What scrolls both ways.
    pub body: Vec<Shape>,
    /// Phase headers, which stay at the top.
    pub headers: Vec<Shape>,
    /// Lane titles, which stay at the left.
    pub titles: Vec<Shape>,
    /// How many cards and faces were painted.
    pub painted: usize,
}

/// Paints all of `scene` that the brush can see, into the lists of `room`, which are empty.
pub(crate) fn map(
    brush: &mut Brush<'_, '_>,
    far: &mut Far,
    scene: &Scene,
    except: &Except<'_>,
    room: Layers,
) -> Layers {
    brush.shapes = room.body;
    let visible = brush.visible();
    let steps = scene.visible_steps(visible.left(), visible.right());
    let lanes = scene.visible_lanes(visible.top(), visible.bottom());
    let detail = Detail::at(brush.text_zoom);
    let mut painted = 0;

    tints(brush, scene, visible);
    chain_paint::lines(brush, scene, visible, except, None);
    for strip in seen(&scene.strips, visible).filter(|strip| !strip.is_inside()) {
        one_strip(brush, scene, strip, visible, detail);
    }
    for lane in &scene.lanes[lanes.clone()] {
        hairline(brush, scene, lane, visible);
        match &lane.body {
            Body::Cards(cards) if detail == Detail::Fill => {
                let from = steps.start.saturating_sub(cards.reach);
                painted += far.cards(brush, &lane.id, cards, lane.y, from..steps.end);
            }
            Body::Collapsed | Body::Cards(_) | Body::Curve(_) => {
                painted += lane_body(brush, far, scene, lane, visible, except);
            }
        }
    }
    far.paint_cards(brush);
    far.paint_faces(brush);
    if brush.zoom * scene.header_y > 2.0 && visible.top() < scene.header_y {
        for placed in scene.head.iter() {
            let rect = Rect::from_min_size(placed.at, placed.drawing.size);
            if rect.intersects(visible) {
                let text = placed.text_rect;
                if traced::is_arc(placed) && except.selected.contains(&placed.thing) {
                    traced::trace(brush, placed, Role::Accent, 5.0);
                }
                let penned = pen_marks::is_of(except.pen, &placed.thing);
                if penned {
                    pen_marks::behind_persona(brush, scene, placed);
                }
                except.titled(brush, &placed.thing, &placed.drawing, placed.at, text);
                if penned {
                    pen_marks::over_persona(brush, scene, placed);
                }
            }
        }
    }
    let push = pinned(scene, visible, except.typed);
    let body = std::mem::replace(&mut brush.shapes, room.headers);
    headers(brush, &mut far.names, scene, visible, push.y, except);
    let headers = std::mem::replace(&mut brush.shapes, room.titles);
    titles(brush, &mut far.names, scene, lanes, push, except);
    let titles = std::mem::take(&mut brush.shapes);
    Layers { body, headers, titles, painted }
}

/// What stands in a lane. Returns how many cards and faces it painted.
pub(super) fn lane_body(
    brush: &mut Brush<'_, '_>,
    far: &mut Far,
    scene: &Scene,
    lane: &LaneBox,
    visible: Rect,
    except: &Except<'_>,
) -> usize {
    let detail = Detail::at(brush.text_zoom);
    if let Body::Curve(curve) = &lane.body {
        // Behind the questions, so that no line goes through their words.
        for (feeling, rule) in scene.grid(lane, curve) {
            if feeling == 0.0 || detail == Detail::Full {
                brush.rule(&rule);
            }
        }
    }
    for strip in seen(&scene.strips, visible) {
        if strip.is_inside() && strip.lane.as_ref() == Some(&lane.id) {
            one_strip(brush, scene, strip, visible, detail);
        }
    }
    match &lane.body {
        Body::Collapsed => 0,
        Body::Cards(cards) => {
            // A card may begin left of what is seen and reach into it.
            let steps = scene.visible_steps(visible.left(), visible.right());
            let last = steps.end.min(cards.cells.len());
            let first = steps.start.saturating_sub(cards.reach).min(last);
            let at = pos2(0.0, lane.y);
            let cells = cards.cells[first..last].iter();
            cells.map(|cell| cell_cards(brush, cell, at, detail, visible, except)).sum()
        }
        Body::Curve(curve) => curves(brush, far, scene, lane, curve, visible, detail, except),
    }
}

/// The tinted columns of the phases.
pub(super) fn tints(brush: &mut Brush<'_, '_>, scene: &Scene, visible: Rect) {
    for phase in &scene.columns.phases {
        if phase.x > visible.right() || phase.x + phase.width < visible.left() {
            continue;
        }
        brush.item(&scene.tint(phase));
    }
}

/// What is in view of a strip, but its title. From far away only the funnel's band is left of it.
fn one_strip(
    brush: &mut Brush<'_, '_>,
    scene: &Scene,
    strip: &Strip,
    visible: Rect,
    detail: Detail,
) {
    if let Some(rule) = scene.strip_rule(strip) {
        brush.rule(&rule);
    }
    if detail == Detail::Fill && strip.kind != Part::Funnel {
        return;
    }
    for piece in strip.pieces_between(&scene.columns, visible.left(), visible.right()) {
        let rect = strip.place(piece);
        if rect.expand(2.0).intersects(visible) {
            match (&strip.kind, detail) {
                (Part::Prompts, Detail::Lines) => brush.summary(&piece.drawing, rect.min),
                (_, Detail::Fill) => brush.bands(&piece.drawing, rect.min),
                _ => brush.drawing(&piece.drawing, rect.min),
            }
        }
    }
}

/// The line below a lane, and its name where it has one.
pub(super) fn hairline(brush: &mut Brush<'_, '_>, scene: &Scene, lane: &LaneBox, visible: Rect) {
    if let Some((_, line)) = &lane.line {
        brush.text_shift.x = visible.left().max(0.0);
        brush.drawing(line, pos2(0.0, lane.y + lane.height));
        brush.text_shift = Vec2::ZERO;
    } else {
        brush.rule(&scene.hairline(lane));
    }
}

/// The cards of a cell whose lane or parking place begins at `at`. Returns how many it painted.
pub(super) fn cell_cards(
    brush: &mut Brush<'_, '_>,
    cell: &Cell,
    at: Pos2,
    detail: Detail,
    visible: Rect,
    except: &Except<'_>,
) -> usize {
    let mut painted = 0;
    for card in &cell.cards {
        let rect = card.rect.translate(at.to_vec2());
        if !card.drawing.bounds(rect.min).intersects(visible) {
            continue;
        }
        painted += 1;
        if let Some(Thing::Card(CardRef { card: typed, .. })) = except.typed
            && *typed == card.card.id
        {
            super::typing::empty_card(brush, card, rect.min);
            continue;
        }
        let dragged = except.dragged.is_some_and(|dragged| dragged.contains(&card.card.id));
        let opacity = brush.opacity;
        if dragged {
            brush.opacity = 0.35;
        }
        match detail {
            Detail::Full => brush.drawing(&card.drawing, rect.min),
            Detail::Lines => brush.first_words(card, rect),
            Detail::Fill => {
                let summary = &card.drawing.summary;
                let mut rect = brush.screen_rect(rect);
                rect.max = rect.max.max(rect.min + Vec2::splat(0.8));
                brush.fill(rect, summary.fill.unwrap_or(Role::Muted.at(60)));
            }
        }
        brush.opacity = opacity;
    }
    painted
}

/// The parking place: shown when something is parked, or while cards are dragged.
pub(super) fn parking(
    brush: &mut Brush<'_, '_>,
    cx: &Context<'_>,
    texts: &mut ScreenTexts,
    scene: &Scene,
    except: &Except<'_>,
    dragging: bool,
) {
    let visible = brush.visible();
    let rect = scene.parking_rect;
    if (!dragging && scene.parking.cards.is_empty()) || !rect.intersects(visible) {
        return;
    }
    let edge = Stroke { width: 1.2, paint: Role::Muted.at(140), dash: Some((6.0, 5.0)) };
    brush.boxed(rect, TINT_RADIUS, Some(Role::Panel.at(120)), Some(edge));
    let style =
        TextStyle { face: Face::SemiBold, size: 13.0, line_height: 18.0, align: Align::Start };
    let title = texts.text(&cx.words.canvas_parking(), &style);
    brush.text(&title, rect.min + vec2(12.0, 10.0), Role::Muted.into());
    cell_cards(brush, &scene.parking, rect.min, Detail::at(brush.text_zoom), visible, except);
}
