//! How is what was changed in a text since it was written changed on the map that went along?

use super::build::{self, Cast};
use super::changed_steps::{self, PlacedStep};
use super::kept::Kept;
use super::parse::{Diagram, SeenStep};
use super::{changed_feelings, pairs::Pairs};
use crate::exchange::Remark;
use crate::model::{Id, IdSource, Journey, Phase, Project};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

/// The map with what differs between the text as it was written and as it is seen: names, scores and
/// actors; sections and tasks that are new, gone or elsewhere. None: what was written is not of this map.
pub(super) fn applied(
    kept: &Kept,
    written: &Diagram,
    seen: &Diagram,
    ids: &mut IdSource,
    remarks: &mut Vec<Remark>,
) -> Option<Project> {
    let journey = kept.project.journeys.first()?;
    let steps = |phase: &Arc<Phase>| phase.steps.len();
    let sections = written.sections.iter().map(|section| section.steps.len());
    if !sections.eq(journey.phases.iter().map(steps)) {
        return None;
    }
    let mut project = kept.project.clone();
    if written.says_the_same(seen) {
        return Some(project);
    }
    let mut journey = Journey::clone(journey);
    if seen.title != written.title {
        journey.title.clone_from(&seen.title);
    }
    let purpose = build::purpose(seen);
    if purpose != build::purpose(written) {
        journey.purpose = purpose;
    }
    let pairs = paired(written, seen);
    let mut cast = Cast::of(&project);
    let is_there = |id: &Id| project.personas.iter().any(|persona| persona.id == *id);
    for (name, id) in kept.actors.iter().filter(|(_, id)| is_there(id)) {
        cast.is_called(name, id);
    }
    let renamed = rename(&mut project, &mut cast, written, seen, &pairs.steps);
    let placed =
        changed_steps::change(&mut project, &mut journey, written, seen, &pairs, ids, remarks);
    let (was, is) = (steps_of(written), steps_of(seen));
    let mut wanted = Vec::new();
    for PlacedStep { id, written, seen } in placed {
        let was = written.and_then(|at| was.get(at)).map_or(&[][..], |step| &step.felt);
        let is = is.get(seen).map_or(&[][..], |step| &step.felt);
        let same = |a: &Option<String>, b: &Option<String>| {
            a == b
                || b.as_ref()
                    .is_some_and(|b| renamed.get(b).is_some_and(|old| a.as_ref() == Some(old)))
        };
        for (who, score) in is {
            if !was.iter().any(|(old, value)| same(old, who) && value == score) {
                let who = who.as_ref();
                let who = who.map(|name| cast.who(name, &mut project, &mut journey, ids));
                wanted.push((id.clone(), who, *score));
            }
        }
        for (who, _) in was.iter().filter(|(old, _)| !is.iter().any(|(who, _)| same(old, who))) {
            let who = who.as_ref().and_then(|name| cast.known(name)).cloned();
            wanted.push((id.clone(), who, None));
        }
    }
    changed_feelings::change(&mut journey, wanted, ids, remarks);
    if let Some(place) = project.journeys.first_mut() {
        *place = Arc::new(journey);
    }
    Some(project)
}

/// Which section and which step is which.
pub(super) struct PairedSteps {
    pub sections: Pairs,
    /// Of all steps one after the other.
    pub steps: Pairs,
}

/// All steps one after the other.
pub(super) fn steps_of<'a>(diagram: &'a Diagram) -> Vec<&'a SeenStep> {
    diagram.sections.iter().flat_map(|section| &section.steps).collect()
}

/// The section of each step.
fn sections_of(diagram: &Diagram) -> Vec<usize> {
    let sections = diagram.sections.iter().enumerate();
    sections.flat_map(|(at, section)| section.steps.iter().map(move |_| at)).collect()
}

/// By name, then by what stands beside; steps in their own section first, as many are called alike.
fn paired(written: &Diagram, seen: &Diagram) -> PairedSteps {
    let mut sections = Pairs::none(written.sections.len(), seen.sections.len());
    let names = |diagram: &Diagram| -> Vec<Option<String>> {
        diagram.sections.iter().map(|section| Some(section.name.clone())).collect()
    };
    sections.by_key(names(written).into_iter(), names(seen).into_iter());
    sections.by_neighbours(|_, _| true);

    let (was, is) = (steps_of(written), steps_of(seen));
    let (was_in, is_in) = (sections_of(written), sections_of(seen));
    let section = |place: &usize| sections.of_seen.get(*place).copied().flatten();
    let mut steps = Pairs::none(was.len(), is.len());
    steps.by_key(
        was.iter().zip(&was_in).map(|(step, place)| Some((*place, step.name.as_str()))),
        is.iter().zip(&is_in).map(|(step, place)| Some((section(place)?, step.name.as_str()))),
    );
    steps.by_key(
        was.iter().map(|step| Some(step.name.as_str())),
        is.iter().map(|step| Some(step.name.as_str())),
    );
    steps.by_neighbours(|written, seen| {
        let place = is_in.get(seen).and_then(section);
        place.is_some() && was_in.get(written).copied() == place
    });
    PairedSteps { sections, steps }
}

/// Gives personas the names they are called by now, where somebody new does all that somebody who is gone
/// did and nothing else. The old names by the new ones.
fn rename(
    project: &mut Project,
    cast: &mut Cast,
    written: &Diagram,
    seen: &Diagram,
    steps: &Pairs,
) -> BTreeMap<String, String> {
    let was = doings(&steps_of(written), Some);
    let is = doings(&steps_of(seen), |at| steps.of_seen.get(at).copied().flatten());
    let gone = || was.iter().filter(|(name, _)| !is.contains_key(*name));
    let come =
        || is.iter().filter(|(name, _)| !was.contains_key(*name) && cast.known(name).is_none());
    let mut renamed = BTreeMap::new();
    for (new, does) in come() {
        let mut did = gone().filter(|(_, did)| *did == does);
        let alike = come().filter(|(_, other)| *other == does).count();
        if let (Some((old, _)), None, 1) = (did.next(), did.next(), alike) {
            renamed.insert((*new).to_owned(), (*old).to_owned());
        }
    }
    for (new, old) in &renamed {
        let Some(id) = cast.known(old).cloned() else { continue };
        let place = project.personas.index_where(|persona| persona.id == id);
        if let Some(persona) = place.and_then(|place| project.personas.edit(place)) {
            persona.name.clone_from(new);
        }
        cast.is_called(new, &id);
    }
    renamed
}

/// In which of the written steps each actor stands.
fn doings<'a>(
    steps: &[&'a SeenStep],
    place: impl Fn(usize) -> Option<usize>,
) -> BTreeMap<&'a str, BTreeSet<Option<usize>>> {
    let mut found: BTreeMap<&str, BTreeSet<Option<usize>>> = BTreeMap::new();
    for (at, step) in steps.iter().enumerate() {
        for name in step.felt.iter().filter_map(|(who, _)| who.as_ref()) {
            found.entry(name).or_default().insert(place(at));
        }
    }
    found
}

/// The places of things in a list.
pub(super) fn places<T: Hash + Eq>(things: &[T]) -> HashMap<&T, usize> {
    things.iter().enumerate().map(|(place, thing)| (thing, place)).collect()
}

/// What is in one and not in the other.
pub(super) fn gone<'a, T: Hash + Eq>(was: &'a [T], is: &[T]) -> HashSet<&'a T> {
    let is: HashSet<&T> = is.iter().collect();
    was.iter().filter(|thing| !is.contains(thing)).collect()
}
