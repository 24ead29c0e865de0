//! What each source has told of each phase, as in the room of research. Where not all sources or phases
//! have room, it is those most has been told by and of.

use super::chart_page::{ChartDrawn, ChartPage, LAST_ZOOM, draw as chart, largest, readable};
use super::chart_titles::{hole_said, map_of};
use super::context::PageContext;
use super::{Page, Planned};
use crate::insight::{Coverage, NoChart, coverage};
use crate::model::Journey;
use crate::scene::{CoverageShape, ResearchPicture, coverage_chart};
use egui::Vec2;

/// A phase has at least so much room, and names of sources take so much.
const PHASE: f32 = 46.0;
const NAMES: f32 = 152.0;

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &ChartPage) -> Page {
    let over = desk.pen.words.research_coverage();
    chart(desk, planned, part, &over, |desk, room| {
        let journey = map_of(desk);
        let found = coverage(desk.project, &journey);
        if let Some(why) = NoChart::of_coverage(&found) {
            return Err(why);
        }
        let phases = ((room.x / LAST_ZOOM - NAMES) / PHASE) as usize;
        let phases = found.most_told_phases(phases.max(1));
        let of = (&*journey, &found);
        let whole = |desk: &mut PageContext<'_>, zoom: f32| {
            let rows = (0..found.rows.len()).collect();
            let has_all = phases.len() == journey.phases.len();
            let shape = shape(of, (rows, phases.clone()), room.x / zoom);
            fitting(desk, of, &shape, room / zoom).filter(|_| has_all).map(|it| (it, shape, zoom))
        };
        let drawn = largest(desk, whole).or_else(|| {
            readable(desk, LAST_ZOOM, |desk| {
                // What has room without titles of phases is more than has room with them.
                let most = found.rows.len().min((room.y / LAST_ZOOM / 20.0) as usize);
                (1..=most).rev().find_map(|count| {
                    let rows = found.most_told_rows(count);
                    let shape = shape(of, (rows, phases.clone()), room.x / LAST_ZOOM);
                    let picture = fitting(desk, of, &shape, room / LAST_ZOOM)?;
                    Some((picture, shape, LAST_ZOOM))
                })
            })
        });
        let (picture, shape, zoom) = drawn.ok_or(NoChart::NothingTold)?;
        let under = under(desk, of, &shape, planned);
        Ok(ChartDrawn { under, items: picture.items, size: picture.size, zoom, title: None })
    })
}

/// These sources and phases in `width`.
fn shape(
    (journey, coverage): (&Journey, &Coverage),
    (rows, phases): (Vec<usize>, Vec<usize>),
    width: f32,
) -> CoverageShape {
    // Names stand whole where phases leave room for them.
    let whole_names = width - NAMES * 2.1 >= PHASE * phases.len() as f32;
    let all = CoverageShape::all(coverage, journey, width);
    CoverageShape { rows, phases, whole_names, is_tight: true, is_wide: true, ..all }
}

/// The chart, where it is no larger than `room`.
fn fitting(
    desk: &mut PageContext<'_>,
    (journey, coverage): (&Journey, &Coverage),
    shape: &CoverageShape,
    room: Vec2,
) -> Option<ResearchPicture> {
    let look = (desk.pen.words, 1.0);
    let picture = coverage_chart(desk.made, desk.project, journey, (coverage, shape), look);
    let fits = picture.size.y <= room.y + 0.5 && picture.size.x <= room.x + 0.5;
    fits.then_some(picture)
}

/// What is counted, or which sources and phases are shown; and what the heading does not say already.
fn under(
    desk: &PageContext<'_>,
    (journey, coverage): (&Journey, &Coverage),
    shape: &CoverageShape,
    planned: &Planned,
) -> String {
    let words = desk.pen.words;
    let of = |shown: usize, all: usize| [shown, all].map(|count| words.number(count as f64));
    let mut said = Vec::new();
    if shape.rows.len() < coverage.rows.len() {
        let [shown, all] = of(shape.rows.len(), coverage.rows.len());
        said.push(words.page_coverage_rows(shown, all));
    }
    if shape.phases.len() < journey.phases.len() {
        let [shown, all] = of(shape.phases.len(), journey.phases.len());
        said.push(words.page_coverage_phases(shown, all));
    }
    if said.is_empty() {
        said.push(words.research_coverage_how());
    }
    let hole = hole_said(desk, journey, coverage, 0);
    if let Some(hole) = hole.filter(|hole| *hole != planned.title) {
        said.insert(0, hole);
    }
    let more = coverage.holes.len().saturating_sub(1);
    said.extend((more > 0).then(|| words.page_coverage_more(more)));
    said.join(" · ")
}
