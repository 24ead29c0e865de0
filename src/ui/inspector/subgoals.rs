//! The sub-goals of the project: what they are called, in which order, and how many activities serve
//! each.

use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::picked::Picked;
use super::widgets::sign;
use crate::edit::Change;
use crate::model::{Id, Journey, Subgoal};
use crate::scene::{Role, icon};
use crate::words::titled;
use egui::Ui;
use std::collections::HashMap;
use std::sync::Arc;

/// How many cards of a map serve each sub-goal.
pub(super) type Served = HashMap<Id, usize>;

fn served_in(journey: &Journey) -> Served {
    let mut served = Served::new();
    let cards = journey.lanes.iter().flat_map(|lane| lane.cards.iter());
    for id in cards.filter_map(|card| card.subgoal.as_ref()) {
        *served.entry(id.clone()).or_default() += 1;
    }
    served
}

/// Shows them with a field for a new one.
pub(super) fn subgoals_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let all: Vec<Subgoal> = picked.project.subgoals.iter().map(|one| Subgoal::clone(one)).collect();
    let journey = &picked.journey;
    let known = form.state.served.take().filter(|(of, _)| Arc::ptr_eq(of, journey));
    let known = known.unwrap_or_else(|| (journey.clone(), Arc::new(served_in(journey))));
    let served = known.1.clone();
    form.state.served = Some(known);
    form.section(ui, "subgoals", &words.inspector_subgoals(), |ui, form| {
        for (place, subgoal) in all.iter().enumerate() {
            ui.push_id(&subgoal.id, |ui| subgoal_ui(ui, form, &all, place, &served));
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

fn subgoal_ui(ui: &mut Ui, form: &mut Form<'_>, all: &[Subgoal], place: usize, served: &Served) {
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
    let serves = served.get(&subgoal.id).copied().unwrap_or(0);
    form.remark(ui, &words.inspector_subgoal_served(serves), Role::Muted);
}
