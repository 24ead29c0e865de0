//! Texts as slides have them: one box for each text, whose lines break by themselves where it has
//! several, so that it can be edited as if it had been typed there.

use super::geometry::emu;
use super::paint::fill;
use crate::export::escape::{add, escape};
use crate::scene::{Face, Line, Paint, Run, Text, Theme};
use egui::{Pos2, Rect, pos2, vec2};

/// How far Inter reaches below its baseline, in ems (its hhea table: 680 of 2816). Lines of an exact
/// height stand on that much of it, whatever is above.
const DESCENT: f32 = 0.2415;
/// How much wider than its widest line a box is that breaks its lines: weights differ a little.
const SLACK: f32 = 1.04;
/// And how much wider any box is at least.
const LEAST: f32 = 1.015;
/// How much of its width a text on the paper has beside it, for fonts that are wider.
const BESIDE: f32 = 0.4;
/// How near to what stands beside it a text may come, in heights of its line.
const APART: f32 = 0.2;
/// How far from the edges of the box it stands in a text stays, in heights of its line.
const INSET: f32 = 0.35;
/// Two places this close are the same to the eye, in page units.
const SAME: f32 = 1.5;
/// The smallest and the largest letters that slides have, in hundredths of a point.
const SIZES: (i64, i64) = (100, 400_000);

/// A text where it stands on a slide.
pub(super) struct SlideText<'a> {
    pub text: &'a Text,
    /// The top left corner of the text's box.
    pub at: Pos2,
    pub paint: Paint,
    /// The box it stands in, as far as one can see; none: on the paper.
    pub within: Option<Rect>,
    /// Where something else begins to the right of it.
    pub room: f32,
}

/// How a block's lines stand, and in which box.
struct Set {
    rect: Rect,
    /// Does it stand in the middle of its box, whatever side its lines begin at?
    centered: bool,
    wrap: bool,
    line_height: f32,
}

/// Is this run of the text drawn, not written? Nobody has our icons as a font, and emoji at the ends
/// of a line look as ours do then; those among words are written, so that they stay where they are.
pub(super) fn is_drawn(text: &Text, run: &Run) -> bool {
    let [line] = &text.lines[..] else { return run.face == Face::Icons };
    let blank = |run: &Run| {
        let said = text.source.get(run.range.clone()).unwrap_or_default();
        matches!(run.face, Face::Emoji | Face::Icons) || said.trim().is_empty()
    };
    let mut others = line.runs.iter();
    match run.face {
        Face::Icons => true,
        // Who shows the slide may have a font that has it.
        Face::Emoji if run.is_missing() => false,
        Face::Emoji => {
            others.clone().take_while(|other| other.x < run.x).all(blank)
                || others.all(|other| other.x <= run.x || blank(other))
        }
        Face::Regular | Face::Medium | Face::SemiBold | Face::Italic | Face::System(_) => false,
    }
}

/// The runs of a text that are written, with their lines.
fn runs(text: &Text) -> impl Iterator<Item = (&Line, &Run)> + Clone {
    let lines = text.lines.iter();
    let runs = lines.flat_map(|line| line.runs.iter().map(move |run| (line, run)));
    runs.filter(|(_, run)| !is_drawn(text, run))
}

/// The bounds of what is written; none where nothing is.
pub(super) fn written(block: &SlideText<'_>) -> Option<Rect> {
    let blank = |run: &Run| {
        let said = block.text.source.get(run.range.clone());
        !run.is_hyphen() && said.is_none_or(|said| said.trim().is_empty())
    };
    let boxes = runs(block.text).filter(|(_, run)| !blank(run)).map(|(line, run)| {
        let left = block.at.x + run.x;
        let top = block.at.y + line.top;
        Rect::from_min_max(pos2(left, top), pos2(left + run.width, top + 1.0))
    });
    boxes.reduce(Rect::union).filter(|rect| rect.is_finite())
}

impl Set {
    /// None where nothing is written.
    fn of(block: &SlideText<'_>) -> Option<Self> {
        let said = written(block)?;
        let text = block.text;
        let lines = text.lines.len();
        let line_height = match text.lines.get(..2) {
            Some([first, second]) => second.top - first.top,
            _ => text.size.y,
        };
        let (line, first) = runs(text).next()?;
        let rtl = line.rtl;
        let baseline = text.lines.first().map_or(0.0, |line| line.baseline);
        let top = block.at.y + baseline - (line_height - DESCENT * first.size);
        let size = vec2(said.width(), line_height * lines as f32);
        let mut rect = Rect::from_min_size(pos2(said.left(), top), size);
        let breaks = lines > text.source.split('\n').count();
        let width = said.width();
        let edges = block.within.map(|one| (rect.left() - one.left(), one.right() - rect.right()));
        let (before, after) = edges.unwrap_or_default();
        let inner = before.clamp(0.0, line_height * INSET);
        let mut centered = false;
        if lines == 1 && (before - after).abs() < SAME && before > SAME {
            centered = true;
            rect = rect.expand2(vec2(before - inner * 0.4, 0.0));
        } else if rtl {
            rect.min.x -= if breaks { width * (SLACK - 1.0) } else { 0.0 };
        } else {
            // A font that is wider has what room there is beside the text. Where lines break, a box
            // that is wider than need be would pull words up.
            let free = block.room - line_height * APART;
            let edge =
                block.within.map_or(rect.right() + width * BESIDE, |one| one.right() - inner);
            let most =
                if breaks { width_of_breaks(text).min(width * SLACK) } else { f32::INFINITY };
            let right = edge.min(free).min(rect.left() + most);
            rect.max.x = right.max(rect.left() + width * LEAST);
        }
        let wrap = breaks || !rtl;
        Some(Self { rect, centered, wrap, line_height })
    }
}

/// How wide a box may be so that its lines break where they do.
fn width_of_breaks(text: &Text) -> f32 {
    let said = |line: &Line| text.source.get(line.range.clone()).unwrap_or_default();
    let pairs = text.lines.iter().zip(text.lines.iter().skip(1));
    let soft = pairs.filter(|(line, _)| !said(line).ends_with('\n') && !is_hyphened(line));
    let widths = soft.map(|(line, next)| {
        let end = said(next).find(char::is_whitespace);
        let end = end.map_or(next.range.end, |end| next.range.start + end);
        let glyphs = next.runs.iter().flat_map(|run| &run.glyphs);
        let word = glyphs.filter(|glyph| (glyph.at as usize) < end).map(|glyph| glyph.advance);
        line.width + word.sum::<f32>()
    });
    widths.fold(f32::INFINITY, f32::min)
}

/// The box of a block on its slide; none where nothing is written.
pub(super) fn rect(block: &SlideText<'_>) -> Option<Rect> {
    Set::of(block).map(|set| set.rect)
}

/// Adds what a block says as `p:txBody`, in a language such as `sv-SE`.
pub(super) fn body(block: &SlideText<'_>, theme: &Theme, lang: &str, out: &mut Vec<u8>) {
    let Some(set) = Set::of(block) else { return };
    let (wrap, fit) = match set.wrap {
        true => ("square", "<a:normAutofit/>"),
        false => ("none", "<a:noAutofit/>"),
    };
    add!(
        out,
        "<p:txBody><a:bodyPr vert=\"horz\" wrap=\"{wrap}\" lIns=\"0\" tIns=\"0\" rIns=\"0\" \
             bIns=\"0\" rtlCol=\"0\" anchor=\"t\" anchorCtr=\"0\">{fit}</a:bodyPr><a:lstStyle/>"
    );
    let text = block.text;
    let mut runs = runs(text).map(|(_, run)| run);
    // Runs in other fonts hold what this one lacks.
    let ours = |run: &&Run| !matches!(run.face, Face::Emoji | Face::System(_));
    let Some(first) = runs.clone().find(ours).or_else(|| runs.next()) else { return };
    let (bold, italic) = (first.face == Face::SemiBold, first.face == Face::Italic);
    let size = (emu(first.size) / 127).clamp(SIZES.0, SIZES.1);
    let spacing = (emu(set.line_height) / 127).clamp(0, 158_400);
    let flag = |name: &str, on: bool| if on { format!(" {name}=\"1\"") } else { String::new() };
    let look = |own: Option<Paint>, out: &mut Vec<u8>| {
        let (bold, italic) = (flag("b", bold), flag("i", italic));
        add!(out, " lang=\"{lang}\" sz=\"{size}\"{bold}{italic} dirty=\"0\">");
        fill(theme, Some(own.unwrap_or(block.paint)), out);
        out.extend(b"<a:latin typeface=\"+mn-lt\"/>");
    };
    for (paragraph, rtl) in paragraphs(text) {
        let align = match (set.centered, rtl) {
            (true, _) => "ctr",
            (false, true) => "r",
            (false, false) => "l",
        };
        let rtl = flag("rtl", rtl);
        add!(
            out,
            "<a:p><a:pPr marL=\"0\" indent=\"0\" algn=\"{align}\"{rtl}>\
                 <a:lnSpc><a:spcPts val=\"{spacing}\"/></a:lnSpc>\
                 <a:spcBef><a:spcPts val=\"0\"/></a:spcBef>\
                 <a:spcAft><a:spcPts val=\"0\"/></a:spcAft><a:buNone/></a:pPr>"
        );
        let end = paragraph.iter().rposition(|(c, _)| !c.is_whitespace()).map_or(0, |at| at + 1);
        let said = paragraph.get(..end).unwrap_or_default();
        if said.is_empty() {
            out.extend(b"<a:endParaRPr");
            look(None, out);
            out.extend(b"</a:endParaRPr>");
        }
        let lines = said.split(|(c, _)| *c == LINE_BREAK).filter(|said| !said.is_empty());
        for (place, said) in lines.enumerate() {
            if place > 0 {
                out.extend(b"<a:br><a:rPr");
                look(None, out);
                out.extend(b"</a:rPr></a:br>");
            }
            for piece in said.chunk_by(|(_, a), (_, b)| a == b) {
                let said: String = piece.iter().map(|(c, _)| *c).collect();
                out.extend(b"<a:r><a:rPr");
                look(piece.first().and_then(|(_, own)| *own), out);
                out.extend(b"</a:rPr><a:t>");
                escape(&said, out);
                out.extend(b"</a:t></a:r>");
            }
        }
        out.extend(b"</a:p>");
    }
    out.extend(b"</p:txBody>");
}

/// A new line in the same paragraph, as PowerPoint itself copies one: no text of ours has it.
const LINE_BREAK: char = '\u{b}';

/// Does this line end in a hyphen that is not in the text?
fn is_hyphened(line: &Line) -> bool {
    line.runs.last().is_some_and(Run::is_hyphen)
}

/// A character, and its colour where that is its own.
type Letter = (char, Option<Paint>);

/// The paragraphs of a text, without what is drawn of it, and whether each reads from right to left.
///
/// Where a word is broken there is a hyphen and a new line, as if somebody had typed them. A soft
/// hyphen would leave the word whole for whoever edits it, but Impress, Keynote and most versions of
/// PowerPoint do not draw one: they break the word at any letter. A hyphen without a new line would
/// end up within a line where the slide's font is narrower. So looks win, and who edits the text
/// finds what they see. The writer's own soft hyphens that break no line are left out.
fn paragraphs(text: &Text) -> Vec<(Vec<Letter>, bool)> {
    let drawn = |run: &Run| is_drawn(text, run);
    let mut paragraphs = vec![(Vec::new(), None)];
    for line in &text.lines {
        let at = line.range.start;
        let said = text.source.get(line.range.clone()).unwrap_or_default();
        let kept = said.char_indices().filter(|(place, _)| {
            !line.runs.iter().any(|run| run.range.contains(&(at + place)) && drawn(run))
        });
        for (place, c) in kept.filter(|(_, c)| *c != '\u{ad}') {
            if c == '\n' {
                paragraphs.push((Vec::new(), None));
            } else if let Some((said, rtl)) = paragraphs.last_mut() {
                said.push((c, text.own_paint(at + place)));
                rtl.get_or_insert(line.rtl);
            }
        }
        if let Some((said, _)) = paragraphs.last_mut().filter(|_| is_hyphened(line)) {
            let own = said.last().and_then(|(_, own)| *own);
            said.extend([('-', own), (LINE_BREAK, own)]);
        }
    }
    let has_drawn = text.lines.iter().flat_map(|line| &line.runs).any(drawn);
    if has_drawn {
        // What stood beside an emoji or an icon at either end.
        let filled = |said: &[Letter]| said.iter().any(|(c, _)| !c.is_whitespace());
        let first = paragraphs.iter().position(|(said, _)| filled(said)).unwrap_or_default();
        paragraphs.drain(..first);
        let last = paragraphs.iter().rposition(|(said, _)| filled(said)).unwrap_or_default();
        paragraphs.truncate(last + 1);
        if let Some((said, _)) = paragraphs.first_mut() {
            let blank = said.iter().take_while(|(c, _)| c.is_whitespace()).count();
            said.drain(..blank);
        }
    }
    paragraphs.into_iter().map(|(said, rtl)| (said, rtl.unwrap_or(false))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Align, Role, TextEngine, TextStyle, ThemeKind};

    fn xml(said: &str, width: Option<f32>, within: Option<Rect>) -> (Rect, String) {
        let room = f32::INFINITY;
        let style =
            TextStyle { face: Face::SemiBold, size: 30.0, line_height: 40.0, align: Align::Start };
        let text = TextEngine::new().layout(said, &style, width);
        let at = pos2(100.0, 100.0);
        let block = SlideText { text: &text, at, paint: Role::Ink.into(), within, room };
        let mut out = Vec::new();
        body(&block, &Theme::new(ThemeKind::Light), "sv-SE", &mut out);
        (rect(&block).unwrap(), String::from_utf8(out).unwrap())
    }

    #[test]
    fn a_line_stays_one_and_lines_break_by_themselves() {
        let (rect, line) = xml("Å <b> & \"c\"", None, None);
        assert!(line.contains("wrap=\"square\"") && line.contains("Å &lt;b&gt; &amp;"), "{line}");
        assert!(line.contains("sz=\"1500\" b=\"1\"") && line.contains("<a:spcPts val=\"2000\"/>"));
        assert_eq!((rect.left(), rect.height()), (100.0, 40.0));
        let (rect, lines) = xml("one two three four", Some(120.0), None);
        assert!(lines.contains("wrap=\"square\"") && lines.contains(">one two three four<"));
        assert!(rect.width() > 100.0 && rect.height() >= 80.0, "{rect:?}");
        let (_, two) = xml("one\n\ntwo", None, None);
        assert_eq!(two.matches("<a:p>").count(), 3);
        assert!(two.contains("<a:endParaRPr "), "{two}");
    }

    #[test]
    fn a_word_that_is_broken_has_its_hyphen_and_a_new_line() {
        let (_, broken) = xml("Vår förpackningsmaskin\nA\u{ad}B", Some(250.0), None);
        let texts: Vec<&str> = broken.split("<a:t>").skip(1).collect();
        let texts: Vec<&str> = texts.iter().filter_map(|one| one.split("</a:t>").next()).collect();
        assert_eq!(texts, ["Vår förpacknings-", "maskin", "AB"], "{broken}");
        assert_eq!((broken.matches("<a:br>").count(), broken.matches("<a:p>").count()), (1, 2));
        assert!(!broken.contains('\u{ad}') && !broken.contains(LINE_BREAK));
    }

    #[test]
    fn a_text_knows_the_box_it_stands_in() {
        let width = xml("Chip", None, None).0.width() / (1.0 + BESIDE);
        let around = Rect::from_min_size(pos2(80.0, 90.0), vec2(width + 40.0, 60.0));
        let (rect, chip) = xml("Chip", None, Some(around));
        assert!(chip.contains("algn=\"ctr\""), "{chip}");
        assert!(rect.width() > width && rect.width() < around.width(), "{rect:?}");
        assert!((rect.center().x - around.center().x).abs() < 0.1, "{rect:?}");
        let (_, mixed) = xml("🌐 Webb", None, None);
        assert!(mixed.contains("<a:t>Webb</a:t>"), "{mixed}");
        let (_, mixed) = xml("Ja 🌐 nej", None, None);
        assert!(mixed.contains("<a:t>Ja 🌐 nej</a:t>"), "{mixed}");
        // Words stay in their lines, whatever room the card has.
        let card = Rect::from_min_size(pos2(80.0, 90.0), vec2(400.0, 200.0));
        let (rect, _) = xml("one two three four", Some(120.0), Some(card));
        assert!(rect.width() > 100.0 && rect.width() < 130.0, "{rect:?}");
        let (rect, _) = xml("One line", None, Some(card));
        assert!(rect.right() > 460.0 && rect.right() < 480.0, "{rect:?}");
    }
}
