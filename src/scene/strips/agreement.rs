//! Below a lane of several personas' curves: where they agree, and where they are furthest apart.

use super::super::head::persona_role;
use super::super::pen::{self, Pen, circle, solid};
use super::super::{Columns, Curve, Item, Path, PhaseColumn, Placed, Role, Segment, Text, titled};
use super::means::{Means, means};
use super::{Made, Sketch, Strip, title};
use crate::edit::Thing;
use crate::insight::{self, AGREED, Apart};
use crate::model::{FEELING_MAX, Id, Journey, Part, Persona};
use egui::{Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// It is at least this high.
const LOWEST: f32 = 34.0;
/// How wide the small scale from worst to best is.
const SCALE: f32 = 58.0;
/// A text gets at least so much room beside the scale, or there is none.
const TEXT_MIN: f32 = 70.0;
const INSET: f32 = 10.0;
const GAP: f32 = 10.0;
const DOT: f32 = 4.2;
const SIGN: f32 = 16.0;

/// The strip; none where fewer than two personas have a curve, or they never meet.
pub(super) fn agreement(
    pen: &mut Pen,
    journey: &Journey,
    columns: &Columns,
    curve: &Arc<Curve>,
    before: Option<&Strip>,
) -> Option<Strip> {
    let old = before.and_then(|before| match &before.made {
        Made::Means(means) => Some((before, means)),
        _ => None,
    });
    // Where a persona changes its curve is made anew, too.
    if let Some((before, _)) = old.filter(|(_, means)| means.is_of(curve)) {
        return Some(before.clone());
    }
    let found = means(curve, columns, old.map(|(_, means)| &**means));
    let apart = insight::agreement(&found.means);
    if found.who.len() < 2 || apart.iter().flatten().next().is_none() {
        return None;
    }
    let furthest = insight::furthest(&apart);
    let mut says = Vec::new();
    for (place, phase) in columns.phases.iter().enumerate() {
        let Some(Some(apart)) = apart.get(place).copied() else { continue };
        let is_furthest = furthest == Some(place);
        let (said, full) = say(pen, &found, place, apart, is_furthest);
        let room = phase.width - INSET * 2.0;
        let beside = room - SCALE - GAP - SIGN;
        let style = if is_furthest { pen::CHANGE } else { pen::NOTE };
        let mut text = pen.short(&said, style);
        // Better no scale than two lines, where one is enough without it.
        let alone = text.size.x > beside && text.size.x <= room - SIGN;
        let has_scale = beside >= TEXT_MIN && !alone;
        let width = if has_scale { beside } else { (room - SIGN).max(40.0) };
        if text.size.x > width {
            text = pen.text(&said, style, Some(width));
        }
        says.push((place, phase, apart, text, full, has_scale));
    }
    let text = says.iter().map(|(.., text, _, _)| text.size.y).fold(0.0, f32::max);
    let height = (text + 14.0).max(LOWEST).ceil();
    let mut pieces = Vec::new();
    for (place, phase, apart, text, full, has_scale) in says {
        let name = journey.phases.get(place).map_or("", |phase| &phase.title);
        let title = format!("{}: {full}", titled(name, pen.words));
        let scale = has_scale.then_some(&found);
        let is_furthest = furthest == Some(place);
        pieces.extend(draw(pen, (place, phase), scale, apart, text, is_furthest, height, title));
    }
    let text = pen.words.strip_agreement();
    let drawn = title(pen, "⚖️", &text, height);
    let (name, made) = (named(pen, &found), Made::Means(Arc::new(found)));
    let strip = Strip::new(pen, Part::Agreement, height, pieces);
    Some(Strip { title: drawn, made, name, ..strip })
}

/// What the strip is called: who is compared in it.
fn named(pen: &Pen, found: &Means) -> String {
    let names: Vec<String> = found.who.iter().map(|id| name(pen, id)).collect();
    format!("{}: {}", pen.words.strip_agreement(), names.join(", "))
}

fn name(pen: &Pen, id: &Id) -> String {
    let persona: Option<(usize, &Persona)> = pen.project.persona(id);
    titled(persona.map_or("", |(_, persona)| &persona.name), pen.words)
}

/// What is said of a phase, short for the eye and in full.
fn say(pen: &Pen, found: &Means, place: usize, apart: Apart, furthest: bool) -> (String, String) {
    let words = pen.words;
    let round = |value: f64| (value * 10.0).round() / 10.0;
    let who = |who: usize| {
        let mean = found.means.get(who).and_then(|means| *means.get(place)?).unwrap_or(0.0);
        let name = found.who.get(who).map_or_else(String::new, |id| name(pen, id));
        // A name and its figure stand together.
        format!("{}\u{a0}{}", name.replace(' ', "\u{a0}"), words.signed(round(mean)))
    };
    let both = format!("{} · {}", who(apart.high), who(apart.low));
    let short = match furthest {
        true => words.agreement_furthest(&both),
        false if apart.gap <= AGREED => words.agreement_agreed(),
        false => words.agreement_apart(words.number(round(apart.gap))),
    };
    let full = if furthest { short.clone() } else { format!("{short} ({both})") };
    (short, full)
}

#[expect(clippy::too_many_arguments, reason = "one caller; each is a part of the picture")]
fn draw(
    pen: &Pen,
    (place, phase): (usize, &PhaseColumn),
    scale: Option<&Means>,
    apart: Apart,
    text: Arc<Text>,
    furthest: bool,
    height: f32,
    title: String,
) -> Option<Placed> {
    let mut sketch = Sketch::default();
    let middle = height / 2.0;
    let mut x = phase.x + INSET;
    if furthest {
        let scale = if scale.is_some() { SCALE + GAP } else { 0.0 };
        let wide = scale + SIGN + text.size.x + 16.0;
        let size = vec2(wide.min(phase.width - 4.0), text.size.y + 8.0);
        let rect = Rect::from_min_size(pos2(x - 8.0, middle - size.y / 2.0), size);
        let (fill, stroke) = (Some(Role::GapFill.into()), Some(solid(1.2, Role::Bad)));
        sketch.add(Item::Rect { rect, radius: 9.0, fill, stroke, shadow: false }, rect);
    }
    if let Some(found) = scale {
        dots(&mut sketch, pen, found, place, pos2(x, middle));
        x += SCALE + GAP;
    }
    let agreed = apart.gap <= AGREED;
    let role = match (furthest, agreed) {
        (true, _) => Role::Bad,
        (_, true) => Role::Good,
        _ => Role::Muted,
    };
    let sign = pos2(x + 5.0, middle);
    let bounds = Rect::from_center_size(sign, vec2(11.0, 11.0));
    let segments = match agreed {
        // A tick, or two arrows away from each other.
        true => vec![
            Segment::Move(sign + vec2(-4.5, 0.5)),
            Segment::Line(sign + vec2(-1.5, 3.5)),
            Segment::Line(sign + vec2(4.5, -3.5)),
        ],
        false => vec![
            Segment::Move(sign + vec2(-2.5, -5.0 + 2.5)),
            Segment::Line(sign + vec2(0.0, -5.0)),
            Segment::Line(sign + vec2(2.5, -5.0 + 2.5)),
            Segment::Move(sign + vec2(0.0, -5.0)),
            Segment::Line(sign + vec2(0.0, 5.0)),
            Segment::Move(sign + vec2(-2.5, 5.0 - 2.5)),
            Segment::Line(sign + vec2(0.0, 5.0)),
            Segment::Line(sign + vec2(2.5, 5.0 - 2.5)),
        ],
    };
    let path = Arc::new(Path { segments, convex: false });
    sketch.add(Item::Path { path, fill: None, stroke: Some(solid(1.5, role)) }, bounds);
    let y = middle - text.size.y / 2.0;
    let ink = if furthest {
        Role::Bad
    } else if agreed {
        Role::Good
    } else {
        Role::Muted
    };
    sketch.text(pos2(x + SIGN, y), text, ink);
    sketch.placed(Thing::Phase(phase.id.clone()), title)
}

/// Where each persona is between worst and best.
fn dots(sketch: &mut Sketch, pen: &Pen, found: &Means, place: usize, left: Pos2) {
    let right = left + vec2(SCALE, 0.0);
    let segments = vec![Segment::Move(left), Segment::Line(right)];
    let path = Arc::new(Path { segments, convex: false });
    let bounds = Rect::from_two_pos(left, right).expand(DOT + 1.0);
    sketch
        .add(Item::Path { path, fill: None, stroke: Some(solid(2.0, Role::Muted.at(90))) }, bounds);
    let zero = vec![
        Segment::Move(left + vec2(SCALE / 2.0, -4.0)),
        Segment::Line(left + vec2(SCALE / 2.0, 4.0)),
    ];
    let path = Arc::new(Path { segments: zero, convex: false });
    sketch.add(
        Item::Path { path, fill: None, stroke: Some(solid(1.2, Role::Muted.at(120))) },
        bounds,
    );
    // The main one lies on top.
    for (who, means) in found.who.iter().zip(&found.means).rev() {
        let Some(Some(mean)) = means.get(place) else { continue };
        let role = pen.project.persona(who).map(|(place, persona)| persona_role(place, persona));
        let role = role.unwrap_or(Role::Muted);
        let share = ((mean / FEELING_MAX + 1.0) / 2.0).clamp(0.0, 1.0) as f32;
        let at = left + vec2(share * SCALE, 0.0);
        let dot = circle(at, DOT, Some(role.into()), Some(solid(1.2, Role::Paper)));
        sketch.add(dot, Rect::from_center_size(at, vec2(DOT, DOT) * 2.0));
    }
}
