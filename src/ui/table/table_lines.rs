//! Which lines does the table have, and which of them are in view? Heads of groups and rows, each with
//! its height.

use crate::insight::{ArrangedCards, CardGroup};
use std::ops::Range;

/// How high a row is, in points.
pub(super) const ROW: f32 = 34.0;
/// How high the head of a group is.
pub(super) const HEAD: f32 = 42.0;
/// As much air is below the last line, so that nothing lies under the bar for what is chosen.
const BELOW: f32 = 84.0;

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableLine {
    /// The head of a group, by its place among them.
    Head(usize),
    /// A row, by its place among those that are shown, and whether it is the last of its group.
    Row(usize, bool),
}

/// All lines from the top to the bottom.
#[derive(Debug, Default)]
pub(super) struct TableLines {
    lines: Vec<(TableLine, f32)>,
    /// All of them together, with the air below, in points.
    pub height: f32,
}

impl TableLines {
    /// The lines of these rows. What is folded has a head alone.
    pub(super) fn of(
        arranged: &ArrangedCards,
        has_heads: bool,
        is_folded: impl Fn(&CardGroup) -> bool,
    ) -> Self {
        let (mut lines, mut top) = (Vec::with_capacity(arranged.rows.len()), 0.0);
        for (place, group) in arranged.groups.iter().enumerate() {
            if has_heads {
                lines.push((TableLine::Head(place), top));
                top += HEAD;
            }
            if has_heads && is_folded(group) {
                continue;
            }
            for row in group.rows.clone() {
                lines.push((TableLine::Row(row, row + 1 == group.rows.end), top));
                top += ROW;
            }
        }
        Self { lines, height: top + BELOW }
    }

    /// The lines of which something is between `top` and `bottom`, each with its own top.
    pub(super) fn in_view(&self, top: f32, bottom: f32) -> &[(TableLine, f32)] {
        let first = self.lines.partition_point(|(_, at)| *at <= top).saturating_sub(1);
        let end = self.lines.partition_point(|(_, at)| *at < bottom);
        self.lines.get(first..end.max(first)).unwrap_or_default()
    }

    /// Where the row at this place among the shown begins; none where it is folded away.
    pub(super) fn top_of(&self, row: usize) -> Option<f32> {
        let is_it = |line: TableLine| matches!(line, TableLine::Row(at, _) if at == row);
        self.lines.iter().find(|(line, _)| is_it(*line)).map(|(_, top)| *top)
    }

    /// The rows that are not folded away, in order.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.lines.iter().filter_map(|(line, _)| match line {
            TableLine::Row(row, _) => Some(*row),
            TableLine::Head(_) => None,
        })
    }

    /// The row that follows `row` after `by` rows, before it where that is negative; the first or the
    /// last where there are not so many.
    pub(super) fn row_from(&self, row: Option<usize>, by: isize) -> Option<usize> {
        let rows: Range<usize> = 0..self.rows().count();
        let at = row.and_then(|row| self.rows().position(|one| one == row));
        let wanted = match at {
            Some(at) => at.saturating_add_signed(by).min(rows.end.saturating_sub(1)),
            None if by < 0 => rows.end.saturating_sub(1),
            None => 0,
        };
        self.rows().nth(wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(folded: &[usize]) -> TableLines {
        let group = |of, rows| CardGroup { of: Some(of), rows, missing: 0 };
        let groups = vec![group(0, 0..2), group(1, 2..3), group(2, 3..5)];
        let arranged = ArrangedCards { rows: vec![4, 3, 2, 1, 0], groups, missing: 0 };
        TableLines::of(&arranged, true, |group| group.of.is_some_and(|of| folded.contains(&of)))
    }

    #[test]
    fn what_is_in_view_is_found_and_no_more() {
        let all = lines(&[]);
        assert_eq!(all.height, 3.0 * HEAD + 5.0 * ROW + BELOW);
        let seen: Vec<_> = all.in_view(HEAD + 1.0, HEAD + ROW + 1.0).to_vec();
        let expected = [(TableLine::Row(0, false), HEAD), (TableLine::Row(1, true), HEAD + ROW)];
        assert_eq!(seen, expected);
        assert_eq!(all.in_view(0.0, 10.0), [(TableLine::Head(0), 0.0)]);
        assert_eq!(all.in_view(-50.0, -1.0), []);
        assert_eq!(all.in_view(1e4, 2e4).len(), 1, "the last, where one is beyond it");
        assert_eq!(all.top_of(2), Some(2.0 * HEAD + 2.0 * ROW));
    }

    #[test]
    fn the_keyboard_goes_over_what_is_folded() {
        let folded = lines(&[1]);
        assert_eq!(folded.rows().collect::<Vec<_>>(), [0, 1, 3, 4]);
        assert_eq!(folded.top_of(2), None);
        let rows = [
            (None, 1, Some(0)),
            (None, -1, Some(4)),
            (Some(1), 1, Some(3)),
            (Some(3), -1, Some(1)),
            (Some(3), 9, Some(4)),
            (Some(3), -9, Some(0)),
            (Some(2), 1, Some(0)),
        ];
        for (from, by, expected) in rows {
            assert_eq!(folded.row_from(from, by), expected, "{from:?} {by}");
        }
        assert_eq!(TableLines::default().row_from(None, 1), None);
    }
}
