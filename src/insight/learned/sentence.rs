//! A sentence that knows where it names a phase, so that a page can give the name its colour.
//!
//! Which place a name has in a sentence is up to the language. Each name goes into it between two marks
//! that no text has; what stands between them is the name, whatever it says, and the marks go.

use crate::model::on_one_line;
use std::ops::Range;

/// The first of the marks before a name: the one for the phase at place 0. They are for private use, and
/// are taken out of all that goes into a sentence.
const OPEN: u32 = 0xF_0000;
/// So many phases can be told apart; names of others are not marked.
const PHASES_MAX: usize = 0x7FFF;
/// The mark after a name.
const CLOSE: char = '\u{10_0000}';
/// A name within a sentence is at most so long.
const NAME_MAX: usize = 40;

/// A sentence and where it names phases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// What it says.
    pub text: String,
    /// The bytes of each name, with the place of its phase.
    pub phases: Vec<(Range<usize>, usize)>,
}

impl Sentence {
    /// A name of the phase at `place`, to go into a sentence.
    pub(in crate::insight) fn named(place: usize, name: &str) -> String {
        let mark = u32::try_from(place).ok().filter(|_| place < PHASES_MAX);
        match mark.and_then(|place| char::from_u32(OPEN + place)) {
            Some(open) => format!("{open}{}{CLOSE}", unmarked(name)),
            None => unmarked(name),
        }
    }

    /// The sentence that was made with such names.
    pub(in crate::insight) fn of(marked: &str) -> Self {
        let mut sentence = Self::default();
        let mut open: Option<(usize, usize)> = None;
        for c in marked.chars() {
            let at = sentence.text.len();
            match place_of(c) {
                Some(place) => open = Some((at, place)),
                None if c == CLOSE => {
                    let named = open.take().map(|(start, place)| (start..at, place));
                    sentence.phases.extend(named);
                }
                None => sentence.text.push(c),
            }
        }
        sentence
    }
}

/// The place of the phase that a mark opens the name of.
fn place_of(c: char) -> Option<usize> {
    let place = u32::from(c).checked_sub(OPEN)? as usize;
    (place < PHASES_MAX).then_some(place)
}

/// A text without marks.
pub(in crate::insight) fn unmarked(text: &str) -> String {
    text.chars().filter(|c| place_of(*c).is_none() && *c != CLOSE).collect()
}

/// A name on one line, as long as it may be within a sentence.
pub(in crate::insight) fn short(name: &str) -> String {
    let name = on_one_line(&unmarked(name));
    match name.char_indices().nth(NAME_MAX) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default().trim_end()),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_wherever_the_language_puts_them() {
        let (a, b) = (Sentence::named(0, "Köp"), Sentence::named(12, "Köp\u{f0003} igen"));
        let sentence = Sentence::of(&format!("Från {b} till {a}: Köp."));
        assert_eq!(sentence.text, "Från Köp igen till Köp: Köp.");
        let named: Vec<(&str, usize)> = sentence
            .phases
            .iter()
            .map(|(at, place)| (&sentence.text[at.clone()], *place))
            .collect();
        assert_eq!(named, [("Köp igen", 12), ("Köp", 0)]);
        assert_eq!(Sentence::named(PHASES_MAX, "X"), "X");
        assert_eq!(Sentence::of("Inget").phases, []);
    }
}
