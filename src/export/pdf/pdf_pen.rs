//! Draws items of a sheet on a page of PDF: text stays text, in the fonts it was laid out with.

use crate::scene::{Face, Item, Paint, Path, Role, Run, Segment, Stroke, Text, Theme};
use egui::{Pos2, Rect, Vec2};
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;
use std::ops::Range;

/// How far control points stand from the ends of a quarter circle of radius 1, for the least error:
/// 4/3 × (√2 − 1).
const QUARTER: f32 = 0.552_284_8;

/// Draws in the colours of a theme.
pub(super) struct PdfPen<'a> {
    theme: &'a Theme,
    /// Those that were needed; none: it cannot be read.
    fonts: HashMap<Face, Option<Font>>,
    /// Kept for the next run.
    glyphs: Vec<KrillaGlyph>,
}

impl<'a> PdfPen<'a> {
    /// A pen that has no font yet.
    pub(super) fn new(theme: &'a Theme) -> Self {
        Self { theme, fonts: HashMap::new(), glyphs: Vec::new() }
    }

    /// Draws a box, outline, band or text, moved by `by`.
    pub(super) fn item(&mut self, surface: &mut Surface<'_>, item: &Item, by: Vec2) {
        match item {
            Item::Rect { rect, radius, fill, stroke, .. } => {
                let path = boxed(rect.translate(by), *radius);
                self.outline(surface, path, *fill, stroke.as_ref());
            }
            Item::Path { path, fill, stroke } => {
                self.outline(surface, outline(path, by), *fill, stroke.as_ref());
            }
            Item::Band { points, base, fill } => {
                let Some((first, last)) = points.first().zip(points.last()) else { return };
                let mut path = PathBuilder::new();
                path.move_to(first.x + by.x, base + by.y);
                for at in points.iter() {
                    path.line_to(at.x + by.x, at.y + by.y);
                }
                path.line_to(last.x + by.x, base + by.y);
                path.close();
                self.outline(surface, path, Some(*fill), None);
            }
            Item::Text { at, text, paint } => self.text(surface, text, *at + by, *paint),
            Item::Image { rect, picture, radius } => {
                let (width, height) = picture.size();
                let rect = rect.translate(by);
                let Some(size) = Size::from_wh(rect.width(), rect.height()) else { return };
                let photo = picture.jpeg().map(|jpeg| Image::from_jpeg(jpeg.to_vec().into(), true));
                // Not every JPEG can be put into a PDF as it is.
                let image = photo
                    .and_then(Result::ok)
                    .unwrap_or_else(|| Image::from_rgba8(picture.rgba().to_vec(), width, height));
                let round = (*radius > 0.0).then(|| boxed(rect, *radius).finish()).flatten();
                if let Some(round) = &round {
                    surface.push_clip_path(round, &FillRule::NonZero);
                }
                surface.push_transform(&Transform::from_translate(rect.left(), rect.top()));
                surface.draw_image(image, size);
                surface.pop();
                if round.is_some() {
                    surface.pop();
                }
            }
            // The sheet takes these apart.
            Item::Drawn { .. } | Item::Group(_) => {}
        }
    }

    /// A box of one colour.
    pub(super) fn fill(&self, surface: &mut Surface<'_>, rect: Rect, paint: impl Into<Paint>) {
        self.outline(surface, boxed(rect, 0.0), Some(paint.into()), None);
    }

    /// A straight line.
    pub(super) fn line(
        &self,
        surface: &mut Surface<'_>,
        from: Pos2,
        to: Pos2,
        width: f32,
        role: Role,
    ) {
        let mut path = PathBuilder::new();
        path.move_to(from.x, from.y);
        path.line_to(to.x, to.y);
        let stroke = Stroke { width, paint: role.into(), dash: None };
        self.outline(surface, path, None, Some(&stroke));
    }

    fn outline(
        &self,
        surface: &mut Surface<'_>,
        path: PathBuilder,
        fill: Option<Paint>,
        stroke: Option<&Stroke>,
    ) {
        // krilla fills with black where it is given neither.
        let Some(path) = path.finish().filter(|_| fill.is_some() || stroke.is_some()) else {
            return;
        };
        surface.set_fill(fill.map(|paint| self.filling(paint)));
        surface.set_stroke(stroke.map(|stroke| self.edge(stroke)));
        surface.draw_path(&path);
    }

    fn color(&self, paint: Paint) -> (rgb::Color, NormalizedF32) {
        let [red, green, blue, alpha] = self.theme.rgba(paint);
        let opacity = NormalizedF32::new(f32::from(alpha) / 255.0);
        (rgb::Color::new(red, green, blue), opacity.unwrap_or(NormalizedF32::ONE))
    }

    fn filling(&self, paint: Paint) -> Fill {
        let (color, opacity) = self.color(paint);
        Fill { paint: color.into(), opacity, rule: FillRule::NonZero }
    }

    fn edge(&self, stroke: &Stroke) -> krilla::paint::Stroke {
        let stroke = self.theme.stroke(stroke);
        let (color, opacity) = self.color(stroke.paint);
        let dots = stroke.dash.is_some_and(|(dash, _)| dash <= 0.0);
        krilla::paint::Stroke {
            paint: color.into(),
            width: stroke.width,
            line_cap: if dots { LineCap::Round } else { LineCap::Butt },
            opacity,
            dash: stroke.dash.map(|(dash, gap)| StrokeDash { array: vec![dash, gap], offset: 0.0 }),
            ..Default::default()
        }
    }

    /// A text with its box's top left corner at `at`.
    pub(super) fn text(&mut self, surface: &mut Surface<'_>, text: &Text, at: Pos2, paint: Paint) {
        surface.set_fill(Some(self.filling(paint)));
        surface.set_stroke(None);
        for line in &text.lines {
            for run in &line.runs {
                if !text.inks.is_empty() {
                    surface.set_fill(Some(self.filling(text.paint_of(run, paint))));
                }
                let at = Point::from_xy(at.x + run.x, at.y + line.baseline);
                self.run(surface, &text.source, run, at);
            }
        }
    }

    fn run(&mut self, surface: &mut Surface<'_>, source: &str, run: &Run, at: Point) {
        let open = || {
            let font = run.face.bytes();
            let (data, _) = font.data.into_raw_parts();
            Font::new(data.into(), font.index)
        };
        let font = self.fonts.entry(run.face).or_insert_with(open).clone();
        // A soft hyphen: readers find the whole word then.
        let said = if run.is_hyphen() { Some("\u{ad}") } else { source.get(run.range.clone()) };
        let Some((font, said)) = font.zip(said).filter(|_| run.size > 0.0) else { return };
        glyphs(run, said, &mut self.glyphs);
        spell_out_missing(run.face, &mut self.glyphs);
        surface.draw_glyphs(at, &self.glyphs, font, said, run.size, false);
    }
}

/// The glyphs of a run that says `said`, each with the characters it stands for.
fn glyphs(run: &Run, said: &str, out: &mut Vec<KrillaGlyph>) {
    // Where the characters of one glyph, or of several that are one, begin and the next ones do.
    let mut starts: Vec<usize> =
        run.glyphs.iter().map(|glyph| begin(glyph.at, run, said)).collect();
    starts.push(said.len());
    starts.sort_unstable();
    starts.dedup();
    let characters = |at: usize| -> Range<usize> {
        let next = starts.partition_point(|start| *start <= at);
        let end = starts.get(next).copied().unwrap_or(said.len());
        // Soft hyphens are not searched for.
        let all = said.get(at..end).unwrap_or_default();
        let bare = all.trim_end_matches('\u{ad}');
        at..at + if bare.is_empty() { all.len() } else { bare.len() }
    };
    out.clear();
    let mut pen = 0.0;
    for glyph in &run.glyphs {
        out.push(KrillaGlyph {
            glyph_id: GlyphId::new(glyph.id.into()),
            text_range: characters(begin(glyph.at, run, said)),
            x_advance: glyph.advance / run.size,
            x_offset: (glyph.x - pen) / run.size,
            y_offset: -glyph.y / run.size,
            y_advance: 0.0,
            location: None,
        });
        pen += glyph.advance;
    }
}

/// Sees to it that what a font lacks is found by a search. The glyph that stands for all of it can
/// mean one text only, and in PDF it means none; two glyphs for one text have that text written
/// beside them.
fn spell_out_missing(face: Face, glyphs: &mut Vec<KrillaGlyph>) {
    let missing = |glyph: &KrillaGlyph| glyph.glyph_id == GlyphId::new(0);
    if !glyphs.iter().any(missing) {
        return;
    }
    let data = face.bytes();
    let space = FontRef::from_index(data.data.data(), data.index)
        .ok()
        .and_then(|font| font.charmap().map(' '))
        .map_or(GlyphId::new(0), |space| GlyphId::new(space.to_u32()));
    let mut all = Vec::with_capacity(glyphs.len() * 2);
    for glyph in glyphs.drain(..) {
        let beside = KrillaGlyph { glyph_id: space, x_advance: 0.0, ..glyph.clone() };
        let lacks = missing(&glyph);
        all.push(glyph);
        all.extend(lacks.then_some(beside));
    }
    *glyphs = all;
}

/// Where the characters of a glyph begin in what its run says: always between two of them.
fn begin(at: u32, run: &Run, said: &str) -> usize {
    let at = (at as usize).saturating_sub(run.range.start);
    said.floor_char_boundary(at)
}

fn outline(path: &Path, by: Vec2) -> PathBuilder {
    let mut out = PathBuilder::new();
    for segment in &path.segments {
        match *segment {
            Segment::Move(to) => out.move_to(to.x + by.x, to.y + by.y),
            Segment::Line(to) => out.line_to(to.x + by.x, to.y + by.y),
            Segment::Cubic(a, b, to) => {
                let (a, b, to) = (a + by, b + by, to + by);
                out.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y);
            }
            Segment::Close => out.close(),
        }
    }
    out
}

/// A box with round corners.
fn boxed(rect: Rect, radius: f32) -> PathBuilder {
    let mut path = PathBuilder::new();
    let size = rect.size().max(Vec2::ZERO);
    let (left, top) = (rect.left(), rect.top());
    let (right, bottom) = (left + size.x, top + size.y);
    let radius = radius.min(size.min_elem() / 2.0);
    if radius <= 0.0 {
        path.move_to(left, top);
        path.line_to(right, top);
        path.line_to(right, bottom);
        path.line_to(left, bottom);
        path.close();
        return path;
    }
    let near = radius * (1.0 - QUARTER);
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(right - near, top, right, top + near, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - near, right - near, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.cubic_to(left + near, bottom, left, bottom - near, left, bottom - radius);
    path.line_to(left, top + radius);
    path.cubic_to(left, top + near, left + near, top, left + radius, top);
    path.close();
    path
}
