//! Places, lengths and outlines as slides have them.

use crate::export::escape::{add, digits};
use crate::export::outlines::Piece;
use crate::scene::{Path, Segment};
use egui::{Pos2, Rect, Vec2, pos2};

/// EMU (1/914,400 inch) for each page unit: a slide is 13⅓ inches wide.
pub(super) const EMU: f32 = 6350.0;
/// How many pieces a curve is looked at in, to see how far it reaches.
const PIECES: usize = 16;

/// A length of page units as EMU.
pub(super) fn emu(length: f32) -> i64 {
    units(length, EMU)
}

/// A length as a whole number, of which there are so many for each of its own units.
fn units(length: f32, fine: f32) -> i64 {
    // What is no number is 0; what is beyond any slide stays a number that readers take.
    (f64::from(length) * f64::from(fine)).round().clamp(-2e9, 2e9) as i64
}

/// Adds a whole number.
pub(super) fn whole(value: i64, out: &mut Vec<u8>) {
    if value < 0 {
        out.push(b'-');
    }
    digits(value.unsigned_abs(), 1, out);
}

/// Adds a place and a size as `<a:off/><a:ext/>`.
pub(super) fn place(rect: Rect, out: &mut Vec<u8>) {
    corner(rect, "off", "ext", out);
}

/// Adds the place and size of what is within a group, in its own units: the slide's.
pub(super) fn inner_place(rect: Rect, out: &mut Vec<u8>) {
    corner(rect, "chOff", "chExt", out);
}

fn corner(rect: Rect, at: &str, size: &str, out: &mut Vec<u8>) {
    let [left, top, right, bottom] = sides(rect, EMU);
    for (name, x, y, value) in
        [(at, "x", "y", (left, top)), (size, "cx", "cy", (right - left, bottom - top))]
    {
        add!(out, "<a:{name} {x}=\"{}\" {y}=\"{}\"/>", value.0, value.1);
    }
}

/// Its sides as whole numbers; none is before the other.
fn sides(rect: Rect, fine: f32) -> [i64; 4] {
    let [left, top] = [units(rect.left(), fine), units(rect.top(), fine)];
    [left, top, units(rect.right(), fine).max(left), units(rect.bottom(), fine).max(top)]
}

/// How far an outline reaches; none where it has no place.
pub(super) fn bounds(outline: &[Piece]) -> Option<Rect> {
    let mut found: Option<Rect> = None;
    let mut reach = |[x, y]: [f32; 2]| {
        let at = Rect::from_min_max(pos2(x, y), pos2(x, y));
        found = Some(found.map_or(at, |found| found.union(at)));
    };
    let mut before = [0.0_f32; 2];
    for piece in outline {
        let (points, to): (&[[f32; 2]], _) = match piece {
            Piece::Move(to) | Piece::Line(to) => (&[], *to),
            Piece::Quad([control, to]) => (&[*control], *to),
            Piece::Cubic([a, b, to]) => (&[*a, *b], *to),
            Piece::Close => continue,
        };
        reach(to);
        // A curve stays between its points: most reach no further than their ends.
        let within = |axis: usize, at: f32| {
            before[axis].min(to[axis]) <= at && at <= before[axis].max(to[axis])
        };
        if !points.iter().all(|[x, y]| within(0, *x) && within(1, *y)) {
            let all: Vec<[f32; 2]> = [&[before], points, &[to]].concat();
            (1..PIECES).for_each(|piece| reach(on_curve(&all, piece as f32 / PIECES as f32)));
        }
        before = to;
    }
    found.filter(|rect| rect.is_finite())
}

/// Where a curve of these points is, `t` of its way (de Casteljau).
fn on_curve(points: &[[f32; 2]], t: f32) -> [f32; 2] {
    match points {
        [] => [0.0; 2],
        [one] => *one,
        [more @ .., _] => {
            let between = |(a, b): (&[f32; 2], &[f32; 2])| {
                [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
            };
            let next: Vec<[f32; 2]> = more.iter().zip(&points[1..]).map(between).collect();
            on_curve(&next, t)
        }
    }
}

/// Adds an outline, of which `rect` is the box, as a shape's geometry. `fine` is how many whole numbers
/// there are for each of its units: [`EMU`] for page units.
pub(super) fn freeform(outline: &[Piece], rect: Rect, fine: f32, out: &mut Vec<u8>) {
    let [left, top, right, bottom] = sides(rect, fine);
    out.extend(
        b"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>\
        <a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>",
    );
    add!(out, "<a:path w=\"{}\" h=\"{}\">", right - left, bottom - top);
    let mut begun = false;
    for piece in outline {
        begun |= matches!(piece, Piece::Move(_));
        // An outline has to begin somewhere.
        if !begun {
            continue;
        }
        let (name, points) = match piece {
            Piece::Move(to) => ("moveTo", std::slice::from_ref(to)),
            Piece::Line(to) => ("lnTo", std::slice::from_ref(to)),
            Piece::Quad(points) => ("quadBezTo", &points[..]),
            Piece::Cubic(points) => ("cubicBezTo", &points[..]),
            Piece::Close => {
                out.extend(b"<a:close/>");
                continue;
            }
        };
        add!(out, "<a:{name}>");
        for [x, y] in points {
            out.extend(b"<a:pt x=\"");
            whole(units(*x, fine) - left, out);
            out.extend(b"\" y=\"");
            whole(units(*y, fine) - top, out);
            out.extend(b"\"/>");
        }
        add!(out, "</a:{name}>");
    }
    out.extend(b"</a:path></a:pathLst></a:custGeom>");
}

/// The pieces of an outline, moved.
pub(super) fn moved(path: &Path, by: Vec2) -> Vec<Piece> {
    let point = |at: Pos2| [at.x + by.x, at.y + by.y];
    let piece = |segment: &Segment| match *segment {
        Segment::Move(to) => Piece::Move(point(to)),
        Segment::Line(to) => Piece::Line(point(to)),
        Segment::Cubic(a, b, to) => Piece::Cubic([a, b, to].map(point)),
        Segment::Close => Piece::Close,
    };
    path.segments.iter().map(piece).collect()
}

/// The ends of an outline that is one straight line and nothing else.
pub(super) fn straight(outline: &[Piece]) -> Option<(Pos2, Pos2)> {
    match *outline {
        [Piece::Move(from), Piece::Line(to)] => Some((from.into(), to.into())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_reaches_as_far_as_it_goes_and_no_further() {
        let rows = [
            (Piece::Cubic([[0.0, 100.0], [100.0, 100.0], [100.0, 0.0]]), 75.0),
            (Piece::Quad([[50.0, 100.0], [100.0, 0.0]]), 50.0),
        ];
        for (curve, expected) in rows {
            let found = bounds(&[Piece::Move([0.0, 0.0]), curve, Piece::Close]).unwrap();
            assert_eq!((found.left(), found.right(), found.top()), (0.0, 100.0, 0.0));
            assert!((found.bottom() - expected).abs() < 0.1, "{curve:?} {found:?}");
        }
        assert!(bounds(&[Piece::Close]).is_none());
        let outline = [Piece::Move([0.0, 0.0]), rows[0].0, Piece::Close];
        let found = bounds(&outline).unwrap();
        let mut out = Vec::new();
        freeform(&outline, found, EMU, &mut out);
        let xml = String::from_utf8(out).unwrap();
        assert!(
            xml.contains("<a:path w=\"635000\" h=\"476250\"><a:moveTo><a:pt x=\"0\" y=\"0\"/>")
        );
    }

    #[test]
    fn lengths_are_whole_and_never_beyond_what_readers_take() {
        let rows = [(1.0, 6350), (-0.5, -3175), (f32::NAN, 0), (f32::INFINITY, 2_000_000_000)];
        for (length, expected) in rows {
            assert_eq!(emu(length), expected, "{length}");
        }
    }
}
