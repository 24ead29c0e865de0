//! FarNames of phases and lanes stay large enough to read when the map is far away, and leave the map
//! its room when it is near.

use super::brush::Brush;
use super::galleys::Mixer;
use crate::scene::{Align, Drawing, Face, Paint, Text, TextEngine, TextStyle};
use egui::{Pos2, Rect};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::Arc;

/// No name is smaller than this, in screen points.
const SMALLEST: f32 = 11.0;
/// A name in a title that stays in view and would take too much of it is no larger than this, in
/// screen points.
const LARGEST: f32 = 18.0;
/// From baseline to baseline, by the size of the letters.
const LINE: f32 = 1.25;
/// So many names are kept; a map seldom has a hundred, and each zoom has its own.
const KEPT_MAX: usize = 4096;

/// FarNames laid out for the zoom they are seen at.
#[derive(Default)]
pub(crate) struct FarNames {
    engine: Option<TextEngine>,
    /// By the address of the name as the map has it, and by size, width and rows.
    kept: HashMap<(usize, u32, u32, usize), Kept, BuildHasherDefault<Mixer>>,
}

struct Kept {
    /// Holds the address: no other text can come to stand there.
    _own: Arc<Text>,
    shown: Arc<Text>,
}

/// Where a name has room, in document units.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameRoom {
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// The title has less room than it asks for.
    pub cramped: bool,
    /// Nothing can be written there.
    pub is_narrow: bool,
}

/// A name to be drawn.
pub(crate) struct Name {
    /// What is drawn; none where there is no room for it.
    text: Option<Arc<Text>>,
    /// How high it is, or would be, in document units.
    pub height: f32,
    paint: Paint,
}

impl Name {
    /// Writes it with its corner at `at` (document units).
    pub(crate) fn paint(&self, brush: &mut Brush<'_, '_>, at: Pos2) {
        if let Some(text) = &self.text {
            brush.text(text, at, self.paint);
        }
    }
}

/// How large a name of `own` size (document units) is drawn at `zoom`, in document units; none: as
/// it is.
fn size_at(own: f32, zoom: f32, cramped: bool) -> Option<f32> {
    let seen = own * zoom;
    let most = if cramped { LARGEST } else { f32::INFINITY };
    let shown = seen.min(most).max(SMALLEST);
    ((shown - seen).abs() > 0.01).then_some(shown / zoom.max(f32::MIN_POSITIVE))
}

impl FarNames {
    /// The name that stands at `title` in a drawing, as it is to be drawn in `room`; none where it
    /// is drawn as it is.
    pub(crate) fn of(
        &mut self,
        brush: &Brush<'_, '_>,
        drawing: &Drawing,
        title: Rect,
        room: impl FnOnce(f32) -> NameRoom,
    ) -> Option<Name> {
        if !brush.legible {
            return None;
        }
        let (own, paint) = drawing.text_at(title.min)?;
        let size = own.lines.first()?.runs.first()?.size;
        // What is a little too small is far from cramped: its own room is asked for first.
        let zoom = brush.text_zoom;
        let far = size_at(size, zoom, false);
        let room = room(far.unwrap_or(size));
        let size = size_at(size, zoom, room.cramped)?;
        if room.is_narrow {
            return Some(Name { text: None, height: size * LINE, paint });
        }
        let rows = (room.height / (size * LINE)).floor().max(1.0) as usize;
        let text = self.laid_out(own, size, room.width.max(size), rows);
        Some(Name { height: text.size.y, text: Some(text), paint })
    }

    /// A name of this size within `width` and at most so many rows.
    fn laid_out(&mut self, own: &Arc<Text>, size: f32, width: f32, rows: usize) -> Arc<Text> {
        let key = (Arc::as_ptr(own) as usize, size.to_bits(), width.to_bits(), rows);
        if let Some(kept) = self.kept.get(&key) {
            return kept.shown.clone();
        }
        let engine = self.engine.get_or_insert_with(TextEngine::new);
        let style =
            TextStyle { face: Face::SemiBold, size, line_height: size * LINE, align: Align::Start };
        let shown = within(&own.source, rows, |text| engine.layout(text, &style, Some(width)));
        if self.kept.len() >= KEPT_MAX {
            self.kept.clear();
        }
        self.kept.insert(key, Kept { _own: own.clone(), shown: shown.clone() });
        shown
    }
}

/// `text` in at most so many rows: what does not fit is an ellipsis. No word is broken where nothing
/// says so.
fn within(text: &str, rows: usize, mut lay_out: impl FnMut(&str) -> Arc<Text>) -> Arc<Text> {
    let whole = lay_out(text);
    let broken = whole.lines.iter().position(|line| {
        let hyphen = line.runs.iter().any(|run| run.is_hyphen());
        !hyphen && is_within_word(text, line.range.end)
    });
    let rows = broken.map_or(rows, |row| rows.min(row + 1)).max(1);
    let Some(last) = whole.lines.get(rows - 1).filter(|_| whole.lines.len() > rows) else {
        return whole;
    };
    let mut begin = text.get(..last.range.end).unwrap_or(text).trim_end();
    loop {
        let shown = lay_out(&format!("{begin}…"));
        if shown.lines.len() <= rows || begin.is_empty() {
            return shown;
        }
        let end = begin.char_indices().next_back().map_or(0, |(at, _)| at);
        begin = begin.get(..end).unwrap_or_default().trim_end();
    }
}

/// Are there letters on both sides of this place?
fn is_within_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at..).and_then(|text| text.chars().next());
    before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_11_points_from_far_away_and_18_in_a_cramped_title() {
        for (own, zoom) in [(13.0, 0.1), (13.0, 0.7), (16.0, 0.3)] {
            let size = size_at(own, zoom, false).unwrap();
            assert!((size * zoom - 11.0).abs() < 0.01, "{own} at {zoom}: {}", size * zoom);
        }
        // Where it can be read it is as the map has it.
        for (own, zoom) in [(13.0, 0.86), (16.0, 0.7), (13.0, 4.0)] {
            assert_eq!(size_at(own, zoom, false), None, "{own} at {zoom}");
        }
        let near = size_at(13.0, 4.0, true).unwrap();
        assert_eq!(near * 4.0, 18.0);
        assert_eq!(size_at(13.0, 1.2, true), None);
    }

    #[test]
    fn a_name_that_does_not_fit_ends_in_an_ellipsis() {
        let mut names = FarNames::default();
        let engine = names.engine.insert(TextEngine::new());
        let style =
            TextStyle { face: Face::SemiBold, size: 13.0, line_height: 17.0, align: Align::Start };
        let own = engine.layout("Vad kunden gör och tänker om det", &style, Some(120.0));
        let said = |text: &Text| text.source.to_string();
        let whole = names.laid_out(&own, 20.0, 400.0, 2);
        assert_eq!(said(&whole), said(&own));
        let cut = names.laid_out(&own, 20.0, 120.0, 1);
        assert_eq!(cut.lines.len(), 1);
        assert!(said(&cut).ends_with('…') && said(&cut).starts_with("Vad"), "{}", said(&cut));
        assert!(cut.size.x <= 120.0);
        let word = names.laid_out(&own, 20.0, 40.0, 5);
        assert!(word.lines.len() < 5 && said(&word).ends_with('…'), "no word is broken: {word:?}");
        // It is kept for the next frame.
        assert!(Arc::ptr_eq(&cut, &names.laid_out(&own, 20.0, 120.0, 1)));
        assert_eq!(names.kept.len(), 3);
    }
}
