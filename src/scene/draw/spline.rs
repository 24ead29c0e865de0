//! Which smooth line runs through points without ever going beyond them?
//!
//! Monotone cubic interpolation: F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic
//! Interpolation", SIAM Journal on Numerical Analysis 17 (1980), 238–246. A cubic between two points
//! stays between their values as long as its slopes at both ends are at most three times that of
//! the straight line. The slopes within that region are the weighted harmonic means of Fritsch and
//! J. Butland, SIAM Journal on Scientific and Statistical Computing 5 (1984), 300–304: each needs
//! its two neighbours only, so a point that moves bends two pieces on either side and no more.

use egui::{Pos2, pos2};

/// How far the straight pieces may be from the curve, in document units: less than half a pixel
/// at 400 % zoom.
const TOLERANCE: f32 = 0.1;
/// A piece is halved at most this many times: 128 straight pieces.
const HALVINGS: u32 = 7;

/// A smooth line through points.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::scene) struct Spline {
    /// From left to right.
    pub points: Vec<Pos2>,
    /// How steep it is at each point.
    slopes: Vec<f32>,
}

impl Spline {
    /// The line through `points`, which go from left to right. Points one above the other are
    /// joined by a straight line.
    pub(crate) fn new(points: Vec<Pos2>) -> Self {
        let slopes = (0..points.len()).map(|at| slope(&points, at)).collect();
        Self { points, slopes }
    }

    /// How many pieces it has: one for each pair of neighbours.
    pub(crate) fn pieces(&self) -> usize {
        self.points.len().saturating_sub(1)
    }

    /// A piece as a cubic Bézier: two ends with two control points between them.
    pub(crate) fn cubic(&self, piece: usize) -> Option<[Pos2; 4]> {
        let (a, b) = (*self.points.get(piece)?, *self.points.get(piece + 1)?);
        let (from, to) = (*self.slopes.get(piece)?, *self.slopes.get(piece + 1)?);
        let third = (b.x - a.x) / 3.0;
        Some([a, pos2(a.x + third, a.y + from * third), pos2(b.x - third, b.y - to * third), b])
    }

    /// A piece as straight pieces, few where it is nearly straight.
    pub(crate) fn polyline(&self, piece: usize) -> Vec<Pos2> {
        let Some(cubic) = self.cubic(piece) else { return Vec::new() };
        let mut out = vec![cubic[0]];
        flatten(cubic, HALVINGS, &mut out);
        out
    }

    /// How high it is at `x`; none beyond its ends.
    pub(crate) fn y_at(&self, x: f32) -> Option<f32> {
        let after = self.points.partition_point(|point| point.x < x);
        let [a, b, c, d] = self.cubic(after.max(1) - 1)?;
        if x < a.x || x > d.x {
            return None;
        }
        // x runs evenly along the cubic, as its control points stand at its thirds.
        let t = if d.x > a.x { (x - a.x) / (d.x - a.x) } else { 0.0 };
        let s = 1.0 - t;
        Some(s * s * s * a.y + 3.0 * s * t * (s * b.y + t * c.y) + t * t * t * d.y)
    }
}

/// How steep the line is at the point `at`.
fn slope(points: &[Pos2], at: usize) -> f32 {
    let before = at.checked_sub(1).and_then(|left| chord(points, left));
    match (before, chord(points, at)) {
        (Some((h0, d0)), Some((h1, d1))) if d0 * d1 > 0.0 => {
            let (w0, w1) = (2.0 * h1 + h0, h1 + 2.0 * h0);
            (w0 + w1) / (w0 / d0 + w1 / d1)
        }
        (Some(_), Some(_)) | (None, None) => 0.0,
        (Some((_, only)), None) | (None, Some((_, only))) => only,
    }
}

/// Width and slope of the straight line from the point `left` to the next.
fn chord(points: &[Pos2], left: usize) -> Option<(f32, f32)> {
    let (a, b) = (points.get(left)?, points.get(left + 1)?);
    let width = b.x - a.x;
    let slope = (b.y - a.y) / width;
    Some(if width > 0.0 && slope.is_finite() { (width, slope) } else { (0.0, 0.0) })
}

/// Adds straight pieces for a cubic whose first end is there already.
fn flatten([a, b, c, d]: [Pos2; 4], halvings: u32, out: &mut Vec<Pos2>) {
    // The second derivative of a cubic is greatest at an end, where it is six times this; a
    // straight line is off by at most an eighth of it.
    let bend = (a.y - 2.0 * b.y + c.y).abs().max((b.y - 2.0 * c.y + d.y).abs());
    if halvings == 0 || bend * 0.75 <= TOLERANCE {
        out.push(d);
        return;
    }
    let middle = |from: Pos2, to: Pos2| from + (to - from) * 0.5;
    let (ab, bc, cd) = (middle(a, b), middle(b, c), middle(c, d));
    let (abc, bcd) = (middle(ab, bc), middle(bc, cd));
    let mut half = middle(abc, bcd);
    // Rounding must not lift it beyond its ends.
    half.y = half.y.clamp(a.y.min(d.y), a.y.max(d.y));
    flatten([a, ab, abc, half], halvings - 1, out);
    flatten([half, bcd, cd, d], halvings - 1, out);
}

/// Moves ascending `xs` as little as can be (by the sum of squares) so that neighbours are at
/// least `gap` apart and all stand between `low` and `high`; a gap too large for that shrinks.
/// It pools neighbours that are in each other's way (Ayer and others 1955).
pub(in crate::scene) fn spread(xs: &mut [f64], gap: f64, low: f64, high: f64) {
    if xs.is_empty() || !(low <= high && (high - low).is_finite()) {
        return;
    }
    let gap = gap.min((high - low) / xs.len() as f64);
    // With each x moved left by what must stand before it, "apart" becomes "not descending".
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (index, x) in xs.iter().enumerate() {
        let mut pool = (x - gap * index as f64, 1);
        while let Some((sum, count)) =
            pools.pop_if(|(sum, count)| *sum / *count as f64 >= pool.0 / pool.1 as f64)
        {
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    let last = (high - gap * (xs.len() - 1) as f64).max(low);
    let places =
        pools.iter().flat_map(|&(sum, count)| std::iter::repeat_n(sum / count as f64, count));
    for (index, (x, place)) in xs.iter_mut().zip(places).enumerate() {
        *x = place.clamp(low, last) + gap * index as f64;
    }
}

#[cfg(test)]
pub(in crate::scene) mod tests {
    use super::*;
    use crate::model::IdSource;

    /// Numbers from 0 to 1, the same for the same seed.
    pub(crate) fn random(seed: u64) -> impl FnMut() -> f32 {
        let mut ids = IdSource::seeded(seed);
        move || {
            let text = ids.next_id();
            let bits = text.as_str().bytes().fold(0u64, |bits, byte| bits * 31 + u64::from(byte));
            (bits % 10_007) as f32 / 10_006.0
        }
    }

    #[test]
    fn a_curve_stays_between_its_neighbours() {
        for seed in 0..60 {
            let mut next = random(seed);
            let mut x = 0.0;
            let points: Vec<Pos2> = (0..2 + seed as usize)
                .map(|_| {
                    x += 0.5 + next() * next() * 300.0;
                    pos2(x, (next() * 184.0).round())
                })
                .collect();
            let spline = Spline::new(points.clone());
            for piece in 0..spline.pieces() {
                let (a, b) = (points[piece], points[piece + 1]);
                let line = spline.polyline(piece);
                assert_eq!((line[0], line[line.len() - 1]), (a, b));
                assert!(line.len() <= 1 + (1 << HALVINGS));
                for pair in line.windows(2) {
                    assert!(pair[0].x <= pair[1].x);
                    assert!((pair[1].y - pair[0].y) * (b.y - a.y) >= -1e-3, "turns: {pair:?}");
                    assert!(pair[1].y >= a.y.min(b.y) && pair[1].y <= a.y.max(b.y));
                    let middle = pair[0] + (pair[1] - pair[0]) * 0.5;
                    let off = spline.y_at(middle.x).unwrap() - middle.y;
                    assert!(off.abs() <= TOLERANCE + 0.05, "seed {seed}: {off} off at {middle}");
                }
            }
        }
    }

    #[test]
    fn few_points_are_no_trouble() {
        let row =
            |points: &[(f32, f32)]| Spline::new(points.iter().map(|&(x, y)| pos2(x, y)).collect());
        assert_eq!(row(&[]).pieces(), 0);
        assert_eq!(row(&[]).y_at(0.0), None);
        assert_eq!(row(&[(3.0, 4.0)]).polyline(0), []);
        assert_eq!(row(&[(3.0, 4.0)]).y_at(3.0), None);
        let two = row(&[(0.0, 0.0), (10.0, 20.0)]);
        assert_eq!(two.polyline(0), [pos2(0.0, 0.0), pos2(10.0, 20.0)], "two make a straight line");
        assert!((two.y_at(2.5).unwrap() - 5.0).abs() < 1e-4);
        let above = row(&[(5.0, 0.0), (5.0, 90.0), (5.0, 10.0), (9.0, 0.0)]);
        for piece in 0..above.pieces() {
            let line = above.polyline(piece);
            assert!(line.iter().all(|point| point.x.is_finite() && point.y.is_finite()));
        }
    }

    #[test]
    fn a_moved_point_bends_two_pieces_on_either_side() {
        let points: Vec<Pos2> =
            (0..12).map(|i| pos2(i as f32 * 50.0, (i * 37 % 90) as f32)).collect();
        let before = Spline::new(points.clone());
        let mut moved = points;
        moved[5].y += 3.0;
        let after = Spline::new(moved);
        let bent: Vec<usize> =
            (0..11).filter(|&piece| before.cubic(piece) != after.cubic(piece)).collect();
        assert!(bent.iter().all(|piece| (3..=6).contains(piece)), "{bent:?}");
    }

    #[test]
    fn equal_places_are_spread_around_where_they_were() {
        let rows: [(&[f64], &[f64]); 5] = [
            (&[50.0], &[50.0]),
            (&[50.0, 50.0, 50.0], &[40.0, 50.0, 60.0]),
            (&[0.0, 0.0], &[0.0, 10.0]),
            (&[10.0, 50.0, 52.0, 90.0], &[10.0, 46.0, 56.0, 90.0]),
            (&[200.0, 200.0], &[90.0, 100.0]),
        ];
        for (given, expected) in rows {
            let mut xs = given.to_vec();
            spread(&mut xs, 10.0, 0.0, 100.0);
            assert_eq!(xs, expected, "{given:?}");
        }
    }

    #[test]
    fn a_crowd_is_spread_evenly_over_what_room_there_is() {
        let mut xs = vec![238.0; 50_000];
        spread(&mut xs, 12.0, 0.0, 238.0);
        assert!(xs.is_sorted_by(|a, b| a < b));
        assert!(xs[0] >= 0.0 && xs[49_999] <= 238.0);
        let mut nothing = vec![1.0, 1.0];
        spread(&mut nothing, 12.0, f64::NAN, 5.0);
        assert_eq!(nothing, [1.0, 1.0]);
    }
}
