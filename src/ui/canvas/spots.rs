//! Where the keyboard is: the cell that new and pasted cards go to, and the step.

use super::super::{CellRef, Document, Selection};
use super::{cells, drag};
use crate::edit::Spot;
use crate::model::{Id, Thing};
use crate::scene::{Body, Hit, Scene};

/// The cell the keyboard is in: where new and pasted cards go.
pub(super) fn current_spot(doc: &Document, scene: &Scene) -> Option<Spot> {
    let spot = |lane: usize, step: usize, index: usize| {
        let lane = scene.lanes.get(lane)?.id.clone();
        let step = scene.columns.steps.get(step)?.id.clone();
        Some(Spot::Cell { lane, step, index })
    };
    if let Some(CellRef { lane, step }) = &doc.selection.cell {
        return Some(Spot::Cell { lane: lane.clone(), step: step.clone(), index: usize::MAX });
    }
    let first = scene.lanes.iter().position(|lane| matches!(lane.body, Body::Cards(_)))?;
    match doc.selection.things.last() {
        Some(Thing::Card(card)) => match drag::place_of(scene, card) {
            Some((lane, step, index)) => spot(lane, step, index + 1),
            None => Some(Spot::Parked { index: usize::MAX }),
        },
        Some(Thing::Lane(id)) => {
            let lane = scene.lanes.iter().position(|lane| lane.id == *id)?;
            spot(
                if matches!(scene.lanes[lane].body, Body::Cards(_)) { lane } else { first },
                0,
                usize::MAX,
            )
        }
        Some(Thing::Step(id)) => spot(first, *scene.columns.index.get(id)?, usize::MAX),
        Some(Thing::Phase(id)) => {
            let phase = scene.columns.phases.iter().find(|phase| phase.id == *id)?;
            spot(first, phase.steps.start, usize::MAX)
        }
        Some(Thing::Point { lane, point }) => {
            let index = scene.lanes.iter().position(|other| other.id == *lane)?;
            let Body::Curve(curve) = &scene.lanes[index].body else { return None };
            let point = curve.points.iter().find(|other| other.point.id == *point)?;
            spot(first, *scene.columns.index.get(&point.point.step)?, usize::MAX)
        }
        _ => spot(first, 0, usize::MAX),
    }
}

/// Where a clip of ours goes while several things are selected, or a point: where the first of them
/// stands, so that what was just copied is put in beside itself.
pub(super) fn clip_spot(doc: &Document, scene: &Scene) -> Option<Spot> {
    let things = &doc.selection.things;
    if let [Thing::Card(_)] = things[..] {
        return None;
    }
    let place = |thing: &Thing| cells::place_of(scene, &Selection::of(thing.clone()));
    let (lane, step) = things.iter().filter_map(place).min()?;
    let (lane, step) =
        (scene.lanes.get(lane)?.id.clone(), scene.columns.steps.get(step)?.id.clone());
    Some(Spot::Cell { lane, step, index: usize::MAX })
}

/// Where what is made at the pointer goes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Pointed {
    /// A card.
    Spot(Spot),
    /// A point in this step of an emotion lane.
    Curve(CellRef),
}

/// Where what is made goes when the pointer is on `hit`: below the card it is on; none where there
/// is no place.
pub(super) fn pointed(scene: &Scene, hit: &Hit) -> Option<Pointed> {
    let cell = |lane: &Id, step: &Id| CellRef { lane: lane.clone(), step: step.clone() };
    match hit {
        Hit::Cell { lane, step, index } => {
            let (lane, step, index) = (lane.clone(), step.clone(), *index);
            Some(Pointed::Spot(Spot::Cell { lane, step, index }))
        }
        Hit::Card { card, .. } => match drag::place_of(scene, card) {
            Some((lane, step, index)) => {
                let (lane, step) = (scene.lanes.get(lane)?, scene.columns.steps.get(step)?);
                let (lane, step) = (lane.id.clone(), step.id.clone());
                Some(Pointed::Spot(Spot::Cell { lane, step, index: index + 1 }))
            }
            None => {
                let index = drag::parked_at(scene, card)? + 1;
                Some(Pointed::Spot(Spot::Parked { index }))
            }
        },
        Hit::Parking { index } => Some(Pointed::Spot(Spot::Parked { index: *index })),
        Hit::Curve { lane, step, .. } => Some(Pointed::Curve(cell(lane, step))),
        Hit::Point { lane, point, .. } => {
            let (_, found) = scene.journey.lane(lane)?;
            let point = found.points.iter().find(|other| other.id == *point)?;
            Some(Pointed::Curve(cell(lane, &point.step)))
        }
        Hit::Phase { .. }
        | Hit::Step { .. }
        | Hit::Lane(_)
        | Hit::Head(_)
        | Hit::Customers
        | Hit::LaneEdge(_)
        | Hit::Outside => None,
    }
}

/// The cell for cards that is under the pointer, also below one of its cards.
pub(super) fn cell_under(scene: &Scene, hit: &Hit) -> Option<CellRef> {
    match hit {
        Hit::Cell { lane, step, .. } => Some(CellRef { lane: lane.clone(), step: step.clone() }),
        Hit::Card { card, .. } => {
            let step = scene.card_box(card)?.card.step.clone();
            Some(CellRef { lane: card.lane.clone()?, step })
        }
        Hit::Point { .. }
        | Hit::Phase { .. }
        | Hit::Step { .. }
        | Hit::Lane(_)
        | Hit::Customers
        | Hit::LaneEdge(_)
        | Hit::Head(_)
        | Hit::Curve { .. }
        | Hit::Parking { .. }
        | Hit::Outside => None,
    }
}

/// The same spot in the nearest lane that shows cards.
pub(super) fn for_cards(scene: &Scene, spot: Spot) -> Spot {
    let Spot::Cell { lane, step, index } = spot else { return spot };
    let at = scene.lanes.iter().position(|other| other.id == lane).unwrap_or(0);
    let shown = |lane: &usize| matches!(scene.lanes[*lane].body, Body::Cards(_));
    let nearest = (0..scene.lanes.len()).filter(shown).min_by_key(|lane| lane.abs_diff(at));
    match nearest {
        Some(nearest) if nearest != at => {
            Spot::Cell { lane: scene.lanes[nearest].id.clone(), step, index: usize::MAX }
        }
        _ => Spot::Cell { lane, step, index },
    }
}

/// The step the keyboard is in or near.
pub(super) fn current_step(doc: &Document, scene: &Scene) -> Option<usize> {
    match doc.selection.things.last() {
        Some(Thing::Step(id)) => scene.columns.index.get(id).copied(),
        Some(Thing::Phase(id)) => {
            let phase = scene.columns.phases.iter().find(|phase| phase.id == *id)?;
            phase.steps.clone().last()
        }
        Some(Thing::Card(_) | Thing::Point { .. }) => match current_spot(doc, scene)? {
            Spot::Cell { step, .. } => scene.columns.index.get(&step).copied(),
            Spot::Parked { .. } => None,
        },
        _ => {
            let cell = doc.selection.cell.as_ref()?;
            scene.columns.index.get(&cell.step).copied()
        }
    }
}
