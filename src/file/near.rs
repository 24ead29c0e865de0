//! Keys and ids with one wrong sign, and what they must have been.
//!
//! One changed byte in `"lanes"` would cost all lanes, one in the id of a step all its cards. What is
//! one sign away from what belongs there, and is nothing else, is taken for it and told.

use super::lists::Identified;
use super::problem::{Code, Remedy};
use super::report::RepairReport;
use crate::model::*;
use serde_json::{Map, Value};
use std::collections::HashSet;

/// Shorter ids are too much alike for one sign to tell anything.
const ID_MIN: usize = 5;

/// Are two words the same but for one sign that is another, too many or missing?
pub(super) fn is_near(one: &str, other: &str) -> bool {
    if one == other {
        return false;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let alike = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let tail = |words: &[char], skip: usize| words.get(alike + skip..).map(<[char]>::to_vec);
    let same = |a: usize, b: usize| {
        let rests = (tail(&one, a), tail(&other, b));
        rests.0.is_some() && rests.0 == rests.1
    };
    same(1, 1) || same(1, 0) || same(0, 1)
}

/// The key of `object` that is `key`, or the first that is near it.
pub(super) fn key_of(object: &Map<String, Value>, key: &str) -> Option<String> {
    if object.contains_key(key) {
        return Some(key.to_owned());
    }
    object.keys().find(|one| is_near(one, key)).cloned()
}

/// Puts what stands under a key near `key` under it, where nothing does and it is of the right kind.
pub(super) fn right_key(
    object: &mut Map<String, Value>,
    key: &str,
    fits: fn(&Value) -> bool,
    report: &mut RepairReport,
) {
    if object.contains_key(key) {
        return;
    }
    let near = |(one, value): &(&String, &Value)| is_near(one, key) && fits(value);
    let Some(given) = object.iter().find(near).map(|(one, _)| one.clone()) else { return };
    if let Some(value) = object.shift_remove(&given) {
        report.add(Code::MisspeltKey, "", "", &given, Remedy::Set(key.to_owned()));
        object.insert(key.to_owned(), value);
    }
}

/// Gives things back the ids that others name, where one sign of the id was changed.
pub(super) fn right_ids(project: &mut Project, report: &mut RepairReport) {
    let named = Named::of(project);
    right(&mut project.personas, "personas", &named.personas, report);
    right(&mut project.sources, "sources", &named.sources, report);
    right(&mut project.opportunities, "opportunities", &named.opportunities, report);
    right(&mut project.subgoals, "subgoals", &named.subgoals, report);
    right(&mut project.images, "images", &named.images, report);
    for index in 0..project.journeys.len() {
        let Some(journey) = project.journeys.get(index) else { continue };
        let mut steps = named_steps(journey);
        let all: HashSet<&Id> = journey.steps().map(|(_, step)| &step.id).collect();
        let unknown = steps.iter().any(|id| !all.contains(id));
        if !unknown {
            continue;
        }
        // A step of another phase may have the id that is near.
        steps.retain(|id| !all.contains(id));
        let used = named_steps(journey);
        report.enter("journeys", index);
        if let Some(journey) = project.journeys.edit(index) {
            for at in 0..journey.phases.len() {
                report.enter("phases", at);
                if let Some(phase) = journey.phases.edit(at) {
                    rename(&mut phase.steps, "steps", &mut steps, &used, report);
                }
                report.leave();
            }
        }
        report.leave();
    }
}

/// What the things of a project name.
#[derive(Default)]
struct Named {
    personas: HashSet<Id>,
    sources: HashSet<Id>,
    opportunities: HashSet<Id>,
    subgoals: HashSet<Id>,
    images: HashSet<Id>,
}

impl Named {
    fn of(project: &Project) -> Self {
        let mut named = Self::default();
        named.images.extend(project.personas.iter().filter_map(|one| one.image.clone()));
        named.opportunities.extend(project.tasks.iter().filter_map(|one| one.opportunity.clone()));
        for journey in &project.journeys {
            named.personas.extend(journey.personas.iter().cloned());
            for lane in &journey.lanes {
                named.personas.extend(lane.persona.iter().chain(&lane.curves_off).cloned());
                for point in &lane.points {
                    named.personas.extend(point.persona.clone());
                    named.sources.extend(point.source.clone());
                }
            }
        }
        let lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
        for card in lanes.flat_map(|lane| lane.cards.iter()).chain(project.parked.iter()) {
            named.personas.extend(card.personas.iter().cloned());
            named.sources.extend(card.sources.iter().cloned());
            named.opportunities.extend(card.opportunity.clone());
            named.subgoals.extend(card.subgoal.clone());
            named.images.extend(card.image.clone());
        }
        named
    }
}

/// The steps and phases that cards, points and transitions of a journey name.
fn named_steps(journey: &Journey) -> HashSet<Id> {
    let mut steps = HashSet::new();
    for lane in &journey.lanes {
        steps.extend(
            lane.cards.iter().flat_map(|card| {
                [Some(card.step.clone()), card.until.clone()].into_iter().flatten()
            }),
        );
        steps.extend(lane.points.iter().map(|point| point.step.clone()));
    }
    steps
}

fn right<T: Identified>(
    list: &mut List<T>,
    key: &'static str,
    named: &HashSet<Id>,
    report: &mut RepairReport,
) {
    let there: HashSet<&Id> = list.iter().map(|one| one.look()).collect();
    let mut unknown: HashSet<Id> = named.iter().filter(|id| !there.contains(id)).cloned().collect();
    if !unknown.is_empty() {
        rename(list, key, &mut unknown, named, report);
    }
}

/// Renames what nobody names to the one unknown id near its own, which is known then.
fn rename<T: Identified>(
    list: &mut List<T>,
    key: &'static str,
    unknown: &mut HashSet<Id>,
    named: &HashSet<Id>,
    report: &mut RepairReport,
) {
    for index in 0..list.len() {
        let Some(item) = list.get(index) else { continue };
        let (old, name) = (item.look().clone(), item.name().to_owned());
        if named.contains(&old) || old.as_str().chars().count() < ID_MIN {
            continue;
        }
        let mut near = unknown.iter().filter(|id| is_near(id.as_str(), old.as_str()));
        let (Some(meant), None) = (near.next().cloned(), near.next()) else { continue };
        unknown.remove(&meant);
        report.enter(key, index);
        let done = Remedy::NewId(meant.to_string());
        report.add(Code::MisspeltId, "id", &name, old.as_str(), done);
        report.leave();
        if let Some(item) = list.edit(index) {
            *item.id() = meant;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_near_that_differ_by_one_sign() {
        for near in ["lanet", "lane", "laness", "xlanes", "lnes", "lan\u{fffd}s"] {
            assert!(is_near(near, "lanes") && is_near("lanes", near), "{near}");
        }
        for far in ["lanes", "lan", "lenas", "", "planets", "alnes"] {
            assert!(!is_near(far, "lanes"), "{far}");
        }
        assert!(is_near("", "a") && !is_near("", ""));
    }
}
