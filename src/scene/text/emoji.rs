//! Which font draws an emoji? All of its characters are one picture of one font: ours, else one of
//! the system's, else a single sign that stands for what nobody here can draw.

use super::TextEngine;
use crate::scene::Face;
use crate::scene::text::fonts::system_face_of;
use parley::{FontFamily, FontFamilyName, Layout};
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What the sign that stands for a missing picture is in our emoji font, of three bytes and of four.
const MISSING: [char; 2] = ['\u{f8f0}', '\u{fff00}'];
/// Characters that are not drawn, of two bytes and of three.
const NOTHING: [char; 2] = ['\u{34f}', '\u{fe0f}'];
/// When so many answers are kept they are all forgotten.
const KEPT: usize = 4096;

/// Who draws a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DrawnEmoji {
    /// Our emoji font.
    Ours,
    /// Another.
    By(Face),
    /// Nobody.
    Not,
}

/// A text as it is shaped, with as many bytes in the same places.
pub(super) struct ShownEmoji<'a> {
    /// With a sign for each picture that is missing.
    pub text: Cow<'a, str>,
    /// What is drawn by our emoji font although another has it, in order.
    pub ours: Vec<Range<usize>>,
    /// What another font draws, in order, none of it in `ours`.
    pub others: Vec<(Range<usize>, Face)>,
}

/// Characters that ask to be drawn as emoji, though Inter has them too: those before a U+FE0F.
/// In order, and apart from each other.
fn emoji_sequences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let base = before.replace((at, c));
        let keycap = chars.peek().is_some_and(|(_, c)| *c == '\u{20e3}');
        let asks = c == '\u{fe0f}' && base.is_some_and(|(_, c)| !c.is_ascii() || keycap);
        let Some((start, _)) = base.filter(|_| asks) else { continue };
        if found.last().is_none_or(|last: &Range<usize>| last.end <= start) {
            found.push(start..at + c.len_utf8());
        }
    }
    found
}

/// Is it a character for a picture, assigned or kept for one to come? Extended_Pictographic of
/// Unicode, but without those that fonts of symbols have.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{1f300}'..='\u{1f64f}' | '\u{1f680}'..='\u{1f6ff}' | '\u{1f7e0}'..='\u{1f7ff}'
        | '\u{1f90c}'..='\u{1f9ff}' | '\u{1fa70}'..='\u{1faff}')
}

/// Characters that are one picture together: is any joined to another, or kept for pictures?
fn is_pictures(cluster: &str) -> bool {
    let joined = cluster.contains('\u{200d}')
        && cluster.starts_with(|c| is_picture(c) || matches!(c, '\u{2190}'..='\u{2bff}'));
    joined || cluster.starts_with(is_picture)
}

impl TextEngine {
    /// How a text is shaped so that each of its emoji is one picture.
    pub(super) fn shown<'a>(&mut self, text: &'a str) -> ShownEmoji<'a> {
        let mut shown = ShownEmoji { text: text.into(), ours: Vec::new(), others: Vec::new() };
        if text.is_ascii() {
            return shown;
        }
        shown.ours = emoji_sequences(text);
        if !text.contains(|c| is_picture(c) || c == '\u{200d}') {
            return shown;
        }
        let mut missing = Vec::new();
        for (at, cluster) in text.grapheme_indices(true).filter(|(_, one)| is_pictures(one)) {
            let range = at..at + cluster.len();
            let drawn = self.who_draws(cluster);
            if drawn == DrawnEmoji::Ours {
                continue;
            }
            let apart = |one: &Range<usize>| one.end <= range.start || range.end <= one.start;
            shown.ours.retain(apart);
            match drawn {
                DrawnEmoji::By(face) => shown.others.push((range, face)),
                DrawnEmoji::Ours | DrawnEmoji::Not => missing.push(range),
            }
        }
        for range in missing {
            shown.text.to_mut().replace_range(range.clone(), &sign(range.len()));
            shown.ours.push(range);
        }
        shown.ours.sort_unstable_by_key(|range| range.start);
        shown
    }

    /// Who draws these characters as one picture.
    fn who_draws(&mut self, cluster: &str) -> DrawnEmoji {
        let mut chars = cluster.chars().filter(|c| *c != '\u{fe0f}');
        if let (Some(c), None) = (chars.next(), chars.next())
            && self.has(Face::Emoji, c)
        {
            return DrawnEmoji::Ours;
        }
        if let Some(known) = self.pictures.get(cluster) {
            return *known;
        }
        let drawn = if self.is_one_glyph(cluster, Face::Emoji) {
            DrawnEmoji::Ours
        } else {
            let system = system_face_of(cluster);
            self.register_systems();
            match system.filter(|face| self.is_one_glyph(cluster, *face)) {
                Some(face) => DrawnEmoji::By(face),
                None => DrawnEmoji::Not,
            }
        };
        if self.pictures.len() >= KEPT {
            self.pictures.clear();
        }
        self.pictures.insert(cluster.into(), drawn);
        drawn
    }

    /// Does this font have one glyph for all of these characters?
    fn is_one_glyph(&mut self, cluster: &str, face: Face) -> bool {
        let name = face.family();
        let families = [FontFamilyName::named(&name)];
        let mut layout = Layout::new();
        let mut builder = self.context.style_run_builder(&mut self.fonts, cluster, 1.0, false);
        let style = builder.push_style(parley::TextStyle {
            font_family: FontFamily::List(families.as_slice().into()),
            ..Default::default()
        });
        builder.push_style_run(style, 0..cluster.len());
        builder.build_into(&mut layout, cluster);
        layout.break_all_lines(None);
        let line = layout.lines().next();
        let runs = line.iter().flat_map(|line| line.runs());
        let mut glyphs = runs.flat_map(|run| {
            let glyphs = run.clusters().flat_map(|cluster| cluster.glyphs());
            glyphs.map(|glyph| glyph.id).collect::<Vec<_>>()
        });
        glyphs.next().is_some_and(|id| id != 0) && glyphs.next().is_none()
    }
}

/// A sign of so many bytes, three at least, for a picture that is missing.
fn sign(bytes: usize) -> String {
    let [three, four] = MISSING;
    let [two_of_nothing, three_of_nothing] = NOTHING;
    let mut sign = String::from(if bytes == 4 { four } else { three });
    while sign.len() < bytes {
        let left = bytes - sign.len();
        sign.push(if left == 2 || left == 4 { two_of_nothing } else { three_of_nothing });
    }
    sign
}

/// The sign that stands for a missing picture, for painters that shape texts themselves.
pub(super) fn missing_sign() -> char {
    MISSING[0]
}
