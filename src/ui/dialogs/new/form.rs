//! The questions: what the map is for, for whom, from where to where, what it shows, its name.

use super::NewDialog;
use crate::model::{Aim, JourneyKind};
use crate::scene::Role;
use crate::ui::Context;
use crate::ui::inspector::{Lit, chip, wrapped};
use crate::ui::kit::buttons::regular;
use crate::ui::kit::dialog_box::is_first_frame;
use crate::ui::kit::question::{QuestionField, asked_ui};
use crate::words::Named;
use egui::{Id, Modifiers, RichText, Ui, WidgetInfo, vec2};

/// The fields, by what they ask.
const FIELDS: [&str; 5] = ["purpose", "for whom", "from", "to", "title"];

/// Of the day of a template.
const DAY: &str = "day-in-the-life";

fn field_id(name: &str) -> Id {
    Id::unique(("new map", name))
}

pub(super) fn is_field(id: Id) -> bool {
    FIELDS.iter().any(|name| field_id(name) == id)
}

impl NewDialog {
    pub(super) fn form_ui(&mut self, ui: &mut Ui, cx: &Context) {
        ui.spacing_mut().item_spacing = vec2(10.0, 5.0);
        let words = cx.words;
        asked_ui(ui, cx, &words.new_map_aim());
        wrapped(ui, |ui| {
            for aim in Aim::ALL {
                let on = self.wanted.aim.as_ref() == Some(aim);
                if choice(ui, cx, &aim.name(words), on) {
                    self.wanted.aim = (!on).then(|| aim.clone());
                }
            }
        });
        let wanted = &mut self.wanted;
        let (purpose, hint) = (words.new_map_purpose(), words.new_map_purpose_hint());
        let field = text_ui(ui, cx, FIELDS[0], &purpose, &hint, &mut wanted.purpose, 3);
        if is_first_frame(ui.ctx()) {
            field.request_focus();
        }
        let (whom, hint) = (words.new_map_for_whom(), words.new_map_for_whom_hint());
        text_ui(ui, cx, FIELDS[1], &whom, &hint, &mut wanted.for_whom, 1);
        ui.columns(2, |sides| {
            let [left, right] = sides else { return };
            let (from, hint) = (words.field_begins(), words.new_map_from_hint());
            text_ui(left, cx, FIELDS[2], &from, &hint, &mut wanted.from, 1);
            let (to, hint) = (words.field_ends(), words.new_map_to_hint());
            text_ui(right, cx, FIELDS[3], &to, &hint, &mut wanted.to, 1);
        });
        asked_ui(ui, cx, &words.field_journey_kind());
        let shown = self.kind().cloned();
        let mut chosen = None;
        wrapped(ui, |ui| {
            for kind in JourneyKind::ALL {
                if choice(ui, cx, &kind.name(words), shown.as_ref() == Some(kind)) {
                    chosen = Some(kind.clone());
                }
            }
        });
        if let Some(kind) = chosen {
            self.choose_kind(kind);
        }
        let about = match self.kind() {
            Some(JourneyKind::Future) => words.new_map_future(),
            Some(JourneyKind::DayInTheLife) => words.new_map_day(),
            _ => words.new_map_current(),
        };
        let muted = cx.theme.color(Role::Muted);
        ui.label(RichText::new(about).font(regular(12.5)).color(muted));
        let (name, hint) = (words.new_map_name(), words.new_journey());
        text_ui(ui, cx, FIELDS[4], &name, &hint, &mut self.wanted.title, 1);
    }

    /// What the map will show: what was chosen, else what its template shows.
    pub(super) fn kind(&self) -> Option<&JourneyKind> {
        let of_template = || self.template().project.journeys.first()?.kind.as_ref();
        self.wanted.kind.as_ref().or_else(of_template)
    }

    /// A day begins with the template for one, unless another one was chosen by hand.
    pub(super) fn choose_kind(&mut self, kind: JourneyKind) {
        let find = |name: &str| self.templates.iter().position(|one| one.name == name);
        let (usual, day) = (find(crate::ui::dialogs::new::USUAL), find(DAY));
        if kind == JourneyKind::DayInTheLife && Some(self.at) == usual {
            self.at = day.unwrap_or(self.at);
        } else if kind != JourneyKind::DayInTheLife && Some(self.at) == day {
            self.at = usual.unwrap_or(self.at);
        }
        self.wanted.kind = Some(kind);
    }
}

/// One of several; true when it was clicked.
fn choice(ui: &mut Ui, cx: &Context, name: &str, on: bool) -> bool {
    let response = chip(ui, cx.theme, name, if on { Lit::On } else { Lit::Off });
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, enabled, on, name));
    response.clicked()
}

/// A question with its answer, `rows` high.
fn text_ui(
    ui: &mut Ui,
    cx: &Context,
    name: &str,
    asked: &str,
    hint: &str,
    text: &mut String,
    rows: usize,
) -> egui::Response {
    // Enter alone makes the map.
    let new_line = Modifiers::SHIFT;
    QuestionField { id: field_id(name), asked, hint, rows, new_line }.ui(ui, cx, text)
}
