//! Paints pages, as the canvas paints maps: at the size they have on the screen, and of a map only
//! what is seen of it.

use crate::scene::pages::{Page, SIZE};
use crate::scene::{Item, Role, Theme};
use crate::ui::canvas::{Brush, Except, Far, Galleys, Layers, Textures, map_layers};
use egui::{Pos2, Rect, Shape, Ui};

/// How much room beside a page its edges take, in page units: in a window that is much wider or higher
/// they stay with it.
const EDGE_MAX: f32 = 160.0;

/// Where a page is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageView {
    /// Its top left corner, in screen points.
    pub origin: Pos2,
    /// Screen points for each page unit.
    pub zoom: f32,
    /// The zoom its text is drawn at: another than `zoom` while that changes.
    pub text_zoom: f32,
    /// 1 is solid.
    pub opacity: f32,
    /// It is on its way: the titles of a map do not stay in view.
    pub moving: bool,
}

impl PageView {
    /// A place on the screen from one on the page.
    pub fn screen(&self, at: Pos2) -> Pos2 {
        self.origin + at.to_vec2() * self.zoom
    }

    /// A place on the page from one on the screen.
    pub fn page(&self, at: Pos2) -> Pos2 {
        ((at - self.origin) / self.zoom).to_pos2()
    }

    /// A box on the screen from one on the page.
    pub fn screen_rect(&self, rect: Rect) -> Rect {
        Rect::from_min_max(self.screen(rect.min), self.screen(rect.max))
    }
}

/// What a window keeps to paint pages with.
#[derive(Default)]
pub struct PagePainter {
    galleys: Galleys,
    far: Far,
    textures: Textures,
    /// Cards and faces of maps painted in the last frame.
    pub painted: usize,
}

impl PagePainter {
    /// Paints pages within `window` (screen points), the first one lowest.
    pub fn paint(&mut self, ui: &Ui, theme: &Theme, window: Rect, pages: &[(&Page, PageView)]) {
        self.textures.begin(ui.ctx());
        self.painted = 0;
        let (galleys, far, textures) = (&mut self.galleys, &mut self.far, &mut self.textures);
        let mut layers: Vec<(Rect, Vec<Shape>)> = Vec::new();
        let mut painted = 0;
        ui.fonts_mut(|fonts| {
            galleys.begin(fonts);
            for (page, view) in pages {
                let place = view.screen_rect(Rect::from_min_size(Pos2::ZERO, SIZE));
                if view.opacity <= 0.0 || !place.intersects(window) {
                    continue;
                }
                if let Some(map) = &page.map {
                    let frame = view.screen_rect(map.window).intersect(window);
                    let (origin, zoom) = (view.screen(map.at), view.zoom * map.scale);
                    let clip = if view.moving { view.screen_rect(map.window) } else { frame };
                    let mut brush = Brush::new(fonts, galleys, theme, origin, zoom, clip);
                    brush.text_zoom = view.text_zoom * map.scale;
                    brush.opacity = view.opacity;
                    brush.textures = Some(&mut *textures);
                    let room = Layers { body: Vec::with_capacity(1024), ..Layers::default() };
                    let map = map_layers(&mut brush, far, &map.scene, &Except::default(), room);
                    painted += map.painted;
                    layers.extend([map.body, map.titles, map.headers].map(|layer| (frame, layer)));
                }
                let clip = window;
                let mut brush = Brush::new(fonts, galleys, theme, view.origin, view.zoom, clip);
                brush.shapes.reserve(1024);
                brush.text_zoom = view.text_zoom;
                brush.opacity = view.opacity;
                brush.textures = Some(&mut *textures);
                for item in &page.items {
                    let wider = to_the_edges(item, view, window);
                    brush.item(wider.as_ref().unwrap_or(item));
                }
                layers.push((window, std::mem::take(&mut brush.shapes)));
            }
        });
        self.galleys.end();
        self.textures.end();
        if self.textures.waiting {
            ui.ctx().request_repaint();
        }
        self.painted = painted;
        let painter = ui.painter_at(window);
        for (clip, shapes) in layers {
            painter.with_clip_rect(clip).extend(shapes);
        }
    }
}

/// A box that touches an edge of the page goes on to the edge of a window of another shape.
fn to_the_edges(item: &Item, view: &PageView, window: Rect) -> Option<Item> {
    let Item::Rect { rect, radius, fill, stroke: None, shadow: false } = item else { return None };
    if *radius > 0.0 {
        return None;
    }
    // As much as there is beside a page at rest, wherever the page is now.
    let beside = (window.size() / view.zoom - SIZE) / 2.0;
    let over = |gap: f32| if (0.0..=EDGE_MAX).contains(&gap) { gap + 1.0 } else { 0.0 };
    let (across, down) = (over(beside.x), over(beside.y));
    let mut wider = *rect;
    if rect.left() <= 0.5 {
        wider.min.x -= across;
    }
    if rect.right() >= SIZE.x - 0.5 {
        wider.max.x += across;
    }
    if rect.top() <= 0.5 {
        wider.min.y -= down;
    }
    if rect.bottom() >= SIZE.y - 0.5 {
        wider.max.y += down;
    }
    let more = Item::Rect { rect: wider, radius: 0.0, fill: *fill, stroke: None, shadow: false };
    (wider != *rect).then_some(more)
}

/// The paper behind pages, over all of `window`.
pub(crate) fn paper(ui: &Ui, theme: &Theme, window: Rect) {
    ui.painter_at(window).rect_filled(window, 0, theme.color(Role::Paper));
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Vec2, pos2, vec2};

    #[test]
    fn a_bar_at_the_edge_reaches_the_edge_of_the_window() {
        let bar = |rect: Rect| Item::Rect {
            rect,
            radius: 0.0,
            fill: Some(Role::Accent.into()),
            stroke: None,
            shadow: false,
        };
        let view = PageView {
            origin: pos2(0.0, 60.0),
            zoom: 1.0,
            text_zoom: 1.0,
            opacity: 1.0,
            moving: false,
        };
        let higher = Rect::from_min_size(Pos2::ZERO, SIZE + vec2(0.0, 120.0));
        let left = bar(Rect::from_min_size(Pos2::ZERO, vec2(18.0, SIZE.y)));
        let Some(Item::Rect { rect, .. }) = to_the_edges(&left, &view, higher) else { panic!() };
        assert!(rect.top() <= -60.0 && rect.bottom() >= SIZE.y + 60.0, "{rect}");
        let inside = bar(Rect::from_min_size(pos2(90.0, 90.0), Vec2::splat(50.0)));
        assert!(to_the_edges(&inside, &view, higher).is_none());
        let much_wider = Rect::from_min_size(Pos2::ZERO, SIZE + vec2(900.0, 0.0));
        assert!(to_the_edges(&left, &view, much_wider).is_none_or(|item| matches!(
            item, Item::Rect { rect, .. } if rect.left() >= -0.5
        )));
    }
}
