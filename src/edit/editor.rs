//! The project being edited, with its history and at most one edit in the making.

use super::*;
use crate::model::{Id, IdSource, Project};
use std::sync::Arc;

/// The project being edited.
pub struct Editor {
    project: Arc<Project>,
    /// Where new ids come from.
    pub ids: IdSource,
}

/// What an undo or redo brought back, to be shown to the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What was undone or redone.
    pub label: Label,
    /// The journey it was in.
    pub journey: Id,
    /// What changed, as far as it is there now.
    pub things: Vec<Thing>,
}

impl Editor {
    /// An editor of a project that is as it is in its file.
    pub fn new(project: Project, ids: IdSource) -> Self {
        Self { project: Arc::new(project), ids }
    }
    /// What the screen shows: the project with the edit in the making.
    pub fn project(&self) -> &Arc<Project> {
        &self.project
    }
    /// Commits what is in the making, then makes `edit` as one step of history.
    pub fn edit(&mut self, _edit: Edit) -> Result<(), EditError> {
        Ok(())
    }
    /// Shows `edit` instead of what was in the making, if anything was; no step of history yet.
    pub fn preview(&mut self, _edit: Edit) -> Result<(), EditError> {
        Ok(())
    }
    /// Makes what is in the making a step of history. One that changes nothing adds no step.
    pub fn commit(&mut self) {}
    /// Drops what is in the making.
    pub fn cancel(&mut self) {}
    /// Is an edit in the making?
    pub fn is_previewing(&self) -> bool {
        false
    }
    /// Commits what is in the making, then takes the last step back.
    pub fn undo(&mut self) -> Option<Shown> {
        None
    }
    /// Makes the step again that was taken back last.
    pub fn redo(&mut self) -> Option<Shown> {
        None
    }
    /// What undo would take back.
    pub fn undo_label(&self) -> Option<Label> {
        None
    }
    /// What redo would make again.
    pub fn redo_label(&self) -> Option<Label> {
        None
    }
    /// Is there anything that is not in the file? An edit in the making counts.
    pub fn is_modified(&self) -> bool {
        false
    }
    /// The project as it is now is in the file.
    pub fn mark_saved(&mut self) {}
}
