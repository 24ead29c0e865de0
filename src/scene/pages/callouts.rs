//! Where on a page does what somebody says stand: all over the page, near its face.

use crate::scene::free_room::{Anchor, FreeRoom};
use egui::{Pos2, Rect, Vec2};

/// Between what is placed and anything else, in page units.
pub(super) const APART: f32 = 8.0;
/// How fine places are tried.
const STEP: f32 = 12.0;
/// Further away than this nobody sees what belongs together.
const FAR: f32 = 460.0;
/// From here on a line leads to the face.
const LEADER_FROM: f32 = 44.0;
/// Between a face and the line from it.
const LEADER_GAP: f32 = 4.0;
/// A line to a face costs so many covered units of each curve that it crosses.
const CROSSED: f32 = 20.0;

/// What is on the page already.
pub(super) struct PageRoom<'a> {
    /// Where anything may stand.
    pub bounds: Rect,
    /// What must not be covered, and lines that better are not.
    pub room: FreeRoom<'a>,
}

/// A face with something to say.
#[derive(Clone, Copy)]
pub(super) struct CalloutToPlace {
    /// What it is said at.
    pub anchor: Anchor,
    /// How much may be covered and how far it may be: above it there is no place.
    pub most: f32,
}

impl CalloutToPlace {
    /// What somebody says: where there is room.
    pub(super) fn said(at: Pos2, radius: f32, most: f32) -> Self {
        let (far, clear, crossed) = (1.0, 1.0, CROSSED);
        let (leader_from, leader_gap) = (LEADER_FROM, LEADER_GAP);
        Self { anchor: Anchor { at, radius, far, clear, crossed, leader_from, leader_gap }, most }
    }

    /// A named moment: in any case, right by its face, and on a line only where all else is full.
    pub(super) fn moment(at: Pos2, radius: f32) -> Self {
        let said = Self::said(at, radius, 60_000.0);
        Self { anchor: Anchor { far: 2.0, clear: 12.0, ..said.anchor }, ..said }
    }
}

/// The best free place for one of several boxes, each with its size and what it is worse than
/// others; it is taken from then on. None where there is none good enough.
pub(super) fn place(
    page: &mut PageRoom<'_>,
    ask: &CalloutToPlace,
    sizes: &[(Vec2, f32)],
) -> Option<(usize, Rect)> {
    let mut best: Option<(f32, usize, Rect)> = None;
    for (index, (size, worse)) in sizes.iter().enumerate() {
        let most = best.map_or(ask.most, |(least, ..)| least) - worse;
        let found = page.room.cheapest(&ask.anchor, most, around(page.bounds, ask, *size, most));
        best = found.map(|(cost, rect)| (cost + worse, index, rect)).or(best);
    }
    let (_, index, rect) = best?;
    page.room.add(rect);
    page.room.add_leader(&ask.anchor, rect);
    Some((index, rect))
}

/// The places within reach for a box of this size that costs less than `most`.
fn around(
    bounds: Rect,
    CalloutToPlace { anchor, .. }: &CalloutToPlace,
    size: Vec2,
    most: f32,
) -> impl Iterator<Item = (Rect, f32)> {
    let reach = Vec2::splat(FAR.min(most.max(0.0) / anchor.far) + anchor.radius);
    let within = Rect::from_min_max(bounds.min, bounds.max - size);
    let around = Rect::from_min_max(anchor.at - size - reach, anchor.at + reach).intersect(within);
    let count = |span: f32| if span < 0.0 { 0 } else { (span / STEP) as usize + 1 };
    let (rows, columns) = (count(around.height()), count(around.width()));
    let x = anchor.at.x;
    (0..rows).flat_map(move |row| {
        (0..columns).map(move |column| {
            let min = around.min + STEP * Vec2::new(column as f32, row as f32);
            let rect = Rect::from_min_size(min, size);
            // Right above or below its face is as near as beside it.
            (rect, (rect.center().x - x).abs() * 0.04)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::draw::spline::Spline;
    use egui::{pos2, vec2};

    #[test]
    fn places_are_free_within_bounds_and_given_once() {
        let bounds = Rect::from_min_size(Pos2::ZERO, vec2(1000.0, 500.0));
        let line = Spline::new(vec![pos2(0.0, 250.0), pos2(1000.0, 250.0)]);
        let faces: Vec<Pos2> = (0..10).map(|at| pos2(50.0 + at as f32 * 100.0, 250.0)).collect();
        let mut page = PageRoom { bounds, room: FreeRoom::new(APART, vec![(&line, 4.0)]) };
        for at in &faces {
            page.room.add_face(*at, 30.0);
        }
        let mut placed: Vec<Rect> = Vec::new();
        for at in &faces {
            let ask = CalloutToPlace::said(*at, 30.0, 600.0);
            let sizes = [(vec2(180.0, 90.0), 0.0), (vec2(90.0, 180.0), 10.0)];
            let Some((_, rect)) = place(&mut page, &ask, &sizes) else { continue };
            assert!(bounds.contains_rect(rect), "{rect:?}");
            assert!(!placed.iter().any(|taken| taken.intersects(rect)), "{rect:?}");
            assert!(faces.iter().all(|at| rect.distance_to_pos(*at) > 30.0), "{rect:?}");
            assert!(!rect.y_range().contains(250.0), "the line is not covered: {rect:?}");
            placed.push(rect);
        }
        assert!(placed.len() >= 8, "{placed:?}");
        let ask = CalloutToPlace::said(bounds.center(), 30.0, 600.0);
        assert_eq!(place(&mut page, &ask, &[(vec2(1100.0, 90.0), 0.0)]), None);
    }
}
