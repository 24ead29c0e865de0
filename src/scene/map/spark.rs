//! How a metric has moved and how it stands: a small line, and a sign against its target.

use crate::insight::Standing;
use crate::model::Metric;
use crate::scene::draw::pen::told_role;
use crate::scene::draw::pen::{circle, solid};
use crate::scene::{Item, Path, Role, Segment};
use egui::{Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// More figures than this are not told apart.
const MOST: usize = 60;
/// How wide the sign of a standing is, with the gap behind it.
pub(in crate::scene) const SIGN: f32 = 13.0;

/// The figures of a metric, oldest first, as far as a small line shows them; fewer than two make
/// none.
pub(in crate::scene) fn figures(metric: &Metric) -> Vec<f64> {
    let all = metric.trend.iter().copied().chain(metric.value);
    let mut all: Vec<f64> = all.filter(|figure| figure.is_finite()).collect();
    let many = all.len().saturating_sub(MOST);
    all.drain(..many);
    all
}

/// The figures as a line within `rect`, with a dot at the last one.
pub(in crate::scene) fn spark(figures: &[f64], rect: Rect, role: Role, items: &mut Vec<Item>) {
    let low = figures.iter().copied().fold(f64::INFINITY, f64::min);
    let high = figures.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let count = figures.len();
    if count < 2 {
        return;
    }
    let at = |(place, figure): (usize, &f64)| {
        let along = place as f32 / (count - 1) as f32;
        // Figures that are all alike lie in the middle.
        let up = if high > low { ((figure - low) / (high - low)) as f32 } else { 0.5 };
        pos2(rect.left() + along * rect.width(), rect.bottom() - up * rect.height())
    };
    let points: Vec<Pos2> = figures.iter().enumerate().map(at).collect();
    let mut segments = vec![Segment::Move(points[0])];
    segments.extend(points.iter().skip(1).map(|at| Segment::Line(*at)));
    let path = Arc::new(Path { segments, convex: false });
    items.push(Item::Path { path, fill: None, stroke: Some(solid(1.6, role)) });
    items.extend(points.last().map(|last| circle(*last, 2.4, Some(role.into()), None)));
}

/// The sign of a standing: a triangle up or down, full where the target is reached, or a disc. Grey
/// where nobody knows which way is good.
pub(in crate::scene) fn sign(standing: Standing, middle: Pos2, items: &mut Vec<Item>) {
    let role = told_role(standing.is_good());
    let (fill, stroke) = match standing.is_good() {
        Some(true) => (Some(role.into()), None),
        _ => (None, Some(solid(1.4, role))),
    };
    let up = match standing {
        Standing::On => return items.push(circle(middle, 3.6, fill, stroke)),
        Standing::Over(_) => -1.0,
        Standing::Under(_) => 1.0,
    };
    let segments = vec![
        Segment::Move(middle + vec2(-4.2, -3.4 * up)),
        Segment::Line(middle + vec2(4.2, -3.4 * up)),
        Segment::Line(middle + vec2(0.0, 3.8 * up)),
        Segment::Close,
    ];
    items.push(Item::Path { path: Arc::new(Path { segments, convex: true }), fill, stroke });
}
