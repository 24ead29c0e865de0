//! Cards and titles are typed where they stand.

use super::*;

const TWO: &str = "A: a b\nL: / \nM: / ";

#[test]
fn a_double_click_enter_and_tab_fill_a_map() {
    let mut window = window(TWO);
    let at = window.cell_at("L", "a") + vec2(0.0, 1.0);
    window.double_click(at);
    assert!(window.is_typing());
    window.write("Ring å 😀");
    window.key_with(SHIFT, Key::Enter);
    window.write("då");
    window.key(Key::Enter);
    window.write("två");
    window.key(Key::Tab);
    window.write("bort");
    window.key_with(SHIFT, Key::Tab);
    window.write("tre");
    window.key(Key::Enter);
    assert!(window.is_typing());
    // Enter where nothing was typed is enough cards.
    window.key(Key::Enter);
    assert!(!window.is_typing());
    assert_eq!(window.map(), "L: Ring å 😀¶då två tre / bort\nM:  /");
    assert_eq!(window.selected(), "cell L a");
    assert_eq!(window.steps_of_history(), 4);
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.map(), "L: Ring å 😀¶då två / bort\nM:  /");
}

#[test]
fn a_second_card_is_typed_anywhere_in_its_cell() {
    let mut window = window("A: a b\nL: x y z>b / w");
    let gap = window.rect(&window.card("x")).center_bottom() + vec2(0.0, 3.0);
    window.double_click(gap);
    window.write("new");
    window.key(Key::Enter);
    window.write("newer");
    window.key(Key::Tab);
    window.write("beside");
    window.key(Key::Escape);
    assert_eq!(window.map(), "L: x new newer y z>b / w beside");
    assert_eq!(window.selected(), "cell L b");
    // Below a card that spans steps.
    window.select_cell("L", "b");
    window.key(Key::Enter);
    window.write("last");
    window.key(Key::Enter);
    assert_eq!(window.map(), "L: x new newer y z>b / w beside last");
}

#[test]
fn a_full_cell_has_a_free_place_below_its_cards() {
    use super::super::marks;
    let mut window = window("A: a b\nL: x y / z w v\nM: /");
    for (text, cell) in [("y", "a"), ("v", "b")] {
        let (mut low, rect) = (window.cell_at("L", cell), window.rect(&window.card(text)));
        window.select_cell("L", cell);
        let at = window.doc().selection.cell.clone().unwrap();
        let ring = marks::cell_rect(window.scene(), &at).unwrap();
        assert!(window.screen(ring.min).y >= rect.bottom(), "the ring is around {text}");
        low.y = low.y.max(window.screen(ring.min).y + 1.0);
        window.click(low);
        assert!(window.is_typing(), "a click below {text} adds one");
        window.write("new");
        window.key(Key::Enter);
        window.key(Key::Escape);
        assert_eq!(window.selected(), format!("cell L {cell}"));
    }
    assert_eq!(window.map(), "L: x y new / z w v new\nM:  /");
}

#[test]
fn the_whole_of_a_cell_is_marked_where_only_a_question_stands_in_it() {
    use super::super::marks;
    use crate::model::Prompt;
    let (mut project, _) = parse("A: a b\nL: / y\nM: x /");
    let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
    let text = "What do they do, and whom do they ask before they do it?".to_owned();
    lane.prompts.push(Prompt { step: id("a"), text, ..Prompt::default() }.into());
    let mut window = window_on(project);
    window.select_cell("L", "a");
    let at = window.doc().selection.cell.clone().unwrap();
    let ring = marks::cell_rect(window.scene(), &at).unwrap();
    let asked = window.scene().prompt_rect(&id("L"), &id("a")).expect("it is asked");
    assert!(ring.contains_rect(asked), "{ring} {asked}");
}

#[test]
fn a_slow_double_click_mends_a_text_and_replaces_nothing() {
    let mut window = window("A: a\nL: [x]");
    let card = window.card_at("x");
    window.0.run_steps(30);
    window.press_and_release(card);
    window.0.run_steps(19);
    window.press_and_release(card);
    window.0.run();
    assert!(window.is_typing());
    window.key(Key::End);
    window.write("2");
    window.key(Key::Enter);
    assert_eq!(window.map(), "L: x2");
}

#[test]
fn esc_keeps_what_was_typed_and_empty_texts_add_nothing() {
    let mut window = window(TWO);
    let at = window.cell_at("M", "b");
    window.click(at);
    assert!(window.is_typing(), "a click on the hint begins at once");
    window.write("   ");
    window.key(Key::Enter);
    window.double_click(at);
    assert!(window.is_typing(), "and a double click as well");
    window.write("no");
    window.key(Key::Escape);
    assert_eq!(
        (window.map().as_str(), window.selected().as_str()),
        ("L:  /\nM:  / no", "cell M b")
    );
    // What was kept stays, whatever is let go of next.
    window.key(Key::Escape);
    assert_eq!(window.map(), "L:  /\nM:  / no");
    window.key_with(CTRL, Key::Z);
    window.select_cell("M", "b");
    assert_eq!((window.map().as_str(), window.selected().as_str()), ("L:  /\nM:  /", "cell M b"));
    // The keyboard is in the cell: Enter begins again, and so does writing; space does not.
    window.write(" ");
    assert!(!window.is_typing());
    window.write("åh ja");
    assert!(window.is_typing());
    window.key(Key::Enter);
    window.key(Key::Escape);
    assert_eq!(window.map(), "L:  /\nM:  / åh ja");
    assert_eq!(window.steps_of_history(), 1);
}

#[test]
fn enter_f2_and_a_double_click_mend_a_text_and_writing_replaces_it() {
    let mut window = window("A: a\nL: [x]");
    for (begin, written, after) in
        [(Some(Key::Enter), "1", "x1"), (Some(Key::F2), "2", "x12"), (None, "3", "x123")]
    {
        match begin {
            Some(key) => window.key(key),
            None => window.double_click(window.card_at("x12")),
        }
        window.write(written);
        window.key(Key::Enter);
        assert!(!window.is_typing(), "an old card is mended, and that is that");
        assert_eq!(window.map(), format!("L: {after}"));
    }
    window.write("Ny");
    assert!(window.is_typing());
    window.key(Key::Escape);
    assert_eq!(window.map(), "L: x123");
    window.write("Ny");
    window.key(Key::Enter);
    assert!(window.is_typing(), "whoever writes over a card may go on to the next one");
    window.key(Key::Escape);
    assert_eq!((window.map().as_str(), window.selected().as_str()), ("L: Ny", "cell L a"));
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.map(), "L: x123");
}

#[test]
fn what_is_typed_next_never_replaces_what_was_just_typed() {
    let mut window = window("A: a b\nL: [x] / y");
    window.write("ett");
    window.key(Key::Enter);
    window.write("två");
    window.key(Key::Tab);
    window.write("tre");
    // There is no step after the last one, and none before the first.
    window.key(Key::Tab);
    window.write("fyra");
    window.key_with(SHIFT, Key::Tab);
    window.key_with(SHIFT, Key::Tab);
    window.write("fem");
    window.key(Key::Enter);
    window.key(Key::Escape);
    assert_eq!(window.map(), "L: ett två fem / y tre fyra");
}

#[test]
fn undo_in_the_field_is_the_fields_own() {
    let mut window = window("A: a\nL: [x] y");
    window.write("abc");
    window.0.run_steps(90);
    window.write("def");
    window.0.run_steps(90);
    window.key_with(CTRL, Key::Z);
    assert!(window.is_typing());
    assert_eq!(window.map(), "L: abc y");
    window.key(Key::Enter);
    window.key(Key::Escape);
    // The next text begins with a history of its own.
    window.select(vec![card_thing("L", "y")]);
    window.key(Key::F2);
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.map(), "L: abc y");
    window.key(Key::Escape);
    assert_eq!(window.steps_of_history(), 1);
}

#[test]
fn a_click_elsewhere_keeps_what_was_typed_and_takes_the_keyboard_along() {
    let mut window = window("A: a b\nL: x / \nM: / ");
    let cell = window.cell_at("L", "b");
    window.double_click(cell);
    window.write("new");
    window.click(window.card_at("x"));
    assert!(!window.is_typing());
    assert_eq!((window.map().as_str(), window.selected().as_str()), ("L: x / new\nM:  /", "x"));
    // From one hint to the next; the bar of the card is out of the way.
    window.key(Key::Escape);
    let (one, two) = (window.cell_at("M", "a"), window.cell_at("M", "b"));
    window.click(one);
    window.write("one");
    window.click(two);
    assert!(window.is_typing());
    window.write("two");
    window.drag(window.card_at("x"), window.cell_at("L", "b"));
    assert_eq!(window.map(), "L:  / new x\nM: one / two");
    // A click on the card that is typed goes on typing.
    window.key(Key::Escape);
    window.double_click(window.card_at("two"));
    let corner = window.rect(&window.card("two")).min + vec2(4.0, 4.0);
    window.click(corner);
    window.write("!");
    assert!(window.is_typing());
    window.key(Key::Enter);
    assert!(window.map().ends_with("two!") || window.map().ends_with("!two"), "{}", window.map());
}

#[test]
fn saving_in_between_keeps_one_card_and_no_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.kundresa");
    let mut window = window(TWO);
    window.0.state_mut().work.doc.as_mut().unwrap().path = Some(path);
    window.double_click(window.cell_at("L", "a"));
    window.key_with(CTRL, Key::S);
    assert!(window.is_typing());
    window.write("a");
    window.key_with(CTRL, Key::S);
    window.write("b");
    window.key(Key::Enter);
    window.key(Key::Escape);
    assert_eq!(window.map(), "L: ab /\nM:  /");
    assert_eq!(window.steps_of_history(), 2);
}

#[test]
fn keys_between_two_cards_are_not_lost() {
    let mut window = window(TWO);
    window.select_cell("L", "a");
    // Each event in a frame of its own, with no frame between them.
    let press =
        |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: NONE };
    let text = |text: &str| Event::Text(text.into());
    for event in [
        text("o"),
        text("n"),
        press(Key::Backspace),
        text("h"),
        press(Key::Enter),
        press(Key::Backspace),
        text("t"),
        press(Key::Tab),
        text("w"),
        press(Key::Enter),
        press(Key::Enter),
    ] {
        window.0.event(event);
    }
    window.0.run();
    assert_eq!(window.map(), "L: oh t / w\nM:  /");
}

#[test]
fn the_field_breaks_its_lines_as_the_map_does() {
    let long = "Får tre offerter men ingen svarar på frågan om leveranstid 🕑 och ångrarsigkanskeändåförlängesedan";
    let texts =
        ["", "a", "a\n", "\n", "a\n\nb ", long, "rad ett är lång nog att brytas\nrad två  "];
    let mut hyphens = 0;
    let mut engine = crate::scene::TextEngine::new();
    let window = window("A: a\nL: x");
    let ctx = window.0.ctx.clone();
    for text in texts {
        let mut lines = 0;
        let place = window.scene().text_place(&window.card("x"), Vec2::ZERO).unwrap();
        let said = engine.layout(text, &place.style, Some(place.rect.width()));
        for zoom in [0.4, 1.0, 2.7] {
            let mut galley = None;
            let output = ctx.run_ui(egui::RawInput::default(), |ui| {
                galley = Some(super::super::field::broken(ui, &mut engine, text, &place, zoom));
            });
            output.drop_without_applying_deltas();
            let galley = galley.unwrap();
            lines = said.lines.len();
            assert_eq!(galley.rows.len(), lines.max(1), "{text:?}");
            let rows: Vec<String> = galley.rows.iter().map(|row| row.text()).collect();
            let expected: Vec<&str> = said
                .lines
                .iter()
                .map(|line| text.get(line.range.clone()).unwrap_or("").trim_end_matches('\n'))
                .collect();
            assert_eq!(rows, expected, "{text:?} at {zoom}");
            // A hyphen that is not in the text is drawn beyond the row's last character.
            for (row, line) in galley.rows.iter().zip(&said.lines) {
                let hyphen = line.runs.last().is_some_and(crate::scene::Run::is_hyphen);
                let beyond = row.visuals.mesh_bounds.right() > row.size.x + 3.0 * zoom;
                assert_eq!(beyond, hyphen, "{text:?} at {zoom}");
                hyphens += usize::from(hyphen);
            }
            // The caret can stand before and after each character.
            assert_eq!(galley.end().index.0, text.chars().count(), "{text:?}");
            let height = said.lines.len() as f32 * place.style.line_height * zoom;
            assert!((galley.size().y - height).abs() < 1.0 + lines as f32, "{text:?} at {zoom}");
        }
        assert!(lines >= 1);
    }
    assert!(hyphens > 0, "a word is broken in one of them");
}

#[test]
fn what_is_put_together_by_an_input_method_is_not_ended_by_its_keys() {
    let mut window = window("A: a\nL: [x]");
    window.key(Key::F2);
    let preedit = |text: &str| {
        Event::Ime(egui::ImeEvent::Preedit { text: text.into(), active_range_chars: None })
    };
    window.0.event(preedit("´"));
    window.0.run();
    window.key(Key::Enter);
    assert!(window.is_typing());
    window.0.event(Event::Ime(egui::ImeEvent::Commit("é".into())));
    window.0.run();
    window.key(Key::Enter);
    assert_eq!((window.map().as_str(), window.is_typing()), ("L: xé", false));
}

#[test]
fn parked_cards_and_titles_are_typed_as_well() {
    let mut window = window("A: a b | B: c\nL: / |\nparked: p");
    // What is parked is seen where all is.
    window.key_with(CTRL, Key::Num1);
    let beside = window.rect(&window.card("p")).center_bottom() + vec2(0.0, 12.0);
    window.double_click(beside);
    window.write("q");
    window.key(Key::Enter);
    window.write("r");
    window.key(Key::Enter);
    window.key(Key::Escape);
    assert_eq!(window.map(), "L:  /  /\nparked: p q r");
    for thing in [Thing::Phase(id("B")), Thing::Lane(id("L"))] {
        let at = window.rect(&thing).left_center() + vec2(40.0, 0.0);
        window.double_click(at);
        window.write("Namn");
        window.key(Key::Enter);
        assert!(!window.is_typing());
    }
    assert_eq!(window.columns(), "A: a b | Namn: c");
    assert_eq!(window.journey().lanes[0].title, "Namn");
}

#[test]
fn while_a_title_is_typed_only_its_text_is_left_out() {
    let (mut project, _) = parse("A: a | B: b\nL: /\n-> t: A B\nwho: pia");
    let pia = project.personas.edit(0).unwrap();
    (pia.name, pia.emoji) = ("Pia".into(), "👩".into());
    let map = project.journeys.edit(0).unwrap();
    (map.title, map.purpose) = ("Resan".into(), "se".into());
    let lane = map.lanes.edit(0).unwrap();
    (lane.title, lane.kind) = ("Raden".into(), LaneKind::Needs);
    map.phases.edit(0).unwrap().title = "Fasen".into();
    let rows = [
        (Thing::Lane(id("L")), "Raden", "🧩", "Needs"),
        (Thing::Persona(id("pia")), "Pia", "👩", "Untitled"),
        (Thing::Journey(id("map")), "Resan", "Purpose: se", "Untitled"),
        (Thing::Phase(id("A")), "Fasen", "👩", "Untitled"),
    ];
    for (thing, title, stays, hint) in rows {
        let mut window = window_on(project.clone());
        window.select(vec![thing]);
        window.0.event(Event::PointerGone);
        let before = (window.painted(title), window.painted(stays), window.painted(hint));
        window.key(Key::F2);
        assert!(window.is_typing(), "{title}");
        let typed = (window.painted(title), window.painted(stays), window.painted(hint));
        assert_eq!(typed, before, "{title}");
        window.key(Key::Backspace);
        assert_eq!(window.painted(stays), before.1, "{title}");
        assert!(window.painted(hint) > before.2, "{title}: nothing says what it was");
        window.key(Key::Enter);
        assert!(window.painted(hint) > before.2, "{title}: nothing stands there");
    }
    // Of an arc it is the label with the reason in it.
    let mut window = window_on(project);
    let arc = window.rect(&Thing::Transition(id("t")));
    window.double_click(arc.center_top() + vec2(0.0, 8.0));
    window.write("reason");
    let words = crate::words::Words::new(Lang::En);
    let label = words.arc_reason(words.arc_skip_some(), "reason");
    assert_eq!(window.painted(&label), 0);
    window.key(Key::Enter);
    assert_eq!(window.painted(&label), 1);
    assert_eq!(window.journey().transitions[0].reason, "reason");
}
