//! Areas between curves on the screen, with as many points as can be told apart.

use super::brush::Brush;
use crate::scene::{Area, Drawing, Item, Paint};
use egui::epaint::{BandPoint, BandShape};
use egui::{Pos2, Rangef, Shape, StrokeKind, Vec2, pos2};

impl Brush<'_, '_> {
    /// The area between a curve (screen points) and a level line.
    pub(crate) fn band(&mut self, points: &[Pos2], base: f32, fill: Paint) {
        let sample = |at: &Pos2| BandPoint::new(at.x, at.y.min(base)..=at.y.max(base));
        let mut samples: Vec<BandPoint> = Vec::with_capacity(points.len() + 4);
        let mut before: Option<&Pos2> = None;
        for at in points {
            // Where it crosses the line it is nothing wide: a straight curve has no point there.
            if let Some(from) = before.filter(|from| (from.y - base) * (at.y - base) < 0.0) {
                let share = (base - from.y) / (at.y - from.y);
                samples.push(sample(&pos2(from.x + (at.x - from.x) * share, base)));
            }
            samples.push(sample(at));
            before = Some(at);
        }
        self.band_shape(samples, fill);
    }

    /// Only the bands of a drawing, with as many points as can be told apart from far away.
    pub(crate) fn bands(&mut self, drawing: &Drawing, at: Pos2) {
        for item in &drawing.items {
            match item {
                Item::Drawn { at: inner, drawing } => self.bands(drawing, at + inner.to_vec2()),
                Item::Band { points, base, fill } => {
                    let place = |point: &Pos2| self.screen(*point + at.to_vec2());
                    let seen = sparse(points.len(), across(points) * self.zoom);
                    let points: Vec<Pos2> = seen.map(|at| place(&points[at])).collect();
                    let base = self.screen(pos2(0.0, *base + at.y)).y;
                    self.band(&points, base, *fill);
                }
                Item::Rect { .. }
                | Item::Path { .. }
                | Item::Text { .. }
                | Item::Image { .. }
                | Item::Group(_) => {}
            }
        }
    }

    /// Areas between two curves (document units, moved by `offset`), from left to right. One that goes
    /// on where the last one ends is drawn with it, without a seam.
    pub(crate) fn areas<'s>(&mut self, areas: impl Iterator<Item = &'s Area>, offset: Vec2) {
        let (origin, zoom) = (self.origin + offset * self.zoom, self.zoom);
        // Gathered in one list: each band is then as long as it is, and none grows by and by.
        let mut points: Vec<BandPoint> = Vec::with_capacity(256);
        let mut last: Option<&Area> = None;
        for area in areas {
            let joins = last.is_some_and(|last| goes_on(last, area));
            if let Some(last) = last.filter(|_| !joins) {
                self.band_shape(points.clone(), last.fill());
                points.clear();
            }
            let edges = || area.upper.iter().zip(&area.lower);
            let seen = sparse(edges().len(), across(&area.upper) * zoom);
            let seen = seen.skip(usize::from(joins));
            points.extend(seen.filter_map(|at| {
                let (upper, lower) = (area.upper.get(at)?, area.lower.get(at)?);
                let y = |at: f32| origin.y + at * zoom;
                let y = Rangef::new(y(upper.y.min(lower.y)), y(upper.y.max(lower.y)));
                Some(BandPoint { x: origin.x + upper.x * zoom, y })
            }));
            last = Some(area);
        }
        if let Some(last) = last {
            self.band_shape(points, last.fill());
        }
    }

    /// Fills an outline (screen points) that goes along one curve and at the same places back along
    /// another. Any other that is not convex stays empty: nothing that is drawn has one.
    pub(super) fn between(&mut self, outline: &[Pos2], fill: Paint) {
        if let Some(points) = facing(outline) {
            self.band_shape(points, fill);
        }
    }

    fn band_shape(&mut self, points: Vec<BandPoint>, fill: Paint) {
        let shape = BandShape {
            points,
            fill: self.color(fill),
            stroke: egui::Stroke::NONE,
            stroke_kind: StrokeKind::Inside,
            angle: 0.0,
        };
        self.shapes.push(Shape::Band(shape));
    }
}

/// The two sides of an outline, place by place from left to right; none where they do not face each other.
fn facing(outline: &[Pos2]) -> Option<Vec<BandPoint>> {
    let (there, back) = outline.split_at(outline.len() / 2);
    let pairs = || there.iter().zip(back.iter().rev());
    let same = there.len() == back.len() && pairs().all(|(a, b)| (a.x - b.x).abs() < 0.1);
    let onwards = there.is_sorted_by(|a, b| a.x <= b.x);
    let points = pairs().map(|(a, b)| BandPoint::new(a.x, a.y.min(b.y)..=a.y.max(b.y)));
    (same && onwards && there.len() > 1).then(|| points.collect())
}

/// Does `next` begin where `last` ends, with the same curve above?
fn goes_on(last: &Area, next: &Area) -> bool {
    let meets = |one: &[Pos2], other: &[Pos2]| {
        one.last().zip(other.first()).is_some_and(|(end, start)| end.distance(*start) < 0.1)
    };
    last.better == next.better && meets(&last.upper, &next.upper) && meets(&last.lower, &next.lower)
}

/// From the first to the last of these points, from left to right.
fn across(points: &[Pos2]) -> f32 {
    points.first().zip(points.last()).map_or(0.0, |(from, to)| to.x - from.x)
}

/// Of so many points, `wide` apart from the first to the last on the screen (points): the places of
/// the first, the last, and as many between them as can be told apart.
fn sparse(count: usize, wide: f32) -> impl ExactSizeIterator<Item = usize> {
    let last = count.saturating_sub(1);
    let each = (count as f32 / wide.max(2.0)).ceil().max(1.0) as usize;
    let places = if last == 0 { 0 } else { last.div_ceil(each) + 1 };
    (0..places).map(move |place| (place * each).min(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_between_two_curves_has_two_sides() {
        let area = Area {
            upper: vec![pos2(0.0, 1.0), pos2(5.0, 0.0), pos2(9.0, 2.0)],
            lower: vec![pos2(0.0, 3.0), pos2(5.0, 4.0), pos2(9.0, 2.0)],
            better: true,
        };
        let outline: Vec<Pos2> =
            area.upper.iter().chain(area.lower.iter().rev()).copied().collect();
        let sides = facing(&outline).unwrap();
        let sides: Vec<_> = sides.iter().map(|at| (at.x, at.y.min, at.y.max)).collect();
        assert_eq!(sides, [(0.0, 1.0, 3.0), (5.0, 0.0, 4.0), (9.0, 2.0, 2.0)]);
        assert!(facing(&outline[..5]).is_none() && facing(&[]).is_none());
        let star = [pos2(0.0, 0.0), pos2(4.0, 4.0), pos2(9.0, 0.0), pos2(1.0, 9.0)];
        assert!(facing(&star).is_none());
    }

    #[test]
    fn as_many_points_are_left_as_can_be_told_apart() {
        let seen = |count, wide| sparse(count, wide).collect::<Vec<_>>();
        assert_eq!(seen(5, 100.0), [0, 1, 2, 3, 4]);
        assert_eq!(seen(9, 4.0), [0, 3, 6, 8]);
        assert_eq!(seen(9, 0.0), [0, 5, 8]);
        // The last one is there once.
        assert_eq!(seen(7, 3.0), [0, 3, 6]);
        assert_eq!(seen(1, 10.0), [0; 0]);
        assert_eq!(seen(0, 10.0), [0; 0]);
    }
}
