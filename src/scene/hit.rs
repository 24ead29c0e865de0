//! What the pointer is on.

use super::{Body, CardBox, Cards, Cell, Curve, LaneBox, Scene};
use crate::edit::{CardRef, Thing};
use crate::model::{FEELING_MAX, FEELING_MIN, Id};
use egui::{Pos2, Rect, pos2};

/// What is under a point of the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Hit {
    /// A card; `edge`: its right edge, which makes it span steps.
    Card {
        /// The card.
        card: CardRef,
        /// At the right edge?
        edge: bool,
    },
    /// A face or its quote.
    Point {
        /// Its lane.
        lane: Id,
        /// The point.
        point: Id,
        /// On the quote, not the face?
        quote: bool,
    },
    /// A phase header; `edge`: its right edge, which makes its last step wider.
    Phase {
        /// The phase.
        phase: Id,
        /// At the right edge?
        edge: bool,
    },
    /// A step's title row, or the edge between two steps there.
    Step {
        /// The step.
        step: Id,
        /// At the right edge?
        edge: bool,
    },
    /// A lane's title.
    Lane(Id),
    /// A persona, a transition, or the journey's title in the head.
    Head(Thing),
    /// An empty place in a cell, with the index a card let go there would get.
    Cell {
        /// The lane.
        lane: Id,
        /// The step.
        step: Id,
        /// How many cards of the cell stand above.
        index: usize,
    },
    /// In an emotion lane beside the faces: the step, where within it, and the feeling there.
    Curve {
        /// The lane.
        lane: Id,
        /// The step.
        step: Id,
        /// 0 to 1 within the step.
        at: f64,
        /// The feeling at this height, within its range.
        value: f64,
    },
    /// The parking place, with the index a card let go there would get.
    Parking {
        /// How many parked cards stand above.
        index: usize,
    },
    /// Nothing.
    Outside,
}

/// What is under `point`, in document units. `reach` is how far from an edge or a face still
/// counts, in document units: a few screen pixels divided by the zoom.
pub fn hit(scene: &Scene, point: Pos2, reach: f32) -> Hit {
    if scene.parking_rect.contains(point) {
        return parking(scene, point);
    }
    if point.y < scene.header_y {
        return head(scene, point);
    }
    if point.y < scene.header_y + scene.header_height {
        return header(scene, point, reach);
    }
    match scene.lane_at(point.y).and_then(|index| scene.lanes.get(index)) {
        Some(lane) => in_lane(scene, lane, point, reach),
        None => Hit::Outside,
    }
}

fn parking(scene: &Scene, point: Pos2) -> Hit {
    let at = point - scene.parking_rect.min.to_vec2();
    match scene.parking.cards.iter().rev().find(|parked| parked.rect.contains(at)) {
        Some(parked) => {
            // A parked card spans no steps: it has no edge to pull.
            Hit::Card { card: CardRef { lane: None, card: parked.card.id.clone() }, edge: false }
        }
        None => Hit::Parking { index: index_at(&scene.parking, at.y) },
    }
}

/// How many cards of `cell` have their middle above `y`.
fn index_at(cell: &Cell, y: f32) -> usize {
    cell.cards.partition_point(|card| card.rect.center().y < y)
}

/// Of things that lie over each other, such as nested arcs, the smallest is meant.
fn head(scene: &Scene, point: Pos2) -> Hit {
    let rect = |index: usize| {
        let placed = &scene.head[index];
        Rect::from_min_size(placed.at, placed.drawing.size)
    };
    let under = (0..scene.head.len()).filter(|index| rect(*index).contains(point));
    let smallest = under.min_by(|a, b| rect(*a).area().total_cmp(&rect(*b).area()));
    smallest.map_or(Hit::Outside, |index| Hit::Head(scene.head[index].thing.clone()))
}

fn header(scene: &Scene, point: Pos2, reach: f32) -> Hit {
    let columns = &scene.columns;
    if point.y < scene.header_y + columns.header_height {
        let found = column(&columns.phases, |phase| (phase.x, phase.width), point.x, reach);
        return found
            .map_or(Hit::Outside, |(phase, edge)| Hit::Phase { phase: phase.id.clone(), edge });
    }
    let found = column(&columns.steps, |step| (step.x, step.width), point.x, reach);
    found.map_or(Hit::Outside, |(step, edge)| Hit::Step { step: step.id.clone(), edge })
}

/// The column at `x`, and whether `x` is at its right edge. Columns are from left to right.
fn column<T>(
    columns: &[T],
    place: impl Fn(&T) -> (f32, f32),
    x: f32,
    reach: f32,
) -> Option<(&T, bool)> {
    let right = columns.partition_point(|column| place(column).0 <= x);
    // The edge just left of x first: within reach of it, it is meant.
    for index in [right.checked_sub(2), right.checked_sub(1)].into_iter().flatten() {
        let (left, width) = place(&columns[index]);
        if (x - (left + width)).abs() <= reach.min(width / 4.0) {
            return Some((&columns[index], true));
        }
    }
    let column = &columns[right.checked_sub(1)?];
    let (left, width) = place(column);
    (x < left + width).then_some((column, false))
}

fn in_lane(scene: &Scene, lane: &LaneBox, point: Pos2, reach: f32) -> Hit {
    if point.x < scene.body_x {
        return Hit::Lane(lane.id.clone());
    }
    let at = pos2(point.x, point.y - lane.y);
    match &lane.body {
        Body::Collapsed if point.x < scene.body.right() => Hit::Lane(lane.id.clone()),
        Body::Collapsed => Hit::Outside,
        Body::Cards(cards) => in_cards(scene, lane, cards, at, reach),
        Body::Curve(curve) => in_curve(scene, lane, curve, at, reach),
    }
}

fn in_cards(scene: &Scene, lane: &LaneBox, cards: &Cards, at: Pos2, reach: f32) -> Hit {
    let Some(step) = scene.step_at(at.x) else { return Hit::Outside };
    let hit = |card: &CardBox, edge: bool| Hit::Card {
        card: CardRef { lane: Some(lane.id.clone()), card: card.card.id.clone() },
        edge,
    };
    // Cards that begin further left may reach here; one more step for those whose edge is near.
    let first = step.saturating_sub(cards.reach);
    let near = cards.cells.get(first..=step).unwrap_or_default();
    let near = || near.iter().rev().flat_map(|cell| cell.cards.iter().rev());
    if let Some(card) = near().find(|card| card.rect.contains(at)) {
        let edge = card.rect.right() - at.x <= reach.min(card.rect.width() / 4.0);
        return hit(card, edge);
    }
    let at_edge = near().find(|card| {
        let beyond = at.x - card.rect.right();
        card.rect.y_range().contains(at.y) && beyond >= 0.0 && beyond <= reach
    });
    if let Some(card) = at_edge {
        return hit(card, true);
    }
    let index = cards.cells.get(step).map_or(0, |cell| index_at(cell, at.y));
    Hit::Cell { lane: lane.id.clone(), step: scene.columns.steps[step].id.clone(), index }
}

fn in_curve(scene: &Scene, lane: &LaneBox, curve: &Curve, at: Pos2, reach: f32) -> Hit {
    let point =
        |point: &Id, quote: bool| Hit::Point { lane: lane.id.clone(), point: point.clone(), quote };
    let nearest = |reach: f32| {
        let away = |index: &usize| curve.points[*index].at.distance(at);
        let near = (0..curve.points.len()).rev();
        let near = near.filter(|index| away(index) <= curve.points[*index].radius + reach);
        near.min_by(|a, b| away(a).total_cmp(&away(b))).map(|index| &curve.points[index].point.id)
    };
    if let Some(id) = nearest(0.0) {
        return point(id, false);
    }
    let quoted = curve
        .points
        .iter()
        .rev()
        .find(|shown| shown.quote.as_ref().is_some_and(|(rect, _)| rect.contains(at)));
    if let Some(quoted) = quoted {
        return point(&quoted.point.id, true);
    }
    if let Some(id) = nearest(reach) {
        return point(id, false);
    }
    let Some(step) = scene.step_at(at.x).and_then(|step| scene.columns.steps.get(step)) else {
        return Hit::Outside;
    };
    let value = f64::from(curve.zero_y - at.y) / f64::from(curve.unit.max(1.0));
    Hit::Curve {
        lane: lane.id.clone(),
        step: step.id.clone(),
        at: f64::from((at.x - step.x) / step.width).clamp(0.0, 1.0),
        value: value.clamp(FEELING_MIN, FEELING_MAX),
    }
}
