//! Below a lane of several personas' curves: where they agree, and where they are furthest apart.

use super::{Sketch, title};
use crate::insight::{AGREED, Apart, Feelings, as_written};
use crate::model::{FEELING_MAX, Id, Journey, Lane, Part, Persona, Thing};
use crate::scene::draw::pen::{self, Pen, circle, solid};
use crate::scene::map::name::persona_role;
use crate::scene::map::strip::{MadeFrom, Strip};
use crate::scene::{Columns, Curve, Item, Path, PhaseColumn, Placed, Role, Segment, Text};
use crate::words::{persona_name, titled};
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

/// The strip; none where fewer than two personas have points in the lane, or never in one phase.
/// Of a map that is part of another it tells the figures of that, the `whole` one; and it is of all
/// the lane's personas, whomever the view leaves out.
pub(super) fn agreement(
    pen: &mut Pen,
    journey: &Journey,
    whole: Option<&Journey>,
    columns: &Columns,
    lane: &Lane,
    curve: &Arc<Curve>,
    before: Option<&Strip>,
) -> Option<Strip> {
    // Where a point or a persona changes the curve is made anew, too.
    let kept = before.filter(|before| match &before.made {
        MadeFrom::Curve(old) => Arc::ptr_eq(old, curve) && whole.is_none(),
        MadeFrom::Columns | MadeFrom::Path(_) => false,
    });
    if let Some(before) = kept {
        return Some(before.clone());
    }
    let of = whole.unwrap_or(journey);
    let feelings = Feelings::of_lane(of, &lane.id);
    // For each phase its place in the map the figures are of.
    let place = |phase: &PhaseColumn| of.phases.index_where(|one| one.id == phase.id);
    let found: Vec<(usize, &PhaseColumn, usize, Apart)> = (columns.phases.iter().enumerate())
        .filter_map(|(here, phase)| {
            let place = place(phase)?;
            Some((here, phase, place, feelings.apart(place)?))
        })
        .collect();
    if found.is_empty() {
        return None;
    }
    let furthest = feelings.furthest();
    let mut says = Vec::new();
    for (here, phase, place, apart) in found {
        let is_furthest = furthest == Some(place);
        let (said, full) = say(pen, &feelings, place, &apart, is_furthest);
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
        let name = journey.phases.get(here).map_or("", |phase| &phase.title);
        let title = format!("{}: {full}", titled(name, pen.words));
        let scale = has_scale.then_some(place);
        says.push((phase, scale, apart.agrees(), text, is_furthest, title));
    }
    let text = says.iter().map(|(.., text, _, _)| text.size.y).fold(0.0, f32::max);
    let height = (text + 14.0).max(LOWEST).ceil();
    let mut pieces = Vec::new();
    for (phase, scale, agreed, text, is_furthest, title) in says {
        let sign = Sign { agreed, is_furthest, text };
        pieces.extend(draw(pen, phase, scale.map(|place| (&feelings, place)), sign, height, title));
    }
    let counted = feelings.personas.iter().enumerate();
    let counted = counted.filter(|(who, id)| id.is_some() && feelings.over_map(*who).is_some());
    let counted = counted.count();
    // Where not all who count are looked at, it says that they do: it names them.
    let text = match curve.lines.iter().filter(|line| line.persona.is_some()).count() < counted {
        true => pen.words.strip_agreement_of_all(counted),
        false => pen.words.strip_agreement(),
    };
    let drawn = title(pen, "⚖️", &text, height);
    let (name, made) = (named(pen, &feelings, &text), MadeFrom::Curve(curve.clone()));
    let strip = Strip::new(pen, Part::Agreement, height, pieces);
    Some(Strip { title: drawn, made, name, ..strip })
}

/// What the strip is called in full: its title, who is compared in it, and when they agree.
fn named(pen: &Pen, feelings: &Feelings, title: &str) -> String {
    let known = feelings.personas.iter().enumerate();
    let known = known.filter(|(who, _)| feelings.over_map(*who).is_some());
    let names: Vec<String> = known.filter_map(|(_, id)| Some(name(pen, (*id)?))).collect();
    let agreed = pen.words.legend_agreed(pen.words.number(AGREED));
    format!("{title}: {} ({agreed})", names.join(", "))
}

fn name(pen: &Pen, id: &Id) -> String {
    let persona: Option<(usize, &Persona)> = pen.project.persona(id);
    persona.map_or_else(String::new, |(_, persona)| persona_name(persona, pen.words))
}

/// What is said of a phase, short for the eye; and in full, with everybody who counts: some of them
/// may not be looked at.
fn say(
    pen: &Pen,
    feelings: &Feelings,
    phase: usize,
    apart: &Apart,
    furthest: bool,
) -> (String, String) {
    let words = pen.words;
    // Those who feel the same, as written, from the best to the worst.
    let mut felt: Vec<(f64, Vec<String>)> = Vec::new();
    for (who, id) in feelings.personas.iter().enumerate() {
        let (Some(id), Some(mean)) = (id, feelings.in_phase(who, phase)) else { continue };
        let (mean, name) = (as_written(mean), name(pen, id).replace(' ', "\u{a0}"));
        match felt.iter_mut().find(|(other, _)| *other == mean) {
            Some((_, names)) => names.push(name),
            None => felt.push((mean, vec![name])),
        }
    }
    felt.sort_by(|a, b| b.0.total_cmp(&a.0));
    // A name and its figure stand together.
    let said =
        felt.iter().map(|(mean, names)| format!("{}\u{a0}{}", names.join(", "), words.felt(*mean)));
    let said: Vec<String> = said.collect();
    let ends = match said.as_slice() {
        [high, .., low] => format!("{high} · {low}"),
        one => one.concat(),
    };
    let all = said.join(" · ");
    let short = match furthest {
        true => words.agreement_furthest(&ends),
        false if apart.agrees() => words.agreement_agreed(),
        false => words.agreement_apart(words.felt_apart(apart.gap)),
    };
    let full = match furthest {
        true => words.agreement_furthest(&all),
        false => format!("{short} ({all})"),
    };
    (short, full)
}

/// What stands beside the scale.
struct Sign {
    agreed: bool,
    is_furthest: bool,
    text: Arc<Text>,
}

/// A phase of the strip; `scale` says of which phase the personas stand on it.
fn draw(
    pen: &Pen,
    phase: &PhaseColumn,
    scale: Option<(&Feelings, usize)>,
    sign: Sign,
    height: f32,
    title: String,
) -> Option<Placed> {
    let Sign { agreed, is_furthest: furthest, text } = sign;
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
    if let Some((feelings, place)) = scale {
        dots(&mut sketch, pen, feelings, place, pos2(x, middle));
        x += SCALE + GAP;
    }
    let role = match (furthest, agreed) {
        (true, _) => Role::Bad,
        (_, true) => Role::Good,
        _ => Role::Muted,
    };
    let sign = pos2(x + 5.0, middle);
    let bounds = Rect::from_center_size(sign, vec2(11.0, 11.0));
    let segments = match agreed {
        // A tick, or two arrows away from each other.
        true => tick(sign),
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

fn tick(middle: Pos2) -> Vec<Segment> {
    vec![
        Segment::Move(middle + vec2(-4.5, 0.5)),
        Segment::Line(middle + vec2(-1.5, 3.5)),
        Segment::Line(middle + vec2(4.5, -3.5)),
    ]
}

/// The sign of those who agree.
pub(in crate::scene) fn agreed_sign(middle: Pos2) -> Item {
    let path = Arc::new(Path { segments: tick(middle), convex: false });
    Item::Path { path, fill: None, stroke: Some(solid(1.5, Role::Good)) }
}

/// Where each persona is between worst and best.
fn dots(sketch: &mut Sketch, pen: &Pen, feelings: &Feelings, place: usize, left: Pos2) {
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
    for (who, id) in feelings.personas.iter().enumerate().rev() {
        let (Some(id), Some(mean)) = (id, feelings.in_phase(who, place)) else { continue };
        let role = pen.project.persona(id).map(|(place, persona)| persona_role(place, persona));
        let role = role.unwrap_or(Role::Muted);
        let share = ((mean / FEELING_MAX + 1.0) / 2.0).clamp(0.0, 1.0) as f32;
        let at = left + vec2(share * SCALE, 0.0);
        let dot = circle(at, DOT, Some(role.into()), Some(solid(1.2, Role::Paper)));
        sketch.add(dot, Rect::from_center_size(at, vec2(DOT, DOT) * 2.0));
    }
}
