//! Paints pages, as the canvas paints maps: at the size they have on the screen, and of a map only
//! what is seen of it.

use crate::scene::pages::{Page, SIZE};
use crate::scene::{Item, Role, Theme};
use crate::ui::canvas::{Brush, Except, Far, Galleys, Textures, map_layers};
use egui::{Pos2, Rect, Shape, Ui, vec2};

/// Where a page is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
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

impl View {
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
    pub fn paint(&mut self, ui: &Ui, theme: &Theme, window: Rect, pages: &[(&Page, View)]) {
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
                    let map = map_layers(&mut brush, far, &map.scene, &Except::default());
                    painted += map.painted;
                    layers.extend([map.body, map.titles, map.headers].map(|layer| (frame, layer)));
                }
                let clip = window;
                let mut brush = Brush::new(fonts, galleys, theme, view.origin, view.zoom, clip);
                brush.text_zoom = view.text_zoom;
                brush.opacity = view.opacity;
                brush.textures = Some(&mut *textures);
                for item in &page.items {
                    if let Some(rect) = to_the_edges(item, view, window) {
                        brush.item(&rect);
                    }
                    brush.item(item);
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

/// A bar from the top of the page to its bottom goes on to the edges of a higher window.
fn to_the_edges(item: &Item, view: &View, window: Rect) -> Option<Item> {
    let Item::Rect { rect, radius, fill, stroke: None, shadow: false } = item else { return None };
    if *radius > 0.0 || rect.top() > 0.5 || rect.bottom() < SIZE.y - 0.5 || rect.left() > 0.5 {
        return None;
    }
    let over = (view.origin.y - window.top()).max(0.0) / view.zoom + 1.0;
    let rect = rect.expand2(vec2(0.0, over));
    Some(Item::Rect { rect, radius: 0.0, fill: *fill, stroke: None, shadow: false })
}

/// The paper behind pages, over all of `window`.
pub fn paper(ui: &Ui, theme: &Theme, window: Rect) {
    ui.painter_at(window).rect_filled(window, 0, theme.color(Role::Paper));
}
