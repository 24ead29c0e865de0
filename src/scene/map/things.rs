//! Where a thing of the map is, and what part of it is in view.

use crate::model::{CardRef, Id, Thing};
use crate::scene::{Body, CardBox, Cards, Columns, LaneBox, Scene};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::Ordering;

/// From how many look-ups on a table of a lane's cards is quicker than looking through them. While
/// something is dragged a lane seldom lives so long.
const LOOK_UPS: usize = 16;

impl Scene {
    /// Where `thing` is drawn, in document units; none where it is not shown. A hidden lane's
    /// cards are not shown; a lane is its whole row, a step its whole column.
    pub fn thing_rect(&self, thing: &Thing) -> Option<Rect> {
        match thing {
            Thing::Card(card) => self.find_card(card).map(|(_, rect)| rect),
            Thing::Point { lane, point } => {
                let lane = self.lanes.iter().find(|shown| shown.id == *lane)?;
                let Body::Curve(curve) = &lane.body else { return None };
                let point = curve.points.iter().find(|shown| shown.point.id == *point)?;
                let middle = point.at + vec2(0.0, lane.y);
                Some(Rect::from_center_size(middle, Vec2::splat(point.radius * 2.0)))
            }
            Thing::Phase(id) => {
                let phase = self.columns.phases.iter().find(|shown| shown.id == *id)?;
                Some(Rect::from_min_size(pos2(phase.x, self.header_y), phase.header.size))
            }
            Thing::Step(id) => {
                let step = self.columns.steps.get(*self.columns.index.get(id)?)?;
                let top = self.header_y + self.columns.header_height;
                Some(Rect::from_min_max(
                    pos2(step.x, top),
                    pos2(step.x + step.width, self.body.bottom()),
                ))
            }
            Thing::Lane(id) => {
                let lane = self.lanes.iter().find(|shown| shown.id == *id)?;
                Some(Rect::from_min_max(
                    pos2(0.0, lane.y),
                    pos2(self.body.right(), lane.y + lane.height),
                ))
            }
            Thing::Persona(_) | Thing::Transition(_) => {
                let placed = self.head.iter().find(|placed| placed.thing == *thing)?;
                Some(Rect::from_min_size(placed.at, placed.drawing.size))
            }
            Thing::Journey(id) => {
                (*id == self.journey.id).then(|| Rect::from_min_size(Pos2::ZERO, self.size))
            }
        }
    }

    /// The card where it stands; its rectangle is relative to its lane or the parking place.
    pub fn card_box(&self, card: &CardRef) -> Option<&CardBox> {
        self.find_card(card).map(|(found, _)| found)
    }

    /// The card and where it is in the map. The lane of `card` is where to look first.
    fn find_card(&self, card: &CardRef) -> Option<(&CardBox, Rect)> {
        let hinted = self.lanes.iter().find(|lane| Some(&lane.id) == card.lane.as_ref());
        if let Some((lane, found)) = hinted.and_then(|lane| Some((lane, lane.card(&card.card)?))) {
            return Some((found, found.rect.translate(vec2(0.0, lane.y))));
        }
        let corner = self.parking_rect.min.to_vec2();
        let parked = self.parking.cards.iter().find(|parked| parked.card.id == card.card);
        if let Some(parked) = parked {
            return Some((parked, parked.rect.translate(corner)));
        }
        let mut found = self.lanes.iter().filter_map(|lane| Some((lane, lane.card(&card.card)?)));
        let (lane, found) = found.next()?;
        Some((found, found.rect.translate(vec2(0.0, lane.y))))
    }

    /// The cell of the lane at `lane` in [`Scene::lanes`] and of the step at `step`; empty where
    /// there is no such cell.
    pub fn cell_rect(&self, lane: usize, step: usize) -> Rect {
        match (self.lanes.get(lane), self.columns.steps.get(step)) {
            (Some(lane), Some(step)) => {
                Rect::from_min_size(pos2(step.x, lane.y), vec2(step.width, lane.height))
            }
            _ => Rect::ZERO,
        }
    }

    /// Where the title of the step at `step` is, or would be; none where there is no such step.
    pub fn step_title_rect(&self, step: usize) -> Option<Rect> {
        let step = self.columns.steps.get(step)?;
        let at = pos2(step.x, self.header_y + self.columns.header_height);
        Some(Rect::from_min_size(at, vec2(step.width, self.columns.titles_height)))
    }

    /// Which of [`Scene::lanes`] is at height `y`.
    pub fn lane_at(&self, y: f32) -> Option<usize> {
        let below = self.lanes.partition_point(|lane| lane.y <= y);
        let index = below.checked_sub(1)?;
        let lane = &self.lanes[index];
        (y < lane.y + lane.height).then_some(index)
    }

    /// Which step is at `x`; the gap between two phases belongs to the nearer one.
    pub fn step_at(&self, x: f32) -> Option<usize> {
        let steps = &self.columns.steps;
        let right = steps.partition_point(|step| step.x <= x);
        let Some(index) = right.checked_sub(1) else {
            return steps.first().filter(|first| first.x - x < 1.0).map(|_| 0);
        };
        let beyond = x - (steps[index].x + steps[index].width);
        if beyond < 0.0 {
            return Some(index);
        }
        match steps.get(right) {
            Some(next) if next.x - x < beyond => Some(right),
            Some(_) => Some(index),
            None => (beyond < 1.0).then_some(index),
        }
    }

    /// The steps of which something is between `from` and `to`.
    pub fn visible_steps(&self, from: f32, to: f32) -> Range<usize> {
        self.columns.steps_between(from, to)
    }

    /// The places in [`Scene::lanes`] of lanes of which something is between `from` and `to`.
    pub fn visible_lanes(&self, from: f32, to: f32) -> Range<usize> {
        let start = self.lanes.partition_point(|lane| lane.y + lane.height < from);
        let end = self.lanes.partition_point(|lane| lane.y <= to);
        start..end.max(start)
    }
}

impl Columns {
    /// The steps of which something is between `from` and `to`.
    pub fn steps_between(&self, from: f32, to: f32) -> Range<usize> {
        let start = self.steps.partition_point(|step| step.x + step.width < from);
        let end = self.steps.partition_point(|step| step.x <= to);
        start..end.max(start)
    }
}

impl LaneBox {
    /// The card called `id`.
    fn card(&self, id: &Id) -> Option<&CardBox> {
        let Body::Cards(cards) = &self.body else { return None };
        cards.card(id)
    }
}

impl Cards {
    /// The card called `id`.
    pub fn card(&self, id: &Id) -> Option<&CardBox> {
        let (step, place) = self.place(id)?;
        self.cells.get(step)?.cards.get(place)
    }

    /// Where the card called `id` is: its step, and its place in that cell.
    pub fn place(&self, id: &Id) -> Option<(usize, usize)> {
        let cells = self.cells.iter().enumerate();
        if self.asked.fetch_add(1, Ordering::Relaxed) < LOOK_UPS {
            return cells.clone().find_map(|(step, cell)| {
                let place = cell.cards.iter().position(|card| card.card.id == *id)?;
                Some((step, place))
            });
        }
        let places = self.places.get_or_init(|| {
            let cards = cells.flat_map(|(step, cell)| {
                let cards = cell.cards.iter().enumerate();
                cards.map(move |(place, card)| (card.card.id.clone(), (step, place)))
            });
            cards.collect::<HashMap<_, _>>()
        });
        places.get(id).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::tests::{scene, small};

    #[test]
    fn a_place_is_in_a_step_and_what_is_in_view_is_a_range() {
        let scene = scene(small());
        let [a, b, c] = &scene.columns.steps[..] else { panic!("three steps") };
        let gap = a.x + a.width;
        let rows = [
            (a.x - 10.0, None),
            (a.x + 1.0, Some(0)),
            (gap + 1.0, Some(0)),
            (b.x - 1.0, Some(1)),
            (c.x + 1.0, Some(2)),
            (c.x + c.width + 10.0, None),
            (f32::NAN, None),
        ];
        for (x, expected) in rows {
            assert_eq!(scene.step_at(x), expected, "{x}");
        }
        assert_eq!(scene.visible_steps(b.x + 5.0, c.x - 5.0), 1..2);
        assert_eq!(scene.visible_steps(-500.0, -400.0), 0..0);
        assert_eq!(scene.visible_steps(f32::MIN, f32::MAX), 0..3);
        let second = &scene.lanes[1];
        assert_eq!(scene.lane_at(second.y + 1.0), Some(1));
        assert_eq!(scene.visible_lanes(second.y + 1.0, second.y + 2.0), 1..2);
        assert_eq!(scene.lane_at(-1.0), None);
    }

    #[test]
    fn a_card_is_found_whatever_its_lane_is_said_to_be() {
        let scene = scene(small());
        let rows = [
            (Some("doing"), "wide", true),
            (Some("ideas"), "wide", true),
            (None, "wide", true),
            (None, "parked", true),
            (Some("doing"), "parked", true),
            (Some("hidden"), "unseen", false),
            (Some("meeting"), "lost", false),
        ];
        for (lane, card, is_shown) in rows {
            let card = CardRef { lane: lane.map(Id::new), card: Id::new(card) };
            let found = scene.card_box(&card);
            assert_eq!(found.is_some(), is_shown, "{card:?}");
            assert!(found.is_none_or(|found| found.card.id == card.card));
        }
    }
}
