//! Glyphs as outlines in SVG: each once, in the units of its font, and used wherever it stands.

use super::escape::{digits, number};
use crate::scene::Face;
use skrifa::color::{Brush, ColorPainter, CompositeMode, Transform};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider;
use skrifa::raw::types::BoundingBox;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::HashMap;

/// The glyphs that are used in a document.
#[derive(Default)]
pub struct Glyphs {
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
    pub fn font(&mut self, face: Face) -> (usize, f32) {
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
    pub fn define(&mut self, font: usize, glyph: u16) -> Option<&str> {
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
        match font.color_glyphs().get(id) {
            Some(color) => {
                let mut painter = Layers { font: &font, out: &mut inside, moved: Vec::new() };
                if color.paint(LocationRef::default(), &mut painter).is_err() {
                    inside.clear();
                }
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
                outline(&font, id, &mut inside);
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

/// Adds a glyph's outline as path data in font units, y down. Nothing where it has none.
fn outline(font: &FontRef<'_>, glyph: GlyphId, out: &mut Vec<u8>) {
    let Some(outline) = font.outline_glyphs().get(glyph) else { return };
    let start = out.len();
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    if outline.draw(settings, &mut Pen { out }).is_err() {
        out.truncate(start);
    }
}

/// Writes an outline as path data.
struct Pen<'a> {
    out: &'a mut Vec<u8>,
}

impl Pen<'_> {
    fn command(&mut self, letter: u8, points: &[(f32, f32)]) {
        self.out.push(letter);
        for (place, (x, y)) in points.iter().enumerate() {
            if place > 0 {
                self.out.push(b' ');
            }
            number(*x, 1, self.out);
            self.out.push(b' ');
            number(-*y, 1, self.out);
        }
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.command(b'M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.command(b'L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.command(b'Q', &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.command(b'C', &[(ax, ay), (bx, by), (x, y)]);
    }

    fn close(&mut self) {
        self.out.push(b'Z');
    }
}

/// Writes the layers of a coloured glyph as filled paths. Gradients become their middle colour: the
/// bundled emoji have none.
struct Layers<'a> {
    font: &'a FontRef<'a>,
    out: &'a mut Vec<u8>,
    /// The transforms that hold now.
    moved: Vec<Transform>,
}

impl ColorPainter for Layers<'_> {
    fn push_transform(&mut self, transform: Transform) {
        self.moved.push(transform);
    }

    fn pop_transform(&mut self) {
        self.moved.pop();
    }

    fn fill_glyph(&mut self, glyph: GlyphId, _: Option<Transform>, brush: Brush<'_>) {
        let (index, alpha) = match brush {
            Brush::Solid { palette_index, alpha } => (palette_index, alpha),
            Brush::LinearGradient { color_stops, .. }
            | Brush::RadialGradient { color_stops, .. }
            | Brush::SweepGradient { color_stops, .. } => {
                let Some(stop) = color_stops.get(color_stops.len() / 2) else { return };
                (stop.palette_index, stop.alpha)
            }
        };
        let mut path = Vec::new();
        outline(self.font, glyph, &mut path);
        if path.is_empty() {
            return;
        }
        self.out.extend(b"<path");
        let palettes = self.font.color_palettes();
        let color =
            palettes.get(0).and_then(|palette| palette.colors().get(usize::from(index)).copied());
        // Without a palette's colour it has that of the text around it.
        if let Some(color) = color {
            let [red, green, blue] = [color.red, color.green, color.blue];
            self.out.extend(format!(" fill=\"#{red:02x}{green:02x}{blue:02x}\"").as_bytes());
            let alpha = alpha * f32::from(color.alpha) / 255.0;
            if alpha < 0.999 {
                self.out.extend(b" fill-opacity=\"");
                number(alpha, 3, self.out);
                self.out.push(b'"');
            }
        }
        for Transform { xx, yx, xy, yy, dx, dy } in &self.moved {
            // The outline is turned over, so what moves it is too.
            let text = format!(" transform=\"matrix({xx} {} {} {yy} {dx} {})\"", -yx, -xy, -dy);
            self.out.extend(text.as_bytes());
        }
        self.out.extend(b" d=\"");
        self.out.extend(&path);
        self.out.extend(b"\"/>");
    }

    fn push_clip_glyph(&mut self, _: GlyphId) {}

    fn push_clip_box(&mut self, _: BoundingBox<f32>) {}

    fn pop_clip(&mut self) {}

    fn fill(&mut self, _: Brush<'_>) {}

    fn push_layer(&mut self, _: CompositeMode) {}

    fn pop_layer(&mut self) {}
}
