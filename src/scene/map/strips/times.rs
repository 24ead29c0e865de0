//! The time axis of a day in the life: hours as ticks below the phases that have a time of day.

use super::funnel::in_whole;
use super::{Sketch, title};
use crate::insight::{Length, lengths, starts};
use crate::model::{Journey, Part, Phase, Thing};
use crate::scene::draw::pen::{self, Pen, solid};
use crate::scene::map::strip::Strip;
use crate::scene::{Columns, Item, Path, PhaseColumn, Role, Segment};
use crate::words::titled;
use egui::{Rect, pos2};
use std::sync::Arc;

/// How high the axis with its figures is, at text scale 1.
const HEIGHT: f32 = 34.0;
const LINE_Y: f32 = 9.0;
/// From one label to the next at least, beyond its width.
const APART: f32 = 10.0;
/// How far apart ticks may be, in minutes, finest first.
const EVERY: [f64; 9] = [5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 180.0, 360.0, 720.0];

/// The axis; none with fewer than two times of day. `journey` may be a part of `whole`.
pub(super) fn times(
    pen: &mut Pen,
    journey: &Journey,
    whole: &Journey,
    columns: &Columns,
) -> Option<Strip> {
    let starts = starts(whole);
    if starts.iter().flatten().count() < 2 {
        return None;
    }
    let lengths = lengths(whole);
    let mut pieces = Vec::new();
    for ((place, phase), column) in in_whole(journey, whole).into_iter().zip(&columns.phases) {
        let (Some(Some(from)), Some(length)) = (starts.get(place), lengths.get(place)) else {
            continue;
        };
        let minutes = match length {
            Length::Days(days) => Some(days * 1440.0),
            Length::Ongoing | Length::Unknown => None,
        };
        pieces.extend(one(pen, column, phase, *from, minutes));
    }
    let height = pen.grown(HEIGHT).ceil();
    let name = pen.words.strip_times();
    let title = title(pen, "🕒", &name, height);
    Some(Strip { title, ..Strip::new(pen, Part::Times, height, pieces) })
}

/// The axis of one phase that begins at `from` and takes so many minutes.
fn one(
    pen: &mut Pen,
    column: &PhaseColumn,
    phase: &Phase,
    from: f64,
    minutes: Option<f64>,
) -> Option<crate::scene::Placed> {
    let (left, width) = (column.x, column.width);
    let mut sketch = Sketch::default();
    let mut segments = vec![
        Segment::Move(pos2(left, LINE_Y)),
        Segment::Line(pos2(left + width, LINE_Y)),
        Segment::Move(pos2(left, LINE_Y - 5.0)),
        Segment::Line(pos2(left, LINE_Y + 5.0)),
    ];
    let first = pen.short(&clock(from), pen::CHANGE);
    let room = first.size.x + APART;
    let y = LINE_Y + 6.0;
    let mut free = left + first.size.x + APART;
    sketch.text(pos2(left, y), first, Role::Ink);
    if let Some(minutes) = minutes.filter(|minutes| *minutes > 0.0) {
        let unit = width / minutes as f32;
        // A label for each that there is room for, and at most one tick for 9 units of width.
        let every = EVERY.into_iter().find(|every| *every as f32 * unit >= room);
        let ticks = EVERY.into_iter().find(|every| *every >= 15.0 && *every as f32 * unit >= 9.0);
        let x_of = |at: f64| left + (at - from) as f32 * unit;
        for at in marks(from, minutes, ticks) {
            segments.push(Segment::Move(pos2(x_of(at), LINE_Y - 3.0)));
            segments.push(Segment::Line(pos2(x_of(at), LINE_Y + 3.0)));
        }
        for at in marks(from, minutes, every) {
            let text = pen.short(&clock(at), pen::CHIP);
            let x = x_of(at) - text.size.x / 2.0;
            if x >= free && x + text.size.x <= left + width {
                free = x + text.size.x + APART;
                sketch.text(pos2(x, y), text, Role::Muted);
            }
        }
    }
    let path = Arc::new(Path { segments, convex: false });
    let stroke = Some(solid(1.3, Role::PhaseText(column.color)));
    let bounds = Rect::from_min_max(pos2(left, LINE_Y - 5.0), pos2(left + width, LINE_Y + 5.0));
    sketch.add(Item::Path { path, fill: None, stroke }, bounds);
    let name = titled(&phase.title, pen.words);
    let said = match minutes {
        Some(minutes) => format!("{}–{}", clock(from), clock(from + minutes)),
        None => clock(from),
    };
    sketch.placed(Thing::Phase(phase.id.clone()), format!("{name}: {said}"))
}

/// Times that are whole multiples of `every`, after `from` and before it ends.
fn marks(from: f64, minutes: f64, every: Option<f64>) -> Vec<f64> {
    let Some(every) = every else { return Vec::new() };
    let first = (from / every).floor() + 1.0;
    let at = |count: usize| (first + count as f64) * every;
    (0..400).map(at).take_while(|at| *at < from + minutes - 1e-6).collect()
}

/// Minutes since midnight as a time of day.
fn clock(minutes: f64) -> String {
    let minutes = minutes.round() as i64;
    format!("{:02}:{:02}", minutes.div_euclid(60).rem_euclid(24), minutes.rem_euclid(60))
}
