//! How much of the map is drawn: how closely by its size on the screen, and what is left out.

use super::brush::Brush;
use crate::model::{Id, Thing};
use crate::scene::{Drawing, Strip};
use egui::{Pos2, Rect};
use std::collections::HashSet;

/// Tinted columns begin this far below the phase headers and end this far below the last lane.
pub(super) const TINT_GAP: f32 = 8.0;

/// How much is drawn of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// All of it.
    Full,
    /// Its box and lines where its text is.
    Lines,
    /// A plain box.
    Fill,
}

impl Detail {
    /// By the size of a card's text on the screen.
    pub(super) fn at(zoom: f32) -> Self {
        let text = CARD_TEXT * zoom;
        if text >= 5.0 {
            Self::Full
        } else if text >= 2.0 {
            Self::Lines
        } else {
            Self::Fill
        }
    }
}

/// What is left out or thinned, because something else is drawn instead.
#[derive(Default)]
pub(crate) struct Except<'a> {
    /// Cards being dragged: they are drawn thin where they would land.
    pub dragged: Option<&'a HashSet<Id>>,
    /// A thing whose text is being typed and drawn by the text field.
    pub typed: Option<&'a Thing>,
    /// What is selected: the line of a transition is marked below its label.
    pub selected: &'a [Thing],
    /// Whose curve is drawn: it is marked in the head, and its line stands out.
    pub pen: Option<&'a Id>,
    /// The cards whose chain is brought out.
    pub chain: Option<&'a HashSet<Id>>,
}

impl Except<'_> {
    /// Paints `drawing` at `at`; without its text, which stands at `text` in it, if that is typed.
    pub(crate) fn titled(
        &self,
        brush: &mut Brush<'_, '_>,
        thing: &Thing,
        drawing: &Drawing,
        at: Pos2,
        text: Rect,
    ) {
        match self.typed == Some(thing) {
            true => brush.drawing_but(drawing, at, text.min),
            false => brush.drawing(drawing, at),
        }
    }
}

/// The strips of which something is in view from top to bottom.
pub(super) fn seen(strips: &[Strip], visible: Rect) -> impl Iterator<Item = &Strip> {
    let is_seen = move |strip: &&Strip| {
        strip.y <= visible.bottom() && strip.y + strip.height >= visible.top()
    };
    strips.iter().filter(is_seen)
}

/// The size of a card's text, in document units: what it is on the screen decides how much is drawn.
pub(crate) const CARD_TEXT: f32 = 13.0;
