//! Where cards are, how they are taken out, and how they are put in.
//!
//! Works on many cards at once in one pass over each lane, so that dragging a whole map is no
//! slower than reading it.

use super::{EditError, Spot};
use crate::model::{Card, CardRef, Id, Journey, LaneKind, List, Thing};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlaceInLists {
    /// Which lane; none: the parking place.
    pub lane: Option<usize>,
    /// Which card of it.
    pub index: usize,
}

/// Where each of `refs` is: in the lane it names, else in any other, else parked.
/// One named twice is missing the second time.
pub(super) fn locate<'a>(
    parked: &List<Card>,
    journey: &Journey,
    refs: impl IntoIterator<Item = &'a CardRef>,
) -> Result<Vec<PlaceInLists>, EditError> {
    let refs: Vec<&CardRef> = refs.into_iter().collect();
    let mut places: Vec<Option<PlaceInLists>> = vec![None; refs.len()];
    let mut hinted: BTreeMap<Option<&Id>, BTreeMap<&Id, usize>> = BTreeMap::new();
    for (index, one) in refs.iter().enumerate() {
        hinted.entry(one.lane.as_ref()).or_default().entry(&one.card).or_insert(index);
    }
    let mut lost = BTreeMap::new();
    for (lane, mut wanted) in hinted {
        match lane.map(|id| journey.lane(id)) {
            None => find(parked, None, &mut wanted, &mut places),
            Some(Some((at, lane))) => find(&lane.cards, Some(at), &mut wanted, &mut places),
            Some(None) => {}
        }
        lost.append(&mut wanted);
    }
    for (at, lane) in journey.lanes.iter().enumerate() {
        find(&lane.cards, Some(at), &mut lost, &mut places);
    }
    find(parked, None, &mut lost, &mut places);
    let missing = |one: &CardRef| EditError::Missing(Thing::Card(one.clone()));
    refs.iter().zip(places).map(|(one, place)| place.ok_or_else(|| missing(one))).collect()
}

/// Looks through one list for cards that are wanted; those found are wanted no more.
fn find(
    cards: &List<Card>,
    lane: Option<usize>,
    wanted: &mut BTreeMap<&Id, usize>,
    places: &mut [Option<PlaceInLists>],
) {
    // Mostly it is one card: looking for it alone is much quicker.
    if let (1, Some((id, at))) = (wanted.len(), wanted.first_key_value()) {
        if let Some(index) = cards.iter().position(|card| card.id == **id) {
            places[*at] = Some(PlaceInLists { lane, index });
            wanted.clear();
        }
        return;
    }
    for (index, card) in cards.iter().enumerate() {
        if wanted.is_empty() {
            return;
        }
        if let Some(at) = wanted.remove(&card.id) {
            places[at] = Some(PlaceInLists { lane, index });
        }
    }
}

/// The card at `place`, which [`locate`] found.
pub(super) fn card_at<'a>(
    parked: &'a List<Card>,
    journey: &'a Journey,
    place: PlaceInLists,
) -> &'a Arc<Card> {
    match place.lane {
        Some(lane) => &journey.lanes[lane].cards[place.index],
        None => &parked[place.index],
    }
}

/// Takes the cards at these places out, in this order.
pub(super) fn take_out(
    parked: &mut List<Card>,
    journey: &mut Journey,
    places: &[PlaceInLists],
) -> Vec<Arc<Card>> {
    let taken = places.iter().map(|place| card_at(parked, journey, *place).clone()).collect();
    let mut lists: BTreeMap<Option<usize>, BTreeSet<usize>> = BTreeMap::new();
    for place in places {
        lists.entry(place.lane).or_default().insert(place.index);
    }
    for (lane, gone) in lists {
        let cards = match lane {
            Some(lane) => journey.lanes.edit(lane).map(|lane| &mut lane.cards),
            None => Some(&mut *parked),
        };
        let mut index = 0..;
        if let Some(cards) = cards {
            cards.retain(|_| index.next().is_none_or(|index| !gone.contains(&index)));
        }
    }
    taken
}

/// The place of the lane a spot is in; none: parked.
pub(super) fn lane_of_spot(
    journey: &Journey,
    spot: &Spot,
    has_step: impl Fn(&Id) -> bool,
) -> Result<Option<usize>, EditError> {
    let Spot::Cell { lane, step, .. } = spot else { return Ok(None) };
    let found = journey.lane(lane).filter(|(_, lane)| lane.kind != LaneKind::Emotions);
    match found {
        Some((at, _)) if has_step(step) => Ok(Some(at)),
        _ => Err(EditError::NoSuchSpot(spot.clone())),
    }
}

/// A card that comes to a lane, already with its new step.
pub(super) struct Landing {
    /// How many cards of its cell stand before it.
    pub index: usize,
    /// The card.
    pub card: Arc<Card>,
}

/// A card of a cell while it is filled.
enum Slot {
    /// One that was there, by its place in the list.
    Old(usize),
    /// One that comes.
    New(Arc<Card>),
}

/// Puts cards into a lane, each in its cell, one after the other.
/// The list changes as little as can be, and so will the file.
pub(super) fn put_in(cards: &mut List<Card>, landings: Vec<Landing>) {
    let mut cells: BTreeMap<Id, Vec<Slot>> = BTreeMap::new();
    for landing in &landings {
        cells.entry(landing.card.step.clone()).or_default();
    }
    for (index, card) in cards.iter().enumerate() {
        if let Some(cell) = cells.get_mut(&card.step) {
            cell.push(Slot::Old(index));
        }
    }
    for Landing { index, card } in landings {
        if let Some(cell) = cells.get_mut(&card.step) {
            cell.insert(index.min(cell.len()), Slot::New(card));
        }
    }
    // Those that come stand before the next old card of their cell, the last ones after the last.
    let mut before: BTreeMap<usize, Vec<Arc<Card>>> = BTreeMap::new();
    for cell in cells.into_values() {
        let mut next = cards.len();
        let mut come = Vec::new();
        for slot in cell {
            match slot {
                Slot::New(card) => come.push(card),
                Slot::Old(index) => {
                    if !come.is_empty() {
                        before.entry(index).or_default().append(&mut come);
                    }
                    next = index + 1;
                }
            }
        }
        before.entry(next).or_default().append(&mut come);
    }
    let old = std::mem::take(&mut **cards);
    let count = old.len();
    for (index, card) in old.into_iter().enumerate() {
        cards.extend(before.remove(&index).into_iter().flatten());
        cards.push(card);
    }
    cards.extend(before.remove(&count).into_iter().flatten());
}
