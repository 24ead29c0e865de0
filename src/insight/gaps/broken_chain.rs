//! Where does a chain of activities break off, go back, or lead nowhere?
//!
//! The rule asks only on maps where an activity leads to another. There it asks each activity that is
//! shown: those of sales and marketing (behind the scenes, on a map without such lanes), and whatever
//! else is part of a chain. At one of these the chain is broken where
//!
//! - nothing follows, it serves no sub-goal, and it does not stand in the last phase with activities;
//! - what follows ends in a phase before its own: the chain goes back;
//! - what follows leads back to it in the end, without going back in phases, and it is the last of the
//!   circle on the map: each circle is told of once.
//!
//! What is parked, on another map, taken away by a future state or no activity any more does not
//! follow.

use super::seen::{SeenCard, SeenMap};
use super::{Found, Gap, GapRule};
use crate::insight::is_of_activities;
use crate::model::Id;
use std::collections::{HashMap, HashSet};

/// How a chain is broken, as [`Gap::figure`] has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChainBreak {
    /// Nothing follows what another leads to.
    Ends = 0,
    /// Nothing follows what nothing leads to.
    Alone = 1,
    /// What follows is in an earlier phase.
    Back = 2,
    /// What follows leads back to it.
    Circle = 3,
}

impl ChainBreak {
    /// How this chain is broken.
    pub(super) fn of(gap: &Gap) -> Self {
        let all = [Self::Ends, Self::Alone, Self::Back, Self::Circle];
        all.into_iter().find(|one| *one as usize == gap.figure).unwrap_or(Self::Ends)
    }
}

pub(super) fn find(map: &SeenMap, found: &mut Found) {
    if !found.wants(GapRule::ChainBroken) {
        return;
    }
    let ours: Vec<&SeenCard> = map.cards.iter().filter(|one| is_of_activities(one.lane)).collect();
    let places: HashMap<&Id, usize> =
        ours.iter().enumerate().map(|(place, one)| (&one.card.id, place)).collect();
    let next: Vec<Option<usize>> = (ours.iter().enumerate())
        .map(|(place, one)| {
            let next = places.get(one.card.next.as_ref()?).copied();
            next.filter(|next| *next != place)
        })
        .collect();
    let led_to: HashSet<usize> = next.iter().flatten().copied().collect();
    if led_to.is_empty() {
        return;
    }
    let phase = |step: usize| map.steps.get(step).map_or(0, |(phase, _)| *phase);
    let goals: HashSet<&Id> = map.project.subgoals.iter().map(|one| &one.id).collect();
    let kind = map.activity_kind();
    let asked = |place: usize, one: &SeenCard| {
        let in_chain = next.get(place).is_some_and(Option::is_some) || led_to.contains(&place);
        !one.lane.hidden && (one.lane.kind == kind || in_chain)
    };
    let seen = ours.iter().enumerate().filter(|(place, one)| asked(*place, one));
    let last = seen.clone().map(|(_, one)| phase(*one.steps.end())).max();
    let goes_back = |from: usize, to: usize| {
        let (Some(from), Some(to)) = (ours.get(from), ours.get(to)) else { return false };
        phase(*to.steps.end()) < phase(from.step())
    };
    let closing = closing(&ours, &next, goes_back);
    for (place, one) in seen {
        let broken = match next.get(place).copied().flatten() {
            Some(to) if goes_back(place, to) => ChainBreak::Back,
            Some(_) if closing.contains(&place) => ChainBreak::Circle,
            Some(_) => continue,
            None => {
                let serves = one.card.subgoal.as_ref().is_some_and(|id| goals.contains(id));
                if serves || Some(phase(*one.steps.end())) == last {
                    continue;
                }
                if led_to.contains(&place) { ChainBreak::Ends } else { ChainBreak::Alone }
            }
        };
        if let Some(gap) = found.at_card(GapRule::ChainBroken, one) {
            gap.figure = broken as usize;
        }
    }
}

/// The last card of each circle that does not go back in phases.
fn closing(
    ours: &[&SeenCard],
    next: &[Option<usize>],
    goes_back: impl Fn(usize, usize) -> bool,
) -> HashSet<usize> {
    let mut closing = HashSet::new();
    // Whose way has been gone: by the card it began at.
    let mut gone: Vec<Option<usize>> = vec![None; ours.len()];
    for begin in 0..ours.len() {
        let mut way = Vec::new();
        let mut at = begin;
        while let Some(place) = gone.get_mut(at).filter(|gone| gone.is_none()) {
            *place = Some(begin);
            way.push(at);
            match next.get(at).copied().flatten() {
                Some(to) => at = to,
                None => break,
            }
        }
        // Back on its own way, and not on one that was gone before.
        let circle = way.iter().position(|one| *one == at).map(|first| &way[first..]);
        let Some(circle) = circle.filter(|circle| {
            circle.last().and_then(|last| next.get(*last).copied().flatten()) == Some(at)
        }) else {
            continue;
        };
        let back = |from: &usize| next[*from].is_some_and(|to| goes_back(*from, to));
        if !circle.iter().any(back) {
            closing
                .extend(circle.iter().copied().max_by_key(|place| (ours[*place].step(), *place)));
        }
    }
    closing
}
