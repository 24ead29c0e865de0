//! Where everything is, what is drawn there, and what the pointer is on.
//!
//! Sizes are document units: 1 unit is 1 pixel at 100 % zoom and 1/96 inch on paper.

mod fonts;
mod hit;
pub mod icon;
mod item;
mod layout;
mod text;
mod theme;

pub use fonts::{CAP_HEIGHT, Face, system_face, system_font_count, system_fonts};
pub use hit::{Hit, hit};
pub use item::{Drawing, Group, Item, Paint, Path, Segment, Stroke, Summary};
pub use layout::{
    Body, CardBox, Cards, Cell, Columns, Counts, Curve, CurveLine, LaneBox, Layout, PhaseColumn,
    Placed, PointBox, Scene, StepColumn,
};
pub use text::{Align, Glyph, Line, Run, TEXT_MAX, Text, TextEngine, TextStyle};
pub use theme::{Role, Theme, ThemeKind};
