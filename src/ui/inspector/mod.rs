//! PLACEHOLDER for the fields of what is selected; only its signature counts.

use super::{Context, Document, Message};

/// What the inspector remembers besides the document.
#[derive(Default)]
pub struct Inspector {}

/// Shows the fields of what is selected.
pub fn inspector_ui(
    _ui: &mut egui::Ui,
    _cx: &Context,
    _doc: &Document,
    _state: &mut Inspector,
    _out: &mut Vec<Message>,
) {
}
