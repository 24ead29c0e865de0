//! The room of research in the window: what comes into it, and the row below.

use super::app::{App, Finished};
use crate::file;
use crate::model::Id;
use crate::ui::bars::room_status::room_status_ui;
use crate::ui::state::rooms::Room;
use crate::ui::{Context, Document, Message};
use egui::{CentralPanel, Ui};
use std::path::{Path, PathBuf};

impl App {
    /// Shows it, below the tabs.
    pub(super) fn research_room_ui(
        &mut self,
        ui: &mut Ui,
        doc: &mut Document,
        out: &mut Vec<Message>,
    ) {
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let research = &mut self.work.research;
        research.follow(doc, &cx);
        room_status_ui(ui, &cx, research.status(&cx));
        CentralPanel::no_frame().show(ui, |ui| research.research_ui(ui, &cx, doc, out));
    }

    /// Keys and what is pasted, where the room is in front.
    pub(super) fn take_research_input(&mut self, ctx: &egui::Context, out: &mut Vec<Message>) {
        if self.work.room != Room::Research {
            return;
        }
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        if let Some(doc) = &mut self.work.doc {
            self.work.research.take_input(ctx, &cx, doc, out);
        }
    }

    /// Of files that were dropped, those that are what somebody said are read; the others are given
    /// back.
    pub(super) fn take_transcripts(&mut self, dropped: Vec<PathBuf>) -> Vec<PathBuf> {
        if self.work.room != Room::Research || self.work.doc.is_none() {
            return dropped;
        }
        let (said, others): (Vec<PathBuf>, Vec<PathBuf>) =
            dropped.into_iter().partition(|path| is_transcript(path));
        for path in said {
            self.take_transcript(&path);
        }
        others
    }

    /// Reads what somebody said.
    pub(super) fn take_transcript(&mut self, path: &Path) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let of = self.work.doc.as_ref().map(|doc| doc.journey.clone()).unwrap_or_default();
        let path = path.to_owned();
        self.spawn(move || Finished::Transcript { of, name, result: file::read_transcript(&path) });
    }

    /// What somebody said has been read.
    pub(crate) fn transcript_came_in(
        &mut self,
        of: &Id,
        name: &str,
        result: Result<String, file::FileError>,
    ) {
        let text = match result {
            Ok(text) => text,
            Err(error) => return self.front.notices.say(error.text(&self.env.words)),
        };
        // Another file may be open since.
        let there = self.work.doc.as_ref().map(|doc| doc.editor.project().journey(of).is_some());
        if there != Some(true) {
            return;
        }
        if self.work.room != Room::Research {
            self.go_to_room(Room::Research);
        }
        let Some(doc) = &mut self.work.doc else { return };
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let mut out = Vec::new();
        self.work.research.put_text(&cx, doc, name, &text, &mut out);
        self.handle_all(&self.env.ctx.clone(), &mut out);
    }
}

/// Does its name say that it is a text or a document? What is in it decides when it is read.
fn is_transcript(path: &Path) -> bool {
    let kind = path.extension().map(|kind| kind.to_string_lossy().to_lowercase());
    kind.is_some_and(|kind| {
        ["txt", "md", "docx", "doc", "rtf", "pdf", "odt", "vtt", "srt"].contains(&kind.as_str())
    })
}
