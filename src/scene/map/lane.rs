//! The left side of a lane: its icon and title, and the line that may stand below it.

use crate::model::{Lane, LaneKind, Line};
use crate::scene::draw::icon::lane_icon;
use crate::scene::draw::pen::line_boxes;
use crate::scene::draw::pen::{self, Pen, emoji_at, text_at, text_box};
use crate::scene::{Drawing, Item, Path, Role, Segment, Stroke, Summary};
use crate::words::Named;
use crate::words::lane_name;
use egui::{Rect, pos2, vec2};
use std::sync::Arc;

/// Around the map.
pub(in crate::scene) const MARGIN: f32 = 32.0;
/// Where lane titles begin.
const TITLE_X: f32 = 66.0;
/// How wide lane titles are at text scale 1.
const TITLE_WIDTH: f32 = 156.0;
/// Between a title and the columns.
const TITLE_GAP: f32 = 12.0;
/// Between the title of an emotion lane and the columns stand the figures of its axis.
const AXIS_GAP: f32 = 40.0;
const ICON_X: f32 = 46.0;
const TITLE_Y: f32 = 15.0;
/// A collapsed lane is this high.
const COLLAPSED: f32 = 44.0;
/// How much room the line below a lane takes.
pub(in crate::scene) const LINE_ROOM: f32 = 20.0;

/// Where the columns begin.
pub(in crate::scene) fn body_x(scale: f32) -> f32 {
    (TITLE_X + TITLE_WIDTH * scale).round()
}

/// How high a lane is at least, by what it holds.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
pub(in crate::scene) fn min_height(lane: &Lane, collapsed: bool) -> f32 {
    if collapsed {
        return COLLAPSED;
    }
    match lane.kind {
        LaneKind::Actions | LaneKind::Opportunities => 112.0,
        LaneKind::Thoughts | LaneKind::Questions | LaneKind::Quotes => 92.0,
        LaneKind::Metrics => 78.0,
        _ => 96.0,
    }
}

/// Icon and title, from the lane's top left corner, and where the title's text stands in it.
pub(in crate::scene) fn title(
    pen: &mut Pen,
    lane: &Lane,
    collapsed: bool,
    body_x: f32,
) -> (Arc<Drawing>, Rect) {
    let icon = if lane.icon.is_empty() { lane_icon(&lane.kind) } else { &lane.icon };
    let icon = pen.short(icon, pen::LANE_ICON);
    let name = lane_name(lane, pen.words);
    let (name, ink) = pen.titled(&name, Role::Ink);
    let emotions = lane.kind == LaneKind::Emotions && !collapsed;
    let width = body_x - TITLE_X - if emotions { AXIS_GAP } else { TITLE_GAP };
    let text = pen.text(&name, pen::LANE, Some(width));

    let at = pos2(TITLE_X, TITLE_Y);
    let line = pen.grown(pen::LANE.line_height);
    let rect = text_box(at, &text, width, line);
    let size = vec2(body_x, rect.bottom() + TITLE_Y);
    let summary = Summary { lines: line_boxes(at, &text), ..Summary::default() };
    let middle = pos2(ICON_X, TITLE_Y + line / 2.0);
    let items =
        vec![emoji_at(middle, icon, pen.grown(pen::LANE_ICON.size)), text_at(at, text, ink)];
    (Arc::new(Drawing { size, items, summary, ..Drawing::default() }), rect)
}

/// A dashed line with its name, `width` wide with the map's margins.
pub(in crate::scene) fn line(pen: &mut Pen, line: &Line, width: f32) -> Arc<Drawing> {
    let name = pen.short(&line.name(pen.words), pen::LINE);
    let y = LINE_ROOM / 2.0;
    let start = MARGIN + name.size.x + 10.0;
    let path = Path {
        segments: vec![Segment::Move(pos2(start, y)), Segment::Line(pos2(width - MARGIN, y))],
        convex: false,
    };
    let stroke = Stroke { width: 1.5, paint: Role::Muted.into(), dash: Some((6.0, 4.0)) };
    let summary = Summary {
        lines: vec![Rect::from_min_max(pos2(MARGIN, y - 1.0), pos2(width - MARGIN, y + 1.0))],
        ..Summary::default()
    };
    let items = vec![
        text_at(pos2(MARGIN, y - name.size.y / 2.0), name, Role::Muted),
        Item::Path { path: Arc::new(path), fill: None, stroke: Some(stroke) },
    ];
    Arc::new(Drawing { size: vec2(width, LINE_ROOM), items, summary, ..Drawing::default() })
}
