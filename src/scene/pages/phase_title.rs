//! What is said of each phase, made once for all pages; and which phase a page is about.

use super::context::PageContext;
use crate::insight::PhaseTitle;
use crate::model::StoryPage;
use std::sync::Arc;

/// The title of the phase at `place`.
pub(super) fn title_of(desk: &PageContext<'_>, place: usize) -> Option<Arc<PhaseTitle>> {
    desk.memo.titles.as_ref()?.get(place).cloned()
}

/// The place of the phase that a page is about.
pub(super) fn place_of(desk: &PageContext<'_>, page: &StoryPage) -> Option<usize> {
    let about = page.about.as_ref();
    desk.journey.phases.iter().position(|phase| Some(&phase.id) == about)
}
