//! What the arguments ask for, and the help that lists them: both from one table.

use super::export_args::{self, Export};
use super::templates::{self, New};
use crate::words::{Lang, Words};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// What the arguments ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Open the window, on a file if one is named.
    Window {
        /// The file to open.
        path: Option<PathBuf>,
        /// What draws the window (`glow` or `wgpu`); none: what works.
        renderer: Option<String>,
        /// Choose files by the system's dialogs, not by ours.
        native_dialogs: bool,
    },
    /// Say what files hold, and what is wrong in them.
    Check {
        /// The files; at least one.
        files: Vec<PathBuf>,
        /// As JSON, for programs.
        json: bool,
    },
    /// Write a map as pictures and documents.
    Export(Box<Export>),
    /// Say what a new map can begin with.
    Templates {
        /// As JSON, for programs.
        json: bool,
    },
    /// Make a map's file.
    New(New),
    /// Print the help.
    Help,
    /// Print the version.
    Version,
}

/// What is wrong with the arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsageError {
    /// There is no such option, or this command has no use for it.
    UnknownOption(String),
    /// The option needs a value after it.
    NoValue(String),
    /// The option's value is none it knows: option, value.
    BadValue(String, String),
    /// The command needs files.
    NoFiles(String),
    /// A window opens one file; this is one more.
    TooMany(String),
    /// An export reads one file; this is one more.
    TooManyMaps(String),
    /// An export needs something to write.
    NoOutput,
    /// A new map needs a file to be written to.
    NoNewFile,
    /// The command takes no file here; this is one.
    NoFileHere(String),
    /// What this is to be cannot be seen from its name: the name, and the formats there are.
    NoFormat(String, String),
}

impl UsageError {
    /// The error in words.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::UnknownOption(option) => words.cli_unknown_option(option),
            Self::NoValue(option) => words.cli_no_value(option),
            Self::BadValue(option, value) => words.cli_bad_value(option, value),
            Self::NoFiles(command) => words.cli_no_files(command),
            Self::TooMany(file) => words.cli_too_many(file),
            Self::TooManyMaps(file) => words.cli_too_many_maps(file),
            Self::NoOutput => words.cli_no_output(),
            Self::NoNewFile => words.cli_no_new_file(),
            Self::NoFileHere(file) => words.cli_no_file_here(file),
            Self::NoFormat(file, formats) => words.cli_no_format(file, formats),
        }
    }
}

/// A line of the help: how it is written, what it does, and whether it works without a window.
pub(super) struct Usage {
    pub form: &'static str,
    pub about: fn(&Words) -> String,
    pub headless: bool,
}

const USAGES: &[Usage] = &[
    Usage { form: "kundresa [FILE]", about: |words| words.cli_about_window(), headless: false },
    Usage {
        form: "kundresa check FILE… [--json]",
        about: |words| words.cli_about_check(),
        headless: true,
    },
    Usage {
        form: "kundresa export FILE -o OUT…",
        about: |words| words.cli_about_export(),
        headless: true,
    },
    Usage {
        form: "kundresa templates [--json]",
        about: |words| words.cli_about_templates(),
        headless: true,
    },
    Usage { form: "kundresa new -o FILE", about: |words| words.cli_about_new(), headless: true },
    Usage { form: "kundresa --help", about: |words| words.cli_about_help(), headless: true },
    Usage { form: "kundresa --version", about: |words| words.cli_about_version(), headless: true },
];

const OPTIONS: &[Usage] = &[
    Usage { form: "--lang sv|en", about: |words| words.cli_about_lang(), headless: true },
    Usage {
        form: "--renderer auto|glow|wgpu",
        about: |words| words.cli_about_renderer(),
        headless: false,
    },
    Usage {
        form: "--no-native-dialogs",
        about: |words| words.cli_about_dialogs(),
        headless: false,
    },
    Usage { form: "--", about: |words| words.cli_about_end(), headless: true },
];

/// The help.
pub(super) fn help(words: &Words) -> String {
    let (about, usage, options) = (words.cli_about(), words.cli_usage(), words.cli_options());
    let exits = words.cli_exit_codes();
    let all = |_: &&Usage| true;
    let (usages, choices) = (table(USAGES, all, words), table(OPTIONS, all, words));
    let export = words.cli_export_options();
    let exports = table(export_args::OPTIONS, all, words);
    let new = words.cli_new_options();
    let news = table(templates::OPTIONS, all, words);
    format!(
        "{about}\n\n{usage}\n{usages}\n{options}\n{choices}\n{export}\n{exports}\n{new}\n{news}\n{exits}\n"
    )
}

/// The part of the help that works without a window.
pub(super) fn headless(words: &Words) -> String {
    table(USAGES, |usage| usage.headless, words)
}

fn table(usages: &[Usage], wanted: impl Fn(&&Usage) -> bool, words: &Words) -> String {
    let line = |usage: &Usage| format!("  {:<31} {}\n", usage.form, (usage.about)(words));
    usages.iter().filter(wanted).map(line).collect()
}

/// Reads the arguments that follow the program's name. The language is given apart, since errors
/// are told in it too; none: the system's.
pub fn parse(
    args: impl IntoIterator<Item = OsString>,
) -> (Option<Lang>, Result<Request, UsageError>) {
    let mut lang = None;
    let request = parse_request(args.into_iter(), &mut lang);
    (lang, request)
}

fn parse_request(
    mut args: impl Iterator<Item = OsString>,
    lang: &mut Option<Lang>,
) -> Result<Request, UsageError> {
    let (mut check, mut json, mut renderer) = (false, None, None);
    let (mut help, mut version, mut only_files) = (false, false, false);
    let mut native_dialogs = true;
    let mut files: Vec<OsString> = Vec::new();
    let mut unknown = None;
    let mut first = true;
    while let Some(arg) = args.next() {
        let is_first = std::mem::take(&mut first);
        let text = arg.to_string_lossy().into_owned();
        let (name, given) = match text.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
            _ => (text.as_str(), None),
        };
        let mut value = || {
            let next = || args.next().map(|next| next.to_string_lossy().into_owned());
            given.clone().or_else(next).ok_or_else(|| UsageError::NoValue(name.into()))
        };
        match name {
            _ if is_first && !only_files && arg == "export" => {
                return export_args::parse(args, lang);
            }
            _ if is_first && !only_files && arg == "new" => {
                return templates::parse_new(args, lang);
            }
            _ if is_first && !only_files && arg == "templates" => {
                return templates::parse_list(args, lang);
            }
            _ if only_files || !is_option(&arg) => match is_first && arg == "check" {
                true => check = true,
                false => files.push(arg),
            },
            "--lang" => *lang = Some(choose_lang(&value()?)?),
            "--renderer" => renderer = choose_renderer(value()?)?,
            _ if given.is_some() => unknown = unknown.or(Some(text)),
            "--" => only_files = true,
            "--help" | "-h" => help = true,
            "--version" | "-V" => version = true,
            "--json" => json = Some(text),
            "--no-native-dialogs" => native_dialogs = false,
            _ => unknown = unknown.or(Some(text)),
        }
        // Options may stand before the command.
        first = is_first && !check && files.is_empty() && !only_files;
    }
    match unknown.or(if check { None } else { json.clone() }) {
        _ if help => return Ok(Request::Help),
        _ if version => return Ok(Request::Version),
        Some(option) => return Err(UsageError::UnknownOption(option)),
        None => {}
    }
    if check {
        if files.is_empty() {
            return Err(UsageError::NoFiles("check".into()));
        }
        let files = files.into_iter().map(PathBuf::from).collect();
        return Ok(Request::Check { files, json: json.is_some() });
    }
    if let Some(more) = files.get(1) {
        return Err(UsageError::TooMany(more.to_string_lossy().into_owned()));
    }
    let path = files.into_iter().next().map(PathBuf::from);
    Ok(Request::Window { path, renderer, native_dialogs })
}

/// A lone `-` is a file's name, as odd as it is.
pub(super) fn is_option(arg: &OsStr) -> bool {
    arg.as_encoded_bytes().starts_with(b"-") && arg != "-"
}

pub(super) fn choose_lang(value: &str) -> Result<Lang, UsageError> {
    match value {
        "sv" => Ok(Lang::Sv),
        "en" => Ok(Lang::En),
        _ => Err(UsageError::BadValue("--lang".into(), value.into())),
    }
}

fn choose_renderer(value: String) -> Result<Option<String>, UsageError> {
    match value.as_str() {
        "auto" => Ok(None),
        "glow" | "wgpu" => Ok(Some(value)),
        _ => Err(UsageError::BadValue("--renderer".into(), value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> (Option<Lang>, Result<Request, UsageError>) {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn arguments_become_requests() {
        let window = |path: Option<&str>, renderer: Option<&str>| Request::Window {
            path: path.map(PathBuf::from),
            renderer: renderer.map(str::to_owned),
            native_dialogs: true,
        };
        let check = |files: &[&str], json| Request::Check {
            files: files.iter().map(PathBuf::from).collect(),
            json,
        };
        let unknown = |option: &str| UsageError::UnknownOption(option.into());
        let rows = [
            ("", Ok(window(None, None))),
            ("karta.kundresa", Ok(window(Some("karta.kundresa"), None))),
            ("--renderer wgpu a", Ok(window(Some("a"), Some("wgpu")))),
            ("--renderer=glow", Ok(window(None, Some("glow")))),
            ("--renderer auto", Ok(window(None, None))),
            ("-- --odd", Ok(window(Some("--odd"), None))),
            ("-- check", Ok(window(Some("check"), None))),
            ("./check", Ok(window(Some("./check"), None))),
            ("check a b", Ok(check(&["a", "b"], false))),
            ("check a --json b", Ok(check(&["a", "b"], true))),
            ("check -- --json", Ok(check(&["--json"], false))),
            ("check check", Ok(check(&["check"], false))),
            ("check --help", Ok(Request::Help)),
            ("-h", Ok(Request::Help)),
            ("--version", Ok(Request::Version)),
            ("check", Err(UsageError::NoFiles("check".into()))),
            ("check --json", Err(UsageError::NoFiles("check".into()))),
            ("a b", Err(UsageError::TooMany("b".into()))),
            ("--json a", Err(unknown("--json"))),
            ("--frobnicate", Err(unknown("--frobnicate"))),
            ("check a --jsonn", Err(unknown("--jsonn"))),
            ("check a --json=1", Err(unknown("--json=1"))),
            ("--lang", Err(UsageError::NoValue("--lang".into()))),
            ("--lang=fi", Err(UsageError::BadValue("--lang".into(), "fi".into()))),
        ];
        for (line, expected) in rows {
            assert_eq!(asked(line).1, expected, "{line}");
        }
        let ours = Request::Window { path: None, renderer: None, native_dialogs: false };
        assert_eq!(asked("--no-native-dialogs").1, Ok(ours));
        assert_eq!(asked("--lang sv check a"), (Some(Lang::Sv), Ok(check(&["a"], false))));
        assert_eq!(asked("--lang=en --nope").0, Some(Lang::En));
    }

    #[test]
    fn the_help_names_every_command_and_option_in_both_languages() {
        for lang in [Lang::Sv, Lang::En] {
            let text = help(&Words::new(lang));
            for usage in
                USAGES.iter().chain(OPTIONS).chain(export_args::OPTIONS).chain(templates::OPTIONS)
            {
                assert!(text.contains(usage.form), "{}", usage.form);
            }
        }
    }
}
