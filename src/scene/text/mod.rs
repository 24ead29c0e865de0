//! Text laid out once, in document units, for every zoom, monitor and format.

mod breaks;
mod clean;
mod emoji;
mod engine;
pub(in crate::scene) mod fonts;
mod hyphens;
mod inked;
pub(in crate::scene) mod lent;
mod lines;
#[cfg(test)]
mod tests;

pub use engine::TextEngine;

use super::{Face, Paint};
use crate::scene::text::fonts::missing_glyph;
use egui::{Pos2, Rect, Vec2, vec2};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Its font; emoji and what it lacks come from others.
    pub face: Face,
    /// In document units.
    pub size: f32,
    /// From baseline to baseline, in document units.
    pub line_height: f32,
    /// Where lines stand within the width.
    pub align: Align,
}

/// Where lines stand within the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Align {
    /// Where reading starts.
    Start,
    /// In the middle.
    Center,
    /// Where reading ends.
    End,
}

/// How many characters of a text are laid out (of at most 60,000 bytes); a longer one ends in `…`.
pub const TEXT_MAX: usize = 20_000;

/// Laid-out text. The default has no line at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// What it says, as drawn: control characters are spaces of as many bytes, and what is beyond
    /// [`TEXT_MAX`] is a mark. So a shorter text has the bytes it was laid out from, at the same places.
    pub source: Arc<str>,
    /// The widest line and the sum of the lines. Lines stand within the width asked for, or, where
    /// none was, within the widest line.
    pub size: Vec2,
    /// From top to bottom, each byte of the source in one of them; an empty text has one empty line.
    pub lines: Vec<Line>,
    /// Pieces in a colour of their own, by their bytes in the source; most texts have none.
    pub inks: Vec<(Range<usize>, Paint)>,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// From the text's top.
    pub top: f32,
    /// From the text's top.
    pub baseline: f32,
    /// Of the line, without the space it ends in.
    pub width: f32,
    /// Its bytes in the source, with the space or line break it ends in.
    pub range: Range<usize>,
    /// Does its paragraph read from right to left? A word in it may read the other way.
    pub rtl: bool,
    /// From left to right as drawn.
    pub runs: Vec<Run>,
}

/// A piece of a line in one font and one direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its font.
    pub face: Face,
    /// In document units.
    pub size: f32,
    /// Of its left edge, from the text's left.
    pub x: f32,
    /// How wide it is.
    pub width: f32,
    /// Its bytes in the source; of a hyphen that is not in it, none. Right-to-left runs are split at
    /// spaces.
    pub range: Range<usize>,
    /// Does it read from right to left?
    pub rtl: bool,
    /// From left to right as drawn.
    pub glyphs: Vec<Glyph>,
}

impl Text {
    /// The text of a run, for painters that shape it anew in the run's font: with the hyphen that
    /// shows that a word goes on, and without soft hyphens, which are not drawn. Where only brackets
    /// are in a run they cannot see that it reads from right to left, so these are turned already.
    pub fn said(&self, run: &Run) -> Cow<'_, str> {
        let said = self.source.get(run.range.clone()).unwrap_or_default();
        if run.is_hyphen() {
            return "-".into();
        }
        if run.is_missing() {
            // One run holds nothing but pictures.
            let signs = run.glyphs.iter().enumerate().map(|(index, glyph)| {
                let next = run.glyphs.get(index + 1).map_or(run.range.end, |next| next.at as usize);
                match glyph.id == missing_glyph() {
                    true => emoji::missing_sign().to_string(),
                    false => {
                        self.source.get(glyph.at as usize..next).unwrap_or_default().to_owned()
                    }
                }
            });
            return signs.collect::<String>().into();
        }
        if said.contains('\u{ad}') {
            return said.replace('\u{ad}', "").into();
        }
        if !run.rtl || said.contains(char::is_alphabetic) {
            return said.into();
        }
        let turned = said.chars().rev().map(|c| match c {
            '(' => ')',
            ')' => '(',
            '[' => ']',
            ']' => '[',
            '{' => '}',
            '}' => '{',
            '<' => '>',
            '>' => '<',
            '«' => '»',
            '»' => '«',
            c => c,
        });
        turned.collect::<String>().into()
    }
}

impl Run {
    /// Is it the hyphen at the end of a line whose word goes on in the next? It is drawn, but the
    /// text does not have it.
    pub fn is_hyphen(&self) -> bool {
        self.range.is_empty()
    }

    /// Is a picture in it that no font has, so that a sign stands for it?
    pub fn is_missing(&self) -> bool {
        self.face == Face::Emoji && self.glyphs.iter().any(|glyph| glyph.id == missing_glyph())
    }

    /// The grey bar that stands for the run where it is too small to read: `at` is where its
    /// baseline begins, in pixels or screen points, of which `zoom` are a document unit.
    pub fn bar(&self, at: Pos2, zoom: f32) -> Rect {
        let size = self.size * zoom;
        let top_left = at - vec2(0.0, size * 0.55);
        Rect::from_min_max(top_left, at + vec2(self.width * zoom, -size * 0.1))
    }
}

/// One shape of a font.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u16,
    /// From the run's left edge.
    pub x: f32,
    /// From the baseline, down.
    pub y: f32,
    /// How far it moves the pen.
    pub advance: f32,
    /// Where in the source its characters begin.
    pub at: u32,
}
