//! A lane's row while it is laid out: its title, its height, and the line below it.

use crate::model::{LANE_HEIGHT_RANGE, Lane};
use crate::scene::draw::pen::Pen;
use crate::scene::map::lane;
use crate::scene::{Body, Drawing, LaneBox, Strip};
use egui::Rect;
use std::sync::Arc;

/// What stands at the head of a lane: its title, and above its cells what is computed.
pub(in crate::scene) struct LaneHead {
    pub title: Arc<Drawing>,
    pub title_rect: Rect,
    pub strip: Option<Strip>,
}

/// The title of a lane, from `old` where it is still right.
pub(in crate::scene) fn lane_title(
    pen: &mut Pen,
    lane: &Arc<Lane>,
    old: Option<(&Arc<Lane>, &LaneBox)>,
) -> (Arc<Drawing>, Rect) {
    let collapsed = pen.view.collapses(lane);
    let looks = |lane: &Lane| (lane.title.clone(), lane.icon.clone(), lane.kind.clone());
    let same_title = old.filter(|(old, shown)| {
        let same = Arc::ptr_eq(old, lane) || looks(old) == looks(lane);
        same && matches!(shown.body, Body::Collapsed) == collapsed
    });
    match same_title {
        Some((_, old)) => (old.title.clone(), old.title_rect),
        None => lane::title(pen, lane, collapsed, lane::body_x(pen.scale)),
    }
}

/// A lane's row before anything is known of it.
pub(in crate::scene) fn blank(index: usize, lane: &Lane) -> LaneBox {
    LaneBox {
        id: lane.id.clone(),
        index,
        kind: lane.kind.clone(),
        y: 0.0,
        height: 0.0,
        pinned: false,
        title: Arc::default(),
        title_rect: Rect::ZERO,
        body: Body::Collapsed,
        line: None,
        least: 0.0,
        needs: 0.0,
    }
}

/// Gives a lane's row its height and the line below it, with what of `old` is still right. `asked`
/// is how much room its questions need.
pub(in crate::scene) fn finish(
    pen: &mut Pen,
    lane: &Arc<Lane>,
    width: f32,
    asked: f32,
    old: Option<(&Arc<Lane>, &LaneBox)>,
    shown: &mut LaneBox,
) {
    shown.pinned = pen.view.pins(lane);
    shown.line = lane.line.as_ref().map(|line| {
        let old = old.and_then(|(_, old)| old.line.as_ref());
        let same = old.filter(|(old, drawing)| old == line && drawing.size.x == width);
        let drawing = same.map(|(_, drawing)| drawing.clone());
        (line.clone(), drawing.unwrap_or_else(|| lane::line(pen, line, width)))
    });
    let held = pen.held.get(&lane.id).copied().unwrap_or(0.0);
    let collapsed = matches!(shown.body, Body::Collapsed);
    let least = shown.title.size.y.max(lane::min_height(lane, collapsed)).max(asked);
    shown.least = shown.needs.max(least).ceil();
    let own = lane.height.filter(|_| matches!(shown.body, Body::Cards(_)));
    let own = own.map_or(0.0, |height| height.min(LANE_HEIGHT_RANGE.1) as f32);
    shown.height = shown.least.max(own).max(held).ceil();
}
