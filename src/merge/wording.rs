//! Can changes at different places of one text be made both?

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// Texts of more words than this are not taken apart.
const WORDS_MAX: usize = 5_000;

/// The text with the changes of both; none where they touch: between two changes at least one word
/// must have stayed as it was.
pub(super) fn merged_text(base: &str, ours: &str, theirs: &str) -> Option<String> {
    let (base, ours, theirs) = (pieces(base), pieces(ours), pieces(theirs));
    if [&base, &ours, &theirs].iter().any(|text| text.len() > 2 * WORDS_MAX) {
        return None;
    }
    let mut changes: Vec<Replaced> =
        [replaced(&base, &ours), replaced(&base, &theirs)].into_iter().flatten().collect();
    changes.sort_by(|a, b| (a.at.start, a.at.end, &a.by).cmp(&(b.at.start, b.at.end, &b.by)));
    // What both changed alike is one change.
    changes.dedup_by(|a, b| a.at == b.at && a.by == b.by);
    let mut text = String::new();
    let mut end = 0;
    for (index, change) in changes.iter().enumerate() {
        let between = base.get(end..change.at.start)?;
        if index > 0 && !between.iter().any(|piece| is_word(piece)) {
            return None;
        }
        text.extend(between.iter().copied());
        text.extend(change.by.iter().copied());
        end = change.at.end;
    }
    text.extend(base.get(end..)?.iter().copied());
    Some(text)
}

/// Words of two texts beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordChange {
    /// They stand in both.
    Same,
    /// They stand in the second only.
    New,
    /// They stood in the first only.
    Gone,
}

/// Both texts in one, piece by piece: what stayed, what came and what went. White space goes with the
/// words before it.
pub fn changed_words(before: &str, after: &str) -> Vec<(WordChange, String)> {
    let (old, new) = (pieces(before), pieces(after));
    if [&old, &new].iter().any(|text| text.len() > 2 * WORDS_MAX) {
        let parts = [(WordChange::Gone, before.to_owned()), (WordChange::New, after.to_owned())];
        return parts.into_iter().collect();
    }
    let mut changed: Vec<(WordChange, String)> = Vec::new();
    let mut put = |how: WordChange, text: String| match changed.last_mut() {
        Some((last, so_far)) if *last == how => so_far.push_str(&text),
        _ if text.is_empty() => {}
        _ => changed.push((how, text)),
    };
    let mut at = 0;
    for Replaced { at: range, by } in replaced(&old, &new) {
        put(WordChange::Same, old.get(at..range.start).unwrap_or_default().concat());
        put(WordChange::New, by.concat());
        put(WordChange::Gone, old.get(range.clone()).unwrap_or_default().concat());
        at = range.end;
    }
    put(WordChange::Same, old.get(at..).unwrap_or_default().concat());
    changed
}

/// Pieces of the old text, and what stands there now.
struct Replaced<'a> {
    at: Range<usize>,
    by: Vec<&'a str>,
}

fn replaced<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Replaced<'a>> {
    let mut changes: Vec<Replaced<'a>> = Vec::new();
    for change in capture_diff_slices(Algorithm::Myers, old, new) {
        if matches!(change, DiffOp::Equal { .. }) {
            continue;
        }
        let at = change.old_range();
        let by = new.get(change.new_range()).unwrap_or_default();
        // Only white space between two changes of one hand: they are one.
        match changes.last_mut() {
            Some(last) if !old.get(last.at.end..at.start).is_some_and(holds_word) => {
                last.by.extend(old.get(last.at.end..at.start).unwrap_or_default());
                last.by.extend(by);
                last.at.end = at.end;
            }
            _ => changes.push(Replaced { at, by: by.to_vec() }),
        }
    }
    changes
}

fn holds_word(pieces: &[&str]) -> bool {
    pieces.iter().any(|piece| is_word(piece))
}

fn is_word(piece: &str) -> bool {
    !piece.chars().all(char::is_whitespace)
}

/// Words, and the white space between them.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let other = |sign: char| sign.is_whitespace() != first.is_whitespace();
        let (piece, after) = rest.split_at(rest.find(other).unwrap_or(rest.len()));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_apart_are_both_made_and_those_that_touch_are_not() {
        let base = "Kunden ringer och väntar länge i kön";
        let rows = [
            (
                "Kunden mejlar och väntar länge i kön",
                "Kunden ringer och väntar länge hemma",
                Some("Kunden mejlar och väntar länge hemma"),
            ),
            (
                "Nu: Kunden ringer och väntar länge i kön",
                "Kunden ringer och väntar länge i kön!",
                Some("Nu: Kunden ringer och väntar länge i kön!"),
            ),
            // Both alike, and one of them more.
            (
                "Hon ringer och väntar länge i kön",
                "Hon ringer och väntar i kön",
                Some("Hon ringer och väntar i kön"),
            ),
            // The same word.
            ("Kunden mejlar och väntar länge i kön", "Kunden chattar och väntar länge i kön", None),
            // Words side by side.
            ("Gästen ringer och väntar länge i kön", "Kunden chattar och väntar länge i kön", None),
            // Put in at the same place.
            (
                "Kunden ringer och väntar länge i kön nu",
                "Kunden ringer och väntar länge i kön då",
                None,
            ),
            // Taken away by one, changed by the other.
            ("Kunden ringer", "Kunden ringer och väntar kort i kön", None),
        ];
        for (ours, theirs, expected) in rows {
            assert_eq!(merged_text(base, ours, theirs).as_deref(), expected, "{ours} / {theirs}");
            assert_eq!(merged_text(base, theirs, ours).as_deref(), expected, "{theirs} / {ours}");
        }
        let told = |before: &str, after: &str| {
            let marked = changed_words(before, after).into_iter().map(|(how, text)| match how {
                WordChange::Same => text,
                WordChange::New => format!("+{text}+"),
                WordChange::Gone => format!("-{text}-"),
            });
            marked.collect::<String>()
        };
        assert_eq!(
            told("Priset på sidan elva", "Priset på sidan tolv"),
            "Priset på sidan +tolv+-elva-"
        );
        assert_eq!(told("", "nytt"), "+nytt+");
        assert_eq!(told("gammalt", ""), "-gammalt-");
        assert_eq!(told("samma", "samma"), "samma");
        assert_eq!(merged_text("", "a", "b"), None);
        assert_eq!(merged_text("en", "en två", "noll en").as_deref(), Some("noll en två"));
    }
}
