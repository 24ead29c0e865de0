//! How a map will lie on paper, before it is written: which papers, what each shows, and whether its
//! texts can be read there.

use super::paper::{PageSize, Paper, UNIT, tiles, whole};
use super::{ExportError, Options, Report, with_job};
use crate::model::Project;
use crate::scene::{Face, Item, Sheet, Visit};
use crate::words::Words;
use egui::{Rect, Vec2};
use std::convert::Infallible;
use std::sync::Arc;

/// Smaller letters are not read, in points.
const READABLE: f32 = 5.0;

/// How a sheet lies on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperPlan {
    /// How large it is, in document units.
    pub size: Vec2,
    /// The papers, in the order of reading; at least one.
    pub papers: Vec<PlannedPaper>,
    /// Its texts are too small to be read there.
    pub small: Option<SmallText>,
}

/// A paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlannedPaper {
    /// Its size, in points.
    pub size: Vec2,
    /// Where on it the sheet is, all of it or a part, in points.
    pub window: Rect,
    /// Which part of the sheet that is, in document units.
    pub part: Rect,
}

/// Texts that are too small to be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SmallText {
    /// How large the smallest is, in points.
    pub points: f32,
    /// The smallest paper on which all can be read; none: on no paper in one piece.
    pub fits: Option<Paper>,
}

/// How the first journey that is meant will lie on the page that `options` ask for.
///
/// # Errors
/// What [`export`](super::export) may say.
pub fn paper_plan(project: &Arc<Project>, options: &Options) -> Result<PaperPlan, ExportError> {
    with_job(project, options, |job| {
        let sheet = job.sheet()?;
        let pages = match options.tile {
            None => vec![whole(sheet.size, options.page)],
            Some(tile) => tiles(sheet.size, options.page, tile)
                .ok_or(ExportError::TooManyPages(super::paper::MOST))?,
        };
        let scale = pages.first().map_or(UNIT, |page| page.scale);
        let all = Rect::from_min_size(egui::Pos2::ZERO, sheet.size);
        let papers = pages.iter().map(|page| {
            let part = page.part().intersect(all);
            let on = |at: egui::Pos2| (at.to_vec2() * page.scale + page.at).to_pos2();
            let window = Rect::from_min_max(on(part.min), on(part.max));
            PlannedPaper { size: page.size, window, part }
        });
        let small = SmallText::of(&sheet, scale, options.page);
        Ok(PaperPlan { size: sheet.size, papers: papers.collect(), small })
    })
}

impl SmallText {
    /// Of a sheet at `scale` points for each document unit; none where all its texts can be read. Which
    /// paper fits depends on how `page` is turned.
    pub(super) fn of(sheet: &Sheet, scale: f32, page: PageSize) -> Option<Self> {
        let least = smallest(sheet)?;
        let can_read = |scale: f32| least * scale >= READABLE - 0.05;
        if can_read(scale) {
            return None;
        }
        let papers = Paper::all().map(|(_, paper)| paper).filter(|paper| *paper != Paper::Fit);
        let mut papers = papers
            .filter(|paper| can_read(whole(sheet.size, PageSize { paper: *paper, ..page }).scale));
        Some(Self { points: least * scale, fits: papers.next() })
    }

    /// What is said of it: how small, and what would help.
    pub fn text(&self, words: &Words) -> String {
        let points = words.number((f64::from(self.points) * 10.0).round() / 10.0);
        let paper = self.fits.and_then(|fits| Paper::all().find(|(_, paper)| *paper == fits));
        match paper {
            Some((name, _)) => words.export_small_text(points, name.to_uppercase()),
            None => words.export_small_text_no_paper(points),
        }
    }
}

impl Report {
    /// Remembers the smallest texts of all sheets.
    pub(super) fn note_small(&mut self, sheet: &Sheet, scale: f32, page: PageSize) {
        let Some(small) = SmallText::of(sheet, scale, page) else { return };
        if self.small.is_none_or(|before| small.points < before.points) {
            self.small = Some(small);
        }
    }
}

/// The size of the smallest letters of a sheet, in document units; none where it has none.
fn smallest(sheet: &Sheet) -> Option<f32> {
    let mut least = f32::INFINITY;
    let Ok(()) = sheet.visit(None, &mut |visit| {
        if let Visit::Draw(Item::Text { text, .. }, _) = visit {
            let runs = text.lines.iter().flat_map(|line| &line.runs);
            let letters = runs.filter(|run| !matches!(run.face, Face::Icons | Face::Emoji));
            least = letters.map(|run| run.size).filter(|size| *size > 0.0).fold(least, f32::min);
        }
        Ok::<(), Infallible>(())
    });
    least.is_finite().then_some(least)
}
