//! What of a text is shown: line breaks of every kind are one kind, and signs that cannot be shown
//! are left out. All that is drawn, written by an export, pasted or typed goes through here; a file
//! keeps its texts as they are until somebody edits them.

use std::borrow::Cow;

/// The text as it is shown: every kind of line break is `\n`, and what no font and no format can
/// show is left out. Tabs stay.
///
/// Word and PowerPoint write a vertical tab where Shift+Enter was pressed, old printers a form
/// feed, mainframes U+0085, and Unicode has U+2028 and U+2029 for lines and paragraphs.
pub fn plain_text(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b'\n' | b'\t' | b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    if !text.chars().any(|c| is_other_break(c) || !is_shown(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            c if is_other_break(c) => out.push('\n'),
            c if is_shown(c) => out.push(c),
            _ => {}
        }
        after_return = c == '\r';
    }
    Cow::Owned(out)
}

/// The text on one line: with one space between its words. Spaces at which no line may end stay what
/// they are, as in `1 240` and `4,2 %`.
pub fn on_one_line(text: &str) -> String {
    words_of(&plain_text(text)).collect::<Vec<_>>().join(" ")
}

/// The words of a text: what stands between spaces at which a line may end.
pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() && !is_no_break(c)).filter(|word| !word.is_empty())
}

/// Is it a space at which no line may end?
pub fn is_no_break(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// What was said, without the quotation marks somebody typed around it.
pub fn unquoted(quote: &str) -> &str {
    let marks = ['"', '“', '”', '„', '»', '«'];
    let quote = quote.trim();
    let inner = quote.strip_prefix(marks).and_then(|rest| rest.strip_suffix(marks));
    inner.map_or(quote, str::trim)
}

/// Does a line end here, by another sign than `\n`?
pub fn is_other_break(c: char) -> bool {
    matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Can it be shown, or does it say how others are? Control characters cannot, nor what Unicode
/// says is no character (a file format may refuse it, as XML does U+FFFE).
fn is_shown(c: char) -> bool {
    let code = u32::from(c);
    let no_character = code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code);
    matches!(c, '\n' | '\t') || !(c.is_control() || no_character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_break_is_one_and_what_cannot_be_shown_goes() {
        let rows = [
            ("", ""),
            ("plain\ttext\n", "plain\ttext\n"),
            ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
            ("a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f", "a\nb\nc\nd\ne\nf"),
            ("a\r\u{b}b", "a\n\nb"),
            ("\u{0}a\u{7}\u{1b}[31m\u{9f}\u{7f}b\u{ffff}\u{fdd0}\u{1fffe}", "a[31mb"),
            ("👩🏾‍⚕️ שלום \u{200b}e\u{301}\u{ad}", "👩🏾‍⚕️ שלום \u{200b}e\u{301}\u{ad}"),
        ];
        for (given, expected) in rows {
            assert_eq!(plain_text(given), expected, "{given:?}");
            assert!(matches!(plain_text(expected), Cow::Borrowed(_)), "nothing is left to do");
        }
    }

    #[test]
    fn on_one_line_a_figure_stays_with_its_unit() {
        let rows = [
            ("", ""),
            ("  a \n\tb\u{2028}c ", "a b c"),
            (
                "1\u{a0}240  av\u{a0}5\u{202f}000\u{2007}%",
                "1\u{a0}240 av\u{a0}5\u{202f}000\u{2007}%",
            ),
        ];
        for (given, expected) in rows {
            assert_eq!(on_one_line(given), expected, "{given:?}");
        }
    }
}
