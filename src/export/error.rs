//! Why a map cannot be exported.

use super::tables::TableError;
use crate::file::FileError;
use crate::insight::NoChart;
use crate::words::Words;
use std::io;

/// Why a map cannot be exported.
#[derive(Debug)]
pub enum ExportError {
    /// The project has no journey.
    NoJourneys,
    /// There is no such journey: the name, and what there is.
    NoJourney(String, Vec<String>),
    /// There is no such lane: the name, and what there is.
    NoLane(String, Vec<String>),
    /// There is no such view: the name, and what there is.
    NoView(String, Vec<String>),
    /// A journey cannot be compared with itself.
    SameJourney,
    /// There is no such persona: the name, and what there is.
    NoPersona(String, Vec<String>),
    /// A picture would have more pixels than can be written: width, height, and the most.
    TooLarge(f64, f64, f64),
    /// A picture would have no pixels, or its size is no number: width and height.
    TooSmall(f64, f64),
    /// A table cannot be made.
    Table(TableError),
    /// A map would be cut into more papers than this.
    TooManyPages(usize),
    /// A presentation cannot become this: what it can become, by how files end.
    NoStory(Vec<&'static str>),
    /// A chart has nothing to show.
    NoChart(NoChart),
    /// The pictures of a presentation are as many files, and cannot be written as one.
    ManyPictures(usize),
    /// Something no map should lead to: what the library says.
    Unexpected(String),
    /// Whoever watches it said so.
    Stopped,
    /// What it is written to fails.
    Write(io::Error),
    /// The file it is written to fails.
    File(FileError),
}

impl ExportError {
    /// The error in words: what, and what to do where something can be done.
    pub fn text(&self, words: &Words) -> String {
        let list = |known: &[String]| known.join(", ");
        let pixels = |count: &f64| words.number(count.round());
        match self {
            Self::NoJourneys => words.export_no_journeys(),
            Self::NoJourney(name, known) => words.export_no_journey(name, list(known)),
            Self::NoLane(name, known) => words.export_no_lane(name, list(known)),
            Self::NoView(name, known) if known.is_empty() => words.export_no_views(name),
            Self::NoView(name, known) => words.export_no_view(name, list(known)),
            Self::SameJourney => words.export_same_journey(),
            Self::NoPersona(name, known) => words.export_no_persona(name, list(known)),
            Self::TooLarge(width, height, most) => {
                let most = words.number((most / 1e6).round());
                words.export_too_large(pixels(width), pixels(height), most)
            }
            Self::TooSmall(width, height) => words.export_too_small(pixels(width), pixels(height)),
            Self::Table(error) => error.message(words),
            Self::TooManyPages(most) => words.export_too_many_pages(words.number(*most as f64)),
            Self::NoStory(formats) => words.handouts_no_story(formats.join(", ")),
            Self::NoChart(why) => why.text(words),
            Self::ManyPictures(count) => words.handouts_many_pictures(words.number(*count as f64)),
            Self::Unexpected(error) => words.export_unexpected(error),
            Self::Stopped => words.export_stopped(),
            Self::Write(error) => words.export_cannot_write(error.to_string()),
            Self::File(error) => error.text(words),
        }
    }
}

impl From<io::Error> for ExportError {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<FileError> for ExportError {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl From<TableError> for ExportError {
    fn from(error: TableError) -> Self {
        Self::Table(error)
    }
}
