//! How is text written that stays text? Each run stands where it was laid out. A word that is broken
//! is one element over two lines; its hyphen is written at the end of the first, since where that line
//! ends is only known to who has the font. A line that reads from right to left is one element: so it
//! is found, and copied, as it was written.

use super::Svg;
use crate::export::escape::escape;
use crate::scene::{Face, Line, Paint, Run, Text};
use egui::Pos2;

impl Svg<'_> {
    /// A text with its box's top left corner at `at`.
    pub(super) fn real_text(&mut self, text: &Text, at: Pos2, paint: Paint) {
        // Is an element open that a word may go on in?
        let (mut open, mut goes_on) = (false, false);
        for line in &text.lines {
            let place = |run: &Run| Pos2::new(at.x + run.x, at.y + line.baseline);
            let hyphen = line.runs.last().is_some_and(Run::is_hyphen);
            if line.rtl {
                self.end_text(&mut open);
                open = self.line_from_right(text, line, at, paint);
                continue;
            }
            let written = line.runs.iter().filter(|run| !run.is_hyphen());
            let last = written.clone().count();
            for (nth, run) in written.enumerate() {
                let mut said = visible(text.source.get(run.range.clone()).unwrap_or_default());
                if hyphen && nth + 1 == last {
                    said.push('-');
                }
                if said.is_empty() {
                    continue;
                }
                let at = place(run);
                if open && std::mem::take(&mut goes_on) {
                    self.put("<tspan");
                    self.attributes(&[("x", at.x), ("y", at.y)]);
                    self.put(">");
                    escape(&said, &mut self.out);
                    self.put("</tspan>");
                    continue;
                }
                self.end_text(&mut open);
                open = true;
                self.begin_text(run.face, run.size, at, text.paint_of(run, paint));
                // The end of what reads from right to left is on the left.
                self.put(if run.rtl { " direction=\"rtl\" text-anchor=\"end\">" } else { ">" });
                escape(&said, &mut self.out);
            }
            goes_on = hyphen;
        }
        self.end_text(&mut open);
    }

    /// A run of pixels: the system's emoji are seldom outlines. As text the reader's own draw it.
    pub(super) fn lent_run(&mut self, text: &Text, run: &Run, at: Pos2, paint: Paint) {
        let said = visible(text.source.get(run.range.clone()).unwrap_or_default());
        if !said.is_empty() {
            self.begin_text(run.face, run.size, at, paint);
            self.put(">");
            escape(&said, &mut self.out);
            self.end_text(&mut true);
        }
    }

    /// A line that reads from right to left, from its right edge, in the order it is read. Returns
    /// whether an element is open.
    fn line_from_right(&mut self, text: &Text, line: &Line, at: Pos2, paint: Paint) -> bool {
        let said = visible(text.source.get(line.range.clone()).unwrap_or_default());
        let ours = |run: &&Run| !matches!(run.face, Face::Emoji | Face::System(_));
        let look = line.runs.iter().find(ours).or(line.runs.first());
        let Some(look) = look.filter(|_| !said.is_empty()) else { return false };
        let right = line.runs.iter().map(|run| run.x + run.width).fold(f32::MIN, f32::max);
        let at = Pos2::new(at.x + right, at.y + line.baseline);
        self.begin_text(look.face, look.size, at, paint);
        self.put(" direction=\"rtl\">");
        escape(&said, &mut self.out);
        true
    }

    /// A text element up to what may be added to it.
    fn begin_text(&mut self, face: Face, size: f32, at: Pos2, paint: Paint) {
        let (family, more) = match face {
            Face::Regular => ("Inter, sans-serif", ""),
            Face::Medium => ("Inter, sans-serif", " font-weight=\"500\""),
            Face::SemiBold => ("Inter, sans-serif", " font-weight=\"600\""),
            Face::Italic => ("Inter, sans-serif", " font-style=\"italic\""),
            Face::Emoji => {
                ("Twemoji, 'Segoe UI Emoji', 'Apple Color Emoji', 'Noto Color Emoji'", "")
            }
            Face::Icons | Face::System(_) => ("sans-serif", ""),
        };
        self.put("<text xml:space=\"preserve\"");
        self.attributes(&[("x", at.x), ("y", at.y), ("font-size", size)]);
        self.put(" font-family=\"");
        self.put(family);
        self.put("\"");
        self.put(more);
        self.fill(Some(paint));
    }

    fn end_text(&mut self, open: &mut bool) {
        if std::mem::take(open) {
            self.put("</text>\n");
        }
    }
}

/// What is to be read of a run or a line: without the space it ends in and without soft hyphens.
fn visible(said: &str) -> String {
    said.trim_end().replace('\u{ad}', "")
}
