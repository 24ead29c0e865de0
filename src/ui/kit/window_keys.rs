//! Which part of the window has the keyboard, and the keys that go from one to another: Tab stays
//! on the map, F4 goes to the fields beside it and back, F10 to the menus. And what a text may hold that is typed or pasted.

use crate::model::plain_text;
use crate::ui::state::document::canvas_text_id;
use crate::ui::state::document::{Document, canvas_id};
use egui::containers::menu::{MenuState, SubMenu};
use egui::{Context, Event, FocusDirection, Id, Key, Popup, Rect, Response, Sense, Ui, Vec2};
use std::borrow::Cow;

/// A part of the window that can be given the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WindowPart {
    /// The fields of what is selected.
    Inspector,
    /// The list of gaps.
    Gaps,
    /// The row at the top, from its menus on.
    Toolbar,
    /// The bar of the workshop.
    Workshop,
}

/// Tab on the map is the map's, also in the first frame in which it has the keyboard: egui would go
/// on to the next widget. To be called before any part of the window is shown.
pub(crate) fn keep_tab(ctx: &Context, doc: Option<&Document>) {
    let is_tab = |event: &Event| matches!(event, Event::Key { key: Key::Tab, pressed: true, .. });
    // Two maps are only looked at.
    let is_map = doc.is_some_and(|doc| doc.comparison.is_none());
    if !is_map || !ctx.input(|input| input.events.iter().any(is_tab)) || Popup::is_any_open(ctx) {
        return;
    }
    ctx.memory_mut(|memory| {
        if memory.top_modal_layer().is_some() || !is_on_map(memory.focused()) {
            return;
        }
        memory.move_focus(FocusDirection::None);
        if memory.focused().is_none() {
            memory.request_focus(canvas_id());
        }
    });
}

/// What is typed, and pasted into a field, has one kind of line break and nothing that cannot be
/// shown. On the map other line breaks than the end of a line mean another thing: what is pasted
/// there is read as it is.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's events")]
pub(crate) fn plain_texts(ctx: &Context) {
    let on_map = ctx.memory(|memory| memory.focused()) == Some(canvas_text_id());
    let in_field = ctx.text_edit_focused() && !on_map;
    ctx.input_mut(|input| {
        for event in &mut input.events {
            let text = match event {
                Event::Text(text) => text,
                Event::Paste(text) if in_field => text,
                _ => continue,
            };
            if let Cow::Owned(plain) = plain_text(text) {
                *text = plain;
            }
        }
    });
}

/// Is the keyboard on the map? Where nothing has it the map has.
pub(crate) fn is_on_map(focused: Option<Id>) -> bool {
    focused.is_none_or(|id| id == canvas_id() || id == canvas_text_id())
}

pub(crate) fn wanted_id() -> Id {
    Id::unique("part that gets the keyboard")
}

/// Gives the keyboard to the first widget after this place, if it was asked for this part.
pub(crate) fn entrance(ui: &Ui, part: WindowPart) {
    if ui.data(|data| data.get_temp::<WindowPart>(wanted_id())) != Some(part) {
        return;
    }
    ui.data_mut(|data| data.remove::<WindowPart>(wanted_id()));
    // As if Tab were pressed on a widget that stands here.
    let here = Id::unique("entrance of a part");
    ui.memory_mut(|memory| {
        memory.request_focus(here);
        memory.move_focus(FocusDirection::Next);
    });
    let nowhere = Rect::from_min_size(ui.max_rect().min, Vec2::ZERO);
    ui.interact(nowhere, here, Sense::focusable_noninteractive());
    ui.ctx().request_repaint();
}

/// The menus of the bar, as they were shown last, for the keys that go between them.
#[derive(Clone, Default)]
struct Bar {
    /// Each menu's button and what it opens.
    menus: Vec<(Id, Id)>,
    /// The first menu is to be opened.
    wanted: bool,
    /// One was open in the last frame.
    open: bool,
    /// What had the keyboard before they were opened by their key.
    before: Option<Id>,
}

fn bar_id() -> Id {
    Id::unique("menu bar")
}

/// Opens the first menu; Esc goes back to what has the keyboard now.
pub(crate) fn open_menus(ctx: &Context) {
    let before = ctx.memory(|memory| memory.focused());
    let before = before.filter(|id| *id != canvas_text_id()).unwrap_or_else(canvas_id);
    ctx.data_mut(|data| {
        let bar = data.get_temp_mut_or_default::<Bar>(bar_id());
        // Pressed again in a menu it is the same way back.
        if !bar.open {
            bar.before = Some(before);
        }
        bar.wanted = true;
    });
}

/// Goes between the menus by the keys of this frame. To be called before their buttons are shown.
pub(crate) fn menu_keys(ui: &Ui) {
    let ctx = ui.ctx();
    let mut bar: Bar = ctx.data(|data| data.get_temp(bar_id())).unwrap_or_default();
    let open = bar.menus.iter().position(|(_, menu)| Popup::is_id_open(ctx, *menu));
    let focused = ctx.memory(|memory| memory.focused());
    let pressed = |key| ctx.input(|input| input.key_pressed(key) && !input.modifiers.any());
    let count = bar.menus.len();
    let next = match open {
        _ if std::mem::take(&mut bar.wanted) => Some(0),
        Some(at)
            if pressed(Key::ArrowRight) && !in_submenu(ctx, bar.menus[at].1, focused, true) =>
        {
            Some((at + 1) % count)
        }
        Some(at)
            if pressed(Key::ArrowLeft) && !in_submenu(ctx, bar.menus[at].1, focused, false) =>
        {
            Some((at + count - 1) % count)
        }
        Some(_) => None,
        None => bar
            .menus
            .iter()
            .position(|(button, _)| focused == Some(*button))
            .filter(|_| pressed(Key::ArrowDown)),
    };
    if let Some((button, menu)) = next.and_then(|next| bar.menus.get(next)) {
        Popup::open_id(ctx, *menu);
        ctx.memory_mut(|memory| {
            memory.move_focus(FocusDirection::None);
            memory.request_focus(*button);
        });
        ctx.request_repaint();
    }
    let is_open = open.is_some() || next.is_some();
    if bar.open
        && !is_open
        && let Some(before) = bar.before.take()
    {
        // What the menu has asked for may have taken it.
        let free = focused.is_none_or(|id| id == canvas_id());
        if free && ctx.memory(|memory| memory.top_modal_layer().is_none()) {
            ctx.memory_mut(|memory| memory.request_focus(before));
        }
    }
    bar.open = is_open;
    ctx.data_mut(|data| data.insert_temp(bar_id(), bar));
}

/// Remembers the buttons of the menus.
pub(crate) fn menus_shown(ui: &Ui, buttons: &[Response]) {
    let menus = buttons.iter().map(|button| (button.id, Popup::default_response_id(button)));
    let menus = menus.collect();
    ui.data_mut(|data| data.get_temp_mut_or_default::<Bar>(bar_id()).menus = menus);
}

/// Is an arrow in this menu one of its submenus'? To the right (`enters`) also on their buttons.
fn in_submenu(ctx: &Context, menu: Id, focused: Option<Id>, enters: bool) -> bool {
    let open = MenuState::from_id(ctx, menu, |state| state.open_item);
    let on_button = focused.map(SubMenu::id_from_widget_id) == open;
    open.is_some() && (enters || !on_button)
}
