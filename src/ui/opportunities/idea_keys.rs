//! The keys of the room: N makes one, Enter opens it, Delete takes it away, Esc lets go of it.

use super::known::KnownIdeas;
use super::{IdeasRoom, card_id, ideas_room_id, pressed};
use crate::edit::Change;
use crate::ui::{Document, Message};
use egui::{Key, Ui};

impl IdeasRoom {
    /// Takes the keys; true where a new opportunity is asked for.
    pub(super) fn take_keys(
        &mut self,
        ui: &Ui,
        doc: &Document,
        known: &KnownIdeas,
        out: &mut Vec<Message>,
    ) -> bool {
        let (focused, modal) = ui.memory(|memory| (memory.focused(), memory.top_modal_layer()));
        if focused.is_none() && modal.is_none() && !egui::Popup::is_any_open(ui.ctx()) {
            // Where nothing else has the keyboard the room has, and the map behind it does not.
            ui.memory_mut(|memory| memory.request_focus(ideas_room_id()));
        }
        let of_card = known.ideas.iter().map(|idea| &idea.opportunity.id);
        let of_card = of_card.clone().find(|id| focused == Some(card_id(id))).cloned();
        let is_here = focused == Some(ideas_room_id()) || of_card.is_some();
        if !is_here || modal.is_some() || self.drag.is_some() || doc.editor.is_previewing() {
            return false;
        }
        if pressed(ui, Key::N) {
            return true;
        }
        if pressed(ui, Key::Escape) {
            self.chosen = None;
        }
        if let Some(id) = of_card {
            if pressed(ui, Key::Enter) {
                self.chosen = Some(id);
                out.push(Message::Field("idea title"));
            } else if pressed(ui, Key::Delete) || pressed(ui, Key::Backspace) {
                out.push(Message::Edit(Change::RemoveOpportunities(vec![id])));
            }
        }
        false
    }
}
