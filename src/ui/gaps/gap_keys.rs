//! What keys do while the gaps are listed: J and K go on, Enter shows, Delete waves off, 1 to 4 answer
//! the question that is open, Esc and G go back.

use super::gap_groups::GapGroup;
use super::{GapsPanel, SeenGaps, shown_by};
use crate::model::QuestionAnswer;
use crate::ui::kit::text_field::take_key;
use crate::ui::kit::window_keys::is_on_map;
use crate::ui::state::command::Command;
use crate::ui::state::rooms::Room;
use crate::ui::{Context, Document, Message};
use egui::{Key, Popup, Ui};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GapKey {
    Next,
    Previous,
    Show,
    WaveOff,
    Answer(usize),
    Leave,
}

impl GapsPanel {
    /// Takes the keys that are for the list: when it has the keyboard, or the map on which nothing is
    /// selected.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        cx: &Context,
        doc: &mut Document,
        seen: &SeenGaps,
        groups: &[GapGroup],
        out: &mut Vec<Message>,
    ) {
        let ctx = ui.ctx();
        let in_front = Popup::is_any_open(ctx) || ui.memory(|it| it.top_modal_layer().is_some());
        let at_work = doc.editor.is_previewing() || doc.pen.held().is_some();
        // Esc has taken the keyboard from a note before anybody else is asked.
        let is_noting = ctx.text_edit_focused() || self.note.is_some();
        if in_front || at_work || is_noting || doc.selection.cell.is_some() {
            return;
        }
        let ours = self.has_focus || is_on_map(ui.memory(|memory| memory.focused()));
        let open = self.question.is_some();
        let asked = take_key(ctx, |key, modifiers| {
            if modifiers.any() {
                return None;
            }
            match key {
                Key::J => Some(GapKey::Next),
                Key::K => Some(GapKey::Previous),
                Key::Enter if ours => Some(GapKey::Show),
                Key::Delete | Key::Backspace if ours => Some(GapKey::WaveOff),
                Key::Num1 if open && ours => Some(GapKey::Answer(0)),
                Key::Num2 if open && ours => Some(GapKey::Answer(1)),
                Key::Num3 if open && ours => Some(GapKey::Answer(2)),
                Key::Num4 if open && ours => Some(GapKey::Answer(3)),
                Key::Escape | Key::G => Some(GapKey::Leave),
                _ => None,
            }
        });
        match asked {
            None => {}
            Some(GapKey::Next) => self.go(seen, groups, true),
            Some(GapKey::Previous) => self.go(seen, groups, false),
            Some(GapKey::Show) => {
                let at = seen.gaps.iter().position(|gap| self.is_chosen(gap));
                match at.and_then(|at| shown_by(seen, at)) {
                    Some(message) => out.push(message),
                    None => self.go(seen, groups, true),
                }
            }
            Some(GapKey::WaveOff) if seen.gaps.iter().any(|gap| self.is_chosen(gap)) => {
                self.question = None;
                self.begin_to_wave();
            }
            Some(GapKey::WaveOff) => {}
            Some(GapKey::Answer(at)) => {
                if let Some(answer) = QuestionAnswer::ALL.get(at) {
                    self.answer(cx, doc, seen, (answer, None), out);
                }
            }
            // What was opened last goes first.
            Some(GapKey::Leave) if self.question.is_some() || self.asks.is_some() => {
                (self.question, self.asks, self.follow) = (None, None, true);
            }
            Some(GapKey::Leave) => out.push(Message::Do(Command::Room(Room::Map))),
        }
    }

    /// Chooses the gap after the chosen one, or the one before; round at the ends. A folded group
    /// opens for it.
    fn go(&mut self, seen: &SeenGaps, groups: &[GapGroup], next: bool) {
        let rows = groups.iter().flat_map(|group| {
            group.left.iter().enumerate().map(move |(row, at)| (group, row, *at))
        });
        let rows: Vec<(&GapGroup, usize, usize)> = rows.collect();
        let count = rows.len();
        let is_it = |(_, _, at): &(&GapGroup, usize, usize)| {
            seen.gaps.get(*at).is_some_and(|gap| self.is_chosen(gap))
        };
        let to = match rows.iter().position(is_it) {
            _ if count == 0 => return,
            None if next => 0,
            None => count - 1,
            Some(at) => (at + if next { 1 } else { count - 1 }) % count,
        };
        let Some((group, row, at)) = rows.get(to) else { return };
        let Some(gap) = seen.gaps.get(*at) else { return };
        self.choose(gap);
        if !group.is_open {
            self.folded.insert(group.key.clone(), false);
        }
        let shown = self.shown.entry(group.key.clone()).or_insert(super::group_list::ROWS);
        *shown = (*shown).max(row + 1);
    }
}
