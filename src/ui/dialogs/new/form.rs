//! The questions: what the map is for, for whom, from where to where, what it shows, its name, and,
//! folded away, the one persona, problem and offer that a map may be about.

use super::NewDialog;
use crate::model::{Aim, JourneyKind};
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::Context;
use crate::ui::dialogs::period::Period;
use crate::ui::inspector::{Lit, chip, wrapped};
use crate::ui::kit::buttons::{focus_ring, medium, regular};
use crate::ui::kit::dialog_box::is_first_frame;
use crate::ui::kit::question::{QuestionField, asked_ui};
use crate::words::{Named, Words};
use egui::{Button, CursorIcon, Id, Modifiers, RichText, Ui, WidgetInfo, vec2};

/// The fields, by what they ask.
const FIELDS: [&str; 8] =
    ["purpose", "for whom", "from", "to", "title", "persona", "problem", "offer"];

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
        let shown = self.kind();
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
        let muted = cx.theme.color(Role::Muted);
        let (about, when) = self.kind_text(words);
        let about = RichText::new(format!("{about} {when}"));
        ui.label(about.font(regular(12.5)).color(muted));
        if self.kind() == Some(JourneyKind::DayInTheLife) {
            self.period_ui(ui, cx);
        }
        let (name, hint) = (words.new_map_name(), words.new_journey());
        text_ui(ui, cx, FIELDS[4], &name, &hint, &mut self.wanted.title, 1);
        self.special_ui(ui, cx);
    }

    /// What the chosen kind is, and when to choose it.
    fn kind_text(&self, words: &Words) -> (String, String) {
        match self.kind() {
            Some(JourneyKind::Future) => (words.new_map_future(), words.new_map_future_when()),
            Some(JourneyKind::DayInTheLife) => {
                (self.wanted.period.about(words), words.new_map_day_when())
            }
            Some(JourneyKind::Current | JourneyKind::Other(_)) | None => {
                (words.new_map_current(), words.new_map_current_when())
            }
        }
    }

    /// What the phases of a day in the life are parts of.
    fn period_ui(&mut self, ui: &mut Ui, cx: &Context) {
        asked_ui(ui, cx, &cx.words.new_map_period());
        let mut chosen = None;
        wrapped(ui, |ui| {
            for period in Period::ALL {
                if choice(ui, cx, &period.name(cx.words), self.wanted.period == period) {
                    chosen = Some(period);
                }
            }
        });
        if let Some(period) = chosen {
            self.choose_period(period);
        }
    }

    /// One persona, one problem, one offer: folded away until somebody wants such a map.
    fn special_ui(&mut self, ui: &mut Ui, cx: &Context) {
        let words = cx.words;
        let name = words.new_map_special();
        ui.add_space(9.0);
        let chevron = if self.special { icon::CHEVRON_DOWN } else { icon::CHEVRON_RIGHT };
        let text = RichText::new(format!("{chevron}  {name}")).font(medium(13.0));
        let text = text.color(cx.theme.color(Role::Ink));
        // A label would say its icon too.
        let response = ui.add(Button::new(text).frame(false));
        let open = self.special;
        response.widget_info(|| {
            WidgetInfo::selected(egui::Role::DisclosureTriangle, true, open, &name)
        });
        focus_ring(ui, cx, &response, 5.0);
        let clicked = response.on_hover_cursor(CursorIcon::PointingHand).clicked();
        self.special ^= clicked;
        if !self.special {
            return;
        }
        let muted = cx.theme.color(Role::Muted);
        ui.label(RichText::new(words.new_map_special_about()).font(regular(12.5)).color(muted));
        let wanted = &mut self.wanted;
        let (asked, hint) = (words.new_map_persona(), words.new_map_persona_hint());
        text_ui(ui, cx, FIELDS[5], &asked, &hint, &mut wanted.persona, 1);
        let (asked, hint) = (words.field_problem(), words.new_map_problem_hint());
        text_ui(ui, cx, FIELDS[6], &asked, &hint, &mut wanted.problem, 1);
        let (asked, hint) = (words.field_offer(), words.new_map_offer_hint());
        let last = text_ui(ui, cx, FIELDS[7], &asked, &hint, &mut wanted.offer, 1);
        if clicked {
            last.scroll_to_me(None);
        }
    }

    /// What the map will show: what was chosen, else what its template shows. Whoever wants a change
    /// is offered a future in place of today, and who wants to see how it is, today.
    pub(super) fn kind(&self) -> Option<JourneyKind> {
        let journeys = &self.template().project.journeys;
        let of_template = journeys.first().and_then(|journey| journey.kind.clone());
        let is = |kind: JourneyKind| of_template.as_ref().is_none_or(|own| *own == kind);
        let fits = match &self.wanted.aim {
            Some(Aim::Change) if is(JourneyKind::Current) => Some(JourneyKind::Future),
            Some(Aim::Snapshot) if is(JourneyKind::Future) => Some(JourneyKind::Current),
            Some(Aim::Change | Aim::Snapshot | Aim::Other(_)) | None => None,
        };
        self.wanted.kind.clone().or(fits).or(of_template)
    }

    /// A day begins with the template for one, unless another one was chosen by hand.
    pub(super) fn choose_kind(&mut self, kind: JourneyKind) {
        let is_day = kind == JourneyKind::DayInTheLife && self.wanted.period == Period::Day;
        self.move_to_day(is_day);
        self.wanted.kind = Some(kind);
    }

    /// The template for a day asks about its hours: for anything longer it is not the one.
    pub(super) fn choose_period(&mut self, period: Period) {
        self.move_to_day(period == Period::Day);
        self.wanted.period = period;
        self.wanted.kind = Some(JourneyKind::DayInTheLife);
    }

    /// From the usual template to the one for a day, or back.
    fn move_to_day(&mut self, is_day: bool) {
        let find = |name: &str| self.templates.iter().position(|one| one.name == name);
        let (usual, day) = (find(super::USUAL), find(DAY));
        let (from, to) = if is_day { (usual, day) } else { (day, usual) };
        if Some(self.at) == from {
            self.at = to.unwrap_or(self.at);
        }
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

#[cfg(test)]
mod tests {
    use super::super::NewMapPlace;
    use super::*;
    use crate::words::Lang;

    fn dialog() -> NewDialog {
        let own = (Vec::new(), Vec::new());
        NewDialog::new(NewMapPlace::File, None, Lang::Sv, own).unwrap()
    }

    fn at(dialog: &NewDialog, name: &str) -> usize {
        dialog.templates.iter().position(|one| one.name == name).unwrap()
    }

    #[test]
    fn the_aim_suggests_a_kind_until_one_is_chosen() {
        let mut dialog = dialog();
        assert_eq!(dialog.kind(), Some(JourneyKind::Current));
        dialog.wanted.aim = Some(Aim::Change);
        assert_eq!(dialog.kind(), Some(JourneyKind::Future));
        dialog.wanted.aim = Some(Aim::Snapshot);
        assert_eq!(dialog.kind(), Some(JourneyKind::Current));
        // Chosen by hand it stays.
        dialog.choose_kind(JourneyKind::Current);
        dialog.wanted.aim = Some(Aim::Change);
        assert_eq!(dialog.kind(), Some(JourneyKind::Current));
        // A template says what it shows; a day stays one whatever is wanted of it.
        let day = at(&dialog, DAY);
        dialog.choose(day);
        assert_eq!(dialog.kind(), Some(JourneyKind::DayInTheLife));
        let six = at(&dialog, "six-phases");
        dialog.choose(six);
        assert_eq!(dialog.kind(), Some(JourneyKind::Future));
    }

    #[test]
    fn only_a_day_begins_with_the_template_for_one() {
        let mut dialog = dialog();
        let (usual, day) = (at(&dialog, super::super::USUAL), at(&dialog, DAY));
        dialog.choose_kind(JourneyKind::DayInTheLife);
        assert_eq!(dialog.at, day);
        for period in [Period::Week, Period::Term, Period::Project] {
            dialog.choose_period(period);
            assert_eq!((dialog.at, dialog.kind()), (usual, Some(JourneyKind::DayInTheLife)));
        }
        dialog.choose_period(Period::Day);
        assert_eq!(dialog.at, day);
        // Another template that was chosen is kept.
        let six = at(&dialog, "six-phases");
        dialog.choose(six);
        dialog.choose_period(Period::Term);
        assert_eq!(dialog.at, six);
        // A template chosen anew has its own times.
        dialog.choose(day);
        assert_eq!(dialog.wanted.period, Period::Day);
    }
}
