//! What was found is ringed on the map: all of it thinly, the one that is shown boldly.

use super::brush::Brush;
use super::marked::Marked;
use super::marks::lane_seen;
use super::traced;
use crate::model::{Id, Thing};
use crate::scene::{Body, Role, Scene, Stroke};
use egui::{Rect, Vec2, vec2};

/// Air between a thing and its ring, in screen points.
const AIR: f32 = 3.0;

/// A ring, and a light field where it is the one that is shown.
fn ring(brush: &mut Brush<'_, '_>, rect: Rect, radius: f32, current: bool) {
    let zoom = brush.zoom.max(0.001);
    let air = if current { AIR + 2.5 } else { AIR } / zoom;
    let width = if current { 3.5 } else { 2.0 } / zoom;
    let stroke = Stroke { width, paint: Role::StripeOpportunity.into(), dash: None };
    let fill = current.then_some(Role::StripeOpportunity.at(36));
    brush.boxed(rect.expand(air), radius + air, fill, Some(stroke));
}

fn is_current(marked: &Marked, id: &Id) -> bool {
    marked.current.as_ref().is_some_and(|thing| thing.id() == id)
}

/// Rings what scrolls with the map, as far as it is seen.
pub(super) fn found(brush: &mut Brush<'_, '_>, scene: &Scene, marked: &Marked) {
    if marked.ids.is_empty() {
        return;
    }
    let visible = brush.visible();
    let steps = scene.visible_steps(visible.left(), visible.right());
    for lane in &scene.lanes[scene.visible_lanes(visible.top(), visible.bottom())] {
        let down = vec2(0.0, lane.y);
        match &lane.body {
            Body::Collapsed => {}
            Body::Cards(cards) => {
                let last = steps.end.min(cards.cells.len());
                let first = steps.start.saturating_sub(cards.reach).min(last);
                for card in cards.cells[first..last].iter().flat_map(|cell| &cell.cards) {
                    if marked.ids.contains(&card.card.id) {
                        let current = is_current(marked, &card.card.id);
                        ring(brush, card.rect.translate(down), 8.0, current);
                    }
                }
            }
            Body::Curve(curve) => {
                for point in &curve.points {
                    if !marked.ids.contains(&point.point.id) {
                        continue;
                    }
                    let current = is_current(marked, &point.point.id);
                    let face =
                        Rect::from_center_size(point.at + down, Vec2::splat(point.radius * 2.0));
                    match &point.quote {
                        Some((rect, _)) => ring(brush, rect.translate(down), 8.0, current),
                        None => ring(brush, face, point.radius, current),
                    }
                }
            }
        }
    }
    let corner = scene.parking_rect.min.to_vec2();
    for card in scene.parking.cards.iter().filter(|card| marked.ids.contains(&card.card.id)) {
        let current = is_current(marked, &card.card.id);
        ring(brush, card.rect.translate(corner), 8.0, current);
    }
    for placed in scene.head.iter().filter(|placed| marked.ids.contains(placed.thing.id())) {
        let current = is_current(marked, placed.thing.id());
        if traced::is_arc(placed) {
            traced::trace(brush, placed, Role::StripeOpportunity, if current { 7.0 } else { 4.0 });
            traced::labels(placed).for_each(|label| ring(brush, label, 8.0, current));
            continue;
        }
        let rect = Rect::from_min_size(placed.at, placed.drawing.size);
        ring(brush, rect, 8.0, current);
    }
}

/// Rings headers and titles, where they stay in view. `pinned`: how far they are pushed.
pub(super) fn pinned_found(
    brush: &mut Brush<'_, '_>,
    scene: &Scene,
    marked: &Marked,
    pinned: Vec2,
) {
    if marked.ids.is_empty() {
        return;
    }
    let push = vec2(0.0, pinned.y);
    for phase in scene.columns.phases.iter().filter(|phase| marked.ids.contains(&phase.id)) {
        if let Some(rect) = scene.thing_rect(&Thing::Phase(phase.id.clone())) {
            ring(brush, rect.translate(push).shrink(2.0), 7.0, is_current(marked, &phase.id));
        }
    }
    for (index, step) in scene.columns.steps.iter().enumerate() {
        if marked.ids.contains(&step.id)
            && let Some(rect) = scene.step_title_rect(index)
        {
            ring(brush, rect.translate(push).shrink(3.0), 6.0, is_current(marked, &step.id));
        }
    }
    for lane in scene.lanes.iter().filter(|lane| marked.ids.contains(&lane.id)) {
        let title = Rect::from_min_size(
            egui::pos2(pinned.x, lane.y),
            vec2(scene.body_x - 4.0, lane.height.min(lane.title.size.y + 8.0)),
        );
        let seen = lane_seen(scene, title, pinned, brush.visible());
        if seen.is_positive() {
            ring(brush, seen.shrink(3.0), 6.0, is_current(marked, &lane.id));
        }
    }
}
