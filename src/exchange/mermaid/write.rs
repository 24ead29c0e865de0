//! How is a map written as a journey of Mermaid?

use super::kept::{self, Kept};
use super::signs::{SignPlace, written};
use super::task::{NEUTRAL, SCORES};
use crate::model::{
    EmotionPoint, Id, Journey, LaneKind, List, Persona, Phase, Project, Step, on_one_line,
    plain_text,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Writes a journey: a section for each phase, a task for each step, with what each persona feels there,
/// rounded to 1–5; where nobody feels anything it is 3. A step in which personas feel different things
/// has a line for each score. What Mermaid has no place for goes along in comments, so that
/// [`read`](super::read) gives the map back whole: all of the project but its other journeys, its
/// versions and what copies of it made differently.
///
/// `untitled`: what is written for a phase or a step without a name.
pub fn write(project: &Project, journey: &Journey, untitled: &str) -> String {
    let untitled = or(untitled, "–");
    let actors = actors(project, journey, &untitled);
    let visible = visible(journey, &actors, &untitled);
    let alone = Project {
        journeys: List::new(vec![Arc::new(journey.clone())]),
        versions: List::default(),
        snapshots: Vec::new(),
        conflicts: List::default(),
        ..project.clone()
    };
    let actors = actors.into_iter().map(|(id, name)| (name, id)).collect();
    let comments = kept::written(&Kept { visible: visible.clone(), actors, project: alone });
    visible + &comments
}

/// Those who feel something on a journey, in its order, each with a name of their own.
fn actors(project: &Project, journey: &Journey, untitled: &str) -> Vec<(Id, String)> {
    let points = felt_points(journey).filter_map(|point| point.persona.as_ref());
    let feeling: HashSet<&Id> = points.clone().collect();
    let own = journey.personas.iter().filter(|id| feeling.contains(id));
    let mut order: Vec<&Id> = Vec::new();
    let mut seen = HashSet::new();
    order.extend(own.chain(points).filter(|id| seen.insert(*id)));
    let mut personas = HashMap::new();
    for persona in &project.personas {
        personas.entry(&persona.id).or_insert(persona);
    }
    let mut alike: HashMap<String, usize> = HashMap::new();
    let named = |id: &Id| {
        let name = personas.get(id).map(|persona| persona_name(persona)).unwrap_or_default();
        let name = or(&name, untitled);
        let count = alike.entry(name.clone()).or_default();
        *count += 1;
        (id.clone(), if *count > 1 { format!("{name} ({count})") } else { name })
    };
    order.into_iter().map(named).collect()
}

fn persona_name(persona: &Persona) -> String {
    let names = [&persona.name, &persona.role].map(|name| on_one_line(name));
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
}

/// The feelings that the map shows.
pub(super) fn felt_points(journey: &Journey) -> impl Iterator<Item = &EmotionPoint> + Clone {
    let lanes = journey.lanes.iter().filter(|lane| !lane.hidden);
    lanes.flat_map(|lane| lane.points.iter()).map(AsRef::as_ref)
}

fn visible(journey: &Journey, actors: &[(Id, String)], untitled: &str) -> String {
    let mut out = String::from("journey\n");
    let mut head = |keyword: &str, text: &str| {
        let text = written(text, SignPlace::Title);
        if !text.is_empty() {
            out.push_str(&format!("    {keyword} {text}\n"));
        }
    };
    head("title", &journey.title);
    head("accDescr:", &journey.purpose);
    let mut felt: HashMap<&Id, Vec<&EmotionPoint>> = HashMap::new();
    felt_points(journey).for_each(|point| felt.entry(&point.step).or_default().push(point));
    let said = first_actions(journey);
    for phase in &journey.phases {
        let title = or(&phase.title, untitled);
        out.push_str(&format!("    section {}\n", written(&title, SignPlace::Section)));
        let names = step_names(phase, &said, untitled);
        for (step, name) in phase.steps.iter().zip(names) {
            let points = felt.get(&step.id).map_or(&[][..], Vec::as_slice);
            let name = written(&name, SignPlace::Task);
            for (score, who) in scores(points, actors) {
                let who =
                    who.iter().map(|name| written(name, SignPlace::Actor)).collect::<Vec<_>>();
                let who =
                    if who.is_empty() { String::new() } else { format!(": {}", who.join(", ")) };
                out.push_str(&format!("      {name}: {score}{who}\n"));
            }
        }
    }
    out
}

/// A text on one line, or what is said instead where it says nothing.
fn or(text: &str, instead: &str) -> String {
    match on_one_line(text) {
        text if text.is_empty() => instead.to_owned(),
        text => text,
    }
}

/// What the first card of the customer's actions says in each step, its first line.
fn first_actions(journey: &Journey) -> HashMap<&Id, String> {
    let lanes = journey.lanes.iter().filter(|lane| !lane.hidden && lane.kind == LaneKind::Actions);
    let mut said = HashMap::new();
    for card in lanes.flat_map(|lane| lane.cards.iter()) {
        let text = plain_text(&card.text);
        let line = on_one_line(text.trim().lines().next().unwrap_or_default());
        if !line.is_empty() {
            said.entry(&card.step).or_insert(line);
        }
    }
    said
}

/// What the steps of a phase are called: each otherwise than the one before it, so that no two are
/// taken for one.
fn step_names(phase: &Phase, said: &HashMap<&Id, String>, untitled: &str) -> Vec<String> {
    let of_phase = or(&phase.title, untitled);
    let is_only = phase.steps.len() == 1;
    let name = |step: &Step| {
        let own = Some(on_one_line(&step.title)).filter(|title| !title.is_empty());
        let only = is_only.then(|| of_phase.clone());
        own.or(only).or_else(|| said.get(&step.id).cloned()).unwrap_or_else(|| of_phase.clone())
    };
    let mut names: Vec<String> = Vec::new();
    let mut alike = 1;
    let mut before = String::new();
    for step in &phase.steps {
        let name = name(step);
        alike = if name == before { alike + 1 } else { 1 };
        let numbered = format!("{name} ({alike})");
        names.push(if alike > 1 { numbered } else { name.clone() });
        before = name;
    }
    names
}

/// The scores of a step, from 1 to 5, with who feels so.
fn scores<'a>(points: &[&EmotionPoint], actors: &'a [(Id, String)]) -> Vec<(i32, Vec<&'a str>)> {
    let mut found: Vec<(i32, Vec<&str>)> = Vec::new();
    let alone = mean(points, None).map(|value| (rounded(value), Vec::new()));
    for (id, name) in actors {
        let Some(value) = mean(points, Some(id)) else { continue };
        let score = rounded(value);
        match found.iter_mut().find(|(known, _)| *known == score) {
            Some((_, who)) => who.push(name),
            None => found.push((score, vec![name])),
        }
    }
    found.extend(alone);
    if found.is_empty() {
        found.push((rounded(0.0), Vec::new()));
    }
    found
}

/// What somebody feels in a step, −2 to 2: between all their points there.
pub(super) fn mean(points: &[&EmotionPoint], who: Option<&Id>) -> Option<f64> {
    let own = points.iter().filter(|point| point.persona.as_ref() == who);
    let (count, sum) = own.fold((0.0, 0.0), |(count, sum), point| (count + 1.0, sum + point.value));
    (count > 0.0).then(|| sum / count)
}

fn rounded(value: f64) -> i32 {
    (value + NEUTRAL).round().clamp(SCORES.0, SCORES.1) as i32
}
