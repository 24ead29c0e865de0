//! What the title of a phase can say, each with its proof.

use crate::insight::feelings::FeltPoint;
use crate::insight::funnel::Loss;
use crate::model::{Card, Duration, Evidence, Id, Transition};
use std::sync::Arc;

/// What a persona feels in a phase or a step.
#[derive(Clone, Debug, PartialEq)]
pub struct TitleMean {
    /// Who.
    pub persona: Id,
    /// The mean, −2 to +2.
    pub mean: f64,
}

/// What the title of a phase says, with what shows that it is true.
#[derive(Clone, Debug, PartialEq)]
pub enum PhaseTitleKind {
    /// All are unhappy here and nowhere else.
    OnlyUnhappy(Vec<TitleMean>),
    /// More customers do not go on than from any other phase; of all, or of all that are known.
    LargestLoss(Loss, bool),
    /// The lowest point of all; of all phases, or of those that have points.
    WorstMoment(FeltPoint, bool),
    /// The highest point of all; likewise.
    BestMoment(FeltPoint, bool),
    /// They are furthest apart here: who feels best, and who worst.
    FurthestApart([TitleMean; 2]),
    /// In this step one is happy and another unhappy.
    StepApart(Id, [TitleMean; 2]),
    /// The feeling of all falls more than anywhere else: the phase before, and here.
    FallsMost([f64; 2]),
    /// The feeling of all goes from unhappy to happy for the first time.
    TurnsUp([f64; 2]),
    /// She feels better here than in any other phase.
    Happiest(TitleMean),
    /// She feels worse here than in any other phase.
    LeastHappy(TitleMean),
    /// All are happy here.
    AllHappy(Vec<TitleMean>),
    /// All are unhappy here.
    AllUnhappy(Vec<TitleMean>),
    /// At least half of the customers do not go on.
    Loss(Loss),
    /// Most customers go back from here, to the phase at this place.
    LargestLoop(Arc<Transition>, usize),
    /// A figure furthest off its target.
    OffTarget(Arc<Card>),
    /// It takes longer than any other phase.
    Longest(Duration),
    /// The pain point of most votes in the phase.
    MostVotes(Arc<Card>),
    /// The moment of truth of the phase.
    MomentOfTruth(Arc<Card>),
    /// We do not meet the customer here: the lane of touchpoints, by its place, is empty.
    NoTouchpoint(usize),
    /// What is said here.
    Quote(FeltPoint),
    /// What the customer wants to reach.
    Goal(String),
    /// Only its name.
    Name,
}

impl PhaseTitleKind {
    /// Is what it says good? None: neither.
    pub fn is_good(&self) -> Option<bool> {
        match self {
            Self::BestMoment(..) | Self::TurnsUp(_) | Self::Happiest(_) | Self::AllHappy(_) => {
                Some(true)
            }
            Self::OnlyUnhappy(_)
            | Self::LargestLoss(..)
            | Self::WorstMoment(..)
            | Self::FallsMost(_)
            | Self::LeastHappy(_)
            | Self::AllUnhappy(_)
            | Self::Loss(_)
            | Self::LargestLoop(..)
            | Self::OffTarget(_)
            | Self::MostVotes(_)
            | Self::NoTouchpoint(_) => Some(false),
            Self::FurthestApart(_)
            | Self::StepApart(..)
            | Self::Longest(_)
            | Self::MomentOfTruth(_)
            | Self::Quote(_)
            | Self::Goal(_)
            | Self::Name => None,
        }
    }

    /// Does it say that something is more so here than anywhere else?
    pub(super) fn is_superlative(&self) -> bool {
        match self {
            Self::OnlyUnhappy(_)
            | Self::LargestLoss(..)
            | Self::WorstMoment(..)
            | Self::BestMoment(..)
            | Self::FurthestApart(_)
            | Self::Longest(_) => true,
            Self::StepApart(..)
            | Self::FallsMost(_)
            | Self::TurnsUp(_)
            | Self::Happiest(_)
            | Self::LeastHappy(_)
            | Self::AllHappy(_)
            | Self::AllUnhappy(_)
            | Self::Loss(_)
            | Self::LargestLoop(..)
            | Self::OffTarget(_)
            | Self::MostVotes(_)
            | Self::MomentOfTruth(_)
            | Self::NoTouchpoint(_)
            | Self::Quote(_)
            | Self::Goal(_)
            | Self::Name => false,
        }
    }

    /// Whose own highest or lowest feeling it is; none: it is of nobody alone.
    pub(super) fn persona(&self) -> Option<&Id> {
        match self {
            Self::Happiest(one) | Self::LeastHappy(one) => Some(&one.persona),
            Self::OnlyUnhappy(_)
            | Self::LargestLoss(..)
            | Self::WorstMoment(..)
            | Self::BestMoment(..)
            | Self::FurthestApart(_)
            | Self::StepApart(..)
            | Self::FallsMost(_)
            | Self::TurnsUp(_)
            | Self::AllHappy(_)
            | Self::AllUnhappy(_)
            | Self::Loss(_)
            | Self::LargestLoop(..)
            | Self::OffTarget(_)
            | Self::Longest(_)
            | Self::MostVotes(_)
            | Self::MomentOfTruth(_)
            | Self::NoTouchpoint(_)
            | Self::Quote(_)
            | Self::Goal(_)
            | Self::Name => None,
        }
    }

    /// Does only a hypothesis say so? A card says it for itself; what is felt is said by all that
    /// stands in the phase, `in_phase`. Goals and names claim nothing.
    pub(super) fn is_hypothesis(&self, in_phase: bool) -> bool {
        match self {
            Self::OffTarget(card) | Self::MostVotes(card) | Self::MomentOfTruth(card) => {
                card.evidence == Some(Evidence::Hypothesis)
            }
            Self::Goal(_) | Self::Name => false,
            Self::OnlyUnhappy(_)
            | Self::LargestLoss(..)
            | Self::WorstMoment(..)
            | Self::BestMoment(..)
            | Self::FurthestApart(_)
            | Self::StepApart(..)
            | Self::FallsMost(_)
            | Self::TurnsUp(_)
            | Self::Happiest(_)
            | Self::LeastHappy(_)
            | Self::AllHappy(_)
            | Self::AllUnhappy(_)
            | Self::Loss(_)
            | Self::LargestLoop(..)
            | Self::Longest(_)
            | Self::NoTouchpoint(_)
            | Self::Quote(_) => in_phase,
        }
    }
}
