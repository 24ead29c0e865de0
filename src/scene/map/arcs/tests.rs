//! Arcs over random maps: labels apart, no higher than they must be.

use super::*;
use crate::model::{List, Phase, Step};
use crate::scene::draw::spline::tests::random;
use crate::scene::{PhaseColumn, StepColumn};
use crate::words::Lang;

/// Six phases of one to three steps each, with their columns.
fn map() -> (Journey, Columns) {
    let (mut journey, mut columns) = (Journey::default(), Columns::default());
    let mut x = 199.0;
    for (index, count) in [1, 2, 1, 1, 3, 1].into_iter().enumerate() {
        let first = columns.steps.len();
        let mut phase = Phase { id: Id::new(&format!("p{index}")), ..Phase::default() };
        phase.title = format!("Fas {index}");
        let left = x;
        for _ in 0..count {
            let id = Id::new(&format!("s{}", columns.steps.len()));
            columns.index.insert(id.clone(), columns.steps.len());
            let (phase_index, width) = (index, 238.0);
            columns.steps.push(StepColumn {
                id: id.clone(),
                phase: phase_index,
                x,
                width,
                title: None,
            });
            phase.steps.push(Arc::new(Step { id, ..Step::default() }));
            x += width;
        }
        columns.phases.push(PhaseColumn {
            id: phase.id.clone(),
            x: left,
            width: x - left,
            color: index as u8,
            steps: first..columns.steps.len(),
            header: Arc::default(),
            title_rect: Rect::ZERO,
            taken: 0.0,
            needs: 52.0,
        });
        journey.phases.push(Arc::new(phase));
        x += 8.0;
    }
    (journey, columns)
}

fn transition(id: usize, from: &str, to: Option<&str>) -> Transition {
    Transition {
        id: Id::new(&format!("t{id}")),
        from: Id::new(from),
        to: to.map(Id::new),
        share: Some(30.0),
        ..Transition::default()
    }
}

/// The arcs of these transitions on the map.
fn laid(transitions: Vec<Transition>) -> (Vec<Placed>, f32) {
    let (mut journey, columns) = map();
    journey.transitions = transitions.into_iter().collect::<List<_>>();
    let words = Words::new(Lang::Sv);
    let (ways, top, _) = arcs(&mut TextEngine::new(), &journey, &columns, &[], &words, 1.0);
    (ways, top)
}

fn pill(placed: &Placed) -> Rect {
    let rect = placed.drawing.items.iter().find_map(|item| match item {
        Item::Rect { rect, .. } => Some(rect.translate(placed.at.to_vec2())),
        _ => None,
    });
    rect.unwrap()
}

#[test]
fn labels_never_cover_each_other_nor_leave_the_columns() {
    for seed in 0..40 {
        let mut next = random(seed);
        let mut end = || match next() {
            way if way < 0.5 => format!("p{}", (next() * 5.9) as usize),
            _ => format!("s{}", (next() * 8.9) as usize),
        };
        let transitions = (0..1 + seed as usize % 20).map(|id| {
            let (from, to) = (end(), end());
            let mut one = transition(id, &from, (id % 4 > 0).then_some(&to));
            one.reason = "nytt behov ".repeat(id % 5);
            one
        });
        let (placed, room) = laid(transitions.collect());
        assert_eq!(placed.len(), 1 + seed as usize % 20);
        let pills: Vec<Rect> = placed.iter().map(pill).collect();
        for (index, one) in pills.iter().enumerate() {
            assert!(one.max.y < 0.0 && one.min.y >= -room);
            for other in &pills[index + 1..] {
                assert!(!one.intersects(*other), "seed {seed}: {one} covers {other}");
            }
        }
        let (_, columns) = map();
        let right = columns.steps.last().map_or(0.0, |step| step.x + step.width);
        for one in &placed {
            let rect = Rect::from_min_size(one.at, one.drawing.size);
            assert!(rect.min.x >= 199.0 && rect.max.x <= right, "seed {seed}: {rect}");
            assert!(rect.max.y <= 0.0 && rect.min.y >= -room, "seed {seed}: {rect}");
        }
    }
}

#[test]
fn legs_pass_beside_labels() {
    /// Where each arc begins and ends.
    type Ends = &'static [(&'static str, Option<&'static str>)];
    let rows: [Ends; 4] = [
        &[("p1", Some("p3")), ("s3", Some("s2")), ("s4", None), ("p4", None)],
        // Between the legs of one back, somebody leaves.
        &[("s4", Some("s2")), ("s3", None)],
        &[("p0", Some("p4")), ("p3", Some("p1")), ("s2", None)],
        &[("p0", Some("p2")), ("p4", Some("p1"))],
    ];
    for ends in rows {
        let made = ends.iter().enumerate().map(|(id, (from, to))| {
            let reason = "hittar inget pris".into();
            Transition { reason, ..transition(id, from, *to) }
        });
        let (placed, _) = laid(made.collect());
        for label in &placed {
            let rect = pill(label).expand(2.0);
            for other in placed.iter().filter(|other| other.thing != label.thing) {
                let line = other.drawing.items.iter().find_map(|item| match item {
                    Item::Path { path, .. } => Some(path.clone()),
                    _ => None,
                });
                let moved = other.at.to_vec2();
                let points = line.unwrap().segments.clone();
                let (mut at, mut through) = (Pos2::ZERO, false);
                for segment in points {
                    let (a, b, to) = match segment {
                        Segment::Cubic(a, b, to) => (a, b, to),
                        Segment::Move(to) => (to, to, to),
                        Segment::Line(to) => (at, to, to),
                        Segment::Close => continue,
                    };
                    let from = if matches!(segment, Segment::Move(_)) { to } else { at };
                    for step in 0..=40 {
                        let t = step as f32 / 40.0;
                        let u = 1.0 - t;
                        let on = from.to_vec2() * (u * u * u)
                            + a.to_vec2() * (3.0 * u * u * t)
                            + b.to_vec2() * (3.0 * u * t * t)
                            + to.to_vec2() * (t * t * t);
                        through |= rect.contains(on.to_pos2() + moved);
                    }
                    at = to;
                }
                assert!(!through, "{ends:?}: {} passes through {}", other.title, label.title);
            }
        }
    }
}

#[test]
fn a_label_before_its_arc_is_led_to_the_arrow() {
    // At the right edge there is room only before the arc.
    let (placed, _) = laid(vec![transition(0, "p5", None)]);
    let (one, label) = (&placed[0], pill(&placed[0]));
    let lines = one.drawing.items.iter().filter_map(|item| match item {
        Item::Path { path, .. } => match path.segments.as_slice() {
            [Segment::Move(from), Segment::Line(to)] => Some([*from, *to]),
            _ => None,
        },
        _ => None,
    });
    let [from, to] = lines.map(|ends| ends.map(|end| end + one.at.to_vec2())).next().unwrap();
    assert_eq!(from, label.right_center());
    assert!(to.y == from.y && to.x > from.x + BETWEEN, "{from} {to}");
}

#[test]
fn arcs_rise_only_as_high_as_they_must() {
    /// Where each arc begins and ends.
    type Ends = &'static [(&'static str, Option<&'static str>)];
    let rows: [(Ends, f32); 6] = [
        (&[("p1", Some("p0"))], 1.0),
        (&[("p1", Some("p0")), ("p4", Some("p3"))], 1.0),
        (&[("p1", Some("p0")), ("p5", Some("p0"))], 2.0),
        (&[("p5", Some("p0")), ("p4", Some("p1")), ("p3", Some("p2"))], 3.0),
        (&[("p0", None)], 1.0),
        (&[("p0", Some("nowhere")), ("", Some("p1"))], 0.0),
    ];
    for (ends, levels) in rows {
        let ends = ends.iter().enumerate();
        let (_, room) = laid(ends.map(|(id, (from, to))| transition(id, from, *to)).collect());
        let expected =
            if levels > 0.0 { LOWEST + 10.5 + BETWEEN + LEVEL * (levels - 1.0) } else { 0.0 };
        assert!((room - expected).abs() < 1.0, "{levels} levels need {expected}, not {room}");
    }
}

#[test]
fn a_label_says_how_many_do_what_and_why() {
    let mut back = transition(0, "p1", Some("p0"));
    back.reason = "nytt behov".into();
    let skip = Transition { share: None, ..transition(1, "s0", Some("p4")) };
    let rows = [
        (back.clone(), "Fas 1 → Fas 0: 30\u{a0}% går tillbaka: nytt behov"),
        (skip, "Fas 0 → Fas 4: Hoppar framåt"),
        (transition(2, "p2", None), "Fas 2: 30\u{a0}% lämnar"),
        (
            Transition { kind: Some(TransitionKind::Leave), ..transition(3, "p2", Some("p0")) },
            "Fas 2: 30\u{a0}% lämnar",
        ),
        (
            Transition { share: Some(f64::NAN), ..transition(4, "p2", Some("p2")) },
            "Fas 2 → Fas 2: Hoppar framåt",
        ),
        (
            Transition { share: Some(9e9), ..back },
            "Fas 1 → Fas 0: 100\u{a0}% går tillbaka: nytt behov",
        ),
    ];
    for (given, expected) in rows {
        assert_eq!(laid(vec![given]).0[0].title, expected);
    }
}

#[test]
fn parallel_arcs_nest() {
    let (placed, _) = laid(vec![
        transition(0, "p3", Some("p0")),
        transition(1, "p3", Some("p0")),
        transition(2, "p3", Some("p1")),
    ]);
    let spans: Vec<Rangef> =
        placed.iter().map(|one| Rangef::new(one.at.x, one.at.x + one.drawing.size.x)).collect();
    for pair in spans.windows(2) {
        assert!(pair[0].min < pair[1].min && pair[0].max > pair[1].max, "{spans:?}");
    }
}

#[test]
fn a_damaged_file_is_no_trouble() {
    let mut many: Vec<Transition> = (0..5000).map(|id| transition(id, "p4", Some("p1"))).collect();
    many[0].reason = "å".repeat(1_000_000);
    let (placed, room) = laid(many);
    assert!(!placed.is_empty() && room <= HIGHEST * 2.0);
    let (mut journey, _) = map();
    journey.transitions = [transition(0, "p0", Some("p1"))].into_iter().collect();
    let words = Words::new(Lang::En);
    let nowhere = Columns::default();
    assert!(arcs(&mut TextEngine::new(), &journey, &nowhere, &[], &words, 1.0).0.is_empty());
    assert_eq!(laid(Vec::new()).1, 0.0);
}
