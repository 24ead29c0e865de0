//! Where does the quote of a face stand, so that it covers no face and no other quote?
//!
//! Each quote tries places around its own face, near ones first, and takes the one that costs
//! least: distance, covered curve, room the lane would have to grow. Faces and quotes that stand
//! already are looked up in a grid, so a quote looks at its neighbours only. Quotes choose in an
//! order made from their ids: it is the same whatever else the map holds, and a quote that moves
//! disturbs a few neighbours instead of all that come after it from left to right.
//!
//! Heights here are counted from the zero line, downwards.

use super::spline::Spline;
use super::{Align, Drawing, Face, Item, Path, Role, Segment, Stroke, Summary, Text};
use super::{TextEngine, TextStyle};
use crate::model::TEXT_MAX;
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Between a quote and its own face.
const BESIDE: f32 = 8.0;
/// Between a quote and anything else.
const APART: f32 = 3.0;
/// A quote further than this from its face gets a line to it.
const TAIL_FROM: f32 = 24.0;
/// From the bubble's edge to its text.
const MARGIN: Vec2 = vec2(11.0, 5.0);
/// How far from the zero line a quote may begin; one that finds no room before is not drawn
/// (only thousands of quotes in one step come that far).
const FAR: f32 = 1500.0;

/// A quote in want of a place.
pub(super) struct Ask {
    /// The middle of its face.
    pub at: Pos2,
    /// Of the face with its halo.
    pub radius: f32,
    /// Of its bubble.
    pub size: Vec2,
    /// Who chooses first: the lowest, and of equals the first in the list.
    pub rank: (bool, u64),
    /// Where it stood before, if nothing about it has changed since.
    pub kept: Option<Rect>,
}

/// What is there before the quotes come.
pub(super) struct Ground<'a> {
    /// Middle and radius of each.
    pub faces: Vec<(Pos2, f32)>,
    /// With what a covered unit of each costs.
    pub curves: Vec<(&'a Spline, f32)>,
    /// From where to where there are columns.
    pub x: Rangef,
    /// From where to where there surely were columns before.
    pub x_before: Rangef,
    /// How far from the zero line the lane reaches without growing.
    pub reach: f32,
    /// Where faces, curves or quotes are not what they were before.
    pub changed: Vec<Rangef>,
}

/// A place for each quote, in their order. What stands in unchanged surroundings stays where it
/// was, which is where it would come anyway.
pub(super) fn place(ground: &Ground, quotes: &[Ask]) -> Vec<Option<Rect>> {
    let mut room = Room::default();
    for (at, radius) in &ground.faces {
        room.add(Rect::from_center_size(*at, Vec2::splat(radius * 2.0)));
    }
    let mut changed: HashSet<i32> = ground.changed.iter().flat_map(|x| cells(*x)).collect();
    let mut order: Vec<usize> = (0..quotes.len()).collect();
    order.sort_by_key(|index| quotes[*index].rank);
    let mut places = vec![None; quotes.len()];
    for index in order {
        let quote = &quotes[index];
        let reach = quote.radius + BESIDE + quote.size.x + APART + 1.0;
        let around = Rangef::new(quote.at.x - reach, quote.at.x + reach);
        let as_before = ground.x.min <= around.min
            && ground.x_before.min <= around.min
            && around.max <= ground.x.max.min(ground.x_before.max)
            && !cells(around).any(|cell| changed.contains(&cell));
        let place = match quote.kept {
            Some(kept) if as_before => Some(kept),
            kept => {
                let found = find(&room, ground, quote);
                if found != kept {
                    let moved = [found, kept].into_iter().flatten();
                    changed.extend(moved.flat_map(|rect| cells(rect.x_range())));
                }
                found
            }
        };
        if let Some(place) = place {
            room.add(place);
        }
        places[index] = place;
    }
    places
}

/// The best free place for a quote.
fn find(room: &Room, ground: &Ground, quote: &Ask) -> Option<Rect> {
    let mut best: Option<(f32, Rect)> = None;
    for (at, bias) in near(quote) {
        let rect = inside(at, quote.size, ground.x);
        let cost = bias + distance(rect, quote.at) - quote.radius + growth(rect, ground.reach);
        let better = |cost: f32| best.is_none_or(|(least, _)| cost < least);
        if !better(cost) || !room.is_free(rect) {
            continue;
        }
        let cost = cost + covered(rect, &ground.curves);
        if better(cost) {
            best = Some((cost, rect));
        }
    }
    if best.is_none() {
        for rect in far(room, ground, quote) {
            let cost = distance(rect, quote.at) + growth(rect, ground.reach);
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, rect));
            }
        }
    }
    best.map(|(_, rect)| rect)
}

/// Top left corners around a face, with what each is worse than the first.
fn near(quote: &Ask) -> impl Iterator<Item = (Pos2, f32)> {
    let (away, size, at) = (quote.radius + BESIDE, quote.size, quote.at);
    let beside = [-size.y / 2.0, 2.0, -2.0 - size.y].map(|y| (y, false));
    let beyond = (0..7).flat_map(move |ring| {
        let more = away + 14.0 * ring as f32;
        [more, -more - size.y].map(|y| (y, true))
    });
    beside.into_iter().chain(beyond).flat_map(move |(y, beyond)| {
        // A good feeling is best quoted above its face, a bad one below it.
        let turned = if (y + size.y / 2.0) * at.y < 0.0 { 3.0 } else { 0.0 };
        let columns = lefts(quote).into_iter().take(if beyond { 5 } else { 2 });
        columns.map(move |(x, bias)| (pos2(x, at.y + y), bias + turned))
    })
}

/// Left edges of places beside, over and under a face, with what each is worse than the first.
fn lefts(quote: &Ask) -> [(f32, f32); 5] {
    let (x, away, width) = (quote.at.x, quote.radius + BESIDE, quote.size.x);
    [
        (x + away, 0.0),
        (x - away - width, 1.5),
        (x - width / 2.0, 4.0),
        (x - quote.radius, 4.0),
        (x + quote.radius - width, 4.5),
    ]
}

/// Places above and below everything, where there is always room.
fn far(room: &Room, ground: &Ground, quote: &Ask) -> impl Iterator<Item = Rect> {
    let size = quote.size;
    let places = lefts(quote).into_iter().flat_map(move |(x, _)| {
        let left = inside(pos2(x, 0.0), size, ground.x).min.x;
        let taken = room.taken(Rangef::new(left - APART, left + size.x + APART));
        taken.map(|taken| {
            let tops = [(taken.min - size.y - APART).floor(), (taken.max + APART).ceil()];
            tops.map(|top| Rect::from_min_size(pos2(left, top), size))
        })
    });
    places.flatten().filter(|rect| rect.min.y < FAR && rect.max.y > -FAR)
}

/// A box moved sideways to where there are columns. Whole units, so that adding and taking away
/// the height of the zero line changes nothing.
fn inside(at: Pos2, size: Vec2, x: Rangef) -> Rect {
    let left = at.x.min(x.max - size.x).max(x.min);
    Rect::from_min_size(pos2(left.round(), at.y.round()), size)
}

/// From a face's middle to the nearest of a box.
fn distance(rect: Rect, at: Pos2) -> f32 {
    rect.distance_to_pos(at)
}

/// What it costs that the lane must grow.
fn growth(rect: Rect, reach: f32) -> f32 {
    let over = (-reach - rect.min.y).max(rect.max.y - reach);
    if over > 0.0 { over + 15.0 } else { 0.0 }
}

/// What it costs that a box covers curves.
fn covered(rect: Rect, curves: &[(&Spline, f32)]) -> f32 {
    const STEP: f32 = 8.0;
    let rect = rect.expand(APART);
    let steps = (rect.width() / STEP) as usize;
    let xs = (0..=steps).map(|step| rect.min.x + step as f32 * STEP);
    let hits =
        xs.flat_map(|x| curves.iter().filter_map(move |(line, cost)| Some((line.y_at(x)?, cost))));
    hits.map(|(y, cost)| if rect.y_range().contains(y) { cost * STEP } else { 0.0 }).sum()
}

/// Which places are taken.
#[derive(Default)]
struct Room {
    /// Boxes by the cells of a grid they are in.
    boxes: HashMap<(i32, i32), Vec<Rect>>,
    /// Top and bottom of all that stands in a column of that grid.
    reach: HashMap<i32, Rangef>,
}

/// How wide and high a cell is.
const CELL: f32 = 64.0;
/// How many boxes a cell knows one by one; in a crowd the last stands for all further ones.
const CROWD: usize = 16;

/// The cells that a stretch touches.
fn cells(stretch: Rangef) -> std::ops::RangeInclusive<i32> {
    (stretch.min / CELL).floor() as i32..=(stretch.max / CELL).floor() as i32
}

impl Room {
    fn add(&mut self, rect: Rect) {
        for column in cells(rect.x_range()) {
            let reach = self.reach.entry(column).or_insert(Rangef::NOTHING);
            *reach = Rangef::new(reach.min.min(rect.min.y), reach.max.max(rect.max.y));
            for row in cells(rect.y_range()) {
                let corner = pos2(column as f32 * CELL, row as f32 * CELL);
                let part = rect.intersect(Rect::from_min_size(corner, Vec2::splat(CELL)));
                let boxes = self.boxes.entry((column, row)).or_default();
                match boxes.get_mut(CROWD - 1) {
                    Some(rest) => *rest = rest.union(part),
                    None => boxes.push(part),
                }
            }
        }
    }

    fn is_free(&self, rect: Rect) -> bool {
        let rect = rect.expand(APART);
        !cells(rect.x_range()).any(|column| {
            cells(rect.y_range()).any(|row| {
                let boxes = self.boxes.get(&(column, row));
                boxes.is_some_and(|boxes| boxes.iter().any(|taken| taken.intersects(rect)))
            })
        })
    }

    /// Top and bottom of what stands in a stretch; none where nothing does.
    fn taken(&self, x: Rangef) -> Option<Rangef> {
        let columns = cells(x).filter_map(|column| self.reach.get(&column).copied());
        columns.reduce(|a, b| Rangef::new(a.min.min(b.min), a.max.max(b.max)))
    }
}

/// A quote as laid-out text between quotation marks; none where nothing was said. Short ones are
/// narrow, as they stand beside a face; longer ones get wider rather than very high.
pub(super) fn text(
    engine: &mut TextEngine,
    quote: &str,
    marks: &[String; 2],
    scale: f32,
) -> Option<Arc<Text>> {
    let said = unquoted(quote);
    if said.is_empty() {
        return None;
    }
    let said = shortened(said, TEXT_MAX);
    let width = match said.chars().take(1001).count() {
        0..=90 => 130.0,
        91..=240 => 200.0,
        241..=1000 => 300.0,
        _ => 480.0,
    };
    let style = TextStyle {
        face: Face::Italic,
        size: 12.5 * scale,
        line_height: 16.0 * scale,
        align: Align::Start,
    };
    let [open, close] = marks;
    Some(engine.layout(&format!("{open}{said}{close}"), &style, Some(width * scale)))
}

/// What was said, without the quotation marks somebody typed around it.
pub(super) fn unquoted(quote: &str) -> &str {
    let marks = ['"', '“', '”', '„', '»', '«'];
    let quote = quote.trim();
    let inner = quote.strip_prefix(marks).and_then(|rest| rest.strip_suffix(marks));
    inner.map_or(quote, str::trim)
}

/// The first `most` characters of a text; what is left out is marked.
pub(super) fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    let cut = text.char_indices().nth(most).and_then(|(end, _)| text.get(..end));
    cut.map_or(Cow::Borrowed(text), |start| Cow::Owned(format!("{}…", start.trim_end())))
}

/// How large the bubble around a quote is, in whole units; never beyond all measure.
pub(super) fn bubble_size(text: &Text) -> Vec2 {
    (text.size + MARGIN * 2.0).ceil().min(vec2(2e3, 2e5))
}

/// The bubble around a quote at `rect`, for the face at `at` of this radius.
pub(super) fn bubble(
    text: Arc<Text>,
    value: f64,
    rect: Rect,
    at: Pos2,
    radius: f32,
) -> Arc<Drawing> {
    let edge = match value {
        _ if value >= 0.25 => Role::Good,
        _ if value <= -0.25 => Role::Bad,
        _ => Role::Hairline,
    };
    let stroke = |width| Some(Stroke { width, paint: edge.into(), dash: None });
    let mut items = Vec::new();
    if distance(rect, at) - radius > TAIL_FROM {
        let end = rect.clamp(at);
        let start = at + (end - at).normalized() * radius;
        let segments = vec![
            Segment::Move((start - rect.min).to_pos2()),
            Segment::Line((end - rect.min).to_pos2()),
        ];
        let path = Arc::new(Path { segments, convex: false });
        items.push(Item::Path { path, fill: None, stroke: stroke(1.2) });
    }
    items.push(Item::Rect {
        rect: Rect::from_min_size(Pos2::ZERO, rect.size()),
        radius: 8.0,
        fill: Some(Role::Card.into()),
        stroke: stroke(1.2),
        shadow: false,
    });
    let corner = MARGIN.to_pos2();
    let lines = text.lines.iter().map(|line| {
        let height = text.size.y / text.lines.len().max(1) as f32;
        let size = vec2(line.width, height * 0.5);
        Rect::from_min_size(corner + vec2(0.0, line.top + height * 0.25), size)
    });
    let lines = lines.collect();
    let summary = Summary { fill: Some(Role::Card.into()), stripe: None, lines };
    items.push(Item::Text { at: corner, text, paint: Role::Ink.into() });
    Arc::new(Drawing { size: rect.size(), items, summary })
}

/// The text within a bubble, to use it again.
pub(super) fn bubble_text(bubble: &Drawing) -> Option<&Arc<Text>> {
    bubble.items.iter().find_map(|item| match item {
        Item::Text { text, .. } => Some(text),
        _ => None,
    })
}
