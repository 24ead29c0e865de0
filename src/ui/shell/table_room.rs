//! The table of all cards in the window: the room, and the row below.

use super::app::App;
use crate::ui::bars::room_status::room_status_ui;
use crate::ui::{Context, Document, Message};
use egui::{CentralPanel, Ui};

impl App {
    /// Shows it, below the tabs.
    pub(super) fn table_room_ui(
        &mut self,
        ui: &mut Ui,
        doc: &mut Document,
        out: &mut Vec<Message>,
    ) {
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let table = &mut self.work.table;
        table.follow(doc, &cx);
        room_status_ui(ui, &cx, table.status(&cx));
        CentralPanel::no_frame().show(ui, |ui| table.table_ui(ui, &cx, doc, out));
    }
}
