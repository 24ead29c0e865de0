//! Numbers as they are typed: with comma or point, spaces, signs of minus and per cent.

use crate::words::Lang;

/// Why a text is not the number that was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum BadNumber {
    NotANumber,
    OutOfRange,
}

/// A number to be edited: all its decimals, no groups.
pub(super) fn editable(lang: Lang, value: f64) -> String {
    let text = if value != 0.0 && !(1e-9..1e15).contains(&value.abs()) {
        format!("{value:e}")
    } else {
        format!("{value}")
    };
    let text = text.replace('-', "−");
    match lang {
        Lang::Sv => text.replace('.', ","),
        Lang::En => text,
    }
}

/// The number in `text`, within `low` to `high`; nothing for an empty text.
pub(super) fn parse(
    lang: Lang,
    text: &str,
    (low, high): (f64, f64),
) -> Result<Option<f64>, BadNumber> {
    let mut plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    plain = plain.trim_end_matches('%').replace('−', "-");
    if plain.is_empty() {
        return Ok(None);
    }
    // `inf` and `nan` are numbers to Rust, not to us.
    if !plain.chars().all(|c| c.is_ascii_digit() || "+-.,eE".contains(c)) {
        return Err(BadNumber::NotANumber);
    }
    let value: f64 = decimal(lang, &plain).parse().map_err(|_| BadNumber::NotANumber)?;
    if !value.is_finite() {
        return Err(BadNumber::OutOfRange);
    }
    if value < low || value > high {
        return Err(BadNumber::OutOfRange);
    }
    // Adding zero turns −0 into 0.
    Ok(Some(value + 0.0))
}

/// The same number with a point for its decimals and no groups.
fn decimal(lang: Lang, text: &str) -> String {
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    match (commas, points) {
        (0, 0 | 1) => text.to_owned(),
        // Both: the last one separates the decimals.
        (1.., 1..) if text.rfind(',') > text.rfind('.') => text.replace('.', "").replace(',', "."),
        (1.., 1..) => text.replace(',', ""),
        (0, _) => text.replace('.', ""),
        (1, 0) if lang == Lang::En && is_group(text) => text.replace(',', ""),
        (1, 0) => text.replace(',', "."),
        _ => text.replace(',', ""),
    }
}

/// Is it like `1,240`, which is a thousand and more where commas group?
fn is_group(text: &str) -> bool {
    let Some((whole, rest)) = text.split_once(',') else { return false };
    let digits = whole.trim_start_matches(['+', '-']);
    (1..=3).contains(&digits.len())
        && !digits.starts_with('0')
        && rest.len() == 3
        && rest.chars().all(|c| c.is_ascii_digit())
}

/// Numbers with spaces or semicolons between them.
pub(super) fn parse_list(lang: Lang, text: &str) -> Result<Vec<f64>, BadNumber> {
    // The space that groups digits does not break, so it separates nothing.
    let words = text.split(|c: char| c == ';' || (c.is_whitespace() && c != '\u{a0}'));
    let mut numbers = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        // A comma left at the end separated this number from the next.
        let word = word.trim_end_matches(',');
        numbers.extend(parse(lang, word, (f64::MIN, f64::MAX))?);
    }
    Ok(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let any = (f64::MIN, f64::MAX);
        let rows = [
            (Lang::Sv, "4,2", Ok(Some(4.2))),
            (Lang::Sv, "4.2", Ok(Some(4.2))),
            (Lang::Sv, "1\u{a0}240,5 %", Ok(Some(1240.5))),
            (Lang::Sv, "1.240,5", Ok(Some(1240.5))),
            (Lang::En, "1,240.5", Ok(Some(1240.5))),
            (Lang::En, "1,240", Ok(Some(1240.0))),
            (Lang::Sv, "1,240", Ok(Some(1.24))),
            (Lang::En, "0,125", Ok(Some(0.125))),
            (Lang::Sv, "−3", Ok(Some(-3.0))),
            (Lang::Sv, "-0", Ok(Some(0.0))),
            (Lang::Sv, "  ", Ok(None)),
            (Lang::Sv, "12x", Err(BadNumber::NotANumber)),
            (Lang::Sv, "nan", Err(BadNumber::NotANumber)),
            (Lang::Sv, "inf", Err(BadNumber::NotANumber)),
            (Lang::Sv, "1e999", Err(BadNumber::OutOfRange)),
            (Lang::Sv, "--", Err(BadNumber::NotANumber)),
            (Lang::Sv, "😀", Err(BadNumber::NotANumber)),
        ];
        for (lang, text, expected) in rows {
            assert_eq!(parse(lang, text, any), expected, "{text}");
        }
        assert_eq!(parse(Lang::Sv, "101", (0.0, 100.0)), Err(BadNumber::OutOfRange));
    }

    #[test]
    fn what_is_shown_reads_back_as_the_same_number() {
        for value in [0.0, -1.6, 4.25, 1240.0, 1.0 / 3.0, 1e300, f64::MIN, 5e-324] {
            for lang in [Lang::Sv, Lang::En] {
                let text = editable(lang, value);
                let back = parse(lang, &text, (f64::MIN, f64::MAX));
                assert_eq!(back, Ok(Some(value)), "{text}");
            }
        }
    }

    #[test]
    fn lists_of_numbers_allow_spaces_and_semicolons() {
        assert_eq!(parse_list(Lang::Sv, "1,5; 2  3"), Ok(vec![1.5, 2.0, 3.0]));
        assert_eq!(parse_list(Lang::En, "1, 2, 3"), Ok(vec![1.0, 2.0, 3.0]));
        assert_eq!(parse_list(Lang::Sv, ""), Ok(Vec::new()));
        assert_eq!(parse_list(Lang::Sv, "1 två"), Err(BadNumber::NotANumber));
    }
}
