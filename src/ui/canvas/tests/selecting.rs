//! What is selected, by mouse and by keyboard.

use super::*;

#[test]
fn clicks_select_and_shift_and_ctrl_add() {
    let mut window = window("A: a b\nL: x y / z\nM: / w\nparked: k");
    window.click(window.card_at("x"));
    assert_eq!(window.selected(), "x");
    window.click_with(window.card_at("z"), CTRL);
    window.click_with(window.card_at("k"), SHIFT);
    assert_eq!(window.selected(), "x, z, parked k");
    window.click_with(window.card_at("x"), CTRL);
    assert_eq!(window.selected(), "z, parked k");
    // Beside the hint a click is only a click.
    let beside = window.rect(&window.card("z")).right_top() + vec2(6.0, 2.0);
    window.click(beside);
    assert_eq!(window.selected(), "cell L b");
    assert!(!window.is_typing());
    window.key_with(CTRL, Key::A);
    assert_eq!(window.selected(), "x, y, z, w, parked k");
    window.key(Key::Escape);
    assert_eq!(window.selected(), "");
}

#[test]
fn a_band_selects_what_it_touches() {
    let mut window = window("A: a b\nL: x y / z\n~E: p+1 / q-1\nM: / w");
    let corner = window.rect(&window.card("x")).left_top() - vec2(4.0, 4.0);
    let to = window.card_at("y");
    window.drag(corner, to);
    assert_eq!(window.selected(), "x, y");
    let from = window.rect(&window.card("w")).left_top() - vec2(4.0, 2.0);
    window.hold(SHIFT);
    window.drag(from, window.card_at("w"));
    assert_eq!(window.selected(), "x, y, w");
    window.drag(from, window.card_at("w"));
    assert_eq!(window.selected(), "w");
    // Faces as well; Esc on the way gives back what was selected.
    let face = window.rect(&point_thing("p"));
    window.grab(face.left_top() - vec2(6.0, 6.0), face.right_bottom());
    assert_eq!(window.selected(), "point p");
    window.key(Key::Escape);
    assert_eq!(window.selected(), "w");
    window.let_go(face.right_bottom());
    assert_eq!((window.selected().as_str(), window.steps_of_history()), ("w", 0));
}

#[test]
fn arrows_walk_between_cards_empty_cells_and_titles() {
    use Key::{ArrowDown as Down, ArrowLeft as Left, ArrowRight as Right, ArrowUp as Up};
    let mut window = window("A: a b | B: c\nL: [x] y / | z\n~E: p+1 / |\nM: / | w\nparked: k l");
    for (key, expected) in [
        (Down, "y"),
        (Right, "cell L b"),
        (Right, "z"),
        (Right, "parked l"),
        (Down, "parked l"),
        (Up, "parked k"),
        (Up, "parked k"),
        (Down, "parked l"),
        (Left, "z"),
        (Down, "cell E c"),
        (Left, "cell E b"),
        (Left, "point p"),
        (Left, "lane E"),
        (Up, "lane L"),
        (Up, "lane L"),
        (Right, "x"),
        (Up, "step a"),
        (Right, "step b"),
        (Up, "phase A"),
        (Right, "phase B"),
        (Right, "phase B"),
        (Left, "phase A"),
        (Down, "step a"),
        (Down, "x"),
        (Down, "y"),
        (Down, "point p"),
        (Down, "cell M a"),
        (Down, "cell M a"),
        (Up, "point p"),
        (Up, "y"),
    ] {
        window.key(key);
        assert_eq!(window.selected(), expected, "after {key:?}");
    }
    window.key_with(SHIFT, Up);
    assert_eq!(window.selected(), "y, x");
    window.key_with(SHIFT, Right);
    assert_eq!(window.selected(), "y, x, z", "empty cells are passed over");
    window.key_with(SHIFT, Up);
    assert_eq!(window.selected(), "y, x, z", "titles do not join cards");
}

#[test]
fn alt_and_arrows_move_what_is_selected() {
    use Key::{ArrowDown as Down, ArrowLeft as Left, ArrowRight as Right, ArrowUp as Up};
    let mut window = window("A: a b | B: c\nL: [x] y / |\n~E: / |\nM: v / |\nparked: k");
    for (key, map) in [
        (Down, "L: y x /  /\nE:  /  /\nM: v /  /\nparked: k"),
        (Down, "L: y /  /\nE:  /  /\nM: x v /  /\nparked: k"),
        (Right, "L: y /  /\nE:  /  /\nM: v / x /\nparked: k"),
        (Right, "L: y /  /\nE:  /  /\nM: v /  / x\nparked: k"),
        (Right, "L: y /  /\nE:  /  /\nM: v /  / x\nparked: k"),
        (Up, "L: y /  / x\nE:  /  /\nM: v /  /\nparked: k"),
        (Left, "L: y / x /\nE:  /  /\nM: v /  /\nparked: k"),
    ] {
        window.key_with(ALT, key);
        assert_eq!(window.map(), map, "after {key:?}");
        assert_eq!(window.selected(), "x");
    }
    assert_eq!(window.steps_of_history(), 6);
    // Several move together. What is parked is seen where all is.
    window.key_with(CTRL, Key::Num1);
    window.key_with(CTRL, Key::A);
    let k = window.card("k");
    window.click_with(window.rect(&k).center(), CTRL);
    window.key_with(ALT, Right);
    assert_eq!(window.map(), "L:  / y / x\nE:  /  /\nM:  / v /\nparked: k");
    window.key_with(ALT, Up);
    assert_eq!(window.map(), "L:  / y v / x\nE:  /  /\nM:  /  /\nparked: k");
    // A parked card comes onto the map.
    window.select(vec![k]);
    window.key_with(ALT, Left);
    assert_eq!((window.map().matches('k').count(), window.map().contains("parked")), (1, false));
    assert_eq!(window.selected(), "k");
    window.key_with(ALT, Left);
    assert_eq!(window.selected(), "k");
}

#[test]
fn delete_keeps_the_keyboard_where_it_was() {
    let mut window = window("A: a b | B: c\nL: x [y] / |\n~E: / p+1 |\nM: / | w");
    window.key(Key::Delete);
    assert_eq!(window.selected(), "cell L a");
    window.key(Key::ArrowUp);
    window.key(Key::ArrowDown);
    assert_eq!(window.selected(), "x");
    window.select(vec![point_thing("p")]);
    window.key(Key::Backspace);
    assert_eq!(window.selected(), "cell E b");
    window.key(Key::Enter);
    assert_eq!(window.map(), "L: x /  /\nE:  / +0 /\nM:  /  / w", "Enter sets a point");
    window.select(vec![Thing::Lane(id("E"))]);
    window.key(Key::Delete);
    assert_eq!(window.selected(), "lane M");
    window.select(vec![Thing::Phase(id("B"))]);
    window.key(Key::Delete);
    assert_eq!((window.map().as_str(), window.selected().as_str()), ("L: x /\nM:  /", "phase A"));
    for _ in 0..5 {
        window.key_with(CTRL, Key::Z);
    }
    assert_eq!(window.map(), "L: x y /  /\nE:  / +1 /\nM:  /  / w");
    window.key_with(CTRL, Key::Z);
    window.key_with(CTRL, Key::Y);
    assert_eq!(
        (window.map().as_str(), window.selected().as_str()),
        ("L: x /  /\nE:  / +1 /\nM:  /  / w", "cell L a")
    );
}

#[test]
fn undo_brings_what_changed_into_view_and_says_what_it_was() {
    use egui_kittest::kittest::Queryable as _;
    let steps: String = (0..30).map(|step| format!(" s{step}")).collect();
    let mut window = window(&format!("A:{steps}\nL: [x]{} far", " /".repeat(29)));
    let far = window.card("far");
    window.select(vec![far.clone()]);
    window.key(Key::Delete);
    let home = |window: &mut Window| {
        window.select_cell("L", "s0");
        window.key(Key::ArrowRight);
        window.key(Key::ArrowLeft);
    };
    home(&mut window);
    window.key_with(CTRL, Key::Z);
    let canvas = window.0.state().work.canvas.rect.unwrap();
    assert!(canvas.contains_rect(window.rect(&far)), "{:?}", window.rect(&far));
    assert!(
        window.0.query_by_label_contains("Delete 1 card").is_some()
            || window.0.query_by_label_contains("Delete card").is_some()
    );
    // Where the card is gone the place is shown.
    home(&mut window);
    assert!(!canvas.contains_rect(window.rect(&far)));
    window.key_with(CTRL, Key::Y);
    assert_eq!(window.selected(), "cell L s29");
    assert!(canvas.contains(window.cell_at("L", "s29")));
}

#[test]
fn undo_brings_all_that_changed_into_view_where_it_fits() {
    let steps: String = (0..30).map(|step| format!(" s{step}")).collect();
    let mut window = window(&format!("A:{steps}\nL: x{} one / two / [three]", " /".repeat(27)));
    let canvas = window.0.state().work.canvas.rect.unwrap();
    let texts = ["x", "one", "two", "three"];
    let seen =
        |window: &Window| texts.map(|text| canvas.contains_rect(window.rect(&window.card(text))));
    // All three fit side by side; the first of the map and the last do not.
    for (deleted, expected) in
        [(&texts[1..], [false, true, true, true]), (&["x", "three"], [true, false, false, false])]
    {
        let things = deleted.iter().map(|text| window.card(text)).collect();
        window.select(things);
        window.key(Key::Delete);
        window.select_cell("L", "s12");
        window.key(Key::ArrowRight);
        window.key_with(CTRL, Key::Z);
        assert_eq!(seen(&window), expected, "{deleted:?}");
    }
}

#[test]
fn duplicates_stand_after_their_originals() {
    let mut window = window("A: a b\nL: [x] [y] z / [w]");
    window.key_with(CTRL, Key::D);
    assert_eq!(window.map(), "L: x x y y z / w w");
    assert_eq!(window.selected(), "x, y, w");
    assert!(!window.doc().selection.has(&card_thing("L", "x")), "the copies are selected");
}

#[test]
fn the_ring_around_a_lane_stays_between_the_edges() {
    use super::super::marks::lane_seen;
    let window = window("A: a b | B: c d\nL: / | /\nM: / | /");
    let scene = window.scene();
    let row = scene.thing_rect(&Thing::Lane(id("L"))).unwrap();
    let wide = Rect::from_min_size(Pos2::ZERO, vec2(4000.0, 900.0)).shrink(5.0);
    let seen = lane_seen(scene, row, Vec2::ZERO, wide);
    assert_eq!((seen.left(), seen.right()), (5.0, scene.body.right()));
    // Scrolled: the title is pushed, the ring is not pushed beyond the map or the window.
    let part = Rect::from_min_max(egui::pos2(300.0, row.top() + 20.0), egui::pos2(700.0, 2000.0));
    let pinned = vec2(300.0, part.top() - scene.header_y);
    let seen = lane_seen(scene, row, pinned, part);
    assert_eq!((seen.left(), seen.right()), (300.0, 700.0));
    assert_eq!(seen.top(), part.top() + scene.header_height, "below the headers");
    let seen = lane_seen(scene, row, pinned, part.translate(vec2(600.0, 0.0)));
    assert_eq!(seen.right(), scene.body.right());
}
