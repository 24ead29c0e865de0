//! What a glyph looks like: one outline in the colour of its text, or layers in colours of their own.

use skrifa::color::{Brush, ColorPainter, CompositeMode, Transform};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::types::BoundingBox;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// A piece of an outline, in font units, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece {
    Move([f32; 2]),
    Line([f32; 2]),
    Quad([[f32; 2]; 2]),
    Cubic([[f32; 2]; 3]),
    Close,
}

impl Piece {
    /// With all its points where `place` puts them.
    pub(super) fn placed(self, place: impl Fn([f32; 2]) -> [f32; 2]) -> Self {
        match self {
            Self::Move(to) => Self::Move(place(to)),
            Self::Line(to) => Self::Line(place(to)),
            Self::Quad(points) => Self::Quad(points.map(place)),
            Self::Cubic(points) => Self::Cubic(points.map(place)),
            Self::Close => Self::Close,
        }
    }
}

/// A layer of a coloured glyph.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    /// Its outline before it is moved.
    pub outline: Vec<Piece>,
    /// Red, green and blue; none: the colour of the text.
    pub color: Option<[u8; 3]>,
    /// How solid it is, 0 to 1.
    pub opacity: f32,
    /// What moves it, the outermost first: xx, yx, xy, yy, dx, dy, with y down.
    pub moved: Vec<[f32; 6]>,
}

/// The layers of a glyph; none where it is not coloured. A layer without an outline is left out.
pub(super) fn layers(font: &FontRef<'_>, glyph: GlyphId) -> Option<Vec<Layer>> {
    let color = font.color_glyphs().get(glyph)?;
    let mut painter = Layers { font, found: Vec::new(), moved: Vec::new() };
    Some(match color.paint(LocationRef::default(), &mut painter) {
        Ok(()) => painter.found,
        Err(_) => Vec::new(),
    })
}

/// The outline of a glyph; empty where it has none.
pub(super) fn outline(font: &FontRef<'_>, glyph: GlyphId) -> Vec<Piece> {
    let mut pen = Pen(Vec::new());
    let Some(outline) = font.outline_glyphs().get(glyph) else { return pen.0 };
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    match outline.draw(settings, &mut pen) {
        Ok(_) => pen.0,
        Err(_) => Vec::new(),
    }
}

struct Pen(Vec<Piece>);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Piece::Move([x, -y]));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(Piece::Line([x, -y]));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.push(Piece::Quad([[cx, -cy], [x, -y]]));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.push(Piece::Cubic([[ax, -ay], [bx, -by], [x, -y]]));
    }

    fn close(&mut self) {
        self.0.push(Piece::Close);
    }
}

/// Collects the layers of a coloured glyph. Gradients become their middle colour: the bundled emoji
/// have none.
struct Layers<'a> {
    font: &'a FontRef<'a>,
    found: Vec<Layer>,
    /// The transforms that hold now.
    moved: Vec<[f32; 6]>,
}

impl ColorPainter for Layers<'_> {
    fn push_transform(&mut self, Transform { xx, yx, xy, yy, dx, dy }: Transform) {
        // The outline is turned over, so what moves it is too.
        self.moved.push([xx, -yx, -xy, yy, dx, -dy]);
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
        let outline = outline(self.font, glyph);
        if outline.is_empty() {
            return;
        }
        let palettes = self.font.color_palettes();
        // Without a palette's colour it has that of the text around it.
        let color =
            palettes.get(0).and_then(|palette| palette.colors().get(usize::from(index)).copied());
        let opacity = color.map_or(1.0, |color| alpha * f32::from(color.alpha) / 255.0);
        let color = color.map(|color| [color.red, color.green, color.blue]);
        self.found.push(Layer { outline, color, opacity, moved: self.moved.clone() });
    }

    fn push_clip_glyph(&mut self, _: GlyphId) {}

    fn push_clip_box(&mut self, _: BoundingBox<f32>) {}

    fn pop_clip(&mut self) {}

    fn fill(&mut self, _: Brush<'_>) {}

    fn push_layer(&mut self, _: CompositeMode) {}

    fn pop_layer(&mut self) {}
}
