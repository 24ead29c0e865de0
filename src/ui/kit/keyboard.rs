//! Which widget has the keyboard?

use egui::Response;

/// Has the widget the keyboard, or will it when the window is in front again? egui's own
/// [`Response::has_focus`] says no while another window is in front: what one is typing would end by
/// looking at something else, and the next letter would replace what stands there.
#[expect(clippy::disallowed_methods, reason = "this is what is to be called instead")]
pub(crate) fn has_keyboard(response: &Response) -> bool {
    response.has_focus() || response.ctx.memory(|memory| memory.has_focus(response.id))
}
