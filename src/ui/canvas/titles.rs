//! The text that each thing of the map goes by, and how to change it.

use super::super::Document;
use crate::edit::Change;
use crate::model::{Card, Id, Project, Thing};
use crate::scene::{Item, Placed, Scene};
use egui::{Pos2, Rect};

/// The text of something, as it is in the project.
pub(crate) fn text_of(doc: &Document, thing: &Thing) -> Option<String> {
    text_in(doc.editor.project(), &doc.journey, thing)
}

/// The text of something on this map of a project.
pub(crate) fn text_in(project: &Project, journey: &Id, thing: &Thing) -> Option<String> {
    let (_, journey) = project.journey(journey)?;
    Some(match thing {
        Thing::Card(card) => project.card(journey, card)?.1.text.clone(),
        Thing::Point { lane, point } => {
            let (_, lane) = journey.lane(lane)?;
            lane.points.iter().find(|other| other.id == *point)?.quote.clone()
        }
        Thing::Phase(id) => journey.phases.iter().find(|phase| phase.id == *id)?.title.clone(),
        Thing::Step(id) => journey.steps().find(|(_, step)| step.id == *id)?.1.title.clone(),
        Thing::Lane(id) => journey.lane(id)?.1.title.clone(),
        Thing::Persona(id) => project.persona(id)?.1.name.clone(),
        Thing::Transition(id) => {
            journey.transitions.iter().find(|other| other.id == *id)?.reason.clone()
        }
        Thing::Journey(_) => journey.title.clone(),
    })
}

/// Is the purpose of the map at this place, in document units? It stands below the title, and is a
/// text of its own.
pub(super) fn is_purpose_at(scene: &Scene, at: Pos2) -> bool {
    if scene.journey.purpose.is_empty() {
        return false;
    }
    let is_title = |placed: &&Placed| matches!(placed.thing, Thing::Journey(_));
    let Some(title) = scene.head.iter().find(is_title) else { return false };
    let below = |item: &Item| match item {
        Item::Text { at, text, .. } if at.y >= title.text_rect.bottom() => {
            Some(Rect::from_min_size(*at, text.size))
        }
        Item::Rect { .. }
        | Item::Path { .. }
        | Item::Band { .. }
        | Item::Text { .. }
        | Item::Image { .. }
        | Item::Drawn { .. }
        | Item::Group(_) => None,
    };
    let purpose = title.drawing.items.iter().find_map(below);
    purpose.is_some_and(|rect| rect.expand(3.0).contains(at - title.at.to_vec2()))
}

/// The change that gives something this text.
pub(crate) fn with_text(doc: &Document, thing: &Thing, text: &str) -> Option<Change> {
    let project = doc.editor.committed();
    let (_, journey) = project.journey(&doc.journey)?;
    let text = text.to_owned();
    Some(match thing {
        Thing::Card(card) => {
            let (_, found) = project.card(journey, card)?;
            Change::PutCards(vec![(card.clone(), Card { text, ..Card::clone(found) })])
        }
        Thing::Point { lane, point } => {
            let (_, found) = journey.lane(lane)?;
            let mut point = (**found.points.iter().find(|other| other.id == *point)?).clone();
            point.quote = text;
            Change::PutPoints(vec![(lane.clone(), point)])
        }
        Thing::Phase(id) => {
            let mut phase = (**journey.phases.iter().find(|phase| phase.id == *id)?).clone();
            phase.title = text;
            Change::PutPhases(vec![phase])
        }
        Thing::Step(id) => {
            let mut step = journey.steps().find(|(_, step)| step.id == *id)?.1.clone();
            step.title = text;
            Change::PutSteps(vec![step])
        }
        Thing::Lane(id) => {
            let mut lane = journey.lane(id)?.1.clone();
            lane.title = text;
            Change::PutLanes(vec![lane])
        }
        Thing::Persona(id) => {
            let mut persona = project.persona(id)?.1.clone();
            persona.name = text;
            Change::PutPersonas(vec![persona])
        }
        Thing::Transition(id) => {
            let found = journey.transitions.iter().find(|other| other.id == *id)?;
            let mut transition = (**found).clone();
            transition.reason = text;
            Change::PutTransitions(vec![transition])
        }
        Thing::Journey(_) => {
            let mut journey = crate::model::Journey::clone(journey);
            journey.title = text;
            Change::PutJourney(Box::new(journey))
        }
    })
}
