//! Means, gaps and limits, worked out by hand.

use super::*;
use crate::insight::{MomentKind, moments};
use crate::model::{Lane, Phase, Step};

fn id(text: &str) -> Id {
    Id::new(text)
}

/// A map with the phases a, b, …, each of so many steps (`a1 a2`), and a lane of points: whose, in
/// which step, how it feels.
fn map(steps: &[usize], points: &[(&str, &str, f64)]) -> Journey {
    let phase = |(place, count): (usize, &usize)| {
        let name = char::from(b'a' + place as u8);
        let step = |n: usize| Step { id: id(&format!("{name}{n}")), ..Step::default() };
        let steps = (1..=*count).map(step).collect();
        Phase { id: id(&name.to_string()), steps, ..Phase::default() }
    };
    let point = |(place, (who, step, value)): (usize, &(&str, &str, f64))| EmotionPoint {
        id: id(&format!("p{place}")),
        persona: (!who.is_empty()).then(|| id(who)),
        step: id(step),
        value: *value,
        ..EmotionPoint::default()
    };
    let lane = Lane {
        id: id("felt"),
        kind: LaneKind::Emotions,
        points: points.iter().enumerate().map(point).collect(),
        ..Lane::default()
    };
    Journey {
        phases: steps.iter().enumerate().map(phase).collect(),
        lanes: [lane].into_iter().collect(),
        ..Journey::default()
    }
}

fn edit_lane(map: &mut Journey, edit: impl FnOnce(&mut Lane)) {
    edit(map.lanes.edit(0).unwrap());
}

#[test]
fn a_mean_is_of_points_each_counting_alike() {
    // Anna has −1, 0 and +0.5 in a, in two steps; nothing in b; +2 in c. Bo has one in a.
    let points = [
        ("anna", "a1", -1.0),
        ("bo", "a1", 0.3),
        ("anna", "a1", 0.0),
        ("anna", "a2", 0.5),
        ("anna", "c1", 2.0),
        ("anna", "gone", -2.0),
    ];
    let map = map(&[2, 1, 1], &points);
    let felt = Feelings::of(&map, &View::default());
    assert_eq!(felt.personas, [Some(&id("anna")), Some(&id("bo"))]);
    let phases: Vec<_> = (0..3).map(|phase| felt.in_phase(0, phase)).collect();
    // (−1 + 0 + 0.5) / 3; a point of a step that is not there counts nowhere.
    assert_eq!(phases, [Some(-50.0 / 300.0), None, Some(2.0)]);
    assert_eq!((felt.in_step(0, 0), felt.in_step(0, 1)), (Some(-0.5), Some(0.5)));
    assert_eq!(felt.over_map(0), Some(150.0 / 400.0));
    assert_eq!((felt.over_map(1), felt.over_map(2)), (Some(0.3), None));
    // Both have points in a alone.
    assert_eq!(as_written(felt.of_all(0).unwrap()), 0.1);
    assert_eq!((felt.of_all(1), felt.of_all(2), felt.of_all(9)), (None, None, None));
}

#[test]
fn figures_are_written_to_a_tenth_and_limits_hold_at_their_edge() {
    let rows = [
        (0.95, 1.0),
        (-0.25, -0.3),
        (1.2 - 0.7, 0.5),
        (0.549_999_999_9, 0.6),
        (0.54, 0.5),
        (-0.04, 0.0),
    ];
    for (value, written) in rows {
        assert_eq!(as_written(value).to_bits(), f64::to_bits(written), "{value}");
    }
    // (0.1 + 0.2 + 0.45) / 3 is a quarter, whatever its parts are as binary numbers.
    let edge = map(&[1], &[("anna", "a1", 0.1), ("anna", "a1", 0.2), ("anna", "a1", 0.45)]);
    let mean = Feelings::of(&edge, &View::default()).in_phase(0, 0).unwrap();
    assert!(is_happy(mean) && is_unhappy(-mean));
    assert!(!is_happy(0.249) && !is_unhappy(-0.249) && !is_happy(-0.25));
}

/// A phase a with Anna at 0 and Bo at `gap`, and a phase b in which both feel alike.
fn two_apart(gap: f64) -> Journey {
    map(&[1, 1], &[("anna", "a1", 0.0), ("bo", "a1", gap), ("anna", "b1", 0.0), ("bo", "b1", 0.0)])
}

#[test]
fn personas_agree_up_to_the_limit_as_it_is_written() {
    for (gap, agrees) in [(0.0, true), (0.5, true), (0.54, true), (0.55, false), (0.6, false)] {
        let map = two_apart(gap);
        let felt = Feelings::of(&map, &View::default());
        assert_eq!(felt.apart(0).map(|apart| apart.agrees()), Some(agrees), "{gap}");
        // They are furthest apart only where they do not agree.
        assert_eq!(felt.furthest(), (!agrees).then_some(0), "{gap}");
    }
}

#[test]
fn gaps_are_between_the_lowest_and_the_highest_of_two_or_more() {
    let points = [
        ("anna", "a1", 1.2),
        ("bo", "a1", 1.0),
        ("cia", "a1", -1.0),
        ("anna", "b1", -1.0),
        ("bo", "b1", 1.5),
        ("cia", "b1", -1.04),
        ("bo", "c1", 2.0),
        ("anna", "d1", 0.0),
        ("", "d1", 2.0),
        ("cia", "d1", -2.0),
    ];
    let map = map(&[1, 1, 1, 1], &points);
    let felt = Feelings::of(&map, &View::default());
    let told = |phase: usize| {
        let apart = felt.apart(phase)?;
        Some((apart.low, apart.high, as_written(apart.gap)))
    };
    // Anna is 0, Bo 1, Cia 2; −1 and −1.04 are both written −1; nobody's point is no persona's.
    assert_eq!(told(0), Some((vec![2], vec![0], 2.2)));
    assert_eq!(told(1), Some((vec![0, 2], vec![1], 2.5)));
    assert_eq!(told(2), None);
    assert_eq!(told(3), Some((vec![2], vec![0], 2.0)));
    assert_eq!(felt.furthest(), Some(1));
    assert_eq!(felt.apart_in_step(1).map(|apart| apart.high), Some(vec![1]));
}

#[test]
fn what_ties_as_written_is_no_superlative() {
    let pair = |step, gap| [("anna", step, 0.0), ("bo", step, gap)];
    let map_of = |a, b| map(&[1, 1], &[pair("a1", a), pair("b1", b)].concat());
    for (a, b, furthest) in [(2.0, 1.94, Some(0)), (2.0, 1.96, None), (1.0, 2.0, Some(1))] {
        let map = map_of(a, b);
        assert_eq!(Feelings::of(&map, &View::default()).furthest(), furthest, "{a} {b}");
    }
    // One phase alone is not furthest of anything.
    let alone = map(&[1], &pair("a1", 2.0));
    assert_eq!(Feelings::of(&alone, &View::default()).furthest(), None);
}

/// What is told of the ends, as `Worst bo c −1.9`.
fn told(map: &Journey, view: &View) -> Vec<String> {
    let felt = Feelings::of(map, view);
    let told = moments(&felt).into_iter().map(|moment| {
        let who = moment.felt.persona.map_or("", Id::as_str);
        let phase = &map.phases[moment.felt.phase].id;
        format!("{:?} {who} {phase} {}", moment.kind, moment.felt.point.value)
    });
    told.collect()
}

#[test]
fn the_best_and_the_worst_moment_are_over_all_personas() {
    let first = [("anna", "a1", -0.4), ("anna", "b1", 1.0), ("bo", "b1", -1.9), ("bo", "a1", 0.2)];
    /// Whose point, in which step, and how it feels.
    type Points<'a> = &'a [(&'a str, &'a str, f64)];
    let rows: [(Points, &[&str]); 9] = [
        (&first, &["Best anna b 1", "Worst bo b -1.9"]),
        // Nothing above zero is the worst, nothing below it the best, and zero is neither.
        (&[("anna", "a1", 0.2), ("bo", "b1", 1.9)], &["Best bo b 1.9", "Lowest anna a 0.2"]),
        (&[("anna", "a1", -0.2), ("bo", "b1", -1.9)], &["Highest anna a -0.2", "Worst bo b -1.9"]),
        (&[("anna", "a1", 0.0), ("bo", "b1", -1.0)], &["Highest anna a 0", "Worst bo b -1"]),
        (&[("anna", "a1", 0.04), ("bo", "b1", 1.0)], &["Best bo b 1", "Lowest anna a 0.04"]),
        // Two of hers in one phase are one moment; in two phases, or of two, they are none.
        (
            &[("anna", "a1", -1.9), ("anna", "a1", -1.92), ("bo", "b1", 1.0)],
            &["Best bo b 1", "Worst anna a -1.9"],
        ),
        (&[("anna", "a1", -1.9), ("anna", "b1", -1.92), ("bo", "b1", 1.0)], &["Best bo b 1"]),
        (&[("anna", "a1", -1.9), ("bo", "a1", -1.9), ("bo", "b1", 1.0)], &["Best bo b 1"]),
        (&[("anna", "a1", 1.0), ("bo", "b1", 1.0)], &[]),
    ];
    for (points, expected) in rows {
        assert_eq!(told(&map(&[1, 1], points), &View::default()), expected, "{points:?}");
    }
    assert!(told(&map(&[1], &[]), &View::default()).is_empty());
}

#[test]
fn of_two_alike_in_a_phase_the_one_that_says_something_is_told() {
    let mut map = map(&[1], &[("anna", "a1", -1.0), ("anna", "a1", -1.0), ("anna", "a1", 1.0)]);
    edit_lane(&mut map, |lane| lane.points.edit(1).unwrap().quote = "No.".into());
    let felt = Feelings::of(&map, &View::default());
    let worst = moments(&felt).into_iter().find(|one| one.kind == MomentKind::Worst).unwrap();
    assert_eq!(worst.felt.point.id, id("p1"));
}

#[test]
fn only_what_is_shown_counts() {
    let points =
        [("anna", "a1", -1.0), ("bo", "a1", 1.0), ("cia", "a1", -2.0), ("anna", "b1", 0.5)];
    let mut whole = map(&[1, 1], &points);
    whole.personas = ["bo", "anna", "cia", "dan"].map(id).to_vec();
    let who = |map: &Journey, view: &View| -> Vec<String> {
        let felt = Feelings::of(map, view);
        felt.personas.iter().map(|id| id.map_or_else(String::new, Id::to_string)).collect()
    };
    // In the map's order, those without a point too: then nothing is felt by all.
    assert_eq!(who(&whole, &View::default()), ["bo", "anna", "cia", "dan"]);
    assert_eq!(Feelings::of(&whole, &View::default()).of_all(0), None);
    assert_eq!(told(&whole, &View::default()), ["Best bo a 1", "Worst cia a -2"]);
    // Whom the view leaves out is not there.
    let view = View { personas: ["anna", "bo"].map(id).to_vec(), ..View::default() };
    assert_eq!(who(&whole, &view), ["bo", "anna"]);
    assert_eq!(told(&whole, &view), ["Best bo a 1", "Worst anna a -1"]);
    assert_eq!(Feelings::of(&whole, &view).of_all(0), Some(0.0));
    // But whether they agree is between all the map has, whoever is looked at.
    let lane = Feelings::of_lane(&whole, &id("felt"));
    let apart = lane.apart(0).unwrap();
    assert_eq!((lane.personas.len(), apart.gap, apart.low.len()), (4, 3.0, 1));
    // Nor is whose curve is off, nor a lane that is hidden, nor one of another kind.
    let mut off = whole.clone();
    edit_lane(&mut off, |lane| lane.curves_off = vec![id("cia")]);
    assert_eq!(who(&off, &View::default()), ["bo", "anna", "dan"]);
    assert_eq!(Feelings::of_lane(&off, &id("felt")).apart(0).unwrap().gap, 2.0);
    let hidden = View { hidden: vec![id("felt")], ..View::default() };
    assert!(Feelings::of(&whole, &hidden).points.is_empty());
    assert_eq!(Feelings::of_lane(&whole, &id("felt")).points.len(), 4);
    let mut other = whole.clone();
    edit_lane(&mut other, |lane| lane.kind = LaneKind::Notes);
    assert!(Feelings::of(&other, &View::default()).points.is_empty());
    // In a lane about one persona nobody else's points are shown, and nobody's are hers.
    let mut hers = map(&[1], &[("", "a1", -1.0), ("bo", "a1", 1.0), ("anna", "a1", 0.0)]);
    edit_lane(&mut hers, |lane| lane.persona = Some(id("anna")));
    let felt = Feelings::of(&hers, &View::default());
    assert_eq!((felt.personas.len(), felt.in_phase(0, 0)), (1, Some(-0.5)));
}

#[test]
fn nobody_in_particular_is_asked_only_where_there_is_nobody_else() {
    let alone = map(&[1], &[("", "a1", -1.0), ("", "a1", 0.0)]);
    assert_eq!(Feelings::of(&alone, &View::default()).of_all(0), Some(-0.5));
    let both = map(&[1], &[("", "a1", -1.0), ("anna", "a1", 1.0)]);
    let felt = Feelings::of(&both, &View::default());
    assert_eq!((felt.of_all(0), felt.apart(0)), (Some(1.0), None));
}

#[test]
fn what_no_number_is_feels_nothing_and_what_is_too_much_is_the_most() {
    let map = map(&[1], &[("anna", "a1", f64::NAN), ("anna", "a1", 9.0), ("anna", "a1", -0.004)]);
    assert_eq!(Feelings::of(&map, &View::default()).in_phase(0, 0), Some(200.0 / 300.0));
}
