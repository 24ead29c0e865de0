//! Keeps what egui made of each text, so that a text drawn again is not asked for again.
//!
//! Asking egui costs a copy of the text and a hash of it, for each run in each frame. What egui
//! answers may be kept until it drops its own answers: then the glyphs may be elsewhere in the
//! atlas. It says so nowhere, but then it answers anew. So each frame begins with one question
//! that is always the same; as long as the answer is the very one of the last frame, all others
//! hold.

use super::brush::one_line;
use super::words::{self, WordsRoom};
use crate::scene::{CardBox, Drawing, Face, Paint, Text};
use egui::Galley;
use egui::epaint::text::FontsView;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

/// What was not drawn for this many frames is forgotten: who looks to and fro, or zooms in and out,
/// comes back to it sooner.
const FRAMES: u64 = 60;

/// What egui made of the texts drawn last.
#[derive(Default)]
pub(crate) struct Galleys {
    /// The answer to the question that is always the same.
    witness: Option<Arc<Galley>>,
    /// By the text's address and the zoom it is drawn at.
    kept: HashMap<(usize, u32), Kept, BuildHasherDefault<Mixer>>,
    /// The first words of cards, by the drawing's address and the room they have.
    words: HashMap<(usize, u32), Words, BuildHasherDefault<Mixer>>,
    /// Counts frames, to tell what was drawn in this one.
    frame: u64,
    /// How often egui has dropped its own answers.
    pub epoch: u64,
}

/// What egui made of one text at one zoom.
struct Kept {
    /// Holds the address: no other text can come to stand there.
    _text: Arc<Text>,
    /// One for each run, in the order of lines and runs; none: not drawn yet.
    runs: Vec<Option<GalleyLine>>,
    /// The frame it was drawn in last.
    frame: u64,
}

/// The first words of one card.
struct Words {
    /// Holds the address: no other drawing can come to stand there.
    _drawing: Arc<Drawing>,
    /// Row by row, with their colour; none where the card has none to show.
    rows: Option<(Vec<GalleyLine>, Paint)>,
    /// The frame they were drawn in last.
    frame: u64,
}

/// One run as egui draws it.
#[derive(Clone)]
pub(crate) struct GalleyLine {
    /// What is drawn.
    pub galley: Arc<Galley>,
    /// From its top to its baseline.
    pub ascent: f32,
}

impl Galleys {
    /// A frame begins. Forgets everything if egui has.
    pub(crate) fn begin(&mut self, fonts: &mut FontsView<'_>) {
        let witness = fonts.layout_job(one_line("·", Face::Regular, 13.0));
        if !self.witness.as_ref().is_some_and(|before| Arc::ptr_eq(before, &witness)) {
            self.kept.clear();
            self.words.clear();
            self.epoch += 1;
        }
        self.witness = Some(witness);
        self.frame += 1;
    }

    /// A frame ends. Now and then what has not been drawn for a while is forgotten.
    pub(crate) fn end(&mut self) {
        if !self.frame.is_multiple_of(FRAMES / 4) {
            return;
        }
        self.kept.retain(|_, kept| kept.frame + FRAMES > self.frame);
        self.words.retain(|_, kept| kept.frame + FRAMES > self.frame);
    }

    /// The first words of a card in the room they have, as egui draws them, and their colour.
    /// The card itself is looked at only the first time.
    pub(crate) fn words(
        &mut self,
        fonts: &mut FontsView<'_>,
        card: &CardBox,
        room: WordsRoom,
    ) -> Option<(&[GalleyLine], Paint)> {
        let key = (Arc::as_ptr(&card.drawing) as usize, room.key());
        let kept = self.words.entry(key).or_insert_with(|| {
            let rows = words::said(card).map(|(text, paint)| {
                let lines = room.rows(text).into_iter();
                let lines = lines.filter_map(|said| line(fonts, &said, Face::Medium, words::SIZE));
                (lines.collect(), paint)
            });
            Words { _drawing: card.drawing.clone(), rows, frame: 0 }
        });
        kept.frame = self.frame;
        kept.rows.as_ref().map(|(rows, paint)| (rows.as_slice(), *paint))
    }

    /// The runs of `text` at `zoom`, to be filled by [`line`].
    pub(crate) fn runs(&mut self, text: &Arc<Text>, zoom: f32) -> &mut [Option<GalleyLine>] {
        let key = (Arc::as_ptr(text) as usize, zoom.to_bits());
        let kept = self.kept.entry(key).or_insert_with(|| {
            let count = text.lines.iter().map(|line| line.runs.len()).sum();
            Kept { _text: text.clone(), runs: vec![None; count], frame: 0 }
        });
        kept.frame = self.frame;
        &mut kept.runs
    }
}

/// Makes one number of an address and a zoom. Nobody can choose these to make it slow.
#[derive(Default)]
pub(super) struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u32(&mut self, value: u32) {
        self.write_u64(u64::from(value));
    }

    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }

    fn write_u64(&mut self, value: u64) {
        // Knuth's multiplier: spreads neighbouring addresses over all bits.
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

/// What egui makes of one run. None where it draws nothing.
pub(super) fn line(
    fonts: &mut FontsView<'_>,
    said: &str,
    face: Face,
    size: f32,
) -> Option<GalleyLine> {
    let galley = fonts.layout_job(one_line(said, face, size));
    let row = galley.rows.first()?;
    let ascent = row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y);
    Some(GalleyLine { galley, ascent })
}
