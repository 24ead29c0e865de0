//! Copies of what is selected, each beside its original: a phase or step with what stands in it, a
//! lane with all its cards and points.

use super::chain::follow_copies;
use super::fresh::copy_of;
use super::paste::duplicate_cards;
use super::{Change, EditError, Spot};
use crate::model::{
    Card, EmotionPoint, Id, IdSource, Journey, Lane, List, Persona, Phase, Project, Question, Step,
    Thing,
};
use std::collections::HashMap;
use std::sync::Arc;

/// So far across its step from its original a copied point stands; back where the step ends.
const POINT_ASIDE: f64 = 0.2;

/// Copies of all of `things` that are of the kind of the last one; cards and points go together.
/// Transitions and the map itself have none.
///
/// # Errors
/// Says which card is missing.
pub fn duplicate(
    project: &Project,
    journey: &Journey,
    things: &[Thing],
    ids: &mut IdSource,
) -> Result<Change, EditError> {
    let chosen =
        |is: fn(&Thing) -> bool, id: &Id| things.iter().any(|one| is(one) && one.id() == id);
    let mut changes = match things.last() {
        Some(Thing::Phase(_)) => {
            let is = |thing: &Thing| matches!(thing, Thing::Phase(_));
            let phases = journey.phases.iter().enumerate();
            copied_phases(journey, phases.filter(|(_, phase)| chosen(is, &phase.id)), ids)
        }
        Some(Thing::Step(_)) => {
            let is = |thing: &Thing| matches!(thing, Thing::Step(_));
            copied_steps(journey, |step| chosen(is, step), ids)
        }
        Some(Thing::Lane(_)) => {
            let is = |thing: &Thing| matches!(thing, Thing::Lane(_));
            let lanes = journey.lanes.iter().enumerate().filter(|(_, lane)| chosen(is, &lane.id));
            copied_lanes(lanes, ids)
        }
        Some(Thing::Persona(_)) => {
            let is = |thing: &Thing| matches!(thing, Thing::Persona(_));
            let personas = project.personas.iter().filter(|persona| chosen(is, &persona.id));
            let copies =
                personas.map(|persona| Persona { id: ids.next_id(), ..Persona::clone(persona) });
            vec![Change::PutPersonas(copies.collect())]
        }
        _ => vec![
            duplicate_cards(project, journey, things, ids)?,
            copied_points(journey, things, ids),
        ],
    };
    changes.retain(|change| !is_nothing(change));
    Ok(match changes.len() {
        1 => changes.remove(0),
        _ => Change::Together(changes),
    })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
fn is_nothing(change: &Change) -> bool {
    match change {
        Change::AddCards(cards) => cards.is_empty(),
        Change::PutPoints(points) => points.is_empty(),
        _ => false,
    }
}

fn copied_phases<'a>(
    journey: &Journey,
    phases: impl DoubleEndedIterator<Item = (usize, &'a Arc<Phase>)>,
    ids: &mut IdSource,
) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut contents = Contents::default();
    for (at, phase) in phases.rev() {
        let steps: List<Step> =
            phase.steps.iter().map(|step| contents.copied_step(step, ids)).collect();
        contents.copy(journey, phase.steps.iter().map(|step| &step.id), ids);
        let questions = phase
            .checklist
            .iter()
            .map(|one| Question { id: ids.next_id(), ..Question::clone(one) });
        let checklist = questions.collect();
        let (id, origin) = (ids.next_id(), None);
        let copy = Phase { id, steps, checklist, origin, ..Phase::clone(phase) };
        changes.push(Change::AddPhases { at: at + 1, phases: vec![copy] });
    }
    changes.extend(contents.changes());
    changes
}

fn copied_steps(
    journey: &Journey,
    chosen: impl Fn(&Id) -> bool,
    ids: &mut IdSource,
) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut contents = Contents::default();
    for phase in &journey.phases {
        for (at, step) in phase.steps.iter().enumerate().rev().filter(|(_, step)| chosen(&step.id))
        {
            let copy = contents.copied_step(step, ids);
            contents.copy(journey, std::iter::once(&step.id), ids);
            let steps = vec![copy];
            changes.push(Change::AddSteps { phase: phase.id.clone(), at: at + 1, steps });
        }
    }
    changes.extend(contents.changes());
    changes
}

/// What stands in copied steps, by the copies of the steps.
#[derive(Default)]
struct Contents<'a> {
    /// The copy of each step.
    steps: HashMap<Id, Id>,
    /// The copy of each card.
    copies: HashMap<&'a Id, Id>,
    cards: Vec<(Spot, Card)>,
    points: Vec<(Id, EmotionPoint)>,
}

impl<'a> Contents<'a> {
    fn copied_step(&mut self, step: &Step, ids: &mut IdSource) -> Step {
        let id = ids.next_id();
        self.steps.insert(step.id.clone(), id.clone());
        Step { id, origin: None, ..step.clone() }
    }

    /// Copies what stands in these steps. A card that spans steps beyond them reaches as far as
    /// their copies do.
    fn copy<'b>(
        &mut self,
        journey: &'a Journey,
        steps: impl Iterator<Item = &'b Id> + Clone,
        ids: &mut IdSource,
    ) {
        let last = steps.clone().last().and_then(|last| self.steps.get(last)).cloned();
        let within: HashMap<&Id, Id> =
            steps.filter_map(|step| Some((step, self.steps.get(step)?.clone()))).collect();
        for lane in &journey.lanes {
            for card in &lane.cards {
                let Some(step) = within.get(&card.step).cloned() else { continue };
                let end = |until| within.get(until).cloned().or_else(|| last.clone());
                let until = card.until.as_ref().and_then(end).filter(|until| *until != step);
                let copy = Card { step: step.clone(), until, ..copy_of(card, ids) };
                self.copies.insert(&card.id, copy.id.clone());
                let spot = Spot::Cell { lane: lane.id.clone(), step, index: usize::MAX };
                self.cards.push((spot, copy));
            }
        }
        for lane in &journey.lanes {
            for point in &lane.points {
                let Some(step) = within.get(&point.step).cloned() else { continue };
                let touchpoint =
                    point.touchpoint.as_ref().and_then(|card| self.copies.get(card).cloned());
                let id = ids.next_id();
                let copy = EmotionPoint { id, step, touchpoint, ..EmotionPoint::clone(point) };
                self.points.push((lane.id.clone(), copy));
            }
        }
    }

    fn changes(mut self) -> [Change; 2] {
        follow_copies(self.cards.iter_mut().map(|(_, card)| card), &self.copies);
        [Change::AddCards(self.cards), Change::PutPoints(self.points)]
    }
}

/// Copies of lanes, whose cards lead to each other as their originals do.
fn copied_lanes<'a>(
    lanes: impl DoubleEndedIterator<Item = (usize, &'a Arc<Lane>)>,
    ids: &mut IdSource,
) -> Vec<Change> {
    let mut names: HashMap<&Id, Id> = HashMap::new();
    // From the last one on, so that the places before it stay as they are.
    let mut copies: Vec<(usize, Lane)> =
        lanes.rev().map(|(at, lane)| (at + 1, copied_lane(lane, &mut names, ids))).collect();
    let cards = copies.iter_mut().flat_map(|(_, lane)| lane.cards.iter_mut());
    let leading = cards.filter(|card| card.next.is_some());
    follow_copies(leading.map(Arc::make_mut), &names);
    copies.into_iter().map(|(at, lane)| Change::AddLanes { at, lanes: vec![lane] }).collect()
}

fn copied_lane<'a>(lane: &'a Lane, copies: &mut HashMap<&'a Id, Id>, ids: &mut IdSource) -> Lane {
    let cards = lane.cards.iter().map(|card| {
        let copy = copy_of(card, ids);
        copies.insert(&card.id, copy.id.clone());
        copy
    });
    let cards = cards.collect();
    let points = lane.points.iter().map(|point| {
        let own = |card: &Id| copies.get(card).cloned().unwrap_or_else(|| card.clone());
        let touchpoint = point.touchpoint.as_ref().map(own);
        EmotionPoint { id: ids.next_id(), touchpoint, ..EmotionPoint::clone(point) }
    });
    let points = points.collect();
    Lane { id: ids.next_id(), origin: None, cards, points, ..lane.clone() }
}

/// Copies of points stand a little aside in the same step: at the same place they would not be seen.
fn copied_points(journey: &Journey, things: &[Thing], ids: &mut IdSource) -> Change {
    let chosen = |id: &Id| {
        things.iter().any(|thing| matches!(thing, Thing::Point { point, .. } if point == id))
    };
    let mut copies = Vec::new();
    for lane in &journey.lanes {
        for point in lane.points.iter().filter(|point| chosen(&point.id)) {
            let at = point.at.unwrap_or(0.5);
            let aside = at + POINT_ASIDE;
            let at = Some(if aside <= 1.0 { aside } else { at - POINT_ASIDE });
            // What belongs to a touchpoint stands where that is; the copy is of the step alone.
            let touchpoint = None;
            let copy =
                EmotionPoint { id: ids.next_id(), at, touchpoint, ..EmotionPoint::clone(point) };
            copies.push((lane.id.clone(), copy));
        }
    }
    Change::PutPoints(copies)
}

#[cfg(test)]
mod tests {
    use super::super::notation::{faults, id, parse};
    use super::super::{Edit, apply};
    use super::*;

    /// The map of `text` after `things` were duplicated: phases with the number of their steps, and
    /// lanes with the texts of their cards and points, step by step.
    #[track_caller]
    fn duplicated(text: &str, things: &[Thing]) -> String {
        let (project, _) = parse(text);
        let journey = &project.journeys[0];
        let change = duplicate(&project, journey, things, &mut IdSource::seeded(1)).unwrap();
        let edit = Edit { journey: id("map"), change };
        let made = apply(&project, &edit).unwrap();
        assert_eq!(faults(&made), Vec::<String>::new());
        let map = &made.journeys[0];
        let order: Vec<&Id> = map.steps().map(|(_, step)| &step.id).collect();
        let phases = map.phases.iter().map(|phase| phase.steps.len().to_string());
        let phases = phases.collect::<Vec<_>>().join(" ");
        let lanes = map.lanes.iter().map(|lane| {
            let cells = order.iter().enumerate().map(|(at, step)| {
                let cards = lane.cards.iter().filter(|card| card.step == **step).map(|card| {
                    let until = card.until.as_ref();
                    let to = until.and_then(|until| order.iter().position(|one| *one == until));
                    let reach = to.map(|to| format!(">{}", to - at)).unwrap_or_default();
                    format!("{}{reach}", card.text)
                });
                let points = lane.points.iter().filter(|point| point.step == **step);
                let points = points.map(|point| {
                    let touch = if point.touchpoint.is_some() { "@" } else { "" };
                    format!("{:+}{touch}", point.value)
                });
                cards.chain(points).collect::<Vec<_>>().join(" ")
            });
            cells.collect::<Vec<_>>().join("/")
        });
        format!("{phases}: {}", lanes.collect::<Vec<_>>().join(" | "))
    }

    #[test]
    fn each_kind_has_its_copy_beside_it_with_what_stands_in_it() {
        let map = "A: a b | B: c\nL: x>b y / z>c | w\n~E: p+1@x / q-1 |";
        let rows: [(&[Thing], &str); 7] = [
            (&[Thing::Phase(id("A"))], "2 2 1: x>1 y/z>3/x>1 y/z/w | +1@/-1/+1@/-1/"),
            (
                &[Thing::Phase(id("B")), Thing::Phase(id("A"))],
                "2 2 1 1: x>1 y/z>3/x>1 y/z/w/w | +1@/-1/+1@/-1//",
            ),
            (&[Thing::Step(id("a"))], "3 1: x>2 y/x y/z>1/w | +1@/+1@/-1/"),
            (&[Thing::Lane(id("L"))], "2 1: x>1 y/z>1/w | x>1 y/z>1/w | +1@/-1/"),
            (&[Thing::Lane(id("E"))], "2 1: x>1 y/z>1/w | +1@/-1/ | +1@/-1/"),
            (&[Thing::Point { lane: id("E"), point: id("q") }], "2 1: x>1 y/z>1/w | +1@/-1 -1/"),
            (
                &[Thing::Card(crate::model::CardRef { lane: Some(id("L")), card: id("w") })],
                "2 1: x>1 y/z>1/w w | +1@/-1/",
            ),
        ];
        for (things, after) in rows {
            assert_eq!(duplicated(map, things), after, "{things:?}");
        }
    }

    #[test]
    fn a_copied_point_stands_aside_within_its_step() {
        let (mut project, _) = parse("A: a\n~E: p+1");
        let thing = [Thing::Point { lane: id("E"), point: id("p") }];
        for (at, aside) in [(None, 0.7), (Some(0.9), 0.7), (Some(0.0), 0.2)] {
            let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
            lane.points.edit(0).unwrap().at = at;
            let made = duplicate(&project, &project.journeys[0], &thing, &mut IdSource::seeded(1));
            let Ok(Change::PutPoints(points)) = made else { panic!("{made:?}") };
            assert!((points[0].1.at.unwrap() - aside).abs() < 1e-9, "{at:?}");
        }
    }

    #[test]
    fn a_persona_is_copied_into_the_map() {
        let (project, _) = parse("A: a\nL:\nwho: pia");
        let things = [Thing::Persona(id("pia"))];
        let change =
            duplicate(&project, &project.journeys[0], &things, &mut IdSource::seeded(1)).unwrap();
        let made = apply(&project, &Edit { journey: id("map"), change }).unwrap();
        assert_eq!((made.personas.len(), made.journeys[0].personas.len()), (2, 2));
    }
}
