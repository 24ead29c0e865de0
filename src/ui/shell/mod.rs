//! The window as a whole: what it remembers, what happens in a frame, and what commands do.
//! Only the files of this folder know [`App`](app::App); a room is given its own state and answers by
//! messages.

pub(super) mod app;
pub(crate) mod autosave;
pub(crate) mod dialog;
pub(crate) mod emergency;
pub(crate) mod exporting;
pub(crate) mod files;
pub(crate) mod finding;
mod history;
mod ideas_room;
pub(crate) mod importing;
mod in_use;
pub(crate) mod incoming;
mod merging;
pub(crate) mod other_part;
pub(crate) mod own_templates;
pub(crate) mod perform;
pub(crate) mod present_start;
pub(crate) mod presenting;
mod recovering;
mod research_room;
mod rooms;
pub(crate) mod run;
pub(crate) mod saving;
pub(crate) mod table_room;
mod tabs;
mod tasks_out;
#[cfg(test)]
mod tests;
pub(crate) mod unsaved;
pub(crate) mod views;
pub(crate) mod watching;
pub(crate) mod window_place;
pub(crate) mod workshop;
