//! A picture beside the map as a sheet of its own: with margins, and what it is of above it.

use super::pen::{self, Pen, text_at};
use crate::scene::{Group, Item, Role, Tag};
use egui::{Rect, Vec2, pos2, vec2};

/// Around it.
const MARGIN: f32 = 36.0;
/// From what it is of to the picture.
const BELOW: f32 = 22.0;
/// What stands above it has at least so much room.
const HEAD: f32 = 360.0;

/// How large the sheet of a picture is, and what is drawn on it. `title` is the map's, left out where
/// it is empty, and `under` what the picture is.
pub(in crate::scene) fn framed(
    pen: &mut Pen<'_>,
    (size, picture): (Vec2, Vec<Item>),
    title: &str,
    under: &str,
) -> (Vec2, Vec<Item>) {
    let mut items = Vec::new();
    let mut top = MARGIN;
    let mut wide = size.x;
    if !title.trim().is_empty() {
        let room = size.x.max(HEAD);
        let head = pen.text(title.trim(), pen::TITLE, Some(room));
        let below = pen.text(under, pen::PURPOSE, Some(room));
        wide = wide.max(head.size.x).max(below.size.x);
        let at = pos2(MARGIN, top);
        let under = at + vec2(0.0, head.size.y + 2.0);
        let bottom = under.y + below.size.y;
        let bounds = Rect::from_min_max(at, pos2(MARGIN + wide, bottom)).expand(2.0);
        items.push(Item::Group(Group {
            tag: Tag::Title,
            thing: None,
            title: title.trim().to_owned(),
            bounds,
            items: vec![text_at(at, head, Role::Ink), text_at(under, below, Role::Muted)],
        }));
        top = bottom + BELOW;
    }
    let by = vec2(MARGIN, top);
    items.extend(picture.into_iter().map(|item| item.moved(by)));
    (vec2(wide, size.y) + by + vec2(MARGIN, MARGIN), items)
}
