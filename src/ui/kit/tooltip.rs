//! Words about a button under the pointer, or that the keyboard has come to and stays at: in the
//! look of the words about the map's signs.

use super::fonts::font_id;
use crate::scene::Face;
use crate::ui::kit::keyboard::has_keyboard;
use egui::{Frame, Id, Margin, Response, Sense, Tooltip, Ui, Vec2, vec2};
use std::time::Duration;

/// How wide words are at most, in screen points.
pub(crate) const WIDE: f32 = 320.0;
/// Between the words and the edges of their box.
pub(crate) const PAD: Vec2 = vec2(13.0, 9.0);
/// Of the box's corners.
pub(crate) const RADIUS: u8 = 8;
/// How large the words are.
pub(crate) const SIZE: f32 = 12.5;
/// How long the keyboard stays at a button before the words come, in seconds.
const STAYS: f64 = 0.8;

/// Buttons that say what they do. The words are only made where they are asked for: a window has a
/// hundred buttons, and the pointer is at one of them.
pub(crate) trait Tip {
    /// Shows `text` beside it after a moment.
    fn tip<T: Into<String>>(self, text: impl FnOnce() -> T) -> Self;
    /// Shows `text` at the pointer after a moment.
    fn tip_at_pointer<T: Into<String>>(self, text: impl FnOnce() -> T) -> Self;
}

impl Tip for Response {
    fn tip<T: Into<String>>(self, text: impl FnOnce() -> T) -> Self {
        if is_asked(&self) {
            show(&self, &text().into(), Tooltip::for_enabled(&self), true);
        }
        self
    }

    fn tip_at_pointer<T: Into<String>>(self, text: impl FnOnce() -> T) -> Self {
        if is_asked(&self) {
            show(&self, &text().into(), Tooltip::for_enabled(&self).at_pointer(), false);
        }
        self
    }
}

/// Can the words be seen or read aloud in this frame?
fn is_asked(of: &Response) -> bool {
    of.contains_pointer() || has_keyboard(of) || of.ctx.has_accesskit_node(of.id)
}

fn show(of: &Response, text: &str, mut tooltip: Tooltip<'_>, by_key: bool) {
    if of.ctx.has_accesskit_node(of.id) {
        of.ctx.accesskit_node_builder(of.id, |node| {
            if node.description().is_none() {
                node.set_description(text);
            }
            // A label is named by what it says.
            let says_itself = node.role() == egui::Role::Label || !node.labelled_by().is_empty();
            if !says_itself && node.label().is_none_or(str::is_empty) {
                node.set_label(text);
            }
        });
    }
    let visuals = &of.ctx.global_style().visuals;
    let (fill, ink) = (visuals.text_color(), visuals.panel_fill);
    let margin = Margin::symmetric(PAD.x as i8, PAD.y as i8);
    let frame = Frame::new().fill(fill).corner_radius(RADIUS).inner_margin(margin);
    tooltip.popup = tooltip.popup.frame(frame);
    if by_key && of.enabled() && stays(of) {
        tooltip.popup = tooltip.popup.open(true);
    }
    tooltip.show(|ui: &mut Ui| {
        // Painted and not a label: what is read aloud is the button's own.
        let font = font_id(Face::Regular, SIZE);
        let galley = ui.painter().layout(text.to_owned(), font, ink, WIDE - 2.0 * PAD.x);
        let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(rect.min, galley, ink);
    });
}

/// Has the keyboard come to this button and stayed there, with the pointer left alone?
fn stays(of: &Response) -> bool {
    if !has_keyboard(of) {
        return false;
    }
    let key = Id::unique("keyboard at");
    let now = of.ctx.input(|input| input.time);
    let known = of.ctx.data(|data| data.get_temp::<(Id, f64)>(key));
    let since = known.filter(|(id, _)| *id == of.id && !of.gained_focus()).map(|(_, since)| since);
    let since = since.unwrap_or_else(|| {
        of.ctx.data_mut(|data| data.insert_temp(key, (of.id, now)));
        now
    });
    let left_alone = of.ctx.input(|input| {
        let pointer = &input.pointer;
        let quiet = pointer.time_since_last_movement().min(pointer.time_since_last_click());
        !pointer.any_down() && f64::from(quiet) >= now - since
    });
    let waits = since + STAYS - now;
    if left_alone && waits > 0.0 {
        of.ctx.request_repaint_after(Duration::from_secs_f64(waits));
    }
    left_alone && waits <= 0.0
}
