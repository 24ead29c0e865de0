//! PLACEHOLDER for the map on the screen; only its signatures count.

use super::command::Command;
use super::{Context, Document, Message};
use crate::edit::Thing;
use crate::scene::{Role, Scene, Theme};
use crate::words::Words;

/// What the canvas remembers besides the document.
#[derive(Default)]
pub struct Canvas {}

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

/// Brings `thing` into view in the next frame.
pub fn show(_thing: Thing, _doc: &mut Document, _canvas: &mut Canvas) {}

/// Begins to edit the text or title of `thing` in place.
pub fn type_in(_thing: Thing, _doc: &mut Document, _canvas: &mut Canvas) {}

/// Draws a whole map into `rect`, small.
pub fn picture_ui(ui: &mut egui::Ui, rect: egui::Rect, _scene: &Scene, theme: &Theme) {
    ui.painter().rect_filled(rect, 0.0, theme.color(Role::Paper));
}
