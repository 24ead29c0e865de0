//! What named a card before it went names it again when it comes back.
//!
//! Removing a card unties all that named it. A card that is back was untied by that and by nobody's
//! wish, so what named it in the version does so again, if that is still there and names no other
//! card instead. A card that never went stays as loose as somebody made it.

use crate::edit::emotion;
use crate::model::{Card, EmotionPoint, Id, Journey, List, Project};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Points of `map` belong again to cards that were not on the map `before`.
pub(super) fn by_points(before: &Journey, map: &mut Journey, was: &Journey) {
    let on_map = |journey: &Journey| -> HashSet<Id> {
        let cards = journey.lanes.iter().flat_map(|lane| &lane.cards);
        cards.map(|card| card.id.clone()).collect()
    };
    let (then, now) = (on_map(before), on_map(map));
    let points = was.lanes.iter().flat_map(|lane| &lane.points);
    let tied: HashMap<&Id, &Id> = points
        .filter_map(|point| Some((&point.id, point.touchpoint.as_ref()?)))
        .filter(|(_, card)| now.contains(*card) && !then.contains(*card))
        .collect();
    if tied.is_empty() {
        return;
    }
    emotion::edit_points(map, |point| {
        let card = tied.get(&point.id).filter(|_| point.touchpoint.is_none())?;
        Some(EmotionPoint { touchpoint: Some((*card).clone()), ..point.clone() })
    });
}

/// Opportunities, themes, passages, pages of cards and the chain name again the cards in `after` that
/// were nowhere in `now`.
pub(super) fn by_the_rest(now: &Project, after: &mut Project, from: &Project) {
    let (before, there) = (card_ids(now), card_ids(after));
    let back: HashSet<&Id> = there.iter().filter(|card| !before.contains(*card)).collect();
    let lists = Lists { back: &back, there: &there };
    for index in 0..after.opportunities.len() {
        let Some(now) = after.opportunities.get(index) else { continue };
        let was = from.opportunities.iter().find(|one| one.id == now.id);
        if let Some(cards) = lists.whole(&now.cards, was.map(|was| was.cards.as_slice()))
            && let Some(now) = after.opportunities.edit(index)
        {
            now.cards = cards;
        }
    }
    for index in 0..after.themes.len() {
        let Some(now) = after.themes.get(index) else { continue };
        let was = from.themes.iter().find(|one| one.id == now.id);
        if let Some(cards) = lists.whole(&now.cards, was.map(|was| was.cards.as_slice()))
            && let Some(now) = after.themes.edit(index)
        {
            now.cards = cards;
        }
    }
    if !back.is_empty() {
        passages(after, from, &back);
        pages(after, from, &lists);
        chain(after, from, &back);
    }
}

/// What a list of cards is completed by.
struct Lists<'a> {
    back: &'a HashSet<&'a Id>,
    there: &'a HashSet<Id>,
}

impl Lists<'_> {
    /// The list with the cards that came back, and none that is nowhere; none: it stays as it is.
    fn whole(&self, now: &[Id], was: Option<&[Id]>) -> Option<Vec<Id>> {
        let mut cards = now.to_vec();
        let named = was.unwrap_or_default().iter();
        cards.extend(named.filter(|card| self.back.contains(card) && !now.contains(card)).cloned());
        cards.retain(|card| self.there.contains(card));
        (cards != now).then_some(cards)
    }
}

fn passages(after: &mut Project, from: &Project, back: &HashSet<&Id>) {
    for was in &from.sources {
        let named = was
            .passages
            .iter()
            .filter(|one| one.card.as_ref().is_some_and(|card| back.contains(card)));
        let tied: HashMap<&Id, &Option<Id>> = named.map(|one| (&one.id, &one.card)).collect();
        let Some(index) = after.sources.index_where(|one| one.id == was.id) else { continue };
        if tied.is_empty() {
            continue;
        }
        let Some(source) = after.sources.edit(index) else { continue };
        for passage in source.passages.iter_mut().filter(|one| one.card.is_none()) {
            if let Some(card) = tied.get(&passage.id) {
                Arc::make_mut(passage).card.clone_from(card);
            }
        }
    }
}

fn pages(after: &mut Project, from: &Project, lists: &Lists<'_>) {
    for index in 0..after.journeys.len() {
        let Some(map) = after.journeys.get(index) else { continue };
        let Some((_, was)) = from.journey(&map.id) else { continue };
        let whole: Vec<(usize, Vec<Id>)> = (map.story.iter().enumerate())
            .filter_map(|(at, page)| {
                let was = was.story.iter().find(|one| one.id == page.id)?;
                Some((at, lists.whole(&page.cards, Some(&was.cards))?))
            })
            .collect();
        for (at, cards) in whole {
            if let Some(page) = after.journeys.edit(index).and_then(|map| map.story.edit(at)) {
                page.cards = cards;
            }
        }
    }
}

/// A card leads again to the one that came back.
fn chain(after: &mut Project, from: &Project, back: &HashSet<&Id>) {
    let led: HashMap<&Id, &Id> = all_cards(from)
        .filter_map(|card| Some((&card.id, card.next.as_ref().filter(|next| back.contains(next))?)))
        .collect();
    if led.is_empty() {
        return;
    }
    let is_cut = |card: &Card| card.next.is_none() && led.contains_key(&card.id);
    let join = |cards: &mut List<Card>| {
        for card in cards.iter_mut().filter(|card| is_cut(card)) {
            let next = led.get(&card.id).map(|next| (*next).clone());
            Arc::make_mut(card).next = next;
        }
    };
    if after.parked.iter().any(|card| is_cut(card)) {
        join(&mut after.parked);
    }
    for journey in 0..after.journeys.len() {
        let lanes = after.journeys.get(journey).map_or(0, |journey| journey.lanes.len());
        for lane in 0..lanes {
            let here = after.journeys.get(journey).and_then(|journey| journey.lanes.get(lane));
            if here.is_some_and(|lane| lane.cards.iter().any(|card| is_cut(card)))
                && let Some(lane) =
                    after.journeys.edit(journey).and_then(|map| map.lanes.edit(lane))
            {
                join(&mut lane.cards);
            }
        }
    }
}

fn all_cards(project: &Project) -> impl Iterator<Item = &Arc<Card>> {
    let lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
    lanes.flat_map(|lane| lane.cards.iter()).chain(project.parked.iter())
}

fn card_ids(project: &Project) -> HashSet<Id> {
    all_cards(project).map(|card| card.id.clone()).collect()
}
