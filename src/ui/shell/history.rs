//! The history room as a whole: how it is entered and left, and what follows from what is asked in it.

use super::app::{App, Finished};
use crate::edit::{Change, Returning};
use crate::file::history::{self, Occasion};
use crate::file::to_json;
use crate::model::{Id, Project, Thing, Version};
use crate::ui::history::{HistoryAsks, HistoryRoom};
use crate::ui::kit::clock::rfc3339;
use crate::ui::kit::fonts::register_system_fonts;
use crate::ui::kit::room_frame::FOOT;
use crate::ui::state::document::canvas_id;
use crate::ui::state::file_choice::Then;
use crate::ui::{Context, Message, Selection};
use egui::Ui;
use std::sync::Arc;
use std::time::SystemTime;

impl App {
    /// Shows the history of the open map instead of the map.
    pub(super) fn enter_history(&mut self) {
        self.keep_typed();
        let Some(doc) = &mut self.work.doc else { return };
        doc.editor.commit();
        self.work.canvas.let_go();
        self.front.palette = None;
        self.front.notices.lift = FOOT + 4.0;
        self.work.history = Some(Box::new(HistoryRoom::new(doc, self.env.store.clone())));
    }

    /// Shows the map again, where it was looked at.
    fn leave_history(&mut self, ctx: &egui::Context) {
        let Some(room) = self.work.history.take() else { return };
        self.front.notices.lift = 0.0;
        // What an undo has brought into view is not looked at now.
        self.work.canvas.show_all(Vec::new());
        if let Some(doc) = &mut self.work.doc {
            let selection = room.before.put_back(doc);
            doc.refresh(&self.env.words, &self.env.theme);
            doc.select(selection);
        }
        ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
        ctx.request_repaint();
    }

    /// The room in this frame, instead of the map.
    pub(super) fn history_ui(&mut self, ui: &mut Ui, out: &mut Vec<Message>) {
        let ctx = ui.ctx().clone();
        let Some(mut room) = self.work.history.take() else { return };
        let Some(mut doc) = self.work.doc.take() else {
            self.front.notices.lift = 0.0;
            return;
        };
        register_system_fonts(&ctx);
        // An undo may have brought another journey to the front.
        if doc.journey != *room.journey() && doc.editor.project().journey(room.journey()).is_some()
        {
            doc.journey = room.journey().clone();
        }
        // What an undo has taken away is not selected any more when the room is left.
        doc.refresh(&self.env.words, &self.env.theme);
        let free =
            self.front.dialog.is_none() && ctx.memory(|memory| memory.top_modal_layer().is_none());
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let asks = room.history_ui(ui, &cx, &mut doc, free);
        self.work.doc = Some(doc);
        self.work.history = Some(room);
        if let Some(asks) = asks {
            self.history_asked(&ctx, asks, out);
            ctx.request_repaint();
        }
    }

    fn history_asked(&mut self, ctx: &egui::Context, asks: HistoryAsks, out: &mut Vec<Message>) {
        match asks {
            HistoryAsks::Leave => self.leave_history(ctx),
            HistoryAsks::Open(project) => self.leave(Then::Version(project)),
            HistoryAsks::BringBack(from, what) => self.bring_back(ctx, from, what),
            HistoryAsks::Name(name, note) => {
                let Some(doc) = &mut self.work.doc else { return };
                let when = Some(rfc3339(SystemTime::now()).into());
                let id = doc.editor.ids.next_id();
                let version = Version { id, name, note, when, ..Version::default() };
                out.push(Message::Edit(Change::AddVersion(Box::new(version))));
            }
            HistoryAsks::Rename(id, name, note) => {
                let version = self.version(&id).map(|old| Version { name, note, ..old });
                let puts: Vec<Version> = version.into_iter().collect();
                out.push(Message::Edit(Change::PutVersions(puts)));
            }
            HistoryAsks::Remove(id) => self.remove_version(id),
        }
    }

    fn version(&self, id: &Id) -> Option<Version> {
        let project = self.work.doc.as_ref()?.editor.project();
        project.version(id).map(|(_, version)| version.clone())
    }

    fn remove_version(&mut self, id: Id) {
        let Some(Version { name, .. }) = self.version(&id) else { return };
        self.edit(Change::RemoveVersions(vec![id.clone()]));
        if self.version(&id).is_none() {
            self.front.notices.say_with_undo(self.env.words.notice_version_removed(name));
        }
    }

    /// Makes the map what it was, or some things of it. What is now is kept as a version first, where
    /// it has not been saved; all of it is one step of history.
    fn bring_back(&mut self, ctx: &egui::Context, from: Arc<Project>, what: Returning) {
        let Some(doc) = &mut self.work.doc else { return };
        doc.editor.commit();
        let before = Arc::clone(doc.editor.project());
        if doc.editor.is_modified() {
            self.keep_unsaved();
        }
        let things = match &what {
            Returning::All => Vec::new(),
            Returning::Things(things) => things.clone(),
        };
        self.edit(Change::BringBack { from, what });
        let is_done = |now: &Arc<Project>| !Arc::ptr_eq(now, &before);
        if !self.work.doc.as_ref().is_some_and(|doc| is_done(doc.editor.project())) {
            // It has been said why.
            return;
        }
        self.leave_history(ctx);
        self.front.notices.say_with_undo(self.env.words.notice_brought_back());
        if let Some(doc) = &mut self.work.doc {
            doc.refresh(&self.env.words, &self.env.theme);
            let in_view = |thing: &&Thing| !matches!(thing, Thing::Journey(_));
            let things: Vec<Thing> = things.iter().filter(in_view).cloned().collect();
            self.work.canvas.show_all(things.clone());
            if !things.is_empty() {
                doc.select(Selection { things, cell: None });
            }
        }
    }

    /// Keeps what is now, and in no file yet, in the history of this machine.
    fn keep_unsaved(&mut self) {
        let Some(doc) = &self.work.doc else { return };
        let (Some(store), Some(path)) = (self.env.store.clone(), doc.path.clone()) else { return };
        let project = Arc::clone(doc.editor.project());
        self.spawn(move || {
            let bytes = to_json(&project);
            let kept = history::keep(&store, &path, &bytes, Occasion::Unsaved);
            Finished::Versioned(kept.map(drop))
        });
    }
}
