//! Emoji and icons as shapes: slides are shown where nobody has their fonts.

use crate::export::outlines::{Piece, layers, outline};
use crate::scene::{Face, FontData, Run, Segment};
use egui::{Pos2, pos2};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId};
use std::collections::HashMap;

/// The fonts that were needed so far.
#[derive(Default)]
pub(super) struct Letters {
    fonts: HashMap<Face, FontData>,
}

/// A shape of one colour.
pub(super) struct LetterShape {
    pub segments: Vec<Segment>,
    /// Its own colour and how solid it is; none: that of the text.
    pub color: Option<([u8; 3], f32)>,
}

impl Letters {
    /// The shapes of a run, in the order they are painted, from its place on the baseline.
    pub(super) fn shapes(&mut self, run: &Run, at: Pos2) -> Vec<LetterShape> {
        let data = self.fonts.entry(run.face).or_insert_with(|| run.face.bytes());
        let Ok(font) = FontRef::from_index(data.data.data(), data.index) else { return Vec::new() };
        let units = font.head().map_or(1000, |head| head.units_per_em()).max(1);
        let scale = run.size / f32::from(units);
        let mut shapes = Vec::new();
        for glyph in &run.glyphs {
            let id = GlyphId::from(glyph.id);
            let origin = pos2(at.x + glyph.x, at.y + glyph.y);
            let place = |[x, y]: [f32; 2]| pos2(origin.x + x * scale, origin.y + y * scale);
            match layers(&font, id) {
                Some(layers) => shapes.extend(layers.into_iter().map(|layer| {
                    let moved = |at: [f32; 2]| place(layer.moved.iter().rev().fold(at, by));
                    let color = layer.color.map(|color| (color, layer.opacity));
                    LetterShape { segments: segments(&layer.outline, moved), color }
                })),
                None => {
                    let segments = segments(&outline(&font, id), place);
                    shapes.push(LetterShape { segments, color: None });
                }
            }
        }
        shapes.retain(|shape| !shape.segments.is_empty());
        shapes
    }
}

/// A place moved by a transform.
fn by([x, y]: [f32; 2], [xx, yx, xy, yy, dx, dy]: &[f32; 6]) -> [f32; 2] {
    [x * xx + y * xy + dx, x * yx + y * yy + dy]
}

fn segments(pieces: &[Piece], place: impl Fn([f32; 2]) -> Pos2) -> Vec<Segment> {
    let mut before = Pos2::ZERO;
    let mut found = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let segment = match *piece {
            Piece::Move(to) => Segment::Move(place(to)),
            Piece::Line(to) => Segment::Line(place(to)),
            Piece::Quad([control, to]) => {
                let (control, to) = (place(control), place(to));
                // The same curve with two control points.
                Segment::Cubic(before.lerp(control, 2.0 / 3.0), to.lerp(control, 2.0 / 3.0), to)
            }
            Piece::Cubic([a, b, to]) => Segment::Cubic(place(a), place(b), place(to)),
            Piece::Close => Segment::Close,
        };
        if let Segment::Move(to) | Segment::Line(to) | Segment::Cubic(_, _, to) = segment {
            before = to;
        }
        found.push(segment);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Align, TextEngine, TextStyle};

    #[test]
    fn an_emoji_has_colours_and_an_icon_has_none() {
        for (face, said, colored) in
            [(Face::Regular, "👩‍🚀", true), (Face::Icons, &*crate::scene::icon::X.to_string(), false)]
        {
            let style = TextStyle { face, size: 40.0, line_height: 50.0, align: Align::Start };
            let text = TextEngine::new().layout(said, &style, None);
            let run = &text.lines[0].runs[0];
            let shapes = Letters::default().shapes(run, pos2(100.0, 100.0));
            assert_eq!(shapes.iter().any(|shape| shape.color.is_some()), colored, "{said}");
            assert_eq!(shapes.len() > 1, colored, "{said}");
            for shape in &shapes {
                let bounds = super::super::geometry::bounds(&shape.segments).unwrap();
                assert!(bounds.left() > 95.0 && bounds.right() < 155.0, "{bounds:?}");
                assert!(bounds.top() > 50.0 && bounds.bottom() < 115.0, "{bounds:?}");
            }
        }
    }
}
