//! Leaves out of a project what an export does not want: other lanes, other personas.

use super::{ExportError, Options};
use crate::model::{Id, Journey, Lane, List, Project};
use crate::words::{Lang, Named, Words};
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
                let title = crate::scene::lane_name(lane, &words);
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

fn keep<T>(list: &mut List<T>, wanted: impl Fn(&T) -> bool) {
    list.retain(|item| wanted(item));
}
