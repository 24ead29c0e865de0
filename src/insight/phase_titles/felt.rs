//! What can be said of phases by what personas feel in them.

use super::kind::{PhaseTitleKind, TitleMean};
use super::{Asked, Found};
use crate::insight::feelings::{FeltPoint, as_written, is_happy, is_unhappy};
use crate::insight::learned::{self, FindingKind};
use crate::insight::moments::MomentKind;
use crate::model::Id;
use std::collections::HashSet;

/// In a step two are this far apart, or it is not spoken of.
pub(super) const STEP_APART_MIN: f64 = 2.0;
/// The feeling of all falls by this much, or it does not fall.
pub(super) const FALL_MIN: f64 = 1.0;
/// Of so many phases one can be a persona's own highest or lowest.
pub(super) const OWN_PHASES_MIN: usize = 3;
/// Means are sums of hundredths: closer than this is the same.
const CLOSE: f64 = 1e-9;

fn one(persona: &Id, mean: f64) -> TitleMean {
    TitleMean { persona: persona.clone(), mean }
}

fn both([best, worst]: [(&Id, f64); 2]) -> [TitleMean; 2] {
    [one(best.0, best.1), one(worst.0, worst.1)]
}

/// What all of them feel in a phase, only where each has a name and a point there.
fn means(asked: &Asked<'_>, phase: usize) -> Option<Vec<TitleMean>> {
    let feelings = &asked.feelings;
    let mean = |who: usize| {
        let persona = feelings.personas.get(who).copied().flatten()?;
        Some(one(persona, feelings.in_phase(who, phase)?))
    };
    let means: Option<Vec<TitleMean>> = feelings.named().into_iter().map(mean).collect();
    means.filter(|means| !means.is_empty())
}

pub(super) fn only_unhappy(asked: &Asked<'_>) -> Found {
    let (phase, _) = learned::only_unhappy(&asked.feelings, asked.journey.phases.len())?;
    Some((phase, PhaseTitleKind::OnlyUnhappy(means(asked, phase)?)))
}

pub(super) fn worst_moment(asked: &Asked<'_>) -> Found {
    let (phase, point, of_all) = moment(asked, MomentKind::Worst)?;
    Some((phase, PhaseTitleKind::WorstMoment(point, of_all)))
}

pub(super) fn best_moment(asked: &Asked<'_>) -> Found {
    let (phase, point, of_all) = moment(asked, MomentKind::Best)?;
    Some((phase, PhaseTitleKind::BestMoment(point, of_all)))
}

/// The moment of this kind, and whether there is a point in each phase.
fn moment(asked: &Asked<'_>, kind: MomentKind) -> Option<(usize, FeltPoint, bool)> {
    let (phase, found) = learned::moment(&asked.feelings, kind)?;
    let point = found.moment()?.clone();
    let felt: HashSet<usize> = asked.feelings.points.iter().map(|felt| felt.phase).collect();
    Some((phase, point, felt.len() == asked.journey.phases.len()))
}

pub(super) fn furthest_apart(asked: &Asked<'_>) -> Found {
    match learned::furthest_apart(&asked.feelings)? {
        (phase, FindingKind::FurthestApart(two)) => {
            let [best, worst] = &two;
            let two = [(&best.0, best.1), (&worst.0, worst.1)];
            Some((phase, PhaseTitleKind::FurthestApart(both(two))))
        }
        (
            _,
            FindingKind::LargestLoss(..)
            | FindingKind::OnlyUnhappy(_)
            | FindingKind::WorstMoment(_)
            | FindingKind::BestMoment(_)
            | FindingKind::OffTarget(_)
            | FindingKind::MostVotes(_)
            | FindingKind::LargestLoop(_),
        ) => None,
    }
}

/// The steps with a title in which one is happy and another unhappy, the furthest apart first.
pub(super) fn steps_apart(asked: &Asked<'_>) -> Vec<(usize, PhaseTitleKind)> {
    let feelings = &asked.feelings;
    let steps = asked.journey.steps().enumerate();
    let found = steps.filter(|(_, (_, step))| !step.title.trim().is_empty());
    let found = found.filter_map(|(place, (phase, step))| {
        let apart = feelings.apart_in_step(place)?;
        let end = |who: &[usize]| {
            let [who] = who else { return None };
            Some((feelings.personas.get(*who).copied().flatten()?, feelings.in_step(*who, place)?))
        };
        let (best, worst) = (end(&apart.high)?, end(&apart.low)?);
        let differ = apart.gap > STEP_APART_MIN - CLOSE && is_happy(best.1) && is_unhappy(worst.1);
        let kind = || PhaseTitleKind::StepApart(step.id.clone(), both([best, worst]));
        differ.then(|| (apart.gap, (phase, kind())))
    });
    let mut found: Vec<(f64, (usize, PhaseTitleKind))> = found.collect();
    // Those that tie are told in their order.
    found.sort_by(|a, b| as_written(b.0).total_cmp(&as_written(a.0)));
    found.into_iter().map(|(_, found)| found).collect()
}

/// What all feel in each phase and in the one before it.
fn changes(asked: &Asked<'_>) -> impl Iterator<Item = (usize, [f64; 2])> {
    let all = |phase: usize| asked.feelings.of_all(phase);
    (1..asked.journey.phases.len())
        .filter_map(move |phase| Some((phase, [all(phase - 1)?, all(phase)?])))
}

pub(super) fn falls_most(asked: &Asked<'_>) -> Found {
    let falls = || changes(asked).map(|(phase, both)| (both[0] - both[1], phase, both));
    let (most, phase, both) = falls().max_by(|a, b| a.0.total_cmp(&b.0))?;
    let same = falls().filter(|(fall, ..)| as_written(*fall) == as_written(most)).count();
    let falls = most > FALL_MIN - CLOSE && same == 1;
    falls.then_some((phase, PhaseTitleKind::FallsMost(both)))
}

pub(super) fn turns(asked: &Asked<'_>) -> Found {
    let (phase, both) =
        changes(asked).find(|(_, [before, here])| is_unhappy(*before) && is_happy(*here))?;
    Some((phase, PhaseTitleKind::TurnsUp(both)))
}

/// Each persona's own highest and lowest phase, those first that are furthest from her next one. Two
/// that are as far from theirs in the same phase are both left out.
pub(super) fn own_ends(asked: &Asked<'_>) -> Vec<(usize, PhaseTitleKind)> {
    let feelings = &asked.feelings;
    let mut found: Vec<(f64, usize, PhaseTitleKind)> = Vec::new();
    for who in feelings.named() {
        let Some(persona) = feelings.personas.get(who).copied().flatten() else { continue };
        let phases = 0..asked.journey.phases.len();
        let mut means: Vec<(f64, usize)> =
            phases.filter_map(|phase| Some((feelings.in_phase(who, phase)?, phase))).collect();
        if means.len() < OWN_PHASES_MIN {
            continue;
        }
        means.sort_by(|a, b| a.0.total_cmp(&b.0));
        let end = |at: Option<usize>| at.and_then(|at| means.get(at)).copied();
        let ends = [Some(0), Some(1), means.len().checked_sub(2), means.len().checked_sub(1)];
        let [Some(low), Some(higher), Some(lower), Some(high)] = ends.map(end) else { continue };
        // Who is never better off than in another phase is not at their best here.
        let points = || feelings.points.iter().filter(|felt| felt.persona == Some(persona));
        let best = points().map(|felt| felt.value()).fold(f64::MIN, f64::max);
        let worst = points().map(|felt| felt.value()).fold(f64::MAX, f64::min);
        let has = |value: f64, phase: usize| {
            points().any(|felt| felt.phase == phase && felt.value() == value)
        };
        let is_best = has(best, high.1) && is_happy(high.0);
        let is_worst = has(worst, low.1) && is_unhappy(low.0);
        if is_best && as_written(high.0) > as_written(lower.0) {
            let kind = PhaseTitleKind::Happiest(one(persona, high.0));
            found.push((high.0 - lower.0, high.1, kind));
        }
        if is_worst && as_written(low.0) < as_written(higher.0) {
            let kind = PhaseTitleKind::LeastHappy(one(persona, low.0));
            found.push((higher.0 - low.0, low.1, kind));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let ties = |one: &(f64, usize, PhaseTitleKind)| {
        let same = |other: &&(f64, usize, PhaseTitleKind)| {
            other.1 == one.1 && as_written(other.0) == as_written(one.0)
        };
        found.iter().filter(same).count() > 1
    };
    let found: Vec<_> = found.iter().filter(|one| !ties(one)).collect();
    found.into_iter().map(|(_, phase, kind)| (*phase, kind.clone())).collect()
}

pub(super) fn all_alike(asked: &Asked<'_>, phase: usize) -> Option<PhaseTitleKind> {
    let means = means(asked, phase)?;
    if means.iter().all(|one| is_happy(one.mean)) {
        return Some(PhaseTitleKind::AllHappy(means));
    }
    means.iter().all(|one| is_unhappy(one.mean)).then_some(PhaseTitleKind::AllUnhappy(means))
}
