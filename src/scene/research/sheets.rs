//! A chart of research as a sheet of its own: with its title, what its signs mean, and what it shows in
//! words. Where there is nothing to show it says why.

use super::chart_notes::{coverage_notes, saturation_notes};
use super::coverage_chart::{CoverageShape, coverage_chart};
use super::saturation_chart::saturation_chart;
use super::{ResearchPicture, ResearchSheet};
use crate::insight::{NoChart, coverage, saturation};
use crate::model::{Journey, Project};
use crate::scene::draw::framed::framed;
use crate::scene::{Item, Layout};
use egui::{Vec2, vec2};

/// The room that the coverage of a phase, and the names of sources, are given.
const PHASE: f32 = 72.0;
const NAMES: f32 = 330.0;
/// How large the chart of saturation is.
const SATURATION: Vec2 = vec2(640.0, 340.0);
/// Texts below a chart have at least so much room.
const NOTES: f32 = 460.0;

/// How large the sheet is and what is drawn on it.
type Drawn = (Vec2, Vec<Item>);

/// What each source has told of each phase, as a sheet.
///
/// # Errors
/// Why there is nothing to show.
pub fn coverage_sheet(
    layout: &mut Layout,
    project: &Project,
    journey: &Journey,
    look: &ResearchSheet<'_>,
) -> Result<Drawn, NoChart> {
    let coverage = coverage(project, journey);
    if let Some(why) = NoChart::of_coverage(&coverage) {
        return Err(why);
    }
    let (words, scale) = (look.words, look.scale);
    let width = (NAMES + PHASE * journey.phases.len() as f32) * scale;
    let shape =
        CoverageShape { whole_names: true, ..CoverageShape::all(&coverage, journey, width) };
    let told = (&coverage, &shape);
    let chart = coverage_chart(layout, project, journey, told, (words, scale));
    let room = (chart.size.x.max(NOTES * scale), words, scale);
    let notes = coverage_notes(layout, project, journey, (&coverage, look.legend), room);
    let under = words.labelled(words.research_coverage(), words.research_coverage_how());
    Ok(sheet(layout, project, (chart, notes), &under, look))
}

/// Whether interviews still bring anything new, as a sheet.
///
/// # Errors
/// Why there is nothing to show.
pub fn saturation_sheet(
    layout: &mut Layout,
    project: &Project,
    look: &ResearchSheet<'_>,
) -> Result<Drawn, NoChart> {
    let saturation = saturation(project);
    if let Some(why) = NoChart::of_saturation(&saturation) {
        return Err(why);
    }
    let (words, scale) = (look.words, look.scale);
    let room = (SATURATION * scale, words, scale);
    let chart = saturation_chart(layout, project, &saturation, room);
    let room = (chart.size.x, words, scale);
    let notes = saturation_notes(layout, project, (&saturation, look.legend), room);
    let under = match saturation.nothing_new {
        0 => words.research_saturation(),
        count => words.labelled(words.research_saturation(), words.research_nothing_new(count)),
    };
    Ok(sheet(layout, project, (chart, notes), &under, look))
}

/// A chart with what stands below it.
fn sheet(
    layout: &mut Layout,
    project: &Project,
    (chart, notes): (ResearchPicture, ResearchPicture),
    under: &str,
    look: &ResearchSheet<'_>,
) -> Drawn {
    let picture = chart.above(notes);
    let mut pen = layout.pen(project, look.words, look.scale);
    framed(&mut pen, (picture.size, picture.items), look.title, under)
}
