//! Clips as plain text, to and from other programs: lines go down a cell, tabs across the steps,
//! as in a spreadsheet.

use super::list_text::listed;
use super::steps::StepOrder;
use super::{Change, Clip, ClipCard, Spot, new_card};
use crate::model::within_text_max;
use crate::model::{EmotionPoint, Id, IdSource, Journey, plain_text};
use std::collections::BTreeMap;

impl Clip {
    /// The texts as rows and columns: each lane its rows, cards of one cell below each other,
    /// steps apart by tabs. Texts that hold line breaks or tabs are quoted where there are several.
    pub fn to_text(&self) -> String {
        let mut lanes: BTreeMap<usize, BTreeMap<usize, Vec<String>>> = BTreeMap::new();
        let cards = self.cards.iter().map(|one| (one.lane, one.step, one.card.text.clone()));
        let points = self.points.iter().map(|one| (one.lane, one.step, point_text(&one.point)));
        for (lane, step, text) in cards.chain(points) {
            lanes.entry(lane).or_default().entry(step).or_default().push(text);
        }
        if let [ClipCard { card, .. }] = self.cards.as_slice()
            && self.points.is_empty()
        {
            return card.text.clone();
        }
        let mut rows = Vec::new();
        for cells in lanes.values() {
            let height = cells.values().map(Vec::len).max().unwrap_or(0);
            for row in 0..height {
                let mut line = String::new();
                let mut column = 0;
                for (step, texts) in cells {
                    let Some(text) = texts.get(row) else { continue };
                    line.extend(std::iter::repeat_n('\t', (*step).min(STEPS_MAX) - column));
                    column = (*step).min(STEPS_MAX);
                    line.push_str(&quoted(text));
                }
                rows.push(line);
            }
        }
        rows.join("\n")
    }
}

/// No map is this wide; a clip that was tampered with shall not fill the memory with tabs.
const STEPS_MAX: usize = 10_000;

/// A point as text: its face and what was said.
fn point_text(point: &EmotionPoint) -> String {
    format!("{} {}", point.shown_face(), point.quote).trim().to_owned()
}

/// A cell as spreadsheets write it: in quotes where it would be misread without.
fn quoted(text: &str) -> String {
    let misread =
        text.contains(['\n', '\r', '\t']) || (text.starts_with('"') && text.contains("\"\""));
    if misread { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

/// Cards from a text: each line a card down the cell at `at`, what stands after a tab in the next
/// step. The signs before the items of a list go, and other line breaks than the end of a line
/// (Shift+Enter in Word) are breaks in the card. Steps beyond the last are the last; all is parked where there is no such cell.
pub fn paste_text(text: &str, journey: &Journey, at: &Spot, ids: &mut IdSource) -> Change {
    let order = StepOrder::of(journey);
    let cell = match at {
        Spot::Cell { lane, step, index } => {
            order.index(step).map(|step| (lane.clone(), step, *index))
        }
        Spot::Parked { .. } => None,
    };
    let mut counts: BTreeMap<Id, usize> = BTreeMap::new();
    let mut cards = Vec::new();
    for (column, text) in text_cells(text) {
        let spot = match (&cell, at) {
            (Some((lane, first, index)), _) => {
                let step = order.at(first.saturating_add(column));
                let step = step.or_else(|| order.last()).cloned().unwrap_or_default();
                let start = if column == 0 { *index } else { usize::MAX };
                let count = counts.entry(step.clone()).or_insert(start);
                let index = *count;
                *count = count.saturating_add(1);
                Spot::Cell { lane: lane.clone(), step, index }
            }
            (None, Spot::Parked { index }) => {
                Spot::Parked { index: index.saturating_add(cards.len()) }
            }
            (None, Spot::Cell { .. }) => Spot::Parked { index: usize::MAX },
        };
        cards.push((spot, new_card(&text, ids)));
    }
    Change::AddCards(cards)
}

/// The texts of a table with the column each stands in, row by row; empty ones are left out, and
/// what is beyond [`TEXT_MAX`](crate::model::TEXT_MAX) characters in one.
pub fn text_cells(text: &str) -> Vec<(usize, String)> {
    let mut cells = cells(text);
    for (_, cell) in &mut cells {
        let end = within_text_max(cell).0.len();
        cell.truncate(end);
    }
    cells
}

/// Is a text of the table longer than [`TEXT_MAX`](crate::model::TEXT_MAX) characters?
pub fn is_too_long(text: &str) -> bool {
    let long = |cell: &str| within_text_max(cell).1;
    long(text) && cells(text).iter().any(|(_, cell)| long(cell))
}

/// The texts of a table in full.
fn cells(text: &str) -> Vec<(usize, String)> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rows: Vec<Vec<(usize, String)>> = vec![Vec::new()];
    let mut rest = text.as_str();
    let mut column = 0;
    while !rest.is_empty() {
        let (cell, after) = quoted_cell(rest).unwrap_or_else(|| plain_cell(rest));
        let cell = plain_text(&cell).trim().to_owned();
        if let Some(row) = rows.last_mut().filter(|_| !cell.is_empty()) {
            row.push((column, cell));
        }
        if after.starts_with('\t') {
            column += 1;
        } else {
            column = 0;
            rows.push(Vec::new());
        }
        rest = after.get(1..).unwrap_or("");
    }
    listed(rows).into_iter().flatten().collect()
}

/// A cell up to the next tab or line break, and the text from there.
fn plain_cell(text: &str) -> (String, &str) {
    let end = text.find(['\t', '\n']).unwrap_or(text.len());
    let (cell, after) = text.split_at(end);
    (cell.to_owned(), after)
}

/// A cell in quotes, as spreadsheets write those that hold line breaks, tabs or quotes, and the
/// text after it. Quotes around anything else belong to the text: somebody said so.
fn quoted_cell(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut cell = String::new();
    let mut rest = inner;
    let mut needed = false;
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        needed |= part.contains(['\n', '\t']);
        match after.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                needed = true;
                rest = next;
            }
            None if after.is_empty() || after.starts_with(['\t', '\n']) => {
                return needed.then_some((cell, after));
            }
            None => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse};
    use super::*;
    use crate::model::TEXT_MAX;
    use crate::model::Thing;

    #[test]
    fn tables_are_read_as_spreadsheets_write_them() {
        let rows: [(&str, &[(usize, &str)]); 14] = [
            ("", &[]),
            ("a", &[(0, "a")]),
            ("a\nb\n", &[(0, "a"), (0, "b")]),
            ("a\r\nb\rc\r\n", &[(0, "a"), (0, "b"), (0, "c")]),
            ("a\tb\n\tc\n", &[(0, "a"), (1, "b"), (1, "c")]),
            ("  a \n\n \t\t å 😀", &[(0, "a"), (2, "å 😀")]),
            ("\"a\nb\"\tc", &[(0, "a\nb"), (1, "c")]),
            ("\"he said \"\"no\"\"\"\tc", &[(0, "he said \"no\""), (1, "c")]),
            ("\"Why so slow?\"\n\"No idea\"", &[(0, "\"Why so slow?\""), (0, "\"No idea\"")]),
            ("\"open\nend", &[(0, "\"open"), (0, "end")]),
            ("\"a\nb\" c", &[(0, "\"a"), (0, "b\" c")]),
            ("a\u{0}\u{7}b", &[(0, "ab")]),
            // What Word writes for Shift+Enter is a line break in the card.
            ("Boka tid\u{b}på nätet\u{b}idag", &[(0, "Boka tid\npå nätet\nidag")]),
            ("a\u{c}b\u{85}c\u{2028}d\u{2029}e\nf", &[(0, "a\nb\nc\nd\ne"), (0, "f")]),
        ];
        for (text, expected) in rows {
            let found = cells(text);
            let found: Vec<_> =
                found.iter().map(|(column, cell)| (*column, cell.as_str())).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_too_long_is_cut_and_told() {
        let long = "å".repeat(TEXT_MAX);
        let rows = [
            (long.clone(), false, vec![TEXT_MAX]),
            (format!(" {long} \n{long}"), false, vec![TEXT_MAX, TEXT_MAX]),
            (format!("a\t{long}b\nc"), true, vec![1, TEXT_MAX, 1]),
        ];
        for (text, too_long, lengths) in rows {
            let cells = text_cells(&text);
            let found: Vec<usize> = cells.iter().map(|(_, cell)| cell.chars().count()).collect();
            assert_eq!((is_too_long(&text), found), (too_long, lengths));
        }
    }

    #[test]
    fn what_is_quoted_reads_back() {
        for text in ["a", "a\nb", "\"a\"", "\"a\"\"b", "a\tb", "a \"b\"\n"] {
            let table = format!("{}\tend", quoted(text));
            let expected = vec![(0, text.trim().to_owned()), (1, "end".to_owned())];
            assert_eq!(cells(&table), expected, "{text:?}");
        }
    }

    #[test]
    fn a_clip_as_text_is_a_table() {
        let rows = [
            ("A: a b\nL: [x] [y] / [z]\nM: / [w]", "x\tz\ny\n\tw"),
            ("A: a b\nL: / [x]", "x"),
            ("A: a b\nL: / [x]\n~E: p+1 /", "\tx\n😀"),
        ];
        for (map, text) in rows {
            let (project, mut selected) = parse(map);
            selected.push(Thing::Point { lane: id("E"), point: id("p") });
            let clip = Clip::of(&project, &project.journeys[0], &selected);
            assert_eq!(clip.to_text(), text);
        }
        assert!(Clip::from_json("{}").is_none() && Clip::from_json("a\tb").is_none());
    }
}
