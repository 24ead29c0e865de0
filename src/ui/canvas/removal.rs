//! Taking things away, and what is selected after.

use super::drag;
use crate::edit::Change;
use crate::model::Thing;
use crate::scene::Scene;
use crate::ui::{CellRef, Message, Selection};

/// Takes things away; the keyboard stays in the cell, or goes to the neighbour.
pub(super) fn remove(things: Vec<Thing>, scene: &Scene, out: &mut Vec<Message>) {
    let Some(last) = things.last() else { return };
    let next = after_removal(scene, last, &things);
    out.push(Message::Edit(Change::Remove(things)));
    out.push(Message::Select(next));
}

/// What is selected once `things` have gone.
pub(crate) fn after_removal(scene: &Scene, last: &Thing, things: &[Thing]) -> Selection {
    let stays = |thing: &Thing| !things.contains(thing);
    // The one after it, else the one before.
    let neighbour = |all: Vec<Thing>| {
        let at = all.iter().position(|thing| thing == last)?;
        let after = all[at..].iter().find(|thing| stays(thing));
        after.or_else(|| all[..at].iter().rfind(|thing| stays(thing))).cloned()
    };
    let columns = &scene.columns;
    let neighbour = match last {
        Thing::Phase(_) => {
            neighbour(columns.phases.iter().map(|one| Thing::Phase(one.id.clone())).collect())
        }
        Thing::Step(_) => {
            neighbour(columns.steps.iter().map(|one| Thing::Step(one.id.clone())).collect())
        }
        Thing::Lane(_) => {
            neighbour(scene.lanes.iter().map(|one| Thing::Lane(one.id.clone())).collect())
        }
        Thing::Card(_)
        | Thing::Point { .. }
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    };
    if let Some(thing) = neighbour {
        return Selection::of(thing);
    }
    let cell = |lane: usize, step: usize| {
        let (lane, step) = (scene.lanes.get(lane)?, columns.steps.get(step)?);
        Some(CellRef { lane: lane.id.clone(), step: step.id.clone() })
    };
    let cell = match last {
        Thing::Card(card) => {
            drag::place_of(scene, card).and_then(|(lane, step, _)| cell(lane, step))
        }
        Thing::Point { lane, point } => scene.journey.lane(lane).and_then(|(_, found)| {
            let point = found.points.iter().find(|other| other.id == *point)?;
            Some(CellRef { lane: lane.clone(), step: point.step.clone() })
        }),
        Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    };
    Selection { things: Vec::new(), cell }
}
