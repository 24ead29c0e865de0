//! Which steps of a map stand on one page, so that its texts stay large, and how wide is each there?

use super::context::PageContext;
use crate::model::{Id, Journey, Phase};
use crate::scene::draw::pen::Style;
use crate::scene::{Columns, Drawing, PhaseColumn, StepColumn};
use crate::words::titled;
use egui::{Rangef, Rect};
use std::ops::Range;
use std::sync::Arc;

/// Between phases, in page units.
const GAP: f32 = 12.0;
/// A word longer than this is broken.
const WORD_MAX: f32 = 420.0;

/// Steps of one phase that stay together.
#[derive(Clone, Debug, PartialEq)]
struct Block {
    phase: usize,
    steps: Range<usize>,
    /// How wide it is at least.
    need: f32,
    /// How wide it would like to be.
    want: f32,
}

/// How the phases of a page are named.
#[derive(Clone, Copy)]
pub(super) struct SliceNames {
    /// In which style.
    pub style: Style,
    /// How much room is beside a name.
    pub beside: f32,
}

/// How a map is cut into pages: for each the places of its steps in the journey. `weights` says how
/// much width each step needs. At least one page.
pub(super) fn slices(
    desk: &mut PageContext<'_>,
    journey: &Journey,
    weights: &[f32],
    names: SliceNames,
    width: f32,
) -> Vec<Range<usize>> {
    let blocks = blocks(desk, journey, 0..weights.len(), weights, names, width);
    let count = pack(&blocks, width).len();
    let all: f32 = blocks.iter().map(|block| block.need + GAP).sum();
    // Pages alike full instead of a last one with little on it.
    let mut most = (all / count.max(1) as f32).min(width);
    let mut pages = pack(&blocks, most);
    while pages.len() > count && most < width {
        most = (most + width * 0.02).min(width);
        pages = pack(&blocks, most);
    }
    let none = pages.is_empty().then_some(0..weights.len());
    pages.into_iter().chain(none).collect()
}

/// Fills pages up to `most`.
fn pack(blocks: &[Block], most: f32) -> Vec<Range<usize>> {
    let mut pages: Vec<(f32, Range<usize>)> = Vec::new();
    for block in blocks {
        match pages.last_mut() {
            Some((used, steps)) if *used + GAP + block.need <= most + 0.5 => {
                *used += GAP + block.need;
                steps.end = block.steps.end;
            }
            _ => pages.push((block.need, block.steps.clone())),
        }
    }
    pages.into_iter().map(|(_, steps)| steps).collect()
}

/// The phases of these steps; one that is wider than a page in several blocks.
fn blocks(
    desk: &mut PageContext<'_>,
    journey: &Journey,
    steps: Range<usize>,
    weights: &[f32],
    names: SliceNames,
    width: f32,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut first = 0;
    for (phase, model) in journey.phases.iter().enumerate() {
        let all = first..first + model.steps.len();
        first = all.end;
        let mut rest = all.start.max(steps.start)..all.end.min(steps.end);
        if rest.is_empty() {
            continue;
        }
        let least = (longest_word(desk, model, names.style) + names.beside).min(width);
        while !rest.is_empty() {
            let mut want = 0.0;
            let weight = |step: &usize| weights.get(*step).map_or(0.0, |weight| weight.min(width));
            let fits = |step: &usize| {
                want += weight(step);
                want <= width + 0.5
            };
            let count = rest.clone().take_while(fits).count().max(1);
            let own = rest.start..rest.start + count;
            rest.start = own.end;
            let want: f32 = own.clone().map(|step| weight(&step)).sum();
            blocks.push(Block { phase, steps: own, need: want.max(least), want });
        }
    }
    blocks
}

/// How wide the longest word of a phase's name is.
fn longest_word(desk: &mut PageContext<'_>, phase: &Phase, name: Style) -> f32 {
    let title = titled(&phase.title, desk.pen.words);
    let mut widest = 0.0f32;
    for word in title.split_whitespace().take(40) {
        let short: String = word.chars().take(60).collect();
        widest = widest.max(desk.pen.short(&short, name).size.x.ceil());
    }
    widest.min(WORD_MAX)
}

/// The columns of a page: the phases and steps of one slice, as wide as `x` together. Steps that
/// stand on other pages are not among them.
pub(super) fn columns(
    desk: &mut PageContext<'_>,
    journey: &Journey,
    slice: &Range<usize>,
    weights: &[f32],
    names: SliceNames,
    x: Rangef,
) -> Columns {
    let blocks = blocks(desk, journey, slice.clone(), weights, names, x.span());
    let widths = shared(&blocks, x.span() - GAP * blocks.len().saturating_sub(1) as f32);
    let ids: Vec<&Id> = journey.steps().map(|(_, step)| &step.id).collect();
    let mut columns = Columns::default();
    let mut left = x.min;
    for (block, width) in blocks.iter().zip(widths) {
        let Some(phase) = journey.phases.get(block.phase) else { continue };
        let first = columns.steps.len();
        let mut at = left;
        for step in block.steps.clone() {
            let Some(id) = ids.get(step) else { continue };
            let share = weights.get(step).copied().unwrap_or(1.0) / block.want.max(1.0);
            let column = StepColumn {
                id: (*id).clone(),
                phase: columns.phases.len(),
                x: at,
                width: width * share.min(1.0),
                title: None,
            };
            at += column.width;
            columns.index.entry(column.id.clone()).or_insert(columns.steps.len());
            columns.steps.push(column);
        }
        let color = phase.color.unwrap_or((block.phase % 6) as u8);
        let steps = first..columns.steps.len();
        columns.phases.push(bare_phase(phase, color, Rangef::new(left, left + width), steps));
        left += width + GAP;
    }
    columns
}

/// The column of a phase without a header.
pub(super) fn bare_phase(phase: &Phase, color: u8, x: Rangef, steps: Range<usize>) -> PhaseColumn {
    PhaseColumn {
        id: phase.id.clone(),
        x: x.min,
        width: x.span(),
        color,
        steps,
        header: Arc::new(Drawing::default()),
        title_rect: Rect::ZERO,
        taken: 0.0,
        needs: 0.0,
    }
}

/// Shares `room` among blocks as they want it, none less than it needs.
fn shared(blocks: &[Block], room: f32) -> Vec<f32> {
    let mut fixed = vec![false; blocks.len()];
    loop {
        let of = |fixed: &[bool], which: bool, size: fn(&Block) -> f32| -> f32 {
            let kept = blocks.iter().zip(fixed).filter(|(_, fixed)| **fixed == which);
            kept.map(|(block, _)| size(block)).sum()
        };
        let left = room - of(&fixed, true, |block| block.need);
        let each = left / of(&fixed, false, |block| block.want).max(1.0);
        let small = |(at, block): (usize, &Block)| !fixed[at] && block.want * each < block.need;
        let found: Vec<usize> =
            blocks.iter().enumerate().filter(|one| small(*one)).map(|(at, _)| at).collect();
        if found.is_empty() || left <= 0.0 {
            let width = |(block, fixed): (&Block, &bool)| {
                if *fixed { block.need } else { (block.want * each).max(1.0) }
            };
            return blocks.iter().zip(&fixed).map(width).collect();
        }
        found.into_iter().for_each(|at| fixed[at] = true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(phase: usize, steps: Range<usize>, need: f32, want: f32) -> Block {
        Block { phase, steps, need, want }
    }

    #[test]
    fn pages_hold_what_fits_and_lose_nothing() {
        let blocks: Vec<Block> =
            (0..10).map(|at| block(at, at * 3..at * 3 + 3, 300.0, 300.0)).collect();
        let pages = pack(&blocks, 1000.0);
        assert_eq!(pages, [0..9, 9..18, 18..27, 27..30]);
        assert_eq!(pack(&blocks, 100.0).len(), 10, "each has a page at least");
    }

    #[test]
    fn a_narrow_phase_gets_what_its_name_needs() {
        let blocks = [block(0, 0..1, 200.0, 100.0), block(1, 1..5, 400.0, 400.0)];
        let widths = shared(&blocks, 800.0);
        assert_eq!(widths, [200.0, 600.0]);
        assert_eq!(shared(&blocks[1..], 800.0), [800.0]);
    }
}
