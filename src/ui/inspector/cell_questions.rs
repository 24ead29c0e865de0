//! What the empty cells of a lane ask: a question for each step that has one.

use super::batch::Batch;
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::widgets::sign;
use crate::model::{Id, Journey, Lane, LaneKind, Prompt};
use crate::scene::icon;
use crate::words::{Words, titled};
use egui::Ui;

/// Shows the questions of the one lane that is selected, in the order of its steps, and below them the
/// steps that have none.
pub(super) fn cell_questions_ui(ui: &mut Ui, form: &mut Form<'_>, lanes: Batch<'_, (), Lane>) {
    let Some((_, lane)) = lanes.only() else { return };
    if lane.kind == LaneKind::Emotions {
        return;
    }
    let (words, journey) = (form.cx.words, form.picked.journey.clone());
    let label = words.export_dialog_prompts();
    form.section(ui, "cell questions", &label, |ui, form| {
        let asks = |step: &Id| lane.prompts.iter().any(|prompt| prompt.step == *step);
        for (phase, step) in journey.steps().filter(|(_, step)| asks(&step.id)) {
            let name = step_name(&journey, phase, &step.title, words);
            ui.push_id(&step.id, |ui| question_ui(ui, form, lanes, &step.id, &name));
        }
        let add = words.inspector_new_question();
        let step = form.menu(ui, &label, &add, || {
            let free = journey.steps().filter(|(_, step)| !asks(&step.id));
            let named = |(phase, step): (usize, &crate::model::Step)| {
                (step.id.clone(), step_name(&journey, phase, &step.title, words), false)
            };
            free.map(named).collect()
        });
        if let Some(step) = step {
            form.edit(lanes.change(|lane| {
                let prompt = Prompt { step: step.clone(), ..Prompt::default() };
                lane.prompts.push(prompt.into());
            }));
        }
    });
}

/// The field of the question that the cell in `step` asks, and the sign that takes it away.
fn question_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    lanes: Batch<'_, (), Lane>,
    step: &Id,
    name: &str,
) {
    let words = form.cx.words;
    form.caption(ui, name);
    let text = lanes.same(|lane| question(lane, step).map_or("", |one| one.text.as_str()));
    let label = format!("{}: {name}", words.field_question());
    let hint = words.field_question();
    let field = FieldPlace { salt: "question", label: &label, hint: &hint, look: FieldLook::Lines };
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - 30.0;
        ui.vertical(|ui| {
            ui.set_width(width.max(60.0));
            form.bare_text(ui, field, text, |text| {
                lanes.change(|lane| {
                    let place = lane.prompts.index_where(|one| one.step == *step);
                    let prompt = place.and_then(|place| lane.prompts.edit(place));
                    prompt.into_iter().for_each(|one| one.text.clone_from(&text));
                })
            });
        });
        if sign(ui, form.cx.theme, icon::X, &words.inspector_remove(&label)).clicked() {
            form.edit(lanes.change(|lane| {
                while let Some(place) = lane.prompts.index_where(|one| one.step == *step) {
                    lane.prompts.remove(place);
                }
            }));
        }
    });
}

fn question<'a>(lane: &'a Lane, step: &Id) -> Option<&'a Prompt> {
    lane.prompts.iter().find(|prompt| prompt.step == *step).map(|prompt| &**prompt)
}

/// "Search · Compares prices": the phase, and the step where it is called something.
fn step_name(journey: &Journey, phase: usize, step: &str, words: &Words) -> String {
    let phase = journey.phases.get(phase).map_or("", |phase| phase.title.as_str());
    match step.trim() {
        "" => titled(phase, words),
        step => format!("{} · {step}", titled(phase, words)),
    }
}
