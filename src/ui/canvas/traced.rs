//! A transition that is selected or found: its line and its label, and not the room between them.

use super::brush::Brush;
use crate::model::Thing;
use crate::scene::{Item, Placed, Role, Scene, Stroke};
use egui::Rect;

/// Is it a transition?
pub(super) fn is_arc(placed: &Placed) -> bool {
    matches!(placed.thing, Thing::Transition(_))
}

/// The arc of a transition; none for other things.
pub(super) fn arc<'a>(scene: &'a Scene, thing: &Thing) -> Option<&'a Placed> {
    let is_it = |placed: &&Placed| is_arc(placed) && placed.thing == *thing;
    scene.head.iter().find(is_it)
}

/// Where the labels of an arc are, in document units.
pub(super) fn labels(arc: &Placed) -> impl Iterator<Item = Rect> {
    arc.drawing.items.iter().filter_map(|item| match item {
        Item::Rect { rect, .. } => Some(rect.translate(arc.at.to_vec2())),
        Item::Path { .. }
        | Item::Band { .. }
        | Item::Text { .. }
        | Item::Image { .. }
        | Item::Drawn { .. }
        | Item::Group(_) => None,
    })
}

/// Above this there are no arcs: title and personas end here.
pub(super) fn top(scene: &Scene) -> f32 {
    let others = scene.head.iter().filter(|placed| !is_arc(placed));
    others.fold(0.0, |low, placed| low.max(placed.at.y + placed.drawing.size.y))
}

/// Marks the lines of an arc, `width` screen points wide.
pub(super) fn trace(brush: &mut Brush<'_, '_>, arc: &Placed, role: Role, width: f32) {
    let width = width / brush.zoom.max(0.001);
    let wide = Stroke { width, paint: role.at(120), dash: None };
    for item in &arc.drawing.items {
        if let Item::Path { path, stroke: Some(_), .. } = item {
            brush.traced(path, arc.at.to_vec2(), wide);
        }
    }
}
