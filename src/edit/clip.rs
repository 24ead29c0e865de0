//! What is cut or copied: cards and points with all their fields, and where they stand to each
//! other. Pasted into the same map, another map or another window.

use super::place;
use super::steps::Order;
use super::{CardRef, Change, EditError, Spot, Thing, copy_card};
use crate::model::{Card, EmotionPoint, Id, IdSource, Journey, Lane, LaneKind, Project};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Cards and points with their places relative to the first lane and step of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Clip {
    /// Cards, lane by lane, step by step, in the order they are seen.
    pub cards: Vec<ClipCard>,
    /// Points of emotion curves.
    pub points: Vec<ClipPoint>,
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
    /// The cards and points among `things`, which may be in any order. What is not there is left out.
    pub fn of(project: &Project, journey: &Journey, things: &[Thing]) -> Self {
        let order = Order::of(journey);
        let cards: HashSet<&Id> = card_refs(things).map(|one| &one.card).collect();
        let points = things.iter().filter_map(|thing| match thing {
            Thing::Point { point, .. } => Some(point),
            _ => None,
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

fn card_refs(things: &[Thing]) -> impl Iterator<Item = &CardRef> {
    things.iter().filter_map(|thing| match thing {
        Thing::Card(card) => Some(card),
        _ => None,
    })
}

/// Copies of the cards among `things`, each right after its original.
///
/// # Errors
/// Says which card is missing.
pub fn duplicate(
    project: &Project,
    journey: &Journey,
    things: &[Thing],
    ids: &mut IdSource,
) -> Result<Change, EditError> {
    let mut places = place::locate(&project.parked, journey, card_refs(things))?;
    places.sort_by_key(|place| (place.lane, place.index));
    let mut new = Vec::new();
    let mut lane = None;
    // How many cards, old and new, of each cell stand before the next one.
    let mut counted: HashMap<&Id, usize> = HashMap::new();
    let mut next = 0;
    for place in places {
        if lane != Some(place.lane) {
            lane = Some(place.lane);
            counted.clear();
            next = 0;
        }
        let cards = match place.lane {
            Some(lane) => &journey.lanes[lane].cards,
            None => &project.parked,
        };
        for card in &cards[next..=place.index] {
            *counted.entry(&card.step).or_default() += 1;
        }
        next = place.index + 1;
        let card = &cards[place.index];
        let count = counted.entry(&card.step).or_default();
        let spot = match place.lane {
            Some(lane) => Spot::Cell {
                lane: journey.lanes[lane].id.clone(),
                step: card.step.clone(),
                index: *count,
            },
            None => Spot::Parked { index: *count },
        };
        *count += 1;
        new.push((spot, copy_card(card, ids)));
    }
    Ok(Change::AddCards(new))
}

/// Puts a clip into `journey` with its first lane and step at `at`. What reaches beyond the map
/// comes to its last lane or step; what names a persona, source, picture, opportunity or sub-goal
/// that `project` does not have no longer does. In the parking place only cards can be put.
pub fn paste(
    clip: &Clip,
    project: &Project,
    journey: &Journey,
    at: &Spot,
    ids: &mut IdSource,
) -> Change {
    let order = Order::of(journey);
    let target = Target::of(clip, journey, &order, at);
    let mut names: HashMap<&Id, Id> = HashMap::new();
    let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut cards = Vec::new();
    for one in &clip.cards {
        let mut card = copy_card(&one.card, ids);
        forget_unknown(&mut card, project);
        names.insert(&one.card.id, card.id.clone());
        let spot = match target.cell(one.lane, &one.kind, one.step, |lane| !is_curve(lane)) {
            Some((lane, step)) => {
                let count = counts.entry((lane, step)).or_insert_with(|| target.index(lane, step));
                let index = *count;
                *count = count.saturating_add(1);
                card.step = order.at(step).cloned().unwrap_or_default();
                card.until = order.until(&card.step, one.reach);
                let lane = journey.lanes[lane].id.clone();
                Spot::Cell { lane, step: card.step.clone(), index }
            }
            None => Spot::Parked { index: target.parked_index().saturating_add(cards.len()) },
        };
        cards.push((spot, card));
    }
    let mut points = Vec::new();
    for one in &clip.points {
        let cell = target.cell(one.lane, &LaneKind::Emotions, one.step, is_curve);
        let Some((lane, step)) = cell else { continue };
        let mut point = EmotionPoint { id: ids.next_id(), ..one.point.clone() };
        point.step = order.at(step).cloned().unwrap_or_default();
        point.source = point.source.filter(|id| project.sources.iter().any(|one| one.id == *id));
        // A curve of nobody could not be switched off: it joins the main one.
        let known = point.persona.filter(|id| project.persona(id).is_some());
        point.persona = known.or_else(|| journey.personas.first().cloned());
        point.touchpoint = point.touchpoint.and_then(|id| names.get(&id).cloned());
        points.push((journey.lanes[lane].id.clone(), point));
    }
    match (cards.is_empty(), points.is_empty()) {
        (_, true) => Change::AddCards(cards),
        (true, false) => Change::PutPoints(points),
        (false, false) => {
            Change::Together(vec![Change::AddCards(cards), Change::PutPoints(points)])
        }
    }
}

fn is_curve(lane: &Lane) -> bool {
    lane.kind == LaneKind::Emotions
}

/// Drops what names things the project does not have.
fn forget_unknown(card: &mut Card, project: &Project) {
    card.personas.retain(|id| project.persona(id).is_some());
    card.sources.retain(|id| project.sources.iter().any(|one| one.id == *id));
    let image = |id: &Id| project.images.iter().any(|one| one.id == *id);
    card.image = card.image.take().filter(image);
    let opportunity = |id: &Id| project.opportunities.iter().any(|one| one.id == *id);
    card.opportunity = card.opportunity.take().filter(opportunity);
    let subgoal = |id: &Id| project.subgoals.iter().any(|one| one.id == *id);
    card.subgoal = card.subgoal.take().filter(subgoal);
}

/// Where a clip is put.
struct Target<'a> {
    journey: &'a Journey,
    at: &'a Spot,
    /// Lane and step of the clip's first cell; none: parked.
    first: Option<(usize, usize)>,
    /// The last step of the map.
    last_step: usize,
    /// The first lane met one of its own kind, so the others look for theirs.
    by_kind: bool,
}

impl<'a> Target<'a> {
    fn of(clip: &Clip, journey: &'a Journey, order: &Order, at: &'a Spot) -> Self {
        let first = match at {
            Spot::Cell { lane, step, .. } => {
                let lane = journey.lane(lane).map_or(0, |(at, _)| at);
                (!journey.lanes.is_empty()).then(|| (lane, order.index(step).unwrap_or(0)))
            }
            Spot::Parked { .. } => None,
        };
        let top = clip.cards.iter().find(|card| card.lane == 0).map(|card| &card.kind);
        let by_kind = first.is_some_and(|(lane, _)| top == Some(&journey.lanes[lane].kind));
        let last_step = journey.steps().count().saturating_sub(1);
        Self { journey, at, first, last_step, by_kind }
    }

    /// Lane and step for what stood `lane` lanes below and `step` steps after the first cell.
    fn cell(
        &self,
        lane: usize,
        kind: &LaneKind,
        step: usize,
        fits: impl Fn(&Lane) -> bool,
    ) -> Option<(usize, usize)> {
        let (first_lane, first_step) = self.first?;
        let lanes = &self.journey.lanes;
        let wanted = first_lane.saturating_add(lane).min(lanes.len().saturating_sub(1));
        let near = |test: &dyn Fn(&Lane) -> bool| {
            let fitting = (0..lanes.len()).filter(|at| test(&lanes[*at]));
            fitting.min_by_key(|at| at.abs_diff(wanted))
        };
        let same_kind = |one: &Lane| fits(one) && one.kind == *kind;
        let by_kind = (self.by_kind && lane > 0).then(|| near(&same_kind)).flatten();
        let lane = by_kind.or_else(|| near(&|one| fits(one)))?;
        Some((lane, first_step.saturating_add(step).min(self.last_step)))
    }

    /// How many cards stand before the first one that comes to a cell.
    fn index(&self, lane: usize, step: usize) -> usize {
        match self.at {
            Spot::Cell { index, .. } if self.first == Some((lane, step)) => *index,
            // Counted too far is the end.
            _ => usize::MAX,
        }
    }

    fn parked_index(&self) -> usize {
        match self.at {
            Spot::Parked { index } => *index,
            Spot::Cell { .. } => usize::MAX,
        }
    }
}
