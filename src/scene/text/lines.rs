//! How a line that parley laid out is written down in our own terms.

use super::breaks::hangs;
use super::{Glyph, Line, Run, TextStyle};
use crate::scene::Face;
use parley::FontData;
use std::ops::Range;

/// Where a line that begins at `start` of a paragraph's `text` ends.
pub(super) fn line_end(laid: &parley::Line<'_, ()>, text: &str, start: usize) -> usize {
    // Not the line's own range: that is wrong where a right-to-left ligature is broken.
    let mut end = start;
    for run in laid.runs() {
        end = run.clusters().map(|cluster| cluster.text_range().end).fold(end, usize::max);
    }
    text.ceil_char_boundary(end)
}

/// The line that holds `range` of a paragraph's `text`, without its height and its place.
/// `face` says which face a font is; `rtl`: the paragraph reads from right to left.
/// Ranges of the result are within `text`.
pub(super) fn line(
    laid: &parley::Line<'_, ()>,
    text: &str,
    range: Range<usize>,
    rtl: bool,
    mut face: impl FnMut(&FontData) -> Face,
) -> Line {
    let content = text.get(range.clone()).unwrap_or_default().trim_end_matches(hangs);
    let content_end = range.start + content.len();
    let mut runs = Vec::new();
    let mut x = 0.0;
    for run in laid.runs() {
        add_runs(&mut runs, &run, face(run.font()), text, &range, x);
        x = runs.last().map_or(x, |run: &Run| run.x + run.width);
    }
    keep_apart(&mut runs);
    runs.retain(|run| !run.range.is_empty() && !run.glyphs.is_empty());
    let glyphs = runs.iter().flat_map(|run| &run.glyphs);
    let hanging: f32 =
        glyphs.filter(|glyph| glyph.at as usize >= content_end).map(|glyph| glyph.advance).sum();
    if rtl {
        // The spaces it ends in stand on the left.
        runs.iter_mut().for_each(|run| run.x -= hanging);
    }
    Line { width: x - hanging, range, rtl, runs, ..Line::default() }
}

/// Adds the hyphen that shows that a word goes on: a run that says nothing.
pub(super) fn add_hyphen(line: &mut Line, face: Face, style: &TextStyle, id: u16, width: f32) {
    let end = line.range.end;
    let glyphs = vec![Glyph { id, x: 0.0, y: 0.0, advance: width, at: end as u32 }];
    let (size, x) = (style.size, line.width);
    line.runs.push(Run { face, size, x, width, range: end..end, rtl: false, glyphs });
    line.width += width;
}

/// Adds a run of parley's from `x` on: as one, or, if it reads from right to left, as one for each
/// word and each space, since egui cannot order the words of such a run.
fn add_runs(
    runs: &mut Vec<Run>,
    laid: &parley::Run<'_, ()>,
    face: Face,
    text: &str,
    line: &Range<usize>,
    mut x: f32,
) {
    let rtl = laid.is_rtl();
    let mut was_space = None;
    // Where the glyphs begin of the ligature that the last cluster belongs to.
    let mut ligature = 0;
    for cluster in laid.visual_clusters() {
        let bytes = within(cluster.text_range(), line, text);
        let space = text.get(bytes.clone()).unwrap_or_default().starts_with(hangs);
        if was_space.is_none_or(|was: bool| rtl && was != space) {
            let (size, range) = (laid.font_size(), bytes.clone());
            runs.push(Run { face, size, x, width: 0.0, range, rtl, glyphs: Vec::new() });
        }
        was_space = Some(space);
        let Some(run) = runs.last_mut() else { continue };
        run.range.start = run.range.start.min(bytes.start);
        run.range.end = run.range.end.max(bytes.end);
        let at = bytes.start as u32;
        if cluster.is_ligature_continuation() {
            // From right to left the glyphs come with the ligature's last character.
            let glyphs = run.glyphs.get_mut(ligature..).unwrap_or_default();
            glyphs.iter_mut().for_each(|glyph| glyph.at = glyph.at.min(at));
        } else {
            ligature = run.glyphs.len();
        }
        // A soft hyphen is not drawn: where it breaks a line there is a hyphen.
        let soft = text.get(bytes.clone()) == Some("\u{ad}");
        // Of what stands for a missing picture only the first glyph is drawn.
        let drawn = |(index, glyph): &(usize, parley::Glyph)| {
            !soft && (*index == 0 || face != Face::Emoji || glyph.advance > 0.0)
        };
        for (_, glyph) in cluster.glyphs().enumerate().filter(drawn) {
            run.glyphs.push(Glyph {
                id: glyph.id.try_into().unwrap_or(0),
                x: x - run.x + glyph.x,
                y: glyph.y,
                advance: glyph.advance,
                at,
            });
            x += glyph.advance;
            run.width = x - run.x;
        }
    }
}

/// Sees to it that no text is in two runs. Parley says so for some sequences of characters that are
/// not drawn in right-to-left text.
fn keep_apart(runs: &mut [Run]) {
    if runs.is_sorted_by(|a, b| a.range.end <= b.range.start) {
        return;
    }
    let mut order: Vec<usize> = (0..runs.len()).collect();
    order.sort_by_key(|index| runs[*index].range.start);
    let mut end = 0;
    for index in order {
        let run = &mut runs[index];
        let start = run.range.start.max(end).min(run.range.end);
        if start > run.range.start {
            run.range.start = start;
            run.glyphs.iter_mut().for_each(|glyph| glyph.at = glyph.at.max(start as u32));
        }
        end = run.range.end.max(end);
    }
}

/// A cluster's bytes, as whole characters of its line. Parley is wrong about both for some odd
/// sequences, and where a line is too narrow for a right-to-left ligature.
fn within(cluster: Range<usize>, line: &Range<usize>, text: &str) -> Range<usize> {
    let said = text.get(line.clone()).unwrap_or_default();
    let last = said.char_indices().next_back().map_or(line.start, |(at, _)| line.start + at);
    let start = text.floor_char_boundary(cluster.start.clamp(line.start, last));
    start..text.ceil_char_boundary(cluster.end.clamp(start + 1, line.end.max(start + 1)))
}
