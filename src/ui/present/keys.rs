//! Which key does what while a map is presented: the one table that keys, help and README read.

use crate::ui::state::keys::key_name;
use crate::ui::state::pen::DIGITS;
use crate::words::Words;
use egui::{Event, Key, KeyboardShortcut, Modifiers, Ui};

macro_rules! acts {
    ($($name:ident, [$($key:ident),*], $label:ident;)*) => {
        /// What a key does while a map is presented.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the table's labels say what each does")]
        pub enum Act { $($name),* }

        impl Act {
            /// All of them, in the order they are listed.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its keys.
            pub fn keys(self) -> &'static [Key] {
                match self { $(Self::$name => &[$(Key::$key),*]),* }
            }

            /// What it is called.
            pub fn label(self, words: &Words) -> String {
                match self { $(Self::$name => words.$label()),* }
            }
        }
    };
}

acts! {
    Next, [ArrowRight, ArrowDown, PageDown, Space, Enter], present_next;
    Back, [ArrowLeft, ArrowUp, PageUp, Backspace], present_back;
    First, [Home], present_first;
    Last, [End], present_last;
    Black, [B, Period], present_black;
    White, [W], present_white;
    Dot, [L], present_dot;
    Spot, [S], present_spot;
    Zoom, [Z], present_zoom;
    Edit, [E], present_edit;
    Presenter, [P], present_presenter;
    Help, [H, F1], present_help;
    End, [Escape], present_end;
}

/// What a key press asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresentKey {
    /// This of the table.
    Act(Act),
    /// A figure of a page's number.
    Digit(u8),
}

/// Takes the key presses of this frame that mean something here. Enter and the space bar are left
/// to a widget that has the keyboard, and all keys to a text field.
pub fn take_pressed(ui: &Ui) -> Vec<PresentKey> {
    if ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) {
        return Vec::new();
    }
    let on_widget = ui.memory(|memory| memory.focused().is_some());
    let mut pressed = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let taken = on_widget && matches!(key, Key::Enter | Key::Space);
            match meant(*key, *modifiers).filter(|_| !taken) {
                Some(meant) => pressed.push(meant),
                None => return true,
            }
            false
        });
    });
    pressed
}

fn meant(key: Key, modifiers: Modifiers) -> Option<PresentKey> {
    if modifiers.any() {
        return None;
    }
    if let Some(digit) = DIGITS.iter().position(|one| *one == key) {
        return Some(PresentKey::Digit(digit as u8));
    }
    let act = Act::ALL.iter().find(|act| act.keys().contains(&key))?;
    Some(PresentKey::Act(*act))
}

/// Every key and gesture with what it does, as the user reads them.
pub fn rows(words: &Words) -> Vec<(String, String)> {
    let name = |key: &Key| key_name(&KeyboardShortcut::new(Modifiers::NONE, *key), words);
    let row = |act: &Act| (act.keys().iter().map(name).collect::<Vec<_>>(), act.label(words));
    let mut rows: Vec<_> =
        Act::ALL.iter().map(row).map(|(keys, label)| (keys.join(", "), label)).collect();
    rows.insert(4, (words.key_digits(), words.present_go_to()));
    rows.extend([
        (words.key_click(), words.present_click()),
        (words.key_right_click(), words.present_back()),
        (words.key_wheel(), words.present_wheel()),
        (words.key_double_click(), words.present_double_click()),
        (words.key_swipe(), words.present_swipe()),
    ]);
    rows
}

/// The same as the rows of a table in Markdown; the README holds it.
pub fn rows_as_markdown(words: &Words) -> String {
    rows(words).into_iter().map(|(keys, label)| format!("| {keys} | {label} |\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use std::collections::HashSet;

    #[test]
    fn no_key_means_two_things_and_each_is_listed() {
        let mut seen = HashSet::new();
        for act in Act::ALL {
            assert!(!act.keys().is_empty(), "{act:?}");
            for key in act.keys() {
                assert!(seen.insert(*key), "{act:?}: {key:?}");
                assert_eq!(meant(*key, Modifiers::NONE), Some(PresentKey::Act(*act)));
            }
        }
        for lang in [Lang::Sv, Lang::En] {
            let words = Words::new(lang);
            let rows = rows(&words);
            let labels: Vec<&str> = rows.iter().map(|(_, label)| label.as_str()).collect();
            for act in Act::ALL {
                assert!(labels.contains(&act.label(&words).as_str()), "{act:?}");
            }
        }
    }

    #[test]
    fn what_is_held_with_ctrl_or_alt_is_not_ours() {
        assert_eq!(meant(Key::S, Modifiers::COMMAND), None);
        assert_eq!(meant(Key::Num7, Modifiers::NONE), Some(PresentKey::Digit(7)));
        assert_eq!(meant(Key::Q, Modifiers::NONE), None);
    }
}
