//! A question in a dialog, with the field for its answer below it.

use super::buttons::{medium, regular};
use super::caret::layouter;
use crate::model::TEXT_MAX;
use crate::scene::Role;
use crate::ui::Context;
use egui::{Key, KeyboardShortcut, Margin, Modifiers, RichText, TextEdit, Ui, WidgetInfo};

/// What is asked, and what its field is like.
pub(crate) struct QuestionField<'a> {
    /// The field's.
    pub id: egui::Id,
    /// Above the field; it is also what the field is called.
    pub asked: &'a str,
    /// In the field as long as it is empty.
    pub hint: &'a str,
    /// How many lines high the field is; one line takes one line only.
    pub rows: usize,
    /// What is held with Enter for a new line.
    pub new_line: Modifiers,
}

impl QuestionField<'_> {
    /// Shows it with its answer.
    pub(crate) fn ui(&self, ui: &mut Ui, cx: &Context, answer: &mut String) -> egui::Response {
        asked_ui(ui, cx, self.asked);
        let font = regular(14.0);
        let mut layouter = layouter(font.clone(), self.rows > 1);
        let field = match self.rows {
            ..=1 => TextEdit::singleline(answer),
            rows => TextEdit::multiline(answer)
                .return_key(KeyboardShortcut::new(self.new_line, Key::Enter))
                .desired_rows(rows),
        };
        let field = field
            .id(self.id)
            .layouter(&mut layouter)
            .char_limit(TEXT_MAX)
            .hint_text(self.hint)
            .font(font)
            .margin(Margin::symmetric(10, 7))
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        let asked = self.asked;
        response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, asked));
        response
    }
}

/// What is asked, without a field.
pub(crate) fn asked_ui(ui: &mut Ui, cx: &Context, text: &str) {
    ui.add_space(7.0);
    ui.label(RichText::new(text).font(medium(13.0)).color(cx.theme.color(Role::Ink)));
}
