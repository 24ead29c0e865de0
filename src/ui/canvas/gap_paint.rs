//! The marks of gaps over the map: dashed cells and borders, the ring around the one that is looked
//! at, and the rings in the headers of phases that have guiding questions.

use super::super::{Context, Message};
use super::View;
use super::brush::Brush;
use super::detail::Detail;
use crate::model::{Id, LaneKind};
use crate::scene::{GapMarks, Role, Scene, Stroke};
use crate::ui::kit::tooltip::Tip as _;
use egui::{CursorIcon, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, vec2};
use std::sync::Arc;

/// From this zoom on a ring can be read.
const READABLE: f32 = 0.5;

/// What is shown of the gaps of the map in front.
#[derive(Clone, Default)]
pub(crate) struct ShownGaps {
    /// All marks; none: gaps are not shown.
    pub marks: Option<Arc<GapMarks>>,
    /// Where the one is that is looked at, in document units.
    pub lit: Option<Rect>,
}

/// Paints what scrolls with the map, as far as it is seen.
pub(super) fn marks(brush: &mut Brush<'_, '_>, shown: &ShownGaps) {
    let visible = brush.visible();
    let detail = Detail::at(brush.text_zoom);
    for mark in shown.marks.iter().flat_map(|marks| &marks.marks) {
        if !mark.rect.expand(10.0).intersects(visible) {
            continue;
        }
        match detail {
            Detail::Full => brush.drawing(&mark.drawing, mark.at),
            Detail::Lines | Detail::Fill => {
                // As thick as can be seen from far away.
                let width = 1.4_f32.max(1.0 / brush.zoom.max(0.001));
                let dash = Some((5.0_f32.max(3.0 * width), 4.0_f32.max(2.4 * width)));
                let stroke = Stroke { width, paint: Role::Bad.into(), dash };
                let fill = mark.around.is_none().then_some(Role::GapFill.into());
                brush.boxed(mark.rect, 8.0, fill, Some(stroke));
            }
        }
    }
    if let Some(rect) = shown.lit {
        let zoom = brush.zoom.max(0.001);
        let air = 3.0 / zoom;
        let stroke = Stroke { width: 3.0 / zoom, paint: Role::Accent.into(), dash: None };
        brush.boxed(rect.expand(air), 8.0 + air, None, Some(stroke));
    }
}

/// Is there, at this place of a cell, a box that says an opportunity is missing? In document units.
pub(super) fn is_answered_at(
    shown: &ShownGaps,
    scene: &Scene,
    lane: &Id,
    step: &Id,
    at: Pos2,
) -> bool {
    let mut lanes = scene.lanes.iter();
    let takes = lanes.any(|one| one.id == *lane && one.kind == LaneKind::Opportunities);
    let mut marks = shown.marks.iter().flat_map(|marks| &marks.marks);
    takes
        && marks.any(|mark| {
            let here = mark.lane == *lane && mark.step.as_ref() == Some(step);
            here && mark.around.is_none() && mark.rect.contains(at)
        })
}

/// Where the rings are on the map, in document units, as far as their headers are seen whole.
fn rings<'a>(
    shown: &'a ShownGaps,
    scene: &'a Scene,
    pinned: Vec2,
    left: f32,
) -> impl Iterator<Item = (&'a crate::scene::QuestionRing, Rect)> {
    let all = shown.marks.iter().flat_map(|marks| &marks.rings);
    all.filter_map(move |ring| {
        let column = scene.columns.phases.iter().find(|phase| phase.id == ring.phase)?;
        let at = ring.at + vec2(0.0, pinned.y);
        // The words of a header that is partly out of view move into the room of the ring.
        (column.x >= left).then(|| (ring, Rect::from_min_size(at, ring.drawing.size)))
    })
}

/// Paints the rings, which stay in view with their headers.
pub(super) fn question_rings(
    brush: &mut Brush<'_, '_>,
    scene: &Scene,
    shown: &ShownGaps,
    pinned: Vec2,
) {
    if brush.text_zoom < READABLE {
        return;
    }
    let left = if pinned.x > 0.0 { pinned.x + scene.body_x } else { f32::NEG_INFINITY };
    for (ring, rect) in rings(shown, scene, pinned, left) {
        brush.drawing(&ring.drawing, rect.min);
    }
}

/// Takes clicks on the rings: they open the questions of their phases.
pub(super) fn ring_clicks(
    ui: &Ui,
    cx: &Context<'_>,
    view: &View<'_>,
    shown: &ShownGaps,
    within: Rect,
    out: &mut Vec<Message>,
) {
    if view.camera.zoom < READABLE {
        return;
    }
    let pinned = view.pinned;
    let left = if pinned.x > 0.0 { pinned.x + view.scene.body_x } else { f32::NEG_INFINITY };
    for (ring, rect) in rings(shown, view.scene, pinned, left) {
        let rect = Rect::from_min_max(view.screen(rect.min), view.screen(rect.max));
        let rect = rect.expand(3.0).intersect(within);
        if !rect.is_positive() {
            continue;
        }
        let id = egui::Id::unique(("questions in the header of", ring.phase.as_str()));
        let response = ui.interact(rect, id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &ring.title));
        if response.hovered() {
            let edge = egui::Stroke::new(1.5, cx.theme.color(Role::OnColor.at(120)));
            let kind = egui::StrokeKind::Outside;
            ui.painter().with_clip_rect(within).rect_stroke(rect, rect.height() / 2.0, edge, kind);
        }
        if response.tip(|| &ring.title).on_hover_cursor(CursorIcon::PointingHand).clicked() {
            out.push(Message::Questions(ring.phase.clone()));
        }
    }
}
