//! Keeps unsaved work every 15 seconds, in case the program ends before it is saved.

use super::app::Finished;
use crate::file::recovery;
use crate::model::Project;
use crate::ui::Document;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long work is at most lost.
const EVERY: Duration = Duration::from_secs(15);

/// What has been kept of the open file.
#[derive(Default)]
pub(crate) struct Autosave {
    /// The project as it was kept last.
    kept: Option<Arc<Project>>,
    /// When the first change since then was seen.
    since: Option<Instant>,
    /// Where it is kept.
    path: Option<PathBuf>,
    /// It could not be kept the last time.
    failed: bool,
    /// Counts what was kept, so that what was on its way when the file was saved is known.
    number: u64,
}

impl Autosave {
    /// What to do on a thread now, if it is time; asks for a frame when it will be.
    pub(crate) fn due(
        &mut self,
        doc: &Document,
        ctx: &egui::Context,
    ) -> Option<impl FnOnce() -> Finished + use<>> {
        let project = doc.editor.project();
        let same = self.kept.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, project));
        if same || !doc.editor.is_modified() {
            self.since = None;
            return None;
        }
        let waited = self.since.get_or_insert_with(Instant::now).elapsed();
        if waited < EVERY {
            ctx.request_repaint_after(EVERY - waited);
            return None;
        }
        self.since = None;
        self.kept = Some(Arc::clone(project));
        let (project, from, number) = (Arc::clone(project), doc.path.clone(), self.number);
        let own = self.path.clone();
        Some(move || {
            let keep = |folder: PathBuf| {
                recovery::keep(&folder, from.as_deref(), own.as_deref(), &project).ok()
            };
            Finished::Kept { number, path: recovery::folder().and_then(keep) }
        })
    }

    /// Work has been kept.
    pub(crate) fn kept(&mut self, number: u64, path: PathBuf) {
        self.failed = false;
        if number != self.number {
            // Saved or given up meanwhile.
            recovery::remove(&path);
        } else if let Some(old) = self.path.replace(path.clone()).filter(|old| *old != path) {
            recovery::remove(&old);
        }
    }

    /// It could not be kept: it is tried again later. Is this worth saying? Only the first time.
    pub(crate) fn not_kept(&mut self) -> bool {
        self.kept = None;
        !std::mem::replace(&mut self.failed, true)
    }

    /// Work that was put back is kept here until it is saved.
    pub(crate) fn adopt(&mut self, path: PathBuf) {
        self.path = Some(path);
    }

    /// It is saved, or given up: nothing of it need be kept.
    pub(crate) fn forget(&mut self) {
        self.number += 1;
        self.kept = None;
        self.since = None;
        if let Some(path) = self.path.take() {
            recovery::remove(&path);
        }
    }
}
