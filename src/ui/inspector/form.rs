//! What the fields of the panel share: headings, sections, and how a change is shown, made or dropped.

use super::Inspector;
use super::picked::Picked;
use crate::edit::Change;
use crate::scene::{Face, Role};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::text_field::{Left, take_key};
use crate::ui::{Context, Message, font_id};
use egui::{Key, Modifiers, Response, RichText, Stroke, Ui, vec2};

/// The panel while it is drawn.
pub(super) struct Form<'a> {
    pub cx: &'a Context<'a>,
    pub picked: &'a Picked,
    pub state: &'a mut Inspector,
    pub out: &'a mut Vec<Message>,
}

/// Text in a field that is not a value yet.
pub(super) struct FieldDraft {
    /// The field.
    pub id: egui::Id,
    /// What stands in it.
    pub text: String,
    /// What the field would show without it; when that is something else, the draft is out of date.
    pub known: String,
    /// What it showed when the draft was begun.
    pub before: String,
    /// Why it is not a value.
    pub bad: Option<String>,
}

/// Between two sections, in points.
const SECTION_GAP: f32 = 16.0;

impl Form<'_> {
    /// Sets the panel's spacing on `ui` and what is within it.
    pub(super) fn dress(&self, ui: &mut Ui) {
        let style = ui.style_mut();
        style.spacing.item_spacing = vec2(6.0, 6.0);
        style.wrap_mode = Some(egui::TextWrapMode::Wrap);
    }

    /// The muted word above a heading: what is selected.
    pub(super) fn kind_label(&self, ui: &mut Ui, text: &str) {
        let font = font_id(Face::Medium, 12.5);
        ui.label(RichText::new(text).font(font).color(self.cx.theme.color(Role::Muted)));
    }

    /// A heading that is not a field: "3 cards".
    pub(super) fn heading(&self, ui: &mut Ui, text: &str) {
        let font = font_id(Face::SemiBold, 19.0);
        ui.label(RichText::new(text).font(font));
    }

    /// A muted label with what belongs to it below. `salt` names the section whatever the language.
    pub(super) fn section<R>(
        &mut self,
        ui: &mut Ui,
        salt: &str,
        label: &str,
        content: impl FnOnce(&mut Ui, &mut Self) -> R,
    ) -> R {
        ui.add_space(SECTION_GAP - ui.spacing().item_spacing.y);
        let group = egui::UiBuilder::new()
            .id_salt(salt)
            .accessibility_role(egui::Role::Group)
            .accessibility_label(label);
        let column = egui::Layout::top_down(egui::Align::Min);
        ui.scope_builder(group.layout(column), |ui| {
            let font = font_id(Face::Regular, 12.0);
            let muted = self.cx.theme.color(Role::Muted);
            ui.label(RichText::new(label).font(font).color(muted));
            content(ui, self)
        })
        .inner
    }

    /// Air and a hairline between blocks of different things.
    pub(super) fn divider(&self, ui: &mut Ui) {
        ui.add_space(20.0);
        let stroke = Stroke::new(1.0, self.cx.theme.color(Role::Hairline));
        let rect = ui.available_rect_before_wrap();
        ui.painter().hline(rect.x_range(), rect.top(), stroke);
        ui.add_space(20.0);
    }

    /// The muted name of one field among several of a section.
    pub(super) fn caption(&self, ui: &mut Ui, text: &str) {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.add_space(2.0);
        self.remark(ui, text, Role::Muted);
    }

    /// A short muted or, where something is wrong, red line of text.
    pub(super) fn remark(&self, ui: &mut Ui, text: &str, role: Role) -> Response {
        let font = font_id(Face::Regular, 12.0);
        ui.label(RichText::new(text).font(font).color(self.cx.theme.color(role)))
    }

    /// Makes a change at once: a toggle, a pick.
    pub(super) fn edit(&mut self, change: Change) {
        // What was shown is made by the editor first.
        self.state.open = None;
        self.out.push(Message::Edit(change));
    }

    /// Shows a change that field `id` is about to make.
    pub(super) fn preview(&mut self, id: egui::Id, change: Change) {
        // At most one edit is in the making: what another field or the canvas has shown is made first.
        if self.state.open != Some(id) {
            self.out.push(Message::Commit);
        }
        self.state.open = Some(id);
        self.state.alive = true;
        self.state.shown = Some(change.clone());
        self.out.push(Message::Preview(change));
    }

    /// Drops what field `id` has shown.
    pub(super) fn cancel(&mut self, id: egui::Id) {
        if self.state.open == Some(id) {
            self.state.open = None;
            self.out.push(Message::Cancel);
        }
        if self.state.draft.as_ref().is_some_and(|draft| draft.id == id) {
            self.state.draft = None;
        }
    }

    /// Ends the editing of a text field on Enter and Esc, and keeps what it shows while it is in
    /// use. Returns true when Enter was pressed.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
    pub(super) fn settle(&mut self, ui: &Ui, response: &Response) -> bool {
        if !has_keyboard(response) {
            return false;
        }
        let ended = take_key(ui.ctx(), |key, modifiers| match key {
            Key::Enter if !modifiers.shift && !modifiers.alt => Some(Left::ByEnter),
            Key::Escape if modifiers.is_none() => Some(Left::ByEscape),
            _ => None,
        });
        let (enter, escape) = (ended == Some(Left::ByEnter), ended == Some(Left::ByEscape));
        if escape {
            self.cancel(response.id);
        }
        if enter || escape {
            response.surrender_focus();
        } else {
            self.state.alive |= self.state.open == Some(response.id);
        }
        enter
    }

    /// The same for a slider: its change is shown while it is dragged, and made when it is let go.
    pub(super) fn settle_drag(
        &mut self,
        ui: &Ui,
        response: &Response,
        change: impl FnOnce() -> Change,
    ) {
        let id = response.id;
        let held = response.is_pointer_button_down_on() || response.dragged();
        if self.state.called_off == Some(id) {
            if !held {
                self.state.called_off = None;
            }
            return;
        }
        let open = self.state.open == Some(id);
        if open && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.cancel(id);
            self.state.called_off = held.then_some(id);
            return;
        }
        if response.changed() {
            self.preview(id, change());
        }
        // By keyboard it stays open until the slider is left, so that ten presses are one step.
        self.state.alive |= open && (held || has_keyboard(response));
        if response.drag_stopped() || response.clicked() {
            self.state.alive = false;
        }
    }
}
