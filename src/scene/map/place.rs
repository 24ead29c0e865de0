//! Where a text of the map stands and how it is set, so that it can be edited right there.

use crate::model::{LaneKind, Thing};
use crate::scene::draw::pen::{self, Style};
use crate::scene::map::columns::STEP_TITLE;
use crate::scene::{Align, Body, Role, Scene, TextStyle};
use egui::{Rect, Vec2, pos2, vec2};

/// The least room to type in, in document units.
const ROOM: f32 = 140.0;

/// Where a text stands on the map and how it is set, in document units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextPlace {
    /// Where; its width is what the lines are broken to.
    pub rect: Rect,
    /// How it is set.
    pub style: TextStyle,
    /// In which colour.
    pub role: Role,
}

impl Scene {
    /// Where the text of `thing` stands: a card's text, a title, a quote. `pinned` is how far the
    /// headers (down) and lane titles (right) are pushed to stay in view.
    pub fn text_place(&self, thing: &Thing, pinned: Vec2) -> Option<TextPlace> {
        let (rect, style, role) = match thing {
            Thing::Card(card) => {
                let found = self.card_box(card)?;
                let corner = self.thing_rect(thing)?.min.to_vec2();
                let lane = self.lanes.iter().find(|lane| Some(&lane.id) == card.lane.as_ref());
                let (style, role) = match lane.map(|lane| &lane.kind) {
                    Some(LaneKind::Thoughts | LaneKind::Questions | LaneKind::Quotes) => {
                        (pen::SPOKEN, Role::Ink)
                    }
                    Some(LaneKind::Metrics) => (pen::NOTE, Role::Muted),
                    _ => (pen::CARD, Role::Ink),
                };
                (found.text_rect.translate(corner), style, role)
            }
            Thing::Point { lane, point } => {
                let lane = self.lanes.iter().find(|shown| shown.id == *lane)?;
                let Body::Curve(curve) = &lane.body else { return None };
                let point = curve.points.iter().find(|shown| shown.point.id == *point)?;
                let corner = match &point.quote {
                    Some((rect, _)) => rect.min + vec2(10.0, 6.0),
                    None => point.at + vec2(point.radius + 8.0, -9.0),
                };
                let rect = Rect::from_min_size(
                    corner + vec2(0.0, lane.y),
                    vec2(ROOM, pen::SPOKEN.line_height),
                );
                (rect, pen::SPOKEN, Role::Ink)
            }
            Thing::Phase(id) => {
                let phase = self.columns.phases.iter().find(|shown| shown.id == *id)?;
                let corner = vec2(phase.x, self.header_y + pinned.y);
                (phase.title_rect.translate(corner), pen::PHASE, Role::OnColor)
            }
            Thing::Step(id) => {
                let index = *self.columns.index.get(id)?;
                let rect = self.step_title_rect(index)?;
                let right = pos2(rect.right() - STEP_TITLE.x, rect.bottom());
                let rect = Rect::from_min_max(rect.min + STEP_TITLE, right);
                (rect.translate(vec2(0.0, pinned.y)), pen::STEP, Role::Muted)
            }
            Thing::Lane(id) => {
                let lane = self.lanes.iter().find(|shown| shown.id == *id)?;
                (lane.title_rect.translate(vec2(pinned.x, lane.y)), pen::LANE, Role::Ink)
            }
            Thing::Journey(_) => (self.title_rect, pen::TITLE, Role::Ink),
            Thing::Persona(_) => (self.head_text(thing)?, pen::NAME, Role::Ink),
            Thing::Transition(_) => {
                let rect = self.head_text(thing)?;
                let size = rect.size().max(vec2(ROOM, 0.0));
                (Rect::from_min_size(rect.min, size), pen::STEP, Role::Ink)
            }
        };
        Some(TextPlace { rect, style: set(style, self.scale), role })
    }

    /// Where the text of something in the head stands.
    fn head_text(&self, thing: &Thing) -> Option<Rect> {
        let placed = self.head.iter().find(|placed| placed.thing == *thing)?;
        Some(placed.text_rect.translate(placed.at.to_vec2()))
    }
}

fn set(style: Style, scale: f32) -> TextStyle {
    TextStyle {
        face: style.face,
        size: style.size * scale,
        line_height: style.line_height * scale,
        align: Align::Start,
    }
}
