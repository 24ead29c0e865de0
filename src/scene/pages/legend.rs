//! Whose curves are on a page: a piece of each line with the persona's face, name and role.

use super::SIZE;
use super::context::PageContext;
use super::feelings::stroke;
use super::scaled::scaled_drawing;
use super::sizes::{MARGIN, SMALL, UNDER};
use crate::model::{Id, Project, Thing};
use crate::scene::draw::pen::text_at;
use crate::scene::map::head;
use crate::scene::map::quotes::shortened;
use crate::scene::map::strands::Strand;
use crate::scene::{Drawing, Group, Item, Path, Role, Segment, Tag};
use egui::{Rect, pos2, vec2};
use std::sync::Arc;

/// Personas are so much larger than on a map.
const LARGER: f32 = 1.9;
/// How long a piece of a line is.
const LINE: f32 = 64.0;
/// Between personas, and between a line and its persona.
const GAP: f32 = 48.0;
const BESIDE: f32 = 16.0;

/// A name longer than this stands whole on a page of its own.
pub(super) const NAME_MAX: usize = 60;
/// A legend beside a heading begins here at most high: what somebody does may be many lines.
const HIGHEST: f32 = 40.0;
/// A legend reaches down to here at most: below it curves are drawn.
const LOWEST: f32 = 590.0;

/// A legend laid out.
pub(super) struct Legend {
    pub items: Vec<Item>,
    /// How far down it reaches.
    pub bottom: f32,
    /// Who is not in it for want of room.
    pub left_out: Vec<Id>,
}

/// The legend of `strands`: beside a heading that ends at `free` and has its middle at `middle`, or from
/// `below` on where there is no room beside it.
pub(super) fn legend(
    desk: &mut PageContext<'_>,
    project: &Project,
    strands: &[Strand],
    free: f32,
    middle: f32,
    below: f32,
) -> Legend {
    let (left, right) = (MARGIN, SIZE.x - MARGIN);
    let wide = |ones: &[(Drawing, Option<&Id>, String)]| {
        ones.iter().map(|(one, ..)| one.size.x + GAP).sum::<f32>() - GAP
    };
    let height = |ones: &[(Drawing, Option<&Id>, String)]| {
        ones.iter().fold(0.0f32, |most, (one, ..)| most.max(one.size.y))
    };
    // The main one first; with what they do where there is room, which the first page says too.
    let mut ones = Vec::new();
    for with_role in [true, false] {
        let words = desk.pen.words;
        let named = strands.iter().rev().map(|strand| (strand, strand.called(words).into_owned()));
        ones = named
            .filter(|(_, name)| !name.is_empty())
            .map(|(strand, name)| (one(desk, project, strand, with_role), strand.persona, name))
            .collect();
        if free + 60.0 + wide(&ones) <= right && middle - height(&ones) / 2.0 >= HIGHEST {
            break;
        }
    }
    let mut left_out = Vec::new();
    if ones.is_empty() {
        return Legend { items: Vec::new(), bottom: below, left_out };
    }
    let all = wide(&ones);
    let beside = free + 60.0 + all <= right;
    let top = middle - height(&ones) / 2.0;
    let mut at = if beside { pos2(right - all, top) } else { pos2(left, below) };
    let mut items = Vec::new();
    let mut bottom = below;
    for (drawing, persona, name) in ones {
        let size = drawing.size;
        if at.x > left && at.x + size.x > right + 1.0 {
            at = pos2(left, bottom + 8.0);
        }
        if !beside && at.y + size.y > LOWEST {
            left_out.extend(persona.cloned());
            continue;
        }
        bottom = bottom.max(at.y + size.y);
        let thing = persona.map(|id| Thing::Persona(id.clone()));
        let bounds = Rect::from_min_size(at, size);
        let items_of = vec![Item::Drawn { at, drawing: Arc::new(drawing) }];
        let title = name;
        items.push(Item::Group(Group { tag: Tag::Persona, thing, title, bounds, items: items_of }));
        at.x += size.x + GAP;
    }
    let bottom = if beside || items.is_empty() { bottom } else { bottom + 16.0 };
    Legend { items, bottom, left_out }
}

/// A line with its persona.
fn one(desk: &mut PageContext<'_>, project: &Project, strand: &Strand, with_role: bool) -> Drawing {
    let known = strand.persona.and_then(|id| project.persona(id));
    let mut items = Vec::new();
    let size = match known {
        Some((place, persona)) => {
            let mut shown = persona.clone();
            shown.name = shortened(&persona.name, NAME_MAX).into_owned();
            if !with_role {
                (shown.role, shown.buying_role) = (String::new(), None);
            }
            desk.pen.least = SMALL.size / LARGER;
            let placed = head::draw_persona(&mut desk.pen, place, &shown);
            desk.pen.least = 0.0;
            let drawing = Arc::new(scaled_drawing(&placed.drawing, LARGER));
            let size = drawing.size;
            items.push(Item::Drawn { at: pos2(LINE + BESIDE, 0.0), drawing });
            size
        }
        None => {
            let called = strand.called(desk.pen.words).into_owned();
            let text = desk.pen.text(&shortened(&called, NAME_MAX), UNDER, None);
            let size = text.size;
            items.push(text_at(pos2(LINE + BESIDE, 0.0), text, Role::Ink));
            size
        }
    };
    let y = size.y / 2.0;
    let segments = vec![Segment::Move(pos2(0.0, y)), Segment::Line(pos2(LINE, y))];
    let path = Arc::new(Path { segments, convex: false });
    items.insert(0, Item::Path { path, fill: None, stroke: Some(stroke(strand)) });
    Drawing { size: vec2(LINE + BESIDE + size.x, size.y), items, ..Drawing::default() }
}
