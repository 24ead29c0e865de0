//! Does the window do what people do with it? By role and label, with our fonts, without a display.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT, Queryable};
use kundresa::file::{Settings, ThemeChoice};
use kundresa::ui::{App, WindowOptions};
use kundresa::words::{Lang, Words};
use std::path::Path;

const CTRL: Modifiers = Modifiers::COMMAND;

/// A window that keeps nothing on this machine.
fn window(path: Option<&Path>) -> Harness<'static, App> {
    let options = WindowOptions {
        path: path.map(Path::to_path_buf),
        lang: Some(Lang::En),
        ..WindowOptions::default()
    };
    let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
    let mut window = Harness::builder()
        .with_size(Vec2::new(1400.0, 900.0))
        .with_max_steps(200)
        .with_step_dt(1.0 / 20.0)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, options, settings));
    window.run();
    window
}

/// Chooses the first thing the palette finds for `query`.
fn choose(window: &mut Harness<'_, App>, query: &str) {
    window.key_press_modifiers(CTRL, Key::K);
    window.run();
    window.event(Event::Text(query.into()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
}

fn title(window: &Harness<'_, App>) -> String {
    let journey = window.state().document().and_then(|doc| doc.shown_journey().cloned());
    journey.map(|journey| journey.title.clone()).unwrap_or_default()
}

/// A new map of which nothing is said.
fn new_map(window: &mut Harness<'_, App>) {
    window.key_press_modifiers(CTRL, Key::N);
    window.run();
    window.key_press(Key::Enter);
    window.run();
}

#[test]
fn a_new_map_is_asked_what_it_is_for() {
    let mut window = window(None);
    window.key_press_modifiers(CTRL, Key::N);
    window.run();
    let write = |window: &mut Harness<'_, App>, text: &str, tabs: usize| {
        window.event(Event::Text(text.into()));
        window.run();
        for _ in 0..tabs {
            window.key_press(Key::Tab);
            window.run();
        }
    };
    // The keyboard begins in the purpose.
    write(&mut window, "Agree on what to do first", 1);
    write(&mut window, "Small bakeries", 1);
    write(&mut window, "A broken oven", 0);
    window.get_by_role_and_label(Role::RadioButton, "Future state").click();
    window.get_by_role_and_label(Role::RadioButton, "A change we want").click();
    let six = kundresa::templates::ours(Lang::En)[2].title();
    // The list begins at the template that is chosen.
    window.get_by_role_and_label(Role::RadioButton, six).scroll_to_me();
    window.run();
    window.get_by_role_and_label(Role::RadioButton, six).click();
    window.run();
    // Choosing a template takes the kind from it; arrow keys go to the ones beside.
    window.key_press(Key::ArrowRight);
    window.key_press(Key::ArrowLeft);
    window.run();
    window.get_by_role_and_label(Role::RadioButton, "Future state").click();
    window.run();
    window.get_by_role_and_label(Role::Button, "Create map").click();
    window.run();
    let doc = window.state().document().unwrap();
    let journey = doc.shown_journey().unwrap();
    assert_eq!(journey.purpose, "Agree on what to do first");
    assert_eq!(journey.for_whom, "Small bakeries");
    assert_eq!(journey.from, "A broken oven");
    assert_eq!(journey.kind, Some(kundresa::model::JourneyKind::Future));
    assert_eq!(journey.aim, Some(kundresa::model::Aim::Change));
    assert_eq!(journey.phases.len(), 6);
    // Esc makes nothing.
    window.key_press_modifiers(CTRL, Key::W);
    window.run();
    window.key_press_modifiers(CTRL, Key::N);
    window.run();
    window.key_press(Key::Escape);
    window.run();
    assert!(window.state().document().is_none());
}

#[test]
fn a_new_map_may_be_of_one_persona_one_problem_and_one_offer() {
    let mut window = window(None);
    window.key_press_modifiers(CTRL, Key::N);
    window.run();
    assert!(window.query_by_role_and_label(Role::TextInput, "Persona").is_none());
    window.get_by_role_and_label(Role::DisclosureTriangle, "Focused map").click();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Persona").focus();
    window.run();
    for text in ["Ines", "No time", "To the door"] {
        window.event(Event::Text(text.into()));
        window.run();
        window.key_press(Key::Tab);
        window.run();
    }
    window.get_by_role_and_label(Role::Button, "Create map").click();
    window.run();
    let doc = window.state().document().unwrap();
    let journey = doc.shown_journey().unwrap();
    assert_eq!([&*journey.problem, &*journey.offer], ["No time", "To the door"]);
    let project = doc.editor.project();
    let names: Vec<_> = project.personas.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Ines"]);
    assert_eq!(journey.personas, [project.personas[0].id.clone()]);
}

#[test]
fn a_future_map_is_worked_out_backwards() {
    let mut window = window(None);
    window.key_press_modifiers(CTRL, Key::N);
    window.run();
    window.get_by_role_and_label(Role::RadioButton, "Future state").click();
    window.run();
    window.get_by_role_and_label(Role::Button, "Create map").click();
    window.run();
    let titles = |window: &Harness<'_, App>| -> Vec<String> {
        let journey = window.state().document().unwrap().shown_journey().unwrap();
        journey.phases.iter().map(|phase| phase.title.clone()).collect()
    };
    let before = titles(&window);
    for title in ["It is good", "It begins"] {
        window.key_press_modifiers(CTRL | Modifiers::SHIFT, Key::B);
        window.run();
        window.event(Event::Text(title.into()));
        window.run();
        window.key_press(Key::Enter);
        window.run();
    }
    let after = titles(&window);
    assert_eq!(after[..2], ["It begins", "It is good"]);
    assert_eq!(after[2..], before);
}

#[test]
fn the_start_page_offers_a_new_map_and_the_examples() {
    let mut window = window(None);
    // The examples are read on a thread.
    for _ in 0..200 {
        if window.query_by_label_contains("Example: Buying").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.step();
    }
    window.get_by_role_and_label(Role::Button, "Open…");
    window.get_by_label_contains("Example: Buying").click_accesskit();
    window.run();
    assert!(window.state().document().is_some_and(|doc| doc.path.is_none()));
    window.key_press_modifiers(CTRL, Key::W);
    window.run();
    window.get_by_role_and_label(Role::Button, "New map").click();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(title(&window), Words::new(Lang::En).new_journey());
}

/// A start page with these recent files, once the examples have been read.
fn start_page(recent: Vec<std::path::PathBuf>, size: Vec2) -> Harness<'static, App> {
    let options = WindowOptions { lang: Some(Lang::En), ..WindowOptions::default() };
    let settings = Settings { theme: ThemeChoice::Light, recent, ..Settings::default() };
    let mut window = Harness::builder()
        .with_size(size)
        .with_max_steps(200)
        .with_step_dt(1.0 / 20.0)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, options, settings));
    for _ in 0..200 {
        window.step();
        if window.query_by_label_contains("Example: Buying").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    window
}

#[test]
fn where_nothing_is_recent_the_examples_have_the_right_half() {
    let size = Vec2::new(1400.0, 900.0);
    let place = |window: &Harness<'_, App>| window.get_by_label_contains("Example: Buying").rect();
    let window = start_page(Vec::new(), size);
    let shown = place(&window);
    assert!(shown.left() > size.x / 2.0 && shown.height() > 200.0, "with its picture: {shown}");
    let missing = std::path::PathBuf::from("/nowhere/Sommar.kundresa");
    let window = start_page(vec![missing], size);
    assert!(place(&window).right() < size.x / 2.0, "beside what is recent");
    assert!(window.get_by_role_and_label(Role::Button, "Sommar").rect().left() > size.x / 2.0);
}

#[test]
fn the_keyboard_is_always_in_view_on_the_start_page() {
    let size = Vec2::new(900.0, 420.0);
    let mut window = start_page(Vec::new(), size);
    let page = egui::Rect::from_min_size(egui::Pos2::ZERO, size);
    let mut names = std::collections::HashSet::new();
    for _ in 0..40 {
        window.key_press(Key::Tab);
        window.run();
        for node in window.query_all(By::new().predicate(|node| node.is_focused())) {
            let rect = node.rect();
            if let Some(label) = node.accesskit_node().label() {
                assert!(page.contains_rect(rect), "{label} at {rect}");
                names.insert(label);
            }
        }
    }
    assert!(names.contains("About Kundresa"), "it went through the page: {names:?}");
}

#[test]
fn tab_and_enter_start_a_new_map() {
    let mut window = window(None);
    window.key_press(Key::Tab);
    window.run();
    assert!(window.get_by_role_and_label(Role::Button, "New map").is_focused());
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().document().is_none(), "it is asked what the map is for");
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().document().is_some());
}

#[test]
fn the_palette_finds_commands_in_both_languages_and_does_them() {
    let mut window = window(None);
    choose(&mut window, "theme dark");
    assert_eq!(window.state().state().theme, ThemeChoice::Dark);
    choose(&mut window, "tema ljust");
    assert_eq!(window.state().state().theme, ThemeChoice::Light);
    // Whoever is quicker than a frame loses nothing.
    let at_once =
        |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: CTRL };
    let typed = [at_once(Key::K), Event::Text("tema ".into())];
    window.input_mut().events.extend(typed);
    window.step();
    window.event(Event::Text("mörkt".into()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().state().theme, ThemeChoice::Dark);
    window.key_press_modifiers(CTRL, Key::K);
    window.run();
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label_contains("Command, file").is_none());
}

#[test]
fn another_language_changes_the_labels_and_no_widget() {
    let mut window = window(None);
    let id = |window: &Harness<'_, App>, label: &str| {
        window.get_by_role_and_label(Role::Button, label).accesskit_node().id()
    };
    let english = [id(&window, "New map"), id(&window, "Open…"), id(&window, "Keyboard shortcuts")];
    choose(&mut window, "svenska");
    let swedish = [id(&window, "Ny karta"), id(&window, "Öppna…"), id(&window, "Kortkommandon")];
    assert_eq!(english, swedish);
}

#[test]
fn unsaved_work_is_asked_about() {
    let mut window = window(None);
    new_map(&mut window);
    window.key_press_modifiers(CTRL, Key::W);
    window.run();
    assert!(window.state().document().is_none(), "there was nothing to save");

    new_map(&mut window);
    choose(&mut window, "add journey");
    window.key_press(Key::Enter);
    window.run();
    window.key_press_modifiers(CTRL, Key::W);
    window.run();
    window.get_by_role_and_label(Role::Button, "Don’t save");
    window.key_press(Key::Escape);
    window.run();
    assert!(window.state().document().is_some(), "cancelled");
    window.key_press_modifiers(CTRL, Key::W);
    window.run();
    window.get_by_role_and_label(Role::Button, "Don’t save").click();
    window.run();
    assert!(window.state().document().is_none());
}

#[test]
fn a_map_is_saved_by_our_own_dialog_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("karta.kundresa");
    let mut window = window(None);
    new_map(&mut window);
    let save_as = |window: &mut Harness<'_, App>| {
        window.key_press_modifiers(CTRL | Modifiers::SHIFT, Key::S);
        window.run();
        window.key_press_modifiers(CTRL, Key::A);
        window.event(Event::Text(folder.path().join("karta").display().to_string()));
        window.run();
        window.key_press(Key::Enter);
        window.run();
    };
    save_as(&mut window);
    assert!(path.exists());
    let doc = window.state().document().unwrap();
    assert_eq!(doc.path.as_deref(), Some(path.as_path()));
    assert!(!doc.editor.is_modified());

    new_map(&mut window);
    save_as(&mut window);
    window.get_by_role_and_label(Role::Button, "Replace");
    window.key_press(Key::Escape);
    window.run();
    assert!(window.state().document().unwrap().path.is_none(), "not replaced");

    drop(window);
    let window = self::window(Some(&path));
    assert_eq!(title(&window), Words::new(Lang::En).new_journey());
}

#[test]
fn a_card_of_a_workshop_is_taken_back_where_it_was_typed() {
    let mut window = window(None);
    new_map(&mut window);
    let cards = |window: &Harness<'_, App>| {
        let project = window.state().document().unwrap().editor.project().clone();
        let lanes = project.journeys[0].lanes.iter();
        lanes.map(|lane| lane.cards.len()).sum::<usize>()
    };
    let before = cards(&window);
    window.key_press(Key::F6);
    window.run();
    window.event(Event::Text("Rings upp".into()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(cards(&window), before + 1);
    for (key, after) in [(Key::Z, before), (Key::Y, before + 1), (Key::Z, before)] {
        window.key_press_modifiers(CTRL, key);
        window.run();
        assert_eq!(cards(&window), after, "{key:?}");
    }
}

#[test]
fn a_damaged_file_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trasig.kundresa");
    std::fs::write(&path, "no map at all").unwrap();
    let window = window(Some(&path));
    window.get_by_label("The file could not be opened");
    assert!(window.state().document().is_none());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "no map at all");
}

#[test]
fn tabs_are_added_renamed_and_undone() {
    let mut window = window(None);
    new_map(&mut window);
    choose(&mut window, "add journey");
    window.get_by_role_and_label(Role::TextInput, "The map’s name").focus();
    window.run();
    window.event(Event::Text("Framtid".into()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(title(&window), "Framtid");
    window.get_by_role_and_label(Role::Tab, "Framtid");
    window.key_press_modifiers(CTRL, Key::PageUp);
    window.run();
    assert_ne!(title(&window), "Framtid");
    for _ in 0..2 {
        window.key_press_modifiers(CTRL, Key::Z);
        window.run();
    }
    let doc = window.state().document().unwrap();
    assert_eq!(doc.editor.project().journeys.len(), 1);
    assert!(!doc.editor.is_modified());
}

#[test]
fn nothing_is_painted_on_the_start_page_while_nothing_happens() {
    let mut window = window(None);
    // The pictures of the examples are made on a thread.
    for _ in 0..300 {
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.step();
    }
    let before = window.ctx.cumulative_frame_nr();
    let frames = window.run();
    assert!(frames <= 1, "{frames} frames while idle");
    assert!(window.ctx.cumulative_frame_nr() - before <= 1);
    assert!(!window.ctx.has_requested_repaint());
}
