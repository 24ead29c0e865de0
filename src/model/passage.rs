//! A passage: words taken out of what a source said.

use super::{Extra, Id, Source, is_default};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Words taken out of what a source said, and what they became.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Passage {
    /// Its name in the file.
    pub id: Id,
    /// The words, as they stand in [`Source::notes`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Where they stood when they were taken, in characters from the beginning.
    #[serde(skip_serializing_if = "is_default")]
    pub at: u32,
    /// The themes they speak of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Id>,
    /// The card they became, or that they are evidence of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<Id>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Source {
    /// Where the words of `passage` stand in the notes, in bytes. Notes may have changed since they
    /// were taken: they are found by their words, nearest to where they stood. None: they are gone.
    pub fn place_of(&self, passage: &Passage) -> Option<Range<usize>> {
        let words = passage.text.as_str();
        if words.is_empty() {
            return None;
        }
        let at = self.notes.char_indices().nth(passage.at as usize);
        let at = at.map_or(self.notes.len(), |(at, _)| at);
        if self.notes.get(at..).is_some_and(|rest| rest.starts_with(words)) {
            return Some(at..at + words.len());
        }
        let places = self.notes.match_indices(words).map(|(place, _)| place);
        let nearest = places.min_by_key(|place| place.abs_diff(at))?;
        Some(nearest..nearest + words.len())
    }

    /// `range` of bytes of the notes, with the rest of the words that it begins and ends within.
    pub fn whole_words(&self, range: Range<usize>) -> Range<usize> {
        let (Some(before), Some(after), Some(within)) = (
            self.notes.get(..range.start),
            self.notes.get(range.end..),
            self.notes.get(range.clone()),
        ) else {
            return range;
        };
        let word = |sign: &char| sign.is_alphanumeric();
        let length = |sign: char| sign.len_utf8();
        let (first, last) = (within.chars().next(), within.chars().next_back());
        let left = match first.filter(word) {
            Some(_) => before.chars().rev().take_while(word).map(length).sum(),
            None => 0,
        };
        let right = match last.filter(word) {
            Some(_) => after.chars().take_while(word).map(length).sum(),
            None => 0,
        };
        range.start - left..range.end + right
    }

    /// A passage of what stands in the notes at `range` of bytes, without the white space around it.
    /// None: there is nothing but that, or no such place.
    pub fn passage_at(&self, range: Range<usize>, id: Id) -> Option<Passage> {
        let taken = self.notes.get(range.clone())?;
        let text = taken.trim();
        let before = taken.len() - taken.trim_start().len();
        let at = self.notes.get(..range.start + before)?.chars().count();
        let at = u32::try_from(at).ok().filter(|_| !text.is_empty())?;
        Some(Passage { id, text: text.to_owned(), at, ..Passage::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again_when_the_notes_have_changed() {
        let of = |notes: &str| Source { notes: notes.into(), ..Source::default() };
        let old = of("Ö. Ja. Nej. Ja.");
        let second = old.passage_at(12..16, Id::new("p")).unwrap();
        assert_eq!((second.text.as_str(), second.at), ("Ja.", 12));
        let rows = [
            ("Ö. Ja. Nej. Ja.", Some(13)),
            ("Ja. Först ett annat svar. Nej. Ja.", Some(0)),
            ("Ja. Nej. Ja. Slut.", Some(9)),
            ("Ja.", Some(0)),
            ("Jo.", None),
            ("", None),
        ];
        for (notes, place) in rows {
            let found = of(notes).place_of(&second).map(|range| range.start);
            assert_eq!(found, place, "{notes}");
        }
        let blank = Passage::default();
        assert_eq!(old.place_of(&blank), None);
    }

    #[test]
    fn a_word_is_never_cut() {
        let source = Source { notes: "Åtta säljare, tack.".into(), ..Source::default() };
        let of = |chosen: &str| {
            let at = source.notes.find(chosen).unwrap();
            source.notes.get(source.whole_words(at..at + chosen.len())).unwrap()
        };
        let rows = [
            ("lja", "säljare"),
            ("tta sä", "Åtta säljare"),
            (" sälj", " säljare"),
            (", t", ", tack"),
            ("säljare, ", "säljare, "),
            (".", "."),
        ];
        for (chosen, whole) in rows {
            assert_eq!(of(chosen), whole, "{chosen}");
        }
        assert_eq!((source.whole_words(0..0), source.whole_words(1..4)), (0..0, 1..4));
    }

    #[test]
    fn a_passage_is_what_was_chosen_without_the_white_space_around_it() {
        let source = Source { notes: "Åh,  nej \n".into(), ..Source::default() };
        let passage = |range| source.passage_at(range, Id::new("p")).map(|one| (one.text, one.at));
        assert_eq!(passage(4..11), Some(("nej".into(), 5)));
        assert_eq!(passage(4..6), None);
        // Not where characters begin, beyond the end.
        assert_eq!(passage(1..4), None);
        assert_eq!(passage(4..99), None);
        let taken = source.passage_at(4..11, Id::new("p")).unwrap();
        assert_eq!(source.place_of(&taken), Some(6..9));
    }
}
