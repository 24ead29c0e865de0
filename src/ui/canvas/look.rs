//! Which part of the map a frame looks at: where it was looked at last, as it follows the window, and
//! with what is to be brought into view.

use super::super::{Camera, Document};
use super::camera::CameraFrame;
use super::pinned_lanes::PinnedLane;
use super::{Canvas, pinned_lanes, stays};
use crate::model::Thing;
use crate::scene::Scene;
use crate::ui::state::document::Unmoved;
use egui::{Pos2, Rangef, Rect, Vec2, vec2};

/// Where this journey was looked at last; at first what can be read of it.
pub(super) fn camera_of(doc: &mut Document, canvas: &mut Canvas, scene: &Scene) -> Camera {
    let frame = canvas.frame(scene);
    let mut camera = unmoved(doc, &frame, scene);
    let shown = std::mem::take(&mut canvas.show);
    let (strips, inset) = inset_for(scene, &frame, camera, &shown);
    let things = extent(scene, &shown, &strips, frame.room(camera, inset));
    let cell = canvas.show_cell.take().and_then(|cell| {
        let lane = scene.lanes.iter().position(|lane| lane.id == cell.lane)?;
        Some(scene.cell_rect(lane, *scene.columns.index.get(&cell.step)?))
    });
    if let Some(rect) = things.or(cell) {
        camera = showing(&frame, camera, rect, inset);
    }
    // The map may have become smaller, or the window.
    frame.kept_in(camera)
}

/// Where this journey was looked at last. As long as nobody has moved the map it follows the size
/// of the window.
fn unmoved(doc: &mut Document, frame: &CameraFrame, scene: &Scene) -> Camera {
    let now = doc.cameras.get(&doc.journey).copied();
    let seen = doc.unmoved.get(&doc.journey).filter(|seen| now == Some(seen.camera));
    let whole = seen.is_some_and(|seen| seen.whole);
    match (now, seen) {
        (Some(camera), None) => return camera,
        (Some(camera), Some(seen)) if seen.canvas == frame.canvas => return camera,
        _ => {}
    }
    let ends = scene.columns.steps.iter().map(|step| step.x + step.width);
    let camera = frame.kept_in(if whole { frame.fit() } else { frame.opening(ends) });
    doc.keep_unmoved(Unmoved { camera, canvas: frame.canvas, whole });
    camera
}

/// The lanes that stay in view, and how much of the canvas is taken by what does, where `things`
/// are looked at, in screen points.
pub(super) fn inset_for(
    scene: &Scene,
    frame: &CameraFrame,
    camera: Camera,
    things: &[Thing],
) -> (Vec<PinnedLane>, Vec2) {
    // What stands in the head is above the headers and beside the titles.
    let in_head = |thing: &Thing| {
        matches!(thing, Thing::Persona(_) | Thing::Transition(_) | Thing::Journey(_))
    };
    let visible = Rect::from_min_max(
        camera.doc_from_canvas(Pos2::ZERO),
        camera.doc_from_canvas(frame.canvas.to_pos2()),
    );
    let strips = pinned_lanes::strips(
        scene,
        stays::pinned(scene, visible, None),
        frame.canvas.y / camera.zoom,
    );
    let below = strips.iter().map(|strip| strip.height * camera.zoom).sum::<f32>();
    let titles = vec2(scene.body_x, scene.header_height + 12.0) * camera.zoom;
    let inset = match !things.is_empty() && things.iter().all(in_head) {
        true => Vec2::ZERO,
        false => titles.min(frame.canvas * 0.4) + vec2(0.0, below),
    };
    (strips, inset)
}

/// The camera that shows `rect`, which may be nothing across or down: then nothing moves that way.
pub(super) fn showing(frame: &CameraFrame, mut camera: Camera, rect: Rect, inset: Vec2) -> Camera {
    let before = camera.origin;
    let middle = camera.doc_from_canvas(((inset + frame.canvas) / 2.0).to_pos2());
    let (across, down) = (rect.width() >= 0.0, rect.height() >= 0.0);
    let x = if across { rect.x_range() } else { Rangef::point(middle.x) };
    let y = if down { rect.y_range() } else { Rangef::point(middle.y) };
    camera = frame.showing(camera, Rect::from_x_y_ranges(x, y), inset);
    if !across {
        camera.origin.x = before.x;
    }
    if !down {
        camera.origin.y = before.y;
    }
    camera
}

/// Where `things` are: all of them if they fit into `room` (document units), else the first.
/// It is nothing across for lanes and nothing down for phases and steps: their titles stay in view
/// by themselves.
pub(super) fn extent(
    scene: &Scene,
    things: &[Thing],
    strips: &[PinnedLane],
    room: Vec2,
) -> Option<Rect> {
    let mut all = Rect::NOTHING;
    let mut first = None;
    for thing in things {
        let Some(mut rect) = scene.thing_rect(thing) else { continue };
        match thing {
            Thing::Lane(_) => {
                (rect.min.x, rect.max.x) = (Rect::NOTHING.min.x, Rect::NOTHING.max.x);
            }
            Thing::Phase(_) | Thing::Step(_) => {
                (rect.min.y, rect.max.y) = (Rect::NOTHING.min.y, Rect::NOTHING.max.y);
            }
            _ if pinned_lanes::of_thing(scene, strips, thing).is_some() => {
                (rect.min.y, rect.max.y) = (Rect::NOTHING.min.y, Rect::NOTHING.max.y);
            }
            Thing::Card(_)
            | Thing::Point { .. }
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => {}
        }
        let first = *first.get_or_insert(rect);
        all = all.union(rect);
        if all.width() > room.x || all.height() > room.y {
            return Some(first);
        }
    }
    first.map(|_| all)
}
