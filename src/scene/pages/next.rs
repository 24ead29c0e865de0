//! What is done next: the opportunities, those that give most for least first, and the tasks.

use super::block::{Block, Of};
use super::flow::{self, Columns, Shape};
use super::kit::{Desk, FOOT, MARGIN, heading, spills};
use super::tile::Size;
use super::{Page, Planned, SIZE, said};
use crate::model::{LaneKind, Opportunity, Status, StoryPage};
use crate::scene::Role;
use egui::pos2;
use std::sync::Arc;

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    columns: Columns,
    shape: Shape,
}

const WIDE: f32 = SIZE.x - 2.0 * MARGIN;

/// The pages it takes.
pub(super) fn parts(desk: &mut Desk<'_>, page: &StoryPage) -> Vec<Part> {
    let title = super::kit::heading_of(desk, page);
    let (_, top) = heading(desk, "", &title, Role::Accent);
    let high = FOOT - 50.0 - top;
    let (ideas, tasks) = (ideas(desk), tasks(desk));
    let words = desk.pen.words;
    let named = |name: String, blocks: Vec<Block>| match blocks.is_empty() {
        true => blocks,
        false => std::iter::once(Of::Name(name).into()).chain(blocks).collect(),
    };
    let ideas = named(words.deck_ideas(), ideas);
    let tasks = named(words.deck_tasks(), tasks);
    let spilled: Vec<Block> =
        spills(&title).then(|| Of::Text(title.as_str().into()).into()).into_iter().collect();
    if spilled.is_empty() {
        for size in [Size::Large, Size::Medium] {
            // Side by side: opportunities in two columns, tasks in one.
            let shape = Shape::new(if tasks.is_empty() { 2 } else { 3 }, WIDE, size);
            let beside = Shape { columns: 2, ..shape };
            let Some(mut columns) = flow::fit(desk, &ideas, beside, high) else { continue };
            let one = Shape { columns: 3 - columns.len().clamp(1, 2), ..shape };
            let Some(more) = flow::fit(desk, &tasks, one, high) else { continue };
            columns.extend(more);
            let count = columns.len().max(2);
            // With fewer columns each is wider, and nothing gets higher.
            return vec![Part { columns, shape: Shape::new(count, WIDE, size) }];
        }
    }
    let shape = Shape::new(3, WIDE, Size::Medium);
    let mut parts = Vec::new();
    for blocks in [spilled, ideas, tasks] {
        let pages = flow::pages(desk, blocks.into(), shape, high);
        parts.extend(pages.into_iter().map(|columns| Part { columns, shape }));
    }
    if parts.is_empty() {
        parts.push(Part { columns: Columns::new(), shape });
    }
    parts
}

/// The opportunities, and the cards that are some without being named as one.
fn ideas(desk: &Desk<'_>) -> Vec<Block> {
    let mut ideas: Vec<Arc<Opportunity>> = desk.project.opportunities.iter().cloned().collect();
    let over = |idea: &Opportunity| {
        matches!(idea.status, Some(Status::Done | Status::Dropped)) as u8 as f64
    };
    let rank = |idea: &Opportunity| {
        let effort = idea.effort.filter(|effort| effort.is_finite()).unwrap_or(3.0);
        let worth = said::value(idea).unwrap_or(0.0) / effort.max(0.5);
        (over(idea), -worth)
    };
    ideas.sort_by(|a, b| {
        let (a, b) = (rank(a), rank(b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    let ideas = ideas.into_iter().map(|idea| Of::Idea(idea).into());
    let lanes = desk.journey.lanes.iter().enumerate();
    let lanes = lanes.filter(|(_, lane)| {
        lane.kind == LaneKind::Opportunities && !lane.hidden && !lane.collapsed
    });
    let cards = lanes.flat_map(|(place, lane)| lane.cards.iter().map(move |card| (place, card)));
    let alone = cards.filter(|(_, card)| {
        let idea = card.opportunity.as_ref().and_then(|id| desk.memo.idea(id));
        idea.is_none() && !card.text.trim().is_empty()
    });
    ideas.chain(alone.map(|(place, card)| Of::Card(place, card.clone()).into())).collect()
}

/// The tasks, those that are done last.
fn tasks(desk: &Desk<'_>) -> Vec<Block> {
    let mut tasks: Vec<_> = desk.project.tasks.iter().cloned().collect();
    let late = |due: &str| if due.trim().is_empty() { "~".to_owned() } else { due.to_owned() };
    tasks.sort_by(|a, b| a.done.cmp(&b.done).then_with(|| late(&a.due).cmp(&late(&b.due))));
    tasks.into_iter().map(|task| Of::Task(task).into()).collect()
}

pub(super) fn draw(desk: &mut Desk<'_>, planned: &Planned, part: &Part) -> Page {
    let over = super::kit::goes_on(desk, planned);
    let (mut items, top) = heading(desk, &over, &planned.title, Role::Accent);
    items.extend(flow::draw(desk, &part.columns, part.shape, pos2(MARGIN, top)));
    Page { title: planned.title.clone(), items, map: None }
}
