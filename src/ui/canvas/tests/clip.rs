//! Cards and faces are cut, copied and pasted.

use super::*;
use crate::model::Card;

/// What was put on the system's clipboard last.
fn clipboard(window: &Window) -> Option<String> {
    let commands = &window.0.output().platform_output.commands;
    commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

fn copy(window: &mut Window, event: Event) -> String {
    window.0.event(event);
    window.0.step();
    let text = clipboard(window).expect("something was copied");
    window.0.run();
    text
}

#[test]
fn lines_become_cards_and_tabs_go_across() {
    let mut window = window("A: a b\nL: x y /\n~E: / \nM: / ");
    window.select_cell("M", "a");
    window.paste("ett\tbredvid\r\ntvå\n\n\ttill\n");
    assert_eq!(window.map(), "L: x y /\nE:  /\nM: ett två / bredvid till");
    assert_eq!(
        (window.selected().as_str(), window.steps_of_history()),
        ("ett, bredvid, två, till", 1)
    );
    window.select(vec![card_thing("L", "x")]);
    window.paste("efter");
    assert_eq!(window.map().lines().next(), Some("L: x efter y /"));
    window.select_cell("L", "b");
    window.paste("hit");
    assert_eq!(window.map().lines().next(), Some("L: x efter y / hit"));
    // Where a card is to be typed lines are cards as well; in a text they are lines.
    window.select_cell("L", "a");
    window.key(Key::Enter);
    window.paste("1\n2");
    assert_eq!(
        (window.map().lines().next(), window.is_typing()),
        (Some("L: x efter y 1 2 / hit"), false)
    );
    window.select(vec![window.card("hit")]);
    window.key(Key::F2);
    window.paste("\r\nmer");
    window.key(Key::Enter);
    assert_eq!(window.map().lines().next(), Some("L: x efter y 1 2 / hit¶mer"));
}

#[test]
fn cards_go_with_all_their_fields_within_and_between_maps() {
    let (mut project, _) = parse("A: a b\nL: x y / z\n~E: p-1@x /\nM: /");
    let rich = Card { note: "viktigt".into(), votes: 3, owner: "Bo".into(), ..Card::default() };
    let map = project.journeys.edit(0).unwrap();
    let card = map.lanes.edit(0).unwrap().cards.edit(0).unwrap();
    *card = Card { id: id("x"), step: id("a"), text: "x".into(), ..rich.clone() };
    let mut other = crate::model::Journey::clone(&parse("O: o q\nN: /").0.journeys[0]);
    other.id = id("other");
    project.journeys.push(other.into());
    let mut window = window_on(project);
    window.select(vec![card_thing("L", "x"), card_thing("L", "z"), point_thing("p")]);
    window.0.event(Event::PointerGone);
    let text = copy(&mut window, Event::Copy);
    assert_eq!(text.lines().next(), Some("x\tz"));
    window.select_cell("M", "a");
    window.paste(&text);
    assert_eq!(window.map(), "L: x y / z\nE: -1 -1 /\nM: x / z");
    let new = &window.journey().lanes[2].cards[0];
    assert_eq!((&new.note, new.votes, &new.owner), (&rich.note, rich.votes, &rich.owner));
    let bound: Vec<_> =
        window.journey().lanes[1].points.iter().map(|point| point.touchpoint.clone()).collect();
    assert_eq!(bound, [Some(id("x")), Some(new.id.clone())], "the face belongs to the new card");

    window.key_with(CTRL, Key::PageDown);
    window.select_cell("N", "o");
    window.paste(&text);
    assert_eq!(window.map(), "N: x / z");
    assert_eq!(window.journey().lanes[0].cards[0].note, rich.note);
    assert_eq!(window.steps_of_history(), 2);
}

#[test]
fn what_is_cut_is_pasted_in_its_place() {
    let mut window = window("A: a b\nL: [x] y / [z]\n~E: p+1 /");
    let text = copy(&mut window, Event::Cut);
    assert_eq!(window.map(), "L: y /\nE: +1 /");
    assert_eq!(window.selected(), "cell L b");
    window.select_cell("L", "a");
    window.paste(&text);
    assert_eq!(window.map(), "L: y x / z\nE: +1 /");
    // Faces alone can be copied, too.
    window.select(vec![point_thing("p")]);
    let text = copy(&mut window, Event::Copy);
    window.select_cell("E", "b");
    window.paste(&text);
    assert_eq!(window.map(), "L: y x / z\nE: +1 / +1");
    // What another program has copied since is text.
    window.select_cell("L", "a");
    window.paste("text");
    assert_eq!(window.map(), "L: y x text / z\nE: +1 / +1");
}

#[test]
fn copying_in_a_text_takes_the_text() {
    let mut window = window("A: a\nL: [x] y");
    window.key(Key::F2);
    window.key_with(CTRL, Key::A);
    let text = copy(&mut window, Event::Copy);
    assert_eq!(text, "x");
    window.0.event(Event::Cut);
    window.0.run();
    window.paste("ny");
    window.key(Key::Enter);
    assert_eq!(window.map(), "L: ny y");
}

#[test]
fn on_a_curve_text_becomes_what_somebody_feels_there() {
    let (mut project, _) = parse("A: a b c d\nL: / / /\n~E: p+2 / / q-1 /\nwho: pia");
    let lane = project.journeys.edit(0).unwrap().lanes.edit(1).unwrap();
    (0..2).for_each(|at| lane.points.edit(at).unwrap().persona = Some(id("pia")));
    let mut window = window_on(project);
    window.select_cell("E", "b");
    window.paste("Äntligen!\t\tnja\n");
    let points = &window.journey().lanes[1].points;
    let said: Vec<_> =
        points.iter().map(|point| (point.step.as_str(), point.quote.as_str())).collect();
    assert_eq!(said, [("a", ""), ("c", ""), ("b", "Äntligen!"), ("d", "nja")]);
    assert!((0.2..1.0).contains(&points[2].value), "on the curve: {}", points[2].value);
    assert_eq!((points[2].persona.clone(), points[3].value), (Some(id("pia")), -1.0));
    assert_eq!(window.map().lines().next(), Some("L:  /  /  /"));
    assert_eq!(window.steps_of_history(), 1);
}

#[test]
fn a_text_that_is_too_long_is_cut_and_said_to_be() {
    use crate::model::TEXT_MAX;
    use egui_kittest::kittest::Queryable as _;
    let told = |window: &Window| window.0.query_by_label_contains("too long").is_some();
    let long = "a".repeat(TEXT_MAX + 1);
    let mut window = window("A: a b\nL: / x");
    window.select_cell("L", "a");
    window.paste(&format!("k\t{}", "b".repeat(TEXT_MAX)));
    assert!(!told(&window));
    window.select_cell("L", "a");
    window.paste(&long);
    assert!(told(&window));
    let lengths = window.journey().lanes[0].cards.iter().map(|card| card.text.len());
    assert_eq!(lengths.max(), Some(TEXT_MAX));
    // In a text field as well.
    let mut window = self::window("A: a\nL: [x]");
    window.key(Key::F2);
    window.paste(&long);
    assert!(told(&window));
}
