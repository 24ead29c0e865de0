//! Emoji and icons as shapes: slides are shown where nobody has their fonts. Each is written once and
//! kept: it stands on many slides.

use super::geometry::{bounds, freeform};
use crate::export::outlines::{Piece, layers, outline};
use crate::scene::{Face, FontData, Run};
use egui::{Pos2, Rect, pos2};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId};
use std::collections::HashMap;
use std::rc::Rc;

/// How many whole numbers there are for an em in the outline of a glyph: more than a projector has pixels
/// for a letter.
const EM: f32 = 2048.0;

/// The fonts and glyphs that were needed so far.
#[derive(Default)]
pub(super) struct Letters {
    fonts: HashMap<Face, FontData>,
    glyphs: HashMap<(Face, u32), Rc<[LetterLayer]>>,
}

/// What a glyph looks like in one colour.
struct LetterLayer {
    /// How far it reaches from its place on the baseline, in ems.
    reach: Rect,
    /// What a shape of it has as its geometry, whatever its size.
    geometry: Rc<[u8]>,
    /// Its own colour and how solid it is; none: that of the text.
    color: Option<([u8; 3], f32)>,
}

/// A shape of one colour.
pub(super) struct LetterShape {
    /// Where it stands, in page units.
    pub rect: Rect,
    /// Its outline, as the geometry of a shape.
    pub geometry: Rc<[u8]>,
    /// Its own colour and how solid it is; none: that of the text.
    pub color: Option<([u8; 3], f32)>,
}

impl Letters {
    /// The shapes of a run, in the order they are painted, from its place on the baseline.
    pub(super) fn shapes(&mut self, run: &Run, at: Pos2) -> Vec<LetterShape> {
        let data = self.fonts.entry(run.face).or_insert_with(|| run.face.bytes());
        let mut shapes = Vec::new();
        for glyph in &run.glyphs {
            let id = u32::from(glyph.id);
            let layers = self.glyphs.entry((run.face, id)).or_insert_with(|| written(data, id));
            let origin = at.to_vec2() + pos2(glyph.x, glyph.y).to_vec2();
            shapes.extend(layers.iter().map(|layer| LetterShape {
                rect: (layer.reach * run.size).translate(origin),
                geometry: Rc::clone(&layer.geometry),
                color: layer.color,
            }));
        }
        shapes
    }
}

/// What a glyph is made of; nothing where a font has nothing to draw for it.
fn written(data: &FontData, glyph: u32) -> Rc<[LetterLayer]> {
    let Ok(font) = FontRef::from_index(data.data.data(), data.index) else { return Rc::new([]) };
    let units = font.head().map_or(1000, |head| head.units_per_em()).max(1);
    let scale = EM / f32::from(units);
    let id = GlyphId::from(glyph);
    let layer = |outline: &[Piece], moved: &[[f32; 6]], color| {
        let place = |at| moved.iter().rev().fold(at, by).map(|at| at * scale);
        let outline: Vec<Piece> = outline.iter().map(|piece| piece.placed(place)).collect();
        let reach = bounds(&outline)?;
        let mut geometry = Vec::new();
        freeform(&outline, reach, 1.0, &mut geometry);
        Some(LetterLayer { reach: reach / EM, geometry: geometry.into(), color })
    };
    match layers(&font, id) {
        Some(layers) => {
            let colored = layers.iter().filter_map(|one| {
                layer(&one.outline, &one.moved, one.color.map(|color| (color, one.opacity)))
            });
            colored.collect()
        }
        None => layer(&outline(&font, id), &[], None).into_iter().collect(),
    }
}

/// A place moved by a transform.
fn by([x, y]: [f32; 2], [xx, yx, xy, yy, dx, dy]: &[f32; 6]) -> [f32; 2] {
    [x * xx + y * xy + dx, x * yx + y * yy + dy]
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
                let bounds = shape.rect;
                assert!(bounds.left() > 95.0 && bounds.right() < 155.0, "{bounds:?}");
                assert!(bounds.top() > 50.0 && bounds.bottom() < 115.0, "{bounds:?}");
                assert!(bounds.width() > 1.0 && bounds.height() > 1.0, "{bounds:?}");
            }
        }
    }
}
