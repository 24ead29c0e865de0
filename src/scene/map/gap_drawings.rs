//! What do the cell of a gap, and the border and the tag of what lacks something, look like?

use crate::scene::draw::pen::{self, Pen, emoji_at, text_at};
use crate::scene::{Drawing, Item, Role, Stroke, Text};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::collections::HashMap;
use std::sync::Arc;

/// From a cell's edge to its words.
const PAD: Vec2 = vec2(12.0, 9.0);
/// From a tag's edge to its words.
const TAG_PAD: Vec2 = vec2(6.0, 1.0);
const RADIUS: f32 = 8.0;
/// A cell is as high as a small card, where there is room.
const CELL: f32 = 54.0;
/// Across a persona's face in a cell.
const FACE: f32 = 24.0;

/// Sentences that are laid out already, by what they say and their width as bits.
pub(super) type CellTexts = HashMap<(String, u32), Arc<Text>>;

/// What a cell says.
pub(super) struct CellSays<'a> {
    /// Its sentence.
    pub says: &'a str,
    /// The face of whom it is about, if it is about somebody.
    pub face: Option<&'a str>,
}

/// A dashed edge.
pub(super) fn border(rect: Rect, fill: Option<Role>) -> Item {
    let stroke = Stroke { width: 1.4, paint: Role::Bad.into(), dash: Some((5.0, 4.0)) };
    let fill = fill.map(Into::into);
    Item::Rect { rect, radius: RADIUS, fill, stroke: Some(stroke), shadow: false }
}

/// A cell `width` wide that says so in at most `room`; none where that is too little.
pub(super) fn drawn_cell(
    pen: &mut Pen,
    texts: &mut CellTexts,
    says: &CellSays,
    width: f32,
    room: f32,
) -> Option<Drawing> {
    let left = PAD.x + if says.face.is_some() { pen.grown(FACE) + 6.0 } else { 0.0 };
    let inner = (width - left - PAD.x).max(20.0);
    let head = pen.short(&pen.words.gap_mark(), pen::CHANGE);
    let key = (says.says.to_owned(), inner.to_bits());
    let body =
        texts.entry(key).or_insert_with(|| pen.text(says.says, pen::NOTE, Some(inner))).clone();
    let needs = PAD.y * 2.0 + head.size.y + body.size.y;
    if needs > room {
        return None;
    }
    let size = vec2(width, needs.max(CELL.min(room)));
    let mut items = vec![border(Rect::from_min_size(Pos2::ZERO, size), Some(Role::GapFill))];
    if let Some(face) = says.face.filter(|face| !face.is_empty()) {
        let face = pen.short(face, pen::QUOTE_FACE);
        let middle = pos2(PAD.x + pen.grown(FACE) / 2.0, size.y / 2.0);
        let edge = pen::solid(1.4, Role::Bad);
        items.push(pen::circle(middle, pen.grown(FACE) / 2.0, Some(Role::Card.into()), Some(edge)));
        items.push(emoji_at(middle, face, pen.grown(pen::QUOTE_FACE.size)));
    }
    let top = (size.y - head.size.y - body.size.y) / 2.0;
    let below = top + head.size.y;
    items.push(text_at(pos2(left, top), head, Role::Bad));
    items.push(text_at(pos2(left, below), body, Role::Bad));
    Some(Drawing { size, items, ..Drawing::default() })
}

/// The border of a card of this size, with a tag on its lower edge: as many words as there is room
/// for, else how many there are.
pub(super) fn drawn_tag(pen: &mut Pen, size: Vec2, said: &[String]) -> Drawing {
    let mut items = vec![border(Rect::from_min_size(Pos2::ZERO, size), None)];
    let most = size.x - 16.0 - TAG_PAD.x * 2.0;
    let all = pen.short(&said.join(" · "), pen::CHIP);
    let text: Arc<Text> = match all.size.x <= most {
        true => all,
        false => pen.short(&pen.words.gaps_count(said.len()), pen::CHIP),
    };
    let tag = text.size + TAG_PAD * 2.0;
    let at = pos2((size.x - 8.0 - tag.x).max(0.0), size.y - tag.y / 2.0);
    let fill = Some(Role::GapFill.into());
    let rect = Rect::from_min_size(at, tag);
    items.push(Item::Rect { rect, radius: tag.y / 2.0, fill, stroke: None, shadow: false });
    items.push(text_at(at + TAG_PAD, text, Role::Bad));
    Drawing { size: vec2(size.x, at.y + tag.y), items, ..Drawing::default() }
}
