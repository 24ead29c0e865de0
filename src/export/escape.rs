//! How texts and numbers stand in XML: escaped, short, and always the same.

use crate::model::{Id, plain_text};
use std::collections::HashSet;

/// Adds what `format!` would make, without making it first: memory takes all that is written to it.
macro_rules! add {
    ($out:expr, $($what:tt)*) => {
        drop(std::io::Write::write_fmt($out, format_args!($($what)*)))
    };
}
pub(super) use add;

/// Adds `text` to an attribute's value or between tags, as it is [shown](plain_text): so nothing is left
/// that XML cannot hold. Line breaks stay, also in attributes.
pub(super) fn escape(text: &str, out: &mut Vec<u8>) {
    let mut buffer = [0; 4];
    for c in plain_text(text).chars() {
        match c {
            '&' => out.extend(b"&amp;"),
            '<' => out.extend(b"&lt;"),
            '>' => out.extend(b"&gt;"),
            '"' => out.extend(b"&quot;"),
            '\n' => out.extend(b"&#10;"),
            '\t' => out.push(b' '),
            c => out.extend(c.encode_utf8(&mut buffer).as_bytes()),
        }
    }
}

/// Adds `value` with at most `decimals` (up to 6) behind the point and no zero that says nothing:
/// `12.5`, `-.25`, `0`. What is no number is 0.
pub(super) fn number(value: f32, decimals: u32, out: &mut Vec<u8>) {
    let unit = 10_i64.pow(decimals.min(6));
    // What is beyond this is no place on a map; the cast stops at the largest whole number.
    let whole = (f64::from(value) * unit as f64).round() as i64;
    if whole < 0 {
        out.push(b'-');
    }
    let whole = whole.unsigned_abs();
    let (before, mut behind) = (whole / unit as u64, whole % unit as u64);
    if before > 0 || behind == 0 {
        digits(before, 1, out);
    }
    if behind > 0 {
        out.push(b'.');
        let mut places = decimals.min(6);
        while behind.is_multiple_of(10) {
            behind /= 10;
            places -= 1;
        }
        digits(behind, places as usize, out);
    }
}

/// Adds a whole number with at least this many digits.
pub(super) fn digits(mut value: u64, least: usize, out: &mut Vec<u8>) {
    let mut buffer = [b'0'; 20];
    let mut at = buffer.len();
    while value > 0 || buffer.len() - at < least.clamp(1, 20) {
        at -= 1;
        buffer[at] = b'0' + (value % 10) as u8;
        value /= 10;
    }
    out.extend(&buffer[at..]);
}

/// PartNames for the parts of a document: none twice, whatever ids a file holds.
#[derive(Default)]
pub(super) struct PartNames(HashSet<String>);

impl PartNames {
    /// `kind-id`, or with a number behind it where that is taken.
    pub(super) fn name(&mut self, kind: &str, id: &Id) -> String {
        let mut name = format!("{kind}-");
        for c in id.as_str().chars().take(64) {
            match c {
                'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' => name.push(c),
                c => name.push_str(&format!("_{:x}", u32::from(c))),
            }
        }
        let mut free = name.clone();
        let mut number = 2;
        while !self.0.insert(free.clone()) {
            free = format!("{name}-{number}");
            number += 1;
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let rows = [
            (0.0, 2, "0"),
            (-0.001, 2, "0"),
            (12.5, 2, "12.5"),
            (-0.25, 2, "-.25"),
            (1.005, 1, "1"),
            (99.999, 2, "100"),
            (0.0046, 5, ".0046"),
            (10.02, 2, "10.02"),
            (f32::NAN, 2, "0"),
            (f32::INFINITY, 0, "9223372036854775807"),
        ];
        for (value, decimals, expected) in rows {
            let mut out = Vec::new();
            number(value, decimals, &mut out);
            assert_eq!(String::from_utf8_lossy(&out), expected, "{value}");
        }
    }

    #[test]
    fn texts_are_escaped_and_what_xml_cannot_hold_is_dropped() {
        let mut out = Vec::new();
        escape("a<b>&\"c\"\u{0}\u{8}\u{1b}\u{ffff}\n\t👩‍🚀\u{200b}\u{b}b", &mut out);
        let text = String::from_utf8_lossy(&out);
        assert_eq!(text, "a&lt;b&gt;&amp;&quot;c&quot;&#10; 👩‍🚀\u{200b}&#10;b");
    }

    #[test]
    fn no_name_is_given_twice() {
        let mut names = PartNames::default();
        let mut name = |id: &str| names.name("card", &Id::new(id));
        assert_eq!(name("ab12"), "card-ab12");
        assert_eq!(name("ab12"), "card-ab12-2");
        assert_eq!(name("a b\"ö"), "card-a_20b_22_f6");
        assert_eq!(name(""), "card-");
        assert_eq!(name(""), "card--2");
    }
}
