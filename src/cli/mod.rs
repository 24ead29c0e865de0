//! The program without a window: what the arguments ask for, and the commands that only print.
//!
//! A command writes to what it is given and returns its exit code, so that tests can run it.

mod args;
mod check;
mod export;
mod export_args;
mod gaps;
mod given;
mod history;
mod import;
mod merge;
mod tasks;
mod templates;
mod usage;

pub use args::{Request, parse};
pub use export_args::{Export, Output};
pub use gaps::GapsAsked;
pub use history::Restore;
pub use import::Import;
pub use merge::Merge;
pub use tasks::TasksAsked;
pub use templates::New;
pub use usage::UsageError;

use crate::words::{Lang, Words};
use std::io::{self, Write};

/// Exit code: all is well.
pub const SOUND: u8 = 0;
/// Exit code: something had to be mended, or conflicts are left.
pub const MENDED: u8 = 1;
/// Exit code: something could not be read, or the arguments make no sense.
pub const UNREADABLE: u8 = 2;

/// Does what a request for text asks for; a window is asked for elsewhere and gives none.
pub fn run(request: &Request, lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> Option<u8> {
    let words = &Words::new(lang);
    let done = match request {
        Request::Window { .. } => return None,
        Request::Help => write!(out, "{}", args::help(words)).map(|()| SOUND),
        Request::Version => writeln!(out, "kundresa {}", env!("CARGO_PKG_VERSION")).map(|()| SOUND),
        Request::Check { files, json: false } => check::print(files, words, out),
        Request::Check { files, json: true } => check::print_json(files, words, out),
        Request::Templates { json: false } => templates::print(words, out),
        Request::Templates { json: true } => templates::print_json(words, out),
        Request::New(wanted) => templates::make(wanted, words, out, err),
        Request::Import(wanted) => import::run(wanted, words, out, err),
        Request::Merge(wanted) => merge::run(wanted, words, out, err),
        Request::Gaps(asked) => gaps::print(asked, words, out, err),
        Request::Tasks(asked) => tasks::run(asked, words, out, err),
        Request::History { file, json } => history::print(file, *json, words, out, err),
        Request::Restore(wanted) => history::restore(wanted, words, out, err),
        Request::Export(request) => export::run(request, words, out, err),
    };
    let done = done.and_then(|code| out.flush().map(|()| code));
    Some(match done {
        Ok(code) => code,
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => SOUND,
        Err(error) => {
            drop(writeln!(err, "kundresa: {}", words.cli_cannot_write(error.to_string())));
            UNREADABLE
        }
    })
}

/// Says what is wrong with the arguments, and where help is; gives the exit code.
pub fn refuse(error: &UsageError, lang: Lang, err: &mut dyn Write) -> u8 {
    let words = Words::new(lang);
    // Nobody to tell is no reason to do anything else.
    drop(writeln!(err, "kundresa: {}\n{}", error.text(&words), words.cli_try_help()));
    UNREADABLE
}

/// Says why there is no window, and what works without one; gives the exit code.
pub fn no_window(reason: &str, lang: Lang, err: &mut dyn Write) -> u8 {
    let words = Words::new(lang);
    let lines = args::headless(&words);
    drop(write!(err, "kundresa: {reason}\n{}\n{lines}", words.cli_without_window()));
    UNREADABLE
}
