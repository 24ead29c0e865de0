//! What is done next: the opportunities and the tasks that are left, by date and then by worth.

use super::chart_titles::unnamed_ideas;
use super::context::PageContext;
use super::kit::{heading, part_of, spills, texts};
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::sizes::{FOOT, MARGIN, SMALL, TextSize};
use super::{Page, Planned, SIZE, flow, plan};
use crate::insight;
use crate::model::{StoryPage, TextOf};
use crate::scene::{Item, Paint, Role, Tag};
use egui::pos2;

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NextPage {
    /// What stands over columns.
    names: Vec<(usize, String)>,
    columns: PageColumns,
    shape: ColumnShape,
}

const WIDE: f32 = SIZE.x - 2.0 * MARGIN;
/// Names of columns take so much.
const NAMES: f32 = 52.0;
/// Below the line that says how they are ranked.
const RANKED: f32 = 16.0;

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<NextPage> {
    let title = super::kit::heading_of(desk, page);
    let (_, top) = heading(desk, "-", &title, Role::Accent);
    let (_, top) = ranked(desk, top);
    let high = FOOT - 50.0 - top - NAMES;
    let tasks = tasks(desk);
    let names = [desk.pen.words.deck_ideas(), desk.pen.words.deck_tasks()];
    let spilled: Vec<Block> = spills(&title)
        .then(|| Of::Text(title.as_str().into(), Some(TextOf::Heading)).into())
        .into_iter()
        .collect();
    // All on one page where that can be, with what is said of opportunities or without.
    for (note, size) in [
        (true, TextSize::Large),
        (true, TextSize::Medium),
        (false, TextSize::Large),
        (false, TextSize::Medium),
    ] {
        let ideas = ideas(desk, note);
        let count = if tasks.is_empty() || ideas.is_empty() { 2 } else { 3 };
        let shape = ColumnShape::new(count, WIDE, size);
        let two = ColumnShape { columns: 2, ..shape };
        let Some(mut columns) = flow::fit(desk, &ideas, two, high) else { continue };
        let place = columns.len();
        let one = ColumnShape { columns: (count - place).max(1), ..shape };
        let Some(more) = flow::fit(desk, &tasks, one, high) else { continue };
        columns.extend(more);
        if !spilled.is_empty() || columns.is_empty() {
            break;
        }
        let [ideas, tasks] = names;
        let names = [(0, ideas, 0 < place), (place, tasks, place < columns.len())];
        let names = names.into_iter().filter(|(.., some)| *some);
        let names = names.map(|(place, name, _)| (place, name)).collect();
        return vec![NextPage { names, columns, shape }];
    }
    // Else one after the other, so that no page ends where a list does.
    let shape = ColumnShape::new(3, WIDE, TextSize::Medium);
    let [first, second] = names;
    let mut all = spilled;
    for (name, blocks) in [(first, ideas(desk, true)), (second, tasks)] {
        if !blocks.is_empty() {
            all.push(Of::Name(name).into());
            all.extend(blocks);
        }
    }
    let pages = flow::pages(desk, all.into(), shape, high + NAMES);
    let part = |columns| NextPage { names: Vec::new(), columns, shape };
    let mut parts: Vec<NextPage> = pages.into_iter().map(part).collect();
    if parts.is_empty() {
        parts.push(NextPage { names: Vec::new(), columns: PageColumns::new(), shape });
    }
    parts
}

/// The opportunities that are left, and the cards that are some without being named as one.
fn ideas(desk: &PageContext<'_>, note: bool) -> Vec<Block> {
    let ideas = insight::next_opportunities(desk.project);
    let ideas = ideas.into_iter().map(|idea| Of::Idea(idea, note).into());
    let alone = unnamed_ideas(desk).into_iter();
    ideas.chain(alone.map(|(place, card)| Of::Card(place, card).into())).collect()
}

/// The tasks that are left.
fn tasks(desk: &PageContext<'_>) -> Vec<Block> {
    insight::next_tasks(desk.project).into_iter().map(|task| Of::Task(task).into()).collect()
}

/// How they are ranked, in a line below the heading, which ends at `top`; and where that ends.
fn ranked(desk: &mut PageContext<'_>, top: f32) -> (Item, f32) {
    let said = desk.pen.words.next_ranked();
    let text = desk.pen.text(&said, SMALL, Some(WIDE));
    let bottom = top + text.size.y + RANKED;
    let says = vec![(pos2(MARGIN, top - RANKED / 2.0), text, Paint::from(Role::Muted))];
    (texts(Tag::Figure, None, &said, says), bottom)
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &NextPage) -> Page {
    let over = part_of(desk, planned);
    let (mut items, top) = heading(desk, &over, &planned.title, Role::Accent);
    let (line, mut top) = ranked(desk, top);
    items.push(line);
    for (place, column) in part.columns.iter().enumerate() {
        let x = MARGIN + (part.shape.width + plan::BETWEEN) * place as f32;
        if place == 0 && !part.names.is_empty() {
            top += NAMES;
        }
        if let Some((_, name)) = part.names.iter().find(|(at, _)| *at == place) {
            let name = Block::from(Of::Name(name.clone()));
            items.push(name.item(desk, pos2(x, top - NAMES), part.shape.width, TextSize::Large));
        }
        let one = vec![column.clone()];
        items.extend(flow::draw(desk, &one, part.shape, pos2(x, top)));
    }
    Page { title: planned.title.clone(), items, map: None }
}
