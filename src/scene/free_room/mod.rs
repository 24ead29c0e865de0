//! Where is there room for what belongs to a face, near it and over nothing else?
//!
//! The one search behind the quotes of a map and what is said on the pages of a story: of the places
//! it is given it takes the one that costs least, where distance, covered lines and lines that a
//! leader crosses have their price and what is taken already is never covered. Which places are
//! tried is for those who ask: around a face on the map, all over the page in a story.

mod grid;

use crate::scene::draw::spline::Spline;
use egui::{Pos2, Rangef, Rect, Vec2};
use grid::Grid;
pub(super) use grid::cells;

/// How fine a leader is looked at, in the units of what is drawn.
const LEADER_STEP: f32 = 6.0;
/// How fine a covered line is looked at.
const COVERED_STEP: f32 = 8.0;

/// What is there already.
pub(super) struct FreeRoom<'a> {
    taken: Grid,
    /// Between what is placed and anything else.
    apart: f32,
    /// Lines that better are not covered, with what a covered unit of each costs.
    lines: Vec<(&'a Spline, f32)>,
}

/// What something is to be placed for: a face, or a spot of no size.
#[derive(Clone, Copy)]
pub(super) struct Anchor {
    /// Its middle.
    pub at: Pos2,
    /// How large it is.
    pub radius: f32,
    /// What a unit of distance from it costs.
    pub far: f32,
    /// How much dearer a covered line is than it usually is.
    pub clear: f32,
    /// What it costs that a leader crosses a line, in covered units of that.
    pub crossed: f32,
    /// Further away than this from its edge a leader goes there.
    pub leader_from: f32,
    /// Between its edge and the beginning of a leader.
    pub leader_gap: f32,
}

impl Anchor {
    /// How far a box is from its edge.
    pub(super) fn distance(&self, rect: Rect) -> f32 {
        rect.distance_to_pos(self.at) - self.radius
    }

    /// The line from it to a box; none where that stands right beside it.
    pub(super) fn leader(&self, rect: Rect) -> Option<[Pos2; 2]> {
        if self.distance(rect) <= self.leader_from {
            return None;
        }
        let end = rect.clamp(self.at);
        Some([self.at + (end - self.at).normalized() * (self.radius + self.leader_gap), end])
    }

    /// Points along that line, beside its face.
    fn along(&self, rect: Rect) -> impl Iterator<Item = Pos2> {
        let own = face(self.at, self.radius).expand(1.5);
        let points = self.leader(rect).into_iter().flat_map(|[from, to]| {
            let count = (from.distance(to) / LEADER_STEP) as usize;
            (0..count).map(move |at| from + (to - from) * ((at as f32 + 0.5) / count as f32))
        });
        points.filter(move |at| !own.contains(*at))
    }
}

/// The box around a face.
fn face(at: Pos2, radius: f32) -> Rect {
    Rect::from_center_size(at, Vec2::splat(radius * 2.0))
}

impl<'a> FreeRoom<'a> {
    /// Room that only these lines run through.
    pub(super) fn new(apart: f32, lines: Vec<(&'a Spline, f32)>) -> Self {
        Self { taken: Grid::default(), apart, lines }
    }

    /// Takes the place of a face.
    pub(super) fn add_face(&mut self, at: Pos2, radius: f32) {
        self.taken.add(face(at, radius));
    }

    /// Takes a place.
    pub(super) fn add(&mut self, rect: Rect) {
        self.taken.add(rect);
    }

    /// Takes the line from a face to its box, so that nothing stands on it either.
    pub(super) fn add_leader(&mut self, anchor: &Anchor, rect: Rect) {
        for at in anchor.along(rect) {
            self.taken.add(Rect::from_center_size(at, Vec2::splat(1.0)));
        }
    }

    /// Does nothing stand in a box or too near to it?
    pub(super) fn is_free(&self, rect: Rect) -> bool {
        self.taken.is_free(rect.expand(self.apart))
    }

    /// Is a box free of all but what is within `own`?
    pub(super) fn is_free_beside(&self, rect: Rect, own: Rect) -> bool {
        self.taken.is_free_beside(rect, own)
    }

    /// Top and bottom of what stands in a stretch; none where nothing does.
    pub(super) fn taken(&self, x: Rangef) -> Option<Rangef> {
        self.taken.taken(x)
    }

    /// The free box that costs less than `most` and least of these, each given with what it is
    /// worse than others; of equals the first.
    pub(super) fn cheapest(
        &self,
        anchor: &Anchor,
        most: f32,
        boxes: impl IntoIterator<Item = (Rect, f32)>,
    ) -> Option<(f32, Rect)> {
        let mut best: Option<(f32, Rect)> = None;
        for (rect, worse) in boxes {
            let better = |cost: f32| cost < best.map_or(most, |(least, _)| least);
            let cost = worse + anchor.distance(rect) * anchor.far;
            if !better(cost) || !self.is_free(rect) {
                continue;
            }
            let cost = cost + self.covered(rect) * anchor.clear;
            if !better(cost) || !anchor.along(rect).all(|at| self.taken.is_free(Rect::from_pos(at)))
            {
                continue;
            }
            let cost = cost + self.crossed(anchor, rect) * anchor.clear;
            if better(cost) {
                best = Some((cost, rect));
            }
        }
        best
    }

    /// What it costs that a box covers lines.
    fn covered(&self, rect: Rect) -> f32 {
        let rect = rect.expand(self.apart);
        let steps = (rect.width() / COVERED_STEP) as usize;
        let mut cost = 0.0;
        for (line, each) in &self.lines {
            let mut before: Option<f32> = None;
            for x in (0..=steps).map(|step| rect.min.x + step as f32 * COVERED_STEP) {
                let y = line.y_at(x);
                // Where it is steep it passes through a box between two places.
                let hit = y.is_some_and(|y| {
                    let other = before.unwrap_or(y);
                    y.min(other) <= rect.max.y && rect.min.y <= y.max(other)
                });
                cost += if hit { each * COVERED_STEP } else { 0.0 };
                before = y;
            }
        }
        cost
    }

    /// What it costs that the leader to a box crosses lines.
    fn crossed(&self, anchor: &Anchor, rect: Rect) -> f32 {
        if anchor.crossed == 0.0 {
            return 0.0;
        }
        let mut cost = 0.0;
        for (line, each) in &self.lines {
            let mut before: Option<bool> = None;
            for at in anchor.along(rect) {
                let above = line.y_at(at.x).map(|y| at.y < y);
                if before.zip(above).is_some_and(|(before, now)| before != now) {
                    cost += each * anchor.crossed;
                }
                before = above;
            }
        }
        cost
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{pos2, vec2};

    const FACE: Anchor = Anchor {
        at: pos2(100.0, 100.0),
        radius: 20.0,
        far: 1.0,
        clear: 1.0,
        crossed: 20.0,
        leader_from: 40.0,
        leader_gap: 4.0,
    };

    /// A box of 60 by 30 with its upper left corner there.
    fn at(x: f32, y: f32) -> (Rect, f32) {
        (Rect::from_min_size(pos2(x, y), vec2(60.0, 30.0)), 0.0)
    }

    #[test]
    fn the_nearest_free_box_is_taken() {
        let mut room = FreeRoom::new(8.0, Vec::new());
        room.add_face(FACE.at, FACE.radius);
        let boxes = [at(200.0, 85.0), at(128.5, 85.0), at(125.0, 85.0)];
        let found = room.cheapest(&FACE, 600.0, boxes);
        assert_eq!(found, Some((8.5, boxes[1].0)), "at 125 it would be too near");
        assert_eq!(room.cheapest(&FACE, 8.5, boxes), None, "dearer than it may be");
    }

    #[test]
    fn a_steep_line_is_covered_where_it_passes_between_two_places() {
        let ends = [pos2(0.0, 0.0), pos2(101.0, 0.0), pos2(103.0, 400.0), pos2(200.0, 400.0)];
        let steep = Spline::new(ends.to_vec());
        let room = FreeRoom::new(0.0, vec![(&steep, 1.0)]);
        assert!(room.covered(at(80.0, 200.0).0) > 0.0);
        assert_eq!(room.covered(at(20.0, 200.0).0), 0.0);
    }

    #[test]
    fn a_leader_rather_goes_where_it_crosses_no_line() {
        let line = Spline::new(vec![pos2(0.0, 150.0), pos2(300.0, 150.0)]);
        let room = FreeRoom::new(8.0, vec![(&line, 7.0)]);
        let (below, above) = (at(70.0, 190.0), at(70.0, -40.0));
        assert!(FACE.distance(below.0) < FACE.distance(above.0));
        let found = room.cheapest(&FACE, 600.0, [below, above]).map(|(_, rect)| rect);
        assert_eq!(found, Some(above.0));
        let found = room.cheapest(&FACE, 600.0, [below]).map(|(cost, _)| cost);
        assert_eq!(found, Some(70.0 + 140.0));
    }

    #[test]
    fn a_leader_goes_behind_no_other_face() {
        let mut room = FreeRoom::new(8.0, Vec::new());
        room.add_face(FACE.at, FACE.radius);
        room.add_face(pos2(160.0, 100.0), FACE.radius);
        assert_eq!(room.cheapest(&FACE, 600.0, [at(220.0, 85.0)]), None);
        assert!(room.cheapest(&FACE, 600.0, [at(70.0, 190.0)]).is_some());
    }
}
