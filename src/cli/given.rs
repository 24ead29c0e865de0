//! The arguments one after another: options by name, the values they take, and all other words.

use super::usage::UsageError;
use lexopt::Arg;
use std::ffi::{OsStr, OsString};

/// The arguments that have not been read yet.
pub(super) struct Args {
    parser: lexopt::Parser,
    /// A lone `--` has been passed: what follows are files, whatever they look like.
    ended: bool,
}

/// One argument.
pub(super) enum Given {
    /// An option, with its dashes: `--lang`, `-o`.
    Option(String),
    /// A command or a file. A lone `-` is a file's name, as odd as it is.
    Word(OsString),
}

impl Args {
    pub(super) fn new(args: impl IntoIterator<Item = OsString>) -> Self {
        let args: Vec<OsString> = args.into_iter().collect();
        let mut parser = lexopt::Parser::from_args(args);
        // Else the sign is lost, and a mistake like `-o=map` is not told as it was written.
        parser.set_short_equals(false);
        Self { parser, ended: false }
    }

    /// The next; none after the last. An option that was given a value nobody asked for is unknown.
    pub(super) fn next(&mut self) -> Result<Option<Given>, UsageError> {
        let end = |args: lexopt::RawArgs<'_>| args.peek() == Some(OsStr::new("--"));
        self.ended |= self.parser.try_raw_args().is_some_and(end);
        let name = match self.parser.next() {
            Ok(None) => return Ok(None),
            Ok(Some(Arg::Value(word))) => return Ok(Some(Given::Word(word))),
            Ok(Some(Arg::Long(name))) => format!("--{name}"),
            Ok(Some(Arg::Short(letter))) => {
                let name = format!("-{letter}");
                // Letters are not run together: `-map` is a mistake, not three options.
                let Some(rest) = self.parser.optional_value() else {
                    return Ok(Some(Given::Option(name)));
                };
                return Err(UsageError::UnknownOption(format!("{name}{}", rest.display())));
            }
            Err(lexopt::Error::UnexpectedValue { option, value }) => {
                return Err(UsageError::UnknownOption(format!("{option}={}", value.display())));
            }
            Err(other) => return Err(UsageError::UnknownOption(other.to_string())),
        };
        Ok(Some(Given::Option(name)))
    }

    /// Has a lone `--` been passed?
    pub(super) fn ended(&self) -> bool {
        self.ended
    }

    /// The value of the option called `name`: after `=`, or the next argument.
    pub(super) fn value(&mut self, name: &str) -> Result<OsString, UsageError> {
        self.parser.value().map_err(|_| UsageError::NoValue(name.into()))
    }

    /// The value of the option called `name`, as text.
    pub(super) fn text(&mut self, name: &str) -> Result<String, UsageError> {
        self.value(name).map(|value| value.to_string_lossy().into_owned())
    }

    /// That there is no option called `name`, as it was written.
    pub(super) fn unknown(&mut self, name: String) -> UsageError {
        UsageError::UnknownOption(match self.parser.optional_value() {
            Some(value) => format!("{name}={}", value.display()),
            None => name,
        })
    }
}
