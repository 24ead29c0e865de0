//! What a file is chosen for, and what comes after.

use crate::export::{Format, Options, TaskFormat, page_file};
use crate::file::Stamp;
use crate::file::recovery::Recovered;
use crate::model::{Id, Project};
use crate::ui::kit::pictures_in::PICTURE_FILES;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How a file of ours ends.
pub(crate) const MAP_FILE: &str = "kundresa";
/// How files end that a map can be made of; what they hold says what they are.
const OPENED_FILES: [&str; 12] =
    [MAP_FILE, "json", "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "mmd", "md", "opml"];
/// How files end that can be read as what somebody said.
const TRANSCRIPT_FILES: [&str; 3] = ["txt", "md", "docx"];

/// What a file is chosen for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Purpose {
    Open,
    /// To merge with the open map.
    Merge,
    /// To put a picture in: on this page of the story; none: on the map.
    Picture(Option<Id>),
    /// To put what was said in it beside the map.
    Transcript,
    /// To put it below what is exported.
    Logo,
    /// To save there, and then go on.
    Save(Option<Then>),
    Export(Box<Wanted>),
    /// To write the tasks there, in this format.
    Tasks(TaskFormat),
}

/// How far the choice of a file has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Choosing {
    /// None is chosen.
    #[default]
    Nothing,
    /// One is to be chosen, from the end of this frame: then the system's dialog can be shown.
    Asked(Purpose),
    /// One is being chosen, in the system's dialog or ours.
    Open(Purpose),
}

impl Purpose {
    /// How files for it end.
    pub(crate) fn extension(&self) -> &'static str {
        match self {
            Self::Open | Self::Merge | Self::Save(_) => MAP_FILE,
            Self::Export(wanted) => wanted.format.extension(),
            Self::Tasks(format) => format.extension(),
            Self::Picture(_) | Self::Logo => "png",
            Self::Transcript => "txt",
        }
    }

    /// What the file that is chosen for it is called, or the first of several.
    pub(crate) fn name_of(&self, path: &Path) -> String {
        let path = match self {
            Self::Export(wanted) if wanted.is_many() => page_file(path, 1, 1),
            Self::Open
            | Self::Merge
            | Self::Picture(_)
            | Self::Transcript
            | Self::Logo
            | Self::Save(_)
            | Self::Tasks(_)
            | Self::Export(_) => path.to_owned(),
        };
        path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// All the ways files for it may end.
    pub(crate) fn extensions(&self) -> Vec<&'static str> {
        match self {
            Self::Picture(_) | Self::Logo => PICTURE_FILES.to_vec(),
            Self::Transcript => TRANSCRIPT_FILES.to_vec(),
            Self::Open => OPENED_FILES.to_vec(),
            Self::Merge | Self::Save(_) | Self::Export(_) | Self::Tasks(_) => {
                vec![self.extension()]
            }
        }
    }
}

/// What to do once the work in front is saved or given up.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Then {
    /// Ask what a new map is to be, beginning at this template, if one is named.
    New(Option<String>),
    /// Open a file.
    Open(PathBuf),
    /// Open an example, by its place among them.
    Example(usize),
    /// Put back work that was not saved.
    Recover(Recovered),
    /// Open a version of a map as one that has no file.
    Version(Arc<Project>),
    /// Open the last version of a file that is gone, to be saved where that was.
    Gone(PathBuf, Arc<(Project, Stamp)>),
    /// Go to the start page.
    Close,
    /// End the program.
    Quit,
}

/// What is to be exported, but for the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wanted {
    /// As what.
    pub format: Format,
    /// How.
    pub options: Options,
}

impl Wanted {
    /// Does it become several files?
    pub(crate) fn is_many(&self) -> bool {
        self.format.is_many(&self.options)
    }
}
