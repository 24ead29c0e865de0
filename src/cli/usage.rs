//! What a line of the help is, and what can be wrong with arguments: what all commands share.

use crate::words::{Lang, Words};

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
    /// The command reads one file; this is one more: command, file.
    OneFile(String, String),
    /// Which version is not said.
    NoVersion,
    /// There is no such rule for gaps: its code, and those there are.
    NoRule(String, String),
    /// A version needs a file to be written to.
    NoRestoredFile,
    /// An export needs something to write.
    NoOutput,
    /// A new map needs a file to be written to.
    NoNewFile,
    /// Merging needs two copies.
    NoCopies,
    /// Merging takes what both copies were, and the two; this is one more.
    TooManyCopies(String),
    /// Merging needs a file to be written to.
    NoMerged,
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
            Self::OneFile(command, file) => words.cli_one_file(command, file),
            Self::NoVersion => words.cli_no_version(),
            Self::NoRule(rule, known) => words.cli_no_rule(rule, known),
            Self::NoRestoredFile => words.cli_no_restored_file(),
            Self::NoOutput => words.cli_no_output(),
            Self::NoNewFile => words.cli_no_new_file(),
            Self::NoCopies => words.cli_no_copies(),
            Self::TooManyCopies(file) => words.cli_too_many_copies(file),
            Self::NoMerged => words.cli_no_merged(),
            Self::NoFileHere(file) => words.cli_no_file_here(file),
            Self::NoFormat(file, formats) => words.cli_no_format(file, formats),
        }
    }
}

/// A line of the help: how it is written, what it does, and whether it works without a window.
pub(super) struct Usage {
    /// How it is written.
    pub form: &'static str,
    /// What it does.
    pub about: fn(&Words) -> String,
    /// It works without a window.
    pub headless: bool,
}

/// A line of the help for what works without a window.
pub(super) const fn usage(form: &'static str, about: fn(&Words) -> String) -> Usage {
    Usage { form, about, headless: true }
}

/// A language by its code.
pub(super) fn choose_lang(value: &str) -> Result<Lang, UsageError> {
    match value {
        "sv" => Ok(Lang::Sv),
        "en" => Ok(Lang::En),
        _ => Err(UsageError::BadValue("--lang".into(), value.into())),
    }
}
