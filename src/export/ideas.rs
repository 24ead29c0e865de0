//! Opportunities as a sheet: the matrix or the board instead of the map.

use super::{Job, SheetKind};
use crate::insight::{RankRule, ideas_of, rank_ideas};
use crate::scene::{Layout, Scene, Sheet, board, framed_ideas, matrix};
use egui::Vec2;
use jiff::civil::{Date, date};
use std::sync::Arc;

/// The day that dates are compared with where the project says none: nothing is late then.
const LONG_AGO: Date = date(1900, 1, 1);

/// The sheet of the opportunities of `scene`'s journey; none where the map itself is wanted.
pub(super) fn ideas_sheet(job: &Job<'_>, layout: &mut Layout, scene: &Arc<Scene>) -> Option<Sheet> {
    // Of all that the project holds: lanes that are left out have opportunities still.
    let project = job.whole;
    let journey = project.journey(&scene.journey.id).map_or(&scene.journey, |(_, whole)| whole);
    let mut ideas = ideas_of(project, journey);
    rank_ideas(&mut ideas, RankRule::default());
    // The day of the last edit, and never now: the same map gives the same bytes.
    let edited = project.edited.as_deref().and_then(|edited| edited.get(..10)?.parse().ok());
    let today = edited.unwrap_or(LONG_AGO);
    let (words, scale) = (&job.words, job.theme.text_scale());
    let picture = match job.options.what {
        SheetKind::Map => return None,
        SheetKind::Matrix => matrix(layout, project, &ideas, today, words, scale).picture,
        SheetKind::Board => board(layout, project, &ideas, today, words, scale).0,
    };
    let title = if job.options.no_title { "" } else { journey.title.as_str() };
    let (size, items) = framed_ideas(layout, project, &picture, title, words, scale);
    Some(Sheet { scene: scene.clone(), map_at: Vec2::ZERO, size, items })
}
