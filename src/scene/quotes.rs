//! Where does the quote of a face stand, so that it covers no face and no other quote?
//!
//! Each quote tries places around its own face, near ones first, and takes the one that costs
//! least: distance, covered curve, room the lane would have to grow. Faces and quotes that stand
//! already are looked up in a grid, so a quote looks at its neighbours only. Quotes choose in an
//! order made from their ids: it is the same whatever else the map holds, and a quote that moves
//! disturbs a few neighbours instead of all that come after it from left to right.
//!
//! Heights here are counted from the zero line, downwards.

use super::columns::line_boxes;
use super::pen::{solid, text_at};
use super::spline::Spline;
use super::{Align, Drawing, Face, Item, Path, Role, Segment, Summary, Text};
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
const FAR: f32 = 3000.0;
/// How much further to the side a quote may stand when there is no room beside its face.
const ASIDE: f32 = 40.0;

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
        let reach = quote.radius + BESIDE + ASIDE + quote.size.x + APART + 1.0;
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
    // Right beside a face only the first four are free of it.
    let beyond = (0..7).flat_map(move |ring| {
        let more = away + 14.0 * ring as f32;
        [more, -more - size.y].map(|y| (y, true))
    });
    beside.into_iter().chain(beyond).flat_map(move |(y, beyond)| {
        // A good feeling is best quoted above its face, a bad one below it.
        let turned = if (y + size.y / 2.0) * at.y < 0.0 { 3.0 } else { 0.0 };
        let columns = lefts(quote).into_iter().take(if beyond { 7 } else { 4 });
        columns.map(move |(x, bias)| (pos2(x, at.y + y), bias + turned))
    })
}

/// Left edges of places beside, over and under a face, with what each is worse than the first.
fn lefts(quote: &Ask) -> [(f32, f32); 7] {
    let (x, away, width) = (quote.at.x, quote.radius + BESIDE, quote.size.x);
    [
        (x + away, 0.0),
        (x - away - width, 1.5),
        (x + away + ASIDE, 6.0),
        (x - away - ASIDE - width, 7.5),
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
    if over > 0.0 { over + 30.0 } else { 0.0 }
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
pub fn unquoted(quote: &str) -> &str {
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

/// The bubble around a quote, from its own top left corner. `face` is the middle of the face it
/// belongs to, counted from there too, and `radius` how large that is.
pub(super) fn bubble(text: Arc<Text>, value: f64, face: Pos2, radius: f32) -> Arc<Drawing> {
    let rect = Rect::from_min_size(Pos2::ZERO, bubble_size(&text));
    let edge = match value {
        _ if value >= 0.25 => Role::Good,
        _ if value <= -0.25 => Role::Bad,
        _ => Role::Hairline,
    };
    let stroke = Some(solid(1.2, edge));
    let mut items = Vec::new();
    if distance(rect, face) - radius > TAIL_FROM {
        let end = rect.clamp(face);
        let start = face + (end - face).normalized() * radius;
        let segments = vec![Segment::Move(start), Segment::Line(end)];
        let path = Arc::new(Path { segments, convex: false });
        items.push(Item::Path { path, fill: None, stroke });
    }
    items.push(Item::Rect {
        rect,
        radius: 8.0,
        fill: Some(Role::Card.into()),
        stroke,
        shadow: false,
    });
    let corner = MARGIN.to_pos2();
    let lines = line_boxes(corner, &text);
    let summary = Summary { fill: Some(Role::Card.into()), stripe: None, lines };
    items.push(text_at(corner, text, Role::Ink));
    Arc::new(Drawing { size: rect.size(), items, summary, ..Drawing::default() })
}

/// The text within a bubble, to use it again.
pub(super) fn bubble_text(bubble: &Drawing) -> Option<&Arc<Text>> {
    bubble.items.iter().find_map(|item| match item {
        Item::Text { text, .. } => Some(text),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::spline::tests::random;
    use super::*;

    /// Three personas in `steps` steps, twenty points each, all with quotes.
    fn crowd(seed: u64, steps: f32) -> Vec<Ask> {
        let mut next = random(seed);
        let mut asks: Vec<Ask> = (0..60)
            .map(|index| Ask {
                at: pos2(next() * steps * 238.0, (next() * 4.0 - 2.0) * 46.0),
                radius: if index < 20 { 19.0 } else { 12.0 },
                size: vec2(60.0 + next() * 92.0, 26.0 + (next() * 4.0).floor() * 16.0).round(),
                rank: (index >= 20, (next() * 1e6) as u64),
                kept: None,
            })
            .collect();
        asks.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
        asks
    }

    fn ground<'a>(asks: &[Ask], curves: Vec<(&'a Spline, f32)>, width: f32) -> Ground<'a> {
        Ground {
            faces: asks.iter().map(|ask| (ask.at, ask.radius)).collect(),
            curves,
            x: Rangef::new(0.0, width),
            x_before: Rangef::NOTHING,
            reach: 112.0,
            changed: Vec::new(),
        }
    }

    #[test]
    fn a_quote_covers_no_face_and_no_other_quote() {
        for (seed, steps) in (0..40).flat_map(|seed| [(seed, 20.0), (seed, 4.0), (seed, 1.0)]) {
            let asks = crowd(seed, steps);
            let main = asks.iter().filter(|ask| !ask.rank.0).map(|ask| ask.at).collect();
            let main = Spline::new(main);
            let width = steps * 238.0;
            let places = place(&ground(&asks, vec![(&main, 0.35)], width), &asks);
            assert_eq!(places, place(&ground(&asks, vec![(&main, 0.35)], width), &asks));
            let places: Vec<Rect> = places.into_iter().flatten().collect();
            assert_eq!(places.len(), asks.len(), "seed {seed}: each has found a place");
            for (index, rect) in places.iter().enumerate() {
                assert!(rect.min.x >= 0.0 && rect.max.x <= width, "seed {seed}: {rect} is outside");
                for ask in &asks {
                    let face = Rect::from_center_size(ask.at, Vec2::splat(ask.radius * 2.0));
                    assert!(!rect.intersects(face), "seed {seed}: {rect} covers {face}");
                }
                for other in &places[index + 1..] {
                    assert!(!rect.intersects(*other), "seed {seed}: {rect} covers {other}");
                }
            }
        }
    }

    #[test]
    fn quotes_stay_near_and_in_the_lane_where_there_is_room() {
        let (mut far, mut out, all) = (0, 0, 40 * 60);
        for seed in 0..40 {
            let mut asks = crowd(seed, 30.0);
            // As in a map: two points in the middle of each step.
            for (index, ask) in asks.iter_mut().enumerate() {
                ask.at.x = 119.0 + 238.0 * (index / 2) as f32;
            }
            let places = place(&ground(&asks, Vec::new(), 30.0 * 238.0), &asks);
            for (ask, rect) in asks.iter().zip(places.into_iter().flatten()) {
                far += usize::from(distance(rect, ask.at) - ask.radius > 60.0);
                out += usize::from(growth(rect, 112.0) > 0.0);
            }
        }
        assert!(
            far * 100 < all && out * 50 < all,
            "of {all}: {far} far away, {out} beyond the lane"
        );
    }

    #[test]
    fn a_moved_face_leaves_far_quotes_alone() {
        for seed in 0..40 {
            let mut asks = crowd(seed, 12.0);
            let width = 12.0 * 238.0;
            let before = place(&ground(&asks, Vec::new(), width), &asks);
            asks[30].at.y = -asks[30].at.y;
            let after = place(&ground(&asks, Vec::new(), width), &asks);
            let x = asks[30].at.x;
            for (index, ask) in asks.iter().enumerate() {
                if (ask.at.x - x).abs() > 900.0 {
                    assert_eq!(before[index], after[index], "seed {seed}");
                }
            }
        }
    }

    #[test]
    fn a_quote_beside_a_curve_leaves_it_in_sight() {
        // The curve rises to the right of a low point: below is free.
        let line = Spline::new(vec![pos2(0.0, 40.0), pos2(300.0, 46.0), pos2(600.0, -60.0)]);
        let ask = Ask {
            at: pos2(300.0, 46.0),
            radius: 19.0,
            size: vec2(150.0, 42.0),
            rank: (false, 0),
            kept: None,
        };
        let asks = [ask];
        let found = place(&ground(&asks, vec![(&line, 0.35)], 900.0), &asks)[0].unwrap();
        assert!(covered(found, &[(&line, 1.0)]) < 60.0, "{found}");
        assert!(found.center().y > 46.0, "{found} is below a bad feeling");
    }

    #[test]
    fn thousands_in_one_step_end_in_time() {
        let asks: Vec<Ask> = (0..5000)
            .map(|index| Ask {
                at: pos2(index as f32 * 238.0 / 5000.0, 10.0),
                radius: 12.0,
                size: vec2(152.0, 42.0),
                rank: (false, 0),
                kept: None,
            })
            .collect();
        let places = place(&ground(&asks, Vec::new(), 238.0), &asks);
        let shown = places.iter().flatten().count();
        assert!((20..400).contains(&shown), "{shown} are drawn, the lane does not grow for ever");
    }

    #[test]
    fn marks_around_a_quote_are_not_doubled() {
        let rows = [
            (" ”Vi packar.” ", "Vi packar."),
            ("\"", "\""),
            ("“”", ""),
            ("Han sa ”nej”", "Han sa ”nej”"),
            ("", ""),
        ];
        for (given, expected) in rows {
            assert_eq!(unquoted(given), expected, "{given}");
        }
        assert_eq!(shortened("åäö", 2), "åä…");
        assert_eq!(shortened("åäö", 3), "åäö");
    }
}
