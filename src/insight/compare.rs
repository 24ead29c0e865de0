//! What is different between two journeys, and the one map that shows both?
//!
//! Either may be the later one: the one made from the other, else a future state, else the second.
//! What belongs together is told by what it was made from, else by its title, else by its place.

use super::columns::{self, ColumnsOfBoth, related};
use super::compare_figures::{FigureDifference, figure_differences};
use super::feelings::{Feelings, as_written};
use crate::model::{
    Card, ChangeKind, EmotionPoint, Id, Journey, JourneyKind, Lane, List, Project, View,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// How two journeys are shown on one map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum How {
    /// The lanes of the later one below those of the earlier.
    Above,
    /// Laid over each other: the later one's map with both curves.
    #[default]
    Over,
}

/// What is different between two journeys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differences {
    /// The journey that was there first.
    pub earlier: Id,
    /// The one that is compared with it.
    pub later: Id,
    /// Cards that are new, changed or gone, lane by lane of the later, then of the earlier one.
    pub cards: Vec<CardDifference>,
    /// Phases that are new or gone, in the order they are shown in.
    pub phases: Vec<(Id, ChangeKind)>,
    /// How each persona feels in each phase, where both are known: persona by persona, and of each
    /// the phases in the order they are shown in.
    pub gaps: Vec<FeelingGap>,
    /// Figures of the whole map that both journeys know and that are not the same.
    pub figures: Vec<FigureDifference>,
}

/// A card that is not what it was.
#[derive(Clone, Debug, PartialEq)]
pub struct CardDifference {
    /// The lane it is in: of the later journey, or of the earlier one where it is gone.
    pub lane: Id,
    /// The card.
    pub card: Id,
    /// What became of it.
    pub change: ChangeKind,
    /// What it said before; none: it was not there.
    pub before: Option<String>,
    /// What it says now; none: it is gone.
    pub after: Option<String>,
}

/// How a persona feels in a phase, before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct FeelingGap {
    /// Whose feeling it is.
    pub persona: Option<Id>,
    /// The phase as it is shown on the map of both.
    pub phase: Id,
    /// The mean of the points before, −2 to +2.
    pub before: f64,
    /// The mean of the points after, −2 to +2.
    pub after: f64,
}

impl FeelingGap {
    /// How much better it feels: below zero where it feels worse.
    pub fn better(&self) -> f64 {
        self.after - self.before
    }
}

impl Differences {
    /// How many cards are new, changed or gone.
    pub fn count(&self, change: &ChangeKind) -> usize {
        self.cards.iter().filter(|one| one.change == *change).count()
    }

    /// How many phases are new or gone.
    pub fn phases(&self, change: &ChangeKind) -> usize {
        self.phases.iter().filter(|(_, one)| one == change).count()
    }

    /// The personas whose feelings both journeys know.
    pub fn personas(&self) -> Vec<Option<&Id>> {
        let mut personas: Vec<Option<&Id>> = Vec::new();
        for gap in &self.gaps {
            if personas.last() != Some(&gap.persona.as_ref()) {
                personas.push(gap.persona.as_ref());
            }
        }
        personas
    }

    /// How much better a persona feels on average over the phases; none where nothing is known.
    pub fn better(&self, persona: Option<&Id>) -> Option<f64> {
        let own = || self.gaps.iter().filter(|gap| gap.persona.as_ref() == persona);
        let count = own().count();
        (count > 0).then(|| own().map(FeelingGap::better).sum::<f64>() / count as f64)
    }

    /// The phase in which a persona feels so much better than in any other, as it is written; none
    /// where nothing is better, or where two phases tie.
    pub fn lift(&self, persona: Option<&Id>) -> Option<&FeelingGap> {
        let own = || self.gaps.iter().filter(|gap| gap.persona.as_ref() == persona);
        let most = own().max_by(|a, b| a.better().total_cmp(&b.better()))?;
        let written = |gap: &FeelingGap| as_written(gap.better());
        let ties = own().filter(|gap| written(gap) == written(most)).count();
        (written(most) > 0.0 && ties == 1).then_some(most)
    }
}

/// Compares two journeys of `project`; none where they are not two.
pub fn differences(project: &Project, a: &Id, b: &Id) -> Option<Differences> {
    let pair = Pair::of(project, a, b)?;
    let mut cards = Vec::new();
    for lane in pair.shown_lanes().into_iter().filter_map(|(_, new)| new) {
        for card in &lane.cards {
            let old = pair.partner.get(&card.id);
            let change = pair.change(lane, card);
            cards.extend(change.map(|change| CardDifference {
                lane: lane.id.clone(),
                card: card.id.clone(),
                change,
                before: old.map(|(_, old)| old.text.clone()),
                after: Some(card.text.clone()),
            }));
        }
    }
    for lane in pair.shown_lanes().into_iter().filter_map(|(old, _)| old) {
        for card in lane.cards.iter().filter(|card| pair.is_gone(card)) {
            cards.push(CardDifference {
                lane: lane.id.clone(),
                card: card.id.clone(),
                change: ChangeKind::Removed,
                before: Some(card.text.clone()),
                after: None,
            });
        }
    }
    let (earlier, later) = (pair.earlier.id.clone(), pair.later.id.clone());
    let phases = pair.columns.alone.clone();
    let figures = figure_differences(pair.earlier, pair.later);
    Some(Differences { earlier, later, cards, phases, gaps: pair.gaps(), figures })
}

/// The journeys that are compared unless others are chosen: this one with the one it was made from,
/// else with one made from it, else with its neighbour.
pub fn counterpart(project: &Project, journey: &Id) -> Option<Id> {
    let (at, one) = project.journey(journey)?;
    let there = |id: &&Id| **id != *journey && project.journey(id).is_some();
    let origin = one.origin.as_ref().filter(there).cloned();
    let others = || project.journeys.iter().filter(|other| other.id != *journey);
    let made = || others().find(|other| other.origin.as_ref() == Some(journey));
    let neighbour = || project.journeys.get(at + 1).or_else(|| others().next());
    origin.or_else(|| Some(made().or_else(neighbour)?.id.clone()))
}

/// Two journeys, and what of them belongs together.
pub(super) struct Pair<'a> {
    pub earlier: &'a Arc<Journey>,
    pub later: &'a Arc<Journey>,
    pub columns: ColumnsOfBoth,
    /// For each of the later's lanes its place in the earlier.
    pub lanes: Vec<Option<usize>>,
    /// The earlier cards, with their lanes, by the later ones that belong to them.
    pub partner: HashMap<&'a Id, (&'a Lane, &'a Card)>,
    /// The earlier cards that have one, and those of lanes that the later has nothing like.
    kept: HashSet<&'a Id>,
}

impl<'a> Pair<'a> {
    pub(super) fn of(project: &'a Project, a: &Id, b: &Id) -> Option<Self> {
        let (_, a) = project.journey(a)?;
        let (_, b) = project.journey(b)?;
        if a.id == b.id {
            return None;
        }
        let future = |one: &Journey| one.kind == Some(JourneyKind::Future);
        let turned = match (&a.origin, &b.origin) {
            (Some(origin), _) if *origin == b.id => true,
            (_, Some(origin)) if *origin == a.id => false,
            _ => future(a) && !future(b),
        };
        let (earlier, later) = if turned { (b, a) } else { (a, b) };
        let kin = related((&a.id, a.origin.as_ref()), (&b.id, b.origin.as_ref()));
        let columns = columns::columns(earlier, later, !kin);
        let lanes = columns::lanes(earlier, later);
        let mut pair =
            Self { earlier, later, columns, lanes, partner: HashMap::new(), kept: HashSet::new() };
        pair.match_cards();
        pair.keep_other_lanes();
        Some(pair)
    }

    /// Cards by what they were made from; else those that say the same in the same lane.
    fn match_cards(&mut self) {
        let mut by_id: HashMap<&Id, (&'a Lane, &'a Card)> = HashMap::new();
        let mut by_origin = HashMap::new();
        for lane in &self.earlier.lanes {
            for card in &lane.cards {
                by_id.insert(&card.id, (lane, card));
                if let Some(origin) = &card.origin {
                    by_origin.insert(origin, (lane, card));
                }
            }
        }
        for card in self.later.lanes.iter().flat_map(|lane| lane.cards.iter()) {
            let made_from = card.origin.as_ref().and_then(|origin| by_id.get(origin));
            let made_of_it = || by_origin.get(&card.id).map(|(lane, card)| (&***lane, &***card));
            let shared = || card.origin.as_ref().and_then(|origin| by_origin.get(origin));
            let found = made_from.copied().or_else(made_of_it);
            let found = found.or_else(|| shared().map(|(lane, card)| (&***lane, &***card)));
            if let Some((lane, old)) = found.filter(|(_, old)| !self.kept.contains(&old.id)) {
                self.partner.insert(&card.id, (lane, old));
                self.kept.insert(&old.id);
            }
        }
        let (earlier, later) = (self.earlier, self.later);
        for (lane, partner) in later.lanes.iter().zip(&self.lanes) {
            let Some(old_lane) = partner.and_then(|at| earlier.lanes.get(at)) else { continue };
            let mut by_text: HashMap<String, Vec<&'a Card>> = HashMap::new();
            let free = old_lane.cards.iter().rev().filter(|card| !self.kept.contains(&card.id));
            for card in free {
                by_text.entry(said(card)).or_default().push(card);
            }
            for card in &lane.cards {
                if self.partner.contains_key(&card.id) || said(card).is_empty() {
                    continue;
                }
                if let Some(old) = by_text.get_mut(&said(card)).and_then(Vec::pop) {
                    self.partner.insert(&card.id, (old_lane, old));
                    self.kept.insert(&old.id);
                }
            }
        }
    }

    /// What the later journey does not speak of at all is not gone: a sketch of the future without
    /// a lane for systems does not say that there are to be none.
    fn keep_other_lanes(&mut self) {
        let lanes = self.earlier.lanes.iter().enumerate();
        let alone = lanes.filter(|(at, _)| !self.lanes.contains(&Some(*at)));
        self.kept.extend(alone.flat_map(|(_, lane)| lane.cards.iter()).map(|card| &card.id));
    }

    /// Is this card of the earlier journey not in the later one?
    pub(super) fn is_gone(&self, card: &Card) -> bool {
        !self.kept.contains(&card.id)
    }

    /// Where a step of the earlier journey is now.
    pub(super) fn step<'s>(&'s self, step: &'s Id) -> &'s Id {
        self.columns.steps.get(step).unwrap_or(step)
    }

    /// What became of a card of the later journey: what somebody has said of it, or what is seen.
    pub(super) fn change(&self, lane: &Lane, card: &Card) -> Option<ChangeKind> {
        if card.change.is_some() {
            return card.change.clone();
        }
        let Some((old_lane, old)) = self.partner.get(&card.id) else {
            return Some(ChangeKind::New);
        };
        let as_before = Card {
            id: card.id.clone(),
            origin: card.origin.clone(),
            change: None,
            votes: card.votes,
            step: self.step(&old.step).clone(),
            until: old.until.as_ref().map(|until| self.step(until).clone()),
            extra: card.extra.clone(),
            ..Card::clone(old)
        };
        let at = self.later.lanes.index_where(|one| one.id == lane.id);
        let partner = at.and_then(|at| self.lanes.get(at).copied().flatten());
        let same_lane = partner.and_then(|at| self.earlier.lanes.get(at));
        let stays = same_lane.is_some_and(|same| same.id == old_lane.id);
        (!stays || as_before != *card).then_some(ChangeKind::Changed)
    }

    /// The lanes of both that are shown on a map of the two, each with the one it stands for in the
    /// earlier and in the later journey, from above. They share a lane there, which is hidden if the
    /// later's is.
    pub(super) fn shown_lanes(&self) -> Vec<(Option<&'a Lane>, Option<&'a Lane>)> {
        let (earlier, later) = (&self.earlier.lanes, &self.later.lanes);
        let order = columns::merged(earlier.len(), &self.lanes);
        let lanes = order.into_iter().map(|(old, new)| {
            let old = old.and_then(|old| earlier.get(old)).map(AsRef::as_ref);
            (old, new.and_then(|new| later.get(new)).map(AsRef::as_ref))
        });
        lanes.filter(|(old, new)| new.or(*old).is_some_and(|lane| !lane.hidden)).collect()
    }

    /// What the personas feel in the phases that both journeys have: the very points that are drawn
    /// on a map of the two.
    fn gaps(&self) -> Vec<FeelingGap> {
        let lanes = self.shown_lanes();
        let before = self.felt(self.earlier, lanes.iter().filter_map(|(old, _)| *old));
        let after = self.felt(self.later, lanes.iter().filter_map(|(_, new)| *new));
        let view = View::default();
        let (before, after) = (Feelings::of(&before, &view), Feelings::of(&after, &view));
        let mut gaps = Vec::new();
        for (who, persona) in after.personas.iter().enumerate() {
            let Some(was) = before.place(*persona) else { continue };
            for (place, phase) in self.columns.phases.iter().enumerate() {
                if let (Some(before), Some(after)) =
                    (before.in_phase(was, place), after.in_phase(who, place))
                {
                    let (persona, phase) = (persona.cloned(), phase.id.clone());
                    gaps.push(FeelingGap { persona, phase, before, after });
                }
            }
        }
        gaps
    }

    /// What is felt in one of the two journeys, over the columns of both.
    fn felt(&self, of: &Journey, lanes: impl Iterator<Item = &'a Lane>) -> Journey {
        let lane = |lane: &Lane| {
            let points = lane.points.iter().map(|point| EmotionPoint {
                step: self.step(&point.step).clone(),
                ..EmotionPoint::clone(point)
            });
            Lane {
                points: points.collect(),
                hidden: false,
                cards: List::default(),
                prompts: List::default(),
                ..lane.clone()
            }
        };
        Journey {
            personas: of.personas.clone(),
            phases: self.columns.phases.iter().cloned().collect(),
            lanes: lanes.map(lane).collect(),
            ..Journey::default()
        }
    }
}

/// What a card says, whatever the letters' case.
fn said(card: &Card) -> String {
    card.text.trim().to_lowercase()
}
