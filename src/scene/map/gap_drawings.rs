//! What do the cell of a gap, and the border and the tag of what lacks something, look like?

use crate::scene::draw::pen::{self, Pen, emoji_at, text_at};
use crate::scene::{Drawing, Item, Path, Role, Segment, Stroke, Text};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::collections::HashMap;
use std::sync::Arc;

/// From a cell's edge to its words.
const PAD: Vec2 = vec2(12.0, 9.0);
/// From a tag's edge to its words.
const TAG_PAD: Vec2 = vec2(6.0, 1.0);
const RADIUS: f32 = 8.0;
/// From what hangs on a card's edge to the border beside it.
const BESIDE: f32 = 3.0;
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

/// How an edge is dashed.
fn dashes() -> Stroke {
    Stroke { width: 1.4, paint: Role::Bad.into(), dash: Some((5.0, 4.0)) }
}

/// A dashed edge.
pub(super) fn border(rect: Rect, fill: Option<Role>) -> Item {
    let stroke = dashes();
    let fill = fill.map(Into::into);
    Item::Rect { rect, radius: RADIUS, fill, stroke: Some(stroke), shadow: false }
}

/// A dashed edge that leaves the lower side out where `badge` hangs over it: it would strike it through.
fn border_but(rect: Rect, badge: Rect) -> Item {
    let (left, right) = (badge.left() - BESIDE, badge.right() + BESIDE);
    let (inner, outer) = (rect.shrink(RADIUS), rect);
    // How far a curve's handles are from its ends to be a quarter of a circle.
    let handle = RADIUS * 0.552_28;
    let quarter = |from: Pos2, corner: Pos2, to: Pos2| {
        let towards = |end: Pos2| end + (corner - end) * (handle / RADIUS);
        Segment::Cubic(towards(from), towards(to), to)
    };
    let mut segments = Vec::new();
    // Round from the right of the badge to the left of it.
    match right < inner.right() {
        true => segments.extend([
            Segment::Move(pos2(right, outer.bottom())),
            Segment::Line(pos2(inner.right(), outer.bottom())),
            quarter(
                pos2(inner.right(), outer.bottom()),
                outer.right_bottom(),
                pos2(outer.right(), inner.bottom()),
            ),
        ]),
        false => segments.push(Segment::Move(pos2(outer.right(), inner.bottom()))),
    }
    segments.extend([
        Segment::Line(pos2(outer.right(), inner.top())),
        quarter(
            pos2(outer.right(), inner.top()),
            outer.right_top(),
            pos2(inner.right(), outer.top()),
        ),
        Segment::Line(pos2(inner.left(), outer.top())),
        quarter(pos2(inner.left(), outer.top()), outer.left_top(), pos2(outer.left(), inner.top())),
        Segment::Line(pos2(outer.left(), inner.bottom())),
    ]);
    if left > inner.left() {
        segments.extend([
            quarter(
                pos2(outer.left(), inner.bottom()),
                outer.left_bottom(),
                pos2(inner.left(), outer.bottom()),
            ),
            Segment::Line(pos2(left, outer.bottom())),
        ]);
    }
    let path = Arc::new(Path { segments, convex: false });
    Item::Path { path, fill: None, stroke: Some(dashes()) }
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
/// for, else how many there are. What hangs there already, `badge`, is neither struck through nor
/// covered.
pub(super) fn drawn_tag(
    pen: &mut Pen,
    size: Vec2,
    said: &[String],
    badge: Option<Rect>,
) -> Drawing {
    let whole = Rect::from_min_size(Pos2::ZERO, size);
    let mut items = vec![badge.map_or_else(|| border(whole, None), |one| border_but(whole, one))];
    let taken = badge.map_or(8.0, |one| one.right() + BESIDE);
    let most = size.x - 8.0 - taken - TAG_PAD.x * 2.0;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Project;
    use crate::scene::Layout;
    use crate::words::{Lang, Words};

    /// The lines of the border on the lower edge of a card, from left to right.
    fn lower_edge(badge: Option<Rect>) -> Vec<(f32, f32)> {
        let (mut layout, words) = (Layout::new(), Words::new(Lang::Sv));
        let size = vec2(180.0, 60.0);
        let said = ["Ingen ansvarig".to_owned()];
        let project = Project::default();
        let drawing = drawn_tag(&mut layout.pen(&project, &words, 1.0), size, &said, badge);
        let mut edges = Vec::new();
        match &drawing.items[0] {
            Item::Rect { rect, .. } => edges.push((rect.left() + RADIUS, rect.right() - RADIUS)),
            Item::Path { path, .. } => {
                let mut at = Pos2::ZERO;
                for segment in &path.segments {
                    let to = match segment {
                        Segment::Move(to) | Segment::Cubic(_, _, to) => *to,
                        Segment::Line(to) => {
                            if at.y == size.y && to.y == size.y {
                                edges.push((at.x.min(to.x), at.x.max(to.x)));
                            }
                            *to
                        }
                        other @ Segment::Close => panic!("{other:?}"),
                    };
                    at = to;
                }
            }
            other => panic!("{other:?}"),
        }
        edges.sort_by(|a, b| a.0.total_cmp(&b.0));
        edges
    }

    #[test]
    fn the_border_leaves_room_for_what_hangs_on_the_edge() {
        assert_eq!(lower_edge(None), [(8.0, 172.0)]);
        let votes =
            |left: f32, right: f32| Some(Rect::from_min_max(pos2(left, 51.0), pos2(right, 69.0)));
        assert_eq!(lower_edge(votes(14.0, 60.0)), [(8.0, 11.0), (63.0, 172.0)]);
        assert_eq!(lower_edge(votes(9.0, 175.0)), []);
    }
}
