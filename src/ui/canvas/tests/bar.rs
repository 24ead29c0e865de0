//! The small bar at the selected cards, and the words about signs.

use super::*;
use crate::model::{Card, EmotionPoint, Evidence, Mark, Medium, Persona};
use egui::accesskit::Role;
use egui::{MouseWheelSource, MouseWheelUnit, TouchPhase};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// Long enough for the bar and for words to come.
const MOMENT: usize = 32;

impl Window {
    fn wait(&mut self) {
        self.0.run_steps(MOMENT);
    }

    fn bar(&self) -> Option<Rect> {
        self.0.state().work.canvas.bar.rect
    }

    #[track_caller]
    fn press(&mut self, label: &str) {
        self.wait();
        self.0.get_by_role_and_label(Role::Button, label).click();
        self.0.run();
    }

    #[track_caller]
    fn choose_in_bar(&mut self, role: Role, label: &str) {
        // The panel may have it too, and comes first.
        let mut found = self.0.get_all_by_role_and_label(role, label);
        found.next_back().expect("it is offered").click();
        drop(found);
        self.0.run();
    }

    #[track_caller]
    fn has_focus(&self, label: &str) -> bool {
        let mut found = self.0.get_all_by_role_and_label(Role::Button, label);
        found.any(|node| node.is_focused())
    }

    #[track_caller]
    fn card_now(&self, name: &str) -> Card {
        let lanes = self.journey().lanes.iter();
        let mut cards = lanes.flat_map(|lane| lane.cards.iter());
        let parked = || self.doc().editor.project().parked.iter().find(|card| card.id == id(name));
        let found = cards.find(|card| card.id == id(name)).or_else(parked);
        Card::clone(found.expect("there is such a card"))
    }

    fn points(&self) -> Vec<EmotionPoint> {
        let lanes = self.journey().lanes.iter();
        lanes.flat_map(|lane| lane.points.iter().map(|point| EmotionPoint::clone(point))).collect()
    }
}

#[test]
fn the_wheel_goes_through_the_bar_to_the_map() {
    let mut window = window("A: a b\nL: x y / z\nM: k / l");
    let at = window.card_at("x");
    window.press_and_release(at);
    window.wait();
    let before = window.camera();
    window.wheel(window.bar().unwrap().center(), 2.0, CTRL);
    assert!(window.camera().zoom > before.zoom);
    window.wait();
    let before = window.camera();
    window.wheel(window.bar().unwrap().center(), -2.0, NONE);
    assert!(window.camera().origin.y < before.origin.y);
}

#[test]
fn the_bar_comes_beside_the_card_and_is_gone_while_one_drags_or_types() {
    let mut window = window("A: a b\nL: x y / z\nM: k / l");
    let at = window.card_at("x");
    window.press_and_release(at);
    window.0.run_steps(2);
    assert_eq!(window.bar(), None, "a moment after the selection");
    window.wait();
    let card = window.rect(&window.card("x"));
    let bar = window.bar().expect("it has come");
    assert!(bar.top() == card.bottom() + 12.0 && !bar.intersects(card), "{bar} at {card}");
    assert_eq!(bar.height(), 40.0);
    // It lies in nobody's way: what is below it is reached by dragging the card over it.
    window.grab(window.card_at("x"), window.card_at("z"));
    assert_eq!(window.bar(), None);
    window.let_go(below(window.card_at("z")));
    assert_eq!(window.map().lines().next(), Some("L: y / z x"));
    window.wait();
    assert!(window.bar().is_some());
    window.key(Key::F2);
    assert!(window.is_typing());
    window.wait();
    assert_eq!(window.bar(), None);
    window.key(Key::Escape);
    window.wait();
    // Whoever goes on to the card below by the mouse would hit it.
    assert_eq!(window.bar(), None);
    let at = window.card_at("x");
    window.press_and_release(at);
    window.wait();
    assert!(window.bar().is_some());
    window.select_cell("M", "a");
    window.wait();
    assert_eq!(window.bar(), None);
}

#[test]
fn the_bar_does_not_chase_a_card_that_moves_with_the_map() {
    let mut window = window("A: a b\nL: x y / z\nM: k / l");
    let at = window.card_at("x");
    window.press_and_release(at);
    window.wait();
    let before = window.bar().expect("it has come");
    let wheel = |window: &mut Window, notches: f32| {
        window.0.event(Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: vec2(0.0, notches),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: NONE,
        });
        window.0.run_steps(2);
    };
    wheel(&mut window, -0.5);
    assert_eq!(window.bar(), None, "the map moves");
    window.wait();
    let after = window.bar().expect("the map is still");
    assert!(after.top() < before.top(), "{after} {before}");
    assert_eq!(after.top(), window.rect(&window.card("x")).bottom() + 12.0);
    // Who has come to it by key keeps it.
    window.key(Key::Menu);
    wheel(&mut window, 0.5);
    assert!(window.bar().expect("it is used").top() > after.top());
}

#[test]
fn a_button_pressed_twice_puts_it_back() {
    let mut window = window("A: a b\nL: [x] y /\n~E: / ");
    window.press("Pain point");
    assert_eq!(window.card_now("x").marks, [Mark::PainPoint]);
    window.press("Moment of truth");
    assert_eq!(window.card_now("x").marks, [Mark::PainPoint, Mark::MomentOfTruth]);
    window.press("Pain point");
    assert_eq!(window.card_now("x").marks, [Mark::MomentOfTruth]);
    window.press("Moment of truth");
    assert_eq!(
        window.card_now("x"),
        Card::clone(&parse("A: a\nL: x").0.journeys[0].lanes[0].cards[0])
    );
    for color in ["Colour 3", "Colour 5", "Colour 5"] {
        window.press("Colour");
        window.wait();
        window.choose_in_bar(Role::Button, color);
    }
    assert_eq!(window.card_now("x").color, None);
    assert_eq!(window.steps_of_history(), 7);
    assert_eq!(window.selected(), "x");
}

#[test]
fn a_face_of_the_bar_is_a_feeling_of_the_card() {
    let (mut project, things) = parse("A: a b\nL: [x] /\n~E: /\nwho: pia ola");
    let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
    lane.cards.edit(0).unwrap().personas = vec![id("ola")];
    let mut window = window_on(project);
    window.select(things);
    let pressed = |window: &mut Window, face: &str| {
        window.press("Feeling");
        window.wait();
        window.choose_in_bar(Role::Button, face);
        window.points()
    };
    let felt = pressed(&mut window, "Feeling −1.0");
    let whose = (felt[0].persona.clone(), felt[0].touchpoint.clone(), felt[0].step.clone());
    assert_eq!(whose, (Some(id("ola")), Some(id("x")), id("a")));
    assert_eq!((felt.len(), felt[0].value), (1, -1.0));
    let felt = pressed(&mut window, "Feeling +2.0");
    assert_eq!((felt.len(), felt[0].value), (1, 2.0));
    assert_eq!(pressed(&mut window, "Feeling +2.0"), []);
    assert_eq!(window.steps_of_history(), 3);
}

#[test]
fn the_menu_key_gives_the_bar_the_keyboard_and_arrows_walk_it() {
    let mut window = window("A: a b\nL: [x] y / z");
    for (modifiers, key) in [(SHIFT, Key::F10), (NONE, Key::Menu)] {
        window.key_with(modifiers, key);
        assert!(window.has_focus("Pain point"), "{key:?}");
        window.key(Key::ArrowRight);
        assert!(window.has_focus("Moment of truth"));
        window.key(Key::ArrowLeft);
        window.key(Key::ArrowLeft);
        assert!(window.has_focus("More"), "it goes round");
        window.key(Key::Escape);
        assert_eq!((window.bar(), window.selected().as_str()), (None, "x"));
    }
    window.key_with(SHIFT, Key::F10);
    window.key(Key::Enter);
    assert_eq!(window.card_now("x").marks, [Mark::PainPoint]);
    window.key(Key::Escape);
    window.key(Key::ArrowDown);
    assert_eq!(window.selected(), "y", "the map has the keyboard again");
    // All else is at its end.
    window.key_with(SHIFT, Key::F10);
    assert!(window.has_focus("Pain point"));
    window.key(Key::ArrowLeft);
    window.key(Key::Enter);
    window.wait();
    assert!(window.0.query_by_role_and_label(Role::MenuItem, "Duplicate").is_some());
    assert!(window.0.query_by_role_and_label(Role::MenuItem, "Moment of truth").is_some());
}

#[test]
fn several_cards_have_what_all_of_them_can_have() {
    let mut window = window("A: a b\nL: [x] y / [z]\n~E: /\nparked: k");
    window.press("Pain point");
    for name in ["x", "z"] {
        assert_eq!(window.card_now(name).marks, [Mark::PainPoint], "{name}");
    }
    window.press("Pain point");
    let cards = ["x", "z"].map(|name| window.card_now(name).marks.len());
    assert_eq!((cards, window.steps_of_history()), ([0, 0], 2));
    // A parked card has no place on the curve.
    window.select(vec![card_thing("L", "x"), window.card("k")]);
    window.press("Feeling");
    window.wait();
    assert!(window.0.query_by_role_and_label(Role::Button, "Feeling +2.0").is_none());
    window.press("Moment of truth");
    assert_eq!(window.card_now("k").marks, [Mark::MomentOfTruth]);
    // A phase among them has nothing of it.
    window.select(vec![card_thing("L", "x"), Thing::Phase(id("A"))]);
    window.wait();
    assert_eq!(window.bar(), None);
}

/// A map with one card that has signs.
fn signed() -> Window {
    let (mut project, _) = parse("A: a b\nL: x /\nM: y /\nwho: pia");
    project.personas = [Persona { name: "Pia".into(), ..Persona::clone(&project.personas[0]) }]
        .into_iter()
        .collect();
    let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
    let card = lane.cards.edit(0).unwrap();
    card.evidence = Some(Evidence::Partly);
    card.medium = Some(Medium::Digital);
    card.personas = vec![id("pia")];
    window_on(project)
}

#[test]
fn words_about_a_sign_come_after_a_moment_and_esc_puts_them_away() {
    let mut window = signed();
    let rect = window.scene().thing_rect(&card_thing("L", "x")).unwrap();
    let at = |window: &Window, wanted: fn(&crate::scene::Sign) -> bool| {
        let found = CardRef { lane: Some(id("L")), card: id("x") };
        let card = window.scene().card_box(&found).unwrap();
        let spot = card.drawing.signs.iter().find(|spot| wanted(&spot.sign)).unwrap();
        window.screen(spot.rect.center() + rect.min.to_vec2())
    };
    let state = "Partly supported: heard, not tested\nNo source linked yet";
    let dot = at(&window, |sign| matches!(sign, crate::scene::Sign::Evidence(_)));
    window.move_to(dot);
    window.0.run_steps(15);
    assert_eq!(window.painted(state), 0, "the pointer has to rest");
    window.wait();
    assert_eq!(window.painted(state), 1);
    window.select(vec![card_thing("L", "x")]);
    window.wait();
    window.key(Key::Escape);
    window.wait();
    assert_eq!((window.painted(state), window.selected().as_str()), (0, "x"));
    let chip = at(&window, |sign| matches!(sign, crate::scene::Sign::Medium(_)));
    window.move_to(chip);
    window.wait();
    assert!(window.paints("Medium: Digital"));
    let face = at(&window, |sign| matches!(sign, crate::scene::Sign::Persona(_)));
    window.move_to(face);
    window.wait();
    assert_eq!(window.painted("About Pia\nNo role given yet"), 1);
    window.move_to(window.card_at("y"));
    window.wait();
    assert!(!window.paints("About Pia"));
    // By key all of them come at once, also without the pointer.
    window.select(vec![card_thing("L", "x")]);
    window.key_with(SHIFT, Key::F1);
    assert!(window.paints(state) && window.paints("Medium: Digital") && window.paints("About Pia"));
    window.key(Key::Escape);
    window.0.run();
    assert!(!window.paints(state));
    assert_eq!(window.selected(), "x", "Esc has put the words away alone");
    window.key_with(SHIFT, Key::F1);
    window.select(vec![card_thing("L", "y")]);
    assert!(!window.paints(state), "they are of what is selected");
}

#[test]
fn screen_readers_hear_what_the_signs_of_a_card_mean() {
    let window = signed();
    let card = window.0.get_by(|node| {
        let said = node.description().unwrap_or_default();
        said.contains("Partly supported: heard, not tested. No source linked yet")
    });
    let said = card.accesskit_node().description().unwrap_or_default();
    assert!(said.contains("About Pia") && said.contains("Medium: Digital"), "{said}");
}
