//! The faces and quotes of a phase: the strongest one large, the others below it.

use super::context::PageContext;
use super::kit::{face, group};
use super::plan::{Block, Of, SpokenPoint, Voices};
use super::said;
use super::sizes::{SMALL, TextSize, UNDER};
use super::sorted::{has_quote, lead};
use crate::model::Thing;
use crate::scene::draw::pen::{Style, text_at};
use crate::scene::{Drawing, Face, Item, Role, Tag, TextSpot};
use egui::{Pos2, Rect, pos2, vec2};

/// How large the strongest quote may be, with its face.
const STEPS: [(f32, f32, f32); 6] = [
    (60.0, 76.0, 220.0),
    (52.0, 66.0, 190.0),
    (44.0, 57.0, 170.0),
    (38.0, 50.0, 150.0),
    (32.0, 42.0, 130.0),
    (27.0, 36.0, 110.0),
];
/// Between a face and what it says.
const BESIDE: f32 = 44.0;
/// Between one who speaks and the next.
const BELOW: f32 = 30.0;

/// Chooses from `points` who speaks within `room`; those for whom there is none follow.
pub(super) fn voices(
    desk: &mut PageContext<'_>,
    points: &[SpokenPoint],
    room: egui::Vec2,
) -> (Option<Voices>, Vec<Block>) {
    let mut points: Vec<SpokenPoint> = points.to_vec();
    let Some(lead) = lead(&points) else { return (None, Vec::new()) };
    let lead = points.remove(lead);
    points.retain(|(_, point)| has_quote(point));
    let blocks = |spots: &[SpokenPoint]| -> Vec<Block> {
        spots.iter().map(|(lane, point)| Of::Point(*lane, point.clone()).into()).collect()
    };
    if !has_quote(&lead.1) {
        // Nobody says anything: the strip shows how they feel.
        return (None, Vec::new());
    }
    let last = STEPS.len() - 1;
    for (share, steps) in [(1.0, 4), (0.62, STEPS.len())] {
        // All of them, with the first as large as may be; else as many as there is room for.
        for step in 0..steps {
            let mut voices = Voices { lead: lead.clone(), step, more: Vec::new() };
            let mut y = voices.lead(desk, room.x).size.y;
            if y > room.y * share {
                continue;
            }
            let mut rest = points.as_slice();
            while let Some((next, others)) = rest.split_first() {
                let high = one(desk, next, room.x).size.y;
                if y + BELOW + high > room.y {
                    break;
                }
                y += BELOW + high;
                voices.more.push(next.clone());
                rest = others;
            }
            if rest.is_empty() || share < 1.0 {
                return (Some(voices), blocks(rest));
            }
        }
    }
    let voices = Voices { lead: lead.clone(), step: last, more: Vec::new() };
    if voices.lead(desk, room.x).size.y <= room.y {
        return (Some(voices), blocks(&points));
    }
    points.insert(0, lead);
    (None, blocks(&points))
}

impl Voices {
    /// The strongest one.
    fn lead(&self, desk: &mut PageContext<'_>, width: f32) -> Drawing {
        let (size, line_height, side) = STEPS[self.step.min(STEPS.len() - 1)];
        let style = Style { face: Face::Italic, size, line_height };
        speaker(desk, &self.lead, side, style, UNDER, width)
    }

    /// How high all of them are.
    pub(super) fn height(&self, desk: &mut PageContext<'_>, width: f32) -> f32 {
        let lead = self.lead(desk, width).size.y;
        let more = self.more.clone();
        more.iter().fold(lead, |y, spot| y + BELOW + one(desk, spot, width).size.y)
    }

    /// Draws them within `room`, from its top.
    pub(super) fn draw(&self, desk: &mut PageContext<'_>, room: Rect) -> Vec<Item> {
        let free = (room.height() - self.height(desk, room.width())).max(0.0);
        let mut at = room.min + vec2(0.0, (free / 2.0).min(26.0));
        let drawing = self.lead(desk, room.width());
        let mut items = Vec::new();
        let mut put =
            |desk: &PageContext<'_>, spot: &SpokenPoint, at: &mut Pos2, drawing: Drawing| {
                let lane = desk.journey.lanes.get(spot.0).map(|lane| lane.id.clone());
                let lane = lane.unwrap_or_default();
                let thing = Thing::Point { lane, point: spot.1.id.clone() };
                let high = drawing.size.y;
                items.push(group(Tag::Quote, Some(thing), &spot.1.quote, *at, drawing));
                at.y += high + BELOW;
            };
        put(desk, &self.lead, &mut at, drawing);
        for spot in &self.more {
            let drawing = one(desk, spot, room.width());
            put(desk, spot, &mut at, drawing);
        }
        items
    }
}

/// One of the others.
fn one(desk: &mut PageContext<'_>, spot: &SpokenPoint, width: f32) -> Drawing {
    speaker(desk, spot, 74.0, TextSize::Large.spoken(), SMALL, width)
}

/// A face with what it says and who that is.
fn speaker(
    desk: &mut PageContext<'_>,
    (place, point): &SpokenPoint,
    side: f32,
    style: Style,
    small: Style,
    width: f32,
) -> Drawing {
    let left = side + BESIDE * (side / 190.0).clamp(0.5, 1.0);
    let inner = (width - left).max(80.0);
    let mut texts = Vec::new();
    if let Some(quote) = said::quote(desk, point) {
        let of = said::by(desk, *place, point);
        texts.push((desk.pen.text(&quote, style, Some(inner)), Role::Ink, Some(of)));
    }
    let who = said::who(desk, *place, point);
    if !who.is_empty() {
        texts.push((desk.pen.text(&who, small, Some(inner)), Role::Muted, None));
    }
    let gap = style.size * 0.22;
    let high: f32 = texts.iter().map(|(text, ..)| text.size.y).sum();
    let high = high + gap * texts.len().saturating_sub(1) as f32;
    let full = high.max(side);
    let middle = pos2(side / 2.0, side.max(high.min(side * 1.15)) / 2.0);
    let mut items = face(desk, point.shown_face(), side, 0.0, middle);
    let mut y = (full - high) / 2.0;
    let mut spots = Vec::new();
    for (text, role, of) in texts {
        let down = text.size.y;
        spots.push(TextSpot::new(pos2(left, y), &text, of));
        items.push(text_at(pos2(left, y), text, role));
        y += down + gap;
    }
    Drawing { size: vec2(width, full), items, texts: spots, ..Drawing::default() }
}
