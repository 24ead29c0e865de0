//! Feelings are set and pulled.

use super::*;
use crate::model::EmotionPoint;

const MAP: &str = "A: a b c\nT: x / y /\n~E: p+1@x / q-1 /";

fn point<'a>(window: &'a Window, name: &str) -> &'a EmotionPoint {
    let (_, lane) = window.journey().lane(&id("E")).expect("an emotion lane");
    lane.points.iter().find(|point| point.id == id(name)).expect("there is such a point")
}

#[test]
fn a_click_sets_a_point_where_it_is() {
    let mut window = window(MAP);
    let at = window.feeling_at("c", 0.8, -1.3);
    window.click(at);
    let (_, lane) = window.journey().lane(&id("E")).unwrap();
    let new = lane.points.iter().last().unwrap().clone();
    assert_eq!(new.step, id("c"));
    assert!((new.value + 1.3).abs() < 0.06 && (new.at.unwrap() - 0.8).abs() < 0.02, "{new:?}");
    assert_eq!(window.selected(), format!("point {}", new.id));
    let face = window.rect(&Thing::Point { lane: id("E"), point: new.id.clone() });
    assert!((face.center() - at).length() < 4.0, "{face} {at}");
    assert_eq!(window.steps_of_history(), 1);
    // What was clicked is selected: writing puts words into its mouth.
    window.write("Suck");
    window.key(Key::Enter);
    assert_eq!(point(&window, new.id.as_str()).quote, "Suck");
}

#[test]
fn a_curve_is_typed_step_by_step() {
    let mut window = window("A: a b c d\n~E: / / /");
    window.select_cell("E", "a");
    window.write("Oj");
    window.key(Key::Enter);
    window.write("Jaha");
    window.key(Key::Tab);
    window.write("Nej");
    window.key(Key::Enter);
    assert_eq!(window.selected(), "cell E d");
    let (_, lane) = window.journey().lane(&id("E")).unwrap();
    let said = lane.points.iter().map(|point| (point.step.to_string(), point.quote.clone()));
    let expected = [("a", "Oj"), ("b", "Jaha"), ("c", "Nej")];
    assert_eq!(said.collect::<Vec<_>>(), expected.map(|(step, text)| (step.into(), text.into())));
}

#[test]
fn typing_in_a_free_cell_of_the_curve_makes_a_point_that_says_so() {
    let mut window = window(MAP);
    window.select_cell("E", "c");
    window.write("Suck å");
    assert!(window.is_typing());
    window.key(Key::Enter);
    assert!(!window.is_typing());
    let (_, lane) = window.journey().lane(&id("E")).unwrap();
    let new = lane.points.iter().last().unwrap().clone();
    assert_eq!((new.step.clone(), new.quote.as_str()), (id("c"), "Suck å"));
    // It stands on the curve, which goes on level.
    assert_eq!(new.value, -1.0);
    assert_eq!(window.selected(), format!("point {}", new.id));
    assert_eq!(window.steps_of_history(), 1);
    // Given up twice, nothing has become of it.
    window.key_with(CTRL, Key::Z);
    window.select_cell("E", "c");
    window.write("No");
    window.key(Key::Escape);
    assert_eq!(window.steps_of_history(), 1);
    window.select_cell("E", "c");
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.selected(), "cell E c");
    assert_eq!(window.steps_of_history(), 0);
}

#[test]
fn no_face_is_offered_where_one_was_just_set() {
    let (mut project, _) = parse("A: a\n~E:");
    let map = project.journeys.edit(0).unwrap();
    map.phases.edit(0).unwrap().steps.edit(0).unwrap().width = Some(600.0);
    let mut window = window_on(project);
    // Set in the middle of the step, as it is alone there: not quite where the pointer is.
    let at = window.feeling_at("a", 0.58, 1.4);
    window.click(at);
    let face = window.journey().lanes[0].points[0].shown_face().to_owned();
    let faces = window.painted(&face);
    window.move_to(at + vec2(0.0, 1.0));
    window.0.run();
    assert_eq!(window.painted(&face), faces + 1, "the pointer has moved on");
    window.0.event(Event::PointerGone);
    window.0.run();
    assert_eq!(window.painted(&face), faces);
}

#[test]
fn a_face_is_pulled_up_down_and_sideways() {
    let mut window = window(MAP);
    let from = window.rect(&point_thing("q")).center();
    let to = egui::pos2(from.x, window.feeling_at("b", 0.5, 0.37).y);
    window.drag(from, to);
    let value = point(&window, "q").value;
    assert!((value - 0.37).abs() < 0.03, "{value}");
    assert_eq!((point(&window, "q").step.clone(), point(&window, "q").at), (id("b"), None));
    let face = point(&window, "q").shown_face().to_owned();
    window.hold(SHIFT);
    let from = window.rect(&point_thing("q")).center();
    window.grab(from, egui::pos2(from.x, window.feeling_at("b", 0.5, -1.6).y));
    window.let_go(egui::pos2(from.x, window.feeling_at("b", 0.5, -1.6).y));
    assert_eq!(point(&window, "q").value, -1.5, "Shift snaps to halves");
    assert_ne!(point(&window, "q").shown_face(), face, "the face follows");
    let from = window.rect(&point_thing("q")).center();
    window.drag(from, window.feeling_at("c", 0.25, -5.0));
    let q = point(&window, "q");
    assert_eq!((q.value, q.step.clone()), (-2.0, id("c")));
    assert!((q.at.unwrap() - 0.25).abs() < 0.05, "{q:?}");
    window.grab(window.rect(&point_thing("q")).center(), window.feeling_at("a", 0.5, 2.0));
    window.key(Key::Escape);
    window.let_go(window.feeling_at("a", 0.5, 2.0));
    assert_eq!((point(&window, "q").value, window.steps_of_history()), (-2.0, 3));
}

#[test]
fn a_face_that_was_picked_stays_and_a_bound_point_goes_with_its_card() {
    let (mut project, _) = parse(MAP);
    let map = project.journeys.edit(0).unwrap();
    map.lanes.edit(1).unwrap().points.edit(0).unwrap().face = "🎉".into();
    let mut window = window_on(project);
    let from = window.rect(&point_thing("p")).center();
    window.drag(from, from + vec2(0.0, 60.0));
    assert!(point(&window, "p").value < 0.9);
    assert_eq!(point(&window, "p").shown_face(), "🎉");
    assert_eq!(point(&window, "p").touchpoint, Some(id("x")));
    window.drag(window.card_at("x"), window.cell_at("T", "c"));
    assert_eq!(point(&window, "p").step, id("c"));
    // Pulled away from it, it lets go.
    let from = window.rect(&point_thing("p")).center();
    window.drag(from, window.feeling_at("a", 0.5, 1.0));
    assert_eq!(
        (point(&window, "p").step.clone(), point(&window, "p").touchpoint.clone()),
        (id("a"), None)
    );
}

#[test]
fn feelings_move_by_the_keyboard() {
    let mut window = window(MAP);
    window.select(vec![point_thing("p"), point_thing("q")]);
    window.key_with(ALT, Key::ArrowUp);
    assert_eq!((point(&window, "p").value, point(&window, "q").value), (1.5, -0.5));
    window.key_with(ALT, Key::ArrowRight);
    assert_eq!(window.map(), "T: x / y /\nE:  / +1.5 / -0.5");
    for _ in 0..6 {
        window.key_with(ALT, Key::ArrowDown);
    }
    assert_eq!((point(&window, "p").value, point(&window, "q").value), (-1.5, -2.0));
    assert_eq!(window.selected(), "point p, point q");
    window.key(Key::Delete);
    assert_eq!(window.map(), "T: x / y /\nE:  /  /");
}

#[test]
fn a_screen_reader_makes_a_feeling_better() {
    use egui_kittest::kittest::Queryable as _;
    let window = &mut window(MAP);
    assert_eq!(window.0.get_all_by_role(egui::accesskit::Role::Slider).count(), 2);
    let first = window.0.get_all_by_role(egui::accesskit::Role::Slider).next().unwrap();
    first.increment_accesskit();
    window.0.run();
    assert_eq!(window.map(), "T: x / y /\nE: +1.5 / -1 /");
}
