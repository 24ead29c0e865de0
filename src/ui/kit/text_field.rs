//! The caret and the selection of a field that one types in, and the keys that end or leave it.

use egui::{Context, Event, Id, ImeEvent, Key, Modifiers, Response, Ui};

/// Selects `text`, with which a field begins, so that typing replaces it.
pub(crate) fn select_all(ui: &Ui, field: egui::Id, text: &str) {
    select(ui, field, 0, text.chars().count());
}

/// Goes on typing after `text`, which is all that a field holds.
pub(crate) fn set_caret_to_end(ui: &Ui, field: egui::Id, text: &str) {
    let end = text.chars().count();
    select(ui, field, end, end);
}

/// Another text is in the field than before: the caret is at its end, and there is nothing to take
/// back.
pub(crate) fn fresh_field(ui: &Ui, field: egui::Id, text: &str) {
    egui::text_edit::TextEditState::default().store(ui.ctx(), field);
    set_caret_to_end(ui, field, text);
}

pub(crate) fn select(ui: &Ui, field: egui::Id, from: usize, to: usize) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), field).unwrap_or_default();
    let range = CCursorRange::two(CCursor::new(from), CCursor::new(to));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), field);
}

/// How a field of one line was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// What is typed is wanted.
    ByEnter,
    /// What is typed is not wanted.
    ByEscape,
    /// By Tab or the pointer.
    Otherwise,
}

/// How a field has lost the keyboard in this frame; none where it has not.
pub(crate) fn left(ui: &Ui, response: &Response) -> Option<Left> {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    response.lost_focus().then(|| match (pressed(Key::Escape), pressed(Key::Enter)) {
        (true, _) => Left::ByEscape,
        (_, true) => Left::ByEnter,
        _ => Left::Otherwise,
    })
}

/// Was an input method putting a text together when this frame began, and is it when it ends?
#[derive(Clone, Copy, Default)]
struct Composing {
    before: bool,
    after: bool,
}

fn composing_id() -> Id {
    Id::unique("an input method puts a text together")
}

/// What an input method says: true while it puts a text together, false when it is done.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's events")]
fn composed(event: &Event) -> Option<bool> {
    match event {
        Event::Ime(ImeEvent::Preedit { text, .. }) => Some(!text.is_empty()),
        Event::Ime(_) => Some(false),
        _ => None,
    }
}

/// Follows the input method. To be called once a frame, before any part of the window is shown.
pub(crate) fn follow_input_method(ctx: &Context) {
    let said = ctx.input(|input| input.events.iter().rev().find_map(composed));
    ctx.data_mut(|data| {
        let last = data.get_temp_mut_or_default::<Composing>(composing_id());
        let before = last.after;
        *last = Composing { before, after: said.unwrap_or(before) };
    });
}

/// Takes the first key that means something out of this frame's events, so that the field does not
/// see it. While an input method puts a text together all keys are its own.
pub(crate) fn take_key<T>(
    ctx: &Context,
    mut meant: impl FnMut(Key, Modifiers) -> Option<T>,
) -> Option<T> {
    let kept = ctx.data(|data| data.get_temp::<Composing>(composing_id()));
    let (mut composing, mut taken) = (kept.unwrap_or_default().before, None);
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            composing = composed(event).unwrap_or(composing);
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            if composing || taken.is_some() {
                return true;
            }
            taken = meant(*key, *modifiers);
            taken.is_none()
        });
    });
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::RawInput;

    /// What a frame with these events takes, where Enter means something.
    fn frame(ctx: &Context, events: Vec<Event>) -> Option<Key> {
        let mut taken = None;
        ctx.run_ui(RawInput { events, ..RawInput::default() }, |ui| {
            follow_input_method(ui.ctx());
            taken = take_key(ui.ctx(), |key, _| (key == Key::Enter).then_some(key));
        })
        .drop_without_applying_deltas();
        taken
    }

    fn enter() -> Event {
        let (key, modifiers) = (Key::Enter, Modifiers::NONE);
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn preedit(text: &str) -> Event {
        Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None })
    }

    #[test]
    fn keys_are_those_of_an_input_method_until_it_is_done() {
        let ctx = Context::default();
        assert_eq!(frame(&ctx, vec![enter()]), Some(Key::Enter));
        assert_eq!(frame(&ctx, vec![preedit("ni"), enter()]), None);
        assert_eq!(frame(&ctx, vec![enter()]), None, "in the next frame too");
        let done = Event::Ime(ImeEvent::Commit("你".into()));
        assert_eq!(frame(&ctx, vec![enter(), done]), None, "it was pressed before");
        assert_eq!(frame(&ctx, vec![enter()]), Some(Key::Enter));
        assert_eq!(frame(&ctx, vec![preedit("ni")]), None);
        assert_eq!(frame(&ctx, vec![preedit(""), enter()]), Some(Key::Enter));
    }
}
