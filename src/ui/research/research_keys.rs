//! The keys of the room: Ctrl Q, E and T put chosen words on the map. They are taken before the
//! window's own, some of which have the same keys.

use super::picking::Picking;
use super::{ResearchPage, ResearchRoom, text_id};
use crate::edit::Change;
use crate::edit::with_notes;
use crate::model::{Source, SourceKind};
use crate::ui::kit::text_field::select;
use crate::ui::{Context, Document, Message};
use egui::{Event, Key, Modifiers};

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
        for (key, picking) in wanted {
            if !pressed(Modifiers::COMMAND, key) {
                continue;
            }
            match self.chosen {
                Some(_) => self.picking = Some(picking),
                None => out.push(Message::Notice(cx.words.research_choose_first())),
            }
        }
        if self.picking.is_none() {
            let is_text = ctx.memory(|memory| memory.has_focus(text_id()));
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
                let title = match name.trim() {
                    "" => cx.words.research_new_source(),
                    name => name.to_owned(),
                };
                let (id, kind) = (doc.editor.ids.next_id(), Some(SourceKind::Interview));
                self.coming = Some(id.clone());
                Source { id, kind, title, notes: text, ..Source::default() }
            }
        };
        out.push(Message::Edit(Change::PutSources(vec![source])));
    }

    /// Nothing is marked in the text any more.
    pub(super) fn unmark(&mut self, ui: &egui::Ui) {
        self.let_go();
        select(ui, text_id(), 0, 0);
    }
}
