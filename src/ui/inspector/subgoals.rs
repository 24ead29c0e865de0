//! The sub-goals of the project: what they are called, in which order, and how many activities serve
//! each.

use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::picked::Picked;
use super::widgets::sign;
use crate::edit::Change;
use crate::model::Subgoal;
use crate::scene::{Role, icon};
use crate::words::titled;
use egui::Ui;

/// Shows them with a field for a new one.
pub(super) fn subgoals_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let all: Vec<Subgoal> = picked.project.subgoals.iter().map(|one| Subgoal::clone(one)).collect();
    form.section(ui, "subgoals", &words.inspector_subgoals(), |ui, form| {
        for (place, subgoal) in all.iter().enumerate() {
            ui.push_id(&subgoal.id, |ui| subgoal_ui(ui, form, &all, place));
        }
        let label = words.inspector_new_subgoal();
        let field =
            FieldPlace { salt: "new subgoal", label: &label, hint: &label, look: FieldLook::Line };
        if let (Some(title), _) = form.adder(ui, field) {
            let id = form.state.next_id();
            let subgoal = Subgoal { id, title, ..Subgoal::default() };
            form.edit(Change::PutSubgoals(vec![subgoal]));
        }
    });
}

fn subgoal_ui(ui: &mut Ui, form: &mut Form<'_>, all: &[Subgoal], place: usize) {
    let Some(subgoal) = all.get(place) else { return };
    let words = form.cx.words;
    let label = words.field_subgoal();
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - 60.0;
        ui.vertical(|ui| {
            ui.set_width(width.max(60.0));
            let field =
                FieldPlace { salt: "subgoal", label: &label, hint: &label, look: FieldLook::Lines };
            form.bare_text(ui, field, Some(&subgoal.title), |title| {
                Change::PutSubgoals(vec![Subgoal { title, ..subgoal.clone() }])
            });
        });
        let name = titled(&subgoal.title, words);
        let up = words.inspector_subgoal_up(&name);
        if place == 0 {
            // The signs below stand in two columns.
            ui.add_space(28.0);
        } else if sign(ui, form.cx.theme, icon::CHEVRON_UP, &up).clicked() {
            let mut all = all.to_vec();
            all.swap(place - 1, place);
            form.edit(Change::SetSubgoals(all));
        }
        if sign(ui, form.cx.theme, icon::X, &words.inspector_remove(&name)).clicked() {
            let left = all.iter().filter(|one| one.id != subgoal.id).cloned().collect();
            form.edit(Change::SetSubgoals(left));
        }
    });
    let lanes = form.picked.journey.lanes.iter();
    let serves = lanes.flat_map(|lane| lane.cards.iter());
    let serves = serves.filter(|card| card.subgoal.as_ref() == Some(&subgoal.id)).count();
    form.remark(ui, &words.inspector_subgoal_served(serves), Role::Muted);
}
