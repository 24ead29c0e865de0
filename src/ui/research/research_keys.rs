//! The keys of the room: Q, E and T put chosen words on the map. The text cannot be changed, so letters
//! are free, and no key of the window means something else here.

use super::picking::Picking;
use super::{ResearchPage, ResearchRoom, text_id};
use crate::edit::Change;
use crate::edit::with_notes;
use crate::model::{Source, SourceKind};
use crate::ui::state::command::Command;
use crate::ui::{Context, Document, Message};
use egui::{Event, Key, Modifiers};
use jiff::civil::Date;

/// A longer first line is no title, in characters.
const TITLE_MOST: usize = 90;

impl ResearchRoom {
    /// Takes the keys and what is pasted; to be called before the window takes its own.
    pub(crate) fn take_input(
        &mut self,
        ctx: &egui::Context,
        cx: &Context<'_>,
        doc: &mut Document,
        out: &mut Vec<Message>,
    ) {
        self.take_paste(ctx, cx, doc, out);
        if self.page != ResearchPage::Source || self.source.is_none() {
            return;
        }
        let pressed = |modifiers: Modifiers, key: Key| {
            ctx.input_mut(|input| input.consume_key(modifiers, key))
        };
        let wanted = [
            (Key::Q, Picking::Quote { step: 0 }),
            (Key::E, Picking::Evidence { step: 0, card: 0 }),
            (Key::T, Picking::Theme { theme: 0 }),
        ];
        // Where nobody writes, letters are free.
        let is_free = !ctx.text_edit_focused() || self.holds(ctx.memory(|memory| memory.focused()));
        for (key, picking) in wanted {
            if !is_free || self.picking.is_some() || !pressed(Modifiers::NONE, key) {
                continue;
            }
            match self.chosen {
                Some(_) => self.picking = Some(picking),
                None => out.push(Message::Notice(cx.words.research_choose_first())),
            }
        }
        // The text itself cannot be changed: taking back is about what came of it.
        let is_text = ctx.memory(|memory| memory.has_focus(text_id()));
        let both = Modifiers::COMMAND | Modifiers::SHIFT;
        if is_text && (pressed(both, Key::Z) || pressed(Modifiers::COMMAND, Key::Y)) {
            out.push(Message::Do(Command::Redo));
        } else if is_text && pressed(Modifiers::COMMAND, Key::Z) {
            out.push(Message::Do(Command::Undo));
        }
        if self.picking.is_none() {
            if self.chosen.is_some() && is_text && pressed(Modifiers::NONE, Key::Escape) {
                self.let_go();
            }
            return;
        }
        let Some(known) = self.known.take() else { return };
        let step = |more: Key, less: Key| {
            i32::from(pressed(Modifiers::NONE, more)) - i32::from(pressed(Modifiers::NONE, less))
        };
        let across = step(Key::ArrowRight, Key::ArrowLeft);
        let down = step(Key::ArrowDown, Key::ArrowUp);
        self.move_picking(&known, across, down);
        if pressed(Modifiers::NONE, Key::Enter) {
            self.put_picked(doc, &known, out);
        } else if pressed(Modifiers::NONE, Key::Escape) {
            self.picking = None;
        }
        self.known = Some(known);
    }

    /// A text that is pasted where nobody types is what somebody said.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's events")]
    fn take_paste(
        &mut self,
        ctx: &egui::Context,
        cx: &Context<'_>,
        doc: &mut Document,
        out: &mut Vec<Message>,
    ) {
        let types = ctx.text_edit_focused() && !ctx.memory(|memory| memory.has_focus(text_id()));
        if types {
            return;
        }
        let mut pasted = Vec::new();
        ctx.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::Paste(text) => {
                    pasted.push(text.clone());
                    false
                }
                _ => true,
            });
        });
        for text in pasted {
            self.put_text(cx, doc, "", &text, out);
        }
    }

    /// What was said comes in: as the text of the source that is shown where it has none, or else as
    /// that of a new one, called `name`.
    pub(crate) fn put_text(
        &mut self,
        cx: &Context<'_>,
        doc: &mut Document,
        name: &str,
        text: &str,
        out: &mut Vec<Message>,
    ) {
        let text = crate::model::plain_text(text).trim().to_owned();
        if text.is_empty() {
            return;
        }
        let shown = self.source(doc).filter(|source| source.notes.trim().is_empty());
        let source = match shown {
            Some(source) if self.page == ResearchPage::Source => with_notes(source, text),
            Some(_) | None => {
                let (title, date) = said_of_itself(&text);
                let title = match (name.trim(), title) {
                    ("", "") => cx.words.research_new_source(),
                    ("", title) => title.to_owned(),
                    (name, _) => name.to_owned(),
                };
                let date = date.to_owned();
                let (id, kind) = (doc.editor.ids.next_id(), Some(SourceKind::Interview));
                self.coming = Some(id.clone());
                Source { id, kind, title, date, notes: text, ..Source::default() }
            }
        };
        out.push(Message::Edit(Change::PutSources(vec![source])));
    }
}

/// The title and the date that a transcript begins with: a first line that nobody says, and a line with
/// nothing but a day within the first three. What it does not begin with is empty.
fn said_of_itself(text: &str) -> (&str, &str) {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_day = |line: &str| line.len() == 10 && line.parse::<Date>().is_ok();
    let first: Vec<&str> = lines.by_ref().take(3).collect();
    let date = first.iter().copied().find(|line| is_day(line)).unwrap_or_default();
    let is_title = |line: &str| {
        let is_said =
            line.contains(':') || line.starts_with('[') || line.ends_with(['.', '?', '!']);
        !is_said && !is_day(line) && line.chars().count() <= TITLE_MOST
    };
    // A text of one line is what was said.
    let title = first.first().copied().filter(|line| is_title(line) && first.len() > 1);
    (title.unwrap_or_default(), date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transcript_says_what_it_is_in_its_first_lines() {
        let rows = [
            (
                "Intervju 7 – produktionschef\n2026-04-21\n\n[00:00] Vi stod still.",
                ("Intervju 7 – produktionschef", "2026-04-21"),
            ),
            ("Intervju 7\n[00:00] Vi stod still.", ("Intervju 7", "")),
            ("2026-04-21\nAnna: Vi stod still.", ("", "2026-04-21")),
            ("Anna: Vi stod still.\nBo: Jaha.", ("", "")),
            ("[00:00] Hej\nHej", ("", "")),
            ("Vi stod still i tre dagar.\nSedan ringde vi.", ("", "")),
            ("Vi stod still", ("", "")),
            ("Intervju 7\n2026-02-30\nVi stod still.", ("Intervju 7", "")),
            ("", ("", "")),
        ];
        for (text, expected) in rows {
            assert_eq!(said_of_itself(text), expected, "{text}");
        }
    }
}
