//! Phases, steps and lanes are named, moved, made wider and deleted.

use super::*;

const MAP: &str = "A: a | B: b c | C: d\nL: x | y / z | w\n~E: p+1 | / |\nM: | v / |";

#[test]
fn phases_are_dragged_made_wider_and_deleted() {
    let mut window = window(MAP);
    let header = |window: &Window, phase: &str| {
        window.rect(&Thing::Phase(id(phase))).left_center() + vec2(30.0, 0.0)
    };
    let (from, to) = (header(&window, "A"), window.rect(&Thing::Phase(id("C"))).right_center());
    window.drag(from, to - vec2(20.0, 0.0));
    assert_eq!(window.columns(), "B: b c | C: d | A: a");
    assert_eq!(window.map(), "L: y / z / w / x\nE:  /  /  / +1\nM: v /  /  /");
    assert_eq!(window.selected(), "phase A");
    window.key_with(ALT, Key::ArrowLeft);
    assert_eq!(window.columns(), "B: b c | A: a | C: d");

    let edge = window.rect(&Thing::Phase(id("B"))).right_center() - vec2(1.0, 0.0);
    // Below the sign that adds a phase there.
    let edge = edge + vec2(0.0, 6.0);
    window.drag(edge, edge + vec2(64.0, 0.0));
    let step = |window: &Window, step: &str| {
        let steps: Vec<_> = window.journey().steps().map(|(_, step)| step.clone()).collect();
        steps.into_iter().find(|one| one.id == id(step)).unwrap().width
    };
    let zoom = f64::from(window.doc().cameras[&window.doc().journey].zoom);
    let width = step(&window, "c").unwrap();
    assert!((width - crate::model::STEP_WIDTH - 64.0 / zoom).abs() < 3.0, "{width}");
    assert_eq!(step(&window, "b"), None);

    window.select(vec![Thing::Phase(id("B"))]);
    window.key(Key::Delete);
    assert_eq!((window.columns().as_str(), window.selected().as_str()), ("A: a | C: d", "phase A"));
    assert_eq!(window.map(), "L: x / w\nE: +1 /\nM:  /");
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.map(), "L: y / z / x / w\nE:  /  / +1 /\nM: v /  /  /");
    assert_eq!(window.steps_of_history(), 3);
}

#[test]
fn new_phases_and_steps_come_where_the_keyboard_is_and_are_named_at_once() {
    let mut window = window(MAP);
    window.select(vec![Thing::Phase(id("B"))]);
    command(&mut window, "phase after");
    window.write("Mitt");
    window.key(Key::Enter);
    assert!(window.columns().starts_with("A: a | B: b c | Mitt: "), "{}", window.columns());
    command(&mut window, "phase before");
    window.write("Före");
    window.key(Key::Enter);
    let names: Vec<String> = window
        .columns()
        .split(" | ")
        .map(|phase| phase[..phase.find(':').unwrap()].to_owned())
        .collect();
    assert_eq!(names, ["A", "B", "Före", "Mitt", "C"]);
    window.select(vec![card_thing("L", "y")]);
    command(&mut window, "add step");
    assert_eq!(window.journey().phases[1].steps.len(), 3);
    assert_eq!(window.journey().phases[1].steps[2].id, id("c"));
    assert_eq!(window.steps_of_history(), 5);
}

/// Chooses the first command the palette finds.
fn command(window: &mut Window, query: &str) {
    window.key_with(CTRL, Key::K);
    window.write(query);
    window.key(Key::Enter);
}

#[test]
fn a_step_is_named_where_none_has_a_name_yet() {
    let mut window = window(MAP);
    window.select(vec![card_thing("L", "z")]);
    command(&mut window, "rename step");
    assert!(window.is_typing());
    window.write("Väntan");
    window.key(Key::Enter);
    let title =
        |window: &Window, at: usize| window.journey().steps().nth(at).unwrap().1.title.clone();
    assert_eq!(title(&window, 2), "Väntan");
    assert_eq!(window.selected(), "step c");
    // Now that there is a row of titles, those of others are typed there too.
    let at = window.rect(&Thing::Step(id("b"))).center_top() + vec2(-20.0, 10.0);
    window.double_click(at);
    assert!(window.is_typing());
    window.write("Först");
    window.key(Key::Enter);
    assert_eq!(title(&window, 1), "Först");
    // And a step is dragged by it, also to another phase.
    let from = window.rect(&Thing::Step(id("b"))).center_top() + vec2(-20.0, 10.0);
    let to = window.rect(&Thing::Step(id("d"))).center_top() + vec2(20.0, 10.0);
    window.drag(from, to);
    assert_eq!(window.columns(), "A: a | B: c | C: d b");
    assert_eq!(window.map(), "L: x / z / w / y\nE: +1 /  /  /\nM:  /  /  / v");
    window.key_with(ALT, Key::ArrowLeft);
    assert_eq!(window.columns(), "A: a | B: c | C: b d");
    window.key_with(ALT, Key::ArrowLeft);
    assert_eq!(window.columns(), "A: a | B: c b | C: d");
    window.key(Key::Delete);
    assert_eq!(window.map(), "L: x / z / w\nE: +1 /  /\nM:  /  /");
    assert_eq!(window.steps_of_history(), 6);
}

#[test]
fn lanes_are_added_moved_and_folded() {
    let mut window = window(MAP);
    let at = |window: &Window, lane: &str| {
        window.rect(&Thing::Lane(id(lane))).left_center() + vec2(40.0, 0.0)
    };
    let (from, to) = (at(&window, "L"), window.rect(&Thing::Lane(id("M"))).left_bottom());
    window.drag(from, to + vec2(40.0, -6.0));
    let lanes = |window: &Window| {
        let lanes = window.journey().lanes.iter();
        lanes.map(|lane| lane.id.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!((lanes(&window).as_str(), window.selected().as_str()), ("E M L", "lane L"));
    window.key_with(ALT, Key::ArrowUp);
    assert_eq!(lanes(&window), "E L M");
    command(&mut window, "collapse");
    assert!(window.journey().lane(&id("L")).unwrap().1.collapsed);
    // Cards do not vanish into a folded lane by the keyboard, nor past it.
    window.select(vec![card_thing("M", "v")]);
    window.key_with(ALT, Key::ArrowUp);
    assert_eq!(window.map(), "E: +1 /  /  /\nL: x / y / z / w\nM:  / v /  /");
    window.select(vec![Thing::Lane(id("L"))]);
    command(&mut window, "add lane thoughts");
    assert_eq!(window.journey().lanes[2].kind, LaneKind::Thoughts);
    window.key(Key::Delete);
    assert_eq!(lanes(&window), "E L M");
    assert_eq!(window.steps_of_history(), 5);
}

#[test]
fn customers_fold_by_a_click_and_by_a_command_and_the_file_does_not_know() {
    let (mut project, _) = parse(MAP);
    let journey = project.journeys.edit(0).unwrap();
    journey.phases.edit(0).unwrap().customers_in = Some(40.0);
    let mut window = window_on(project);
    let height = |window: &Window| window.scene().customers().map(|row| row.span());
    assert_eq!(height(&window), Some(32.0));
    let row = window.scene().customers().unwrap();
    window.click(window.screen(egui::pos2(60.0, row.center())));
    assert!(!window.doc().fold_figures && height(&window).unwrap() > 60.0);
    command(&mut window, "customers on one line");
    assert_eq!(height(&window), Some(32.0));
    assert_eq!(window.steps_of_history(), 0);
}
