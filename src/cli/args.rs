//! What the arguments ask for, and the help that lists them: both from one table.

use super::export_args::{self, Export};
use super::gaps::{self, GapsAsked};
use super::given::{Args, Given};
use super::history::{self, Restore};
use super::import::{self, Import};
use super::merge::{self, Merge};
use super::tasks::{self, TasksAsked};
use super::templates::{self, New};
use super::usage::{Usage, UsageError, choose_lang};
use crate::words::{Lang, Words};
use std::ffi::OsString;
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
    /// Make a map of what another program has written.
    Import(Import),
    /// Make two copies of a map one.
    Merge(Box<Merge>),
    /// Say where maps have gaps.
    Gaps(Box<GapsAsked>),
    /// Write the tasks of a project as a calendar, a table or a list.
    Tasks(Box<TasksAsked>),
    /// Say which versions of a file there are.
    History {
        /// The file.
        file: PathBuf,
        /// As JSON, for programs.
        json: bool,
    },
    /// Write a version of a file as another file.
    Restore(Restore),
    /// Print the help.
    Help,
    /// Print the version.
    Version,
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
    Usage {
        form: "kundresa import SOURCE -o OUT",
        about: |words| words.cli_about_import(),
        headless: true,
    },
    Usage {
        form: "kundresa merge BASE OURS THEIRS -o OUT",
        about: |words| words.cli_about_merge(),
        headless: true,
    },
    Usage {
        form: "kundresa gaps FILE [--json]",
        about: |words| words.cli_about_gaps(),
        headless: true,
    },
    Usage {
        form: "kundresa tasks FILE [-o OUT]",
        about: |words| words.cli_about_tasks(),
        headless: true,
    },
    Usage {
        form: "kundresa history FILE [--json]",
        about: |words| words.cli_about_history(),
        headless: true,
    },
    Usage {
        form: "kundresa restore FILE -o OUT",
        about: |words| words.cli_about_restore(),
        headless: true,
    },
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

pub(super) fn help(words: &Words) -> String {
    let (about, usage, options) = (words.cli_about(), words.cli_usage(), words.cli_options());
    let exits = words.cli_exit_codes();
    let all = |_: &&Usage| true;
    let (usages, choices) = (table(USAGES, all, words), table(OPTIONS, all, words));
    let export = words.cli_export_options();
    let exports = table(export_args::OPTIONS, all, words);
    let new = words.cli_new_options();
    let news = table(templates::OPTIONS, all, words);
    let import = words.cli_import_options();
    let imports = table(import::OPTIONS, all, words);
    let merge = words.cli_merge_options();
    let merges = table(merge::OPTIONS, all, words);
    let gaps = words.cli_gaps_options();
    let all_gaps = table(gaps::OPTIONS, all, words);
    let tasks = words.cli_tasks_options();
    let all_tasks = table(tasks::OPTIONS, all, words);
    let restore = words.cli_restore_options();
    let restores = table(history::OPTIONS, all, words);
    format!(
        "{about}\n\n{usage}\n{usages}\n{options}\n{choices}\n{export}\n{exports}\n{new}\n{news}\n{import}\n{imports}\n{merge}\n{merges}\n{gaps}\n{all_gaps}\n{tasks}\n{all_tasks}\n{restore}\n{restores}\n{exits}\n"
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
    let request = parse_request(&mut Args::new(args), &mut lang);
    (lang, request)
}

fn parse_request(args: &mut Args, lang: &mut Option<Lang>) -> Result<Request, UsageError> {
    let (mut check, mut json, mut renderer) = (false, None, None);
    let (mut help, mut version) = (false, false);
    let mut native_dialogs = true;
    let mut files: Vec<OsString> = Vec::new();
    let mut unknown = None;
    loop {
        let name = match args.next() {
            Ok(None) => break,
            Ok(Some(Given::Option(name))) => name,
            // Options may stand before the command, but no file and no end of options.
            Ok(Some(Given::Word(word))) if check || !files.is_empty() || args.ended() => {
                files.push(word);
                continue;
            }
            Ok(Some(Given::Word(word))) => {
                match word.to_str() {
                    Some("export") => return export_args::parse(args, lang),
                    Some("import") => {
                        let wanted = import::parse(args, lang)?;
                        return Ok(wanted.map_or(Request::Help, Request::Import));
                    }
                    Some("merge") => {
                        let wanted = merge::parse(args, lang)?;
                        return Ok(wanted.map_or(Request::Help, |it| Request::Merge(Box::new(it))));
                    }
                    Some("new") => return templates::parse_new(args, lang),
                    Some("gaps") => {
                        let asked = gaps::parse(args, lang)?;
                        return Ok(asked.map_or(Request::Help, |it| Request::Gaps(Box::new(it))));
                    }
                    Some("tasks") => {
                        let asked = tasks::parse(args, lang)?;
                        return Ok(asked.map_or(Request::Help, |it| Request::Tasks(Box::new(it))));
                    }
                    Some("history") => return history::parse_history(args, lang),
                    Some("restore") => return history::parse_restore(args, lang),
                    Some("templates") => return templates::parse_list(args, lang),
                    Some("check") => check = true,
                    _ => files.push(word),
                }
                continue;
            }
            // Whoever asks for help gets it, whatever else there is.
            Err(error) => {
                unknown = unknown.or(Some(error));
                continue;
            }
        };
        match name.as_str() {
            "--lang" => *lang = Some(choose_lang(&args.text(&name)?)?),
            "--renderer" => renderer = choose_renderer(args.text(&name)?)?,
            "--help" | "-h" => help = true,
            "--version" | "-V" => version = true,
            "--json" => json = Some(name),
            "--no-native-dialogs" => native_dialogs = false,
            _ => {
                let error = args.unknown(name);
                unknown = unknown.or(Some(error));
            }
        }
    }
    let stray = json.clone().filter(|_| !check).map(UsageError::UnknownOption);
    match unknown.or(stray) {
        _ if help => return Ok(Request::Help),
        _ if version => return Ok(Request::Version),
        Some(error) => return Err(error),
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
            let all = [
                USAGES,
                OPTIONS,
                export_args::OPTIONS,
                templates::OPTIONS,
                import::OPTIONS,
                merge::OPTIONS,
                gaps::OPTIONS,
                tasks::OPTIONS,
                history::OPTIONS,
            ];
            for usage in all.into_iter().flatten() {
                assert!(text.contains(usage.form), "{}", usage.form);
            }
        }
    }
}
