//! How high is a row of a sheet so that each line of its cells is seen, in Excel and in LibreOffice?
//!
//! Nothing of a font is known when a workbook is written: Excel has Calibri, LibreOffice the font that
//! stands in for it, which is often wider. So letters are measured by kind, as wide as in the widest of
//! those fonts, and a line is as high as in the highest. A row is rather a line too high than too low.

use unicode_segmentation::UnicodeSegmentation;

/// A line of text, in points.
const LINE: f64 = 15.0;
/// Above and below all lines, in points.
const AROUND: f64 = 3.0;
/// The highest row a sheet has, in points.
const ROW_MAX: f64 = 409.0;
/// How much of a column's width, in characters, is not for its text.
const PADDING: f64 = 1.0;
/// How much wider letters in bold are.
const BOLD: f64 = 1.1;

/// The height of a row in points whose cells hold these texts in columns of these widths, in
/// characters; none where each has one line, as programs know that height best.
pub(super) fn row_height<'a>(
    texts: impl Iterator<Item = (&'a str, f64)>,
    bold: bool,
) -> Option<f64> {
    let most = texts.map(|(text, width)| lines(text, width, bold)).max().unwrap_or_default();
    (most > 1).then(|| (most as f64 * LINE + AROUND).min(ROW_MAX))
}

/// How many lines a text takes in a column of this width, in characters.
fn lines(text: &str, width: f64, bold: bool) -> usize {
    let room = (width - PADDING).max(1.0) / if bold { BOLD } else { 1.0 };
    text.split('\n').map(|line| wrapped(line, room)).sum()
}

/// How many lines one line of a text breaks into.
fn wrapped(line: &str, room: f64) -> usize {
    let (mut count, mut used) = (1, 0.0);
    for word in line.split_word_bounds() {
        let width: f64 = word.chars().map(wide).sum();
        if used + width <= room {
            used += width;
        } else if word.trim().is_empty() {
            // Spaces at the end of a line take no room.
            used = room;
        } else if width <= room {
            count += 1;
            used = width;
        } else {
            // A word too wide for a line is broken at any letter.
            let all = used + width;
            let more = (all / room).ceil() as usize - 1;
            count += more;
            used = all - more as f64 * room;
        }
    }
    count
}

/// How wide a letter is, in digits.
fn wide(letter: char) -> f64 {
    match letter {
        'i' | 'l' | 'j' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.6,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '"' => 0.7,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 1.6,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        letter if letter.is_uppercase() => 1.3,
        // Letters of East Asia and emoji are squares.
        '\u{1100}'..='\u{115f}' | '\u{2600}'..='\u{27bf}' | '\u{2e80}'..='\u{ffef}' => 2.2,
        letter if u32::from(letter) > 0xffff => 2.2,
        _ => 1.05,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_as_many_lines_as_it_needs() {
        let rows = [
            ("", 20.0, 1),
            ("Short", 20.0, 1),
            ("one\ntwo\n\nfour", 20.0, 4),
            ("one two three four", 11.0, 2),
            ("Upphandlingsförberedelsearbete", 11.0, 3),
            ("お茶お茶お茶", 9.0, 2),
            ("a b c d e f g h i", 4.0, 5),
        ];
        for (text, width, expected) in rows {
            assert_eq!(lines(text, width, false), expected, "{text:?} in {width}");
        }
        assert!(lines(&"word ".repeat(40), 26.0, true) > lines(&"word ".repeat(40), 26.0, false));
    }

    #[test]
    fn a_row_is_as_high_as_its_fullest_cell_and_never_higher_than_a_sheet_can() {
        let short = ("Short", 20.0);
        assert_eq!(row_height([short].into_iter(), false), None);
        let two = ("one\ntwo", 20.0);
        assert_eq!(row_height([short, two].into_iter(), false), Some(33.0));
        let long = "word\n".repeat(400);
        assert_eq!(row_height([(long.as_str(), 20.0)].into_iter(), false), Some(ROW_MAX));
    }
}
