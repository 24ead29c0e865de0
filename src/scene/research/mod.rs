//! What research has found out, as pictures: the map in small, how much each source covers, and
//! whether interviews still bring anything new. They are drawings like the map, so that whoever shows
//! one draws it alike.

mod chart_notes;
mod coverage_chart;
mod saturation_chart;
mod sheets;
mod small_map;

pub use chart_notes::{coverage_notes, saturation_notes};
pub use coverage_chart::{CoverageShape, coverage_chart};
pub use saturation_chart::saturation_chart;
pub use sheets::{coverage_sheet, saturation_sheet};
pub use small_map::{SmallMap, SmallStep, small_map};

use super::Item;
use crate::words::Words;
use egui::{Vec2, vec2};

/// How a chart is made a sheet.
#[derive(Clone, Copy)]
pub struct ResearchSheet<'a> {
    /// What the map is called; empty: the chart stands without a title.
    pub title: &'a str,
    /// What the signs mean stands below it.
    pub legend: bool,
    /// In which language.
    pub words: &'a Words,
    /// 1, or more for projectors.
    pub scale: f32,
}

/// A picture of what was found out, from its own top left corner, in document units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResearchPicture {
    /// How large it is.
    pub size: Vec2,
    /// What is drawn.
    pub items: Vec<Item>,
}

impl ResearchPicture {
    /// Both as one, this above the other.
    pub fn above(mut self, below: Self) -> Self {
        let by = vec2(0.0, self.size.y);
        self.items.extend(below.items.into_iter().map(|item| item.moved(by)));
        self.size = vec2(self.size.x.max(below.size.x), self.size.y + below.size.y);
        self
    }
}
