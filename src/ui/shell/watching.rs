//! Who else writes to the file that is open? It is looked at every few seconds, as network drives and
//! folders that are kept in step tell nobody of changes. What another has written is taken in: as it
//! is where nothing is unsaved here, merged with what is.

use super::app::{App, Finished};
use crate::edit::{Change, Replaced};
use crate::file::{self, InUseMark, Loaded, Stamp, conflicted_copies};
use crate::merge::{Copies, counts_in_words, merge};
use crate::model::Project;
use crate::ui::Message;
use crate::ui::state::command::Command;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Between two looks at the file.
const EVERY: Duration = Duration::from_secs(2);
/// So many looks at the file come for one at the names beside it.
const COPIES_EVERY: u32 = 5;
/// A file that cannot be read whole may be half written: it is looked at again so many times before
/// anything is believed of it.
const DOUBTS: usize = 3;

/// The thread that looks at the open file; it ends when this is dropped.
pub(crate) struct FileWatch {
    path: PathBuf,
    /// What the file is known to be like.
    known: Sender<Stamp>,
    told: Stamp,
    /// Says beside the file that it is open here.
    _mark: Option<InUseMark>,
}

impl App {
    /// Looks at the open file from now on, if it is not looked at already.
    pub(super) fn keep_watch(&mut self) {
        let open = self.work.doc.as_ref().and_then(|doc| Some((doc.path.clone()?, doc.stamp?)));
        let Some((path, stamp)) = open else {
            self.session.watch = None;
            return;
        };
        match &mut self.session.watch {
            Some(watch) if watch.path == path => {
                if watch.told != stamp {
                    watch.told = stamp;
                    // A thread that has ended is of another file.
                    let _ = watch.known.send(stamp);
                }
            }
            _ => self.session.watch = self.watch(path, stamp),
        }
    }

    fn watch(&self, path: PathBuf, stamp: Stamp) -> Option<FileWatch> {
        let (known, news) = channel();
        let (done, ctx) = (self.session.done.0.clone(), self.env.ctx.clone());
        let at = path.clone();
        let mark = self.session.window.as_ref().and_then(|own| InUseMark::put(&path, own.window()));
        let mut confirmation = mark.as_ref().map(InUseMark::confirmation);
        let look = move || {
            let (mut stamp, mut doubts) = (stamp, 0);
            let (mut copies, mut looks) = (conflicted_copies(&at), 0_u32);
            let mut missing = 0;
            loop {
                if let Some(confirmation) = &mut confirmation {
                    confirmation.keep_up();
                }
                match news.recv_timeout(EVERY) {
                    Ok(newer) => {
                        stamp = newer;
                        continue;
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return,
                }
                looks = looks.wrapping_add(1);
                if looks.is_multiple_of(COPIES_EVERY) {
                    let now = conflicted_copies(&at);
                    let is_new = now.iter().any(|copy| !copies.contains(copy));
                    copies = now;
                    if is_new {
                        if done.send(Finished::CopiesCame(at.clone())).is_err() {
                            return;
                        }
                        ctx.request_repaint();
                    }
                }
                // Whoever writes a file anew may take it away for a moment.
                let is_missing = matches!(at.try_exists(), Ok(false));
                let was_missing = missing > DOUBTS;
                missing = if is_missing { missing.saturating_add(1) } else { 0 };
                let news = match (was_missing, missing > DOUBTS) {
                    (false, true) => Some(Finished::Gone(at.clone())),
                    (true, false) => Some(Finished::Back(at.clone())),
                    (false, false) | (true, true) => None,
                };
                if let Some(news) = news {
                    if done.send(news).is_err() {
                        return;
                    }
                    ctx.request_repaint();
                }
                let Some(loaded) = changed(&at, &stamp, &mut doubts) else { continue };
                stamp = loaded.stamp;
                let loaded = Box::new(loaded);
                if done.send(Finished::Changed { path: at.clone(), loaded }).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
        };
        std::thread::Builder::new().name("watch".into()).spawn(look).ok()?;
        Some(FileWatch { path, known, told: stamp, _mark: mark })
    }

    /// Somebody else has changed the file.
    pub(super) fn changed_on_disk(&mut self, path: &Path, loaded: Loaded) {
        let Some(doc) = &mut self.work.doc else { return };
        // Saved meanwhile: what was read is what was written here, or will be seen again.
        if doc.path.as_deref() == Some(path)
            && let Some(saved) = doc.missing.take()
        {
            doc.editor.mark_saved_as(saved);
        }
        let known = doc.stamp.is_some_and(|stamp| stamp.hash == loaded.stamp.hash);
        if doc.path.as_deref() != Some(path) || self.session.saving.is_on() {
            return;
        }
        if known {
            doc.stamp = Some(loaded.stamp);
            return;
        }
        self.take_in(loaded);
        // What keeps the folder in step may have put another copy there by the same.
        self.look_for_copies(path);
    }

    /// Takes in what the file is now: what has been typed and dragged here stays, and what both have
    /// changed is a conflict that is kept in the map.
    pub(super) fn take_in(&mut self, loaded: Loaded) {
        self.keep_typed();
        let Some(doc) = &mut self.work.doc else { return };
        let unsaved = doc.editor.is_modified();
        // What is being typed is typed on.
        doc.editor.commit();
        let theirs = Arc::new(loaded.project);
        let copies = |ours| Copies {
            base: doc.editor.saved().map(|base| &**base),
            ours,
            theirs: &theirs,
            ours_label: "",
            theirs_label: "",
        };
        let merged = merge(&copies(doc.editor.committed()));
        let (before, came) = (doc.editor.committed().conflicts.len(), theirs.conflicts.len());
        let with = match unsaved {
            true => Arc::new(self.work.canvas.as_typed(merged.project)),
            false => Arc::clone(&theirs),
        };
        let what = counts_in_words(&merged.theirs, &self.env.words);
        self.make(Change::Replace { with, why: Replaced::ByFile });
        let Some(doc) = &mut self.work.doc else { return };
        self.work.canvas.type_on(&self.env.ctx, doc, &theirs);
        if let Some(present) = &mut self.work.presenting {
            present.type_on(doc);
        }
        doc.editor.mark_saved_as(theirs);
        doc.stamp = Some(loaded.stamp);
        doc.mended |= loaded.mended;
        let project = doc.editor.project();
        if project.journey(&doc.journey).is_none()
            && let Some(first) = project.journeys.first().map(|journey| journey.id.clone())
        {
            self.go_to(&first);
        }
        let (words, notices) = (&self.env.words, &mut self.front.notices);
        let choose = (words.notice_choose(), Message::Do(Command::Conflicts));
        match merged.conflicts.len() {
            // What this user has written may be what did not come to stand.
            _ if !unsaved && came > before => {
                notices.say_with_offer(words.notice_taken_in_conflicts(came as f64), choose);
            }
            _ if !unsaved && came == 0 && before > 0 => {
                notices.say_with_undo(words.notice_conflicts_solved());
            }
            _ if !unsaved => notices.say_with_undo(words.notice_taken_in(what)),
            0 => notices.say_with_undo(words.notice_merged(what)),
            conflicts => {
                let text = words.notice_merged_conflicts(what, conflicts);
                notices.say_with_offer(text, choose);
            }
        }
    }
}

/// What is in the file, if that is something else than `stamp` was taken of. One that cannot be
/// read, or has to be mended, may be half written: it is believed when it stays so.
fn changed(path: &Path, stamp: &Stamp, doubts: &mut usize) -> Option<Loaded> {
    if !file::changed_since(path, stamp) {
        *doubts = 0;
        return None;
    }
    let loaded = file::load(path).ok();
    let sound = loaded.as_ref().is_some_and(|loaded| {
        !loaded.mended && !file::changed_since(path, &loaded.stamp) && is_map(&loaded.project)
    });
    if sound {
        *doubts = 0;
        return loaded;
    }
    *doubts += 1;
    loaded.filter(|_| *doubts > DOUBTS).inspect(|_| *doubts = 0)
}

/// A file that was emptied is no map that somebody has made empty.
pub(super) fn is_map(project: &Project) -> bool {
    !project.journeys.is_empty()
}
