//! Where does the quote of a face stand, so that it covers no face and no other quote?
//!
//! Each quote tries places around its own face, near ones first, and takes the one that costs
//! least: distance, covered curve, room the lane would have to grow. Quotes choose in an
//! order made from their ids: it is the same whatever else the map holds, and a quote that moves
//! disturbs a few neighbours instead of all that come after it from left to right. One that finds no
//! place is folded into a small sign at its face.
//!
//! Heights here are counted from the zero line, downwards.

use crate::scene::draw::spline::Spline;
use crate::scene::free_room::{Anchor, FreeRoom, cells};
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};
use std::collections::HashSet;

/// Between a quote and anything else.
const APART: f32 = 3.0;
/// Between a quote and its own face.
const BESIDE: f32 = 7.0;
/// A quote further than this from its face has a hairline to it.
const TAIL_FROM: f32 = 3.0;
/// A hairline longer than this is not covered by other quotes either.
const TAIL_LONG: f32 = 14.0;
/// How far from the zero line quotes reach at most: one that finds no room within is folded.
pub(crate) const FAR: f32 = 259.0;
/// How much further to the side a quote may stand when there is no room beside its face.
const ASIDE: [f32; 2] = [40.0, 84.0];
/// How wide and high the sign of a folded quote is, at text scale 1.
pub(crate) const SIGN: f32 = 15.0;

/// A quote in want of a place.
pub(in crate::scene) struct QuoteToPlace {
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
    /// It is folded in any case.
    pub folded: bool,
}

/// Where a quote stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::scene) struct QuoteSpot {
    /// Its bubble, or its sign.
    pub rect: Rect,
    /// Only a sign stands there, as no place was found for its words.
    pub folded: bool,
}

/// What is there before the quotes come.
pub(in crate::scene) struct Obstacles<'a> {
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
    /// How large texts and faces are.
    pub scale: f32,
}

/// A place for each quote, in their order. What stands in unchanged surroundings stays where it
/// was, which is where it would come anyway.
pub(in crate::scene) fn place(ground: &Obstacles, quotes: &[QuoteToPlace]) -> Vec<QuoteSpot> {
    let mut room = FreeRoom::new(APART, ground.curves.clone());
    for (at, radius) in &ground.faces {
        room.add_face(*at, *radius);
    }
    let mut changed: HashSet<i32> = ground.changed.iter().flat_map(|x| cells(*x)).collect();
    let mut order: Vec<usize> = (0..quotes.len()).collect();
    order.sort_by_key(|index| quotes[*index].rank);
    let mut places = vec![QuoteSpot { rect: Rect::ZERO, folded: true }; quotes.len()];
    for index in order {
        let quote = &quotes[index];
        let reach = quote.radius + BESIDE + ASIDE[1] + quote.size.x + APART + 1.0;
        let around = Rangef::new(quote.at.x - reach, quote.at.x + reach);
        let as_before = ground.x.min <= around.min
            && ground.x_before.min <= around.min
            && around.max <= ground.x.max.min(ground.x_before.max)
            && !cells(around).any(|cell| changed.contains(&cell));
        let place = match quote.kept {
            _ if quote.folded => None,
            Some(kept) if as_before => Some(kept),
            kept => {
                let found = find(&room, ground, quote);
                if found != kept {
                    let moved = [found, kept].into_iter().flatten();
                    // With the hairline to its face.
                    let moved = moved.map(|rect| rect.union(Rect::from_pos(quote.at)).x_range());
                    changed.extend(moved.flat_map(cells));
                }
                found
            }
        };
        let spot = match place {
            Some(rect) => QuoteSpot { rect, folded: false },
            None => QuoteSpot { rect: sign(&room, quote, SIGN * ground.scale), folded: true },
        };
        room.add(spot.rect);
        let anchor = anchor(quote.at, quote.radius);
        let is_long = |[from, to]: [Pos2; 2]| from.distance(to) > TAIL_LONG;
        if !spot.folded && anchor.leader(spot.rect).is_some_and(is_long) {
            room.add_leader(&anchor, spot.rect);
        }
        places[index] = spot;
    }
    places
}

/// Where the sign of a folded quote stands: at a corner of its face, where nothing else is if it can
/// be.
fn sign(room: &FreeRoom, quote: &QuoteToPlace, size: f32) -> Rect {
    let away = quote.radius * 0.72 + size * 0.3;
    let corners = [vec2(1.0, -1.0), vec2(-1.0, -1.0), vec2(1.0, 1.0), vec2(-1.0, 1.0)];
    let mut corners =
        corners.map(|corner| Rect::from_center_size(quote.at + corner * away, Vec2::splat(size)));
    let own = Rect::from_center_size(quote.at, Vec2::splat(quote.radius * 2.0 + 1.0));
    corners.iter().copied().find(|at| room.is_free_beside(*at, own)).unwrap_or_else(|| {
        corners.reverse();
        corners[3]
    })
}

/// What a quote belongs to: the face there.
fn anchor(at: Pos2, radius: f32) -> Anchor {
    Anchor {
        at,
        radius,
        far: 1.0,
        clear: 1.0,
        // A hairline is thin enough to cross a curve.
        crossed: 0.0,
        leader_from: TAIL_FROM,
        leader_gap: 0.0,
    }
}

/// The hairline from a face to its quote; none where it stands right beside it.
pub(crate) fn tail(rect: Rect, face: Pos2, radius: f32) -> Option<[Pos2; 2]> {
    anchor(face, radius).leader(rect)
}

/// The best free place for a quote; none within reach where all is taken.
fn find(room: &FreeRoom, ground: &Obstacles, quote: &QuoteToPlace) -> Option<Rect> {
    let anchor = anchor(quote.at, quote.radius);
    let within = |rect: Rect| -FAR <= rect.min.y && rect.max.y <= FAR;
    let best = |places: Vec<(Rect, f32)>, most: f32| {
        let places = places.into_iter().filter(|(rect, _)| within(*rect));
        let grown = places.map(|(rect, bias)| (rect, bias + growth(rect, ground.reach)));
        room.cheapest(&anchor, most, grown)
    };
    let near = near(quote).map(|(at, bias)| (inside(at, quote.size, ground.x), bias));
    let near = best(near.collect(), f32::MAX);
    let most = near.map_or(f32::MAX, |(cost, _)| cost);
    let far = far(room, ground, quote).map(|rect| (rect, 6.0));
    best(far.collect(), most).or(near).map(|(_, rect)| rect)
}

/// Top left corners around a face, with what each is worse than the first.
fn near(quote: &QuoteToPlace) -> impl Iterator<Item = (Pos2, f32)> {
    let (away, size, at) = (quote.radius + BESIDE, quote.size, quote.at);
    let beside = [-size.y / 2.0, 2.0, -2.0 - size.y].map(|y| (y, false));
    // Right beside a face only the first six are free of it.
    let beyond = (0..11).flat_map(move |ring| {
        let more = away + 12.0 * ring as f32;
        [more, -more - size.y].map(|y| (y, true))
    });
    beside.into_iter().chain(beyond).flat_map(move |(y, beyond)| {
        // A good feeling is best quoted above its face, a bad one below it.
        let turned = if (y + size.y / 2.0) * at.y < 0.0 { 3.0 } else { 0.0 };
        let columns = lefts(quote).into_iter().take(if beyond { 9 } else { 6 });
        columns.map(move |(x, bias)| (pos2(x, at.y + y), bias + turned))
    })
}

/// Left edges of places beside, over and under a face, with what each is worse than the first.
fn lefts(quote: &QuoteToPlace) -> [(f32, f32); 9] {
    let (x, away, width) = (quote.at.x, quote.radius + BESIDE, quote.size.x);
    let [near, far] = ASIDE;
    [
        (x + away, 0.0),
        (x - away - width, 1.5),
        (x + away + near, 6.0),
        (x - away - near - width, 7.5),
        (x + away + far, 14.0),
        (x - away - far - width, 15.5),
        (x - width / 2.0, 4.0),
        (x - quote.radius, 4.0),
        (x + quote.radius - width, 4.5),
    ]
}

/// Places above and below everything that stands there.
fn far(room: &FreeRoom, ground: &Obstacles, quote: &QuoteToPlace) -> impl Iterator<Item = Rect> {
    let size = quote.size;
    let places = lefts(quote).into_iter().filter_map(move |(x, _)| {
        let left = inside(pos2(x, 0.0), size, ground.x).min.x;
        let taken = room.taken(Rangef::new(left - APART, left + size.x + APART));
        taken.map(|taken| {
            let tops = [(taken.min - size.y - APART).floor(), (taken.max + APART).ceil()];
            tops.map(|top| Rect::from_min_size(pos2(left, top), size))
        })
    });
    places.flatten()
}

/// A box moved sideways to where there are columns. Whole units, so that adding and taking away
/// the height of the zero line changes nothing.
fn inside(at: Pos2, size: Vec2, x: Rangef) -> Rect {
    let left = at.x.min(x.max - size.x).max(x.min);
    Rect::from_min_size(pos2(left.round(), at.y.round()), size)
}

/// What it costs that the lane must grow: less than to cover a curve.
pub(crate) fn growth(rect: Rect, reach: f32) -> f32 {
    let over = (-reach - rect.min.y).max(rect.max.y - reach);
    if over > 0.0 { over * 0.6 + 18.0 } else { 0.0 }
}
