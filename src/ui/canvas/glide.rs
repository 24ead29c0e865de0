//! The map moves smoothly to what was found, and stops as soon as it is moved by hand.

use super::Canvas;
use super::look::{extent, inset_for, showing};
use crate::scene::Scene;
use crate::ui::Camera;
use egui::{Vec2, vec2};

/// How long it moves, in seconds.
const LASTS: f64 = 0.22;
/// What stands over the map's upper right corner, in screen points: nothing found is behind it.
const BAR: f32 = 78.0;

/// A movement of the map.
pub(super) struct Glide {
    from: Vec2,
    to: Camera,
    since: f64,
    /// What was shown in the last frame.
    shown: Camera,
}

/// The camera in this frame, on its way from `camera`.
pub(super) fn glided(ui: &egui::Ui, canvas: &mut Canvas, scene: &Scene, camera: Camera) -> Camera {
    let now = ui.input(|input| input.time);
    if let Some(thing) = canvas.glide_to.take() {
        let things = [thing];
        let frame = canvas.frame(scene);
        let bar = vec2(0.0, BAR.min(frame.canvas.y * 0.2));
        let (strips, inset) = inset_for(scene, &frame, camera, &things);
        let inset = inset + bar;
        let rect = extent(scene, &things, &strips, frame.room(camera, inset));
        let to = rect.map(|rect| frame.kept_in(showing(&frame, camera, rect, inset)));
        let from = camera.origin;
        canvas.glide = to.map(|to| Glide { from, to, since: now, shown: camera });
    }
    let Some(glide) = &mut canvas.glide else { return camera };
    // Who wants less motion is there at once.
    let still = ui.style().animation_time == 0.0;
    let part = ((now - glide.since) / LASTS).clamp(0.0, 1.0) as f32;
    if still || glide.shown != camera || part >= 1.0 || glide.to == camera {
        // It has arrived, or somebody has moved the map.
        let arrived = if glide.shown == camera { glide.to } else { camera };
        canvas.glide = None;
        return arrived;
    }
    // Quick at first, and gently to its end.
    let eased = 1.0 - (1.0 - part).powi(3);
    let origin = glide.from + (glide.to.origin - glide.from) * eased;
    glide.shown = Camera { origin, ..camera };
    ui.ctx().request_repaint();
    glide.shown
}
