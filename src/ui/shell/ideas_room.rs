//! The room of opportunities in the window: the room, the panel beside it, and the row below.

use super::app::App;
use crate::scene::Role;
use crate::ui::bars::room_status::room_status_ui;
use crate::ui::inspector::idea_panel_ui;
use crate::ui::{Context, Document, Message};
use egui::{CentralPanel, Frame, Panel, Ui};

/// How wide the panel is, in points.
const PANEL: f32 = 320.0;

impl App {
    /// Shows it, below the tabs.
    pub(super) fn ideas_room_ui(
        &mut self,
        ui: &mut Ui,
        doc: &mut Document,
        out: &mut Vec<Message>,
    ) {
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let ideas = &mut self.work.ideas;
        ideas.follow(doc, &cx);
        let frame = Frame::new().fill(cx.theme.color(Role::Panel));
        if let Some(idea) = ideas.chosen_idea() {
            let today = ideas.day();
            let panel = Panel::right("opportunity").exact_size(PANEL).resizable(false).frame(frame);
            panel.show(ui, |ui| {
                let inspector = &mut self.work.inspector;
                idea_panel_ui(ui, &cx, doc, inspector, (idea, today), out);
            });
        }
        room_status_ui(ui, &cx, ideas.status(&cx));
        CentralPanel::no_frame().show(ui, |ui| ideas.ideas_ui(ui, &cx, doc, out));
    }
}
