//! Where lines end: where parley ends them, but that all spaces hang and none breaks that may not.

use parley::{BreakReason, Layout};

/// Does it hang beyond the end of a line?
pub fn hangs(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Breaks a shaped paragraph, `text`, into lines of at most `width`.
pub fn break_lines(layout: &mut Layout<()>, text: &str, width: f32) {
    layout.break_all_lines(Some(width));
    if !broke_at_spaces_well(layout, text) {
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

/// The least that can be a line.
struct Piece {
    /// In code points.
    length: u32,
    /// Without what hangs.
    width: f32,
    hanging: f32,
    may_break_after: bool,
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
            }
        })
        .collect();
    let mut lengths = Vec::new();
    let (mut start, mut at, mut x) = (0, 0, 0.0);
    let mut last_break = None;
    let length = |pieces: &[Piece]| pieces.iter().map(|piece| piece.length).sum();
    while let Some(piece) = pieces.get(at) {
        if at > start && piece.width > 0.0 && x + piece.width > width {
            let end = last_break.take().unwrap_or(at);
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
