//! What the window shows: the start page or a room of the map, and what is in front of them.

use super::App;
use crate::ui::bars::tabs::tabs_ui;
use crate::ui::bars::toolbar::toolbar_ui;
use crate::ui::kit::dialog_box;
use crate::ui::kit::fonts::register_system_fonts;
use crate::ui::kit::pictures_in::{drop_hint, is_picture};
use crate::ui::shell::dialog::dialog_ui;
use crate::ui::start::page::{Shelf, start_ui};
use crate::ui::{Context, Message};
use egui::{CentralPanel, Ui, ViewportCommand};

impl App {
    pub(super) fn document_ui(&mut self, ui: &mut Ui, out: &mut Vec<Message>) {
        let Some(mut doc) = self.work.doc.take() else { return };
        doc.refresh(&self.env.words, &self.env.theme);
        doc.refresh_comparison(&self.env.words, &self.env.theme);
        register_system_fonts(ui.ctx());
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let state = self.state_with(Some(&doc));
        toolbar_ui(ui, &cx, &state, &self.env.settings.recent, &mut self.work.view_panel, out);
        tabs_ui(ui, &cx, &state, &doc, &mut self.work.tabs, out);
        self.room_ui(ui, &mut doc, out);
        self.work.doc = Some(doc);
    }

    pub(super) fn start_ui(&mut self, ui: &mut Ui, out: &mut Vec<Message>) {
        CentralPanel::no_frame().show(ui, |ui| {
            let cx = Context { words: &self.env.words, theme: &self.env.theme };
            let state = self.state_with(None);
            let shelf = Shelf {
                recent: &self.env.settings.recent,
                recovered: &self.session.recovered,
                own: &self.session.own.0,
                damaged: &self.session.own.1,
                pictures: &mut self.session.pictures,
            };
            start_ui(ui, &cx, &state, shelf, out);
        });
    }

    /// What is in front of the window: a dialog, the palette, a file held over it.
    pub(super) fn front_ui(&mut self, ctx: &egui::Context, out: &mut Vec<Message>) {
        self.back_to_export();
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        if let Some(dialog) = &mut self.front.dialog {
            let name =
                self.work.doc.as_ref().map(|doc| doc.name(&self.env.words)).unwrap_or_default();
            let gone = self.work.doc.as_ref().is_some_and(|doc| doc.missing.is_some());
            let answer = dialog_ui(dialog, ctx, &cx, &name, gone);
            dialog_box::has_opened(ctx);
            if let Some(answer) = answer {
                self.answered(ctx, answer);
                ctx.request_repaint();
            }
        } else if let Some(palette) = &mut self.front.palette
            && !palette.palette_ui(ctx, &cx, out)
        {
            self.front.palette = None;
        }
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        self.front.notices.notices_ui(ctx, &cx, out);
        self.session.running.running_ui(ctx, &cx);
        let held = ctx.input(|input| input.raw.hovered_files.clone());
        if !held.is_empty() {
            let path = |file: &egui::HoveredFile| file.path.clone().unwrap_or_default();
            let picture =
                self.work.doc.is_some() && held.iter().any(|file| is_picture(&path(file)));
            drop_hint(ctx, &cx, picture);
        }
    }

    pub(super) fn update_title(&mut self, ctx: &egui::Context) {
        let words = &self.env.words;
        let title = match &self.work.doc {
            None => "Kundresa".to_owned(),
            Some(doc) if doc.editor.is_modified() => {
                words.window_title(doc.name(words), words.window_unsaved())
            }
            Some(doc) => words.window_title_saved(doc.name(words)),
        };
        if title != self.env.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.env.title = title;
        }
    }
}
