//! Glyphs as outlines in SVG: each once, in the units of its font, and used wherever it stands.

use super::escape::{digits, number};
use super::outlines::{Layer, Piece, layers, outline};
use crate::scene::Face;
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId};
use std::collections::HashMap;

/// The glyphs that are used in a document.
#[derive(Default)]
pub(super) struct Glyphs {
    /// What defines them: goes before what uses them.
    pub defs: Vec<u8>,
    /// In the order they were needed: a font's number among the system's depends on what else the
    /// program has shown.
    fonts: Vec<Font>,
    by_face: HashMap<Face, usize>,
}

/// A font of the document.
struct Font {
    data: crate::scene::FontData,
    /// What its glyphs' names begin with.
    name: String,
    units_per_em: f32,
    /// Whether each glyph, by its number, has anything to draw; none: nobody asked yet.
    drawn: Vec<Option<bool>>,
}

impl Glyphs {
    /// The number of a font in the document, and how many units its em is.
    pub(super) fn font(&mut self, face: Face) -> (usize, f32) {
        let fonts = &mut self.fonts;
        let number = *self.by_face.entry(face).or_insert_with(|| {
            let data = face.bytes();
            let font = FontRef::from_index(data.data.data(), data.index);
            let units = font.ok().and_then(|font| Some(font.head().ok()?.units_per_em()));
            let units_per_em = f32::from(units.unwrap_or(1000).max(1));
            let name = format!("f{}-", fonts.len() + 1);
            fonts.push(Font { data, name, units_per_em, drawn: Vec::new() });
            fonts.len() - 1
        });
        (number, fonts.get(number).map_or(1000.0, |font| font.units_per_em))
    }

    /// Sees to it that a glyph of the font of this number is defined, and gives what its name begins
    /// with; none where there is nothing to draw.
    pub(super) fn define(&mut self, font: usize, glyph: u16) -> Option<&str> {
        let font = self.fonts.get_mut(font)?;
        let index = usize::from(glyph);
        if font.drawn.len() <= index {
            font.drawn.resize(index + 1, None);
        }
        let known = font.drawn.get(index).copied().flatten();
        let drawn = known.unwrap_or_else(|| {
            let drawn = font.write(glyph, &mut self.defs);
            font.drawn[index] = Some(drawn);
            drawn
        });
        drawn.then_some(font.name.as_str())
    }
}

impl Font {
    /// Writes the definition of a glyph; false where there is nothing to draw.
    fn write(&self, glyph: u16, defs: &mut Vec<u8>) -> bool {
        let Ok(font) = FontRef::from_index(self.data.data.data(), self.data.index) else {
            return false;
        };
        let id = GlyphId::from(glyph);
        let mut inside = Vec::new();
        match layers(&font, id) {
            Some(layers) => {
                layers.iter().for_each(|layer| filled(layer, &mut inside));
                if inside.is_empty() {
                    return false;
                }
                defs.extend(b"<g id=\"");
                self.id(glyph, defs);
                defs.extend(b"\">");
                defs.extend(&inside);
                defs.extend(b"</g>\n");
            }
            None => {
                data(&outline(&font, id), &mut inside);
                if inside.is_empty() {
                    return false;
                }
                defs.extend(b"<path id=\"");
                self.id(glyph, defs);
                defs.extend(b"\" d=\"");
                defs.extend(&inside);
                defs.extend(b"\"/>\n");
            }
        }
        true
    }

    fn id(&self, glyph: u16, out: &mut Vec<u8>) {
        out.extend(self.name.as_bytes());
        digits(glyph.into(), 1, out);
    }
}

/// Adds an outline as path data.
fn data(outline: &[Piece], out: &mut Vec<u8>) {
    for piece in outline {
        let (letter, points) = match piece {
            Piece::Move(to) => (b'M', std::slice::from_ref(to)),
            Piece::Line(to) => (b'L', std::slice::from_ref(to)),
            Piece::Quad(points) => (b'Q', &points[..]),
            Piece::Cubic(points) => (b'C', &points[..]),
            Piece::Close => (b'Z', &[][..]),
        };
        out.push(letter);
        for (place, [x, y]) in points.iter().enumerate() {
            if place > 0 {
                out.push(b' ');
            }
            number(*x, 1, out);
            out.push(b' ');
            number(*y, 1, out);
        }
    }
}

/// Adds a layer of a coloured glyph as a filled path.
fn filled(layer: &Layer, out: &mut Vec<u8>) {
    out.extend(b"<path");
    if let Some([red, green, blue]) = layer.color {
        out.extend(format!(" fill=\"#{red:02x}{green:02x}{blue:02x}\"").as_bytes());
        if layer.opacity < 0.999 {
            out.extend(b" fill-opacity=\"");
            number(layer.opacity, 3, out);
            out.push(b'"');
        }
    }
    for (place, [xx, yx, xy, yy, dx, dy]) in layer.moved.iter().enumerate() {
        out.extend(if place == 0 { &b" transform=\""[..] } else { b" " });
        out.extend(format!("matrix({xx} {yx} {xy} {yy} {dx} {dy})").as_bytes());
    }
    if !layer.moved.is_empty() {
        out.push(b'"');
    }
    out.extend(b" d=\"");
    data(&layer.outline, out);
    out.extend(b"\"/>");
}
