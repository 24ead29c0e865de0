//! Every change on small maps: before, the change, after.

use super::notation::{faults, id, parse, print};
use super::*;
use crate::model::*;
use std::sync::Arc;

/// Checks what a change, made of what is selected in `before`, does to it. Where `after` has
/// brackets, exactly those cards must count as touched. `after` may begin with `error` instead.
#[track_caller]
fn check(before: &str, change: impl Fn(Vec<Thing>) -> Change, after: &str) {
    let (project, selected) = parse(before);
    let edit = Edit { journey: id("map"), change: change(selected) };
    let result = apply(&project, &edit);
    if after.trim() == "error" {
        assert!(result.is_err(), "{before}\n{edit:?}");
        return;
    }
    let made = result.unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(faults(&made), Vec::<String>::new());
    let touched = if after.contains('[') { things_touched(&project, &made) } else { Vec::new() };
    let (expected, expected_touched) = parse(after);
    assert_eq!(print(&made, &touched), print(&expected, &expected_touched), "{edit:?}");
    if print(&project, &[]) == print(&made, &[]) {
        let same = project.journeys.iter().zip(&made.journeys).all(|(a, b)| Arc::ptr_eq(a, b));
        assert!(same || !matches!(edit.change, Change::MoveCards(_)), "kept pointers: {edit:?}");
    }
}

fn cell(lane: &str, step: &str, index: usize) -> Spot {
    Spot::Cell { lane: id(lane), step: id(step), index }
}

fn refs(things: Vec<Thing>) -> Vec<CardRef> {
    let card = |thing| if let Thing::Card(card) = thing { Some(card) } else { None };
    things.into_iter().filter_map(card).collect()
}

/// Moves what is selected to a cell, one after the other.
fn to(lane: &str, step: &str, index: usize) -> impl Fn(Vec<Thing>) -> Change {
    move |things| {
        let spot = |n| cell(lane, step, index + n);
        Change::MoveCards(
            refs(things).into_iter().enumerate().map(|(n, one)| (one, spot(n))).collect(),
        )
    }
}

fn card(name: &str) -> Card {
    Card { id: id(name), text: name.into(), ..Card::default() }
}

fn remove(things: &[Thing]) -> impl Fn(Vec<Thing>) -> Change + '_ {
    |_| Change::Remove(things.to_vec())
}

const TWO: &str = "A: a1 a2 | B: b
                   L: x y / z |
                   M: / | w";

#[test]
fn cards_are_added() {
    let add = |spot: Spot| move |_| Change::AddCards(vec![(spot.clone(), card("n"))]);
    let one = |row: &str| format!("A: a1 a2 | B: b\n{row}\nM: / | w");
    check(TWO, add(cell("L", "a1", 0)), &one("L: [n] x y / z |"));
    check(TWO, add(cell("L", "a1", 1)), &one("L: x [n] y / z |"));
    check(TWO, add(cell("L", "a1", 99)), &one("L: x y [n] / z |"));
    check(TWO, add(cell("L", "b", 0)), &one("L: x y / z | [n]"));
    check(TWO, add(Spot::Parked { index: 9 }), &(one("L: x y / z |") + "\nparked: [n]"));
    check(TWO, add(cell("L", "nowhere", 0)), "error");
    check(TWO, add(cell("nowhere", "a1", 0)), "error");
    check("A: a\n~E:", add(cell("E", "a", 0)), "error");
    let several = |_| {
        Change::AddCards(vec![
            (cell("L", "a1", 1), card("k")),
            (cell("L", "a1", 2), card("l")),
            (cell("L", "a2", 0), card("m")),
        ])
    };
    check(TWO, several, &one("L: x [k] [l] y / [m] z |"));
    let spanning = |_| {
        let wide = Card { step: id("a1"), until: Some(id("a2")), ..card("n") };
        Change::AddCards(vec![(cell("M", "a2", 0), wide)])
    };
    check(TWO, spanning, "A: a1 a2 | B: b\nL: x y / z |\nM: / n>b | w");
}

#[test]
fn cards_move() {
    let rows = [
        // Within a cell: the place is counted without the moved card.
        ("A: a b\nL: [x] y z /", to("L", "a", 1), "A: a b\nL: y x z /"),
        ("A: a b\nL: [x] y z /", to("L", "a", 2), "A: a b\nL: y z [x] /"),
        ("A: a b\nL: x y [z] /", to("L", "a", 0), "A: a b\nL: [z] x y /"),
        ("A: a b\nL: x [y] z /", to("L", "a", 1), "A: a b\nL: x y z /"),
        // To another cell, lane, or too far.
        ("A: a b\nL: x [y] / z", to("L", "b", 0), "A: a b\nL: x / [y] z"),
        ("A: a b\nL: x [y] / z\nM: / w", to("M", "b", 1), "A: a b\nL: x / z\nM: / w [y]"),
        ("A: a b\nL: x [y] / z", to("L", "b", 7), "A: a b\nL: x / z [y]"),
        // Several, from several places, keep their order.
        (
            "A: a b\nL: [x] y / [z]\nM: [v] / w",
            to("M", "b", 1),
            "A: a b\nL: y /\nM: / w [x] [z] [v]",
        ),
        ("A: a b\nL: [x] y [z] /", to("L", "a", 1), "A: a b\nL: y x z /"),
        // Out of the parking place.
        ("A: a b\nL: x /\nparked: [k] l", to("L", "a", 0), "A: a b\nL: [k] x /\nparked: l"),
        // A card that spans keeps its number of steps, or reaches to the end.
        ("A: a b | B: c\nL: [x>b] / |", to("L", "b", 0), "A: a b | B: c\nL: / [x>c] |"),
        ("A: a b | B: c\nL: [x>c] / |", to("L", "b", 0), "A: a b | B: c\nL: / [x>c] |"),
        ("A: a b | B: c\nL: [x>c] / |", to("L", "c", 0), "A: a b | B: c\nL: / | [x]"),
        // Points go with their card, but not with its neighbour.
        (
            "A: a b\nL: [x] y /\n~E: p+1@x q+0@y r-1 /",
            to("L", "b", 0),
            "A: a b\nL: y / [x]\n~E: q+0@y r-1 / p+1@x",
        ),
        (
            "A: a b | B: c\nL: [x>b] / |\n~E: / p+1@x |",
            to("L", "b", 0),
            "A: a b | B: c\nL: / [x>c] |\n~E: / | p+1@x",
        ),
        ("A: a b\nL: [x] /", to("L", "nowhere", 0), "error"),
        ("A: a b\nL: [x] /\n~E: /", to("E", "a", 0), "error"),
    ];
    for (before, change, after) in rows {
        check(before, change, after);
    }
}

#[test]
fn cards_are_parked_and_found_wherever_they_are() {
    let park = |things| {
        let spot = Spot::Parked { index: 1 };
        Change::MoveCards(refs(things).into_iter().map(|one| (one, spot.clone())).collect())
    };
    check(
        "A: a b\nL: [x>b] y /\n~E: p+1@x /\nparked: k l",
        park,
        "A: a b\nL: y /\n~E: p+1 /\nparked: k [x] l",
    );
    let lost = |lane: Option<&str>| {
        let one = CardRef { lane: lane.map(id), card: id("x") };
        move |_| Change::MoveCards(vec![(one.clone(), cell("L", "b", 0))])
    };
    let parked = "A: a b\nL: y /\nparked: x";
    for hint in [None, Some("L"), Some("M"), Some("nowhere")] {
        check("A: a b\nL: y /\nM: x /", lost(hint), "A: a b\nL: y / [x]\nM: /");
        check(parked, lost(hint), "A: a b\nL: y / [x]");
    }
    let gone = CardRef { lane: Some(id("L")), card: id("gone") };
    check(parked, move |_| Change::MoveCards(vec![(gone.clone(), cell("L", "a", 0))]), "error");
    let twice = |things| {
        let one = refs(things).remove(0);
        Change::MoveCards(vec![(one.clone(), cell("L", "b", 0)), (one, cell("L", "a", 0))])
    };
    check("A: a b\nL: [x] /", twice, "error");
}

#[test]
fn cards_get_new_fields_but_no_new_place() {
    let until = |until: Option<&str>| {
        let until = until.map(id);
        move |things| {
            let one = refs(things).remove(0);
            let new = Card { until: until.clone(), step: id("nonsense"), ..card("x") };
            Change::PutCards(vec![(one, new)])
        }
    };
    let map = "A: a b | B: c\nL: / [x] |";
    check(map, until(Some("c")), "A: a b | B: c\nL: / [x>c] |");
    check(map, until(Some("a")), "A: a b | B: c\nL: / x |");
    check(map, until(Some("nowhere")), "A: a b | B: c\nL: / x |");
    check("A: a b | B: c\nL: [x>c] / |", until(Some("b")), "A: a b | B: c\nL: [x>b] / |");
    check("A: a b | B: c\nL: [x>c] / |", until(None), "A: a b | B: c\nL: [x] / |");
    check("A: a\nL:\nparked: [x]", until(Some("a")), "A: a\nL:\nparked: x");
    // A point that stood under the part that went stays under the card.
    check(
        "A: a b | B: c\nL: [x>c] / |\n~E: / | p+1@x",
        until(Some("b")),
        "A: a b | B: c\nL: [x>b] / |\n~E: / p+1@x |",
    );
    let gone = CardRef { lane: None, card: id("gone") };
    check(map, move |_| Change::PutCards(vec![(gone.clone(), card("gone"))]), "error");
}

#[test]
fn columns_are_added_and_moved() {
    let phase = |steps: &[&str]| Phase {
        id: id("N"),
        steps: steps.iter().map(|name| Step { id: id(name), ..Step::default() }).collect(),
        ..Phase::default()
    };
    let add =
        |at, steps: &'static [&str]| move |_| Change::AddPhases { at, phases: vec![phase(steps)] };
    check("A: a\nL: x", add(0, &["n"]), "N: n | A: a\nL: | x");
    check("A: a\nL: x", add(9, &["n", "m"]), "A: a | N: n m\nL: x | /");
    check("A: a\nL: x", add(1, &[]), "A: a | N: N-1\nL: x |");
    check("A: N-1\nL: x", add(1, &[]), "A: N-1 | N: N-2\nL: x |");

    let step = |phase: &'static str, at| {
        move |_| Change::AddSteps {
            phase: id(phase),
            at,
            steps: vec![Step { id: id("n"), ..Step::default() }],
        }
    };
    // A step that comes between stretches the card.
    check("A: a b\nL: x>b / y", step("A", 1), "A: a n b\nL: x>b / / y");
    check("A: a b\nL: x>b / y", step("A", 9), "A: a b n\nL: x>b / y /");
    check("A: a b\nL: x>b / y", step("Z", 0), "error");

    let phase_to = |to| move |_| Change::MovePhase { phase: id("A"), to };
    check("A: a | B: b | C: c\nL: x | y | z", phase_to(1), "B: b | A: a | C: c\nL: y | x | z");
    check("A: a | B: b | C: c\nL: x | y | z", phase_to(9), "B: b | C: c | A: a\nL: y | z | x");
    check("A: a | B: b\nL: x>b | y", phase_to(1), "B: b | A: a\nL: y | x");
    check("A: a | B: b\nL: x>b | y", phase_to(0), "A: a | B: b\nL: x>b | y");

    let step_to = |step: &'static str, phase: &'static str, to| {
        move |_| Change::MoveStep { step: id(step), phase: id(phase), to }
    };
    let map = "A: a b | B: c\nL: x / y>c | z\n-> t: B";
    check(map, step_to("a", "A", 1), "A: b a | B: c\nL: y>c / x | z\n-> t: B");
    check(map, step_to("a", "B", 0), "A: b | B: a c\nL: y>c | x / z\n-> t: B");
    // A phase whose only step goes elsewhere gets an empty one.
    check(map, step_to("c", "A", 0), "A: c a b | B: B-1\nL: z / x / y |\n-> t: B");
    check("A: A-1 | B: b\nL: x | y", step_to("A-1", "B", 9), "A: A-2 | B: b A-1\nL: | y / x");
    check(map, step_to("c", "B", 5), map);
    check(map, step_to("c", "Z", 0), "error");
    check(map, step_to("z", "A", 0), "error");
}

#[test]
fn lanes_are_added_and_moved() {
    let lane = |at| {
        move |_| Change::AddLanes {
            at,
            lanes: vec![Lane {
                id: id("N"),
                cards: List::from_iter([
                    Card { step: id("a"), until: Some(id("gone")), ..card("n") },
                    Card { step: id("gone"), ..card("lost") },
                ]),
                ..Lane::default()
            }],
        }
    };
    check("A: a\nL: x", lane(0), "A: a\nN: n\nL: x");
    check("A: a\nL: x", lane(9), "A: a\nL: x\nN: n");
    let lane_to = |to| move |_| Change::MoveLane { lane: id("L"), to };
    check("A: a\nL: x\nM:\nN:", lane_to(1), "A: a\nM:\nL: x\nN:");
    check("A: a\nL: x\nM:\nN:", lane_to(9), "A: a\nM:\nN:\nL: x");
    check("A: a\nM:", lane_to(0), "error");
}

#[test]
fn points_are_put() {
    let put = |name: &'static str, step: &'static str, touchpoint: Option<&'static str>| {
        move |_| {
            let touchpoint = touchpoint.map(id);
            let (id, step) = (id(name), id(step));
            let new = EmotionPoint { id, step, value: 9.0, touchpoint, ..EmotionPoint::default() };
            Change::PutPoints(vec![(Id::new("E"), new)])
        }
    };
    let map = "A: a b\nL: x /\n~E: p+1 /";
    check(map, put("n", "b", None), "A: a b\nL: x /\n~E: p+1 / n+2");
    check(map, put("p", "b", None), "A: a b\nL: x /\n~E: / p+2");
    check(map, put("n", "b", Some("x")), "A: a b\nL: x /\n~E: p+1 n+2@x /");
    check(map, put("p", "z", None), "error");
    check(map, put("p", "a", Some("gone")), "error");
    // Moved away from its card it lets go; within a card that spans it stays.
    let bound = "A: a b\nL: x /\n~E: p+1@x /";
    check(bound, put("p", "b", Some("x")), "A: a b\nL: x /\n~E: / p+2");
    check(bound, put("p", "a", Some("x")), "A: a b\nL: x /\n~E: p+2@x /");
    let wide = "A: a b\nL: x>b /\n~E: p+1@x /";
    check(wide, put("p", "b", Some("x")), "A: a b\nL: x>b /\n~E: / p+2@x");
    // From one curve lane to another; a lane of cards takes none.
    check("A: a\n~D: p+1\n~E:", put("p", "a", None), "A: a\n~D:\n~E: p+2");
    check("A: a\nE: x", put("p", "a", None), "error");
    check("A: a\n~D:", put("p", "a", None), "error");
}

#[test]
fn removing_takes_what_cannot_be_without() {
    let step = |name: &str| Thing::Step(id(name));
    let phase = |name: &str| Thing::Phase(id(name));
    let map = "A: a b | B: c\nL: x / y | z\n~E: p+1 / q+1@z | r+1\n-> t: a B\n-> u: B";
    let rows: [(&str, Vec<Thing>, &str); 15] = [
        (map, vec![step("a")], "A: b | B: c\nL: y | z\n~E: q+1@z | r+1\n-> u: B"),
        (map, vec![phase("A")], "B: c\nL: z\n~E: r+1\n-> u: B"),
        (map, vec![phase("B")], "A: a b\nL: x / y\n~E: p+1 / q+1"),
        (map, vec![step("c")], "A: a b | B: c\nL: x / y |\n~E: p+1 / q+1 |\n-> t: a B\n-> u: B"),
        (map, vec![phase("A"), phase("B")], "A: a\nL:\n~E:"),
        (map, vec![step("a"), step("b")], "A: a | B: c\nL: | z\n~E: | r+1\n-> u: B"),
        (map, vec![Thing::Lane(id("L"))], "A: a b | B: c\n~E: p+1 / q+1 | r+1\n-> t: a B\n-> u: B"),
        (
            map,
            vec![Thing::Transition(id("u"))],
            "A: a b | B: c\nL: x / y | z\n~E: p+1 / q+1@z | r+1\n-> t: a B",
        ),
        // A card that spans shrinks from either end, or to its middle.
        ("A: a b | B: c\nL: x>c / |", vec![step("c")], "A: a b | B: c\nL: x>b / |"),
        ("A: a b | B: c\nL: x>b / |", vec![step("b")], "A: a | B: c\nL: x |"),
        ("A: a b | B: c\nL: x>c / |", vec![step("a")], "A: b | B: c\nL: x>c |"),
        ("A: a | B: b | C: c\nL: x>c | |", vec![phase("A"), phase("C")], "B: b\nL: x"),
        ("A: a | B: b | C: c\nL: x>c | |", vec![phase("B")], "A: a | C: c\nL: x>c |"),
        (map, vec![step("nowhere")], "error"),
        (map, vec![phase("A"), phase("nowhere")], "error"),
    ];
    for (before, things, after) in rows {
        check(before, remove(&things), after);
    }
    let point = Thing::Point { lane: id("L"), point: id("q") };
    check("A: a\nL:\n~E: p+1 q+1", remove(&[point]), "A: a\nL:\n~E: p+1");
    check(
        "A: a b\nL: [x] y / [z]\n~E: p+1@x /\nparked: [k] l",
        Change::Remove,
        "A: a b\nL: y /\n~E: p+1 /\nparked: l",
    );
    // What goes with another thing may be named as well.
    let with_lane = |mut things: Vec<Thing>| {
        things.push(Thing::Lane(id("L")));
        Change::Remove(things)
    };
    check("A: a\nL: [x] y\nM: z", with_lane, "A: a\nM: z");
    check("A: a\nL: x\nwho: pia ola", remove(&[Thing::Persona(id("pia"))]), "A: a\nL: x\nwho: ola");
    check("A: a\nL: x", remove(&[Thing::Persona(id("pia"))]), "error");
    check(
        "A: a\nL: x\n-> t: a\nparked: k",
        remove(&[Thing::Journey(id("map"))]),
        "A: a\nparked: k",
    );
}

#[test]
fn several_changes_are_made_together_or_not_at_all() {
    let together = |last: Spot| {
        move |things: Vec<Thing>| {
            let one = refs(things).remove(0);
            Change::Together(vec![
                Change::MoveCards(vec![(one, cell("L", "b", 0))]),
                Change::AddCards(vec![(last.clone(), card("n"))]),
            ])
        }
    };
    check("A: a b\nL: [x] /", together(cell("L", "b", 1)), "A: a b\nL: / [x] [n]");
    check("A: a b\nL: [x] /", together(cell("L", "z", 1)), "error");
}
