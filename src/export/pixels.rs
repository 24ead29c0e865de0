//! Draws a part of a sheet as pixels, as the screen draws it.

use crate::scene::{
    Face, FontData, Item, PICTURE_MAX, Paint, Path, Picture, READABLE, Role, Run, Segment, Stroke,
    THINNEST, Text, Theme, VISIBLE, Visit, walk,
};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::collections::HashMap;
use std::sync::Arc;
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{self, Affine, BezPath, Cap, Join, RoundedRect, Shape};
use vello_cpu::peniko::ImageSampler;
use vello_cpu::{Glyph, Image, ImageSource, Pixmap, RenderContext, Resources};

/// How far round corners may be from round, in pixels.
const TOLERANCE: f64 = 0.1;

/// Draws bands of a sheet: full rows of pixels, from left to right. Keep one per thread.
pub(super) struct Painter<'a> {
    items: &'a [Item],
    theme: &'a Theme,
    /// Pixels for each document unit.
    scale: f32,
    paper: bool,
    context: RenderContext,
    resources: Resources,
    pixmap: Pixmap,
    fonts: HashMap<Face, FontData>,
    /// By what they were made of and their size.
    pictures: HashMap<(usize, u16, u16), Arc<Pixmap>>,
    /// The first row of the band, in pixels from the sheet's top.
    top: f32,
    /// What is seen of the sheet, in document units.
    part: Rect,
}

impl<'a> Painter<'a> {
    /// A painter of bands of `items` that are `width` by `height` pixels, with `scale` pixels for each
    /// document unit. Without `paper`, what is not drawn on is clear.
    pub(super) fn new(
        items: &'a [Item],
        theme: &'a Theme,
        scale: f32,
        paper: bool,
        width: u16,
        height: u16,
    ) -> Self {
        Self {
            items,
            theme,
            scale,
            paper,
            context: RenderContext::new(width, height),
            resources: Resources::new(),
            pixmap: Pixmap::new(width, height),
            fonts: HashMap::new(),
            pictures: HashMap::new(),
            top: 0.0,
            part: Rect::NOTHING,
        }
    }

    /// Draws the band that begins at row `top`: red, green, blue and alpha of each pixel, by which
    /// the colours are multiplied.
    pub(super) fn band(&mut self, top: u32) -> &[u8] {
        self.top = top as f32;
        let size = vec2(self.pixmap.width().into(), self.pixmap.height().into());
        let corner = pos2(0.0, self.top / self.scale);
        self.part = Rect::from_min_size(corner, size / self.scale);
        self.context.reset();
        if self.paper {
            self.paint(Role::Paper.into());
            let all = kurbo::Rect::new(0.0, 0.0, size.x.into(), size.y.into());
            self.context.fill_rect(&all);
        }
        let Ok(()) = walk(self.items, Some(self.part), &mut |visit| {
            if let Visit::Draw(item, by) | Visit::Shadow(item, by) = visit {
                self.item(item, by);
            }
            Ok::<(), std::convert::Infallible>(())
        });
        self.context.flush();
        self.context.render(&mut self.pixmap, &mut self.resources);
        self.pixmap.data_as_u8_slice()
    }

    /// A place of the sheet in the band.
    fn pixel(&self, at: Pos2) -> Pos2 {
        pos2(at.x * self.scale, at.y * self.scale - self.top)
    }

    fn paint(&mut self, paint: Paint) {
        let [red, green, blue, alpha] = self.theme.rgba(paint);
        self.context.set_paint(AlphaColor::<Srgb>::from_rgba8(red, green, blue, alpha));
    }

    fn item(&mut self, item: &Item, by: Vec2) {
        match item {
            Item::Rect { rect, radius, fill, stroke, .. } => {
                let rect = rect.translate(by);
                // Edges reach a little beyond it.
                if rect.is_negative() || !rect.expand(8.0).intersects(self.part) {
                    return;
                }
                let rect = Rect::from_min_max(self.pixel(rect.min), self.pixel(rect.max));
                let shape = kurbo::Rect::new(
                    rect.left().into(),
                    rect.top().into(),
                    rect.right().into(),
                    rect.bottom().into(),
                );
                let radius = (radius * self.scale).min(rect.size().min_elem() / 2.0);
                let path = || RoundedRect::from_rect(shape, f64::from(radius)).to_path(TOLERANCE);
                if let Some(fill) = fill {
                    self.paint(*fill);
                    match radius > 0.0 {
                        true => self.context.fill_path(&path()),
                        false => self.context.fill_rect(&shape),
                    }
                }
                if let Some(stroke) = stroke {
                    self.stroke(path(), stroke);
                }
            }
            Item::Path { path, fill, stroke } => {
                let path = self.path(path, by);
                if let Some(fill) = fill {
                    self.paint(*fill);
                    self.context.fill_path(&path);
                }
                if let Some(stroke) = stroke {
                    self.stroke(path, stroke);
                }
            }
            Item::Band { points, base, fill } => {
                let Some((first, last)) = points.first().zip(points.last()) else { return };
                let mut path = BezPath::new();
                path.move_to(self.point(pos2(first.x, *base) + by));
                points.iter().for_each(|at| path.line_to(self.point(*at + by)));
                path.line_to(self.point(pos2(last.x, *base) + by));
                path.close_path();
                self.paint(*fill);
                self.context.fill_path(&path);
            }
            Item::Text { at, text, paint } => self.text(text, *at + by, *paint),
            Item::Image { rect, picture, radius } => {
                self.image(rect.translate(by), picture, *radius);
            }
            // The sheet takes these apart.
            Item::Drawn { .. } | Item::Group(_) => {}
        }
    }

    /// A picture, scaled to the pixels it takes first: drawn smaller it would flicker.
    fn image(&mut self, rect: Rect, picture: &Picture, radius: f32) {
        if !rect.intersects(self.part) {
            return;
        }
        let (corner, size) = (self.pixel(rect.min), rect.size() * self.scale);
        let [width, height] =
            [size.x, size.y].map(|side| (side.round() as u32).clamp(1, PICTURE_MAX) as u16);
        let made = || {
            let pixels = picture.scaled(width.into(), height.into());
            let pixels = pixels.chunks_exact(4).map(|rgba| match *rgba {
                [r, g, b, a] => AlphaColor::<Srgb>::from_rgba8(r, g, b, a).premultiply().to_rgba8(),
                _ => AlphaColor::<Srgb>::TRANSPARENT.premultiply().to_rgba8(),
            });
            Arc::new(Pixmap::from_parts(pixels.collect(), width, height))
        };
        let pixmap = self.pictures.entry((picture.key(), width, height));
        let pixmap = pixmap.or_insert_with(made).clone();
        let stretch = Affine::translate((corner.x.into(), corner.y.into()))
            * Affine::scale_non_uniform(
                f64::from(size.x) / f64::from(width),
                f64::from(size.y) / f64::from(height),
            );
        self.context.set_paint(Image {
            image: ImageSource::Pixmap(pixmap),
            sampler: ImageSampler::default(),
        });
        self.context.set_paint_transform(stretch);
        let [left, top] = [corner.x, corner.y].map(f64::from);
        let [right, bottom] = [corner.x + size.x, corner.y + size.y].map(f64::from);
        let edge = kurbo::Rect::new(left, top, right, bottom);
        match radius > 0.0 {
            true => {
                let round = kurbo::RoundedRect::from_rect(edge, f64::from(radius * self.scale));
                self.context.fill_path(&round.to_path(TOLERANCE));
            }
            false => self.context.fill_rect(&edge),
        }
        self.context.reset_paint_transform();
    }

    fn point(&self, at: Pos2) -> kurbo::Point {
        let at = self.pixel(at);
        kurbo::Point::new(at.x.into(), at.y.into())
    }

    fn path(&self, path: &Path, by: Vec2) -> BezPath {
        let mut drawn = BezPath::new();
        let at = |at: Pos2| self.point(at + by);
        for segment in &path.segments {
            match *segment {
                Segment::Move(to) => drawn.move_to(at(to)),
                // An outline has to begin somewhere.
                _ if drawn.elements().is_empty() => {}
                Segment::Line(to) => drawn.line_to(at(to)),
                Segment::Cubic(a, b, to) => drawn.curve_to(at(a), at(b), at(to)),
                Segment::Close => drawn.close_path(),
            }
        }
        drawn
    }

    fn stroke(&mut self, path: BezPath, stroke: &Stroke) {
        let stroke = &self.theme.stroke(stroke);
        let width = f64::from((stroke.width * self.scale).max(THINNEST));
        let scale = f64::from(self.scale);
        self.paint(stroke.paint);
        if let Some((dash, gap)) = stroke.dash
            && dash <= 0.0
        {
            let dots = dots(&path, f64::from(gap) * scale, width / 2.0);
            return self.context.fill_path(&dots);
        }
        let mut style = kurbo::Stroke::new(width).with_caps(Cap::Butt).with_join(Join::Round);
        if let Some((dash, gap)) = stroke.dash {
            style = style.with_dashes(0.0, [f64::from(dash) * scale, f64::from(gap) * scale]);
        }
        self.context.set_stroke(style);
        self.context.stroke_path(&path);
    }

    fn text(&mut self, text: &Text, at: Pos2, paint: Paint) {
        for line in &text.lines {
            let baseline = at.y + line.baseline;
            // No letter reaches further than this from its baseline.
            let reach = 2.0 * line.runs.iter().map(|run| run.size).fold(0.0, f32::max);
            if baseline + reach < self.part.top() || baseline - reach > self.part.bottom() {
                continue;
            }
            for run in &line.runs {
                self.run(run, pos2(at.x + run.x, baseline), text.paint_of(run, paint));
            }
        }
    }

    /// A run from its place on the baseline.
    fn run(&mut self, run: &Run, at: Pos2, paint: Paint) {
        let size = run.size * self.scale;
        let at = self.pixel(at);
        if size < VISIBLE {
            return;
        }
        if size < READABLE && run.face != Face::Emoji {
            let bar = run.bar(at, self.scale);
            self.paint(Paint { alpha: paint.alpha / 2, ..paint });
            let [left, top] = [bar.left(), bar.top()].map(f64::from);
            let [right, bottom] = [bar.right(), bar.bottom()].map(f64::from);
            self.context.fill_rect(&kurbo::Rect::new(left, top, right, bottom));
            return;
        }
        self.paint(paint);
        let font = self.fonts.entry(run.face).or_insert_with(|| run.face.bytes());
        let glyphs = run.glyphs.iter().map(|glyph| Glyph {
            id: glyph.id.into(),
            x: at.x + glyph.x * self.scale,
            y: at.y + glyph.y * self.scale,
        });
        let builder = self.context.glyph_run(&mut self.resources, font);
        builder.font_size(size).hint(false).fill_glyphs(glyphs);
    }
}

/// Round dots along a path, `gap` apart from middle to middle.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: another crate's")]
fn dots(path: &BezPath, gap: f64, radius: f64) -> BezPath {
    let mut dots = BezPath::new();
    // Closer than this they look like a line, and cost much.
    let gap = gap.max(radius).max(0.5);
    // How far it is from the last place to the next dot.
    let mut left = 0.0;
    let mut flat = Vec::new();
    kurbo::flatten(path, TOLERANCE, |piece| flat.push(piece));
    let mut before = kurbo::Point::ZERO;
    for piece in flat {
        match piece {
            kurbo::PathEl::MoveTo(to) => (before, left) = (to, 0.0),
            kurbo::PathEl::LineTo(to) => {
                let length = before.distance(to);
                let mut along = left;
                while along < length {
                    let middle = before.lerp(to, along / length);
                    dots.extend(kurbo::Circle::new(middle, radius).path_elements(TOLERANCE));
                    along += gap;
                }
                left = along - length;
                before = to;
            }
            _ => {}
        }
    }
    dots
}
