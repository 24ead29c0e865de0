//! Walking over the map by the arrow keys: from card to card, to empty cells, faces and titles.

use super::super::{CellRef, Selection};
use super::drag;
use crate::model::{CardRef, Thing};
use crate::scene::{Body, Scene};
use egui::Pos2;

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WalkTo {
    /// To the one before in the lane.
    Left,
    /// To the next in the lane.
    Right,
    /// To the one above.
    Up,
    /// To the one below.
    Down,
}

/// A row the keyboard can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// The phase headers.
    Phases,
    /// The titles of steps, below them.
    Steps,
    Lane(usize),
}

/// Where the keyboard is. Lane titles are the column before the steps.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    row: Row,
    /// None: in the column of lane titles.
    step: Option<usize>,
    /// How far down in the lane.
    y: f32,
}

/// What the keyboard comes to from `selection` by going one `way`.
pub(super) fn walk(scene: &Scene, selection: &Selection, way: WalkTo) -> Selection {
    if let Some(Thing::Card(card)) = selection.things.last()
        && let Some(index) = drag::parked_at(scene, card)
        && drag::place_of(scene, card).is_none()
    {
        return among_parked(scene, selection, index, way);
    }
    let Some(from) = place(scene, selection) else {
        return at(scene, Place { row: Row::Lane(0), step: Some(0), y: 0.0 });
    };
    if let (Row::Lane(lane), Some(step)) = (from.row, from.step)
        && let Some(next) = within_cell(scene, lane, step, selection, way)
    {
        return next;
    }
    let to = go(scene, from, way);
    if (to.row, to.step) != (from.row, from.step) {
        return at(scene, to);
    }
    let beyond = way == WalkTo::Right && matches!(from.row, Row::Lane(_));
    beyond.then(|| nearest_parked(scene, from)).flatten().unwrap_or_else(|| selection.clone())
}

/// Goes one way and takes what is there with what is selected. Empty cells are passed over, and
/// only things of one kind are taken together.
pub(super) fn extended(scene: &Scene, mut selection: Selection, way: WalkTo) -> Selection {
    let kind = selection.things.last().map(std::mem::discriminant);
    let mut next = walk(scene, &selection, way);
    while let Some(from) = next.cell.clone() {
        next = walk(scene, &next, way);
        if next.cell.as_ref() == Some(&from) {
            return selection;
        }
    }
    for thing in next.things {
        if kind.is_none_or(|kind| kind == std::mem::discriminant(&thing)) {
            selection.cell = None;
            selection.things.retain(|other| *other != thing);
            selection.things.push(thing);
        }
    }
    selection
}

/// One place further; the same place at the end of the map.
fn go(scene: &Scene, from: Place, way: WalkTo) -> Place {
    let (row, step) = (from.row, from.step);
    let is_lane = matches!(row, Row::Lane(_));
    let last_lane = scene.lanes.len().saturating_sub(1);
    let last_step = scene.columns.steps.len().saturating_sub(1);
    let top =
        if step.is_some_and(|step| has_steps(scene, step)) { Row::Steps } else { Row::Phases };
    match way {
        WalkTo::Left => match step {
            Some(0) if is_lane => Place { step: None, ..from },
            Some(step) if row == Row::Phases => {
                Place { step: Some(phase_start(scene, step)), ..from }
            }
            Some(step) => Place { step: Some(step.saturating_sub(1)), ..from },
            None => from,
        },
        WalkTo::Right => match step {
            None => Place { step: Some(0), ..from },
            Some(step) if row == Row::Phases => {
                Place { step: Some(phase_end(scene, step)), ..from }
            }
            Some(step) => Place { step: Some((step + 1).min(last_step)), ..from },
        },
        WalkTo::Up => match row {
            Row::Phases => from,
            Row::Steps => Place { row: Row::Phases, ..from },
            Row::Lane(0) if step.is_none() => from,
            Row::Lane(0) => Place { row: top, ..from },
            Row::Lane(lane) => Place { row: Row::Lane(lane - 1), y: f32::INFINITY, ..from },
        },
        WalkTo::Down => match row {
            Row::Phases if top == Row::Steps => Place { row: top, ..from },
            Row::Phases | Row::Steps => Place { row: Row::Lane(0), y: 0.0, ..from },
            Row::Lane(lane) => Place { row: Row::Lane((lane + 1).min(last_lane)), y: 0.0, ..from },
        },
    }
}

/// Are the titles of steps worth a stop? Where none has a title and each phase is one step they
/// are not to be seen.
fn has_steps(scene: &Scene, step: usize) -> bool {
    let columns = &scene.columns;
    let phase = columns.steps.get(step).and_then(|step| columns.phases.get(step.phase));
    columns.titles_height > 0.0 || phase.is_some_and(|phase| phase.steps.len() > 1)
}

/// The first step of the phase before the one `step` is in.
fn phase_start(scene: &Scene, step: usize) -> usize {
    let phases = &scene.columns.phases;
    let phase = scene.columns.steps.get(step).map_or(0, |step| step.phase);
    let before = phases[..phase.min(phases.len())].iter().rfind(|phase| !phase.steps.is_empty());
    before.map_or(step, |phase| phase.steps.start)
}

/// The first step of the phase after the one `step` is in.
fn phase_end(scene: &Scene, step: usize) -> usize {
    let phase = scene.columns.steps.get(step).map_or(0, |step| step.phase);
    let after = scene.columns.phases.iter().skip(phase + 1).find(|phase| !phase.steps.is_empty());
    after.map_or(step, |phase| phase.steps.start)
}

/// Up and down among the parked cards, and back to the map.
fn among_parked(scene: &Scene, selection: &Selection, index: usize, way: WalkTo) -> Selection {
    let parked = &scene.parking.cards;
    let to = match way {
        WalkTo::Up => index.saturating_sub(1),
        WalkTo::Down => (index + 1).min(parked.len() - 1),
        WalkTo::Right => index,
        WalkTo::Left => {
            let y = parked[index].rect.center().y + scene.parking_rect.top();
            let (Some(lane), Some(step)) =
                (drag::nearest_lane(scene, y), scene.columns.steps.len().checked_sub(1))
            else {
                return selection.clone();
            };
            let y = y - scene.lanes[lane].y;
            return at(scene, Place { row: Row::Lane(lane), step: Some(step), y });
        }
    };
    Selection::of(Thing::Card(CardRef { lane: None, card: parked[to].card.id.clone() }))
}

/// The parked card beside a place.
fn nearest_parked(scene: &Scene, from: Place) -> Option<Selection> {
    let Row::Lane(lane) = from.row else { return None };
    let y = scene.lanes.get(lane)?.y + from.y.clamp(0.0, 1e6) - scene.parking_rect.top();
    let far = |card: &crate::scene::CardBox| (card.rect.center().y - y).abs();
    let nearest = scene.parking.cards.iter().min_by(|a, b| far(a).total_cmp(&far(b)))?;
    let card = nearest.card.id.clone();
    Some(Selection::of(Thing::Card(CardRef { lane: None, card })))
}

/// Where the keyboard is now.
fn place(scene: &Scene, selection: &Selection) -> Option<Place> {
    let lane_of = |id: &crate::model::Id| scene.lanes.iter().position(|lane| lane.id == *id);
    let column = |id: &crate::model::Id| scene.columns.index.get(id).copied();
    let in_lane = |lane: usize, step: usize, y: f32| {
        Some(Place { row: Row::Lane(lane), step: Some(step), y })
    };
    if let Some(cell) = &selection.cell {
        return in_lane(lane_of(&cell.lane)?, column(&cell.step)?, 0.0);
    }
    match selection.things.last()? {
        Thing::Card(card) => {
            let (lane, step, index) = drag::place_of(scene, card)?;
            let Body::Cards(cards) = &scene.lanes[lane].body else { return None };
            in_lane(lane, step, cards.cells[step].cards[index].rect.center().y)
        }
        Thing::Point { lane, point } => {
            let index = lane_of(lane)?;
            let Body::Curve(curve) = &scene.lanes[index].body else { return None };
            let point = curve.points.iter().find(|other| other.point.id == *point)?;
            in_lane(index, column(&point.point.step)?, point.at.y)
        }
        Thing::Phase(id) => {
            let phase = scene.columns.phases.iter().find(|phase| phase.id == *id)?;
            Some(Place { row: Row::Phases, step: Some(phase.steps.start), y: 0.0 })
        }
        Thing::Step(id) => Some(Place { row: Row::Steps, step: Some(column(id)?), y: 0.0 }),
        Thing::Lane(id) => Some(Place { row: Row::Lane(lane_of(id)?), step: None, y: 0.0 }),
        Thing::Persona(_) | Thing::Transition(_) | Thing::Journey(_) => None,
    }
}

/// The next card of the same cell, or the next face of the same curve.
fn within_cell(
    scene: &Scene,
    lane: usize,
    step: usize,
    selection: &Selection,
    way: WalkTo,
) -> Option<Selection> {
    match (&scene.lanes[lane].body, selection.things.last()?) {
        (Body::Cards(cards), Thing::Card(card)) => {
            let cell = cards.cells.get(step)?;
            let index = cell.cards.iter().position(|other| other.card.id == card.card)?;
            let next = match way {
                WalkTo::Up => index.checked_sub(1)?,
                WalkTo::Down => index + 1,
                WalkTo::Left | WalkTo::Right => return None,
            };
            let card = cell.cards.get(next)?;
            Some(card_selected(scene, lane, &card.card.id))
        }
        (Body::Curve(curve), Thing::Point { point, .. }) => {
            let here = curve.points.iter().find(|other| other.point.id == *point)?;
            let same = |other: &&crate::scene::PointBox| other.point.persona == here.point.persona;
            let next = match way {
                WalkTo::Left => {
                    curve.points.iter().filter(same).rfind(|other| other.at.x < here.at.x)
                }
                WalkTo::Right => {
                    curve.points.iter().filter(same).find(|other| other.at.x > here.at.x)
                }
                WalkTo::Up | WalkTo::Down => None,
            }?;
            // Only within neighbouring steps: an empty step between them can be gone to as well.
            let to = *scene.columns.index.get(&next.point.step)?;
            (to.abs_diff(step) <= 1).then(|| point_selected(scene, lane, &next.point.id))
        }
        _ => None,
    }
}

/// What stands at a place: the title, the nearest card or face there, else the empty cell.
fn at(scene: &Scene, place: Place) -> Selection {
    let column = place.step.and_then(|step| scene.columns.steps.get(step));
    let lane = match (place.row, column) {
        (Row::Lane(lane), _) => lane,
        (Row::Steps, Some(step)) => return Selection::of(Thing::Step(step.id.clone())),
        (_, step) => {
            let phase = step.and_then(|step| scene.columns.phases.get(step.phase));
            let phase = phase.map(|phase| Selection::of(Thing::Phase(phase.id.clone())));
            return phase.unwrap_or_default();
        }
    };
    let Some(lane_box) = scene.lanes.get(lane) else { return Selection::default() };
    let Some(step) = place.step else {
        return Selection::of(Thing::Lane(lane_box.id.clone()));
    };
    let Some(column) = scene.columns.steps.get(step) else { return Selection::default() };
    match &lane_box.body {
        Body::Cards(cards) => {
            let cell = cards.cells.get(step).map_or(&[][..], |cell| &cell.cards[..]);
            let far = |y: f32| (y - place.y.min(1e6)).abs();
            let nearest = cell
                .iter()
                .min_by(|a, b| far(a.rect.center().y).total_cmp(&far(b.rect.center().y)));
            if let Some(card) = nearest {
                return card_selected(scene, lane, &card.card.id);
            }
        }
        Body::Curve(curve) => {
            let here = |point: &&crate::scene::PointBox| point.point.step == column.id;
            if let Some(point) = curve.points.iter().rfind(here) {
                return point_selected(scene, lane, &point.point.id);
            }
        }
        Body::Collapsed => {}
    }
    let cell = CellRef { lane: lane_box.id.clone(), step: column.id.clone() };
    Selection { things: Vec::new(), cell: Some(cell) }
}

fn card_selected(scene: &Scene, lane: usize, card: &crate::model::Id) -> Selection {
    let lane = Some(scene.lanes[lane].id.clone());
    Selection::of(Thing::Card(CardRef { lane, card: card.clone() }))
}

fn point_selected(scene: &Scene, lane: usize, point: &crate::model::Id) -> Selection {
    let lane = scene.lanes[lane].id.clone();
    Selection::of(Thing::Point { lane, point: point.clone() })
}

/// Everything that lies within two corners (document units): for the rubber band.
pub(super) fn within(scene: &Scene, from: Pos2, to: Pos2) -> Vec<Thing> {
    let band = egui::Rect::from_two_pos(from, to);
    let mut things = Vec::new();
    let steps = scene.visible_steps(band.left(), band.right());
    for lane in &scene.lanes[scene.visible_lanes(band.top(), band.bottom())] {
        match &lane.body {
            Body::Collapsed => {}
            Body::Cards(cards) => {
                let first = steps.start.saturating_sub(cards.reach).min(cards.cells.len());
                for cell in &cards.cells[first..steps.end.min(cards.cells.len())] {
                    for card in &cell.cards {
                        if card.rect.translate(egui::vec2(0.0, lane.y)).intersects(band) {
                            let lane = Some(lane.id.clone());
                            let card = card.card.id.clone();
                            things.push(Thing::Card(CardRef { lane, card }));
                        }
                    }
                }
            }
            Body::Curve(curve) => {
                let hit = curve
                    .points
                    .iter()
                    .filter(|point| band.contains(point.at + egui::vec2(0.0, lane.y)));
                things.extend(hit.map(|point| Thing::Point {
                    lane: lane.id.clone(),
                    point: point.point.id.clone(),
                }));
            }
        }
    }
    for card in &scene.parking.cards {
        if card.rect.translate(scene.parking_rect.min.to_vec2()).intersects(band) {
            things.push(Thing::Card(CardRef { lane: None, card: card.card.id.clone() }));
        }
    }
    things
}
