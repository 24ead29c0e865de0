//! Workshop mode: cards by typing, votes by clicks and keys, the time, and back to the editor.

use super::*;
use crate::ui::canvas::PointerReach;
use crate::ui::state::command::Mode;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

fn in_workshop(text: &str) -> Window {
    let mut window = window(text);
    window.key(Key::F6);
    assert!(matches!(window.0.state().mode(), Mode::Workshop { .. }));
    window
}

fn votes(window: &Window) -> String {
    let cards = window.journey().lanes.iter().flat_map(|lane| lane.cards.iter());
    cards.map(|card| card.votes.to_string()).collect::<Vec<_>>().join(" ")
}

fn says(window: &Window, label: &str) -> bool {
    window.0.query_all_by_label(label).next().is_some()
}

/// Is the field for new cards open?
fn is_typing(window: &Window) -> bool {
    window.0.query_all_by_label_contains("New card in ").next().is_some()
}

#[test]
fn the_map_is_alone_and_comes_back_as_it_was() {
    let mut window = window("A: a b\nL: x /");
    window.key_with(CTRL, Key::Plus);
    let camera = window.doc().cameras[&id("map")];
    assert!(window.0.query_by_label("File").is_some());
    window.key(Key::F6);
    assert!(
        window.0.query_by_label("File").is_none()
            && window.0.query_by_label("To the editor").is_some()
    );
    assert_eq!(window.0.state().work.canvas.hand, PointerReach::FINGER);
    window.key(Key::Escape);
    assert_eq!(window.0.state().mode(), Mode::Editor);
    assert!(window.0.query_by_label("File").is_some());
    assert_eq!(window.doc().cameras[&id("map")], camera);
    assert_eq!(window.0.state().work.canvas.hand, PointerReach::MOUSE);
    assert_eq!(window.0.ctx.zoom_factor(), 1.0);
}

#[test]
fn what_is_typed_becomes_cards_where_the_pointer_is() {
    let mut window = in_workshop("A: a b\nL: [x] /\nM: y /");
    let at = window.cell_at("L", "b");
    window.move_to(at);
    window.0.run();
    window.write("new");
    assert!(is_typing(&window), "it says where");
    window.key(Key::Enter);
    window.write("next");
    window.key(Key::Enter);
    assert_eq!(window.map(), "L: x / new next\nM: y /");
    window.key(Key::ArrowDown);
    window.write("below");
    window.key(Key::Enter);
    window.key_with(SHIFT, Key::Tab);
    window.write("back");
    window.key(Key::Enter);
    // Enter in an empty field is enough.
    window.key(Key::Enter);
    assert_eq!(window.map(), "L: x / new next\nM: y back / below");
    assert_eq!(window.steps_of_history(), 4);
    // By the keyboard the selected cell counts; Esc is enough, and keeps what was typed.
    window.select(vec![card_thing("L", "x")]);
    window.key(Key::ArrowDown);
    window.write("here");
    window.key(Key::Escape);
    assert!(matches!(window.0.state().mode(), Mode::Workshop { .. }));
    assert_eq!(window.map(), "L: x / new next\nM: y back here / below");
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.map(), "L: x / new next\nM: y back / below");
    window.key(Key::Escape);
    assert_eq!(window.0.state().mode(), Mode::Editor);
}

#[test]
fn tab_makes_the_card_and_what_is_typed_when_it_ends_stays() {
    let mut window = in_workshop("A: a b\nL: [x] /");
    window.write("ett");
    window.key(Key::Tab);
    window.write("två");
    window.key_with(SHIFT, Key::Tab);
    assert_eq!(window.map(), "L: x ett / två");
    window.write("tre");
    window.key(Key::F6);
    assert_eq!(window.0.state().mode(), Mode::Editor);
    assert_eq!(window.map(), "L: x ett tre / två");
    assert_eq!(window.steps_of_history(), 3);
}

#[test]
fn a_presentation_ends_where_it_began_in_the_workshop() {
    let mut window = in_workshop("A: a b\nL: [x] /");
    window.write("halv");
    window.key(Key::F5);
    assert!(window.0.state().presentation().is_some());
    window.key(Key::Escape);
    assert!(window.0.state().presentation().is_none());
    assert!(matches!(window.0.state().mode(), Mode::Workshop { .. }));
    // What was being typed is still there.
    window.key(Key::F6);
    assert_eq!(window.map(), "L: x halv /");
}

#[test]
fn clicks_and_keys_vote() {
    let mut window = in_workshop("A: a\nL: x y");
    let x = window.card_at("x");
    window.click(x);
    assert_eq!(votes(&window), "0 0", "a click selects until votes are asked for");
    window.key(Key::F9);
    window.double_click(x);
    // The first dot made the card above it higher.
    let y = window.card_at("y");
    window.click(y);
    assert_eq!(votes(&window), "2 1");
    assert!(!window.is_typing());
    window.click_with(x, SHIFT);
    window.right_click(y);
    window.right_click(y);
    assert_eq!(votes(&window), "1 0");
    assert_eq!(window.steps_of_history(), 5);
    window.key(Key::F9);
    window.select(vec![card_thing("L", "y")]);
    for key in [Key::Plus, Key::Plus, Key::Minus] {
        window.key(key);
    }
    assert_eq!(votes(&window), "1 1");
    // The sign that comes with the key is no card.
    window.write("+");
    assert!(!is_typing(&window));
    window.0.get_by_label("Most votes: 2 votes").click();
    window.0.run();
    window.0.get_by_label("Clear the votes").click();
    window.0.run();
    assert_eq!(votes(&window), "0 0");
    window.key(Key::Escape);
    window.key_with(CTRL, Key::Z);
    assert_eq!(votes(&window), "1 1");
}

#[test]
fn no_card_moves_while_a_room_votes() {
    let mut window = in_workshop("A: a b\nL: x | y");
    window.key(Key::F9);
    let (x, y) = (window.card_at("x"), window.card_at("y"));
    window.drag(x, x + egui::vec2(14.0, 4.0));
    assert_eq!(votes(&window), "1 0", "a hand that shakes votes");
    window.drag(x, y);
    assert_eq!(votes(&window), "1 0", "let go elsewhere it is no vote");
    assert_eq!(window.steps_of_history(), 1);
}

#[test]
fn dots_that_are_used_up_are_not_given() {
    let mut window = in_workshop("A: a\nL: x y");
    window.0.get_by_label("Most votes: 0 votes").click();
    window.0.run();
    window.0.get_by_label("More: Participants").click();
    window.0.run();
    window.0.get_by_label("Fewer: Dots per person").click();
    window.0.run();
    assert!(says(&window, "Most votes: 2 of 2 left"));
    window.key(Key::Escape);
    window.key(Key::F9);
    let x = window.card_at("x");
    for at in [x, x] {
        window.click(at);
    }
    window.click(window.card_at("y"));
    assert_eq!(votes(&window), "2 0");
    assert!(says(&window, "Most votes: 0 of 2 left"));
    window.click_with(x, SHIFT);
    window.click(window.card_at("y"));
    assert_eq!(votes(&window), "1 1");
    // Another round: what was given before does not count.
    window.key(Key::F6);
    window.key(Key::F6);
    assert!(says(&window, "Most votes: 2 of 2 left"));
    window.key(Key::F9);
    window.click(window.card_at("x"));
    assert_eq!(votes(&window), "2 1");
}

#[test]
fn the_time_runs_and_says_when_it_is_up() {
    let mut window = in_workshop("A: a\nL: x");
    window.0.get_by_role_and_label(Role::CheckBox, "1 minute").click();
    window.0.run();
    assert!(says(&window, "Time left: 1:00"));
    window.key(Key::F8);
    window.0.run_steps(90);
    assert!(says(&window, "Time left: 0:59"));
    window.key(Key::F8);
    window.0.run_steps(120);
    assert!(says(&window, "Time left: 0:59"));
    window.key(Key::F8);
    window.0.run_steps(3600);
    assert!(
        says(&window, "Time left: 0:00")
            && window.0.query_by_label_contains("Time is up").is_some()
    );
    window.key_with(SHIFT, Key::F8);
    assert!(
        says(&window, "Time left: 1:00")
            && window.0.query_by_label_contains("Time is up").is_none()
    );
}
