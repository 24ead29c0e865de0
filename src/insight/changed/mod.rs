//! What is different between two states of a project, in numbers and in words?
//!
//! Things are the same that have the same id. A thing is new, gone, changed in itself, or only in
//! another place; one that has both changed and moved counts as changed. Order within a place is
//! part of it: of ten cards of which one was dragged past the others, one has moved. What stands in a
//! map that is new or gone is not counted again.
//!
//! For two maps beside each other, where ids differ, there is [`differences`](super::differences).

mod on_map;
mod said;
mod since;
mod tally;

pub use on_map::{CurveName, MapDifference, changed_beside, map_differences};
pub use since::{ChangedSince, changed_since};
pub use tally::{ChangeTally, HowDiffers};

use crate::model::{
    Card, EmotionPoint, Id, Journey, Lane, List, Phase, Project, Step, StoryPage, Transition, View,
};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use tally::{TallyItem, counted, tally};

/// What kind of thing is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is what the model calls it")]
pub enum ChangedKind {
    Journeys,
    Phases,
    Steps,
    Lanes,
    Cards,
    Points,
    Transitions,
    Personas,
    Opportunities,
    Tasks,
    Sources,
    Subgoals,
    Images,
    Views,
    Pages,
}

/// What is different between two states of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatChanged {
    /// How many of each kind, in the order of [`ChangedKind`]; kinds of which all is as it was are
    /// left out.
    pub tallies: Vec<(ChangedKind, ChangeTally)>,
    /// The project is called something else.
    pub title: bool,
    /// Something that is not counted: the language, themes, tags, settings.
    pub other: bool,
}

impl WhatChanged {
    /// Is all as it was?
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// How many things of a kind are new, changed, moved and gone.
    pub fn of(&self, kind: ChangedKind) -> ChangeTally {
        let found = self.tallies.iter().find(|(one, _)| *one == kind);
        found.map(|(_, tally)| *tally).unwrap_or_default()
    }
}

/// What is different in `after` against `before`. Named versions and the time of the last edit are
/// no difference. Costs as much as both are large, but for journeys that share their pointers.
pub fn what_changed(before: &Project, after: &Project) -> WhatChanged {
    let mut found = BTreeMap::new();
    let maps = Pairs::of(before, after);
    let mut add = |kind: ChangedKind, tally: ChangeTally| {
        *found.entry(kind).or_insert_with(ChangeTally::default) += tally;
    };
    add(ChangedKind::Journeys, top(&before.journeys, &after.journeys, |one| &one.id, same_head));
    for (old, new) in &maps.both {
        add(ChangedKind::Phases, top(&old.phases, &new.phases, |one| &one.id, same_phase));
        add(ChangedKind::Steps, steps(old, new));
        add(ChangedKind::Lanes, top(&old.lanes, &new.lanes, |one| &one.id, same_lane));
        add(ChangedKind::Points, points(old, new));
        let eq = |a: &Transition, b: &Transition| a == b;
        add(ChangedKind::Transitions, top(&old.transitions, &new.transitions, |one| &one.id, eq));
        let eq = |a: &View, b: &View| a == b;
        add(ChangedKind::Views, top(&old.views, &new.views, |one| &one.id, eq));
        let eq = |a: &StoryPage, b: &StoryPage| a == b;
        add(ChangedKind::Pages, top(&old.story, &new.story, |one| &one.id, eq));
    }
    add(ChangedKind::Cards, maps.cards(before, after));
    add(ChangedKind::Personas, plain(&before.personas, &after.personas, |one| &one.id));
    let (old, new) = (&before.opportunities, &after.opportunities);
    add(ChangedKind::Opportunities, plain(old, new, |one| &one.id));
    add(ChangedKind::Tasks, plain(&before.tasks, &after.tasks, |one| &one.id));
    add(ChangedKind::Sources, plain(&before.sources, &after.sources, |one| &one.id));
    add(ChangedKind::Subgoals, plain(&before.subgoals, &after.subgoals, |one| &one.id));
    add(ChangedKind::Images, plain(&before.images, &after.images, |one| &one.id));
    let tallies = found.into_iter().filter(|(_, tally)| *tally != ChangeTally::default()).collect();
    let (title, other) = (before.title != after.title, is_other(before, after));
    WhatChanged { tallies, title, other }
}

/// What the cards say and said that [`what_changed`] counts, with their notes: what one searches for when
/// a change is looked for by its words.
pub fn changed_card_texts(before: &Project, after: &Project) -> Vec<String> {
    let maps = Pairs::of(before, after);
    let (old, new) = maps.card_items(before, after);
    let of = |list: &[CardItem<'_>], at: Option<usize>| {
        let card = list.get(at?)?.item;
        Some([card.text.clone(), card.note.clone()])
    };
    let mut texts: Vec<String> = Vec::new();
    for one in tally::compare(&old, &new, same_card) {
        for text in [of(&old, one.before), of(&new, one.after)].into_iter().flatten().flatten() {
            if !text.trim().is_empty() && texts.last() != Some(&text) {
                texts.push(text);
            }
        }
    }
    texts
}

/// Does something differ that is not counted?
fn is_other(before: &Project, after: &Project) -> bool {
    before.about != after.about
        || before.language != after.language
        || before.themes != after.themes
        || before.tags != after.tags
        || before.settings != after.settings
        // What stands beside the project in its file is of the file.
        || before.as_version().extra != after.as_version().extra
}

/// The journeys that are there in both and share no pointer.
struct Pairs<'a> {
    both: Vec<(&'a Journey, &'a Journey)>,
}

impl<'a> Pairs<'a> {
    fn of(before: &'a Project, after: &'a Project) -> Self {
        let pair = |new: &'a Arc<Journey>| {
            let (_, old) = before.journey(&new.id)?;
            (!Arc::ptr_eq(old, new)).then_some((&**old, &**new))
        };
        Self { both: after.journeys.iter().filter_map(pair).collect() }
    }

    /// Cards of maps and of the parking place: to come from one to the other is to move.
    fn cards(&self, before: &'a Project, after: &'a Project) -> ChangeTally {
        let (old, new) = self.card_items(before, after);
        tally(&old, &new, same_card)
    }

    fn card_items(
        &self,
        before: &'a Project,
        after: &'a Project,
    ) -> (Vec<CardItem<'a>>, Vec<CardItem<'a>>) {
        type Key<'a> = (Option<&'a Id>, &'a Id);
        let known: HashSet<Key<'_>> =
            self.both.iter().flat_map(|(old, _)| keys(old)).chain(parked(before)).collect();
        let left: HashSet<Key<'_>> = self.both.iter().flat_map(|(_, new)| keys(new)).collect();
        // Where a card that is parked now stood before, unless that map still has it.
        let stood = |card: &'a Id| {
            let mut maps = self.both.iter().map(|(old, _)| (Some(&old.id), card));
            maps.find(|key| known.contains(key) && !left.contains(key))
        };
        let was_parked: HashSet<&Id> = before.parked.iter().map(|card| &card.id).collect();
        let (mut old, mut new): (Vec<CardItem<'a>>, Vec<CardItem<'a>>) = Default::default();
        for (map, _) in &self.both {
            for (lane, card) in cards(map) {
                let place = (Some((&map.id, lane)), &card.step);
                old.push(TallyItem { key: (Some(&map.id), &card.id), place, item: card });
            }
        }
        for (_, map) in &self.both {
            for (lane, card) in cards(map) {
                let here = (Some(&map.id), &card.id);
                let unparked = !known.contains(&here) && was_parked.contains(&card.id);
                let key = if unparked { (None, &card.id) } else { here };
                new.push(TallyItem { key, place: (Some((&map.id, lane)), &card.step), item: card });
            }
        }
        for card in &before.parked {
            let place = (None, &card.step);
            old.push(TallyItem { key: (None, &card.id), place, item: card });
        }
        for card in &after.parked {
            let is_parked = was_parked.contains(&card.id);
            let key = if is_parked { None } else { stood(&card.id) };
            let key = key.unwrap_or((None, &card.id));
            new.push(TallyItem { key, place: (None, &card.step), item: card });
        }
        (old, new)
    }
}

/// A card by its map and id, with its map's id and lane (none: it is parked), and its step.
type CardItem<'a> =
    TallyItem<'a, (Option<&'a Id>, &'a Id), (Option<(&'a Id, &'a Id)>, &'a Id), Card>;

fn cards(map: &Journey) -> impl Iterator<Item = (&Id, &Arc<Card>)> {
    map.lanes.iter().flat_map(|lane| lane.cards.iter().map(|card| (&lane.id, card)))
}

fn keys(map: &Journey) -> impl Iterator<Item = (Option<&Id>, &Id)> {
    cards(map).map(|(_, card)| (Some(&map.id), &card.id))
}

fn parked(project: &Project) -> impl Iterator<Item = (Option<&Id>, &Id)> {
    project.parked.iter().map(|card| (None, &card.id))
}

/// Things of one list.
fn top<T>(
    before: &List<T>,
    after: &List<T>,
    id: impl for<'t> Fn(&'t T) -> &'t Id,
    same: impl Fn(&T, &T) -> bool,
) -> ChangeTally {
    let old: Vec<_> =
        before.iter().map(|item| TallyItem { key: id(item), place: (), item }).collect();
    let new: Vec<_> =
        after.iter().map(|item| TallyItem { key: id(item), place: (), item }).collect();
    tally(&old, &new, same)
}

/// Things of a list whose order says nothing.
fn plain<T: PartialEq>(
    before: &List<T>,
    after: &List<T>,
    id: impl for<'t> Fn(&'t T) -> &'t Id,
) -> ChangeTally {
    ChangeTally { moved: 0, ..top(before, after, id, |a, b| a == b) }
}

/// Steps, but for those of phases that are new or gone: such a phase says it.
fn steps(before: &Journey, after: &Journey) -> ChangeTally {
    counted(&on_map::step_differences(&step_items(before), &step_items(after), before, after))
}

fn step_items(map: &Journey) -> Vec<StepItem<'_>> {
    let phases = map.phases.iter();
    let steps = phases.flat_map(|phase| phase.steps.iter().map(move |step| (&phase.id, step)));
    steps.map(|(place, item)| TallyItem { key: &item.id, place, item }).collect()
}

/// A step by its id, in its phase.
type StepItem<'a> = TallyItem<'a, &'a Id, &'a Id, Step>;

/// Where a point is: its lane, its step, where in it and how high; numbers as bits, to be compared.
type PointPlace<'a> = (&'a Id, &'a Id, Option<u64>, u64);

/// A point by its id, where it is.
type PointItem<'a> = TallyItem<'a, &'a Id, PointPlace<'a>, EmotionPoint>;

/// Points: one with another value, or at another place, has moved.
fn points(before: &Journey, after: &Journey) -> ChangeTally {
    tally(&point_items(before), &point_items(after), same_point)
}

fn point_items(map: &Journey) -> Vec<PointItem<'_>> {
    let mut points = Vec::new();
    for lane in &map.lanes {
        for item in &lane.points {
            let place = (&lane.id, &item.step, item.at.map(f64::to_bits), item.value.to_bits());
            points.push(TallyItem { key: &item.id, place, item });
        }
    }
    points
}

fn same_point(a: &EmotionPoint, b: &EmotionPoint) -> bool {
    let (step, at, value) = (a.step.clone(), a.at, a.value);
    *a == EmotionPoint { step, at, value, ..b.clone() }
}

/// The same but for the step it stands in.
fn same_card(a: &Card, b: &Card) -> bool {
    if a.step == b.step { a == b } else { *a == Card { step: a.step.clone(), ..b.clone() } }
}

/// The same but for what is in it.
fn same_phase(a: &Phase, b: &Phase) -> bool {
    let head = |one: &Phase| Phase { steps: List::default(), ..one.clone() };
    head(a) == head(b)
}

fn same_lane(a: &Lane, b: &Lane) -> bool {
    let head = |one: &Lane| Lane { cards: List::default(), points: List::default(), ..one.clone() };
    head(a) == head(b)
}

fn same_head(a: &Journey, b: &Journey) -> bool {
    let head = |one: &Journey| Journey {
        phases: List::default(),
        lanes: List::default(),
        transitions: List::default(),
        views: List::default(),
        story: List::default(),
        ..one.clone()
    };
    head(a) == head(b)
}
