//! What of a map rests on hypotheses only?

use super::seen::{SeenCard, SeenMap};
use super::{Found, GapRule};
use crate::insight::Felt;
use crate::model::{Evidence, GapPlace, JourneyKind};

pub(super) fn find(map: &SeenMap, found: &mut Found) {
    // A future state is wished for: there is nothing yet that could be known of it.
    let is_wish = map.journey.kind == Some(JourneyKind::Future);
    if found.wants(GapRule::OnlyHypotheses) && !is_wish {
        cards(map, found);
        curves(map, found);
    }
}

/// Cards that are said to be hypotheses and name no source: once a step.
fn cards(map: &SeenMap, found: &mut Found) {
    let mut steps: Vec<Vec<&SeenCard>> = vec![Vec::new(); map.steps.len()];
    for one in map.cards.iter().filter(|one| !one.lane.hidden) {
        if one.card.evidence == Some(Evidence::Hypothesis) && one.card.sources.is_empty() {
            steps[one.step()].push(one);
        }
    }
    for (step, cards) in steps.iter().enumerate().filter(|(_, cards)| !cards.is_empty()) {
        let id = map.steps.get(step).map(|(_, step)| step.id.clone());
        let at = GapPlace { step: id, ..GapPlace::default() };
        if let Some(gap) = found.in_step(GapRule::OnlyHypotheses, step, at) {
            // Of one lane it is told with the lane.
            let lane = cards.first().map(|one| &one.lane.id);
            let alike = cards.iter().all(|one| Some(&one.lane.id) == lane);
            gap.lane = lane.filter(|_| alike).cloned();
            gap.figure = cards.len();
            gap.about.extend(cards.iter().map(|one| one.card_ref()));
        }
    }
}

/// Curves of which no point is founded on anything, on a map where other things are.
fn curves(map: &SeenMap, found: &mut Found) {
    let founded =
        |one: &SeenCard| matches!(one.card.evidence, Some(Evidence::Partly | Evidence::Researched));
    let has_source =
        |felt: &Felt| felt.point.source.is_some() || map.touchpoint(felt).is_some_and(founded);
    let curves = &map.curves;
    let others = map.cards.iter().any(founded)
        || curves.iter().any(|(_, points)| points.iter().any(has_source));
    if !others {
        return;
    }
    for (persona, points) in curves {
        // One point is no curve.
        let (Some(persona), true) = (*persona, points.len() > 1) else { continue };
        if !points.iter().any(has_source) {
            let at = GapPlace { persona: Some(persona.clone()), ..GapPlace::default() };
            found.on_map(GapRule::OnlyHypotheses, at);
        }
    }
}
