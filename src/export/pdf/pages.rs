//! A presentation as PDF: a page each as wide as a projector shows it, or sheets of paper to hand
//! out, with what the presenter is to say below a picture of the page.

use super::{Book, bookmark, draw_tagged, to, written};
use crate::export::paper::{Paper, PaperPage};
use crate::export::story::{Slide, Slides};
use crate::export::{ExportError, Job, Report, Watch};
use crate::scene::pages::SIZE;
use crate::scene::{Align, Face, Role, Text, TextStyle};
use crate::words::titled;
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::io::Write;
use std::ops::Range;
use std::sync::Arc;

/// Points for each page unit where a page fills its sheet: 13⅓ by 7½ inches, as slides are.
const SCALE: f32 = 0.5;
/// Around what stands on a sheet of paper, in points.
const EDGE: f32 = 42.0;
/// Between a page's picture and what is said to it.
const GAP: f32 = 26.0;
/// Where the line at the foot of a sheet stands, in points from below.
const FOOT: f32 = 34.0;
/// Between the lines to write on where nothing is to be said.
const RULES: f32 = 25.0;
const SAID: TextStyle =
    TextStyle { face: Face::Regular, size: 11.5, line_height: 17.0, align: Align::Start };
/// What stands above it where it goes on.
const ABOVE: TextStyle =
    TextStyle { face: Face::SemiBold, size: 13.0, line_height: 20.0, align: Align::Start };

/// Writes the pages of the journey that is meant.
pub(in crate::export) fn write_story(
    job: &Job<'_>,
    out: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let mut slides = Slides::new(job)?;
    let mut book = Book::new(job);
    let count = slides.len();
    for place in 0..count {
        if !watch(0.9 * place as f32 / count as f32) {
            return Err(ExportError::Stopped);
        }
        let Some(slide) = slides.slide(place) else { continue };
        let first = book.pages;
        match job.options.notes {
            false => book.slide(&slide)?,
            true => book.handout(&slide, &slides)?,
        }
        book.outline.push_child(bookmark(&slide.name, to(first, Vec2::ZERO)));
    }
    book.finish(&[slides.journey], out)
}

impl Book<'_> {
    /// A page that fills its sheet.
    fn slide(&mut self, slide: &Slide) -> Result<(), ExportError> {
        let size = SIZE * SCALE;
        let window = Rect::from_min_size(Pos2::ZERO, size);
        let page = PaperPage { size, scale: SCALE, at: Vec2::ZERO, window, tile: None };
        self.page(&slide.items, &page)
    }

    /// A page's picture with what is said to it below, on as many sheets as that takes.
    fn handout(&mut self, slide: &Slide, slides: &Slides<'_>) -> Result<(), ExportError> {
        let paper = Paper::A4.points().unwrap_or(SIZE * SCALE);
        let width = paper.x - 2.0 * EDGE;
        let scale = width / SIZE.x;
        let at = Rect::from_min_size(pos2(EDGE, EDGE), SIZE * scale);
        let page = PaperPage { size: paper, scale, at: vec2(EDGE, EDGE), window: at, tile: None };
        // What goes on from the page before has the same notes.
        let said = if slide.goes_on { "" } else { &slide.notes };
        let said = self.engine.layout(said, &SAID, Some(width));
        let above = self.job.words.handouts_notes_go_on(&slide.name);
        let above = self.engine.layout(&above, &ABOVE, Some(width));
        let bottom = paper.y - FOOT - 20.0;
        let lines = |from: f32| (((bottom - from) / SAID.line_height) as usize).max(1);
        let below = at.bottom() + GAP;
        let sheets = sheets(&said, lines(below), lines(EDGE + above.size.y + 10.0));
        for (sheet, part) in sheets.into_iter().enumerate() {
            let number = (self.pages + 1).to_string();
            let title = titled(&slides.journey.title, &self.job.words);
            let foot = format!("{title} · {number}");
            self.start(paper, |pen, tags, engine, surface| {
                let mut top = below;
                if sheet == 0 {
                    draw_tagged(&slide.items, &page, pen, tags, surface);
                    tags.decoration(surface);
                    let corners =
                        [at.left_top(), at.right_top(), at.right_bottom(), at.left_bottom()];
                    for (from, to) in corners.into_iter().zip(corners.into_iter().cycle().skip(1)) {
                        pen.line(surface, from, to, 0.75, Role::Hairline);
                    }
                } else {
                    tags.paragraph(surface, |surface| {
                        pen.text(surface, &above, pos2(EDGE, EDGE), Role::Ink.into());
                    });
                    top = EDGE + above.size.y + 10.0;
                }
                if let Some(text) = lines_of(&said, part) {
                    tags.paragraph(surface, |surface| {
                        pen.text(surface, &text, pos2(EDGE, top), Role::Ink.into());
                    });
                }
                tags.decoration(surface);
                if sheet == 0 && is_blank(&said) {
                    let mut y = below + RULES;
                    while y < bottom {
                        let (from, to) = (pos2(EDGE, y), pos2(paper.x - EDGE, y));
                        pen.line(surface, from, to, 0.5, Role::Hairline);
                        y += RULES;
                    }
                }
                let at = pos2(EDGE, paper.y - FOOT);
                written(pen, engine, surface, &foot, 8.5, at, false);
                tags.end_page(surface);
            })?;
        }
        Ok(())
    }
}

/// Which lines of a text stand on which sheet: `first` on the first, `next` on each that follows.
fn sheets(text: &Text, first: usize, next: usize) -> Vec<Range<usize>> {
    let count = text.lines.len();
    let mut parts = Vec::new();
    let (mut from, mut room) = (0, first.max(1));
    loop {
        let to = count.min(from + room);
        parts.push(from..to);
        if to >= count {
            return parts;
        }
        (from, room) = (to, next.max(1));
    }
}

/// Some lines of a text, as a text that begins with the first of them; none where it says nothing.
fn lines_of(text: &Arc<Text>, part: Range<usize>) -> Option<Text> {
    let mut lines = text.lines.get(part)?.to_vec();
    let top = lines.first()?.top;
    for line in &mut lines {
        line.top -= top;
        line.baseline -= top;
    }
    let height = lines.last().map_or(0.0, |line| line.top + SAID.line_height);
    let size = vec2(text.size.x, height);
    let part = Text { source: text.source.clone(), size, lines, inks: text.inks.clone() };
    (!is_blank(&part)).then_some(part)
}

/// Does it say nothing?
fn is_blank(text: &Text) -> bool {
    text.lines.iter().all(|line| line.runs.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::TextEngine;

    #[test]
    fn long_notes_go_on_and_lose_no_line() {
        let mut engine = TextEngine::new();
        for (count, expected) in [(1, 1), (3, 1), (4, 2), (8, 2), (9, 3)] {
            let notes = vec!["word"; count].join("\n");
            let text = engine.layout(&notes, &SAID, Some(400.0));
            let parts = sheets(&text, 3, 5);
            assert_eq!(parts.len(), expected, "{count}");
            let said = parts.iter().map(|part| {
                let lines = lines_of(&text, part.clone()).unwrap().lines;
                assert_eq!(lines[0].top, 0.0);
                lines.len()
            });
            assert_eq!(said.sum::<usize>(), count);
        }
        let empty = engine.layout("", &SAID, Some(400.0));
        assert_eq!(sheets(&empty, 3, 5).len(), 1);
        assert!(lines_of(&empty, 0..1).is_none());
    }
}
