//! The merge room as a whole: how it is entered and left, and what follows from what is asked in it;
//! and which copies lie beside the open file.

use super::app::{App, Finished};
use crate::edit::{Change, Replaced};
use crate::file::{self, FileError, Loaded, conflicted_copies, is_copy_of};
use crate::ui::kit::fonts::register_system_fonts;
use crate::ui::kit::room_frame::FOOT;
use crate::ui::merging::{CopyToMerge, MergeAsks, MergeRoom, WhatIsMerged};
use crate::ui::state::document::canvas_id;
use crate::ui::state::file_choice::Then;
use crate::ui::{Context, Message};
use egui::Ui;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    /// Reads a file that is to be merged with the open map, on a thread.
    pub(super) fn merge_with(&mut self, path: PathBuf) {
        let Some(doc) = &self.work.doc else { return };
        if doc.path.as_deref().is_some_and(|open| file::folder::is_same(open, &path)) {
            return self.front.notices.say(self.env.words.notice_same_file());
        }
        if self.refuses_to_change() {
            return;
        }
        self.session.ticket += 1;
        let ticket = self.session.ticket;
        self.spawn(move || {
            let result = Box::new(file::load(&path));
            Finished::ToMerge { ticket, path, result }
        });
    }

    /// The file has been read: shows it beside the open map.
    pub(super) fn enter_merging(&mut self, path: PathBuf, result: Result<Loaded, FileError>) {
        let loaded = match result {
            Ok(loaded) => loaded,
            Err(error) => {
                return self.report_error(self.env.words.dialog_cannot_open(), &error);
            }
        };
        if loaded.newer.is_some() {
            return self.front.notices.say(self.env.words.notice_merge_newer());
        }
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let theirs = CopyToMerge {
            project: Arc::new(loaded.project),
            path: Some(path),
            name,
            when: loaded.stamp.modified,
        };
        let waits = self.work.merging.as_ref().is_some_and(|room| room.is_of(&theirs));
        self.enter(WhatIsMerged::File(Box::new(theirs)), waits);
    }

    /// Shows the conflicts that are kept in the open map, or the merging that waits.
    pub(super) fn enter_conflicts(&mut self) {
        let waits = self.work.merging.as_ref().is_some_and(|room| room.is_of_kept());
        self.enter(WhatIsMerged::Kept, waits);
    }

    fn enter(&mut self, what: WhatIsMerged, waits: bool) {
        self.keep_typed();
        let Some(doc) = &mut self.work.doc else { return };
        doc.editor.commit();
        doc.stop_comparing();
        self.work.canvas.let_go();
        self.work.history = None;
        self.front.palette = None;
        // What was asked about the file is asked again when it is opened the next time.
        self.front.dialog = None;
        self.front.notices.lift = FOOT + 4.0;
        match &mut self.work.merging {
            Some(room) if waits => room.come_back(doc),
            _ => {
                let store = self.env.store.clone();
                let room = MergeRoom::new(doc, what, store, &self.env.words);
                self.work.merging = Some(Box::new(room));
            }
        }
    }

    /// Shows the map again, where it was looked at. The room waits with what was chosen.
    fn leave_merging(&mut self, ctx: &egui::Context) {
        let Some(room) = &mut self.work.merging else { return };
        room.is_open = false;
        self.front.notices.lift = 0.0;
        self.work.canvas.show_all(Vec::new());
        if let Some(doc) = &mut self.work.doc {
            let selection = room.before.clone().put_back(doc);
            doc.refresh(&self.env.words, &self.env.theme);
            doc.select(selection);
        }
        ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
        ctx.request_repaint();
    }

    /// The room in this frame, instead of the map.
    pub(super) fn merging_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let Some(mut room) = self.work.merging.take() else { return };
        let Some(mut doc) = self.work.doc.take() else {
            self.front.notices.lift = 0.0;
            return;
        };
        register_system_fonts(&ctx);
        // What somebody else has saved meanwhile is laid out when the room is left.
        doc.refresh(&self.env.words, &self.env.theme);
        let free =
            self.front.dialog.is_none() && ctx.memory(|memory| memory.top_modal_layer().is_none());
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let asks = room.merging_ui(ui, &cx, &mut doc, free);
        self.work.doc = Some(doc);
        self.work.merging = Some(room);
        match asks {
            None => return,
            Some(MergeAsks::Leave) => self.leave_merging(&ctx),
            Some(MergeAsks::Open(project)) => self.leave(Then::Version(project)),
            Some(MergeAsks::TakeIn(with, left)) => {
                let kept = self.work.merging.as_ref().is_some_and(|room| room.is_of_kept());
                let why = if kept { Replaced::BySolving } else { Replaced::ByMerge };
                self.leave_merging(&ctx);
                self.work.merging = None;
                self.edit(Change::Replace { with, why });
                let words = &self.env.words;
                let said = match (kept, left) {
                    (true, 0) => words.notice_all_solved(),
                    (false, 0) => words.notice_merge_done(),
                    (_, left) => words.notice_merge_left(left),
                };
                self.front.notices.say_with_undo(said);
            }
        }
        ctx.request_repaint();
    }

    /// Looks for copies beside the file that a folder kept in step has put there, on a thread.
    pub(super) fn look_for_copies(&mut self, path: &Path) {
        let Some(doc) = &self.work.doc else { return };
        if !self.env.options.keep {
            return;
        }
        let (project, of) = (Arc::clone(doc.editor.project()), path.to_owned());
        self.spawn(move || {
            let is_of = |copy: &PathBuf| {
                file::load(copy).is_ok_and(|loaded| is_copy_of(&loaded.project, &project))
            };
            let copies = conflicted_copies(&of).into_iter().filter(is_of).collect();
            Finished::Copies { of, copies }
        });
    }

    /// Offers to merge the open map with the first of the copies beside it.
    pub(super) fn offer_copies(&mut self, of: &Path, copies: Vec<PathBuf>) {
        let is_open = self.work.doc.as_ref().is_some_and(|doc| doc.path.as_deref() == Some(of));
        let Some(first) = copies.into_iter().next().filter(|_| is_open) else { return };
        let words = &self.env.words;
        let name = first.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let offer = (words.notice_merge(), Message::MergeWith(first));
        self.front.notices.say_with_offer(words.notice_copy_beside(name), offer);
    }
}
