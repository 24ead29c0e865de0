//! The box that every dialog stands in: its frame, its heading and its buttons.

use super::buttons::{semibold, text_button};
use crate::scene::Role;
use crate::ui::Context;
use egui::{Align, Key, Layout, Modal, ModalResponse, Modifiers, RichText, Ui, vec2};

/// A box in the middle of the window.
pub(crate) fn framed(cx: &Context, id: &str) -> Modal {
    let frame = egui::Frame::new()
        .fill(cx.theme.color(Role::Panel))
        .stroke(egui::Stroke::new(1.0, cx.theme.color(Role::Hairline)))
        .corner_radius(12)
        .inner_margin(24);
    Modal::new(egui::Id::unique(("dialog", id))).frame(frame).backdrop_color(backdrop(cx))
}

/// Is a dialog left in which something is written? By Esc; a click beside it would throw away what
/// has been written.
pub(crate) fn is_left<T>(modal: &ModalResponse<T>) -> bool {
    modal.should_close() && !modal.backdrop_response.clicked()
}

/// Over what is behind a dialog: dimmed, and still to be made out.
pub(crate) fn backdrop(cx: &Context) -> egui::Color32 {
    cx.theme.color(Role::Shadow).to_opaque().gamma_multiply(0.3)
}

/// How wide a dialog is: `most`, or what the window has room for with air around it.
pub(crate) fn width_in(ctx: &egui::Context, most: f32) -> f32 {
    (ctx.content_rect().width() - 80.0).min(most).max(0.0)
}

/// The title of a dialog.
pub(crate) fn heading(ui: &mut Ui, cx: &Context, title: &str) {
    ui.label(RichText::new(title).font(semibold(18.0)).color(cx.theme.color(Role::Ink)));
    ui.add_space(6.0);
}

/// A dialog comes in front: in its first frame something in it takes the keyboard.
pub(crate) fn opens(ctx: &egui::Context) {
    ctx.data_mut(|data| data.insert_temp(first_frame_id(), ()));
}

/// Is this the first frame of the dialog in front?
pub(crate) fn is_first_frame(ctx: &egui::Context) -> bool {
    ctx.data(|data| data.get_temp::<()>(first_frame_id())).is_some()
}

/// The dialog in front has been shown.
pub(crate) fn has_opened(ctx: &egui::Context) {
    ctx.data_mut(|data| data.remove_temp::<()>(first_frame_id()));
}

fn first_frame_id() -> egui::Id {
    egui::Id::unique("first frame of a dialog")
}

/// Where a dialog has the keyboard at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FirstFocus {
    /// On its first button.
    Button,
    /// On its last button: the first one destroys something.
    LastButton,
    /// In a field of its own.
    Field,
}

/// A row of buttons from the right, the first one filled and rightmost; which one was chosen.
pub(crate) fn buttons_ui(
    ui: &mut Ui,
    cx: &Context,
    buttons: &[String],
    focus: FirstFocus,
) -> Option<usize> {
    let mut chosen = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for (index, label) in buttons.iter().enumerate() {
            let response = text_button(ui, cx, label, index == 0, vec2(90.0, 36.0));
            let focused = match focus {
                FirstFocus::Button => index == 0,
                FirstFocus::LastButton => index + 1 == buttons.len(),
                FirstFocus::Field => false,
            };
            if focused && is_first_frame(ui.ctx()) {
                response.request_focus();
            }
            if response.clicked() {
                chosen = Some(index);
            }
        }
    });
    chosen
}

/// Takes Enter for a dialog whose keyboard is in a text field.
pub(crate) fn takes_enter(ctx: &egui::Context) -> bool {
    ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}
