//! In from other programs, and out to them: what a source holds becomes a project, with all that is to
//! be told about it. Nothing here reads a disk or a clock: bytes and text come in, a project goes out.

mod faces;
mod in_words;
mod join;
mod lane_names;
pub mod mermaid;
pub mod outline;
mod recognise;
pub mod table;

pub use in_words::{import_error_in_words, remark_in_words};
pub use recognise::{ImportKind, import};

use crate::file::FileError;
use crate::model::Project;

/// What came of a source.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The maps in it, each a journey, sound as a file of ours is: every phase has a step, every card
    /// stands in a step there is or is parked.
    pub project: Project,
    /// What was mended, and what found no place.
    pub remarks: Vec<Remark>,
}

/// Something to be told of a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Where it is.
    pub at: SourcePlace,
    /// What was done.
    pub kind: RemarkKind,
    /// The words it is about, as they stand in the source.
    pub said: String,
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq)]
pub enum SourcePlace {
    /// All of it.
    Whole,
    /// A line, from 1.
    Line(usize),
    /// Something that stands nowhere any more, by what it said.
    Thing(String),
    /// A cell: the name of its sheet, empty where there is one, and its own, `B7`.
    Cell(String, String),
}

/// Why there is nothing to take in.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportError {
    /// There is nothing in it.
    Empty,
    /// It is something else: what it seems to be.
    Other(SeemsToBe),
    /// It cannot be read from this line on (from 1; none: nowhere in particular), and why, in the words of
    /// whoever reads such files.
    Damaged(Option<usize>, String),
    /// It holds more than a map may: how many things, at most how many.
    TooLarge(usize, usize),
    /// It has a password.
    Locked,
    /// Unpacked it is larger than so many bytes.
    TooManyBytes(u64),
    /// A file of the map could not be opened.
    File(FileError),
}

/// What a source seems to be, when it is not what was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum SeemsToBe {
    /// A Mermaid diagram of another kind: the word it begins with, `flowchart`.
    Diagram(String),
    /// A file of another kind: `PDF`.
    File(String),
    /// Nothing that is known.
    Unknown,
}

/// What was done about something in a source.
#[derive(Clone, Debug, PartialEq)]
pub enum RemarkKind {
    /// It found no place and is parked.
    Parked,
    /// A score that is missing: nobody feels anything there.
    ScoreMissing,
    /// A score that is no number: nobody feels anything there.
    ScoreUnclear,
    /// A score outside of 1 to 5 is the nearest of them.
    ScoreClamped,
    /// Between two commas nobody is named.
    ActorEmpty,
    /// Signs that the source's own program reads as its own are read as part of a text.
    SignsRead,
    /// It was said again, otherwise; the later counts.
    Replaced,
    /// A diagram of another kind beside journeys is left out.
    DiagramSkipped,
    /// What we wrote along with it is not whole: only what is seen in it is read.
    KeptDamaged,
    /// Figures that follow from the map are left out: they are reckoned again.
    Reckoned,
    /// What something leads to is not there.
    NotFound,
    /// It was taken off the map, as the text does not name its place any more.
    Removed,
}
