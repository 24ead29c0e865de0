//! Cards are dragged.

use super::*;

const MAP: &str = "A: a b c\nL: x y / z /\n~E: p+1@x / q-1 /\nM: / w /\nparked: k l";

#[test]
fn a_card_is_dragged_to_any_cell_of_any_lane() {
    let mut window = window(MAP);
    // What is parked is out of the first view.
    window.key_with(CTRL, Key::Num1);
    for (card, lane, step, after) in [
        ("x", "L", "c", "L: y / z / x\nE:  / -1 / +1\nM:  / w /\nparked: k l"),
        ("x", "M", "a", "L: y / z /\nE: +1 / -1 /\nM: x / w /\nparked: k l"),
        ("k", "M", "b", "L: y / z /\nE: +1 / -1 /\nM: x / w k /\nparked: l"),
    ] {
        let (from, to) = (window.card_at(card), window.cell_at(lane, step));
        window.drag(from, to);
        assert_eq!(window.map(), after);
        assert_eq!(window.selected(), card, "what was let go is selected");
    }
    assert_eq!(window.steps_of_history(), 3, "a drag is one step");
    let beside = window.rect(&window.card("l")).center() + vec2(0.0, 60.0);
    window.drag(window.card_at("z"), beside);
    assert_eq!(window.map(), "L: y /  /\nE: +1 / -1 /\nM: x / w k /\nparked: l z");
    assert_eq!(window.selected(), "parked z");
    for _ in 0..4 {
        window.key_with(CTRL, Key::Z);
    }
    assert_eq!(window.map(), "L: x y / z /\nE: +1 / -1 /\nM:  / w /\nparked: k l");
    assert_eq!(window.selected(), "x, point p", "what came back is selected where it is");
}

#[test]
fn a_card_is_let_go_between_two_and_esc_puts_it_back() {
    let mut window = window("A: a b\nL: x y v / z");
    let between = window.card_at("y") - vec2(0.0, 8.0);
    window.grab(window.card_at("z"), between);
    assert_eq!(window.map(), "L: x z y v /", "it is shown where it will land");
    window.key(Key::Escape);
    assert_eq!(window.map(), "L: x y v / z");
    window.let_go(between);
    assert_eq!((window.map().as_str(), window.steps_of_history()), ("L: x y v / z", 0));
    let between = below(window.card_at("y"));
    window.drag(window.card_at("z"), between);
    assert_eq!(window.map(), "L: x y z v /");
    let to = below(window.card_at("v"));
    window.drag(window.card_at("x"), to);
    assert_eq!(window.map(), "L: y z v x /");
}

#[test]
fn a_click_or_a_hand_that_trembles_moves_nothing() {
    let mut window = window("A: a b\nL: x z>b y / v\nM: / w");
    for card in ["x", "y", "z"] {
        let at = window.card_at(card);
        window.click(at);
        assert_eq!(window.selected(), card);
        window.drag(at, at + vec2(7.0, 1.0));
        // Held down for a while.
        window.move_to(at);
        window.button(at, PointerButton::Primary, true);
        window.0.run_steps(90);
        window.let_go(at);
    }
    // The far end of a card that spans steps is as good a place to hold it as its beginning.
    let end = window.rect(&window.card("z")).right_center() - vec2(30.0, 0.0);
    window.drag(end, end + vec2(9.0, 2.0));
    window.select(vec![card_thing("L", "x"), card_thing("L", "y"), card_thing("M", "w")]);
    let at = window.card_at("w");
    window.drag(at, at + vec2(8.0, 3.0));
    assert_eq!(window.map(), "L: x z>b y / v\nM:  / w");
    assert_eq!(window.steps_of_history(), 0);
}

#[test]
fn several_cards_keep_their_places_to_each_other() {
    let mut window = window("A: a b c\nL: [x] y / [z] / u\n~E: / / \nM: / [w] /\nparked: [k]");
    window.drag(window.card_at("x"), window.cell_at("L", "b"));
    assert_eq!(window.map(), "L: y / x k / u z\nE:  /  /\nM:  /  / w");
    assert_eq!(window.selected(), "x, z, w, k");
    let to = window.cell_at("M", "b");
    window.drag(window.card_at("x"), to);
    assert_eq!(window.map(), "L: y /  / u\nE:  /  /\nM:  / x k / w z");
    assert_eq!(window.steps_of_history(), 2);
}

#[test]
fn ctrl_copies_also_when_it_is_pressed_on_the_way() {
    let mut window = window("A: a b\nL: x / \nM: / ");
    let (from, to) = (window.card_at("x"), window.cell_at("M", "b"));
    window.hold(CTRL);
    window.grab(from, to);
    assert_eq!(window.map(), "L: x /\nM:  / x");
    window.hold(NONE);
    window.0.step();
    assert_eq!(window.map(), "L:  /\nM:  / x", "let go on the way it moves");
    window.hold(CTRL);
    window.0.step();
    window.button(to, PointerButton::Primary, false);
    window.hold(NONE);
    window.0.run();
    assert_eq!(window.map(), "L: x /\nM:  / x");
    assert_eq!(window.steps_of_history(), 1);
    let Some(Thing::Card(copy)) = window.doc().selection.things.first().cloned() else {
        panic!("{}", window.selected())
    };
    assert_eq!((copy.lane, copy.card != id("x")), (Some(id("M")), true), "the copy is selected");
    // And a drag right after it moves the copy.
    window.drag(to, window.cell_at("M", "a"));
    assert_eq!(window.map(), "L: x /\nM: x /");
}

#[test]
fn what_cannot_hold_a_card_changes_nothing() {
    let mut window = window("A: a b\n~E: p+1 /\nL: x /");
    window.click(window.card_at("x"));
    let to = window.feeling_at("b", 0.5, -1.0);
    window.drag(window.card_at("x"), to);
    let text = window.map();
    assert!(text == "E: +1 /\nL: x /" || text == "E: +1 /\nL:  / x", "{text}");
    assert_eq!(window.selected(), "x");
}

#[test]
fn the_right_edge_spans_and_unspans_steps() {
    let mut window = window("A: a b | B: c\nL: x / y /");
    let edge = |window: &Window| window.rect(&window.card("x")).right_center() - vec2(1.0, 0.0);
    let from = edge(&window);
    window.drag(from, window.cell_at("L", "c"));
    assert_eq!((window.map().as_str(), window.selected().as_str()), ("L: x>c / y /", "x"));
    let from = edge(&window);
    let to = window.cell_at("L", "b");
    window.drag(from, to);
    assert_eq!(window.map(), "L: x>b / y /");
    // Grabbed in its second step it goes on from there, and keeps its length.
    let second = window.rect(&window.card("x")).right_center() - vec2(40.0, 0.0);
    window.drag(second, second + vec2(190.0, 0.0));
    assert_eq!(window.map(), "L:  / x>c y /");
    window.key_with(CTRL, Key::Z);
    let from = edge(&window);
    window.drag(from, window.rect(&window.card("x")).left_center());
    assert_eq!(window.map(), "L: x / y /");
    assert_eq!(window.steps_of_history(), 3);
}

#[test]
fn the_view_scrolls_at_the_edges() {
    let steps: String = (0..30).map(|step| format!(" s{step}")).collect();
    let mut window = window(&format!("A:{steps}\nL: x{}", " /".repeat(29)));
    let canvas = window.0.state().work.canvas.rect.unwrap();
    let from = window.card_at("x");
    window.grab(from, egui::pos2(canvas.right() - 4.0, from.y));
    let before = window.doc().cameras[&window.doc().journey].origin.x;
    window.0.run_steps(60);
    let after = window.doc().cameras[&window.doc().journey].origin.x;
    assert!(after < before - 200.0, "{before} {after}");
    window.let_go(egui::pos2(canvas.right() - 4.0, from.y));
    let lane = &window.journey().lanes[0];
    assert_ne!(lane.cards[0].step, id("s0"));
    let step = window.scene().columns.index[&lane.cards[0].step];
    assert!(step > 8, "{step}");
}

#[test]
fn nothing_is_painted_while_a_card_is_held_still() {
    let mut window = window("A: a b\nL: x /");
    let (from, to) = (window.card_at("x"), window.cell_at("L", "b"));
    window.grab(from, to);
    assert!(window.0.run() < 10);
    window.let_go(to);
    assert_eq!(window.map(), "L:  / x");
}
