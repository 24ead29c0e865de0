//! Is what stands in a file within the limits? Asked of its text, before anything is made of it.

use super::error::Why;
use crate::model::Project;

use crate::model::limits::{CARDS_MAX, TEXT_BYTES_MAX, VALUES_MAX};
use memchr::memchr3;

/// Looks at the texts and values of a file without keeping any of them; says how deep it nests.
pub(super) fn within_limits(text: &str) -> Result<usize, Why> {
    let bytes = text.as_bytes();
    let (mut values, mut at) = (0_usize, 0);
    let (mut level, mut deepest) = (0_usize, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                let end = end_of_text(bytes, at + 1);
                if end - at > TEXT_BYTES_MAX && !is_picture(bytes.get(..at).unwrap_or_default()) {
                    return Err(Why::TextTooLong);
                }
                at = end;
            }
            // As many values as what begins and what parts them.
            b',' | b'{' | b'[' => {
                values += 1;
                if values > VALUES_MAX {
                    return Err(Why::TooManyValues);
                }
                if *byte != b',' {
                    level += 1;
                    deepest = deepest.max(level);
                }
            }
            b'}' | b']' => level = level.saturating_sub(1),
            // Half of a file is the room before its lines.
            b' ' => {
                while bytes.get(at + 1..at + 9) == Some(b"        ") {
                    at += 8;
                }
            }
            _ => {}
        }
        at += 1;
    }
    Ok(deepest)
}

/// Where the text ends that begins at `at`: at its quote, or at the end of its line.
fn end_of_text(bytes: &[u8], mut at: usize) -> usize {
    while let Some(next) = bytes.get(at..).and_then(|rest| memchr3(b'"', b'\n', b'\\', rest)) {
        at += next;
        if bytes.get(at) != Some(&b'\\') {
            return at;
        }
        at += 2;
    }
    bytes.len()
}

/// Is what follows `before` the data of a picture?
fn is_picture(before: &[u8]) -> bool {
    let key = before.trim_ascii_end().strip_suffix(b":");
    key.is_some_and(|key| key.trim_ascii_end().ends_with(b"\"data\""))
}

/// Has a project no more cards than may be?
pub(super) fn has_few_cards(project: &Project) -> bool {
    let lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
    lanes.map(|lane| lane.cards.len()).sum::<usize>() + project.parked.len() <= CARDS_MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_values_are_counted_before_they_are_read() {
        let text = |length: usize, key: &str| format!("{{\"{key}\": \"{}\"}}", "a".repeat(length));
        let list = |values: usize| format!("[{}]", ",".repeat(values - 1));
        let rows = [
            (text(TEXT_BYTES_MAX - 1, "text"), Ok(1)),
            (text(TEXT_BYTES_MAX, "text"), Err(Why::TextTooLong)),
            (text(TEXT_BYTES_MAX * 2, "data"), Ok(1)),
            (list(VALUES_MAX), Ok(1)),
            (list(VALUES_MAX + 1), Err(Why::TooManyValues)),
            // In a text they are signs.
            (format!("\"{}\"", "\\\",{[".repeat(300_000)), Ok(0)),
            ("{\"a]}\": [[1, {}], []]}".into(), Ok(4)),
            (format!("{}\"", "\"\\\\\",".repeat(VALUES_MAX + 1)), Err(Why::TooManyValues)),
        ];
        for (at, (text, expected)) in rows.into_iter().enumerate() {
            assert_eq!(within_limits(&text), expected, "{at}");
        }
    }
}
