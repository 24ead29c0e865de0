//! The map of a phase alone on a page, to be written on or with its gaps: its steps are as wide as it takes
//! to fill the paper.

use crate::export::paper::{self, MARGIN, Paper, PaperPage};
use crate::export::{ExportError, Job};
use crate::model::{Id, Project};
use crate::scene::{Layout, Sheet};
use egui::Vec2;
use std::sync::Arc;

/// Widths of steps that are tried, in document units: narrow ones make a sheet that is high, wide ones
/// one that is low.
const TRIED: [f64; 9] = [150.0, 190.0, 238.0, 300.0, 400.0, 530.0, 700.0, 920.0, 1200.0];

/// The sheet of a journey of `alone`, which has one phase only, and how it lies on the page that is asked
/// for. On paper texts are as large and as little as possible is left white. None where there is no
/// such journey.
pub(super) fn filling(
    job: &Job<'_>,
    layout: &mut Layout,
    alone: &Arc<Project>,
    journey: &Id,
) -> Result<Option<(Sheet, PaperPage)>, ExportError> {
    let page = job.options.page;
    let Some(sheet) = job.sheet_of(layout, alone, journey)? else { return Ok(None) };
    let on = paper::whole(sheet.size, page);
    if page.paper == Paper::Fit {
        return Ok(Some((sheet, on)));
    }
    let mut best = (sheet, on);
    for width in TRIED {
        let wide = with_steps(alone, journey, width);
        let Some(sheet) = job.sheet_of(layout, &wide, journey)? else { continue };
        let on = paper::whole(sheet.size, page);
        if worth(&sheet, &on) > worth(&best.0, &best.1) {
            best = (sheet, on);
        }
    }
    Ok(Some(best))
}

/// How good a page is: by how large its texts are, and how much of it is used.
fn worth(sheet: &Sheet, on: &PaperPage) -> f32 {
    let room = on.size - Vec2::splat(2.0 * MARGIN);
    let used = sheet.size * on.scale / room;
    on.scale * used.x * used.y
}

/// `project` with all steps of a journey this wide.
fn with_steps(project: &Arc<Project>, journey: &Id, width: f64) -> Arc<Project> {
    let mut whole = Project::clone(project);
    let place = whole.journeys.iter().position(|one| one.id == *journey);
    if let Some(journey) = place.and_then(|place| whole.journeys.edit(place)) {
        journey.widths = None;
        for at in 0..journey.phases.len() {
            let Some(phase) = journey.phases.edit(at) else { continue };
            for at in 0..phase.steps.len() {
                if let Some(step) = phase.steps.edit(at) {
                    step.width = Some(width);
                }
            }
        }
    }
    Arc::new(whole)
}
