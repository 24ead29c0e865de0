//! How does what a text says become a map?

use super::parse::{Diagram, SeenStep};
use super::task::NEUTRAL;
use crate::model::{
    EmotionPoint, Id, IdSource, Journey, Lane, LaneKind, Persona, Phase, Project, Step, feeling,
};
use std::collections::HashMap;
use std::sync::Arc;

/// Those who are named in a text, each by one name; who is not known yet becomes a persona.
pub(super) struct Cast(HashMap<String, Id>);

impl Cast {
    /// The personas there are, by their names; of several with one name the first.
    pub(super) fn of(project: &Project) -> Self {
        let mut known = HashMap::new();
        for persona in project.personas.iter().filter(|persona| !persona.name.is_empty()) {
            known.entry(persona.name.clone()).or_insert_with(|| persona.id.clone());
        }
        Self(known)
    }

    /// Somebody goes by this name, before all others who do.
    pub(super) fn is_called(&mut self, name: &str, id: &Id) {
        self.0.insert(name.to_owned(), id.clone());
    }

    /// Who goes by this name.
    pub(super) fn known(&self, name: &str) -> Option<&Id> {
        self.0.get(name)
    }

    /// Who goes by this name on a journey: a new persona, where nobody did.
    pub(super) fn who(
        &mut self,
        name: &str,
        project: &mut Project,
        journey: &mut Journey,
        ids: &mut IdSource,
    ) -> Id {
        let id = self.0.entry(name.to_owned()).or_insert_with(|| {
            let persona = Persona { id: ids.next_id(), name: name.into(), ..Persona::default() };
            let id = persona.id.clone();
            project.personas.push(Arc::new(persona));
            id
        });
        if !journey.personas.contains(id) {
            journey.personas.push(id.clone());
        }
        id.clone()
    }
}

/// A step that is called so.
pub(super) fn step(name: &str, ids: &mut IdSource) -> Step {
    Step { id: ids.next_id(), title: name.into(), ..Step::default() }
}

/// A phase that is called so, without a step yet.
pub(super) fn phase(name: &str, ids: &mut IdSource) -> Phase {
    Phase { id: ids.next_id(), title: name.into(), ..Phase::default() }
}

/// A feeling in the middle of a step, of a score of 1 to 5.
pub(super) fn point(step: &Id, who: Option<Id>, score: f64, ids: &mut IdSource) -> EmotionPoint {
    let value = feeling(score - NEUTRAL);
    // A point alone in its step is in the middle of it.
    EmotionPoint {
        id: ids.next_id(),
        persona: who,
        step: step.clone(),
        value,
        ..EmotionPoint::default()
    }
}

/// What the description says the map is for; a title that is only spoken stands before it.
pub(super) fn purpose(diagram: &Diagram) -> String {
    let shown = [&diagram.title, &diagram.outer_title].into_iter().find(|title| !title.is_empty());
    let spoken = Some(&diagram.spoken_title);
    let spoken = spoken.filter(|title| shown.is_some_and(|shown| shown != *title));
    let parts = spoken.into_iter().chain([&diagram.description]);
    parts.filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// Adds the journey that a text tells of to a project.
pub(super) fn add(diagram: &Diagram, project: &mut Project, ids: &mut IdSource) {
    let titles = [&diagram.title, &diagram.outer_title, &diagram.spoken_title];
    let title = titles.into_iter().find(|title| !title.is_empty()).cloned().unwrap_or_default();
    let purpose = purpose(diagram);
    let mut journey = Journey { id: ids.next_id(), title, purpose, ..Journey::default() };
    let mut lane = Lane { id: ids.next_id(), kind: LaneKind::Emotions, ..Lane::default() };
    let mut cast = Cast::of(project);
    for section in &diagram.sections {
        let mut phase = phase(&section.name, ids);
        for seen in &section.steps {
            let step = step(&seen.name, ids);
            for (who, score) in feelings(seen, &mut cast, project, &mut journey, ids) {
                lane.points.push(Arc::new(point(&step.id, who, score, ids)));
            }
            phase.steps.push(Arc::new(step));
        }
        journey.phases.push(Arc::new(phase));
    }
    journey.lanes.push(Arc::new(lane));
    complete(&mut journey, ids);
    project.journeys.push(Arc::new(journey));
}

/// Who feels what in a step; all who are named become part of the journey.
fn feelings(
    seen: &SeenStep,
    cast: &mut Cast,
    project: &mut Project,
    journey: &mut Journey,
    ids: &mut IdSource,
) -> Vec<(Option<Id>, f64)> {
    let mut found = Vec::new();
    for (name, score) in &seen.felt {
        let who = name.as_ref().map(|name| cast.who(name, project, journey, ids));
        found.extend(score.map(|score| (who, score)));
    }
    found
}

/// Gives a journey a phase where it has none, and each phase a step.
pub(super) fn complete(journey: &mut Journey, ids: &mut IdSource) {
    if journey.phases.is_empty() {
        journey.phases.push(Arc::new(phase("", ids)));
    }
    for place in 0..journey.phases.len() {
        let Some(phase) = journey.phases.get_mut(place) else { continue };
        if phase.steps.is_empty() {
            Arc::make_mut(phase).steps.push(Arc::new(step("", ids)));
        }
    }
}
