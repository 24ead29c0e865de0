//! Lanes that stay in view while the map is scrolled: where they stand.

use super::detail::TINT_GAP;
use crate::model::{CardRef, Thing};
use crate::scene::Scene;
use egui::Vec2;

/// A lane that is kept in view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PinnedLane {
    /// Its place in [`Scene::lanes`].
    pub lane: usize,
    /// Where it is on the map, in document units.
    pub y: f32,
    /// Where it is shown, in document units.
    pub top: f32,
    /// How high it is.
    pub height: f32,
}

impl PinnedLane {
    /// From where it is shown to where it is on the map.
    pub(super) fn shift(&self) -> f32 {
        self.y - self.top
    }

    /// Is this height (by what is seen) within it?
    pub(super) fn holds(&self, y: f32) -> bool {
        self.top <= y && y < self.top + self.height
    }
}

/// The lanes that are kept in view and would not be by themselves, from top to bottom. Together
/// they take at most half of what is seen, `height` in document units.
pub(super) fn strips(scene: &Scene, pinned: Vec2, height: f32) -> Vec<PinnedLane> {
    let mut strips = Vec::new();
    if pinned.y <= 0.0 {
        return strips;
    }
    let mut top = scene.header_y + scene.header_height + pinned.y + TINT_GAP;
    let mut room = height / 2.0;
    for (lane, row) in scene.lanes.iter().enumerate().filter(|(_, row)| row.pinned) {
        if row.y >= top {
            break;
        }
        if row.height <= room {
            strips.push(PinnedLane { lane, y: row.y, top, height: row.height });
            top += row.height;
            room -= row.height;
        }
    }
    strips
}

/// From where something is seen at height `y` to where it is on the map; 0 beside the strips.
pub(super) fn shift_at(strips: &[PinnedLane], y: f32) -> f32 {
    strips.iter().find(|strip| strip.holds(y)).map_or(0.0, PinnedLane::shift)
}

/// The strip in which `thing` is shown, if it is in one.
pub(super) fn of_thing<'a>(
    scene: &Scene,
    strips: &'a [PinnedLane],
    thing: &Thing,
) -> Option<&'a PinnedLane> {
    let lane = match thing {
        Thing::Card(CardRef { lane, .. }) => lane.as_ref()?,
        Thing::Point { lane, .. } | Thing::Lane(lane) => lane,
        Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => return None,
    };
    strips.iter().find(|strip| scene.lanes.get(strip.lane).is_some_and(|row| row.id == *lane))
}
