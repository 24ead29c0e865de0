//! What of a map do the rules ask? It is looked at once, so that a rule goes over the map once.
//!
//! A card that a future state takes away ([`ChangeKind::Removed`]) is not there for any rule. What
//! stands in hidden lanes is there, so that nothing is missed which is only out of sight, but no
//! rule finds fault with it.

use crate::insight::{Feelings, Felt, is_of_opportunities};
use crate::model::{
    Card, CardRef, ChangeKind, Id, Journey, Lane, LaneKind, Opportunity, Project, Step, View,
};
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

/// A card on the map, with the steps it stands in.
#[derive(Clone)]
pub(super) struct SeenCard<'a> {
    /// Its lane.
    pub lane: &'a Lane,
    /// The card.
    pub card: &'a Card,
    /// From the first step to the last, by their places among all.
    pub steps: RangeInclusive<usize>,
}

impl SeenCard<'_> {
    /// The card, as others name it.
    pub(super) fn card_ref(&self) -> CardRef {
        CardRef { lane: Some(self.lane.id.clone()), card: self.card.id.clone() }
    }

    /// The step it begins in, by its place.
    pub(super) fn step(&self) -> usize {
        *self.steps.start()
    }

    /// Does it concern this persona? What names nobody concerns everybody.
    pub(super) fn concerns(&self, persona: Option<&Id>) -> bool {
        let Some(who) = persona else { return true };
        let lane = self.lane.persona.as_ref().is_none_or(|of| of == who);
        lane && (self.card.personas.is_empty() || self.card.personas.contains(who))
    }
}

/// Whose curve it is, and its points.
pub(super) type FeltCurve<'a> = (Option<&'a Id>, Vec<Felt<'a>>);

/// A map that has been looked at.
pub(super) struct SeenMap<'a> {
    pub project: &'a Project,
    pub journey: &'a Journey,
    /// All steps, each with the place of its phase.
    pub steps: Vec<(usize, &'a Step)>,
    /// All cards, lane by lane.
    pub cards: Vec<SeenCard<'a>>,
    /// The points of each persona in lanes that are shown, from left to right.
    pub curves: Vec<FeltCurve<'a>>,
    /// In which steps there is a point, also in hidden lanes.
    pub felt: Vec<bool>,
    /// In which steps an opportunity is, or a card that has one.
    pub has_opportunity: Vec<bool>,
    /// The touchpoints that points belong to, by their places among the cards.
    touchpoints: HashMap<&'a Id, usize>,
    by_id: HashMap<&'a Id, &'a Opportunity>,
    /// The first opportunity that lists a card.
    listed: HashMap<&'a Id, &'a Opportunity>,
}

impl<'a> SeenMap<'a> {
    pub(super) fn of(project: &'a Project, journey: &'a Journey) -> Self {
        let steps: Vec<(usize, &Step)> = journey.steps().collect();
        let places: HashMap<&Id, usize> =
            steps.iter().enumerate().map(|(place, (_, step))| (&step.id, place)).collect();
        let mut cards = Vec::new();
        let mut felt = vec![false; steps.len()];
        for lane in &journey.lanes {
            for card in lane.cards.iter().filter(|card| is_there(card)) {
                let Some(&first) = places.get(&card.step) else { continue };
                let until = card.until.as_ref().and_then(|until| places.get(until));
                let last = until.copied().unwrap_or(first).max(first);
                cards.push(SeenCard { lane, card, steps: first..=last });
            }
            for point in &lane.points {
                let here = places.get(&point.step).and_then(|place| felt.get_mut(*place));
                here.into_iter().for_each(|here| *here = true);
            }
        }
        let mut listed = HashMap::new();
        for one in &project.opportunities {
            for card in &one.cards {
                listed.entry(card).or_insert(&**one);
            }
        }
        let by_id = project.opportunities.iter().map(|one| (&one.id, &**one)).collect();
        let mut seen = Self {
            project,
            journey,
            cards,
            curves: curves(&Feelings::of(journey, &View::default())),
            felt,
            has_opportunity: Vec::new(),
            touchpoints: HashMap::new(),
            by_id,
            listed,
            steps,
        };
        seen.touchpoints = seen.find_touchpoints();
        seen.has_opportunity = seen
            .covered(|one| is_of_opportunities(one.lane) || seen.opportunity(one.card).is_some());
        seen
    }

    fn find_touchpoints(&self) -> HashMap<&'a Id, usize> {
        let points = self.curves.iter().flat_map(|(_, points)| points);
        let named: HashSet<&Id> =
            points.filter_map(|felt| felt.point.touchpoint.as_ref()).collect();
        if named.is_empty() {
            return HashMap::new();
        }
        let cards = self.cards.iter().enumerate();
        let cards = cards.filter(|(_, one)| named.contains(&one.card.id));
        cards.map(|(place, one)| (&one.card.id, place)).collect()
    }

    /// The touchpoint that a point belongs to; none: to none, or to one that is not there.
    pub(super) fn touchpoint(&self, felt: &Felt) -> Option<&SeenCard<'a>> {
        let place = self.touchpoints.get(felt.point.touchpoint.as_ref()?)?;
        self.cards.get(*place)
    }

    /// In which steps a card stands for which `wanted` holds.
    pub(super) fn covered(&self, wanted: impl Fn(&SeenCard) -> bool) -> Vec<bool> {
        // What begins and ends at each step: a card may span all of them.
        let mut begins = vec![0_isize; self.steps.len() + 1];
        for one in self.cards.iter().filter(|one| wanted(one)) {
            begins[*one.steps.start()] += 1;
            begins[*one.steps.end() + 1] -= 1;
        }
        let running = begins.iter().scan(0, |all, here| {
            *all += here;
            Some(*all > 0)
        });
        running.take(self.steps.len()).collect()
    }

    /// The cards of lanes of this kind that are shown.
    pub(super) fn shown(&self, kind: &LaneKind) -> impl Iterator<Item = &SeenCard<'a>> {
        self.cards.iter().filter(move |one| one.lane.kind == *kind && !one.lane.hidden)
    }

    /// The opportunity that a card is or leads to, as [`crate::insight::leads_to`] has it.
    pub(super) fn opportunity(&self, card: &Card) -> Option<&'a Opportunity> {
        let named = card.opportunity.as_ref().and_then(|id| self.by_id.get(id));
        named.or_else(|| self.listed.get(&card.id)).copied()
    }

    /// The first lane of this kind that is shown.
    pub(super) fn lane(&self, kind: &LaneKind) -> Option<&'a Lane> {
        let lanes = self.journey.lanes.iter().map(AsRef::as_ref);
        lanes.into_iter().find(|lane: &&Lane| lane.kind == *kind && !lane.hidden)
    }

    /// The lanes in which we say what we do for customers: of sales and marketing; on a map that has
    /// none, as in a blueprint, those behind the scenes.
    pub(super) fn activity_kind(&self) -> LaneKind {
        let has = |kind: &LaneKind| self.journey.lanes.iter().any(|lane| lane.kind == *kind);
        match has(&LaneKind::SalesMarketing) {
            true => LaneKind::SalesMarketing,
            false => LaneKind::Backstage,
        }
    }

    /// Is there anything on the map?
    pub(super) fn has_anything(&self) -> bool {
        !self.cards.is_empty() || self.felt.contains(&true)
    }
}

/// The points of each persona that is shown, from left to right, in the order of the personas.
fn curves<'a>(feelings: &Feelings<'a>) -> Vec<FeltCurve<'a>> {
    let mut curves: Vec<FeltCurve> =
        feelings.personas.iter().map(|who| (*who, Vec::new())).collect();
    let places: HashMap<Option<&Id>, usize> =
        curves.iter().enumerate().map(|(place, (who, _))| (*who, place)).collect();
    for felt in &feelings.points {
        let curve = places.get(&felt.persona).and_then(|place| curves.get_mut(*place));
        curve.into_iter().for_each(|(_, points)| points.push(*felt));
    }
    curves.iter_mut().for_each(|(_, points)| left_to_right(points));
    curves
}

/// Is the card on the map, or what a future state takes away?
fn is_there(card: &Card) -> bool {
    card.change != Some(ChangeKind::Removed)
}

/// Puts points in their order: by step, and within it by where they are. Those that do not say share
/// the step evenly, as they are drawn.
fn left_to_right(points: &mut Vec<Felt>) {
    let mut counts: HashMap<usize, (usize, usize)> = HashMap::new();
    points.iter().for_each(|felt| counts.entry(felt.step).or_default().1 += 1);
    let at = |felt: &Felt| {
        let (before, all) = counts.entry(felt.step).or_default();
        let even = (*before as f64 + 0.5) / (*all).max(1) as f64;
        *before += 1;
        felt.point.at.filter(|at| at.is_finite()).unwrap_or(even)
    };
    let places: Vec<f64> = points.iter().map(at).collect();
    let mut order: Vec<(f64, Felt)> = places.into_iter().zip(points.drain(..)).collect();
    order.sort_by(|(a, one), (b, other)| one.step.cmp(&other.step).then(a.total_cmp(b)));
    points.extend(order.into_iter().map(|(_, felt)| felt));
}

/// Is a step beside this one among those that hold something?
pub(super) fn is_beside(filled: &[bool], place: usize) -> bool {
    let before = place.checked_sub(1).and_then(|before| filled.get(before));
    before == Some(&true) || filled.get(place + 1) == Some(&true)
}
