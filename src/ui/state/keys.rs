//! Which command does a key press ask for, and how is a key written?

use super::command::{Command, State};
use super::document::canvas_id;
use super::rooms::Room;
use crate::words::Words;
use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

/// Takes the key presses of this frame that ask for a command that can be done now and is `meant`.
///
/// Modifiers must match exactly: AltGr is Ctrl and Alt on some systems, and Ctrl+Shift+S is not
/// Ctrl+S. A text field with focus keeps the keys it edits with, and bare keys are commands only
/// where no other widget has the keyboard.
pub fn take_commands(
    ctx: &Context,
    state: &State,
    meant: impl Fn(&Command) -> bool,
) -> Vec<Command> {
    if !ctx.input(|input| input.events.iter().any(is_press)) {
        return Vec::new();
    }
    let typing = ctx.text_edit_focused();
    let elsewhere = ctx.memory(|memory| memory.focused().is_some_and(|id| id != canvas_id()))
        || egui::Popup::is_any_open(ctx);
    let commands: Vec<Command> = Command::all().into_iter().filter(meant).collect();
    let mut asked = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Some(pressed) = shortcut_of(event) else { return true };
            if (typing && edits_text(&pressed)) || (elsewhere && is_local(&pressed)) {
                return true;
            }
            // Those that are never allowed at one time may have one key.
            let mut asked_for = commands.iter().filter(|one| one.keys().contains(&pressed));
            match asked_for.find(|command| command.is_allowed(state)) {
                Some(command) => asked.push(command.clone()),
                None => return true,
            }
            false
        });
    });
    asked
}

fn is_press(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, .. })
}

/// The key press as the table writes it: `COMMAND` is Ctrl, or Cmd on a Mac.
pub(crate) fn shortcut_of(event: &Event) -> Option<KeyboardShortcut> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    let plain = Modifiers {
        alt: modifiers.alt,
        ctrl: modifiers.ctrl && !modifiers.command,
        shift: modifiers.shift,
        mac_cmd: false,
        command: modifiers.command,
    };
    Some(KeyboardShortcut::new(plain, *key))
}

/// Does a text field use this key itself?
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
fn edits_text(shortcut: &KeyboardShortcut) -> bool {
    let Modifiers { command, alt, .. } = shortcut.modifiers;
    match shortcut.logical_key {
        key if is_global(key) => false,
        Key::A | Key::C | Key::V | Key::X | Key::Y | Key::Z => true,
        Key::Backspace | Key::Delete => true,
        Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown => true,
        _ => !command || alt,
    }
}

/// Does this key mean the same wherever the keyboard is?
fn is_global(key: Key) -> bool {
    use Key::{F1, F3, F4, F5, F6, F7, F8, F9, F10};
    matches!(key, F1 | F3 | F4 | F5 | F6 | F7 | F8 | F9 | F10)
}

/// Does this key mean something only where the keyboard is? The keys of rooms do not: one goes from
/// one to the next whatever was pressed in it last.
fn is_local(shortcut: &KeyboardShortcut) -> bool {
    let of_room = Room::ALL.iter().any(|room| Command::Room(*room).keys().contains(shortcut));
    !is_global(shortcut.logical_key) && !shortcut.modifiers.command && !of_room
}

/// The first key of a command as the user reads it: `Ctrl Skift S`.
pub fn shown_key(command: &Command, words: &Words) -> Option<String> {
    command.keys().first().map(|key| key_name(key, words))
}

/// A key as the user reads it.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
pub fn key_name(shortcut: &KeyboardShortcut, words: &Words) -> String {
    let Modifiers { alt, shift, command, ctrl, .. } = shortcut.modifiers;
    let mut parts = Vec::new();
    if command || ctrl {
        parts.push(if cfg!(target_os = "macos") { "Cmd".to_owned() } else { words.key_ctrl() });
    }
    if alt {
        parts.push(words.key_alt());
    }
    if shift {
        parts.push(words.key_shift());
    }
    parts.push(match shortcut.logical_key {
        Key::Delete => words.key_delete(),
        Key::Backspace => words.key_backspace(),
        Key::Enter => words.key_enter(),
        Key::Tab => words.key_tab(),
        Key::PageUp => words.key_page_up(),
        Key::PageDown => words.key_page_down(),
        Key::ArrowLeft => "←".into(),
        Key::ArrowRight => "→".into(),
        Key::ArrowUp => "↑".into(),
        Key::ArrowDown => "↓".into(),
        Key::Plus => "+".into(),
        Key::Minus => "−".into(),
        Key::Equals => "=".into(),
        Key::Space => words.key_space(),
        Key::Escape => "Esc".into(),
        Key::Period => ".".into(),
        Key::Comma => ",".into(),
        key => key.name().into(),
    });
    parts.join(" ")
}

/// All commands that have keys; of those that share a row the first stands for all.
pub fn with_keys() -> Vec<Command> {
    let mut commands = Command::all();
    commands.dedup_by_key(|command| std::ptr::from_ref(command.row()));
    commands.retain(|command| !command.row().keys.is_empty());
    commands
}

/// All commands that have a key, as the rows of a table in Markdown; the README holds it.
pub fn keys_as_markdown(words: &Words) -> String {
    let mut out = String::new();
    for command in with_keys() {
        let keys: Vec<String> = command.row().keys.iter().map(|key| key_name(key, words)).collect();
        if !keys.is_empty() {
            let keys = keys.join("`, `");
            out += &format!(
                "| `{keys}` | {} | {} |\n",
                command.label_of_all(words),
                command.hint(words)
            );
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::ThemeChoice;
    use crate::words::Lang;

    fn press(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn asked(event: Event) -> Vec<Command> {
        let ctx = Context::default();
        let state = State {
            doc: None,
            theme: ThemeChoice::System,
            lang: Lang::En,
            inspector: true,
            overview: true,
            interface_size: Default::default(),
            less_motion: false,
            mode: crate::ui::state::command::Mode::Editor,
            room: crate::ui::state::rooms::Room::Map,
        };
        let mut asked = Vec::new();
        let input = egui::RawInput { events: vec![event], ..Default::default() };
        let output = ctx.run_ui(input, |ui| asked = take_commands(ui.ctx(), &state, |_| true));
        output.drop_without_applying_deltas();
        asked
    }

    #[test]
    fn modifiers_must_match_exactly() {
        let ctrl = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
        let alt_gr = Modifiers { alt: true, ..ctrl };
        assert_eq!(asked(press(Key::N, ctrl)), [Command::New]);
        assert_eq!(asked(press(Key::F1, Modifiers::NONE)), [Command::Keys]);
        assert_eq!(asked(press(Key::N, alt_gr)), []);
        assert_eq!(asked(press(Key::N, Modifiers { shift: true, ..ctrl })), []);
        assert_eq!(asked(press(Key::N, Modifiers::NONE)), []);
        assert_eq!(asked(press(Key::S, ctrl)), [], "nothing to save on the start page");
    }

    #[test]
    fn keys_are_written_in_the_language_of_the_window() {
        let shown = |command, lang| shown_key(&command, &Words::new(lang));
        assert_eq!(shown(Command::SaveAs, Lang::Sv).as_deref(), Some("Ctrl Skift S"));
        assert_eq!(shown(Command::ZoomOut, Lang::En).as_deref(), Some("Ctrl −"));
        assert_eq!(shown(Command::Park, Lang::En), None);
    }
}
