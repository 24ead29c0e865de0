//! `kundresa merge`: two copies of a map made one, for hands and for git.

use super::given::{Args, Given};
use super::usage::{Usage, UsageError, choose_lang, usage};
use super::{MENDED, SOUND, UNREADABLE};
use crate::file::{self, Loaded, Why};
use crate::merge::{
    Copies, MergeCount, Merged, conflict_in_words, conflicts, counts_in_words, merge,
};
use crate::model::{Conflict, Project};
use crate::words::{Lang, Words};
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Copies of a map to make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// What both were when they were one; none, or a file with nothing in it: not known.
    pub base: Option<PathBuf>,
    /// The copy that is worked in.
    pub ours: PathBuf,
    /// The copy that comes to it.
    pub theirs: PathBuf,
    /// The file; it may be one of the copies.
    pub output: PathBuf,
    /// What our copy is called in conflicts; none: as its file.
    pub ours_label: Option<String>,
    /// What their copy is called in conflicts; none: as its file.
    pub theirs_label: Option<String>,
    /// What the map is called in what is said; none: as the file that is written. Git has the copies in
    /// files of its own.
    pub name: Option<String>,
    /// Replace a file that is there and is none of the copies.
    pub force: bool,
    /// As JSON, for programs.
    pub json: bool,
}

/// The options of merge, for the help.
pub(super) const OPTIONS: &[Usage] = &[
    usage("-o OUT", |words| words.cli_about_merge_output()),
    usage("--ours NAME", |words| words.cli_about_merge_ours()),
    usage("--theirs NAME", |words| words.cli_about_merge_theirs()),
    usage("--name NAME", |words| words.cli_about_merge_name()),
    usage("--json", |words| words.cli_about_json()),
    usage("--force", |words| words.cli_about_force()),
];

/// Reads the arguments that follow `merge`; none where they ask for help.
pub(super) fn parse(args: &mut Args, lang: &mut Option<Lang>) -> Result<Option<Merge>, UsageError> {
    let (mut files, mut output) = (Vec::new(), None);
    let (mut ours_label, mut theirs_label, mut called) = (None, None, None);
    let (mut force, mut json, mut help) = (false, false, false);
    loop {
        let name = match args.next()? {
            None => break,
            Some(Given::Word(word)) => {
                files.push(PathBuf::from(word));
                continue;
            }
            Some(Given::Option(name)) => name,
        };
        match name.as_str() {
            "--force" => force = true,
            "--json" => json = true,
            "--help" | "-h" => help = true,
            "--lang" => *lang = Some(choose_lang(&args.text(&name)?)?),
            "--ours" => ours_label = Some(args.text(&name)?),
            "--theirs" => theirs_label = Some(args.text(&name)?),
            "--name" => called = Some(args.text(&name)?),
            "-o" | "--output" => output = Some(PathBuf::from(args.value(&name)?)),
            _ => return Err(args.unknown(name)),
        }
    }
    if help {
        return Ok(None);
    }
    let mut files = files.into_iter();
    let copies = (files.next(), files.next(), files.next());
    if let Some(more) = files.next() {
        return Err(UsageError::TooManyCopies(more.to_string_lossy().into_owned()));
    }
    let (base, ours, theirs) = match copies {
        (Some(base), Some(ours), Some(theirs)) => (Some(base), ours, theirs),
        (Some(ours), Some(theirs), None) => (None, ours, theirs),
        _ => return Err(UsageError::NoCopies),
    };
    let output = output.ok_or(UsageError::NoMerged)?;
    let name = called;
    Ok(Some(Merge { base, ours, theirs, output, ours_label, theirs_label, name, force, json }))
}

/// What programs are told, in the order of the JSON.
#[derive(Serialize)]
struct Told<'a> {
    file: String,
    exit: u8,
    ours: &'a [MergeCount],
    theirs: &'a [MergeCount],
    conflicts: &'a [Conflict],
}

/// Merges; gives the exit code.
pub(super) fn run(
    wanted: &Merge,
    words: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let mut fail = |text: String| {
        // Nobody to tell is no reason to do anything else.
        drop(writeln!(err, "kundresa: {text}"));
        Ok(UNREADABLE)
    };
    let is_copy = [Some(&wanted.ours), Some(&wanted.theirs), wanted.base.as_ref()]
        .into_iter()
        .flatten()
        .any(|copy| file::folder::is_same(copy, &wanted.output));
    let name = wanted.output.display().to_string();
    if file::folder::exists(&wanted.output) && !is_copy && !wanted.force {
        return fail(words.cli_file_exists(name));
    }
    let read = wanted.base.as_deref().map_or(Ok(None), base_of);
    let read = read.and_then(|base| {
        let (ours, theirs) = (file::load(&wanted.ours)?, file::load(&wanted.theirs)?);
        Ok((base, ours, theirs))
    });
    let (base, ours, theirs) = match read {
        Ok(all) => all,
        Err(error) => return fail(error.text(words)),
    };
    let label = |given: &Option<String>, path: &Path| {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        given.clone().unwrap_or(file)
    };
    let merged = merge(&Copies {
        base: base.as_ref(),
        ours: &ours.project,
        theirs: &theirs.project,
        ours_label: &label(&wanted.ours_label, &wanted.ours),
        theirs_label: &label(&wanted.theirs_label, &wanted.theirs),
    });
    // Where a copy that had to be mended is replaced, what could not be read of it stays beside it.
    let mended =
        |copy: &Path, loaded: &Loaded| loaded.mended && file::folder::is_same(copy, &wanted.output);
    let keep = mended(&wanted.ours, &ours) || mended(&wanted.theirs, &theirs);
    if let Err(error) = file::save(&wanted.output, &merged.project, keep) {
        return fail(error.text(words));
    }
    let name = wanted.name.clone().unwrap_or(name);
    let exit = if merged.conflicts.is_empty() { SOUND } else { MENDED };
    for (copy, loaded) in [(&wanted.ours, &ours), (&wanted.theirs, &theirs)] {
        if loaded.mended {
            drop(writeln!(err, "{}", words.cli_export_mended(copy.display().to_string())));
        }
    }
    if wanted.json {
        let (ours, theirs, conflicts) = (&*merged.ours, &*merged.theirs, &*merged.conflicts);
        let told = Told { file: name, exit, ours, theirs, conflicts };
        serde_json::to_writer_pretty(&mut *out, &told)?;
        writeln!(out)?;
    } else {
        print(&merged, &name, words, out)?;
    }
    Ok(exit)
}

/// The copy that both began with; an empty file, as git gives where there was none, is none.
fn base_of(path: &Path) -> Result<Option<Project>, file::FileError> {
    match file::load(path) {
        Ok(loaded) => Ok(Some(loaded.project)),
        Err(error) if error.why == Why::Empty => Ok(None),
        Err(error) => Err(error),
    }
}

/// Says what was taken and what was not.
fn print(merged: &Merged, name: &str, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", words.cli_merged(merged.conflicts.len(), name))?;
    writeln!(out, "  {}", words.cli_merged_ours(counts_in_words(&merged.ours, words)))?;
    writeln!(out, "  {}", words.cli_merged_theirs(counts_in_words(&merged.theirs, words)))?;
    let left = conflicts(&merged.project);
    let new = left.iter().filter(|one| merged.conflicts.contains(&one.conflict));
    for one in new {
        writeln!(out, "  {}", conflict_in_words(one, words))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{Request, parse};
    use super::*;
    use std::ffi::OsString;

    #[test]
    fn arguments_become_a_merge() {
        let merge = |base: Option<&str>| Merge {
            base: base.map(PathBuf::from),
            ours: "a".into(),
            theirs: "b".into(),
            output: "out".into(),
            ours_label: None,
            theirs_label: None,
            name: None,
            force: false,
            json: false,
        };
        let is = |merge| Ok(Request::Merge(Box::new(merge)));
        let rows = [
            ("merge a b -o out", is(merge(None))),
            ("merge o a b -o out", is(merge(Some("o")))),
            ("merge -o out o a --json b", is(Merge { json: true, ..merge(Some("o")) })),
            (
                "merge a b -o out --ours=main --theirs her --name m.kundresa --force",
                is(Merge {
                    ours_label: Some("main".into()),
                    theirs_label: Some("her".into()),
                    name: Some("m.kundresa".into()),
                    force: true,
                    ..merge(None)
                }),
            ),
            ("merge a b", Err(UsageError::NoMerged)),
            ("merge a -o out", Err(UsageError::NoCopies)),
            ("merge a b c d -o out", Err(UsageError::TooManyCopies("d".into()))),
            ("merge a b -o", Err(UsageError::NoValue("-o".into()))),
            ("merge --base a", Err(UsageError::UnknownOption("--base".into()))),
            ("merge --help", Ok(Request::Help)),
        ];
        for (line, expected) in rows {
            let asked = parse(line.split_whitespace().map(OsString::from)).1;
            assert_eq!(asked, expected, "{line}");
        }
    }
}
