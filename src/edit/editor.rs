//! The project being edited, with its history and at most one edit in the making.

use super::difference::difference;
use super::same::same_project;
use super::*;
use crate::model::{Id, IdSource, Project};
use std::collections::VecDeque;
use std::sync::Arc;

/// How many steps of history are kept.
const STEPS_MAX: usize = 500;
/// About how many bytes of history are kept; the last step is kept whatever its size.
const BYTES_MAX: usize = 64 << 20;

/// The project being edited.
///
/// History is old pointers: undo puts one back, so it cannot be wrong.
pub struct Editor {
    committed: Arc<Project>,
    pending: Option<Pending>,
    past: VecDeque<Entry>,
    future: Vec<Entry>,
    /// What past and future keep alive, about.
    bytes: usize,
    /// The project as it is in the file; none: in no file.
    saved: Option<Arc<Project>>,
    /// Where new ids come from.
    pub ids: IdSource,
}

/// An edit in the making.
struct Pending {
    edit: Edit,
    /// The committed project with the edit made.
    project: Arc<Project>,
}

/// A step of history.
struct Entry {
    label: Label,
    /// The journey that was on the screen.
    journey: Id,
    /// In the past: the project before the step. In the future: the project after it.
    project: Arc<Project>,
    bytes: usize,
}

/// What an undo or redo brought back, to be shown to the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What was undone or redone.
    pub label: Label,
    /// The journey to show it in.
    pub journey: Id,
    /// What changed, as far as it is there now.
    pub things: Vec<Thing>,
    /// Where nothing of what changed is there now: a cell it went from, as lane and step.
    pub cell: Option<(Id, Id)>,
}

impl Editor {
    /// An editor of a project that is as it is in its file.
    pub fn new(project: Project, ids: IdSource) -> Self {
        let project = Arc::new(project);
        Self {
            committed: project.clone(),
            pending: None,
            past: VecDeque::new(),
            future: Vec::new(),
            bytes: 0,
            saved: Some(project),
            ids,
        }
    }

    /// What the screen shows: the project with the edit in the making.
    pub fn project(&self) -> &Arc<Project> {
        self.pending.as_ref().map_or(&self.committed, |pending| &pending.project)
    }

    /// The project without the edit in the making: what previews are computed from.
    pub fn committed(&self) -> &Arc<Project> {
        &self.committed
    }

    /// The edit in the making.
    pub fn pending(&self) -> Option<&Edit> {
        self.pending.as_ref().map(|pending| &pending.edit)
    }

    /// Commits what is in the making, then makes `edit` as one step of history.
    ///
    /// # Errors
    /// Says what is missing; `edit` has changed nothing then.
    pub fn edit(&mut self, edit: Edit) -> Result<(), EditError> {
        self.commit();
        self.preview(edit)?;
        self.commit();
        Ok(())
    }

    /// Shows `edit` instead of what was in the making, if anything was; no step of history yet.
    ///
    /// # Errors
    /// Says what is missing; what was in the making is shown still.
    pub fn preview(&mut self, edit: Edit) -> Result<(), EditError> {
        if self.pending.as_ref().is_some_and(|pending| pending.edit == edit) {
            return Ok(());
        }
        let project = Arc::new(apply(&self.committed, &edit)?);
        self.pending = Some(Pending { edit, project });
        Ok(())
    }

    /// Makes what is in the making a step of history. One that changes nothing adds no step.
    pub fn commit(&mut self) {
        let Some(Pending { edit, project }) = self.pending.take() else { return };
        if same_project(&self.committed, &project) {
            return;
        }
        let label = Label::of(&self.committed, &edit);
        let bytes = difference(&self.committed, &project).bytes;
        let before = std::mem::replace(&mut self.committed, project);
        self.bytes -= self.future.drain(..).map(|entry| entry.bytes).sum::<usize>();
        self.bytes += bytes;
        self.past.push_back(Entry { label, journey: edit.journey, project: before, bytes });
        while self.past.len() > STEPS_MAX || (self.bytes > BYTES_MAX && self.past.len() > 1) {
            self.bytes -= self.past.pop_front().map_or(0, |entry| entry.bytes);
        }
    }

    /// Drops what is in the making.
    pub fn cancel(&mut self) {
        self.pending = None;
    }

    /// Is an edit in the making?
    pub fn is_previewing(&self) -> bool {
        self.pending.is_some()
    }

    /// Commits what is in the making, then takes the last step back.
    pub fn undo(&mut self) -> Option<Shown> {
        self.commit();
        let mut entry = self.past.pop_back()?;
        std::mem::swap(&mut self.committed, &mut entry.project);
        let shown = shown(&entry, &self.committed);
        self.future.push(entry);
        Some(shown)
    }

    /// Commits what is in the making, then makes the step again that was taken back last. A step
    /// made in between leaves nothing to be made again.
    pub fn redo(&mut self) -> Option<Shown> {
        self.commit();
        let mut entry = self.future.pop()?;
        std::mem::swap(&mut self.committed, &mut entry.project);
        let shown = shown(&entry, &self.committed);
        self.past.push_back(entry);
        Some(shown)
    }

    /// What undo would take back; an edit in the making counts.
    pub fn undo_label(&self) -> Option<Label> {
        match &self.pending {
            Some(pending) if !same_project(&self.committed, &pending.project) => {
                Some(Label::of(&self.committed, &pending.edit))
            }
            _ => self.past.back().map(|entry| entry.label),
        }
    }

    /// What redo would make again.
    pub fn redo_label(&self) -> Option<Label> {
        self.future.last().map(|entry| entry.label)
    }

    /// Is there anything that is not in the file? An edit in the making counts.
    pub fn is_modified(&self) -> bool {
        let now = self.project();
        let same = |saved: &Arc<Project>| Arc::ptr_eq(saved, now) || same_project(saved, now);
        !self.saved.as_ref().is_some_and(same)
    }

    /// The project as it is now is in the file; what is in the making is committed first.
    pub fn mark_saved(&mut self) {
        self.commit();
        self.saved = Some(self.committed.clone());
    }

    /// The project is in no file: it was recovered, or its file is gone.
    pub fn mark_unsaved(&mut self) {
        self.saved = None;
    }
}

/// What to show after a step, with the project of the other side in `entry`.
fn shown(entry: &Entry, now: &Project) -> Shown {
    let found = difference(&entry.project, now);
    let new_journey = found.things.iter().find_map(|thing| match thing {
        Thing::Journey(id) if entry.project.journey(id).is_none() => Some(id),
        _ => None,
    });
    let first = now.journeys.first().map(|journey| &journey.id);
    let still = Some(&entry.journey).filter(|id| now.journey(id).is_some());
    let journey = new_journey.or(still).or(first).unwrap_or(&entry.journey).clone();
    let cell = found.cell.filter(|_| found.things.is_empty());
    Shown { label: entry.label, journey, things: found.things, cell }
}
