//! Which emoji there are to pick from: those our font can draw, with what they are called.
//!
//! Names and keywords in English and Swedish are those of the Unicode CLDR (version 45; for the
//! emoji of Unicode 16 and 17 version 48), in `assets/emoji`: emoji, name and keywords on a line; the
//! Swedish names of keycaps, which it leaves out, are ours. Groups, order and skin tones, and further
//! English names, are the `emojis` crate's.

use crate::scene::{Align, Face, TextEngine, TextStyle};
use crate::words::Lang;
use emojis::{Emoji, Group};
use std::collections::HashMap;
use std::sync::LazyLock;

const ENGLISH: &str = include_str!("../../../../assets/emoji/en.txt");
const SWEDISH: &str = include_str!("../../../../assets/emoji/sv.txt");

/// An emoji that can be picked.
pub(super) struct Choice {
    /// The emoji, in its usual skin tone.
    pub emoji: &'static Emoji,
    english: &'static str,
    swedish: &'static str,
    /// All words it is found by, in lower case, each between two spaces.
    words: String,
}

impl Choice {
    /// What it is called.
    pub(super) fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.english,
            Lang::Sv => self.swedish,
        }
    }
}

/// All, group by group, smileys first. Made when first asked for, which takes some hundredths of a
/// second: each emoji is laid out to see whether our font has it.
pub(super) fn choices() -> &'static [Choice] {
    static CHOICES: LazyLock<Vec<Choice>> = LazyLock::new(make_choices);
    &CHOICES
}

fn make_choices() -> Vec<Choice> {
    let mut engine = TextEngine::new();
    let (english, swedish) = (names(ENGLISH), names(SWEDISH));
    let drawn = emojis::iter().filter(|emoji| is_drawn(&mut engine, emoji.as_str()));
    drawn
        .map(|emoji| {
            let called = |names: &Names| names.get(emoji.as_str()).copied();
            let en = called(&english).unwrap_or((emoji.name(), ""));
            let sv = called(&swedish).unwrap_or(en);
            let mut words = String::from(" ");
            let texts =
                [en.0, en.1, sv.0, sv.1, emoji.name()].into_iter().chain(emoji.shortcodes());
            for word in texts.flat_map(words_of) {
                let word = word.to_lowercase();
                if !word.is_empty() && !words.contains(&format!(" {word} ")) {
                    words.extend([&word, " "]);
                }
            }
            Choice { emoji, english: en.0, swedish: sv.0, words }
        })
        .collect()
}

/// The words of a name and its keywords; a keyword without letters, such as `?`, as it is.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let letters = text.split(|c: char| !c.is_alphanumeric());
    let signs = text.split('|').filter(|part| !part.contains(char::is_alphanumeric));
    letters.chain(signs.map(str::trim))
}

/// Name and keywords by emoji.
type Names = HashMap<&'static str, (&'static str, &'static str)>;

fn names(table: &'static str) -> Names {
    let lines = table.lines().filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, (cells.next()?, cells.next()?)))
    });
    lines.collect()
}

/// Is it one glyph of our emoji font?
pub(super) fn is_drawn(engine: &mut TextEngine, emoji: &str) -> bool {
    let style = TextStyle { face: Face::Regular, size: 1.0, line_height: 1.0, align: Align::Start };
    let text = engine.layout(emoji, &style, None);
    let runs: Vec<_> = text.lines.iter().flat_map(|line| &line.runs).collect();
    match runs.as_slice() {
        [run] => {
            let one = run.glyphs.len() == 1 && run.glyphs.iter().all(|glyph| glyph.id != 0);
            run.face == Face::Emoji && one && !run.is_missing()
        }
        _ => false,
    }
}

/// Places in [`choices`] of what a search finds, best first. Each word of the query has to begin
/// one of the emoji's words, in either language; whole words are better.
pub(super) fn search(query: &str) -> Vec<usize> {
    let query = query.to_lowercase();
    let terms: Vec<&str> =
        query.split(|c: char| !c.is_alphanumeric()).filter(|term| !term.is_empty()).collect();
    let sign = format!(" {} ", query.trim());
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (index, choice) in choices().iter().enumerate() {
        if query.trim() == choice.emoji.as_str() {
            return vec![index];
        }
        let begins = terms.iter().all(|term| choice.words.contains(&format!(" {term}")));
        if terms.is_empty() && !query.trim().is_empty() && choice.words.contains(&sign) {
            found.push((0, index));
        } else if !terms.is_empty() && begins {
            let whole = terms.iter().filter(|term| choice.words.contains(&format!(" {term} ")));
            found.push((terms.len() - whole.count(), index));
        }
    }
    found.sort();
    found.into_iter().map(|(_, index)| index).collect()
}

/// What words say of a skin tone, and its place from light to dark: as the Unicode CLDR has it in
/// both languages, and as the picker calls it. None: the word only goes with it.
const TONE_WORDS: [(&str, Option<usize>); 13] = [
    ("ljus", Some(0)),
    ("mellanljus", Some(1)),
    ("mellanfärgad", Some(2)),
    ("mellanmörk", Some(3)),
    ("mörk", Some(4)),
    ("light", Some(0)),
    ("medium", Some(2)),
    ("dark", Some(4)),
    ("hy", None),
    ("hudton", None),
    ("skin", None),
    ("tone", None),
    ("mellan", Some(2)),
];

/// The same for those in a skin tone: "tummen upp mörk hy". Gives the tones that were asked for, as
/// the characters that stand for them, and what is found without them.
pub(super) fn search_toned(query: &str) -> (Vec<char>, Vec<usize>) {
    let found = search(query);
    if !found.is_empty() {
        return (Vec::new(), found);
    }
    let query = query.to_lowercase();
    let (mut tones, mut rest): (Vec<usize>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut before = "";
    for term in query.split(|c: char| !c.is_alphanumeric()).filter(|term| !term.is_empty()) {
        match TONE_WORDS.iter().find(|(word, _)| *word == term) {
            // "Medium-light" and "medium-dark" are two words for one.
            Some((_, Some(tone))) if before == "medium" && *tone != 2 => {
                tones.pop();
                tones.push(if *tone == 0 { 1 } else { 3 });
            }
            Some((_, tone)) => tones.extend(tone),
            None => rest.push(term),
        }
        before = term;
    }
    let has_tones = |place: &usize| {
        choices().get(*place).is_some_and(|choice| choice.emoji.skin_tone().is_some())
    };
    let found: Vec<usize> = match rest.is_empty() {
        true => (0..choices().len()).collect(),
        false => search(&rest.join(" ")),
    };
    let tones = tones.into_iter().filter_map(|tone| char::from_u32(0x1f3fb + tone as u32));
    let tones: Vec<char> = tones.collect();
    match tones.is_empty() {
        true => (tones, Vec::new()),
        false => (tones, found.into_iter().filter(has_tones).collect()),
    }
}

/// An emoji in these tones: of one person, or of two in their order.
pub(super) fn in_tones(emoji: &'static Emoji, tones: &[char]) -> Option<&'static Emoji> {
    let of = |toned: &Emoji| -> Vec<char> {
        toned.as_str().chars().filter(|c| ('\u{1f3fb}'..='\u{1f3ff}').contains(c)).collect()
    };
    let all = |wanted: &[char]| emoji.skin_tones()?.find(|toned| of(toned) == wanted);
    let twice = tones.first().map(|tone| vec![*tone; 2]).unwrap_or_default();
    all(tones).or_else(|| all(&twice)).or_else(|| all(tones.get(..1)?))
}

/// The groups with the places of their emoji in [`choices`], in order.
pub(super) fn groups() -> Vec<(Group, Vec<usize>)> {
    let mut groups: Vec<(Group, Vec<usize>)> = Vec::new();
    for (index, choice) in choices().iter().enumerate() {
        let group = choice.emoji.group();
        match groups.iter_mut().find(|(other, _)| *other == group) {
            Some((_, places)) => places.push(index),
            None => groups.push((group, vec![index])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_searched_is_found() {
        let found = |query| -> Vec<&str> {
            search(query).into_iter().map(|index| choices()[index].emoji.as_str()).collect()
        };
        for (query, emoji) in [
            ("angry", "😡"),
            ("ANGRY face", "😡"),
            ("arg", "😡"),
            ("rage", "😡"),
            ("kärlek", "❤️"),
            ("heart on", "❤️‍🔥"),
            ("sverige", "🇸🇪"),
            ("swed", "🇸🇪"),
            ("+1", "👍"),
            ("thumbs", "👍"),
            ("😡", "😡"),
            ("telefon", "📱"),
        ] {
            assert!(found(query).contains(&emoji), "{query}: {:?}", found(query));
        }
        assert!(found("heart").len() > 20);
        assert_eq!(found("dog")[0], "🐶", "whole words come first");
        for nothing in ["", "  ", "xyzzy", "angry xyzzy", "_"] {
            assert!(found(nothing).is_empty(), "{nothing:?}");
        }
    }

    #[test]
    fn each_is_found_by_its_swedish_name_and_keywords() {
        let table = names(SWEDISH);
        let drawn: HashMap<&str, usize> = choices()
            .iter()
            .enumerate()
            .map(|(place, choice)| (choice.emoji.as_str(), place))
            .collect();
        let mut asked: HashMap<&str, Vec<usize>> = HashMap::new();
        #[expect(clippy::iter_over_hash_type, reason = "each is checked by itself")]
        for (emoji, place) in drawn {
            let (name, keywords) = table.get(emoji).copied().unwrap_or_default();
            assert!(!name.is_empty(), "{emoji} has no Swedish name");
            for said in std::iter::once(name).chain(keywords.split('|')) {
                if !said.is_empty() {
                    asked.entry(said).or_default().push(place);
                }
            }
        }
        #[expect(clippy::iter_over_hash_type, reason = "each is checked by itself")]
        for (said, places) in asked {
            let found = search(said);
            assert!(places.iter().all(|place| found.contains(place)), "{said}");
        }
    }

    #[test]
    fn skin_tones_are_found_by_their_words() {
        let rows = [
            ("tummen upp mörk hy", "👍🏿"),
            ("tummen upp: mellanljus hy", "👍🏼"),
            ("mellanmörk hudton vinkande", "👋🏾"),
            ("thumbs up medium-dark skin tone", "👍🏾"),
            ("handskakning: ljus hy, mörk hy", "🫱🏻‍🫲🏿"),
            ("sjuksköterska mellanfärgad hy", "🧑🏽‍⚕️"),
            ("flagga England", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
            ("tangent 3", "3️⃣"),
        ];
        for (query, expected) in rows {
            let (tones, found) = search_toned(query);
            let shown = found.iter().map(|place| {
                let usual = choices()[*place].emoji;
                let toned = (!tones.is_empty()).then(|| in_tones(usual, &tones)).flatten();
                toned.unwrap_or(usual).as_str()
            });
            let shown: Vec<&str> = shown.collect();
            assert!(shown.contains(&expected), "{query}: {tones:?} {shown:?}");
        }
        assert_eq!(search_toned("xyzzy mörk hy").1, Vec::<usize>::new());
        assert!(search_toned("mörk hy").1.len() > 100);
    }

    #[test]
    fn all_that_is_offered_can_be_drawn_and_has_a_name() {
        assert!(choices().len() > 1_700, "{}", choices().len());
        let named = choices().iter().filter(|choice| choice.english != choice.swedish).count();
        assert!(named > 1_600, "{named} are called something in Swedish");
        for choice in choices() {
            assert!(!choice.name(Lang::En).is_empty() && !choice.name(Lang::Sv).is_empty());
        }
        let groups = groups();
        assert_eq!(groups[0].0, Group::SmileysAndEmotion);
        assert_eq!(groups.iter().map(|(_, places)| places.len()).sum::<usize>(), choices().len());
    }
}
