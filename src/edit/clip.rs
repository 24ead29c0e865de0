//! What is cut or copied: cards and points with all their fields, and where they stand to each
//! other. Pasted into the same map, another map or another window.

use super::steps::StepOrder;
use crate::model::{
    Card, CardRef, EmotionPoint, Id, Image, Journey, LaneKind, Opportunity, Project, Thing,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Cards and points with their places relative to the first lane and step of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Clip {
    /// Cards, lane by lane, step by step, in the order they are seen.
    pub cards: Vec<ClipCard>,
    /// Points of emotion curves.
    pub points: Vec<ClipPoint>,
    /// The pictures on the cards, for other files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<Image>,
    /// The opportunities that some of the cards are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub opportunities: Vec<Opportunity>,
}

/// A card of a clip.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClipCard {
    /// How many lanes below the first one.
    pub lane: usize,
    /// What that lane holds.
    pub kind: LaneKind,
    /// How many steps after the first one.
    pub step: usize,
    /// How many steps further it reaches.
    pub reach: usize,
    /// The card; without step, but with its old id, so that points can name it.
    pub card: Card,
}

/// A point of a clip.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClipPoint {
    /// How many lanes below the first one.
    pub lane: usize,
    /// How many steps after the first one.
    pub step: usize,
    /// The point; without step.
    pub point: EmotionPoint,
}

/// A clip as JSON, told from other text by its format.
#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    clip: Clip,
}

const FORMAT: &str = "kundresa-clip";

impl Clip {
    /// The cards and points among `things`, in any order. What is not there is left out.
    pub fn of(project: &Project, journey: &Journey, things: &[Thing]) -> Self {
        let order = StepOrder::of(journey);
        let cards: HashSet<&Id> = card_refs(things).map(|one| &one.card).collect();
        let points = things.iter().filter_map(|thing| match thing {
            Thing::Point { point, .. } => Some(point),
            Thing::Card(_)
            | Thing::Phase(_)
            | Thing::Step(_)
            | Thing::Lane(_)
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => None,
        });
        let points: HashSet<&Id> = points.collect();
        let mut clip = Self::default();
        for (at, lane) in journey.lanes.iter().enumerate() {
            for card in lane.cards.iter().filter(|card| cards.contains(&card.id)) {
                let step = order.index(&card.step).unwrap_or(0);
                let reach = order.reach(card);
                clip.cards.push(ClipCard {
                    lane: at,
                    kind: lane.kind.clone(),
                    step,
                    reach,
                    card: Card { step: Id::default(), until: None, ..Card::clone(card) },
                });
            }
            for point in lane.points.iter().filter(|point| points.contains(&point.id)) {
                let step = order.index(&point.step).unwrap_or(0);
                let point = EmotionPoint { step: Id::default(), ..EmotionPoint::clone(point) };
                clip.points.push(ClipPoint { lane: at, step, point });
            }
        }
        clip.cards.sort_by_key(|card| (card.lane, card.step));
        clip.points.sort_by_key(|point| (point.lane, point.step));
        clip.count_from_first();
        // Parked cards have no place: they come after the others of the first cell.
        let parked = project.parked.iter().filter(|card| cards.contains(&card.id));
        let parked = parked.map(|card| ClipCard { card: Card::clone(card), ..ClipCard::default() });
        let kind = clip.cards.first().map(|first| first.kind.clone()).unwrap_or_default();
        clip.cards.extend(parked.map(|card| ClipCard { kind: kind.clone(), ..card }));
        clip.cards.sort_by_key(|card| (card.lane, card.step));
        let shown: HashSet<&Id> =
            clip.cards.iter().filter_map(|one| one.card.image.as_ref()).collect();
        let images = project.images.iter().filter(|image| shown.contains(&image.id));
        clip.images = images.map(|image| Image::clone(image)).collect();
        let ones = clip.cards.iter().filter(|one| one.kind == LaneKind::Opportunities);
        let ones: HashSet<&Id> = ones.filter_map(|one| one.card.opportunity.as_ref()).collect();
        let opportunities = project.opportunities.iter().filter(|one| ones.contains(&one.id));
        clip.opportunities = opportunities.map(|one| Opportunity::clone(one)).collect();
        clip
    }

    /// Counts lanes and steps from the first one there is.
    fn count_from_first(&mut self) {
        let lanes = self.cards.iter().map(|card| card.lane);
        let lane = lanes.chain(self.points.iter().map(|point| point.lane)).min().unwrap_or(0);
        let steps = self.cards.iter().map(|card| card.step);
        let step = steps.chain(self.points.iter().map(|point| point.step)).min().unwrap_or(0);
        for card in &mut self.cards {
            card.lane -= lane;
            card.step -= step;
        }
        for point in &mut self.points {
            point.lane -= lane;
            point.step -= step;
        }
    }

    /// Nothing in it?
    pub fn is_empty(&self) -> bool {
        self.cards.is_empty() && self.points.is_empty()
    }

    /// All of it, for other windows.
    pub fn to_json(&self) -> String {
        let file = File { format: FORMAT.into(), version: 1, clip: self.clone() };
        serde_json::to_string(&file).unwrap_or_default()
    }

    /// What [`to_json`](Self::to_json) wrote; none for any other text.
    pub fn from_json(text: &str) -> Option<Self> {
        let file: File = serde_json::from_str(text).ok()?;
        (file.format == FORMAT).then_some(file.clip)
    }
}

/// The cards among `things`.
pub(super) fn card_refs(things: &[Thing]) -> impl Iterator<Item = &CardRef> {
    things.iter().filter_map(Thing::card)
}
