//! Has everything that can be pressed or typed in a name, and can each name be read aloud? Icons are
//! letters of our font in the private use areas: whoever listens hears nothing, or nonsense.

use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use kundresa::file::{Settings, ThemeChoice};
use kundresa::ui::{App, WindowOptions};
use kundresa::words::Lang;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

type Window = Harness<'static, App>;

const CTRL: Modifiers = Modifiers::COMMAND;

fn window(path: Option<PathBuf>) -> Window {
    let options = WindowOptions { path, lang: Some(Lang::En), ..WindowOptions::default() };
    let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
    let mut window = Harness::builder()
        .with_size(Vec2::new(1600.0, 1000.0))
        .with_max_steps(400)
        .with_step_dt(1.0 / 20.0)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, options, settings));
    window.run();
    window
}

fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Looks at all there is now; `state` says what is shown.
fn look(window: &Window, state: &str, faults: &mut BTreeSet<String>) {
    let mut seen = 0;
    for node in window.root().children_recursive() {
        let node = node.accesskit_node();
        let name = node.label().unwrap_or_default();
        let value = node.value().unwrap_or_default();
        if name.chars().chain(value.chars()).any(is_private) {
            faults.insert(format!("{state}: {:?} {name:?} {value:?}", node.role()));
        }
        let data = node.data();
        let acts = data.supports_action(Action::Click) || data.supports_action(Action::Focus);
        let said = if node.role() == Role::Label { &value } else { &name };
        if acts && said.trim().is_empty() && !is_shell(node.role()) {
            let place = node.bounding_box();
            faults.insert(format!("{state}: no name: {:?} {value:?} {place:?}", node.role()));
        }
        seen += usize::from(!said.trim().is_empty());
    }
    assert!(seen > 0, "{state}: there is nothing");
}

/// What holds other things, their edges and how far they are scrolled.
fn is_shell(role: Role) -> bool {
    matches!(role, Role::Window | Role::GenericContainer | Role::ScrollBar)
}

fn press(window: &mut Window, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).click();
    window.run();
}

fn keys(window: &mut Window, keys: &[Key]) {
    for key in keys {
        window.key_press(*key);
        window.run();
    }
}

#[test]
fn everything_has_a_name_that_can_be_read() {
    let mut faults = BTreeSet::new();
    let mut start = window(None);
    look(&start, "start page", &mut faults);
    start.key_press_modifiers(CTRL, Key::N);
    start.run();
    look(&start, "new map", &mut faults);

    let example =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/forpackningsmaskin.kundresa");
    let mut window = window(Some(example));
    look(&window, "map", &mut faults);
    for menu in ["File", "Edit", "View", "Map", "Help"] {
        press(&mut window, Role::Button, menu);
        look(&window, menu, &mut faults);
        let inner: &[&str] = match menu {
            "File" => &["Open recent"],
            "View" => &["Theme", "Language"],
            "Map" => &["Add lane", "Column width"],
            _ => &[],
        };
        for name in inner {
            press(&mut window, Role::MenuItem, name);
            look(&window, name, &mut faults);
        }
        keys(&mut window, &[Key::Escape]);
    }
    for (key, state) in [(Key::K, "palette"), (Key::F, "find"), (Key::E, "export")] {
        window.key_press_modifiers(CTRL, key);
        window.run();
        look(&window, state, &mut faults);
        keys(&mut window, &[Key::Escape]);
    }
    keys(&mut window, &[Key::F1]);
    look(&window, "help", &mut faults);
    keys(&mut window, &[Key::Escape]);
    press(&mut window, Role::RadioButton, "Table");
    look(&window, "table", &mut faults);
    keys(&mut window, &[Key::ArrowDown, Key::Space]);
    for menu in ["Owner", "Move", "Grouped by phase", "Columns"] {
        press(&mut window, Role::Button, menu);
        look(&window, menu, &mut faults);
        keys(&mut window, &[Key::Escape]);
    }
    keys(&mut window, &[Key::F2]);
    look(&window, "words in the table", &mut faults);
    keys(&mut window, &[Key::Escape, Key::ArrowRight, Key::F2]);
    look(&window, "lanes in the table", &mut faults);
    keys(&mut window, &[Key::Escape]);
    window.key_press_modifiers(Modifiers::ALT, Key::Num1);
    window.run();
    keys(&mut window, &[Key::F7]);
    look(&window, "story", &mut faults);
    press(&mut window, Role::Button, "Add");
    look(&window, "what can be added", &mut faults);
    keys(&mut window, &[Key::Escape, Key::F7]);
    press(&mut window, Role::RadioButton, "Opportunities");
    for view in ["Matrix", "List", "Board"] {
        press(&mut window, Role::Tab, view);
        look(&window, view, &mut faults);
    }
    window.key_press_modifiers(Modifiers::ALT, Key::Num1);
    window.run();
    keys(&mut window, &[Key::F6]);
    look(&window, "workshop", &mut faults);
    keys(&mut window, &[Key::F6]);
    keys(&mut window, &[Key::F5]);
    look(&window, "presentation", &mut faults);
    keys(&mut window, &[Key::P]);
    look(&window, "presenter", &mut faults);
    let audience = window.get_by_role(Role::ComboBox).accesskit_node().label().unwrap_or_default();
    assert!(audience.contains(": "), "it says what is chosen: {audience}");
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_notice_is_put_away_by_name() {
    let mut window = window(None);
    window.key_press_modifiers(CTRL, Key::N);
    window.run();
    keys(&mut window, &[Key::Enter]);
    // A journey more, and it is undone.
    press(&mut window, Role::Button, "Map");
    press(&mut window, Role::MenuItem, "Add journey map");
    keys(&mut window, &[Key::Enter]);
    window.key_press_modifiers(CTRL, Key::Z);
    // Soon, before it goes by itself.
    window.run_steps(4);
    let mut faults = BTreeSet::new();
    look(&window, "notice", &mut faults);
    assert!(faults.is_empty(), "{faults:#?}");
    window.get_by_role_and_label(Role::Button, "Dismiss").click();
    window.run_steps(4);
    assert!(window.query_by_label("Dismiss").is_none());
}
