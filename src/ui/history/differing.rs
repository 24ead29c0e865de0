//! What is said on the two maps of each thing that differs, and in which order one comes to them.

use crate::insight::{HowDiffers, MapDifference};
use crate::model::{Id, Journey, Project, Thing};
use crate::scene::{Hit, Scene};
use crate::words::{Words, card_name, lane_name, persona_name, titled};
use egui::{Pos2, pos2};
use std::sync::Arc;

/// The map as it was, in the arrays of both.
pub(super) const WAS: usize = 0;
/// The map as it is.
pub(super) const IS: usize = 1;

/// Something that differs, as it is shown.
pub(crate) struct ShownDifference {
    /// What differs.
    pub difference: MapDifference,
    /// What it is called.
    pub name: String,
    /// What is said of it on the map as it was, and as it is; none: nothing is there.
    pub labels: [Option<String>; 2],
}

impl ShownDifference {
    /// Can it be brought back? What is new has nothing to bring.
    pub(super) fn can_return(&self) -> bool {
        !self.difference.before.is_empty()
    }

    /// What it is on one of the maps.
    pub(super) fn things(&self, side: usize) -> &[Thing] {
        match side {
            WAS => &self.difference.before,
            _ => &self.difference.after,
        }
    }

    /// Is it what the pointer is on, on one of the maps?
    pub(super) fn is_at(&self, hit: &Hit, side: usize) -> bool {
        self.things(side).iter().any(|thing| hit.is_on(thing))
    }

    /// Is it in the columns of a phase? Lanes are in all.
    pub(super) fn is_in_columns(&self) -> bool {
        let things = self.difference.before.iter().chain(&self.difference.after);
        !things.into_iter().any(|thing| matches!(thing, Thing::Lane(_)))
    }
}

/// The differences between two projects on one of their maps, in the order one reads the map: the
/// headers, then row by row, in each from left to right.
pub(super) fn shown_differences(
    differences: Vec<MapDifference>,
    projects: [&Project; 2],
    journey: &Id,
    scenes: [&Option<Arc<Scene>>; 2],
    words: &Words,
) -> Vec<ShownDifference> {
    let maps = projects.map(|project| project.journey(journey).map(|(_, map)| &**map));
    let mut all: Vec<ShownDifference> = differences
        .into_iter()
        .map(|difference| {
            let labels =
                [label(&difference, WAS, maps, words), label(&difference, IS, maps, words)];
            let labels = with_whose(&difference, labels, projects, maps, words);
            let name = name_of(&difference, projects, maps, words);
            ShownDifference { difference, name, labels }
        })
        .collect();
    all.sort_by(|a, b| {
        let (a, b) = (place_of(a, scenes), place_of(b, scenes));
        a.0.cmp(&b.0).then(a.1.y.total_cmp(&b.1.y)).then(a.1.x.total_cmp(&b.1.x))
    });
    all
}

/// Where one comes to it: in the headers, in a row, or in the parking place; and where there.
fn place_of(one: &ShownDifference, scenes: [&Option<Arc<Scene>>; 2]) -> (u8, Pos2) {
    for (side, scene) in scenes.into_iter().enumerate() {
        let (Some(scene), Some(thing)) = (scene, one.things(side).first()) else { continue };
        let Some(rect) = scene.thing_rect(thing) else { continue };
        let row =
            |y: f32| scene.lane_at(y).and_then(|at| scene.lanes.get(at)).map_or(y, |lane| lane.y);
        return match thing {
            Thing::Phase(_) => (0, pos2(rect.left(), 0.0)),
            Thing::Step(_) => (1, pos2(rect.left(), 0.0)),
            Thing::Card(card) if card.lane.is_none() => (3, rect.min),
            Thing::Lane(_) => (2, pos2(-1.0, rect.top())),
            Thing::Card(_) | Thing::Point { .. } => (2, pos2(rect.left(), row(rect.center().y))),
            Thing::Persona(_) | Thing::Transition(_) | Thing::Journey(_) => (4, rect.min),
        };
    }
    (5, Pos2::ZERO)
}

/// What a phase, a step or a lane is called on a map.
fn title_on(map: Option<&Journey>, thing: &Thing, words: &Words) -> Option<String> {
    let map = map?;
    match thing {
        Thing::Phase(id) => {
            let phase = map.phases.iter().find(|phase| phase.id == *id)?;
            Some(titled(&phase.title, words))
        }
        Thing::Step(id) => {
            let (_, step) = map.steps().find(|(_, step)| step.id == *id)?;
            Some(titled(&step.title, words))
        }
        Thing::Lane(id) => map.lane(id).map(|(_, lane)| lane_name(lane, words)),
        Thing::Card(_)
        | Thing::Point { .. }
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    }
}

/// What is said on one of the maps.
fn label(
    one: &MapDifference,
    side: usize,
    maps: [Option<&Journey>; 2],
    words: &Words,
) -> Option<String> {
    let is_there =
        if side == WAS { one.how != HowDiffers::New } else { one.how != HowDiffers::Removed };
    if !is_there {
        return None;
    }
    if one.curve.is_some() {
        return Some(match one.how {
            HowDiffers::New => words.history_curve_new(),
            HowDiffers::Changed => words.history_curve_changed(),
            HowDiffers::Moved => words.history_curve_moved(),
            HowDiffers::Removed => words.history_curve_removed(),
        });
    }
    let thing = one.before.first().or(one.after.first())?;
    let titles = maps.map(|map| title_on(map, thing, words));
    if let (HowDiffers::Changed, [Some(old), Some(new)]) = (one.how, &titles)
        && old != new
    {
        return Some(match side {
            WAS => words.history_now_called(new.as_str()),
            _ => words.history_was_called(old.as_str()),
        });
    }
    let neuter = matches!(thing, Thing::Card(_) | Thing::Step(_));
    Some(match (one.how, neuter) {
        (HowDiffers::New, true) => words.history_new_neuter(),
        (HowDiffers::New, false) => words.history_new(),
        (HowDiffers::Changed, true) => words.history_changed_neuter(),
        (HowDiffers::Changed, false) => words.history_changed(),
        (HowDiffers::Moved, true) => words.history_moved_neuter(),
        (HowDiffers::Moved, false) => words.history_moved(),
        (HowDiffers::Removed, true) => words.history_removed_neuter(),
        (HowDiffers::Removed, false) => words.history_removed(),
    })
}

/// The labels with whose curve it is, where a lane has those of several.
fn with_whose(
    one: &MapDifference,
    labels: [Option<String>; 2],
    projects: [&Project; 2],
    maps: [Option<&Journey>; 2],
    words: &Words,
) -> [Option<String>; 2] {
    let Some(curve) = &one.curve else { return labels };
    let mut whose: Vec<Option<&Id>> = Vec::new();
    for lane in maps.into_iter().flatten().filter_map(|map| map.lane(&curve.lane)) {
        for point in &lane.1.points {
            let persona = point.persona.as_ref().or(lane.1.persona.as_ref());
            if !whose.contains(&persona) {
                whose.push(persona);
            }
        }
    }
    let known = || projects.iter().rev().find_map(|one| one.persona(curve.persona.as_ref()?));
    match known().filter(|_| whose.len() > 1) {
        Some((_, persona)) => {
            let name = persona_name(persona, words);
            labels.map(|label| label.map(|label| words.labelled(name.as_str(), label)))
        }
        None => labels,
    }
}

/// What it is called, for those who listen.
fn name_of(
    one: &MapDifference,
    projects: [&Project; 2],
    maps: [Option<&Journey>; 2],
    words: &Words,
) -> String {
    if let Some(curve) = &one.curve {
        let lanes = maps.into_iter().rev().flatten().filter_map(|map| map.lane(&curve.lane));
        return lanes.map(|(_, lane)| lane_name(lane, words)).next().unwrap_or_default();
    }
    for (side, things) in [(IS, &one.after), (WAS, &one.before)] {
        let Some(thing) = things.first() else { continue };
        let (project, map) = (projects[side], maps[side]);
        let name = match (thing, map) {
            (Thing::Card(card), Some(map)) => {
                project.card(map, card).map(|(_, card)| card_name(card, project).into_owned())
            }
            _ => title_on(map, thing, words),
        };
        if let Some(name) = name {
            return name;
        }
    }
    String::new()
}
