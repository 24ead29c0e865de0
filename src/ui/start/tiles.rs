//! Templates as tiles: a sketch of the map, what it is called, and when to use it.

use crate::scene::Role;
use crate::scene::icon;
use crate::scene::sketch;
use crate::templates::Template;
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, follow_focus, regular, semibold};
use crate::ui::kit::tooltip::Tip as _;
use egui::text::LayoutJob;
use egui::{
    Align2, Color32, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

/// Around what is in a tile, in points.
const INSIDE: f32 = 12.0;

/// A tile as large as `size` with a title and, as far as there is room, what is said about it.
/// `chosen`: one of several, and whether it is the one; none: a button.
#[expect(clippy::too_many_arguments, reason = "two callers; each is a part of the tile")]
pub(crate) fn tile_ui(
    ui: &mut Ui,
    cx: &Context,
    template: &Template,
    note: &str,
    size: Vec2,
    sketch_height: f32,
    chosen: Option<bool>,
    id: egui::Id,
) -> Response {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    // Of several the keyboard comes to the chosen one; arrow keys go on from there.
    let sense = if chosen == Some(false) { Sense::CLICK } else { Sense::click() };
    let response = ui.interact(rect, id, sense);
    let title = template.title().to_owned();
    response.widget_info(|| match chosen {
        Some(on) => WidgetInfo::selected(egui::Role::RadioButton, true, on, &title),
        None => WidgetInfo::labeled(egui::Role::Button, true, &title),
    });
    follow_focus(ui, &response);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let on = chosen == Some(true);
    let edge = if on || response.hovered() { Role::Accent } else { Role::Hairline };
    let stroke = Stroke::new(if on { 2.0 } else { 1.0 }, cx.theme.color(edge));
    let painter = ui.painter();
    painter.rect_filled(rect.translate(vec2(0.5, 2.0)), 12.0, cx.theme.color(Role::Shadow));
    painter.rect(rect, 12.0, cx.theme.color(Role::Card), stroke, StrokeKind::Inside);
    let inner = rect.shrink(INSIDE);
    let (picture, words) = inner.split_top_bottom_at_y(inner.top() + sketch_height);
    sketch_ui(ui, cx, template, picture);
    let title = ui.painter().layout_job(title_job(template, ink, inner.width()));
    let at = words.left_top() + vec2(0.0, 9.0);
    let below = at + vec2(0.0, title.size().y + 3.0);
    ui.painter().galley(at, title, ink);
    let font = regular(12.0);
    let row = ui.fonts_mut(|fonts| fonts.row_height(&font)).max(1.0);
    let rows = ((rect.bottom() - INSIDE + 4.0 - below.y) / row).floor().max(1.0) as usize;
    let mut job = LayoutJob::simple(note.to_owned(), font, muted, inner.width());
    job.wrap.max_rows = rows;
    let note = ui.painter().layout_job(job);
    let cut = note.elided;
    ui.painter().galley(below, note, muted);
    if on {
        let at = rect.right_top() + vec2(-14.0, 14.0);
        ui.painter().circle_filled(at, 10.0, cx.theme.color(Role::Accent));
        let on_accent = cx.theme.color(Role::OnAccent);
        ui.painter().text(at, Align2::CENTER_CENTER, icon::CHECK, regular(13.0), on_accent);
    }
    focus_ring(ui, cx, &response, 13.0);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if cut { response.tip(|| template.about()) } else { response }
}

/// How high a tile is in which a title of any of these and one line below it have room.
pub(crate) fn height_for(ui: &Ui, templates: &[&Template], width: f32, sketch_height: f32) -> f32 {
    let title = |template: &Template| {
        let job = title_job(template, Color32::PLACEHOLDER, width - 2.0 * INSIDE);
        ui.painter().layout_job(job).size().y
    };
    let title = templates.iter().map(|template| title(template)).fold(0.0, f32::max);
    2.0 * INSIDE + sketch_height + 9.0 + title + 3.0 + 15.0
}

fn title_job(template: &Template, ink: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::simple(template.title().to_owned(), semibold(14.0), ink, width);
    job.wrap.max_rows = 2;
    job
}

/// The phases of a template and its main curve.
fn sketch_ui(ui: &Ui, cx: &Context, template: &Template, rect: Rect) {
    let Some(journey) = template.project.journeys.first() else { return };
    let sketch = sketch(journey, rect);
    let painter = ui.painter();
    for (column, tint) in &sketch.columns {
        painter.rect_filled(*column, 2.0, cx.theme.color(*tint));
    }
    for (head, color) in &sketch.heads {
        painter.rect_filled(*head, 2.5, cx.theme.color(*color));
    }
    if sketch.columns.is_empty() || sketch.curve.is_empty() {
        let sign = cx.theme.color(Role::Muted);
        painter.text(rect.center(), Align2::CENTER_CENTER, icon::PLUS, regular(22.0), sign);
    }
    let stroke = Stroke::new(2.0, cx.theme.color(Role::Persona(0)));
    painter.add(Shape::line(sketch.curve, stroke));
    for (at, face) in sketch.faces {
        painter.circle_filled(at, sketch.face * 0.52, cx.theme.color(Role::Card));
        let ink = cx.theme.color(Role::Ink);
        painter.text(at, Align2::CENTER_CENTER, face, regular(sketch.face), ink);
    }
}
