//! What did a map teach us? At most three findings, each with its proof, and what they rest on.
//!
//! A finding is a sentence that is true of one phase and of no other. Where its proof is missing, where
//! two phases tie, or where it is too small to speak of, it is none: then the next is tried. The
//! constants are where a room would begin to doubt the word.

mod finding_words;
pub(super) mod sentence;

use super::feelings::{Feelings, Felt, as_written, is_happy, is_unhappy};
use super::funnel::{Loss, funnel};
use super::metrics::standing;
use super::moments::{MomentKind, moments};
use super::research::{cards_of_themes, gathers};
use crate::model::{
    Card, Id, Journey, LaneKind, Project, SourceKind, Transition, TransitionKind, View,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

pub use finding_words::{finding_said, finding_sentence, learned_title, rests_said};
pub use sentence::Sentence;

/// So many findings are told at most.
pub const FINDINGS_MAX: usize = 3;
/// A loss of fewer people is none to speak of.
const LOST_MIN: f64 = 5.0;
/// A moment this far from the middle is one.
const MOMENT_MIN: f64 = 1.0;
/// Personas further apart than this differ.
const APART_MIN: f64 = 1.0;
/// A metric this part of its target off it is off.
const OFF_MIN: f64 = 0.2;
/// A pain point of fewer votes is one of many.
const VOTES_MIN: u32 = 3;
/// Fewer who go back are no loop to speak of, in per cent.
const LOOP_MIN: f64 = 10.0;

/// Something a map shows, in one of its phases.
#[derive(Clone, Debug)]
pub struct Finding<'a> {
    /// The phase, by its place.
    pub phase: usize,
    /// What is shown.
    pub what: FindingKind<'a>,
    /// What it rests on.
    pub rests_on: Founded,
}

/// What a finding shows, with its proof.
#[derive(Clone, Debug)]
pub enum FindingKind<'a> {
    /// More customers do not go on than from any other phase; of all that are known, or of all.
    LargestLoss(Loss, bool),
    /// All are unhappy here and nowhere else: each with the mean.
    OnlyUnhappy(Vec<(Option<&'a Id>, f64)>),
    /// The lowest point of all.
    WorstMoment(Felt<'a>),
    /// The highest point of all.
    BestMoment(Felt<'a>),
    /// They are furthest apart here: who feels best, and who worst, each with the mean.
    FurthestApart([(&'a Id, f64); 2]),
    /// A figure furthest off its target.
    OffTarget(&'a Arc<Card>),
    /// The pain point of most votes.
    MostVotes(&'a Arc<Card>),
    /// Most customers go back from here.
    LargestLoop(&'a Arc<Transition>),
}

impl<'a> FindingKind<'a> {
    /// The moment it is, if it is one.
    pub fn moment(&self) -> Option<&Felt<'a>> {
        match self {
            Self::WorstMoment(felt) | Self::BestMoment(felt) => Some(felt),
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

/// What the map of `journey` teaches, in the order of its phases; fewer than two findings are none.
pub fn learned<'a>(project: &Project, journey: &'a Journey) -> Vec<Finding<'a>> {
    let feelings = Feelings::of(journey, &View::default());
    let steps: HashMap<&Id, usize> =
        journey.steps().map(|(phase, step)| (&step.id, phase)).collect();
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
    let tried: Vec<(usize, FindingKind<'a>)> = tried.into_iter().flatten().collect();
    // Each of another phase where that can be.
    let mut phases = HashSet::new();
    let (first, later): (Vec<_>, Vec<_>) =
        tried.into_iter().partition(|(phase, _)| phases.insert(*phase));
    let mut found: Vec<_> = first.into_iter().chain(later).take(FINDINGS_MAX).collect();
    if found.len() < 2 {
        return Vec::new();
    }
    found.sort_by_key(|(phase, _)| *phase);
    let finding = |(phase, what): (usize, FindingKind<'a>)| {
        let rests_on = match what.moment().and_then(|felt| felt.point.source.as_ref()) {
            Some(source) => founded(project, std::iter::once(source)),
            None => founded(project, sources_of(project, journey, &steps, Some(phase))),
        };
        Finding { phase, what, rests_on }
    };
    found.into_iter().map(finding).collect()
}

/// What all of a map rests on.
pub fn map_rests_on(project: &Project, journey: &Journey) -> Founded {
    founded(project, sources_of(project, journey, &HashMap::new(), None))
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

/// The sources that cards and points name, of a phase or of all.
fn sources_of<'a>(
    project: &'a Project,
    journey: &'a Journey,
    steps: &HashMap<&Id, usize>,
    phase: Option<usize>,
) -> impl Iterator<Item = &'a Id> {
    let is_there = move |step: &Id| phase.is_none() || steps.get(step).copied() == phase;
    let mut named = Vec::new();
    let gathering = cards_of_themes(project);
    for lane in &journey.lanes {
        let cards = lane.cards.iter().filter(|card| is_there(&card.step));
        let cards = cards.filter(|card| !gathers(lane, card, &gathering));
        named.extend(cards.flat_map(|card| &card.sources));
        let points = lane.points.iter().filter(|point| is_there(&point.step));
        named.extend(points.filter_map(|point| point.source.as_ref()));
    }
    named.into_iter()
}

type Found<'a> = Option<(usize, FindingKind<'a>)>;

fn largest_loss(journey: &Journey) -> Found<'static> {
    let funnel = funnel(journey)?;
    let (phase, loss) = funnel.largest_loss()?;
    (loss.people >= LOST_MIN).then_some((phase, FindingKind::LargestLoss(loss, funnel.complete)))
}

fn only_unhappy<'a>(feelings: &Feelings<'a>, phases: usize) -> Found<'a> {
    let all = 0..feelings.personas.len();
    let means = |phase: usize| -> Option<Vec<(Option<&'a Id>, f64)>> {
        let mean = |who: usize| Some((feelings.personas[who], feelings.in_phase(who, phase)?));
        let means: Vec<_> = all.clone().map(mean).collect::<Option<_>>()?;
        let unhappy = !means.is_empty() && means.iter().all(|(_, mean)| is_unhappy(*mean));
        unhappy.then_some(means)
    };
    let mut found = (0..phases).filter_map(|phase| Some((phase, means(phase)?)));
    let (phase, means) = found.next()?;
    found.next().is_none().then_some((phase, FindingKind::OnlyUnhappy(means)))
}

fn moment<'a>(feelings: &Feelings<'a>, kind: MomentKind) -> Found<'a> {
    let moment = moments(feelings).into_iter().find(|moment| moment.kind == kind)?;
    let felt = moment.felt;
    let far = as_written(felt.value()).abs() >= MOMENT_MIN;
    let what = match kind {
        MomentKind::Worst => FindingKind::WorstMoment(felt),
        MomentKind::Best => FindingKind::BestMoment(felt),
        MomentKind::Highest | MomentKind::Lowest => return None,
    };
    far.then_some((felt.phase, what))
}

fn furthest_apart<'a>(feelings: &Feelings<'a>) -> Found<'a> {
    let phase = feelings.furthest()?;
    let apart = feelings.apart(phase)?;
    let one = |who: &[usize]| {
        let [who] = who else { return None };
        Some((feelings.personas[*who]?, feelings.in_phase(*who, phase)?))
    };
    let (best, worst) = (one(&apart.high)?, one(&apart.low)?);
    let differ = as_written(apart.gap) > APART_MIN && is_happy(best.1) && is_unhappy(worst.1);
    differ.then_some((phase, FindingKind::FurthestApart([best, worst])))
}

/// The cards of lanes that are shown, with the places of their phases.
fn cards<'a>(
    journey: &'a Journey,
    steps: &HashMap<&Id, usize>,
    is_of: impl Fn(&LaneKind) -> bool,
) -> impl Iterator<Item = (usize, &'a Arc<Card>)> {
    let lanes = journey.lanes.iter().filter(move |lane| !lane.hidden && is_of(&lane.kind));
    let cards = lanes.flat_map(|lane| lane.cards.iter());
    cards.filter_map(|card| Some((*steps.get(&card.step)?, card)))
}

/// The one of most; none where two are alike.
fn most<T>(rows: impl Iterator<Item = (f64, T)>) -> Option<T> {
    let mut rows: Vec<(f64, T)> = rows.collect();
    rows.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let tie = rows.get(1).is_some_and(|(second, _)| *second == rows[0].0);
    rows.into_iter().next().filter(|_| !tie).map(|(_, one)| one)
}

fn off_target<'a>(journey: &'a Journey, steps: &HashMap<&Id, usize>) -> Found<'a> {
    let off = cards(journey, steps, |_| true).filter_map(|(phase, card)| {
        let metric = card.metric.as_ref()?;
        let (value, target) = (metric.value?, metric.target.filter(|target| *target != 0.0)?);
        let is_bad = standing(metric)?.is_good() == Some(false);
        let share = ((value - target) / target).abs();
        (is_bad && share >= OFF_MIN).then_some((share, (phase, card)))
    });
    most(off).map(|(phase, card)| (phase, FindingKind::OffTarget(card)))
}

fn most_votes<'a>(journey: &'a Journey, steps: &HashMap<&Id, usize>) -> Found<'a> {
    let pains = cards(journey, steps, |kind| *kind == LaneKind::PainPoints);
    let voted = pains.filter(|(_, card)| card.votes >= VOTES_MIN && !card.text.trim().is_empty());
    most(voted.map(|(phase, card)| (f64::from(card.votes), (phase, card))))
        .map(|(phase, card)| (phase, FindingKind::MostVotes(card)))
}

fn largest_loop<'a>(journey: &'a Journey, steps: &HashMap<&Id, usize>) -> Found<'a> {
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
        let share = one.share.filter(|share| back && to < from && *share >= LOOP_MIN)?;
        Some((share, (from, one)))
    });
    most(loops).map(|(phase, one)| (phase, FindingKind::LargestLoop(one)))
}
