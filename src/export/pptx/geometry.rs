//! Places, lengths and outlines as slides have them.

use crate::export::escape::digits;
use crate::scene::{Path, Segment};
use egui::{Pos2, Rect, Vec2, pos2};

/// EMU (1/914,400 inch) for each page unit: a slide is 13⅓ inches wide.
const EMU: f32 = 6350.0;
/// How many pieces a curve is looked at in, to see how far it reaches.
const PIECES: usize = 16;

/// A length of page units as EMU.
pub(super) fn emu(length: f32) -> i64 {
    // What is no number is 0; what is beyond any slide stays a number that readers take.
    (f64::from(length) * f64::from(EMU)).round().clamp(-2e9, 2e9) as i64
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
    let [left, top, right, bottom] = sides(rect);
    for (name, x, y, value) in
        [(at, "x", "y", (left, top)), (size, "cx", "cy", (right - left, bottom - top))]
    {
        out.extend(format!("<a:{name} {x}=\"{}\" {y}=\"{}\"/>", value.0, value.1).as_bytes());
    }
}

/// Its sides in EMU; none is before the other.
fn sides(rect: Rect) -> [i64; 4] {
    let [left, top] = [emu(rect.left()), emu(rect.top())];
    [left, top, emu(rect.right()).max(left), emu(rect.bottom()).max(top)]
}

/// How far an outline reaches; none where it has no place.
pub(super) fn bounds(segments: &[Segment]) -> Option<Rect> {
    let mut found: Option<Rect> = None;
    let mut reach = |to: Pos2| {
        let at = Rect::from_min_max(to, to);
        found = Some(found.map_or(at, |found| found.union(at)));
    };
    let mut before = Pos2::ZERO;
    for segment in segments {
        match *segment {
            Segment::Move(to) | Segment::Line(to) => {
                reach(to);
                before = to;
            }
            Segment::Cubic(a, b, to) => {
                reach(to);
                // A curve stays between its points: most reach no further than their ends.
                let ends = Rect::from_two_pos(before, to);
                let beyond = !(ends.contains(a) && ends.contains(b));
                for piece in 1..if beyond { PIECES } else { 0 } {
                    let t = piece as f32 / PIECES as f32;
                    let u = 1.0 - t;
                    let weight = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
                    let points = [before, a, b, to];
                    let sum = |axis: fn(Pos2) -> f32| -> f32 {
                        weight.into_iter().zip(points).map(|(w, at)| w * axis(at)).sum()
                    };
                    reach(pos2(sum(|at| at.x), sum(|at| at.y)));
                }
                before = to;
            }
            Segment::Close => {}
        }
    }
    found.filter(|rect| rect.is_finite())
}

/// Adds an outline, of which `rect` is the box, as a shape of its own.
pub(super) fn freeform(segments: &[Segment], rect: Rect, out: &mut Vec<u8>) {
    let [left, top, right, bottom] = sides(rect);
    out.extend(
        b"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>\
        <a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>",
    );
    out.extend(format!("<a:path w=\"{}\" h=\"{}\">", right - left, bottom - top).as_bytes());
    let point = |at: Pos2, out: &mut Vec<u8>| {
        out.extend(b"<a:pt x=\"");
        whole(emu(at.x) - left, out);
        out.extend(b"\" y=\"");
        whole(emu(at.y) - top, out);
        out.extend(b"\"/>");
    };
    let mut begun = false;
    for segment in segments {
        match *segment {
            Segment::Move(to) => {
                out.extend(b"<a:moveTo>");
                point(to, out);
                out.extend(b"</a:moveTo>");
                begun = true;
            }
            // An outline has to begin somewhere.
            _ if !begun => {}
            Segment::Line(to) => {
                out.extend(b"<a:lnTo>");
                point(to, out);
                out.extend(b"</a:lnTo>");
            }
            Segment::Cubic(a, b, to) => {
                out.extend(b"<a:cubicBezTo>");
                [a, b, to].into_iter().for_each(|at| point(at, out));
                out.extend(b"</a:cubicBezTo>");
            }
            Segment::Close => out.extend(b"<a:close/>"),
        }
    }
    out.extend(b"</a:path></a:pathLst></a:custGeom>");
}

/// The pieces of an outline, moved.
pub(super) fn moved(path: &Path, by: Vec2) -> Vec<Segment> {
    let piece = |segment: &Segment| match *segment {
        Segment::Move(to) => Segment::Move(to + by),
        Segment::Line(to) => Segment::Line(to + by),
        Segment::Cubic(a, b, to) => Segment::Cubic(a + by, b + by, to + by),
        Segment::Close => Segment::Close,
    };
    path.segments.iter().map(piece).collect()
}

/// The ends of an outline that is one straight line and nothing else.
pub(super) fn straight(segments: &[Segment]) -> Option<(Pos2, Pos2)> {
    match *segments {
        [Segment::Move(from), Segment::Line(to)] => Some((from, to)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_reaches_as_far_as_it_goes_and_no_further() {
        let segments = [
            Segment::Move(pos2(0.0, 0.0)),
            Segment::Cubic(pos2(0.0, 100.0), pos2(100.0, 100.0), pos2(100.0, 0.0)),
            Segment::Close,
        ];
        let found = bounds(&segments).unwrap();
        assert_eq!((found.left(), found.right(), found.top()), (0.0, 100.0, 0.0));
        assert!((found.bottom() - 75.0).abs() < 0.1, "{found:?}");
        assert!(bounds(&[Segment::Close]).is_none());
        let mut out = Vec::new();
        freeform(&segments, found, &mut out);
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
