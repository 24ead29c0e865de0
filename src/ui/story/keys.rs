//! What keys do with the chosen page while the list has the keyboard.

use super::StoryPanel;
use crate::edit::story::{changed, moved, removed};
use crate::ui::{Document, Message};
use egui::{Event, Key, Ui};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// Choose another page, so many further.
    Go(isize),
    First,
    Last,
    /// Move the page.
    Move(isize),
    Hide,
    Remove,
    Name,
    Close,
}

impl StoryPanel {
    /// Takes the keys that are for the chosen page.
    pub(super) fn keys(&mut self, ui: &Ui, doc: &Document, out: &mut Vec<Message>) {
        let focused = ui.memory(|memory| memory.focused());
        if focused.is_none() || focused != self.row_id || self.pages.is_empty() {
            return;
        }
        let asked = ui.input_mut(|input| {
            let mut asked = Vec::new();
            input.events.retain(|event| match asked_by(event) {
                Some(one) => {
                    asked.push(one);
                    false
                }
                None => true,
            });
            asked
        });
        for one in asked {
            self.perform(ui, one, doc, out);
        }
    }

    fn perform(&mut self, ui: &Ui, asked: Asked, doc: &Document, out: &mut Vec<Message>) {
        let (at, last) = (self.at(), self.pages.len().saturating_sub(1));
        match asked {
            Asked::Go(by) => self.choose(at.saturating_add_signed(by)),
            Asked::First => self.choose(0),
            Asked::Last => self.choose(last),
            Asked::Move(by) => {
                let to = at.saturating_add_signed(by).min(last);
                if to != at {
                    self.put(&moved(&self.pages, at, to), doc, out);
                    self.choose(at);
                }
            }
            Asked::Hide => {
                self.put(&changed(&self.pages, at, |page| page.hidden = !page.hidden), doc, out);
            }
            Asked::Remove => {
                let pages = removed(&self.pages, at);
                if pages.len() < self.pages.len() {
                    self.put(&pages, doc, out);
                    self.choose(if at == last { at.saturating_sub(1) } else { at + 1 });
                } else {
                    // What the map gives can only be passed over.
                    self.put(&changed(&self.pages, at, |page| page.hidden = true), doc, out);
                }
            }
            Asked::Name => self.naming = true,
            Asked::Close => self.toggle(ui.ctx()),
        }
    }
}

fn asked_by(event: &Event) -> Option<Asked> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    if modifiers.command || modifiers.shift {
        return None;
    }
    Some(match (key, modifiers.alt) {
        (Key::ArrowUp, true) => Asked::Move(-1),
        (Key::ArrowDown, true) => Asked::Move(1),
        (_, true) => return None,
        (Key::ArrowUp | Key::ArrowLeft, _) => Asked::Go(-1),
        (Key::ArrowDown | Key::ArrowRight, _) => Asked::Go(1),
        (Key::Home, _) => Asked::First,
        (Key::End, _) => Asked::Last,
        (Key::Space | Key::H, _) => Asked::Hide,
        (Key::Delete | Key::Backspace, _) => Asked::Remove,
        (Key::Enter | Key::F2, _) => Asked::Name,
        (Key::Escape, _) => Asked::Close,
        _ => return None,
    })
}
