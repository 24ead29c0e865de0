//! Where everything is, what is drawn there, and what the pointer is on.
//!
//! Sizes are document units: 1 unit is 1 pixel at 100 % zoom and 1/96 inch on paper.

mod arcs;
mod boxes;
mod card;
mod card_picture;
mod cards;
mod chips;
mod columns;
mod counts;
mod curve;
mod dots;
mod fonts;
mod free_room;
mod friction;
mod gap;
mod ground;
mod head;
mod hit;
pub mod icon;
mod item;
mod lane;
mod layout;
mod legend;
mod name;
pub mod pages;
mod pen;
mod picture;
mod pictures;
mod place;
mod quotes;
mod role;
mod rows;
mod sheet;
mod shown;
mod sign;
mod signs;
mod sketch;
mod spark;
mod spline;
mod strands;
mod strip;
mod strips;
#[cfg(test)]
mod tests;
mod text;
mod theme;
mod things;
mod threads;
mod widths;

use boxes::Span;
pub use boxes::{Area, Gap, StepGap};
pub use boxes::{
    Body, CardBox, Cards, Cell, Columns, Curve, CurveLine, LaneBox, PhaseColumn, Placed, PointBox,
    Scene, StepColumn,
};
pub use columns::phase_color;
pub use counts::LayoutCounts;
pub use curve::CURVE_HEIGHT;
pub use fonts::{CAP_HEIGHT, Face, system_face, system_font_count, system_fonts};
pub use ground::{READABLE, Rule, SHADOW, THINNEST, VISIBLE};
pub use head::RING as PERSONA_RING;
pub use hit::{Hit, curve_hit, feeling_hit, hit};
pub use icon::{channel_icon, lane_icon};
pub use item::{Drawing, Group, Item, Paint, Path, Segment, Stroke, Summary, Tag, TextSpot};
pub use layout::Layout;
pub use name::moment_name;
pub use parley::FontData;
pub use picture::{Encoded, PICTURE_MAX, Picture, PictureError};
pub use pictures::{Pictures, read_image};
pub use place::TextPlace;
pub use quotes::unquoted;
pub use role::Role;
pub use sheet::{Frame, Sheet, Visit, sheet, walk};
pub use sign::{Sign, SignSpot};
pub use signs::{Said, SignAt};
pub use sketch::{Sketch, sketch};
pub use strip::Strip;
pub use text::{Align, Glyph, Line, Run, TEXT_MAX, Text, TextEngine, TextStyle};
pub use theme::{BLACKOUT, PERSONA_COLORS, Theme, ThemeKind, UNTINTED};
