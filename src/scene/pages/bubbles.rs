//! What is said beside a face of a page's curve: in a bubble of its persona's colour, with the
//! persona's portrait, or its name where there is none.

use super::context::PageContext;
use super::feelings::{MOMENT, NamedMoment};
use super::sign::portrait as portrait_of;
use super::sizes::SMALL;
use crate::model::{EmotionPoint, Persona, Project, unquoted};
use crate::scene::draw::pen::{Style, solid, text_at};
use crate::scene::map::quotes;
use crate::scene::map::strands::Strand;
use crate::scene::{Drawing, Face, Item, Role};
use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// What somebody says at it.
const MOMENT_SAID: Style = Style { face: Face::Italic, size: 31.0, line_height: 40.0 };
/// What somebody says elsewhere.
const SAID: Style = Style { face: Face::Italic, size: 28.0, line_height: 36.0 };
/// From the edge of a bubble to its text.
const PAD: Vec2 = vec2(22.0, 15.0);
/// Of the portrait of who says it.
const PORTRAIT: f32 = 25.0;
/// What is said elsewhere is shown up to this many characters; a phase's own page says all of it.
const SAID_MAX: usize = 180;
/// The same at a named moment.
const MOMENT_MAX: usize = 320;
/// A named moment without what was said at it is so much worse: the words stand anywhere near it, or
/// over a little of a line, before they are left out.
const WITHOUT: f32 = 2500.0;

/// Whose bubble it is.
pub(super) struct Who<'a> {
    role: Role,
    persona: Option<&'a Persona>,
}

impl<'a> Who<'a> {
    pub(super) fn of(project: &'a Project, strand: &Strand) -> Self {
        let known = strand.persona.and_then(|id| project.persona(id));
        Self { role: strand.role, persona: known.map(|(_, persona)| persona) }
    }

    /// The persona, where it has a face to show; one without is named instead.
    fn portrait(&self) -> Option<&'a Persona> {
        let has_face = |persona: &&Persona| persona.image.is_some() || !persona.face().is_empty();
        self.persona.filter(has_face)
    }

    fn name(&self) -> Option<&'a str> {
        let name = self.persona.filter(|_| self.portrait().is_none())?.name.trim();
        (!name.is_empty()).then_some(name)
    }
}

/// What may stand at a point, each with what it is worse than the first: bubbles of several widths,
/// and at a named one also with less of what is said.
pub(super) fn bubbles(
    desk: &mut PageContext<'_>,
    moment: Option<&NamedMoment>,
    point: &EmotionPoint,
    who: &Who,
) -> Vec<(Drawing, f32)> {
    let said = unquoted(&point.quote);
    let (style, most) = if moment.is_some() { (MOMENT_SAID, MOMENT_MAX) } else { (SAID, SAID_MAX) };
    let widths: &[f32] = match said.chars().take(most + 1).count() {
        0..=40 => &[300.0, 240.0, 200.0, 520.0],
        41..=90 => &[380.0, 300.0, 260.0, 620.0],
        _ => &[460.0, 360.0, 300.0, 740.0],
    };
    let (open, close) = (desk.pen.words.curve_quote_open(), desk.pen.words.curve_quote_close());
    let quoted = |most: usize| match said.is_empty() {
        true => String::new(),
        false => format!("{open}{}{close}", quotes::shortened(said, most)),
    };
    let mut tries: Vec<(String, Style, f32)> =
        widths.iter().map(|width| (quoted(most), style, *width)).collect();
    if moment.is_some() {
        tries.extend([260.0, 220.0, 190.0].map(|width| (quoted(most), SAID, width)));
        tries.push((quoted(90), SAID, 260.0));
        tries.extend([300.0, 200.0].map(|width| (String::new(), SAID, width)));
    }
    let point_says = !said.is_empty();
    let mut found = Vec::with_capacity(tries.len());
    for (place, (said, style, width)) in tries.iter().enumerate() {
        // Better near than without what is said, unless it would hide the curve.
        let without = said.is_empty() && point_says;
        let worse = place as f32 * 8.0 + if without { WITHOUT } else { 0.0 };
        found.push((bubble(desk, moment, said, *style, *width, who), worse));
    }
    found
}

fn bubble(
    desk: &mut PageContext<'_>,
    moment: Option<&NamedMoment>,
    said: &str,
    style: Style,
    width: f32,
    who: &Who,
) -> Drawing {
    let mut texts = Vec::new();
    if let Some(name) = who.name().filter(|_| !said.is_empty()) {
        texts.push((desk.pen.text(name, SMALL, Some(width)), who.role, 2.0));
    }
    if let Some(moment) = moment {
        texts.push((desk.pen.text(&moment.what, MOMENT, Some(width)), moment.role, 0.0));
        texts.push((desk.pen.text(&moment.at, SMALL, Some(width)), Role::Muted, 6.0));
    }
    if !said.is_empty() {
        texts.push((desk.pen.text(said, style, Some(width)), Role::Ink, 0.0));
    }
    let portrait = who.portrait().filter(|_| !said.is_empty());
    let (mut at, mut wide, mut items) = (PAD.to_pos2(), 0.0f32, Vec::new());
    if portrait.is_some() {
        at.x += PORTRAIT * 2.0 + 4.0;
    }
    let left = at.x;
    for (text, role, after) in texts {
        let size = text.size;
        items.push(text_at(at, text, role));
        at.y += size.y + if said.is_empty() { 0.0 } else { after };
        wide = wide.max(size.x);
    }
    let size = vec2(left + wide + PAD.x, at.y + PAD.y);
    let rect = Rect::from_min_size(Pos2::ZERO, size);
    let (fill, stroke) = (Some(Role::Card.into()), Some(solid(3.0, who.role)));
    items.insert(0, Item::Rect { rect, radius: 18.0, fill, stroke, shadow: false });
    if let Some(persona) = portrait {
        let middle = pos2(PAD.x + PORTRAIT - 8.0, (size.y / 2.0).min(PAD.y + PORTRAIT + 12.0));
        let (image, shown) = (persona.image.as_ref(), persona.face());
        portrait_of(desk, image, shown, who.role, middle, PORTRAIT, &mut items);
    }
    Drawing { size, items, ..Drawing::default() }
}
