//! What is selected, looked up once for each version of the project.

use crate::model::{
    Card, CardRef, EmotionPoint, Id, Journey, Lane, LaneKind, List, Persona, Phase, Project, Step,
    Thing, Transition,
};
use crate::scene::Pictures;
use crate::ui::Document;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The selected things themselves. Kept until the project or the selection changes, so that a
/// frame in which nothing changed looks nothing up.
pub(super) struct Picked {
    pub project: Arc<Project>,
    /// Its pictures, as the map shows them.
    pub pictures: Option<Arc<Pictures>>,
    pub journey: Arc<Journey>,
    /// What was asked for.
    things: Vec<Thing>,
    /// Stands for the selection in widget ids.
    pub key: egui::Id,
    /// Each with the lane it is in now.
    pub cards: Vec<(CardRef, Arc<Card>)>,
    /// What kind of lane the cards are in, if they are all in lanes of one kind.
    pub lane_kind: Option<LaneKind>,
    /// The points that belong to the selected cards, each with its lane.
    pub feelings: Vec<(Id, Arc<EmotionPoint>)>,
    /// Each with its lane.
    pub points: Vec<(Id, Arc<EmotionPoint>)>,
    /// What the card says that the selected points belong to.
    pub touchpoint: Option<String>,
    pub phases: Vec<((), Arc<Phase>)>,
    pub steps: Vec<((), Arc<Step>)>,
    pub lanes: Vec<((), Arc<Lane>)>,
    pub personas: Vec<((), Arc<Persona>)>,
    pub transitions: Vec<((), Arc<Transition>)>,
}

/// Up to this many things are looked for one by one; more through a table made for it.
const FEW: usize = 8;

impl Picked {
    /// True where `doc` still shows what this was made from.
    pub(super) fn is_of(&self, doc: &Document) -> bool {
        Arc::ptr_eq(&self.project, doc.editor.project())
            && self.journey.id == doc.journey
            && self.things == doc.selection.things
    }

    /// True where another selection was asked for.
    pub(super) fn differs(&self, doc: &Document) -> bool {
        self.journey.id != doc.journey || self.things != doc.selection.things
    }

    /// Which kinds of things are there, in the order they are shown.
    pub(super) fn kinds(&self) -> [bool; 7] {
        [
            !self.cards.is_empty(),
            !self.points.is_empty(),
            !self.phases.is_empty(),
            !self.steps.is_empty(),
            !self.lanes.is_empty(),
            !self.personas.is_empty(),
            !self.transitions.is_empty(),
        ]
    }

    /// Looks up what is selected in `doc`; what is not there is left out.
    pub(super) fn of(doc: &Document) -> Option<Self> {
        let project = doc.editor.project().clone();
        let journey = project.journey(&doc.journey)?.1.clone();
        let things = doc.selection.things.clone();
        let key = egui::Id::unique(("inspector", &doc.journey, &things));
        let mut picked = Self {
            cards: find_cards(&project, &journey, &things),
            points: find_points(&journey, &things),
            phases: find(&journey.phases, |phase| &phase.id, &things, Thing::phase),
            steps: Vec::new(),
            lanes: find(&journey.lanes, |lane| &lane.id, &things, Thing::lane),
            personas: find(&project.personas, |persona| &persona.id, &things, Thing::persona),
            transitions: find(&journey.transitions, |t| &t.id, &things, Thing::transition),
            pictures: doc.scene.as_ref().map(|scene| scene.pictures.clone()),
            lane_kind: None,
            feelings: Vec::new(),
            touchpoint: None,
            project,
            journey,
            things,
            key,
        };
        for phase in &picked.journey.phases {
            let of_phase = find(&phase.steps, |step| &step.id, &picked.things, Thing::step);
            picked.steps.extend(of_phase);
        }
        picked.lane_kind = one_lane_kind(&picked);
        picked.feelings = find_feelings(&picked);
        picked.touchpoint = find_touchpoint(&picked);
        Some(picked)
    }
}

/// The things of a list that are selected, in the list's order.
fn find<T>(
    list: &List<T>,
    id_of: impl Fn(&T) -> &Id,
    things: &[Thing],
    wanted: impl Fn(&Thing) -> Option<&Id>,
) -> Vec<((), Arc<T>)> {
    let wanted: HashSet<&Id> = things.iter().filter_map(wanted).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let found = list.iter().filter(|item| wanted.contains(id_of(item)));
    found.map(|item| ((), item.clone())).collect()
}

/// The selected cards, in the order they were selected.
pub(in crate::ui) fn find_cards(
    project: &Project,
    journey: &Journey,
    things: &[Thing],
) -> Vec<(CardRef, Arc<Card>)> {
    let refs = || things.iter().filter_map(Thing::card);
    if refs().count() <= FEW {
        let found = refs().filter_map(|card| project.card(journey, card));
        return found.map(|(card, own)| (card, own.clone())).collect();
    }
    let mut table: HashMap<&Id, (Option<&Id>, &Arc<Card>)> = HashMap::new();
    for lane in &journey.lanes {
        table.extend(lane.cards.iter().map(|card| (&card.id, (Some(&lane.id), card))));
    }
    table.extend(project.parked.iter().map(|card| (&card.id, (None, card))));
    let found = refs().filter_map(|wanted| {
        let (lane, card) = table.get(&wanted.card)?;
        Some((CardRef { lane: lane.cloned(), card: card.id.clone() }, (*card).clone()))
    });
    found.collect()
}

fn find_points(journey: &Journey, things: &[Thing]) -> Vec<(Id, Arc<EmotionPoint>)> {
    let wanted: HashSet<&Id> = things
        .iter()
        .filter_map(|thing| match thing {
            Thing::Point { point, .. } => Some(point),
            Thing::Card(_)
            | Thing::Phase(_)
            | Thing::Step(_)
            | Thing::Lane(_)
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => None,
        })
        .collect();
    points_where(journey, !wanted.is_empty(), |point| wanted.contains(&point.id))
}

/// The points that belong to the selected cards.
fn find_feelings(picked: &Picked) -> Vec<(Id, Arc<EmotionPoint>)> {
    let cards: HashSet<&Id> = picked.cards.iter().map(|(_, card)| &card.id).collect();
    points_where(&picked.journey, !cards.is_empty(), |point| {
        point.touchpoint.as_ref().is_some_and(|card| cards.contains(card))
    })
}

pub(in crate::ui) fn points_where(
    journey: &Journey,
    any: bool,
    test: impl Fn(&EmotionPoint) -> bool,
) -> Vec<(Id, Arc<EmotionPoint>)> {
    let lanes = journey.lanes.iter().filter(|_| any);
    let points = lanes.flat_map(|lane| lane.points.iter().map(|point| (&lane.id, point)));
    points
        .filter(|(_, point)| test(point))
        .map(|(lane, point)| (lane.clone(), point.clone()))
        .collect()
}

/// The kind of lane the selected cards are in; none where they differ or are parked.
fn one_lane_kind(picked: &Picked) -> Option<LaneKind> {
    let kind_of = |id: &Option<Id>| {
        let (_, lane) = picked.journey.lane(id.as_ref()?)?;
        Some(&lane.kind)
    };
    let kind = kind_of(&picked.cards.first()?.0.lane)?;
    let mut last = &picked.cards.first()?.0.lane;
    for (card, _) in &picked.cards {
        // Most selections stay within a lane: compare ids before looking the lane up.
        if card.lane != *last && kind_of(&card.lane)? != kind {
            return None;
        }
        last = &card.lane;
    }
    Some(kind.clone())
}

/// What the card says that the selected points belong to; none where they differ.
fn find_touchpoint(picked: &Picked) -> Option<String> {
    let wanted = picked.points.first()?.1.touchpoint.as_ref()?;
    if picked.points.iter().any(|(_, point)| point.touchpoint.as_ref() != Some(wanted)) {
        return None;
    }
    // It is nearly always in a lane of touchpoints: look there first.
    let lanes = picked.journey.lanes.iter().filter(|lane| lane.kind == LaneKind::Touchpoints);
    let hint = lanes.into_iter().find(|lane| lane.card(wanted).is_some());
    let wanted = CardRef { lane: hint.map(|lane| lane.id.clone()), card: wanted.clone() };
    picked.project.card(&picked.journey, &wanted).map(|(_, card)| card.text.clone())
}
