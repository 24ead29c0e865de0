//! When the program ends in the middle: by a panic, by a signal, with the session or the display.
//! What is unsaved is kept before, and a panic leaves a report on the disk. Nothing is ever sent.

use crate::file::recovery::{self, KeptPlace};
use crate::file::{keep_report, take_marks_away, unseen_report};
use crate::model::Project;
use crate::scene::is_quiet_panic;
use crate::words::Words;
use std::io::Write as _;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::ThreadId;

/// What is unsaved in the window, at hand for whatever thread hears of the end first.
static UNSAVED: Mutex<Option<AtHand>> = Mutex::new(None);

/// Held while that is kept: who ends the program meanwhile waits until it is. A session that ends
/// sends a signal and takes the display away at once.
static KEEPING: Mutex<()> = Mutex::new(());

/// Where a display goes away the system's own library ends the program, and returns nowhere. What a
/// thread has of its own is dropped then too.
struct Ends;

impl Drop for Ends {
    fn drop(&mut self) {
        if is_unsaved() {
            // A thread of its own still has all that writing a file asks of a thread.
            let kept = std::thread::Builder::new().spawn(keep_now);
            drop(kept.map(std::thread::JoinHandle::join));
        }
        take_marks_away();
        drop(KEEPING.lock());
    }
}

thread_local!(static ENDS: Ends = const { Ends });

/// Unsaved work, the file it belongs to, and where it is kept already.
struct AtHand {
    project: Arc<Project>,
    from: Option<PathBuf>,
    place: Option<Arc<KeptPlace>>,
    /// The window's: where it fails the program ends, and where another does the window goes on.
    thread: ThreadId,
}

/// Lays what is unsaved now at hand; none: all is saved, or given up.
pub(crate) fn lay_at_hand(
    project: Option<Arc<Project>>,
    from: Option<&Path>,
    place: Option<&Arc<KeptPlace>>,
) {
    let mut unsaved = UNSAVED.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(project) = project else {
        *unsaved = None;
        return;
    };
    let same = unsaved.as_ref().is_some_and(|before| {
        Arc::ptr_eq(&before.project, &project)
            && before.from.as_deref() == from
            && before.place.as_ref().map(Arc::as_ptr) == place.map(Arc::as_ptr)
    });
    if !same {
        let (from, place) = (from.map(Path::to_owned), place.cloned());
        let thread = std::thread::current().id();
        *unsaved = Some(AtHand { project, from, place, thread });
    }
}

fn is_unsaved() -> bool {
    UNSAVED.lock().unwrap_or_else(PoisonError::into_inner).is_some()
}

/// Keeps what is unsaved, as the program ends; where, if anything is and could be kept. When it
/// returns, what another thread has kept for the same reason is kept too.
pub(crate) fn keep_now() -> Option<PathBuf> {
    let _keeping = KEEPING.lock().unwrap_or_else(PoisonError::into_inner);
    keep_if(|_| true)
}

fn keep_if(ends: impl FnOnce(&AtHand) -> bool) -> Option<PathBuf> {
    let mut unsaved = UNSAVED.lock().unwrap_or_else(PoisonError::into_inner);
    let AtHand { project, from, place, .. } = unsaved.take_if(|unsaved| ends(unsaved))?;
    drop(unsaved);
    let place = match place {
        Some(place) => place,
        None => Arc::new(KeptPlace::new(&recovery::folder()?, from.as_deref()).ok()?),
    };
    place.keep_last(from.as_deref(), &project).ok()?;
    Some(place.path().to_owned())
}

/// From now on a panic and the usual signals to end (on Unix SIGTERM, SIGHUP and SIGINT; elsewhere
/// what stands for them) keep what is unsaved first.
pub fn stand_by(words: Words) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if is_quiet_panic() {
            return;
        }
        let kept = keep_if(|unsaved| unsaved.thread == std::thread::current().id());
        before(info);
        let shown = |path: PathBuf| path.display().to_string();
        let mut err = std::io::stderr();
        if let Some(report) = keep_report(&report_of(info)) {
            drop(writeln!(err, "{}", words.emergency_report(shown(report))));
        }
        if let Some(kept) = kept {
            drop(writeln!(err, "{}", words.emergency_kept(shown(kept))));
        }
    }));
    ENDS.with(|_| ());
    // Where signals are taken by somebody else the window works all the same.
    drop(ctrlc::set_handler(end));
}

/// A signal asks the program to end.
#[expect(clippy::exit, reason = "the system has asked for it, and nothing else would hear of it")]
fn end() {
    keep_now();
    take_marks_away();
    std::process::exit(ENDED);
}

/// The exit code of a program that was asked to end: 128 and the number of SIGTERM.
const ENDED: i32 = 143;

/// What the report of a panic says: no word of the map.
fn report_of(info: &PanicHookInfo<'_>) -> String {
    let said = info.payload_as_str().unwrap_or("(no message)");
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    let thread = std::thread::current().name().unwrap_or("(no name)").to_owned();
    let trace = std::backtrace::Backtrace::force_capture();
    format!(
        "Kundresa {} on {os} {arch}\n{said}\nat {place}, thread {thread}\n\n{trace}",
        env!("CARGO_PKG_VERSION")
    )
}

/// What to say at the start, where the program ended by a panic the last time: where the report is.
pub(crate) fn ended_before(words: &Words) -> Option<String> {
    unseen_report().map(|path| words.emergency_report(path.display().to_string()))
}
