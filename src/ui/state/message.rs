//! What parts of the window ask for, and what they are given to draw themselves.

use super::command::Command;
use crate::edit::Change;
use crate::file::recovery::Recovered;
use crate::insight::How;
use crate::model::{Id, Thing, View};
use crate::scene::Theme;
use crate::ui::{CellRef, Selection};
use crate::words::Words;
use std::path::PathBuf;
use std::sync::Arc;

/// What every part of the window is given.
pub struct Context<'a> {
    /// The strings.
    pub words: &'a Words,
    /// The colours.
    pub theme: &'a Theme,
}

/// What a part of the window asks for. Done by the app after the part has drawn itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The map that is only looked at is changed from now on.
    EditAllTheSame,
    /// Make this change, as one step of history.
    Edit(Change),
    /// Show this change without making it (a drag, a text being typed, a slider).
    Preview(Change),
    /// Make what is shown.
    Commit,
    /// Drop what is shown.
    Cancel,
    /// Select these instead of what was selected.
    Select(Selection),
    /// Bring this into view.
    Show(Thing),
    /// Bring this empty cell into view.
    ShowCell(CellRef),
    /// Show the guiding questions of this phase.
    Questions(Id),
    /// Make an opportunity that answers the gaps which are said in this cell.
    AnswerGaps(CellRef),
    /// Go to this journey's tab.
    GoTo(Id),
    /// Show this of the journey in front.
    View(Box<View>),
    /// Show these two journeys on one map, the earlier first; none: the one in front again.
    Compare(Option<(Id, Id, How)>),
    /// Ask for a picture for this page of the story.
    PagePicture(Id),
    /// Open this file.
    Open(PathBuf),
    /// Open the last version that is kept of this file, which is gone.
    OpenLastVersion(PathBuf),
    /// Merge the open map with this file.
    MergeWith(PathBuf),
    /// Edit this thing's text (or title) in place on the canvas.
    Type(Thing),
    /// Give the keyboard to this field of the inspector, by its salt, once what is selected is shown.
    Field(&'static str),
    /// Say this for a moment.
    Notice(String),
    /// Do this command.
    Do(Command),
    /// Put this text on the system's clipboard.
    Clip(String),
    /// Change the title of this journey in its tab.
    RenameTab(Id),
    /// Put back this work that was not saved.
    Recover(Recovered),
    /// Put back this work that was not saved, and show it beside what is in its file.
    CompareRecovered(Recovered),
    /// Do away with the work that was not saved, kept in this file.
    DropRecovery(Recovered),
    /// Leave this file out of the recent ones.
    Forget(PathBuf),
    /// Show this file among those beside it, by the system's own means.
    ShowFolder(PathBuf),
    /// Ask what a new map from the template called so is to be.
    Template(String),
    /// Take this file of the user's own templates away.
    DeleteTemplate(PathBuf),
    /// Put this file of the user's own templates back, with what was in it.
    RestoreTemplate(PathBuf, Arc<[u8]>),
    /// Open this example, by its place among them, as a map that has no file yet.
    Example(usize),
}
