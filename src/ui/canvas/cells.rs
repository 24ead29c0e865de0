//! Where Tab goes on the map: from cell to cell as one reads, along a lane and then to the next,
//! and from name to name among those of one kind. At the ends it stays.

use super::super::{CellRef, Selection};
use super::drag;
use crate::model::{Id, Thing};
use crate::scene::{Body, Scene};

/// A cell by the places of its lane and its step among those shown.
pub(super) type CellPlace = (usize, usize);

/// What Tab selects after `selection`, Shift+Tab (`back`) before it: a cell where what is typed
/// begins a card, or the next name where one is selected.
pub(super) fn next(scene: &Scene, selection: &Selection, back: bool) -> Selection {
    if let [name] = &selection.things[..]
        && is_name(name)
    {
        return next_name(scene, name, back).map_or_else(|| selection.clone(), Selection::of);
    }
    let to = match place_of(scene, selection) {
        Some(place) => beside(scene, place, back),
        None => match (selection.things.last(), back) {
            // The parking place comes after the last cell.
            (Some(Thing::Card(card)), _) if drag::parked_at(scene, card).is_some() => {
                ends(scene).map(|(_, last)| last).filter(|_| back)
            }
            _ => ends(scene).map(|(first, _)| first),
        },
    };
    to.and_then(|to| selected(scene, to)).unwrap_or_else(|| selection.clone())
}

/// The cell after this one or before it, in the lanes that are not folded; none at the end.
pub(super) fn beside(scene: &Scene, (lane, step): CellPlace, back: bool) -> Option<CellPlace> {
    let last = scene.columns.steps.len().checked_sub(1)?;
    let open = |lane: &usize| is_open(scene, *lane);
    match back {
        false if step < last => Some((lane, step + 1)),
        true if step > 0 => Some((lane, step - 1)),
        false => (lane + 1..scene.lanes.len()).find(open).map(|lane| (lane, 0)),
        true => (0..lane).rev().find(open).map(|lane| (lane, last)),
    }
}

/// The keyboard in a cell. On a curve it is in a point there of which nothing is said yet, if there
/// is one: what is typed is said of that.
pub(super) fn selected(scene: &Scene, (lane, step): CellPlace) -> Option<Selection> {
    let (lane, step) = (scene.lanes.get(lane)?, scene.columns.steps.get(step)?);
    if let Body::Curve(curve) = &lane.body {
        let silent = curve
            .points
            .iter()
            .rfind(|point| point.point.step == step.id && point.point.quote.trim().is_empty());
        if let Some(point) = silent {
            let point = point.point.id.clone();
            return Some(Selection::of(Thing::Point { lane: lane.id.clone(), point }));
        }
    }
    let cell = CellRef { lane: lane.id.clone(), step: step.id.clone() };
    Some(Selection { things: Vec::new(), cell: Some(cell) })
}

/// The cell the keyboard is in; none where it is in no cell that is shown.
pub(super) fn place_of(scene: &Scene, selection: &Selection) -> Option<CellPlace> {
    let lane_of = |id: &Id| scene.lanes.iter().position(|lane| lane.id == *id);
    if let Some(cell) = &selection.cell {
        return Some((lane_of(&cell.lane)?, *scene.columns.index.get(&cell.step)?));
    }
    match selection.things.last()? {
        Thing::Card(card) => drag::place_of(scene, card).map(|(lane, step, _)| (lane, step)),
        Thing::Point { lane, point } => {
            let lane = lane_of(lane)?;
            let Body::Curve(curve) = &scene.lanes[lane].body else { return None };
            let point = curve.points.iter().find(|other| other.point.id == *point)?;
            Some((lane, *scene.columns.index.get(&point.point.step)?))
        }
        Thing::Phase(_) | Thing::Step(_) | Thing::Lane(_) => None,
        Thing::Persona(_) | Thing::Transition(_) | Thing::Journey(_) => None,
    }
}

/// The next thing of the kind of `name` whose name can be typed, or the one before.
pub(super) fn next_name(scene: &Scene, name: &Thing, back: bool) -> Option<Thing> {
    let names: Vec<Thing> = match name {
        Thing::Phase(_) => {
            scene.columns.phases.iter().map(|phase| Thing::Phase(phase.id.clone())).collect()
        }
        Thing::Step(_) => {
            scene.columns.steps.iter().map(|step| Thing::Step(step.id.clone())).collect()
        }
        Thing::Lane(_) => scene.lanes.iter().map(|lane| Thing::Lane(lane.id.clone())).collect(),
        Thing::Persona(_) | Thing::Transition(_) | Thing::Journey(_) => {
            let kind = std::mem::discriminant(name);
            let heads = scene.head.iter().map(|placed| placed.thing.clone());
            heads.filter(|thing| std::mem::discriminant(thing) == kind).collect()
        }
        Thing::Card(_) | Thing::Point { .. } => return None,
    };
    let at = names.iter().position(|other| other == name)?;
    let to = if back { at.checked_sub(1)? } else { at + 1 };
    names.get(to).cloned()
}

/// Does it have its place outside the cells?
fn is_name(thing: &Thing) -> bool {
    match thing {
        Thing::Phase(_) | Thing::Step(_) | Thing::Lane(_) | Thing::Persona(_) => true,
        Thing::Transition(_) => true,
        // The map as a whole is before its first cell.
        Thing::Journey(_) | Thing::Card(_) | Thing::Point { .. } => false,
    }
}

fn is_open(scene: &Scene, lane: usize) -> bool {
    scene.lanes.get(lane).is_some_and(|lane| !matches!(lane.body, Body::Collapsed))
}

/// The first and the last cell of the map.
fn ends(scene: &Scene) -> Option<(CellPlace, CellPlace)> {
    let last = scene.columns.steps.len().checked_sub(1)?;
    let open = || (0..scene.lanes.len()).filter(|lane| is_open(scene, *lane));
    Some(((open().next()?, 0), (open().next_back()?, last)))
}
