//! A tile: a box with texts that stands on a page for a card, a quote, an opportunity or a task,
//! and how one that is too high for its place is taken apart.

use super::context::PageContext;
use super::plan::Cut;
use super::sign::{portrait, tick};
use super::sizes::{SMALL, TextSize};
use crate::model::{Id, TextOf};
use crate::scene::draw::pen::{Style, emoji_at, solid, text_at};
use crate::scene::{Drawing, Face, Item, Paint, Role, Text, TextSpot};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

/// One of a tile's texts.
pub(super) struct TileText {
    pub text: String,
    pub style: Style,
    pub paint: Paint,
    /// Between it and what stands above it.
    pub above: f32,
    /// Whose text it is, and how many of its bytes, where it goes on with something else.
    pub of: Option<(TextOf, usize)>,
}

impl TileText {
    pub(super) fn of(self, of: TextOf) -> Self {
        let bytes = self.text.len();
        Self { of: Some((of, bytes)), ..self }
    }

    /// It, beginning with this text where that says something.
    pub(super) fn beginning(self, text: &str, of: TextOf) -> Self {
        let bytes = text.trim().len();
        Self { of: (bytes > 0).then_some((of, bytes)), ..self }
    }
}

/// What stands before a tile's texts.
pub(super) enum TileSign {
    Emoji(String),
    /// A persona's portrait: picture, emoji or first letter, in its colour.
    Portrait {
        image: Option<Id>,
        shown: String,
        role: Role,
    },
    /// A box to tick.
    Tick(bool),
    /// The dot of a point of a list.
    Dot,
}

/// A box with texts, before it has a width.
#[derive(Default)]
pub(super) struct Tile {
    pub size: Option<TextSize>,
    /// The box; none: only texts.
    pub fill: Option<Role>,
    pub edge: bool,
    pub stripe: Option<Role>,
    pub sign: Option<TileSign>,
    /// Emoji in its upper right corner.
    pub marks: Vec<&'static str>,
    pub picture: Option<Id>,
    /// A figure over its texts, and how it has changed.
    pub figure: Option<(String, Option<(String, Role)>)>,
    pub says: Vec<TileText>,
    /// Names with how many of five.
    pub ratings: Vec<(String, u8, Role)>,
}

const RADIUS: f32 = 14.0;
/// A picture takes this part of its width in height.
const PICTURE: f32 = 0.6;
const PORTRAIT: f32 = 112.0;

impl Tile {
    fn size(&self) -> TextSize {
        self.size.unwrap_or(TextSize::Medium)
    }

    fn pad(&self) -> Vec2 {
        if self.fill.is_some() { self.size().pad() } else { vec2(0.0, 2.0) }
    }

    /// How much the sign takes of the width.
    fn indent(&self) -> f32 {
        let line = self.size().text().line_height;
        match &self.sign {
            None => 0.0,
            Some(TileSign::Emoji(_) | TileSign::Tick(_)) => line * 1.3,
            Some(TileSign::Dot) => self.said_line().line_height * 0.75,
            Some(TileSign::Portrait { .. }) => PORTRAIT + 26.0,
        }
    }

    /// The style of its first text.
    fn said_line(&self) -> Style {
        self.says.first().map_or(self.size().text(), |said| said.style)
    }

    fn marks_width(&self) -> f32 {
        self.marks.len() as f32 * self.size().text().line_height
    }

    /// Draws it `width` wide, or the part of it that `cut` says.
    pub(super) fn draw(
        &self,
        desk: &mut PageContext<'_>,
        width: f32,
        cut: Option<&Cut>,
    ) -> Drawing {
        let (size, pad) = (self.size(), self.pad());
        let first = cut.is_none_or(|cut| cut.first);
        let left = pad.x + self.indent();
        let inner = (width - left - pad.x).max(40.0);
        let line = size.text().line_height;
        let (mut items, mut texts, mut y) = (Vec::new(), Vec::new(), pad.y);
        let nobodys = |from: f32, to: f32| {
            let rect = Rect::from_min_max(pos2(left, from), pos2(left + inner, to));
            TextSpot { rect, size: size.text().size, of: None }
        };
        if first && let Some(image) = &self.picture {
            let most = if size <= TextSize::Huge { 420.0 } else { 240.0 };
            let high = (inner * PICTURE).min(most);
            let room = Rect::from_min_size(pos2(left, y), vec2(inner, high));
            items.extend(picture(desk, image, room));
            y += high + 14.0;
        }
        let marks = if first { self.marks_width() } else { 0.0 };
        if first {
            for (place, mark) in self.marks.iter().enumerate() {
                let x = width - pad.x.max(6.0) - line * 0.36 - place as f32 * line;
                let emoji = desk.pen.short(mark, Style { face: Face::Emoji, ..size.text() });
                items.push(emoji_at(pos2(x, y + line / 2.0), emoji, size.text().size));
            }
        }
        if first && let Some(figure) = &self.figure {
            let top = y;
            y = draw_figure(desk, figure, size, pos2(left, y), inner - marks, &mut items);
            texts.push(nobodys(top, y));
        }
        let top = y;
        for (place, (_, said, words)) in self.parts(cut).into_iter().enumerate() {
            let beside_marks = place == 0 && self.figure.is_none();
            let room = (if beside_marks { inner - marks } else { inner }).max(40.0);
            let text = match cut {
                None => unbroken(desk, words, said.style, room),
                // Its lines were counted at this size.
                Some(_) => desk.pen.text(words, said.style, Some(room)),
            };
            y += if y > top { said.above } else { 0.0 };
            texts.extend(whose(desk, said, words, &text, pos2(left, y), room));
            items.push(text_at(pos2(left, y), text.clone(), said.paint));
            y += text.size.y;
        }
        if cut.is_none() {
            let top = y;
            y = self.rate(desk, pos2(left, y), inner, &mut items);
            if y > top {
                texts.push(nobodys(top, y));
            }
        }
        let mut bottom = y;
        if first {
            bottom = bottom.max(self.draw_sign(desk, pos2(pad.x, pad.y), &mut items));
        }
        let full = vec2(width, (bottom + pad.y).ceil());
        let mut all = Vec::with_capacity(items.len() + 2);
        self.frame(full, &mut all);
        all.append(&mut items);
        Drawing { size: full, items: all, texts, ..Drawing::default() }
    }

    /// Its texts with their places, or what of them stands in a part.
    fn parts<'a>(&'a self, cut: Option<&'a Cut>) -> Vec<(usize, &'a TileText, &'a str)> {
        match cut {
            None => {
                let says = self.says.iter().enumerate();
                says.map(|(at, said)| (at, said, said.text.as_str())).collect()
            }
            Some(cut) => {
                let parts = cut.says.iter();
                let part = |(at, text): &'a (usize, String)| {
                    Some((*at, self.says.get(*at)?, text.as_str()))
                };
                parts.filter_map(part).collect()
            }
        }
    }

    fn frame(&self, full: Vec2, items: &mut Vec<Item>) {
        if let Some(fill) = self.fill {
            items.push(Item::Rect {
                rect: Rect::from_min_size(Pos2::ZERO, full),
                radius: RADIUS,
                fill: Some(fill.into()),
                stroke: self.edge.then(|| solid(1.5, Role::Hairline)),
                shadow: self.edge,
            });
        }
        if let Some(stripe) = self.stripe {
            let inset = if self.fill.is_some() { (full.y * 0.16).min(18.0) } else { 2.0 };
            let rect = Rect::from_min_size(pos2(0.0, inset), vec2(6.0, full.y - inset * 2.0));
            let fill = Some(stripe.into());
            items.push(Item::Rect { rect, radius: 3.0, fill, stroke: None, shadow: false });
        }
    }

    /// Draws the sign at `at`, and says how far down it reaches.
    fn draw_sign(&self, desk: &mut PageContext<'_>, at: Pos2, items: &mut Vec<Item>) -> f32 {
        let text = self.size().text();
        match &self.sign {
            None => at.y,
            Some(TileSign::Emoji(shown)) => {
                let middle = at + vec2(text.line_height * 0.45, text.line_height * 0.52);
                items.extend(super::kit::face(desk, shown, text.size * 1.15, 0.0, middle));
                at.y + text.line_height
            }
            Some(TileSign::Dot) => {
                let said = self.said_line();
                let middle = at + vec2(said.size * 0.3, said.line_height * 0.52);
                let fill = Some(Role::Accent.into());
                items.push(crate::scene::draw::pen::circle(middle, said.size * 0.13, fill, None));
                at.y
            }
            Some(TileSign::Tick(done)) => {
                let side = text.size * 0.95;
                let corner = at + vec2(0.0, (text.line_height - side) / 2.0);
                tick(Rect::from_min_size(corner, Vec2::splat(side)), *done, items);
                at.y + text.line_height
            }
            Some(TileSign::Portrait { image, shown, role }) => {
                let middle = at + Vec2::splat(PORTRAIT / 2.0);
                portrait(desk, image.as_ref(), shown, *role, middle, PORTRAIT / 2.0, items);
                at.y + PORTRAIT
            }
        }
    }

    /// Draws the ratings in a row that breaks where it must, and says how far down it reaches.
    fn rate(&self, desk: &mut PageContext<'_>, at: Pos2, width: f32, items: &mut Vec<Item>) -> f32 {
        let style = self.size().small();
        let (mut x, mut y, mut any) = (0.0, at.y + 8.0, false);
        for (name, of_five, role) in &self.ratings {
            let name = desk.pen.short(name, style);
            let wide = name.size.x + 12.0 + 5.0 * 22.0;
            if x > 0.0 && x + wide > width {
                (x, y) = (0.0, y + style.line_height);
            }
            let middle = y + style.line_height / 2.0;
            let dots = at.x + x + name.size.x + 12.0;
            items.push(text_at(pos2(at.x + x, y), name, Role::Muted));
            for dot in 0..5 {
                let full = *of_five > dot;
                let middle = pos2(dots + 9.0 + 22.0 * f32::from(dot), middle);
                let fill = full.then(|| (*role).into());
                let edge = Some(solid(2.0, *role));
                items.push(crate::scene::draw::pen::circle(middle, 6.5, fill, edge));
            }
            (x, any) = (x + wide + 34.0, true);
        }
        if any { y + style.line_height } else { at.y }
    }

    /// Takes it apart: the first part is at most as high as the first of `most`, the others as the
    /// second. One that cannot be made low enough has a line a part.
    pub(super) fn apart(
        &self,
        desk: &mut PageContext<'_>,
        width: f32,
        most: (f32, f32),
        cut: Option<&Cut>,
    ) -> Vec<Cut> {
        let begins = cut.is_none_or(|cut| cut.first);
        let pad = self.pad();
        let inner = (width - pad.x * 2.0 - self.indent() - self.marks_width()).max(40.0);
        // What stands above the texts of the first part.
        let none = Cut { says: Vec::new(), first: begins };
        let mut y = self.draw(desk, width, Some(&none)).size.y;
        let mut cuts = Vec::new();
        let parts = self.parts(cut);
        let mut cut = none;
        for (at, said, words) in parts {
            let text = desk.pen.text(words, said.style, Some(inner));
            let mut piece = String::new();
            y += said.above;
            for line in &text.lines {
                let words = text.source.get(line.range.clone()).unwrap_or_default();
                let full = y + said.style.line_height
                    > if cuts.is_empty() { most.0 } else { most.1 } - 2.0;
                if full && !(cut.says.is_empty() && piece.is_empty()) {
                    push(&mut cut, at, &mut piece);
                    cuts.push(std::mem::replace(&mut cut, Cut { says: Vec::new(), first: false }));
                    y = pad.y * 2.0;
                }
                piece.push_str(words);
                y += said.style.line_height;
            }
            push(&mut cut, at, &mut piece);
        }
        cuts.push(cut);
        cuts
    }
}

/// Whose is what is said in `words`, laid out as `text` and drawn at `at`?
fn whose(
    desk: &mut PageContext<'_>,
    said: &TileText,
    words: &str,
    text: &Text,
    at: Pos2,
    room: f32,
) -> Vec<TextSpot> {
    let Some((of, bytes)) = &said.of else { return vec![TextSpot::new(at, text, None)] };
    // A part of a text that was taken apart is only that text.
    match words.get(..*bytes).filter(|begin| begin.len() < words.len()) {
        Some(begin) => {
            let begin = desk.pen.text(begin, said.style, Some(room));
            vec![TextSpot::new(at, &begin, Some(of.clone())), TextSpot::new(at, text, None)]
        }
        None => vec![TextSpot::new(at, text, Some(of.clone()))],
    }
}

/// A text in which no word is broken that fits into a line when it is somewhat smaller.
fn unbroken(desk: &mut PageContext<'_>, text: &str, style: Style, room: f32) -> Arc<Text> {
    /// No smaller than this part of its size, and than this.
    const LEAST: (f32, f32) = (0.66, SMALL.size);
    // The names of lanes, and what is said of many cards, are the same on every page.
    let mut laid = desk.pen.kept(text, style, Some(room));
    let mut size = style.size;
    while let Some(word) = broken(&laid) {
        let wide = desk.pen.text(word, Style { size, ..style }, None).size.x.ceil() + 1.0;
        size = (size * room / wide).min(size - 0.5);
        if size < LEAST.1.max(style.size * LEAST.0) {
            return desk.pen.kept(text, style, Some(room));
        }
        let line_height = style.line_height * size / style.size;
        laid = desk.pen.text(text, Style { size, line_height, ..style }, Some(room));
    }
    laid
}

/// The first word that goes on in the next line. Scripts that break between any letters have none.
fn broken(text: &Text) -> Option<&str> {
    let source: &str = &text.source;
    let letter = |c: char| c.is_alphanumeric() && c < '\u{590}';
    let ends = |c: char| c.is_whitespace() || "-–—/".contains(c);
    text.lines.iter().find_map(|line| {
        let (before, after) = source.split_at_checked(line.range.end)?;
        if !before.ends_with(letter) || !after.starts_with(letter) {
            return None;
        }
        let from = before.rfind(ends).map_or(0, |at| source.ceil_char_boundary(at + 1));
        let to = after.find(ends).map_or(source.len(), |at| before.len() + at);
        source.get(from..to)
    })
}

/// Draws a figure and how it has changed, and says where what comes below may begin.
fn draw_figure(
    desk: &mut PageContext<'_>,
    (figure, change): &(String, Option<(String, Role)>),
    size: TextSize,
    at: Pos2,
    width: f32,
    items: &mut Vec<Item>,
) -> f32 {
    let text = desk.pen.text(figure, size.figure(), Some(width.max(40.0)));
    let (end, base) = text.lines.last().map_or((0.0, 0.0), |line| (line.width, line.baseline));
    let mut bottom = at.y + text.size.y;
    items.push(text_at(at, text, Role::Ink));
    if let Some((change, role)) = change {
        let change = desk.pen.text(change, size.name(), Some(width.max(40.0)));
        let own = change.lines.first().map_or(0.0, |line| line.baseline);
        let place = match end + 22.0 + change.size.x <= width {
            true => pos2(at.x + end + 22.0, at.y + base - own),
            false => pos2(at.x, bottom),
        };
        bottom = bottom.max(place.y + change.size.y);
        items.push(text_at(place, change, *role));
    }
    bottom + 4.0
}

/// Adds a piece of a text without the space and line breaks it ends in, unless it is nothing else.
fn push(cut: &mut Cut, at: usize, piece: &mut String) {
    let whole = std::mem::take(piece);
    let text = whole.trim_end();
    if !text.is_empty() {
        cut.says.push((at, text.to_owned()));
    }
}

/// A picture within `room`, in a quiet field; words where it cannot be shown.
pub(super) fn picture(desk: &mut PageContext<'_>, image: &Id, room: Rect) -> Vec<Item> {
    let field = |rect| Item::Rect {
        rect,
        radius: 10.0,
        fill: Some(Role::Chip.into()),
        stroke: None,
        shadow: false,
    };
    let Some(picture) = desk.pen.pictures.picture(image).cloned() else {
        let said = desk.pen.words.scene_no_picture();
        let text = desk.pen.text(&said, SMALL, Some(room.width() - 24.0));
        let at = room.center() - text.size / 2.0;
        return vec![field(room), text_at(at, text, Role::Muted)];
    };
    let (across, down) = picture.size();
    let own = vec2(across as f32, down as f32).max(Vec2::splat(1.0));
    let scale = (room.size() / own).min_elem().min(6.0);
    let rect = Rect::from_center_size(room.center(), own * scale);
    vec![field(room), Item::Image { rect, picture, radius: 8.0 }]
}
