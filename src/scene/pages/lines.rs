//! How a text stands in one line on a page, and where: by its base, from its left or its right end.

use super::context::PageContext;
use crate::model::on_one_line;
use crate::scene::draw::pen::Style;
use crate::scene::map::quotes::shortened;
use crate::scene::{Item, Paint, Role, Stroke, Text};
use egui::{Pos2, Rect, pos2};
use std::sync::Arc;

/// Which end of a text stands at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum End {
    Left,
    Right,
}

/// Where a text begins whose first line has its base at `base`, and this end at `x`.
pub(super) fn on_base(text: &Text, end: End, x: f32, base: f32) -> Pos2 {
    let left = match end {
        End::Left => x,
        End::Right => x - text.size.x,
    };
    pos2(left, base - baseline(text))
}

/// How far below its top the base of its first line is.
pub(super) fn baseline(text: &Text) -> f32 {
    text.lines.first().map_or(0.0, |line| line.baseline)
}

/// A text in one line, in the first style it has room in; shortened where it has none in the last.
pub(super) fn one_line(
    desk: &mut PageContext<'_>,
    text: &str,
    styles: &[Style],
    room: f32,
) -> Arc<Text> {
    let flat = on_one_line(text);
    let mut most = flat.chars().count().min(400);
    let mut said = shortened(&flat, most).into_owned();
    let mut last = None;
    for style in styles {
        let laid = desk.pen.text(&said, *style, None);
        if laid.size.x <= room {
            return laid;
        }
        last = Some(*style);
    }
    let style = last.unwrap_or(super::sizes::SMALL);
    loop {
        let laid = desk.pen.text(&said, style, None);
        if laid.size.x <= room || most < 2 {
            return laid;
        }
        // As much of it as there is room for, and a little less.
        let fewer = (most as f32 * (room / laid.size.x) * 0.97) as usize;
        most = fewer.min(most - 1).max(1);
        said = shortened(&flat, most).into_owned();
    }
}

/// A text in at most so many lines, in the first style it has room in; shortened where it has none
/// in the last. Also whether it was.
pub(super) fn few_lines(
    desk: &mut PageContext<'_>,
    text: &str,
    styles: &[(Style, usize)],
    room: f32,
) -> (Arc<Text>, bool) {
    let flat = on_one_line(text);
    let mut most = flat.chars().count().min(1000);
    let mut said = shortened(&flat, most).into_owned();
    let fits = |laid: &Text, lines: usize| laid.lines.len() <= lines && laid.size.x <= room + 0.5;
    for (style, lines) in styles {
        let laid = desk.pen.text(&said, *style, Some(room));
        if fits(&laid, *lines) && flat.chars().count() <= most {
            return (balanced(desk, &said, *style, laid, room), false);
        }
    }
    let (style, lines) = styles.last().copied().unwrap_or((super::sizes::SMALL, 1));
    loop {
        let laid = desk.pen.text(&said, style, Some(room));
        if fits(&laid, lines) || most < 2 {
            return (laid, true);
        }
        let share = lines as f32 / laid.lines.len().max(1) as f32;
        let fewer = (most as f32 * share.max(0.5) * 0.98) as usize;
        most = fewer.min(most - 1).max(1);
        said = shortened(&flat, most).into_owned();
    }
}

/// The same text with lines alike long, as many as in `laid`.
fn balanced(
    desk: &mut PageContext<'_>,
    text: &str,
    style: Style,
    laid: Arc<Text>,
    room: f32,
) -> Arc<Text> {
    let lines = laid.lines.len();
    if lines < 2 {
        return laid;
    }
    let (mut low, mut high, mut best) = (room / lines as f32, room, laid);
    let widest = |text: &Text| text.lines.iter().map(|line| line.width).fold(0.0f32, f32::max);
    while high - low > 12.0 {
        let width = (low + high) / 2.0;
        let tried = desk.pen.text(text, style, Some(width));
        // A narrower line must not break a word that a wider one holds.
        let breaks = tried.lines.windows(2).any(|pair| {
            let before = tried.source.get(..pair[1].range.start).unwrap_or_default();
            !before.ends_with(char::is_whitespace)
        });
        if tried.lines.len() > lines || breaks || widest(&tried) > width + 0.5 {
            low = width;
        } else {
            (best, high) = (tried, width);
        }
    }
    best
}

/// A box of one colour without an edge.
pub(super) fn filled(rect: Rect, radius: f32, fill: impl Into<Paint>) -> Item {
    Item::Rect { rect, radius, fill: Some(fill.into()), stroke: None, shadow: false }
}

/// The line of round dots that the curve of somebody who is not brought out is.
pub(super) fn dotted(role: Role, alpha: u8) -> Stroke {
    Stroke { width: 4.5, paint: role.at(alpha), dash: Some((0.0, 11.0)) }
}
