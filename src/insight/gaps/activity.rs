//! Where do we do nothing, where is it unknown what the customer does, and what do we do for no
//! goal?

use super::seen::{SeenMap, is_beside};
use super::{Found, GapRule};
use crate::insight::{funnel, has_path, is_of_activities};
use crate::model::{GapPlace, Id, JourneyKind, LaneKind};
use std::collections::HashSet;

/// Friction of this much is high; the most is [`crate::model::FRICTION_MAX`].
pub(super) const HIGH_FRICTION: u8 = 3;

pub(super) fn find(map: &SeenMap, found: &mut Found) {
    nothing_of_ours(map, found);
    nothing_done(map, found);
    unknown_customer(map, found);
    no_subgoal(map, found);
}

/// A map that follows customers through several steps and has no card of ours. A day of the customer's
/// own is told without us.
fn nothing_of_ours(map: &SeenMap, found: &mut Found) {
    let is_theirs = |kind: &LaneKind| *kind == LaneKind::Actions || has_path(kind);
    let steps = map.covered(|one| is_theirs(&one.lane.kind)).into_iter().filter(|it| *it).count();
    let is_day = map.journey.kind == Some(JourneyKind::DayInTheLife);
    if !is_day && steps > 1 && !map.cards.iter().any(|one| is_of_activities(one.lane)) {
        found.on_map(GapRule::NothingOfOurs, GapPlace::default());
    }
}

/// Phases with friction or losses, and steps in which the customer is and we are not. Where a phase
/// as a whole is told of, its steps are not.
fn nothing_done(map: &SeenMap, found: &mut Found) {
    let kind = map.activity_kind();
    // A lane nobody has begun to fill says nothing of single steps.
    let Some(lane) = map.lane(&kind).filter(|_| map.shown(&kind).next().is_some()) else { return };
    let in_view = map.covered(|one| one.lane.kind == kind);
    let ours = map.covered(|one| is_of_activities(one.lane));
    let theirs = map.covered(|one| one.lane.kind == LaneKind::Actions || has_path(&one.lane.kind));
    let funnel = funnel(map.journey);
    let largest = funnel.as_ref().and_then(|funnel| funnel.largest);
    let mut told = vec![false; map.journey.phases.len()];
    for (place, phase) in map.journey.phases.iter().enumerate() {
        let friction = phase.friction.filter(|level| *level >= HIGH_FRICTION);
        let is_hard = friction.is_some() || largest == Some(place);
        let mut steps = steps_of(map, place);
        if !found.wants(GapRule::FrictionWithoutActivity)
            || !is_hard
            || steps.any(|step| ours[step])
        {
            continue;
        }
        let at = GapPlace::default();
        if let Some(gap) = found.in_phase(GapRule::FrictionWithoutActivity, place, at) {
            gap.lane = Some(lane.id.clone());
            gap.figure = friction.unwrap_or(0).into();
            told[place] = true;
        }
    }
    let empty = |step: usize| {
        let (phase, _) = map.steps[step];
        !told[phase] && !in_view[step] && (theirs[step] || map.felt[step])
    };
    each_run(map, empty, |phase, steps| {
        let behind = steps.iter().any(|step| ours[*step]);
        put_cell(map, found, GapRule::NoActivity, phase, steps, &lane.id, behind.into());
    });
}

/// Steps of which other things are known, or beside which it is known, but not what the customer
/// does there.
fn unknown_customer(map: &SeenMap, found: &mut Found) {
    let Some(lane) = map.lane(&LaneKind::Actions) else { return };
    let known = map.covered(|one| one.lane.kind == LaneKind::Actions);
    if !known.contains(&true) {
        return;
    }
    let something = map.covered(|_| true);
    let empty = |step: usize| {
        !known[step] && (something[step] || map.felt[step] || is_beside(&known, step))
    };
    each_run(map, empty, |phase, steps| {
        put_cell(map, found, GapRule::UnknownCustomer, phase, steps, &lane.id, 0);
    });
}

/// Activities that serve no sub-goal, where others of their lanes do.
fn no_subgoal(map: &SeenMap, found: &mut Found) {
    let goals: HashSet<&Id> = map.project.subgoals.iter().map(|one| &one.id).collect();
    let kind = map.activity_kind();
    let serves = |id: &Option<Id>| id.as_ref().is_some_and(|id| goals.contains(id));
    if !map.shown(&kind).any(|one| serves(&one.card.subgoal)) {
        return;
    }
    for one in map.shown(&kind).filter(|one| !serves(&one.card.subgoal)) {
        found.at_card(GapRule::NoSubgoal, one);
    }
}

fn steps_of(map: &SeenMap, phase: usize) -> impl Iterator<Item = usize> {
    // Steps are in the order of their phases.
    let from = map.steps.partition_point(|(of, _)| *of < phase);
    let to = map.steps.partition_point(|(of, _)| *of <= phase);
    from..to
}

/// Calls `tell` with each phase and those of its steps for which `empty` holds: with all of them
/// where it holds for all of several, else with one at a time.
fn each_run(map: &SeenMap, empty: impl Fn(usize) -> bool, mut tell: impl FnMut(usize, &[usize])) {
    for phase in 0..map.journey.phases.len() {
        let steps: Vec<usize> = steps_of(map, phase).collect();
        let found: Vec<usize> = steps.iter().copied().filter(|step| empty(*step)).collect();
        match steps.len() {
            2.. if found.len() == steps.len() => tell(phase, &found),
            _ => found.iter().for_each(|step| tell(phase, std::slice::from_ref(step))),
        }
    }
}

/// The gap of one cell of a lane, or of all its cells in a phase.
fn put_cell(
    map: &SeenMap,
    found: &mut Found,
    rule: GapRule,
    phase: usize,
    steps: &[usize],
    lane: &Id,
    figure: usize,
) {
    let lane = Some(lane.clone());
    let at = GapPlace { lane: lane.clone(), ..GapPlace::default() };
    let gap = match steps {
        [step] => {
            let id = map.steps.get(*step).map(|(_, step)| step.id.clone());
            found.in_step(rule, *step, GapPlace { step: id, ..at })
        }
        _ => found.in_phase(rule, phase, at),
    };
    if let Some(gap) = gap {
        gap.lane = lane;
        gap.figure = figure;
    }
}
