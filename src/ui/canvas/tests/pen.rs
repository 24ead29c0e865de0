//! The pen: whose curve clicks, drags and keys draw.

use super::*;
use crate::model::EmotionPoint;
use crate::scene::Body;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const THREE: &str = "A: a b c d e\nT: x / / / /\n~E: / / / /\nwho: anna karim elin";

const ASKED: &str = "First choose who feels it: click a portrait or press 1–3";

/// A map with three personas, and a fourth that it is not about.
fn three() -> Window {
    let (mut project, _) = parse(THREE);
    for (at, name) in ["Anna", "Karim", "Elin"].into_iter().enumerate() {
        project.personas.edit(at).unwrap().name = name.into();
    }
    window_on(project)
}

/// What somebody feels, step by step: `a+1 b-0.5`.
fn curve(window: &Window, who: &str) -> String {
    let (_, lane) = window.journey().lane(&id("E")).expect("a lane");
    let persona = (!who.is_empty()).then(|| id(who));
    let own = lane.points.iter().filter(|point| point.persona == persona);
    let mut points: Vec<&EmotionPoint> = own.map(|point| &**point).collect();
    points.sort_by(|a, b| a.step.as_str().cmp(b.step.as_str()));
    let said = points.iter().map(|point| format!("{}{:+}", point.step, point.value));
    said.collect::<Vec<_>>().join(" ")
}

fn held(window: &Window) -> Option<&str> {
    window.doc().pen.persona().map(Id::as_str)
}

fn persona(name: &str) -> Thing {
    Thing::Persona(id(name))
}

/// The row of somebody in the list of pens.
fn row(window: &Window, name: &str) -> Pos2 {
    let scene = window.scene();
    let rows = super::super::pen_list::seen(scene, Vec2::ZERO, 0.0, &[]);
    let (_, _, rect) = rows.into_iter().find(|(one, ..)| one.name == name).expect("a row");
    window.screen(rect.center())
}

#[test]
fn three_curves_are_drawn_in_fewer_than_twenty_clicks() {
    let mut window = three();
    let mut clicks = 0;
    let drawn =
        [("anna", [1.0, 1.5, -0.5]), ("karim", [0.0, -1.0, 0.4]), ("elin", [-2.0, 0.0, 2.0])];
    for (who, feelings) in drawn {
        window.click(window.rect(&persona(who)).center());
        assert_eq!(held(&window), Some(who), "the selected persona is the pen");
        clicks += 1;
        for (step, value) in ["a", "b", "c"].into_iter().zip(feelings) {
            window.click(window.feeling_at(step, 0.5, value));
            clicks += 1;
        }
    }
    assert!(clicks < 20);
    assert_eq!(curve(&window, "anna"), "a+1 b+1.5 c-0.5");
    assert_eq!(curve(&window, "karim"), "a+0 b-1 c+0.4");
    assert_eq!(curve(&window, "elin"), "a-2 b+0 c+2");
    let (_, lane) = window.journey().lane(&id("E")).unwrap();
    assert!(lane.points.iter().all(|point| point.at.is_none()), "nobody is pushed aside");
    assert_eq!(window.steps_of_history(), 9);
}

#[test]
fn the_pen_draws_over_the_faces_of_others_and_selects_its_own() {
    let mut window = three();
    window.click(window.rect(&persona("anna")).center());
    window.click(window.feeling_at("b", 0.5, 1.0));
    window.click(window.rect(&persona("karim")).center());
    window.click(window.feeling_at("b", 0.5, 1.0));
    assert_eq!((curve(&window, "anna"), curve(&window, "karim")), ("b+1".into(), "b+1".into()));
    let new = window.selected();
    window.key(Key::Escape);
    // Without it a face is a face.
    window.click(window.rect(&persona("karim")).center());
    let (_, lane) = window.journey().lane(&id("E")).unwrap();
    let own = lane.points.iter().find(|point| point.persona == Some(id("karim"))).unwrap();
    let thing = Thing::Point { lane: id("E"), point: own.id.clone() };
    window.click(window.rect(&thing).center());
    assert_eq!(window.selected(), new);
    assert_eq!(curve(&window, "karim"), "b+1");
}

#[test]
fn figures_take_up_pens_where_curves_are_drawn_and_are_typed_elsewhere() {
    let mut window = three();
    window.move_to(window.feeling_at("d", 0.5, 0.0));
    window.0.run();
    window.key(Key::Num2);
    assert_eq!(held(&window), Some("karim"), "the pointer is in the lane");
    window.key(Key::Num3);
    assert_eq!(held(&window), Some("elin"));
    window.key(Key::Num9);
    assert_eq!(held(&window), Some("elin"), "there is nobody with that number");
    window.key(Key::Escape);
    assert_eq!((held(&window), window.selected()), (None, String::new()));
    window.move_to(window.card_at("x"));
    window.select(vec![Thing::Lane(id("E"))]);
    window.key(Key::Num1);
    assert_eq!(held(&window), Some("anna"), "the lane is selected");
    // On a card a figure is a figure, also with the pointer in the lane.
    window.click(window.card_at("x"));
    assert_eq!(held(&window), None);
    window.move_to(window.feeling_at("d", 0.5, 0.0));
    window.0.run();
    window.0.event(Event::Key {
        key: Key::Num3,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: NONE,
    });
    window.write("3 veckor");
    window.key(Key::Escape);
    assert_eq!((held(&window), window.is_typing()), (None, false));
    window.key(Key::F2);
    window.write("3");
    assert!(window.is_typing());
}

#[test]
fn a_figure_takes_up_a_pen_and_is_not_typed() {
    let mut window = three();
    window.move_to(window.feeling_at("d", 0.5, 0.0));
    window.0.run();
    for text in ["2", "3"] {
        let key = if text == "2" { Key::Num2 } else { Key::Num3 };
        let modifiers = NONE;
        window.0.event(Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        });
        window.0.event(Event::Text(text.to_owned()));
        window.0.run();
    }
    assert_eq!((held(&window), window.is_typing()), (Some("elin"), false));
    window.click(window.feeling_at("d", 0.5, 0.5));
    window.write("2");
    assert!(window.is_typing(), "without the key it is text");
}

#[test]
fn escape_puts_the_pen_down_and_a_click_outside_only_lets_go() {
    let mut window = three();
    window.click(window.rect(&persona("karim")).center());
    window.click(window.feeling_at("a", 0.5, 1.0));
    window.key(Key::Escape);
    assert_eq!((held(&window), window.selected()), (None, String::new()));
    window.click(window.rect(&persona("elin")).center());
    // In an empty place outside of the lane.
    window.click(window.cell_at("T", "d") + vec2(0.0, 25.0));
    assert_eq!(held(&window), None);
    assert!(!window.is_typing());
    assert_eq!(window.steps_of_history(), 1);
    assert_eq!((curve(&window, "karim"), curve(&window, "elin")), ("a+1".into(), String::new()));
}

#[test]
fn a_click_while_something_is_selected_or_typed_only_lets_go_of_it() {
    let mut window = three();
    let free = window.feeling_at("d", 0.5, 1.0);
    window.click(window.card_at("x"));
    window.click(free);
    assert_eq!((window.selected(), window.steps_of_history()), (String::new(), 0));
    // The next one is nobody's: whose it would be has to be chosen first, and is asked.
    window.move_to(free + vec2(3.0, 0.0));
    window.0.run();
    assert_eq!(window.painted("Anna +1.0"), 0, "no face is offered");
    window.click(free);
    assert_eq!((window.steps_of_history(), held(&window)), (0, None));
    assert_eq!(window.painted(ASKED), 2, "a click there is answered, also at the pointer");
    window.key(Key::Num1);
    assert_eq!(window.painted(ASKED), 0);
    window.click(free);
    assert_eq!((curve(&window, "anna"), held(&window)), ("d+1".into(), Some("anna")));
    window.key(Key::Escape);
    // A quote being typed is kept, and nothing is set.
    let face = {
        let (_, lane) = window.journey().lane(&id("E")).unwrap();
        let point = lane.points.iter().next().unwrap().id.clone();
        window.rect(&Thing::Point { lane: id("E"), point }).center()
    };
    window.double_click(face);
    window.write("Oj");
    assert!(window.is_typing());
    window.click(window.feeling_at("b", 0.5, -1.0));
    assert!(!window.is_typing());
    assert_eq!(curve(&window, "anna"), "d+1");
    let (_, lane) = window.journey().lane(&id("E")).unwrap();
    assert_eq!(lane.points.iter().next().unwrap().quote, "Oj");
}

#[test]
fn a_click_away_from_a_card_being_typed_makes_no_other_card() {
    let mut window = window("A: a b\nT: x / ");
    window.double_click(window.card_at("x"));
    window.write("y");
    assert!(window.is_typing());
    window.click(window.cell_at("T", "b"));
    assert!(window.is_typing(), "one goes on where one points");
    window.key(Key::Escape);
    assert_eq!(window.map(), "T: xy /");
}

#[test]
fn a_press_sets_a_point_and_the_drag_raises_it() {
    let mut window = three();
    window.click(window.rect(&persona("karim")).center());
    window.drag(window.feeling_at("b", 0.5, -1.0), window.feeling_at("b", 0.5, 1.2));
    assert_eq!(curve(&window, "karim"), "b+1.2");
    assert_eq!(window.steps_of_history(), 1);
    window.grab(window.feeling_at("c", 0.5, 0.0), window.feeling_at("c", 0.5, 2.0));
    window.key(Key::Escape);
    window.let_go(window.feeling_at("c", 0.5, 2.0));
    assert_eq!((curve(&window, "karim"), held(&window)), ("b+1.2".into(), Some("karim")));
    // Without a pen a drag selects.
    window.key(Key::Escape);
    window.drag(window.feeling_at("a", 0.2, 1.9), window.feeling_at("c", 0.9, 0.1));
    assert!(window.selected().starts_with("point "));
    assert_eq!(window.steps_of_history(), 1);
}

#[test]
fn arrows_move_the_point_and_backspace_takes_the_last_back() {
    let mut window = three();
    window.click(window.rect(&persona("elin")).center());
    window.click(window.feeling_at("a", 0.5, 0.0));
    window.click(window.feeling_at("b", 0.5, 1.0));
    window.key(Key::ArrowUp);
    window.key(Key::ArrowUp);
    assert_eq!(curve(&window, "elin"), "a+0 b+1.2");
    window.key(Key::ArrowRight);
    window.key(Key::ArrowDown);
    assert_eq!(curve(&window, "elin"), "a+0 c+1.1");
    window.key(Key::ArrowLeft);
    assert_eq!(curve(&window, "elin"), "a+0 b+1.1");
    window.key(Key::Backspace);
    assert_eq!(curve(&window, "elin"), "a+0");
    assert_eq!(held(&window), Some("elin"));
    window.key(Key::Backspace);
    window.key(Key::Backspace);
    assert_eq!(curve(&window, "elin"), "");
    assert_eq!(window.doc().editor.project().personas.len(), 3, "she is not taken away");
    for _ in 0..2 {
        window.key_with(CTRL, Key::Z);
    }
    assert_eq!(curve(&window, "elin"), "a+0 b+1.1");
    for _ in 0..7 {
        window.key_with(CTRL, Key::Z);
    }
    assert_eq!(curve(&window, "elin"), "");
}

#[test]
fn a_curve_is_drawn_by_keys_alone() {
    let mut window = three();
    window.select(vec![Thing::Lane(id("E"))]);
    for key in [Key::Num2, Key::Enter, Key::ArrowUp, Key::ArrowUp, Key::Enter, Key::ArrowDown] {
        window.key(key);
    }
    assert_eq!(curve(&window, "karim"), "a+0.2 b+0.1");
    for key in [Key::Num3, Key::Enter, Key::ArrowDown, Key::Enter, Key::Enter, Key::Escape] {
        window.key(key);
    }
    assert_eq!(curve(&window, "elin"), "a-0.1 b-0.1 c-0.1");
    assert_eq!(held(&window), None);
}

#[test]
fn pens_are_taken_up_in_the_list_on_a_curve_and_by_those_who_listen() {
    let mut window = three();
    window.click(row(&window, "Karim"));
    assert_eq!(held(&window), Some("karim"));
    window.click(window.feeling_at("a", 0.5, 1.0));
    window.click(window.feeling_at("c", 0.5, 1.0));
    window.click(row(&window, "Karim"));
    assert_eq!(held(&window), None, "again puts it down");
    window.click(window.card_at("x"));
    window.click(window.feeling_at("b", 0.5, 1.0));
    assert_eq!(held(&window), Some("karim"), "it is his curve");
    assert_eq!(curve(&window, "karim"), "a+1 c+1");
    window.0.get_by_label("Draw Elin’s curve, 3").click_accesskit();
    window.0.run();
    assert_eq!(held(&window), Some("elin"));
    let label = window.0.get_by_label("Draw Elin’s curve, 3");
    assert_eq!(label.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
}

#[test]
fn a_curve_is_copied_and_a_persona_taken_off_the_map_and_brought_back() {
    use crate::ui::state::command::Command;
    use crate::ui::{Message, Nth};
    let mut window = three();
    window.click(row(&window, "Anna"));
    window.click(window.feeling_at("a", 0.5, 1.0));
    window.click(window.feeling_at("b", 0.5, -1.0));
    window.click(row(&window, "Karim"));
    window.click(window.feeling_at("b", 0.5, 2.0));
    let act = |window: &mut Window, command: Command| {
        let ctx = window.0.ctx.clone();
        let mut out = vec![Message::Do(command)];
        window.0.state_mut().handle_all(&ctx, &mut out);
        window.0.run();
    };
    act(&mut window, Command::CopyCurve(Nth::ALL[0]));
    assert_eq!(curve(&window, "karim"), "a+1 b+2", "what he feels already stays");
    assert_eq!(curve(&window, "anna"), "a+1 b-1");
    window.key_with(CTRL, Key::Z);
    assert_eq!(curve(&window, "karim"), "b+2");

    window.select(vec![persona("anna")]);
    act(&mut window, Command::OffMap);
    let shown = |window: &Window| {
        let lane = window.scene().lanes.iter().find(|lane| lane.id == id("E")).unwrap();
        let crate::scene::Body::Curve(curve) = &lane.body else { panic!("no curve") };
        curve.points.iter().filter(|one| one.point.persona == Some(id("anna"))).count()
    };
    assert_eq!((shown(&window), curve(&window, "anna")), (0, "a+1 b-1".into()));
    window.right_click(window.screen(egui::pos2(600.0, 20.0)));
    window.0.get_by_label("Bring to the map").click();
    window.0.run();
    window.0.get_by_role_and_label(egui::accesskit::Role::MenuItem, "Anna").click();
    window.0.run();
    assert_eq!(shown(&window), 2);
    window.key_with(CTRL, Key::Z);
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.journey().personas.first(), Some(&id("anna")));
    assert_eq!(shown(&window), 2);
}

#[test]
fn the_menu_of_a_persona_says_what_can_be_done_with_them() {
    let mut window = three();
    window.click(row(&window, "Anna"));
    window.click(window.feeling_at("a", 0.5, 1.0));
    window.key(Key::Escape);
    window.right_click(window.rect(&persona("karim")).center());
    for name in ["Edit text", "Colour 8", "Draw a curve", "Copy the curve of", "Take off the map"] {
        let menu = egui::accesskit::Role::MenuItem;
        let found = window.0.query_all_by_role_and_label(menu, name).count();
        assert_eq!(found, 1, "{name}");
    }
    window.0.get_by_label("Copy the curve of").click();
    window.0.run();
    window.0.get_by_label("Copy Anna’s curve here").click();
    window.0.run();
    assert_eq!(curve(&window, "karim"), "a+1");
}

#[test]
fn nobodys_points_look_like_nobodys() {
    let (mut project, _) = parse("A: a b c\n~E: p+1 / q-1 / r+2\nwho: anna");
    let map = project.journeys.edit(0).unwrap();
    map.lanes.edit(0).unwrap().points.edit(2).unwrap().persona = Some(id("anna"));
    let mut window = window_on(project);
    let lane = &window.scene().lanes[0];
    let crate::scene::Body::Curve(curve) = &lane.body else { panic!("no curve") };
    let nobodys = curve.lines.iter().find(|line| line.persona.is_none()).unwrap();
    assert_eq!((nobodys.role, nobodys.main), (crate::scene::Role::Muted, false));
    assert!(curve.points.iter().any(|point| point.title == "No persona: +1.0"), "{curve:?}");
    // A single persona needs no choosing: a click on the curve or beside it is hers.
    window.click(window.feeling_at("b", 0.5, 1.8));
    let (_, lane) = window.journey().lane(&id("E")).unwrap();
    assert_eq!(lane.points.iter().last().unwrap().persona, Some(id("anna")));
}

#[test]
fn without_a_pen_nothing_is_drawn_for_anyone() {
    let mut window = three();
    let nothing = |window: &mut Window, how: &str| {
        assert_eq!(window.steps_of_history(), 0, "{how}");
        assert!(!window.is_typing(), "{how}");
    };
    window.click(row(&window, "Karim"));
    window.key(Key::Escape);
    let at = window.feeling_at("b", 0.5, 1.0);
    window.click(at);
    nothing(&mut window, "a click after Esc");
    window.drag(at, window.feeling_at("c", 0.5, -1.0));
    nothing(&mut window, "a drag");
    window.double_click(at);
    nothing(&mut window, "a double click");
    window.select_cell("E", "b");
    window.key(Key::Enter);
    nothing(&mut window, "Enter in a cell");
    window.write("Oj");
    nothing(&mut window, "typing in a cell");
    window.0.event(Event::Paste("Oj".into()));
    window.0.run();
    nothing(&mut window, "pasting in a cell");
    // With one chosen each of them draws.
    window.key(Key::Num2);
    window.click(at);
    assert_eq!(curve(&window, "karim"), "b+1");
}

#[test]
fn an_only_persona_needs_no_choosing() {
    let (project, _) = parse("A: a b\n~E: /\nwho: anna");
    let mut window = window_on(project);
    for (step, value) in [("a", 1.0), ("b", -1.0)] {
        window.key(Key::Escape);
        window.click(window.feeling_at(step, 0.5, value));
    }
    assert_eq!(curve(&window, "anna"), "a+1 b-1");
    let (project, _) = parse("A: a b\n~E: /");
    let mut window = window_on(project);
    window.click(window.feeling_at("a", 0.5, 1.0));
    assert_eq!(curve(&window, ""), "a+1");
}

#[test]
fn what_is_felt_at_a_card_is_the_pens_and_without_one_the_cards_own() {
    let feeling = |window: &mut Window, value: f64| {
        let mut out = Vec::new();
        let doc = window.0.state_mut().work.doc.as_mut().unwrap();
        let chosen = super::super::chosen::Chosen::of(doc).expect("a card");
        chosen.toggle_feeling(value, doc, &mut out);
        let ctx = window.0.ctx.clone();
        window.0.state_mut().handle_all(&ctx, &mut out);
        window.0.run();
    };
    let mut window = three();
    window.click(row(&window, "Karim"));
    window.click(window.card_at("x"));
    assert_eq!(held(&window), None, "a card is no curve");
    feeling(&mut window, 1.0);
    assert_eq!((curve(&window, "karim"), curve(&window, "anna")), ("a+1".into(), String::new()));
    // Put down it is nobody's any more.
    window.key(Key::Escape);
    window.click(window.card_at("x"));
    window.select(Vec::new());
    window.select(vec![Thing::Card(crate::model::CardRef { lane: Some(id("T")), card: id("x") })]);
    feeling(&mut window, -1.0);
    assert_eq!(curve(&window, "karim"), "a-1", "the feeling the card has is changed");
    window.key_with(CTRL, Key::Z);
    window.key_with(CTRL, Key::Z);
    window.select(vec![Thing::Card(crate::model::CardRef { lane: Some(id("T")), card: id("x") })]);
    feeling(&mut window, -1.0);
    assert_eq!(curve(&window, "anna"), "a-1");
}

#[test]
fn the_lane_stands_still_under_the_pen_also_where_a_quote_wants_more_room() {
    let (mut project, _) = parse(
        "A: a b c d e\nT: x / / / /\n~E: p+1.9 / q+1.8 / r+1.9 / s+1.7 / t+1.9\nwho: anna karim",
    );
    let quote = "I had to call three times before anybody knew what had become of it";
    let journey = project.journeys.edit(0).unwrap();
    let lane = journey.lane(&id("E")).unwrap().0;
    let points = &mut journey.lanes.edit(lane).unwrap().points;
    for at in 0..points.len() {
        points.edit(at).unwrap().quote = quote.into();
    }
    let mut window = window_on(project);
    window.click(window.rect(&persona("karim")).center());
    window.click(window.feeling_at("a", 0.5, -1.0));
    let zero_of = |window: &Window| {
        let lane = window.scene().lanes.iter().find(|lane| lane.id == id("E")).unwrap();
        let Body::Curve(curve) = &lane.body else { unreachable!("a curve") };
        lane.y + curve.zero_y
    };
    let (on_screen, in_map) = (window.feeling_at("a", 0.5, 0.0), zero_of(&window));
    let mut pushed = 0;
    for (step, value) in [("b", 1.9), ("c", 1.9), ("d", 1.9), ("e", 1.9), ("b", -1.9), ("d", 1.0)] {
        window.click(window.feeling_at(step, 0.7, value));
        let moved = window.feeling_at("a", 0.5, 0.0) - on_screen;
        assert!(moved.length() < 0.01, "{moved:?} at {step} {value}");
        pushed += usize::from(zero_of(&window) != in_map);
    }
    assert!(pushed > 0, "the lane has grown");
}
