//! Two journeys on one map.

use super::super::{FeelingGap, counterpart, differences};
use super::*;
use crate::model::{JourneyKind, Phase, Step};
use crate::words::Lang;

fn id(text: &str) -> Id {
    Id::new(text)
}

fn words() -> Words {
    Words::new(Lang::Sv)
}

/// A phase whose steps are called and named after it: `a1 a2`.
fn phase(name: &str, steps: usize, origin: Option<&str>) -> Phase {
    let of = |name: &str, n: usize| id(&format!("{name}{n}"));
    let steps = (1..=steps).map(|n| Step {
        id: of(name, n),
        origin: origin.map(|origin| of(origin, n)),
        ..Step::default()
    });
    let title = format!("Phase {name}");
    Phase {
        id: id(name),
        title,
        origin: origin.map(id),
        steps: steps.collect(),
        ..Phase::default()
    }
}

fn card(name: &str, step: &str, text: &str, origin: Option<&str>) -> Card {
    let origin = origin.map(id);
    Card { id: id(name), step: id(step), text: text.into(), origin, ..Card::default() }
}

fn point(name: &str, step: &str, value: f64) -> EmotionPoint {
    let persona = Some(id("anna"));
    EmotionPoint { id: id(name), step: id(step), value, persona, ..EmotionPoint::default() }
}

fn lane(name: &str, kind: LaneKind, cards: Vec<Card>, points: Vec<EmotionPoint>) -> Lane {
    let (cards, points) = (cards.into_iter().collect(), points.into_iter().collect());
    Lane { id: id(name), kind, cards, points, ..Lane::default() }
}

/// Today with the phases a, b and c, and what was made from it: without b, with a new d.
fn two() -> Project {
    let today = Journey {
        id: id("today"),
        title: "Today".into(),
        kind: Some(JourneyKind::Current),
        personas: vec![id("anna")],
        phases: [phase("a", 2, None), phase("b", 1, None), phase("c", 1, None)]
            .into_iter()
            .collect(),
        lanes: [
            lane(
                "doing",
                LaneKind::Actions,
                vec![
                    card("x", "a1", "Waits", None),
                    card("y", "b1", "Calls", None),
                    card("z", "c1", "Pays", None),
                ],
                vec![],
            ),
            lane(
                "curve",
                LaneKind::Emotions,
                vec![],
                vec![point("p", "a1", -1.0), point("q", "b1", -2.0), point("r", "c1", 0.0)],
            ),
            lane("old", LaneKind::Notes, vec![card("n", "a2", "Fax", None)], vec![]),
        ]
        .into_iter()
        .collect(),
        ..Journey::default()
    };
    let ideal = Journey {
        id: id("ideal"),
        title: "Ideal".into(),
        kind: Some(JourneyKind::Future),
        personas: vec![id("anna")],
        origin: Some(id("today")),
        phases: [phase("A", 2, Some("a")), phase("C", 1, Some("c")), phase("D", 1, None)]
            .into_iter()
            .collect(),
        lanes: [
            lane(
                "Curve",
                LaneKind::Emotions,
                vec![],
                vec![point("P", "A1", 1.0), point("R", "C1", 1.5), point("S", "D1", 2.0)],
            ),
            lane(
                "Doing",
                LaneKind::Actions,
                vec![
                    card("X", "A1", "Waits", Some("x")),
                    card("Z", "C1", "Pays by card", Some("z")),
                    card("W", "D1", "Recommends", None),
                ],
                vec![],
            ),
        ]
        .into_iter()
        .collect(),
        ..Journey::default()
    };
    let anna = Persona { id: id("anna"), name: "Anna".into(), ..Persona::default() };
    Project {
        personas: [anna].into_iter().collect(),
        journeys: [today, ideal].into_iter().collect(),
        ..Project::default()
    }
}

#[test]
fn what_is_new_changed_and_gone_is_told_whichever_is_named_first() {
    let project = two();
    let found = differences(&project, &id("ideal"), &id("today")).unwrap();
    assert_eq!(found, differences(&project, &id("today"), &id("ideal")).unwrap());
    assert_eq!((found.earlier.as_str(), found.later.as_str()), ("today", "ideal"));
    let cards = found.cards.iter().map(|one| (one.card.as_str(), one.change.clone()));
    let expected = [
        ("Z", ChangeKind::Changed),
        ("W", ChangeKind::New),
        // Of notes the later one has no lane: it does not say that they are gone.
        ("y", ChangeKind::Removed),
    ];
    assert_eq!(cards.collect::<Vec<_>>(), expected);
    assert_eq!(found.cards[0].before.as_deref(), Some("Pays"));
    let gap = |phase: &str, before, after| FeelingGap {
        persona: Some(id("anna")),
        phase: id(phase),
        before,
        after,
    };
    assert_eq!(found.gaps, [gap("A", -1.0, 1.0), gap("C", 0.0, 1.5)]);
    // (2 + 1.5) / 2
    assert_eq!(found.better(Some(&id("anna"))), Some(1.75));
    assert_eq!(found.lift(Some(&id("anna"))), Some(&gap("A", -1.0, 1.0)));
    assert_eq!((found.better(None), found.personas()), (None, vec![Some(&id("anna"))]));
    assert_eq!(differences(&project, &id("today"), &id("today")), None);
    assert_eq!(counterpart(&project, &id("today")), Some(id("ideal")));
    assert_eq!(counterpart(&project, &id("ideal")), Some(id("today")));
}

#[test]
fn over_each_other_both_share_columns_and_the_gap_is_between_their_curves() {
    let both = compared(&two(), &id("today"), &id("ideal"), How::Over, &words()).unwrap();
    let [map] = &both.journeys[..] else { panic!("one map") };
    let steps: Vec<&str> = map.steps().map(|(_, step)| step.id.as_str()).collect();
    assert_eq!(steps, ["A1", "A2", "b1", "C1", "D1"]);
    let lanes: Vec<&str> = map.lanes.iter().map(|lane| lane.id.as_str()).collect();
    // The notes have no lane in the later one, and are not compared.
    assert_eq!(lanes, ["Curve", "Doing"]);
    let cards: Vec<_> = map.lanes[1]
        .cards
        .iter()
        .map(|card| (card.id.as_str(), card.step.as_str(), card.change.clone()))
        .collect();
    let expected = [
        ("X", "A1", None),
        ("Z", "C1", Some(ChangeKind::Changed)),
        ("W", "D1", Some(ChangeKind::New)),
        ("y", "b1", Some(ChangeKind::Removed)),
    ];
    assert_eq!(cards, expected);
    let curve = &map.lanes[0];
    assert_eq!(curve.gap_between, [id("anna~earlier"), id("anna~later")]);
    assert_eq!(map.personas, [id("anna~later"), id("anna~earlier")]);
    assert_eq!(curve.points.len(), 6);
    let name = |id: &Id| both.persona(id).unwrap().1.name.clone();
    assert_eq!(name(&map.personas[0]), "Anna · framtida läge");
    assert_eq!(name(&map.personas[1]), "Anna · nuläge");
    let known: HashSet<&str> = steps.into_iter().collect();
    assert!(curve.points.iter().all(|point| known.contains(point.step.as_str())));
}

#[test]
fn above_each_other_the_later_ones_lanes_come_below_a_line() {
    let both = compared(&two(), &id("ideal"), &id("today"), How::Above, &words()).unwrap();
    let map = &both.journeys[0];
    let lanes: Vec<&str> = map.lanes.iter().map(|lane| lane.id.as_str()).collect();
    assert_eq!(lanes, ["doing", "curve", "old", "Curve", "Doing"]);
    assert_eq!(map.lanes[0].title, "Vad kunden gör · nuläge");
    assert_eq!(map.lanes[2].line, Some(Line::Other("Ideal".into())));
    assert_eq!(map.lanes[0].cards[2].step, id("C1"));
    assert_eq!(map.lanes[0].cards[1].change, Some(ChangeKind::Removed));
    assert_eq!(map.lanes[4].cards[2].change, Some(ChangeKind::New));
}

#[test]
fn strangers_are_paired_by_title_and_then_by_place() {
    let mut project = two();
    let ideal = project.journeys.edit(1).unwrap();
    ideal.origin = None;
    ideal.phases = [
        Phase { title: "phase B ".into(), ..phase("A", 1, None) },
        phase("C", 1, None),
        Phase { title: "Something else".into(), ..phase("D", 1, None) },
    ]
    .into_iter()
    .collect();
    let lane = ideal.lanes.edit(1).unwrap();
    lane.cards = [card("X", "A1", "calls", None)].into_iter().collect();
    let both = compared(&project, &id("today"), &id("ideal"), How::Over, &words()).unwrap();
    let steps: Vec<&str> = both.journeys[0].steps().map(|(_, step)| step.id.as_str()).collect();
    // Phase a has no partner: b is called like A, c like C, and D stands where nothing is left.
    assert_eq!(steps, ["a1", "a2", "A1", "C1", "D1"]);
    let found = differences(&project, &id("today"), &id("ideal")).unwrap();
    let gone = found.cards.iter().filter(|one| one.change == ChangeKind::Removed);
    let gone: Vec<&str> = gone.map(|one| one.card.as_str()).collect();
    assert_eq!(gone, ["x", "z"], "of the notes the other says nothing");
    assert_eq!(found.count(&ChangeKind::Changed), 1, "other letters are another text");
    assert_eq!(found.count(&ChangeKind::New), 0);
}

#[test]
fn customers_of_what_is_gone_are_not_counted_with_the_others() {
    let mut project = two();
    let counted = |phase: &mut Phase, count: f64| {
        (phase.customers_in, phase.customers_out) = (Some(count), Some(count / 2.0));
        let step = phase.steps.edit(phase.steps.len() - 1).unwrap();
        (step.customers_in, step.customers_out) = (Some(count), Some(count / 2.0));
    };
    for journey in 0..2 {
        for place in 0..3 {
            let phases = &mut project.journeys.edit(journey).unwrap().phases;
            counted(phases.edit(place).unwrap(), if journey == 0 { 100.0 } else { 10.0 });
        }
    }
    // The later map has lost a step of the first phase too.
    let first = project.journeys.edit(1).unwrap().phases.edit(0).unwrap();
    first.steps.retain(|step| step.id != id("A2"));
    let both = compared(&project, &id("today"), &id("ideal"), How::Over, &words()).unwrap();
    let phases = &both.journeys[0].phases;
    let counts: Vec<_> = phases.iter().map(|phase| phase.customers_in).collect();
    assert_eq!(counts, [Some(10.0), None, Some(10.0), Some(10.0)]);
    let steps = both.journeys[0].steps();
    let steps: Vec<_> = steps.map(|(_, step)| (step.id.as_str(), step.customers_in)).collect();
    let expected =
        [("A1", None), ("a2", None), ("b1", None), ("C1", Some(10.0)), ("D1", Some(10.0))];
    assert_eq!(steps, expected);
}

#[test]
fn phases_only_one_of_them_has_are_told() {
    let both = compared(&two(), &id("today"), &id("ideal"), How::Over, &words()).unwrap();
    let titles: Vec<&str> = both.journeys[0].phases.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Phase A", "Phase b · borttagen", "Phase C", "Phase D · ny"]);
    let found = differences(&two(), &id("today"), &id("ideal")).unwrap();
    let count = |change| found.phases(&change);
    assert_eq!((count(ChangeKind::New), count(ChangeKind::Removed)), (1, 1));
}

#[test]
fn only_what_is_drawn_of_both_is_compared() {
    let mut project = two();
    let counts = |project: &Project| {
        let found = differences(project, &id("today"), &id("ideal")).unwrap();
        let kinds = [ChangeKind::New, ChangeKind::Changed, ChangeKind::Removed];
        kinds.map(|kind| found.count(&kind))
    };
    let drawn = |project: &Project, how: How| {
        let both = compared(project, &id("today"), &id("ideal"), how, &words()).unwrap();
        let lanes = both.journeys[0].lanes.iter().filter(|lane| !lane.hidden);
        let cards: Vec<Arc<Card>> = lanes.flat_map(|lane| lane.cards.to_vec()).collect();
        let kinds = [ChangeKind::New, ChangeKind::Changed, ChangeKind::Removed];
        kinds.map(|kind| cards.iter().filter(|card| card.change.as_ref() == Some(&kind)).count())
    };
    for how in [How::Over, How::Above] {
        assert_eq!(drawn(&project, how), counts(&project), "{how:?}");
    }
    assert_eq!(counts(&project), [1, 1, 1]);
    // A sketch of the future with a curve alone says of no card that it is gone.
    let mut sketch = project.clone();
    sketch.journeys.edit(1).unwrap().lanes.retain(|lane| lane.kind == LaneKind::Emotions);
    assert_eq!(counts(&sketch), [0, 0, 0]);
    for how in [How::Over, How::Above] {
        assert_eq!(drawn(&sketch, how), [0, 0, 0], "{how:?}");
    }
    // With an empty lane it does.
    let lane = project.journeys.edit(1).unwrap().lanes.edit(1).unwrap();
    lane.cards = List::default();
    assert_eq!((counts(&project), drawn(&project, How::Over)), ([0, 0, 3], [0, 0, 3]));
    // What is hidden is neither drawn nor counted, and a curve that is off is not felt.
    project.journeys.edit(1).unwrap().lanes.edit(1).unwrap().hidden = true;
    assert_eq!((counts(&project), drawn(&project, How::Over)), ([0, 0, 0], [0, 0, 0]));
    project.journeys.edit(1).unwrap().lanes.edit(0).unwrap().curves_off = vec![id("anna")];
    let found = differences(&project, &id("today"), &id("ideal")).unwrap();
    assert_eq!(found.gaps, []);
}
