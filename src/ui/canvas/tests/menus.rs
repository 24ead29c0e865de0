//! The menu of what is selected.

use super::*;
use egui_kittest::kittest::Queryable as _;

fn choose(window: &mut Window, label: &str) {
    window.0.get_by_role_and_label(egui::accesskit::Role::MenuItem, label).click();
    window.0.run();
}

fn is_offered(window: &Window, label: &str) -> bool {
    window.0.query_by_role_and_label(egui::accesskit::Role::MenuItem, label).is_some()
}

#[test]
fn a_right_click_selects_and_offers_what_can_be_done() {
    let mut window = window("A: a b | B: c\nL: x y / |\n~E: p+1 / |\nM: / | w");
    window.right_click(window.card_at("y"));
    assert_eq!(window.selected(), "y");
    choose(&mut window, "Delete");
    assert_eq!(window.map(), "L: x /  /\nE: +1 /  /\nM:  /  / w");
    window.right_click(window.card_at("x"));
    choose(&mut window, "Duplicate");
    window.right_click(window.card_at("w"));
    choose(&mut window, "Park card");
    assert_eq!(window.map(), "L: x x /  /\nE: +1 /  /\nM:  /  /\nparked: w");
    window.right_click(window.cell_at("M", "b"));
    assert_eq!(window.selected(), "cell M b");
    choose(&mut window, "Add card");
    window.write("ny");
    window.key(Key::Enter);
    window.key(Key::Escape);
    assert_eq!(window.map().lines().nth(2), Some("M:  / ny /"));
    let empty = window.feeling_at("b", 0.5, -1.0);
    window.right_click(empty);
    assert!(is_offered(&window, "Add emotion point") && !is_offered(&window, "Add card"));
    choose(&mut window, "Add emotion point");
    assert_eq!(window.map().lines().nth(1), Some("E: +1 / +0 /"));
    let face = window.rect(&point_thing("p")).center();
    window.right_click(face);
    choose(&mut window, "Delete");
    assert_eq!(window.map().lines().nth(1), Some("E:  / +0 /"));
}

#[test]
fn the_menus_of_phases_and_lanes_have_colours_and_kinds() {
    let mut window = window("A: a b | B: c\nL: x / |");
    let header = window.rect(&Thing::Phase(id("B"))).center() + vec2(-20.0, 6.0);
    window.right_click(header);
    assert_eq!(window.selected(), "phase B");
    choose(&mut window, "Colour 5");
    assert_eq!(window.journey().phases[1].color, Some(4));
    window.right_click(header);
    choose(&mut window, "Rename step");
    window.write("Steg");
    window.key(Key::Enter);
    assert_eq!(window.journey().phases[1].steps[0].title, "Steg");
    let title = window.rect(&Thing::Lane(id("L"))).left_center() + vec2(40.0, 0.0);
    window.right_click(title);
    window.0.get_by_label_contains("Add lane").click();
    window.0.run();
    choose(&mut window, "Thoughts");
    assert_eq!(window.journey().lanes.last().unwrap().kind, LaneKind::Thoughts);
    assert_eq!(window.steps_of_history(), 3);
}

#[test]
fn the_menu_key_opens_it_and_arrows_choose() {
    let mut window = window("A: a b | B: c\nL: x y / z |");
    window.select(vec![Thing::Phase(id("A"))]);
    for (modifiers, key) in [(SHIFT, Key::F10), (NONE, Key::Menu)] {
        window.key_with(modifiers, key);
        assert!(is_offered(&window, "Colour 5"), "{key:?}");
        let menu = window.0.get_by_role_and_label(egui::accesskit::Role::MenuItem, "Delete").rect();
        assert!(menu.left() > 0.0);
        window.key(Key::ArrowDown);
        assert_eq!(window.selected(), "phase A", "the menu has the arrows");
        window.key(Key::Escape);
        assert!(!is_offered(&window, "Colour 5"));
        assert_eq!(window.selected(), "phase A", "Esc only closes the menu");
    }
    window.key(Key::ArrowRight);
    assert_eq!(window.selected(), "phase B", "the map has the keyboard again");
    window.key_with(SHIFT, Key::F10);
    for _ in 0..40 {
        window.key(Key::ArrowDown);
        let delete = window.0.get_by_role_and_label(egui::accesskit::Role::MenuItem, "Delete");
        if delete.is_focused() {
            break;
        }
    }
    window.key(Key::Enter);
    assert_eq!(window.columns(), "A: a b");
}

#[test]
fn a_click_that_closes_the_menu_does_nothing_else() {
    let mut window = window("A: a b\nL: x /\n~E: / ");
    window.right_click(window.card_at("x"));
    window.click(window.feeling_at("b", 0.5, 1.0));
    assert!(!is_offered(&window, "Duplicate"));
    assert_eq!((window.map().as_str(), window.steps_of_history()), ("L: x /\nE:  /", 0));
}

#[test]
fn a_notice_leaves_the_lowest_lane_of_the_map_in_sight() {
    let mut window = window("A: a b\nL: x /");
    window.0.state_mut().front.notices.say("It is so");
    window.0.run_steps(3);
    let said = window.0.get_by_label("It is so").rect();
    let map = window.0.state().work.canvas.area().expect("the map is shown");
    assert!(said.top() >= map.bottom() - 1.0, "{said} over {map}");
}
