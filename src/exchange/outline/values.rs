//! What is a figure, a duration or a feeling, as people and our own documents write them?

use crate::exchange::faces::felt as face;
use crate::model::{Duration, FEELING_MAX, FEELING_MIN, TimeUnit, feeling};

/// Is it a day or a month of a year, as ISO 8601 has them: `2026-02-10`?
pub(super) fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let year = parts
        .next()
        .is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    year && parts.clone().count() <= 2
        && parts.all(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()))
}

/// A number as it is written in either language: `1 240,5`, `1,240.5`, `−0,5`.
pub(super) fn number(text: &str) -> Option<f64> {
    let bare: String = text.trim().chars().filter(|c| !c.is_whitespace()).collect();
    let (sign, bare) = match bare.strip_prefix(['-', '−', '–']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, bare.trim_start_matches(['+', '±'])),
    };
    let is_digit = |c: char| c.is_ascii_digit();
    let all = bare.chars().all(|c| is_digit(c) || matches!(c, ',' | '.'));
    if !all || !bare.starts_with(is_digit) || !bare.ends_with(is_digit) {
        return None;
    }
    let plain = match (bare.rfind(','), bare.rfind('.')) {
        // Of both the last is the decimal one.
        (Some(comma), Some(point)) if comma > point => bare.replace('.', "").replace(',', "."),
        (Some(_), Some(_)) => bare.replace(',', ""),
        (Some(_), None) if groups(bare) => bare.replace(',', ""),
        (Some(_), None) => bare.replace(',', "."),
        (None, _) => bare.to_owned(),
    };
    let number: f64 = plain.parse().ok()?;
    number.is_finite().then_some(sign * number)
}

/// `1,240` and `1,240,500`: groups of three digits, which no decimals are written in.
fn groups(text: &str) -> bool {
    let mut parts = text.split(',');
    let first = parts.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && first != "0" && parts.all(|part| part.len() == 3)
}

/// The number that a text begins with, and what follows it.
pub(super) fn leading_number(text: &str) -> Option<(f64, &str)> {
    let text = text.trim_start();
    let is_of_number =
        |c: char| c.is_ascii_digit() || ",.−-+±".contains(c) || "\u{a0}\u{202f} ".contains(c);
    let end = text.find(|c| !is_of_number(c)).unwrap_or(text.len());
    let said = text.get(..end)?.trim_end_matches([',', '.', ' ', '\u{a0}', '-', '−']);
    Some((number(said)?, text.get(said.len()..)?))
}

/// Words for units, whole.
const UNITS: &[(&[&str], TimeUnit)] = &[
    (&["s", "sek", "sekund", "sekunder", "sec", "second", "seconds"], TimeUnit::Seconds),
    (&["min", "minut", "minuter", "minute", "minutes"], TimeUnit::Minutes),
    (&["h", "tim", "timme", "timmar", "hour", "hours"], TimeUnit::Hours),
    (&["d", "dag", "dagar", "dygn", "day", "days"], TimeUnit::Days),
    (&["v", "vecka", "veckor", "week", "weeks"], TimeUnit::Weeks),
    (&["mån", "månad", "månader", "month", "months"], TimeUnit::Months),
    (&["år", "year", "years"], TimeUnit::Years),
];

/// A duration: `2–8 veckor`, `1 week`, `löpande`, `3 visits`. None: it is none.
pub(super) fn duration(text: &str) -> Option<Duration> {
    let text = text.trim();
    if ["löpande", "ongoing"].contains(&text.to_lowercase().as_str()) {
        return Some(Duration { ongoing: true, ..Duration::default() });
    }
    let (ends, unit) = match text.find(|c: char| c.is_alphabetic()) {
        Some(at) => (text.get(..at)?, text.get(at..)?.trim_end_matches('.')),
        None => (text, ""),
    };
    let (from, to) = match ends.split_once(['–', '-']) {
        Some((from, to)) => (number(from)?, Some(number(to)?)),
        None => (number(ends)?, None),
    };
    let lower = unit.to_lowercase();
    let known = UNITS.iter().find(|(words, _)| words.contains(&lower.as_str()));
    let unit = match known {
        Some((_, unit)) => Some(unit.clone()),
        None => (!unit.is_empty()).then(|| TimeUnit::Other(unit.into())),
    };
    Some(Duration { from: Some(from), to, unit, ..Duration::default() })
}

/// A feeling and what else is said: of a text that begins with a face, a signed number, or both.
pub(super) fn felt(text: &str) -> Option<OutlinedFeeling<'_>> {
    let text = text.trim();
    let (shown, rest) = match (face(text), sign_before(text)) {
        (Some((value, shown, rest)), _) => (Some((Some(value), shown)), rest),
        (None, Some((shown, rest))) => (Some((None, shown)), rest),
        (None, None) => (None, text),
    };
    let signed = rest.starts_with(['+', '-', '−', '–', '±']);
    let figure = leading_number(rest).filter(|_| signed).filter(|(value, rest)| {
        let ends =
            rest.chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, ':' | ',' | '.'));
        (FEELING_MIN..=FEELING_MAX).contains(value) && ends
    });
    match (figure, shown) {
        (Some((value, rest)), shown) => Some(OutlinedFeeling {
            value: feeling(value),
            face: shown.map(|(_, face)| face),
            rest: rest.trim(),
        }),
        (None, Some((value, face))) => {
            Some(OutlinedFeeling { value: value?, face: Some(face), rest })
        }
        (None, None) => None,
    }
}

/// A sign that is no word and that nobody knows the feeling of, before a text.
fn sign_before(text: &str) -> Option<(&str, &str)> {
    let (sign, rest) = text.split_once(' ')?;
    let is_one = !sign.is_empty() && !sign.chars().any(|c| c.is_alphanumeric() || c.is_ascii());
    is_one.then(|| (sign, rest.trim_start()))
}

/// A feeling that was read.
#[derive(Debug, PartialEq)]
pub(super) struct OutlinedFeeling<'a> {
    /// −2 to 2.
    pub value: f64,
    /// The face that was shown.
    pub face: Option<&'a str>,
    /// What else is said.
    pub rest: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_both_languages() {
        let rows = [
            ("1\u{a0}240,5", Some(1240.5)),
            ("1,240.5", Some(1240.5)),
            ("1.240,5", Some(1240.5)),
            ("1,240", Some(1240.0)),
            ("0,240", Some(0.24)),
            ("4,2", Some(4.2)),
            ("−0,5", Some(-0.5)),
            ("±0,0", Some(0.0)),
            ("3500", Some(3500.0)),
            ("", None),
            ("inf", None),
            ("1e5", None),
            ("12 kr", None),
        ];
        for (text, expected) in rows {
            assert_eq!(number(text), expected, "{text}");
        }
        assert_eq!(leading_number("9\u{a0}400 in"), Some((9400.0, " in")));
        assert_eq!(leading_number("in 3"), None);
    }

    #[test]
    fn durations_are_read() {
        let rows = [
            ("2–8 veckor", Some((Some(2.0), Some(8.0), Some(TimeUnit::Weeks)))),
            ("1 minute", Some((Some(1.0), None, Some(TimeUnit::Minutes)))),
            ("0,5 h", Some((Some(0.5), None, Some(TimeUnit::Hours)))),
            ("3 besök", Some((Some(3.0), None, Some(TimeUnit::Other("besök".into()))))),
            ("löpande", Some((None, None, None))),
            ("snart", None),
            ("", None),
        ];
        for (text, expected) in rows {
            let found = duration(text).map(|one| (one.from, one.to, one.unit));
            assert_eq!(found, expected, "{text}");
        }
        assert!(duration("Ongoing").unwrap().ongoing);
    }

    #[test]
    fn feelings_are_read() {
        let said = |value, face, rest| Some(OutlinedFeeling { value, face, rest });
        let rows = [
            ("😀 +1,2 Maya: ”Twelve”", said(1.2, Some("😀"), "Maya: ”Twelve”")),
            ("😟 −0.8", said(-0.8, Some("😟"), "")),
            ("+2", said(2.0, None, "")),
            ("🤨 +0,1 Maya", said(0.1, Some("🤨"), "Maya")),
            ("🤨 jaha", None),
            ("🙂 skönt", said(0.5, Some("🙂"), "skönt")),
            ("+1 till bordet", said(1.0, None, "till bordet")),
            ("-5", None),
            ("3 saker", None),
            ("Glad", None),
        ];
        for (text, expected) in rows {
            assert_eq!(felt(text), expected, "{text}");
        }
    }
}
