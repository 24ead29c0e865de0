//! The room of opportunities in the window: the room, the panel beside it, and the row below.

use super::app::App;
use crate::scene::Role;
use crate::ui::inspector::idea_panel_ui;
use crate::ui::kit::buttons::regular;
use crate::ui::kit::notice::HEIGHT;
use crate::ui::{Context, Document, Message};
use egui::{Align, CentralPanel, Frame, Label, Layout, Margin, Panel, RichText, Ui};

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
        let frame = frame.inner_margin(Margin::symmetric(16, 0));
        let (hint, counts) = ideas.status(&cx);
        Panel::bottom("status").exact_size(HEIGHT).frame(frame).show(ui, |ui| {
            let text = |text: String| {
                RichText::new(text).font(regular(12.5)).color(cx.theme.color(Role::Muted))
            };
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(Label::new(text(counts)).truncate());
                ui.add_space(24.0);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(text(hint)).truncate());
                });
            });
        });
        CentralPanel::no_frame().show(ui, |ui| ideas.ideas_ui(ui, &cx, doc, out));
    }
}
