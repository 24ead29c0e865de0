//! The menus: the command table, menu by menu.

use crate::file::InterfaceSize;
use crate::model::{DetailsPlace, LaneKind, Widths};
use crate::scene::icon;
use crate::ui::kit::buttons::focus_ring;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::kit::window_keys::{menu_keys, menus_shown};
use crate::ui::state::command::{Command, Menu, State};
use crate::ui::state::keys::shown_key;
use crate::ui::state::rooms::Room;
use crate::ui::{Context, Message, Nth};
use crate::words::Named;
use egui::{Button, Response, ScrollArea, Ui};
use std::path::PathBuf;

/// What a menu leaves of the window's height, in screen points: one of the row at the top, and one
/// that may stand anywhere.
const BELOW_ROW: f32 = 84.0;
pub(crate) const ANYWHERE: f32 = 24.0;
/// No menu is lower than this, in screen points.
const LEAST: f32 = 120.0;

/// Shows the menus in a row.
pub(crate) fn menu_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    recent: &[PathBuf],
    out: &mut Vec<Message>,
) {
    ui.spacing_mut().item_spacing.x = 6.0;
    menu_keys(ui);
    let buttons = Menu::ALL.map(|menu| {
        let button = ui.menu_button(menu.label(cx.words), |ui| {
            scrolled_ui(ui, BELOW_ROW, |ui| {
                ui.set_min_width(250.0);
                commands_ui(ui, cx, state, menu, recent, out);
            });
        });
        focus_ring(ui, cx, &button.response, 8.0);
        button.response
    });
    menus_shown(ui, &buttons);
}

/// What a menu holds: where the window is too low for it, it scrolls. It `leaves` so much of the
/// window's height free, in screen points.
pub(crate) fn scrolled_ui(ui: &mut Ui, leaves: f32, inside: impl FnOnce(&mut Ui)) {
    // The bar stands beside the keys, not over them.
    let scroll = &mut ui.spacing_mut().scroll;
    (scroll.floating, scroll.foreground_color, scroll.bar_width) = (false, false, 6.0);
    let height = (ui.ctx().content_rect().height() - leaves).max(LEAST);
    // A menu is as high as what it holds, however little room its place seems to have at first.
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, inside);
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few commands differ here; the others go by their rows"
)]
fn commands_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    menu: Menu,
    recent: &[PathBuf],
    out: &mut Vec<Message>,
) {
    let mut section = None;
    let commands = Command::all().into_iter().filter(|command| command.row().menu == menu);
    for command in commands {
        if section.is_some_and(|section| section != command.row().section) {
            ui.separator();
        }
        section = Some(command.row().section);
        match &command {
            // Sets of choices are submenus, opened by their first one.
            Command::AddLane(kind) if *kind == LaneKind::ALL[0] => {
                let allowed = command.is_allowed(state);
                let label = (command.row().label)(cx.words);
                ui.add_enabled_ui(allowed, |ui| {
                    submenu_ui(ui, command.row().icon, &label, |ui| {
                        for kind in LaneKind::ALL {
                            if ui.button(kind.name(cx.words)).clicked() {
                                out.push(Message::Do(Command::AddLane(kind.clone())));
                                ui.close();
                            }
                        }
                    });
                });
            }
            Command::AddLane(_) => {}
            Command::ThemeSystem => {
                use Command::{ThemeDark, ThemeLight, ThemeProjector, ThemeSystem};
                let choices = [ThemeSystem, ThemeLight, ThemeDark, ThemeProjector];
                choices_ui(ui, cx, state, &cx.words.menu_theme(), &choices, out);
            }
            Command::Swedish => {
                let choices = [Command::Swedish, Command::English];
                choices_ui(ui, cx, state, &cx.words.menu_language(), &choices, out);
            }
            Command::Room(room) if *room == Room::ALL[0] => {
                let choices = Room::ALL.map(Command::Room);
                choices_ui(ui, cx, state, &cx.words.command_room(), &choices, out);
            }
            // The gaps are a room; their key and the palette go there and back.
            Command::Room(_) | Command::Gaps => {}
            Command::Widths(widths) if *widths == Widths::ALL[0] => {
                let choices: Vec<_> = Widths::ALL.iter().cloned().map(Command::Widths).collect();
                choices_ui(ui, cx, state, &cx.words.command_widths(), &choices, out);
            }
            Command::Widths(_) => {}
            Command::Details(place) if *place == DetailsPlace::ALL[0] => {
                let choices: Vec<_> =
                    DetailsPlace::ALL.iter().cloned().map(Command::Details).collect();
                choices_ui(ui, cx, state, &cx.words.command_details(), &choices, out);
            }
            Command::Details(_) => {}
            Command::DrawCurve(nth) if *nth == Nth::ALL[0] => {
                let choices = Nth::ALL.map(Command::DrawCurve);
                allowed_ui(ui, cx, state, &cx.words.command_draw_curve(), &choices, out);
            }
            Command::CopyCurve(nth) if *nth == Nth::ALL[0] => {
                let choices = Nth::ALL.map(Command::CopyCurve);
                allowed_ui(ui, cx, state, &cx.words.command_copy_curve(), &choices, out);
            }
            Command::DrawCurve(_) | Command::CopyCurve(_) => {}
            Command::InterfaceSize(size) if *size == InterfaceSize::ALL[0] => {
                use Command::{InterfaceLarger, InterfaceSmaller};
                let sizes = InterfaceSize::ALL.into_iter().map(Command::InterfaceSize);
                let choices: Vec<_> = sizes.chain([InterfaceLarger, InterfaceSmaller]).collect();
                choices_ui(ui, cx, state, &cx.words.command_interface_size(), &choices, out);
            }
            Command::InterfaceSize(_) | Command::InterfaceLarger | Command::InterfaceSmaller => {}
            // There is no menu where they can be done: the bar and the palette have them.
            Command::QuickAdd
            | Command::Timer
            | Command::TimerReset
            | Command::Voting
            | Command::VoteMore
            | Command::VoteLess => {}
            Command::ThemeLight
            | Command::ThemeDark
            | Command::ThemeProjector
            | Command::English => {}
            _ => {
                command_ui(ui, cx, state, &command, out);
                if command == Command::Open {
                    recent_ui(ui, cx, recent, out);
                }
            }
        }
    }
}

/// A menu within a menu.
pub(crate) fn submenu_ui(ui: &mut Ui, symbol: char, name: &str, inside: impl FnOnce(&mut Ui)) {
    let response = ui.menu_button(format!("{symbol}  {name}"), inside).response;
    kept_in_view(&response);
    let enabled = response.enabled();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MenuItem, enabled, name));
}

/// A submenu of commands of which one is on.
fn choices_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    title: &str,
    choices: &[Command],
    out: &mut Vec<Message>,
) {
    let symbol = choices.first().map_or(' ', |command| command.row().icon);
    submenu_ui(ui, symbol, title, |ui| {
        for command in choices {
            let label = command.label(cx.words);
            command_as(ui, cx, state, command, choice_of(&label), out);
        }
    });
}

/// A submenu of the commands that can be done; greyed where none can.
pub(crate) fn allowed_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    title: &str,
    choices: &[Command],
    out: &mut Vec<Message>,
) {
    let allowed = choices.iter().filter(|command| command.is_allowed(state));
    let allowed: Vec<Command> = allowed.cloned().collect();
    ui.add_enabled_ui(!allowed.is_empty(), |ui| {
        let symbol = choices.first().map_or(' ', |command| command.row().icon);
        submenu_ui(ui, symbol, title, |ui| {
            for command in &allowed {
                command_ui(ui, cx, state, command, out);
            }
        });
    });
}

/// What is chosen, without what the choice is about: that is the title of its submenu.
fn choice_of(label: &str) -> String {
    let choice = label.split_once(": ").map_or(label, |(_, choice)| choice);
    let mut letters = choice.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// One command in a menu, also in context menus.
pub(crate) fn command_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    command: &Command,
    out: &mut Vec<Message>,
) {
    command_as(ui, cx, state, command, full_label(command, cx, state), out);
}

/// A command with other words than its own; by name it is called as elsewhere.
fn command_as(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    command: &Command,
    shown: String,
    out: &mut Vec<Message>,
) {
    let symbol = match command.is_on(state) {
        Some(true) => icon::CHECK,
        _ => command.row().icon,
    };
    let label = full_label(command, cx, state);
    let mut button = Button::new(format!("{symbol}  {shown}"));
    if let Some(key) = shown_key(command, cx.words) {
        button = button.shortcut_text(key);
    }
    let response = ui.add_enabled(command.is_allowed(state), button);
    let enabled = response.enabled();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MenuItem, enabled, &label));
    kept_in_view(&response);
    if response.tip(|| command.hint(cx.words)).clicked() {
        out.push(Message::Do(command.clone()));
        // A click closes it by itself, Enter does not.
        ui.close();
    }
}

/// The keyboard may go to what a scrolled menu does not show.
fn kept_in_view(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// The label, with what would be undone or redone.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few commands differ here; the others go by their rows"
)]
fn full_label(command: &Command, cx: &Context, state: &State) -> String {
    let label = command.label_on(cx.words, state);
    let what = match command {
        Command::Undo => state.doc.and_then(|doc| doc.editor.undo_label()),
        Command::Redo => state.doc.and_then(|doc| doc.editor.redo_label()),
        _ => None,
    };
    match what {
        Some(what) => format!("{label}: {}", what.text(cx.words)),
        None => label,
    }
}

fn recent_ui(ui: &mut Ui, cx: &Context, recent: &[PathBuf], out: &mut Vec<Message>) {
    submenu_ui(ui, icon::CLOCK, &cx.words.menu_recent(), |ui| {
        if recent.is_empty() {
            ui.weak(cx.words.menu_recent_none());
        }
        for path in recent {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            let button = ui.button(name.as_ref()).tip(|| path.display().to_string());
            if button.clicked() {
                out.push(Message::Open(path.clone()));
                ui.close();
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Words};

    #[test]
    fn a_choice_does_not_say_again_what_its_submenu_is_called() {
        for lang in [Lang::Sv, Lang::En] {
            let words = Words::new(lang);
            let mut choices = vec![
                (words.menu_theme(), Command::ThemeSystem),
                (words.menu_theme(), Command::ThemeLight),
                (words.menu_theme(), Command::ThemeDark),
                (words.menu_theme(), Command::ThemeProjector),
                (words.menu_language(), Command::Swedish),
                (words.menu_language(), Command::English),
            ];
            let widths = Widths::ALL.iter().cloned().map(Command::Widths);
            choices.extend(widths.map(|one| (words.command_widths(), one)));
            let details = DetailsPlace::ALL.iter().cloned().map(Command::Details);
            choices.extend(details.map(|one| (words.command_details(), one)));
            for (title, command) in choices {
                let shown = choice_of(&command.label(&words));
                assert!(!shown.contains(&title) && !shown.contains(':'), "{title} > {shown}");
                assert!(shown.starts_with(char::is_uppercase), "{shown}");
            }
        }
    }
}
