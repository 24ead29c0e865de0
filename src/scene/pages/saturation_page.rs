//! Whether interviews still bring anything new, as in the room of research.

use super::chart_page::{ChartDrawn, ChartPage, ZOOMS, draw as chart, readable};
use super::context::PageContext;
use super::{Page, Planned};
use crate::insight::{NoChart, saturation};
use crate::scene::{saturation_chart, saturation_notes};
use egui::vec2;

/// What stands below the chart takes so much, in its units.
const NOTES: f32 = 34.0;

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &ChartPage) -> Page {
    let over = desk.pen.words.research_saturation();
    chart(desk, planned, part, &over, |desk, room| {
        let saturation = saturation(desk.project);
        if let Some(why) = NoChart::of_saturation(&saturation) {
            return Err(why);
        }
        let zoom = ZOOMS[0];
        let words = desk.pen.words;
        let size = room / zoom - vec2(0.0, NOTES);
        let picture = readable(desk, zoom, |desk| {
            let (made, project) = (&mut *desk.made, desk.project);
            let chart = saturation_chart(made, project, &saturation, (size, words, 1.0));
            let look = (size.x, words, 1.0);
            chart.above(saturation_notes(made, project, (&saturation, false), look))
        });
        let [held, wanted] =
            [saturation.held, saturation.wanted].map(|count| words.number(count as f64));
        let themes = saturation.so_far.last().copied().unwrap_or_default();
        let under =
            [words.research_themes(themes), words.research_interviews_of(held, wanted)].join(" · ");
        let title = Some(words.labelled(words.research_saturation(), &under));
        Ok(ChartDrawn { under, items: picture.items, size: picture.size, zoom, title })
    })
}
