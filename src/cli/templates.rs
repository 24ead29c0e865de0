//! `kundresa templates` and `kundresa new`: what a new map can begin with, and a file of one.

use super::args::Request;
use super::given::{Args, Given};
use super::usage::{Usage, UsageError, choose_lang, usage};
use super::{SOUND, UNREADABLE};
use crate::file;
use crate::model::Project;
use crate::templates::{self, Damaged, Template, ours, own_templates};
use crate::words::{Lang, Words};
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;

/// The template of a map for which none is named.
const USUAL: &str = "blank";

/// A file to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// The template's name.
    pub template: String,
    /// With what is filled in.
    pub example: bool,
    /// What the map is called; none: as the example, else a usual title.
    pub title: Option<String>,
    /// The file; none: the standard output.
    pub path: Option<PathBuf>,
    /// Replace a file that is there.
    pub force: bool,
}

/// The options of new, for the help.
pub(super) const OPTIONS: &[Usage] = &[
    usage("-o OUT", |words| words.cli_about_new_output()),
    usage("--template NAME", |words| words.cli_about_template(USUAL)),
    usage("--example", |words| words.cli_about_example()),
    usage("--title TEXT", |words| words.cli_about_title()),
    usage("--force", |words| words.cli_about_force()),
];

/// Reads the arguments that follow `new`.
pub(super) fn parse_new(args: &mut Args, lang: &mut Option<Lang>) -> Result<Request, UsageError> {
    let (mut template, mut title, mut output) = (None, None, None);
    let (mut example, mut force, mut help) = (false, false, false);
    while let Some(name) = next_option(args)? {
        match name.as_str() {
            "--example" => example = true,
            "--force" => force = true,
            "--help" | "-h" => help = true,
            "--lang" => *lang = Some(choose_lang(&args.text(&name)?)?),
            "--template" => template = Some(args.text(&name)?),
            "--title" => title = Some(args.text(&name)?),
            "-o" | "--output" => output = Some(args.value(&name)?),
            _ => return Err(args.unknown(name)),
        }
    }
    if help {
        return Ok(Request::Help);
    }
    let output = output.ok_or(UsageError::NoNewFile)?;
    let path = (output != "-").then(|| output.into());
    let template = template.unwrap_or_else(|| USUAL.into());
    Ok(Request::New(New { template, example, title, path, force }))
}

/// Reads the arguments that follow `templates`.
pub(super) fn parse_list(args: &mut Args, lang: &mut Option<Lang>) -> Result<Request, UsageError> {
    let (mut json, mut help) = (false, false);
    while let Some(name) = next_option(args)? {
        match name.as_str() {
            "--json" => json = true,
            "--help" | "-h" => help = true,
            "--lang" => *lang = Some(choose_lang(&args.text(&name)?)?),
            _ => return Err(args.unknown(name)),
        }
    }
    Ok(if help { Request::Help } else { Request::Templates { json } })
}

/// The next option of a command that reads no file.
fn next_option(args: &mut Args) -> Result<Option<String>, UsageError> {
    match args.next()? {
        None => Ok(None),
        Some(Given::Word(word)) => Err(UsageError::NoFileHere(word.to_string_lossy().into())),
        Some(Given::Option(name)) => Ok(Some(name)),
    }
}

/// What programs are told of a template, in the order of the JSON.
#[derive(Serialize)]
struct Told<'a> {
    name: &'a str,
    language: &'a str,
    title: &'a str,
    about: &'a str,
    /// One of the user's own: its file.
    file: Option<String>,
    /// Why it cannot be used.
    problem: Option<String>,
}

impl<'a> Told<'a> {
    fn of(template: &'a Template) -> Self {
        Self {
            name: &template.name,
            language: template.project.language.as_deref().unwrap_or_default(),
            title: template.title(),
            about: template.about(),
            file: template.path.as_ref().map(|path| path.display().to_string()),
            problem: None,
        }
    }

    fn of_damaged(damaged: &'a Damaged, words: &Words) -> Self {
        let file = Some(damaged.path.display().to_string());
        let problem = Some(damaged.text(words));
        Self { name: &damaged.name, language: "", title: "", about: "", file, problem }
    }
}

/// Prints the templates in the language, and the user's own.
pub(super) fn print(words: &Words, out: &mut dyn Write) -> io::Result<u8> {
    let (own, damaged) = own_templates();
    let all = || ours(words.lang).iter().chain(&own);
    let names = all().map(|one| &one.name).chain(damaged.iter().map(|one| &one.name));
    let width = names.map(|name| name.chars().count()).max().unwrap_or(0);
    for template in all() {
        let title = template.title();
        let about = template.about();
        let told = if about.is_empty() { title.to_owned() } else { format!("{title}. {about}") };
        writeln!(out, "{:<width$}  {told}", template.name)?;
    }
    for one in &damaged {
        writeln!(out, "{:<width$}  {}", one.name, words.cli_damaged_template(one.text(words)))?;
    }
    Ok(SOUND)
}

/// Prints the same as one JSON array, for programs: ours in both languages.
pub(super) fn print_json(words: &Words, out: &mut dyn Write) -> io::Result<u8> {
    let (own, damaged) = own_templates();
    let ours = ours(Lang::Sv).iter().zip(ours(Lang::En)).flat_map(|(sv, en)| [sv, en]);
    let whole = ours.chain(&own).map(Told::of);
    let all: Vec<Told> =
        whole.chain(damaged.iter().map(|one| Told::of_damaged(one, words))).collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)?;
    Ok(SOUND)
}

/// Makes a file; gives the exit code.
pub(super) fn make(
    wanted: &New,
    words: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let mut fail = |text: String| {
        // Nobody to tell is no reason to do anything else.
        drop(writeln!(err, "kundresa: {text}"));
        Ok(UNREADABLE)
    };
    let (own, damaged) = own_templates();
    let template = match template_of(wanted, &own, &damaged, words) {
        Ok(template) => template,
        Err(text) => return fail(text),
    };
    let project = project_of(wanted, template, words);
    let Some(path) = &wanted.path else {
        out.write_all(&file::to_json(&project))?;
        return Ok(SOUND);
    };
    let name = path.display().to_string();
    if template.path.as_ref().is_some_and(|own| file::folder::is_same(own, path)) {
        return fail(words.cli_file_is_input(name));
    }
    if file::folder::exists(path) && !wanted.force {
        return fail(words.cli_file_exists(name));
    }
    // Whoever says that a file is to be replaced may replace one of a later version too.
    match file::replace(path, &project, false) {
        Ok(_) => writeln!(out, "{}", words.cli_exported(name)).map(|()| SOUND),
        Err(error) => fail(error.text(words)),
    }
}

fn template_of<'a>(
    wanted: &New,
    own: &'a [Template],
    damaged: &[Damaged],
    words: &Words,
) -> Result<&'a Template, String> {
    let mut all = ours(words.lang).iter().chain(own);
    all.find(|template| template.name == wanted.template).ok_or_else(|| {
        let damaged = damaged.iter().find(|one| one.name == wanted.template);
        match damaged {
            Some(one) => format!("{}: {}", one.name, words.cli_damaged_template(one.text(words))),
            None => words.cli_no_template(&wanted.template),
        }
    })
}

fn project_of(wanted: &New, template: &Template, words: &Words) -> Project {
    let mut project = templates::make(template, wanted.example, &mut file::random_ids());
    if let Some(journey) = project.journeys.edit(0) {
        match &wanted.title {
            Some(title) => journey.title.clone_from(title),
            None if journey.title.is_empty() => journey.title = words.new_journey(),
            None => {}
        }
    }
    project
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use std::ffi::OsString;

    fn asked(line: &str) -> (Option<Lang>, Result<Request, UsageError>) {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn arguments_become_a_new_map() {
        let new = |template: &str, title: Option<&str>, path: Option<&str>| New {
            template: template.into(),
            example: false,
            title: title.map(str::to_owned),
            path: path.map(PathBuf::from),
            force: false,
        };
        let rows = [
            ("new -o a", Ok(Request::New(new("blank", None, Some("a"))))),
            ("new -o -", Ok(Request::New(new("blank", None, None)))),
            (
                "new --template=x --title T --output a",
                Ok(Request::New(new("x", Some("T"), Some("a")))),
            ),
            (
                "new -o a --example --force",
                Ok(Request::New(New {
                    example: true,
                    force: true,
                    ..new("blank", None, Some("a"))
                })),
            ),
            ("new", Err(UsageError::NoNewFile)),
            ("new a", Err(UsageError::NoFileHere("a".into()))),
            ("new -o", Err(UsageError::NoValue("-o".into()))),
            ("new --json", Err(UsageError::UnknownOption("--json".into()))),
            ("new --force=1 -o a", Err(UsageError::UnknownOption("--force=1".into()))),
            ("new --lang fi", Err(UsageError::BadValue("--lang".into(), "fi".into()))),
            ("new --help", Ok(Request::Help)),
            ("templates", Ok(Request::Templates { json: false })),
            ("templates --json", Ok(Request::Templates { json: true })),
            ("templates a", Err(UsageError::NoFileHere("a".into()))),
            ("templates --force", Err(UsageError::UnknownOption("--force".into()))),
        ];
        for (line, expected) in rows {
            assert_eq!(asked(line).1, expected, "{line}");
        }
        assert_eq!(asked("new -o a --lang sv").0, Some(Lang::Sv));
        assert_eq!(asked("--lang=en templates").0, Some(Lang::En));
        assert_eq!(asked("templates --lang=sv").0, Some(Lang::Sv));
    }
}
