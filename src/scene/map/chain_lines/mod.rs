//! The lines of a chain: from each activity to the one that follows it, behind the cards.
//!
//! A line leaves its card at the right, goes up or down between columns, along the edge of its lane
//! where other cards stand in between, and ends with an arrowhead at the left of the next. One that
//! goes back is its mirror image and dashed; one within a column makes a bend at its right. Lines
//! move nothing, and those whose cards stay where they are stay themselves.

#[cfg(test)]
mod tests;

use super::cards::MARGIN_X;
use crate::insight::is_of_activities;
use crate::model::{Card, Id, Journey, View};
use crate::scene::map::card::lane_stripe;
use crate::scene::{Body, Item, LaneBox, Paint, Path, Role, Scene, Segment, Stroke};
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Of a line, and of one that is brought out, in document units.
const WIDTH: f32 = 2.0;
const WIDTH_LIT: f32 = 3.4;
/// Of one that steps back behind those that are brought out, of 255.
const FAINT: u8 = 90;
/// Length, and half the width, of an arrowhead.
const HEAD: Vec2 = vec2(7.5, 4.5);
/// The most that a corner is rounded by.
const CORNER: f32 = 10.0;
/// So far before its arrowhead a line has no corner.
const STRAIGHT: f32 = 4.0;
/// How far above or below the middle of a card's side a line begins and ends where others may, too.
const ASIDE: f32 = 7.0;
/// Cards side by side, of which one stands no further down than this, have a line straight across.
const SLIGHT: f32 = 16.0;
/// From a lane's edge to the line along it, for lines that lie there side by side.
const ALONG: [f32; 3] = [5.0, 8.0, 2.0];

/// The line from one card to the one that follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainLine {
    /// The card, and the one that follows.
    pub cards: [Arc<Card>; 2],
    /// Where both are, in document units.
    pub places: [Rect; 2],
    /// The lanes they are in, by their places in [`Scene::lanes`].
    pub lanes: [usize; 2],
    /// All that is drawn of it.
    pub bounds: Rect,
    /// It leads to the left.
    pub back: bool,
    role: Role,
    /// Which of [`ALONG`] it takes.
    level: usize,
    line: Arc<Path>,
    head: Arc<Path>,
}

/// How much a line is brought out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainWeight {
    /// It steps back.
    Faint,
    /// As all are where none is brought out.
    Usual,
    /// It is brought out.
    Lit,
}

impl ChainLine {
    /// The ids of both cards.
    pub fn ids(&self) -> (&Id, &Id) {
        let [from, to] = &self.cards;
        (&from.id, &to.id)
    }

    /// What is drawn, in document units: never thinner than `thinnest`.
    pub fn items(&self, weight: ChainWeight, thinnest: f32) -> [Item; 2] {
        let (width, paint): (f32, Paint) = match weight {
            ChainWeight::Faint => (WIDTH, self.role.at(FAINT)),
            ChainWeight::Usual => (WIDTH, self.role.into()),
            ChainWeight::Lit => (WIDTH_LIT, self.role.into()),
        };
        let width = width.max(thinnest);
        let dash = self.back.then_some((3.0 * width, 2.2 * width));
        let stroke = Some(Stroke { width, paint, dash });
        let (line, head) = (self.line.clone(), self.head.clone());
        [
            Item::Path { path: line, fill: None, stroke },
            Item::Path { path: head, fill: Some(paint), stroke: None },
        ]
    }

    fn is(&self, from: &ChainEnd, to: &ChainEnd, level: usize) -> bool {
        let [a, b] = &self.cards;
        Arc::ptr_eq(a, from.card)
            && Arc::ptr_eq(b, to.card)
            && self.places == [from.rect, to.rect]
            && self.lanes == [from.lane, to.lane]
            && self.level == level
    }
}

/// A card where it stands.
#[derive(Clone, Copy)]
struct ChainEnd<'a> {
    card: &'a Arc<Card>,
    rect: Rect,
    /// Its lane, by its place among those shown.
    lane: usize,
    /// The step it begins in.
    step: usize,
}

/// The lines between the activities that are shown, in the order of the map; none where the view
/// shows none. Takes time by the activities.
pub(in crate::scene) fn chain_lines(
    journey: &Journey,
    view: &View,
    lanes: &[LaneBox],
    before: Option<&Scene>,
) -> Vec<Arc<ChainLine>> {
    if !view.chain {
        return Vec::new();
    }
    let spots = || {
        let ours = lanes.iter().enumerate().filter(|(_, lane)| {
            journey.lanes.get(lane.index).is_some_and(|lane| is_of_activities(lane))
        });
        ours.flat_map(|(at, lane)| spots_of(at, lane))
    };
    let named: HashSet<&Id> = spots().filter_map(|spot| spot.card.next.as_ref()).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let targets: HashMap<&Id, ChainEnd> = spots()
        .filter(|spot| named.contains(&spot.card.id))
        .map(|spot| (&spot.card.id, spot))
        .collect();
    let old: HashMap<&Id, &Arc<ChainLine>> = before
        .map(|before| before.chain.iter().map(|line| (line.ids().0, line)).collect())
        .unwrap_or_default();
    // What lies along the edges of lanes already.
    let mut along: HashMap<(usize, bool), Vec<Rangef>> = HashMap::new();
    let mut lines = Vec::new();
    for from in spots() {
        let Some(to) = from.card.next.as_ref().and_then(|next| targets.get(next)) else { continue };
        if to.card.id == from.card.id {
            continue;
        }
        let way = ChainRoute::of(lanes, &from, to);
        let level = way.edge().map_or(0, |(key, x)| {
            let known = along.entry(key).or_default();
            let level = known.iter().filter(|one| one.intersects(x)).count() % ALONG.len();
            known.push(x);
            level
        });
        let kept = old.get(&from.card.id).filter(|line| line.is(&from, to, level));
        let line = kept.map(|line| Arc::clone(line));
        lines.push(line.unwrap_or_else(|| Arc::new(way.drawn(lanes, level))));
    }
    lines
}

/// The cards of a lane that is open.
fn spots_of(at: usize, lane: &LaneBox) -> impl Iterator<Item = ChainEnd<'_>> {
    let cells = match &lane.body {
        Body::Cards(cards) => cards.cells.as_slice(),
        Body::Collapsed | Body::Curve(_) => &[],
    };
    cells.iter().enumerate().flat_map(move |(step, cell)| {
        cell.cards.iter().map(move |shown| ChainEnd {
            card: &shown.card,
            rect: shown.rect.translate(vec2(0.0, lane.y)),
            lane: at,
            step,
        })
    })
}

/// How a line gets from card to card.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ChainWay {
    /// Straight across: nothing stands between.
    Across,
    /// Up or down between the two columns, which are side by side.
    Between,
    /// Along the lower edge of its lane, or the upper one.
    Along { below: bool },
    /// Both are in one column: a bend at its right.
    Bend,
}

struct ChainRoute<'a> {
    from: &'a ChainEnd<'a>,
    to: &'a ChainEnd<'a>,
    kind: ChainWay,
    back: bool,
}

impl<'a> ChainRoute<'a> {
    fn of(lanes: &[LaneBox], from: &'a ChainEnd<'a>, to: &'a ChainEnd<'a>) -> Self {
        let (left, right) = (from.rect, to.rect);
        let forward = right.left() >= left.right();
        let back = !forward && right.right() <= left.left();
        let between = match (forward, back) {
            (true, _) => right.left() - left.right(),
            (_, true) => left.left() - right.right(),
            (false, false) => return Self { from, to, kind: ChainWay::Bend, back: false },
        };
        let kind = match from.lane == to.lane {
            _ if between < MARGIN_X * 3.0 => match (left.center().y - right.center().y).abs() {
                // Too little to turn twice.
                0.0..SLIGHT => ChainWay::Across,
                _ => ChainWay::Between,
            },
            true if is_free(lanes, from, to) => ChainWay::Across,
            _ => ChainWay::Along { below: to.lane >= from.lane },
        };
        Self { from, to, kind, back }
    }

    /// Which edge of which lane it lies along, from where to where.
    fn edge(&self) -> Option<((usize, bool), Rangef)> {
        let ChainWay::Along { below } = self.kind else { return None };
        let (a, b) = (self.from.rect.center().x, self.to.rect.center().x);
        Some(((self.from.lane, below), Rangef::new(a.min(b), a.max(b))))
    }

    fn drawn(&self, lanes: &[LaneBox], level: usize) -> ChainLine {
        let (from, to) = (self.from, self.to);
        // What goes back is drawn as if it went on, in a mirror.
        let mirrored = |at: Pos2| if self.back { pos2(-at.x, at.y) } else { at };
        let flip = |rect: Rect| match self.back {
            true => Rect::from_min_max(
                pos2(-rect.right(), rect.top()),
                pos2(-rect.left(), rect.bottom()),
            ),
            false => rect,
        };
        let (a, b) = (flip(from.rect), flip(to.rect));
        let aside = |rect: Rect| match self.back || self.kind == ChainWay::Bend {
            true => ASIDE.min(rect.height() / 4.0),
            false => 0.0,
        };
        let start = pos2(a.right(), a.center().y + aside(a));
        let (tip, way) = match self.kind {
            ChainWay::Bend => (pos2(b.right(), b.center().y - aside(b)), -1.0),
            ChainWay::Across | ChainWay::Between | ChainWay::Along { .. } => {
                (pos2(b.left(), b.center().y - aside(b)), 1.0)
            }
        };
        // The line ends within the arrowhead, so that its end is not seen beside the tip.
        let end = tip - vec2(way * HEAD.x * 0.6, 0.0);
        let mut segments = match self.kind {
            ChainWay::Across => {
                let half = (end.x - start.x) / 2.0;
                let (out, back) = (start + vec2(half, 0.0), end - vec2(half, 0.0));
                vec![Segment::Move(start), Segment::Cubic(out, back, end)]
            }
            ChainWay::Between => {
                let x = (start.x + tip.x) / 2.0;
                rounded(&[start, pos2(x, start.y), pos2(x, end.y), end])
            }
            ChainWay::Bend => {
                let x = a.right().max(b.right()) + MARGIN_X;
                rounded(&[start, pos2(x, start.y), pos2(x, end.y), end])
            }
            ChainWay::Along { below } => {
                let inset = ALONG.get(level).copied().unwrap_or(ALONG[0]);
                let y = lanes.get(from.lane).map_or(start.y, |lane| match below {
                    true => lane.y + lane.height - inset,
                    false => lane.y + inset,
                });
                let (out, into) = (start.x + MARGIN_X, tip.x - MARGIN_X);
                let corners = [
                    start,
                    pos2(out, start.y),
                    pos2(out, y),
                    pos2(into, y),
                    pos2(into, end.y),
                    end,
                ];
                rounded(&corners)
            }
        };
        for segment in &mut segments {
            match segment {
                Segment::Move(to) | Segment::Line(to) => *to = mirrored(*to),
                Segment::Cubic(a, b, to) => {
                    [a, b, to].into_iter().for_each(|at| *at = mirrored(*at));
                }
                Segment::Close => {}
            }
        }
        let wings = [-1.0, 1.0].map(|side| mirrored(tip - vec2(way * HEAD.x, side * HEAD.y)));
        let [one, other] = wings;
        let tip = mirrored(tip);
        let head =
            vec![Segment::Move(one), Segment::Line(tip), Segment::Line(other), Segment::Close];
        let mut points: Vec<Pos2> = vec![one, other, tip];
        points.extend(segments.iter().flat_map(|segment| match segment {
            Segment::Move(to) | Segment::Line(to) => vec![*to],
            Segment::Cubic(a, b, to) => vec![*a, *b, *to],
            Segment::Close => Vec::new(),
        }));
        let role = lanes.get(from.lane).map_or(Role::StripeOther, |lane| lane_stripe(&lane.kind));
        ChainLine {
            cards: [Arc::clone(from.card), Arc::clone(to.card)],
            places: [from.rect, to.rect],
            lanes: [from.lane, to.lane],
            bounds: Rect::from_points(&points).expand(WIDTH_LIT),
            back: self.back,
            role,
            level,
            line: Arc::new(Path { segments, convex: false }),
            head: Arc::new(Path { segments: head, convex: true }),
        }
    }
}

/// Stands nothing between two cards of a lane?
fn is_free(lanes: &[LaneBox], from: &ChainEnd, to: &ChainEnd) -> bool {
    let Some(Body::Cards(cards)) = lanes.get(from.lane).map(|lane| &lane.body) else {
        return false;
    };
    let (first, last) = (from.step.min(to.step), from.step.max(to.step));
    let between = cards.cells.get(first + 1..last).unwrap_or_default();
    between.iter().all(|cell| cell.bottom == 0.0)
}

/// A line through these corners, each rounded as far as there is room.
fn rounded(corners: &[Pos2]) -> Vec<Segment> {
    let mut segments: Vec<Segment> =
        corners.first().map(|at| Segment::Move(*at)).into_iter().collect();
    for (at, three) in corners.windows(3).enumerate() {
        let [before, corner, after] = three else { continue };
        let ends = at + 3 == corners.len();
        let (back, on) = (*before - *corner, *after - *corner);
        let room_back = if at == 0 { back.length() } else { back.length() / 2.0 };
        let room_on = if ends { (on.length() - STRAIGHT).max(0.0) } else { on.length() / 2.0 };
        let radius = CORNER.min(room_back).min(room_on);
        if radius < 0.5 {
            segments.push(Segment::Line(*corner));
            continue;
        }
        let (back, on) = (back.normalized() * radius, on.normalized() * radius);
        let pull = 1.0 - 0.552_284_8;
        segments.push(Segment::Line(*corner + back));
        segments.push(Segment::Cubic(*corner + back * pull, *corner + on * pull, *corner + on));
    }
    segments.extend(corners.last().map(|at| Segment::Line(*at)));
    segments
}
