//! How much of each is on a map.

use crate::model::{Journey, Lane, LaneKind, Mark};

/// How much of each is on a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Phases.
    pub phases: usize,
    /// Steps of all phases.
    pub steps: usize,
    /// Lanes, hidden ones too.
    pub lanes: usize,
    /// Cards of all lanes, without the parking place.
    pub cards: usize,
    /// Cards in lanes of touchpoints.
    pub touchpoints: usize,
    /// Cards in lanes of pain points, and cards elsewhere marked as one.
    pub pain_points: usize,
    /// Cards marked as a moment of truth.
    pub moments_of_truth: usize,
    /// Points of the emotion curves.
    pub points: usize,
}

/// Counts what is on `journey`. Reads every card: keep the result while the pointer stays.
pub fn counts(journey: &Journey) -> Counts {
    let lanes: Counts = journey.lanes.iter().map(|lane| lane_counts(lane)).sum();
    Counts { phases: journey.phases.len(), steps: journey.steps().count(), ..lanes }
}

/// Counts what is in one lane.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
pub fn lane_counts(lane: &Lane) -> Counts {
    let cards = lane.cards.len();
    let marked = |mark: Mark| lane.cards.iter().filter(|card| card.marks.contains(&mark)).count();
    Counts {
        lanes: 1,
        cards,
        points: lane.points.len(),
        touchpoints: if lane.kind == LaneKind::Touchpoints { cards } else { 0 },
        pain_points: match lane.kind {
            LaneKind::PainPoints => cards,
            _ => marked(Mark::PainPoint),
        },
        moments_of_truth: marked(Mark::MomentOfTruth),
        ..Counts::default()
    }
}

impl std::iter::Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |a, b| Self {
            phases: a.phases + b.phases,
            steps: a.steps + b.steps,
            lanes: a.lanes + b.lanes,
            cards: a.cards + b.cards,
            touchpoints: a.touchpoints + b.touchpoints,
            pain_points: a.pain_points + b.pain_points,
            moments_of_truth: a.moments_of_truth + b.moments_of_truth,
            points: a.points + b.points,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Card, EmotionPoint, List, Phase, Step};

    #[test]
    fn a_pain_point_counts_once_by_lane_or_by_mark() {
        let card = |marks: &[Mark]| Card { marks: marks.to_vec(), ..Card::default() };
        let lane = |kind, cards| Lane { kind, cards: List::from_iter(cards), ..Lane::default() };
        let steps = List::from_iter([Step::default(), Step::default()]);
        let journey = Journey {
            phases: List::from_iter([Phase { steps, ..Phase::default() }]),
            lanes: List::from_iter([
                lane(LaneKind::Touchpoints, vec![card(&[Mark::PainPoint, Mark::MomentOfTruth])]),
                lane(LaneKind::PainPoints, vec![card(&[Mark::PainPoint]), card(&[])]),
                Lane { points: List::from_iter([EmotionPoint::default()]), ..Lane::default() },
            ]),
            ..Journey::default()
        };
        let expected = Counts {
            phases: 1,
            steps: 2,
            lanes: 3,
            cards: 3,
            touchpoints: 1,
            pain_points: 3,
            moments_of_truth: 1,
            points: 1,
        };
        assert_eq!(counts(&journey), expected);
    }
}
