//! The pages a map is presented with: which there are, and what is drawn on each.
//!
//! A [`Deck`] plans the pages of a journey ([`crate::insight::story`]) and draws them one at a time,
//! when somebody asks. A page is always [`SIZE`] page units large, whatever shows it: screens, PDF
//! and slides scale it. What it shows is in [`Item`]s like everything else that is drawn, but for a
//! map on it ([`MapOnPage`]), which screens paint as the editor does.
//!
//! Each kind of page has a file of its own with the same two functions: `parts` says which pages it
//! takes to show all of it, since nothing is ever cut, and `draw` draws one of them.

mod agreement;
mod ask;
mod block;
mod board_page;
mod bubbles;
mod callouts;
mod cards;
mod chart_page;
mod chart_titles;
mod compare;
mod context;
mod coverage_page;
mod curve;
mod cut;
mod deck;
mod details;
mod feelings;
mod fitted;
mod flow;
mod kit;
mod learned;
mod learned_notes;
mod legend;
mod lines;
mod map;
mod matrix_page;
mod memo;
mod movement;
mod next;
mod persona;
mod persona_curve;
mod phase;
mod phase_head;
mod phase_sides;
mod phase_title;
mod plan;
mod planning;
mod progress;
mod said;
mod saturation_page;
mod scaled;
mod sign;
mod sizes;
mod slices;
mod sorted;
mod strip;
#[cfg(test)]
mod tests;
mod text;
mod tile;
mod title;
mod who;
mod whole;

pub use super::pages::plan::Planned;
pub use deck::Deck;
pub use scaled::scaled;

use super::{Item, Scene};
use egui::{Pos2, Rect, Vec2, vec2};
use std::sync::Arc;

/// How large every page is, in page units: a pixel of a full HD projector.
pub const SIZE: Vec2 = vec2(1920.0, 1080.0);

/// A page, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its heading in words, for lists of pages and those who do not see it.
    pub title: String,
    /// What is drawn, in the order of painting and of reading, within [`SIZE`].
    pub items: Vec<Item>,
    /// A map on it, below the items; none on most.
    pub map: Option<MapOnPage>,
}

/// A map on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct MapOnPage {
    /// The map, laid out.
    pub scene: Arc<Scene>,
    /// Where its top left corner is, in page units.
    pub at: Pos2,
    /// Page units for each document unit.
    pub scale: f32,
    /// What of the page it may be seen in, in page units.
    pub window: Rect,
}
