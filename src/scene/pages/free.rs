//! Where on a page is there room for what somebody says, near its face and over nothing else?

use crate::scene::spline::Spline;
use egui::{Pos2, Rect, Vec2};

/// Between what is placed and anything else, in page units.
const APART: f32 = 8.0;
/// How fine places are tried.
const STEP: f32 = 12.0;
/// Further away than this nobody sees what belongs together.
const FAR: f32 = 460.0;
/// From here on a line leads to the face.
const TAIL_FROM: f32 = 44.0;

/// What is on the page already.
pub(super) struct PageObstacles {
    /// Where anything may stand.
    pub bounds: Rect,
    /// What must not be covered.
    pub taken: Vec<Rect>,
    /// Lines that better are not covered, with what a covered unit of each costs.
    pub lines: Vec<(Spline, f32)>,
}

/// A face with something to say.
#[derive(Clone, Copy)]
pub(super) struct CalloutToPlace {
    /// The middle of its face.
    pub at: Pos2,
    /// How large the face is.
    pub radius: f32,
    /// How much may be covered and how far it may be: above it there is no place.
    pub most: f32,
    /// What a unit of distance costs.
    pub far: f32,
    /// How much dearer a covered line is than it usually is.
    pub clear: f32,
}

impl CalloutToPlace {
    /// What somebody says: where there is room.
    pub fn said(at: Pos2, radius: f32, most: f32) -> Self {
        Self { at, radius, most, far: 1.0, clear: 1.0 }
    }

    /// A named moment: in any case, right by its face, and on a line only where all else is full.
    pub fn moment(at: Pos2, radius: f32) -> Self {
        Self { at, radius, most: 60_000.0, far: 2.0, clear: 12.0 }
    }
}

/// The best free place for one of several boxes, each with its size and what it is worse than
/// others; it is taken from then on. None where there is none good enough.
pub(super) fn place(
    ground: &mut PageObstacles,
    ask: &CalloutToPlace,
    sizes: &[(Vec2, f32)],
) -> Option<(usize, Rect)> {
    let mut best: Option<(f32, usize, Rect)> = None;
    for (index, (size, worse)) in sizes.iter().enumerate() {
        let most = best.map_or(ask.most, |(least, ..)| least);
        let found = find(ground, ask, *size, most - worse);
        best = found.map(|(cost, rect)| (cost + worse, index, rect)).or(best);
    }
    let (_, index, rect) = best?;
    ground.taken.push(rect);
    // Nothing stands on the line to its face either.
    if let Some([from, to]) = tail(ask, rect) {
        let along = (0..=12).map(|at| from + (to - from) * (at as f32 / 12.0));
        ground.taken.extend(along.map(|at| Rect::from_center_size(at, Vec2::splat(4.0))));
    }
    Some((index, rect))
}

/// The best free place for a box of this size that costs less than `most`.
fn find(
    ground: &PageObstacles,
    ask: &CalloutToPlace,
    size: Vec2,
    most: f32,
) -> Option<(f32, Rect)> {
    let within = Rect::from_min_max(ground.bounds.min, ground.bounds.max - size);
    if within.is_negative() {
        return None;
    }
    let reach = Vec2::splat(FAR.min(most.max(0.0) / ask.far) + ask.radius);
    let around = Rect::from_min_max(ask.at - size - reach, ask.at + reach).intersect(within);
    let count = |span: f32| (span.max(0.0) / STEP) as usize + 1;
    let mut best: Option<(f32, Rect)> = None;
    for row in 0..count(around.height()) {
        for column in 0..count(around.width()) {
            let min = around.min + STEP * Vec2::new(column as f32, row as f32);
            let rect = Rect::from_min_size(min, size);
            // Right above or below its face is as near as beside it.
            let aside = (rect.center().x - ask.at.x).abs() * 0.04;
            let cost = (rect.distance_to_pos(ask.at) - ask.radius) * ask.far + aside;
            let better = |cost: f32| cost < best.map_or(most, |(least, _)| least);
            if !better(cost) || !is_free(ground, rect) {
                continue;
            }
            let cost = cost + covered(ground, rect) * ask.clear;
            if better(cost) && !crosses(ground, ask, rect) {
                best = Some((cost, rect));
            }
        }
    }
    best
}

/// The line from a face to what it says, where that stands far from it.
pub(super) fn tail(ask: &CalloutToPlace, rect: Rect) -> Option<[Pos2; 2]> {
    let end = rect.clamp(ask.at);
    let away = end - ask.at;
    (away.length() - ask.radius > TAIL_FROM)
        .then(|| [ask.at + away.normalized() * (ask.radius + 4.0), end])
}

fn is_free(ground: &PageObstacles, rect: Rect) -> bool {
    let rect = rect.expand(APART);
    !ground.taken.iter().any(|taken| taken.intersects(rect))
}

/// Would the line to its face run over something?
fn crosses(ground: &PageObstacles, ask: &CalloutToPlace, rect: Rect) -> bool {
    let Some([from, to]) = tail(ask, rect) else { return false };
    let count = ((to - from).length() / 10.0).ceil().max(1.0);
    let mut places = (1..count as usize).map(|at| from + (to - from) * (at as f32 / count));
    places.any(|at| {
        let own = |taken: &&Rect| !taken.contains(ask.at);
        ground.taken.iter().filter(own).any(|taken| taken.contains(at))
    })
}

/// What it costs that a box covers lines.
fn covered(ground: &PageObstacles, rect: Rect) -> f32 {
    let rect = rect.expand(APART);
    let steps = (rect.width() / 10.0) as usize;
    let mut cost = 0.0;
    for (line, each) in &ground.lines {
        let mut before: Option<f32> = None;
        for x in (0..=steps).map(|step| rect.min.x + step as f32 * 10.0) {
            let y = line.y_at(x);
            // Where it is steep it passes through a box between two places.
            let hit = y.is_some_and(|y| {
                let other = before.unwrap_or(y);
                y.min(other) <= rect.max.y && rect.min.y <= y.max(other)
            });
            cost += if hit { each * 10.0 } else { 0.0 };
            before = y;
        }
    }
    cost
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{pos2, vec2};

    #[test]
    fn places_are_free_within_bounds_and_given_once() {
        let bounds = Rect::from_min_size(Pos2::ZERO, vec2(1000.0, 500.0));
        let line = Spline::new(vec![pos2(0.0, 250.0), pos2(1000.0, 250.0)]);
        let faces: Vec<Pos2> = (0..10).map(|at| pos2(50.0 + at as f32 * 100.0, 250.0)).collect();
        let taken = faces.iter().map(|at| Rect::from_center_size(*at, Vec2::splat(60.0)));
        let mut ground = PageObstacles { bounds, taken: taken.collect(), lines: vec![(line, 4.0)] };
        let mut placed = 0;
        for at in faces {
            let ask = CalloutToPlace::said(at, 30.0, 600.0);
            let before = ground.taken.clone();
            let sizes = [(vec2(180.0, 90.0), 0.0), (vec2(90.0, 180.0), 10.0)];
            let Some((_, rect)) = place(&mut ground, &ask, &sizes) else { continue };
            placed += 1;
            assert!(bounds.contains_rect(rect), "{rect:?}");
            assert!(!before.iter().any(|taken| taken.intersects(rect)), "{rect:?}");
            assert!(!rect.y_range().contains(250.0), "the line is not covered: {rect:?}");
        }
        assert!(placed >= 8, "{placed}");
        let ask = CalloutToPlace::said(bounds.center(), 30.0, 600.0);
        assert_eq!(place(&mut ground, &ask, &[(vec2(1100.0, 90.0), 0.0)]), None);
    }
}
