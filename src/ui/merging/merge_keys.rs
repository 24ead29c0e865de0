//! What keys do in the merge room, and which part of it has the keyboard.

use super::conflict_list::row_id;
use super::merged_map::map_id;
use super::{MergeAsks, MergeRoom, RoomPart};
use egui::{Context, Id, Key, Modifiers};

impl MergeRoom {
    /// Takes the keys that mean something in the whole room.
    pub(super) fn take_keys(&mut self, ctx: &Context) -> Option<MergeAsks> {
        if egui::Popup::is_any_open(ctx) {
            return None;
        }
        let take = |key: Key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let with = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let focused = ctx.memory(|memory| memory.focused());
        if take(Key::Escape) {
            return Some(MergeAsks::Leave);
        }
        if with(Modifiers::COMMAND, Key::Z) {
            self.take_last_back();
        }
        let back = with(Modifiers::SHIFT, Key::F6);
        if back || take(Key::F6) {
            self.next_part(focused, back);
        }
        if with(Modifiers::SHIFT, Key::F8) {
            self.step(false);
        }
        if take(Key::F8) {
            self.step(true);
        }
        for (place, key) in [Key::Num1, Key::Num2, Key::Num3].into_iter().enumerate() {
            if take(key) {
                self.choose_nth(place);
            }
        }
        if self.open.is_some_and(|open| focused == Some(row_id(open))) {
            let to = match () {
                () if take(Key::ArrowDown) => 1,
                () if take(Key::ArrowUp) => -1,
                () => 0,
            };
            self.go(to);
        }
        None
    }

    /// Opens the next conflict that is left, or the one before.
    pub(super) fn step(&mut self, forwards: bool) {
        if let Some(next) = self.choices.next_left(self.open, forwards) {
            self.map_in_front = false;
            self.open(next);
        }
    }

    /// Opens the row so many further down, chosen or not.
    fn go(&mut self, by: isize) {
        let count = self.merging.made.as_ref().map_or(0, |made| made.rows.len());
        let to = self.open.and_then(|open| open.checked_add_signed(by));
        if let Some(to) = to.filter(|to| by != 0 && *to < count) {
            self.open(to);
        }
    }

    /// From the list to the map, to the foot, and back to the list.
    fn next_part(&mut self, focused: Option<Id>, back: bool) {
        let count = self.merging.made.as_ref().map_or(0, |made| made.rows.len());
        let in_map = focused == Some(map_id());
        let in_list = (0..count).any(|at| focused == Some(row_id(at)));
        let part = match (in_list, in_map, back) {
            (true, _, false) => RoomPart::Map,
            (true, _, true) => RoomPart::Foot,
            (_, true, false) => RoomPart::Foot,
            (_, true, true) => RoomPart::List,
            (_, _, false) => RoomPart::List,
            (_, _, true) => RoomPart::Map,
        };
        match part {
            RoomPart::List => self.map_in_front = false,
            RoomPart::Map => self.map_in_front = true,
            RoomPart::Foot => {}
        }
        self.focus = Some(part);
    }

    /// Gives the keyboard to the part that is to have it, once it is shown. The foot takes it itself.
    pub(super) fn give_focus(&mut self, ctx: &Context) {
        let wanted = match (self.focus, self.open) {
            (Some(RoomPart::List), Some(open)) => row_id(open),
            (Some(RoomPart::List | RoomPart::Map), _) => map_id(),
            (Some(RoomPart::Foot) | None, _) => return,
        };
        self.focus = None;
        ctx.memory_mut(|memory| memory.request_focus(wanted));
        ctx.request_repaint();
    }
}
