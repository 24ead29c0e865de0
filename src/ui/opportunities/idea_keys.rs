//! The keys of the room: N makes one, Enter opens it, Delete takes it away, Esc lets go of it.

use super::known::KnownIdeas;
use super::{IdeaView, IdeasRoom, card_id, ideas_room_id, pressed};
use crate::edit::Change;
use crate::ui::{Document, Message};
use egui::{EventFilter, Key, Ui};

/// Arrow keys stay with what has the keyboard, and do not go to the next widget.
pub(super) const ARROWS: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };

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
        if focused == Some(ideas_room_id()) && self.view != IdeaView::List {
            // From the room itself an arrow goes to the card that is chosen, or to the first.
            ui.memory_mut(|memory| memory.set_focus_lock_filter(ideas_room_id(), ARROWS));
            let arrows = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
            if arrows.into_iter().any(|key| pressed(ui, key)) {
                let first = known.ideas.first().map(|idea| idea.opportunity.id.clone());
                self.wanted = self.chosen.clone().or(first);
            }
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
