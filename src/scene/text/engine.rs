//! How text becomes lines: parley shapes and breaks each paragraph, and what it found is written
//! down as [`Line`]s in our own terms.

use super::breaks::{LineRoom, break_lines};
use super::clean::clean;
use super::emoji::DrawnEmoji;
use super::lines::{add_hyphen, line, line_end};
use super::{Align, Line, Text, TextStyle};
use crate::scene::text::fonts::{CAP_HEIGHT, Face, adopt_system_font, system_face, system_fonts};
use crate::words::Lang;
use egui::vec2;
use parley::fontique::{
    CharmapIndex, Collection, CollectionOptions, FontInfoOverride, SourceCache,
};
use parley::{
    FontContext, FontData, FontFamily, FontFamilyName, FontStyle, FontWeight, Layout,
    LayoutContext, OverflowWrap,
};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Lays out text. Keep one per thread: it holds buffers.
pub struct TextEngine {
    /// The language by whose rules words are broken: that of the map.
    pub lang: Lang,
    pub(super) fonts: FontContext,
    pub(super) context: LayoutContext<()>,
    layout: Layout<()>,
    /// By the file's id and the font's place in the file.
    faces: HashMap<(u64, u32), Face>,
    charmaps: HashMap<Face, (FontData, CharmapIndex)>,
    /// The number of a font's hyphen, and how wide it is in ems.
    hyphens: HashMap<Face, (u16, f32)>,
    /// Who draws an emoji, by its characters.
    pub(super) pictures: HashMap<Box<str>, DrawnEmoji>,
    /// How many of the system's fonts parley knows.
    systems: usize,
}

impl TextEngine {
    /// An engine that knows the bundled fonts.
    #[expect(clippy::new_without_default, reason = "costs a millisecond: not a default")]
    pub fn new() -> Self {
        // The system's fonts are not listed here: that takes a while, and few texts need them.
        let options = CollectionOptions { shared: false, system_fonts: false };
        let collection = Collection::new(options);
        let mut engine = Self {
            fonts: FontContext { collection, source_cache: SourceCache::default() },
            context: LayoutContext::new(),
            layout: Layout::new(),
            faces: HashMap::new(),
            charmaps: HashMap::new(),
            hyphens: HashMap::new(),
            pictures: HashMap::new(),
            systems: 0,
            lang: Lang::Sv,
        };
        for face in Face::bundled() {
            engine.register(face, face.bytes());
        }
        engine
    }

    /// Lays out `text`, broken to `width` document units; none: only where the text breaks.
    ///
    /// Lines break where Unicode allows it; a word wider than the width is broken as the engine's
    /// language breaks words, with a hyphen that the text does not have; spaces at a line's end hang. Any text is fine, of any length (see [`TEXT_MAX`](super::TEXT_MAX)), and
    /// any width: one that is not a number or endless is none, and nothing is as narrow as 0.
    pub fn layout(&mut self, text: &str, style: &TextStyle, width: Option<f32>) -> Arc<Text> {
        let source: Arc<str> = clean(text).into();
        let style = sound(style);
        let width = width.filter(|width| width.is_finite()).map(|width| width.max(0.0));
        let mut lines = Vec::new();
        for (paragraph, end) in paragraphs(&source) {
            self.paragraph(&source, paragraph, end, &style, width, &mut lines);
        }
        let widest = lines.iter().map(|line: &Line| line.width).fold(0.0, f32::max);
        for (index, line) in lines.iter_mut().enumerate() {
            line.top = index as f32 * style.line_height;
            // In the middle by the height of capitals, whatever fonts the line is in.
            line.baseline = line.top + (style.line_height + CAP_HEIGHT * style.size) / 2.0;
            align(line, style.align, width.unwrap_or(widest));
        }
        let size = vec2(widest, lines.len() as f32 * style.line_height);
        Arc::new(Text { source, size, lines, inks: Vec::new() })
    }

    /// Adds the lines of one paragraph, which is followed by a line break up to `end`.
    fn paragraph(
        &mut self,
        source: &str,
        range: Range<usize>,
        end: usize,
        style: &TextStyle,
        width: Option<f32>,
        lines: &mut Vec<Line>,
    ) {
        let text = source.get(range.clone()).unwrap_or_default();
        if text.is_empty() {
            lines.push(Line { range: range.start..end, ..Line::default() });
            return;
        }
        self.shape(text, style);
        let (hyphen, ems) = self.hyphen(style.face);
        let wide = ems * style.size;
        let mut hyphens = Vec::new();
        match width {
            // LineRoom for what adding widths in another order may add: a text fits its own width.
            Some(width) => {
                let width = width + style.size * 0.001;
                let room = LineRoom { width, hyphen: wide, lang: self.lang };
                hyphens = break_lines(&mut self.layout, text, room);
            }
            None => self.layout.break_all_lines(None),
        }
        let rtl = self.layout.is_rtl();
        let faces = &mut self.faces;
        let mut face = |font: &FontData| {
            let adopt = || adopt_system_font(font).unwrap_or(Face::Regular);
            *faces.entry((font.data.id(), font.index)).or_insert_with(adopt)
        };
        let count = self.layout.len();
        let mut start = 0;
        for (index, laid) in self.layout.lines().enumerate() {
            let last = index + 1 == count;
            let until = if last { text.len() } else { line_end(&laid, text, start) };
            let mut line = line(&laid, text, start..until, rtl, &mut face);
            if hyphens.get(index).is_some_and(|ends_so| *ends_so) {
                add_hyphen(&mut line, with_letters(style.face), style, hyphen, wide);
            }
            shift(&mut line, range.start);
            if last {
                line.range.end = end;
            }
            lines.push(line);
            start = until;
        }
    }

    /// The number of the hyphen in the font that text of this face is in, and its width in ems.
    fn hyphen(&mut self, face: Face) -> (u16, f32) {
        *self.hyphens.entry(face).or_insert_with(|| hyphen_of(with_letters(face)))
    }

    /// Shapes one paragraph into `self.layout`.
    fn shape(&mut self, text: &str, style: &TextStyle) {
        let mut faces = vec![style.face];
        if style.face == Face::Icons {
            faces.push(Face::Regular);
        }
        faces.push(Face::Emoji);
        let shown = self.shown(text);
        let text = &*shown.text;
        self.add_missing(text, &mut faces);
        let names: Vec<Arc<str>> = faces.iter().map(|face| face.family()).collect();
        let families: Vec<_> = names.iter().map(|name| FontFamilyName::named(name)).collect();
        let emoji = names.iter().zip(&faces).filter(|(_, face)| **face == Face::Emoji);
        let emoji: Vec<_> =
            emoji.map(|(name, _)| FontFamilyName::named(name)).chain(families.clone()).collect();
        let mut builder = self.context.style_run_builder(&mut self.fonts, text, 1.0, false);
        let mut push = |families: &[FontFamilyName<'_>]| {
            builder.push_style(parley::TextStyle {
                font_family: FontFamily::List(families.into()),
                font_size: style.size,
                overflow_wrap: OverflowWrap::Anywhere,
                ..Default::default()
            })
        };
        let (usual, as_emoji) = (push(&families), push(&emoji));
        let mut runs: Vec<_> = shown.ours.into_iter().map(|range| (range, as_emoji)).collect();
        for (range, face) in shown.others {
            let name = face.family();
            runs.push((range, push(&[FontFamilyName::named(&name)])));
        }
        runs.sort_unstable_by_key(|(range, _)| range.start);
        let mut at = 0;
        // None may be empty.
        for (range, style) in runs {
            if at < range.start {
                builder.push_style_run(usual, at..range.start);
            }
            builder.push_style_run(style, range.clone());
            at = range.end;
        }
        if at < text.len() {
            builder.push_style_run(usual, at..text.len());
        }
        builder.build_into(&mut self.layout, text);
    }

    /// Adds the system's fonts for characters that none of `faces` has.
    fn add_missing(&mut self, text: &str, faces: &mut Vec<Face>) {
        // Inter has all of Latin but two.
        for c in text.chars().filter(|c| *c > '\u{148}' && !is_ignorable(*c)) {
            if faces.iter().any(|face| self.has(*face, c)) {
                continue;
            }
            let Some(face) = system_face(c) else { continue };
            self.register_systems();
            if !faces.contains(&face) {
                faces.push(face);
            }
        }
    }

    pub(super) fn has(&self, face: Face, c: char) -> bool {
        self.charmaps
            .get(&face)
            .and_then(|(font, index)| index.charmap(font.data.data())?.map(c))
            .is_some_and(|glyph| glyph != 0)
    }

    fn register(&mut self, face: Face, font: FontData) {
        let name = face.family();
        // The attributes that parley asks for by default: it adds no slant and no weight itself.
        let attributes = FontInfoOverride {
            family_name: Some(&name),
            style: Some(FontStyle::Normal),
            weight: Some(FontWeight::NORMAL),
            ..FontInfoOverride::default()
        };
        let families = self.fonts.collection.register_fonts(font.data.clone(), Some(attributes));
        let mut infos = families.iter().flat_map(|(_, infos)| infos);
        if let Some(info) = infos.find(|info| info.index() == font.index) {
            self.charmaps.insert(face, (font.clone(), info.charmap_index()));
        }
        self.faces.insert((font.data.id(), font.index), face);
    }

    pub(super) fn register_systems(&mut self) {
        let fonts = system_fonts();
        for (face, font) in fonts.into_iter().skip(self.systems) {
            self.register(face, font);
            self.systems += 1;
        }
    }
}

/// The face itself, or the one that stands in where it has no letters.
fn with_letters(face: Face) -> Face {
    if matches!(face, Face::Icons | Face::Emoji) { Face::Regular } else { face }
}

/// The number of a font's hyphen, and its width in ems.
fn hyphen_of(face: Face) -> (u16, f32) {
    let data = face.bytes();
    let Ok(font) = FontRef::from_index(data.data.data(), data.index) else { return (0, 0.0) };
    let glyph = font.charmap().map('-').unwrap_or_default();
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    let id = glyph.to_u32().try_into().unwrap_or_default();
    (id, metrics.advance_width(glyph).unwrap_or_default())
}

/// The style with its numbers in range.
fn sound(style: &TextStyle) -> TextStyle {
    let within = |value: f32, usual| if value.is_finite() { value } else { usual };
    let size = within(style.size, 13.0).clamp(0.1, 10_000.0);
    let line_height = within(style.line_height, size * 1.3).clamp(0.0, 100_000.0);
    TextStyle { size, line_height, ..*style }
}

/// The paragraphs of a text without their line breaks, and where those end.
fn paragraphs(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let mut start = Some(0);
    std::iter::from_fn(move || {
        let begin = start?;
        let rest = text.get(begin..)?;
        let Some(found) = rest.find(['\n', '\r', '\u{2028}', '\u{2029}']) else {
            start = None;
            return Some((begin..text.len(), text.len()));
        };
        let at = begin + found;
        let rest = text.get(at..)?;
        let length = if rest.starts_with("\r\n") { 2 } else { rest.chars().next()?.len_utf8() };
        start = Some(at + length);
        Some((begin..at, at + length))
    })
}

/// Characters that are not drawn, so that no font is needed for them.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Makes what is told from a paragraph's start be told from the source's.
fn shift(line: &mut Line, by: usize) {
    let move_range = |range: &mut Range<usize>| *range = range.start + by..range.end + by;
    move_range(&mut line.range);
    for run in &mut line.runs {
        move_range(&mut run.range);
        run.glyphs.iter_mut().for_each(|glyph| glyph.at += by as u32);
    }
}

/// Moves a line to where it stands within `room`. A line wider than that begins where it begins.
fn align(line: &mut Line, align: Align, room: f32) {
    let free = (room - line.width).max(0.0);
    let x = match (align, line.rtl) {
        (Align::Start, false) | (Align::End, true) => 0.0,
        (Align::Center, _) => free / 2.0,
        (Align::End, false) | (Align::Start, true) => free,
    };
    line.runs.iter_mut().for_each(|run| run.x += x);
}
