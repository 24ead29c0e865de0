//! Cards come, move and change.

use super::place::{self, Landing};
use super::steps::StepOrder;
use super::{EditError, Spot, chain, clean, emotion, opportunity};
use crate::insight::{is_of_opportunities, with_cards};
use crate::model::{Card, CardRef, Id, Journey, Project};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// [`Change::AddCards`](super::Change::AddCards).
pub(super) fn add(
    project: &mut Project,
    journey: &mut Journey,
    new: &[(Spot, Card)],
) -> Result<(), EditError> {
    let order = StepOrder::of(journey);
    let mut cards: Vec<Card> = new.iter().map(|(_, card)| clean::card(card.clone())).collect();
    chain::clear_new(project, journey, &mut cards);
    let spots = new.iter().map(|(spot, _)| spot);
    land(project, journey, &order, spots.zip(cards.into_iter().map(Arc::new))).map(|_| ())
}

/// [`Change::MoveCards`](super::Change::MoveCards).
pub(super) fn move_to(
    project: &mut Project,
    journey: &mut Journey,
    moves: &[(CardRef, Spot)],
) -> Result<(), EditError> {
    let order = StepOrder::of(journey);
    let places = place::locate(&project.parked, journey, moves.iter().map(|(card, _)| card))?;
    let own = own_elsewhere(project, journey, moves, &places);
    let old = place::take_out(&mut project.parked, journey, &places);
    let new: Vec<Arc<Card>> = match &own {
        Some(own) => own.settled(project, &old),
        None => old.clone(),
    };
    let coming = moves.iter().map(|(_, spot)| spot).zip(new);
    let new = land(project, journey, &order, coming)?;
    emotion::follow(journey, &order, old.iter().zip(&new));
    Ok(())
}

/// Cards that come into a lane of opportunities from elsewhere and lead to one.
struct Coming {
    /// Which of those that move, by their places.
    cards: Vec<usize>,
    /// The opportunities that have a card.
    own: HashSet<Id>,
}

/// Which of the moves make a card that leads to an opportunity one itself; none: no such.
fn own_elsewhere(
    project: &Project,
    journey: &Journey,
    moves: &[(CardRef, Spot)],
    places: &[place::PlaceInLists],
) -> Option<Coming> {
    let is_of = |lane: usize| journey.lanes.get(lane).is_some_and(|lane| is_of_opportunities(lane));
    let comes = |((_, spot), at): (&(CardRef, Spot), &place::PlaceInLists)| {
        let into = spot.lane().and_then(|id| journey.lane(id)).is_some_and(|(at, _)| is_of(at));
        let leads = place::card_at(&project.parked, journey, *at).opportunity.is_some();
        into && leads && !at.lane.is_some_and(is_of)
    };
    let cards = moves.iter().zip(places).enumerate();
    let cards: Vec<usize> = cards.filter(|(_, one)| comes(*one)).map(|(at, _)| at).collect();
    if cards.is_empty() {
        return None;
    }
    let own = with_cards(project.journeys.iter().map(|journey| &**journey));
    Some(Coming { cards, own: own.into_iter().cloned().collect() })
}

impl Coming {
    fn settled(&self, project: &mut Project, old: &[Arc<Card>]) -> Vec<Arc<Card>> {
        let mut new = old.to_vec();
        for at in &self.cards {
            let Some(card) = new.get_mut(*at) else { continue };
            if let Some(settled) = opportunity::becomes_one(project, &self.own, card) {
                *card = Arc::new(settled);
            }
        }
        new
    }
}

/// Puts each card at its spot, in this order; gives them back with their new steps.
fn land<'a>(
    project: &mut Project,
    journey: &mut Journey,
    order: &StepOrder,
    coming: impl Iterator<Item = (&'a Spot, Arc<Card>)>,
) -> Result<Vec<Arc<Card>>, EditError> {
    let mut landed = Vec::new();
    let mut lanes: BTreeMap<usize, Vec<Landing>> = BTreeMap::new();
    for (spot, card) in coming {
        let lane = place::lane_of_spot(journey, spot, |step| order.index(step).is_some())?;
        let card = match (spot, lane) {
            (Spot::Cell { step, index, .. }, Some(lane)) => {
                let card = order.moved(&card, step);
                let landing = Landing { index: *index, card: card.clone() };
                lanes.entry(lane).or_default().push(landing);
                card
            }
            (Spot::Cell { index, .. } | Spot::Parked { index }, _) => {
                let card = parked(card);
                let index = (*index).min(project.parked.len());
                project.parked.insert(index, card.clone());
                card
            }
        };
        landed.push(card);
    }
    for (lane, landings) in lanes {
        if let Some(lane) = journey.lanes.edit(lane) {
            place::put_in(&mut lane.cards, landings);
        }
    }
    Ok(landed)
}

/// The card without a place on the map.
fn parked(card: Arc<Card>) -> Arc<Card> {
    if card.step.is_empty() && card.until.is_none() {
        return card;
    }
    Arc::new(Card { step: Id::default(), until: None, ..Card::clone(&card) })
}

/// [`Change::PutCards`](super::Change::PutCards).
pub(super) fn put(
    project: &mut Project,
    journey: &mut Journey,
    puts: &[(CardRef, Card)],
) -> Result<(), EditError> {
    let places = place::locate(&project.parked, journey, puts.iter().map(|(card, _)| card))?;
    let mut resized = Vec::new();
    for (at, (_, put)) in places.into_iter().zip(puts) {
        let old = place::card_at(&project.parked, journey, at).clone();
        let mut new = clean::card(put.clone());
        new.id = old.id.clone();
        new.step = old.step.clone();
        new.next.take_if(|next| *next == new.id);
        chain::check(project, journey, &old, &new)?;
        if at.lane.is_none() {
            new.until = None;
        }
        if new.until != old.until {
            // The right edge was dragged: how far it reaches is counted from where it stands.
            let order = StepOrder::of(journey);
            new.until = order.until(&new.step, order.reach(&new));
        }
        if new == *old {
            continue;
        }
        let new = Arc::new(new);
        if let Some(lane) = at.lane.and_then(|lane| journey.lanes.get(lane)) {
            opportunity::follow_text(project, lane, &old, &new);
        }
        if new.until != old.until {
            resized.push((old, new.clone()));
        }
        let cards = match at.lane {
            Some(lane) => journey.lanes.edit(lane).map(|lane| &mut lane.cards),
            None => Some(&mut project.parked),
        };
        if let Some(card) = cards.and_then(|cards| cards.get_mut(at.index)) {
            *card = new;
        }
    }
    if !resized.is_empty() {
        let order = StepOrder::of(journey);
        emotion::follow(journey, &order, resized.iter().map(|(old, new)| (old, new)));
    }
    Ok(())
}
