//! Is a project that came along sound, so that nobody who shows it stumbles?

use crate::model::{FEELING_MAX, FEELING_MIN, Id, Journey, Project};
use std::collections::HashSet;

/// Does a project hold one journey, in which every phase has a step, every card and every point stands in
/// a step there is, and all that is named by its id has one of its own?
pub(super) fn is_sound(project: &Project) -> bool {
    let [journey] = project.journeys.as_slice() else { return false };
    let personas: Option<HashSet<&Id>> = own_ids(project.personas.iter().map(|one| &one.id));
    personas.is_some_and(|personas| is_sound_journey(project, journey, &personas))
}

fn is_sound_journey(project: &Project, journey: &Journey, personas: &HashSet<&Id>) -> bool {
    let cards = || journey.lanes.iter().flat_map(|lane| lane.cards.iter());
    let points = || journey.lanes.iter().flat_map(|lane| lane.points.iter());
    let Some(steps) = own_ids(journey.steps().map(|(_, step)| &step.id)) else { return false };
    let is_known = |who: Option<&Id>| who.is_none_or(|who| personas.contains(who));
    let within = |value: f64, low: f64, high: f64| (low..=high).contains(&value);
    !journey.id.is_empty()
        && !journey.phases.is_empty()
        && journey.phases.iter().all(|phase| !phase.steps.is_empty())
        && own_ids(journey.phases.iter().map(|phase| &phase.id)).is_some()
        && own_ids(journey.lanes.iter().map(|lane| &lane.id)).is_some()
        && own_ids(cards().chain(&project.parked).map(|card| &card.id)).is_some()
        && own_ids(points().map(|point| &point.id)).is_some()
        && cards().all(|card| steps.contains(&card.step))
        && cards().all(|card| card.personas.iter().all(|who| personas.contains(who)))
        && journey.personas.iter().all(|who| personas.contains(who))
        && points().all(|point| {
            steps.contains(&point.step)
                && is_known(point.persona.as_ref())
                && within(point.value, FEELING_MIN, FEELING_MAX)
                && point.at.is_none_or(|at| within(at, 0.0, 1.0))
        })
}

/// The ids, where each is one and stands once.
fn own_ids<'a>(ids: impl Iterator<Item = &'a Id>) -> Option<HashSet<&'a Id>> {
    let mut own = HashSet::new();
    for id in ids {
        if id.is_empty() || !own.insert(id) {
            return None;
        }
    }
    Some(own)
}
