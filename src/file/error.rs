//! Why a file cannot be opened or saved.

use super::place::Place;
use super::problem::codes;
use crate::model::limits::{
    CARDS_MAX, DEPTH_MAX, FILE_BYTES_MAX, TEXT_BYTES_MAX, TRANSCRIPT_BYTES_MAX, VALUES_MAX,
};
use crate::words::Words;
use std::io;
use std::path::{Path, PathBuf};

codes! {
    /// Why a file cannot be opened or saved.
    Why {
        /// There is no such file.
        NotFound = "not-found",
        /// The folder to save in is not there.
        NoFolder = "no-folder",
        /// The system does not let us.
        NotAllowed = "not-allowed",
        /// It is marked as not to be changed.
        ReadOnly = "read-only",
        /// It is a folder.
        IsFolder = "is-folder",
        /// It is a device or a pipe.
        NotAFile = "not-a-file",
        /// The disk is full.
        DiskFull = "disk-full",
        /// It is larger than any map: [`FILE_BYTES_MAX`].
        TooLarge = "too-large",
        /// It has more cards than [`CARDS_MAX`].
        TooManyCards = "too-many-cards",
        /// It holds more values than [`VALUES_MAX`].
        TooManyValues = "too-many-values",
        /// A text in it has more bytes than [`TEXT_BYTES_MAX`].
        TextTooLong = "text-too-long",
        /// It is a transcript of more bytes than [`TRANSCRIPT_BYTES_MAX`].
        TranscriptTooLarge = "transcript-too-large",
        /// It holds no words that can be read as a transcript.
        NoTranscript = "no-transcript",
        /// A later version of the program wrote what is there.
        NewerVersion = "newer-version",
        /// Something else the system says.
        System = "system",
        /// There is nothing in it.
        Empty = "empty",
        /// It is not JSON.
        NotJson = "not-json",
        /// It nests deeper than a map ever does.
        TooDeep = "too-deep",
        /// It is JSON, but not a map of ours.
        NotOurs = "not-ours",
        /// It says it is a map, but there is no project in it.
        NoProject = "no-project",
        /// The version is not kept any more.
        VersionGone = "version-gone",
        /// What is kept of the version is damaged.
        VersionDamaged = "version-damaged",
    }
}

/// Why a file could not be opened or saved. Nothing on disk was touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// Why.
    pub why: Why,
    /// The file; none where bytes were read that came from elsewhere.
    pub path: Option<PathBuf>,
    /// Where in it.
    pub place: Option<Place>,
    /// What the system or the JSON reader says, in its words.
    pub detail: String,
    /// It was being saved, not opened.
    pub saving: bool,
}

impl FileError {
    /// An error of reading.
    pub(super) fn new(why: Why) -> Self {
        Self { why, path: None, place: None, detail: String::new(), saving: false }
    }

    /// An error of the system's while opening or saving `path`.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: the system's")]
    pub fn of_system(error: &io::Error, path: &Path, saving: bool) -> Self {
        let why = match error.kind() {
            io::ErrorKind::NotFound if saving => Why::NoFolder,
            io::ErrorKind::NotADirectory if saving => Why::NoFolder,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Why::NotFound,
            io::ErrorKind::PermissionDenied => Why::NotAllowed,
            io::ErrorKind::ReadOnlyFilesystem => Why::ReadOnly,
            io::ErrorKind::IsADirectory => Why::IsFolder,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Why::DiskFull,
            _ => Why::System,
        };
        Self { detail: error.to_string(), saving, ..Self::new(why).at(path) }
    }

    /// The same, of this file.
    pub(super) fn at(self, path: &Path) -> Self {
        Self { path: Some(path.to_owned()), ..self }
    }

    /// Why, in words, without the file's name.
    pub fn reason(&self, words: &Words) -> String {
        let number = |value: f64| words.number(value);
        match self.why {
            Why::NotFound => words.problem_file_not_found(),
            Why::NoFolder => words.problem_file_no_folder(),
            Why::NotAllowed => words.problem_file_not_allowed(),
            Why::ReadOnly => words.problem_file_read_only(),
            Why::IsFolder => words.problem_file_is_folder(),
            Why::NotAFile => words.problem_file_not_a_file(),
            Why::DiskFull => words.problem_file_disk_full(),
            Why::TooLarge => words.problem_file_too_large(number(FILE_BYTES_MAX as f64 / 1e6)),
            Why::TooManyCards => words.problem_file_too_many_cards(number(CARDS_MAX as f64)),
            Why::TooManyValues => {
                words.problem_file_too_many_values(number(VALUES_MAX as f64 / 1e6))
            }
            Why::TextTooLong => {
                words.problem_file_text_too_long(number(TEXT_BYTES_MAX as f64 / 1e6))
            }
            Why::TranscriptTooLarge => {
                words.problem_file_too_large(number(TRANSCRIPT_BYTES_MAX as f64 / 1e6))
            }
            Why::NoTranscript => words.problem_file_no_transcript(),
            Why::NewerVersion => words.problem_file_newer_version(&self.detail),
            Why::System => words.problem_file_system(&self.detail),
            Why::Empty => words.problem_file_empty(),
            Why::NotJson => words.problem_file_not_json(),
            Why::TooDeep => words.problem_file_too_deep(number(DEPTH_MAX as f64)),
            Why::NotOurs => words.problem_file_not_ours(),
            Why::NoProject => words.problem_file_no_project(),
            Why::VersionGone => words.problem_version_gone(),
            Why::VersionDamaged => words.problem_version_damaged(),
        }
    }

    /// What could not be done, why and where, in words, with the file's name.
    pub fn text(&self, words: &Words) -> String {
        let path = self.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        let what = match (self.saving, path.is_empty()) {
            (true, _) => words.problem_file_cannot_save(&path),
            (false, false) => words.problem_file_cannot_open(&path),
            (false, true) => words.problem_file_cannot_read(),
        };
        let reason = self.reason(words);
        match &self.place {
            Some(Place::Text { line, column }) => {
                let place = words.problem_place(line.to_string(), column.to_string());
                format!("{what} {} ({place}).", reason.trim_end_matches('.'))
            }
            _ => format!("{what} {reason}"),
        }
    }

    /// What was done about it, in words: nothing.
    pub fn done(&self, words: &Words) -> String {
        words.problem_done_nothing()
    }
}
