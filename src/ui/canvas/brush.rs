//! Paints what the scene draws: the screen's match on item kinds.
//!
//! Everything is painted in screen points at the size it has there, so text is crisp at every zoom.

use super::galleys::{self, Galleys};
use super::outlines::{flattened, rounded};
use super::textures::Textures;
use super::words;
use crate::scene::{
    CardBox, Drawing, Face, Item, Paint, Path, Picture, READABLE, Role, Rule, SHADOW, Stroke,
    THINNEST, Text, Theme, UNTINTED, VISIBLE, begins_at,
};
use egui::epaint::text::FontsView;
use egui::epaint::{PathShape, RectShape, TextShape};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Pos2, Rect, Shape, StrokeKind, Vec2, pos2, vec2,
};
use std::sync::Arc;

/// Paints drawings at a place and a zoom.
pub(crate) struct Brush<'a, 'f> {
    fonts: &'a mut FontsView<'f>,
    galleys: &'a mut Galleys,
    theme: &'a Theme,
    /// Where the map's top left corner is, in screen points.
    pub origin: Pos2,
    /// Screen points per document unit.
    pub zoom: f32,
    /// The zoom that text is drawn at, and that says how much is drawn: stepped while the zoom
    /// changes.
    pub text_zoom: f32,
    /// Names and the first words of cards are drawn large enough to read, however far away.
    pub legible: bool,
    /// What is outside is left out, in screen points.
    pub clip: Rect,
    /// How far text is moved within what is drawn, in document units: titles that stay in view.
    pub text_shift: Vec2,
    /// 1 is solid; what is being dragged is thinned.
    pub opacity: f32,
    /// Pictures on the graphics card; none: quiet fields stand in their places.
    pub textures: Option<&'a mut Textures>,
    /// What has been painted.
    pub shapes: Vec<Shape>,
}

impl<'a, 'f> Brush<'a, 'f> {
    /// A brush for a map whose corner is at `origin`.
    pub(crate) fn new(
        fonts: &'a mut FontsView<'f>,
        galleys: &'a mut Galleys,
        theme: &'a Theme,
        origin: Pos2,
        zoom: f32,
        clip: Rect,
    ) -> Self {
        Self {
            fonts,
            galleys,
            theme,
            origin,
            zoom,
            text_zoom: zoom,
            legible: false,
            text_shift: Vec2::ZERO,
            clip,
            opacity: 1.0,
            textures: None,
            shapes: Vec::new(),
        }
    }

    /// A place of the map on the screen.
    pub(crate) fn screen(&self, at: Pos2) -> Pos2 {
        self.origin + at.to_vec2() * self.zoom
    }

    /// A box of the map on the screen.
    pub(crate) fn screen_rect(&self, rect: Rect) -> Rect {
        Rect::from_min_max(self.screen(rect.min), self.screen(rect.max))
    }

    /// The part of the map that is seen, in document units.
    pub(crate) fn visible(&self) -> Rect {
        let doc = |at: Pos2| ((at - self.origin) / self.zoom).to_pos2();
        Rect::from_min_max(doc(self.clip.min), doc(self.clip.max))
    }

    /// The colour of `paint` in the theme.
    pub(crate) fn color(&self, paint: impl Into<Paint>) -> Color32 {
        colored(self.theme, self.opacity, paint)
    }

    /// A drawing with its top left corner at `at` (document units).
    pub(crate) fn drawing(&mut self, drawing: &Drawing, at: Pos2) {
        self.items(&drawing.items, at.to_vec2());
    }

    /// A drawing without the text that begins at `text` in it: that one is being typed.
    pub(crate) fn drawing_but(&mut self, drawing: &Drawing, at: Pos2, text: Pos2) {
        let is_typed = |item: &Item| matches!(item, Item::Text { at, .. } if begins_at(*at, text));
        for item in drawing.items.iter().filter(|item| !is_typed(item)) {
            self.items(std::slice::from_ref(item), at.to_vec2());
        }
    }

    /// An item of a drawing whose top left corner is at `at` (document units).
    pub(crate) fn item_at(&mut self, item: &Item, at: Pos2) {
        self.items(std::slice::from_ref(item), at.to_vec2());
    }

    /// A drawing too small to read: its box, and its lines where they can be told apart.
    pub(crate) fn summary(&mut self, drawing: &Drawing, at: Pos2) {
        self.summary_box(drawing, at);
        self.summary_lines(drawing, at);
    }

    fn summary_lines(&mut self, drawing: &Drawing, at: Pos2) {
        for line in &drawing.summary.lines {
            let line = self.screen_rect(line.translate(at.to_vec2()));
            self.fill(line.shrink2(vec2(0.0, line.height() * 0.28)), Role::Muted.at(90));
        }
    }

    /// A card too small to read, with its first words in a size that can be read; with lines where
    /// there is no room for them. `rect`: where it stands on the map.
    pub(crate) fn first_words(&mut self, card: &CardBox, rect: Rect) {
        self.summary_box(&card.drawing, rect.min);
        let room = words::WordsRoom::on(rect.size() * self.text_zoom).filter(|_| self.legible);
        let words = room.and_then(|room| Some((room, self.galleys.words(self.fonts, card, room)?)));
        let Some((room, (rows, paint))) = words else {
            return self.summary_lines(&card.drawing, rect.min);
        };
        let corner = self.origin + rect.min.to_vec2() * self.zoom + room.corner;
        let color = colored(self.theme, self.opacity, paint);
        for (row, line) in (0_u8..).zip(rows) {
            let baseline = corner.y + f32::from(row) * words::LINE + words::ASCENT;
            let at = pos2(corner.x, baseline - line.ascent);
            let mut shape = TextShape::new(at, line.galley.clone(), color);
            shape.opacity_factor = self.opacity;
            self.shapes.push(Shape::Text(shape));
        }
    }

    /// The box of a drawing too small to read, with its stripe and its pictures.
    fn summary_box(&mut self, drawing: &Drawing, at: Pos2) {
        let summary = &drawing.summary;
        let rect = self.screen_rect(Rect::from_min_size(at, drawing.size));
        if let Some(fill) = summary.fill {
            let stroke = egui::Stroke::new(1.0, self.color(Role::Hairline));
            let fill = self.color(fill);
            self.shapes.push(Shape::Rect(RectShape::new(
                rect,
                0,
                fill,
                stroke,
                StrokeKind::Inside,
            )));
        }
        if let Some(stripe) = summary.stripe {
            let width = (3.0 * self.zoom).max(1.0);
            let stripe_rect = Rect::from_min_size(rect.min, vec2(width, rect.height()));
            self.fill(stripe_rect, stripe);
        }
        if summary.pictures {
            self.pictures(drawing, at);
        }
    }

    /// A plain filled box on the screen (screen points).
    pub(crate) fn fill(&mut self, rect: Rect, paint: impl Into<Paint>) {
        let color = self.color(paint);
        self.shapes.push(Shape::rect_filled(rect, 0, color));
    }

    /// A box with an edge, given in document units.
    pub(crate) fn boxed(
        &mut self,
        rect: Rect,
        radius: f32,
        fill: Option<Paint>,
        stroke: Option<Stroke>,
    ) {
        let rect = self.screen_rect(rect);
        let radius = corner(radius * self.zoom);
        let fill = fill.map_or(Color32::TRANSPARENT, |paint| self.color(paint));
        let Some(edge) = stroke.map(|stroke| self.theme.stroke(&stroke)) else {
            self.shapes.push(Shape::rect_filled(rect, radius, fill));
            return;
        };
        let stroke = self.stroke(&edge);
        if edge.dash.is_some() {
            self.shapes.push(Shape::rect_filled(rect, radius, fill));
            let mut corners = rounded(rect, f32::from(radius.nw));
            corners.extend(corners.first().copied());
            self.dashed(&corners, &edge);
        } else {
            let shape = RectShape::new(rect, radius, fill, stroke, StrokeKind::Middle);
            self.shapes.push(Shape::Rect(shape));
        }
    }

    /// An edge, already as the theme draws it, for egui; never thinner than can be seen.
    fn stroke(&self, stroke: &Stroke) -> egui::Stroke {
        egui::Stroke::new((stroke.width * self.zoom).max(THINNEST), self.color(stroke.paint))
    }

    /// A line through points on the screen (screen points), dashed if it is to be.
    pub(crate) fn line(&mut self, points: Vec<Pos2>, stroke: &Stroke) {
        let stroke = &self.theme.stroke(stroke);
        if stroke.dash.is_some() {
            self.dashed(&points, stroke);
        } else {
            let stroke = self.stroke(stroke);
            self.shapes.push(Shape::line(points, stroke));
        }
    }

    /// A straight line of the map, as far as it is seen from left to right.
    pub(crate) fn rule(&mut self, rule: &Rule) {
        let [mut from, mut to] = rule.ends.map(|end| self.screen(end));
        from.x = from.x.max(self.clip.left());
        to.x = to.x.min(self.clip.right());
        self.line(vec![from, to], &rule.stroke);
    }

    /// An item of the map, where it says it is.
    pub(crate) fn item(&mut self, item: &Item) {
        self.items(std::slice::from_ref(item), Vec2::ZERO);
    }

    fn dashed(&mut self, points: &[Pos2], stroke: &Stroke) {
        let (dash, gap) = stroke.dash.unwrap_or((4.0, 4.0));
        // Dashes below a few points cost much and look like a grey line: draw that instead.
        if (dash + gap) * self.zoom < 2.5 {
            let mut thin = *stroke;
            thin.paint.alpha /= 2;
            let thin = self.stroke(&thin);
            self.shapes.push(Shape::line(points.to_vec(), thin));
        } else if dash <= 0.0 {
            let radius = (stroke.width * self.zoom / 2.0).max(0.5);
            let color = self.color(stroke.paint);
            self.shapes.extend(Shape::dotted_line(points, color, gap * self.zoom, radius));
        } else {
            let edge = self.stroke(stroke);
            let (dash, gap) = (dash * self.zoom, gap * self.zoom);
            Shape::dashed_line_many(points, edge, dash, gap, &mut self.shapes);
        }
    }

    fn items(&mut self, items: &[Item], offset: Vec2) {
        for item in items {
            match item {
                Item::Rect { rect, radius, fill, stroke, shadow } => {
                    let rect = rect.translate(offset);
                    if *shadow {
                        self.shadow(rect, *radius);
                    }
                    self.boxed(rect, *radius, *fill, *stroke);
                }
                Item::Path { path, fill, stroke } => self.path(path, offset, *fill, *stroke),
                Item::Band { points, base, fill } => {
                    let points: Vec<Pos2> =
                        points.iter().map(|at| self.screen(*at + offset)).collect();
                    let base = self.screen(pos2(0.0, *base + offset.y)).y;
                    self.band(&points, base, *fill);
                }
                Item::Text { at, text, paint } => {
                    self.text(text, *at + offset + self.text_shift, *paint);
                }
                Item::Image { rect, picture, radius } => {
                    self.picture(rect.translate(offset), picture, *radius);
                }
                Item::Drawn { at, drawing } => {
                    // What is a drawing of its own stays where it is.
                    let shift = std::mem::take(&mut self.text_shift);
                    self.items(&drawing.items, offset + at.to_vec2());
                    self.text_shift = shift;
                }
                Item::Group(group) => {
                    if self.clip.intersects(self.screen_rect(group.bounds.translate(offset))) {
                        self.items(&group.items, offset);
                    }
                }
            }
        }
    }

    /// The pictures of a drawing alone.
    pub(crate) fn pictures(&mut self, drawing: &Drawing, at: Pos2) {
        for item in &drawing.items {
            if let Item::Image { rect, picture, radius } = item {
                self.picture(rect.translate(at.to_vec2()), picture, *radius);
            }
        }
    }

    /// A picture stretched over `rect` (document units).
    pub(super) fn picture(&mut self, rect: Rect, picture: &Picture, radius: f32) {
        let rect = self.screen_rect(rect);
        if !self.clip.intersects(rect) {
            return;
        }
        let radius = corner(radius * self.zoom);
        let textures = self.textures.as_deref_mut();
        let Some(texture) = textures.and_then(|all| all.of(picture, rect.width())) else {
            let color = self.color(Role::Chip);
            self.shapes.push(Shape::rect_filled(rect, radius, color));
            return;
        };
        let tint = UNTINTED.gamma_multiply(self.opacity);
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        let shape = RectShape::filled(rect, radius, tint).with_texture(texture, uv);
        self.shapes.push(Shape::Rect(shape));
    }

    /// The soft shadow of a box; left out where it could not be seen.
    fn shadow(&mut self, rect: Rect, radius: f32) {
        if self.zoom < 0.5 {
            return;
        }
        let rect = self.screen_rect(rect.translate(vec2(0.0, SHADOW.1)));
        let color = self.color(Role::Shadow);
        let shape = RectShape::filled(rect, corner(radius * self.zoom), color);
        self.shapes.push(Shape::Rect(shape.with_blur_width(SHADOW.0 * self.zoom)));
    }

    /// The lines of an outline, moved by `offset` (document units), drawn otherwise.
    pub(crate) fn traced(&mut self, path: &Path, offset: Vec2, stroke: Stroke) {
        self.path(path, offset, None, Some(stroke));
    }

    fn path(&mut self, path: &Path, offset: Vec2, fill: Option<Paint>, stroke: Option<Stroke>) {
        let (origin, zoom) = (self.origin, self.zoom);
        let place = |at: Pos2| origin + (at + offset).to_vec2() * zoom;
        for (mut points, closed) in flattened(path, place) {
            if let Some(fill) = fill.filter(|_| !path.convex && closed) {
                self.between(&points, fill);
            }
            if let Some(fill) = fill.filter(|_| path.convex) {
                let color = self.color(fill);
                let inside =
                    if stroke.is_some() { points.clone() } else { std::mem::take(&mut points) };
                let shape = PathShape::convex_polygon(inside, color, egui::Stroke::NONE);
                self.shapes.push(Shape::Path(shape));
            }
            if let Some(edge) = stroke {
                if closed {
                    points.extend(points.first().copied());
                }
                self.line(points, &edge);
            }
        }
    }

    /// Laid-out text with its top left corner at `at` (document units).
    pub(crate) fn text(&mut self, text: &Arc<Text>, at: Pos2, paint: Paint) {
        // No text is larger than its lines are apart, all together.
        if text.size.y * self.zoom < VISIBLE {
            return;
        }
        let color = self.color(paint);
        let mut laid_out: &mut [Option<galleys::GalleyLine>] = &mut [];
        let mut number = 0;
        for line in &text.lines {
            let first = number;
            number += line.runs.len();
            let top = self.origin.y + (at.y + line.top) * self.zoom;
            let height = line.runs.first().map_or(0.0, |run| run.size) * self.zoom * 1.6;
            if top > self.clip.bottom() || top + height < self.clip.top() {
                continue;
            }
            let baseline = self.origin.y + (at.y + line.baseline) * self.zoom;
            for (run, number) in line.runs.iter().zip(first..) {
                let size = run.size * self.zoom;
                let x = self.origin.x + (at.x + run.x) * self.zoom;
                if size < VISIBLE {
                    continue;
                }
                // While the camera flies into a map what was too small to read stays so.
                if run.size * self.text_zoom < READABLE && run.face != Face::Emoji {
                    let bar = run.bar(pos2(x, baseline), self.zoom);
                    let paint = text.paint_of(run, paint);
                    let thin = Paint { alpha: paint.alpha / 2, ..paint };
                    let thin = colored(self.theme, self.opacity, thin);
                    self.shapes.push(Shape::rect_filled(bar, 0, thin));
                    continue;
                }
                if laid_out.is_empty() {
                    laid_out = self.galleys.runs(text, self.text_zoom);
                }
                let Some(place) = laid_out.get_mut(number) else { continue };
                if place.is_none() {
                    let size = run.size * self.text_zoom;
                    *place = galleys::line(self.fonts, &text.said(run), run.face, size);
                }
                let Some(galleys::GalleyLine { galley, ascent }) = place else { continue };
                let color = match text.inks.is_empty() {
                    true => color,
                    false => colored(self.theme, self.opacity, text.paint_of(run, paint)),
                };
                let mut shape = TextShape::new(pos2(x, baseline - *ascent), galley.clone(), color);
                shape.opacity_factor = self.opacity;
                self.shapes.push(Shape::Text(shape));
            }
        }
    }
}

fn colored(theme: &Theme, opacity: f32, paint: impl Into<Paint>) -> Color32 {
    let color = theme.color(paint);
    if opacity < 1.0 { color.gamma_multiply(opacity) } else { color }
}

/// One line of one font, to be coloured when it is painted.
pub(super) fn one_line(said: &str, face: Face, size: f32) -> LayoutJob {
    let format = TextFormat {
        font_id: FontId::new(size, FontFamily::Name(face.family())),
        color: Color32::PLACEHOLDER,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(said.to_owned(), format);
    job.wrap = TextWrapping::no_max_width();
    job.break_on_newline = false;
    job.keep_trailing_whitespace = true;
    job.round_output_to_gui = false;
    job
}

/// A radius as egui keeps it, in whole screen points.
fn corner(radius: f32) -> CornerRadius {
    CornerRadius::same(radius.round().clamp(0.0, 255.0) as u8)
}
