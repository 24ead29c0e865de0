//! Templates by what stands in phases.

use super::*;
use crate::insight::GapRule;
use crate::model::{Better, Duration, GapPlace, Mark, Metric, TimeUnit, Transition};

#[test]
fn the_largest_loss() {
    let of = |counts: &[f64]| {
        let mut project = plain(counts.len() - 1);
        customers(&mut project, counts);
        project
    };
    check(
        &of(&[420.0, 160.0, 150.0, 140.0]),
        0,
        "Resans största tapp: 260\u{a0}av\u{a0}420 går inte vidare till Övervägande",
        "The journey’s largest loss: 260\u{a0}of\u{a0}420 do not go on to Övervägande",
    );
    // Five people, and four.
    check(
        &of(&[20.0, 15.0, 14.0, 13.0]),
        0,
        "Resans största tapp: 5\u{a0}av\u{a0}20 går inte vidare till Övervägande",
        "The journey’s largest loss: 5\u{a0}of\u{a0}20 do not go on to Övervägande",
    );
    check_name(&of(&[20.0, 16.0, 15.0, 14.0]), 0);
    // Two that are as large; and one that is not known.
    check_name(&of(&[100.0, 80.0, 60.0, 50.0]), 0);
    let mut known = of(&[420.0, 160.0, 150.0, 140.0, 130.0]);
    phase(&mut known, 2, |phase| (phase.customers_in, phase.customers_out) = (None, None));
    phase(&mut known, 1, |phase| phase.customers_out = Some(150.0));
    phase(&mut known, 3, |phase| phase.customers_in = None);
    check(
        &known,
        0,
        "Det största kända tappet: 260\u{a0}av\u{a0}420 går inte vidare till Övervägande",
        "The largest known loss: 260\u{a0}of\u{a0}420 do not go on to Övervägande",
    );
    let title = made(&of(&[420.0, 160.0, 150.0, 140.0]), Lang::Sv).swap_remove(0);
    assert_eq!(title.figure, Some(PhaseFigure::Loss(Loss { people: 260.0, of: 420.0 })));
}

#[test]
fn half_do_not_go_on() {
    let of = |third: f64| {
        let mut project = plain(4);
        customers(&mut project, &[1000.0, 400.0, third, third, third]);
        project
    };
    check(
        &of(200.0),
        1,
        "200\u{a0}av\u{a0}400 går inte vidare till Beslut",
        "200\u{a0}of\u{a0}400 do not go on to Beslut",
    );
    check_name(&of(201.0), 1);
    let title = made(&of(200.0), Lang::Sv).swap_remove(1);
    let named: Vec<&str> =
        title.sentence.phases.iter().map(|(at, _)| &title.sentence.text[at.clone()]).collect();
    assert_eq!(named, ["Beslut"], "it has the colour of its phase");
}

#[test]
fn the_largest_loop() {
    let of = |share: f64, reason: &str, enter: Option<f64>| {
        let mut project = plain(3);
        phase(&mut project, 1, |phase| phase.customers_in = enter);
        edit(&mut project, |journey| {
            journey.transitions = List::from_iter([Transition {
                id: id("back"),
                from: id("p1"),
                to: Some(id("s0")),
                share: Some(share),
                reason: reason.into(),
                ..Transition::default()
            }]);
        });
        project
    };
    let (sv, en) = ("10\u{a0}% går tillbaka till Upptäckt", "10% go back to Upptäckt");
    check(&of(10.0, "nytt behov", None), 1, sv, en);
    check(&of(10.0, "nytt behov", Some(10.0)), 1, sv, en);
    check_name(&of(9.9, "nytt behov", None), 1);
    // No proof; and no share of nine people.
    check_name(&of(10.0, " ", None), 1);
    check_name(&of(10.0, "nytt behov", Some(9.0)), 1);
}

#[test]
fn a_metric_off_its_target() {
    let of = |value: f64, called: &str| {
        let mut project = plain(3);
        let metric = Metric {
            value: Some(value),
            target: Some(5.0),
            better: Some(Better::Lower),
            ..Metric::default()
        };
        let off = Card { metric: Some(metric), ..card(1, called) };
        put(&mut project, &LaneKind::Metrics, off);
        project
    };
    let days = "dagar till offert";
    check(
        &of(6.0, days),
        1,
        "6 dagar till offert, målet är 5",
        "6 dagar till offert, the target is 5",
    );
    // A name does not read on from its figure.
    check(&of(6.0, "Väntan"), 1, "Väntan: 6, målet är 5", "Väntan: 6, the target is 5");
    check_name(&of(5.9, days), 1);
    // It is the figure beside the title even so.
    assert!(matches!(made(&of(5.9, days), Lang::Sv)[1].figure, Some(PhaseFigure::Metric(_))));
}

#[test]
fn the_longest_phase() {
    let weeks = |from: f64, to: f64| Duration {
        from: Some(from),
        to: Some(to),
        unit: Some(TimeUnit::Weeks),
        ..Duration::default()
    };
    let ongoing = Duration { ongoing: true, ..Duration::default() };
    let of = |times: [Option<Duration>; 3]| {
        let mut project = plain(3);
        for (place, time) in times.into_iter().enumerate() {
            phase(&mut project, place, |phase| phase.duration = time);
        }
        project
    };
    check(
        &of([Some(weeks(2.0, 8.0)), Some(weeks(16.0, 22.0)), Some(ongoing)]),
        1,
        "Den fas som tar längst tid: 16–22 veckor",
        "The phase that takes longest: 16–22 weeks",
    );
    // Of one nobody knows; two are as long at most.
    check_name(&of([Some(weeks(2.0, 8.0)), Some(weeks(16.0, 22.0)), None]), 1);
    let tie = [Some(weeks(2.0, 22.0)), Some(weeks(16.0, 22.0)), Some(weeks(1.0, 1.0))];
    check_name(&of(tie), 1);
}

#[test]
fn the_pain_point_of_most_votes() {
    let of = |votes: [u32; 2]| {
        let mut project = plain(2);
        for (text, votes) in ["Stoppet syns inte.", "Annat"].into_iter().zip(votes) {
            let pain = Card { votes, ..card(0, text) };
            put(&mut project, &LaneKind::PainPoints, pain);
        }
        project
    };
    check(&of([3, 2]), 0, "Stoppet syns inte", "Stoppet syns inte");
    check_name(&of([2, 0]), 0);
    check_name(&of([3, 3]), 0);
    // What the title says is not said once more.
    assert_eq!(made(&of([3, 2]), Lang::Sv)[0].pain, None);
    let (_, pain) = made(&of([2, 1]), Lang::Sv).swap_remove(0).pain.unwrap();
    assert_eq!(pain.text, "Stoppet syns inte.");
}

#[test]
fn the_moment_of_truth() {
    let marked = |text: &str| Card { marks: vec![Mark::MomentOfTruth], ..card(0, text) };
    let mut project = plain(2);
    put(&mut project, &LaneKind::Touchpoints, marked("Demo i Eslöv"));
    put(&mut project, &LaneKind::Touchpoints, card(1, "Annat"));
    let (sv, en) = ("Sanningens ögonblick: Demo i Eslöv", "Moment of truth: Demo i Eslöv");
    check(&project, 0, sv, en);
    put(&mut project, &LaneKind::Touchpoints, marked("Avtal"));
    check_name(&project, 0);
}

#[test]
fn where_we_do_not_meet_the_customer() {
    let mut project = plain(3);
    // Nobody has begun to fill the lane.
    check_name(&project, 1);
    put(&mut project, &LaneKind::Touchpoints, card(0, "Mässa"));
    let (sv, en) = ("Här möter vi inte kunden", "We do not meet the customer here");
    check(&project, 1, sv, en);
    check_name(&project, 2);
    // Somebody has said that it is to be so.
    let waved = WavedOff {
        rule: GapRule::NoActivity.code().into(),
        place: GapPlace { step: Some(id("s1")), ..GapPlace::default() },
        ..WavedOff::default()
    };
    edit(&mut project, |journey| {
        journey.waved_off.push(serde_json::to_value(&waved).unwrap());
    });
    check_name(&project, 1);
    check(&project, 2, sv, en);
    // A card that reaches over it is there.
    let mut spans = plain(3);
    let long = Card { until: Some(id("s2")), ..card(0, "Mässa") };
    put(&mut spans, &LaneKind::Touchpoints, long);
    check_name(&spans, 1);
}

#[test]
fn a_short_quote_then_the_goal_then_the_name() {
    let of = |quote: &str, goal: &str| {
        let mut project = felt(2, &[("Anna", &[0.1, 0.1])]);
        edit(&mut project, |journey| {
            journey.lanes.edit(0).unwrap().points.edit(0).unwrap().quote = quote.into();
        });
        phase(&mut project, 0, |phase| phase.goal = goal.into());
        project
    };
    let sixty = "å".repeat(60);
    check(&of(&sixty, "Mål"), 0, &format!("”{sixty}”"), &format!("“{sixty}”"));
    check(&of(&format!("{sixty}å"), "Våga."), 0, "Våga", "Våga");
    check_name(&of("", " "), 0);
}

#[test]
fn what_heals_a_pain_point_stands_beside_it() {
    let mut project = plain(1);
    let pain = Card { opportunity: Some(id("idea")), votes: 1, ..card(0, "Sent") };
    put(&mut project, &LaneKind::PainPoints, pain);
    put(&mut project, &LaneKind::PainPoints, Card { votes: 2, ..card(0, "Dyrt") });
    let marked = Card { marks: vec![Mark::PainPoint], ..card(0, "Krångligt") };
    let idea = |status| Opportunity {
        id: id("idea"),
        title: "Snabbare".into(),
        status,
        cards: vec![id("Krångligt0")],
        ..Opportunity::default()
    };
    project.opportunities = List::from_iter([idea(None)]);
    let beside = |project: &Project| {
        let title = made(project, Lang::Sv).swap_remove(0);
        (title.pain.map(|(_, card)| card.text.clone()), title.cure.map(|one| one.title.clone()))
    };
    assert_eq!(beside(&project), (Some("Dyrt".into()), None));
    // Marked comes first, and the opportunity may name it.
    put(&mut project, &LaneKind::PainPoints, marked);
    assert_eq!(beside(&project), (Some("Krångligt".into()), Some("Snabbare".into())));
    project.opportunities = List::from_iter([idea(Some(crate::model::Status::Dropped))]);
    assert_eq!(beside(&project).1, None);
}
