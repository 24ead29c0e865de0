//! The keyboard stays on the map: Tab goes from cell to cell, typing loses nothing, and what was
//! there comes back.

use super::*;
use crate::ui::canvas_id;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

const MAP: &str = "A: a b | B: c\nL: x / | y\n~E: p+1 / |\nM: / z |";

fn focused(window: &Window) -> Option<egui::Id> {
    window.0.ctx.memory(|memory| memory.focused())
}

#[test]
fn tab_goes_from_cell_to_cell_whatever_is_selected() {
    let mut window = window(MAP);
    // Nothing is selected: the first cell, and on as one reads, to the last, where it stays.
    let walk = ["L a", "L b", "L c", "point p", "E b", "E c", "M a", "M b", "M c", "M c"];
    for cell in walk {
        window.key(Key::Tab);
        let cell = if cell.starts_with("point") { cell.into() } else { format!("cell {cell}") };
        assert_eq!(window.selected(), cell);
        assert_eq!(focused(&window), Some(canvas_id()), "at {cell}");
    }
    for cell in walk.iter().rev().skip(2) {
        window.key_with(SHIFT, Key::Tab);
        assert!(window.selected().ends_with(cell), "{} at {cell}", window.selected());
    }
    window.key_with(SHIFT, Key::Tab);
    assert_eq!(window.selected(), "cell L a");
    // From a card, and from a name to the next of its kind.
    for (thing, back, next) in [
        (window.card("y"), false, "point p"),
        (window.card("z"), true, "cell M a"),
        (point_thing("p"), false, "cell E b"),
        (Thing::Phase(id("A")), false, "phase B"),
        (Thing::Phase(id("B")), false, "phase B"),
        (Thing::Step(id("b")), false, "step c"),
        (Thing::Lane(id("M")), true, "lane E"),
        (Thing::Journey(id("map")), false, "cell L a"),
    ] {
        window.select(vec![thing.clone()]);
        window.key_with(if back { SHIFT } else { NONE }, Key::Tab);
        assert_eq!(window.selected(), next, "from {thing:?}");
    }
}

#[test]
fn what_is_typed_after_tab_is_a_card_there() {
    let mut window = window(MAP);
    window.select(vec![card_thing("L", "x")]);
    window.key(Key::Tab);
    window.write("ett");
    window.key(Key::Tab);
    // A new card is left empty, and so is the one after it.
    window.key(Key::Tab);
    window.key(Key::Tab);
    assert_eq!(window.selected(), "cell E b", "a curve has no cards to type");
    window.write("sagt");
    window.key(Key::Tab);
    window.key(Key::Tab);
    window.write("två");
    window.key(Key::Tab);
    window.key(Key::Tab);
    window.write("sist");
    // At the end what is typed next replaces nothing.
    window.key(Key::Tab);
    window.write("allra sist");
    window.key(Key::Enter);
    window.key(Key::Enter);
    assert_eq!(window.map(), "L: x / ett / y\nE: +1 / +0 /\nM: två / z / sist allra sist");
    // With the empty field closed as well.
    window.select_cell("L", "a");
    window.key(Key::Enter);
    window.key(Key::Escape);
    window.key(Key::Tab);
    window.write("till");
    window.key(Key::Enter);
    window.key(Key::Enter);
    assert!(window.map().starts_with("L: x / ett till /"), "{}", window.map());
}

#[test]
fn tab_in_the_frame_after_the_map_got_the_keyboard_is_the_maps() {
    let mut window = window(MAP);
    window.select_cell("M", "a");
    window.key(Key::Enter);
    let press =
        |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: NONE };
    // Each in a frame of its own, and none in between.
    for event in [press(Key::Escape), press(Key::Tab), Event::Text("på".into())] {
        window.0.event(event);
        window.0.step();
    }
    window.0.run();
    window.key(Key::Enter);
    window.key(Key::Enter);
    assert!(window.map().ends_with("M:  / z på /"), "{}", window.map());
}

#[test]
fn tab_in_a_name_goes_to_the_next_name() {
    let mut window = window("A: a | B: b\nL: |\nM: |");
    for (first, names) in
        [(Thing::Phase(id("A")), ["Boka", "Betala"]), (Thing::Lane(id("L")), ["Gör", "Känner"])]
    {
        window.select(vec![first]);
        window.key(Key::F2);
        window.write(names[0]);
        window.key(Key::Tab);
        assert!(window.is_typing());
        window.write(names[1]);
        // The last one: it stays, and so does what was typed.
        window.key(Key::Tab);
        assert!(window.is_typing());
        window.key_with(SHIFT, Key::Tab);
        window.key(Key::Enter);
    }
    let journey = window.journey();
    let phases: Vec<&str> = journey.phases.iter().map(|phase| phase.title.as_str()).collect();
    let lanes: Vec<&str> = journey.lanes.iter().map(|lane| lane.title.as_str()).collect();
    assert_eq!((phases, lanes), (vec!["Boka", "Betala"], vec!["Gör", "Känner"]));
    assert_eq!(window.steps_of_history(), 4);
}

#[test]
fn f4_leaves_the_map_and_comes_back() {
    let mut window = window(MAP);
    window.select(vec![card_thing("L", "x")]);
    window.key(Key::F4);
    let there = focused(&window).expect("something has the keyboard");
    let field = window.0.ctx.text_edit_focused();
    assert!(there != canvas_id() && field, "the first field of the card");
    window.write("!");
    window.key(Key::F4);
    assert_eq!(focused(&window), Some(canvas_id()));
    assert!(window.map().starts_with("L: x! /"), "{}", window.map());
    // Without the fields it goes to the row at the top.
    window.key_with(CTRL, Key::I);
    window.key(Key::F4);
    assert_eq!(focused_label(&window).as_deref(), Some("File"));
}

/// The name of what has the keyboard.
fn focused_label(window: &Window) -> Option<String> {
    let mut all = window.0.root().children_recursive();
    all.find_map(|node| {
        let node = node.accesskit_node();
        node.is_focused().then(|| node.label()).flatten()
    })
}

#[test]
fn f10_opens_the_menus_and_esc_goes_back() {
    let mut window = window(MAP);
    let is_open = |window: &Window, item: &str| {
        window.0.query_by_role_and_label(Role::MenuItem, item).is_some()
    };
    window.select(vec![card_thing("L", "x")]);
    window.key(Key::F10);
    assert!(is_open(&window, "New map"));
    window.key(Key::ArrowRight);
    assert!(is_open(&window, "Select all") && !is_open(&window, "New map"));
    window.key(Key::ArrowLeft);
    window.key(Key::ArrowLeft);
    assert!(is_open(&window, "About Kundresa"), "round to the last one");
    window.key(Key::Escape);
    assert!(!is_open(&window, "About Kundresa"));
    assert_eq!(focused(&window), Some(canvas_id()));
    assert_eq!(window.selected(), "x", "what was selected is selected still");
    // A command is chosen by the keyboard alone.
    window.key(Key::F10);
    window.key(Key::ArrowRight);
    for _ in 0..20 {
        if focused_label(&window).as_deref() == Some("Duplicate") {
            break;
        }
        window.key(Key::ArrowDown);
    }
    window.key(Key::Enter);
    assert!(window.map().starts_with("L: x x /"), "{}", window.map());
    assert!(!is_open(&window, "Duplicate"));
    assert_eq!(focused(&window), Some(canvas_id()));
    // From a field back to the field.
    window.key(Key::F4);
    let field = focused(&window);
    window.key(Key::F10);
    window.key(Key::Escape);
    assert_eq!(focused(&window), field);
}

#[test]
fn the_toolbar_is_gone_through_from_left_to_right() {
    let mut window = window(MAP);
    window.key_with(CTRL, Key::I);
    window.key(Key::F4);
    let mut last = f32::MIN;
    for count in 0..40 {
        let id = focused(&window).expect("something has the keyboard");
        let rect = window.0.ctx.read_response(id).expect("it is shown").rect;
        if rect.top() > 40.0 {
            assert!(count > 8, "{count} buttons");
            return;
        }
        assert!(rect.left() > last, "{rect} after {last}");
        last = rect.left();
        window.key(Key::Tab);
    }
    panic!("Tab goes out of the toolbar");
}
