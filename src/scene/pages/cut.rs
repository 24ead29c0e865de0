//! What does a journey look like of which only some steps are shown?

use crate::model::{Card, Id, Journey, Lane, List, Phase};
use crate::scene::phase_color;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// `journey` with only these of its steps, by their places. A card that reaches beyond them ends
/// where they end.
pub(super) fn cut(journey: &Journey, steps: &Range<usize>) -> Journey {
    let places: HashMap<&Id, usize> =
        journey.steps().enumerate().map(|(place, (_, step))| (&step.id, place)).collect();
    let ids: Vec<&Id> = journey.steps().map(|(_, step)| &step.id).collect();
    let mut first = 0;
    let mut phases = Vec::new();
    for (place, phase) in journey.phases.iter().enumerate() {
        let own = first..first + phase.steps.len();
        first = own.end;
        let within = own.start.max(steps.start)..own.end.min(steps.end);
        if within.is_empty() {
            continue;
        }
        let range = within.start - own.start..within.end - own.start;
        let kept = phase.steps.get(range).unwrap_or_default().to_vec();
        // Colours go by the place in the whole map.
        let color = Some(phase_color(place, phase));
        phases.push(Phase { steps: List::new(kept), color, ..Phase::clone(phase) });
    }
    let card = |card: &Arc<Card>| -> Option<Arc<Card>> {
        let from = *places.get(&card.step)?;
        let until = card.until.as_ref().and_then(|until| places.get(until)).copied();
        let to = until.filter(|to| *to >= from).unwrap_or(from);
        if from >= steps.end || to < steps.start {
            return None;
        }
        if steps.contains(&from) && steps.contains(&to) {
            return Some(card.clone());
        }
        let step = ids.get(from.max(steps.start))?;
        let until = ids.get(to.min(steps.end.saturating_sub(1)))?;
        Some(Arc::new(Card {
            step: (*step).clone(),
            until: Some((*until).clone()),
            ..Card::clone(card)
        }))
    };
    let lane = |lane: &Arc<Lane>| {
        let points = lane
            .points
            .iter()
            .filter(|point| places.get(&point.step).is_some_and(|place| steps.contains(place)));
        Lane {
            cards: List::new(lane.cards.iter().filter_map(card).collect()),
            points: List::new(points.cloned().collect()),
            ..Lane::clone(lane)
        }
    };
    Journey {
        phases: phases.into_iter().collect(),
        lanes: journey.lanes.iter().map(lane).collect(),
        ..journey.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::tests::small;

    #[test]
    fn a_cut_map_keeps_what_is_within_and_shortens_what_reaches_beyond() {
        let project = small();
        let journey = &project.journeys[0];
        let names = |journey: &Journey| {
            let cards = journey.lanes[0].cards.iter();
            let name = |card: &Arc<Card>| {
                let until = card.until.as_ref().map_or("", Id::as_str);
                format!("{} {} {until}", card.id, card.step)
            };
            cards.map(name).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(names(journey), "first s1 , wide s2 s3, under s3 ");
        let one = cut(journey, &(0..2));
        assert_eq!(names(&one), "first s1 , wide s2 s2");
        assert_eq!(one.phases.len(), 2);
        assert_eq!(one.phases[1].steps.len(), 1);
        let two = cut(journey, &(2..3));
        assert_eq!(names(&two), "wide s3 s3, under s3 ");
        assert_eq!(two.phases[0].color, Some(1), "its colour is as in the whole map");
        let points = |journey: &Journey| -> usize {
            journey.lanes.iter().map(|lane| lane.points.len()).sum()
        };
        assert_eq!((points(&one), points(&two)), (1, 0));
        assert_eq!(names(&cut(journey, &(0..3))), names(journey));
    }
}
