//! Takes things away, with all that cannot be without them.

use super::emotion;
use super::place;
use super::project::{find, make_whole};
use super::steps::StepOrder;
use super::structure::{drop_transitions, lane_index, phase_index, step_index};
use super::{EditError, chain, opportunity, research_refs, story, views};
use crate::model::{Card, CardRef, Id, Journey, Lane, Phase, Project, Step, StoryPage, Thing};
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

/// What is to go, sorted by kind.
#[derive(Default)]
struct Gone<'a> {
    cards: BTreeSet<&'a CardRef>,
    points: BTreeSet<(&'a Id, &'a Id)>,
    phases: HashSet<&'a Id>,
    steps: HashSet<&'a Id>,
    lanes: HashSet<&'a Id>,
    transitions: HashSet<&'a Id>,
    personas: HashSet<&'a Id>,
    journeys: HashSet<&'a Id>,
}

impl<'a> Gone<'a> {
    fn of(things: &'a [Thing]) -> Self {
        let mut gone = Self::default();
        for thing in things {
            match thing {
                Thing::Card(card) => drop(gone.cards.insert(card)),
                Thing::Point { lane, point } => drop(gone.points.insert((lane, point))),
                Thing::Phase(id) => drop(gone.phases.insert(id)),
                Thing::Step(id) => drop(gone.steps.insert(id)),
                Thing::Lane(id) => drop(gone.lanes.insert(id)),
                Thing::Transition(id) => drop(gone.transitions.insert(id)),
                Thing::Persona(id) => drop(gone.personas.insert(id)),
                Thing::Journey(id) => drop(gone.journeys.insert(id)),
            }
        }
        gone
    }
}

/// [`Change::Remove`](super::Change::Remove).
pub(super) fn remove(
    project: &mut Project,
    journey: &Id,
    things: &[Thing],
) -> Result<(), EditError> {
    let gone = Gone::of(things);
    let (at, map) = find(project, journey)?;
    let mut map = Journey::clone(map);
    let mut cards = HashSet::new();
    remove_from_map(project, &mut map, &gone, &mut cards)?;
    project.journeys[at] = map.into();
    #[expect(clippy::iter_over_hash_type, reason = "the same are gone in any order")]
    for id in &gone.personas {
        remove_persona(project, id)?;
    }
    remove_journeys(project, journey, &gone.journeys, &mut cards)?;
    for index in 0..project.opportunities.len() {
        if project.opportunities[index].cards.iter().any(|card| cards.contains(card))
            && let Some(opportunity) = project.opportunities.edit(index)
        {
            opportunity.cards.retain(|card| !cards.contains(card));
        }
    }
    opportunity::forget_cards(project, &cards);
    if !cards.is_empty() {
        research_refs::forget_missing(project);
        chain::forget_cards(project, &cards);
    }
    let about = |id: &Id| {
        gone.phases.contains(id) || gone.journeys.contains(id) || gone.personas.contains(id)
    };
    let about = |page: &StoryPage| page.about.as_ref().is_some_and(about);
    for index in 0..project.journeys.len() {
        if story::names(&project.journeys[index], about, &cards)
            && let Some(journey) = project.journeys.edit(index)
        {
            story::forget(journey, about, &cards);
        }
    }
    forget_conflicts(project);
    Ok(())
}

/// Conflicts about what has gone from a map go with it: nothing is left to choose.
fn forget_conflicts(project: &mut Project) {
    if project.conflicts.is_empty() {
        return;
    }
    let mut there: HashSet<Id> = project.personas.iter().map(|one| one.id.clone()).collect();
    there.extend(project.parked.iter().map(|card| card.id.clone()));
    for journey in &project.journeys {
        there.insert(journey.id.clone());
        there.extend(journey.phases.iter().map(|phase| phase.id.clone()));
        there.extend(journey.steps().map(|(_, step)| step.id.clone()));
        there.extend(journey.transitions.iter().map(|one| one.id.clone()));
        for lane in &journey.lanes {
            there.insert(lane.id.clone());
            there.extend(lane.cards.iter().map(|card| card.id.clone()));
            there.extend(lane.points.iter().map(|point| point.id.clone()));
        }
    }
    let on_maps =
        ["cards", "points", "phases", "steps", "lanes", "transitions", "personas", "journeys"];
    project
        .conflicts
        .retain(|one| there.contains(&one.thing) || !on_maps.contains(&one.list.as_str()));
}

/// Takes away what is on the map; the ids of the cards that go are added to `gone_cards`.
fn remove_from_map(
    project: &mut Project,
    map: &mut Journey,
    gone: &Gone,
    gone_cards: &mut HashSet<Id>,
) -> Result<(), EditError> {
    // All is looked up first: a card may go with its lane and be named besides.
    let cards = place::locate(&project.parked, map, gone.cards.iter().copied())?;
    gone.phases.iter().try_for_each(|id| phase_index(map, id).map(drop))?;
    gone.steps.iter().try_for_each(|id| step_index(map, id).map(drop))?;
    gone.lanes.iter().try_for_each(|id| lane_index(map, id).map(drop))?;
    #[expect(clippy::iter_over_hash_type, reason = "each is asked for by itself")]
    for id in &gone.transitions {
        let found = map.transitions.index_where(|one| one.id == **id);
        found.ok_or_else(|| EditError::Missing(Thing::Transition((*id).clone())))?;
    }
    let points = points_at(map, gone)?;

    let taken = place::take_out(&mut project.parked, map, &cards);
    gone_cards.extend(taken.iter().map(|card| card.id.clone()));
    for (lane, ids) in points {
        if let Some(lane) = map.lanes.edit(lane) {
            lane.points.retain(|point| !ids.contains(&point.id));
        }
    }
    let named = |lane: &Arc<Lane>| gone.lanes.contains(&lane.id);
    for lane in map.lanes.iter().filter(|lane| named(lane)) {
        gone_cards.extend(lane.cards.iter().map(|card| card.id.clone()));
    }
    map.lanes.retain(|lane| !named(lane));
    if !gone.lanes.is_empty() {
        views::forget(map, |id| gone.lanes.contains(id));
    }
    map.transitions.retain(|one| !gone.transitions.contains(&one.id));
    if !gone.phases.is_empty() || !gone.steps.is_empty() {
        remove_columns(map, gone, gone_cards);
    }
    emotion::edit_points(map, |point| {
        let dangling = gone_cards.contains(point.touchpoint.as_ref()?);
        dangling.then(|| crate::model::EmotionPoint { touchpoint: None, ..point.clone() })
    });
    Ok(())
}

/// The points that go, by the lane they are in.
fn points_at<'a>(
    map: &Journey,
    gone: &Gone<'a>,
) -> Result<Vec<(usize, HashSet<&'a Id>)>, EditError> {
    let mut points: Vec<(usize, HashSet<&Id>)> = Vec::new();
    for &(lane, point) in &gone.points {
        let at = map.lanes.index_where(|one| one.id == *lane).unwrap_or(0);
        let Some((at, _)) = emotion::find(map, at, point) else {
            let (lane, point) = (lane.clone(), point.clone());
            return Err(EditError::Missing(Thing::Point { lane, point }));
        };
        match points.iter_mut().find(|(lane, _)| *lane == at) {
            Some((_, ids)) => drop(ids.insert(point)),
            None => points.push((at, HashSet::from([point]))),
        }
    }
    Ok(points)
}

/// Takes phases and steps away with what stands in them.
fn remove_columns(map: &mut Journey, gone: &Gone, gone_cards: &mut HashSet<Id>) {
    let order = StepOrder::of(map);
    let with_phase = map.phases.iter().filter(|phase| gone.phases.contains(&phase.id));
    let steps: HashSet<Id> = with_phase
        .flat_map(|phase| phase.steps.iter().map(|step| step.id.clone()))
        .chain(gone.steps.iter().map(|id| (*id).clone()))
        .collect();
    for lane in 0..map.lanes.len() {
        clear_lane(map, lane, &order, &steps, gone_cards);
    }
    drop_transitions(map, |end| steps.contains(end) || gone.phases.contains(end));

    let first = map.phases.first().cloned();
    map.phases.retain(|phase| !gone.phases.contains(&phase.id));
    for phase in 0..map.phases.len() {
        let mut left = Phase::clone(&map.phases[phase]);
        left.steps.retain(|step| !steps.contains(&step.id));
        if left.steps.is_empty() {
            left.steps.extend(map.phases[phase].steps.first().map(|step| empty_step(step)));
        }
        if left != *map.phases[phase] {
            map.phases[phase] = left.into();
        }
    }
    if let (true, Some(first)) = (map.phases.is_empty(), first) {
        map.phases.push(Arc::new(empty_phase(&first)));
    }
    make_whole(map);
}

/// What is left of the last phase: its id, and that of its first step.
fn empty_phase(phase: &Phase) -> Phase {
    let steps = phase.steps.iter().take(1).map(|step| Step::clone(&empty_step(step))).collect();
    Phase { id: phase.id.clone(), steps, ..Phase::default() }
}

/// What is left of the last step: its id.
fn empty_step(step: &Step) -> Arc<Step> {
    Arc::new(Step { id: step.id.clone(), ..Step::default() })
}

/// Takes the cards and points of these steps out of a lane. A card that spans other steps as well
/// shrinks to those.
fn clear_lane(
    map: &mut Journey,
    lane: usize,
    order: &StepOrder,
    steps: &HashSet<Id>,
    gone_cards: &mut HashSet<Id>,
) {
    let hit = |card: &Card| {
        steps.contains(&card.step) || card.until.as_ref().is_some_and(|id| steps.contains(id))
    };
    let old = &map.lanes[lane];
    if !old.cards.iter().any(|card| hit(card))
        && !old.points.iter().any(|point| steps.contains(&point.step))
    {
        return;
    }
    let Some(lane) = map.lanes.edit(lane) else { return };
    lane.points.retain(|point| !steps.contains(&point.step));
    let cards = std::mem::take(&mut *lane.cards);
    for card in cards {
        if !hit(&card) {
            lane.cards.push(card);
            continue;
        }
        let from = order.index(&card.step).unwrap_or(0);
        let spanned = (from..=from + order.reach(&card)).filter_map(|index| order.at(index));
        let mut left = spanned.filter(|step| !steps.contains(*step));
        match left.next() {
            Some(first) => {
                let until = left.last().cloned();
                lane.cards.push(Arc::new(Card {
                    step: first.clone(),
                    until,
                    ..Card::clone(&card)
                }));
            }
            None => drop(gone_cards.insert(card.id.clone())),
        }
    }
}

/// Takes a persona away: its points go, cards and lanes no longer name it.
fn remove_persona(project: &mut Project, id: &Id) -> Result<(), EditError> {
    let Some((index, _)) = project.persona(id) else {
        return Err(EditError::Missing(Thing::Persona(id.clone())));
    };
    project.personas.remove(index);
    for journey in 0..project.journeys.len() {
        let Some(journey) = project.journeys.edit(journey) else { continue };
        journey.personas.retain(|one| one != id);
        views::forget(journey, |one| one == id);
        for lane in 0..journey.lanes.len() {
            forget_persona(journey, lane, id);
        }
    }
    for card in project.parked.iter_mut().filter(|card| card.personas.contains(id)) {
        Arc::make_mut(card).personas.retain(|one| one != id);
    }
    Ok(())
}

fn forget_persona(journey: &mut Journey, lane: usize, id: &Id) {
    let old = &journey.lanes[lane];
    let named = old.persona.as_ref() == Some(id)
        || old.curves_off.contains(id)
        || old.gap_between.contains(id)
        || old.cards.iter().any(|card| card.personas.contains(id))
        || old.points.iter().any(|point| point.persona.as_ref() == Some(id));
    if named && let Some(lane) = journey.lanes.edit(lane) {
        lane.persona = lane.persona.take().filter(|one| one != id);
        lane.curves_off.retain(|one| one != id);
        lane.gap_between.retain(|one| one != id);
        lane.points.retain(|point| point.persona.as_ref() != Some(id));
        for card in lane.cards.iter_mut().filter(|card| card.personas.contains(id)) {
            Arc::make_mut(card).personas.retain(|one| one != id);
        }
    }
}

/// Takes journeys away. Of the last one an empty one stays: the one on the screen.
fn remove_journeys(
    project: &mut Project,
    shown: &Id,
    gone: &HashSet<&Id>,
    gone_cards: &mut HashSet<Id>,
) -> Result<(), EditError> {
    gone.iter().try_for_each(|id| find(project, id).map(drop))?;
    let named = |journey: &Arc<Journey>| gone.contains(&journey.id);
    for journey in project.journeys.iter().filter(|journey| named(journey)) {
        let cards = journey.lanes.iter().flat_map(|lane| lane.cards.iter());
        gone_cards.extend(cards.map(|card| card.id.clone()));
    }
    let last = find(project, shown)?.1.clone();
    project.journeys.retain(|journey| !named(journey));
    if project.journeys.is_empty() {
        let phases = last.phases.iter().take(1).map(|phase| empty_phase(phase)).collect();
        let mut empty = Journey { id: last.id.clone(), phases, ..Journey::default() };
        make_whole(&mut empty);
        project.journeys.push(Arc::new(empty));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::notation::{faults, id, parse};
    use super::super::{Change, Edit, apply};
    use super::*;
    use crate::model::{Conflict, Opportunity};

    #[test]
    fn a_persona_is_forgotten_everywhere() {
        let (mut project, _) = parse("A: a\nL: x y\n~E: p+1 q+1\nparked: k\nwho: pia ola");
        let map = project.journeys.edit(0).unwrap();
        let lane = map.lanes.edit(0).unwrap();
        lane.persona = Some(id("pia"));
        lane.cards.edit(0).unwrap().personas = vec![id("ola"), id("pia")];
        let curve = map.lanes.edit(1).unwrap();
        curve.curves_off = vec![id("pia")];
        curve.points.edit(0).unwrap().persona = Some(id("pia"));
        curve.points.edit(1).unwrap().persona = Some(id("ola"));
        project.parked.edit(0).unwrap().personas = vec![id("pia")];
        let change = Change::Remove(vec![Thing::Persona(id("pia"))]);
        let made = apply(&project, &Edit { journey: id("map"), change }).unwrap();
        assert_eq!(faults(&made), Vec::<String>::new());
        let (old, new) = (&project.journeys[0].lanes, &made.journeys[0].lanes);
        assert_eq!((new[0].persona.clone(), new[0].cards[0].personas.len()), (None, 1));
        assert_eq!((new[1].points.len(), new[1].curves_off.len()), (1, 0));
        assert!(made.parked[0].personas.is_empty());
        assert!(Arc::ptr_eq(&old[0].cards[1], &new[0].cards[1]));
    }

    #[test]
    fn an_opportunity_forgets_the_cards_that_go() {
        let (mut project, selected) = parse("A: a b\nL: [x] / y\nM: z /\nparked: k");
        let cards = ["x", "y", "z", "k"].map(id).to_vec();
        let one = Opportunity { id: id("o"), cards, ..Opportunity::default() };
        project.opportunities.push(Arc::new(one));
        let rows = [
            (selected, vec!["y", "z", "k"]),
            (vec![Thing::Lane(id("L"))], vec!["z", "k"]),
            (vec![Thing::Step(id("a"))], vec!["y", "k"]),
            (vec![Thing::Journey(id("map"))], vec!["k"]),
        ];
        for (things, left) in rows {
            let edit = Edit { journey: id("map"), change: Change::Remove(things) };
            let made = apply(&project, &edit).unwrap();
            let left: Vec<Id> = left.into_iter().map(id).collect();
            assert_eq!(made.opportunities[0].cards, left, "{edit:?}");
        }
    }

    #[test]
    fn conflicts_go_with_what_they_are_about() {
        let (mut project, _) = parse("A: a b\nL: x y / z\nM: m /");
        let about = |list: &str, thing: &str| Conflict {
            list: list.into(),
            thing: id(thing),
            ..Conflict::default()
        };
        let all = [("cards", "x"), ("cards", "z"), ("cards", "m"), ("lanes", "L"), ("tasks", "t")];
        project.conflicts = all.iter().map(|(list, thing)| about(list, thing)).collect();
        let left = |project: &Project, things: &[Thing]| {
            let mut after = project.clone();
            remove(&mut after, &id("map"), things).unwrap();
            let left = after.conflicts.iter().map(|one| one.thing.to_string());
            left.collect::<Vec<_>>().join(" ")
        };
        let x = Thing::Card(CardRef { lane: Some(id("L")), card: id("x") });
        assert_eq!(left(&project, &[x]), "z m L t");
        assert_eq!(left(&project, &[Thing::Lane(id("L"))]), "m t");
    }
}
