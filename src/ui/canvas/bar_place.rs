//! Where the small bar stands: beside the selected cards and never on them.

use super::bar::Button;
use super::{View, pinned_lanes};
use crate::model::Thing;
use crate::ui::Document;
use egui::{Rect, Vec2, pos2, vec2};

/// Of so many selected cards at most the bar keeps clear.
const AT_ONCE: usize = 24;
/// From the card to the bar, in screen points.
pub(super) const AWAY: f32 = 12.0;
/// A button is so large.
pub(super) const BUTTON: f32 = 32.0;
/// Between buttons.
pub(super) const BETWEEN: f32 = 2.0;
pub(super) const AROUND: f32 = 4.0;
/// The line before the last one takes so much.
pub(super) const LINE: f32 = 9.0;
/// From the edges of what can be seen, at least.
const EDGE: f32 = 4.0;

/// How large the bar is.
pub(super) fn size() -> Vec2 {
    let count = Button::ALL.len() as f32;
    vec2(count * BUTTON + (count - 1.0) * BETWEEN + LINE + 2.0 * AROUND, BUTTON + 2.0 * AROUND)
}

/// Where a bar `size` large stands at `card` within `room`: below it, above it, right or left of
/// it. None where it would lie on the card, or the card is not in view.
pub(super) fn place(card: Rect, size: Vec2, room: Rect) -> Option<Rect> {
    let room = room.shrink(EDGE);
    if !room.intersects(card) || room.width() < size.x || room.height() < size.y {
        return None;
    }
    let x = (card.center().x - size.x / 2.0).clamp(room.left(), room.right() - size.x);
    let y = (card.center().y - size.y / 2.0).clamp(room.top(), room.bottom() - size.y);
    let corners = [
        pos2(x, card.bottom() + AWAY),
        pos2(x, card.top() - AWAY - size.y),
        pos2(card.right() + AWAY, y),
        pos2(card.left() - AWAY - size.x, y),
    ];
    let rects = corners.into_iter().map(|corner| Rect::from_min_size(corner, size));
    rects.into_iter().find(|rect| room.contains_rect(*rect) && !rect.intersects(card))
}

/// Where the bar can stand.
pub(super) struct Where<'a> {
    /// What is seen of the map.
    pub view: &'a View<'a>,
    /// What is free of headers and titles that stay in view, in screen points.
    pub room: Rect,
}

impl<'a> Where<'a> {
    /// The map without what stays in view over it.
    pub(super) fn new(view: &'a View<'a>) -> Self {
        let scene = view.scene;
        let corner = pos2(scene.body_x, scene.header_y + scene.header_height);
        let corner = view.screen(corner + view.pinned);
        let strips = view.strips.iter().map(|strip| strip.height).sum::<f32>() * view.camera.zoom;
        let top = if view.pinned.y > 0.0 { corner.y + strips } else { view.rect.top() };
        let left = if view.pinned.x > 0.0 { corner.x } else { view.rect.left() };
        let min = pos2(left, top).max(view.rect.min);
        Self { view, room: Rect::from_min_max(min, view.rect.max) }
    }

    /// Beside all selected cards; where there is no room for that, beside the last.
    pub(super) fn place(&self, doc: &Document) -> Option<Rect> {
        let last = self.place_of(doc.selection.things.last()?)?;
        let cards =
            doc.selection.things.iter().take(AT_ONCE).filter_map(|thing| self.place_of(thing));
        let all = cards.fold(last, |all, card| all.union(card));
        place(all, size(), self.room).or_else(|| place(last, size(), self.room))
    }

    /// Where something is, in screen points.
    pub(super) fn place_of(&self, thing: &Thing) -> Option<Rect> {
        let rect = self.view.scene.thing_rect(thing)?;
        let strip = pinned_lanes::of_thing(self.view.scene, self.view.strips, thing);
        let down = strip.map_or(0.0, |strip| -strip.shift());
        let rect = rect.translate(vec2(0.0, down));
        Some(Rect::from_min_max(self.view.screen(rect.min), self.view.screen(rect.max)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stands_beside_the_card_and_never_on_it() {
        let room = Rect::from_min_size(pos2(0.0, 0.0), vec2(1000.0, 600.0));
        let size = size();
        let card = |x: f32, y: f32, w: f32, h: f32| Rect::from_min_size(pos2(x, y), vec2(w, h));
        // The card, and whether the bar is below, above, right, left, or nowhere.
        let rows = [
            (card(400.0, 100.0, 180.0, 60.0), "below"),
            (card(0.0, 100.0, 180.0, 60.0), "below"),
            (card(900.0, 100.0, 180.0, 60.0), "below"),
            (card(400.0, 520.0, 180.0, 60.0), "above"),
            (card(100.0, -50.0, 180.0, 700.0), "right"),
            (card(700.0, -50.0, 280.0, 700.0), "left"),
            (card(-10.0, -10.0, 1200.0, 700.0), ""),
            (card(400.0, 700.0, 180.0, 60.0), ""),
        ];
        for (card, expected) in rows {
            let found = place(card, size, room);
            let side = found.map_or("", |bar| {
                assert!(room.contains_rect(bar) && !bar.intersects(card), "{card} {bar}");
                match () {
                    () if bar.top() == card.bottom() + AWAY => "below",
                    () if bar.bottom() == card.top() - AWAY => "above",
                    () if bar.left() == card.right() + AWAY => "right",
                    () => "left",
                }
            });
            assert_eq!(side, expected, "{card}");
        }
        assert_eq!(size.y, 40.0);
    }
}
