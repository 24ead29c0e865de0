//! A picture of opportunities as a sheet of its own: with margins, and what it is of above it.

use super::IdeaPicture;
use crate::model::Project;
use crate::scene::draw::pen::{self, text_at};
use crate::scene::{Group, Item, Layout, Role, Tag};
use crate::words::Words;
use egui::{Rect, Vec2, pos2, vec2};

/// Around it.
const MARGIN: f32 = 36.0;
/// From what it is of to the picture.
const BELOW: f32 = 22.0;

/// How large the sheet is, and what is drawn on it; `title` is the map's, left out where it is empty.
pub fn framed_ideas(
    layout: &mut Layout,
    project: &Project,
    picture: &IdeaPicture,
    title: &str,
    words: &Words,
    scale: f32,
) -> (Vec2, Vec<Item>) {
    let mut pen = layout.pen(project, words, scale);
    let mut items = Vec::new();
    let mut top = MARGIN;
    if !title.trim().is_empty() {
        let width = Some(picture.size.x);
        let head = pen.text(title.trim(), pen::TITLE, width);
        let below = pen.text(&words.ideas_title(), pen::PURPOSE, width);
        let at = pos2(MARGIN, top);
        let under = at + vec2(0.0, head.size.y + 2.0);
        let bottom = under.y + below.size.y;
        let bounds = Rect::from_min_max(at, pos2(MARGIN + picture.size.x, bottom)).expand(2.0);
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
    items.extend(picture.items().into_iter().map(|item| item.moved(by)));
    let size = picture.size + by + vec2(MARGIN, MARGIN);
    (size, items)
}
