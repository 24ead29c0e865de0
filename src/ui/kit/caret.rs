//! Where may the caret stand? Text fields of egui count on one glyph for each character, and end
//! the program where there are fewer; its shaping gives fewer, or more, for some texts from right
//! to left and some that are composed. Here each row gets as many as it has characters.

use egui::epaint::text::Glyph;
use egui::text::LayoutJob;
use egui::{Color32, FontId, Galley, TextBuffer, Ui};
use std::sync::Arc;

/// Lays out what is in a text field. Each of our fields has it, or [`counted`], for its layouter.
pub(crate) fn layouter(
    font: FontId,
    lines: bool,
) -> impl FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> {
    move |ui, text, width| {
        let (text, ink) = (without_returns(text.as_str()), Color32::PLACEHOLDER);
        let mut job = match lines {
            true => LayoutJob::simple(text, font.clone(), ink, width),
            false => LayoutJob::simple_singleline(text, font.clone(), ink),
        };
        job.keep_trailing_whitespace = true;
        let height = ui.fonts_mut(|fonts| fonts.row_height(&font));
        for section in &mut job.sections {
            section.format.line_height = Some(height + ui.spacing().extra_text_line_spacing);
        }
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        counted(ui, galley)
    }
}

/// The text with a space for each carriage return: egui takes it for the end of a line at one time
/// and not at another, and then looks for a word beyond the end.
pub(crate) fn without_returns(text: &str) -> String {
    text.replace('\r', " ")
}

/// The galley with as many glyphs in each paragraph as it has characters.
pub(crate) fn counted(ui: &Ui, galley: Arc<Galley>) -> Arc<Galley> {
    let counts = counts(&galley);
    if counts.iter().all(|(rows, wanted)| glyphs(&galley, rows.clone()) == *wanted) {
        return galley;
    }
    let mut galley = Arc::unwrap_or_clone(galley);
    for (rows, wanted) in counts {
        let mut over = glyphs(&galley, rows.clone()).saturating_sub(wanted);
        let lacking = wanted.saturating_sub(glyphs(&galley, rows.clone()));
        for row in galley.rows[rows.clone()].iter_mut().rev() {
            let left = row.glyphs.len().saturating_sub(over);
            over -= row.glyphs.len() - left;
            if left < row.glyphs.len() {
                Arc::make_mut(&mut row.row).glyphs.truncate(left);
            }
        }
        if lacking > 0
            && let Some(mut none) = nothing(ui, &galley)
            && let Some(row) = galley.rows[rows].last_mut()
        {
            let row = Arc::make_mut(&mut row.row);
            none.first_vertex = row.visuals.glyph_vertex_range.end as u32;
            none.pos.x = row.size.x;
            none.pos.y = row.glyphs.last().map_or(none.pos.y, |glyph| glyph.pos.y);
            row.glyphs.extend(std::iter::repeat_n(none, lacking));
        }
    }
    Arc::new(galley)
}

/// The rows of each paragraph, and how many characters it has.
fn counts(galley: &Galley) -> Vec<(std::ops::Range<usize>, usize)> {
    let mut counts = Vec::new();
    let (mut rest, mut start) = (galley.text(), 0);
    for (index, row) in galley.rows.iter().enumerate() {
        let last = index + 1 == galley.rows.len();
        if row.ends_with_newline && !last {
            let (said, after) = rest.split_once('\n').unwrap_or((rest, ""));
            counts.push((start..index + 1, said.chars().count()));
            (rest, start) = (after, index + 1);
        } else if last {
            let said = if row.ends_with_newline { rest.trim_end_matches('\n') } else { rest };
            counts.push((start..index + 1, said.chars().count()));
        }
    }
    counts
}

fn glyphs(galley: &Galley, rows: std::ops::Range<usize>) -> usize {
    galley.rows[rows].iter().map(|row| row.glyphs.len()).sum()
}

/// A glyph that is not drawn and takes no room.
fn nothing(ui: &Ui, galley: &Galley) -> Option<Glyph> {
    let known = galley.rows.iter().find_map(|row| row.glyphs.first().copied());
    let any = || {
        let font = galley.job.sections.first()?.format.font_id.clone();
        let space =
            ui.fonts_mut(|fonts| fonts.layout_no_wrap(" ".into(), font, Color32::PLACEHOLDER));
        space.rows.first()?.glyphs.first().copied()
    };
    let mut glyph = known.or_else(any)?;
    (glyph.chr, glyph.advance_width, glyph.uv_rect) = (' ', 0.0, Default::default());
    Some(glyph)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{font_id, install_fonts};

    #[test]
    fn there_is_a_place_for_the_caret_before_and_after_each_character() {
        let ctx = egui::Context::default();
        install_fonts(&ctx);
        let texts = [
            "",
            "plain",
            "two\nlines\n",
            "\u{2067}שלום\u{2069} 😀\u{e000}\u{f8ff}😀",
            "abc שלום def\nשָׁלוֹם",
            "مرحبا بالعالم ﷺ",
            "ଈ\u{658}ವ\u{31f}\u{16}\u{362}yঔ\u{fe0e} கொ කො",
            "👩‍👩‍👧‍👦🇸🇪1\u{fe0f}\u{20e3}\u{301}",
            "\u{200d}\u{fe0f}\u{feff}",
            "a\r\nb\rc\u{2028}d\te",
        ];
        let mut wrong = 0;
        ctx.run_ui(egui::RawInput::default(), |ui| {
            for text in texts {
                let font = font_id(crate::scene::Face::Regular, 14.0);
                let bare = ui.fonts_mut(|fonts| {
                    fonts.layout_no_wrap(text.into(), font, Color32::PLACEHOLDER)
                });
                wrong += usize::from(bare.end().index.0 != text.chars().count());
                for (lines, width) in [(true, 30.0), (true, 1000.0), (false, 30.0)] {
                    let mut layouter = layouter(font_id(crate::scene::Face::Regular, 14.0), lines);
                    let galley = layouter(ui, &text.to_owned(), width);
                    assert_eq!(galley.end().index.0, text.chars().count(), "{text:?} {width}");
                }
            }
        })
        .drop_without_applying_deltas();
        assert!(wrong > 0, "egui counts right by now: this file is not needed any more");
    }
}
