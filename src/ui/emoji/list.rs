//! Which emoji there are to pick from: those our font can draw, with what they are called.
//!
//! Names and keywords in English and Swedish are those of the Unicode CLDR (version 45, in
//! `assets/emoji`: emoji, name and keywords on a line); groups, order and skin tones, and further
//! English names, are the `emojis` crate's.

use crate::scene::{Align, Face, TextEngine, TextStyle};
use crate::words::Lang;
use emojis::{Emoji, Group};
use std::collections::HashMap;
use std::sync::LazyLock;

const ENGLISH: &str = include_str!("../../../assets/emoji/en.txt");
const SWEDISH: &str = include_str!("../../../assets/emoji/sv.txt");

/// An emoji that can be picked.
pub struct Choice {
    /// The emoji, in its usual skin tone.
    pub emoji: &'static Emoji,
    english: &'static str,
    swedish: &'static str,
    /// All words it is found by, in lower case, each between two spaces.
    words: String,
}

impl Choice {
    /// What it is called.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.english,
            Lang::Sv => self.swedish,
        }
    }
}

/// All, group by group, smileys first. Made when first asked for, which takes some hundredths of a
/// second: each emoji is laid out to see whether our font has it.
pub fn choices() -> &'static [Choice] {
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
            for word in texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())) {
                let word = word.to_lowercase();
                if !word.is_empty() && !words.contains(&format!(" {word} ")) {
                    words.extend([&word, " "]);
                }
            }
            Choice { emoji, english: en.0, swedish: sv.0, words }
        })
        .collect()
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
pub fn is_drawn(engine: &mut TextEngine, emoji: &str) -> bool {
    let style = TextStyle { face: Face::Regular, size: 1.0, line_height: 1.0, align: Align::Start };
    let text = engine.layout(emoji, &style, None);
    let runs: Vec<_> = text.lines.iter().flat_map(|line| &line.runs).collect();
    match runs.as_slice() {
        [run] => {
            run.face == Face::Emoji && run.glyphs.len() == 1 && run.glyphs.iter().all(|g| g.id != 0)
        }
        _ => false,
    }
}

/// Places in [`choices`] of what a search finds, best first. Each word of the query has to begin
/// one of the emoji's words, in either language; whole words are better.
pub fn search(query: &str) -> Vec<usize> {
    let query = query.to_lowercase();
    let terms: Vec<&str> =
        query.split(|c: char| !c.is_alphanumeric()).filter(|term| !term.is_empty()).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (index, choice) in choices().iter().enumerate() {
        if query.trim() == choice.emoji.as_str() {
            return vec![index];
        }
        let begins = terms.iter().all(|term| choice.words.contains(&format!(" {term}")));
        if !terms.is_empty() && begins {
            let whole = terms.iter().filter(|term| choice.words.contains(&format!(" {term} ")));
            found.push((terms.len() - whole.count(), index));
        }
    }
    found.sort();
    found.into_iter().map(|(_, index)| index).collect()
}

/// The groups with the places of their emoji in [`choices`], in order.
pub fn groups() -> Vec<(Group, Vec<usize>)> {
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
        for nothing in ["", "  ", "xyzzy", "angry xyzzy", "-"] {
            assert!(found(nothing).is_empty(), "{nothing:?}");
        }
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
