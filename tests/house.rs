//! Does the code keep to the plan of the house: floors, circles, file lengths, module docs, colours,
//! names, no unwrap? `cargo test --test house -- --nocapture` prints the house in figures.

#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]

mod rust_tokens;

#[path = "house/circles.rs"]
mod circles;
#[path = "house/dispatch.rs"]
mod dispatch;
#[path = "house/measures.rs"]
mod measures;
#[path = "house/sources.rs"]
mod sources;

use rust_tokens::{Kind, Token};
use sources::{Source, imports, is_test_line, sources};
use std::fmt::Write as _;

/// The floors from the ground up. A room may import the rooms below its floor and itself.
/// Rooms in one row share a floor and do not import each other; their tests may.
const FLOORS: [&[&str]; 9] = [
    &["model"],
    &["words"],
    &["insight"],
    &["edit", "file", "scene"],
    &["exchange", "merge", "templates"],
    &["export"],
    &["cli", "ui"],
    &["lib"],
    &["main"],
];

/// What comes from outside, and the only rooms that may name it.
const OUTSIDE: [(&str, &[&str]); 20] = [
    ("std::fs", &["file"]),
    ("std::time::SystemTime", &["file", "ui"]),
    ("egui", &["scene", "export", "ui"]),
    ("egui::Ui", &["ui"]),
    ("egui::Context", &["ui"]),
    ("eframe", &["ui"]),
    ("winit", &["ui"]),
    ("rfd", &["ui"]),
    ("parley", &["scene"]),
    ("skrifa", &["scene", "export"]),
    ("hypher", &["scene"]),
    ("vello_cpu", &["export"]),
    ("krilla", &["export"]),
    ("image", &["scene"]),
    ("rust_xlsxwriter", &["export"]),
    ("zip", &["exchange", "export", "file"]),
    ("quick_xml", &["exchange", "file"]),
    ("encoding_rs", &["exchange", "file"]),
    ("calamine", &["exchange"]),
    ("chardetng", &["exchange"]),
];

/// The storeys of `ui` from the ground up. What stands on one leans on those below and its own; rooms
/// are all that is named nowhere here.
const STATE_AND_KIT: [&str; 2] = ["state", "kit"];
const SHELL: &str = "shell";

/// The storeys of `scene` from the ground up. What is on none of them may be named from all.
const SCENE: [&[&str]; 3] = [&["draw", "text"], &["map"], &["pages", "ideas", "research"]];

/// So many files may lean on each other in a circle in `ui`, and elsewhere.
const CIRCLE_MAX: (usize, usize) = (6, 4);

/// No file is longer than this many lines.
const LINES_MAX: usize = 500;

/// The only file that names colours.
const THEME: &str = "scene/draw/theme/mod.rs";

#[test]
fn no_import_goes_up_or_sideways() {
    hold(|source| {
        let imports = imports(source);
        let arrows = imports.iter().filter_map(|(line, path)| {
            let is_test = source.is_test || is_test_line(source, *line);
            arrow(source.room(), *line, path, is_test)
        });
        arrows.collect()
    });
}

#[test]
fn what_comes_from_outside_keeps_to_its_rooms() {
    hold(|source| {
        if source.is_test {
            return Vec::new();
        }
        let room = source.room();
        let imports = imports(source);
        let mut faults = Vec::new();
        for (line, path) in imports.iter().filter(|(line, _)| !is_test_line(source, *line)) {
            let path = path.join("::");
            for (outside, rooms) in OUTSIDE {
                let named = path == outside || path.starts_with(&format!("{outside}::"));
                if named && !rooms.contains(&room) && room != "lib" {
                    faults.push((*line, format!("`{room}` names {path}; only {rooms:?} may")));
                }
            }
        }
        faults
    });
}

#[test]
fn files_are_short_and_say_what_they_answer() {
    hold(|source| {
        let mut faults = Vec::new();
        let lines = source.text.lines().count();
        if lines > LINES_MAX {
            faults.push((lines, format!("has {lines} lines, at most {LINES_MAX} may be")));
        }
        if !source.text.starts_with("//!") {
            faults.push((1, "does not open with `//!`: what question does it answer?".into()));
        }
        faults
    });
}

#[test]
fn circles_of_files_are_small() {
    let sources = sources();
    let most = |circle: &[&str]| match circle.iter().any(|file| file.starts_with("ui/")) {
        true => CIRCLE_MAX.0,
        false => CIRCLE_MAX.1,
    };
    let large: Vec<Vec<&str>> =
        circles::circles(&sources).into_iter().filter(|it| it.len() > most(it)).collect();
    assert!(large.is_empty(), "{large:#?}");
}

#[test]
fn the_window_stands_in_storeys() {
    hold(|source| {
        let Some(("ui", inside)) = source.name.split_once('/') else { return Vec::new() };
        let from = inside.split('/').next().unwrap_or_default();
        if source.is_test || inside == "mod.rs" {
            return Vec::new();
        }
        let paths = imports(source).into_iter().filter(|(line, _)| !is_test_line(source, *line));
        let faults = paths.filter_map(|(line, path)| Some((line, storey(from, &path)?)));
        faults.collect()
    });
}

/// What is wrong with a path that a file in the folder `from` of `ui` names, if anything is.
fn storey(from: &str, path: &[String]) -> Option<String> {
    let [root, ui, to, ..] = path else { return None };
    if root != "crate" || ui != "ui" || to == from || from == SHELL {
        return None;
    }
    let low = |room: &str| STATE_AND_KIT.contains(&room);
    let is_room = |room: &str| !low(room) && room.chars().all(char::is_lowercase);
    let path = path.join("::");
    match () {
        () if to == SHELL || to == "App" => Some(format!("names {path}: only the shell may")),
        () if low(from) && is_room(to) => Some(format!("`{from}` leans on {path}, a room")),
        () => None,
    }
}

#[test]
fn drawings_stand_in_storeys() {
    let storey = |folder: &str| SCENE.iter().position(|storey| storey.contains(&folder));
    hold(|source| {
        let Some(("scene", inside)) = source.name.split_once('/') else { return Vec::new() };
        let from = inside.split('/').next().unwrap_or_default();
        let Some(from) = storey(from).filter(|_| !source.is_test) else { return Vec::new() };
        let paths = imports(source).into_iter().filter(|(line, _)| !is_test_line(source, *line));
        let faults = paths.filter_map(|(line, path)| {
            let [root, scene, to, ..] = path.as_slice() else { return None };
            let up = root == "crate" && scene == "scene" && storey(to).is_some_and(|to| to > from);
            up.then(|| (line, format!("leans on {}, which stands above it", path.join("::"))))
        });
        faults.collect()
    });
}

#[test]
fn colours_stand_in_the_theme_alone() {
    hold(|source| if source.name == THEME { Vec::new() } else { colours(source) });
}

#[test]
fn nothing_is_unwrapped() {
    hold(unwraps);
}

#[test]
fn whoever_performs_names_all_that_can_be_asked() {
    let ours = dispatch::enums(&sources());
    hold(|source| dispatch::catch_alls(source, &ours));
}

#[test]
fn no_two_types_share_a_name_and_no_file_name_stands_often() {
    let sources = sources();
    let types = measures::shared_types(&sources);
    assert!(types.is_empty(), "{types:#?}");
    let files = measures::shared_files(&sources);
    assert!(files.is_empty(), "{files:#?}");
}

#[test]
fn the_house_in_figures() {
    println!("{}", measures::measures(&sources()));
}

/// Runs a rule over all files and fails with a list of the faults.
fn hold(rule: impl Fn(&Source) -> Vec<(usize, String)>) {
    let sources = sources();
    assert!(sources.len() > 20, "only {} files found: is `src` where it was?", sources.len());
    let mut list = String::new();
    for source in &sources {
        for (line, fault) in rule(source) {
            let _ = writeln!(list, "src/{}:{line}: {fault}", source.name);
        }
    }
    assert!(list.is_empty(), "\n{list}");
}

/// What is wrong with an import, if anything is.
fn arrow(room: &str, line: usize, path: &[String], is_test: bool) -> Option<(usize, String)> {
    let [root, target, ..] = path else { return None };
    if !["crate", "kundresa"].contains(&root.as_str()) || target == room {
        return None;
    }
    let floor = |room: &str| FLOORS.iter().position(|rooms| rooms.contains(&room));
    let path = path.join("::");
    let Some(from) = floor(room) else {
        return Some((line, format!("`{room}` stands on no floor: add it to FLOORS")));
    };
    // What is no room is an item of the crate's root, which no room may lean on.
    let fault = match floor(target) {
        Some(to) if to < from || (to == from && is_test) => return None,
        Some(to) if to == from => format!("`{room}` imports {path}, a room on its own floor"),
        _ => format!("`{room}` imports {path}, which is not below it"),
    };
    Some((line, fault))
}

/// Colours written out: `Color32::RED`, `Color32::from_rgb(1, 2, 3)`, `"#2F6F8F"`.
fn colours(source: &Source) -> Vec<(usize, String)> {
    // These two say that there is no colour.
    const NO_COLOUR: [&str; 2] = ["TRANSPARENT", "PLACEHOLDER"];
    let tokens = &source.tokens;
    let mut faults = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if token.in_test || source.is_test {
            continue;
        }
        let fault = match token.kind {
            Kind::Text => hex_colour(&token.text),
            Kind::Word if ["Color32", "Rgba", "Hsva"].contains(&token.text.as_str()) => {
                let [Some(colons), Some(name)] = [tokens.get(index + 1), tokens.get(index + 2)]
                else {
                    continue;
                };
                let is_constant = name.text.chars().all(|c| c.is_ascii_uppercase() || c == '_');
                let named = is_constant && !NO_COLOUR.contains(&name.text.as_str());
                let given = name.text.starts_with("from_") && only_numbers(&tokens[index + 3..]);
                (colons.is("::") && (named || given))
                    .then(|| format!("{}::{}", token.text, name.text))
            }
            _ => None,
        };
        if let Some(colour) = fault {
            faults.push((token.line, format!("names the colour {colour}; ask the theme")));
        }
    }
    faults
}

/// Are the arguments in the brackets that follow all numbers?
fn only_numbers(tokens: &[Token]) -> bool {
    let inside = tokens.iter().skip_while(|token| token.is("(") || token.is("["));
    let mut inside = inside.take_while(|token| !token.is(")") && !token.is("]")).peekable();
    inside.peek().is_some() && inside.all(|token| token.kind == Kind::Number || token.is(","))
}

/// `#` and six or eight hexadecimal digits.
fn hex_colour(text: &str) -> Option<String> {
    text.split('#').skip(1).find_map(|after| {
        let digits: String = after.chars().take_while(char::is_ascii_alphanumeric).collect();
        let is_colour =
            [6, 8].contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_colour.then(|| format!("#{digits}"))
    })
}

/// `.unwrap()` outside tests.
fn unwraps(source: &Source) -> Vec<(usize, String)> {
    if source.is_test {
        return Vec::new();
    }
    let windows = source.tokens.windows(4);
    let found = windows.filter(|four| {
        !four[0].in_test && [".", "unwrap", "(", ")"].iter().zip(*four).all(|(a, b)| b.is(a))
    });
    found.map(|four| (four[1].line, "unwraps: handle it, or say why it cannot be".into())).collect()
}

/// The rules themselves: each row is a file that breaks one, or seems to.
#[test]
fn the_rules_find_what_they_look_for() {
    let arrows = |source: &Source| -> usize {
        let imports = imports(source);
        let lines = imports.iter();
        lines.filter_map(|(line, path)| arrow(source.room(), *line, path, false)).count()
    };
    let rows: [(&str, &str, usize); 14] = [
        ("edit/apply.rs", "use crate::model::Card;", 0),
        ("edit/apply.rs", "use crate::scene::Layout;", 1),
        ("edit/apply.rs", "use crate::file::load;", 1),
        ("edit/apply.rs", "use crate::{model::Card, scene::{Hit, Layout}, file};", 3),
        ("edit/apply.rs", "use super::super::scene::Layout;", 1),
        ("edit/apply.rs", "use super::change::Edit; use super::*; use self::inner::A;", 0),
        ("edit/apply.rs", "fn f() { let x = crate::ui::Camera::new(); }", 1),
        (
            "edit/apply.rs",
            "// use crate::ui::Camera;\n/* crate::ui::A */ const A: &str = \"crate::ui::B\";",
            0,
        ),
        ("edit/mod.rs", "mod tests { use super::*; use super::super::scene::A; }", 1),
        ("edit/mod.rs", "use crate::helper;", 1),
        ("ui/app.rs", "use crate::cli::run;", 1),
        ("main.rs", "use kundresa::ui::App; use kundresa::cli;", 0),
        ("attic/mod.rs", "use crate::model::Card;", 1),
        ("words/mod.rs", "use crate::model::{self, Card}; pub use kinds::Named;", 0),
    ];
    for (name, text, expected) in rows {
        assert_eq!(arrows(&Source::new(name, text)), expected, "{name}: {text}");
    }
    let rows = [
        ("let a = Color32::RED;", 1),
        ("let a = Color32::TRANSPARENT; let b: Color32 = theme.color(Role::Ink);", 0),
        ("let a = egui::Color32::from_rgb(1, 0x2f, 3);", 1),
        ("let a = Color32::from_rgb(pixel[0], pixel[1], pixel[2]);", 0),
        ("let a = \"fill:#2F6F8F\"; // #2F6F8F", 1),
        ("let a = r#\"<a href='#abcdefgh'>\"#; let b = '#';", 0),
        ("#[cfg(test)] mod tests { const A: &str = \"#2f6f8f\"; }", 0),
    ];
    for (text, expected) in rows {
        assert_eq!(colours(&Source::new("scene/text.rs", text)).len(), expected, "{text}");
    }
    let ours = ["Ask".to_owned()].into_iter().collect();
    let rows = [
        ("fn f() { match ask { Ask::A => 1, _ => 2 } }", 1),
        (
            "fn f() { match ask { Ask::A(a) if a >= 1 => {} Ask::B { .. } => { g(); } other => g(other) } }",
            1,
        ),
        (
            "fn f() { match ask { Some(Ask::A) => match x { 1 => 2, _ => 3 }, Some(Ask::B) | None => 2 } }",
            0,
        ),
        ("fn f() { match (f(|| { 1 }), b) { (Key::A, _) => { 1 }, _ => 2 } }", 0),
        (
            "fn f() { match ask { Ask::A => true, Ask::B => [1, 2].map(|_| { 2 }), _ if c => d, Ask::C => e } }",
            0,
        ),
        ("#[cfg(test)] mod tests { fn f() { match ask { Ask::A => 1, _ => 2 } } }", 0),
    ];
    for (text, expected) in rows {
        let source = Source::new("ui/shell/perform.rs", text);
        assert_eq!(dispatch::catch_alls(&source, &ours).len(), expected, "{text}");
    }
    let rows = [
        ("fn f() { a.unwrap(); }", 1),
        ("fn f() { a.unwrap_or(1); } // a.unwrap()", 0),
        ("#[cfg(test)] mod tests { fn f() { { a.unwrap(); } } } fn g() { b.unwrap() }", 1),
        ("#[cfg(test)] fn f() -> [u8; 3] { a.unwrap(); }", 0),
    ];
    for (text, expected) in rows {
        assert_eq!(unwraps(&Source::new("edit/apply.rs", text)).len(), expected, "{text}");
    }
}
