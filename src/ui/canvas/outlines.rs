//! Outlines as points: egui paints straight pieces.

use crate::scene::{Path, Segment};
use egui::{Pos2, Rect, vec2};

/// The outline of a box with round corners, from the top left on, clockwise.
pub(super) fn rounded(rect: Rect, radius: f32) -> Vec<Pos2> {
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0).max(0.0);
    let inner = rect.shrink(radius);
    let corners = [
        (inner.left_top(), 180.0_f32),
        (inner.right_top(), 270.0),
        (inner.right_bottom(), 0.0),
        (inner.left_bottom(), 90.0),
    ];
    let mut points = Vec::with_capacity(24);
    for (center, from) in corners {
        for step in 0..=5 {
            let angle = (from + step as f32 * 18.0).to_radians();
            points.push(center + radius * vec2(angle.cos(), angle.sin()));
        }
    }
    points
}

/// The outlines of a path as straight pieces, each with whether it is closed. `place`: where a point
/// of the path is on the screen; it keeps straight lines straight.
pub(super) fn flattened(path: &Path, place: impl Fn(Pos2) -> Pos2) -> Vec<(Vec<Pos2>, bool)> {
    /// Pieces for one Bézier; they are small on a map.
    const PIECES: usize = 16;
    let mut outlines: Vec<(Vec<Pos2>, bool)> = Vec::new();
    for segment in &path.segments {
        if let Segment::Move(at) = segment {
            let mut points = Vec::with_capacity(path.segments.len() + 1);
            points.push(place(*at));
            outlines.push((points, false));
            continue;
        }
        let Some((points, closed)) = outlines.last_mut() else { continue };
        match segment {
            Segment::Move(_) => {}
            Segment::Line(to) => points.push(place(*to)),
            Segment::Cubic(one, two, to) => {
                let Some(from) = points.last().copied() else { continue };
                let [one, two, to] = [*one, *two, *to].map(&place);
                points.extend((1..=PIECES).map(|step| {
                    let t = step as f32 / PIECES as f32;
                    let u = 1.0 - t;
                    let sum = from.to_vec2() * (u * u * u)
                        + one.to_vec2() * (3.0 * u * u * t)
                        + two.to_vec2() * (3.0 * u * t * t)
                        + to.to_vec2() * (t * t * t);
                    sum.to_pos2()
                }));
            }
            Segment::Close => *closed = true,
        }
    }
    outlines
}
