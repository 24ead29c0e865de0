//! How does the camera move from page to page?
//!
//! Pages lie beside each other, and the camera goes from one to the next, a little back on its way.
//! From a map to one of its phases it goes into the phase's column, and from there out of it.

use super::page_painter::PageView;
use crate::model::{Id, Thing};
use crate::scene::pages::{MapOnPage, Page, SIZE};
use crate::scene::{Item, Tag};
use egui::{Pos2, Rect, Vec2, vec2};

/// How long a move takes, in seconds.
pub const LASTS: f64 = 0.42;
/// How far pages are from each other at least, in page units.
const GAP: f32 = 160.0;
/// How far back the camera goes in the middle of its way.
const BACK: f32 = 0.03;
/// How much larger a map becomes while the camera goes into it.
const INTO: f32 = 1.7;
/// How large the page is that is found there, at first.
const FROM: f32 = 0.8;

/// A way from one page to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CameraWay {
    /// To a page further on (1) or back (−1).
    Beside(f32),
    /// Into this part of the page, in page units.
    Into(Rect),
    /// Out to a page of which this is a part, in page units.
    OutOf(Rect),
}

/// The way from a page to another; `on`: it stands later in the story. A page may be about a phase.
pub(crate) fn way(from: (&Page, Option<&Id>), to: (&Page, Option<&Id>), on: bool) -> CameraWay {
    let into = |page: &Page, phase: Option<&Id>| match &page.map {
        Some(map) => column(map, phase?),
        None => drawn_column(page, phase?),
    };
    if let Some(rect) = into(from.0, to.1) {
        return CameraWay::Into(rect);
    }
    match into(to.0, from.1) {
        Some(rect) => CameraWay::OutOf(rect),
        None => CameraWay::Beside(if on { 1.0 } else { -1.0 }),
    }
}

/// Where a phase's column stands on a page with a map, in page units.
fn column(map: &MapOnPage, phase: &Id) -> Option<Rect> {
    let column = map.scene.columns.phases.iter().find(|column| column.id == *phase)?;
    let corner = map.at + vec2(column.x, map.scene.header_y) * map.scale;
    let bottom = map.at.y + map.scene.size.y * map.scale;
    let size = vec2(column.width * map.scale, bottom - corner.y);
    Some(Rect::from_min_size(corner, size.max(Vec2::ZERO)))
}

/// The same on the page of the whole map, where it is drawn.
fn drawn_column(page: &Page, phase: &Id) -> Option<Rect> {
    page.items.iter().find_map(|item| match item {
        Item::Group(group) if group.tag == Tag::Column => {
            let is_it = matches!(&group.thing, Some(Thing::Phase(id)) if id == phase);
            is_it.then_some(group.bounds)
        }
        Item::Group(_)
        | Item::Rect { .. }
        | Item::Path { .. }
        | Item::Band { .. }
        | Item::Text { .. }
        | Item::Image { .. }
        | Item::Drawn { .. } => None,
    })
}

/// How a page at rest is seen in `window` (screen points): all of it, in the middle.
pub fn still(window: Rect) -> PageView {
    let zoom = (window.size() / SIZE).min_elem().max(0.001);
    let origin = window.center() - SIZE * zoom / 2.0;
    PageView { origin, zoom, text_zoom: zoom, opacity: 1.0, moving: false }
}

/// How the page one comes from and the one one goes to are seen in `window` when `part` (0 to 1) of
/// the time has passed.
pub fn seen(way: CameraWay, part: f32, window: Rect) -> [PageView; 2] {
    let still = PageView { moving: true, ..still(window) };
    let PageView { origin, zoom, .. } = still;
    let part = part.clamp(0.0, 1.0);
    match way {
        CameraWay::Beside(side) => {
            let gone = eased(part);
            let back = 1.0 - BACK * (std::f32::consts::PI * part).sin();
            // Wider than what is seen beside a page at rest.
            let apart = window.width() + GAP * zoom;
            let at = |pages: f32| {
                let origin = origin + vec2(pages * apart, 0.0);
                let origin = window.center() + (origin - window.center()) * back;
                PageView { origin, zoom: zoom * back, ..still }
            };
            [at(-side * gone), at(side * (1.0 - gone))]
        }
        CameraWay::Into(rect) => into(rect, part, window, still),
        CameraWay::OutOf(rect) => {
            let [outer, inner] = into(rect, 1.0 - part, window, still);
            [inner, outer]
        }
    }
}

/// The page that is gone into, and the one that is found there.
fn into(rect: Rect, part: f32, window: Rect, still: PageView) -> [PageView; 2] {
    let gone = eased(part);
    let screen = |at: Pos2| still.origin + at.to_vec2() * still.zoom;
    let goal = screen(rect.center());
    let around = |scale: f32, at: Pos2, to: Pos2| {
        let zoom = still.zoom * scale;
        // Letters keep their size while they move: each new one would have to be drawn first.
        PageView { origin: to + (still.origin - at) * scale, zoom, ..still }
    };
    let scale = INTO.powf(gone);
    let outer = around(scale, goal, goal.lerp(window.center(), gone));
    let opacity = (1.0 - gone * 1.6).clamp(0.0, 1.0);
    let outer = PageView { opacity, ..outer };
    let scale = FROM + (1.0 - FROM) * gone;
    let opacity = (gone * 1.6 - 0.6).clamp(0.0, 1.0);
    let inner = around(scale, window.center(), goal.lerp(window.center(), gone));
    [outer, PageView { opacity, ..inner }]
}

/// Text sizes while the zoom changes: few, since each has to be drawn anew.
pub(super) fn stepped(zoom: f32) -> f32 {
    ((zoom.log2() * 4.0).round() / 4.0).exp2()
}

/// Slow at first and at the end.
fn eased(part: f32) -> f32 {
    part * part * (3.0 - 2.0 * part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    const WINDOW: Rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(1600.0, 1000.0));

    fn place(view: &PageView) -> Rect {
        Rect::from_min_size(view.origin, SIZE * view.zoom)
    }

    #[test]
    fn a_way_begins_at_the_one_page_and_ends_at_the_other() {
        let PageView { origin, zoom, .. } = still(WINDOW);
        let part = Rect::from_min_size(pos2(300.0, 400.0), vec2(120.0, 500.0));
        for way in [
            CameraWay::Beside(1.0),
            CameraWay::Beside(-1.0),
            CameraWay::Into(part),
            CameraWay::OutOf(part),
        ] {
            let [from, _] = seen(way, 0.0, WINDOW);
            let [_, to] = seen(way, 1.0, WINDOW);
            for view in [from, to] {
                assert!(view.origin.distance(origin) < 0.1, "{way:?}");
                assert!((view.zoom - zoom).abs() < 0.001 && view.opacity == 1.0, "{way:?}");
            }
            let gone = seen(way, 1.0, WINDOW)[0];
            assert!(gone.opacity == 0.0 || !place(&gone).intersects(WINDOW), "{way:?}");
            let coming = seen(way, 0.0, WINDOW)[1];
            assert!(coming.opacity == 0.0 || !place(&coming).intersects(WINDOW), "{way:?}");
        }
    }

    #[test]
    fn pages_beside_each_other_never_overlap() {
        for step in 0..=20 {
            let [from, to] = seen(CameraWay::Beside(1.0), step as f32 / 20.0, WINDOW);
            assert!(place(&from).right() < place(&to).left());
        }
    }
}
