//! How do headings and items become phases and steps?

use super::idea_items::{set, set_text};
use super::labels::{OfPhase, WORDS};
use super::lane_rows::{OutlineRows, column};
use super::making::{Making, said};
use super::node::Node;
use super::plan::{are_lanes, lane};
use super::values::{duration, leading_number};
use crate::model::*;
use crate::words::Words;
use std::sync::Arc;

/// Takes the names away that our outlines give to what has none.
fn untitle(phase: &mut Phase) {
    if WORDS.iter().any(|words| phase.title == words.thing_untitled()) {
        phase.title.clear();
    }
    let title = phase.title.clone();
    for (at, step) in phase.steps.iter_mut().enumerate() {
        let is_number = |words: &Words| {
            let number = words.thing_step_number((at + 1).to_string());
            let whole = words.thing_step_name(title.as_str(), number.as_str());
            step.title == number || step.title == whole
        };
        if WORDS.iter().any(is_number) {
            Arc::make_mut(step).title.clear();
        }
    }
}

/// What each step is called, as our outlines call it, with its id.
pub(super) fn step_names(journey: &Journey) -> Vec<(String, Id)> {
    let phases = journey.phases.iter();
    let named = phases.flat_map(|phase| {
        phase.steps.iter().enumerate().map(move |(at, step)| {
            let number = WORDS.first().map(|words| {
                words.thing_step_name(
                    phase.title.as_str(),
                    words.thing_step_number((at + 1).to_string()),
                )
            });
            let only = phase.steps.len() == 1;
            let unnamed = if only { phase.title.clone() } else { number.unwrap_or_default() };
            (if step.title.is_empty() { unnamed } else { step.title.clone() }, step.id.clone())
        })
    });
    named.collect()
}

/// Adds a phase.
pub(super) fn phase(making: &mut Making, rows: &mut OutlineRows, node: &Node) -> Phase {
    let mut phase = Phase { id: making.ids.next_id(), ..Phase::default() };
    let mut rest = begun(node, &mut phase.title);
    let mut first = Step { id: making.ids.next_id(), ..Step::default() };
    let mut left: Vec<&Node> = Vec::new();
    for item in node.items() {
        if !of_phase(making, &mut phase, &mut first, item) {
            left.push(item);
        }
    }
    let headings: Vec<&Node> = node.headings().collect();
    let of_lanes = are_lanes(node);
    let in_list = !node.is_heading();
    let has_steps = headings.is_empty()
        && left.iter().all(|item| lane(item).is_none())
        && left.iter().any(|item| is_step(item, in_list));
    let (steps, own): (Vec<&Node>, Vec<&Node>) = match has_steps {
        true => left.into_iter().partition(|item| !item.is_paragraph && lane(item).is_none()),
        false => (if of_lanes { Vec::new() } else { headings.clone() }, left),
    };
    rest.extend(own.iter().copied().cloned());
    rest.extend(headings.into_iter().filter(|_| of_lanes).cloned());
    let mut columns = steps.iter();
    if let Some(node) = columns.next() {
        // What stands before the first step stands in it.
        begin_step(making, rows, &mut first, node, &rest);
    } else {
        column(making, rows, &first.id, &rest);
    }
    phase.steps.push(Arc::new(first));
    for node in columns {
        let mut step = Step { id: making.ids.next_id(), ..Step::default() };
        begin_step(making, rows, &mut step, node, &[]);
        phase.steps.push(Arc::new(step));
    }
    untitle(&mut phase);
    phase
}

/// Takes the title of a phase or a step; what else it says itself stands in its first column.
fn begun(node: &Node, title: &mut String) -> Vec<Node> {
    let paragraph = |text: &str| Node {
        line: node.line,
        level: node.level + 1,
        is_paragraph: true,
        text: text.to_owned(),
        ..Node::default()
    };
    if node.label.is_empty() || node.text.is_empty() {
        *title = node.title().trim_end_matches(':').to_owned();
        return node.more.iter().map(|more| paragraph(more)).collect();
    }
    title.clone_from(&node.label);
    std::iter::once(&node.text).chain(&node.more).map(|text| paragraph(text)).collect()
}

/// An item is a step where lanes stand in it; in a list alone also where items with more stand in it, as
/// there nothing else tells steps.
fn is_step(item: &Node, in_list: bool) -> bool {
    let inner = |child: &Node| lane(child).is_some() || (in_list && !child.children.is_empty());
    !item.is_paragraph && item.children.iter().any(inner)
}

fn begin_step(
    making: &mut Making,
    rows: &mut OutlineRows,
    step: &mut Step,
    node: &Node,
    before: &[Node],
) {
    let mut rest = before.to_vec();
    rest.extend(begun(node, &mut step.title));
    for item in &node.children {
        if !of_step(step, item) {
            rest.push(item.clone());
        }
    }
    column(making, rows, &step.id.clone(), &rest);
}

/// Takes what is said of a phase; the same said twice is of its only step.
fn of_phase(making: &mut Making, phase: &mut Phase, step: &mut Step, item: &Node) -> bool {
    let what = OfPhase::called(&item.label);
    let said = said(item);
    match what {
        Some(OfPhase::Duration) if phase.duration.is_some() => of_step(step, item),
        Some(OfPhase::Duration) => {
            phase.duration = duration(&said);
            phase.duration.is_some()
        }
        Some(OfPhase::Customers) if phase.customers_in.or(phase.customers_out).is_some() => {
            of_step(step, item)
        }
        Some(OfPhase::Customers) => {
            (phase.customers_in, phase.customers_out) = customers(&said);
            phase.customers_in.or(phase.customers_out).is_some()
        }
        Some(OfPhase::Friction) => {
            let level = leading_number(&said).map(|(level, _)| level);
            let known = level.filter(|level| (0.0..=f64::from(FRICTION_MAX)).contains(level));
            phase.friction = known.map(|level| level.round() as u8);
            phase.friction.is_some()
        }
        Some(OfPhase::Conversion) => {
            phase.conversion = Some(Conversion { name: said, ..Conversion::default() });
            true
        }
        Some(OfPhase::Checklist) => {
            phase.checklist = making.questions(item);
            true
        }
        Some(OfPhase::Goal) => set_text(&mut phase.goal, said),
        Some(OfPhase::Start) => set_text(&mut phase.start, said),
        Some(OfPhase::SalesPhase) => set_text(&mut phase.sales_phase, said),
        None => false,
    }
}

/// Takes what is said of a step.
fn of_step(step: &mut Step, item: &Node) -> bool {
    match OfPhase::called(&item.label) {
        Some(OfPhase::Duration) if step.duration.is_none() => {
            set(&mut step.duration, duration(&said(item)))
        }
        Some(OfPhase::Customers) if step.customers_in.or(step.customers_out).is_none() => {
            (step.customers_in, step.customers_out) = customers(&said(item));
            step.customers_in.or(step.customers_out).is_some()
        }
        Some(
            OfPhase::Duration
            | OfPhase::Start
            | OfPhase::Goal
            | OfPhase::Friction
            | OfPhase::Conversion
            | OfPhase::Customers
            | OfPhase::SalesPhase
            | OfPhase::Checklist,
        )
        | None => false,
    }
}

/// How many come in and go on: `420 in · 160 går vidare · …`, `In: 420 · Ut: 160`. What else is said
/// follows from these.
fn customers(said: &str) -> (Option<f64>, Option<f64>) {
    let (mut enter, mut leave) = (None, None);
    for part in said.split(" · ").map(str::trim) {
        let (name, figure) = part.split_once(": ").unwrap_or(("", part));
        let Some((number, rest)) = leading_number(figure) else { continue };
        let (name, rest) = (name.to_lowercase(), rest.trim().to_lowercase());
        if name == "in" || rest == "in" {
            enter = enter.or(Some(number));
        } else if ["ut", "out"].contains(&name.as_str())
            || ["går vidare", "go on", "goes on"].contains(&rest.as_str())
        {
            leave = leave.or(Some(number));
        }
    }
    (enter, leave)
}
