//! Names in lists of the panel: a line that can be taken away, and a word for a name that is missing.

use super::form::Form;
use super::widgets::sign;
use crate::scene::icon;
use crate::scene::{Face, Role};
use crate::ui::font_id;
use egui::{Label, RichText, Ui};

/// A line of a list with a sign to take it away; true when that was pressed.
pub(super) fn bullet(ui: &mut Ui, form: &Form<'_>, text: &str, all: bool) -> bool {
    let words = form.cx.words;
    let text = if text.is_empty() { words.thing_untitled() } else { text.to_owned() };
    let mut removed = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let width = ui.available_width() - 38.0;
        let ink = form.cx.theme.color(if all { Role::Ink } else { Role::Muted });
        let text_of =
            |text: &str| RichText::new(text).font(font_id(Face::Regular, 13.0)).color(ink);
        // The dot hangs outside the lines of the text.
        ui.vertical(|ui| {
            ui.set_width(12.0);
            ui.add_space(2.0);
            ui.label(text_of("•"));
        });
        ui.vertical(|ui| {
            ui.set_width(width.max(24.0));
            ui.add_space(2.0);
            ui.add(Label::new(text_of(&text)).wrap());
        });
        ui.add_space(4.0);
        removed = sign(ui, form.cx.theme, icon::X, &words.inspector_remove(&text)).clicked();
    });
    removed
}

/// A title, or a word for its absence.
pub(super) fn titled(title: &str, words: &crate::words::Words) -> String {
    // Lists have one line a row.
    match title.lines().next().unwrap_or_default() {
        "" => words.thing_untitled(),
        line => line.to_owned(),
    }
}
