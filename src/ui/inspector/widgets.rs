//! The small things the panel is made of: chips, faces, swatches, menus.

use super::batch::Lit;
use crate::scene::{Face, Role, Theme};
use crate::ui::font_id;
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::tooltip::Tip as _;
use egui::epaint::text::LayoutJob;
use egui::{
    Color32, CursorIcon, FontId, Popup, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};
use std::sync::Arc;

fn galley(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<egui::Galley> {
    let job = LayoutJob::simple(text.to_owned(), font, color, width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// A row of chips that wraps.
pub(in crate::ui) fn wrapped<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        content(ui)
    })
    .inner
}

/// A row of things of different heights, level with each other in `height` points.
pub(super) fn level<R>(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), height);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_height(height);
        content(ui)
    })
    .inner
}

/// A rounded word to toggle. A long one wraps within the panel.
pub(in crate::ui) fn chip(ui: &mut Ui, theme: &Theme, text: &str, lit: Lit) -> Response {
    let pad = vec2(11.0, 6.0);
    let font = font_id(Face::Medium, 12.5);
    let ink = theme.color(if lit == Lit::On { Role::OnAccent } else { Role::Ink });
    let room = (ui.max_rect().width() - 2.0 * pad.x).max(24.0);
    let galley = galley(ui, &apart(text), font, ink, room);
    let size = (galley.size() + 2.0 * pad).max(vec2(28.0, 28.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), lit == Lit::On, text)
    });
    if ui.is_rect_visible(rect) {
        let radius = (rect.height() / 2.0).min(14.0);
        let fill = theme.color(if lit == Lit::On { Role::Accent } else { Role::Chip });
        ui.painter().rect_filled(rect, radius, fill);
        if response.hovered() {
            ui.painter().rect_filled(rect, radius, theme.color(Role::Ink.at(16)));
        }
        if lit == Lit::Some {
            let stroke = Stroke::new(1.5, theme.color(Role::Accent));
            ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        }
        focus_ring(ui, theme, &response, radius);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A label that begins with an emoji, with more air between it and the word.
fn apart(label: &str) -> String {
    match label.split_once(' ') {
        Some((emoji, word)) if emojis::get(emoji).is_some() => format!("{emoji}  {word}"),
        _ => label.to_owned(),
    }
}

/// A quiet chip that adds or does something: no fill until the pointer is on it.
pub(in crate::ui) fn plain_chip(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    let pad = vec2(11.0, 6.0);
    let font = font_id(Face::Medium, 12.5);
    let ink = theme.color(Role::Accent);
    let room = (ui.max_rect().width() - 2.0 * pad.x).max(24.0);
    let galley = galley(ui, text, font, ink, room);
    let size = (galley.size() + 2.0 * pad).max(vec2(28.0, 28.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), text));
    if ui.is_rect_visible(rect) {
        let radius = (rect.height() / 2.0).min(14.0);
        if response.hovered() {
            ui.painter().rect_filled(rect, radius, theme.color(Role::Accent.at(28)));
        }
        let stroke = Stroke::new(1.0, theme.color(Role::Hairline));
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        focus_ring(ui, theme, &response, radius);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A small icon to press, with its name for those who do not see it.
pub(super) fn sign(ui: &mut Ui, theme: &Theme, icon: char, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, enabled, name));
    if ui.is_rect_visible(rect) {
        if response.hovered() && enabled {
            ui.painter().rect_filled(rect, 6.0, theme.color(Role::Chip));
        }
        let ink = theme.color(if response.hovered() { Role::Ink } else { Role::Muted });
        let ink = if enabled { ink } else { theme.color(Role::Hairline) };
        focus_ring(ui, theme, &response, 6.0);
        let font = font_id(Face::Regular, 14.0);
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, icon, font, ink);
    }
    response.tip(|| name)
}

/// A face to pick, `size` points across.
pub(in crate::ui) fn face(
    ui: &mut Ui,
    theme: &Theme,
    face: &str,
    name: &str,
    lit: Lit,
    size: f32,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(size, size), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), lit == Lit::On, name)
    });
    if ui.is_rect_visible(rect) {
        let (center, radius) = (rect.center(), size / 2.0 - 1.0);
        if lit == Lit::On {
            ui.painter().circle(
                center,
                radius,
                theme.color(Role::Accent.at(30)),
                Stroke::new(2.0, theme.color(Role::Accent)),
            );
        } else if lit == Lit::Some {
            let stroke = Stroke::new(1.5, theme.color(Role::Accent.at(120)));
            ui.painter().circle_stroke(center, radius, stroke);
        } else if response.hovered() {
            ui.painter().circle_filled(center, radius, theme.color(Role::Chip));
        }
        focus_ring(ui, theme, &response, size / 2.0);
        let ink = theme.color(Role::Muted);
        let galley = galley(ui, face, FontId::proportional(size * 0.62), ink, f32::INFINITY);
        ui.painter().galley(center - galley.size() / 2.0, galley, ink);
    }
    response.tip(|| name).on_hover_cursor(CursorIcon::PointingHand)
}

/// A colour to pick.
pub(in crate::ui) fn swatch(
    ui: &mut Ui,
    theme: &Theme,
    role: Role,
    name: &str,
    lit: Lit,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(30.0, 30.0), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), lit == Lit::On, name)
    });
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let radius = if response.hovered() { 12.0 } else { 11.0 };
        painter.circle_filled(rect.center(), radius, theme.color(role));
        if lit != Lit::Off {
            let alpha = if lit == Lit::On { 255 } else { 120 };
            let stroke = Stroke::new(2.0, theme.color(role.at(alpha)));
            painter.circle_stroke(rect.center(), 14.0, stroke);
        }
        focus_ring(ui, theme, &response, 15.0);
    }
    response.tip(|| name).on_hover_cursor(CursorIcon::PointingHand)
}

/// A field with a list behind it. `name` says what it is and what is picked; `options` is asked
/// for only while the list is open. Returns the place of the option picked.
pub(in crate::ui) fn menu(
    ui: &mut Ui,
    theme: &Theme,
    shown: &str,
    name: &str,
    options: impl FnOnce() -> Vec<(String, bool)>,
) -> Option<usize> {
    let font = font_id(Face::Regular, 13.5);
    let width = ui.available_width();
    let response = combo(ui, theme, shown, name, width);
    let popup = Popup::menu(&response).width(width).accessible_name(name);
    let shown = popup.show(|ui| {
        ui.set_width(width - 12.0);
        let options = options();
        let mut picked = None;
        let scroll = egui::ScrollArea::vertical().max_height(320.0);
        scroll.show_rows(ui, 28.0, options.len(), |ui, rows| {
            for index in rows {
                let Some((text, on)) = options.get(index) else { continue };
                if option(ui, theme, text, *on, &font).clicked() {
                    picked = Some(index);
                }
            }
        });
        picked
    });
    shown.and_then(|shown| shown.inner)
}

/// The field of a list, `width` points wide: what is picked, and the sign that there are others.
pub(super) fn combo(ui: &mut Ui, theme: &Theme, shown: &str, name: &str, width: f32) -> Response {
    let font = font_id(Face::Regular, 13.5);
    let pad = vec2(12.0, 8.0);
    let ink = theme.color(Role::Ink);
    let text = galley(ui, shown, font, ink, (width - 2.0 * pad.x - 18.0).max(24.0));
    let size = vec2(width, (text.size().y + 2.0 * pad.y).max(34.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let lit = has_keyboard(&response) || response.hovered();
        let edge = theme.color(if lit { Role::Accent } else { Role::Hairline });
        let painter = ui.painter();
        let (card, stroke) = (theme.color(Role::Card), Stroke::new(1.0, edge));
        painter.rect(rect, 7.0, card, stroke, StrokeKind::Inside);
        painter.galley(pos2(rect.left() + pad.x, rect.center().y - text.size().y / 2.0), text, ink);
        let tip = pos2(rect.right() - pad.x - 4.0, rect.center().y + 2.0);
        let line = Stroke::new(1.5, theme.color(Role::Muted));
        painter.line(vec![tip + vec2(-4.0, -4.0), tip, tip + vec2(4.0, -4.0)], line);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A row of a list with something muted said beside it; `on`: it is picked, `marked`: the keyboard
/// is there.
pub(super) fn option_beside(
    ui: &mut Ui,
    theme: &Theme,
    (text, beside): (&str, &str),
    (on, marked): (bool, bool),
    size: egui::Vec2,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = if beside.is_empty() { text.to_owned() } else { format!("{text}, {beside}") };
    response.widget_info(|| WidgetInfo::selected(egui::Role::MenuItem, true, on, &name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let marked = marked || response.hovered() || has_keyboard(&response);
    if on || marked {
        let role = if marked { Role::Accent.at(38) } else { Role::Accent.at(20) };
        ui.painter().rect_filled(rect, 6.0, theme.color(role));
    }
    let cut = |text: &str, font: FontId, role: Role, width: f32| {
        let mut job = LayoutJob::simple_singleline(text.to_owned(), font, theme.color(role));
        job.wrap = egui::text::TextWrapping::truncate_at_width(width);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let room = rect.width() - 16.0;
    let right = cut(beside, font_id(Face::Regular, 12.0), Role::Muted, room * 0.4);
    let width = room - right.size().x - if beside.is_empty() { 0.0 } else { 10.0 };
    let left = cut(text, font_id(Face::Regular, 13.5), Role::Ink, width);
    let elided = left.elided || right.elided;
    let at = |x: f32, height: f32| pos2(x, rect.center().y - height / 2.0);
    let right_at = at(rect.right() - 8.0 - right.size().x, right.size().y);
    ui.painter().galley(at(rect.left() + 8.0, left.size().y), left, theme.color(Role::Ink));
    ui.painter().galley(right_at, right, theme.color(Role::Muted));
    if elided { response.tip(|| name) } else { response }
}

/// A row of a list.
fn option(ui: &mut Ui, theme: &Theme, text: &str, on: bool, font: &FontId) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::MenuItem, true, on, text));
    if ui.is_rect_visible(rect) {
        let marked = response.hovered() || has_keyboard(&response);
        if on || marked {
            let role = if marked { Role::Accent.at(38) } else { Role::Accent.at(20) };
            ui.painter().rect_filled(rect, 6.0, theme.color(role));
        }
        let ink = theme.color(Role::Ink);
        let mut job = LayoutJob::simple_singleline(text.to_owned(), font.clone(), ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 16.0);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
        let cut = galley.elided;
        ui.painter().galley(at, galley, ink);
        if cut {
            return response.tip(|| text);
        }
    }
    response
}

fn focus_ring(ui: &Ui, theme: &Theme, response: &Response, radius: f32) {
    if has_keyboard(response) {
        let rect: Rect = response.rect.expand(2.0);
        let stroke = Stroke::new(1.5, theme.color(Role::Accent));
        ui.painter().rect_stroke(rect, radius + 2.0, stroke, StrokeKind::Outside);
    }
}
