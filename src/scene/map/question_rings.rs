//! The ring in the header of a phase: how many of its guiding questions are answered.

use crate::insight::{QuestionTally, question_tally};
use crate::model::{Id, Phase};
use crate::scene::draw::pen::{self, Pen, text_at};
use crate::scene::{Drawing, Item, Path, PhaseColumn, Role, Scene, Segment, Stroke};
use egui::{Pos2, Vec2, pos2, vec2};
use std::sync::Arc;

/// Of a ring's middle line.
const RING: f32 = 12.0;
const RING_WIDTH: f32 = 3.0;
/// From a ring to the point of its header.
const RING_END: f32 = 24.0;
/// Degrees between two segments of a ring; more segments than these are one.
const BETWEEN: f32 = 14.0;
const SEGMENTS: usize = 12;

/// The ring of a phase: how many of its guiding questions are answered.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionRing {
    /// The phase.
    pub phase: Id,
    /// How far its questions are answered.
    pub tally: QuestionTally,
    /// What it says, for those who do not see it.
    pub title: String,
    /// Where its drawing begins, and the drawing.
    pub at: Pos2,
    /// What is drawn.
    pub drawing: Arc<Drawing>,
}

/// The rings of phases with guiding questions, where their headers have room.
pub(super) fn rings(pen: &mut Pen, scene: &Scene) -> Vec<QuestionRing> {
    let phases = scene.journey.phases.iter().zip(&scene.columns.phases);
    phases.filter_map(|(phase, column)| ring(pen, scene, phase, column)).collect()
}

fn ring(pen: &mut Pen, scene: &Scene, phase: &Phase, column: &PhaseColumn) -> Option<QuestionRing> {
    let tally = question_tally(&phase.checklist);
    if tally.all == 0 {
        return None;
    }
    let words = pen.words;
    let number = |count: usize| words.number(count as f64);
    let said = words.gap_ring(number(tally.answered), number(tally.all));
    let text = pen.short(&said, pen::CHANGE);
    // What the words of the header leave free.
    let ends = column.header.items.iter().map(|item| match item {
        Item::Text { at, text, .. } => at.x + text.size.x,
        Item::Rect { .. }
        | Item::Path { .. }
        | Item::Band { .. }
        | Item::Image { .. }
        | Item::Drawn { .. }
        | Item::Group(_) => 0.0,
    });
    let end = ends.fold(0.0, f32::max);
    let across = RING * 2.0 + RING_WIDTH;
    let right = column.width - RING_END - column.taken;
    let free = right - end - 10.0;
    let with_words = free >= across + 8.0 + text.size.x;
    if free < across {
        return None;
    }
    let mut items = Vec::new();
    let left = if with_words { text.size.x + 8.0 } else { 0.0 };
    if with_words {
        let down = (across - text.size.y) / 2.0;
        items.push(text_at(pos2(0.0, down), text, Role::OnColor));
    }
    segments(&tally, pos2(left + across / 2.0, across / 2.0), &mut items);
    let size = vec2(left + across, across);
    let middle = scene.header_y + scene.columns.header_height / 2.0;
    let at = pos2(column.x + right - size.x, middle - size.y / 2.0);
    let title = words.gap_ring_title(said);
    let drawing = Arc::new(Drawing { size, items, ..Drawing::default() });
    Some(QuestionRing { phase: phase.id.clone(), tally, title, at, drawing })
}

/// One segment for each question, those that are answered first.
fn segments(tally: &QuestionTally, middle: Pos2, items: &mut Vec<Item>) {
    let parts = if tally.all > SEGMENTS { 1 } else { tally.all };
    let gap = if parts > 1 { BETWEEN } else { 0.0 };
    let each = 360.0 / parts as f32;
    let mut add = |from: f32, to: f32, alpha: u8| {
        let steps = ((to - from) / 6.0).ceil().max(1.0);
        let point = |at: f32| middle + Vec2::angled((at - 90.0).to_radians()) * RING;
        let points = (0..=steps as usize).map(|at| point(from + (to - from) * at as f32 / steps));
        let segments = points.enumerate().map(|(at, point)| match at {
            0 => Segment::Move(point),
            _ => Segment::Line(point),
        });
        let path = Arc::new(Path { segments: segments.collect(), convex: false });
        let stroke = Stroke { width: RING_WIDTH, paint: Role::OnColor.at(alpha), dash: None };
        items.push(Item::Path { path, fill: None, stroke: Some(stroke) });
    };
    const OPEN: u8 = 82;
    if parts == 1 {
        let done = 360.0 * tally.answered as f32 / tally.all as f32;
        add(0.0, 360.0, OPEN);
        if done > 0.0 {
            add(0.0, done, 255);
        }
        return;
    }
    for part in 0..parts {
        let from = each * part as f32 + gap / 2.0;
        let alpha = if part < tally.answered { 255 } else { OPEN };
        add(from, from + each - gap, alpha);
    }
}
