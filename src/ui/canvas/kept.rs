//! What Esc has kept of what was typed: a second Esc takes it away.

use super::super::{Document, Selection};
use crate::model::Project;
use std::sync::Arc;

/// A text that was new and has been kept by Esc.
#[derive(Default)]
pub(super) struct Kept {
    /// The project with it, and what was selected then; none: it is being made.
    after: Option<(Arc<Project>, Selection)>,
}

impl Kept {
    /// Is it the last thing that was done? Then undo takes it away and nothing else. To be asked in
    /// each frame: in the first one it has just been made.
    pub(super) fn is_last(&mut self, doc: &Document) -> bool {
        let (project, selection) = self
            .after
            .get_or_insert_with(|| (Arc::clone(doc.editor.committed()), doc.selection.clone()));
        let same = Arc::ptr_eq(project, doc.editor.committed()) && !doc.editor.is_previewing();
        same && *selection == doc.selection
    }
}
