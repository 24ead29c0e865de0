//! Colours by what they mean, in light, dark and projector themes. No other file names a colour.

use egui::Color32;

/// What a colour means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each says what it is")]
pub enum Role {
    Paper,
    Card,
    Panel,
    Hairline,
    Ink,
    /// Ink of less weight; small text still has 4.5:1.
    Muted,
    Accent,
    /// Text and icons on an accent or a phase header.
    OnColor,
    /// The header of a phase, by its colour number (any: it repeats after six).
    Phase(u8),
    /// The column of a phase.
    Tint(u8),
    /// A persona's curve and ring.
    Persona(u8),
    Good,
    Bad,
    Idea,
    /// An idea's colour as small text.
    IdeaText,
    /// Behind a gap, and behind the pain points' cards.
    GapFill,
    /// Behind a chip.
    Chip,
    /// Behind the good kind of chip ("Current state").
    GoodFill,
    /// Behind an idea.
    IdeaFill,
    /// The shadow of a card.
    Shadow,
    /// The stripe of a card by its lane: touchpoints.
    StripeTouchpoint,
    /// Opportunities.
    StripeOpportunity,
    /// Sales and marketing.
    StripeSales,
    /// Pain points.
    StripePain,
    /// All others.
    StripeOther,
}

/// Which theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeKind {
    /// For day and print.
    Light,
    /// For dim rooms.
    Dark,
    /// For projectors: stronger contrast.
    Projector,
}

/// A set of colours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// Which theme.
    pub kind: ThemeKind,
}

impl Theme {
    /// The theme of this kind.
    pub fn new(kind: ThemeKind) -> Self {
        Self { kind }
    }

    /// The colour for `paint`.
    pub fn color(&self, _paint: impl Into<super::Paint>) -> Color32 {
        Color32::BLACK
    }
}
