//! What pages of charts share: the heading with a line under it, and the chart below, drawn by the same
//! hands as in its room and as large as has room. Where there is nothing to show the page says why.
//!
//! A chart is drawn in its own units and made larger for the page. The smallest text of a page is then
//! the smallest of the chart ([`Layout::least`](crate::scene::Layout)); a chart that has no room so is
//! cut by a rule that the line under the heading tells.

use super::context::PageContext;
use super::kit::{heading, spills};
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::sizes::{BODY, MARGIN, SMALL, TextSize, style};
use super::{Page, Planned, SIZE, flow, scaled};
use crate::insight::NoChart;
use crate::model::{StoryPage, TextOf};
use crate::scene::draw::pen::{Style, text_at};
use crate::scene::{Face, Group, Item, Role, Tag};
use egui::{Rect, Vec2, pos2, vec2};

/// Page units for each unit of a chart, the largest first.
pub(super) const ZOOMS: [f32; 3] = [2.6, 2.3, 2.0];
/// The zoom at which a chart is cut rather than made smaller.
pub(super) const LAST_ZOOM: f32 = ZOOMS[ZOOMS.len() - 1];
/// Where a chart ends.
const BOTTOM: f32 = 1004.0;
/// Below the line under the heading.
const AIR: f32 = 26.0;
const UNDER: Style = style(Face::Regular, 32.0, 42.0);

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ChartPage {
    /// The chart.
    Chart,
    /// A heading that is too long to stand over it.
    Heading(PageColumns, ColumnShape),
}

/// A chart as it is to stand on its page.
pub(super) struct ChartDrawn {
    /// What is said of it under the heading.
    pub under: String,
    /// What is drawn, in its own units.
    pub items: Vec<Item>,
    /// How large it is in its own units.
    pub size: Vec2,
    /// Page units for each of its own.
    pub zoom: f32,
    /// What it is called for those who do not see it; none: its parts are called something.
    pub title: Option<String>,
}

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<ChartPage> {
    let title = super::kit::heading_of(desk, page);
    let mut parts = vec![ChartPage::Chart];
    if spills(&title) {
        let (_, top) = heading(desk, "-", &title, Role::Accent);
        let block: Block = Of::Text(title.as_str().into(), Some(TextOf::Heading)).into();
        let shape = ColumnShape::new(3, SIZE.x - 2.0 * MARGIN, TextSize::Medium);
        let pages = flow::pages(desk, vec![block].into(), shape, BOTTOM - top);
        parts.extend(pages.into_iter().map(|columns| ChartPage::Heading(columns, shape)));
    }
    parts
}

/// One of them. `chart` draws it within so much room, in page units.
pub(super) fn draw(
    desk: &mut PageContext<'_>,
    planned: &Planned,
    part: &ChartPage,
    over: &str,
    chart: impl FnOnce(&mut PageContext<'_>, Vec2) -> Result<ChartDrawn, NoChart>,
) -> Page {
    let title = planned.title.clone();
    let (mut items, top) = heading(desk, over, &title, Role::Accent);
    match part {
        ChartPage::Heading(columns, shape) => {
            items.extend(flow::draw(desk, columns, *shape, pos2(MARGIN, top)));
        }
        ChartPage::Chart => {
            let wide = SIZE.x - 2.0 * MARGIN;
            let below = top - 16.0 + UNDER.line_height + AIR;
            match chart(desk, vec2(wide, BOTTOM - below)) {
                Ok(drawn) => {
                    let under = desk.pen.text(&drawn.under, UNDER, Some(wide));
                    items.push(text_at(pos2(MARGIN, top - 16.0), under, Role::Muted));
                    items.extend(placed(drawn, pos2(MARGIN, below)));
                }
                Err(why) => {
                    let said = why.text(desk.pen.words);
                    let text = desk.pen.text(&said, BODY, Some(wide * 0.7));
                    items.push(text_at(pos2(MARGIN, top + 24.0), text, Role::Muted));
                }
            }
        }
    }
    Page { title, items, map: None }
}

/// The items of a chart in page units, with its upper left corner at `at`.
fn placed(drawn: ChartDrawn, at: egui::Pos2) -> Vec<Item> {
    let items = scaled(&drawn.items, drawn.zoom, at);
    let Some(title) = drawn.title else { return items };
    let bounds = Rect::from_min_size(at, drawn.size * drawn.zoom);
    vec![Item::Group(Group { tag: Tag::Figure, thing: None, title, bounds, items })]
}

/// Draws with `draw`, no text of which becomes smaller than a page's smallest when it is made `zoom`
/// times as large.
pub(super) fn readable<T>(
    desk: &mut PageContext<'_>,
    zoom: f32,
    draw: impl FnOnce(&mut PageContext<'_>) -> T,
) -> T {
    desk.made.least = SMALL.size / zoom;
    let drawn = draw(desk);
    desk.made.least = 0.0;
    drawn
}

/// What `draw` makes at the largest zoom at which it has room; none where it has none at any.
pub(super) fn largest<T>(
    desk: &mut PageContext<'_>,
    draw: impl Fn(&mut PageContext<'_>, f32) -> Option<T>,
) -> Option<T> {
    ZOOMS.into_iter().find_map(|zoom| readable(desk, zoom, |desk| draw(desk, zoom)))
}
