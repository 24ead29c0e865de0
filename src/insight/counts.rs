//! How much of each is on a map.

use crate::model::{Journey, LaneKind, Mark};

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
    let mut counts = Counts {
        phases: journey.phases.len(),
        steps: journey.steps().count(),
        lanes: journey.lanes.len(),
        ..Counts::default()
    };
    for lane in &journey.lanes {
        counts.cards += lane.cards.len();
        counts.points += lane.points.len();
        if lane.kind == LaneKind::Touchpoints {
            counts.touchpoints += lane.cards.len();
        }
        for card in &lane.cards {
            let pain = lane.kind == LaneKind::PainPoints || card.marks.contains(&Mark::PainPoint);
            counts.pain_points += usize::from(pain);
            counts.moments_of_truth += usize::from(card.marks.contains(&Mark::MomentOfTruth));
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Card, EmotionPoint, Lane, List, Phase, Step};

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
