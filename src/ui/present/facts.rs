//! All that is known of a card, a face or a persona, to be shown large.

use crate::insight::{
    CardFact, FieldName, PointFact, blocker_said, card_facts, persona_facts, point_facts,
};
use crate::model::Metric;
use crate::model::{Card, EmotionPoint, Id, Journey, Persona, Project, Source, TextOf, Thing};
use crate::scene::Role;
use crate::words::{Named, Words};
use crate::words::{card_name, lane_name, persona_roles, titled};

/// What is known of something.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Facts {
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
pub(super) fn facts(
    project: &Project,
    journey: &Journey,
    thing: &Thing,
    words: &Words,
) -> Option<Facts> {
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
        Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => return None,
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
    let note_of = match thing {
        Thing::Card(card) => Some(TextOf::Note(card.clone())),
        Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    };
    Facts {
        thing: thing.clone(),
        kind: lane.map_or_else(String::new, |lane| lane_name(lane, words)),
        title: titled(&card_name(card, project), words),
        said: false,
        note: card.note.clone(),
        note_of,
        rows: card_rows(project, journey, card, words),
        color: Role::Accent,
    }
}

/// What there is room for beside the text and the note. What says how the card meets the customer
/// stands in one row.
fn card_rows(
    project: &Project,
    journey: &Journey,
    card: &Card,
    words: &Words,
) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = Vec::new();
    for fact in card_facts(card) {
        let (label, value) = match fact {
            CardFact::Step(id) => (words.present_step(), step_name(journey, id)),
            CardFact::Channel(medium, channel) => {
                let names = [channel.map(|one| one.name(words)), medium.map(|one| one.name(words))];
                let names: Vec<String> = names.into_iter().flatten().collect();
                (words.present_channel(), names.join(" · "))
            }
            CardFact::Device(one) => (words.present_channel(), one.name(words)),
            CardFact::Ownership(one) => (words.present_channel(), one.name(words)),
            CardFact::ContentRole(one) => (words.present_channel(), one.name(words)),
            CardFact::Personas(ids) => {
                let found = ids.iter().filter_map(|id| project.persona(id));
                let names: Vec<&str> = found.map(|(_, one)| one.name.as_str()).collect();
                (words.present_persona(), names.join(", "))
            }
            CardFact::Marks(marks) => {
                let names: Vec<String> = marks.iter().map(|mark| mark.name(words)).collect();
                (words.present_marks(), names.join(", "))
            }
            CardFact::Metric(metric) => (words.present_metric(), metric_text(metric, words)),
            CardFact::Evidence(one) => (words.present_evidence(), one.name(words)),
            CardFact::Sources(ids) => (words.present_source(), sources(project, ids)),
            CardFact::Opportunity(id) => {
                let found = project.opportunities.iter().find(|one| one.id == *id);
                let title = found.map_or_else(String::new, |one| one.title.clone());
                (words.present_opportunity(), title)
            }
            CardFact::Blocker(one) => (FieldName::Blocker.label(words), blocker_said(one, words)),
            CardFact::Reach(one) => (FieldName::Reach.label(words), one.name(words)),
            CardFact::Met(one) => (FieldName::Met.label(words), one.name(words)),
            CardFact::Automatic => (FieldName::Automatic.label(words), words.answer_yes()),
            CardFact::Owner(owner) => (words.present_owner(), owner.to_owned()),
            CardFact::Tags(tags) => (words.present_tags(), tags.join(", ")),
            CardFact::Votes(votes) => (words.present_votes(), words.number(f64::from(votes))),
            // The title and the note have said so.
            CardFact::Text(_) | CardFact::Note(_) => continue,
            // Seen on the map, or for those who work on it and not for an audience.
            CardFact::Until(_)
            | CardFact::Subgoal(_)
            | CardFact::Next(_)
            | CardFact::Link(_)
            | CardFact::Change(_)
            | CardFact::Image(_)
            | CardFact::Color(_)
            | CardFact::Origin(_) => continue,
        };
        match rows.last_mut() {
            Some((last, text)) if *last == label => *text = format!("{text} · {value}"),
            _ => rows.push((label, value)),
        }
    }
    rows
}

/// The figure, and where it should be.
fn metric_text(metric: &Metric, words: &Words) -> String {
    let figure = |value: f64| format!("{} {}", words.number(value), metric.unit);
    match (metric.value, metric.target) {
        (Some(value), Some(target)) => words.present_metric_target(figure(value), figure(target)),
        (Some(value), None) | (None, Some(value)) => figure(value),
        (None, None) => String::new(),
    }
}

fn of_point(
    thing: &Thing,
    project: &Project,
    journey: &Journey,
    point: &EmotionPoint,
    words: &Words,
) -> Facts {
    let who = |id: &Id| {
        let persona = project.persona(id).map(|(_, persona)| persona);
        persona.map_or_else(String::new, |persona| {
            let roles = persona_roles(persona, words);
            let parts = [persona.name.as_str(), &roles].into_iter().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(", ")
        })
    };
    let mut rows = Vec::new();
    for fact in point_facts(point) {
        match fact {
            PointFact::Feeling(value, _) => {
                let feeling = format!("{} {}", point.shown_face(), words.felt(value));
                rows.push((words.present_feeling(), feeling));
            }
            // Whose it is comes first.
            PointFact::Persona(id) => rows.insert(0, (words.present_said_by(), who(id))),
            PointFact::Source(id) => {
                rows.push((words.present_source(), sources(project, std::slice::from_ref(id))));
            }
            // The title and the line above it say so; the rest is seen on the map.
            PointFact::Quote(_)
            | PointFact::Step(_)
            | PointFact::At(_)
            | PointFact::Touchpoint(_) => {}
        }
    }
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
        rows,
        color: Role::Persona(0),
    }
}

fn of_persona(thing: &Thing, persona: &Persona, words: &Words) -> Facts {
    // Roles and quote stand above.
    let shown =
        [FieldName::Circumstances, FieldName::Goals, FieldName::Needs, FieldName::Frustrations];
    let rows = persona_facts(persona, words).into_iter();
    let rows = rows.filter(|(field, _)| shown.contains(field));
    Facts {
        thing: thing.clone(),
        kind: persona_roles(persona, words),
        title: titled(&persona.name, words),
        said: false,
        note: persona.quote.clone(),
        note_of: Some(TextOf::Quote(persona.id.clone())),
        rows: rows.map(|(field, text)| (field.label(words), text)).collect(),
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
