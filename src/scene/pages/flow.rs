//! How things flow into the columns of pages: what does not fit goes to the next column, and then
//! to the next page.

use super::context::PageContext;
use super::plan::{BETWEEN, Block, ColumnShape, Of, PageColumns};
use super::sizes::TextSize;
use crate::scene::Item;
use egui::{Pos2, pos2, vec2};
use std::collections::VecDeque;
use std::ops::Range;

/// A tall thing is begun where there is at least so much room.
const BEGIN: f32 = 220.0;
/// The name of a lane that goes on takes at most so much.
const AGAIN: f32 = 128.0;
/// More things than this do not fit on one page.
pub(super) const MANY: usize = 48;

/// Between a thing and what stands above it.
fn above(before: Option<&Block>, block: &Block, size: TextSize) -> f32 {
    match before {
        None => 0.0,
        Some(before) if before.is_name() => 8.0,
        Some(_) if block.is_name() => size.gap() + 12.0,
        Some(_) => size.gap(),
    }
}

/// Takes from `rest` what fits into the columns of a page `height` high. What is higher than that is
/// taken apart, so something always fits.
pub(super) fn fill(
    desk: &mut PageContext<'_>,
    rest: &mut VecDeque<Block>,
    shape: ColumnShape,
    height: f32,
) -> PageColumns {
    let mut columns = PageColumns::new();
    for _ in 0..shape.columns {
        let column = one(desk, rest, shape, height);
        if !column.is_empty() {
            columns.push(column);
        }
    }
    columns
}

fn one(
    desk: &mut PageContext<'_>,
    rest: &mut VecDeque<Block>,
    shape: ColumnShape,
    height: f32,
) -> Vec<Block> {
    let ColumnShape { width, size, .. } = shape;
    let mut column: Vec<Block> = Vec::new();
    let mut y = 0.0;
    while let Some(block) = rest.pop_front() {
        let begin = y + above(column.last(), &block, size);
        let high = block.height(desk, width, size);
        let mut end = begin + high;
        if block.is_name() {
            // A name is not left alone.
            let next = rest.front().map_or(0.0, |next| next.height(desk, width, size));
            let fits = next <= height - high - 8.0;
            end += 8.0 + if fits { next } else { BEGIN.min(next) };
        }
        if end <= height + 0.5 {
            y = begin + high;
            column.push(block);
            continue;
        }
        let room = height - begin;
        let only_names = column.iter().all(Block::is_name);
        let tall = high > height && !block.is_name();
        if !block.is_name() && (only_names || tall && room >= BEGIN) {
            // On another page the name of its lane comes again.
            let most = (room, height - AGAIN);
            let mut parts = match high > room {
                true => block.apart(desk, width, size, most),
                false => vec![block],
            };
            let first = parts.first().map_or(0.0, |part| part.height(desk, width, size));
            if first > room && !only_names {
                parts.into_iter().rev().for_each(|part| rest.push_front(part));
                break;
            }
            let others = parts.split_off(1.min(parts.len()));
            others.into_iter().rev().for_each(|part| rest.push_front(part));
            column.append(&mut parts);
        } else if column.is_empty() {
            column.push(block);
        } else {
            rest.push_front(block);
        }
        break;
    }
    column
}

/// The columns in which all of `blocks` stand on a page `height` high, equally high; none where they
/// do not fit without being taken apart.
pub(super) fn fit(
    desk: &mut PageContext<'_>,
    blocks: &[Block],
    shape: ColumnShape,
    height: f32,
) -> Option<PageColumns> {
    if blocks.len() > MANY * shape.columns.div_ceil(4) {
        return None;
    }
    // What cannot fit whatever it says is not measured.
    let least = shape.size.pad().y * 2.0 + shape.size.text().line_height;
    let boxes = blocks.iter().filter(|block| matches!(block.of, Of::Card(..) | Of::Chosen(..)));
    if boxes.count() as f32 * least > height * shape.columns as f32 {
        return None;
    }
    let heights: Vec<f32> =
        blocks.iter().map(|block| block.height(desk, shape.width, shape.size)).collect();
    let mut best = stack(blocks, &heights, shape, height)?;
    let (mut low, mut high) = (0.0, height);
    while high - low > 6.0 {
        let middle = (low + high) / 2.0;
        match stack(blocks, &heights, shape, middle) {
            Some(ranges) => (best, high) = (ranges, middle),
            None => low = middle,
        }
    }
    Some(best.into_iter().map(|range| blocks[range].to_vec()).collect())
}

/// Which of `blocks`, so high each, stand in which column; none where there is no room for all.
fn stack(
    blocks: &[Block],
    heights: &[f32],
    shape: ColumnShape,
    height: f32,
) -> Option<Vec<Range<usize>>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    while start < blocks.len() {
        let (mut y, mut end) = (0.0, start);
        while let Some(block) = blocks.get(end) {
            let before = (end > start).then(|| &blocks[end - 1]);
            let bottom = y + above(before, block, shape.size) + heights[end];
            let next = heights.get(end + 1).filter(|_| block.is_name());
            if bottom + next.map_or(0.0, |next| 8.0 + next) > height + 0.5 {
                break;
            }
            (y, end) = (bottom, end + 1);
        }
        if end == start || ranges.len() == shape.columns {
            return None;
        }
        ranges.push(start..end);
        start = end;
    }
    Some(ranges)
}

/// The pages that `rest` takes, each `height` high. Where there are few they are equally full.
pub(super) fn pages(
    desk: &mut PageContext<'_>,
    mut rest: VecDeque<Block>,
    shape: ColumnShape,
    height: f32,
) -> Vec<PageColumns> {
    let mut pages: Vec<PageColumns> = Vec::new();
    let again = again(desk, &rest, shape);
    while !rest.is_empty() {
        if !pages.is_empty() {
            go_on(&mut rest);
        }
        // On a page that goes on, the name of a lane may come again.
        let tries = (1..=4).flat_map(|count| [(count, 0.0), (count, again)]);
        let begun = !pages.is_empty();
        let last = tries.into_iter().find_map(|(count, spare)| {
            let all = ColumnShape { columns: shape.columns * count, ..shape };
            let columns = fit(desk, rest.make_contiguous(), all, height - spare)?;
            let last = named(columns, shape, begun);
            let fits = |column: &Vec<Block>, desk: &mut PageContext<'_>| {
                self::height(desk, column, shape) <= height + 0.5
            };
            let first = last.iter().filter_map(|page| page.first());
            first.into_iter().all(|column| fits(column, desk)).then_some(last)
        });
        if let Some(last) = last {
            pages.extend(last);
            break;
        }
        let before = rest.len();
        let page = fill(desk, &mut rest, shape, height);
        if page.is_empty() && rest.len() >= before {
            break;
        }
        pages.push(page);
    }
    pages
}

/// PageColumns as pages, each of which says which lane goes on; the first of all only if something has
/// `begun` before it.
fn named(columns: PageColumns, shape: ColumnShape, begun: bool) -> Vec<PageColumns> {
    let mut pages: Vec<PageColumns> =
        columns.chunks(shape.columns.max(1)).map(<[Vec<Block>]>::to_vec).collect();
    for page in pages.iter_mut().skip(usize::from(!begun)) {
        if let Some(first) = page.first_mut() {
            let mut column = std::mem::take(first).into();
            go_on(&mut column);
            *first = column.into();
        }
    }
    pages
}

/// How much the name of a lane that goes on takes, the longest of those there are.
fn again(desk: &mut PageContext<'_>, rest: &VecDeque<Block>, shape: ColumnShape) -> f32 {
    let mut lanes: Vec<usize> = Vec::new();
    for block in rest {
        if let Of::Card(lane, _) | Of::Point(lane, _) = block.of
            && lanes.last() != Some(&lane)
        {
            lanes.push(lane);
        }
    }
    lanes.sort_unstable();
    lanes.dedup();
    let name = |lane| Block::from(Of::Lane(lane, true)).height(desk, shape.width, shape.size);
    lanes.into_iter().map(name).fold(0.0, f32::max) + 8.0
}

/// Says on a new page which lane goes on.
pub(super) fn go_on(rest: &mut VecDeque<Block>) {
    let lane = match rest.front().map(|block| &block.of) {
        Some(Of::Card(lane, _) | Of::Point(lane, _)) => *lane,
        _ => return,
    };
    rest.push_front(Of::Lane(lane, true).into());
}

/// How high a column is.
pub(super) fn height(desk: &mut PageContext<'_>, column: &[Block], shape: ColumnShape) -> f32 {
    let mut y = 0.0;
    for (place, block) in column.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| column.get(before));
        y += above(before, block, shape.size) + block.height(desk, shape.width, shape.size);
    }
    y
}

/// Draws columns side by side from `at`.
pub(super) fn draw(
    desk: &mut PageContext<'_>,
    columns: &PageColumns,
    shape: ColumnShape,
    at: Pos2,
) -> Vec<Item> {
    let mut items = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        let mut corner = at + vec2((shape.width + BETWEEN) * place as f32, 0.0);
        for (place, block) in column.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|before| column.get(before));
            corner.y += above(before, block, shape.size);
            items.push(block.item(desk, pos2(corner.x, corner.y), shape.width, shape.size));
            corner.y += block.height(desk, shape.width, shape.size);
        }
    }
    items
}
