//! Nothing that was typed, or stood there before, is lost: by undo in a field, commands while
//! something is dragged, Esc, and what is pasted.

use super::*;

#[test]
fn undo_in_the_field_gives_back_what_stood_there() {
    let (mut project, _) = parse("A: a\nL: gammal\n~E: p+1\nwho: pia");
    let journey = project.journeys.edit(0).unwrap();
    journey.phases.edit(0).unwrap().title = "Före".into();
    journey.lanes.edit(1).unwrap().points.edit(0).unwrap().quote = "sagt".into();
    let mut window = window_on(project);
    let text = |window: &Window, thing: &Thing| super::super::text_of(window.doc(), thing);
    let things = [
        (card_thing("L", "gammal"), "gammal"),
        (Thing::Phase(id("A")), "Före"),
        (point_thing("p"), "sagt"),
    ];
    for (thing, before) in things {
        for begin in [None, Some(Key::F2)] {
            window.select(vec![thing.clone()]);
            begin.into_iter().for_each(|key| window.key(key));
            window.write("N");
            window.write("y");
            assert_ne!(text(&window, &thing).as_deref(), Some(before));
            window.key_with(CTRL, Key::Z);
            assert!(window.is_typing());
            assert_eq!(text(&window, &thing).as_deref(), Some(before), "{thing:?}");
            window.key_with(CTRL, Key::Y);
            assert_ne!(text(&window, &thing).as_deref(), Some(before), "{thing:?}");
            window.key_with(CTRL, Key::Z);
            window.key(Key::Enter);
            assert_eq!(text(&window, &thing).as_deref(), Some(before));
            // After a card that was written anew the next one begins.
            window.key(Key::Escape);
        }
    }
    assert_eq!(window.steps_of_history(), 0, "nothing has changed");
}

#[test]
fn undo_in_a_field_of_the_panel_gives_back_what_stood_there_when_it_was_entered() {
    let mut window = window("A: a\nL: x");
    let text = |window: &Window| window.map();
    for (typed, after) in [("1", "L: x1"), ("2", "L: y2")] {
        window.select(vec![
            window.journey().lanes[0]
                .cards
                .first()
                .map(|card| Thing::Card(CardRef { lane: Some(id("L")), card: card.id.clone() }))
                .unwrap(),
        ]);
        window.key(Key::F4);
        let before = text(&window);
        window.write(typed);
        assert_eq!(text(&window), after);
        window.key_with(CTRL, Key::Z);
        assert_eq!(text(&window), before);
        window.key(Key::F4);
        // On the map it is given another text meanwhile.
        window.write("y");
        window.key(Key::Enter);
        window.key(Key::Escape);
    }
}

#[test]
fn a_command_in_the_middle_of_a_drag_copies_nothing() {
    let ctrl = Modifiers { ctrl: true, command: true, ..NONE };
    for (key, after) in [
        (Key::S, "L: y / x\nE: +1 /"),
        (Key::D, "L: y / x x\nE: +1 /"),
        (Key::Num1, "L: y / x\nE: +1 /"),
        (Key::Z, "L: x y /\nE: +1 /"),
    ] {
        let mut window = window("A: a b\nL: x y /\n~E: p+1 /");
        let path =
            std::env::temp_dir().join(format!("keys-{}-{key:?}.kundresa", std::process::id()));
        window.0.state_mut().work.doc.as_mut().unwrap().path = Some(path.clone());
        let to = window.cell_at("L", "b");
        window.grab(window.card_at("x"), to);
        window.hold(ctrl);
        window.0.step();
        window.0.event(Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: ctrl,
        });
        window.0.step();
        window.move_to(to + vec2(3.0, 3.0));
        window.hold(NONE);
        window.let_go(to);
        assert_eq!(window.map(), after, "{key:?}");
        if key == Key::S {
            let saved = crate::file::load(&path).unwrap().project;
            let cards = &saved.journeys[0].lanes[0].cards;
            let cards: Vec<_> =
                cards.iter().map(|card| (card.text.as_str(), card.step.as_str())).collect();
            assert_eq!(cards, [("y", "a"), ("x", "b")], "and so it is in the file");
            std::fs::remove_file(&path).unwrap();
        }
    }
}

#[test]
fn what_is_pasted_in_the_middle_of_a_drag_copies_nothing() {
    let mut window = window("A: a b\nL: x y /\nM: /");
    let to = window.cell_at("L", "b");
    window.grab(window.card_at("x"), to);
    window.hold(CTRL);
    window.0.step();
    window.paste("ny");
    window.hold(NONE);
    window.let_go(to);
    assert_eq!(window.map(), "L: y / x ny\nM:  /");
}

#[test]
fn esc_keeps_what_was_typed_and_so_does_each_after_it() {
    let mut window = window("A: a b\nL: x /\nM: /");
    window.select_cell("L", "b");
    window.write("först");
    window.key(Key::Enter);
    window.write("sen");
    window.key(Key::Escape);
    assert_eq!((window.map().as_str(), window.is_typing()), ("L: x / först sen\nM:  /", false));
    for _ in 0..3 {
        window.key(Key::Escape);
        assert_eq!(window.map(), "L: x / först sen\nM:  /");
    }
    assert!(window.doc().selection.things.is_empty(), "it only lets go");
    // Undo takes it away, and no other card.
    window.select_cell("M", "a");
    window.write("tredje");
    window.key(Key::Escape);
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.map(), "L: x / först sen\nM:  /");
    // What stood there comes back.
    window.select(vec![card_thing("L", "x")]);
    window.write("annat");
    window.key(Key::Escape);
    assert_eq!(window.map(), "L: x / först sen\nM:  /");
    // An empty card is none, and takes no other with it.
    window.select_cell("M", "a");
    window.key(Key::Enter);
    window.key(Key::Escape);
    window.key(Key::Escape);
    assert_eq!(window.map(), "L: x / först sen\nM:  /");
}

#[test]
fn n_and_t_make_a_card_where_the_pointer_is() {
    let mut window = window("A: a b\nL: x y /\n~E: /\nM: /");
    for (key, on_card, text) in [("n", false, "ett"), ("T", true, "två"), ("N", false, "nu")] {
        window.select(Vec::new());
        let at = if on_card { window.card_at("x") } else { window.cell_at("M", "b") };
        window.move_to(at);
        window.0.run();
        window.write(key);
        assert!(window.is_typing(), "{key}");
        window.write(text);
        window.key(Key::Enter);
        window.key(Key::Enter);
    }
    assert_eq!(window.map(), "L: x två y /\nE:  /\nM:  / ett nu");
    // Over a curve it is said of a point; over nothing it is a card in the first cell.
    window.select(Vec::new());
    let at = window.feeling_at("b", 0.5, 1.0);
    window.move_to(at);
    window.0.run();
    window.write("n");
    window.write("sagt");
    window.key(Key::Enter);
    window.select(Vec::new());
    window.0.event(Event::PointerGone);
    window.0.run();
    window.write("n");
    window.write("först");
    window.key(Key::Enter);
    window.key(Key::Enter);
    assert_eq!(window.map(), "L: x två y först /\nE:  / +0\nM:  / ett nu");
    // On a card that is selected they are letters.
    window.select(vec![card_thing("L", "x")]);
    window.write("n");
    window.key(Key::Enter);
    window.key(Key::Enter);
    assert!(window.map().starts_with("L: n två"), "{}", window.map());
}

#[test]
fn phases_steps_lanes_faces_and_personas_are_duplicated() {
    let mut window = window("A: a | B: b\nL: x | y\n~E: p+1 |\nwho: pia");
    for (thing, selected) in [
        (Thing::Phase(id("A")), "phase"),
        (Thing::Step(id("b")), "step"),
        (Thing::Lane(id("L")), "lane"),
        (point_thing("p"), "point"),
        (Thing::Persona(id("pia")), "Persona"),
    ] {
        window.select(vec![thing]);
        window.key_with(CTRL, Key::D);
        assert!(window.selected().starts_with(selected), "{}", window.selected());
        assert_eq!(window.doc().selection.things.len(), 1);
    }
    assert_eq!(window.steps_of_history(), 5);
    let journey = window.journey();
    let count = (journey.phases.len(), journey.steps().count(), journey.lanes.len());
    assert_eq!((count, journey.personas.len()), ((3, 4, 3), 2));
    assert_eq!(window.map().lines().next(), Some("L: x / x / y / y"));
}

#[test]
fn pasted_faces_keep_their_steps() {
    let mut window = window("A: a b c d e\n~E: p+1 / / q-1 / /\nL: / / / /");
    window.select(vec![point_thing("p"), point_thing("q")]);
    window.0.event(Event::Copy);
    window.0.step();
    let commands = &window.0.output().platform_output.commands;
    let text = commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let text = text.expect("they are copied");
    window.0.run();
    window.select_cell("E", "b");
    window.paste(&text);
    assert_eq!(window.map(), "E: +1 / +1 / -1 / -1 /\nL:  /  /  /  /");
    // What is still selected is pasted where it was copied, not beyond it.
    window.key_with(CTRL, Key::Z);
    window.select(vec![point_thing("p"), point_thing("q")]);
    window.paste(&text);
    assert_eq!(window.map(), "E: +1 +1 /  / -1 -1 /  /\nL:  /  /  /  /");
}

#[test]
fn soft_breaks_and_lists_of_word_are_pasted_as_they_were_meant() {
    let mut window = window("A: a b\nL: x /\nM: /");
    window.select(vec![card_thing("L", "x")]);
    window.paste("•\tBoka tid\r\n•\tBetala\r\n1.\tHämta\r\n");
    assert_eq!(window.map(), "L: x Boka tid Betala Hämta /\nM:  /");
    assert_eq!(window.journey().lanes[0].cards.len(), 4);
    window.select_cell("M", "a");
    window.paste("Boka tid\u{b}på nätet\u{b}idag");
    assert!(window.map().ends_with("M: Boka tid¶på nätet¶idag /"), "{}", window.map());
    // In a text as well, and in a field of the panel.
    window.select(vec![card_thing("L", "x")]);
    window.key(Key::F2);
    window.paste("\u{2028}y\u{85}z\u{7}");
    window.key(Key::Enter);
    assert!(window.map().starts_with("L: x¶y¶z "), "{}", window.map());
    window.select(vec![card_thing("L", "x")]);
    window.key(Key::F4);
    window.paste("\u{c}w");
    window.key(Key::F4);
    assert!(window.map().starts_with("L: x¶y¶z¶w "), "{}", window.map());
}

#[test]
fn other_line_breaks_of_a_file_stay_until_the_text_is_changed() {
    let (mut project, _) = parse("A: a\nL: x");
    let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
    lane.cards.edit(0).unwrap().text = "ett\u{b}två".into();
    let mut window = window_on(project);
    let text = |window: &Window| window.journey().lanes[0].cards[0].text.clone();
    assert_eq!((window.painted("ett"), window.painted("två")), (1, 1), "two lines are drawn");
    window.select(vec![card_thing("L", "x")]);
    window.key(Key::F2);
    window.key(Key::Enter);
    assert_eq!((text(&window).as_str(), window.steps_of_history()), ("ett\u{b}två", 0));
    window.select(vec![card_thing("L", "x")]);
    window.key(Key::F2);
    window.write("!");
    window.key(Key::Enter);
    assert_eq!(text(&window), "ett\ntvå!");
}

#[test]
fn a_double_click_on_the_purpose_edits_it() {
    let (mut project, _) = parse("A: a\nL: x");
    let journey = project.journeys.edit(0).unwrap();
    journey.title = "En resa".into();
    journey.purpose = "Enas".into();
    let mut window = window_on(project);
    let title = window.scene().head.iter().find(|one| matches!(one.thing, Thing::Journey(_)));
    let rect = title.map(|one| Rect::from_min_size(one.at, one.drawing.size)).unwrap();
    window.double_click(window.screen(rect.left_bottom() + vec2(20.0, -6.0)));
    assert!(!window.is_typing(), "it is not the title that is edited");
    assert!(window.0.ctx.text_edit_focused(), "{}", window.selected());
    window.key_with(CTRL, Key::A);
    window.write("Enas snart");
    window.key(Key::Enter);
    let journey = window.journey();
    assert_eq!((journey.purpose.as_str(), journey.title.as_str()), ("Enas snart", "En resa"));
}

#[test]
fn a_command_in_the_middle_of_any_drag_ends_it_where_it_is() {
    let save = |window: &mut Window, from: Pos2, to: Pos2| {
        window.grab(from, to);
        window.hold(CTRL);
        window.0.step();
        window.key_with(CTRL, Key::Num1);
        window.move_to(to + vec2(2.0, 0.0));
        window.let_go(to);
    };
    let mut window = window("A: a b\nL: x /\n~E: p+1 /\nM: /");
    let (face, up) = (window.rect(&point_thing("p")).center(), window.feeling_at("a", 0.5, -1.0));
    save(&mut window, face, up);
    assert!(window.map().contains("E: -1"), "{}", window.map());
    let card = window.rect(&window.card("x"));
    let to = window.cell_at("L", "b");
    save(&mut window, card.right_center() - vec2(1.0, 0.0), to);
    assert!(window.map().starts_with("L: x>b"), "{}", window.map());
    let lane = window.rect(&Thing::Lane(id("M"))).left_center() + vec2(30.0, 0.0);
    let above = window.rect(&Thing::Lane(id("L"))).left_top() + vec2(30.0, 4.0);
    save(&mut window, lane, above);
    assert!(window.map().starts_with("M:"), "{}", window.map());
    assert_eq!(window.steps_of_history(), 3);
}

#[test]
fn undo_takes_an_empty_new_card_away_and_then_what_was_typed_before() {
    let mut window = window("A: a\nL: gammal");
    window.select(vec![card_thing("L", "gammal")]);
    window.write("n");
    window.write("y");
    window.key(Key::Enter);
    assert!(window.is_typing(), "the next card begins");
    window.key_with(CTRL, Key::Z);
    assert!(!window.is_typing(), "the empty one is gone");
    assert_eq!(window.map(), "L: ny");
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.map(), "L: gammal");
    // What has been typed in a new card is the field's to undo.
    window.select(vec![card_thing("L", "gammal")]);
    window.write("n");
    window.key(Key::Enter);
    window.write("z");
    window.key_with(CTRL, Key::Z);
    assert!(window.is_typing());
}
