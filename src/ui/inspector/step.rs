//! The panel for steps, and what steps are called elsewhere.

use super::batch;
use super::duration::duration_ui;
use super::fields::{FieldLook, FieldPlace, pair};
use super::form::Form;
use super::picked::Picked;
use crate::model::{Id, Journey, Phase, STEP_WIDTH, STEP_WIDTH_RANGE, Step};
use crate::words::Words;
use egui::Ui;

/// The most customers that can be counted.
pub(super) const CUSTOMERS: (f64, f64) = (0.0, 1e12);

/// Shows and edits the selected steps.
pub(super) fn steps_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let steps = batch::steps(&picked.steps);
    if let Some((_, step)) = steps.only() {
        form.kind_label(ui, &words.field_step());
        form.text(
            ui,
            steps,
            FieldPlace {
                salt: "title",
                label: &words.field_title(),
                hint: &step_name(words, &picked.journey, &step.id),
                look: FieldLook::Heading,
            },
            |step| &step.title,
            |step, text| step.title = text,
        );
    } else {
        form.kind_label(ui, &words.inspector_selected());
        form.heading(ui, &words.count_steps(steps.things.len() as f64));
    }
    duration_ui(ui, form, steps, |step| &mut step.duration, |step| &step.duration);
    form.section(ui, "width", &words.field_width(), |ui, form| {
        let label = words.field_width();
        let hint = words.number(STEP_WIDTH);
        let field = FieldPlace { salt: "width", label: &label, hint: &hint, look: FieldLook::Line };
        let width = steps.same_of(|step| step.width);
        form.number(ui, field, width, STEP_WIDTH_RANGE, |width| {
            steps.change(|step| step.width = width)
        });
    });
    let (inn, out) =
        (steps.same_of(|step| step.customers_in), steps.same_of(|step| step.customers_out));
    customers_ui(
        ui,
        form,
        (inn, out),
        |value| steps.change(|step| step.customers_in = value),
        |value| steps.change(|step| step.customers_out = value),
    );
}

/// How many customers come in and go on, side by side.
pub(super) fn customers_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    (inn, out): (Option<Option<f64>>, Option<Option<f64>>),
    set_in: impl Fn(Option<f64>) -> crate::edit::Change,
    set_out: impl Fn(Option<f64>) -> crate::edit::Change,
) {
    let words = form.cx.words;
    form.section(ui, "customers", &words.field_customers(), |ui, form| {
        pair(ui, form, |ui, form, right| {
            let label =
                if right { words.field_customers_out() } else { words.field_customers_in() };
            let salt = if right { "out" } else { "in" };
            form.caption(ui, &label);
            let field = FieldPlace { salt, label: &label, hint: "", look: FieldLook::Line };
            match right {
                false => form.number(ui, field, inn, CUSTOMERS, &set_in),
                true => form.number(ui, field, out, CUSTOMERS, &set_out),
            }
        });
    });
}

/// What a step is called: its phase, and its title or number where the phase has several.
pub(super) fn step_name(words: &Words, journey: &Journey, id: &Id) -> String {
    for phase in &journey.phases {
        if let Some(index) = phase.steps.index_where(|step| step.id == *id) {
            return name_in(words, phase, index, &phase.steps[index]);
        }
    }
    if id.is_empty() { words.inspector_none() } else { id.to_string() }
}

/// All steps of the map with their names, in order.
pub(super) fn steps_by_name<'a>(words: &Words, journey: &'a Journey) -> Vec<(&'a Id, String)> {
    let named = journey.phases.iter().flat_map(|phase| {
        let steps = phase.steps.iter().enumerate();
        steps.map(move |(index, step)| (&step.id, name_in(words, phase, index, step)))
    });
    named.collect()
}

fn name_in(words: &Words, phase: &Phase, index: usize, step: &Step) -> String {
    let title = match phase.title.lines().next().unwrap_or_default() {
        "" => words.thing_untitled(),
        title => title.to_owned(),
    };
    match step.title.lines().next().unwrap_or_default() {
        "" if phase.steps.len() == 1 => title,
        "" => {
            words.thing_step_name(title, words.thing_step_number(words.number((index + 1) as f64)))
        }
        own => words.thing_step_name(title, own),
    }
}
