//! How a map is looked at, to be put back when a room is left.

use super::document::{Camera, Document, Selection};
use crate::model::{Id, Thing};

/// How the map in front is looked at.
#[derive(Clone, Debug)]
pub(crate) struct LookedAt {
    /// The journey in front.
    pub journey: Id,
    camera: Option<Camera>,
    selection: Selection,
}

impl LookedAt {
    /// How it is now.
    pub(crate) fn now(doc: &Document) -> Self {
        Self {
            journey: doc.journey.clone(),
            camera: doc.cameras.get(&doc.journey).copied(),
            selection: doc.selection.clone(),
        }
    }

    /// What was selected.
    pub(crate) fn selected(&self) -> &[Thing] {
        &self.selection.things
    }

    /// Looks at it so again, as far as it is still there; what is selected is given back, to be
    /// selected once the map is laid out.
    pub(crate) fn put_back(self, doc: &mut Document) -> Selection {
        if doc.editor.project().journey(&self.journey).is_some() {
            doc.journey = self.journey;
        }
        match self.camera {
            Some(camera) => drop(doc.cameras.insert(doc.journey.clone(), camera)),
            None => drop(doc.cameras.remove(&doc.journey)),
        }
        self.selection
    }
}
