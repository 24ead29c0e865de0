//! What it costs to win a customer and to keep one: the fields for it, and what follows from them.

use super::fields::{FieldLook, FieldPlace, pair};
use super::form::Form;
use super::journey::put;
use crate::insight::costs_compared;
use crate::model::{Costs, Journey};
use crate::scene::Role;
use egui::Ui;

/// Both amounts side by side, their unit, and the sentence that compares them.
pub(super) fn costs_ui(ui: &mut Ui, form: &mut Form<'_>, journey: &Journey) {
    let words = form.cx.words;
    let usual = words.costs_usual_unit();
    let costs = journey.costs.as_ref();
    form.section(ui, "costs", &words.field_costs(), |ui, form| {
        pair(ui, form, |ui, form, right| {
            let (salt, label, value) = match right {
                false => ("win", words.field_costs_win(), costs.and_then(|it| it.win)),
                true => ("keep", words.field_costs_keep(), costs.and_then(|it| it.keep)),
            };
            form.caption(ui, &label);
            let field = FieldPlace { salt, label: &label, hint: "", look: FieldLook::Line };
            form.number(ui, field, Some(value), (0.0, 1e12), |value| {
                set_costs(journey, |costs| {
                    // The first amount brings the unit that is usual: it is seen, and can be changed.
                    if *costs == Costs::default() {
                        costs.unit.clone_from(&usual);
                    }
                    match right {
                        false => costs.win = value,
                        true => costs.keep = value,
                    }
                })
            });
        });
        let label = words.field_unit();
        form.caption(ui, &label);
        let field = FieldPlace { salt: "unit", label: &label, hint: &usual, look: FieldLook::Line };
        let unit = costs.map_or("", |costs| costs.unit.as_str());
        form.bare_text(ui, field, Some(unit), |text| {
            set_costs(journey, |costs| costs.unit.clone_from(&text))
        });
        if let Some(said) = costs_compared(journey, words) {
            form.remark(ui, &said, Role::Muted);
        }
    });
}

/// Costs in which no amount stands are none, whatever their unit.
fn set_costs(journey: &Journey, set: impl Fn(&mut Costs)) -> crate::edit::Change {
    put(journey, |journey| {
        let mut costs = journey.costs.take().unwrap_or_default();
        set(&mut costs);
        let says = costs.win.is_some() || costs.keep.is_some() || !costs.extra.is_empty();
        journey.costs = says.then_some(costs);
    })
}
