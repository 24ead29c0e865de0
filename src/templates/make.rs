//! A new map from a template: all ids fresh, and without what is filled in where that is not wanted.

use super::Template;
use crate::file;
use crate::model::{
    Id, IdSource, Journey, JourneyKind, Lane, LaneKind, List, Persona, Phase, Project, Question,
    Step, Widths,
};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;

/// A new project from `template`, with ids of its own: all of it, or without what is filled in
/// ([`make_empty`]). Its title is left to whoever makes it. One of ours that has no example is
/// empty either way: it may hold the form of more than one kind.
pub fn make(template: &Template, filled: bool, ids: &mut IdSource) -> Project {
    if filled && (template.path.is_some() || template.has_example()) {
        fresh(Project::clone(&template.project), ids)
    } else {
        make_empty(template, None, ids)
    }
}

/// A new project from `template` without what is filled in, with ids of its own: the form of its
/// journey of this kind where it has one, else of its first ([`emptied`]).
pub fn make_empty(template: &Template, kind: Option<&JourneyKind>, ids: &mut IdSource) -> Project {
    let start = emptied(&template.project, kind);
    fresh(if template.path.is_some() { start } else { plain(start) }, ids)
}

fn fresh(start: Project, ids: &mut IdSource) -> Project {
    let start = Project { title: String::new(), about: String::new(), edited: None, ..start };
    renamed(start, ids)
}

/// What of a map is there before anybody has filled it in: a journey with its columns, rows,
/// questions and times, the roles of a buying group, tags and sub-goals. Its title and texts are
/// not. The journey is the first that is of `kind`, else the first: a future asks other questions
/// than a map of today, so who wants one begins with those.
pub fn emptied(project: &Project, kind: Option<&JourneyKind>) -> Project {
    let roles = project.personas.iter().filter(|persona| persona.buying_role.is_some());
    let personas: List<Persona> = roles.map(|persona| role_of(persona)).collect();
    let known = |id: &Id| personas.iter().any(|persona| persona.id == *id);
    let wanted = |journey: &&Arc<Journey>| kind.is_some() && journey.kind.as_ref() == kind;
    let journey = project.journeys.iter().find(wanted).or_else(|| project.journeys.first());
    let journey = journey.map(|journey| empty_journey(journey, &known));
    Project {
        title: project.title.clone(),
        about: project.about.clone(),
        language: project.language.clone(),
        tags: project.tags.clone(),
        subgoals: project.subgoals.clone(),
        journeys: journey.into_iter().collect(),
        settings: project.settings.clone(),
        personas,
        ..Project::default()
    }
}

/// Without what belongs to the example alone: what steps and figures are called in it, and what its
/// people do for a living. One's own templates keep their words.
fn plain(mut project: Project) -> Project {
    for at in 0..project.personas.len() {
        project.personas.edit(at).into_iter().for_each(|persona| persona.role.clear());
    }
    let Some(journey) = project.journeys.edit(0) else { return project };
    for at in 0..journey.phases.len() {
        let Some(phase) = journey.phases.edit(at) else { continue };
        for at in 0..phase.steps.len() {
            phase.steps.edit(at).into_iter().for_each(|step| step.title.clear());
        }
    }
    for at in 0..journey.lanes.len() {
        let lane = journey.lanes.edit(at).filter(|lane| lane.kind == LaneKind::Metrics);
        lane.into_iter().for_each(|lane| lane.title.clear());
    }
    project
}

fn role_of(persona: &Persona) -> Persona {
    Persona {
        id: persona.id.clone(),
        role: persona.role.clone(),
        buying_role: persona.buying_role.clone(),
        emoji: persona.emoji.clone(),
        color: persona.color,
        ..Persona::default()
    }
}

fn empty_journey(journey: &Journey, known: &impl Fn(&Id) -> bool) -> Journey {
    // Where columns are as wide as their times, the times are the form.
    let timed = matches!(journey.widths, Some(Widths::Scale | Widths::Log));
    Journey {
        id: journey.id.clone(),
        kind: journey.kind.clone(),
        widths: journey.widths.clone(),
        personas: journey.personas.iter().filter(|id| known(id)).cloned().collect(),
        checklist: unanswered(&journey.checklist),
        phases: journey.phases.iter().map(|phase| empty_phase(phase, timed)).collect(),
        lanes: journey.lanes.iter().map(|lane| empty_lane(lane, known)).collect(),
        ..Journey::default()
    }
}

fn unanswered(questions: &List<Question>) -> List<Question> {
    let question = |question: &Arc<Question>| Question {
        id: question.id.clone(),
        question: question.question.clone(),
        side: question.side.clone(),
        ..Question::default()
    };
    questions.iter().map(question).collect()
}

fn empty_phase(phase: &Phase, timed: bool) -> Phase {
    let step = |step: &Step| Step {
        id: step.id.clone(),
        title: step.title.clone(),
        width: step.width,
        duration: step.duration.clone().filter(|_| timed),
        ..Step::default()
    };
    Phase {
        id: phase.id.clone(),
        title: phase.title.clone(),
        color: phase.color,
        duration: phase.duration.clone().filter(|_| timed),
        start: phase.start.clone(),
        sales_phase: phase.sales_phase.clone(),
        checklist: unanswered(&phase.checklist),
        steps: phase.steps.iter().map(|one| step(one)).collect(),
        ..Phase::default()
    }
}

fn empty_lane(lane: &Lane, known: &impl Fn(&Id) -> bool) -> Lane {
    Lane {
        id: lane.id.clone(),
        kind: lane.kind.clone(),
        title: lane.title.clone(),
        icon: lane.icon.clone(),
        collapsed: lane.collapsed,
        hidden: lane.hidden,
        pinned: lane.pinned,
        height: lane.height,
        persona: lane.persona.clone().filter(known),
        line: lane.line.clone(),
        prompts: lane.prompts.clone(),
        ..Lane::default()
    }
}

/// Fields that name other things.
const NAMING: [&str; 19] = [
    "id",
    "step",
    "until",
    "persona",
    "personas",
    "curves_off",
    "gap_between",
    "origin",
    "source",
    "sources",
    "image",
    "opportunity",
    "subgoal",
    "next",
    "touchpoint",
    "cards",
    "hidden",
    "collapsed",
    "pinned",
];

/// The project with a new id for each thing, also where others name it. What is said to be made
/// from something that is not there is made from nothing.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: JSON's values")]
fn renamed(project: Project, ids: &mut IdSource) -> Project {
    // By the fields of the file: whatever is added to it that names a thing has such a field.
    let Ok(mut value) = serde_json::to_value(&project) else { return project };
    let mut names = HashMap::new();
    give_names(&value, &mut names, ids);
    follow(&mut value, "", &names);
    match value {
        // Read as a file is: what stands in a list as it was found, unread, must not become a thing.
        Value::Object(object) => file::read_object(object, 0, |_| {}).0,
        _ => project,
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: JSON's values")]
fn give_names(value: &Value, names: &mut HashMap<String, String>, ids: &mut IdSource) {
    match value {
        Value::Object(fields) => {
            if let Some(id) = fields.get("id").and_then(Value::as_str) {
                names.entry(id.to_owned()).or_insert_with(|| ids.next_id().to_string());
            }
            fields.values().for_each(|value| give_names(value, names, ids));
        }
        Value::Array(items) => items.iter().for_each(|value| give_names(value, names, ids)),
        _ => {}
    }
}

/// Puts new names in place of old ones within `value`, which stands in the field `list`.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: JSON's values")]
fn follow(value: &mut Value, list: &str, names: &HashMap<String, String>) {
    match value {
        Value::Object(fields) => {
            let made_here = |id: &Value| id.as_str().is_some_and(|id| names.contains_key(id));
            if fields.get("origin").is_some_and(|origin| !made_here(origin)) {
                fields.shift_remove("origin");
            }
            for (key, value) in fields {
                // A journey's own `from` and `to` are texts.
                let ends = list == "transitions" && matches!(key.as_str(), "from" | "to");
                if ends || NAMING.contains(&key.as_str()) {
                    rename(value, names);
                }
                follow(value, key, names);
            }
        }
        // What this version does not look into may name anything.
        Value::Array(items) if matches!(list, "story" | "waved_off") => {
            items.iter_mut().for_each(|value| rename_all(value, names));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| follow(value, list, names)),
        _ => {}
    }
}

/// A name, or a list of names.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: JSON's values")]
fn rename(value: &mut Value, names: &HashMap<String, String>) {
    match value {
        Value::String(id) => {
            if let Some(new) = names.get(id) {
                id.clone_from(new);
            }
        }
        Value::Array(items) => {
            items.iter_mut().filter(|item| item.is_string()).for_each(|item| rename(item, names));
        }
        _ => {}
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: JSON's values")]
fn rename_all(value: &mut Value, names: &HashMap<String, String>) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(|value| rename_all(value, names)),
        Value::Array(items) => items.iter_mut().for_each(|value| rename_all(value, names)),
        _ => rename(value, names),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A template that names everything by something, with texts that look like names.
    fn template() -> Template {
        let value = json!({
            "title": "T", "about": "A", "language": "sv",
            "personas": [
                {"id": "p", "name": "p", "role": "Chef", "buying_role": "decider", "goals": "x"},
                {"id": "q", "name": "Q"}
            ],
            "sources": [{"id": "s"}],
            "opportunities": [{"id": "o", "cards": ["c"]}],
            "subgoals": [{"id": "g", "title": "G"}],
            "tags": [{"id": "w", "title": "W"}],
            "images": [{"id": "i"}],
            "journeys": [
                {
                    "id": "j", "title": "p", "from": "p", "to": "c", "personas": ["p", "q"],
                    "widths": "scale", "purpose": "x", "origin": "elsewhere",
                    "phases": [{
                        "id": "f", "title": "f", "goal": "x", "customers_in": 3, "start": "06:30",
                        "duration": {"from": 1, "unit": "hours"}, "sales_phase": "x",
                        "checklist": [{"id": "k", "question": "?", "answer": "Ja"}],
                        "steps": [{"id": "a", "width": 300, "customers_in": 3}, {"id": "b"}]
                    }],
                    "lanes": [
                        {
                            "id": "l", "persona": "q", "line": "visibility",
                            "prompts": [{"step": "a", "text": "a"}],
                            "cards": [{
                                "id": "c", "step": "a", "until": "b", "text": "a", "tags": ["a"],
                                "personas": ["p"], "sources": ["s"], "image": "i",
                                "opportunity": "o", "subgoal": "g"
                            }]
                        },
                        {
                            "id": "e", "kind": "emotions", "curves_off": ["q"],
                            "points": [{"id": "t", "persona": "q", "step": "b", "value": 1,
                                "touchpoint": "c", "source": "s"}]
                        }
                    ],
                    "transitions": [{"id": "r", "from": "b", "to": "a", "reason": "a"}],
                    "waved_off": [{"cell": ["l", "a"]}]
                },
                {
                    "id": "n", "origin": "j", "kind": "future_state", "phases": [{"id": "f2", "title": "later", "origin": "f",
                    "steps": [{"id": "a2", "origin": "a"}]}],
                    "lanes": [{"id": "l2", "origin": "l",
                    "cards": [{"id": "c2", "step": "a2", "text": "x", "origin": "c"}]}]
                }
            ]
        });
        let project: Project = serde_json::from_value(value).unwrap();
        Template { name: "t".into(), project: project.into(), path: None }
    }

    #[test]
    fn a_filled_one_names_everything_anew_and_no_text() {
        let made = make(&template(), true, &mut IdSource::seeded(1));
        let loaded = file::read(&file::to_json(&made)).unwrap();
        assert_eq!(loaded.problems, []);
        let journey = &made.journeys[0];
        let text = [&journey.title, &journey.from, &journey.to, &made.personas[0].name];
        assert_eq!(text, ["p", "p", "c", "p"]);
        let card = &journey.lanes[0].cards[0];
        assert_eq!((card.text.as_str(), card.tags[0].as_str()), ("a", "a"));
        assert_eq!(journey.lanes[0].prompts[0].text, "a");
        // Nothing is called as it was.
        let old = template().project;
        let again = file::to_json(&made);
        let again = String::from_utf8_lossy(&again);
        for field in ["id", "step", "until", "touchpoint", "opportunity", "origin"] {
            let is_short = |line: &str| {
                line.trim().starts_with(&format!("\"{field}\": \""))
                    && line.trim().trim_end_matches(',').len() < field.len() + 14
            };
            let left: Vec<_> = again.lines().filter(|line| is_short(line)).collect();
            assert!(left.is_empty(), "{left:?}");
        }
        assert_ne!(old.journeys[0].waved_off, journey.waved_off);
        // The second knows what it was made from; the first was made from nothing here.
        assert_eq!(journey.origin, None);
        let second = &made.journeys[1];
        assert_eq!(second.origin.as_ref(), Some(&journey.id));
        assert_eq!(second.lanes[0].cards[0].origin.as_ref(), Some(&card.id));
        assert_eq!(second.phases[0].steps[0].origin, Some(journey.phases[0].steps[0].id.clone()));
    }

    #[test]
    fn an_empty_one_keeps_the_form_and_the_roles() {
        let made = make(&template(), false, &mut IdSource::seeded(1));
        assert_eq!(file::read(&file::to_json(&made)).unwrap().problems, []);
        assert_eq!((made.journeys.len(), made.personas.len()), (1, 1));
        let Persona { name, role, goals, .. } = &*made.personas[0];
        assert_eq!([name, role, goals], ["", "", ""]);
        let journey = &made.journeys[0];
        assert_eq!(journey.personas, [made.personas[0].id.clone()]);
        let phase = &journey.phases[0];
        let kept = (phase.title.as_str(), phase.start.as_str(), phase.steps[0].width);
        assert_eq!(kept, ("f", "06:30", Some(300.0)));
        assert!(phase.duration.is_some() && phase.checklist[0].answer.is_empty());
        assert_eq!(journey.lanes[0].prompts[0].step, phase.steps[0].id);
        assert!(journey.lanes[0].line.is_some() && journey.lanes[0].persona.is_none());
        assert!(made.sources.is_empty() && made.images.is_empty() && journey.purpose.is_empty());
        let titles = (made.subgoals[0].title.as_str(), made.tags[0].title.as_str());
        assert_eq!(titles, ("G", "W"));
    }

    #[test]
    fn an_empty_one_of_a_kind_has_the_form_of_that_kind() {
        let phase = |kind: Option<JourneyKind>| {
            let made = make_empty(&template(), kind.as_ref(), &mut IdSource::seeded(1));
            assert_eq!(made.journeys.len(), 1);
            let journey = &made.journeys[0];
            // It was made from nothing that is here.
            assert!(journey.origin.is_none() && journey.lanes.iter().all(|l| l.cards.is_empty()));
            journey.phases[0].title.clone()
        };
        assert_eq!(phase(Some(JourneyKind::Future)), "later");
        assert_eq!(phase(None), "f");
        // There is none of a day: the first one is what there is.
        assert_eq!(phase(Some(JourneyKind::DayInTheLife)), "f");
    }

    #[test]
    fn what_is_kept_unread_stays_so() {
        let value = json!({"format": "kundresa", "version": 1, "project": {"journeys": [{
            "id": "j", "phases": [{"id": "f", "steps": [{"id": "a"}]}],
            "lanes": [{"id": "e", "kind": "emotions", "points": [
                {"id": "t", "step": "a", "value": 1}, {"id": "u", "step": "gone", "value": 2}]}],
        }]}});
        let project = file::read(value.to_string().as_bytes()).unwrap().project.into();
        let template = Template { name: "t".into(), project, path: None };
        let made = make(&template, true, &mut IdSource::seeded(1));
        let lane = &made.journeys[0].lanes[0];
        assert_eq!((lane.points.len(), lane.points.unread.len()), (1, 1));
    }

    #[test]
    fn two_made_of_one_share_no_id() {
        let mut ids = IdSource::seeded(1);
        let (one, other) = (make(&template(), true, &mut ids), make(&template(), true, &mut ids));
        assert_ne!(one.journeys[0].id, other.journeys[0].id);
        assert_ne!(one.journeys[0].lanes[0].cards[0].id, other.journeys[0].lanes[0].cards[0].id);
    }
}
