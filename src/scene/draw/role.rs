//! What a colour means. The theme says which colour it is.

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
    /// Text and icons on a phase header.
    OnColor,
    /// Text and icons on the accent.
    OnAccent,
    /// The header of a phase, by its colour number (any: it repeats after six).
    Phase(u8),
    /// The column of a phase.
    Tint(u8),
    /// A card that somebody has given a colour, by the same numbers.
    CardTint(u8),
    /// A phase's colour as a line or as small text on paper.
    PhaseText(u8),
    /// A persona's curve and ring, and its colour as small text (any: it repeats after twelve).
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
    /// The shadow of a card: clear by itself.
    Shadow,
    /// The stripe of a card by its lane: touchpoints.
    StripeTouchpoint,
    /// Opportunities.
    StripeOpportunity,
    /// Sales and marketing.
    StripeSales,
    /// Pain points.
    StripePain,
    StripeOther,
}
