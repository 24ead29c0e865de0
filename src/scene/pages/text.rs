//! A page of text, with a large figure above it or a picture beside it where somebody has chosen one;
//! without any of these it is a title alone, between chapters.
//!
//! The less a page says, the larger it says it. Lines that begin with "- " are points of a list.

use super::context::PageContext;
use super::kit::{head, heading, part_of, spills, texts, whose};
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::sizes::{FOOT, HEADING, MARGIN, TextSize};
use super::{Page, Planned, SIZE, flow, tile};
use crate::model::{Id, StoryPage, TextOf, plain_text};
use crate::scene::draw::pen::Style;
use crate::scene::map::quotes::shortened;
use crate::scene::{Face, Group, Item, Role, Tag, Text};
use egui::{Rect, pos2, vec2};
use std::sync::Arc;

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextPage {
    columns: PageColumns,
    shape: ColumnShape,
    /// The large figure; empty: none.
    figure: String,
    image: Option<Id>,
}

/// Lines longer than this are hard to read.
const WIDE: f32 = 1480.0;
/// How wide a text is beside a picture, and from where on the picture stands.
const BESIDE: (f32, f32) = (780.0, 940.0);
/// The largest text takes at most this part of the height: with more it would be a wall.
const GIANT_MAX: f32 = 0.6;
/// The large figure, as large as it may be, and the most it says.
const FIGURES: [f32; 4] = [240.0, 164.0, 112.0, 76.0];
const FIGURE_MAX: usize = 40;
/// Between the figure and the text.
const BELOW_FIGURE: f32 = 26.0;

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<TextPage> {
    let title = super::kit::heading_of(desk, page);
    let blocks = blocks(&title, &page.text);
    let figure = shortened(page.figure.trim(), FIGURE_MAX).into_owned();
    let width = if page.image.is_some() { BESIDE.0 } else { WIDE };
    // With what stands above the heading where it goes on.
    let (_, top) = heading(desk, "-", &title, Role::Accent);
    let high = FOOT - 60.0 - top;
    let first = match figure.is_empty() {
        true => high,
        false => high - figure_text(desk, &figure, width).size.y - BELOW_FIGURE,
    };
    let part = |columns, shape| TextPage { columns, shape, figure: String::new(), image: None };
    let sizes = [(TextSize::Giant, first * GIANT_MAX), (TextSize::Huge, first)];
    let fits = sizes.into_iter().find_map(|(size, high)| {
        let shape = ColumnShape::new(1, width, size);
        Some(part(flow::fit(desk, &blocks, shape, high)?, shape))
    });
    let mut parts: Vec<TextPage> = match fits {
        Some(one) => vec![one],
        None => {
            let shape = ColumnShape::new(1, width, TextSize::Large);
            let mut rest: std::collections::VecDeque<Block> = blocks.into();
            let mut parts = vec![part(flow::fill(desk, &mut rest, shape, first), shape)];
            // What goes on has the whole page.
            let shape = ColumnShape::new(1, WIDE, TextSize::Large);
            if !rest.is_empty() {
                let more = flow::pages(desk, rest, shape, high);
                parts.extend(more.into_iter().map(|columns| part(columns, shape)));
            }
            parts
        }
    };
    if let Some(first) = parts.first_mut() {
        (first.figure, first.image) = (figure, page.image.clone());
    }
    parts
}

/// Paragraphs, so that they are held together where there is room, and points of lists.
fn blocks(title: &str, text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    if spills(title) {
        blocks.push(Of::Text(title.into(), Some(TextOf::Heading)).into());
    }
    let mut paragraph = String::new();
    let mut end = |paragraph: &mut String| {
        let text = std::mem::take(paragraph);
        if !text.trim().is_empty() {
            blocks.push(Of::Text(text.trim_end().into(), Some(TextOf::Page)).into());
        }
    };
    for line in plain_text(text).lines() {
        let is_point = point_of(line.trim_start()).is_some();
        if line.trim().is_empty() || is_point {
            end(&mut paragraph);
        }
        if !line.trim().is_empty() {
            paragraph.push_str(if is_point { line.trim() } else { line });
            paragraph.push('\n');
        }
        if is_point {
            end(&mut paragraph);
        }
    }
    end(&mut paragraph);
    blocks
}

/// What a line says that is a point of a list; none where it is none.
pub(super) fn point_of(line: &str) -> Option<&str> {
    let said = ["- ", "– ", "• ", "* "].iter().find_map(|sign| line.strip_prefix(sign))?;
    Some(said.trim_start()).filter(|said| !said.is_empty())
}

fn figure_text(desk: &mut PageContext<'_>, figure: &str, width: f32) -> Arc<Text> {
    let style = |size: f32| Style { face: Face::SemiBold, size, line_height: size * 1.1 };
    for size in FIGURES {
        let text = desk.pen.text(figure, style(size), None);
        if text.size.x <= width {
            return text;
        }
    }
    desk.pen.text(figure, style(FIGURES[3]), Some(width))
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &TextPage) -> Page {
    let title = planned.title.clone();
    if part.columns.is_empty() && part.figure.is_empty() && part.image.is_none() {
        let mut head = head(desk, "", &title, HEADING);
        head.at.y = (SIZE.y - head.title.size.y) / 2.0 - 20.0;
        let line = Rect::from_min_size(head.at - vec2(0.0, 36.0), vec2(120.0, 10.0));
        let fill = Some(Role::Accent.into());
        let line = Item::Rect { rect: line, radius: 5.0, fill, stroke: None, shadow: false };
        let heading = texts(Tag::Title, None, &title, head.parts(Role::Accent));
        let items = vec![line, whose(heading, head.spots())];
        return Page { title, items, map: None };
    }
    let over = part_of(desk, planned);
    let (mut items, top) = heading(desk, &over, &title, Role::Accent);
    let mut at = pos2(MARGIN, top + 12.0);
    if !part.figure.is_empty() {
        let text = figure_text(desk, &part.figure, part.shape.width);
        let below = text.size.y + BELOW_FIGURE;
        items.push(texts(Tag::Figure, None, &part.figure, vec![(at, text, Role::Accent.into())]));
        at.y += below;
    }
    items.extend(flow::draw(desk, &part.columns, part.shape, at));
    if let Some(image) = &part.image {
        // Alone it takes all of the page.
        let alone = part.columns.is_empty() && part.figure.is_empty();
        let left = if alone { MARGIN } else { BESIDE.1 };
        let room = Rect::from_min_max(pos2(left, top + 12.0), pos2(SIZE.x - MARGIN, FOOT - 50.0));
        let shown = desk.project.images.iter().find(|one| one.id == *image);
        let name = shown.map(|one| one.title.trim()).filter(|name| !name.is_empty());
        let name = name.map_or_else(|| desk.pen.words.picture(), str::to_owned);
        let items_of = tile::picture(desk, image, room);
        let group =
            Group { tag: Tag::Figure, thing: None, title: name, bounds: room, items: items_of };
        items.push(Item::Group(group));
    }
    Page { title, items, map: None }
}
