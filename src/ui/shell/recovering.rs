//! What is there when a file is not: work that was kept when the program ended, and the versions of a
//! file that is gone.

use super::app::App;
use super::dialog::KeptQuestion;
use crate::file::history::{self, KeptVersion, Occasion, Store};
use crate::file::recovery::{self, KeptPlace, Recovered};
use crate::file::{self, Stamp, folder};
use crate::model::Project;
use crate::ui::kit::local_time;
use crate::ui::start::pictures;
use crate::ui::state::file_choice::Then;
use crate::ui::{Document, Message};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// What has come into a file so shortly before work was kept may not have been seen by the window that
/// kept it: it looks every few seconds.
const UNSEEN: Duration = Duration::from_secs(10);

impl App {
    /// Puts work back that was kept.
    pub(super) fn recover(&mut self, recovered: &Recovered) {
        let Some(place) = KeptPlace::of(recovered) else {
            self.session.recovered = self.find_recovered();
            return self.front.notices.say(self.env.words.notice_kept_elsewhere());
        };
        match recovery::open(recovered) {
            Err(error) => self.report_error(self.env.words.dialog_cannot_open(), &error),
            Ok(loaded) => {
                // The file itself may be one that was mended when it was opened.
                let from = recovered.from.clone();
                let there = from.as_ref().and_then(|path| file::load(path).ok());
                let mended = there.as_ref().is_some_and(|there| there.mended);
                let mut doc = Document::new(loaded.project, from, mended);
                // Somebody may have written to the file since, or it cannot be read: then its stamp
                // is of nothing, and saving asks first.
                let older = |stamp: &Stamp| stamp.modified <= recovered.kept;
                let was = match &there {
                    Some(there) if older(&there.stamp) => None,
                    Some(_) | None => doc
                        .path
                        .as_deref()
                        .zip(self.env.store.as_ref())
                        .and_then(|(path, store)| was_in(store, path, recovered)),
                };
                doc.editor.mark_unsaved();
                doc.stamp = match (there, was) {
                    // What has been saved since is merged with, not asked about thing by thing.
                    (_, Some((project, stamp))) => {
                        doc.editor.mark_saved_as(Arc::new(project));
                        Some(stamp)
                    }
                    (Some(there), None) if older(&there.stamp) => Some(there.stamp),
                    (Some(_) | None, None) => doc.path.is_some().then(|| Stamp::of(&[])),
                };
                self.show_document(Some(doc));
                // What is in the file is there to be compared with, whoever has saved it.
                if let Some(path) = recovered.from.as_deref().filter(|path| folder::exists(path)) {
                    self.keep_version(path, Occasion::Read);
                }
                self.session.autosave.adopt(place);
                self.front.notices.say(self.env.words.notice_recovered());
            }
        }
    }

    /// What is asked about work that belongs to the file just opened and was never saved.
    pub(super) fn question_about(&self, kept: Recovered, path: &Path) -> KeptQuestion {
        let saved = folder::written(path).map(|(when, _)| when);
        let file_is_newer = saved > kept.kept;
        let work = recovery::open(&kept).ok();
        let differs = work.map_or_else(String::new, |work| {
            pictures::differs(Some(path), &work.project, &self.env.words)
        });
        KeptQuestion { kept, file_is_newer, differs }
    }

    /// Offers the last version of a file that is gone; false where none is kept.
    pub(super) fn offer_last_version(&mut self, path: &Path) -> bool {
        let Some((version, _)) = self.last_version(path) else { return false };
        let words = &self.env.words;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let when = local_time::day_and_clock(words, version.when);
        let text = words.notice_file_gone(name, when);
        let offer = (words.notice_open_version(), Message::OpenLastVersion(path.to_owned()));
        self.front.notices.say_with_offer(text, offer);
        true
    }

    /// Opens the last version of a file that is gone, as a map that is not saved: saving makes the file
    /// again.
    pub(super) fn open_last_version(&mut self, path: &Path) {
        let Some((version, store)) = self.last_version(path) else { return };
        let read = history::read(store, &version.id)
            .and_then(|bytes| Ok((file::read(&bytes)?.project, Stamp::of(&bytes))));
        match read {
            Ok(read) => self.leave(Then::Gone(path.to_owned(), Arc::new(read))),
            Err(error) => self.report_error(self.env.words.dialog_cannot_open(), &error),
        }
    }

    pub(super) fn show_last_version(&mut self, path: PathBuf, version: &(Project, Stamp)) {
        let (project, stamp) = version;
        let mut doc = Document::new(project.clone(), Some(path), false);
        doc.stamp = Some(*stamp);
        doc.missing = doc.editor.saved().cloned();
        doc.editor.mark_unsaved();
        self.show_document(Some(doc));
    }

    /// The newest version of a file that was read or saved, and where it is kept.
    fn last_version(&self, path: &Path) -> Option<(KeptVersion, &Store)> {
        let store = self.env.store.as_ref()?;
        let versions = history::list(store, path).ok()?;
        Some((versions.into_iter().find(|one| one.occasion != Occasion::Unsaved)?, store))
    }

    /// The open file is gone, or where it is cannot be reached: what is here is in no file now.
    pub(super) fn file_is_gone(&mut self, path: &Path) {
        let Some(doc) = &mut self.work.doc else { return };
        if doc.path.as_deref() != Some(path) || doc.missing.is_some() || self.session.saving.is_on()
        {
            return;
        }
        doc.missing = doc.editor.saved().cloned();
        doc.editor.mark_unsaved();
        let words = &self.env.words;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let offer = (words.command_save(), Message::Do(crate::ui::state::command::Command::Save));
        self.front.notices.say_with_offer(words.notice_open_file_gone(name), offer);
    }

    /// It is there again.
    pub(super) fn file_is_back(&mut self, path: &Path) {
        let Some(doc) = &mut self.work.doc else { return };
        if doc.path.as_deref() == Some(path)
            && let Some(saved) = doc.missing.take()
        {
            doc.editor.mark_saved_as(saved);
        }
    }
}

/// What was in the file when this work was kept: the last version that had been read or saved by then.
/// One that came just before may not have been seen by whoever kept the work.
fn was_in(store: &Store, path: &Path, kept: &Recovered) -> Option<(Project, Stamp)> {
    let before = kept.kept?.checked_sub(UNSEEN)?;
    let versions = history::list(store, path).ok()?;
    let is_it =
        |one: &&history::KeptVersion| one.occasion != Occasion::Unsaved && one.when <= before;
    let bytes = history::read(store, &versions.iter().find(is_it)?.id).ok()?;
    let loaded = file::read(&bytes).ok().filter(|loaded| !loaded.mended)?;
    Some((loaded.project, Stamp::of(&bytes)))
}
