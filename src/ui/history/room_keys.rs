//! What keys do in the room, and which part of it has the keyboard.

use super::difference_marks::box_id;
use super::past_rows::RowKey;
use super::row_list::{query_id, row_id};
use super::side_by_side::map_id;
use super::{HistoryAsks, HistoryRoom, RoomPart, RowAsks};
use egui::{Context, Id, Key, Modifiers};

impl HistoryRoom {
    /// Takes the keys that mean something in the whole room, and those of the row that has the
    /// keyboard.
    pub(super) fn take_keys(&mut self, ctx: &Context) -> Option<HistoryAsks> {
        if egui::Popup::is_any_open(ctx) {
            return None;
        }
        let take = |key: Key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let focused = ctx.memory(|memory| memory.focused());
        if take(Key::Escape) {
            // What is searched for goes first.
            if focused == Some(query_id()) && !self.query.is_empty() {
                self.query.clear();
                return None;
            }
            return Some(HistoryAsks::Leave);
        }
        let back = ctx.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::F6));
        if back || take(Key::F6) {
            self.next_part(focused, back);
            return None;
        }
        if focused == Some(query_id()) && (take(Key::ArrowDown) || take(Key::Enter)) {
            self.focus = Some(RoomPart::List);
            return None;
        }
        if ctx.text_edit_focused() {
            return None;
        }
        if take(Key::J) {
            self.step_to(1, ctx);
        }
        if take(Key::K) {
            self.step_to(-1, ctx);
        }
        if focused != Some(row_id(&self.chosen)) {
            return None;
        }
        let at = self
            .listed
            .iter()
            .position(|at| self.rows.get(*at).is_some_and(|row| row.key == self.chosen));
        let last = self.listed.len().saturating_sub(1);
        let at = at.unwrap_or(0);
        let to = match () {
            () if take(Key::ArrowDown) => Some(at + 1),
            () if take(Key::ArrowUp) => Some(at.saturating_sub(1)),
            () if take(Key::PageDown) => Some(at + 5),
            () if take(Key::PageUp) => Some(at.saturating_sub(5)),
            () if take(Key::Home) => Some(0),
            () if take(Key::End) => Some(last),
            () => None,
        };
        let key = to.and_then(|to| self.rows.get(*self.listed.get(to.min(last))?));
        if let Some(key) = key.map(|row| row.key.clone()) {
            self.choose(key);
            self.focus = Some(RoomPart::List);
        }
        if take(Key::Enter) {
            self.maps_in_front = true;
            self.focus = Some(RoomPart::Maps);
        }
        if take(Key::F2) {
            return self.row_asked(RowAsks::Rename(self.chosen.clone()), ctx);
        }
        if take(Key::Delete) {
            return self.row_asked(RowAsks::Remove(self.chosen.clone()), ctx);
        }
        None
    }

    /// From the list to the maps, to the foot, and back to the list.
    fn next_part(&mut self, focused: Option<Id>, back: bool) {
        let rows = self.rows.iter().any(|row| focused == Some(row_id(&row.key)));
        let in_list = rows || focused == Some(query_id());
        let boxes = self.pair().map_or(0, |pair| pair.differences.len());
        let in_maps = [0, 1].map(map_id).contains(&focused.unwrap_or(Id::NULL))
            || (0..boxes).any(|at| focused == Some(box_id(at)));
        let part = match (in_list, in_maps, back) {
            (true, _, false) => RoomPart::Maps,
            (true, _, true) => RoomPart::Foot,
            (_, true, false) => RoomPart::Foot,
            (_, true, true) => RoomPart::List,
            (_, _, false) => RoomPart::List,
            (_, _, true) => RoomPart::Maps,
        };
        match part {
            RoomPart::List => self.maps_in_front = false,
            RoomPart::Maps => self.maps_in_front = true,
            RoomPart::Foot => {}
        }
        self.focus = Some(part);
    }

    /// Gives the keyboard to the part that is to have it, once it is shown. The foot takes it itself.
    pub(super) fn give_focus(&mut self, ctx: &Context) {
        let wanted = match self.focus {
            Some(RoomPart::List) => row_id(&self.chosen),
            Some(RoomPart::Maps) => {
                let one = self.chosen == RowKey::Now;
                let no_old = || self.pair().is_some_and(|pair| pair.is_same || pair.was.is_none());
                map_id(usize::from(one || no_old()))
            }
            Some(RoomPart::Foot) | None => {
                self.focus = None;
                return;
            }
        };
        self.focus = None;
        ctx.memory_mut(|memory| memory.request_focus(wanted));
        ctx.request_repaint();
    }
}
