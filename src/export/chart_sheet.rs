//! A chart as a sheet instead of the map: opportunities as a matrix or a board, and what research has
//! found out.

use super::{ExportError, Job, SheetKind};
use crate::insight::{
    NoChart, RankRule, RankedIdea, coverage, ideas_of, last_edited, rank_ideas, saturation,
};
use crate::model::{Journey, Project};
use crate::scene::{
    Item, Layout, ResearchSheet, Scene, Sheet, board, coverage_sheet, framed_ideas, matrix,
    saturation_sheet,
};
use egui::Vec2;
use std::sync::Arc;

/// The sheet of what is wanted of `scene`'s journey; none where that is the map itself.
///
/// # Errors
/// [`ExportError::NoChart`] where there is nothing to show.
pub(super) fn chart_sheet(
    job: &Job<'_>,
    layout: &mut Layout,
    scene: &Arc<Scene>,
) -> Result<Option<Sheet>, ExportError> {
    // Of all that the project holds: lanes that are left out have opportunities and sources still.
    let project = job.whole;
    let journey = project.journey(&scene.journey.id).map_or(&scene.journey, |(_, whole)| whole);
    let title = if job.options.no_title { "" } else { journey.title.as_str() };
    let look = ResearchSheet {
        title,
        legend: !job.options.no_legend,
        words: &job.words,
        scale: job.theme.text_scale(),
    };
    let drawn = match job.options.what {
        SheetKind::Map => return Ok(None),
        SheetKind::Matrix | SheetKind::Board => ideas(job, layout, journey, title),
        SheetKind::Coverage => coverage_sheet(layout, project, journey, &look),
        SheetKind::Saturation => saturation_sheet(layout, project, &look),
    };
    let (size, items) = drawn.map_err(ExportError::NoChart)?;
    Ok(Some(Sheet { scene: scene.clone(), map_at: Vec2::ZERO, size, items }))
}

/// The matrix or the board: how large it is, and what is drawn.
fn ideas(
    job: &Job<'_>,
    layout: &mut Layout,
    journey: &Journey,
    title: &str,
) -> Result<(Vec2, Vec<Item>), NoChart> {
    let project = job.whole;
    let mut ideas: Vec<RankedIdea> = ideas_of(project, journey);
    rank_ideas(&mut ideas, RankRule::default());
    // The day of the last edit, and never now: the same map gives the same bytes.
    let today = last_edited(project);
    let (words, scale) = (&job.words, job.theme.text_scale());
    let is_board = job.options.what == SheetKind::Board;
    let why = if is_board { NoChart::of_board(&ideas) } else { NoChart::of_matrix(&ideas) };
    if let Some(why) = why {
        return Err(why);
    }
    let picture = match is_board {
        true => board(layout, project, &ideas, today, words, scale).0,
        false => matrix(layout, project, &ideas, today, words, scale).picture,
    };
    Ok(framed_ideas(layout, project, &picture, title, words, scale))
}

/// The charts of `journey`, each with why it has nothing to show; none: it has.
pub fn charts_of(project: &Project, journey: &Journey) -> [(SheetKind, Option<NoChart>); 4] {
    let ideas = ideas_of(project, journey);
    [
        (SheetKind::Matrix, NoChart::of_matrix(&ideas)),
        (SheetKind::Board, NoChart::of_board(&ideas)),
        (SheetKind::Coverage, NoChart::of_coverage(&coverage(project, journey))),
        (SheetKind::Saturation, NoChart::of_saturation(&saturation(project))),
    ]
}
