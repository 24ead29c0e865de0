//! Where may a word be broken that is wider than its line? By the patterns of its language, first
//! between the parts of a compound; in an address after its signs.

use crate::words::Lang;
use std::ops::Range;
use std::sync::LazyLock;

/// A place where a word may be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    /// Between the parts of a compound, or where the writer put a soft hyphen. A hyphen shows it.
    Joint,
    /// Between those of a part that is a compound itself: "förpacknings-maskin" before "reserv-del".
    /// A hyphen shows it.
    Inner,
    /// Between two syllables. A hyphen shows it.
    Syllable,
    /// After a sign of an address: a hyphen would be taken for a part of it.
    Sign,
}

/// So many letters of a word stand on each side of a hyphen at least.
const LEAST: usize = 3;
/// What is longer than this, in bytes, is no word of any language.
const LONGEST: usize = 200;
/// No part that is known has more letters than this and the [`LEAST`].
const LONGEST_PART: usize = 24;
/// How far around a word is looked for the signs of an address, in bytes.
const AROUND: usize = 200;

/// Where what stands at `range` of `text`, which has no space, may be broken: bytes of `text`, in order.
pub(super) fn points(text: &str, range: Range<usize>, lang: Lang) -> Vec<(usize, Point)> {
    let said = text.get(range.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let around = around(text, &range);
    let no_word = is_address(around) || is_code(around);
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
            && let Some(start) = word.filter(|_| !no_word && !next.is_some_and(char::is_numeric))
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
    let path = said.starts_with(['/', '#']);
    dot || path || said.contains("://") || said.contains(['@', '_', '=', '\\'])
}

/// Is it a number of an article or an order: capitals with digits among them? A hyphen would be taken
/// for a part of it.
fn is_code(said: &str) -> bool {
    said.contains(char::is_numeric)
        && said.contains(char::is_uppercase)
        && !said.contains(char::is_lowercase)
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
    let (joints, within) = match lang {
        Lang::Sv => joints(&word.to_lowercase(), &places),
        Lang::En => Default::default(),
    };
    // The patterns know few compounds: next to a joint they are wrong.
    let near = |place: &usize| {
        let between = |joint: &usize| {
            let (from, to) = (*joint.min(place), *joint.max(place));
            word.get(from..to).is_some_and(|said| said.chars().count() < LEAST)
        };
        joints.iter().chain(&within).any(between)
    };
    places.retain(|place| !near(place));
    let mut found: Vec<_> = places.into_iter().map(|place| (place, Point::Syllable)).collect();
    found.extend(joints.iter().map(|joint| (*joint, Point::Joint)));
    found.extend(within.iter().map(|joint| (*joint, Point::Inner)));
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
const PREFIXES: [&str; 24] = [
    "bort", "efter", "fram", "från", "för", "före", "genom", "hop", "hän", "ihop", "inne", "kring",
    "mellan", "med", "mot", "ned", "sam", "samman", "till", "under", "upp", "vid", "åter", "över",
];
/// And those that are too short to be taken for a part.
const SHORT_PREFIXES: [&str; 7] = ["an", "av", "be", "in", "om", "på", "ut"];

/// The last part is surely one if it is known and so long, but for what ends other words, too.
const LONG: usize = 5;
const ALSO_ENDS: [&str; 3] = ["enhet", "order", "ägande"];
/// What Swedish nouns end in.
#[rustfmt::skip]
const ENDINGS: [&str; 22] = [
    "", "ar", "arna", "arnas", "ars", "e", "en", "ens", "er", "erna", "ernas", "ers", "et", "ets", "n",
    "na", "ns", "or", "orna", "r", "s", "t",
];

/// Between which parts a Swedish compound is put together: after an s that joins, or before a part
/// that is known, where one ends that is known or where the patterns, `places`, have a break, or where
/// it is the last. And, second, where such places are within a part that is known.
fn joints(word: &str, places: &[usize]) -> (Vec<usize>, Vec<usize>) {
    let (mut found, mut within) = (Vec::new(), Vec::new());
    let count = word.chars().count();
    for (index, (at, _)) in word.char_indices().enumerate() {
        if index < LEAST || count - index < LEAST {
            continue;
        }
        let (before, after) = word.split_at(at);
        let joins = before.strip_suffix('s').is_some_and(|stem| stem.ends_with(is_consonant));
        let place = places.contains(&at);
        let start = found.last().copied().unwrap_or_default();
        let first = before.get(start..).unwrap_or_default();
        if (start > 0 && first.chars().count() < LEAST) || PREFIXES.contains(&first) {
            continue;
        }
        let begins = || part_at(after).is_some();
        let ends = joins || is_part(first) || (place && !ends_in_prefix(first));
        let meets = (ends && begins()) || is_last_part(first, after);
        let part = part_at(word.get(start..).unwrap_or_default());
        let inside = part.is_some_and(|part| start + part.len() > at);
        match (meets, inside) {
            (true, true) => within.push(at),
            (true, false) => found.push(at),
            // An s in "tjänste" joins nothing.
            (false, false) if joins && place => found.push(at),
            (false, _) => {}
        }
    }
    (found, within)
}

/// The longest part that is known and that this begins with.
fn part_at(said: &str) -> Option<&str> {
    let ends =
        said.char_indices().map(|(at, c)| at + c.len_utf8()).skip(LEAST - 1).take(LONGEST_PART);
    let found = ends.filter_map(|end| said.get(..end).filter(|said| is_known(said)));
    found.last()
}

/// Is this the last part of a compound, behind `first`?
fn is_last_part(first: &str, said: &str) -> bool {
    let Some(part) = part_at(said).filter(|part| part.chars().count() >= LONG) else {
        return false;
    };
    let ending = said.get(part.len()..).unwrap_or_default();
    ENDINGS.contains(&ending) && !ALSO_ENDS.contains(&part) && !ends_in_prefix(first)
}

/// May what follows begin before this ends? "nyan-ställning" is none.
fn ends_in_prefix(said: &str) -> bool {
    PREFIXES.iter().chain(&SHORT_PREFIXES).any(|prefix| said.ends_with(prefix))
}

fn is_known(part: &str) -> bool {
    PARTS.binary_search(&part).is_ok()
}

/// Is it a part that is known, as it stands at the beginning of a compound?
fn is_part(said: &str) -> bool {
    is_known(said) || said.strip_suffix('s').is_some_and(is_known)
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
            said.push(match point {
                Point::Joint => '|',
                Point::Inner => '~',
                Point::Syllable | Point::Sign => '-',
            });
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
            (Lang::Sv, "kund|till-freds~stäl-lelse|under-sök-nings|resul-tat"),
            (Lang::Sv, "han-dels|platt~forms|leve-ran-tör"),
            (Lang::Sv, "reserv-dels|lager"),
            (Lang::Sv, "åter-för-säl-jar|avtal"),
            // The writer's own come first, and the rules within what is between them.
            (Lang::Sv, "upp\u{ad}|hand-ling\u{ad}|arbets-grupp"),
            (Lang::Sv, "intresse"),
            (Lang::Sv, "med-ve-ten-het"),
            (Lang::Sv, "pre-sta-tio-nen"),
            (Lang::Sv, "del"),
            (Lang::En, "ques-tion-naire"),
            (Lang::En, "pro-cure-ment"),
            (Lang::Sv, "www.-exempel.-se"),
            (Lang::Sv, "ABC123förpackningsmaskin"),
            (Lang::Sv, "FÖRPACKNING2024"),
            (Lang::Sv, "/kundservice/-beställningar"),
            (Lang::Sv, "KUND|SER-VICE"),
        ] {
            let whole = word.replace(['-', '|', '~'], "");
            assert_eq!(broken(&whole, lang), word);
        }
    }

    #[test]
    fn compounds_of_the_trade_are_broken_at_their_joints() {
        // Customers, care, municipality, industry, trade, insurance and bank; parted by hand.
        let words = "kund|rese|karta kund|upplevelse|strategi kund|lojalitets|program kund|bemötande \
            kund|data|plattform känslo|kurva målgrupps|analys varumärkes|löfte konkurrent|analys \
            tjänste|leverantör ärende|hanterings|system klagomåls|hantering underhålls|planerings|systemet \
            drift|övervakning produktions|planering förpacknings|maskin leverans|försening anbuds|utvärdering \
            inköps|ansvarig offert|förfrågan faktura|adress återbetalnings|tid kredit|värdighet \
            bolåne|rådgivning pensions|försäkring bank|ärende mobil|bank e-handels|plattform \
            produkt|rekommendation retur|frakt frakt|alternativ utlämnings|ställe rabatt|kod \
            sökmotors|optimering försäkrings|ersättning skade|besiktning patient|resa vårdcentrals|besök \
            akut|mottagnings|personal läkemedels|förskrivning prov|svar anhörig|stöd kommun|invånare \
            bygglovs|handläggare medborgar|dialog ekonomi|bistånd bistånds|bedömning energi|rådgivning \
            hyresgäst|anpassning bostadsrätts|förening kollektivtrafiks|resenär support|ärende \
            lösenords|återställning personuppgifts|ansvarig system|integration stillestånds|kostnad \
            temperatur|övervakning lager|saldo ny|anställning information erfarenhet upptäckten";
        for word in words.split_whitespace() {
            let whole = word.replace('|', "");
            let joints = points(&whole, 0..whole.len(), Lang::Sv).into_iter();
            let joints = joints.filter(|(_, point)| *point == Point::Joint).map(|(at, _)| at);
            let expected = word.match_indices('|').enumerate().map(|(before, (at, _))| at - before);
            // Two letters are never left alone.
            let expected = expected.filter(|at| *at >= LEAST);
            assert_eq!(joints.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{word}");
        }
    }
}
