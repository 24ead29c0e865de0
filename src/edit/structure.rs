//! Phases, steps, lanes and transitions come, move and change.

use super::steps::{self, StepOrder};
use super::{EditError, clean};
use crate::model::{Id, Journey, Lane, List, Phase, Step, Thing, Transition};
use std::sync::Arc;

/// Puts `new` into the list, with `at` items before it or at the end.
fn insert<T>(list: &mut List<T>, at: usize, new: impl IntoIterator<Item = T>) {
    let at = at.min(list.len());
    list.splice(at..at, new.into_iter().map(Arc::new));
}

/// Moves the item at `from` so that `to` items stand before it afterwards.
pub(super) fn relocate<T>(list: &mut List<T>, from: usize, to: usize) {
    let item = list.remove(from);
    let to = to.min(list.len());
    list.insert(to, item);
}

/// [`Change::AddPhases`](super::Change::AddPhases).
pub(super) fn add_phases(
    journey: &mut Journey,
    at: usize,
    phases: &[Phase],
) -> Result<(), EditError> {
    let mut new = Vec::new();
    for phase in phases {
        let mut phase = clean::phase(phase.clone());
        if phase.steps.is_empty() {
            let id = spare_step_id(journey, &phase.id);
            phase.steps.push(Arc::new(Step { id, ..Step::default() }));
        }
        new.push(phase);
    }
    insert(&mut journey.phases, at, new);
    Ok(())
}

/// An id for the first step of a phase that has none: made of the phase's.
pub(super) fn spare_step_id(journey: &Journey, phase: &Id) -> Id {
    let taken = |id: &Id| journey.steps().any(|(_, step)| step.id == *id);
    let mut number = 1;
    loop {
        let id = Id::new(&format!("{phase}-{number}"));
        if !taken(&id) {
            return id;
        }
        number += 1;
    }
}

/// [`Change::AddSteps`](super::Change::AddSteps).
pub(super) fn add_steps(
    journey: &mut Journey,
    phase: &Id,
    at: usize,
    new: &[Step],
) -> Result<(), EditError> {
    let index = phase_index(journey, phase)?;
    if let Some(phase) = journey.phases.edit(index) {
        insert(&mut phase.steps, at, new.iter().cloned().map(clean::step));
    }
    Ok(())
}

/// [`Change::AddLanes`](super::Change::AddLanes). What stands in no step of the map is left out.
pub(super) fn add_lanes(journey: &mut Journey, at: usize, lanes: &[Lane]) -> Result<(), EditError> {
    let order = StepOrder::of(journey);
    let mut new = lanes.to_vec();
    new.iter_mut().for_each(|lane| steps::fit_lane(lane, &order));
    insert(&mut journey.lanes, at, new);
    Ok(())
}

/// [`Change::MovePhase`](super::Change::MovePhase).
pub(super) fn move_phase(journey: &mut Journey, phase: &Id, to: usize) -> Result<(), EditError> {
    let from = phase_index(journey, phase)?;
    relocate(&mut journey.phases, from, to);
    steps::mend_spans(journey);
    Ok(())
}

/// [`Change::MoveStep`](super::Change::MoveStep).
pub(super) fn move_step(
    journey: &mut Journey,
    step: &Id,
    phase: &Id,
    to: usize,
) -> Result<(), EditError> {
    let (from, index) = step_index(journey, step)?;
    let target = phase_index(journey, phase)?;
    let Some(moved) = journey.phases.edit(from).map(|phase| phase.steps.remove(index)) else {
        return Ok(());
    };
    if let Some(phase) = journey.phases.edit(target) {
        let to = to.min(phase.steps.len());
        phase.steps.insert(to, moved);
    }
    // A phase is the user's own word: it stays, and has an empty step.
    if journey.phases[from].steps.is_empty() {
        let id = spare_step_id(journey, &journey.phases[from].id);
        if let Some(phase) = journey.phases.edit(from) {
            phase.steps.push(Arc::new(Step { id, ..Step::default() }));
        }
    }
    steps::mend_spans(journey);
    Ok(())
}

/// [`Change::MoveLane`](super::Change::MoveLane).
pub(super) fn move_lane(journey: &mut Journey, lane: &Id, to: usize) -> Result<(), EditError> {
    let from = lane_index(journey, lane)?;
    relocate(&mut journey.lanes, from, to);
    Ok(())
}

/// [`Change::PutPhases`](super::Change::PutPhases).
pub(super) fn put_phases(journey: &mut Journey, puts: &[Phase]) -> Result<(), EditError> {
    for put in puts {
        let index = phase_index(journey, &put.id)?;
        let old = &journey.phases[index];
        let new = Phase { steps: List::default(), ..clean::phase(put.clone()) };
        let new = Phase { steps: old.steps.clone(), ..new };
        if **old != new {
            journey.phases[index] = new.into();
        }
    }
    Ok(())
}

/// [`Change::PutSteps`](super::Change::PutSteps).
pub(super) fn put_steps(journey: &mut Journey, puts: &[Step]) -> Result<(), EditError> {
    for put in puts {
        let (phase, index) = step_index(journey, &put.id)?;
        let new = clean::step(put.clone());
        if *journey.phases[phase].steps[index] != new
            && let Some(phase) = journey.phases.edit(phase)
        {
            phase.steps[index] = new.into();
        }
    }
    Ok(())
}

/// [`Change::PutLanes`](super::Change::PutLanes).
pub(super) fn put_lanes(journey: &mut Journey, puts: &[Lane]) -> Result<(), EditError> {
    for put in puts {
        let index = lane_index(journey, &put.id)?;
        let old = &journey.lanes[index];
        let (cards, points) = (old.cards.clone(), old.points.clone());
        let new = Lane { cards, points, ..clean::lane(put.clone()) };
        journey.lanes[index] = new.into();
    }
    Ok(())
}

/// [`Change::PutTransitions`](super::Change::PutTransitions).
pub(super) fn put_transitions(journey: &mut Journey, puts: &[Transition]) -> Result<(), EditError> {
    for put in puts {
        for end in std::iter::once(&put.from).chain(&put.to) {
            phase_index(journey, end).or_else(|_| step_index(journey, end).map(|(at, _)| at))?;
        }
        put_item(&mut journey.transitions, clean::transition(put.clone()), |one| &one.id);
    }
    Ok(())
}

/// Puts `new` in the place of the item with its id, or at the end.
pub(super) fn put_item<T: PartialEq>(list: &mut List<T>, new: T, id: impl Fn(&T) -> &Id) {
    match list.index_where(|one| id(one) == id(&new)) {
        Some(index) if *list[index] == new => {}
        Some(index) => list[index] = new.into(),
        None => list.push(new.into()),
    }
}

/// Drops the transitions that leave or reach an end of which `gone` holds.
pub(super) fn drop_transitions(journey: &mut Journey, gone: impl Fn(&Id) -> bool) {
    journey.transitions.retain(|one| !gone(&one.from) && !one.to.as_ref().is_some_and(&gone));
}

pub(super) fn phase_index(journey: &Journey, phase: &Id) -> Result<usize, EditError> {
    let found = journey.phases.index_where(|one| one.id == *phase);
    found.ok_or_else(|| EditError::Missing(Thing::Phase(phase.clone())))
}

/// Where a step is: in which phase, and where in it.
pub(super) fn step_index(journey: &Journey, step: &Id) -> Result<(usize, usize), EditError> {
    let within = |phase: &Arc<Phase>| phase.steps.index_where(|one| one.id == *step);
    let mut found = journey.phases.iter().map(within).enumerate();
    let found = found.find_map(|(phase, index)| Some((phase, index?)));
    found.ok_or_else(|| EditError::Missing(Thing::Step(step.clone())))
}

pub(super) fn lane_index(journey: &Journey, lane: &Id) -> Result<usize, EditError> {
    let found = journey.lanes.index_where(|one| one.id == *lane);
    found.ok_or_else(|| EditError::Missing(Thing::Lane(lane.clone())))
}
