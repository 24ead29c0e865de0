//! Does the window export what is on the screen, where it is told to, and stay in use meanwhile?

#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]

use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, OutputCommand, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use kundresa::file::{Settings, ThemeChoice};
use kundresa::ui::{App, WindowOptions};
use kundresa::words::{Lang, Named, Words};
use std::path::Path;
use std::time::Duration;

const CTRL: Modifiers = Modifiers::COMMAND;
const LOGO: &str = "Path to a picture, or drop one here";
const EXAMPLE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/assets/examples/forpackningsmaskin.kundresa");

/// A window on a file, or with an empty map, that keeps nothing on this machine.
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
    window.run_ok();
    if path.is_none() {
        press(&mut window, CTRL, Key::N);
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    window
}

fn press(window: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_ok();
}

fn click(window: &mut Harness<'_, App>, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).click();
    window.run_ok();
}

/// Goes on until `done` holds: threads are at work.
fn wait(window: &mut Harness<'_, App>, done: impl Fn(&Harness<'_, App>) -> bool) {
    for _ in 0..1000 {
        if done(window) {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
        window.step();
    }
    panic!("it never came");
}

/// Types a path in our own choice of a file, and presses Enter.
fn name_file(window: &mut Harness<'_, App>, path: &Path) {
    press(window, CTRL, Key::A);
    window.event(Event::Text(path.display().to_string()));
    window.run_ok();
    press(window, Modifiers::NONE, Key::Enter);
}

fn says(window: &Harness<'_, App>, text: &str) -> bool {
    window.query_by_label_contains(text).is_some()
}

#[test]
fn the_map_on_the_screen_is_exported_as_a_picture() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("karta.png");
    let mut window = window(None);
    press(&mut window, CTRL, Key::E);
    click(&mut window, Role::RadioButton, "PNG – a picture for slides and documents");
    click(&mut window, Role::RadioButton, "1×");
    click(&mut window, Role::Button, "Export…");
    // The extension is added.
    name_file(&mut window, &folder.path().join("karta"));
    wait(&mut window, |window| says(window, "Exported karta.png"));
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"\x89PNG"), "{:?}", &bytes[..8]);
    window.get_by_label("Show in folder");
    assert!(window.state().document().unwrap().path.is_none(), "it has no file for that");

    // What was chosen is remembered, and the file that is there is asked about.
    press(&mut window, CTRL, Key::E);
    assert!(says(&window, "Dots per inch"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    name_file(&mut window, &path);
    window.get_by_role_and_label(Role::Button, "Replace");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, CTRL, Key::E);
    press(&mut window, Modifiers::NONE, Key::Enter);
    std::fs::write(&path, "old").unwrap();
    name_file(&mut window, &path);
    click(&mut window, Role::Button, "Replace");
    wait(&mut window, |_| std::fs::read(&path).is_ok_and(|now| now.len() == bytes.len()));
}

#[test]
fn each_format_is_written_from_the_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(Some(Path::new(EXAMPLE)));
    let rows = [
        ("PDF – to email and print", "a.pdf", "%PDF"),
        ("SVG – a drawing for browsers, Inkscape and PowerPoint", "a.svg", "<"),
        ("HTML – a web page for anyone without the program", "a.html", "<!"),
        ("Excel – a workbook with a sheet for each map", "a.xlsx", "PK"),
        ("CSV – a table for any program", "a.csv", "\u{feff}"),
        ("Markdown – an outline with quotes and opportunities", "a.md", "#"),
    ];
    for (format, name, begins) in rows {
        press(&mut window, CTRL, Key::E);
        click(&mut window, Role::RadioButton, format);
        click(&mut window, Role::Button, "Export…");
        name_file(&mut window, &folder.path().join(name));
        wait(&mut window, |window| says(window, &format!("Exported {name}")));
        let there: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .flatten()
            .map(|entry| entry.file_name())
            .collect();
        let bytes = std::fs::read(folder.path().join(name))
            .unwrap_or_else(|_| panic!("{name} is not among {there:?}"));
        assert!(bytes.starts_with(begins.as_bytes()), "{name}");
    }
    assert!(!window.state().document().unwrap().editor.is_modified());
}

#[test]
fn text_that_is_too_small_on_paper_is_told_before_it_is_exported() {
    let mut window = window(Some(Path::new(EXAMPLE)));
    press(&mut window, CTRL, Key::E);
    click(&mut window, Role::RadioButton, "A4");
    wait(&mut window, |window| says(window, "The smallest text would be"));
    // In its own size it can be read, on however many sheets.
    click(&mut window, Role::RadioButton, "The map’s size");
    wait(&mut window, |window| !says(window, "The smallest text would be"));
    click(&mut window, Role::RadioButton, "Over several A4 sheets");
    // It is worked out beside the window.
    for _ in 0..30 {
        std::thread::sleep(Duration::from_millis(10));
        window.step();
    }
    assert!(!says(&window, "The smallest text would be"));
}

#[test]
fn the_presentation_is_exported_as_files() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(Some(Path::new(EXAMPLE)));
    let slides = "PPTX – slides you can edit in PowerPoint, Keynote or Impress";
    press(&mut window, CTRL, Key::E);
    assert!(window.query_by_role_and_label(Role::RadioButton, slides).is_none());
    click(&mut window, Role::RadioButton, "The presentation");
    click(&mut window, Role::RadioButton, slides);
    click(&mut window, Role::Button, "Notes");
    click(&mut window, Role::Button, "Export…");
    name_file(&mut window, &folder.path().join("talk"));
    wait(&mut window, |window| says(window, "Exported talk.pptx"));
    assert!(std::fs::read(folder.path().join("talk.pptx")).unwrap().starts_with(b"PK"));
    // What was chosen is remembered. Pictures are a file each, and those that are there are asked
    // about.
    std::fs::write(folder.path().join("talk-03.png"), "mine").unwrap();
    press(&mut window, CTRL, Key::E);
    click(&mut window, Role::RadioButton, "PNG – a picture of each page");
    click(&mut window, Role::RadioButton, "1×");
    click(&mut window, Role::Button, "Export…");
    name_file(&mut window, &folder.path().join("talk"));
    click(&mut window, Role::Button, "Replace");
    wait(&mut window, |window| says(window, "Exported talk-01.png and the pages that follow"));
    assert!(std::fs::read(folder.path().join("talk-03.png")).unwrap().starts_with(b"\x89PNG"));
    assert!(!folder.path().join("talk.png").exists());
}

#[test]
fn lanes_that_are_switched_off_are_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    let mut window = window(None);
    press(&mut window, CTRL, Key::E);
    click(&mut window, Role::RadioButton, "CSV – a table for any program");
    click(&mut window, Role::RadioButton, "Lanes and steps");
    click(&mut window, Role::CheckBox, "Touchpoints");
    click(&mut window, Role::Button, "Export…");
    name_file(&mut window, &path);
    wait(&mut window, |window| says(window, "Exported a.csv"));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(!text.contains("Touchpoints") && text.contains("Opportunities"), "{text}");
    // Without any there is nothing to export.
    press(&mut window, CTRL, Key::E);
    let journey = window.state().document().unwrap().shown_journey().unwrap().clone();
    for lane in &journey.lanes {
        click(&mut window, Role::CheckBox, &lane.kind.name(&Words::new(Lang::En)));
    }
    window.get_by_label("Choose at least one lane.");
    click(&mut window, Role::Button, "Export…");
    window.get_by_label("Choose at least one lane.");
}

#[test]
fn the_window_rests_while_a_long_text_is_looked_at() {
    let mut window = window(Some(Path::new(EXAMPLE)));
    window.set_size(Vec2::new(1150.0, 600.0));
    press(&mut window, CTRL, Key::E);
    let markdown = window.get_all_by_role(Role::RadioButton);
    let markdown = markdown.into_iter().find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Markdown"))
    });
    markdown.unwrap().click();
    // It is written on a thread.
    for _ in 0..30 {
        std::thread::sleep(Duration::from_millis(10));
        window.step();
    }
    window.try_run().unwrap();
}

#[test]
fn a_logo_is_chosen_and_what_was_chosen_before_stays() {
    let logo = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icon.png"));
    let mut window = window(Some(Path::new(EXAMPLE)));
    press(&mut window, CTRL, Key::E);
    click(&mut window, Role::RadioButton, "PNG – a picture for slides and documents");
    click(&mut window, Role::RadioButton, "1×");
    let named = |window: &Harness<'_, App>| {
        let field = window.get_by_role_and_label(Role::TextInput, LOGO);
        field.accesskit_node().value().unwrap_or_default()
    };
    click(&mut window, Role::Button, "Choose picture…");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(named(&window), "", "given up");
    click(&mut window, Role::Button, "Choose picture…");
    name_file(&mut window, logo);
    window.run_ok();
    assert_eq!(named(&window), logo.display().to_string());
    let scale = window.get_by_role_and_label(Role::RadioButton, "1×");
    assert_eq!(scale.accesskit_node().toggled(), Some(Toggled::True));
}

#[test]
fn escape_exports_nothing_and_errors_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(None);
    press(&mut window, CTRL, Key::E);
    window.get_by_role_and_label(Role::Button, "Cancel");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role_and_label(Role::Button, "Cancel").is_none());
    press(&mut window, CTRL, Key::E);
    press(&mut window, Modifiers::NONE, Key::Enter);
    name_file(&mut window, &folder.path().join("no/such/folder/a.pdf"));
    wait(&mut window, |window| says(window, "The map could not be exported"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn an_empty_map_is_exported_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tom.kundresa");
    let empty = r#"{"format":"kundresa","version":1,"project":{"journeys":[{"id":"a"}]}}"#;
    std::fs::write(&path, empty).unwrap();
    let mut window = window(Some(&path));
    // What had to be mended is told first.
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, CTRL, Key::E);
    for _ in 0..20 {
        std::thread::sleep(Duration::from_millis(5));
        window.step();
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    name_file(&mut window, &folder.path().join("tom"));
    wait(&mut window, |window| says(window, "Exported tom.pdf"));
    assert!(folder.path().join("tom.pdf").exists());
}

#[test]
fn the_journey_in_front_is_copied_as_a_picture() {
    let mut window = window(Some(Path::new(EXAMPLE)));
    press(&mut window, CTRL, Key::K);
    window.event(Event::Text("copy as picture".into()));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let copied = |window: &Harness<'_, App>| {
        let commands = &window.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            OutputCommand::CopyImage(image) => Some(image.size),
            _ => None,
        })
    };
    wait(&mut window, |window| copied(window).is_some());
    let [width, height] = copied(&window).unwrap();
    assert!(width > 1000 && height > 1000, "{width} × {height}");
    wait(&mut window, |window| says(window, "Copied as picture"));
}
