//! Pieces of a text in a colour of their own: names of phases within a sentence.

use super::{Line, Run, Text};
use crate::scene::Paint;
use std::ops::Range;

impl Text {
    /// The same text with these pieces in their colours, by bytes of its source. Letters stay where they
    /// are. A run that reads from right to left is a word: it is coloured as it begins.
    pub(in crate::scene) fn inked(&self, inks: Vec<(Range<usize>, Paint)>) -> Self {
        let lines = self.lines.iter().map(|line| {
            let runs = line.runs.iter().flat_map(|run| pieces(run, &inks)).collect();
            Line { runs, range: line.range.clone(), ..*line }
        });
        Self { source: self.source.clone(), size: self.size, lines: lines.collect(), inks }
    }

    /// The colour of a run: its own, or that of the text.
    pub fn paint_of(&self, run: &Run, usual: Paint) -> Paint {
        self.own_paint(run.range.start).unwrap_or(usual)
    }

    /// The colour of what stands at a byte of the source, where that is its own.
    pub fn own_paint(&self, at: usize) -> Option<Paint> {
        self.inks.iter().find(|(range, _)| range.contains(&at)).map(|(_, paint)| *paint)
    }
}

/// A run, cut where a colour begins or ends.
fn pieces(run: &Run, inks: &[(Range<usize>, Paint)]) -> Vec<Run> {
    let within = |at: &usize| *at > run.range.start && *at < run.range.end;
    let mut cuts: Vec<usize> =
        inks.iter().flat_map(|(range, _)| [range.start, range.end]).filter(within).collect();
    if run.rtl || cuts.is_empty() {
        return vec![run.clone()];
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.push(run.range.end);
    let (mut pieces, mut start, mut x) = (Vec::new(), run.range.start, 0.0);
    for end in cuts {
        let of = |at: u32| (start..end).contains(&(at as usize));
        let mut glyphs: Vec<_> = run.glyphs.iter().filter(|one| of(one.at)).copied().collect();
        let width: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        glyphs.iter_mut().for_each(|glyph| glyph.x -= x);
        // A cut within a ligature leaves nothing on one side.
        if !glyphs.is_empty() {
            let (range, x) = (start..end, run.x + x);
            pieces.push(Run {
                face: run.face,
                size: run.size,
                x,
                width,
                range,
                rtl: false,
                glyphs,
            });
            start = end;
        }
        x += width;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Align, Face, Role, TextEngine, TextStyle};

    #[test]
    fn a_piece_has_its_colour_and_letters_stay_where_they_are() {
        let style =
            TextStyle { face: Face::SemiBold, size: 50.0, line_height: 62.0, align: Align::Start };
        let said = "Resans sämsta stund är Elins, i Köp.";
        let text = TextEngine::new().layout(said, &style, Some(500.0));
        let start = said.find("Köp").unwrap();
        let (ink, own) = (Paint::from(Role::Ink), Paint::from(Role::PhaseText(3)));
        let inked = text.inked(vec![(start..start + "Köp".len(), own)]);
        let letters = |text: &Text| -> Vec<(u16, i32)> {
            let runs = text.lines.iter().flat_map(|line| &line.runs);
            runs.flat_map(|run| {
                run.glyphs.iter().map(|it| (it.id, ((run.x + it.x) * 100.0).round() as i32))
            })
            .collect()
        };
        assert_eq!(letters(&text), letters(&inked));
        let coloured = inked.lines.iter().flat_map(|line| &line.runs);
        let coloured: Vec<&str> = coloured
            .filter(|run| inked.paint_of(run, ink) == own)
            .map(|run| &said[run.range.clone()])
            .collect();
        assert_eq!(coloured, ["Köp"]);
        let widths = |text: &Text| -> f32 {
            text.lines.iter().flat_map(|line| &line.runs).map(|run| run.width).sum()
        };
        assert!((widths(&text) - widths(&inked)).abs() < 0.1);
        assert_eq!(text.lines.len(), inked.lines.len());
        assert_eq!(text.own_paint(start), None);
    }
}
