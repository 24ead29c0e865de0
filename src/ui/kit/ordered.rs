//! Keys in the order they were pressed, also where a slow frame brings many of them at once.
//!
//! Commands are taken before the parts of the window see a frame's events, and a text field gets
//! the keyboard only in the frame after the key that opened it. So a key that does something gets
//! a frame of its own; what comes after it waits for the next one.

use egui::{Event, Key, RawInput};

/// Leaves in `raw` what one frame may take and keeps the rest in `held`. True if another frame is
/// needed for it.
pub(crate) fn take_turn(raw: &mut RawInput, held: &mut Vec<Event>) -> bool {
    if held.is_empty() && raw.events.iter().filter(|event| acts(event).is_some()).count() == 0 {
        return false;
    }
    held.append(&mut raw.events);
    let end = end_of_turn(held);
    raw.events = held.drain(..end).collect();
    !held.is_empty()
}

/// How many of the events belong to one frame: texts up to the first key that does something, or
/// that key for as long as it is held down.
fn end_of_turn(events: &[Event]) -> usize {
    let writes = |event: &Event| {
        matches!(event, Event::Text(_) | Event::Ime(_) | Event::Copy | Event::Cut | Event::Paste(_))
    };
    let first = events.iter().position(|event| acts(event).is_some() || writes(event));
    let Some(first) = first else { return events.len() };
    let Some(key) = acts(&events[first]) else {
        let next = events.iter().position(|event| acts(event).is_some());
        return next.unwrap_or(events.len());
    };
    let mut held = true;
    let other = |event: &Event| match (acts(event), event) {
        (Some(other), _) => other != key || !held,
        (None, Event::Key { key: released, pressed: false, .. }) => {
            held &= *released != key.0;
            false
        }
        _ => writes(event) || matches!(event, Event::PointerButton { .. }),
    };
    let after = events[first + 1..].iter().position(other);
    after.map_or(events.len(), |after| first + 1 + after)
}

/// The key, if it does something else than write.
fn acts(event: &Event) -> Option<(Key, egui::Modifiers)> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    let named = matches!(
        key,
        Key::Enter
            | Key::Tab
            | Key::Escape
            | Key::Delete
            | Key::Backspace
            | Key::F2
            | Key::F10
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::ArrowDown
    );
    (named || modifiers.command).then_some((*key, *modifiers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn key(key: Key) -> Event {
        let modifiers = Modifiers::NONE;
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn release(key: Key) -> Event {
        let modifiers = Modifiers::NONE;
        Event::Key { key, physical_key: None, pressed: false, repeat: false, modifiers }
    }

    fn text(text: &str) -> Event {
        Event::Text(text.into())
    }

    /// The turns that a frame's events take, by how many events each.
    fn turns(events: Vec<Event>) -> Vec<usize> {
        let mut raw = RawInput { events, ..RawInput::default() };
        let mut held = Vec::new();
        let mut turns = Vec::new();
        loop {
            let more = take_turn(&mut raw, &mut held);
            turns.push(std::mem::take(&mut raw.events).len());
            if !more {
                return turns;
            }
        }
    }

    #[test]
    fn a_key_that_does_something_has_a_frame_of_its_own() {
        let (enter, a) = (key(Key::Enter), key(Key::A));
        assert_eq!(turns(vec![]), [0]);
        assert_eq!(turns(vec![a.clone(), text("a"), text("b")]), [3]);
        assert_eq!(turns(vec![text("a"), enter.clone(), text("b")]), [1, 1, 1]);
        assert_eq!(turns(vec![a.clone(), text("a"), enter.clone(), a, text("b")]), [2, 2, 1]);
        // A key held down does not lag behind.
        assert_eq!(turns(vec![key(Key::ArrowDown); 5]), [5]);
        assert_eq!(turns(vec![key(Key::ArrowDown), enter.clone(), text("x")]), [1, 1, 1]);
        let twice = vec![enter.clone(), release(Key::Enter), enter.clone(), release(Key::Enter)];
        assert_eq!(turns(twice), [2, 2]);
        assert_eq!(turns(vec![text("a"), text("b"), Event::PointerGone]), [3]);
        let copy = Event::Copy;
        assert_eq!(turns(vec![enter.clone(), copy, key(Key::Tab)]), [1, 1, 1]);
    }
}
