//! Where may a word be broken that is wider than its line? By the patterns of its language, first
//! between the parts of a compound; in an address after its signs.

use crate::words::Lang;
use std::ops::Range;
use std::sync::LazyLock;

/// A place where a word may be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// Between the parts of a compound, or where the writer put a soft hyphen. A hyphen shows it.
    Joint,
    /// Between two syllables. A hyphen shows it.
    Syllable,
    /// After a sign of an address: a hyphen would be taken for a part of it.
    Sign,
}

/// So many letters of a word stand on each side of a hyphen at least.
const LEAST: usize = 3;
/// What is longer than this, in bytes, is no word of any language.
const LONGEST: usize = 200;
/// How far around a word is looked for the signs of an address, in bytes.
const AROUND: usize = 200;

/// Where what stands at `range` of `text`, which has no space, may be broken: bytes of `text`, in order.
pub fn points(text: &str, range: Range<usize>, lang: Lang) -> Vec<(usize, Point)> {
    let said = text.get(range.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let address = is_address(around(text, &range));
    let mut chars = said.char_indices().peekable();
    // Where the letters begin that were read last; none: after a digit they are no word.
    let mut word: Option<usize> = Some(0);
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let next = chars.peek().map(|(_, next)| *next);
        if !is_letter(c) {
            word = (!c.is_numeric()).then_some(end);
            if is_sign(c) && next.is_some_and(char::is_alphanumeric) && at > 0 {
                found.push((range.start + end, Point::Sign));
            }
        } else if next.is_none_or(|next| !is_letter(next))
            && let Some(start) = word.filter(|_| !address && !next.is_some_and(char::is_numeric))
            && let Some(word) = said.get(start..end)
        {
            let at = range.start + start;
            found.extend(
                within_word(word, lang).into_iter().map(|(place, point)| (at + place, point)),
            );
        }
    }
    found
}

/// What stands around a part of a text, without spaces.
fn around<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    let first = text.ceil_char_boundary(range.start.saturating_sub(AROUND));
    let last = text.floor_char_boundary(range.end.saturating_add(AROUND));
    let before = text.get(first..range.start).unwrap_or_default();
    let after = text.get(range.end..last).unwrap_or_default();
    let before = before.rfind(char::is_whitespace).map_or(first, |at| first + at);
    let after = after.find(char::is_whitespace).map_or(last, |at| range.end + at);
    text.get(before..after).unwrap_or_default().trim()
}

/// Is it a web or mail address, or the name of a file?
fn is_address(said: &str) -> bool {
    let dot = said.split('.').zip(said.split('.').skip(1)).any(|(before, after)| {
        before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
    });
    dot || said.contains("://") || said.contains(['@', '_', '=', '\\'])
}

fn is_sign(c: char) -> bool {
    matches!(c, '/' | '\\' | '.' | ',' | '_' | '-' | '@' | '=' | '&' | '?' | ':' | ';' | '+' | '#')
}

/// Is it a letter of a word, or a soft hyphen in it?
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}')
}

/// Where a word of letters may be broken, by byte. Where its writer put soft hyphens, first there, and
/// by the rules only within what stands between them.
fn within_word(word: &str, lang: Lang) -> Vec<(usize, Point)> {
    let rules = |part: &str| match part.len() <= LONGEST {
        true => by_rule(part, lang),
        false => Vec::new(),
    };
    if !word.contains('\u{ad}') {
        return rules(word);
    }
    let (mut found, mut at) = (Vec::new(), 0);
    for part in word.split_inclusive('\u{ad}') {
        let own = rules(part.trim_end_matches('\u{ad}')).into_iter();
        found.extend(own.map(|(place, _)| (at + place, Point::Syllable)));
        at += part.len();
        if at < word.len() || part.ends_with('\u{ad}') {
            found.push((at, Point::Joint));
        }
    }
    found
}

fn by_rule(word: &str, lang: Lang) -> Vec<(usize, Point)> {
    let patterns = match lang {
        Lang::Sv => hypher::Lang::Swedish,
        Lang::En => hypher::Lang::English,
    };
    let mut at = 0;
    let syllables = hypher::hyphenate_bounded(word, patterns, LEAST, LEAST);
    let mut places: Vec<usize> = syllables
        .map(|syllable| {
            at += syllable.len();
            at
        })
        .collect();
    places.pop();
    let joints = match lang {
        Lang::Sv => joints(&word.to_lowercase(), &places),
        Lang::En => Vec::new(),
    };
    // The patterns know few compounds: next to a joint they are wrong.
    let near = |place: &usize| {
        let between = |joint: &usize| {
            let (from, to) = (*joint.min(place), *joint.max(place));
            word.get(from..to).is_some_and(|said| said.chars().count() < LEAST)
        };
        joints.iter().any(between)
    };
    places.retain(|place| !near(place));
    let mut found: Vec<_> = places.into_iter().map(|place| (place, Point::Syllable)).collect();
    found.extend(joints.iter().map(|joint| (*joint, Point::Joint)));
    found.sort_unstable_by_key(|(place, _)| *place);
    found
}

/// What Swedish compounds are often made of, one on a line, in the order of the alphabet.
static PARTS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    include_str!("../../../assets/words/sv-parts.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// What verbs and their nouns begin with: they are no compound of it.
const PREFIXES: [&str; 14] = [
    "efter", "fram", "före", "genom", "ihop", "inne", "kring", "mellan", "med", "till", "under",
    "upp", "åter", "över",
];

/// Between which parts a Swedish compound is put together: after an s that joins, or before a part
/// that is known where one ends that is known or where the patterns, `places`, have a break.
fn joints(word: &str, places: &[usize]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let count = word.chars().count();
    for (index, (at, _)) in word.char_indices().enumerate() {
        if index < LEAST || count - index < LEAST {
            continue;
        }
        let (before, after) = word.split_at(at);
        let joins = before.strip_suffix('s').is_some_and(|stem| stem.ends_with(is_consonant));
        let place = places.contains(&at);
        let begins = PARTS.iter().any(|part| after.starts_with(part));
        let start = found.last().copied().unwrap_or_default();
        let first = before.get(start..).unwrap_or_default();
        if (start > 0 && first.chars().count() < LEAST) || PREFIXES.contains(&first) {
            continue;
        }
        if (joins && place) || (begins && (joins || place || is_part(first))) {
            found.push(at);
        }
    }
    found
}

/// Is it a part that is known, as it stands at the beginning of a compound?
fn is_part(said: &str) -> bool {
    let known = |said: &str| PARTS.binary_search(&said).is_ok();
    known(said) || said.strip_suffix('s').is_some_and(known)
}

fn is_consonant(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'å' | 'ä' | 'ö' | 's')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(word: &str, lang: Lang) -> String {
        let mut said = String::new();
        let mut from = 0;
        for (at, point) in points(word, 0..word.len(), lang) {
            said.push_str(&word[from..at]);
            said.push(if point == Point::Joint { '|' } else { '-' });
            from = at;
        }
        said + &word[from..]
    }

    #[test]
    fn parts_stand_in_order_and_are_words() {
        assert!(PARTS.is_sorted() && PARTS.len() > 200, "{}", PARTS.len());
        assert!(PARTS.iter().all(|part| part.chars().all(char::is_alphabetic)));
        assert!(PARTS.iter().all(|part| part.chars().count() >= LEAST), "{PARTS:?}");
    }

    #[test]
    fn words_are_broken_where_their_parts_meet_and_between_syllables() {
        for (lang, word) in [
            (Lang::Sv, "under-hålls|pla-ne-rings|syste-met"),
            (Lang::Sv, "kund|till-freds|stäl-lelse|under-sök-nings|resul-tat"),
            (Lang::Sv, "behovs|ana-lys"),
            (Lang::Sv, "reserv-dels|lager"),
            (Lang::Sv, "åter-för-säl-jar|avtal"),
            // The writer's own come first, and the rules within what is between them.
            (Lang::Sv, "upp\u{ad}|hand-ling\u{ad}|arbets-grupp"),
            (Lang::Sv, "intresse"),
            (Lang::Sv, "del"),
            (Lang::En, "ques-tion-naire"),
            (Lang::En, "pro-cure-ment"),
            (Lang::Sv, "www.-exempel.-se"),
            (Lang::Sv, "ABC123förpackningsmaskin"),
        ] {
            let whole = word.replace(['-', '|'], "");
            assert_eq!(broken(&whole, lang), word);
        }
    }
}
