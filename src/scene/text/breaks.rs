//! Where lines end: where parley ends them, but that all spaces hang, none breaks that may not, and
//! of a word that is too long for a line no letter or two are left alone.

use parley::{BreakReason, Layout};

/// Does it hang beyond the end of a line?
pub fn hangs(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// So many letters of a word that is broken stand on a line at least.
const LEAST: usize = 3;

/// Breaks a shaped paragraph, `text`, into lines of at most `width`.
pub fn break_lines(layout: &mut Layout<()>, text: &str, width: f32) {
    layout.break_all_lines(Some(width));
    if !broke_at_spaces_well(layout, text) || leaves_few(layout, text) {
        let counts = line_lengths(layout, text, width);
        let mut breaker = layout.break_lines();
        for count in counts {
            breaker.break_next_with_length(count);
        }
        breaker.break_remaining(f32::MAX);
    }
}

/// Parley lets one space hang and begins the next line with those that follow; and where a
/// no-break space is the first to be too much, it breaks after it.
fn broke_at_spaces_well(layout: &Layout<()>, text: &str) -> bool {
    let mut ends = layout.lines().map(|line| line.text_range().end);
    ends.next_back();
    ends.all(|end| match text.split_at_checked(end) {
        Some((before, after)) => after.starts_with(|c| !hangs(c)) && !before.ends_with('\u{a0}'),
        None => true,
    })
}

/// Stand too few letters of a broken word on a line of their own?
fn leaves_few(layout: &Layout<()>, text: &str) -> bool {
    let mut lines = layout.lines().peekable();
    while let Some(line) = lines.next() {
        let next = lines.peek().map(|next| text.get(next.text_range()).unwrap_or_default());
        let letters = |next: &str| next.chars().take(LEAST).take_while(|c| !hangs(*c)).count();
        let few = next.is_some_and(|next| letters(next) < LEAST);
        if few && line.break_reason() == BreakReason::Emergency {
            return true;
        }
    }
    false
}

/// Where a word ends that does not fit between `start` and `at`: some letters earlier where too few
/// would be left for the next line.
fn within_word(pieces: &[Piece], start: usize, at: usize) -> usize {
    // After a space that must not break a line ends better than within a word.
    if at.checked_sub(1).and_then(|before| pieces.get(before)).is_some_and(|piece| piece.glues) {
        return at;
    }
    let rest = pieces.iter().skip(at).position(|piece| piece.may_break_after);
    let rest = rest.map_or(pieces.len() - at, |end| end + 1);
    let earlier = at - LEAST.saturating_sub(rest).min(at);
    if earlier >= start + LEAST { earlier } else { at }
}

/// The least that can be a line.
struct Piece {
    /// In code points.
    length: u32,
    /// Without what hangs.
    width: f32,
    hanging: f32,
    may_break_after: bool,
    /// A space that must not break.
    glues: bool,
}

/// How many code points each line has.
fn line_lengths(layout: &mut Layout<()>, text: &str, width: f32) -> Vec<u32> {
    // In no width at all every character is a line, and says whether a line may end there.
    layout.break_all_lines(Some(0.0));
    let pieces: Vec<Piece> = layout
        .lines()
        .map(|line| {
            let said = text.get(line.text_range()).unwrap_or_default();
            let metrics = line.metrics();
            let hanging = if said.ends_with(hangs) { metrics.trailing_whitespace } else { 0.0 };
            Piece {
                length: said.chars().count() as u32,
                width: metrics.advance - hanging,
                hanging,
                may_break_after: line.break_reason() == BreakReason::Regular
                    && !said.ends_with('\u{a0}'),
                glues: said.ends_with(|c: char| c.is_whitespace() && !hangs(c)),
            }
        })
        .collect();
    let mut lengths = Vec::new();
    let (mut start, mut at, mut x) = (0, 0, 0.0);
    let mut last_break = None;
    let length = |pieces: &[Piece]| pieces.iter().map(|piece| piece.length).sum();
    while let Some(piece) = pieces.get(at) {
        if at > start && piece.width > 0.0 && x + piece.width > width {
            let end = last_break.take().unwrap_or_else(|| within_word(&pieces, start, at));
            lengths.push(length(&pieces[start..end]));
            (start, at, x) = (end, end, 0.0);
            continue;
        }
        at += 1;
        x += piece.width + piece.hanging;
        if piece.may_break_after {
            last_break = Some(at);
        }
    }
    lengths.push(length(&pieces[start..]));
    lengths
}
