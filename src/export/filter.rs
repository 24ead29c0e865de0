//! Leaves out of a project what an export does not want: other lanes, other personas.

use super::{ExportError, Options};
use crate::model::{Card, Id, Journey, Lane, List, Project};
use crate::scene::phase_color;
use crate::words::{Lang, Named, Words, lane_name};
use std::collections::HashMap;
use std::sync::Arc;

/// `project` with only the lanes and personas that `options` name. Lanes that are named are shown
/// even if they are hidden. Cards and feelings of other personas are left out, those of everybody
/// stay. Where nothing is named it is the very same project.
pub fn filtered(project: &Arc<Project>, options: &Options) -> Result<Arc<Project>, ExportError> {
    if options.lanes.is_empty() && options.personas.is_empty() {
        return Ok(project.clone());
    }
    let mut whole = Project::clone(project);
    if !options.lanes.is_empty() {
        check_lanes(project, &options.lanes)?;
        each_journey(&mut whole, |journey| only_lanes(journey, &options.lanes));
    }
    if !options.personas.is_empty() {
        let personas = personas(project, &options.personas)?;
        each_journey(&mut whole, |journey| only_personas(journey, &personas));
    }
    Ok(Arc::new(whole))
}

/// `project` with only the lanes that `options` name, but with all personas: they are compared with
/// each other whoever is wanted.
pub(super) fn with_all_personas(project: &Arc<Project>, options: &Options) -> Arc<Project> {
    let all = Options { personas: Vec::new(), lanes: options.lanes.clone(), ..Options::default() };
    filtered(project, &all).unwrap_or_else(|_| project.clone())
}

/// Are both the same to the eye, whatever the case?
pub(super) fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    !a.is_empty() && a.to_lowercase() == b.to_lowercase()
}

fn each_journey(project: &mut Project, change: impl Fn(&mut Journey)) {
    for index in 0..project.journeys.len() {
        if let Some(journey) = project.journeys.edit(index) {
            change(journey);
        }
    }
}

/// What a lane answers to: its id, its title, and the name of its kind in each language.
fn is_lane(lane: &Lane, name: &str) -> bool {
    let by_kind = || {
        [Lang::Sv, Lang::En].iter().any(|lang| same_name(&lane.kind.name(&Words::new(*lang)), name))
    };
    lane.id.as_str() == name.trim() || same_name(&lane.title, name) || by_kind()
}

fn check_lanes(project: &Project, names: &[String]) -> Result<(), ExportError> {
    let lanes = || project.journeys.iter().flat_map(|journey| &journey.lanes);
    for name in names {
        if !lanes().any(|lane| is_lane(lane, name)) {
            let language = project.language.as_deref().unwrap_or_default();
            let words = Words::new(Lang::from_code(language));
            let mut known: Vec<String> = Vec::new();
            for lane in lanes() {
                let title = lane_name(lane, &words);
                if !known.contains(&title) {
                    known.push(title);
                }
            }
            return Err(ExportError::NoLane(name.clone(), known));
        }
    }
    Ok(())
}

fn only_lanes(journey: &mut Journey, names: &[String]) {
    journey.lanes.retain(|lane| names.iter().any(|name| is_lane(lane, name)));
    for index in 0..journey.lanes.len() {
        if let Some(lane) = journey.lanes.edit(index) {
            (lane.hidden, lane.collapsed) = (false, false);
        }
    }
}

fn personas(project: &Project, names: &[String]) -> Result<Vec<Id>, ExportError> {
    let mut found = Vec::new();
    for name in names {
        let persona = project
            .personas
            .iter()
            .find(|persona| persona.id.as_str() == name.trim() || same_name(&persona.name, name));
        let known = || project.personas.iter().map(|persona| persona.name.clone()).collect();
        let persona = persona.ok_or_else(|| ExportError::NoPersona(name.clone(), known()))?;
        found.push(persona.id.clone());
    }
    Ok(found)
}

fn only_personas(journey: &mut Journey, wanted: &[Id]) {
    // The project keeps all, since a persona's place there may be its colour.
    journey.personas.retain(|id| wanted.contains(id));
    let concerns = |persona: Option<&Id>| persona.is_none_or(|id| wanted.contains(id));
    journey.lanes.retain(|lane| concerns(lane.persona.as_ref()));
    for index in 0..journey.lanes.len() {
        let Some(lane) = journey.lanes.edit(index) else { continue };
        keep(&mut lane.cards, |card| {
            card.personas.is_empty() || card.personas.iter().any(|id| wanted.contains(id))
        });
        keep(&mut lane.points, |point| concerns(point.persona.as_ref()));
    }
}

/// `project` with nothing of the journey but one of its phases: cards that reach into it begin or
/// end at its edges, and only transitions within it are left. The phase keeps its colour.
pub fn one_phase(project: &Arc<Project>, journey: &Id, phase: &Id) -> Arc<Project> {
    let mut whole = Project::clone(project);
    let index = whole.journeys.iter().position(|other| other.id == *journey);
    if let Some(journey) = index.and_then(|index| whole.journeys.edit(index)) {
        only_phase(journey, phase);
    }
    Arc::new(whole)
}

fn only_phase(journey: &mut Journey, phase: &Id) {
    let order: HashMap<Id, usize> =
        journey.steps().enumerate().map(|(index, (_, step))| (step.id.clone(), index)).collect();
    let within: Vec<Id> = journey
        .phases
        .iter()
        .find(|other| other.id == *phase)
        .map(|phase| phase.steps.iter().map(|step| step.id.clone()).collect())
        .unwrap_or_default();
    for place in 0..journey.phases.len() {
        let Some(one) = journey.phases.edit(place).filter(|one| one.id == *phase) else { continue };
        one.color = Some(phase_color(place, one));
    }
    journey.phases.retain(|other| other.id == *phase);
    journey.transitions.retain(|arc| {
        let inside = |id: &Id| id == phase || within.contains(id);
        inside(&arc.from) && arc.to.as_ref().is_none_or(inside)
    });
    let place = |id: &Id| order.get(id).copied();
    let Some((first, last)) = within.first().zip(within.last()) else { return };
    let Some((from, to)) = place(first).zip(place(last)) else { return };
    for index in 0..journey.lanes.len() {
        let Some(lane) = journey.lanes.edit(index) else { continue };
        lane.points.retain(|point| within.contains(&point.step));
        let reach = |card: &Card| {
            let begins = place(&card.step)?;
            let ends = card.until.as_ref().and_then(place).unwrap_or(begins).max(begins);
            Some((begins, ends))
        };
        lane.cards
            .retain(|card| reach(card).is_some_and(|(begins, ends)| begins <= to && ends >= from));
        for index in 0..lane.cards.len() {
            let Some((begins, ends)) = lane.cards.get(index).and_then(|card| reach(card)) else {
                continue;
            };
            if begins >= from && ends <= to {
                continue;
            }
            let Some(card) = lane.cards.edit(index) else { continue };
            if begins < from {
                card.step = first.clone();
            }
            if ends > to {
                card.until = Some(last.clone());
            }
        }
    }
}

fn keep<T>(list: &mut List<T>, wanted: impl Fn(&T) -> bool) {
    list.retain(|item| wanted(item));
}
