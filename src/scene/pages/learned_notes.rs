//! What stands around the findings: what has changed since a version that somebody chose, under the
//! heading, with what a customer costs to win and to keep, and the themes that come back, and how many gaps there are of each kind, at the foot. All
//! are cut by leaving out what is least, which is counted, and never within a word.

use super::SIZE;
use super::context::PageContext;
use super::kit::texts;
use super::sizes::{FOOT, MARGIN, style};
use crate::insight::{changed_since, costs_compared, gap_tally, recurring_themes, themes_said};
use crate::model::StoryPage;
use crate::scene::draw::pen::Style;
use crate::scene::{Face, Item, Paint, Role, Tag, Text, icon};
use egui::pos2;
use std::sync::Arc;

const LABEL: Style = style(Face::Regular, 28.0, 37.0);
const UNDER: Style = style(Face::Regular, 32.0, 42.0);
const SIGN: Style = style(Face::Icons, 28.0, 37.0);
/// The number of the page takes so much of the foot, with air before it.
const NUMBER: f32 = 240.0;
/// From the sign to what it is said of.
const BESIDE: f32 = 44.0;

/// What has changed since the version that the page is compared with, from `y` down in at most two
/// lines, and where that ends; none where there is no such version.
pub(super) fn since(desk: &mut PageContext<'_>, page: &StoryPage, y: f32) -> Option<(Item, f32)> {
    let journey = desk.whole.unwrap_or(desk.journey);
    let since = changed_since(desk.project, journey, page.since_version.as_ref()?)?;
    let words = desk.pen.words;
    let parts = since.parts(journey, words);
    let say = |most: usize| since.said(&parts, most, words);
    let text = as_much(desk, UNDER, (SIZE.x - 2.0 * MARGIN, 2), parts.len(), say);
    let (said, bottom) = (text.source.to_string(), y + text.size.y);
    let parts = vec![(pos2(MARGIN, y), text, Role::Muted.into())];
    Some((texts(Tag::Figure, None, &said, parts), bottom))
}

/// What it costs to win a customer beside what it costs to keep one, from `y` down, and where that ends;
/// none where they cannot be compared.
pub(super) fn costs(desk: &mut PageContext<'_>, y: f32) -> Option<(Item, f32)> {
    let said = costs_compared(desk.journey, desk.pen.words)?;
    let text = desk.pen.text(&said, UNDER, Some(SIZE.x - 2.0 * MARGIN));
    let bottom = y + text.size.y;
    let parts = vec![(pos2(MARGIN, y), text, Role::Ink.into())];
    Some((texts(Tag::Figure, None, &said, parts), bottom))
}

/// The themes that come back from source to source, from `y` down in one line, and where that ends; none
/// where none does.
pub(super) fn themes(desk: &mut PageContext<'_>, y: f32) -> Option<(Item, f32)> {
    let recurring = recurring_themes(desk.project);
    if recurring.is_empty() {
        return None;
    }
    let words = desk.pen.words;
    let say = |most: usize| themes_said(&recurring, most, words);
    let text = as_much(desk, UNDER, (SIZE.x - 2.0 * MARGIN, 1), recurring.len(), say);
    let (said, bottom) = (text.source.to_string(), y + text.size.y);
    let parts = vec![(pos2(MARGIN, y), text, Role::Muted.into())];
    Some((texts(Tag::Figure, None, &said, parts), bottom))
}

/// How many gaps there are of each kind, in one line at the foot; none where there are none.
pub(super) fn gaps(desk: &mut PageContext<'_>) -> Option<Item> {
    let tally = gap_tally(desk.project, desk.journey);
    if tally.all == 0 {
        return None;
    }
    let words = desk.pen.words;
    let room = SIZE.x - 2.0 * MARGIN - NUMBER - BESIDE;
    let say = |kinds: usize| tally.said(kinds, words);
    let text = as_much(desk, LABEL, (room, 1), tally.kinds.len(), say);
    let sign = desk.pen.short(&icon::BOX_DASHED.to_string(), SIGN);
    let y = FOOT - text.size.y / 2.0;
    let said = text.source.to_string();
    let parts: Vec<(egui::Pos2, Arc<Text>, Paint)> = vec![
        (pos2(MARGIN, FOOT - sign.size.y / 2.0), sign, Role::Bad.into()),
        (pos2(MARGIN + BESIDE, y), text, Role::Muted.into()),
    ];
    Some(texts(Tag::Figure, None, &said, parts))
}

/// As much of something as has room: `say` tells so many of its parts and counts the rest, and is
/// asked for fewer until the text is no wider and no higher than `room`, in units and in lines.
fn as_much(
    desk: &mut PageContext<'_>,
    style: Style,
    (width, lines): (f32, usize),
    parts: usize,
    say: impl Fn(usize) -> String,
) -> Arc<Text> {
    let mut parts = parts;
    loop {
        let text = desk.pen.text(&say(parts), style, Some(width));
        if text.lines.len() <= lines || parts == 0 {
            return text;
        }
        parts -= 1;
    }
}
