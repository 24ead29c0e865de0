//! What stands before the texts of a tile: a persona's portrait, a box to tick.

use super::context::PageContext;
use crate::model::Id;
use crate::scene::draw::pen::{Style, circle, solid, text_at};
use crate::scene::{Face, Item, Path, Role, Segment, Text};
use egui::{Pos2, Rect, Vec2, vec2};
use std::sync::Arc;

/// A persona's face in a ring of its colour.
pub(super) fn portrait(
    desk: &mut PageContext<'_>,
    image: Option<&Id>,
    shown: &str,
    role: Role,
    middle: Pos2,
    radius: f32,
    items: &mut Vec<Item>,
) {
    items.push(circle(middle, radius - 2.0, Some(role.at(36)), Some(solid(4.0, role))));
    if let Some(picture) = image.and_then(|id| desk.pen.pictures.portrait(id)).cloned() {
        let radius = radius - 8.0;
        let rect = Rect::from_center_size(middle, Vec2::splat(radius * 2.0));
        return items.push(Item::Image { rect, picture, radius });
    }
    let letter = shown.chars().count() < 3 && shown.chars().all(char::is_alphanumeric);
    match letter {
        true => {
            let face = Style { face: Face::SemiBold, size: radius * 0.8, line_height: radius };
            let text: Arc<Text> = desk.pen.short(shown, face);
            items.push(text_at(middle - text.size / 2.0, text, Role::Ink));
        }
        false => items.extend(super::kit::face(desk, shown, radius * 1.2, 0.0, middle)),
    }
}

/// A box to tick.
pub(super) fn tick(rect: Rect, done: bool, items: &mut Vec<Item>) {
    let (fill, role) = match done {
        true => (Some(Role::Good.into()), Role::Good),
        false => (None, Role::Muted),
    };
    let stroke = Some(solid(3.0, role));
    items.push(Item::Rect { rect, radius: 6.0, fill, stroke, shadow: false });
    if done {
        let at = |x: f32, y: f32| rect.min + vec2(rect.width() * x, rect.height() * y);
        let segments = vec![
            Segment::Move(at(0.24, 0.52)),
            Segment::Line(at(0.43, 0.72)),
            Segment::Line(at(0.77, 0.3)),
        ];
        let path = Arc::new(Path { segments, convex: false });
        items.push(Item::Path { path, fill: None, stroke: Some(solid(4.0, Role::Paper)) });
    }
}
