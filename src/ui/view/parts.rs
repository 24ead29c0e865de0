//! The rows of the panel: a view to choose, a lane with what is shown of it, a heading.

use crate::scene::icon;
use crate::scene::{Face, Role};
use crate::ui::kit::buttons::{focus_ring, regular, semibold};
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::{Context, font_id};
use egui::{
    Align, Color32, CursorIcon, FontId, Galley, Layout, Rect, Response, RichText, Sense, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// How high a row is at least, in points.
const ROW: f32 = 30.0;
/// How wide and high the small buttons at the end of a row are.
const SIGN: f32 = 26.0;

/// A small button that switches something.
pub(super) struct PartSign<'a> {
    /// What it shows.
    pub icon: char,
    /// What it is called.
    pub name: &'a str,
    /// Switched on; none: it does something instead.
    pub on: Option<bool>,
    /// Something unusual, to be seen at a glance.
    pub lit: bool,
}

/// A muted word above what belongs to it.
pub(super) fn heading(ui: &mut Ui, cx: &Context, text: &str) {
    ui.add_space(10.0);
    let muted = cx.theme.color(Role::Muted);
    ui.label(RichText::new(text).font(regular(12.0)).color(muted));
    ui.add_space(1.0);
}

fn galley(ui: &Ui, text: &str, font: FontId, ink: Color32, width: f32) -> Arc<Galley> {
    ui.painter().layout(text.to_owned(), font, ink, width.max(24.0))
}

/// A view to choose, with small buttons at its end. Says whether it was pressed, and which of the
/// buttons.
pub(super) fn view_row(
    ui: &mut Ui,
    cx: &Context,
    title: &str,
    on: bool,
    signs: &[PartSign],
) -> (Response, Option<usize>) {
    let width = ui.available_width();
    let ends = SIGN * signs.len() as f32;
    let ink = cx.theme.color(Role::Ink);
    let font = if on { semibold(13.5) } else { regular(13.5) };
    let text = galley(ui, title, font, ink, width - ends - 44.0);
    let height = (text.size().y + 10.0).max(ROW);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let body = Rect::from_min_max(rect.min, pos2(rect.right() - ends, rect.bottom()));
    let response = ui.interact(body, ui.scope_id().with(("view", title)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, on, title));
    let over = ui.rect_contains_pointer(rect);
    if on || over {
        let role = if on { Role::Accent.at(28) } else { Role::Ink.at(12) };
        ui.painter().rect_filled(rect, 7.0, cx.theme.color(role));
    }
    if on {
        let at = pos2(rect.left() + 17.0, rect.center().y);
        let font = font_id(Face::Regular, 15.0);
        let accent = cx.theme.color(Role::Accent);
        ui.painter().text(at, egui::Align2::CENTER_CENTER, icon::CHECK, font, accent);
    }
    ui.painter().galley(rect.left_center() + vec2(34.0, -text.size().y / 2.0), text, ink);
    focus_ring(ui, cx, &response, 8.0);
    let pressed = signs_ui(ui, cx, rect, signs);
    (response.on_hover_cursor(CursorIcon::PointingHand), pressed)
}

/// A lane with what is shown of it. Says which of the buttons was pressed.
pub(super) fn lane_row(
    ui: &mut Ui,
    cx: &Context,
    (emoji, title): (&str, &str),
    shown: bool,
    signs: &[PartSign],
) -> Option<usize> {
    let width = ui.available_width();
    let ends = SIGN * signs.len() as f32;
    let ink = cx.theme.color(if shown { Role::Ink } else { Role::Muted });
    let text = galley(ui, title, regular(13.5), ink, width - ends - 34.0);
    let height = (text.size().y + 8.0).max(ROW - 2.0);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let face = galley(ui, emoji, FontId::proportional(15.0), ink, 40.0);
    let middle = pos2(rect.left() + 14.0, rect.center().y);
    ui.painter().galley(middle - face.size() / 2.0, face, ink);
    ui.painter().galley(rect.left_center() + vec2(30.0, -text.size().y / 2.0), text, ink);
    signs_ui(ui, cx, rect, signs)
}

/// The small buttons at the end of a row.
fn signs_ui(ui: &mut Ui, cx: &Context, row: Rect, signs: &[PartSign]) -> Option<usize> {
    let width = SIGN * signs.len() as f32;
    let place = Rect::from_min_max(pos2(row.right() - width, row.top()), row.max);
    let place = UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center));
    let mut pressed = None;
    // Their room is the row's: the next row begins below it.
    let ui = &mut ui.new_child(place);
    ui.spacing_mut().item_spacing.x = 0.0;
    for (index, sign) in signs.iter().enumerate() {
        if sign_ui(ui, cx, sign).clicked() {
            pressed = Some(index);
        }
    }
    pressed
}

fn sign_ui(ui: &mut Ui, cx: &Context, sign: &PartSign) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(SIGN, SIGN), Sense::click());
    response.widget_info(|| match sign.on {
        Some(on) => WidgetInfo::selected(egui::Role::CheckBox, true, on, sign.name),
        None => WidgetInfo::labeled(egui::Role::Button, true, sign.name),
    });
    if sign.lit {
        ui.painter().rect_filled(rect.shrink(1.0), 6.0, cx.theme.color(Role::Accent.at(34)));
    } else if response.hovered() {
        ui.painter().rect_filled(rect.shrink(1.0), 6.0, cx.theme.color(Role::Ink.at(16)));
    }
    let role = match sign.lit {
        true => Role::Accent,
        false => Role::Muted,
    };
    let ink = cx.theme.color(role);
    let font = font_id(Face::Regular, 15.0);
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, sign.icon, font, ink);
    focus_ring(ui, cx, &response, 7.0);
    response.tip(|| sign.name).on_hover_cursor(CursorIcon::PointingHand)
}
