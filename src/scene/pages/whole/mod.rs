//! The page of the whole map: what somebody at the back row sees of it. Phases, lanes with their cards
//! as shapes, and in the middle the curve with the best and the worst moment. What the cards say stands
//! on the pages of the phases.

mod band;
mod columns;
mod shape_rows;
mod top;

use super::context::PageContext;
use super::curve::shown_lanes;
use super::kit::{heading, spills};
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::sizes::{MARGIN, TextSize};
use super::{Page, Planned, SIZE, flow};
use crate::model::{Journey, StoryPage, TextOf, Thing};
use crate::scene::{Group, Item, Role, Tag};
use band::FeltBand;
use columns::Ground;
use egui::{Rangef, Rect, pos2};
use shape_rows::WholeRows;

/// Left of the lanes' names.
const EDGE: f32 = 56.0;
/// Where phases' heads begin and end.
const HEADS: Rangef = Rangef { min: 160.0, max: 224.0 };
/// Where the first row begins, and the last ends.
const BODY: Rangef = Rangef { min: 238.0, max: 1074.0 };

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum WholePage {
    /// The map.
    Map,
    /// A heading that is too long to stand over it.
    Heading(PageColumns, ColumnShape),
}

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<WholePage> {
    let title = super::kit::heading_of(desk, page);
    let mut parts = vec![WholePage::Map];
    if spills(&title) {
        let (_, top) = heading(desk, "-", &title, Role::Accent);
        let block: Block = Of::Text(title.as_str().into(), Some(TextOf::Heading)).into();
        let shape = ColumnShape::new(3, SIZE.x - 2.0 * MARGIN, TextSize::Medium);
        let pages = flow::pages(desk, vec![block].into(), shape, 990.0 - top);
        parts.extend(pages.into_iter().map(|columns| WholePage::Heading(columns, shape)));
    }
    parts
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &WholePage) -> Page {
    let title = planned.title.clone();
    if let WholePage::Heading(columns, shape) = part {
        let over = super::kit::part_of(desk, planned);
        let (mut items, top) = heading(desk, &over, &title, Role::Accent);
        items.extend(flow::draw(desk, columns, *shape, pos2(MARGIN, top)));
        return Page { title, items, map: None };
    }
    let (journey, project) = (desk.journey.clone(), desk.project.clone());
    let felt = shown_lanes(&journey).into_iter().next().cloned();
    let rows = WholeRows::of(desk, &journey, felt.as_ref());
    let left = rows.left();
    let marked = felt.as_ref().map_or_else(Vec::new, |lane| super::curve::moments(desk, lane));
    let named = band::phases_of(&journey, &marked);
    let ground = Ground::new(desk, &journey, left, &named);
    let placed = rows.placed(BODY);
    let mut items: Vec<Item> = ground.columns.phases.iter().map(tint).collect();
    let band = felt
        .as_ref()
        .map(|lane| FeltBand::new(&project, &journey, lane, &ground.columns, placed.band, marked));
    let strands = band.as_ref().map(FeltBand::legend).unwrap_or_default();
    items.extend(top::draw(desk, &title, &strands));
    ground.heads(desk, &journey, &mut items);
    rows.draw(desk, &journey, &ground.columns, &placed, &mut items);
    if let Some(band) = band {
        band.draw(desk, left, &mut items);
    }
    Page { title, items, map: None }
}

/// The column of a phase, down to the edge of the page: where the camera goes into the phase.
fn tint(column: &crate::scene::PhaseColumn) -> Item {
    let rect = Rect::from_x_y_ranges(column.x..=column.x + column.width, HEADS.min + 8.0..=SIZE.y);
    let items = vec![super::lines::filled(rect, 0.0, Role::Tint(column.color))];
    let thing = Some(Thing::Phase(column.id.clone()));
    Item::Group(Group { tag: Tag::Column, thing, title: String::new(), bounds: rect, items })
}

/// How many steps a phase is as wide as.
fn steps_of(journey: &Journey, place: usize) -> usize {
    journey.phases.get(place).map_or(1, |phase| phase.steps.len().max(1))
}
