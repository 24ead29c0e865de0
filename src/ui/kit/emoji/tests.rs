//! The picker by mouse and keyboard.

use super::*;
use crate::scene::ThemeKind;
use crate::ui::{apply_style, install_fonts};
use crate::words::Lang;
use egui_kittest::{Harness, kittest::Queryable};

struct State {
    picker: EmojiPicker,
    picked: Vec<String>,
}

fn shown(lang: Lang) -> Harness<'static, State> {
    let (words, theme) = (Words::new(lang), Theme::new(ThemeKind::Light));
    let mut picker = EmojiPicker::default();
    picker.open();
    let mut harness = Harness::builder()
        .with_size([420.0, 420.0])
        .with_context_setup(move |ctx| {
            install_fonts(ctx);
            apply_style(ctx, &theme);
        })
        .build_ui_state(
            move |ui, state: &mut State| {
                let picked = emoji_picker_ui(ui, &words, &theme, &mut state.picker);
                state.picked.extend(picked);
            },
            State { picker, picked: Vec::new() },
        );
    harness.run();
    harness
}

fn press(harness: &mut Harness<'_, State>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run();
    }
}

#[test]
fn the_search_is_ready_to_type_in() {
    let mut harness = shown(Lang::En);
    harness.event(egui::Event::Text("angry fa".into()));
    harness.run();
    assert_eq!(harness.state().picker.query, "angry fa");
    harness.get_by_label("enraged face").click();
    harness.run();
    assert_eq!(harness.state().picked, ["😡"]);
    harness.event(egui::Event::Text("xyzzy".into()));
    harness.run();
    harness.get_by_label("No emoji found");
    press(&mut harness, &[Key::Enter, Key::ArrowDown, Key::ArrowUp]);
    assert_eq!(harness.state().picked.len(), 1);
}

#[test]
fn the_keyboard_walks_and_picks() {
    let mut harness = shown(Lang::Sv);
    press(&mut harness, &[Key::ArrowDown, Key::ArrowRight, Key::ArrowRight, Key::Enter]);
    assert_eq!(harness.state().picked, [choices()[2].emoji.as_str()]);
    press(&mut harness, &[Key::ArrowDown, Key::ArrowLeft, Key::Enter]);
    assert_eq!(harness.state().picked[1], choices()[COLUMNS + 1].emoji.as_str());
    press(&mut harness, &[Key::ArrowUp, Key::ArrowUp, Key::Enter]);
    assert_eq!(harness.state().picker.at, None, "back in the search field");
    assert_eq!(harness.state().picked.len(), 2);
    // Down to the end, and no further; what is there is in view.
    press(&mut harness, &[Key::ArrowDown; 260]);
    press(&mut harness, &[Key::Enter]);
    let last = choices().last().unwrap();
    assert!(harness.query_by_label(last.name(Lang::Sv)).is_some());
    // The last picked come first when it is opened anew.
    harness.state_mut().picker.open();
    harness.run();
    press(&mut harness, &[Key::ArrowDown]);
    let first = harness.state().picker.place(0).unwrap();
    assert_eq!(choices()[first].emoji.as_str(), harness.state().picked[2]);
}

#[test]
fn a_skin_tone_is_kept() {
    let mut harness = shown(Lang::Sv);
    harness.get_by_label("Mörk hudton").click();
    harness.run();
    harness.event(egui::Event::Text("tummen upp".into()));
    harness.run();
    press(&mut harness, &[Key::Enter]);
    assert_eq!(harness.state().picked, ["👍🏿"]);
    assert_eq!(harness.state().picker.recent, ["👍🏿"]);
}
