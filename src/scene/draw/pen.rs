//! How the texts of a map are set: their sizes, and the pen that lays them out and counts them.

use super::kept_texts::{KeptTexts, Look};
use crate::model::{Id, Part, Project, View};
use crate::scene::{Align, Face, Item, Paint, Pictures, Role, Text, TextEngine, TextStyle};
use crate::words::Words;
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// A font and its size at text scale 1, in document units.
#[derive(Clone, Copy, Debug)]
pub(in crate::scene) struct Style {
    pub face: Face,
    pub size: f32,
    pub line_height: f32,
}

const fn style(face: Face, size: f32, line_height: f32) -> Style {
    Style { face, size, line_height }
}

/// The journey's title.
pub(in crate::scene) const TITLE: Style = style(Face::SemiBold, 26.0, 32.0);
/// The journey's purpose.
pub(in crate::scene) const PURPOSE: Style = style(Face::Regular, 14.0, 19.0);
/// The kind of journey, in its chip.
pub(in crate::scene) const KIND: Style = style(Face::SemiBold, 12.5, 16.0);
/// A persona's name.
pub(in crate::scene) const NAME: Style = style(Face::SemiBold, 15.0, 20.0);
pub(in crate::scene) const PERSONA_ROLE: Style = style(Face::Regular, 12.5, 17.0);
/// A persona's face.
pub(in crate::scene) const PERSONA_FACE: Style = style(Face::Regular, 22.0, 26.0);
/// A phase's name.
pub(in crate::scene) const PHASE: Style = style(Face::SemiBold, 16.0, 20.0);
/// A phase's duration.
pub(in crate::scene) const DURATION: Style = style(Face::Regular, 12.0, 16.0);
/// A step's title.
pub(in crate::scene) const STEP: Style = style(Face::Medium, 12.0, 16.0);
/// A lane's title.
pub(in crate::scene) const LANE: Style = style(Face::SemiBold, 15.0, 19.0);
/// A lane's icon.
pub(in crate::scene) const LANE_ICON: Style = style(Face::Regular, 18.0, 22.0);
/// The name of a line between lanes.
pub(in crate::scene) const LINE: Style = style(Face::Medium, 11.0, 14.0);
/// What a card says.
pub(in crate::scene) const CARD: Style = style(Face::Medium, 13.0, 17.0);
/// What a card without a box says.
pub(in crate::scene) const SPOKEN: Style = style(Face::Italic, 13.0, 18.0);
/// More about a card.
pub(in crate::scene) const NOTE: Style = style(Face::Regular, 12.0, 16.0);
/// A chip of a card.
pub(in crate::scene) const CHIP: Style = style(Face::Medium, 11.0, 14.0);
/// A mark of a card.
pub(in crate::scene) const MARK: Style = style(Face::Regular, 15.0, 18.0);
/// A persona's face on a card.
pub(in crate::scene) const SMALL_FACE: Style = style(Face::Regular, 10.0, 12.0);
/// A persona's face beside a quote.
pub(in crate::scene) const QUOTE_FACE: Style = style(Face::Regular, 13.5, 16.0);
/// A metric's figure.
pub(in crate::scene) const FIGURE: Style = style(Face::SemiBold, 19.0, 24.0);
/// The sign in the place of a picture.
pub(in crate::scene) const SIGN: Style = style(Face::Icons, 16.0, 20.0);
/// How a metric has changed.
pub(in crate::scene) const CHANGE: Style = style(Face::SemiBold, 12.0, 16.0);

/// What it takes to draw a part of a map.
pub(in crate::scene) struct Pen<'a> {
    /// Lays out text.
    pub engine: &'a mut TextEngine,
    /// Texts laid out before.
    pub kept_texts: &'a mut KeptTexts,
    /// What things are called.
    pub words: &'a Words,
    /// Where personas and opportunities are looked up.
    pub project: &'a Project,
    /// The project's pictures.
    pub pictures: &'a Pictures,
    /// 1, or more for projectors.
    pub scale: f32,
    /// No text is smaller than this, whatever its style, in document units; 0: as its style has it.
    pub least: f32,
    /// Lanes that are at least this high.
    pub held: &'a HashMap<Id, f32>,
    /// What of the map is shown.
    pub view: &'a View,
    /// How many texts it has laid out.
    pub texts: usize,
}

impl Pen<'_> {
    /// Is this part of the map shown?
    pub(crate) fn shows(&self, part: &Part) -> bool {
        self.view.shows(part)
    }

    /// `text` broken to `width`.
    pub(crate) fn text(&mut self, text: &str, style: Style, width: Option<f32>) -> Arc<Text> {
        self.texts += 1;
        self.engine.lang = self.words.lang;
        let [size, line_height] = self.sizes(style);
        let style = TextStyle { face: style.face, size, line_height, align: Align::Start };
        self.engine.layout(text, &style, width)
    }

    /// A short text in one line, kept for the next time.
    pub(crate) fn short(&mut self, text: &str, style: Style) -> Arc<Text> {
        self.kept(text, style, None)
    }

    /// `text` broken to `width`, kept for the next time: worth it where the same stands in many places.
    pub(crate) fn kept(&mut self, text: &str, style: Style, width: Option<f32>) -> Arc<Text> {
        let look = Look {
            face: style.face,
            sizes: self.sizes(style).map(f32::to_bits),
            width: width.map(f32::to_bits),
            lang: self.words.lang,
        };
        if let Some(kept) = self.kept_texts.get(&look, text) {
            return kept;
        }
        let laid_out = self.text(text, style, width);
        self.kept_texts.keep(look, text, Arc::clone(&laid_out));
        laid_out
    }

    /// How large letters of a style are, and its lines.
    fn sizes(&self, style: Style) -> [f32; 2] {
        let size = style.size * self.scale;
        let grown = (self.least / size.max(0.1)).max(1.0);
        [size * grown, style.line_height * self.scale * grown]
    }

    /// A title and its colour: `role`, or a muted word where there is none.
    pub(crate) fn titled<'t>(&self, title: &'t str, role: Role) -> (Cow<'t, str>, Paint) {
        match title.trim().is_empty() {
            false => (title.into(), role.into()),
            true if role == Role::OnColor => (self.words.scene_untitled().into(), role.into()),
            true => (self.words.scene_untitled().into(), Role::Muted.into()),
        }
    }

    /// The length `at_1` grown with the text.
    pub(crate) fn grown(&self, at_1: f32) -> f32 {
        at_1 * self.scale
    }
}

/// `text` with its top left corner at `at`.
pub(in crate::scene) fn text_at(at: Pos2, text: Arc<Text>, paint: impl Into<Paint>) -> Item {
    Item::Text { at, text, paint: paint.into() }
}

pub(in crate::scene) fn emoji_at(middle: Pos2, emoji: Arc<Text>, size: f32) -> Item {
    let baseline = emoji.lines.first().map_or(0.0, |line| line.baseline);
    // An emoji reaches from 0.86 of its size above the baseline to 0.14 below it.
    let at = pos2(middle.x - emoji.size.x / 2.0, middle.y + size * 0.36 - baseline);
    text_at(at, emoji, Role::Ink)
}

/// A circle, as a box with round corners.
pub(in crate::scene) fn circle(
    middle: Pos2,
    radius: f32,
    fill: Option<Paint>,
    stroke: Option<crate::scene::Stroke>,
) -> Item {
    let rect = Rect::from_center_size(middle, Vec2::splat(radius * 2.0));
    Item::Rect { rect, radius, fill, stroke, shadow: false }
}

/// A solid edge.
pub(in crate::scene) fn solid(width: f32, paint: impl Into<Paint>) -> crate::scene::Stroke {
    crate::scene::Stroke { width, paint: paint.into(), dash: None }
}

/// The box a text takes at `at`: `width` wide whatever it says, so that it can be edited there.
pub(in crate::scene) fn text_box(at: Pos2, text: &Text, width: f32, line_height: f32) -> Rect {
    Rect::from_min_size(at, vec2(width, text.size.y.max(line_height)))
}

/// The lines of a text at `at` as boxes, for when it is too small to read. A long text is a block
/// at that size: its first lines are enough.
pub(crate) fn line_boxes(at: Pos2, text: &Text) -> Vec<Rect> {
    let lines = text.lines.iter().filter(|line| line.width > 0.0).take(12);
    let boxes = lines.map(|line| {
        let size = line.runs.first().map_or(12.0, |run| run.size);
        // From the height of an x to the baseline.
        let top_left = at + vec2(0.0, line.baseline - size * 0.55);
        Rect::from_min_size(top_left, vec2(line.width, size * 0.5))
    });
    boxes.collect()
}

/// The colour of what is good or bad, or neither as far as is known.
pub(crate) fn told_role(is_good: Option<bool>) -> Role {
    match is_good {
        Some(true) => Role::Good,
        Some(false) => Role::Bad,
        None => Role::Muted,
    }
}
