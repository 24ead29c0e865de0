//! The table of all cards in the window: the room, and the row below.

use super::app::App;
use crate::scene::Role;
use crate::ui::kit::buttons::regular;
use crate::ui::kit::notice::HEIGHT;
use crate::ui::{Context, Document, Message};
use egui::{Align, CentralPanel, Frame, Label, Layout, Margin, Panel, RichText, Ui};

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
        let frame = Frame::new().fill(cx.theme.color(Role::Panel));
        let frame = frame.inner_margin(Margin::symmetric(16, 0));
        let (hint, counts) = table.status(&cx);
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
        CentralPanel::no_frame().show(ui, |ui| table.table_ui(ui, &cx, doc, out));
    }
}
