//! All that is known of a card, a face or a persona, to be shown large.

use crate::model::{Card, EmotionPoint, Id, Journey, Persona, Project, Source, TextOf, Thing};
use crate::scene::Role;
use crate::words::{Named, Words};
use crate::words::{card_name, lane_name, persona_roles, titled};

/// What is known of something.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The thing.
    pub thing: Thing,
    /// What kind of thing it is.
    pub kind: String,
    /// What it says.
    pub title: String,
    /// It is what somebody said.
    pub said: bool,
    /// More about it.
    pub note: String,
    /// Whose text that is; none where it has none of its own.
    pub note_of: Option<TextOf>,
    /// What else is known, each with its name.
    pub rows: Vec<(String, String)>,
    /// Its colour.
    pub color: Role,
}

/// What is known of `thing`; none for what is no card, face or persona, and where it is gone.
pub fn facts(project: &Project, journey: &Journey, thing: &Thing, words: &Words) -> Option<Facts> {
    let mut facts = match thing {
        Thing::Card(card) => {
            let (_, found) = project.card(journey, card)?;
            of_card(thing, project, journey, found, words)
        }
        Thing::Point { lane, point } => {
            let (_, lane) = journey.lane(lane)?;
            let point = lane.points.iter().find(|other| other.id == *point)?;
            of_point(thing, project, journey, point, words)
        }
        Thing::Persona(id) => of_persona(thing, project.persona(id)?.1, words),
        _ => return None,
    };
    facts.rows.retain(|(_, value)| !value.trim().is_empty());
    Some(facts)
}

fn of_card(
    thing: &Thing,
    project: &Project,
    journey: &Journey,
    card: &Card,
    words: &Words,
) -> Facts {
    let lane = journey.lanes.iter().find(|lane| lane.cards.iter().any(|one| one.id == card.id));
    let channel = [
        card.channel.as_ref().map(|one| one.name(words)),
        card.medium.as_ref().map(|one| one.name(words)),
        card.device.as_ref().map(|one| one.name(words)),
        card.ownership.as_ref().map(|one| one.name(words)),
        card.content_role.as_ref().map(|one| one.name(words)),
    ];
    let metric = card.metric.as_ref().map_or_else(String::new, |metric| {
        let figure = |value: f64| format!("{} {}", words.number(value), metric.unit);
        match (metric.value, metric.target) {
            (Some(value), Some(target)) => {
                words.present_metric_target(figure(value), figure(target))
            }
            (Some(value), None) | (None, Some(value)) => figure(value),
            (None, None) => String::new(),
        }
    });
    let wanted = card.opportunity.as_ref();
    let opportunity = project.opportunities.iter().find(|one| Some(&one.id) == wanted);
    let votes = if card.votes > 0 { words.number(f64::from(card.votes)) } else { String::new() };
    let marks: Vec<String> = card.marks.iter().map(|mark| mark.name(words)).collect();
    let personas = card.personas.iter().filter_map(|id| Some(project.persona(id)?.1.name.clone()));
    let rows = vec![
        (words.present_step(), step_name(journey, &card.step)),
        (words.present_channel(), channel.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
        (words.present_persona(), personas.collect::<Vec<_>>().join(", ")),
        (words.present_marks(), marks.join(", ")),
        (words.present_metric(), metric),
        (
            words.present_evidence(),
            card.evidence.as_ref().map_or_else(String::new, |one| one.name(words)),
        ),
        (words.present_source(), sources(project, &card.sources)),
        (
            words.present_opportunity(),
            opportunity.map_or_else(String::new, |one| one.title.clone()),
        ),
        (words.present_owner(), card.owner.clone()),
        (words.present_tags(), card.tags.join(", ")),
        (words.present_votes(), votes),
    ];
    let note_of = match thing {
        Thing::Card(card) => Some(TextOf::Note(card.clone())),
        _ => None,
    };
    Facts {
        thing: thing.clone(),
        kind: lane.map_or_else(String::new, |lane| lane_name(lane, words)),
        title: titled(&card_name(card, project), words),
        said: false,
        note: card.note.clone(),
        note_of,
        rows,
        color: Role::Accent,
    }
}

fn of_point(
    thing: &Thing,
    project: &Project,
    journey: &Journey,
    point: &EmotionPoint,
    words: &Words,
) -> Facts {
    let persona = point.persona.as_ref().and_then(|id| project.persona(id));
    let who = persona.map_or_else(String::new, |(_, persona)| {
        let roles = persona_roles(persona, words);
        if roles.is_empty() { persona.name.clone() } else { format!("{}, {roles}", persona.name) }
    });
    let source = point.source.iter().cloned().collect::<Vec<_>>();
    let feeling = format!("{} {}", point.shown_face(), words.signed(point.value));
    Facts {
        thing: thing.clone(),
        kind: step_name(journey, &point.step),
        title: if point.quote.trim().is_empty() {
            point.shown_face().to_owned()
        } else {
            point.quote.clone()
        },
        said: !point.quote.trim().is_empty(),
        note: String::new(),
        note_of: None,
        rows: vec![
            (words.present_said_by(), who),
            (words.present_feeling(), feeling),
            (words.present_source(), sources(project, &source)),
        ],
        color: Role::Persona(0),
    }
}

fn of_persona(thing: &Thing, persona: &Persona, words: &Words) -> Facts {
    Facts {
        thing: thing.clone(),
        kind: persona_roles(persona, words),
        title: titled(&persona.name, words),
        said: false,
        note: persona.quote.clone(),
        note_of: Some(TextOf::Quote(persona.id.clone())),
        rows: vec![
            (words.present_goals(), persona.goals.clone()),
            (words.present_needs(), persona.needs.clone()),
            (words.present_frustrations(), persona.frustrations.clone()),
        ],
        color: Role::Accent,
    }
}

/// The step with its phase.
fn step_name(journey: &Journey, step: &Id) -> String {
    let Some((phase, step)) = journey.steps().find(|(_, one)| one.id == *step) else {
        return String::new();
    };
    let phase = journey.phases.get(phase).map_or("", |phase| phase.title.as_str());
    let names = [phase, step.title.as_str()];
    let names: Vec<&str> = names.into_iter().filter(|name| !name.trim().is_empty()).collect();
    names.join(" · ")
}

fn sources(project: &Project, ids: &[Id]) -> String {
    let name = |source: &Source| {
        let parts = [&source.title, &source.who, &source.role, &source.date];
        let parts: Vec<&str> =
            parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    };
    let found = ids.iter().filter_map(|id| project.sources.iter().find(|one| one.id == *id));
    found.map(|source| name(source)).collect::<Vec<_>>().join("\n")
}
