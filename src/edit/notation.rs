//! Maps as text, for tests: phases are columns, lanes are rows.
//!
//! ```text
//! A: a1 a2 | B: b       phases with their steps
//! L: x [y] / | z>b      a lane: cells apart by `/`, at a new phase by `|`; z reaches until b
//! ~E: p+1 / q-0.5@x |   a lane of emotions: points with their values; q belongs to the card x
//! -> t: A b             a transition from A to b
//! parked: k l           the parking place
//! who: pia ola          personas
//! ```
//!
//! Ids are the names; a card's text is its name. `[y]` is selected; in what is expected: touched.

use crate::model::*;
use crate::model::{CardRef, Thing};
use std::collections::HashSet;
use std::sync::Arc;

/// A project with one journey, `map`, and what is selected in it.
pub(crate) fn parse(text: &str) -> (Project, Vec<Thing>) {
    let mut map = Journey { id: id("map"), ..Journey::default() };
    let mut project = Project::default();
    let mut selected = Vec::new();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    for (number, line) in lines.enumerate() {
        if number == 0 {
            map.phases = line.split('|').map(parse_phase).collect();
            continue;
        }
        let (name, rest) = line.split_once(':').expect("a line is `name: what`");
        match name {
            "parked" => {
                for word in rest.split_whitespace() {
                    let (card, is_selected) = parse_card(word, &Id::default());
                    if is_selected {
                        selected.push(Thing::Card(CardRef { lane: None, card: card.id.clone() }));
                    }
                    project.parked.push(Arc::new(card));
                }
            }
            "who" => {
                map.personas = rest.split_whitespace().map(id).collect();
                let persona = |id: &Id| Persona { id: id.clone(), ..Persona::default() };
                project.personas = map.personas.iter().map(persona).collect();
            }
            _ if name.starts_with("->") => {
                let mut ends = rest.split_whitespace().map(id);
                let from = ends.next().expect("a transition leaves something");
                let id = id(name.trim_start_matches("-> "));
                let one = Transition { id, from, to: ends.next(), ..Transition::default() };
                map.transitions.push(Arc::new(one));
            }
            _ => {
                let lane = parse_lane(name, rest, &map, &mut selected);
                map.lanes.push(Arc::new(lane));
            }
        }
    }
    project.journeys.push(Arc::new(map));
    (project, selected)
}

pub(crate) fn id(name: &str) -> Id {
    Id::new(name)
}

fn parse_phase(text: &str) -> Phase {
    let (name, steps) = text.split_once(':').expect("a phase is `name: steps`");
    let step = |name| Step { id: id(name), ..Step::default() };
    let steps = steps.split_whitespace().map(step).collect();
    Phase { id: id(name.trim()), steps, ..Phase::default() }
}

fn parse_lane(name: &str, text: &str, map: &Journey, selected: &mut Vec<Thing>) -> Lane {
    let mut lane = Lane { id: id(name.trim_start_matches('~')), ..Lane::default() };
    if name.starts_with('~') {
        lane.kind = LaneKind::Emotions;
    }
    let cells: Vec<&str> = text.split(['/', '|']).collect();
    assert_eq!(cells.len(), map.steps().count(), "as many cells as steps: {name}:{text}");
    for (cell, (_, step)) in cells.iter().zip(map.steps()) {
        for word in cell.split_whitespace() {
            if lane.kind == LaneKind::Emotions {
                lane.points.push(Arc::new(parse_point(word, &step.id)));
                continue;
            }
            let (card, is_selected) = parse_card(word, &step.id);
            if is_selected {
                let lane = Some(lane.id.clone());
                selected.push(Thing::Card(CardRef { lane, card: card.id.clone() }));
            }
            lane.cards.push(Arc::new(card));
        }
    }
    lane
}

fn parse_card(word: &str, step: &Id) -> (Card, bool) {
    let name = word.trim_matches(['[', ']']);
    let (name, until) = match name.split_once('>') {
        Some((name, until)) => (name, Some(id(until))),
        None => (name, None),
    };
    let card =
        Card { id: id(name), step: step.clone(), until, text: name.into(), ..Card::default() };
    (card, word.starts_with('['))
}

fn parse_point(word: &str, step: &Id) -> EmotionPoint {
    let (word, touchpoint) = match word.split_once('@') {
        Some((word, card)) => (word, Some(id(card))),
        None => (word, None),
    };
    let sign = word.find(['+', '-']).expect("a point has a value");
    let value = word[sign..].parse().expect("the value is a number");
    EmotionPoint {
        id: id(&word[..sign]),
        step: step.clone(),
        value,
        touchpoint,
        ..Default::default()
    }
}

/// The map of the project as text, with `touched` in brackets.
pub(super) fn print(project: &Project, touched: &[Thing]) -> String {
    let map = &project.journeys[0];
    let touched: HashSet<&Id> = touched
        .iter()
        .filter_map(|thing| match thing {
            Thing::Card(card) => Some(&card.card),
            _ => None,
        })
        .collect();
    let card = |card: &Arc<Card>| {
        let until = card.until.as_ref().map(|until| format!(">{until}")).unwrap_or_default();
        let name = format!("{}{until}", card.id);
        if touched.contains(&card.id) { format!("[{name}]") } else { name }
    };
    let point = |point: &Arc<EmotionPoint>| {
        let card = point.touchpoint.as_ref().map(|card| format!("@{card}")).unwrap_or_default();
        format!("{}{:+}{card}", point.id, point.value)
    };
    let phases: Vec<String> = map
        .phases
        .iter()
        .map(|phase| {
            let steps = phase.steps.iter().map(|step| format!(" {}", step.id)).collect::<String>();
            format!("{}:{steps}", phase.id)
        })
        .collect();
    let mut lines = vec![phases.join(" | ")];
    for lane in &map.lanes {
        let sign = if lane.kind == LaneKind::Emotions { "~" } else { "" };
        let mut line = format!("{sign}{}:", lane.id);
        let mut before = None;
        for (phase, step) in map.steps() {
            match before {
                None => {}
                Some(before) if before == phase => line.push_str(" /"),
                Some(_) => line.push_str(" |"),
            }
            before = Some(phase);
            let cards = lane.cards.iter().filter(|card| card.step == step.id).map(card);
            let points = lane.points.iter().filter(|point| point.step == step.id).map(point);
            cards.chain(points).for_each(|word| line.push_str(&format!(" {word}")));
        }
        lines.push(line);
    }
    for one in &map.transitions {
        let to = one.to.as_ref().map(|to| format!(" {to}")).unwrap_or_default();
        lines.push(format!("-> {}: {}{to}", one.id, one.from));
    }
    if !project.parked.is_empty() {
        let cards: Vec<String> = project.parked.iter().map(card).collect();
        lines.push(format!("parked: {}", cards.join(" ")));
    }
    if !map.personas.is_empty() {
        let names: Vec<&str> = map.personas.iter().map(Id::as_str).collect();
        lines.push(format!("who: {}", names.join(" ")));
    }
    lines.join("\n")
}

/// What is wrong with a project that edits have made; empty for a sound one.
pub(crate) fn faults(project: &Project) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = HashSet::new();
    let mut named = |id: &Id, what: &str| {
        if !seen.insert(id.clone()) {
            faults.push(format!("{what} {id}: the id is taken"));
        }
    };
    project.personas.iter().for_each(|one| named(&one.id, "persona"));
    project.parked.iter().for_each(|one| named(&one.id, "parked card"));
    for map in &project.journeys {
        named(&map.id, "journey");
        map.phases.iter().for_each(|one| named(&one.id, "phase"));
        map.steps().for_each(|(_, one)| named(&one.id, "step"));
        map.lanes.iter().for_each(|one| named(&one.id, "lane"));
        map.transitions.iter().for_each(|one| named(&one.id, "transition"));
        for lane in &map.lanes {
            lane.cards.iter().for_each(|one| named(&one.id, "card"));
            lane.points.iter().for_each(|one| named(&one.id, "point"));
        }
    }
    if project.journeys.is_empty() {
        faults.push("no journey".into());
    }
    let is_persona = |id: &Id| project.persona(id).is_some();
    let lanes = project.journeys.iter().flat_map(|map| map.lanes.iter());
    let all: Vec<_> =
        lanes.flat_map(|lane| lane.cards.iter()).chain(project.parked.iter()).collect();
    for card in &all {
        let Some(next) = &card.next else { continue };
        if *next == card.id || !all.iter().any(|one| one.id == *next) {
            faults.push(format!("card {}: leads to {next}", card.id));
        }
    }
    for card in &project.parked {
        if !card.step.is_empty() || card.until.is_some() {
            faults.push(format!("parked card {} has a step", card.id));
        }
    }
    for map in &project.journeys {
        let steps: Vec<&Id> = map.steps().map(|(_, step)| &step.id).collect();
        let place = |id: &Id| steps.iter().position(|step| *step == id);
        let cards: HashSet<&Id> =
            map.lanes.iter().flat_map(|lane| lane.cards.iter().map(|card| &card.id)).collect();
        if map.phases.is_empty() || map.phases.iter().any(|phase| phase.steps.is_empty()) {
            faults.push(format!("journey {}: a phase or a step is missing", map.id));
        }
        if !map.personas.iter().all(is_persona) {
            faults.push(format!("journey {}: unknown persona", map.id));
        }
        for one in &map.transitions {
            let is_end = |id: &Id| place(id).is_some() || map.phases.iter().any(|p| p.id == *id);
            if !is_end(&one.from) || !one.to.as_ref().is_none_or(is_end) {
                faults.push(format!("transition {}: an end is missing", one.id));
            }
        }
        for lane in &map.lanes {
            for card in &lane.cards {
                let from = place(&card.step);
                if from.is_none() {
                    faults.push(format!("card {}: no step {}", card.id, card.step));
                }
                if card.until.as_ref().is_some_and(|until| place(until) <= from) {
                    faults.push(format!("card {}: until does not come after step", card.id));
                }
                if !card.personas.iter().all(is_persona) {
                    faults.push(format!("card {}: unknown persona", card.id));
                }
            }
            for point in &lane.points {
                if place(&point.step).is_none() {
                    faults.push(format!("point {}: no step {}", point.id, point.step));
                }
                if point.value != feeling(point.value)
                    || point.at.is_some_and(|at| !(0.0..=1.0).contains(&at))
                {
                    faults.push(format!("point {}: out of range", point.id));
                }
                if point.touchpoint.as_ref().is_some_and(|card| !cards.contains(card)) {
                    faults.push(format!("point {}: no such touchpoint", point.id));
                }
                if point.persona.as_ref().is_some_and(|id| !is_persona(id)) {
                    faults.push(format!("point {}: unknown persona", point.id));
                }
            }
        }
    }
    faults
}
