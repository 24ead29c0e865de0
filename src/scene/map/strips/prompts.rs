//! Questions that help to fill cells: each stands in its cell until that holds something.

use super::{Summary, line_boxes};
use crate::model::{Id, Lane, Part, Thing};
use crate::scene::draw::pen::{self, Pen, text_at};
use crate::scene::map::cards::{MARGIN_X, MARGIN_Y};
use crate::scene::map::strip::Strip;
use crate::scene::{Body, Columns, Curve, Drawing, Item, Placed, Role, Stroke};
use egui::{Rect, Vec2, pos2, vec2};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// From a question's frame to its text.
const PAD: Vec2 = vec2(12.0, 9.0);
const RADIUS: f32 = 8.0;

/// The questions of empty cells; none where there are none.
pub(super) fn prompts(
    pen: &mut Pen,
    columns: &Columns,
    lane: &Lane,
    body: &Body,
    before: Option<&Strip>,
) -> Option<Strip> {
    let known: HashMap<&Thing, &Placed> = before.map_or_else(HashMap::new, |strip| {
        strip.pieces().map(|piece| (&piece.thing, piece)).collect()
    });
    // A cell whose cards are not shown now is not empty.
    let filled: HashSet<&Id> = match pen.view.filters_cards() {
        true => lane.cards.iter().map(|card| &card.step).collect(),
        false => HashSet::new(),
    };
    let felt: HashSet<&Id> = lane.points.iter().map(|point| &point.step).collect();
    let mut asked = HashSet::new();
    let mut pieces = Vec::new();
    for prompt in lane.prompts.iter().filter(|prompt| !prompt.text.trim().is_empty()) {
        let Some(&index) = columns.index.get(&prompt.step) else { continue };
        let Some(step) = columns.steps.get(index).filter(|_| asked.insert(index)) else { continue };
        let is_empty = match body {
            Body::Cards(cards) => cards.cells.get(index).is_some_and(|cell| cell.bottom == 0.0),
            Body::Curve(_) => !felt.contains(&prompt.step),
            Body::Collapsed => false,
        };
        if !is_empty || filled.contains(&prompt.step) {
            continue;
        }
        let (text, width) = (prompt.text.trim(), (step.width - MARGIN_X * 2.0).max(40.0));
        let thing = Thing::Step(prompt.step.clone());
        let same = known.get(&thing).filter(|piece| piece.title == text);
        let same = same.filter(|piece| piece.drawing.size.x == width);
        let drawing = match same {
            Some(piece) => piece.drawing.clone(),
            None => draw(pen, text, width, matches!(body, Body::Curve(_))),
        };
        let rect = Rect::from_min_size(pos2(step.x + MARGIN_X, 0.0), drawing.size);
        let y = match body {
            Body::Curve(curve) => match free(curve, rect) {
                Some(y) => y,
                None => continue,
            },
            Body::Cards(cards) => cards.top + MARGIN_Y,
            Body::Collapsed => MARGIN_Y,
        };
        let (at, text_rect) = (pos2(rect.left(), y), Rect::ZERO);
        pieces.push(Placed { thing, title: text.to_owned(), at, drawing, text_rect });
    }
    if pieces.is_empty() {
        return None;
    }
    pieces.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
    let bottom = |piece: &Placed| piece.at.y + piece.drawing.size.y;
    let height = pieces.iter().map(bottom).fold(0.0, f32::max) + MARGIN_Y;
    Some(Strip::new(pen, Part::Prompts, height, pieces))
}

/// A question in its frame, which covers the lines of a grid behind it.
fn draw(pen: &mut Pen, text: &str, width: f32, on_grid: bool) -> Arc<Drawing> {
    let text = pen.text(text, pen::SPOKEN, Some((width - PAD.x * 2.0).max(20.0)));
    let size = vec2(width, (text.size.y + PAD.y * 2.0).ceil());
    let at = PAD.to_pos2();
    let summary = Summary { lines: line_boxes(at, &text), ..Summary::default() };
    let stroke = Stroke { width: 1.0, paint: Role::Muted.at(130), dash: Some((4.0, 4.0)) };
    let rect = Rect::from_min_size(pos2(0.0, 0.0), size);
    let stroke = Some(stroke);
    let fill = on_grid.then(|| Role::Paper.into());
    let frame = Item::Rect { rect, radius: RADIUS, fill, stroke, shadow: false };
    Arc::new(Drawing {
        size,
        items: vec![frame, text_at(at, text, Role::Muted)],
        summary,
        ..Drawing::default()
    })
}

/// A height at which `rect` covers no curve, face or quote: near the top, or else near the bottom.
fn free(curve: &Curve, rect: Rect) -> Option<f32> {
    let bottom = curve.zero_y * 2.0 - rect.height() - MARGIN_Y;
    [MARGIN_Y, bottom].into_iter().find(|y| {
        let rect = rect.translate(vec2(0.0, *y)).expand(4.0);
        let lines = curve.lines.iter().flat_map(|line| &line.pieces);
        let near = lines.filter(|piece| {
            let ends = piece.first().zip(piece.last());
            ends.is_some_and(|(a, b)| b.x >= rect.left() && a.x <= rect.right())
        });
        let crossed = near.flat_map(|piece| piece.iter()).any(|at| rect.contains(*at));
        let covered = curve.points.iter().any(|point| {
            let face = Rect::from_center_size(point.at, Vec2::splat(point.radius * 2.0));
            face.intersects(rect)
                || point.quote.as_ref().is_some_and(|(quote, _)| quote.intersects(rect))
        });
        !crossed && !covered
    })
}
