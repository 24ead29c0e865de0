//! Keeps unsaved work within five seconds, in case the program ends before it is saved.

use super::app::Finished;
use crate::file::recovery::{self, KeptPlace};
use crate::model::Project;
use std::path::Path;
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant, SystemTime};

/// From a change until it is kept. What is written then takes a second or two on a slow disk, and five
/// seconds is all that may be lost.
const AFTER: Duration = Duration::from_secs(3);

/// How soon it is asked again whether it is time, at most.
const TRIED: Duration = Duration::from_millis(50);

/// What has been kept of the open file.
#[derive(Default)]
pub(crate) struct Autosave {
    /// The project as it was kept last.
    kept: Option<Arc<Project>>,
    /// The project as it is being kept now.
    written: Option<Arc<Project>>,
    /// When the first change since then was seen.
    since: Option<Instant>,
    /// Where it is kept.
    place: Option<Arc<KeptPlace>>,
    /// When it was kept last.
    pub at: Option<SystemTime>,
    /// Held by the thread that is writing it now, until it ends, however it does: the next comes
    /// after it.
    writing: Weak<()>,
    /// It could not be kept the last time.
    pub failed: bool,
    /// Counts what was kept, so that what was on its way when the file was saved is known.
    number: u64,
}

impl Autosave {
    /// What to do on a thread now with what is `unsaved`, if it is time; asks for a frame when it
    /// will be.
    pub(crate) fn due(
        &mut self,
        unsaved: Option<Arc<Project>>,
        from: Option<&Path>,
        ctx: &egui::Context,
    ) -> Option<impl FnOnce() -> Finished + use<>> {
        let kept = |project: &Arc<Project>| {
            self.kept.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, project))
        };
        let Some(project) = unsaved.filter(|project| !kept(project)) else {
            self.since = None;
            return None;
        };
        let waited = self.since.get_or_insert_with(Instant::now).elapsed();
        if waited < AFTER || self.writing.strong_count() > 0 {
            ctx.request_repaint_after(AFTER.saturating_sub(waited).max(TRIED));
            return None;
        }
        self.since = None;
        let writing = Arc::new(());
        self.writing = Arc::downgrade(&writing);
        self.written = Some(Arc::clone(&project));
        let (from, number) = (from.map(Path::to_owned), self.number);
        let own = self.place.clone();
        Some(move || {
            let keep = || {
                let place = match own {
                    Some(place) => place,
                    None => Arc::new(KeptPlace::new(&recovery::folder()?, from.as_deref()).ok()?),
                };
                place.keep(from.as_deref(), &project).ok().map(|()| place)
            };
            let place = keep();
            drop(writing);
            Finished::Kept { number, place }
        })
    }

    /// Work has been kept.
    pub(crate) fn kept(&mut self, number: u64, place: Arc<KeptPlace>) {
        self.failed = false;
        if number == self.number {
            self.kept = self.written.take();
            self.at = Some(SystemTime::now());
            self.place = Some(place);
        } else {
            // Saved or given up meanwhile.
            place.clear();
        }
    }

    /// It could not be kept: it is tried again later. Is this worth saying? Only the first time.
    pub(crate) fn not_kept(&mut self) -> bool {
        !std::mem::replace(&mut self.failed, true)
    }

    /// Work that was put back is kept here until it is saved.
    pub(crate) fn adopt(&mut self, place: KeptPlace) {
        self.place = Some(Arc::new(place));
    }

    /// Where it is kept.
    pub(crate) fn place(&self) -> Option<&Arc<KeptPlace>> {
        self.place.as_ref()
    }

    /// It is saved, or given up: nothing of it need be kept.
    pub(crate) fn forget(&mut self) {
        self.number += 1;
        (self.kept, self.written) = (None, None);
        self.since = None;
        self.at = None;
        self.failed = false;
        self.writing = Weak::new();
        if let Some(place) = self.place.take() {
            place.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is due once the time has passed.
    fn due(
        autosave: &mut Autosave,
        project: &Arc<Project>,
    ) -> Option<impl FnOnce() -> Finished + use<>> {
        autosave.since = Some(Instant::now().checked_sub(AFTER).unwrap());
        autosave.due(Some(Arc::clone(project)), None, &egui::Context::default())
    }

    #[test]
    fn what_a_thread_has_not_kept_is_kept_by_the_next() {
        let project = |title: &str| Arc::new(Project { title: title.into(), ..Project::default() });
        let (one, two) = (project("one"), project("two"));
        let mut autosave = Autosave::default();
        let first = due(&mut autosave, &one).unwrap();
        assert!(due(&mut autosave, &two).is_none(), "one after another");
        // It ends and says nothing, as by a panic.
        drop(first);
        let second = due(&mut autosave, &one).unwrap();
        let Finished::Kept { number, place: Some(place) } = second() else { panic!("not kept") };
        autosave.kept(number, place);
        assert!(due(&mut autosave, &one).is_none(), "it is kept");
        assert!(due(&mut autosave, &two).is_some());
    }
}
