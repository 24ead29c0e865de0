//! Small pieces that several parts of the window are made of.

use super::tooltip::Tip as _;
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::state::command::{Command, State};
use crate::ui::state::keys::shown_key;
use crate::ui::{Context, Message};
use egui::{
    Button, FontFamily, FontId, Response, RichText, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, vec2,
};

/// Inter 600 at `size` points.
pub(crate) fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("inter-600".into()))
}

/// Inter 500 at `size` points.
pub(crate) fn medium(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("inter-500".into()))
}

/// Inter 400 at `size` points.
pub(crate) fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("inter".into()))
}

/// A button that shows only an icon; `label` is its name and its hint.
pub(crate) fn icon_button(
    ui: &mut Ui,
    icon: char,
    label: &str,
    enabled: bool,
    size: Vec2,
) -> Response {
    let button = Button::new(RichText::new(icon).size(16.0)).min_size(size);
    let response = ui.add_enabled(enabled, button);
    named(&response, label);
    response.tip(|| label)
}

/// Gives a button that shows only an icon its name.
pub(crate) fn named(response: &Response, label: &str) {
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, enabled, label));
}

/// A button for a command that shows only its icon.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few commands differ here; the others go by their rows"
)]
pub(crate) fn command_icon(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    command: Command,
    size: Vec2,
    out: &mut Vec<Message>,
) {
    let mut label = command.label(cx.words);
    if let Some(key) = shown_key(&command, cx.words) {
        label += &format!("  {key}");
    }
    let enabled = command.is_allowed(state);
    let symbol = match command {
        // The figure between them says that it is the zoom.
        Command::ZoomIn => icon::PLUS,
        Command::ZoomOut => icon::MINUS,
        _ => command.row().icon,
    };
    let response = icon_button(ui, symbol, &label, enabled, size);
    named(&response, &command.label(cx.words));
    focus_ring(ui, cx, &response, 8.0);
    if response.clicked() {
        out.push(Message::Do(command));
    }
}

/// A button with text; the `main` one of several is filled.
pub(crate) fn text_button(
    ui: &mut Ui,
    cx: &Context,
    text: &str,
    main: bool,
    size: Vec2,
) -> Response {
    let (fill, ink, edge) = if main {
        (Role::Accent, Role::OnAccent, Role::Accent)
    } else {
        (Role::Card, Role::Ink, Role::Hairline)
    };
    let font = if main { semibold(14.0) } else { medium(14.0) };
    let button = Button::new(RichText::new(text).font(font).color(cx.theme.color(ink)))
        .fill(cx.theme.color(fill))
        .stroke(Stroke::new(1.0, cx.theme.color(edge)))
        .corner_radius(8)
        .min_size(size);
    let response = ui.add(button);
    focus_ring(ui, cx, &response, 9.0);
    response
}

/// Shows where the keyboard is.
pub(crate) fn focus_ring(ui: &Ui, cx: &Context, response: &Response, radius: f32) {
    follow_focus(ui, response);
    if has_keyboard(response) {
        let stroke = Stroke::new(2.0, cx.theme.color(Role::Accent));
        let rect = response.rect.expand(2.0);
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Outside);
    }
}

/// Scrolls to where the keyboard has come, so that it is never out of view.
pub(crate) fn follow_focus(ui: &Ui, response: &Response) {
    if response.gained_focus() {
        ui.scroll_to_rect(response.rect.expand(28.0), None);
    }
}

/// A white box that can be clicked as a whole, called `label`.
pub(crate) fn box_button(ui: &mut Ui, cx: &Context, size: Vec2, label: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    named(&response, label);
    follow_focus(ui, &response);
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let shadow = rect.translate(vec2(0.5, 2.0));
        painter.rect_filled(shadow, 12.0, cx.theme.color(Role::Shadow));
        let edge = if response.hovered() { Role::Accent } else { Role::Hairline };
        let stroke = Stroke::new(1.0, cx.theme.color(edge));
        painter.rect(rect, 12.0, cx.theme.color(Role::Card), stroke, StrokeKind::Inside);
        focus_ring(ui, cx, &response, 13.0);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Paints one line at `at` (its left, middle of the line), cut with an ellipsis at `width`.
pub(crate) fn line(
    ui: &Ui,
    at: egui::Pos2,
    text: &str,
    font: FontId,
    color: egui::Color32,
    width: f32,
) {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(10.0));
    let galley = ui.painter().layout_job(job);
    let top = at.y - galley.size().y / 2.0;
    ui.painter().galley(egui::pos2(at.x, top), galley, color);
}
