//! A page of text; without any it is a title alone, between chapters.

use super::context::PageContext;
use super::kit::{head, heading, part_of, spills, texts, whose};
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::sizes::{FOOT, HEADING, MARGIN, TextSize};
use super::{Page, Planned, SIZE, flow};
use crate::model::{StoryPage, TextOf, plain_text};
use crate::scene::{Item, Role, Tag};
use egui::{Rect, pos2, vec2};

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextPage {
    columns: PageColumns,
    shape: ColumnShape,
}

/// Lines longer than this are hard to read.
const WIDE: f32 = 1480.0;

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<TextPage> {
    let title = super::kit::heading_of(desk, page);
    let mut blocks: Vec<Block> = Vec::new();
    if spills(&title) {
        blocks.push(Of::Text(title.as_str().into(), Some(TextOf::Heading)).into());
    }
    // Paragraphs, so that they are held together where there is room.
    let mut paragraph = String::new();
    for line in plain_text(&page.text).lines().chain([""]) {
        if line.trim().is_empty() {
            let text = std::mem::take(&mut paragraph);
            if !text.trim().is_empty() {
                blocks.push(Of::Text(text.trim_end().into(), Some(TextOf::Page)).into());
            }
        } else {
            paragraph.push_str(line);
            paragraph.push('\n');
        }
    }
    // With what stands above the heading where it goes on.
    let (_, top) = heading(desk, "-", &title, Role::Accent);
    let high = FOOT - 60.0 - top;
    let large = ColumnShape::new(1, WIDE, TextSize::Huge);
    if let Some(columns) = flow::fit(desk, &blocks, large, high) {
        return vec![TextPage { columns, shape: large }];
    }
    let shape = ColumnShape::new(1, WIDE, TextSize::Large);
    let pages = flow::pages(desk, blocks.into(), shape, high);
    pages.into_iter().map(|columns| TextPage { columns, shape }).collect()
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &TextPage) -> Page {
    let title = planned.title.clone();
    if part.columns.is_empty() {
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
    let at = pos2(MARGIN, top + 12.0);
    items.extend(flow::draw(desk, &part.columns, part.shape, at));
    Page { title, items, map: None }
}
