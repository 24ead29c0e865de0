//! One kind of opportunity: a card in a lane of opportunities is one, and others are tied to it.

use super::*;
use crate::model::{Card, Status};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;

#[track_caller]
fn press(window: &mut Window, label: &str) {
    let found = window.0.get_by_role_and_label(Role::Button, label);
    found.scroll_to_me();
    window.0.run();
    window.0.get_by_role_and_label(Role::Button, label).click();
    window.0.run();
}

#[track_caller]
fn card_now(window: &Window, name: &str) -> Card {
    let lanes = window.journey().lanes.iter();
    let mut cards = lanes.flat_map(|lane| lane.cards.iter());
    Card::clone(cards.find(|card| card.id == id(name)).expect("there is such a card"))
}

/// A map with a lane of pain points above one of opportunities.
fn chances() -> Window {
    let (mut project, _) = parse("A: a b\nL: p q / r\nM: o / u");
    let journey = project.journeys.edit(0).unwrap();
    journey.lanes.edit(0).unwrap().kind = LaneKind::PainPoints;
    journey.lanes.edit(1).unwrap().kind = LaneKind::Opportunities;
    window_on(project)
}

#[test]
fn a_pain_point_dragged_onto_an_opportunity_is_tied_to_it() {
    let mut window = chances();
    let before = Arc::clone(window.doc().editor.project());
    window.grab(window.card_at("p"), window.card_at("o"));
    assert_eq!(window.painted("Link to “o”"), 1);
    window.let_go(window.card_at("o"));
    assert_eq!(window.map(), "L: p q / r\nM: o / u", "it stays where it was");
    let project = Arc::clone(window.doc().editor.project());
    assert_eq!(project.opportunities.len(), 1);
    let one = &project.opportunities[0];
    assert_eq!((one.title.as_str(), &one.cards[..]), ("o", &[id("p")][..]));
    assert_eq!(card_now(&window, "p").opportunity, Some(one.id.clone()));
    assert_eq!(card_now(&window, "o").opportunity, Some(one.id.clone()));
    assert_eq!(window.selected(), "p");
    // Another is tied to the same, and one that is tied is not tied again.
    window.drag(window.card_at("r"), window.card_at("o"));
    window.drag(window.card_at("r"), window.card_at("o"));
    let cards = window.doc().editor.project().opportunities[0].cards.clone();
    assert_eq!((cards, window.steps_of_history()), (vec![id("p"), id("r")], 2));
    window.key_with(CTRL, Key::Z);
    window.key_with(CTRL, Key::Z);
    assert_eq!(**window.doc().editor.project(), *before);
}

#[test]
fn below_an_opportunity_a_card_is_moved_and_opportunities_are_put_in_order() {
    let mut window = chances();
    let rect = window.rect(&window.card("o"));
    window.drag(window.card_at("p"), rect.center_bottom() + vec2(0.0, 14.0));
    assert_eq!(window.map(), "L: q / r\nM: o p / u");
    window.drag(window.card_at("u"), below(window.card_at("o")));
    assert_eq!(window.map(), "L: q / r\nM: o u p /");
    assert!(window.doc().editor.project().opportunities.is_empty());
}

#[test]
fn the_title_of_an_opportunity_is_what_its_card_says() {
    let mut window = chances();
    window.drag(window.card_at("p"), window.card_at("o"));
    window.double_click(window.card_at("o"));
    window.key_with(CTRL, Key::A);
    window.write("ny text");
    window.key(Key::Enter);
    window.key(Key::Escape);
    assert_eq!(window.doc().editor.project().opportunities[0].title, "ny text");
    assert_eq!(window.map().lines().nth(1), Some("M: ny text / u"));
}

#[test]
fn the_yellow_box_goes_to_the_opportunity_and_a_line_back_to_what_leads_there() {
    let mut window = chances();
    window.drag(window.card_at("p"), window.card_at("o"));
    assert_eq!(window.selected(), "p");
    press(&mut window, "Go to o");
    assert_eq!(window.selected(), "o");
    press(&mut window, "p");
    assert_eq!(window.selected(), "p");
    press(&mut window, "Remove o");
    assert_eq!(card_now(&window, "p").opportunity, None);
    assert!(window.doc().editor.project().opportunities[0].cards.is_empty());
}

#[test]
fn what_is_valued_of_an_opportunity_is_set_at_its_card() {
    let mut window = chances();
    window.select(vec![window.card("o")]);
    let one = |window: &Window| window.doc().editor.project().opportunities[0].clone();
    press(&mut window, "Value for the customer: 4 of 5");
    assert_eq!((one(&window).customer_value, one(&window).title.as_str()), (Some(4.0), "o"));
    press(&mut window, "Value for us: 2 of 5");
    press(&mut window, "Effort: 1 of 5");
    press(&mut window, "Planned");
    let set = one(&window);
    assert_eq!((set.business_value, set.effort), (Some(2.0), Some(1.0)));
    assert_eq!(set.status, Some(Status::Planned));
    press(&mut window, "Effort: 1 of 5");
    assert_eq!(one(&window).effort, None);
    window.0.get_by_role_and_label(Role::MultilineTextInput, "Owner").click();
    window.0.run();
    window.write("Bo");
    window.key(Key::Enter);
    assert_eq!((one(&window).owner.as_str(), card_now(&window, "o").owner.as_str()), ("Bo", ""));
    assert_eq!(window.steps_of_history(), 6);
    for _ in 0..6 {
        window.key_with(CTRL, Key::Z);
    }
    assert!(window.doc().editor.project().opportunities.is_empty());
    assert_eq!(card_now(&window, "o").opportunity, None);
}
