//! What maps are made of beside their cards, a row each: phases with their steps, and transitions.

use super::list::{id_value, name_of};
use super::refs::Refs;
use super::table::{Column, Table, Value};
use crate::insight::{Funnel, Stop, funnel, largest_said, loss_said, ways_said};
use crate::model::*;
use crate::words::{Named, Words};
use std::collections::HashMap;
use std::sync::Arc;

/// A phase, or a step of it.
struct PhaseRow<'a> {
    refs: &'a Refs<'a>,
    journey: &'a Journey,
    phase: &'a Phase,
    /// None: the row is of the phase as a whole.
    step: Option<&'a Step>,
    /// Those who come into it and go on.
    stop: Stop,
    /// Where they go who do not.
    told: Vec<String>,
}

/// The phases of maps, a row each, and below each a row for each of its steps where it has several or
/// they have names. Figures of customers are as the map tells them; of maps that are compared there
/// are none, as those have their own tables.
pub(super) fn phases(
    journeys: &[Arc<Journey>],
    is_compared: bool,
    project: &Project,
    words: &Words,
) -> Table {
    let refs = Refs::new(project, words);
    let mut rows = Vec::new();
    for journey in journeys {
        let funnel = funnel(journey).filter(|_| !is_compared).unwrap_or_default();
        for (place, phase) in journey.phases.iter().enumerate() {
            rows.extend(rows_of(&refs, journey, &funnel, place, phase));
        }
    }
    let columns: [Column<PhaseRow<'_>>; 24] = [
        (|w| w.thing_journey(), |r| Value::text(&r.refs.journey(r.journey))),
        (|w| w.thing_phase(), |r| Value::text(&r.phase.title)),
        (|w| w.field_step(), |r| r.step.map_or(Value::Empty, |step| Value::text(&r.named(step)))),
        (|w| w.field_start(), |r| r.of_phase(|p| Value::text(&p.start))),
        (|w| w.field_duration(), |r| r.duration(|d, words| Value::text(&words.duration(d)))),
        (
            |w| part_of(w.field_duration(), w.field_from()),
            |r| r.duration(|d, _| Value::number(d.from)),
        ),
        (|w| part_of(w.field_duration(), w.field_to()), |r| r.duration(|d, _| Value::number(d.to))),
        (
            |w| part_of(w.field_duration(), w.field_unit()),
            |r| r.duration(|d, w| name_of(d.unit.as_ref(), w)),
        ),
        (|w| w.field_goal(), |r| r.of_phase(|p| Value::text(&p.goal))),
        (|w| w.table_friction(), |r| r.of_phase(|p| Value::number(p.friction.map(f64::from)))),
        (
            |w| w.field_conversion(),
            |r| {
                r.of_phase(|p| {
                    p.conversion.as_ref().map_or(Value::Empty, |one| Value::text(&one.name))
                })
            },
        ),
        (|w| part_of(w.field_customers(), w.field_customers_in()), |r| Value::number(r.stop.enter)),
        (|w| w.figures_go_on(), |r| Value::number(r.stop.leave)),
        (|w| w.figures_share(), |r| Value::share(r.stop.conversion())),
        (|w| w.figures_not_on(), |r| Value::number(r.stop.loss().map(|loss| loss.people))),
        (|w| w.figures_told(), |r| Value::texts(r.told.iter().cloned())),
        (|w| w.field_sales_phase(), |r| r.of_phase(|p| Value::text(&p.sales_phase))),
        (|w| w.field_checklist(), |r| r.of_phase(|p| questions(&p.checklist))),
        (
            |w| w.field_color(),
            |r| r.of_phase(|p| Value::number(p.color.map(|color| f64::from(color) + 1.0))),
        ),
        (|w| w.field_width(), |r| Value::number(r.step.and_then(|step| step.width))),
        (|w| w.table_journey_id(), |r| Value::text(r.journey.id.as_str())),
        (|w| w.table_phase_id(), |r| Value::text(r.phase.id.as_str())),
        (|w| w.table_step_id(), |r| id_value(r.step.map(|step| &step.id))),
        (
            |w| w.table_origin_id(),
            |r| id_value(r.step.map_or(r.phase.origin.as_ref(), |step| step.origin.as_ref())),
        ),
    ];
    Table::of(words.table_phases(), (&columns, 4), rows.into_iter(), words)
}

/// The row of the phase at `place`, and those of its steps.
fn rows_of<'a>(
    refs: &'a Refs<'a>,
    journey: &'a Journey,
    funnel: &Funnel,
    place: usize,
    phase: &'a Phase,
) -> Vec<PhaseRow<'a>> {
    let words = refs.words;
    let stop = funnel.phases.get(place).copied().unwrap_or_default();
    let mut told: Vec<String> =
        stop.loss().map(|loss| loss_said(loss, words)).into_iter().collect();
    told.extend(ways_said(journey, funnel, place, words));
    if let Some((_, loss)) = funnel.largest_loss().filter(|(at, _)| *at == place) {
        told.push(largest_said(funnel, loss, words));
    }
    let mut rows = vec![PhaseRow { refs, journey, phase, step: None, stop, told }];
    let alone = phase.steps.len() < 2;
    for (at, step) in phase.steps.iter().enumerate() {
        if alone && step.title.trim().is_empty() {
            continue;
        }
        let inner = funnel.steps.get(place).and_then(|steps| steps.get(at)).copied();
        let own = Stop { enter: step.customers_in, leave: step.customers_out, ends: true };
        let stop = inner.unwrap_or(own);
        let told = stop.loss().map(|loss| loss_said(loss, words)).into_iter().collect();
        rows.push(PhaseRow { refs, journey, phase, step: Some(step), stop, told });
    }
    rows
}

/// "Duration, from"
fn part_of(whole: String, part: String) -> String {
    format!("{whole}, {}", part.to_lowercase())
}

/// Guiding questions with their answers, a line each.
fn questions(all: &List<Question>) -> Value {
    let said = |one: &Arc<Question>| {
        let parts = [&one.question, &one.answer, &one.note].map(|part| part.trim().to_owned());
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let lines: Vec<String> = all.iter().map(said).filter(|line| !line.is_empty()).collect();
    Value::text(&lines.join("\n"))
}

impl<'a> PhaseRow<'a> {
    /// Something of the phase itself; nothing in the rows of its steps.
    fn of_phase(&self, value: impl Fn(&'a Phase) -> Value) -> Value {
        if self.step.is_some() { Value::Empty } else { value(self.phase) }
    }

    /// How long it takes; a phase that does not say it as its steps do.
    fn duration(&self, value: impl Fn(&Duration, &Words) -> Value) -> Value {
        match self.step {
            Some(step) => {
                step.duration.as_ref().map_or(Value::Empty, |one| value(one, self.refs.words))
            }
            None => self.phase.takes().map_or(Value::Empty, |one| value(&one, self.refs.words)),
        }
    }

    fn named(&self, step: &Step) -> String {
        if !step.title.trim().is_empty() {
            return step.title.clone();
        }
        let place = self.phase.steps.iter().position(|one| one.id == step.id).unwrap_or_default();
        self.refs.words.thing_step_number((place + 1).to_string())
    }
}

/// Where customers go back, skip ahead and leave, a row each.
pub(super) fn transitions(journeys: &[Arc<Journey>], project: &Project, words: &Words) -> Table {
    struct Row<'a> {
        refs: &'a Refs<'a>,
        journey: &'a Journey,
        one: &'a Transition,
        /// What its ends are called.
        from: String,
        to: String,
    }
    let refs = Refs::new(project, words);
    let mut rows = Vec::new();
    for journey in journeys {
        let names = names(journey, words);
        let name = |id: &Id| names.get(id).cloned().unwrap_or_else(|| id.to_string());
        for one in &journey.transitions {
            let to = one.to.as_ref().map_or_else(|| words.thing_leaves(), name);
            rows.push(Row { refs: &refs, journey, one, from: name(&one.from), to });
        }
    }
    let columns: [Column<Row<'_>>; 10] = [
        (|w| w.thing_journey(), |r| Value::text(&r.refs.journey(r.journey))),
        (|w| w.field_from(), |r| Value::text(&r.from)),
        (|w| w.field_to(), |r| Value::text(&r.to)),
        (
            |w| w.field_journey_kind(),
            |r| {
                r.one
                    .kind
                    .as_ref()
                    .map_or(Value::Empty, |kind| Value::text(&kind.name(r.refs.words)))
            },
        ),
        (|w| w.field_share(), |r| Value::number(r.one.share)),
        (|w| w.field_reason(), |r| Value::text(&r.one.reason)),
        (|w| w.table_id(), |r| Value::text(r.one.id.as_str())),
        (|w| w.table_journey_id(), |r| Value::text(r.journey.id.as_str())),
        (|w| w.table_from_id(), |r| Value::text(r.one.from.as_str())),
        (|w| w.table_to_id(), |r| id_value(r.one.to.as_ref())),
    ];
    Table::of(words.thing_transitions_of(), (&columns, 4), rows.into_iter(), words)
}

/// What the phases and steps of a map are called.
fn names(journey: &Journey, words: &Words) -> HashMap<Id, String> {
    let mut names = HashMap::new();
    for phase in &journey.phases {
        names.entry(phase.id.clone()).or_insert_with(|| phase.title.clone());
    }
    let steps = super::refs::Steps::of(journey, words);
    for ((_, step), name) in steps.all.iter().zip(&steps.names) {
        names.entry(step.id.clone()).or_insert_with(|| name.clone());
    }
    names
}
