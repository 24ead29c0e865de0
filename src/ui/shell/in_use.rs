//! A file that somebody has open already: who, since when, and what to do about it; and this window
//! as others on this machine know it.

use super::app::App;
use super::dialog::Dialog;
use crate::file::{self, InUse, OwnWindow, users};
use crate::ui::Document;
use crate::ui::kit::local_time;
use crate::ui::state::document::OnlyRead;
use crate::words::Words;
use egui::ViewportCommand;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Between two looks whether this window is wanted in front.
const EVERY: Duration = Duration::from_millis(300);

/// What to do with a file that somebody has open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum UsedFile {
    /// Bring the window that has it to the front.
    Show,
    /// Open it all the same: what both save is merged.
    #[default]
    Together,
    /// Look at it and change nothing.
    Read,
    /// Open a copy that is not saved yet.
    Copy,
}

/// A file that somebody has open already.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct InUseQuestion {
    pub path: PathBuf,
    /// Who has had it open longest.
    pub user: InUse,
    /// It is another window on this machine.
    pub here: bool,
}

impl InUseQuestion {
    /// What is offered, and what it is called; Esc does none of it.
    pub(crate) fn choices(&self, words: &Words) -> Vec<(UsedFile, String)> {
        let together = (UsedFile::Together, words.dialog_go_on_together());
        let copy = (UsedFile::Copy, words.dialog_open_copy());
        match self.here {
            true => vec![(UsedFile::Show, words.dialog_show_window()), together, copy],
            false => vec![together, (UsedFile::Read, words.dialog_only_read()), copy],
        }
    }

    /// Who has it open, where and since when.
    pub(crate) fn told(&self, words: &Words) -> String {
        let since = local_time::of_text(&self.user.since);
        let since = since.map(|when| local_time::day_and_clock(words, when)).unwrap_or_default();
        let InUse { who, machine, .. } = &self.user;
        match (self.here, who.is_empty()) {
            (true, _) => words.dialog_in_use_here(since),
            (false, true) => words.dialog_in_use_somewhere(machine, since),
            (false, false) => words.dialog_in_use_by(who, machine, since),
        }
    }
}

/// This window, as other windows on this machine know it; it comes to the front when one of them
/// asks for that.
pub(crate) struct KnownWindow {
    window: Arc<OwnWindow>,
    /// Ends the thread that looks whether it is wanted.
    _ends: Sender<()>,
}

impl KnownWindow {
    /// Says that it is there; none where nothing can be kept.
    pub(crate) fn open(ctx: &egui::Context) -> Option<Self> {
        let window = Arc::new(OwnWindow::open()?);
        let (ends, ended) = channel();
        let (wanted, ctx) = (Arc::clone(&window), ctx.clone());
        let look = move || {
            while ended.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                if wanted.is_wanted() {
                    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                    ctx.send_viewport_cmd(ViewportCommand::Focus);
                    ctx.request_repaint();
                }
            }
        };
        std::thread::Builder::new().name("front".into()).spawn(look).ok()?;
        Some(Self { window, _ends: ends })
    }

    pub(crate) fn window(&self) -> &OwnWindow {
        &self.window
    }
}

/// Brings the window to the front that has the file open already, on this machine; false: there is
/// none, or it does not answer.
pub(crate) fn show_window_of(path: &Path) -> bool {
    users(path, None).iter().any(file::bring_to_front)
}

impl App {
    /// Opens a file; asks first where somebody has it open already.
    pub(crate) fn open_or_ask(&mut self, path: &Path) {
        let own = self.session.window.as_ref().map(KnownWindow::window);
        let used = own.map(|own| users(path, Some(own))).unwrap_or_default();
        match used.into_iter().next() {
            Some(user) => {
                let here = user.is_here();
                self.ask(Dialog::InUse(InUseQuestion { path: path.to_owned(), user, here }));
            }
            None => self.open(path),
        }
    }

    /// Does what was chosen for a file that somebody has open.
    pub(crate) fn open_used(&mut self, question: &InUseQuestion, how: UsedFile) {
        match how {
            UsedFile::Show => {
                if !file::bring_to_front(&question.user) {
                    // It has been closed meanwhile.
                    self.open(&question.path);
                }
            }
            UsedFile::Together | UsedFile::Read | UsedFile::Copy => {
                self.open_as(&question.path, how);
            }
        }
    }

    /// What has been opened becomes what it was opened as.
    pub(super) fn as_asked(&self, doc: &mut Document) {
        match self.session.opens_to {
            // That a later version has written it weighs more.
            UsedFile::Read => drop(doc.only_read.get_or_insert(OnlyRead::InUse)),
            UsedFile::Copy => {
                (doc.path, doc.stamp, doc.mended) = (None, None, false);
                doc.editor.mark_unsaved();
            }
            UsedFile::Show | UsedFile::Together => {}
        }
    }

    /// Refuses to change a map that is only looked at, and says how it can be changed; false: it is
    /// not.
    pub(crate) fn refuses_to_change(&mut self) -> bool {
        let Some(why) = self.work.doc.as_ref().and_then(|doc| doc.only_read) else { return false };
        let words = &self.env.words;
        self.front.notices.say(match why {
            OnlyRead::InUse => words.notice_only_read(),
            OnlyRead::Newer => words.notice_only_read_newer(),
        });
        // Nobody is to type on what is not kept.
        self.work.canvas.let_go();
        true
    }
}
