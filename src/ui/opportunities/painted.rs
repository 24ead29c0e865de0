//! Paints pictures of opportunities at the size they have on the screen.

use crate::scene::{IdeaCard, IdeaPicture, Item, Theme};
use crate::ui::canvas::{Brush, Galleys};
use egui::{Pos2, Rect, Ui, Vec2};

/// Where a picture is seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct PictureView {
    /// Its top left corner, in screen points.
    pub origin: Pos2,
    /// Screen points for each document unit.
    pub zoom: f32,
    /// What is outside is not seen.
    pub clip: Rect,
}

impl PictureView {
    /// `size` within `room`, from its upper left corner, as large as there is room for.
    pub(super) fn within(ui: &Ui, room: Rect, size: Vec2) -> Self {
        let fits = (room.size() / size.max(Vec2::splat(1.0))).min_elem();
        let clip = room.expand(12.0).intersect(ui.clip_rect());
        Self { origin: room.min, zoom: fits.clamp(0.35, 1.25), clip }
    }

    pub(super) fn screen(&self, at: Pos2) -> Pos2 {
        self.origin + at.to_vec2() * self.zoom
    }

    pub(super) fn screen_rect(&self, rect: Rect) -> Rect {
        Rect::from_min_max(self.screen(rect.min), self.screen(rect.max))
    }

    /// A place in the picture from one on the screen.
    pub(super) fn picture(&self, at: Pos2) -> Pos2 {
        ((at - self.origin) / self.zoom).to_pos2()
    }
}

/// What is kept from frame to frame to paint with.
#[derive(Default)]
pub(super) struct IdeaPainter {
    galleys: Galleys,
}

impl IdeaPainter {
    /// Paints the ground and the cards but for the one that is lifted.
    pub(super) fn picture(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        view: PictureView,
        picture: &IdeaPicture,
        lifted: Option<&IdeaCard>,
    ) {
        let cards = picture.cards.iter().filter(|card| lifted.is_none_or(|it| it.id != card.id));
        let cards: Vec<(&IdeaCard, Pos2)> = cards.map(|card| (card, card.rect.min)).collect();
        self.paint(ui, theme, view, &picture.ground, &cards);
    }

    /// Paints one card with its corner at `at`.
    pub(super) fn card(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        view: PictureView,
        card: &IdeaCard,
        at: Pos2,
    ) {
        self.paint(ui, theme, view, &[], &[(card, at)]);
    }

    fn paint(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        view: PictureView,
        ground: &[Item],
        cards: &[(&IdeaCard, Pos2)],
    ) {
        let galleys = &mut self.galleys;
        let shapes = ui.fonts_mut(|fonts| {
            galleys.begin(fonts);
            let mut brush = Brush::new(fonts, galleys, theme, view.origin, view.zoom, view.clip);
            for item in ground {
                brush.item(item);
            }
            for (card, at) in cards {
                brush.drawing(&card.drawing, *at);
            }
            std::mem::take(&mut brush.shapes)
        });
        self.galleys.end();
        ui.painter_at(view.clip).extend(shapes);
    }
}
