//! Texts that are set to fit: on a base line, in lines of the same length, in at most so many lines.

use super::context::PageContext;
use crate::model::{plain_text, words_of};
use crate::scene::Text;
use crate::scene::draw::pen::Style;
use crate::scene::map::quotes::shortened;
use egui::{Pos2, pos2};
use std::sync::Arc;

/// Nothing that is shortened says more than this: a page has no room for it.
const MOST: usize = 400;

/// Where a text is drawn so that its first line stands on `base`.
pub(super) fn on_base(x: f32, base: f32, text: &Text) -> Pos2 {
    pos2(x, base - text.lines.first().map_or(0.0, |line| line.baseline))
}

/// A text broken to `width`, its lines about as long as each other.
pub(super) fn balanced(
    desk: &mut PageContext<'_>,
    text: &str,
    style: Style,
    width: f32,
) -> Arc<Text> {
    // A heading that goes on over several pages is the same on each.
    let mut best = desk.pen.kept(text, style, Some(width));
    let (lines, hyphens) = (best.lines.len(), hyphens(&best));
    if lines < 2 {
        return best;
    }
    let (mut low, mut high) = (width / lines as f32 * 0.8, width);
    for _ in 0..7 {
        let middle = (low + high) / 2.0;
        let tried = desk.pen.kept(text, style, Some(middle));
        // No word is broken for it.
        if tried.lines.len() <= lines && self::hyphens(&tried) <= hyphens {
            (best, high) = (tried, middle);
        } else {
            low = middle;
        }
    }
    best
}

/// How many lines end in the middle of a word.
fn hyphens(text: &Text) -> usize {
    let letter = |c: char| c.is_alphanumeric();
    let broken = |end: usize| {
        let (before, after) = text.source.split_at_checked(end).unwrap_or_default();
        before.ends_with(letter) && after.starts_with(letter)
    };
    text.lines.iter().filter(|line| broken(line.range.end)).count()
}

/// A text on one line of words, in at most `most` lines; as much of it as there is room for.
pub(super) fn in_lines(
    desk: &mut PageContext<'_>,
    text: &str,
    style: Style,
    width: f32,
    most: usize,
) -> Arc<Text> {
    let text = plain_text(text);
    let flat = words_of(&text).take(MOST).collect::<Vec<_>>().join(" ");
    let mut signs = flat.chars().count().min(MOST);
    loop {
        let laid = balanced(desk, &shortened(&flat, signs), style, width);
        let lines = laid.lines.len();
        if lines <= most || signs < 8 {
            return laid;
        }
        // As much of it as there is room for, and a little less.
        signs = ((signs * most / lines) * 97 / 100).max(signs / 2).min(signs - 1).max(7);
    }
}
