//! PLACEHOLDER for the map on the screen; only its signatures count.

use super::command::Command;
use super::{Context, Document, Message};
use crate::edit::Thing;
use crate::scene::{Role, Scene, Theme};
use crate::words::Words;

/// What the canvas remembers besides the document.
#[derive(Default)]
pub struct Canvas {}

impl Canvas {
    /// Brings `thing` into view as soon as it is laid out.
    pub fn show(&mut self, _thing: Thing) {}

    /// Begins to type the text of `thing`.
    pub fn edit_text(&mut self, _doc: &Document, _thing: Thing) {}

    /// Forgets what is being typed or dragged; what is shown has been committed or dropped.
    pub fn let_go(&mut self) {}
}

/// Shows the map and takes what the pointer and the keyboard do on it.
pub fn canvas_ui(
    ui: &mut egui::Ui,
    cx: &Context,
    _doc: &mut Document,
    _canvas: &mut Canvas,
    _out: &mut Vec<Message>,
) {
    ui.painter().rect_filled(ui.max_rect(), 0.0, cx.theme.color(Role::Paper));
}

/// Does a command that acts on the map; false if it is not one of the canvas's.
pub fn perform(
    _command: Command,
    _doc: &mut Document,
    _canvas: &mut Canvas,
    _words: &Words,
    _out: &mut Vec<Message>,
) -> bool {
    false
}

/// Puts in what was on the system's clipboard.
pub fn paste(
    _text: &str,
    _doc: &mut Document,
    _canvas: &mut Canvas,
    _words: &Words,
    _out: &mut Vec<Message>,
) {
}

/// Draws a whole map into `rect`, small.
pub fn picture_ui(ui: &egui::Ui, rect: egui::Rect, _scene: &Scene, theme: &Theme) {
    ui.painter().rect_filled(rect, 0.0, theme.color(Role::Paper));
}
