//! What can be said of phases by what stands in them: customers, figures, times and cards.

use super::kind::PhaseTitleKind;
use super::{Asked, Found, PhaseFigure};
use crate::insight::funnel::Loss;
use crate::insight::learned::{self, FindingKind, LOST_MIN, VOTES_MIN};
use crate::insight::metrics::standing;
use crate::insight::opportunities::leads_to;
use crate::insight::time::{Length, lengths};
use crate::insight::{Feelings, GapRule};
use crate::model::{
    Card, ChangeKind, Duration, Evidence, Id, Journey, LaneKind, Mark, Opportunity, Status, View,
    days, fitting,
};
use std::collections::HashMap;
use std::sync::Arc;

/// A loss of this part of those who come in is spoken of wherever it is.
pub(super) const HALF: f64 = 0.5;
/// Of fewer people nobody speaks in per cent.
pub(super) const PERCENT_OF_MIN: f64 = 10.0;

/// What stands in one phase.
#[derive(Default)]
struct InPhase<'a> {
    /// Cards that say how well founded they are: hypotheses, and others.
    hypotheses: usize,
    founded: usize,
    /// Something in it names a source.
    has_source: bool,
    touchpoints: usize,
    /// Marked as moments of truth.
    truths: Vec<&'a Arc<Card>>,
    /// Pain points that somebody has voted for.
    voted: Vec<&'a Arc<Card>>,
    /// Pain points, by their lane or else by their mark, with the places of their lanes.
    pains: Vec<(usize, &'a Arc<Card>)>,
    marked: Vec<(usize, &'a Arc<Card>)>,
    /// Cards with a figure.
    metrics: Vec<&'a Arc<Card>>,
    /// Points, by their places among all that are shown.
    felt: Vec<usize>,
}

/// What stands in each phase of a journey, as far as titles ask for it.
pub(super) struct PhaseCards<'a> {
    phases: Vec<InPhase<'a>>,
    /// The first lane of touchpoints that is shown, by its place.
    lane: Option<usize>,
}

impl<'a> PhaseCards<'a> {
    /// Goes once through the cards and points that are shown.
    pub(super) fn of(
        journey: &'a Journey,
        steps: &HashMap<&'a Id, usize>,
        feelings: &Feelings<'a>,
    ) -> Self {
        let mut phases: Vec<InPhase<'a>> = Vec::new();
        phases.resize_with(journey.phases.len(), InPhase::default);
        let view = View::default();
        let mut lane = None;
        for (place, model) in
            journey.lanes.iter().enumerate().filter(|(_, one)| view.shows_lane(one))
        {
            let touches = model.kind == LaneKind::Touchpoints;
            if touches {
                lane.get_or_insert(place);
            }
            let there = model.cards.iter().filter(|card| card.change != Some(ChangeKind::Removed));
            for card in there {
                let Some(&first) = steps.get(&card.step) else { continue };
                let until = card.until.as_ref().and_then(|until| steps.get(until));
                let last = until.copied().unwrap_or(first).max(first);
                if touches {
                    let spanned = phases.iter_mut().take(last + 1).skip(first);
                    spanned.for_each(|phase| phase.touchpoints += 1);
                }
                let Some(phase) = phases.get_mut(first) else { continue };
                phase.has_source |= !card.sources.is_empty();
                match &card.evidence {
                    Some(Evidence::Hypothesis) => phase.hypotheses += 1,
                    Some(Evidence::Partly | Evidence::Researched | Evidence::Other(_)) => {
                        phase.founded += 1;
                    }
                    None => {}
                }
                let says = !card.text.trim().is_empty();
                if says && card.marks.contains(&Mark::MomentOfTruth) {
                    phase.truths.push(card);
                }
                if says && model.kind == LaneKind::PainPoints {
                    phase.pains.push((place, card));
                    phase.voted.extend((card.votes > 0).then_some(card));
                } else if says && card.marks.contains(&Mark::PainPoint) {
                    phase.marked.push((place, card));
                }
                let figure = card.metric.as_ref().and_then(|metric| metric.value);
                if figure.is_some_and(f64::is_finite) {
                    phase.metrics.push(card);
                }
            }
        }
        for (at, felt) in feelings.points.iter().enumerate() {
            if let Some(phase) = phases.get_mut(felt.phase) {
                phase.felt.push(at);
                phase.has_source |= felt.point.source.is_some();
            }
        }
        Self { phases, lane }
    }

    /// Is nothing in the phase founded on anything, and something said to be believed?
    pub(super) fn is_hypothesis(&self, phase: usize) -> bool {
        let is =
            |phase: &InPhase<'_>| phase.hypotheses > 0 && phase.founded == 0 && !phase.has_source;
        self.phases.get(phase).is_some_and(is)
    }

    /// The points of a phase, by their places among all.
    pub(super) fn felt(&self, phase: usize) -> &[usize] {
        self.phases.get(phase).map_or(&[], |phase| phase.felt.as_slice())
    }
}

pub(super) fn largest_loss(asked: &Asked<'_>) -> Found {
    let funnel = asked.funnel.as_ref()?;
    let (phase, loss) = funnel.largest_loss()?;
    let is_told = loss.people >= LOST_MIN;
    is_told.then_some((phase, PhaseTitleKind::LargestLoss(loss, funnel.complete)))
}

/// What the phase loses, if it is enough to speak of.
pub(super) fn lost(asked: &Asked<'_>, phase: usize) -> Option<Loss> {
    asked.funnel.as_ref()?.phases.get(phase)?.loss().filter(|loss| loss.people >= LOST_MIN)
}

pub(super) fn loss(asked: &Asked<'_>, phase: usize) -> Option<PhaseTitleKind> {
    let loss = lost(asked, phase).filter(|loss| loss.people >= loss.of * HALF)?;
    Some(PhaseTitleKind::Loss(loss))
}

pub(super) fn largest_loop(asked: &Asked<'_>) -> Found {
    let (phase, found) = learned::largest_loop(asked.journey, &asked.steps)?;
    let FindingKind::LargestLoop(one) = found else { return None };
    let enter = asked.funnel.as_ref().and_then(|funnel| funnel.phases.get(phase)?.enter);
    let to = asked.place(one.to.as_ref()?)?;
    // A share of those who come to one of several steps is not one of the phase.
    let of_phase = asked.journey.phases.get(phase);
    let of_phase = of_phase.is_some_and(|it| it.id == one.from || it.steps.len() == 1);
    let is_told = of_phase
        && !one.reason.trim().is_empty()
        && enter.is_none_or(|enter| enter >= PERCENT_OF_MIN);
    is_told.then(|| (phase, PhaseTitleKind::LargestLoop(one.clone(), to)))
}

pub(super) fn off_target(asked: &Asked<'_>) -> Found {
    let (phase, found) = learned::off_target(asked.journey, &asked.steps)?;
    let FindingKind::OffTarget(card) = found else { return None };
    if super::as_title(&card.text).is_empty() {
        return None;
    }
    Some((phase, PhaseTitleKind::OffTarget(card.clone())))
}

/// The longest by how long phases take at most, where all but those that go on have a time.
pub(super) fn longest(asked: &Asked<'_>) -> Found {
    let mut times: Vec<(f64, usize, Duration)> = Vec::new();
    for (place, (length, phase)) in
        lengths(asked.journey).into_iter().zip(&asked.journey.phases).enumerate()
    {
        let Length::Days(exact) = length else {
            if length == Length::Ongoing {
                continue;
            }
            return None;
        };
        let said = phase.takes();
        let span = said.as_deref().and_then(days);
        // What the clock says comes before what the duration says.
        let own = span.filter(|(from, to)| ((from + to) / 2.0 - exact).abs() < 1e-9);
        match (own, said) {
            (Some((_, to)), Some(said)) => times.push((to, place, said.into_owned())),
            _ => times.push((exact, place, fitting(exact, exact))),
        }
    }
    if times.len() < 2 {
        return None;
    }
    times.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (first, second) = (times.first()?, times.get(1)?);
    // A tenth of a per cent is no difference.
    let alone = first.0 > second.0 * 1.001;
    alone.then(|| (first.1, PhaseTitleKind::Longest(first.2.clone())))
}

pub(super) fn most_votes(asked: &Asked<'_>, phase: usize) -> Option<PhaseTitleKind> {
    let voted = &asked.cards.phases.get(phase)?.voted;
    let most = voted.iter().max_by_key(|card| card.votes)?;
    let alone = voted.iter().filter(|card| card.votes == most.votes).count() == 1;
    (most.votes >= VOTES_MIN && alone).then(|| PhaseTitleKind::MostVotes((*most).clone()))
}

pub(super) fn moment_of_truth(asked: &Asked<'_>, phase: usize) -> Option<PhaseTitleKind> {
    match asked.cards.phases.get(phase)?.truths.as_slice() {
        [one] => Some(PhaseTitleKind::MomentOfTruth((*one).clone())),
        _ => None,
    }
}

/// There are touchpoints on the map and none in the phase, and nobody has said that this is as it is to
/// be. A lane that nobody has begun to fill says nothing.
pub(super) fn no_touchpoint(asked: &Asked<'_>, phase: usize) -> Option<PhaseTitleKind> {
    let lane = asked.cards.lane?;
    let count = |place: usize| asked.cards.phases.get(place).map_or(0, |one| one.touchpoints);
    let begun = (0..asked.journey.phases.len()).any(|place| count(place) > 0);
    let missing = begun && count(phase) == 0 && !is_waved_off(asked, phase);
    missing.then_some(PhaseTitleKind::NoTouchpoint(lane))
}

fn is_waved_off(asked: &Asked<'_>, phase: usize) -> bool {
    let Some(model) = asked.journey.phases.get(phase) else { return false };
    let rules = [GapRule::NoActivity, GapRule::FrictionWithoutActivity].map(GapRule::code);
    asked.journey.gaps_waved_off().any(|one| {
        let here = one.place.phase.as_ref() == Some(&model.id)
            || one.place.step.as_ref().is_some_and(|id| model.steps.iter().any(|it| it.id == *id));
        here && rules.contains(&one.rule.as_str())
    })
}

pub(super) fn goal(asked: &Asked<'_>, phase: usize) -> Option<PhaseTitleKind> {
    let goal = super::as_title(&asked.journey.phases.get(phase)?.goal);
    (!goal.is_empty()).then_some(PhaseTitleKind::Goal(goal))
}

/// The figure that stands beside a title: the one it speaks of, else the loss, else the metric that is
/// furthest off its target, else the first.
pub(super) fn figure(
    asked: &Asked<'_>,
    phase: usize,
    kind: &PhaseTitleKind,
) -> Option<PhaseFigure> {
    match kind {
        PhaseTitleKind::OffTarget(card) => return Some(PhaseFigure::Metric(card.clone())),
        PhaseTitleKind::LargestLoss(loss, _) | PhaseTitleKind::Loss(loss) => {
            return Some(PhaseFigure::Loss(*loss));
        }
        PhaseTitleKind::OnlyUnhappy(_)
        | PhaseTitleKind::WorstMoment(..)
        | PhaseTitleKind::BestMoment(..)
        | PhaseTitleKind::FurthestApart(_)
        | PhaseTitleKind::StepApart(..)
        | PhaseTitleKind::FallsMost(_)
        | PhaseTitleKind::TurnsUp(_)
        | PhaseTitleKind::Happiest(_)
        | PhaseTitleKind::LeastHappy(_)
        | PhaseTitleKind::AllHappy(_)
        | PhaseTitleKind::AllUnhappy(_)
        | PhaseTitleKind::LargestLoop(..)
        | PhaseTitleKind::Longest(_)
        | PhaseTitleKind::MostVotes(_)
        | PhaseTitleKind::MomentOfTruth(_)
        | PhaseTitleKind::NoTouchpoint(_)
        | PhaseTitleKind::Quote(_)
        | PhaseTitleKind::Goal(_)
        | PhaseTitleKind::Name => {}
    }
    if let Some(loss) = lost(asked, phase) {
        return Some(PhaseFigure::Loss(loss));
    }
    let metrics = &asked.cards.phases.get(phase)?.metrics;
    let off = |card: &Card| {
        let metric = card.metric.as_ref()?;
        let (value, target) = (metric.value?, metric.target.filter(|target| *target != 0.0)?);
        let is_bad = standing(metric)?.is_good() == Some(false);
        is_bad.then(|| ((value - target) / target).abs())
    };
    let first = metrics.first()?;
    // Of two as far off the first.
    let furthest = metrics.iter().rev().filter_map(|card| Some((off(card)?, card)));
    let furthest = furthest.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, card)| card);
    Some(PhaseFigure::Metric((*furthest.unwrap_or(first)).clone()))
}

/// A pain point with the place of its lane, and what heals it.
type PainAndCure = (Option<(usize, Arc<Card>)>, Option<Arc<Opportunity>>);

/// The pain point of a phase: one that is marked first, then that of most votes; and what heals it. One
/// that is the title itself is not said twice.
pub(super) fn pain(asked: &Asked<'_>, phase: usize, kind: &PhaseTitleKind) -> PainAndCure {
    let Some(here) = asked.cards.phases.get(phase) else { return (None, None) };
    let cure = |card: &Card| {
        let cure = leads_to(asked.project, card)?;
        (cure.status != Some(Status::Dropped)).then(|| cure.clone())
    };
    if let PhaseTitleKind::MostVotes(card) = kind {
        return (None, cure(card));
    }
    let rank = |card: &Card| (card.marks.contains(&Mark::PainPoint), card.votes);
    let most = |pains: &[(usize, &Arc<Card>)]| {
        let most = pains.iter().rev().max_by_key(|(_, card)| rank(card));
        most.map(|(lane, card)| (*lane, (*card).clone()))
    };
    let pain = most(&here.pains).or_else(|| most(&here.marked));
    let cure = pain.as_ref().and_then(|(_, card)| cure(card));
    (pain, cure)
}
