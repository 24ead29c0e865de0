//! What may a sheet be called, and how much fits in a cell? Excel's limits.

use crate::model::plain_text;
use std::collections::HashSet;

/// The longest name of a sheet, in UTF-16 units.
const NAME_MAX: usize = 31;
/// The longest text in a cell, in UTF-16 units.
pub(super) const CELL_MAX: usize = 32_767;

/// SheetNames of sheets, each once.
pub(super) struct SheetNames {
    taken: HashSet<String>,
}

impl SheetNames {
    /// No names yet but those Excel keeps to itself.
    pub(super) fn new() -> Self {
        // The sheet of tracked changes, in our languages.
        Self { taken: ["history", "historik"].map(String::from).into() }
    }

    /// A name as near to `title` as Excel allows, unlike all before it; `other` where nothing is
    /// left of the title.
    pub(super) fn name(&mut self, title: &str, other: &str) -> String {
        let mut name = fitted(title, NAME_MAX);
        if name.is_empty() {
            name = fitted(other, NAME_MAX);
        }
        let mut number = 2usize;
        let mut found = name.clone();
        while !self.taken.insert(found.to_lowercase()) {
            let end = format!(" ({number})");
            found = format!("{}{end}", fitted(&name, NAME_MAX - end.len()));
            number += 1;
        }
        found
    }
}

/// The title in one line, without what no name may hold, `most` units long at most.
fn fitted(title: &str, most: usize) -> String {
    let spaced = |c: char| if c.is_whitespace() { ' ' } else { c };
    let dashed = |c: char| if "[]:*?/\\".contains(c) { '-' } else { c };
    let line: String = plain_text(title).chars().map(spaced).map(dashed).collect();
    let edge = |c: char| c == '\'' || c.is_whitespace();
    let line = line.trim_matches(edge);
    head(line, most).0.trim_matches(edge).to_owned()
}

/// A text in pieces of at most `most` UTF-16 units; together they are the text.
pub(super) fn pieces(text: &str, most: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = head(rest, most.max(2));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

/// The start of a text, at most `most` UTF-16 units long, and the rest of it. A joined emoji or a
/// letter with its marks is not parted unless it alone is longer.
pub(super) fn head(text: &str, most: usize) -> (&str, &str) {
    // A character is at most as many units as bytes.
    if text.len() <= most {
        return (text, "");
    }
    let mut units = 0;
    let mut cut = text.len();
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > most {
            cut = at;
            break;
        }
    }
    if cut == text.len() {
        return (text, "");
    }
    let mut cursor = unicode_segmentation::GraphemeCursor::new(cut, text.len(), true);
    let whole = match cursor.is_boundary(text, 0) {
        Ok(false) => cursor.prev_boundary(text, 0).ok().flatten().filter(|at| *at > 0),
        _ => None,
    };
    text.split_at(whole.unwrap_or(cut))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_names_that_excel_takes() {
        let mut names = SheetNames::new();
        let long = "Så köper industriföretag en förpackningsmaskin";
        let rows = [
            ("Shoes", "Shoes"),
            ("shoes", "shoes (2)"),
            ("SHOES", "SHOES (3)"),
            ("a/b\\c:d*e?f[g]", "a-b-c-d-e-f-g-"),
            ("'quoted'", "quoted"),
            ("", "Untitled"),
            (" \n\u{7}", "Untitled (2)"),
            ("History", "History (2)"),
            (long, "Så köper industriföretag en för"),
            (long, "Så köper industriföretag en (2)"),
            ("two\nlines", "two lines"),
            ("0123456789012345678901234567👩🏾‍⚕️", "0123456789012345678901234567"),
            ("012345678901234567890123456789'a", "012345678901234567890123456789"),
        ];
        for (title, expected) in rows {
            let found = names.name(title, "Untitled");
            assert_eq!(found, expected, "{title:?}");
            assert!(found.encode_utf16().count() <= NAME_MAX);
        }
    }

    #[test]
    fn pieces_fit_and_together_are_the_text() {
        let family = "👩🏾‍⚕️";
        let marks = format!("e{}", "\u{301}".repeat(50));
        for text in ["", "abc", "abcdefghijk", &family.repeat(9), &marks, "😀😀😀😀😀😀😀"]
        {
            for most in [2, 9, 10, 40] {
                let pieces = pieces(text, most);
                assert_eq!(pieces.concat(), text);
                let fits = |piece: &&str| (1..=most).contains(&piece.encode_utf16().count());
                assert!(pieces.iter().all(fits), "{text:?} in {most}");
            }
        }
        assert_eq!(pieces(&family.repeat(3), 10), [family; 3], "an emoji stays whole");
    }
}
