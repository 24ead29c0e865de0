//! The row at the bottom of a room where no map is: what can be done there, and what there is.

use crate::scene::Role;
use crate::ui::Context;
use crate::ui::kit::buttons::regular;
use crate::ui::kit::notice::HEIGHT;
use egui::{Align, Frame, Label, Layout, Margin, Panel, RichText, Ui};

/// Shows the row, with a hint on the left and counts on the right.
pub(crate) fn room_status_ui(ui: &mut Ui, cx: &Context<'_>, (hint, counts): (String, String)) {
    let frame =
        Frame::new().fill(cx.theme.color(Role::Panel)).inner_margin(Margin::symmetric(16, 0));
    Panel::bottom("status").exact_size(HEIGHT).frame(frame).show(ui, |ui| {
        let text = |text: String| {
            RichText::new(text).font(regular(12.5)).color(cx.theme.color(Role::Muted))
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(Label::new(text(counts)).truncate());
            ui.add_space(24.0);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(text(hint)).truncate());
            });
        });
    });
}
