//! Where does a curve lie low without anybody doing something, does the way change between screen and
//! world there, and where is it unknown what the customer feels?

use super::seen::{SeenCard, SeenMap, is_beside};
use super::{Found, GapRule};
use crate::insight::{Felt, as_written, has_path, is_digital, is_unhappy};
use crate::model::{GapPlace, Id, LaneKind};
use std::collections::{HashMap, HashSet};

pub(super) fn find(map: &SeenMap, found: &mut Found) {
    let way = way(map);
    let mut told = HashSet::new();
    for (persona, points) in &map.curves {
        let lows = lows(points);
        for low in &lows {
            low_without_opportunity(map, low, found);
        }
        if !lows.is_empty() && found.wants(GapRule::DigitalSwitchAtLow) {
            let way: Vec<&SeenCard> =
                way.iter().copied().filter(|it| it.concerns(*persona)).collect();
            switches(&way, &lows, &mut told, found);
        }
    }
    no_feeling(map, found);
}

/// The points of a curve that are unhappy and lie below both neighbours, as it is written. Of several
/// alike side by side the first.
fn lows<'a>(points: &[Felt<'a>]) -> Vec<Felt<'a>> {
    let value = |felt: &Felt| as_written(felt.value());
    let (mut lows, mut before) = (Vec::new(), f64::INFINITY);
    let mut runs = points.chunk_by(|a, b| value(a) == value(b)).peekable();
    while let Some(run) = runs.next() {
        let Some(first) = run.first() else { continue };
        let here = value(first);
        let after = runs.peek().and_then(|run| run.first()).map_or(f64::INFINITY, value);
        if is_unhappy(here) && here < before && here < after {
            lows.push(*first);
        }
        before = here;
    }
    lows
}

/// A low point that nothing answers: neither its touchpoint nor anything in its step has an
/// opportunity.
fn low_without_opportunity(map: &SeenMap, low: &Felt, found: &mut Found) {
    let touchpoint = map.touchpoint(low);
    let has_one = touchpoint.is_some_and(|one| map.opportunity(one.card).is_some());
    if has_one || map.has_opportunity.get(low.step) == Some(&true) {
        return;
    }
    let at = GapPlace { point: Some(low.point.id.clone()), ..GapPlace::default() };
    if let Some(gap) = found.in_step(GapRule::LowWithoutOpportunity, low.step, at) {
        gap.lane = map.journey.lanes.get(low.lane).map(|lane| lane.id.clone());
        gap.about.extend(touchpoint.map(|one| one.card_ref()));
    }
}

/// The touchpoints that are known to be on a screen or in the world, in the order of the path that is
/// drawn between channels.
fn way<'a, 'b>(map: &'b SeenMap<'a>) -> Vec<&'b SeenCard<'a>> {
    let cards = map.cards.iter().filter(|one| has_path(&one.lane.kind) && !one.lane.hidden);
    let mut way: Vec<&SeenCard> = cards.filter(|one| is_digital(one.card).is_some()).collect();
    way.sort_by_key(|one| one.step());
    way
}

/// Low points at touchpoints to which somebody has to change on `way`, which is hers. A point that
/// belongs to no touchpoint is at the only one of its step; among several nobody knows which it is
/// at. `told` holds the changes that are told of already.
fn switches<'a>(
    way: &[&SeenCard<'a>],
    lows: &[Felt<'a>],
    told: &mut HashSet<(&'a Id, &'a Id)>,
    found: &mut Found,
) {
    let places: HashMap<&Id, usize> =
        way.iter().enumerate().map(|(place, one)| (&one.card.id, place)).collect();
    for low in lows {
        let at = match &low.point.touchpoint {
            Some(id) => places.get(id).copied(),
            None => {
                let from = way.partition_point(|one| one.step() < low.step);
                let to = way.partition_point(|one| one.step() <= low.step);
                (to - from == 1).then_some(from)
            }
        };
        let Some((at, before)) = at.and_then(|at| Some((at, at.checked_sub(1)?))) else { continue };
        let (Some(from), Some(to)) = (way.get(before), way.get(at)) else { continue };
        if is_digital(from.card) == is_digital(to.card)
            || !told.insert((&from.card.id, &to.card.id))
        {
            continue;
        }
        let place = GapPlace {
            card: Some(to.card.id.clone()),
            from: Some(from.card.id.clone()),
            ..GapPlace::default()
        };
        if let Some(gap) = found.in_step(GapRule::DigitalSwitchAtLow, to.step(), place) {
            gap.lane = Some(to.lane.id.clone());
            gap.about.extend([from.card_ref(), to.card_ref()]);
            gap.figure = usize::from(is_digital(to.card) == Some(true));
        }
    }
}

/// Touchpoints in steps where nobody has a point, beside a step where somebody has: once a step.
fn no_feeling(map: &SeenMap, found: &mut Found) {
    let mut steps: Vec<Vec<&SeenCard>> = vec![Vec::new(); map.steps.len()];
    for one in map.shown(&LaneKind::Touchpoints) {
        let mut there = one.steps.clone();
        if !there.any(|step| map.felt.get(step) == Some(&true)) {
            steps[one.step()].push(one);
        }
    }
    for (step, cards) in steps.iter().enumerate() {
        let Some(first) = cards.first().filter(|_| is_beside(&map.felt, step)) else { continue };
        let id = map.steps.get(step).map(|(_, step)| step.id.clone());
        let at = GapPlace { step: id, ..GapPlace::default() };
        if let Some(gap) = found.in_step(GapRule::TouchpointWithoutFeeling, step, at) {
            gap.lane = Some(first.lane.id.clone());
            gap.figure = cards.len();
            gap.about.extend(cards.iter().map(|one| one.card_ref()));
        }
    }
}
