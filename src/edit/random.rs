//! Thousands of seeded random edits, sound and nonsensical: the map stays sound after each, and
//! history leads back to the start and forth to the end.

use super::notation::{faults, id, parse, print};
use super::*;
use crate::model::*;
use std::sync::Arc;

/// Picks by a seed.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `sides`; 0 for none.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as usize % sides.max(1)
    }

    /// One of these, seldom one that is not there.
    fn pick(&mut self, ids: &[Id]) -> Id {
        match ids.get(self.roll(ids.len())) {
            Some(id) if self.roll(25) > 0 => id.clone(),
            _ => Id::new("nonsense"),
        }
    }
}

/// What there is on a map, to pick from.
struct There {
    map: Arc<Journey>,
    phases: Vec<Id>,
    steps: Vec<Id>,
    lanes: Vec<Id>,
    cards: Vec<Id>,
    points: Vec<Id>,
}

impl There {
    fn of(project: &Project, journey: &Id) -> Self {
        let map = project.journey(journey).unwrap().1.clone();
        let in_lanes = map.lanes.iter().flat_map(|lane| lane.cards.iter());
        Self {
            phases: map.phases.iter().map(|one| one.id.clone()).collect(),
            steps: map.steps().map(|(_, one)| one.id.clone()).collect(),
            lanes: map.lanes.iter().map(|one| one.id.clone()).collect(),
            cards: in_lanes.chain(project.parked.iter()).map(|one| one.id.clone()).collect(),
            points: map
                .lanes
                .iter()
                .flat_map(|lane| lane.points.iter().map(|one| one.id.clone()))
                .collect(),
            map,
        }
    }

    fn spot(&self, dice: &mut Dice) -> Spot {
        let index = dice.roll(5);
        if dice.roll(6) == 0 {
            return Spot::Parked { index };
        }
        Spot::Cell { lane: dice.pick(&self.lanes), step: dice.pick(&self.steps), index }
    }

    /// A card with a hint that may be wrong.
    fn card(&self, dice: &mut Dice) -> CardRef {
        let lane = (dice.roll(5) > 0).then(|| dice.pick(&self.lanes));
        CardRef { lane, card: dice.pick(&self.cards) }
    }

    /// Some cards, none of them twice.
    fn some_cards(&self, dice: &mut Dice) -> Vec<CardRef> {
        let mut refs: Vec<CardRef> = (0..=dice.roll(4)).map(|_| self.card(dice)).collect();
        refs.sort_by(|a, b| a.card.cmp(&b.card));
        refs.dedup_by(|a, b| a.card == b.card);
        refs
    }

    fn thing(&self, project: &Project, dice: &mut Dice) -> Thing {
        let personas: Vec<Id> = project.personas.iter().map(|one| one.id.clone()).collect();
        let transitions: Vec<Id> = self.map.transitions.iter().map(|one| one.id.clone()).collect();
        match dice.roll(16) {
            0..8 => Thing::Card(self.card(dice)),
            8..10 => Thing::Point { lane: dice.pick(&self.lanes), point: dice.pick(&self.points) },
            10 => Thing::Phase(dice.pick(&self.phases)),
            11..13 => Thing::Step(dice.pick(&self.steps)),
            13 => Thing::Lane(dice.pick(&self.lanes)),
            14 => Thing::Persona(dice.pick(&personas)),
            _ => Thing::Transition(dice.pick(&transitions)),
        }
    }
}

fn random_card(there: &There, project: &Project, dice: &mut Dice, ids: &mut IdSource) -> Card {
    let until = (dice.roll(3) == 0).then(|| dice.pick(&there.steps));
    let step = dice.pick(&there.steps);
    let who = project.personas.get(dice.roll(project.personas.len()));
    let personas = who.iter().map(|one| one.id.clone()).collect();
    let next = (dice.roll(2) == 0).then(|| dice.pick(&there.cards));
    Card { step, until, personas, next, ..new_card("text", ids) }
}

/// An edit, sound or nonsensical.
pub(crate) fn random_change(
    project: &Project,
    journey: &Id,
    dice: &mut Dice,
    ids: &mut IdSource,
) -> Change {
    let there = There::of(project, journey);
    match dice.roll(20) {
        0..3 => {
            let cards = (0..=dice.roll(3))
                .map(|_| (there.spot(dice), random_card(&there, project, dice, ids)));
            Change::AddCards(cards.collect())
        }
        3..6 => {
            let refs = there.some_cards(dice);
            Change::MoveCards(refs.into_iter().map(|one| (one, there.spot(dice))).collect())
        }
        6 => {
            let puts = there.some_cards(dice).into_iter();
            let puts = puts.map(|one| (one, random_card(&there, project, dice, ids)));
            Change::PutCards(puts.collect())
        }
        7 => Change::AddPhases {
            at: dice.roll(9),
            phases: vec![new_phase(ids), Phase { id: ids.next_id(), ..Phase::default() }],
        },
        8 => Change::AddSteps {
            phase: dice.pick(&there.phases),
            at: dice.roll(9),
            steps: vec![new_step(ids)],
        },
        9 => {
            let kind = if dice.roll(3) == 0 { LaneKind::Emotions } else { LaneKind::Notes };
            Change::AddLanes { at: dice.roll(9), lanes: vec![new_lane(kind, ids)] }
        }
        10 => Change::MovePhase { phase: dice.pick(&there.phases), to: dice.roll(9) },
        11 => {
            let (step, phase) = (dice.pick(&there.steps), dice.pick(&there.phases));
            Change::MoveStep { step, phase, to: dice.roll(9) }
        }
        12 => Change::MoveLane { lane: dice.pick(&there.lanes), to: dice.roll(9) },
        13..15 => {
            let new = dice.roll(2) == 0;
            let id = if new { ids.next_id() } else { dice.pick(&there.points) };
            let touchpoint = (dice.roll(2) == 0).then(|| dice.pick(&there.cards));
            let value = dice.roll(9) as f64 - 4.0;
            let at = [None, Some(f64::NAN), Some(7.0), Some(0.5)][dice.roll(4)];
            let step = dice.pick(&there.steps);
            let point = EmotionPoint { id, step, value, at, touchpoint, ..EmotionPoint::default() };
            Change::PutPoints(vec![(dice.pick(&there.lanes), point)])
        }
        15 => {
            let (from, to) = (dice.pick(&there.phases), Some(dice.pick(&there.steps)));
            let new = Transition { id: ids.next_id(), from, to, ..Transition::default() };
            Change::PutTransitions(vec![new])
        }
        16 => Change::PutPersonas(vec![Persona { id: ids.next_id(), ..Persona::default() }]),
        18 => {
            // What the map began with, and shares no pointers with it.
            let from = Arc::new(parse(START).0);
            let began = There::of(&from, journey);
            let things = (0..=dice.roll(3)).map(|_| began.thing(&from, dice)).collect();
            let what = match dice.roll(8) {
                0 => Returning::All,
                1 => Returning::Things(vec![Thing::Journey(journey.clone())]),
                _ => Returning::Things(things),
            };
            Change::BringBack { from, what }
        }
        17 => Change::Remove((0..=dice.roll(3)).map(|_| there.thing(project, dice)).collect()),
        _ => {
            let things = there.some_cards(dice).into_iter().map(Thing::Card);
            let points = there.points.iter().take(dice.roll(3));
            let point = |point: &Id| Thing::Point { lane: Id::default(), point: point.clone() };
            let things: Vec<Thing> = things.chain(points.map(point)).collect();
            match dice.roll(3) {
                0 => duplicate(project, &there.map, &things, ids).unwrap_or(Change::Remove(things)),
                1 => paste_text("a\tb\nc", &there.map, &there.spot(dice), ids),
                _ => {
                    let clip = Clip::of(project, &there.map, &things);
                    let clip = Clip::from_json(&clip.to_json()).unwrap();
                    paste(&clip, project, &there.map, &there.spot(dice), ids)
                }
            }
        }
    }
}

const START: &str = "A: a b | B: c | C: d
    L: x y>c / z | w |
    M: / k>d | |
    ~E: p+1@x / | q-1 |
    -> t: A c
    parked: l m
    who: pia ola";

#[test]
fn a_map_stays_sound_whatever_is_done_to_it() {
    let mut made = 0;
    for seed in 0..40 {
        let mut dice = Dice(seed);
        let (start, _) = parse(START);
        let mut editor = Editor::new(start.clone(), IdSource::seeded(seed));
        let mut labels = Vec::new();
        for _ in 0..100 {
            let before = editor.project().clone();
            let change = random_change(&before, &id("map"), &mut dice, &mut editor.ids.clone());
            // The ids that were used shall not come again.
            (0..20).for_each(|_| drop(editor.ids.next_id()));
            let edit = Edit { journey: id("map"), change };
            match editor.edit(edit.clone()) {
                Ok(()) => {
                    assert_eq!(faults(editor.project()), Vec::<String>::new(), "{edit:?}");
                    made += 1;
                }
                Err(_) => assert!(Arc::ptr_eq(&before, editor.project()), "{edit:?}"),
            }
            check_shared(&before, editor.project());
            let step = !Arc::ptr_eq(&before, editor.project());
            assert_eq!(step, **editor.project() != *before, "a step for each change: {edit:?}");
            labels.extend(editor.undo_label().filter(|_| step));
        }
        let end = editor.project().clone();
        for label in labels.iter().rev() {
            let shown = editor.undo().unwrap();
            assert_eq!(shown.label, *label);
            check_shown(editor.project(), &shown);
        }
        assert_eq!((editor.undo(), print(editor.project(), &[])), (None, print(&start, &[])));
        assert!(!editor.is_modified() && **editor.project() == start);
        while let Some(shown) = editor.redo() {
            check_shown(editor.project(), &shown);
        }
        assert!(Arc::ptr_eq(editor.project(), &end));
    }
    assert!(made > 2000, "only {made} of the edits could be made");
}

/// What is as it was is not copied.
fn check_shared(before: &Project, after: &Project) {
    fn check<T: PartialEq>(old: &List<T>, new: &List<T>, id: impl Fn(&T) -> &Id) {
        for new in new {
            let old = old.iter().find(|old| id(old) == id(new));
            assert!(old.is_none_or(|old| old != new || Arc::ptr_eq(old, new)), "{}", id(new));
        }
    }
    let (old, new) = (&before.journeys[0], &after.journeys[0]);
    check(&before.journeys, &after.journeys, |one| &one.id);
    check(&old.phases, &new.phases, |one| &one.id);
    check(&old.lanes, &new.lanes, |one| &one.id);
    for (lane, new) in new.lanes.iter().filter_map(|new| Some((old.lane(&new.id)?.1, new))) {
        check(&lane.cards, &new.cards, |one| &one.id);
        check(&lane.points, &new.points, |one| &one.id);
    }
}

fn check_shown(project: &Project, shown: &Shown) {
    let map = project.journey(&shown.journey).unwrap().1;
    for thing in &shown.things {
        let there = match thing {
            Thing::Card(CardRef { lane: Some(lane), card }) => {
                map.lane(lane).is_some_and(|(_, lane)| lane.card(card).is_some())
            }
            Thing::Card(CardRef { lane: None, card }) => {
                project.parked.iter().any(|one| one.id == *card)
            }
            Thing::Point { lane, point } => map
                .lane(lane)
                .is_some_and(|(_, lane)| lane.points.iter().any(|one| one.id == *point)),
            Thing::Phase(id) => map.phases.iter().any(|one| one.id == *id),
            Thing::Step(id) => map.steps().any(|(_, one)| one.id == *id),
            Thing::Lane(id) => map.lane(id).is_some(),
            Thing::Persona(id) => project.persona(id).is_some(),
            Thing::Transition(id) => map.transitions.iter().any(|one| one.id == *id),
            Thing::Journey(id) => project.journey(id).is_some(),
        };
        assert!(there, "{thing:?} of {shown:?}");
    }
    if let Some((lane, step)) = &shown.cell {
        assert!(map.lane(lane).is_some() && map.steps().any(|(_, one)| one.id == *step));
    }
}
