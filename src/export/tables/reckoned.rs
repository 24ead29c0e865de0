//! What is reckoned of a map's phases, in the one table that a CSV file is: feelings and customers,
//! which a workbook and an outline have as tables of their own.
//!
//! A list gets columns at its end and a grid rows, so that whoever read the file before finds all in
//! its place. In a list a figure stands in each row of its phase: it is told of the phase, and is not
//! to be summed.

use super::figures::between;
use super::refs::Refs;
use super::table::{Table, Value};
use crate::export::Job;
use crate::insight::{Feelings, Funnel, Stop, as_written, funnel};
use crate::model::{Id, Journey, View};
use crate::words::Words;
use std::sync::Arc;

/// A figure of a phase's customers and what it is called.
type OfCustomers = (fn(&Words) -> String, fn(&Stop) -> Option<f64>);

const CUSTOMERS: [OfCustomers; 3] = [
    (|words| words.figures_phase_in(), |stop| stop.enter),
    (|words| words.figures_phase_on(), |stop| stop.leave),
    (|words| words.figures_phase_not_on(), |stop| Some(stop.loss()?.people)),
];

/// What is reckoned of a journey.
struct Reckoned<'a> {
    /// Of the personas that are shown.
    felt: Feelings<'a>,
    /// How far apart all are in each phase.
    apart: Vec<Option<f64>>,
    funnel: Funnel,
}

impl<'a> Reckoned<'a> {
    fn new(job: &Job<'_>, journey: &'a Journey) -> Self {
        let felt = Feelings::of(journey, &View::default());
        // Of two that are compared nobody is apart from themselves.
        let compared = job.compared.is_some();
        let apart = match compared {
            true => Vec::new(),
            false => between(job, journey, |all| {
                (0..journey.phases.len()).map(|phase| Some(all.apart(phase)?.gap)).collect()
            }),
        };
        let whole = job.whole.journey(&journey.id).map_or(journey, |(_, whole)| whole);
        let funnel = funnel(whole).filter(|_| !compared).unwrap_or_default();
        Self { felt, apart, funnel }
    }

    fn mean(&self, persona: Option<&Id>, phase: usize) -> Value {
        let mean = self.felt.place(persona).and_then(|who| self.felt.in_phase(who, phase));
        Value::felt(mean.map(as_written))
    }

    fn apart(&self, phase: usize) -> Value {
        Value::apart(self.apart.get(phase).copied().flatten().map(as_written))
    }

    fn customers(&self, phase: usize, figure: fn(&Stop) -> Option<f64>) -> Value {
        Value::number(self.funnel.phases.get(phase).and_then(figure))
    }
}

/// Adds to the list of `journey` what is reckoned of the phase of each row: columns that are never left
/// out, as its others.
pub(super) fn add_to_list(table: &mut Table, job: &Job<'_>, journey: &Journey) {
    let (reckoned, words) = (Reckoned::new(job, journey), &job.words);
    let phases = journey.phases_by_step();
    let heads = [words.figures_phase_feeling(), words.figures_phase_apart()];
    let heads = heads.into_iter().chain(CUSTOMERS.iter().map(|(head, _)| head(words)));
    let mut rows = table.rows.iter_mut();
    if let Some(row) = rows.next() {
        row.extend(heads.map(Value::Text));
    }
    // The rows as `list` has them: of each lane its cards, then its points.
    let things = journey.lanes.iter().flat_map(|lane| {
        let cards = lane.cards.iter().map(|card| (&card.step, None));
        let whose = |persona: &'_ Option<Id>| persona.clone().or_else(|| lane.persona.clone());
        let points = lane.points.iter().map(move |one| (&one.step, Some(whose(&one.persona))));
        cards.chain(points)
    });
    for (row, (step, felt)) in rows.zip(things) {
        let phase = phases.get(step).copied();
        let of = |value: &dyn Fn(usize) -> Value| phase.map_or(Value::Empty, value);
        row.push(of(&|phase| {
            felt.as_ref().map_or(Value::Empty, |whose| reckoned.mean(whose.as_ref(), phase))
        }));
        row.push(of(&|phase| match felt {
            Some(_) => reckoned.apart(phase),
            None => Value::Empty,
        }));
        row.extend(CUSTOMERS.map(|(_, figure)| of(&|phase| reckoned.customers(phase, figure))));
    }
}

/// Adds to the grid of `journey` a row for each figure, in the first column of its phase; none for what
/// nobody has said.
pub(super) fn add_to_grid(table: &mut Table, job: &Job<'_>, journey: &Arc<Journey>) {
    let (reckoned, words) = (Reckoned::new(job, journey), &job.words);
    let refs = Refs::new(job.project, words);
    let mut add = |head: &str, figure: &dyn Fn(usize) -> Value| {
        let mut row = vec![Value::text(head)];
        for (place, phase) in journey.phases.iter().enumerate() {
            let figure = (0..phase.steps.len()).map(|step| match step {
                0 => figure(place),
                _ => Value::Empty,
            });
            row.extend(figure);
        }
        if row.iter().skip(1).any(|value| *value != Value::Empty) {
            table.rows.push(row);
        }
    };
    for persona in &reckoned.felt.personas {
        let name = persona.map_or_else(|| words.figures_nobody(), |id| refs.persona(id));
        let head = format!("{} · {name}", words.figures_phase_feeling());
        add(&head, &|phase| reckoned.mean(*persona, phase));
    }
    add(&words.figures_phase_apart(), &|phase| reckoned.apart(phase));
    for (head, figure) in CUSTOMERS {
        add(&head(words), &|phase| reckoned.customers(phase, figure));
    }
}
