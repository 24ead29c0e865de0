//! How large things are on a page, in page units: margins, and the styles of its texts.

use crate::scene::Face;
use crate::scene::draw::pen::Style;
use egui::{Vec2, vec2};

/// Left and right of what stands on a page, in page units.
pub(crate) const MARGIN: f32 = 90.0;

/// Above the heading.
pub(crate) const TOP: f32 = 72.0;

/// How far what stands over a heading keeps from its letters: the dots of an Ö reach high.
pub(crate) const OVER_GAP: f32 = 8.0;

/// The middle of the line at the foot.
pub(crate) const FOOT: f32 = 1044.0;

/// Above a heading: "Phase 3 of 6".
pub(crate) const OVER: Style = style(Face::SemiBold, 40.0, 50.0);

pub(crate) const HEADING: Style = style(Face::SemiBold, 76.0, 88.0);

/// Headings that are long, or on a page that goes on.
pub(crate) const LOWER: Style = style(Face::SemiBold, 54.0, 64.0);

/// Headings that are far too long.
pub(crate) const LOWEST: Style = style(Face::SemiBold, 38.0, 48.0);

/// A heading says this much; what is longer stands whole on the page that shows it.
pub(crate) const TITLE_MAX: usize = 220;

/// Beside or below a heading.
pub(crate) const UNDER: Style = style(Face::Regular, 28.0, 38.0);

/// What is read out.
pub(crate) const BODY: Style = style(Face::Regular, 36.0, 50.0);

/// A page's only words.
pub(crate) const ALOUD: Style = style(Face::Regular, 72.0, 92.0);

/// What somebody says.
pub(crate) const SAID: Style = style(Face::Italic, 48.0, 62.0);

/// A card's text.
pub(crate) const CARD: Style = style(Face::SemiBold, 31.0, 40.0);

/// The number of a page.
pub(crate) const NUMBER: Style = style(Face::Medium, 28.0, 37.0);

/// What else is known of something. No text of a page is smaller: it is 14 pt where the page is 13.33 in
/// wide.
pub(crate) const SMALL: Style = style(Face::Regular, 28.0, 36.0);

pub(crate) const fn style(face: Face, size: f32, line_height: f32) -> Style {
    Style { face, size, line_height }
}

/// How large things are on a page: the fewer, the larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum TextSize {
    Giant,
    Huge,
    Large,
    /// Of pages of details: small, and read from the back row.
    Detail,
    Medium,
}

impl TextSize {
    /// What a tile says.
    pub(super) fn text(self) -> Style {
        match self {
            Self::Giant => style(Face::SemiBold, 66.0, 80.0),
            Self::Huge => style(Face::SemiBold, 44.0, 56.0),
            Self::Large => CARD,
            Self::Detail => style(Face::SemiBold, 32.0, 41.0),
            Self::Medium => style(Face::SemiBold, 28.0, 35.0),
        }
    }

    /// The same, spoken.
    pub(super) fn spoken(self) -> Style {
        Style { face: Face::Italic, ..self.text() }
    }

    /// What else is known of it.
    pub(super) fn small(self) -> Style {
        match self {
            Self::Giant => style(Face::Regular, 36.0, 48.0),
            Self::Huge => style(Face::Regular, 30.0, 40.0),
            Self::Large => SMALL,
            Self::Detail => style(Face::Regular, 28.0, 36.0),
            Self::Medium => SMALL,
        }
    }

    pub(super) fn figure(self) -> Style {
        match self {
            Self::Giant => style(Face::SemiBold, 120.0, 136.0),
            Self::Huge => style(Face::SemiBold, 76.0, 88.0),
            Self::Large => style(Face::SemiBold, 50.0, 60.0),
            Self::Detail => style(Face::SemiBold, 50.0, 58.0),
            Self::Medium => style(Face::SemiBold, 42.0, 50.0),
        }
    }

    /// The title of a lane.
    pub(super) fn name(self) -> Style {
        match self {
            Self::Giant => style(Face::SemiBold, 40.0, 52.0),
            Self::Huge => style(Face::SemiBold, 32.0, 42.0),
            Self::Large => style(Face::SemiBold, 28.0, 36.0),
            Self::Detail => style(Face::SemiBold, 28.0, 36.0),
            Self::Medium => style(Face::SemiBold, 28.0, 35.0),
        }
    }

    /// From a tile's edge to its texts.
    pub(super) fn pad(self) -> Vec2 {
        match self {
            Self::Giant => vec2(72.0, 60.0),
            Self::Huge => vec2(40.0, 34.0),
            Self::Large => vec2(32.0, 22.0),
            Self::Detail => vec2(24.0, 14.0),
            Self::Medium => vec2(24.0, 14.0),
        }
    }

    /// Between tiles.
    pub(super) fn gap(self) -> f32 {
        match self {
            Self::Giant => 32.0,
            Self::Huge => 28.0,
            Self::Large => 24.0,
            Self::Detail => 14.0,
            Self::Medium => 14.0,
        }
    }
}
