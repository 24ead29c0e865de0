//! What does a map look like so small that only its phases and its main curve can be told?

use crate::insight::Feelings;
use crate::model::{Duration, Id, Journey, Phase, TimeUnit, View, Widths, face_of};
use crate::scene::Role;
use crate::scene::draw::spline::Spline;
use egui::{Pos2, Rect, pos2, vec2};

/// The heads of phases are this share of the height.
const HEAD: f32 = 0.11;
/// No column is narrower than this share of the width.
const NARROWEST: f32 = 0.06;
/// Up to so many steps each has a face; in a longer map each phase has one.
const FACES: usize = 7;

/// Where the few things of a sketch are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sketch {
    /// The heads of the phases, each with its colour.
    pub heads: Vec<(Rect, Role)>,
    /// The columns below them, each with its tint.
    pub columns: Vec<(Rect, Role)>,
    /// The curve as a line; empty where nobody feels anything.
    pub curve: Vec<Pos2>,
    /// The faces on it.
    pub faces: Vec<(Pos2, &'static str)>,
    /// How large the faces are.
    pub face: f32,
}

/// The sketch of `journey` within `rect`.
pub fn sketch(journey: &Journey, rect: Rect) -> Sketch {
    let weights = weights(journey);
    let total: f32 = weights.iter().sum();
    let gap = (rect.width() * 0.016).min(4.0);
    let room = rect.width() - gap * weights.len().saturating_sub(1) as f32;
    let head = (rect.height() * HEAD).max(6.0);
    let mut sketch = Sketch { face: (rect.height() * 0.17).clamp(11.0, 20.0), ..Sketch::default() };
    let mut x = rect.left();
    // Where each step is, over all phases.
    let mut spots: Vec<(&Id, usize, f32)> = Vec::new();
    for (index, (phase, weight)) in journey.phases.iter().zip(&weights).enumerate() {
        let width = room * weight / total.max(f32::MIN_POSITIVE);
        let color = phase.color.map_or(index, usize::from) % 6;
        let bar = Rect::from_min_size(pos2(x, rect.top()), vec2(width, head));
        let below = Rect::from_min_max(
            bar.left_bottom() + vec2(0.0, gap),
            pos2(bar.right(), rect.bottom()),
        );
        sketch.heads.push((bar, Role::Phase(color as u8)));
        sketch.columns.push((below, Role::Tint(color as u8)));
        let count = phase.steps.len().max(1) as f32;
        for (at, step) in phase.steps.iter().enumerate() {
            spots.push((&step.id, index, x + width * (at as f32 + 0.5) / count));
        }
        x += width + gap;
    }
    let middle = sketch.columns.first().map_or(rect, |(column, _)| *column);
    let reach = middle.height() / 2.0 - sketch.face * 0.7;
    let y = |value: f64| middle.center().y - (value / 2.0) as f32 * reach;
    let points: Vec<(Pos2, f64)> = feelings(journey, &spots)
        .into_iter()
        .map(|(x, value)| (pos2(x, y(value)), value))
        .collect();
    sketch.faces = points.iter().map(|(at, value)| (*at, face_of(*value))).collect();
    let spline = Spline::new(points.into_iter().map(|(at, _)| at).collect());
    sketch.curve = (0..spline.pieces()).flat_map(|piece| spline.polyline(piece)).collect();
    sketch
}

/// How wide each phase is, against the others: by its steps, or by its time in a map to scale.
fn weights(journey: &Journey) -> Vec<f32> {
    let steps = |phase: &Phase| phase.steps.len().max(1) as f32;
    let times: Option<Vec<f32>> = match journey.widths {
        Some(Widths::Scale) => {
            journey.phases.iter().map(|phase| minutes(&*phase.takes()?)).collect()
        }
        _ => None,
    };
    let weights =
        times.unwrap_or_else(|| journey.phases.iter().map(|phase| steps(phase)).collect());
    let least = weights.iter().sum::<f32>() * NARROWEST;
    weights.into_iter().map(|weight| weight.max(least)).collect()
}

fn minutes(duration: &Duration) -> Option<f32> {
    let unit = match duration.unit.as_ref()? {
        TimeUnit::Seconds => 1.0 / 60.0,
        TimeUnit::Minutes => 1.0,
        TimeUnit::Hours => 60.0,
        TimeUnit::Days => 1440.0,
        TimeUnit::Weeks => 10_080.0,
        TimeUnit::Months => 43_800.0,
        TimeUnit::Years => 525_600.0,
        TimeUnit::Other(_) => return None,
    };
    let value = duration.to.or(duration.from)? * unit;
    (value.is_finite() && value > 0.0).then_some(value as f32)
}

/// Where the first persona that has points feels what: in each step, or in each phase of a long map.
fn feelings(journey: &Journey, spots: &[(&Id, usize, f32)]) -> Vec<(f32, f64)> {
    let feelings = Feelings::of(journey, &View::default());
    let has_points = |who: &usize| feelings.over_map(*who).is_some();
    let Some(who) = (0..feelings.personas.len()).find(has_points) else { return Vec::new() };
    if spots.len() <= FACES {
        let steps = spots.iter().enumerate();
        let felt = steps.filter_map(|(step, (_, _, x))| Some((*x, feelings.in_step(who, step)?)));
        return felt.collect();
    }
    let middle = |phase: usize| {
        let own = || spots.iter().filter(move |(_, of, _)| *of == phase).map(|(_, _, x)| *x);
        own().sum::<f32>() / own().count().max(1) as f32
    };
    let phases = 0..journey.phases.len();
    phases.filter_map(|phase| Some((middle(phase), feelings.in_phase(who, phase)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::parse;

    const BOX: Rect = Rect { min: Pos2 { x: 10.0, y: 20.0 }, max: Pos2 { x: 190.0, y: 120.0 } };

    fn of(text: &str) -> Sketch {
        sketch(&parse(text).0.journeys[0], BOX)
    }

    #[test]
    fn phases_share_the_width_by_their_steps() {
        let drawn = of("A: a b | B: c\nL: / |");
        assert_eq!(drawn.heads.len(), 2);
        let (wide, narrow) = (drawn.heads[0].0, drawn.heads[1].0);
        assert!((wide.width() - 2.0 * narrow.width()).abs() < 0.01);
        assert!((narrow.right() - BOX.right()).abs() < 0.01 && wide.left() == BOX.left());
        assert!(drawn.curve.is_empty() && drawn.faces.is_empty());
    }

    #[test]
    fn the_curve_stays_within_and_has_a_face_for_each_step() {
        let drawn = of("A: a b | B: c\n~E: p+2 / q-2 | r+0");
        assert_eq!(drawn.faces.len(), 3);
        assert_eq!([drawn.faces[0].1, drawn.faces[1].1], [face_of(2.0), face_of(-2.0)]);
        assert!(drawn.faces[0].0.y < drawn.faces[1].0.y);
        assert!(drawn.curve.iter().all(|at| BOX.contains(*at)));
        // A long map has one for each phase.
        let drawn = of("A: a b c d | B: e f g h\n~E: p+2 / q+0 / / | r-2 / / /");
        assert_eq!(drawn.faces.len(), 2);
        assert_eq!(drawn.faces[0].1, face_of(1.0));
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(sketch(&Journey::default(), BOX).heads, []);
    }
}
