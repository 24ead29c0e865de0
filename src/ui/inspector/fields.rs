//! The fields of the panel that are written in: text and numbers. Each shows what its things have in
//! common and asks for a change of all of them.

use super::batch::Batch;
use super::form::{FieldDraft, Form};
use super::numbers::{self, BadNumber};
use super::widgets;
use crate::edit::Change;
use crate::model::within_text_max;
use crate::model::{TEXT_MAX, plain_text};
use crate::scene::{Face, Role};
use crate::ui::font_id;
use crate::ui::kit::caret::layouter;
use crate::ui::kit::keyboard::has_keyboard;
use egui::text_edit::TextEditState;
use egui::{
    EventFilter, Frame, Key, KeyboardShortcut, Margin, Modifiers, Response, RichText, Stroke, Ui,
};

/// How a text field looks and what may be written in it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum FieldLook {
    /// One line, in a box. It still wraps when it is long.
    Line,
    /// Lines, in a box; Shift+Enter breaks a line.
    Lines,
    /// What was said: lines, in italics.
    Quote,
    /// A heading, without a box; Shift+Enter breaks a line.
    Heading,
    /// A text among others, without a box.
    Plain,
}

/// A text field's name.
#[derive(Clone, Copy)]
pub(super) struct FieldPlace<'a> {
    /// Names it in widget ids, whatever the language.
    pub salt: &'a str,
    /// Its label.
    pub label: &'a str,
    /// What stands in it, muted, while it is empty.
    pub hint: &'a str,
    pub look: FieldLook,
}

/// How a text is read as a value, how the value is written, and what is wrong with the text.
pub(super) type Reading<'a, V> = (
    &'a dyn Fn(&str) -> Result<V, BadNumber>,
    &'a dyn Fn(&V) -> String,
    &'a dyn Fn(BadNumber) -> String,
);

impl Form<'_> {
    /// A labelled text of each thing.
    pub(super) fn text<P: Clone, T: Clone>(
        &mut self,
        ui: &mut Ui,
        batch: Batch<'_, P, T>,
        field: FieldPlace<'_>,
        get: impl Fn(&T) -> &str,
        set: impl Fn(&mut T, String),
    ) {
        let value = batch.same(get);
        let change = |text: String| batch.change(|thing| set(thing, text.clone()));
        if field.look == FieldLook::Heading {
            ui.push_id(field.salt, |ui| self.bare_text(ui, field, value, change));
        } else {
            self.section(ui, field.salt, field.label, |ui, form| {
                form.bare_text(ui, field, value, change);
            });
        }
    }

    /// A text field without a visible label; `value` is none where the things differ.
    pub(super) fn bare_text(
        &mut self,
        ui: &mut Ui,
        field: FieldPlace<'_>,
        value: Option<&str>,
        change: impl Fn(String) -> Change,
    ) {
        let words = self.cx.words;
        // Counting is for the rare text that may be too long.
        if let Some(long) = value.filter(|text| text.len() > TEXT_MAX)
            && let (cut, true) = within_text_max(long)
        {
            self.remark(ui, &words.inspector_too_long(), Role::Muted);
            if widgets::plain_chip(ui, self.cx.theme, &words.inspector_shorten()).clicked() {
                self.edit(change(cut.to_owned()));
            }
            return;
        }
        let mixed = words.inspector_mixed();
        let hint = if value.is_none() { &mixed } else { field.hint };
        let mut text = plain_text(value.unwrap_or_default()).into_owned();
        let response = self.text_edit(ui, &mut text, FieldPlace { hint, ..field });
        if response.changed() {
            text = plain_text(&text).into_owned();
            if matches!(field.look, FieldLook::Line | FieldLook::Plain) {
                text = text.replace(['\n', '\t'], " ");
            }
            self.preview(response.id, change(text));
        }
        self.settle(ui, &response);
    }

    fn text_edit(&mut self, ui: &mut Ui, text: &mut String, field: FieldPlace<'_>) -> Response {
        let theme = self.cx.theme;
        let id = ui.make_persistent_id(("text", field.salt));
        let focused = ui.memory(|memory| memory.has_focus(id));
        let heading = matches!(field.look, FieldLook::Heading | FieldLook::Plain);
        let font = match field.look {
            FieldLook::Heading => font_id(Face::SemiBold, 19.0),
            FieldLook::Quote => font_id(Face::Italic, 13.5),
            FieldLook::Plain => font_id(Face::Medium, 13.0),
            FieldLook::Line | FieldLook::Lines => font_id(Face::Regular, 13.5),
        };
        let edge = theme.color(if focused { Role::Accent } else { Role::Hairline });
        let frame = if heading {
            Frame::new().inner_margin(Margin::symmetric(0, 2))
        } else {
            // A thicker edge must not push the text: the margin gives way.
            let width = if focused { 1.5 } else { 1.0 };
            let fill = theme.color(Role::Card);
            Frame::new()
                .inner_margin(Margin::symmetric(11, 8))
                .fill(fill)
                .corner_radius(7)
                .stroke(Stroke::new(width, edge))
        };
        let newline = (!matches!(field.look, FieldLook::Line | FieldLook::Plain))
            .then_some(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter));
        let mut layouter = layouter(font.clone(), true);
        let response = egui::TextEdit::multiline(text)
            .id(id)
            .layouter(&mut layouter)
            .font(font.clone())
            .frame(frame)
            .desired_width(f32::INFINITY)
            .desired_rows(1)
            .char_limit(TEXT_MAX)
            .return_key(newline)
            .hint_text(RichText::new(field.hint).font(font.clone()))
            // Esc is ours: it takes back what was typed before the field is left.
            .event_filter(EventFilter {
                escape: true,
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            })
            .show(ui)
            .response
            .response;
        if response.gained_focus()
            && let Some(state) = &mut TextEditState::load(ui.ctx(), id)
        {
            // What undo gives back in the field is what stands there now.
            state.clear_undoer();
        }
        if heading && (focused || response.hovered()) {
            let line = Stroke::new(1.0, edge);
            ui.painter().hline(response.rect.x_range(), response.rect.bottom(), line);
        }
        if self.state.wanted == Some(field.salt) {
            self.state.wanted = None;
            response.request_focus();
        }
        response.accessible_name(field.label)
    }

    /// A number of each thing, none where nothing is written. `value` is none where they differ.
    pub(super) fn number(
        &mut self,
        ui: &mut Ui,
        field: FieldPlace<'_>,
        value: Option<Option<f64>>,
        range: (f64, f64),
        change: impl Fn(Option<f64>) -> Change,
    ) {
        let lang = self.cx.words.lang;
        let format = |value: &Option<f64>| {
            value.map(|value| numbers::editable(lang, value)).unwrap_or_default()
        };
        let parse = |text: &str| numbers::parse(lang, text, range);
        let words = self.cx.words;
        let complaint = |bad| match bad {
            BadNumber::NotANumber => words.inspector_bad_number(),
            BadNumber::OutOfRange => {
                words.inspector_out_of_range(words.number(range.0), words.number(range.1))
            }
        };
        self.drafted(ui, field, value, (&parse, &format, &complaint), change);
    }

    /// Numbers in one field.
    pub(super) fn numbers(
        &mut self,
        ui: &mut Ui,
        field: FieldPlace<'_>,
        value: Option<Vec<f64>>,
        change: impl Fn(Vec<f64>) -> Change,
    ) {
        let lang = self.cx.words.lang;
        let format = |values: &Vec<f64>| {
            let each: Vec<String> = values.iter().map(|n| numbers::editable(lang, *n)).collect();
            each.join("  ")
        };
        let parse = |text: &str| numbers::parse_list(lang, text);
        let words = self.cx.words;
        let complaint = |_| words.inspector_bad_numbers();
        self.drafted(ui, field, value, (&parse, &format, &complaint), change);
    }

    /// A field whose text has to be read before it is a value. What cannot be read stays in the
    /// field with the reason below it, and changes nothing.
    pub(super) fn drafted<V>(
        &mut self,
        ui: &mut Ui,
        field: FieldPlace<'_>,
        value: Option<V>,
        (parse, format, complaint): Reading<'_, V>,
        change: impl Fn(V) -> Change,
    ) {
        let words = self.cx.words;
        let mixed = words.inspector_mixed();
        let hint = if value.is_none() { &mixed } else { field.hint };
        let shown = value.as_ref().map(format).unwrap_or_default();
        let id = ui.make_persistent_id(("text", field.salt));
        let draft = self.state.draft.as_ref();
        let draft = draft.filter(|draft| draft.id == id && draft.known == shown);
        let mut text = draft.map_or_else(|| shown.clone(), |draft| draft.text.clone());
        let before = draft.map_or_else(|| shown.clone(), |draft| draft.before.clone());
        let mut bad = draft.and_then(|draft| draft.bad.clone());
        let response =
            self.text_edit(ui, &mut text, FieldPlace { hint, look: FieldLook::Line, ..field });
        if response.changed() {
            text = plain_text(&text).replace('\n', " ");
            let mut known = before.clone();
            bad = None;
            match parse(&text) {
                Ok(value) => {
                    known = format(&value);
                    self.preview(id, change(value));
                }
                Err(reason) => {
                    // What was shown of it goes back to what it was.
                    self.cancel(id);
                    bad = Some(complaint(reason));
                }
            }
            self.state.draft = Some(FieldDraft { id, text, known, before, bad: bad.clone() });
        }
        self.settle(ui, &response);
        if !has_keyboard(&response) && bad.is_none() {
            self.state.draft.take_if(|draft| draft.id == id);
        }
        if let Some(bad) = bad {
            self.remark(ui, &bad, Role::Bad);
        }
    }

    /// A field to add something by its name: gives what stands in it when Enter is pressed.
    pub(super) fn adder(
        &mut self,
        ui: &mut Ui,
        field: FieldPlace<'_>,
    ) -> (Option<String>, Response) {
        let id = ui.make_persistent_id(("text", field.salt));
        let mine = self.state.draft.as_ref().filter(|draft| draft.id == id);
        let mut text = mine.map(|draft| draft.text.clone()).unwrap_or_default();
        let response = self.text_edit(ui, &mut text, FieldPlace { look: FieldLook::Line, ..field });
        if response.changed() {
            let none = String::new;
            let text = plain_text(&text).replace('\n', " ");
            self.state.draft =
                Some(FieldDraft { id, text, known: none(), before: none(), bad: None });
        }
        if !self.settle(ui, &response) {
            return (None, response);
        }
        self.state.draft.take_if(|draft| draft.id == id);
        // Ready for the next one.
        response.request_focus();
        let text = text.trim().to_owned();
        ((!text.is_empty()).then_some(text), response)
    }

    /// What stands in a field made by [`Self::adder`] and is not added yet.
    pub(super) fn being_added(&self, id: egui::Id) -> &str {
        let draft = self.state.draft.as_ref().filter(|draft| draft.id == id);
        draft.map_or("", |draft| draft.text.as_str())
    }
}

/// A field in each of two columns; `content` is told whether it is the right one.
pub(super) fn pair(
    ui: &mut Ui,
    form: &mut Form<'_>,
    mut content: impl FnMut(&mut Ui, &mut Form<'_>, bool),
) {
    ui.columns(2, |columns| {
        for (index, column) in columns.iter_mut().enumerate() {
            content(column, form, index == 1);
        }
    });
}
