//! The keys of the table: arrows go from cell to cell, Space chooses, Enter shows a card on the map,
//! F2 changes a cell, Delete takes away what is chosen.

use super::card_changes::CardsToChange;
use super::table_lines::ROW;
use super::{KnownTable, TableRoom, row_id, table_room_id};
use crate::insight::TableColumn;
use crate::model::Id;
use crate::ui::{Document, Message};
use egui::{Event, EventFilter, Key, Modifiers, Popup, Ui};

impl TableRoom {
    pub(super) fn take_keys(
        &mut self,
        ui: &Ui,
        doc: &Document,
        known: &KnownTable,
        out: &mut Vec<Message>,
    ) {
        let (focused, modal) = ui.memory(|memory| (memory.focused(), memory.top_modal_layer()));
        let is_busy = modal.is_some() || Popup::is_any_open(ui.ctx()) || self.edit.is_some();
        if focused.is_none() && !is_busy {
            // Where nothing else has the keyboard the room has, and the map behind it does not.
            ui.memory_mut(|memory| memory.request_focus(table_room_id()));
        }
        if focused != Some(table_room_id()) || is_busy || doc.editor.is_previewing() {
            return;
        }
        let all = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(table_room_id(), all));
        if let Some(card) = &self.current {
            // Whoever listens hears of the row, although the table has the keyboard.
            let row = row_id(card).accesskit_id();
            ui.ctx().accesskit_node_builder(table_room_id(), |node| {
                node.set_active_descendant(row);
            });
        }
        let pressed = ui.input(|input| {
            let key_of = |event: &Event| {
                let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
                Some((*key, *modifiers))
            };
            input.events.iter().filter_map(key_of).collect::<Vec<(Key, Modifiers)>>()
        });
        let page = ((ui.max_rect().height() - 220.0) / ROW).max(1.0) as isize;
        for (key, modifiers) in pressed {
            if modifiers.command || modifiers.alt {
                continue;
            }
            self.press(known, key, modifiers.shift, page, out);
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
    fn press(
        &mut self,
        known: &KnownTable,
        key: Key,
        shift: bool,
        page: isize,
        out: &mut Vec<Message>,
    ) {
        match key {
            Key::ArrowDown => self.go(known, 1, shift),
            Key::ArrowUp => self.go(known, -1, shift),
            Key::PageDown => self.go(known, page, shift),
            Key::PageUp => self.go(known, -page, shift),
            Key::Home => self.go(known, isize::MIN / 2, shift),
            Key::End => self.go(known, isize::MAX / 2, shift),
            Key::ArrowLeft => self.go_across(-1),
            Key::ArrowRight => self.go_across(1),
            Key::Escape => {
                self.chosen.clear();
                self.anchor = None;
            }
            Key::Space => {
                if let Some(card) = self.current.clone() {
                    self.toggle(&card);
                }
            }
            Key::Enter => {
                if let Some(card) = &self.current {
                    Self::show_on_map(known, card, out);
                }
            }
            Key::F2 => {
                let row = self.current.as_ref().and_then(|card| known.table.row_of(card));
                if let Some(row) = row.and_then(|row| known.table.rows.get(row)) {
                    let is_shown = !self.hidden.contains(&self.column);
                    self.begin_edit(row, if is_shown { self.column } else { TableColumn::Text });
                    self.wants_current = true;
                }
            }
            Key::Delete | Key::Backspace => self.remove(known, out),
            _ => {}
        }
    }

    /// Goes to another row; with Shift all from where choosing began are chosen.
    fn go(&mut self, known: &KnownTable, by: isize, shift: bool) {
        let from = self.current.as_ref().and_then(|card| known.shown_at(card));
        let Some(to) = known.lines.row_from(from, by) else { return };
        if shift {
            if self.anchor.is_none() {
                self.anchor.clone_from(&self.current);
            }
            self.choose_to(known, to);
        } else {
            self.anchor = None;
        }
        self.current = known.row(to).map(|row| row.place.card.clone());
        (self.by_keys, self.wants_current) = (true, true);
    }

    fn go_across(&mut self, by: isize) {
        let columns: Vec<TableColumn> =
            TableColumn::ALL.into_iter().filter(|one| !self.hidden.contains(one)).collect();
        let at = columns.iter().position(|one| *one == self.column).unwrap_or(0);
        let to = at.saturating_add_signed(by).min(columns.len() - 1);
        (self.column, self.by_keys) = (columns[to], true);
    }

    /// Takes away what is chosen, or else the card that the keyboard is at, which goes to the next one.
    fn remove(&mut self, known: &KnownTable, out: &mut Vec<Message>) {
        let goes = |id: &Id| match self.chosen.is_empty() {
            true => self.current.as_ref() == Some(id),
            false => self.chosen.contains(id),
        };
        let cards = CardsToChange::of(&known.table, goes);
        if cards.count(|_| true) == 0 {
            return;
        }
        let at = self.current.as_ref().and_then(|card| known.shown_at(card)).unwrap_or(0);
        let stays = |row: &usize| known.row(*row).is_some_and(|row| !goes(&row.place.card));
        let after = known.lines.rows().filter(|row| *row > at).find(stays);
        let next = after.or_else(|| known.lines.rows().rev().filter(|row| *row < at).find(stays));
        let next = next.and_then(|row| known.row(row)).map(|row| row.place.card.clone());
        out.push(Message::Edit(cards.remove()));
        self.current = next;
    }
}
