//! `kundresa history` and `kundresa restore`: which versions of a file there are, and one as a file.
//!
//! There are two kinds: those that were kept when the file was saved or opened on this machine, and
//! those that somebody gave a name, which stand in the file. Both are listed together, newest first.

use super::args::Request;
use super::given::{Args, Given};
use super::usage::{Usage, UsageError, choose_lang, usage};
use super::{MENDED, SOUND, UNREADABLE};
use crate::file::history::{self, Occasion, PastVersion, ReadVersion, Store};
use crate::file::{self, FileError};
use crate::insight::WhatChanged;
use crate::model::Project;
use crate::words::{Lang, Words};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A version to write as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restore {
    /// The file it is a version of.
    pub file: PathBuf,
    /// Which, by its number in the list: 1 is the newest.
    pub version: usize,
    /// The file to write; none: the standard output.
    pub path: Option<PathBuf>,
    /// Replace a file that is there.
    pub force: bool,
}

/// The options of restore, for the help.
pub(super) const OPTIONS: &[Usage] = &[
    usage("--version N", |words| words.cli_about_restore_version()),
    usage("-o OUT", |words| words.cli_about_restore_output()),
    usage("--force", |words| words.cli_about_force()),
];

/// Reads the arguments that follow `history`.
pub(super) fn parse_history(
    args: &mut Args,
    lang: &mut Option<Lang>,
) -> Result<Request, UsageError> {
    let (mut json, mut help, mut file) = (false, false, None);
    while let Some(given) = args.next()? {
        match given {
            Given::Word(word) => one_file("history", &mut file, word.into())?,
            Given::Option(name) => match name.as_str() {
                "--json" => json = true,
                "--help" | "-h" => help = true,
                "--lang" => *lang = Some(choose_lang(&args.text(&name)?)?),
                _ => return Err(args.unknown(name)),
            },
        }
    }
    if help {
        return Ok(Request::Help);
    }
    let file = file.ok_or_else(|| UsageError::NoFiles("history".into()))?;
    Ok(Request::History { file, json })
}

/// Reads the arguments that follow `restore`.
pub(super) fn parse_restore(
    args: &mut Args,
    lang: &mut Option<Lang>,
) -> Result<Request, UsageError> {
    let (mut force, mut help) = (false, false);
    let (mut file, mut version, mut output) = (None, None, None);
    while let Some(given) = args.next()? {
        match given {
            Given::Word(word) => one_file("restore", &mut file, word.into())?,
            Given::Option(name) => match name.as_str() {
                "--force" => force = true,
                "--help" | "-h" => help = true,
                "--lang" => *lang = Some(choose_lang(&args.text(&name)?)?),
                "--version" => {
                    let number = args.text(&name)?;
                    let bad = || UsageError::BadValue(name.clone(), number.clone());
                    let found = number.parse().ok().filter(|number| *number > 0);
                    version = Some(found.ok_or_else(bad)?);
                }
                "-o" | "--output" => output = Some(args.value(&name)?),
                _ => return Err(args.unknown(name)),
            },
        }
    }
    if help {
        return Ok(Request::Help);
    }
    let file = file.ok_or_else(|| UsageError::NoFiles("restore".into()))?;
    let version = version.ok_or(UsageError::NoVersion)?;
    let output = output.ok_or(UsageError::NoRestoredFile)?;
    let path = (output != "-").then(|| output.into());
    Ok(Request::Restore(Restore { file, version, path, force }))
}

fn one_file(command: &str, file: &mut Option<PathBuf>, more: PathBuf) -> Result<(), UsageError> {
    if file.is_some() {
        let more = more.to_string_lossy().into_owned();
        return Err(UsageError::OneFile(command.into(), more));
    }
    *file = Some(more);
    Ok(())
}

/// What is known of a file's past.
struct Past {
    store: Option<Store>,
    /// What the file holds now; none where it cannot be opened.
    now: Option<Project>,
    /// Why it cannot.
    problem: Option<FileError>,
    /// Oldest first.
    entries: Vec<PastVersion>,
}

impl Past {
    /// All versions of a file. One that is damaged or gone has those that were kept.
    fn of(path: &Path) -> Result<Self, FileError> {
        let (now, problem) = match file::load(path) {
            Ok(loaded) => (Some(loaded.project), None),
            Err(error) => (None, Some(error)),
        };
        let store = Store::of_user();
        let kept = store.as_ref().map(|store| history::list(store, path)).transpose()?;
        let named = now.iter().flat_map(|now| now.versions.iter());
        let entries = PastVersion::in_order(named, kept.unwrap_or_default());
        match problem {
            Some(error) if entries.is_empty() => Err(error),
            problem => Ok(Self { store, now, problem, entries }),
        }
    }

    /// The version with this number: 1 is the newest.
    fn version(&self, number: usize) -> Option<&PastVersion> {
        self.entries.get(self.entries.len().checked_sub(number)?)
    }
}

/// What programs are told of a version, in the order of the JSON.
#[derive(Serialize)]
struct Told {
    number: usize,
    when: String,
    kind: &'static str,
    name: String,
    note: String,
    hash: String,
    size: Option<u64>,
    who: String,
    machine: String,
    /// What changed since the one before, by kind; none: it is the first, or one of the two is damaged.
    changes: Option<Value>,
    text: String,
    problem: Option<String>,
}

/// Tells of all versions, newest first.
fn told(past: &Past, words: &Words) -> Vec<Told> {
    let (mut told, mut before) = (Vec::new(), None::<ReadVersion>);
    for (index, entry) in past.entries.iter().enumerate() {
        let read = entry.read(past.store.as_ref());
        let problem = read.as_ref().err().map(|error| error.reason(words));
        let read = read.ok();
        let changed = before.as_ref().zip(read.as_ref()).map(|(old, new)| old.changed_to(new));
        let text = match &changed {
            Some(changed) => changed.text(words),
            None if index == 0 => words.cli_history_first(),
            None => String::new(),
        };
        told.push(Told {
            number: past.entries.len() - index,
            changes: changed.as_ref().map(as_json),
            text: problem.clone().unwrap_or(text),
            problem,
            ..of_entry(entry)
        });
        before = read;
    }
    told.reverse();
    told
}

fn of_entry(entry: &PastVersion) -> Told {
    let (kind, name, note) = match entry {
        PastVersion::Kept(kept) => {
            let kind = match kept.occasion {
                Occasion::Saved => "saved",
                Occasion::Read => "read",
                Occasion::Unsaved => "unsaved",
            };
            (kind, String::new(), String::new())
        }
        PastVersion::Named(version) => ("named", version.name.clone(), version.note.clone()),
    };
    let kept = if let PastVersion::Kept(kept) = entry { Some(kept) } else { None };
    Told {
        number: 0,
        when: entry.when(),
        kind,
        name,
        note,
        hash: kept.map(|kept| kept.hash.clone()).unwrap_or_default(),
        size: kept.map(|kept| kept.size),
        who: kept.map(|kept| kept.who.clone()).unwrap_or_default(),
        machine: kept.map(|kept| kept.machine.clone()).unwrap_or_default(),
        changes: None,
        text: String::new(),
        problem: None,
    }
}

fn as_json(changed: &WhatChanged) -> Value {
    let mut all = Map::new();
    for (kind, tally) in &changed.tallies {
        let (new, moved) = (tally.new, tally.moved);
        let counts = json!({
            "new": new, "changed": tally.changed, "moved": moved, "removed": tally.removed,
        });
        all.insert(kind.key().into(), counts);
    }
    all.insert("title".into(), changed.title.into());
    all.insert("other".into(), changed.other.into());
    Value::Object(all)
}

/// Prints the versions of a file, newest first; gives the exit code.
pub(super) fn print(
    path: &Path,
    json: bool,
    words: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let past = match Past::of(path) {
        Ok(past) => past,
        Err(error) => return fail(err, &error.text(words)),
    };
    if let Some(error) = &past.problem {
        // Nobody to tell is no reason to do anything else.
        drop(writeln!(err, "kundresa: {}", error.text(words)));
    }
    let all = told(&past, words);
    let damaged = past.problem.is_some() || all.iter().any(|one| one.problem.is_some());
    if json {
        serde_json::to_writer_pretty(&mut *out, &all)?;
        writeln!(out)?;
    } else if all.is_empty() {
        writeln!(out, "{}", words.cli_history_none(path.display().to_string()))?;
    } else {
        print_lines(&all, words, out)?;
    }
    Ok(if damaged { MENDED } else { SOUND })
}

/// `12  2026-11-30 14:20 UTC  saved  3 cards new, 1 changed`
fn print_lines(all: &[Told], words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let name = |one: &Told| match one.kind {
        "saved" => words.cli_history_saved(),
        "read" => words.cli_history_read(),
        "unsaved" => words.cli_history_unsaved(),
        _ => words.cli_history_named(one.name.replace(['\n', '\r'], " ")),
    };
    let width = all.iter().map(|one| name(one).chars().count()).max().unwrap_or(0);
    let digits = all.len().to_string().len();
    for one in all {
        // Seconds tell saves of one minute apart.
        let when = one.when.replacen('T', " ", 1).replace('Z', " UTC");
        let (number, name, text) = (one.number, name(one), &one.text);
        let line = format!("{number:>digits$}  {when:<23}  {name:<width$}  {text}");
        writeln!(out, "{}", line.trim_end())?;
        for note in one.note.lines().filter(|line| !line.trim().is_empty()) {
            writeln!(out, "{:digits$}  {note}", "")?;
        }
    }
    Ok(())
}

/// Writes a version as a file; gives the exit code.
pub(super) fn restore(
    wanted: &Restore,
    words: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let source = wanted.file.display().to_string();
    if let Some(path) = &wanted.path {
        let name = path.display().to_string();
        if history::is_same_file(&wanted.file, path) {
            return fail(err, &words.cli_restore_same(name));
        }
        if file::folder::exists(path) && !wanted.force {
            return fail(err, &words.cli_file_exists(name));
        }
    }
    let past = match Past::of(&wanted.file) {
        Ok(past) => past,
        Err(error) => return fail(err, &error.text(words)),
    };
    let Some(entry) = past.version(wanted.version) else {
        return fail(err, &words.cli_no_such_version(source, wanted.version.to_string()));
    };
    let bytes = match entry.bytes(past.store.as_ref(), past.now.as_ref()) {
        Ok(bytes) => bytes,
        Err(error) => return fail(err, &error.text(words)),
    };
    let Some(path) = &wanted.path else {
        out.write_all(&bytes)?;
        return Ok(SOUND);
    };
    match file::write(path, &bytes) {
        Ok(()) => {
            writeln!(out, "{}", words.cli_exported(path.display().to_string())).map(|()| SOUND)
        }
        Err(error) => fail(err, &error.text(words)),
    }
}

fn fail(err: &mut dyn Write, text: &str) -> io::Result<u8> {
    // Nobody to tell is no reason to do anything else.
    drop(writeln!(err, "kundresa: {text}"));
    Ok(UNREADABLE)
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use std::ffi::OsString;

    #[test]
    fn arguments_become_requests() {
        let history = |file: &str, json| Request::History { file: file.into(), json };
        let restore = |version, path: Option<&str>, force| {
            let path = path.map(PathBuf::from);
            Request::Restore(Restore { file: "a".into(), version, path, force })
        };
        let bad = |value: &str| UsageError::BadValue("--version".into(), value.into());
        let unknown = |option: &str| UsageError::UnknownOption(option.into());
        let rows = [
            ("history a", Ok(history("a", false))),
            ("history --json a", Ok(history("a", true))),
            ("history -- --json", Ok(history("--json", false))),
            ("history", Err(UsageError::NoFiles("history".into()))),
            ("history a b", Err(UsageError::OneFile("history".into(), "b".into()))),
            ("history a --force", Err(unknown("--force"))),
            ("history --help", Ok(Request::Help)),
            ("restore a --version 2 -o b", Ok(restore(2, Some("b"), false))),
            ("restore --version=2 --force a -o -", Ok(restore(2, None, true))),
            ("restore a --version 0 -o b", Err(bad("0"))),
            ("restore a --version two -o b", Err(bad("two"))),
            ("restore a -o b", Err(UsageError::NoVersion)),
            ("restore a --version 2", Err(UsageError::NoRestoredFile)),
            ("restore --version 2 -o b", Err(UsageError::NoFiles("restore".into()))),
            ("restore a b", Err(UsageError::OneFile("restore".into(), "b".into()))),
            ("restore a --json", Err(unknown("--json"))),
            ("restore -h", Ok(Request::Help)),
        ];
        for (line, expected) in rows {
            let asked = parse(line.split_whitespace().map(OsString::from));
            assert_eq!(asked.1, expected, "{line}");
        }
    }
}
