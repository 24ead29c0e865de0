//! What the pointer is on.

use super::{Body, CardBox, Cards, Cell, Curve, CurveLine, LaneBox, Scene, Sign};
use crate::model::{CardRef, FEELING_MAX, FEELING_MIN, Id, Thing};
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
    /// The title of the row of customers, which folds it to a line and back.
    Customers,
    /// The lower edge of a lane's title, which makes the lane higher.
    LaneEdge(Id),
    /// A persona, a transition, or the journey's title in the head; or what a figure of a strip is
    /// about.
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

impl Hit {
    /// Is it on this, wherever that stands?
    pub fn is_on(&self, thing: &Thing) -> bool {
        match (thing, self) {
            (Thing::Card(card), Self::Card { card: other, .. }) => card.card == other.card,
            (Thing::Point { point, .. }, Self::Point { point: other, .. }) => point == other,
            (Thing::Phase(phase), Self::Phase { phase: other, .. }) => phase == other,
            (Thing::Step(step), Self::Step { step: other, .. }) => step == other,
            (Thing::Lane(lane), Self::Lane(other)) => lane == other,
            (thing, Self::Head(other)) => thing == other,
            _ => false,
        }
    }
}

/// No more than this beside a lane's edge is its edge, in document units: its title is near.
const EDGE_MAX: f32 = 10.0;

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
    if point.x >= scene.body_x
        && let Some(piece) = scene.piece_at(point)
    {
        return Hit::Head(piece.thing.clone());
    }
    if point.x < scene.body_x && scene.customers().is_some_and(|row| row.contains(point.y)) {
        return Hit::Customers;
    }
    if point.x < scene.body_x
        && let Some(lane) = lane_edge(scene, point, reach)
    {
        return Hit::LaneEdge(lane.id.clone());
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

/// Where the votes for a card are, where the card is.
fn votes_of(card: &CardBox) -> Option<Rect> {
    let votes = card.drawing.signs.iter().find(|spot| matches!(spot.sign, Sign::Votes(_)))?;
    Some(votes.rect.translate(card.rect.min.to_vec2()))
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

/// The lane whose lower edge is here. A folded one is as high as its title.
fn lane_edge(scene: &Scene, point: Pos2, reach: f32) -> Option<&LaneBox> {
    let below = scene.lanes.partition_point(|lane| lane.y + lane.height < point.y);
    let near = [below.checked_sub(1), Some(below)].into_iter().flatten();
    near.filter_map(|index| scene.lanes.get(index)).find(|lane| {
        let away = (lane.y + lane.height - point.y).abs();
        !matches!(lane.body, Body::Collapsed) && away <= reach.min(EDGE_MAX)
    })
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
    // Votes hang over a card's lower edge.
    if let Some(card) = near().find(|card| votes_of(card).is_some_and(|votes| votes.contains(at))) {
        return hit(card, false);
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
    feeling(scene, lane, curve, at)
}

/// In an emotion lane: the feeling at `point`, whatever stands there; `Outside` elsewhere.
pub fn feeling_hit(scene: &Scene, point: Pos2) -> Hit {
    match scene.lane_at(point.y).and_then(|index| scene.lanes.get(index)) {
        Some(lane) if point.x >= scene.body_x => match &lane.body {
            Body::Curve(curve) => feeling(scene, lane, curve, pos2(point.x, point.y - lane.y)),
            Body::Cards(_) | Body::Collapsed => Hit::Outside,
        },
        _ => Hit::Outside,
    }
}

/// The curve that runs within `reach` of `point` (document units); of several the nearest.
pub fn curve_hit(scene: &Scene, point: Pos2, reach: f32) -> Option<&CurveLine> {
    let lane = scene.lanes.get(scene.lane_at(point.y)?)?;
    let Body::Curve(curve) = &lane.body else { return None };
    let at = pos2(point.x, point.y - lane.y);
    let near = curve.lines.iter().filter_map(|line| Some((line.distance(at)?, line)));
    let nearest = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (nearest.0 <= reach).then_some(nearest.1)
}

fn feeling(scene: &Scene, lane: &LaneBox, curve: &Curve, at: Pos2) -> Hit {
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

#[cfg(test)]
mod tests {
    use super::super::tests::{scene, small};
    use super::*;

    /// Every thing drawn, with a name and the point in its middle.
    fn middles(scene: &Scene) -> Vec<(String, Pos2)> {
        let mut middles = Vec::new();
        for placed in scene.head.iter() {
            let middle = Rect::from_min_size(placed.at, placed.drawing.size).center();
            middles.push((format!("{:?}", Hit::Head(placed.thing.clone())), middle));
        }
        for phase in &scene.columns.phases {
            let rect = scene.thing_rect(&Thing::Phase(phase.id.clone())).unwrap();
            let hit = Hit::Phase { phase: phase.id.clone(), edge: false };
            middles.push((format!("{hit:?}"), rect.center()));
        }
        for lane in &scene.lanes {
            let middle = lane.title_rect.center() + egui::vec2(0.0, lane.y);
            middles.push((format!("{:?}", Hit::Lane(lane.id.clone())), middle));
            let down = egui::vec2(0.0, lane.y);
            if let Body::Cards(cards) = &lane.body {
                for card in cards.cells.iter().flat_map(|cell| &cell.cards) {
                    let card_ref =
                        CardRef { lane: Some(lane.id.clone()), card: card.card.id.clone() };
                    let rect = scene.thing_rect(&Thing::Card(card_ref.clone())).unwrap();
                    assert_eq!(rect, card.rect.translate(down));
                    let hit = Hit::Card { card: card_ref, edge: false };
                    middles.push((format!("{hit:?}"), rect.center()));
                }
            }
            if let Body::Curve(curve) = &lane.body {
                for shown in &curve.points {
                    let (lane, point) = (lane.id.clone(), shown.point.id.clone());
                    let face =
                        Hit::Point { lane: lane.clone(), point: point.clone(), quote: false };
                    middles.push((format!("{face:?}"), shown.at + down));
                    if let Some((rect, _)) = &shown.quote {
                        let hit = Hit::Point { lane, point, quote: true };
                        middles.push((format!("{hit:?}"), rect.center() + down));
                    }
                }
            }
        }
        for parked in &scene.parking.cards {
            let middle = parked.rect.center() + scene.parking_rect.min.to_vec2();
            let card = CardRef { lane: None, card: parked.card.id.clone() };
            middles.push((format!("{:?}", Hit::Card { card, edge: false }), middle));
        }
        middles
    }

    #[test]
    fn the_middle_of_every_thing_is_that_thing() {
        let scene = scene(small());
        let middles = middles(&scene);
        assert!(middles.len() >= 15, "{middles:?}");
        for (name, middle) in middles {
            for reach in [0.0, 6.0, 60.0] {
                assert_eq!(format!("{:?}", hit(&scene, middle, reach)), name, "{middle}, {reach}");
            }
        }
    }

    #[test]
    fn edges_empty_places_and_what_is_beside_the_map() {
        let scene = scene(small());
        let rect = |card: &str| {
            let lane = Some(Id::new("doing"));
            scene.thing_rect(&Thing::Card(CardRef { lane, card: Id::new(card) })).unwrap()
        };
        let (first, wide) = (rect("first"), rect("wide"));
        let early = &scene.columns.phases[0];
        let header = scene.header_y + 20.0;
        let doing = &scene.lanes[0];
        let meeting = scene.lanes[1].y + scene.lanes[1].height;
        let empty = scene.columns.steps[1].x + 100.0;
        let parking = scene.parking_rect;
        let rows = [
            (pos2(first.right() - 1.0, first.center().y), r#"Card "first" edge"#),
            (pos2(first.right() + 3.0, first.center().y), r#"Card "first" edge"#),
            (pos2(first.right() + 9.0, first.center().y + 1.0), r#"Cell "doing" "s1" 1"#),
            (pos2(first.center().x, first.bottom() + 3.0), r#"Cell "doing" "s1" 1"#),
            (pos2(first.center().x, doing.y + 2.0), r#"Cell "doing" "s1" 0"#),
            (pos2(wide.right() - 1.0, wide.center().y), r#"Card "wide" edge"#),
            (pos2(wide.right() - 30.0, wide.center().y), r#"Card "wide""#),
            (pos2(empty, wide.bottom() + 8.0), r#"Cell "doing" "s2" 1"#),
            (pos2(empty, meeting - 5.0), r#"Cell "meeting" "s2" 0"#),
            (pos2(early.x + early.width + 2.0, header), r#"Phase "early" edge"#),
            (pos2(early.x + early.width - 2.0, header), r#"Phase "early" edge"#),
            (pos2(early.x + early.width + 9.0, header), r#"Phase "late""#),
            (pos2(20.0, header), "Outside"),
            (pos2(20.0, doing.y + 50.0), r#"Lane "doing""#),
            (pos2(120.0, doing.y + doing.height - 3.0), r#"LaneEdge(Id("doing"))"#),
            (pos2(120.0, doing.y + doing.height + 3.0), r#"LaneEdge(Id("doing"))"#),
            (pos2(parking.left() + 5.0, parking.top() + 5.0), "Parking 0"),
            (pos2(parking.left() + 5.0, parking.bottom() - 5.0), "Parking 1"),
            (pos2(parking.left() - 5.0, parking.center().y), "Outside"),
            (pos2(-50.0, -50.0), "Outside"),
            (pos2(f32::NAN, 300.0), "Outside"),
            (pos2(500.0, f32::INFINITY), "Outside"),
        ];
        for (point, expected) in rows {
            let edged = |name: String, edge: bool| if edge { name + " edge" } else { name };
            let found = match hit(&scene, point, 4.0) {
                Hit::Card { card, edge } => edged(format!("Card {:?}", card.card.as_str()), edge),
                Hit::Phase { phase, edge } => edged(format!("Phase {:?}", phase.as_str()), edge),
                Hit::Cell { lane, step, index } => {
                    format!("Cell {:?} {:?} {index}", lane.as_str(), step.as_str())
                }
                Hit::Lane(lane) => format!("Lane {:?}", lane.as_str()),
                Hit::Parking { index } => format!("Parking {index}"),
                other => format!("{other:?}"),
            };
            assert_eq!(found, expected, "{point}");
        }
    }

    #[test]
    fn an_empty_place_in_an_emotion_lane_is_a_feeling() {
        let scene = scene(small());
        let lane = scene.lanes.iter().find(|lane| lane.id.as_str() == "feeling").unwrap();
        let Body::Curve(curve) = &lane.body else { panic!("no curve") };
        let step = &scene.columns.steps[0];
        for (value, expected) in [(0.0, 0.0), (-1.5, -1.5), (1.5, 1.5)] {
            let y = lane.y + curve.zero_y - value * curve.unit;
            let Hit::Curve { at, value, .. } = hit(&scene, pos2(step.x + step.width / 4.0, y), 4.0)
            else {
                panic!("no feeling at {value}")
            };
            assert!((at - 0.25).abs() < 1e-3 && (value - expected).abs() < 1e-3, "{at} {value}");
        }
    }
}
