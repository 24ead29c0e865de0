//! Points of the emotion curve: put by hand, and moved with the cards they belong to.

use super::steps::StepOrder;
use super::{EditError, Spot, clean};
use crate::model::{Card, EmotionPoint, Id, Journey, LaneKind, Thing};
use std::collections::HashMap;
use std::sync::Arc;

/// [`Change::PutPoints`](super::Change::PutPoints).
pub(super) fn put(journey: &mut Journey, puts: &[(Id, EmotionPoint)]) -> Result<(), EditError> {
    let order = StepOrder::of(journey);
    for (lane_id, put) in puts {
        let Some((lane, kind)) = journey.lane(lane_id).map(|(at, lane)| (at, &lane.kind)) else {
            return Err(EditError::Missing(Thing::Lane(lane_id.clone())));
        };
        let spot = || Spot::Cell { lane: lane_id.clone(), step: put.step.clone(), index: 0 };
        let found = find(journey, lane, &put.id);
        let stays = found.is_some_and(|(at, _)| at == lane);
        if order.index(&put.step).is_none() || (*kind != LaneKind::Emotions && !stays) {
            return Err(EditError::NoSuchSpot(spot()));
        }
        let old = found.map(|(lane, index)| journey.lanes[lane].points[index].clone());
        let new = bound(journey, &order, old.as_deref(), clean::point(put.clone()))?;
        match found {
            Some((at, index)) if at == lane => {
                if old.is_none_or(|old| *old != new)
                    && let Some(lane) = journey.lanes.edit(lane)
                {
                    lane.points[index] = new.into();
                }
                continue;
            }
            Some((at, index)) => {
                journey.lanes.edit(at).map(|lane| lane.points.remove(index));
            }
            None => {}
        }
        if let Some(lane) = journey.lanes.edit(lane) {
            lane.points.push(new.into());
        }
    }
    Ok(())
}

/// Where a point is, as lane and place: in the lane it is thought to be in, else in any other.
pub(super) fn find(journey: &Journey, lane: usize, point: &Id) -> Option<(usize, usize)> {
    let look = |at: usize| {
        let points = &journey.lanes.get(at)?.points;
        Some((at, points.index_where(|one| one.id == *point)?))
    };
    look(lane).or_else(|| (0..journey.lanes.len()).find_map(look))
}

/// A point that was given a touchpoint comes to its step; one moved away from it lets go.
fn bound(
    journey: &Journey,
    order: &StepOrder,
    old: Option<&EmotionPoint>,
    mut new: EmotionPoint,
) -> Result<EmotionPoint, EditError> {
    let Some(touchpoint) = &new.touchpoint else { return Ok(new) };
    let given = old.is_none_or(|old| old.touchpoint != new.touchpoint);
    if !given && old.is_some_and(|old| old.step == new.step) {
        return Ok(new);
    }
    let card = journey.lanes.iter().find_map(|lane| lane.card(touchpoint)).map(|(_, card)| card);
    let Some(card) = card else {
        let card = crate::model::CardRef { lane: None, card: touchpoint.clone() };
        return Err(EditError::Missing(Thing::Card(card)));
    };
    if offset(order, card, &new.step).is_none() {
        if given {
            new.step = card.step.clone();
        } else {
            new.touchpoint = None;
        }
    }
    Ok(new)
}

/// How many steps after the card's first `step` is; none where the card does not reach.
fn offset(order: &StepOrder, card: &Card, step: &Id) -> Option<usize> {
    let offset = order.index(step)?.checked_sub(order.index(&card.step)?)?;
    Some(offset).filter(|offset| *offset <= order.reach(card))
}

/// Points go with the card they belong to, given as it was and as it is; a parked card lets go.
pub(super) fn follow<'a>(
    journey: &mut Journey,
    order: &StepOrder,
    cards: impl Iterator<Item = (&'a Arc<Card>, &'a Arc<Card>)>,
) {
    let moved: HashMap<&Id, (&Card, &Card)> = cards
        .filter(|(old, new)| old.step != new.step || old.until != new.until)
        .map(|(old, new)| (&old.id, (&**old, &**new)))
        .collect();
    if moved.is_empty() {
        return;
    }
    edit_points(journey, |point| {
        let (old, new) = moved.get(point.touchpoint.as_ref()?)?;
        let mut point = point.clone();
        match order.index(&new.step) {
            Some(from) => {
                let offset = offset(order, old, &point.step).unwrap_or(0).min(order.reach(new));
                point.step.clone_from(order.at(from + offset)?);
            }
            None => point.touchpoint = None,
        }
        Some(point)
    });
}

/// Puts what `change` makes of a point in its place; lanes without such points are not touched.
pub(super) fn edit_points(
    journey: &mut Journey,
    change: impl Fn(&EmotionPoint) -> Option<EmotionPoint>,
) {
    for lane in 0..journey.lanes.len() {
        for index in 0..journey.lanes[lane].points.len() {
            if let Some(new) = change(&journey.lanes[lane].points[index])
                && let Some(lane) = journey.lanes.edit(lane)
            {
                lane.points[index] = new.into();
            }
        }
    }
}
