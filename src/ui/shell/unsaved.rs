//! What would be lost if the program ended now: the map with what is being typed anywhere.

use super::app::parts::Work;
use crate::edit::{Edit, apply};
use crate::model::Project;
use std::sync::Arc;

/// The map as it is, with the texts that are in no edit yet: in a presentation, its notes, and the
/// workshop's field for quick cards. Made anew only when one of these has changed.
#[derive(Default)]
pub(crate) struct Unsaved {
    from: Option<(Arc<Project>, [String; 3])>,
    with_typed: Option<Arc<Project>>,
}

impl Unsaved {
    /// None where all of it is saved.
    pub(crate) fn project(&mut self, work: &Work) -> Option<Arc<Project>> {
        let doc = work.doc.as_ref()?;
        let shown = doc.editor.project();
        let [text, notes] = work.presenting.as_ref().map_or(["", ""], |present| present.typed());
        let typed = [text, notes, work.workshop.quick.typed()];
        let same = |(project, texts): &(Arc<Project>, [String; 3])| {
            Arc::ptr_eq(project, shown) && typed.iter().eq(texts)
        };
        if !self.from.as_ref().is_some_and(same) {
            self.from = Some((shown.clone(), typed.map(str::to_owned)));
            self.with_typed = with_typed(work);
        }
        let modified = doc.editor.is_modified().then(|| shown.clone());
        self.with_typed.clone().or(modified)
    }
}

/// None where nothing is being typed that is in no edit.
fn with_typed(work: &Work) -> Option<Arc<Project>> {
    let doc = work.doc.as_ref()?;
    let presented = work.presenting.as_ref().map(|present| present.typed_changes(doc));
    let changes = presented.into_iter().flatten().chain(work.workshop.quick.typed_change(doc));
    let mut project: Option<Project> = None;
    for change in changes {
        let edit = Edit { journey: doc.journey.clone(), change };
        let before = project.as_ref().unwrap_or(doc.editor.project());
        // What cannot be done is not done when it is typed to its end either.
        project = apply(before, &edit).ok().or(project);
    }
    project.map(Arc::new)
}
