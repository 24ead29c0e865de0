//! What is drawn on a page, as the shapes, texts, pictures and groups of a slide.

use super::geometry::{self, EMU, bounds, freeform, inner_place, moved, place, straight};
use super::layouts::SlideLayout;
use super::letters::{LetterShape, Letters};
use super::media::SlideMedia;
use super::paint::{edge, fill, own_fill, shadow};
use super::slide_number::on_slide;
use super::survey::Survey;
use super::text::{self, SlideText};
use crate::export::escape::{add, digits, escape};
use crate::export::outlines::Piece;
use crate::model::plain_text;
use crate::scene::{Face, Group, Item, Paint, Picture, Stroke, Tag, Text, Theme};
use crate::scene::{Visit, walk};
use crate::words::Words;
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::convert::Infallible;

/// How many boxes are looked at to find the one that a text stands in.
const BOXES: usize = 24;
/// The longest name of a group, in characters.
const NAME_MAX: usize = 48;
/// What says that a shape is only decoration.
const DECORATION: &str = "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\">\
    <adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" \
    val=\"1\"/></a:ext></a:extLst>";

/// A slide's shapes in the making.
pub(super) struct Shapes<'a> {
    theme: &'a Theme,
    /// Names what has no name.
    words: &'a Words,
    /// `sv-SE`
    lang: &'a str,
    letters: &'a mut Letters,
    media: &'a mut SlideMedia,
    /// The groups that have begun, the slide first.
    open: Vec<Open>,
    /// The number of the last shape.
    last: usize,
    /// Boxes that were drawn lately.
    boxes: Vec<Rect>,
    /// The next box casts a shadow.
    casts: bool,
    survey: Survey,
    layout: SlideLayout,
    texts: usize,
}

/// A shape that is only drawn.
#[derive(Clone, Copy)]
enum Drawn {
    Box,
    Shape,
    /// Where it is turned it goes from the lower left to the upper right.
    Line {
        turned: bool,
    },
}

/// A group that has begun.
#[derive(Default)]
struct Open {
    xml: Vec<u8>,
    /// How far what is in it reaches.
    reach: Option<Rect>,
    /// How many shapes are in it.
    count: usize,
    /// It is more than a text, which says by itself what it is.
    drawn: bool,
    /// The slide's title is in it, which may stand in no group.
    title: bool,
}

impl<'a> Shapes<'a> {
    /// The shapes of a slide whose heading is `heading`.
    pub(super) fn new(
        theme: &'a Theme,
        (words, lang): (&'a Words, &'a str),
        letters: &'a mut Letters,
        media: &'a mut SlideMedia,
        (items, heading, layout): (&[Item], &str, SlideLayout),
    ) -> Self {
        Self {
            theme,
            words,
            lang,
            letters,
            media,
            open: vec![Open::default()],
            // The slide itself is the first.
            last: 1,
            boxes: Vec::new(),
            casts: false,
            survey: Survey::new(items, heading),
            layout,
            texts: 0,
        }
    }

    /// Adds what `items` draw.
    pub(super) fn draw(&mut self, items: &[Item]) {
        let Ok(()) = walk(items, None, &mut |visit| {
            match visit {
                Visit::Begin(..) => self.open.push(Open::default()),
                Visit::Shadow(..) => self.casts = true,
                Visit::Draw(item, by) => self.item(item, by),
                Visit::End(group) => self.end(group),
            }
            Ok::<(), Infallible>(())
        });
    }

    /// Passes over what `items` draw, which the slide shows as a picture.
    pub(super) fn pass(&mut self, items: &[Item]) {
        let Ok(()) = walk(items, None, &mut |visit| {
            self.texts += usize::from(matches!(visit, Visit::Draw(Item::Text { .. }, _)));
            Ok::<(), Infallible>(())
        });
    }

    /// Adds the number of the slide, which `items` draw: it is this one until programs count.
    pub(super) fn number(&mut self, items: &[Item], number: usize) {
        let Ok(()) = walk(items, None, &mut |visit| {
            if let Visit::Draw(Item::Text { at, text, paint }, by) = visit {
                let right = at.x + by.x + text.size.x;
                let top = at.y + by.y;
                // As wide as longer numbers need.
                let size = vec2(text.size.y * 5.0, text.size.y);
                let rect = Rect::from_min_size(pos2(right - size.x, top), size);
                let (theme, lang, words) = (self.theme, self.lang, self.words);
                self.last += 1;
                let id = self.last;
                let out = self.reach(rect);
                on_slide((id, number), rect, (text, *paint), (theme, words, lang), out);
            }
            Ok::<(), Infallible>(())
        });
    }

    /// Adds a picture that is no one's but this slide's, a PNG file.
    pub(super) fn picture(&mut self, png: Vec<u8>, about: &str, rect: Rect) {
        let relation = self.media.own(png);
        self.pic(&relation, about, rect, 0.0);
    }

    /// All that was added, to stand in the slide's tree of shapes.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.open.pop().map(|open| open.xml).unwrap_or_default()
    }

    fn item(&mut self, item: &Item, by: Vec2) {
        match item {
            Item::Rect { rect, radius, fill, stroke, .. } => {
                let casts = std::mem::take(&mut self.casts);
                let rect = rect.translate(by);
                if rect.is_finite() && !rect.is_negative() {
                    self.rect(rect, *radius, *fill, stroke.as_ref(), casts);
                }
            }
            Item::Path { path, fill, stroke } => {
                let outline = moved(path, by);
                match straight(&outline).filter(|_| stroke.is_some()) {
                    Some((from, to)) => self.line(from, to, stroke.as_ref()),
                    None => self.outline(&outline, *fill, stroke.as_ref()),
                }
            }
            Item::Band { points, base, fill } => {
                let Some((first, last)) = points.first().zip(points.last()) else { return };
                let foot = |at: &Pos2| [at.x + by.x, base + by.y];
                let mut outline = vec![Piece::Move(foot(first))];
                outline.extend(points.iter().map(|at| Piece::Line((*at + by).into())));
                outline.extend([Piece::Line(foot(last)), Piece::Close]);
                self.outline(&outline, Some(*fill), None);
            }
            Item::Text { at, text, paint } => self.text(text, *at + by, *paint),
            Item::Image { rect, picture, radius } => {
                self.image(rect.translate(by), picture, *radius);
            }
            // Taken apart on the way.
            Item::Drawn { .. } | Item::Group(_) => {}
        }
    }

    /// Begins a shape that is only drawn, up to its outline.
    fn begin(&mut self, kind: Drawn, rect: Rect) -> &mut Vec<u8> {
        self.is_drawn();
        self.last += 1;
        let last = self.last;
        let (element, inner, name) = match kind {
            Drawn::Box => ("sp", "Sp", self.words.slides_box()),
            Drawn::Shape => ("sp", "Sp", self.words.slides_shape()),
            Drawn::Line { .. } => ("cxnSp", "CxnSp", self.words.slides_line()),
        };
        let flip = match kind {
            Drawn::Line { turned: true } => " flipV=\"1\"",
            Drawn::Box | Drawn::Shape | Drawn::Line { .. } => "",
        };
        let out = self.reach(rect);
        add!(out, "<p:{element}><p:nv{inner}Pr><p:cNvPr id=\"{last}\" name=\"");
        escape(&name, out);
        add!(
            out,
            " {last}\">{DECORATION}</p:cNvPr><p:cNv{inner}Pr/><p:nvPr/></p:nv{inner}Pr>\
                 <p:spPr><a:xfrm{flip}>"
        );
        place(rect, out);
        out.extend(b"</a:xfrm>");
        out
    }

    /// Where something is added that takes this room.
    fn reach(&mut self, rect: Rect) -> &mut Vec<u8> {
        if self.open.is_empty() {
            self.open.push(Open::default());
        }
        let last = self.open.len() - 1;
        let open = &mut self.open[last];
        open.reach = Some(open.reach.map_or(rect, |reach| reach.union(rect)));
        open.count += 1;
        &mut open.xml
    }

    fn is_drawn(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.drawn = true;
        }
    }

    fn rect(
        &mut self,
        rect: Rect,
        radius: f32,
        inside: Option<Paint>,
        stroke: Option<&Stroke>,
        casts: bool,
    ) {
        if self.boxes.len() >= BOXES {
            self.boxes.remove(0);
        }
        self.boxes.push(rect);
        let theme = self.theme;
        let out = self.begin(Drawn::Box, rect);
        round(rect, radius, out);
        fill(theme, inside, out);
        edge(theme, stroke, out);
        if casts {
            shadow(theme, out);
        }
        out.extend(b"</p:spPr></p:sp>");
    }

    fn line(&mut self, from: Pos2, to: Pos2, stroke: Option<&Stroke>) {
        let rect = Rect::from_two_pos(from, to);
        if !rect.is_finite() {
            return;
        }
        let theme = self.theme;
        let turned = (to.x < from.x) != (to.y < from.y) && to.x != from.x && to.y != from.y;
        let out = self.begin(Drawn::Line { turned }, rect);
        out.extend(b"<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>");
        edge(theme, stroke, out);
        out.extend(b"</p:spPr></p:cxnSp>");
    }

    fn outline(&mut self, outline: &[Piece], inside: Option<Paint>, stroke: Option<&Stroke>) {
        let Some(rect) = bounds(outline) else { return };
        let theme = self.theme;
        let out = self.begin(Drawn::Shape, rect);
        freeform(outline, rect, EMU, out);
        fill(theme, inside, out);
        edge(theme, stroke, out);
        out.extend(b"</p:spPr></p:sp>");
    }

    /// A shape of an emoji or an icon, in a text of this colour.
    fn letter(&mut self, shape: &LetterShape, paint: Paint) {
        if !shape.rect.is_finite() {
            return;
        }
        let theme = self.theme;
        let out = self.begin(Drawn::Shape, shape.rect);
        out.extend(&*shape.geometry);
        match shape.color {
            Some((color, opacity)) => own_fill(color, opacity, out),
            None => fill(theme, Some(paint), out),
        }
        edge(theme, None, out);
        out.extend(b"</p:spPr></p:sp>");
    }

    fn text(&mut self, text: &Text, at: Pos2, paint: Paint) {
        let number = self.texts;
        self.texts += 1;
        let runs =
            || text.lines.iter().flat_map(|line| line.runs.iter().map(move |run| (line, run)));
        let blank = |range: &std::ops::Range<usize>| {
            text.source.get(range.clone()).is_none_or(|said| said.trim().is_empty())
        };
        let written = |face: Face| !matches!(face, Face::Emoji | Face::Icons);
        // Where there are only emoji, they are a picture and not a text.
        let picture = runs().all(|(_, run)| !written(run.face) || blank(&run.range));
        let drawn =
            runs().filter(|(_, run)| text::is_drawn(text, run) || (picture && !written(run.face)));
        let shapes: Vec<_> = drawn
            .flat_map(|(line, run)| {
                self.letters.shapes(run, pos2(at.x + run.x, at.y + line.baseline))
            })
            .collect();
        let emoji = shapes.len() > 1;
        if emoji {
            self.open.push(Open::default());
        }
        shapes.iter().for_each(|shape| self.letter(shape, paint));
        if emoji {
            let said = runs().filter(|(_, run)| !written(run.face));
            let said = said.filter_map(|(_, run)| text.source.get(run.range.clone()));
            let said = said.collect::<String>();
            self.close(&said, &self.words.slides_emoji());
        }
        if picture {
            return;
        }
        let title = self.survey.title == Some(number);
        let mut block = SlideText { text, at, paint, within: None, room: f32::INFINITY };
        block.within = text::written(&block).and_then(|said| {
            let said = said.shrink2(vec2(0.0, said.height() * 0.25));
            self.boxes.iter().rev().copied().find(|one| one.contains_rect(said))
        });
        let Some(said) = text::written(&block) else { return };
        block.room =
            self.survey.room(Rect::from_x_y_ranges(said.x_range(), at.y..=at.y + text.size.y));
        let Some(rect) = text::rect(&block) else { return };
        let (theme, lang, kind) = (self.theme, self.lang, self.layout.title());
        let name = if title { self.words.slides_title() } else { self.words.slides_text() };
        self.last += 1;
        let last = self.last;
        let out = self.reach(rect);
        add!(out, "<p:sp><p:nvSpPr><p:cNvPr id=\"{last}\" name=\"");
        escape(&name, out);
        add!(out, " {last}\"/>");
        match title {
            true => add!(
                out,
                "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"{kind}\"/>\
                     </p:nvPr>"
            ),
            false => out.extend(b"<p:cNvSpPr txBox=\"1\"/><p:nvPr/>"),
        }
        out.extend(b"</p:nvSpPr><p:spPr><a:xfrm>");
        place(rect, out);
        out.extend(
            b"</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>",
        );
        text::body(&block, theme, lang, out);
        out.extend(b"</p:sp>");
        if let Some(open) = self.open.last_mut().filter(|_| title) {
            open.title = true;
        }
    }

    fn image(&mut self, rect: Rect, picture: &Picture, radius: f32) {
        if !rect.is_finite() || rect.is_negative() {
            return;
        }
        let relation = self.media.shared(picture);
        self.pic(&relation, "", rect, radius);
    }

    fn pic(&mut self, relation: &str, about: &str, rect: Rect, radius: f32) {
        self.is_drawn();
        self.last += 1;
        let last = self.last;
        let name = self.words.slides_picture();
        let out = self.reach(rect);
        add!(out, "<p:pic><p:nvPicPr><p:cNvPr id=\"{last}\" name=\"");
        escape(&name, out);
        add!(out, " {last}\" descr=\"");
        escape(about, out);
        add!(
            out,
            "\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>\
                 <p:blipFill><a:blip r:embed=\"{relation}\"/><a:stretch><a:fillRect/></a:stretch>\
                 </p:blipFill><p:spPr><a:xfrm>"
        );
        place(rect, out);
        out.extend(b"</a:xfrm>");
        round(rect, radius, out);
        out.extend(b"</p:spPr></p:pic>");
    }

    /// The group that began last ends.
    fn end(&mut self, group: &Group) {
        let title = plain_text(&group.title);
        let name = match title.trim() {
            "" => kind(group.tag, self.words),
            title => title.lines().next().unwrap_or_default().chars().take(NAME_MAX).collect(),
        };
        self.close(&group.title, &name);
    }

    fn close(&mut self, about: &str, name: &str) {
        if self.open.len() < 2 {
            return;
        }
        let Some(group) = self.open.pop() else { return };
        let Some(rect) = group.reach else { return };
        if group.title || (group.count == 1 && !group.drawn) {
            let title = group.title;
            let count = group.count;
            self.reach(rect).extend(group.xml);
            if let Some(open) = self.open.last_mut() {
                open.title |= title;
                open.drawn |= group.drawn;
                open.count += count - 1;
            }
            return;
        }
        self.is_drawn();
        self.last += 1;
        let last = self.last;
        let out = self.reach(rect);
        out.extend(b"<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"");
        digits(last as u64, 1, out);
        out.extend(b"\" name=\"");
        escape(name, out);
        out.extend(b"\" descr=\"");
        escape(about.trim(), out);
        out.extend(b"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>");
        place(rect, out);
        inner_place(rect, out);
        out.extend(b"</a:xfrm></p:grpSpPr>");
        out.extend(group.xml);
        out.extend(b"</p:grpSp>");
    }
}

/// Adds the outline of a box with round corners.
fn round(rect: Rect, radius: f32, out: &mut Vec<u8>) {
    let least = rect.size().min_elem().max(f32::MIN_POSITIVE);
    let share = (radius / least).clamp(0.0, 0.5);
    let square = (rect.width() - rect.height()).abs() < 0.01;
    if share <= 0.0 {
        out.extend(b"<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
    } else if share >= 0.499 && square {
        out.extend(b"<a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom>");
    } else {
        let share = (share * 100_000.0).round() as i64;
        out.extend(b"<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val ");
        geometry::whole(share, out);
        out.extend(b"\"/></a:avLst></a:prstGeom>");
    }
}

/// What a group without a title is called.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
fn kind(tag: Tag, words: &Words) -> String {
    match tag {
        Tag::Card => words.thing_card_other(),
        Tag::Phase => words.thing_phase(),
        Tag::Persona => words.field_persona(),
        Tag::Lane => words.thing_lane(),
        _ => words.slides_group(),
    }
}
