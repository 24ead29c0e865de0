//! The first words of cards that are too small to read: as many as there is room for, in a size that
//! can be read, however far away the map is.

use crate::scene::{CardBox, Paint, Text};
use egui::{Vec2, vec2};
use std::sync::Arc;

/// How large they are, in screen points.
pub(super) const SIZE: f32 = 8.5;
/// From baseline to baseline, in screen points.
pub(super) const LINE: f32 = 10.0;
/// From the top of a row to its baseline, in screen points.
pub(super) const ASCENT: f32 = 8.2;
/// Air between the card's edge and the words, in screen points.
const AIR: Vec2 = vec2(4.0, 1.0);
/// Words in less width than this say nothing, in screen points.
const NARROWEST: f32 = 24.0;
/// Letters of this size stand within a card that is at least so high, in screen points.
const LOWEST: f32 = 7.5;
/// No card shows more rows than this.
const ROWS_MAX: usize = 7;
/// No more of a text than this is looked at, in bytes.
const BEGIN: usize = 240;

/// Between two words, and what an ellipsis needs, in screen points.
const SPACE: f32 = SIZE * 0.28;
const ELLIPSIS: f32 = SIZE * 0.8;

/// A row being filled.
struct Row<'a> {
    /// Each with where it begins in the text, and how wide it is.
    words: Vec<((usize, &'a str), f32)>,
    width: f32,
}

impl<'a> Row<'a> {
    /// Ends the row in an ellipsis: where that has no room the last word makes it, and of an only word
    /// the last letters.
    fn end_early(&mut self, room: f32, width: impl Fn((usize, &'a str)) -> f32) {
        while self.width + ELLIPSIS > room && self.words.len() > 1 {
            let last = self.words.pop().map_or(0.0, |(_, width)| width);
            self.width -= SPACE + last;
        }
        if let [((at, word), wide)] = self.words.as_mut_slice()
            && *wide + ELLIPSIS > room
        {
            let mut left = room - ELLIPSIS;
            let fits = |(from, letter): &(usize, char)| {
                let letter = word.get(*from..*from + letter.len_utf8()).unwrap_or_default();
                left -= width((*at + from, letter));
                left >= 0.0
            };
            let end = word.char_indices().take_while(fits).last();
            let end = end.map_or(0, |(from, letter)| from + letter.len_utf8());
            *word = word.get(..end).unwrap_or_default();
        }
        self.words.push(((0, ELLIPSIS_SIGN), ELLIPSIS));
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for ((_, word), _) in &self.words {
            if !text.is_empty() && *word != ELLIPSIS_SIGN {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }
}

/// What a row ends in that does not say all.
const ELLIPSIS_SIGN: &str = "…";

/// The room that the words of a card have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordsRoom {
    /// Where they begin, from the card's corner, in screen points.
    pub corner: Vec2,
    /// In whole screen points.
    width: u16,
    rows: usize,
}

/// What a card says in its first words, with its colour; none where it says nothing, and where they
/// are read from the right: these words are not put in the order they are drawn in.
pub(crate) fn said(card: &CardBox) -> Option<(&Arc<Text>, Paint)> {
    let (text, paint) = card.drawing.text_at(card.text_rect.min)?;
    let first = text.lines.first()?.runs.first()?;
    (!first.rtl).then_some((text, paint))
}

impl WordsRoom {
    /// The room on a card that is as large as `size` on the screen; none where there is too little
    /// for any.
    pub(crate) fn on(size: Vec2) -> Option<Self> {
        let room = size - AIR * 2.0;
        if room.x < NARROWEST || size.y < LOWEST {
            return None;
        }
        let rows = ((room.y + 1.0) / LINE).floor() as usize;
        let rows = rows.clamp(1, ROWS_MAX);
        let top = if rows == 1 { (size.y - LINE) / 2.0 } else { AIR.y };
        let corner = vec2(AIR.x, top);
        Some(Self { corner, width: room.x as u16, rows })
    }

    /// The room as one number: what it is kept by.
    pub(crate) fn key(self) -> u32 {
        u32::from(self.width) << 3 | self.rows as u32
    }

    /// The words, row by row. Words stay whole; only a first word that has no room is cut. What does
    /// not say all ends in an ellipsis.
    pub(crate) fn rows(self, text: &Text) -> Vec<String> {
        let (wide, room) = (advances(text), f32::from(self.width));
        let width = |(at, word): (usize, &str)| -> f32 {
            let within = wide.iter().filter(|(from, _)| (at..at + word.len()).contains(from));
            within.map(|(_, advance)| advance).sum()
        };
        let text = &text.source;
        let mut rows: Vec<Row<'_>> = Vec::new();
        let mut end = 0;
        for word in words(text) {
            let needs = width(word);
            let has_row = rows.len() < self.rows && (needs <= room || rows.is_empty());
            match rows.last_mut() {
                Some(row) if row.width + SPACE + needs <= room => {
                    row.words.push((word, needs));
                    row.width += SPACE + needs;
                }
                _ if has_row => rows.push(Row { words: vec![(word, needs)], width: needs }),
                _ => break,
            }
            end = word.0 + word.1.len();
            if needs > room {
                break;
            }
        }
        let all = text.get(end..).is_some_and(|rest| rest.trim().is_empty());
        if let Some(last) = rows.last_mut().filter(|last| !all || last.width > room) {
            last.end_early(room, width);
        }
        rows.iter().map(Row::text).collect()
    }
}

/// Where each glyph of the beginning comes from, and how wide it is at this size.
fn advances(text: &Text) -> Vec<(usize, f32)> {
    let lines = text.lines.iter().take_while(|line| line.range.start < BEGIN);
    let runs = lines.flat_map(|line| &line.runs);
    let glyphs = runs.flat_map(|run| {
        let scale = SIZE / run.size.max(1.0);
        run.glyphs.iter().map(move |glyph| (glyph.at as usize, glyph.advance * scale))
    });
    glyphs.collect()
}

/// The words of the beginning of a text, each with where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    let words = text.split_whitespace().map(move |word| (word.as_ptr() as usize - start, word));
    words.take_while(|(at, _)| *at < BEGIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Align, Face, TextEngine, TextStyle};

    fn rows(said: &str, width: u16, rows: usize) -> Vec<String> {
        let style =
            TextStyle { face: Face::Medium, size: 13.0, line_height: 17.0, align: Align::Start };
        let text = TextEngine::new().layout(said, &style, Some(180.0));
        WordsRoom { corner: Vec2::ZERO, width, rows }.rows(&text)
    }

    #[test]
    fn as_many_whole_words_as_there_is_room_for() {
        let said = "Ringer leverantören om degkniven igen";
        assert_eq!(rows(said, 200, 1), [said]);
        // What is not all of it says so.
        assert_eq!(rows(said, 34, 1), ["Ringer…"]);
        assert_eq!(rows(said, 28, 1), ["Ring…"]);
        assert_eq!(rows(said, 70, 2), ["Ringer", "leverantören…"]);
        assert_eq!(rows(said, 70, 3), ["Ringer", "leverantören om", "degkniven igen"]);
        // Only a first word that has no room is cut.
        let cut = rows("Underhållsplaneringssystemet", 50, 2);
        assert_eq!(cut.len(), 1);
        assert!(cut[0].starts_with("Under") && cut[0].ends_with('…'), "{cut:?}");
        assert_eq!(rows("Underhållsplaneringssystemet på vår ort", 50, 2), cut);
        assert_eq!(rows("Ett underhållsplaneringssystem", 50, 2), ["Ett…"]);
        assert!(rows(" ", 50, 2).is_empty());
    }
}
