//! What did a map teach us? At most three findings, each with its proof, and what they rest on.
//!
//! A finding is a sentence that is true of one phase and of no other. Where its proof is missing, where
//! two phases tie, or where it is too small to speak of, it is none: then the next is tried. The
//! constants are where a room would begin to doubt the word.

mod finding_words;
pub(super) mod sentence;

use super::feelings::{Feelings, FeltPoint, as_written, is_happy, is_unhappy};
use super::funnel::{Loss, funnel};
use super::metrics::standing;
use super::moments::{MomentKind, moments};
use super::research::{cards_of_themes, gathers};
use crate::model::{
    Card, Id, Journey, Lane, LaneKind, Project, SourceKind, Transition, TransitionKind, View,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

pub use finding_words::{finding_said, finding_sentence, learned_title, rests_said};
pub use sentence::Sentence;

/// So many findings are told at most.
pub const FINDINGS_MAX: usize = 3;
/// A loss of fewer people is none to speak of.
pub(super) const LOST_MIN: f64 = 5.0;
/// A moment this far from the middle is one.
const MOMENT_MIN: f64 = 1.0;
/// Personas further apart than this differ.
const APART_MIN: f64 = 1.0;
/// A metric this part of its target off it is off.
pub(super) const OFF_MIN: f64 = 0.2;
/// A pain point of fewer votes is one of many.
pub(super) const VOTES_MIN: u32 = 3;
/// Fewer who go back are no loop to speak of, in per cent.
const LOOP_MIN: f64 = 10.0;

/// Something a map shows, in one of its phases.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The phase, by its place.
    pub phase: usize,
    /// What is shown.
    pub what: FindingKind,
    /// What it rests on.
    pub rests_on: Founded,
}

/// What a finding shows, with its proof.
#[derive(Clone, Debug, PartialEq)]
pub enum FindingKind {
    /// More customers do not go on than from any other phase; of all that are known, or of all.
    LargestLoss(Loss, bool),
    /// All are unhappy here and nowhere else: each with the mean.
    OnlyUnhappy(Vec<(Option<Id>, f64)>),
    /// The lowest point of all.
    WorstMoment(FeltPoint),
    /// The highest point of all.
    BestMoment(FeltPoint),
    /// They are furthest apart here: who feels best, and who worst, each with the mean.
    FurthestApart([(Id, f64); 2]),
    /// A figure furthest off its target.
    OffTarget(Arc<Card>),
    /// The pain point of most votes.
    MostVotes(Arc<Card>),
    /// Most customers go back from here.
    LargestLoop(Arc<Transition>),
}

impl FindingKind {
    /// The moment it is, if it is one.
    pub fn moment(&self) -> Option<&FeltPoint> {
        match self {
            Self::WorstMoment(point) | Self::BestMoment(point) => Some(point),
            Self::LargestLoss(..)
            | Self::OnlyUnhappy(_)
            | Self::FurthestApart(_)
            | Self::OffTarget(_)
            | Self::MostVotes(_)
            | Self::LargestLoop(_) => None,
        }
    }
}

/// How many sources something rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Founded {
    /// Sources of any kind.
    pub sources: usize,
    /// Interviews among them.
    pub interviews: usize,
}

/// What a map has taught.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Learned {
    /// Its findings: see [`learned()`].
    pub findings: Vec<Finding>,
    /// What all of it rests on.
    pub rests_on: Founded,
}

impl Learned {
    /// What the map of `journey` teaches.
    pub fn of(project: &Project, journey: &Journey) -> Self {
        let findings = learned(project, journey);
        Self { findings, rests_on: map_rests_on(project, journey) }
    }
}

/// What the map of `journey` teaches, in the order of its phases; fewer than two findings are none.
/// Reads the whole map: [`KeptInsights`](super::KeptInsights) keeps it while it stays the same.
pub fn learned(project: &Project, journey: &Journey) -> Vec<Finding> {
    let feelings = Feelings::of(journey, &View::default());
    let steps = journey.phases_by_step();
    let tried = [
        largest_loss(journey),
        only_unhappy(&feelings, journey.phases.len()),
        moment(&feelings, MomentKind::Worst),
        furthest_apart(&feelings),
        off_target(journey, &steps),
        most_votes(journey, &steps),
        largest_loop(journey, &steps),
        moment(&feelings, MomentKind::Best),
    ];
    let tried: Vec<(usize, FindingKind)> = tried.into_iter().flatten().collect();
    // Each of another phase where that can be.
    let mut phases = HashSet::new();
    let (first, later): (Vec<_>, Vec<_>) =
        tried.into_iter().partition(|(phase, _)| phases.insert(*phase));
    let mut found: Vec<_> = first.into_iter().chain(later).take(FINDINGS_MAX).collect();
    if found.len() < 2 {
        return Vec::new();
    }
    found.sort_by_key(|(phase, _)| *phase);
    let cited = cited(project, journey);
    let finding = |(phase, what): (usize, FindingKind)| {
        let rests_on = match what.moment().and_then(|felt| felt.point.source.as_ref()) {
            Some(source) => founded(project, std::iter::once(source)),
            None => {
                let here = cited.iter().filter(|(step, _)| steps.get(step) == Some(&phase));
                founded(project, here.map(|(_, source)| *source))
            }
        };
        Finding { phase, what, rests_on }
    };
    found.into_iter().map(finding).collect()
}

/// What all of a map rests on.
pub fn map_rests_on(project: &Project, journey: &Journey) -> Founded {
    founded(project, cited(project, journey).into_iter().map(|(_, source)| source))
}

fn founded<'a>(project: &Project, named: impl Iterator<Item = &'a Id>) -> Founded {
    let named: HashSet<&Id> = named.collect();
    let sources = project.sources.iter().filter(|source| named.contains(&source.id));
    let mut founded = Founded::default();
    for source in sources {
        founded.sources += 1;
        founded.interviews += usize::from(source.kind == Some(SourceKind::Interview));
    }
    founded
}

/// The sources that cards and points name, each with the step where it is named.
fn cited<'a>(project: &Project, journey: &'a Journey) -> Vec<(&'a Id, &'a Id)> {
    let gathering = cards_of_themes(project);
    let mut cited = Vec::new();
    for lane in &journey.lanes {
        cited.extend(cited_by(lane, &lane.cards, &gathering));
        let points = lane.points.iter();
        cited.extend(points.filter_map(|point| Some((&point.step, point.source.as_ref()?))));
    }
    cited
}

/// The same by these cards of a lane. `of_themes`: see [`cards_of_themes`].
pub(super) fn cited_by<'a>(
    lane: &'a Lane,
    cards: &'a [Arc<Card>],
    of_themes: &HashSet<&Id>,
) -> impl Iterator<Item = (&'a Id, &'a Id)> {
    let cards = cards.iter().filter(|card| !card.sources.is_empty());
    let cards = cards.filter(|card| !gathers(lane, card, of_themes));
    cards.flat_map(|card| card.sources.iter().map(|source| (&card.step, source)))
}

/// A finding with the place of its phase; none: there is none.
pub(super) type PhaseFinding = Option<(usize, FindingKind)>;

pub(super) fn largest_loss(journey: &Journey) -> PhaseFinding {
    let funnel = funnel(journey)?;
    let (phase, loss) = funnel.largest_loss()?;
    (loss.people >= LOST_MIN).then_some((phase, FindingKind::LargestLoss(loss, funnel.complete)))
}

pub(super) fn only_unhappy(feelings: &Feelings<'_>, phases: usize) -> PhaseFinding {
    let all = feelings.asked();
    let means = |phase: usize| -> Option<Vec<(Option<Id>, f64)>> {
        let mean = |who: usize| {
            Some((feelings.personas.get(who)?.cloned(), feelings.in_phase(who, phase)?))
        };
        let means: Vec<_> = all.iter().map(|who| mean(*who)).collect::<Option<_>>()?;
        let unhappy = !means.is_empty() && means.iter().all(|(_, mean)| is_unhappy(*mean));
        unhappy.then_some(means)
    };
    let mut found = (0..phases).filter_map(|phase| Some((phase, means(phase)?)));
    let (phase, means) = found.next()?;
    found.next().is_none().then_some((phase, FindingKind::OnlyUnhappy(means)))
}

pub(super) fn moment(feelings: &Feelings<'_>, kind: MomentKind) -> PhaseFinding {
    let moment = moments(feelings).into_iter().find(|moment| moment.kind == kind)?;
    let felt = moment.felt;
    let far = as_written(felt.value()).abs() >= MOMENT_MIN;
    let what = match kind {
        MomentKind::Worst => FindingKind::WorstMoment((&felt).into()),
        MomentKind::Best => FindingKind::BestMoment((&felt).into()),
        MomentKind::Highest | MomentKind::Lowest => return None,
    };
    far.then_some((felt.phase, what))
}

pub(super) fn furthest_apart(feelings: &Feelings<'_>) -> PhaseFinding {
    let phase = feelings.furthest()?;
    let apart = feelings.apart(phase)?;
    let one = |who: &[usize]| {
        let [who] = who else { return None };
        let persona = feelings.personas.get(*who).copied().flatten()?;
        Some((persona.clone(), feelings.in_phase(*who, phase)?))
    };
    let (best, worst) = (one(&apart.high)?, one(&apart.low)?);
    let differ = as_written(apart.gap) > APART_MIN && is_happy(best.1) && is_unhappy(worst.1);
    differ.then_some((phase, FindingKind::FurthestApart([best, worst])))
}

/// The cards of lanes that are shown for which `told` has a figure, with it and the places of their
/// phases.
fn told_cards<'a>(
    journey: &'a Journey,
    steps: &HashMap<&Id, usize>,
    told: impl Fn(&Lane, &Card) -> Option<f64>,
) -> impl Iterator<Item = (f64, (usize, &'a Arc<Card>))> {
    let lanes = journey.lanes.iter().filter(|lane| !lane.hidden);
    let cards = lanes.flat_map(|lane| lane.cards.iter().map(move |card| (lane, card)));
    cards.filter_map(move |(lane, card)| {
        let told = told(lane, card)?;
        Some((told, (*steps.get(&card.step)?, card)))
    })
}

/// The one of most; none where two are alike.
fn most<T>(rows: impl Iterator<Item = (f64, T)>) -> Option<T> {
    let mut rows: Vec<(f64, T)> = rows.collect();
    rows.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let tie = rows.get(1).is_some_and(|(second, _)| *second == rows[0].0);
    rows.into_iter().next().filter(|_| !tie).map(|(_, one)| one)
}

/// Which part of its target a figure is off it, where that is enough to speak of.
pub(super) fn off_by(card: &Card) -> Option<f64> {
    let metric = card.metric.as_ref()?;
    let (value, target) = (metric.value?, metric.target.filter(|target| *target != 0.0)?);
    let is_bad = standing(metric)?.is_good() == Some(false);
    let share = ((value - target) / target).abs();
    (is_bad && share >= OFF_MIN).then_some(share)
}

/// The votes of a pain point, where there are enough to speak of.
pub(super) fn pain_votes(lane: &Lane, card: &Card) -> Option<f64> {
    let is_told = lane.kind == LaneKind::PainPoints && card.votes >= VOTES_MIN;
    (is_told && !card.text.trim().is_empty()).then_some(f64::from(card.votes))
}

pub(super) fn off_target(journey: &Journey, steps: &HashMap<&Id, usize>) -> PhaseFinding {
    most(told_cards(journey, steps, |_, card| off_by(card)))
        .map(|(phase, card)| (phase, FindingKind::OffTarget(card.clone())))
}

fn most_votes(journey: &Journey, steps: &HashMap<&Id, usize>) -> PhaseFinding {
    most(told_cards(journey, steps, pain_votes))
        .map(|(phase, card)| (phase, FindingKind::MostVotes(card.clone())))
}

pub(super) fn largest_loop(journey: &Journey, steps: &HashMap<&Id, usize>) -> PhaseFinding {
    loop_of(journey, steps, LOOP_MIN)
}

/// The same, where at least so many per cent go back.
pub(super) fn loop_of(journey: &Journey, steps: &HashMap<&Id, usize>, least: f64) -> PhaseFinding {
    let place = |id: &Id| {
        let phase = journey.phases.index_where(|phase| phase.id == *id);
        phase.or_else(|| steps.get(id).copied())
    };
    let loops = journey.transitions.iter().filter_map(|one| {
        let (from, to) = (place(&one.from)?, place(one.to.as_ref()?)?);
        let back = match &one.kind {
            Some(kind) => *kind == TransitionKind::LoopBack,
            None => to < from,
        };
        let share = one.share.filter(|share| back && to < from && *share >= least)?;
        Some((share, (from, one)))
    });
    most(loops).map(|(phase, one)| (phase, FindingKind::LargestLoop(one.clone())))
}
