//! Keys and ids with one wrong sign, and what they must have been.
//!
//! One changed byte in `"lanes"` would cost all lanes, one in the id of a step all its cards. What is
//! one sign away from what belongs there, and is nothing else, is taken for it and told.

use super::lists::{Identified, each};
use super::problem::{Code, Remedy};
use super::report::RepairReport;
use crate::model::*;
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Shorter ids are too much alike for one sign to tell anything.
const ID_MIN: usize = 5;

/// Are two words the same but for one sign that is another, too many or missing?
pub(super) fn is_near(one: &str, other: &str) -> bool {
    if one == other {
        return false;
    }
    let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let alike = alike.map(|(sign, _)| sign.len_utf8()).sum::<usize>();
    let (one, other) =
        (one.get(alike..).unwrap_or_default(), other.get(alike..).unwrap_or_default());
    let (a, b) = (without_first(one), without_first(other));
    (a.is_some() && a == b) || a == Some(other) || b == Some(one)
}

fn without_first(word: &str) -> Option<&str> {
    let mut signs = word.chars();
    signs.next().map(|_| signs.as_str())
}

/// The key of `object` that is `key`, or the first that is near it.
pub(super) fn key_of(object: &Map<String, Value>, key: &str) -> Option<String> {
    if object.contains_key(key) {
        return Some(key.to_owned());
    }
    object.keys().find(|one| is_near(one, key)).cloned()
}

/// Puts what stands under a key near `key` under it, where nothing does and it is of the right kind.
pub(super) fn right_key(
    object: &mut Map<String, Value>,
    key: &str,
    fits: fn(&Value) -> bool,
    report: &mut RepairReport,
) {
    if object.contains_key(key) {
        return;
    }
    let near = |(one, value): &(&String, &Value)| is_near(one, key) && fits(value);
    let Some(given) = object.iter().find(near).map(|(one, _)| one.clone()) else { return };
    if let Some(value) = object.shift_remove(&given) {
        report.add(Code::MisspeltKey, "", "", &given, Remedy::Set(key.to_owned()));
        object.insert(key.to_owned(), value);
    }
}

/// Gives things back the ids that others name, where one sign of the id was changed. Read again, what
/// came of it is the same: what finds no place by this finds none the next time either.
pub(super) fn right_ids(project: &mut Project, report: &mut RepairReport) {
    each(&mut project.journeys, "journeys", report, right_steps);
    let personas = righted(&project.personas, || named_personas(project));
    let sources = righted(&project.sources, || named_sources(project));
    let themes = righted(&project.themes, || named_themes(project));
    let opportunities = righted(&project.opportunities, || named_opportunities(project));
    let subgoals = righted(&project.subgoals, || named_subgoals(project));
    let images = righted(&project.images, || named_images(project));
    right(&mut project.personas, "personas", personas, report);
    right(&mut project.sources, "sources", sources, report);
    right(&mut project.themes, "themes", themes, report);
    right(&mut project.opportunities, "opportunities", opportunities, report);
    right(&mut project.subgoals, "subgoals", subgoals, report);
    right(&mut project.images, "images", images, report);
}

/// The same for the steps of a journey, one after the other.
fn right_steps(journey: &mut Arc<Journey>, report: &mut RepairReport) {
    if steps_are_there(journey) {
        return;
    }
    let mut righted = HashSet::new();
    loop {
        let named = NamedSteps::of(journey);
        if named.by_cards.is_empty() && named.by_points.is_empty() {
            return;
        }
        let steps = journey.phases.iter().enumerate().flat_map(|(phase, one)| {
            let steps = one.steps.iter().enumerate();
            steps.map(move |(at, step)| ((phase, at), step))
        });
        let found = steps.enumerate().find_map(|(number, (place, step))| {
            let is_free = !named.used.contains(&step.id) && !righted.contains(&place);
            let meant = is_free.then(|| named.meant(&step.id, number)).flatten();
            meant.map(|meant| (place, meant))
        });
        let Some(((phase, at), meant)) = found else { return };
        righted.insert((phase, at));
        report.enter("phases", phase);
        let own = Arc::make_mut(journey).phases.edit(phase);
        if let Some(step) = own.and_then(|phase| phase.steps.edit(at)) {
            told("steps", at, step, meant, report);
        }
        report.leave();
    }
}

/// Is each step that a card or a point names there?
fn steps_are_there(journey: &Journey) -> bool {
    let there: foldhash::HashSet<&Id> = journey.steps().map(|(_, step)| &step.id).collect();
    journey.lanes.iter().all(|lane| {
        let mut cards = lane.cards.iter().flat_map(|card| card.until.iter().chain([&card.step]));
        let mut points = lane.points.iter().map(|point| &point.step);
        cards.all(|id| there.contains(id)) && points.all(|id| there.contains(id))
    })
}

/// Gives a thing the id that is meant, and tells of it.
fn told<T: Identified>(
    key: &'static str,
    index: usize,
    item: &mut T,
    meant: Id,
    report: &mut RepairReport,
) {
    report.enter(key, index);
    let done = Remedy::NewId(meant.to_string());
    report.add(Code::MisspeltId, "id", item.name(), item.look().as_str(), done);
    report.leave();
    *item.id() = meant;
}

/// The steps that cards and points of a journey name.
struct NamedSteps {
    /// Those that are there, named by what stands in its place: nothing else is meant by them.
    used: HashSet<Id>,
    /// Those that are not there, named by cards, each with the first place that it may have.
    by_cards: HashMap<Id, usize>,
    /// Those that are not there, named by points. These stay in the file and name them the next time
    /// too, when the cards have been parked.
    by_points: HashSet<Id>,
}

impl NamedSteps {
    fn of(journey: &Journey) -> Self {
        let order: HashMap<&Id, usize> =
            journey.steps().enumerate().map(|(index, (_, step))| (&step.id, index)).collect();
        let mut named =
            Self { used: HashSet::new(), by_cards: HashMap::new(), by_points: HashSet::new() };
        let mut unknown = |id: &Id, from: usize| {
            let least = named.by_cards.entry(id.clone()).or_insert(from);
            *least = from.min(*least);
        };
        for card in journey.lanes.iter().flat_map(|lane| &lane.cards) {
            let Some(from) = order.get(&card.step) else {
                unknown(&card.step, 0);
                continue;
            };
            named.used.insert(card.step.clone());
            let Some(until) = &card.until else { continue };
            match order.get(until) {
                Some(to) if to >= from => drop(named.used.insert(until.clone())),
                Some(_) => {}
                None => unknown(until, *from),
            }
        }
        for point in journey.lanes.iter().flat_map(|lane| &lane.points) {
            let is_there = order.contains_key(&point.step);
            let list = if is_there { &mut named.used } else { &mut named.by_points };
            list.insert(point.step.clone());
        }
        named
    }

    /// The one step that is named and not there and whose id is near `old`, which stands at `place`:
    /// by cards, or else by points.
    fn meant(&self, old: &Id, place: usize) -> Option<Id> {
        let by_cards = self.by_cards.iter().filter(|(_, from)| **from <= place).map(|(id, _)| id);
        only_near(old, by_cards).or_else(|| only_near(old, self.by_points.iter()))
    }
}

/// The one of these ids that is near `old`; none where several are.
fn only_near<'a>(old: &Id, ids: impl Iterator<Item = &'a Id>) -> Option<Id> {
    if old.as_str().chars().count() < ID_MIN {
        return None;
    }
    let mut near = ids.filter(|id| is_near(id.as_str(), old.as_str()));
    near.next().filter(|_| near.next().is_none()).cloned()
}

/// The cards of a project, on its maps and parked.
fn cards(project: &Project) -> impl Iterator<Item = &Arc<Card>> {
    lanes(project).flat_map(|lane| lane.cards.iter()).chain(project.parked.iter())
}

fn lanes(project: &Project) -> impl Iterator<Item = &Arc<Lane>> {
    project.journeys.iter().flat_map(|journey| journey.lanes.iter())
}

fn points(project: &Project) -> impl Iterator<Item = &Arc<EmotionPoint>> {
    lanes(project).flat_map(|lane| lane.points.iter())
}

/// The personas that things of a project name.
fn named_personas(project: &Project) -> impl Iterator<Item = &Id> {
    let maps = project.journeys.iter().flat_map(|journey| journey.personas.iter());
    let lanes = lanes(project).flat_map(|lane| lane.persona.iter().chain(&lane.curves_off));
    let points = points(project).filter_map(|point| point.persona.as_ref());
    maps.chain(lanes).chain(points).chain(cards(project).flat_map(|card| card.personas.iter()))
}

fn named_sources(project: &Project) -> impl Iterator<Item = &Id> {
    let points = points(project).filter_map(|point| point.source.as_ref());
    let themes = project.themes.iter().flat_map(|theme| theme.sources.iter());
    points.chain(cards(project).flat_map(|card| card.sources.iter())).chain(themes)
}

fn named_themes(project: &Project) -> impl Iterator<Item = &Id> {
    let passages = project.sources.iter().flat_map(|source| &source.passages);
    passages.flat_map(|passage| passage.themes.iter())
}

fn named_opportunities(project: &Project) -> impl Iterator<Item = &Id> {
    let tasks = project.tasks.iter().filter_map(|task| task.opportunity.as_ref());
    tasks.chain(cards(project).filter_map(|card| card.opportunity.as_ref()))
}

fn named_subgoals(project: &Project) -> impl Iterator<Item = &Id> {
    cards(project).filter_map(|card| card.subgoal.as_ref())
}

fn named_images(project: &Project) -> impl Iterator<Item = &Id> {
    let personas = project.personas.iter().filter_map(|persona| persona.image.as_ref());
    let pages = project.journeys.iter().flat_map(|journey| journey.story.iter());
    let on_pages = pages.filter_map(|page| page.image.as_ref());
    personas.chain(cards(project).filter_map(|card| card.image.as_ref())).chain(on_pages)
}

/// Which things of a list are called otherwise than what is meant: each with the one unknown id near
/// its own, which is known then. Only what nobody names is.
fn righted<'a, T: Identified, I: Iterator<Item = &'a Id>>(
    list: &List<T>,
    named: impl Fn() -> I,
) -> Vec<(usize, Id)> {
    let there: foldhash::HashSet<&Id> = list.iter().map(|one| one.look()).collect();
    let mut unknown: HashSet<&Id> = named().filter(|id| !there.contains(id)).collect();
    if unknown.is_empty() {
        return Vec::new();
    }
    let named: HashSet<&Id> = named().collect();
    let unnamed = list.iter().enumerate().filter(|(_, item)| !named.contains(item.look()));
    let mut found = Vec::new();
    for (index, item) in unnamed {
        if let Some(meant) = only_near(item.look(), unknown.iter().copied()) {
            unknown.remove(&meant);
            found.push((index, meant));
        }
    }
    found
}

/// Gives the things of a list the ids that are meant.
fn right<T: Identified>(
    list: &mut List<T>,
    key: &'static str,
    meant: Vec<(usize, Id)>,
    report: &mut RepairReport,
) {
    for (index, meant) in meant {
        if let Some(item) = list.edit(index) {
            told(key, index, item, meant, report);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{read, to_json};
    use serde_json::json;

    #[test]
    fn words_are_near_that_differ_by_one_sign() {
        for near in ["lanet", "lane", "laness", "xlanes", "lnes", "lan\u{fffd}s"] {
            assert!(is_near(near, "lanes") && is_near("lanes", near), "{near}");
        }
        for far in ["lanes", "lan", "lenas", "", "planets", "alnes"] {
            assert!(!is_near(far, "lanes"), "{far}");
        }
        assert!(is_near("", "a") && !is_near("", ""));
    }

    #[test]
    fn what_was_read_is_not_righted_when_it_is_read_again() {
        let map = |steps: Value, cards: Value, points: Value| {
            json!({"format": "kundresa", "version": 1, "project": {
                "journeys": [{"id": "j", "phases": [{"id": "f", "steps": steps}], "lanes": [
                    {"id": "l", "kind": "notes", "cards": cards},
                    {"id": "e", "kind": "emotions", "points": points}]}]}})
        };
        let (steps, nowhere) =
            (json!([{"id": "step0003"}]), json!([{"id": "q", "step": "step0001"}]));
        // The map, and the codes of what is found at first.
        let rows = [
            // The step is named only by a card that has no place: it is the one that was meant.
            (
                map(
                    steps.clone(),
                    json!([{"id": "c", "step": "step0001", "until": "step0003"}]),
                    nowhere,
                ),
                "misspelt-id bad-until",
            ),
            // Two may be meant: the card's counts, and the point is kept as it is.
            (
                map(
                    steps,
                    json!([{"id": "c", "step": "step0001"}]),
                    json!([{"id": "q", "step": "step0002"}]),
                ),
                "misspelt-id unknown-step",
            ),
        ];
        for (map, expected) in rows {
            let first = read(map.to_string().as_bytes()).unwrap();
            let codes = first.problems.iter().map(|one| one.code.as_str());
            assert_eq!(codes.collect::<Vec<_>>().join(" "), expected, "{map}");
            let again = read(&to_json(&first.project)).unwrap();
            assert!(!again.mended && again.project == first.project, "{:?}", again.problems);
        }
    }
}
