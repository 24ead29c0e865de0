//! `kundresa import`: a map of what another program has written.

use super::given::{Args, Given};
use super::usage::{Usage, UsageError, choose_lang, usage};
use super::{MENDED, SOUND, UNREADABLE};
use crate::exchange::{
    ImportKind, Imported, Remark, SourcePlace, import, import_error_in_words, remark_in_words,
};
use crate::file;
use crate::words::{Lang, Words};
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;

/// A source to make a map of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// What another program has written.
    pub source: PathBuf,
    /// The file of the map; none: to the standard output.
    pub path: Option<PathBuf>,
    /// Replace a file that is there.
    pub force: bool,
    /// What is told as JSON, for programs.
    pub json: bool,
}

/// The options of import, for the help.
pub(super) const OPTIONS: &[Usage] = &[
    usage("-o OUT", |words| words.cli_about_import_output()),
    usage("--json", |words| words.cli_about_json()),
    usage("--force", |words| words.cli_about_force()),
];

/// Reads the arguments that follow `import`; none where they ask for help.
pub(super) fn parse(
    args: &mut Args,
    lang: &mut Option<Lang>,
) -> Result<Option<Import>, UsageError> {
    let (mut files, mut output) = (Vec::new(), None);
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
            "-o" | "--output" => output = Some(args.value(&name)?),
            _ => return Err(args.unknown(name)),
        }
    }
    if help {
        return Ok(None);
    }
    let mut files = files.into_iter();
    let source = files.next().ok_or_else(|| UsageError::NoFiles("import".into()))?;
    if let Some(more) = files.next() {
        let more = more.to_string_lossy().into_owned();
        return Err(UsageError::OneFile("import".into(), more));
    }
    let output = output.ok_or(UsageError::NoNewFile)?;
    let path = (output != "-").then(|| output.into());
    Ok(Some(Import { source, path, force, json }))
}

/// What programs are told, in the order of the JSON.
#[derive(Serialize)]
struct Told<'a> {
    source: String,
    read_as: &'static str,
    maps: usize,
    remarks: Vec<ToldRemark<'a>>,
}

/// A remark, as programs are told it.
#[derive(Serialize)]
struct ToldRemark<'a> {
    line: Option<usize>,
    sheet: Option<&'a str>,
    cell: Option<&'a str>,
    said: &'a str,
    text: String,
}

impl<'a> ToldRemark<'a> {
    fn of(remark: &'a Remark, words: &Words) -> Self {
        let (line, sheet, cell) = match &remark.at {
            SourcePlace::Whole | SourcePlace::Thing(_) => (None, None, None),
            SourcePlace::Line(line) => (Some(*line), None, None),
            SourcePlace::Cell(sheet, cell) => (None, Some(sheet.as_str()), Some(cell.as_str())),
        };
        Self { line, sheet, cell, said: &remark.said, text: remark_in_words(remark, words) }
    }
}

/// What a source was read as, for programs.
fn kind_name(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Workbook => "workbook",
        ImportKind::Table(_) => "table",
        ImportKind::Mermaid => "mermaid",
        ImportKind::Markdown => "markdown",
        ImportKind::Opml => "opml",
    }
}

/// Makes a map; gives the exit code.
pub(super) fn run(
    wanted: &Import,
    words: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let mut fail = |text: String| {
        // Nobody to tell is no reason to do anything else.
        drop(writeln!(err, "kundresa: {text}"));
        Ok(UNREADABLE)
    };
    let source = wanted.source.display().to_string();
    if let Some(path) = &wanted.path {
        if file::folder::is_same(path, &wanted.source) {
            return fail(words.cli_file_is_input(path.display().to_string()));
        }
        if file::folder::exists(path) && !wanted.force {
            return fail(words.cli_file_exists(path.display().to_string()));
        }
    }
    let bytes = match file::read_other(&wanted.source) {
        Ok(bytes) => bytes,
        Err(error) => return fail(error.text(words)),
    };
    let called = wanted.source.file_stem().unwrap_or_default().to_string_lossy();
    let (kind, imported) = match import(&bytes, &called, &mut file::random_ids()) {
        Ok(found) => found,
        Err(error) => return fail(format!("{source}: {}", import_error_in_words(&error, words))),
    };
    match &wanted.path {
        None => out.write_all(&file::to_json(&imported.project))?,
        Some(path) => {
            if let Err(error) = file::replace(path, &imported.project, false) {
                return fail(error.text(words));
            }
            tell(kind, &imported, &source, wanted, words, out)?;
        }
    }
    Ok(if imported.remarks.is_empty() { SOUND } else { MENDED })
}

fn tell(
    kind: ImportKind,
    imported: &Imported,
    source: &str,
    wanted: &Import,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    if wanted.json {
        let told = Told {
            source: source.to_owned(),
            read_as: kind_name(kind),
            maps: imported.project.journeys.len(),
            remarks: imported.remarks.iter().map(|one| ToldRemark::of(one, words)).collect(),
        };
        serde_json::to_writer_pretty(&mut *out, &told)?;
        return writeln!(out);
    }
    for remark in &imported.remarks {
        writeln!(out, "{}", remark_in_words(remark, words))?;
    }
    let path = wanted.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    writeln!(out, "{}", words.cli_exported(path))
}
