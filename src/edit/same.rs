//! Is it as it was? Compares by pointers first, so that what was not touched costs nothing.

use crate::model::{Journey, Lane, List, Project};
use std::sync::Arc;

/// The same items in the same order. What could not be read is never changed by an edit.
fn same_items<T>(a: &List<T>, b: &List<T>, same: impl Fn(&T, &T) -> bool) -> bool {
    a.len() == b.len()
        && a.unread.len() == b.unread.len()
        && a.iter().zip(b.iter()).all(|(a, b)| Arc::ptr_eq(a, b) || same(a, b))
}

pub(super) fn same_lane(a: &Lane, b: &Lane) -> bool {
    same_items(&a.cards, &b.cards, PartialEq::eq)
        && same_items(&a.points, &b.points, PartialEq::eq)
        && same_lane_head(a, b)
}

pub(super) fn same_journey(a: &Journey, b: &Journey) -> bool {
    same_items(&a.phases, &b.phases, PartialEq::eq)
        && same_items(&a.transitions, &b.transitions, PartialEq::eq)
        && same_items(&a.lanes, &b.lanes, same_lane)
        && same_journey_head(a, b)
}

pub(super) fn same_project(a: &Project, b: &Project) -> bool {
    let Project {
        title,
        about,
        language,
        edited,
        personas,
        sources,
        themes,
        opportunities,
        tasks,
        subgoals,
        tags,
        images,
        journeys,
        parked,
        snapshots,
        versions,
        settings,
        conflicts,
        extra,
    } = a;
    *title == b.title
        && *about == b.about
        && *language == b.language
        && *edited == b.edited
        && same_items(journeys, &b.journeys, same_journey)
        && same_items(parked, &b.parked, PartialEq::eq)
        && same_items(personas, &b.personas, PartialEq::eq)
        && same_items(sources, &b.sources, PartialEq::eq)
        && same_items(themes, &b.themes, PartialEq::eq)
        && same_items(opportunities, &b.opportunities, PartialEq::eq)
        && same_items(tasks, &b.tasks, PartialEq::eq)
        && same_items(subgoals, &b.subgoals, PartialEq::eq)
        && same_items(tags, &b.tags, PartialEq::eq)
        && same_items(images, &b.images, PartialEq::eq)
        && same_items(conflicts, &b.conflicts, PartialEq::eq)
        && *settings == b.settings
        && *extra == b.extra
        && *snapshots == b.snapshots
        && same_items(versions, &b.versions, PartialEq::eq)
}

/// The same lane but for what is in it.
pub(super) fn same_lane_head(a: &Lane, b: &Lane) -> bool {
    let Lane {
        id,
        kind,
        title,
        icon,
        collapsed,
        hidden,
        pinned,
        height,
        persona,
        line,
        curves_off,
        gap_between,
        origin,
        prompts,
        cards: _,
        points: _,
        extra,
    } = a;
    *id == b.id
        && *kind == b.kind
        && *title == b.title
        && *icon == b.icon
        && *collapsed == b.collapsed
        && *hidden == b.hidden
        && *persona == b.persona
        && *line == b.line
        && *pinned == b.pinned
        && *height == b.height
        && *curves_off == b.curves_off
        && *gap_between == b.gap_between
        && *origin == b.origin
        && same_items(prompts, &b.prompts, PartialEq::eq)
        && *extra == b.extra
}

/// The same journey but for what is on its map.
pub(super) fn same_journey_head(a: &Journey, b: &Journey) -> bool {
    let Journey {
        id,
        title,
        kind,
        widths,
        aim,
        purpose,
        hypothesis,
        interview_guide,
        our_goal,
        for_whom,
        problem,
        offer,
        costs,
        from,
        to,
        personas,
        origin,
        checklist,
        phases: _,
        lanes: _,
        transitions: _,
        views,
        story,
        details,
        waved_off,
        extra,
    } = a;
    *id == b.id
        && *title == b.title
        && *kind == b.kind
        && *widths == b.widths
        && *details == b.details
        && *aim == b.aim
        && *purpose == b.purpose
        && *hypothesis == b.hypothesis
        && *interview_guide == b.interview_guide
        && *our_goal == b.our_goal
        && *for_whom == b.for_whom
        && *problem == b.problem
        && *offer == b.offer
        && *costs == b.costs
        && *from == b.from
        && *to == b.to
        && *personas == b.personas
        && *origin == b.origin
        && same_items(checklist, &b.checklist, PartialEq::eq)
        && same_items(views, &b.views, PartialEq::eq)
        && same_items(story, &b.story, PartialEq::eq)
        && *waved_off == b.waved_off
        && *extra == b.extra
}

/// Gives journeys, phases and lanes of `after` that are as and where they were in `before` their
/// old pointers back.
pub(super) fn settle(before: &Project, after: &mut Project) {
    for (old, new) in before.journeys.iter().zip(after.journeys.iter_mut()) {
        if old.id != new.id || Arc::ptr_eq(old, new) {
            continue;
        }
        for (index, phase) in old.phases.iter().enumerate() {
            let changed = new.phases.get(index).filter(|new| !Arc::ptr_eq(phase, new));
            if changed.is_some_and(|new| new == phase) {
                Arc::make_mut(new).phases[index] = phase.clone();
            }
        }
        for (index, lane) in old.lanes.iter().enumerate() {
            let changed = new.lanes.get(index).filter(|new| !Arc::ptr_eq(lane, new));
            if changed.is_some_and(|new| new.id == lane.id && same_lane(lane, new)) {
                Arc::make_mut(new).lanes[index] = lane.clone();
            }
        }
        if same_journey(old, new) {
            *new = old.clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse};
    use super::super::{Change, Edit, Spot, apply};
    use crate::model::CardRef;
    use crate::model::*;
    use std::sync::Arc;

    #[test]
    fn what_is_not_touched_keeps_its_pointers() {
        let card = CardRef { lane: Some(id("L")), card: id("x") };
        let to = |step| {
            let spot = Spot::Cell { lane: id("L"), step: id(step), index: 0 };
            Change::MoveCards(vec![(card.clone(), spot)])
        };
        let (project, _) = parse("A: a b\nL: [x] y /\nM: z /\n~E: p+1@y /\nparked: k");
        let change = to("b");
        let made = apply(&project, &Edit { journey: id("map"), change }).unwrap();
        let (old, new) = (&project.journeys[0], &made.journeys[0]);
        assert!(Arc::ptr_eq(&old.lanes[0].cards[1], &new.lanes[0].cards[0]));
        assert!(Arc::ptr_eq(&old.phases[0], &new.phases[0]));
        assert!(
            Arc::ptr_eq(&old.lanes[1], &new.lanes[1]) && Arc::ptr_eq(&old.lanes[2], &new.lanes[2])
        );
        assert!(Arc::ptr_eq(&project.parked[0], &made.parked[0]));

        let unchanged = [
            to("a"),
            Change::PutCards(vec![(card.clone(), Card::clone(&old.lanes[0].cards[0]))]),
            Change::PutPhases(vec![Phase::clone(&old.phases[0])]),
            Change::PutSteps(vec![Step::clone(&old.phases[0].steps[1])]),
            Change::PutLanes(vec![Lane::clone(&old.lanes[0])]),
            Change::PutPoints(vec![(id("E"), EmotionPoint::clone(&old.lanes[2].points[0]))]),
            Change::PutJourney(Box::new(Journey::clone(old))),
            Change::MovePhase { phase: id("A"), to: 0 },
            Change::MoveLane { lane: id("M"), to: 1 },
            Change::MoveStep { step: id("a"), phase: id("A"), to: 0 },
            Change::Remove(Vec::new()),
            Change::AddCards(Vec::new()),
        ];
        for change in unchanged {
            let edit = Edit { journey: id("map"), change };
            let made = apply(&project, &edit).unwrap();
            assert!(Arc::ptr_eq(old, &made.journeys[0]), "{edit:?}");
        }
    }
}
