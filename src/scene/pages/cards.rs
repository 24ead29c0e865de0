//! A page of chosen cards, each with the lane and the phase it stands in.

use super::context::PageContext;
use super::kit::{heading, part_of, spills};
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::sizes::{FOOT, MARGIN, TextSize};
use super::{Page, Planned, SIZE, flow};
use crate::model::{StoryPage, TextOf};
use crate::scene::Role;
use egui::pos2;

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CardsPage {
    columns: PageColumns,
    shape: ColumnShape,
}

const WIDE: f32 = SIZE.x - 2.0 * MARGIN;

/// The pages it takes. Cards that are not there any more are passed over.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<CardsPage> {
    let title = super::kit::heading_of(desk, page);
    let journey = desk.journey.clone();
    let sorted = desk.memo.sorted(&journey);
    let mut blocks: Vec<Block> = Vec::new();
    if spills(&title) {
        blocks.push(Of::Text(title.as_str().into(), Some(TextOf::Heading)).into());
    }
    let known = page.cards.iter().filter_map(|id| sorted.card(id));
    blocks.extend(known.map(|(lane, phase, card)| Of::Chosen(*lane, *phase, card.clone()).into()));
    let (_, top) = heading(desk, "-", &title, Role::Accent);
    let high = FOOT - 50.0 - top;
    let shapes = match blocks.len() {
        0 | 1 => {
            [TextSize::Giant, TextSize::Huge].map(|size| ColumnShape::new(1, 1400.0, size)).to_vec()
        }
        2 | 4 => vec![
            ColumnShape::new(2, WIDE, TextSize::Huge),
            ColumnShape::new(2, WIDE, TextSize::Large),
        ],
        _ => vec![
            ColumnShape::new(3, WIDE, TextSize::Huge),
            ColumnShape::new(3, WIDE, TextSize::Large),
        ],
    };
    for shape in shapes {
        if let Some(columns) = flow::fit(desk, &blocks, shape, high) {
            return vec![CardsPage { columns, shape }];
        }
    }
    let shape = ColumnShape::new(3, WIDE, TextSize::Large);
    let pages = flow::pages(desk, blocks.into(), shape, high);
    pages.into_iter().map(|columns| CardsPage { columns, shape }).collect()
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &CardsPage) -> Page {
    let over = part_of(desk, planned);
    let (mut items, top) = heading(desk, &over, &planned.title, Role::Accent);
    let high = part.columns.iter().map(|column| flow::height(desk, column, part.shape));
    let free = FOOT - 50.0 - top - high.fold(0.0, f32::max);
    // A few stand in the middle of the page.
    let down = (free * 0.36).max(0.0);
    items.extend(flow::draw(desk, &part.columns, part.shape, pos2(MARGIN, top + down)));
    Page { title: planned.title.clone(), items, map: None }
}
