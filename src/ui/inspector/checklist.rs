//! Guiding questions with their answers: those of a phase, and those about the map as a whole.

use super::Lit;
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::widgets::{chip, plain_chip, sign, wrapped};
use crate::edit::Change;
use crate::model::{List, Question, QuestionSide};
use crate::scene::icon;
use crate::words::Named;
use egui::Ui;
use std::sync::Arc;

/// The change that sets something in the questions of whatever has them.
type Edits<'a> = dyn Fn(&dyn Fn(&mut List<Question>)) -> Change + 'a;

/// Questions that help to fill something in, each with its answer.
pub(super) fn checklist_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    questions: &List<Question>,
    edits: &Edits<'_>,
) {
    let words = form.cx.words;
    form.section(ui, "checklist", &words.field_checklist(), |ui, form| {
        for (index, question) in questions.iter().enumerate() {
            ui.push_id(&question.id, |ui| question_ui(ui, form, index, question, edits));
        }
        if plain_chip(ui, form.cx.theme, &words.inspector_new_question()).clicked() {
            let question = Question { id: form.state.next_id(), ..Question::default() };
            form.edit(edits(&|questions| questions.push(Arc::new(question.clone()))));
        }
    });
}

fn question_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    index: usize,
    question: &Question,
    edits: &Edits<'_>,
) {
    let words = form.cx.words;
    let labels = [words.field_question(), words.field_answer(), words.field_note()];
    let values = [&question.question, &question.answer, &question.note];
    for (place, (label, value)) in labels.iter().zip(values).enumerate() {
        let salt = ["question", "answer", "note"].get(place).copied().unwrap_or_default();
        let field = FieldPlace { salt, label, hint: label, look: FieldLook::Lines };
        let change = |text: String| {
            edits(&|questions| {
                let Some(question) = questions.edit(index) else { return };
                match place {
                    0 => question.question.clone_from(&text),
                    1 => question.answer.clone_from(&text),
                    _ => question.note.clone_from(&text),
                }
            })
        };
        if place == 0 {
            ui.horizontal_top(|ui| {
                let width = ui.available_width() - 30.0;
                ui.vertical(|ui| {
                    ui.set_width(width.max(60.0));
                    form.bare_text(ui, field, Some(value), change);
                });
                let name = words.inspector_remove(words.field_question());
                if sign(ui, form.cx.theme, icon::X, &name).clicked() {
                    form.edit(edits(&|questions| {
                        if index < questions.len() {
                            questions.remove(index);
                        }
                    }));
                }
            });
        } else {
            form.bare_text(ui, field, Some(value), change);
        }
    }
    wrapped(ui, |ui| {
        for side in QuestionSide::ALL {
            let on = question.side.as_ref() == Some(side);
            let lit = if on { Lit::On } else { Lit::Off };
            if chip(ui, form.cx.theme, &side.name(words), lit).clicked() {
                let side = (!on).then(|| side.clone());
                form.edit(edits(&|questions| {
                    let question = questions.edit(index);
                    question.into_iter().for_each(|one| one.side.clone_from(&side));
                }));
            }
        }
    });
    ui.add_space(6.0);
}
