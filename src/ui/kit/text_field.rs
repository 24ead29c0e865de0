//! The caret and the selection of a field that one types in.

use egui::Ui;

/// Selects `text`, with which a field begins, so that typing replaces it.
pub fn select_all(ui: &Ui, field: egui::Id, text: &str) {
    select(ui, field, 0, text.chars().count());
}

/// Goes on typing after `text`, which is all that a field holds.
pub fn set_caret_to_end(ui: &Ui, field: egui::Id, text: &str) {
    let end = text.chars().count();
    select(ui, field, end, end);
}

/// Another text is in the field than before: the caret is at its end, and there is nothing to take
/// back.
pub fn fresh_field(ui: &Ui, field: egui::Id, text: &str) {
    egui::text_edit::TextEditState::default().store(ui.ctx(), field);
    set_caret_to_end(ui, field, text);
}

pub(crate) fn select(ui: &Ui, field: egui::Id, from: usize, to: usize) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), field).unwrap_or_default();
    let range = CCursorRange::two(CCursor::new(from), CCursor::new(to));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), field);
}
