//! The panel for transitions, and the list of them in a phase's panel.

use super::batch::{self, Batch};
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::picked::Picked;
use super::step::step_name;
use super::widgets::plain_chip;
use crate::edit::Change;
use crate::insight;
use crate::model::{Id, Journey, Phase, Thing, Transition, TransitionKind};
use crate::ui::{Message, Selection};
use crate::words::Words;
use egui::Ui;

type Transitions<'a> = Batch<'a, (), Transition>;

/// Shows and edits the selected transitions.
pub(super) fn transitions_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let transitions = batch::transitions(&picked.transitions);
    if let Some((_, transition)) = transitions.only() {
        form.kind_label(ui, &words.thing_transition());
        form.heading(ui, &transition_name(words, &picked.journey, transition));
    } else {
        form.kind_label(ui, &words.inspector_selected());
        form.heading(ui, &words.count_transitions(transitions.things.len() as f64));
    }
    form.choice_section(
        ui,
        transitions,
        ("kind", &words.inspector_transition_kind()),
        TransitionKind::ALL,
        |transition| &transition.kind,
        |transition, kind| {
            // Who leaves comes to nowhere.
            if kind == Some(TransitionKind::Leave) {
                transition.to = None;
            }
            transition.kind = kind;
        },
    );
    ends_ui(ui, form, transitions, picked);
    let label = words.field_share();
    form.section(ui, "share", &label, |ui, form| {
        let field = FieldPlace { salt: "share", label: &label, hint: "", look: FieldLook::Line };
        let share = transitions.same_of(|transition| transition.share);
        form.number(ui, field, share, (0.0, 100.0), |share| {
            transitions.change(|transition| transition.share = share)
        });
        // More than there are: one of the figures is wrong.
        let journey = &picked.journey;
        let over = transitions.only().and_then(|(_, one)| {
            insight::too_many(journey, insight::funnel(journey).as_ref(), &one.from)
        });
        if let Some(all) = over {
            ui.label(words.inspector_share_over(words.percent(all.round())));
        }
    });
    let (label, hint) = (words.field_reason(), words.inspector_reason_hint());
    let field = FieldPlace { salt: "reason", label: &label, hint: &hint, look: FieldLook::Lines };
    form.text(
        ui,
        transitions,
        field,
        |transition| &transition.reason,
        |transition, text| {
            transition.reason = text;
        },
    );
}

/// Where it leaves and where it comes to.
fn ends_ui(ui: &mut Ui, form: &mut Form<'_>, transitions: Transitions<'_>, picked: &Picked) {
    let words = form.cx.words;
    let journey = &picked.journey;
    form.section(ui, "from", &words.field_from(), |ui, form| {
        let from = transitions.same(|transition| &transition.from);
        let shown =
            from.map_or_else(|| words.inspector_mixed(), |id| place_name(words, journey, id));
        let to = form.menu(ui, &words.field_from(), &shown, || {
            let places = places_by_name(words, journey).into_iter();
            places.map(|(id, name)| (id.clone(), name, from == Some(id))).collect()
        });
        if let Some(id) = to {
            form.edit(transitions.change(|transition| transition.from = id.clone()));
        }
    });
    form.section(ui, "to", &words.field_to(), |ui, form| {
        let to = transitions.same(|transition| &transition.to);
        let shown = match to {
            None => words.inspector_mixed(),
            Some(None) => words.thing_leaves(),
            Some(Some(id)) => place_name(words, journey, id),
        };
        let picked = form.menu(ui, &words.field_to(), &shown, || {
            let leaves = (None, words.thing_leaves(), to == Some(&None));
            let places = places_by_name(words, journey).into_iter().map(|(id, name)| {
                let id = Some(id.clone());
                let on = to == Some(&id);
                (id, name, on)
            });
            std::iter::once(leaves).chain(places).collect()
        });
        if let Some(id) = picked {
            form.edit(transitions.change(|transition| {
                transition.to = id.clone();
                if id.is_some() && transition.kind == Some(TransitionKind::Leave) {
                    transition.kind = None;
                }
            }));
        }
    });
}

/// The transitions that leave a phase or come to it, and a way to add one.
pub(super) fn of_phase_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked, phase: &Phase) {
    let words = form.cx.words;
    let within = |id: &Id| *id == phase.id || phase.steps.iter().any(|step| step.id == *id);
    form.section(ui, "transitions", &words.thing_transitions_of(), |ui, form| {
        for transition in &picked.journey.transitions {
            if within(&transition.from) || transition.to.as_ref().is_some_and(within) {
                let name = transition_name(words, &picked.journey, transition);
                if plain_chip(ui, form.cx.theme, &name).clicked() {
                    select(form, transition.id.clone());
                }
            }
        }
        if plain_chip(ui, form.cx.theme, &words.inspector_new_transition()).clicked() {
            let phases = &picked.journey.phases;
            let index = phases.index_where(|other| other.id == phase.id).unwrap_or_default();
            // Most often customers go back one phase; from the first they leave.
            let before = index.checked_sub(1).and_then(|index| phases.get(index));
            let kind =
                if before.is_some() { TransitionKind::LoopBack } else { TransitionKind::Leave };
            let transition = Transition {
                id: form.state.next_id(),
                kind: Some(kind),
                from: phase.id.clone(),
                to: before.map(|before| before.id.clone()),
                ..Transition::default()
            };
            let id = transition.id.clone();
            form.edit(Change::PutTransitions(vec![transition]));
            select(form, id);
        }
    });
}

fn select(form: &mut Form<'_>, id: Id) {
    form.out.push(Message::Select(Selection::of(Thing::Transition(id))));
}

/// `Decision → Consideration`.
fn transition_name(words: &Words, journey: &Journey, transition: &Transition) -> String {
    let to = match &transition.to {
        Some(id) => place_name(words, journey, id),
        None => words.thing_leaves(),
    };
    words.thing_transition_name(place_name(words, journey, &transition.from), to)
}

/// The name of a phase or a step.
fn place_name(words: &Words, journey: &Journey, id: &Id) -> String {
    match journey.phases.iter().find(|phase| phase.id == *id) {
        Some(phase) => phase_title(words, phase),
        None => step_name(words, journey, id),
    }
}

fn phase_title(words: &Words, phase: &Phase) -> String {
    match phase.title.lines().next().unwrap_or_default() {
        "" => words.thing_untitled(),
        title => title.to_owned(),
    }
}

/// All phases, and the steps of those that have several, in order.
fn places_by_name<'a>(words: &Words, journey: &'a Journey) -> Vec<(&'a Id, String)> {
    let mut places = Vec::new();
    for phase in &journey.phases {
        places.push((&phase.id, phase_title(words, phase)));
        if phase.steps.len() > 1 {
            let steps = phase.steps.iter().map(|step| &step.id);
            places.extend(steps.map(|id| (id, step_name(words, journey, id))));
        }
    }
    places
}
