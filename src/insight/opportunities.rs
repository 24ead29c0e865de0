//! Which card is an opportunity, and which opportunity has a card.
//!
//! There is one kind: a card in a lane of opportunities is one. What is valued of it, and who does
//! it by when, stands in the project's list, where the card refers to it. A card of any other lane
//! that refers to one leads to it.

use crate::model::{Card, Id, Journey, Lane, LaneKind, Opportunity, Project};
use std::collections::HashSet;
use std::sync::Arc;

/// Is a card of this lane an opportunity itself?
pub fn is_of_opportunities(lane: &Lane) -> bool {
    lane.kind == LaneKind::Opportunities
}

/// The opportunity that `card` is or leads to, as far as it is in the list.
pub fn opportunity_of<'a>(project: &'a Project, card: &Card) -> Option<&'a Arc<Opportunity>> {
    let id = card.opportunity.as_ref()?;
    project.opportunities.iter().find(|one| one.id == *id)
}

/// The opportunity that `card` leads to: the one it refers to, or else the first that names it among
/// its cards. In older files only that side may know.
pub fn leads_to<'a>(project: &'a Project, card: &Card) -> Option<&'a Arc<Opportunity>> {
    let named = || project.opportunities.iter().find(|one| one.cards.contains(&card.id));
    opportunity_of(project, card).or_else(named)
}

/// The card that is the opportunity `id`, with its map and lane. It is looked for on the map
/// `first`, then on the others.
pub fn card_of_opportunity<'a>(
    project: &'a Project,
    first: &Id,
    id: &Id,
) -> Option<(&'a Arc<Journey>, &'a Arc<Lane>, &'a Arc<Card>)> {
    let within = |journey: &'a Arc<Journey>| {
        let lanes = journey.lanes.iter().filter(|lane| is_of_opportunities(lane));
        let cards = lanes.flat_map(|lane| lane.cards.iter().map(move |card| (lane, card)));
        let mut found = cards.filter(|(_, card)| card.opportunity.as_ref() == Some(id));
        found.next().map(|(lane, card)| (journey, lane, card))
    };
    let there = project.journey(first).and_then(|(_, journey)| within(journey));
    there.or_else(|| project.journeys.iter().find_map(within))
}

/// The opportunities that cards of `journeys` are: where those cards are told of, so are they.
pub fn with_cards<'a>(journeys: impl Iterator<Item = &'a Journey>) -> HashSet<&'a Id> {
    let lanes = journeys.flat_map(|journey| journey.lanes.iter());
    let cards = lanes.filter(|lane| is_of_opportunities(lane)).flat_map(|lane| lane.cards.iter());
    cards.filter_map(|card| card.opportunity.as_ref()).collect()
}
