//! Lanes that stay in view below the phase headers while the map is scrolled down.
//!
//! Such a lane is painted once more as a strip over what scrolls below it. Where the pointer is in a
//! strip, its place on the map is counted from where the lane is there.

use super::brush::Brush;
use super::detail::Except;
use super::far::Far;
use super::pinned_lanes::PinnedLane;
use super::{chain_paint, map, stays};
use crate::scene::Scene;
use egui::{Rect, Shape, Vec2, pos2, vec2};

/// A strip to be painted within `rect` (screen points).
pub(super) struct PinnedLayer {
    /// All of it.
    pub rect: Rect,
    /// What scrolls sideways.
    pub body: Vec<Shape>,
    /// The title, which does not.
    pub titles: Vec<Shape>,
}

/// Paints a strip; `over` is painted over what stands in it. Also says how many cards and faces
/// were painted.
pub(super) fn paint(
    brush: &mut Brush<'_, '_>,
    far: &mut Far,
    scene: &Scene,
    strip: &PinnedLane,
    pinned: Vec2,
    except: &Except<'_>,
    over: impl FnOnce(&mut Brush<'_, '_>),
) -> (PinnedLayer, usize) {
    let Some(lane) = scene.lanes.get(strip.lane) else {
        return (PinnedLayer { rect: Rect::NOTHING, body: Vec::new(), titles: Vec::new() }, 0);
    };
    let kept = (brush.origin, brush.clip, std::mem::take(&mut brush.shapes));
    brush.origin.y -= strip.shift() * brush.zoom;
    let (top, bottom) = (pos2(0.0, strip.y), pos2(0.0, strip.y + strip.height));
    let rows = brush.screen(top).y..=brush.screen(bottom).y + 1.0;
    let rect = Rect::from_x_y_ranges(brush.clip.x_range(), rows);
    brush.clip = rect.intersect(brush.clip);
    let visible = brush.visible();
    map::tints(brush, scene, visible);
    chain_paint::lines(brush, scene, visible, except, Some(strip.lane));
    let painted = map::lane_body(brush, far, scene, lane, visible, except);
    far.paint_faces(brush);
    map::hairline(brush, scene, lane, visible);
    over(brush);
    let body = std::mem::take(&mut brush.shapes);
    let (names, lanes) = (&mut far.names, strip.lane..strip.lane + 1);
    stays::titles(brush, names, scene, lanes, vec2(pinned.x, 0.0), except);
    let titles = std::mem::take(&mut brush.shapes);
    (brush.origin, brush.clip, brush.shapes) = kept;
    (PinnedLayer { rect, body, titles }, painted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{id, parse};
    use crate::model::CardRef;
    use crate::model::Thing;
    use crate::model::View;
    use crate::scene::Layout;
    use crate::ui::canvas::pinned_lanes::{of_thing, shift_at, strips};
    use crate::words::{Lang, Words};
    use std::sync::Arc;

    #[test]
    fn pinned_lanes_stand_below_the_headers_and_leave_half_of_the_canvas() {
        let (project, _) = parse("A: a\nL: x\nM: y\nN: z\nO: w");
        let mut layout = Layout::new();
        let pinned = vec![id("L"), id("N")];
        layout.view = Arc::new(View { pinned, ..View::default() });
        let words = Words::new(Lang::En);
        let scene = layout.scene(&Arc::new(project), &id("map"), &words, 1.0).unwrap();
        let at = |down: f32, height: f32| strips(&scene, vec2(0.0, down), height);
        assert!(at(0.0, 1000.0).is_empty());
        let [first] = at(60.0, 1000.0)[..] else { panic!("N is still where it belongs") };
        assert_eq!((first.lane, first.y), (0, scene.lanes[0].y));
        let both = at(600.0, 1000.0);
        assert_eq!(both.iter().map(|strip| strip.lane).collect::<Vec<_>>(), [0, 2]);
        assert_eq!(both[1].top, both[0].top + both[0].height);
        let inside = both[1].top + 5.0;
        assert_eq!(inside + shift_at(&both, inside), scene.lanes[2].y + 5.0);
        assert_eq!(shift_at(&both, both[1].top + both[1].height + 1.0), 0.0);
        let low = scene.lanes[0].height * 2.5;
        assert_eq!(at(600.0, low).len(), 1, "at most half of what is seen");
        let card = Thing::Card(CardRef { lane: Some(id("N")), card: id("z") });
        assert_eq!(of_thing(&scene, &both, &card), Some(&both[1]));
        assert_eq!(of_thing(&scene, &both, &Thing::Lane(id("M"))), None);
    }
}
