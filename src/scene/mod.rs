//! Where everything is, what is drawn there, and what the pointer is on.
//!
//! Sizes are document units: 1 unit is 1 pixel at 100 % zoom and 1/96 inch on paper.

mod draw;
mod free_room;
mod hit;
mod ideas;
mod map;
pub mod pages;
mod research;
mod signs;
#[cfg(test)]
mod tests;
mod text;

pub use draw::icon::{self, channel_icon, lane_icon};
pub(crate) use draw::item::begins_at;
pub use draw::item::{Drawing, Group, Item, Paint, Path, Segment, Stroke, Summary, Tag, TextSpot};
pub use draw::picture::{Encoded, PICTURE_MAX, Picture, PictureError, PictureFault};
pub use draw::pictures::{Pictures, read_image};

pub use draw::role::Role;
pub use draw::sign::{Sign, SignSpot};
pub use draw::theme::{BLACKOUT, PERSONA_COLORS, Theme, ThemeKind, UNTINTED};
pub use hit::{Hit, curve_hit, feeling_hit, hit};
pub use ideas::{
    BoardShape, IdeaCard, IdeaPicture, Matrix, MatrixShape, MatrixSpot, asks_for_date,
    asks_for_owner, board, board_columns, board_shaped, framed_ideas, matrix, matrix_shaped,
    status_icon, status_role,
};
use map::boxes::Span;
pub use map::boxes::{Area, CurveGap, StepGap};
pub use map::boxes::{
    Body, CardBox, Cards, Cell, Columns, Curve, CurveLine, LaneBox, PhaseColumn, Placed, PointBox,
    Scene, StepColumn,
};
pub use map::card::lane_stripe;
pub use map::chain_lines::{ChainLine, ChainWeight};
pub use map::columns::phase_color;
pub use map::counts::LayoutCounts;
pub use map::curve::CURVE_HEIGHT;
pub use map::gap_marks::{GapMark, GapMarks};
pub use map::ground::{READABLE, Rule, SHADOW, THINNEST, VISIBLE};
pub use map::head::RING as PERSONA_RING;
pub use map::layout::Layout;
pub use map::name::moment_name;
pub(crate) use map::name::persona_role;
pub use map::place::TextPlace;
pub use map::question_rings::QuestionRing;
pub use map::sheet::{Frame, Sheet, Visit, sheet, walk};
pub use map::sketch::{Sketch, sketch};
pub use map::strip::Strip;
pub use parley::FontData;
pub use research::{
    CoverageShape, ResearchPicture, ResearchSheet, SmallMap, SmallStep, coverage_chart,
    coverage_notes, coverage_sheet, saturation_chart, saturation_notes, saturation_sheet,
    small_map,
};
pub use signs::{Said, SignAt};
pub use text::fonts::{CAP_HEIGHT, Face, system_face, system_font_count, system_fonts};
pub use text::lent::{LentFonts, hush_quiet_panics, is_quiet_panic, quietly};
pub use text::{Align, Glyph, Line, Run, TEXT_MAX, Text, TextEngine, TextStyle};
