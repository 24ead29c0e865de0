//! Colours by what they mean, in light, dark and projector themes. No other file names a colour.

use crate::scene::draw::role::Role;
use crate::scene::{Paint, Stroke};
use egui::Color32;

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

/// So many hues personas have; who comes after has another tone of one of them.
pub(crate) const PERSONA_HUES: usize = 6;
/// So many colours personas have, before they repeat.
pub const PERSONA_COLORS: usize = 12;

/// What pictures are drawn in: their own colours.
pub const UNTINTED: Color32 = Color32::WHITE;
/// What covers a presentation that nobody is to look at, and what a spotlight leaves dark.
pub const BLACKOUT: Color32 = Color32::BLACK;

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
    pub fn color(&self, paint: impl Into<Paint>) -> Color32 {
        let [r, g, b, a] = self.rgba(paint);
        Color32::from_rgba_unmultiplied(r, g, b, a)
    }

    /// The colour for `paint` as red, green, blue (sRGB, not multiplied by alpha) and alpha.
    pub fn rgba(&self, paint: impl Into<Paint>) -> [u8; 4] {
        let paint = paint.into();
        let colors = colors(self.kind);
        let of_six = |list: &[u32; 6], number: u8| list[usize::from(number % 6)];
        let mut alpha = paint.alpha;
        let color = match paint.role {
            Role::Paper => colors.paper,
            Role::Card => colors.card,
            Role::Panel => colors.panel,
            Role::Hairline => colors.hairline,
            Role::Ink => colors.ink,
            Role::Muted | Role::StripeOther => colors.muted,
            Role::Accent => colors.accent,
            Role::OnColor => 0xFFFFFF,
            Role::OnAccent => colors.on_accent,
            Role::Phase(number) => of_six(&colors.phases, number),
            Role::Tint(number) => {
                mix(colors.paper, of_six(&colors.tints, number), colors.tint_percent)
            }
            Role::CardTint(number) => {
                mix(colors.card, of_six(&colors.tints, number), CARD_TINT_PERCENT)
            }
            Role::PhaseText(number) => {
                of_six(&colors.personas, PHASE_TO_PERSONA[usize::from(number % 6)])
            }
            Role::Persona(number) => {
                let tone = usize::from(number) % PERSONA_COLORS;
                if tone < PERSONA_HUES {
                    colors.personas[tone]
                } else {
                    colors.more[tone - PERSONA_HUES]
                }
            }
            Role::Good => colors.good,
            Role::Bad | Role::StripePain => colors.bad,
            Role::Idea | Role::StripeOpportunity => colors.idea,
            Role::IdeaText => colors.idea_text,
            Role::GapFill => colors.gap_fill,
            Role::Chip => colors.chip,
            Role::GoodFill => colors.good_fill,
            Role::IdeaFill => colors.idea_fill,
            Role::StripeTouchpoint => colors.personas[0],
            Role::StripeSales => colors.personas[5],
            Role::Shadow => {
                alpha = (u16::from(alpha) * u16::from(colors.shadow_alpha) / 255) as u8;
                colors.shadow
            }
        };
        let [_, r, g, b] = color.to_be_bytes();
        [r, g, b, alpha]
    }

    /// How much larger text is than in the light theme.
    pub fn text_scale(&self) -> f32 {
        if self.kind == ThemeKind::Projector { 1.25 } else { 1.0 }
    }

    /// How much thicker lines are than in the light theme.
    pub fn line_scale(&self) -> f32 {
        if self.kind == ThemeKind::Projector { 1.5 } else { 1.0 }
    }

    /// An edge as this theme draws it: whoever draws one asks here.
    pub fn stroke(&self, stroke: &Stroke) -> Stroke {
        let scale = self.line_scale();
        let dash = stroke.dash.map(|(dash, gap)| (dash * scale, gap * scale));
        Stroke { width: stroke.width * scale, dash, ..*stroke }
    }
}

/// The colours of one theme, as 0xRRGGBB.
struct Colors {
    paper: u32,
    card: u32,
    panel: u32,
    hairline: u32,
    ink: u32,
    muted: u32,
    accent: u32,
    on_accent: u32,
    phases: [u32; 6],
    tints: [u32; 6],
    /// How much of a tint is mixed into the paper.
    tint_percent: u32,
    personas: [u32; PERSONA_HUES],
    /// The seventh persona and on.
    more: [u32; PERSONA_HUES],
    good: u32,
    bad: u32,
    idea: u32,
    idea_text: u32,
    gap_fill: u32,
    chip: u32,
    good_fill: u32,
    idea_fill: u32,
    shadow: u32,
    shadow_alpha: u8,
}

/// How much of a tint is mixed into a card of that colour.
const CARD_TINT_PERCENT: u32 = 80;
/// The persona that has the colour of each phase.
const PHASE_TO_PERSONA: [u8; 6] = [0, 5, 2, 4, 1, 3];

const LIGHT: Colors = Colors {
    paper: 0xFBFAF8,
    card: 0xFFFFFF,
    panel: 0xFFFFFF,
    hairline: 0xE6E8EE,
    ink: 0x1E2433,
    muted: 0x566075,
    accent: 0x2F6F8F,
    on_accent: 0xFFFFFF,
    phases: [0x2F6F8F, 0x4C63B6, 0x7A4FB0, 0xB14A7C, 0xAD5429, 0x477A2E],
    tints: [0xEAF3F7, 0xEDF0FA, 0xF3EDFA, 0xFAEDF4, 0xFCF1EB, 0xEFF6EA],
    tint_percent: 45,
    personas: [0x2F6F8F, 0xAD5429, 0x7A4FB0, 0x477A2E, 0xB14A7C, 0x4C63B6],
    more: [0x35485A, 0x852608, 0x816581, 0x55755E, 0x683E42, 0x4B3681],
    good: 0x2B7A4B,
    bad: 0xB42336,
    idea: 0xB58100,
    idea_text: 0x8A6200,
    gap_fill: 0xFFF6F5,
    chip: 0xF1F3F7,
    good_fill: 0xE8F1EC,
    idea_fill: 0xFFF8E5,
    shadow: 0x1E2433,
    shadow_alpha: 13,
};

const DARK: Colors = Colors {
    paper: 0x161A22,
    card: 0x232A37,
    panel: 0x1B202A,
    hairline: 0x313948,
    ink: 0xEEF1F6,
    muted: 0xA3ADBF,
    accent: 0x7CC0DE,
    on_accent: 0x161A22,
    tints: [0x1F3541, 0x222A45, 0x2C2440, 0x3A2231, 0x3B2A1F, 0x24331D],
    personas: [0x7CC0DE, 0xF2A56B, 0xC39BEE, 0x9CCF7C, 0xF08BBB, 0x9FB0F2],
    more: [0x2DE3FD, 0xF6CDBD, 0xA89AB8, 0xD2D17F, 0xBE9396, 0x21A4F6],
    good: 0x5CC48A,
    bad: 0xFF9A9E,
    idea: 0xE8B949,
    idea_text: 0xE8B949,
    gap_fill: 0x3A2226,
    chip: 0x303949,
    good_fill: 0x203A2E,
    idea_fill: 0x3A3222,
    shadow: 0x000000,
    shadow_alpha: 64,
    ..LIGHT
};

/// Neighbours differ in how dark they are where some eyes see one hue: all six can be told apart
/// without red, without green and without blue.
const PROJECTOR: Colors = Colors {
    paper: 0xFFFFFF,
    hairline: 0xC9CDD6,
    ink: 0x10141F,
    muted: 0x3D4454,
    accent: 0x1C556E,
    phases: [0x1C556E, 0x1D307A, 0x6346A6, 0x680F45, 0x89461D, 0x0D3600],
    tint_percent: 60,
    personas: [0x1C556E, 0x89461D, 0x6346A6, 0x0D3600, 0x680F45, 0x1D307A],
    more: [0x3E495B, 0x715410, 0x491C73, 0x25260A, 0x7D1A32, 0x131E34],
    good: 0x0F5E36,
    bad: 0x8E1526,
    idea: 0x6B4B00,
    idea_text: 0x6B4B00,
    gap_fill: 0xFFF0EE,
    good_fill: 0xEEF6F1,
    shadow: 0x10141F,
    ..LIGHT
};

fn colors(kind: ThemeKind) -> &'static Colors {
    match kind {
        ThemeKind::Light => &LIGHT,
        ThemeKind::Dark => &DARK,
        ThemeKind::Projector => &PROJECTOR,
    }
}

/// `percent` of `over` on `under`.
fn mix(under: u32, over: u32, percent: u32) -> u32 {
    let channel = |shift: u32| {
        let (under, over) = (under >> shift & 0xFF, over >> shift & 0xFF);
        ((under * (100 - percent) + over * percent + 50) / 100) << shift
    };
    channel(16) | channel(8) | channel(0)
}

#[cfg(test)]
mod eyes;
#[cfg(test)]
mod tests;
