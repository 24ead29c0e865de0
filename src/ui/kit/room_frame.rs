//! What every room that is entered and left has around it: a bar with the way back, a strip that says
//! what it is about, and a foot that says what becomes of the work.

use super::buttons::{focus_ring, medium, regular, semibold, text_button};
use crate::scene::{Role, icon};
use crate::ui::Context;
use egui::{
    Align, Align2, Button, Frame, Layout, Margin, Panel, RichText, Stroke, Ui, WidgetInfo, vec2,
};

/// How high the bar is, in points.
const BAR: f32 = 48.0;
/// How high the strip is.
const STRIP: f32 = 39.0;
/// How high the foot is.
pub(crate) const FOOT: f32 = 68.0;
/// From the edges of a room to what stands in it.
pub(crate) const MARGIN: f32 = 20.0;
/// How wide and high the button that leads back is.
const BACK: egui::Vec2 = vec2(104.0, 30.0);
/// A button of the foot is this high, and at least so wide.
const BUTTON: egui::Vec2 = vec2(118.0, 36.0);
/// Between them.
const BETWEEN: f32 = 12.0;

/// The bar of a room: the way back, its name, and what Esc does. True where the way back was taken
/// by the button; Esc is the room's own.
pub(crate) fn room_bar(ui: &mut Ui, cx: &Context, name: &str, of_esc: &str) -> bool {
    let mut back = false;
    let frame =
        Frame::new().fill(cx.theme.color(Role::Panel)).inner_margin(Margin::symmetric(16, 0));
    let panel = Panel::top("room bar").exact_size(BAR).frame(frame);
    panel.show(ui, |ui| {
        let area = ui.max_rect();
        let middle = area.center();
        let color = cx.theme.color(Role::Ink);
        ui.painter().text(middle, Align2::CENTER_CENTER, name, semibold(13.5), color);
        let title = ui.interact(
            egui::Rect::from_center_size(middle, vec2(area.width() / 3.0, area.height())),
            ui.scope_id().with("name"),
            egui::Sense::hover(),
        );
        title.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, name));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = format!("{}  {}", icon::ARROW_LEFT, cx.words.room_back());
            let button = Button::new(RichText::new(text).font(medium(13.0)).color(color))
                .fill(cx.theme.color(Role::Ink.at(12)))
                .stroke(Stroke::NONE)
                .corner_radius(8)
                .min_size(BACK);
            let response = ui.add(button);
            response.widget_info(|| {
                WidgetInfo::labeled(egui::Role::Button, true, cx.words.room_back())
            });
            focus_ring(ui, cx, &response, 9.0);
            back = response.clicked();
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let muted = cx.theme.color(Role::Muted);
                let text = RichText::new(of_esc).font(regular(12.5)).color(muted);
                // Beside the name, never over it.
                ui.set_max_width(area.width() / 3.0);
                ui.add(egui::Label::new(text).truncate());
            });
        });
    });
    back
}

/// The strip below the bar, which says what the room is about.
pub(crate) fn room_strip(ui: &mut Ui, cx: &Context, contents: impl FnOnce(&mut Ui)) {
    let fill = cx.theme.color(Role::Ink.at(10));
    let frame = Frame::new().fill(fill).inner_margin(Margin::symmetric(MARGIN as i8, 0));
    Panel::top("room strip").exact_size(STRIP).frame(frame).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            contents(ui);
        });
    });
}

/// A button of the foot of a room.
pub(crate) struct FootButton<'a> {
    /// What it says.
    pub text: &'a str,
    /// It can be pressed.
    pub enabled: bool,
}

/// The foot of a room: what becomes of the work, and its buttons from left to right. The last one is
/// the safe one: it is filled, and has the keyboard where `takes_focus`. Gives back which was pressed.
pub(crate) fn room_foot(
    ui: &mut Ui,
    cx: &Context,
    sentence: &str,
    buttons: &[FootButton<'_>],
    takes_focus: bool,
) -> Option<usize> {
    let main = buttons.len().saturating_sub(1);
    room_foot_with(ui, cx, sentence, buttons, main, takes_focus)
}

/// The same where the safe button is not always the last: buttons stay where they are, whichever is
/// filled.
pub(crate) fn room_foot_with(
    ui: &mut Ui,
    cx: &Context,
    sentence: &str,
    buttons: &[FootButton<'_>],
    main: usize,
    takes_focus: bool,
) -> Option<usize> {
    let mut pressed = None;
    let frame = Frame::new()
        .fill(cx.theme.color(Role::Panel))
        .inner_margin(Margin::symmetric(MARGIN as i8, 0));
    Panel::bottom("room foot").exact_size(FOOT).frame(frame).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = BETWEEN;
            for (place, button) in buttons.iter().enumerate().rev() {
                let filled = place == main;
                let shown = |ui: &mut Ui| text_button(ui, cx, button.text, filled, BUTTON);
                let response = ui.add_enabled_ui(button.enabled, shown).inner;
                if filled && takes_focus {
                    response.request_focus();
                }
                if response.clicked() {
                    pressed = Some(place);
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let muted = cx.theme.color(Role::Muted);
                let text = RichText::new(sentence).font(regular(13.0)).color(muted);
                ui.add(egui::Label::new(text).wrap());
            });
        });
    });
    pressed
}
