//! What does a quote beside a face look like, and whose is it?
//!
//! A bubble in its persona's colour: a portrait in the persona's ring, or the persona's name where
//! there is no portrait, and then what was said. Where it stands is decided in `place`.

use crate::model::{Id, TEXT_MAX, plain_text, unquoted};
use crate::scene::draw::pen::{self, Pen, Style, circle, emoji_at, line_boxes, solid, text_at};
use crate::scene::{Drawing, Face, Item, Path, Role, Segment, Summary, Text};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::borrow::Cow;
use std::sync::Arc;

pub(crate) mod search;

pub(in crate::scene) use crate::scene::map::quotes::search::{
    Obstacles, QuoteSpot, QuoteToPlace, place,
};

/// What was said.
const SAID: Style = Style { face: Face::Italic, size: 12.5, line_height: 16.0 };
/// Who said so, where there is no portrait.
const NAME: Style = Style { face: Face::SemiBold, size: 11.0, line_height: 14.0 };
/// The quotation mark in the sign of a folded quote.
const MARK: Style = Style { face: Face::SemiBold, size: 15.0, line_height: 15.0 };
/// From the bubble's edge to its text.
const MARGIN: Vec2 = vec2(11.0, 6.0);
/// From the bubble's left edge to a portrait.
const PORTRAIT_X: f32 = 7.0;
/// Of a portrait with its ring, at text scale 1.
const PORTRAIT: f32 = 10.0;
/// From a portrait to the text.
const PORTRAIT_GAP: f32 = 7.0;
/// How thick a bubble's edge is.
const EDGE: f32 = 1.3;

/// Whose quotes these are, as their bubbles show it.
pub(in crate::scene) struct Speaker {
    role: Role,
    /// A portrait in its ring around (0, 0), and how large its radius is.
    portrait: Option<(Vec<Item>, f32)>,
    /// The persona's name, where there is no portrait.
    name: Option<Arc<Text>>,
}

impl Speaker {
    /// Who speaks on the curve of `persona` in this colour; nobody in particular has neither
    /// portrait nor name.
    pub(crate) fn new(pen: &mut Pen, persona: Option<&Id>, role: Role) -> Self {
        let mut speaker = Self { role, portrait: None, name: None };
        let Some((_, persona)) = persona.and_then(|id| pen.project.persona(id)) else {
            return speaker;
        };
        let radius = pen.grown(PORTRAIT);
        let ring = circle(Pos2::ZERO, radius, Some(role.at(36)), Some(solid(1.6, role)));
        let picture = persona.image.as_ref().and_then(|id| pen.pictures.portrait(id)).cloned();
        let inside = match picture {
            Some(picture) => {
                let radius = radius - 1.0;
                let rect = Rect::from_center_size(Pos2::ZERO, Vec2::splat(radius * 2.0));
                Some(Item::Image { rect, picture, radius })
            }
            None if persona.face().is_empty() => None,
            None => {
                let face = pen.short(persona.face(), pen::QUOTE_FACE);
                let size = pen.grown(pen::QUOTE_FACE.size);
                // Several signs, or a word, are told by the name instead.
                (face.size.x <= radius * 2.0).then(|| emoji_at(Pos2::ZERO, face, size))
            }
        };
        match inside {
            Some(inside) => speaker.portrait = Some((vec![ring, inside], radius)),
            None if persona.name.trim().is_empty() => {}
            None => {
                let (name, width) = (persona.name.trim(), pen.grown(130.0));
                let line = pen.short(name, NAME);
                let fits = line.size.x <= width;
                speaker.name = Some(if fits { line } else { pen.text(name, NAME, Some(width)) });
            }
        }
        speaker
    }

    /// Where the words of a bubble begin.
    fn corner(&self) -> Vec2 {
        let left = self
            .portrait
            .as_ref()
            .map_or(MARGIN.x, |(_, radius)| PORTRAIT_X + radius * 2.0 + PORTRAIT_GAP);
        let top = self.name.as_ref().map_or(0.0, |name| name.size.y + 1.0);
        vec2(left, MARGIN.y + top)
    }

    /// How large the bubble around a quote is, in whole units; never beyond all measure.
    pub(crate) fn size(&self, said: &Text) -> Vec2 {
        let name = self.name.as_ref().map_or(0.0, |name| name.size.x);
        let size = self.corner() + vec2(said.size.x.max(name), said.size.y) + MARGIN;
        let least = self.portrait.as_ref().map_or(0.0, |(_, radius)| radius * 2.0 + MARGIN.y);
        vec2(size.x, size.y.max(least)).ceil().min(vec2(2e3, 2e5))
    }

    /// The bubble around what was said, from its own top left corner. `face` is the middle of the
    /// face it belongs to, counted from there too, and `radius` how large that is.
    pub(crate) fn bubble(&self, said: Arc<Text>, face: Pos2, radius: f32) -> Arc<Drawing> {
        let size = self.size(&said);
        let rect = Rect::from_min_size(Pos2::ZERO, size);
        let stroke = Some(solid(EDGE, self.role));
        let mut items = Vec::new();
        if let Some([from, to]) = search::tail(rect, face, radius) {
            let path = Arc::new(Path {
                segments: vec![Segment::Move(from), Segment::Line(to)],
                convex: false,
            });
            items.push(Item::Path { path, fill: None, stroke });
        }
        let fill = Some(Role::Card.into());
        items.push(Item::Rect { rect, radius: 8.0, fill, stroke, shadow: false });
        if let Some((portrait, radius)) = &self.portrait {
            // In the middle of few lines, beside the first of many.
            let y = (size.y / 2.0).min(MARGIN.y + radius * 2.0);
            let by = vec2(PORTRAIT_X + radius, y);
            items.extend(portrait.iter().map(|item| item.clone().moved(by)));
        }
        if let Some(name) = &self.name {
            items.push(text_at(MARGIN.to_pos2(), name.clone(), self.role));
        }
        let corner = self.corner();
        let at = match self.portrait {
            Some(_) => pos2(corner.x, (size.y - said.size.y) / 2.0),
            None => corner.to_pos2(),
        };
        let lines = line_boxes(at, &said);
        let summary = Summary { fill: Some(Role::Card.into()), lines, ..Summary::default() };
        items.push(text_at(at, said, Role::Ink));
        Arc::new(Drawing { size, items, summary, ..Drawing::default() })
    }
}

/// The small sign that stands for a quote without a place: a quotation mark in this colour.
pub(in crate::scene) fn sign(pen: &mut Pen, role: Role) -> Arc<Drawing> {
    let size = pen.grown(search::SIGN);
    let middle = Pos2::ZERO + Vec2::splat(size / 2.0);
    let back = circle(middle, size / 2.0, Some(Role::Card.into()), Some(solid(EDGE, role)));
    let mark = pen.short("”", MARK);
    // The mark hangs at the top of its line: its own middle is brought to that of the circle.
    let at = pos2(middle.x - mark.size.x / 2.0, middle.y - mark.size.y * 0.31);
    let items = vec![back, text_at(at, mark, role)];
    let summary = Summary { fill: Some(role.into()), ..Summary::default() };
    Arc::new(Drawing { size: Vec2::splat(size), items, summary, ..Drawing::default() })
}

/// A quote as laid-out text between quotation marks; none where nothing was said. Short ones are
/// narrow, as they stand beside a face; longer ones get wider rather than very high.
pub(in crate::scene) fn text(pen: &mut Pen, quote: &str, marks: &[String; 2]) -> Option<Arc<Text>> {
    let said = unquoted(quote);
    if said.is_empty() {
        return None;
    }
    let said = shortened(said, TEXT_MAX);
    let width = match said.chars().take(1001).count() {
        0..=90 => 130.0,
        91..=240 => 200.0,
        241..=1000 => 300.0,
        _ => 480.0,
    };
    let [open, close] = marks;
    let width = Some(pen.grown(width));
    let texts = pen.texts;
    let text = pen.text(&format!("{open}{said}{close}"), SAID, width);
    // Texts of curves are not counted: they are kept with their points.
    pen.texts = texts;
    Some(text)
}

/// The first `most` characters of a text as it is [shown](plain_text); what is left out is marked.
pub(in crate::scene) fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    let text = plain_text(text);
    let cut = text.char_indices().nth(most).and_then(|(end, _)| text.get(..end));
    match cut.map(|start| format!("{}…", start.trim_end())) {
        Some(start) => start.into(),
        None => text,
    }
}

#[cfg(test)]
mod tests;
