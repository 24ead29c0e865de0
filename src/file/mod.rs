//! How a project is kept on disk. The only part that touches it.
//!
//! Opening goes through these steps, each of which reports what it had to do:
//! bytes → text → JSON (`indented` or `lenient` where it is damaged) → the model, element by element (`items`)
//! → a sound project (`repair`, `references`). Saving (`write`) is the model as it is, in one go.
//!
//! The file is `{"format": "kundresa", "version": 1, "project": {…}}`. Keys beside `project` that
//! this version does not know are kept in [`Project::extra`](crate::model::Project::extra) under
//! [`BESIDE`] and written back after it.

mod chance;
pub(crate) mod clock;
mod conflicted;
mod depth;
mod error;
mod fields;
pub mod folder;
pub mod history;
mod images;
mod in_use;
mod indented;
mod interface_size;
mod items;

mod left_over;
mod lenient;
mod line_form;
mod lines;
mod lists;
mod near;
mod newer;
mod own_folder;
mod panic_report;
mod place;
mod pretty;
mod problem;
pub(crate) mod read;
pub mod recovery;
mod references;
mod repair;
mod report;
mod settings;
mod sides;
mod size;
mod stamp;
mod strict;
mod transcript;
mod write;

pub use chance::random_ids;
pub use conflicted::{conflicted_copies, is_copy_of};
pub(crate) use depth::shallow_conflict;
pub use error::{FileError, Why};
pub use in_use::{
    Confirmation, InUse, InUseMark, OwnWindow, bring_to_front, take_marks_away, users,
};
pub use interface_size::InterfaceSize;
pub use newer::save;
pub use own_folder::{
    FOLDER_VARIABLE, cache_folder, config_folder, data_folder, keep_clip, kept_clip, take_own,
    templates_folder, write_own,
};
pub(crate) use panic_report::{keep_report, unseen_report};
pub use place::Place;
pub use problem::{Code, Problem, Remedy};
pub(crate) use read::read_object;
pub use read::{BESIDE, FORMAT, Loaded, VERSION, load, read, read_other};
pub use settings::{RECENT_MAX, Settings, ThemeChoice, WindowPlace};
pub use sides::sides;
pub use stamp::{Stamp, changed_since};
pub use transcript::{read_transcript, transcript_of};
pub use write::{as_opened, save as replace, to_json, write, write_with};
