//! What was comes back: all of it, or what somebody chose, while all that is new since stays.
//!
//! A chosen thing becomes what it was, with all that was in it. What is gone comes back at its place,
//! after its nearest neighbour that is still there; a card whose lane or step is gone brings those
//! along, and what it names: personas, sources, opportunities, sub-goals, pictures. Phases, steps
//! and lanes that are still there keep the place they have now; a card that has moved since comes
//! back to where it was. What named a card before it was removed names it again ([`named_again`]).

mod coming_back;
mod named;
mod named_again;
mod neighbours;
mod rows;
mod share;

use super::project::make_whole;
use super::structure::put_item;
use super::{EditError, steps};
use crate::model::{Id, Journey, List, Phase, Project, Thing};
use coming_back::ComingBack;
use neighbours::come_back;
use std::collections::HashSet;
use std::sync::Arc;

/// What is to come back of a version.
#[derive(Clone, Debug, PartialEq)]
pub enum Returning {
    /// All: what is new since goes.
    All,
    /// These, with all that was in them; what is new since stays.
    Things(Vec<Thing>),
}

/// The project `now`, with what is chosen of `journey` as it was in `from`. Named versions stay.
///
/// # Errors
/// Says what was not there in `from` either.
pub fn bring_back(
    now: &Project,
    from: &Project,
    journey: &Id,
    what: &Returning,
) -> Result<Project, EditError> {
    let mut after = match what {
        Returning::All if from.journeys.is_empty() => {
            return Err(EditError::Missing(Thing::Journey(journey.clone())));
        }
        Returning::All => from.back_in(now),
        Returning::Things(things) => some(now, from, journey, things)?,
    };
    share::share(now, &mut after);
    Ok(after)
}

fn some(
    now: &Project,
    from: &Project,
    journey: &Id,
    things: &[Thing],
) -> Result<Project, EditError> {
    let missing = || EditError::Missing(Thing::Journey(journey.clone()));
    let (at, was) = from.journey(journey).ok_or_else(missing)?;
    let mut chosen = ComingBack::of(from, was, things)?;
    let mut after = now.clone();
    for other in std::mem::take(&mut chosen.journeys) {
        after = some(&after, from, other, &[Thing::Journey(other.clone())])?;
    }
    let Some((index, map)) = after.journey(journey) else {
        // All of it is gone: it comes back whole where anything of it is wanted.
        come_back(&mut after.journeys, &from.journeys, at, |one| &one.id);
        named::bring_named(now, &mut after, from, was);
        return Ok(after);
    };
    let mut map = Journey::clone(map);
    if chosen.head {
        map = head(was, map);
    }
    columns(&mut map, was, &chosen);
    rows::lanes(&mut map, was, &chosen);
    let before = map.clone();
    rows::cards(&mut after.parked, &mut map, from, was, &chosen)?;
    rows::follow(&before, &mut map, &chosen);
    rows::points(&mut map, was, &chosen)?;
    named_again::by_points(&before, &mut map, was);
    transitions(&mut map, was, &chosen, things)?;
    for (at, persona) in from.personas.iter().enumerate() {
        if chosen.personas.contains(&persona.id) {
            come_back(&mut after.personas, &from.personas, at, |one| &one.id);
            put_item(&mut after.personas, (**persona).clone(), |one| &one.id);
            if was.personas.contains(&persona.id) && !map.personas.contains(&persona.id) {
                map.personas.push(persona.id.clone());
            }
        }
    }
    make_whole(&mut map);
    let order = steps::StepOrder::of(&map);
    for lane in 0..map.lanes.len() {
        if let Some(lane) = map.lanes.edit(lane) {
            steps::fit_lane(lane, &order);
        }
    }
    rows::loosen(&mut map, &order);
    if let Some(place) = after.journeys.get_mut(index) {
        *place = Arc::new(map.clone());
    }
    named::bring_named(now, &mut after, from, &map);
    Ok(after)
}

/// The journey's own fields as they were, on the map that is there.
fn head(was: &Journey, map: Journey) -> Journey {
    let mut personas = was.personas.clone();
    personas.extend(map.personas.into_iter().filter(|id| !was.personas.contains(id)));
    let Journey { phases, lanes, transitions, views, story, .. } = map;
    Journey { personas, phases, lanes, transitions, views, story, ..was.clone() }
}

/// Phases and steps come back, and those that are there become what they were.
fn columns(map: &mut Journey, was: &Journey, chosen: &ComingBack<'_>) {
    let there: HashSet<Id> = map.steps().map(|(_, step)| step.id.clone()).collect();
    let needed = chosen.steps_needed(was);
    let wanted = |id: &Id| chosen.steps.contains(id) || needed.contains(id);
    for (at, phase) in was.phases.iter().enumerate() {
        let brings = phase.steps.iter().any(|step| wanted(&step.id) && !there.contains(&step.id));
        if chosen.phases.contains(&phase.id) || brings {
            let bare = |phase: &Phase, steps| Phase { steps, ..phase.clone() };
            let is_new = come_back(&mut map.phases, &was.phases, at, |one| &one.id);
            let Some(index) = map.phases.index_where(|one| one.id == phase.id) else { continue };
            if is_new || chosen.phases.contains(&phase.id) {
                let old = map.phases.get(index).map(|one| one.steps.clone()).unwrap_or_default();
                let steps = if is_new { List::default() } else { old };
                put_item(&mut map.phases, bare(phase, steps), |one| &one.id);
            }
            let Some(new) = map.phases.edit(index) else { continue };
            for (at, step) in phase.steps.iter().enumerate() {
                if wanted(&step.id) && !there.contains(&step.id) {
                    come_back(&mut new.steps, &phase.steps, at, |one| &one.id);
                }
            }
        }
        for step in phase.steps.iter().filter(|step| chosen.steps.contains(&step.id)) {
            if !there.contains(&step.id) {
                continue;
            }
            for index in 0..map.phases.len() {
                let holds = map.phases.get(index).is_some_and(|one| one.steps.contains(step));
                let found = map.phases.get(index).and_then(|phase| {
                    phase.steps.index_where(|one| one.id == step.id).filter(|_| !holds)
                });
                if let (Some(found), Some(phase)) = (found, map.phases.edit(index))
                    && let Some(place) = phase.steps.get_mut(found)
                {
                    *place = Arc::clone(step);
                }
            }
        }
    }
}

/// Transitions come back where both their ends are there; one that was asked for itself says so
/// where they are not.
fn transitions(
    map: &mut Journey,
    was: &Journey,
    chosen: &ComingBack<'_>,
    things: &[Thing],
) -> Result<(), EditError> {
    for (at, one) in was.transitions.iter().enumerate() {
        if !chosen.transitions.contains(&one.id) {
            continue;
        }
        let is_there = |end: &Id| {
            map.phases.iter().any(|phase| phase.id == *end)
                || map.steps().any(|(_, step)| step.id == *end)
        };
        let mut ends = std::iter::once(&one.from).chain(&one.to);
        if let Some(gone) = ends.find(|end| !is_there(end)) {
            match things.contains(&Thing::Transition(one.id.clone())) {
                true => return Err(EditError::Missing(Thing::Phase(gone.clone()))),
                false => continue,
            }
        }
        come_back(&mut map.transitions, &was.transitions, at, |one| &one.id);
        put_item(&mut map.transitions, (**one).clone(), |one| &one.id);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
