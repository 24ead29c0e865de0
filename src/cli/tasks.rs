//! `kundresa tasks`: who does what by when, for calendars, tables and lists.

use super::given::{Args, Given};
use super::usage::{Usage, UsageError, choose_lang, usage};
use super::{MENDED, SOUND, UNREADABLE};
use crate::export::{ExportError, TaskExport, TaskFormat, TaskReport, export_tasks};
use crate::file::{self, folder};
use crate::words::{Lang, Words};
use jiff::Zoned;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Which tasks to write, and where to.
#[derive(Clone, Debug, PartialEq)]
pub struct TasksAsked {
    /// The file.
    pub file: PathBuf,
    /// What is written; none: the standard output.
    pub output: Option<PathBuf>,
    /// Which tasks, and as what.
    pub export: TaskExport,
    /// The language of what is written; none: the project's.
    pub lang: Option<Lang>,
    /// A file that is there is replaced.
    pub force: bool,
}

/// The options of tasks, for the help.
pub(super) const OPTIONS: &[Usage] = &[
    usage("-o OUT", |words| words.cli_about_tasks_output()),
    usage("--format ics|csv|md", |words| words.cli_about_tasks_format(formats())),
    usage("--as-todos", |words| words.cli_about_tasks_todos()),
    usage("--person NAME", |words| words.cli_about_tasks_person()),
    usage("--journey NAME", |words| words.cli_about_tasks_journey()),
    usage("--done", |words| words.cli_about_tasks_done()),
    usage("--force", |words| words.cli_about_force()),
];

/// What tasks can be written as, in a line.
fn formats() -> String {
    TaskFormat::ALL.map(TaskFormat::extension).join(", ")
}

/// Reads the arguments that follow `tasks`; none: the help is wanted.
pub(super) fn parse(
    args: &mut Args,
    lang: &mut Option<Lang>,
) -> Result<Option<TasksAsked>, UsageError> {
    let (mut file, mut output) = (None::<PathBuf>, None::<PathBuf>);
    let (mut format, mut force, mut help) = (None, false, false);
    let mut export = TaskExport::new(TaskFormat::Markdown);
    while let Some(given) = args.next()? {
        match given {
            Given::Word(word) if file.is_some() => {
                let more = word.to_string_lossy().into_owned();
                return Err(UsageError::OneFile("tasks".into(), more));
            }
            Given::Word(word) => file = Some(word.into()),
            Given::Option(name) => match name.as_str() {
                "-o" | "--output" => output = Some(args.value(&name)?.into()),
                "--format" => {
                    let value = args.text(&name)?;
                    let known = TaskFormat::of_extension(&value);
                    format = Some(known.ok_or(UsageError::BadValue(name, value))?);
                }
                "--as-todos" => export.as_todos = true,
                "--person" => export.person = Some(args.text(&name)?),
                "--journey" => export.journey = Some(args.text(&name)?),
                "--done" => export.with_done = true,
                "--force" => force = true,
                "--help" | "-h" => help = true,
                "--lang" => *lang = Some(choose_lang(&args.text(&name)?)?),
                _ => return Err(args.unknown(name)),
            },
        }
    }
    if help {
        return Ok(None);
    }
    let file = file.ok_or_else(|| UsageError::NoFiles("tasks".into()))?;
    let output = output.filter(|path| path.as_os_str() != "-");
    export.format = match (format, &output) {
        (Some(format), _) => format,
        // What is read by somebody.
        (None, None) => TaskFormat::Markdown,
        (None, Some(path)) => {
            let end = path.extension().and_then(|end| end.to_str());
            end.and_then(TaskFormat::of_extension)
                .ok_or_else(|| UsageError::NoFormat(path.display().to_string(), formats()))?
        }
    };
    Ok(Some(TasksAsked { file, output, export, lang: *lang, force }))
}

/// Writes the tasks and says so; gives the exit code.
pub(super) fn run(
    asked: &TasksAsked,
    words: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    // Nobody to tell is no reason to do anything else.
    let mut tell = |text: String| drop(writeln!(err, "kundresa: {text}"));
    let loaded = match file::load(&asked.file) {
        Ok(loaded) => loaded,
        Err(error) => {
            tell(error.text(words));
            return Ok(UNREADABLE);
        }
    };
    if let Some(path) = &asked.output
        && let Err(text) = may_be_written(path, asked, words)
    {
        tell(text);
        return Ok(UNREADABLE);
    }
    let of_project = || Some(Lang::from_code(loaded.project.language.as_deref()?));
    let own = asked.lang.or_else(of_project).map_or_else(|| words.clone(), Words::new);
    let mut bytes = Vec::new();
    let written = export_tasks(&loaded.project, &asked.export, &Zoned::now(), &own, &mut bytes);
    let written = written.and_then(|report| match &asked.output {
        None => Ok(report),
        Some(path) => file::write(path, &bytes).map(|()| report).map_err(ExportError::File),
    });
    let TaskReport { written, without_day } = match written {
        Ok(report) => report,
        Err(error) => {
            tell(error.text(words));
            return Ok(UNREADABLE);
        }
    };
    match &asked.output {
        None => out.write_all(&bytes)?,
        Some(path) => {
            writeln!(out, "{}", words.cli_tasks_written(written, path.display().to_string()))?;
        }
    }
    if without_day > 0 {
        tell(words.cli_tasks_without_day(without_day));
    }
    if loaded.problems.is_empty() {
        return Ok(SOUND);
    }
    tell(words.cli_export_mended(asked.file.display().to_string()));
    Ok(MENDED)
}

/// What stands in the way of writing, if anything does.
fn may_be_written(path: &Path, asked: &TasksAsked, words: &Words) -> Result<(), String> {
    let name = path.display().to_string();
    if folder::is_same(&asked.file, path) {
        return Err(words.cli_file_is_input(name));
    }
    if folder::exists(path) && !asked.force {
        return Err(words.cli_file_exists(name));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{Request, parse};
    use super::*;
    use std::ffi::OsString;

    #[test]
    fn arguments_become_requests() {
        let asked = |change: &dyn Fn(&mut TasksAsked)| {
            let export = TaskExport::new(TaskFormat::Markdown);
            let (output, lang) = (None, None);
            let mut asked = TasksAsked { file: "a".into(), output, export, lang, force: false };
            change(&mut asked);
            Ok(Request::Tasks(Box::new(asked)))
        };
        let ics = |it: &mut TasksAsked| {
            it.output = Some("b.ics".into());
            it.export.format = TaskFormat::Ics;
        };
        let rows = [
            ("tasks a", asked(&|_| {})),
            ("tasks a -o -", asked(&|_| {})),
            ("tasks a -o b.ics", asked(&ics)),
            (
                "tasks a -o b.ICS --as-todos --force",
                asked(&|it| {
                    ics(it);
                    it.output = Some("b.ICS".into());
                    it.export.as_todos = true;
                    it.force = true;
                }),
            ),
            ("tasks a --format csv", asked(&|it| it.export.format = TaskFormat::Csv)),
            (
                "tasks --format=md a -o b.ics",
                asked(&|it| {
                    ics(it);
                    it.export.format = TaskFormat::Markdown;
                }),
            ),
            (
                "tasks a --person Omar --journey 2 --done",
                asked(&|it| {
                    it.export.person = Some("Omar".into());
                    it.export.journey = Some("2".into());
                    it.export.with_done = true;
                }),
            ),
            ("tasks a -o b", Err(UsageError::NoFormat("b".into(), "ics, csv, md".into()))),
            ("tasks a --format pdf", Err(UsageError::BadValue("--format".into(), "pdf".into()))),
            ("tasks", Err(UsageError::NoFiles("tasks".into()))),
            ("tasks a b", Err(UsageError::OneFile("tasks".into(), "b".into()))),
            ("tasks a --json", Err(UsageError::UnknownOption("--json".into()))),
            ("tasks -h", Ok(Request::Help)),
        ];
        for (line, expected) in rows {
            let asked = parse(line.split_whitespace().map(OsString::from));
            assert_eq!(asked.1, expected, "{line}");
        }
    }
}
