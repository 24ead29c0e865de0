//! What research has found out, as pictures: the map in small, how much each source covers, and
//! whether interviews still bring anything new. They are drawings like the map, so that whoever shows
//! one draws it alike.

mod coverage_chart;
mod saturation_chart;
mod small_map;

pub use coverage_chart::coverage_chart;
pub use saturation_chart::saturation_chart;
pub use small_map::{SmallMap, SmallStep, small_map};

use super::Item;
use egui::Vec2;

/// A picture of what was found out, from its own top left corner, in document units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResearchPicture {
    /// How large it is.
    pub size: Vec2,
    /// What is drawn.
    pub items: Vec<Item>,
}
