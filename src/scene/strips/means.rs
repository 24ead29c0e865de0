//! What does each persona feel in each phase on average, by their curve?

use super::super::gap::pieces_within;
use super::super::{Columns, Curve, CurveLine, PhaseColumn};
use crate::model::Id;
use std::ops::Range;
use std::sync::Arc;

/// The averages of a curve.
#[derive(Debug)]
pub struct Means {
    curve: Arc<Curve>,
    /// Whose they are: those who have a name, from the main one on.
    pub(super) who: Vec<Id>,
    /// For each of them their average in each phase; none where their curve does not reach.
    pub(super) means: Vec<Vec<Option<f64>>>,
}

impl Means {
    /// Are they those of this very curve?
    pub(super) fn is_of(&self, curve: &Arc<Curve>) -> bool {
        Arc::ptr_eq(&self.curve, curve)
    }
}

/// The averages of `curve`. What stands over the very same pieces as `before` is as it was.
pub(super) fn means(curve: &Arc<Curve>, columns: &Columns, before: Option<&Means>) -> Means {
    let mut means = Means { curve: curve.clone(), who: Vec::new(), means: Vec::new() };
    for line in curve.lines.iter().rev() {
        let Some(persona) = &line.persona else { continue };
        let old = before.and_then(|before| {
            let place = before.who.iter().position(|id| id == persona)?;
            let line =
                before.curve.lines.iter().find(|one| one.persona.as_ref() == Some(persona))?;
            Some((line, before.means.get(place)?, before.curve.zero_y == curve.zero_y))
        });
        let one = |(place, phase): (usize, &PhaseColumn)| {
            let pieces = within(line, phase);
            if let Some((old_line, old, true)) = old {
                let new = line.pieces.get(pieces.clone()).unwrap_or_default();
                let was = old_line.pieces.get(within(old_line, phase)).unwrap_or_default();
                let same = new.iter().zip(was).all(|(a, b)| Arc::ptr_eq(a, b));
                if same && !new.is_empty() && new.len() == was.len() {
                    return old.get(place).copied().flatten();
                }
            }
            mean(curve, line, pieces, phase)
        };
        means.means.push(columns.phases.iter().enumerate().map(one).collect());
        means.who.push(persona.clone());
    }
    means
}

/// The pieces of a line of which something is within a phase.
fn within(line: &CurveLine, phase: &PhaseColumn) -> Range<usize> {
    pieces_within(line, phase.x, phase.x + phase.width)
}

fn mean(curve: &Curve, line: &CurveLine, pieces: Range<usize>, phase: &PhaseColumn) -> Option<f64> {
    let (left, right) = (phase.x, phase.x + phase.width);
    let (mut area, mut length) = (0.0f64, 0.0f64);
    for piece in line.pieces.get(pieces).unwrap_or_default() {
        for pair in piece.windows(2) {
            let &[a, b] = pair else { continue };
            let (from, to) = (a.x.max(left), b.x.min(right));
            if to <= from || b.x <= a.x {
                continue;
            }
            let at = |x: f32| a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
            let wide = f64::from(to - from);
            area += f64::from(at(from) + at(to)) / 2.0 * wide;
            length += wide;
        }
    }
    let feeling = |y: f64| (f64::from(curve.zero_y) - y) / f64::from(curve.unit.max(1.0));
    if length > 0.0 {
        return Some(feeling(area / length));
    }
    if !line.pieces.is_empty() {
        return None;
    }
    // A persona with one point has no curve yet.
    let mut points = curve.points.iter().filter(|point| point.point.persona == line.persona);
    let only = points.find(|point| (left..right).contains(&point.at.x))?;
    Some(feeling(f64::from(only.at.y)))
}
