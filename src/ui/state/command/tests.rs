//! Is the table of commands whole, and does each key ask for one of them?

use super::*;
use std::collections::HashSet;

#[test]
fn each_command_has_a_label_and_a_hint_of_its_own_in_both_languages() {
    for lang in [Lang::Sv, Lang::En] {
        let words = Words::new(lang);
        let mut labels = HashSet::new();
        for command in Command::all() {
            let (label, hint) = (command.label(&words), command.hint(&words));
            assert!(!label.is_empty() && !hint.is_empty(), "{command:?} in {lang:?}");
            assert!(!hint.ends_with('.'), "{hint}");
            assert!(labels.insert(label.clone()), "two commands are called {label}");
        }
    }
}

#[test]
fn no_key_is_used_twice() {
    let mut seen = HashSet::new();
    // What is never allowed where the timer is.
    for command in Command::all().into_iter().filter(|command| *command != Command::Conflicts) {
        for key in command.keys() {
            assert!(seen.insert(*key), "{command:?}: {key:?}");
        }
    }
}

#[test]
fn the_start_page_offers_only_what_needs_no_file() {
    let state = State {
        doc: None,
        theme: ThemeChoice::System,
        lang: Lang::Sv,
        inspector: true,
        overview: true,
        interface_size: InterfaceSize::default(),
        less_motion: false,
        mode: Mode::Editor,
        room: Room::Map,
    };
    let allowed = |command: &Command| command.is_allowed(&state);
    assert!(allowed(&Command::New) && allowed(&Command::Palette));
    for command in [Command::Save, Command::Undo, Command::Delete, Command::AddCard] {
        assert!(!allowed(&command), "{command:?}");
    }
}
