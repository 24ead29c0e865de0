//! Where lines end: where parley ends them, but that all spaces hang, none breaks that may not, and
//! a word that is too wide for a line is broken as its language breaks words.

use super::hyphens::{Point, points};
use crate::model::is_no_break;
use crate::words::Lang;
use parley::{BreakReason, Layout};
use std::ops::Range;

/// Does it hang beyond the end of a line?
pub(super) fn hangs(c: char) -> bool {
    c.is_whitespace() && !is_no_break(c)
}

/// So many letters of a word that is broken without a rule stand on a line at least.
const LEAST: usize = 3;

/// What a line costs where it is weighed how a word is broken; and what a break does. Where the parts
/// of a compound meet it may cost a line more to break it there.
const LINE: f32 = 1.0;
const INNER: f32 = 0.3;
const SYLLABLE: f32 = 1.1;
const SIGN: f32 = 0.2;
/// After a space that must not break.
const GLUE: f32 = 4.0;
/// Anywhere; and where it leaves a letter or two alone.
const ANYWHERE: f32 = 10.0;
const ALONE: f32 = 2.0;
/// For as much of a line as is left empty, squared.
const EMPTY: f32 = 0.1;

/// Into which lines a paragraph is broken.
#[derive(Clone, Copy)]
pub(super) struct LineRoom {
    /// How wide a line may be.
    pub width: f32,
    /// How wide a hyphen is.
    pub hyphen: f32,
    /// The language whose rules hold.
    pub lang: Lang,
}

/// Breaks a shaped paragraph, `text`, into lines. Returns which of them end in a hyphen that is not
/// in the text; where it returns none at all, none does.
pub(super) fn break_lines(layout: &mut Layout<()>, text: &str, room: LineRoom) -> Vec<bool> {
    layout.break_all_lines(Some(room.width));
    let broken = layout.lines().any(|line| line.break_reason() == BreakReason::Emergency);
    if !broken && !text.contains('\u{ad}') && broke_at_spaces_well(layout, text) {
        return Vec::new();
    }
    let lines = lines(layout, text, room);
    let mut breaker = layout.break_lines();
    for line in &lines {
        breaker.break_next_with_length(line.length);
    }
    breaker.break_remaining(f32::MAX);
    lines.into_iter().map(|line| line.hyphen).collect()
}

/// Parley lets one space hang and begins the next line with those that follow; and where a
/// no-break space is the first to be too much, it breaks after it.
fn broke_at_spaces_well(layout: &Layout<()>, text: &str) -> bool {
    let mut ends = layout.lines().map(|line| line.text_range().end);
    ends.next_back();
    ends.all(|end| match text.split_at_checked(end) {
        Some((before, after)) => {
            after.starts_with(|c| !hangs(c))
                && !before.ends_with('\u{a0}')
                && !ends_in_letter_and_hyphen(before)
        }
        None => true,
    })
}

/// Is the "e-" of "e-handel" its end? It does not stand alone.
fn ends_in_letter_and_hyphen(said: &str) -> bool {
    let mut back = said.chars().rev();
    back.next() == Some('-')
        && back.next().is_some_and(char::is_alphabetic)
        && back.next().is_none_or(|c| !c.is_alphanumeric() && c != '-')
}

/// The least that can be a line.
struct Piece {
    /// Its bytes in the paragraph.
    range: Range<usize>,
    /// In code points.
    length: u32,
    /// Without what hangs.
    width: f32,
    hanging: f32,
    may_break_after: bool,
    /// A space that must not break.
    glues: bool,
}

/// How many code points a line has, and whether a hyphen stands at its end.
struct Ended {
    length: u32,
    hyphen: bool,
}

/// The pieces of a shaped paragraph.
fn pieces(layout: &mut Layout<()>, text: &str) -> Vec<Piece> {
    // In no width at all every character is a line, and says whether a line may end there.
    layout.break_all_lines(Some(0.0));
    let pieces = layout.lines().map(|line| {
        let range = line.text_range();
        let said = text.get(range.clone()).unwrap_or_default();
        let metrics = line.metrics();
        let hanging = if said.ends_with(hangs) { metrics.trailing_whitespace } else { 0.0 };
        Piece {
            range: range.clone(),
            length: said.chars().count() as u32,
            width: metrics.advance - hanging,
            hanging,
            // A soft hyphen breaks no word that has room on a line.
            may_break_after: line.break_reason() == BreakReason::Regular
                && !said.ends_with(['\u{a0}', '\u{ad}'])
                && !text.get(..range.end).is_some_and(ends_in_letter_and_hyphen),
            glues: said.ends_with(|c: char| c.is_whitespace() && !hangs(c)),
        }
    });
    pieces.collect()
}

/// The lines of a shaped paragraph.
fn lines(layout: &mut Layout<()>, text: &str, room: LineRoom) -> Vec<Ended> {
    let pieces = pieces(layout, text);
    let lang = (!layout.is_rtl()).then_some(room.lang);
    let mut lines = Vec::new();
    let mut end_line = |from: usize, to: usize, hyphen: bool| {
        let length = pieces[from..to].iter().map(|piece| piece.length).sum();
        lines.push(Ended { length, hyphen });
    };
    // Where the line begins, where the next word does, and how far the line reaches.
    let (mut start, mut at, mut x) = (0, 0, 0.0);
    while at < pieces.len() {
        let end = pieces[at..].iter().position(|piece| piece.may_break_after);
        let end = end.map_or(pieces.len(), |place| at + place + 1);
        let word = &pieces[at..end];
        let (wide, hanging) = width(word);
        if wide > 0.0 && x + wide > room.width {
            if wide > room.width {
                let left = room.width - x;
                let (here, cuts) =
                    Word::new(word, text, lang).cuts(room, (at > start).then_some(left));
                if !here && at > start {
                    end_line(start, at, false);
                    start = at;
                }
                for (place, hyphen) in cuts {
                    end_line(start, at + place, hyphen);
                    start = at + place;
                }
                x = 0.0;
                let (wide, hanging) = width(&pieces[start..end]);
                x += wide + hanging;
                at = end;
                continue;
            }
            if at > start {
                end_line(start, at, false);
                (start, x) = (at, 0.0);
            }
        }
        x += wide + hanging;
        at = end;
    }
    end_line(start, pieces.len(), false);
    lines
}

/// How wide these pieces are in a line, and how much hangs at their end.
fn width(pieces: &[Piece]) -> (f32, f32) {
    let mut hanging = 0.0;
    let mut all = 0.0;
    for piece in pieces {
        hanging = if piece.width > 0.0 { piece.hanging } else { hanging + piece.hanging };
        all += piece.width + piece.hanging;
    }
    (all - hanging, hanging)
}

/// A word that is too wide for a line.
struct Word<'a> {
    pieces: &'a [Piece],
    /// What a break before each piece is; none: no rule allows it.
    points: Vec<Option<Point>>,
}

/// The best way to go on from a piece: what it costs, where the line ends, whether in a hyphen.
#[derive(Clone, Copy)]
struct Way {
    cost: f32,
    end: usize,
    hyphen: bool,
}

impl<'a> Word<'a> {
    /// Without a language it is broken without hyphens.
    fn new(pieces: &'a [Piece], text: &str, lang: Option<Lang>) -> Self {
        let mut found = vec![None; pieces.len()];
        let range = pieces.first().zip(pieces.last());
        if let Some((range, lang)) = range.map(|(a, b)| a.range.start..b.range.end).zip(lang) {
            for (byte, point) in points(text, range, lang) {
                // Only between pieces: a letter and its accent are one.
                let place = pieces.partition_point(|piece| piece.range.end <= byte);
                let Some((piece, slot)) = pieces.get(place).zip(found.get_mut(place)) else {
                    continue;
                };
                // What takes no room may stand in one with the letter after it.
                let before = text.get(piece.range.start..byte);
                if before.is_some_and(|said| said.is_empty() || said == "\u{ad}") {
                    *slot = Some(point);
                }
            }
        }
        Self { pieces, points: found }
    }

    /// Where its lines end but the last, before which piece and whether in a hyphen, so that there
    /// are few and it is broken well. It may begin in what is `left` of a line; the first that is
    /// returned says whether it does.
    fn cuts(&self, room: LineRoom, left: Option<f32>) -> (bool, Vec<(usize, bool)>) {
        let count = self.pieces.len();
        let none = Way { cost: 0.0, end: count, hyphen: false };
        let mut ways = vec![none; count + 1];
        for from in (0..count).rev() {
            let mut best = Way { cost: f32::INFINITY, ..none };
            self.ends(from, room.width, room.hyphen, |end, hyphen, cost| {
                let cost = LINE + cost + ways[end].cost;
                if cost < best.cost {
                    best = Way { cost, end, hyphen };
                }
            });
            ways[from] = best;
        }
        let mut first = ways.first().copied().unwrap_or(none);
        let mut here = false;
        if let Some(left) = left {
            self.ends(0, left, room.hyphen, |end, hyphen, cost| {
                let by_rule = self.points.get(end).is_some_and(Option::is_some);
                let cost = cost + ways[end].cost;
                if by_rule && cost < first.cost {
                    first = Way { cost, end, hyphen };
                    here = true;
                }
            });
        }
        let mut cuts = Vec::new();
        let mut way = first;
        while way.end < count {
            cuts.push((way.end, way.hyphen));
            way = ways[way.end];
        }
        (here, cuts)
    }

    /// All ways to end a line of this width that begins with a piece: before which piece, whether
    /// in a hyphen, and what that costs. There is always one.
    fn ends(&self, from: usize, width: f32, hyphen: f32, mut found: impl FnMut(usize, bool, f32)) {
        let count = self.pieces.len();
        let (mut all, mut hanging) = (0.0, 0.0);
        for (index, piece) in self.pieces.iter().enumerate().skip(from) {
            hanging = if piece.width > 0.0 { piece.hanging } else { hanging + piece.hanging };
            all += piece.width + piece.hanging;
            let (end, wide) = (index + 1, all - hanging);
            let only = end == from + 1;
            if wide > width && !only {
                return;
            }
            if end == count {
                found(end, false, 0.0);
                return;
            }
            let alone = (end - from).min(count - end) < LEAST;
            let anywhere = ANYWHERE + if alone { ALONE } else { 0.0 };
            let point = self.points.get(end).copied().flatten();
            let (dash, cost) = match point {
                Some(Point::Joint) => (true, 0.0),
                Some(Point::Inner) => (true, INNER),
                Some(Point::Syllable) => (true, SYLLABLE),
                Some(Point::Sign) => (false, SIGN),
                None if piece.glues => (false, GLUE),
                None => (false, anywhere),
            };
            let fits = !dash || wide + hyphen <= width;
            let (dash, cost) = if fits { (dash, cost) } else { (false, anywhere) };
            let empty = (width - wide - if dash { hyphen } else { 0.0 }).max(0.0) / width.max(1.0);
            found(end, dash, cost + EMPTY * empty * empty);
        }
    }
}
