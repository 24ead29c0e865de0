//! Walking over the map by the arrow keys: from card to card, to empty cells, faces and titles.

use super::super::{CellRef, Selection};
use super::drag;
use crate::edit::{CardRef, Thing};
use crate::scene::{Body, Scene};
use egui::Pos2;

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the one before in the lane.
    Left,
    /// To the next in the lane.
    Right,
    /// To the one above.
    Up,
    /// To the one below.
    Down,
}

/// Where the keyboard is: phase headers are the row above the lanes, lane titles the column before
/// the steps.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    /// None: in the row of phase headers.
    lane: Option<usize>,
    /// None: in the column of lane titles.
    step: Option<usize>,
    /// How far down in the lane.
    y: f32,
}

/// What the keyboard comes to from `selection` by going one `way`.
pub fn walk(scene: &Scene, selection: &Selection, way: Way) -> Selection {
    let Some(from) = place(scene, selection) else {
        return at(scene, Place { lane: Some(0), step: Some(0), y: 0.0 });
    };
    if let (Some(lane), Some(step)) = (from.lane, from.step)
        && let Some(next) = within_cell(scene, lane, step, selection, way)
    {
        return next;
    }
    let (lanes, steps) = (scene.lanes.len(), scene.columns.steps.len());
    let mut to = from;
    match way {
        Way::Left => match from.step {
            Some(0) if from.lane.is_some() => to.step = None,
            Some(0) | None => {}
            Some(step) => to.step = Some(earlier(scene, from, step)),
        },
        Way::Right => match from.step {
            None => to.step = Some(0),
            Some(step) => to.step = Some(later(scene, from, step).min(steps.saturating_sub(1))),
        },
        Way::Up => {
            to.lane = from.lane.and_then(|lane| lane.checked_sub(1));
            to.y = f32::INFINITY;
        }
        Way::Down => {
            to.lane = Some(from.lane.map_or(0, |lane| lane + 1).min(lanes.saturating_sub(1)));
            to.y = if to.lane == from.lane { f32::INFINITY } else { 0.0 };
        }
    }
    if to == from { selection.clone() } else { at(scene, to) }
}

/// In the row of phases, one goes by whole phases.
fn earlier(scene: &Scene, from: Place, step: usize) -> usize {
    if from.lane.is_some() {
        return step - 1;
    }
    let phase = scene.columns.steps[step].phase;
    scene.columns.phases[phase.saturating_sub(1)].steps.start
}

fn later(scene: &Scene, from: Place, step: usize) -> usize {
    if from.lane.is_some() { step + 1 } else { phase_end(scene, step) }
}

fn phase_end(scene: &Scene, step: usize) -> usize {
    let phase = &scene.columns.phases[scene.columns.steps[step].phase];
    if phase.steps.end >= scene.columns.steps.len() { step } else { phase.steps.end }
}

/// Where the keyboard is now.
fn place(scene: &Scene, selection: &Selection) -> Option<Place> {
    if let Some(cell) = &selection.cell {
        let lane = scene.lanes.iter().position(|lane| lane.id == cell.lane)?;
        let step = *scene.columns.index.get(&cell.step)?;
        return Some(Place { lane: Some(lane), step: Some(step), y: 0.0 });
    }
    let of_lane = |id: &crate::model::Id| scene.lanes.iter().position(|lane| lane.id == *id);
    match selection.things.last()? {
        Thing::Card(card) => {
            let (lane, step, index) = drag::place_of(scene, card)?;
            let Body::Cards(cards) = &scene.lanes[lane].body else { return None };
            let y = cards.cells[step].cards[index].rect.center().y;
            Some(Place { lane: Some(lane), step: Some(step), y })
        }
        Thing::Point { lane, point } => {
            let index = of_lane(lane)?;
            let Body::Curve(curve) = &scene.lanes[index].body else { return None };
            let point = curve.points.iter().find(|other| other.point.id == *point)?;
            let step = *scene.columns.index.get(&point.point.step)?;
            Some(Place { lane: Some(index), step: Some(step), y: point.at.y })
        }
        Thing::Phase(id) => {
            let phase = scene.columns.phases.iter().find(|phase| phase.id == *id)?;
            Some(Place { lane: None, step: Some(phase.steps.start), y: 0.0 })
        }
        Thing::Step(id) => {
            let step = *scene.columns.index.get(id)?;
            Some(Place { lane: None, step: Some(step), y: 0.0 })
        }
        Thing::Lane(id) => Some(Place { lane: Some(of_lane(id)?), step: None, y: 0.0 }),
        Thing::Persona(_) | Thing::Transition(_) | Thing::Journey(_) => None,
    }
}

/// The next card of the same cell, or the next face of the same curve.
fn within_cell(
    scene: &Scene,
    lane: usize,
    step: usize,
    selection: &Selection,
    way: Way,
) -> Option<Selection> {
    match (&scene.lanes[lane].body, selection.things.last()?) {
        (Body::Cards(cards), Thing::Card(card)) => {
            let cell = cards.cells.get(step)?;
            let index = cell.cards.iter().position(|other| other.card.id == card.card)?;
            let next = match way {
                Way::Up => index.checked_sub(1)?,
                Way::Down => index + 1,
                Way::Left | Way::Right => return None,
            };
            let card = cell.cards.get(next)?;
            Some(card_selected(scene, lane, &card.card.id))
        }
        (Body::Curve(curve), Thing::Point { point, .. }) => {
            let here = curve.points.iter().find(|other| other.point.id == *point)?;
            let same = |other: &&crate::scene::PointBox| other.point.persona == here.point.persona;
            let next = match way {
                Way::Left => curve.points.iter().filter(same).rfind(|other| other.at.x < here.at.x),
                Way::Right => curve.points.iter().filter(same).find(|other| other.at.x > here.at.x),
                Way::Up | Way::Down => None,
            }?;
            // Only within neighbouring steps: an empty step between them can be gone to as well.
            let to = *scene.columns.index.get(&next.point.step)?;
            (to.abs_diff(step) <= 1).then(|| point_selected(scene, lane, &next.point.id))
        }
        _ => None,
    }
}

/// What stands at a place: the nearest card or face there, else the empty cell.
fn at(scene: &Scene, place: Place) -> Selection {
    let Some(lane) = place.lane else {
        let step = place.step.and_then(|step| scene.columns.steps.get(step));
        let phase = step.and_then(|step| scene.columns.phases.get(step.phase));
        return phase
            .map(|phase| Selection::of(Thing::Phase(phase.id.clone())))
            .unwrap_or_default();
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
pub fn within(scene: &Scene, from: Pos2, to: Pos2) -> Vec<Thing> {
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
