//! The panel for phases: what they are called, how long they take, what counts as success.

use super::batch::{self, Batch, Lit};
use super::checklist::checklist_ui;
use super::duration::duration_ui;
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::picked::Picked;
use super::step::customers_ui;
use super::transition;
use super::widgets::{chip, swatch, wrapped};
use crate::model::{Conversion, FRICTION_MAX, Phase};
use crate::scene::Role;
use egui::Ui;
use std::borrow::Cow;

type Phases<'a> = Batch<'a, (), Phase>;

/// Shows and edits the selected phases.
pub(super) fn phases_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let phases = batch::phases(&picked.phases);
    if phases.only().is_some() {
        form.kind_label(ui, &words.thing_phase());
        let label = words.field_title();
        let hint = words.thing_untitled();
        let field =
            FieldPlace { salt: "title", label: &label, hint: &hint, look: FieldLook::Heading };
        form.text(ui, phases, field, |phase| &phase.title, |phase, text| phase.title = text);
    } else {
        form.kind_label(ui, &words.inspector_selected());
        form.heading(ui, &words.count_phases(phases.things.len() as f64));
    }
    color_ui(ui, form, phases);
    duration_ui(ui, form, phases, |phase| &mut phase.duration, |phase| &phase.duration);
    if let Some((_, phase)) = phases.only()
        && let Some(Cow::Owned(duration)) = phase.takes()
    {
        let said = words.inspector_steps_take(words.duration(&duration));
        form.remark(ui, &said, Role::Muted);
    }
    let (label, hint) = (words.field_start(), words.inspector_start_hint());
    let field = FieldPlace { salt: "start", label: &label, hint: &hint, look: FieldLook::Line };
    form.text(ui, phases, field, |phase| &phase.start, |phase, text| phase.start = text);
    let label = words.field_goal();
    let field = FieldPlace { salt: "goal", label: &label, hint: "", look: FieldLook::Lines };
    form.text(ui, phases, field, |phase| &phase.goal, |phase, text| phase.goal = text);
    friction_ui(ui, form, phases);
    let (label, hint) = (words.field_conversion(), words.inspector_conversion_hint());
    let field =
        FieldPlace { salt: "conversion", label: &label, hint: &hint, look: FieldLook::Line };
    form.text(
        ui,
        phases,
        field,
        |phase| phase.conversion.as_ref().map_or("", |conversion| &conversion.name),
        |phase, text| {
            let mut conversion = phase.conversion.take().unwrap_or_default();
            conversion.name = text;
            phase.conversion = (conversion != Conversion::default()).then_some(conversion);
        },
    );
    let both =
        (phases.same_of(|phase| phase.customers_in), phases.same_of(|phase| phase.customers_out));
    customers_ui(
        ui,
        form,
        both,
        |value| phases.change(|phase| phase.customers_in = value),
        |value| phases.change(|phase| phase.customers_out = value),
    );
    let label = words.field_sales_phase();
    let field = FieldPlace { salt: "sales phase", label: &label, hint: "", look: FieldLook::Line };
    form.text(
        ui,
        phases,
        field,
        |phase| &phase.sales_phase,
        |phase, text| {
            phase.sales_phase = text;
        },
    );
    if let Some((_, phase)) = phases.only() {
        checklist_ui(ui, form, &phase.checklist, &|set| {
            phases.change(|phase| set(&mut phase.checklist))
        });
        transition::of_phase_ui(ui, form, picked, phase);
    }
}

/// Six colours, and the one that follows from the order.
fn color_ui(ui: &mut Ui, form: &mut Form<'_>, phases: Phases<'_>) {
    let words = form.cx.words;
    form.section(ui, "color", &words.field_color(), |ui, form| {
        wrapped(ui, |ui| {
            for color in 0..6u8 {
                let name = words.thing_color_number(words.number(f64::from(color) + 1.0));
                let lit = phases.lit(|phase| phase.color == Some(color));
                if swatch(ui, form.cx.theme, Role::Phase(color), &name, lit).clicked() {
                    form.edit(phases.change(|phase| phase.color = Some(color)));
                }
            }
            let lit = phases.lit(|phase| phase.color.is_none());
            if chip(ui, form.cx.theme, &words.inspector_color_by_order(), lit).clicked() {
                form.edit(phases.change(|phase| phase.color = None));
            }
        });
    });
}

fn friction_ui(ui: &mut Ui, form: &mut Form<'_>, phases: Phases<'_>) {
    let words = form.cx.words;
    form.section(ui, "friction", &words.field_friction(), |ui, form| {
        wrapped(ui, |ui| {
            for friction in 0..=FRICTION_MAX {
                let lit = phases.lit(|phase| phase.friction == Some(friction));
                let number = words.number(f64::from(friction));
                let name = words.inspector_friction_value(&number);
                let response = chip(ui, form.cx.theme, &number, lit).accessible_name(name);
                if response.clicked() {
                    let value = (lit != Lit::On).then_some(friction);
                    form.edit(phases.change(|phase| phase.friction = value));
                }
            }
        });
    });
}
