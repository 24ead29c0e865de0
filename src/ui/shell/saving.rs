//! Saving: on a thread, as a disk may take its time, and a disk at the other end of a network a
//! long time. Until it is done the map is unsaved, and the old file is whole.

use super::app::{App, Finished};
use super::dialog::Dialog;
use super::watching::is_map;
use crate::file::history::{self, Occasion};
use crate::file::{self, FileError, Stamp, folder};
use crate::model::Project;
use crate::ui::kit::clock::rfc3339;
use crate::ui::state::file_choice::{Choosing, Purpose, Then};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

/// So long a save is waited for, as most disks are done before. A test is not to depend on its
/// disk.
const PATIENCE: Duration = match cfg!(debug_assertions) {
    true => Duration::from_secs(20),
    false => Duration::from_millis(60),
};

/// The save that is on its way, and what is to be done after it.
#[derive(Default)]
pub(crate) struct Saving {
    now: Option<Save>,
    /// Asked for meanwhile: where to, and what comes then.
    next: Option<(PathBuf, Option<Then>)>,
    /// Tells the answers of threads that are still wanted.
    number: u64,
    /// It has been said that no version could be kept.
    told: bool,
}

/// What is being written.
struct Save {
    /// As the editor has it.
    project: Arc<Project>,
    then: Option<Then>,
    /// The file it came from was there no more.
    gone: bool,
}

impl Saving {
    /// Goes on to `then` when this project is saved; false: it is not being saved now.
    pub(super) fn then_of(&mut self, project: &Arc<Project>, then: Then) -> bool {
        let same = |save: &&mut Save| Arc::ptr_eq(&save.project, project);
        let Some(save) = self.now.as_mut().filter(same) else { return false };
        save.then = Some(then);
        true
    }

    /// Is something being saved now?
    pub(super) fn is_on(&self) -> bool {
        self.now.is_some()
    }

    /// Another file is in front now: what is being written is written, and nothing comes then.
    pub(super) fn forget(&mut self) {
        (self.now, self.next) = (None, None);
        self.number += 1;
    }
}

impl App {
    /// Saves to the file it came from, or asks for one; then goes on.
    pub(crate) fn save(&mut self, ctx: &egui::Context, then: Option<Then>) {
        let Some(doc) = &self.work.doc else { return };
        match (&doc.path, &doc.stamp) {
            // What is only looked at is saved as a file of its own.
            _ if doc.only_read.is_some() => {
                self.front.choosing = Choosing::Asked(Purpose::Save(then));
            }
            (None, _) => self.front.choosing = Choosing::Asked(Purpose::Save(then)),
            (Some(path), Some(stamp)) if file::changed_since(path, stamp) => {
                let path = path.clone();
                let known = doc.editor.saved().is_some();
                let loaded = file::load(&path).ok().filter(|_| known);
                match loaded.filter(|loaded| !loaded.mended && is_map(&loaded.project)) {
                    // Both have changed it: both are saved.
                    Some(loaded) => {
                        self.take_in(loaded);
                        self.write(ctx, path, then);
                    }
                    None => self.ask(Dialog::Changed(path, Purpose::Save(then))),
                }
            }
            (Some(path), _) => self.write(ctx, path.clone(), then),
        }
    }

    /// Saves to `path`, whatever is there; then goes on.
    pub(super) fn write(&mut self, ctx: &egui::Context, path: PathBuf, then: Option<Then>) {
        self.keep_typed();
        if self.session.saving.now.is_some() {
            self.session.saving.next = Some((path, then));
            return;
        }
        let Some(doc) = &mut self.work.doc else { return };
        doc.editor.commit();
        self.work.canvas.let_go_of_drag();
        if doc.editor.is_modified() {
            let before = doc.edited.as_ref().or(doc.editor.project().edited.as_ref());
            let now = rfc3339(SystemTime::now());
            // A time that changes with each save would be a conflict in each merge of two files.
            let is_of_today = before.is_some_and(|before| before.get(..10) == now.get(..10));
            doc.edited = if is_of_today { before.cloned() } else { Some(now.into()) };
        }
        let project = doc.editor.project().clone();
        let mut written = Project::clone(&project);
        written.edited = doc.edited.clone().or(written.edited);
        // Another file is no original of this one.
        let keep_original = doc.mended && doc.path.as_ref() == Some(&path);
        let gone = doc.path.as_ref() == Some(&path) && !folder::exists(&path);
        self.session.saving.now = Some(Save { project, then, gone });
        let number = self.session.saving.number;
        self.spawn(move || {
            let result = file::save(&path, &written, keep_original);
            Finished::Saved { number, path, result }
        });
        let until = Instant::now() + PATIENCE;
        while self.session.saving.now.is_some() {
            let left = until.saturating_duration_since(Instant::now());
            let Some(done) = self.next_done(left) else { return };
            self.answer(ctx, done);
        }
    }

    /// A save is done, or has failed.
    pub(super) fn saved(
        &mut self,
        ctx: &egui::Context,
        number: u64,
        path: PathBuf,
        result: Result<Stamp, FileError>,
    ) {
        let saving = &mut self.session.saving;
        let (now, next) = match number == saving.number {
            true => (saving.now.take(), saving.next.take()),
            false => (None, None),
        };
        let stamp = match result {
            Ok(stamp) => stamp,
            Err(error) => {
                return match now {
                    Some(save) => self.not_saved(&error, save.then),
                    // Another map is in front now.
                    None => self.report_error(self.env.words.dialog_cannot_save(), &error),
                };
            }
        };
        let (Some(Save { project, then, gone }), Some(doc)) = (now, &mut self.work.doc) else {
            return;
        };
        doc.editor.mark_saved_as(project);
        (doc.mended, doc.stamp, doc.only_read) = (false, Some(stamp), None);
        doc.missing = None;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        doc.path = Some(path.clone());
        // What has been changed meanwhile is kept as before.
        if !doc.editor.is_modified() {
            self.session.autosave.forget();
        }
        self.front.notices.say(match gone {
            true => self.env.words.notice_made_again(name),
            false => self.env.words.notice_saved(name),
        });
        self.keep_version(&path, Occasion::Saved);
        self.env.settings.add_recent(&path);
        self.keep_settings(ctx);
        if let Some((path, then)) = next {
            self.write(ctx, path, then);
        } else if let Some(then) = then {
            self.leave(then);
        }
    }

    /// Keeps what the file at `path` holds now in the history of this machine.
    pub(super) fn keep_version(&mut self, path: &Path, occasion: Occasion) {
        let Some(store) = self.env.store.clone() else { return };
        let path = path.to_owned();
        self.spawn(move || {
            let kept = file::read_other(&path)
                .and_then(|bytes| history::keep(&store, &path, &bytes, occasion));
            Finished::Versioned(kept.map(drop))
        });
    }

    /// A version has been kept, or could not be: the map is saved all the same, so this is said once.
    pub(super) fn versioned(&mut self, kept: &Result<(), FileError>) {
        if let Some(room) = &mut self.work.history {
            room.look_again();
        }
        if let Err(error) = kept
            && !std::mem::replace(&mut self.session.saving.told, true)
        {
            self.front.notices.say(self.env.words.notice_no_version(error.reason(&self.env.words)));
        }
    }

    /// Says why a file could not be saved, and offers another place: the map is there, unsaved.
    fn not_saved(&mut self, error: &FileError, then: Option<Then>) {
        let words = &self.env.words;
        let text = format!("{} {}", error.text(words), error.done(words));
        self.ask(Dialog::NotSaved(text, Purpose::Save(then)));
    }
}
