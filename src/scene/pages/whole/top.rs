//! What stands over the whole map: its title, and whose curves are on it.

use super::super::context::PageContext;
use super::super::kit::{texts, whose};
use super::super::lines::{End, dotted, few_lines, on_base};
use super::super::sizes::{TITLE_MAX, style};
use super::super::who::{People, portrait_of};
use super::EDGE;
use crate::model::{Id, TextOf, Thing};
use crate::scene::draw::pen::{Style, solid, text_at};
use crate::scene::map::quotes::shortened;
use crate::scene::{Face, Group, Item, Path, Role, Segment, Tag, Text, TextSpot};
use egui::{Rect, pos2, vec2};
use std::sync::Arc;

/// The base of the title, and the middle of the legend.
const BASE: f32 = 104.0;
const MIDDLE: f32 = 85.0;
/// Where the legend ends, and how far it keeps from the title.
const RIGHT: f32 = 1860.0;
const APART: f32 = 56.0;
/// The title leaves the legend at least so much, where there is one.
const LEGEND: f32 = 420.0;
/// The piece of a curve, the portrait, and what is between them and between two personas.
const LINE: f32 = 46.0;
const RADIUS: f32 = 28.0;
const GAP: f32 = 42.0;
/// A name says this much.
const NAME_MAX: usize = 16;
const TITLES: [(Style, usize); 5] = [
    (style(Face::SemiBold, 64.0, 74.0), 1),
    (style(Face::SemiBold, 52.0, 60.0), 1),
    (style(Face::SemiBold, 44.0, 50.0), 2),
    (style(Face::SemiBold, 36.0, 40.0), 2),
    (style(Face::SemiBold, 30.0, 34.0), 3),
];
const NAME: Style = style(Face::Medium, 32.0, 40.0);
const MORE: Style = style(Face::Regular, 28.0, 36.0);

/// Whose curve is on the page.
#[derive(Clone)]
pub(super) struct Drawn {
    pub persona: Id,
    /// It is the one that is brought out.
    pub main: bool,
    pub role: Role,
}

/// The title and the legend.
pub(super) fn draw(desk: &mut PageContext<'_>, title: &str, curves: &[Drawn]) -> Vec<Item> {
    let said = shortened(title, TITLE_MAX).into_owned();
    let all = RIGHT - EDGE;
    let entries = entries(desk, curves);
    let wide: f32 = entries.iter().map(|entry| entry.wide + GAP).sum::<f32>() - GAP;
    let kept = if entries.is_empty() { 0.0 } else { wide.clamp(0.0, LEGEND) + APART };
    // As large as beside the whole legend, else as beside a part of it.
    let beside = all - wide - APART;
    let (whole, cut) = few_lines(desk, &said, &TITLES[..2], beside.max(1.0));
    let text = match cut || entries.is_empty() {
        false => whole,
        true => few_lines(desk, &said, &TITLES, all - kept).0,
    };
    let first = text.lines.first().map_or(0.0, |line| line.baseline);
    let last = text.lines.last().map_or(0.0, |line| line.baseline);
    let at = on_base(&text, End::Left, EDGE, BASE - (last - first) / 2.0 - lift(&text));
    let spot = TextSpot::new(at, &text, Some(TextOf::Heading));
    let free = at.x + text.size.x + APART;
    let group = texts(Tag::Title, None, title, vec![(at, text, Role::Ink.into())]);
    let mut items = vec![whose(group, vec![spot])];
    legend(desk, entries, curves, free, &mut items);
    items
}

/// Smaller letters stand higher, so that their middle is where that of large ones is.
fn lift(text: &Text) -> f32 {
    let size = text.lines.iter().flat_map(|line| &line.runs).map(|run| run.size).next();
    (64.0 - size.unwrap_or(64.0)) * 0.3
}

struct Entry {
    name: Arc<Text>,
    title: String,
    wide: f32,
}

fn entries(desk: &mut PageContext<'_>, curves: &[Drawn]) -> Vec<Entry> {
    let people = People::of(desk, curves.iter().map(|one| &one.persona));
    let entry = |one: &Drawn| {
        let title = people.name(&one.persona);
        let name = desk.pen.text(&shortened(&title, NAME_MAX), NAME, None);
        let wide = LINE + 12.0 + RADIUS * 2.0 + 12.0 + name.size.x;
        Entry { name, title, wide }
    };
    curves.iter().map(entry).collect()
}

/// As many of them as there is room for from `free` on; how many more there are is said.
fn legend(
    desk: &mut PageContext<'_>,
    entries: Vec<Entry>,
    curves: &[Drawn],
    free: f32,
    items: &mut Vec<Item>,
) {
    let width = |count: usize| {
        let named = entries.iter().take(count).map(|entry| entry.wide + GAP).sum::<f32>();
        let more = if count < entries.len() { 170.0 + GAP } else { 0.0 };
        named + more - GAP
    };
    let count = (0..=entries.len()).rev().find(|count| free + width(*count) <= RIGHT);
    let count = count.unwrap_or(0);
    let more = entries.len() - count;
    let mut x = RIGHT - width(count);
    let people = People::of(desk, curves.iter().map(|one| &one.persona));
    for (entry, one) in entries.into_iter().zip(curves).take(count) {
        let ends = [pos2(x, MIDDLE), pos2(x + LINE, MIDDLE)];
        let segments = vec![Segment::Move(ends[0]), Segment::Line(ends[1])];
        let path = Arc::new(Path { segments, convex: false });
        let stroke = if one.main { solid(6.0, one.role) } else { dotted(one.role, 255) };
        let mut drawn = vec![Item::Path { path, fill: None, stroke: Some(stroke) }];
        let middle = pos2(x + LINE + 12.0 + RADIUS, MIDDLE);
        portrait_of(desk, &people, &one.persona, middle, RADIUS, &mut drawn);
        let at = on_base(&entry.name, End::Left, middle.x + RADIUS + 12.0, MIDDLE + 11.0);
        let size = vec2(entry.wide, RADIUS * 2.0 + 8.0);
        let bounds = Rect::from_center_size(pos2(x + entry.wide / 2.0, MIDDLE), size);
        drawn.push(text_at(at, entry.name, Role::Ink));
        let (tag, thing) = (Tag::Persona, Some(Thing::Persona(one.persona.clone())));
        items.push(Item::Group(Group { tag, thing, title: entry.title, bounds, items: drawn }));
        x += entry.wide + GAP;
    }
    if more > 0 && free + 170.0 <= RIGHT {
        let said = desk.pen.words.ask_more(more.to_string());
        let text = desk.pen.text(&said, MORE, None);
        let at = on_base(&text, End::Right, RIGHT, MIDDLE + 10.0);
        items.push(texts(Tag::Figure, None, &said, vec![(at, text, Role::Muted.into())]));
    }
}
