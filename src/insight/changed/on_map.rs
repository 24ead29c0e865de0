//! Which things of one map differ between two states of a project, one by one: what can be marked on
//! the map, and brought back.

use super::tally::{HowDiffers, ItemDifference, TallyItem, compare};
use super::{
    CardItem, Pairs, PointItem, StepItem, point_items, same_card, same_lane, same_phase,
    same_point, step_items,
};
use crate::model::{CardRef, Id, Journey, List, Project, Thing};
use std::sync::Arc;

/// A thing of a map, or somebody's curve in a lane, that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapDifference {
    /// What became of it.
    pub how: HowDiffers,
    /// The curve, where it is one.
    pub curve: Option<CurveName>,
    /// What it was in the map before: what is to be brought back. Of a curve those points that are
    /// not the same any more. Empty where there was nothing.
    pub before: Vec<Thing>,
    /// What it is in the map after; of a curve those points that were not the same. Empty where there
    /// is nothing.
    pub after: Vec<Thing>,
}

/// Names a curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurveName {
    /// The lane it is in.
    pub lane: Id,
    /// Whose it is; none: nobody's in particular.
    pub persona: Option<Id>,
}

/// The phases, steps, lanes, cards and curves of `journey`, and the parked cards, that differ in
/// `after` against `before`, in this order. Nothing where the journey is not in both. They are the
/// same that [`what_changed`](super::what_changed) counts, but that a curve is one.
pub fn map_differences(before: &Project, after: &Project, journey: &Id) -> Vec<MapDifference> {
    let (Some((_, old)), Some((_, new))) = (before.journey(journey), after.journey(journey)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let phase = |id: &Id| Thing::Phase(id.clone());
    let lane = |id: &Id| Thing::Lane(id.clone());
    found.extend(things(&old.phases, &new.phases, |one| &one.id, same_phase, phase));
    found.extend(steps(old, new));
    found.extend(things(&old.lanes, &new.lanes, |one| &one.id, same_lane, lane));
    found.extend(cards(before, after, journey));
    found.extend(curves(old, new));
    found
}

/// Things of one list.
fn things<T>(
    before: &List<T>,
    after: &List<T>,
    id: impl for<'t> Fn(&'t T) -> &'t Id,
    same: impl Fn(&T, &T) -> bool,
    thing: impl Fn(&Id) -> Thing,
) -> Vec<MapDifference> {
    let items = |list: &List<T>| list.iter().map(|item| id(item).clone()).collect::<Vec<_>>();
    let (old_ids, new_ids) = (items(before), items(after));
    let old = plain_items(before, &old_ids);
    let new = plain_items(after, &new_ids);
    let differences = compare(&old, &new, same);
    let named = |ids: &[Id], at: Option<usize>| at.and_then(|at| ids.get(at)).map(&thing);
    differences
        .into_iter()
        .map(|one| MapDifference {
            how: one.how,
            curve: None,
            before: named(&old_ids, one.before).into_iter().collect(),
            after: named(&new_ids, one.after).into_iter().collect(),
        })
        .collect()
}

fn plain_items<'a, T>(list: &'a List<T>, ids: &'a [Id]) -> Vec<TallyItem<'a, &'a Id, (), T>> {
    list.iter().zip(ids).map(|(item, key)| TallyItem { key, place: (), item }).collect()
}

fn steps(before: &Journey, after: &Journey) -> Vec<MapDifference> {
    let (old, new) = (step_items(before), step_items(after));
    let step = |item: &StepItem<'_>| Thing::Step(item.key.clone());
    let differences = step_differences(&old, &new, before, after).into_iter();
    let told = differences.map(|one| MapDifference {
        how: one.how,
        curve: None,
        before: at(&old, one.before).map(step).into_iter().collect(),
        after: at(&new, one.after).map(step).into_iter().collect(),
    });
    told.collect()
}

/// Steps that differ, but for those of phases that are new or gone: such a phase says it.
pub(super) fn step_differences(
    old: &[StepItem<'_>],
    new: &[StepItem<'_>],
    before: &Journey,
    after: &Journey,
) -> Vec<ItemDifference> {
    let there = |map: &Journey, phase: &Id| map.phases.iter().any(|one| one.id == *phase);
    let told = |one: &ItemDifference| match one.how {
        HowDiffers::New => at(new, one.after).is_some_and(|step| there(before, step.place)),
        HowDiffers::Removed => at(old, one.before).is_some_and(|step| there(after, step.place)),
        HowDiffers::Changed | HowDiffers::Moved => true,
    };
    compare(old, new, |a, b| a == b).into_iter().filter(told).collect()
}

fn at<T>(items: &[T], at: Option<usize>) -> Option<&T> {
    items.get(at?)
}

/// Cards that are on this map, or were, and parked ones.
fn cards(before: &Project, after: &Project, journey: &Id) -> Vec<MapDifference> {
    let maps = Pairs::of(before, after);
    let (old, new) = maps.card_items(before, after);
    let is_here = |item: Option<&CardItem<'_>>| {
        item.is_some_and(|item| item.place.0.is_none_or(|(map, _)| map == journey))
    };
    let card = |item: &CardItem<'_>| {
        let lane = item.place.0.map(|(_, lane)| lane.clone());
        Thing::Card(CardRef { lane, card: item.item.id.clone() })
    };
    let differences = compare(&old, &new, same_card).into_iter();
    let shown = differences.filter_map(|one| {
        let was = at(&old, one.before).filter(|item| is_here(Some(*item)));
        let is = at(&new, one.after).filter(|item| is_here(Some(*item)));
        // One that went to another map is gone from this one.
        let how = match (was, is) {
            (None, None) => return None,
            (Some(_), None) => HowDiffers::Removed,
            (None, Some(_)) => HowDiffers::New,
            (Some(_), Some(_)) => one.how,
        };
        let (before, after) = (was.map(card), is.map(card));
        let (before, after) = (before.into_iter().collect(), after.into_iter().collect());
        Some(MapDifference { how, curve: None, before, after })
    });
    shown.collect()
}

/// The curve of each persona in each lane.
fn curves(before: &Journey, after: &Journey) -> Vec<MapDifference> {
    let (old, new) = (point_items(before), point_items(after));
    let mut found: Vec<(CurveName, [Vec<Thing>; 2], bool)> = Vec::new();
    let place = |found: &mut Vec<(CurveName, [Vec<Thing>; 2], bool)>, name: CurveName| {
        found.iter().position(|(one, ..)| *one == name).unwrap_or_else(|| {
            found.push((name, [Vec::new(), Vec::new()], false));
            found.len() - 1
        })
    };
    for one in compare(&old, &new, same_point) {
        let (was, is) = (at(&old, one.before), at(&new, one.after));
        let is_moved = one.how != HowDiffers::Changed
            || was.zip(is).is_some_and(|(was, is)| was.place != is.place);
        for (side, map, item) in [(0, before, was), (1, after, is)] {
            let Some(item) = item else { continue };
            let at = place(&mut found, curve_of(map, item));
            if let Some((_, sides, moved)) = found.get_mut(at) {
                sides[side].push(point(item));
                *moved |= is_moved;
            }
        }
    }
    let has_points = |map: &Journey, name: &CurveName| {
        let lane = map.lanes.iter().find(|lane| lane.id == name.lane);
        lane.is_some_and(|lane| {
            lane.points.iter().any(|point| {
                point.persona.as_ref().or(lane.persona.as_ref()) == name.persona.as_ref()
            })
        })
    };
    let told = found.into_iter().map(|(name, [was, is], moved)| {
        let how = match (has_points(before, &name), has_points(after, &name)) {
            (false, _) => HowDiffers::New,
            (true, false) => HowDiffers::Removed,
            (true, true) if moved => HowDiffers::Moved,
            (true, true) => HowDiffers::Changed,
        };
        MapDifference { how, curve: Some(name), before: was, after: is }
    });
    told.collect()
}

fn point(item: &PointItem<'_>) -> Thing {
    Thing::Point { lane: item.place.0.clone(), point: item.key.clone() }
}

fn curve_of(map: &Journey, item: &PointItem<'_>) -> CurveName {
    let lane = map.lanes.iter().find(|lane| lane.id == *item.place.0);
    let of_lane = || lane.and_then(|lane| lane.persona.clone());
    let persona = item.item.persona.clone().or_else(of_lane);
    CurveName { lane: item.place.0.clone(), persona }
}

/// What is different beside the things of `journey` that [`map_differences`] names, in numbers: other
/// maps, personas, sources, pages.
pub fn changed_beside(before: &Project, after: &Project, journey: &Id) -> super::WhatChanged {
    super::what_changed(&without(before, journey), &without(after, journey))
}

/// The project without the phases, lanes and cards of a journey.
fn without(project: &Project, journey: &Id) -> Project {
    let mut rest = Project { parked: List::default(), ..project.clone() };
    if let Some((at, _)) = project.journey(journey)
        && let Some(map) = rest.journeys.get_mut(at)
    {
        let bare =
            Journey { phases: List::default(), lanes: List::default(), ..Journey::clone(map) };
        *map = Arc::new(bare);
    }
    rest
}
