//! How a card becomes an opportunity, and how others are tied to it.
//!
//! A card in a lane of opportunities is one. What stands in the project's list is made when it is
//! first needed, in the same step: a value is given, or a card is tied to it. Its title is what the
//! card says and follows it.

use super::{CardRef, Change, Spot};
use crate::insight::{is_of_opportunities, opportunity_of};
use crate::model::{Card, Id, Journey, Lane, Opportunity, Project};
use std::collections::HashSet;

/// The opportunity that `card` of a lane of opportunities is: the one it refers to, or a new one
/// called as the card says. A new one goes by the card's own id, so that it is the same in two
/// copies of a file.
pub fn opportunity_or_new(project: &Project, card: &Card) -> Opportunity {
    if let Some(known) = opportunity_of(project, card) {
        return Opportunity::clone(known);
    }
    let id = card.opportunity.as_ref().unwrap_or(&card.id);
    let new = || Opportunity { id: id.clone(), title: card.text.clone(), ..Opportunity::default() };
    // One that went by its id before, and was let go of.
    let known = project.opportunities.iter().find(|one| one.id == *id);
    known.map_or_else(new, |known| Opportunity::clone(known))
}

/// Sets something of the opportunities that `cards` are, which stand in lanes of opportunities.
/// What also stands on the card itself can be set there.
pub fn set_opportunities<'a>(
    project: &Project,
    cards: impl Iterator<Item = (&'a CardRef, &'a Card)>,
    set: impl Fn(&mut Opportunity, &mut Card),
) -> Change {
    let (mut puts, mut opportunities) = (Vec::new(), Vec::new());
    for (place, card) in cards {
        let mut opportunity = opportunity_or_new(project, card);
        let mut card = Card { opportunity: Some(opportunity.id.clone()), ..card.clone() };
        set(&mut opportunity, &mut card);
        puts.push((place.clone(), card));
        opportunities.push(opportunity);
    }
    // Named after what it does first.
    Change::Together(vec![Change::PutOpportunities(opportunities), Change::PutCards(puts)])
}

/// Ties `cards` to the opportunity that the card `to` is. None where nothing would change.
pub fn tie_to_card(
    project: &Project,
    cards: &[(CardRef, Card)],
    to: (&CardRef, &Card),
) -> Option<Change> {
    let opportunity = opportunity_or_new(project, to.1);
    let id = opportunity.id.clone();
    let others = cards
        .iter()
        .filter(|(place, card)| place.card != to.0.card && card.opportunity.as_ref() != Some(&id));
    let cards: Vec<(CardRef, Card)> = others.cloned().collect();
    if cards.is_empty() {
        return None;
    }
    let tied = tie(project, &cards, Some(opportunity));
    let is_new = to.1.opportunity.as_ref() != Some(&id);
    let own = is_new.then(|| {
        let card = Card { opportunity: Some(id), ..to.1.clone() };
        Change::PutCards(vec![(to.0.clone(), card)])
    });
    Some(Change::Together([tied].into_iter().chain(own).collect()))
}

/// Ties `cards` to this opportunity, which may be a new one, or to none; both sides know of it.
pub fn tie(project: &Project, cards: &[(CardRef, Card)], to: Option<Opportunity>) -> Change {
    let tied: HashSet<&Id> = cards.iter().map(|(place, _)| &place.card).collect();
    let id = to.as_ref().map(|one| one.id.clone());
    let mut changed = Vec::new();
    let others = project.opportunities.iter().filter(|one| id.as_ref() != Some(&one.id));
    for one in others.filter(|one| one.cards.iter().any(|card| tied.contains(card))) {
        let mut new = Opportunity::clone(one);
        new.cards.retain(|card| !tied.contains(card));
        changed.push(new);
    }
    if let Some(mut one) = to {
        one.cards.retain(|card| !tied.contains(card));
        one.cards.extend(cards.iter().map(|(place, _)| place.card.clone()));
        changed.push(one);
    }
    let puts = cards
        .iter()
        .map(|(place, card)| (place.clone(), Card { opportunity: id.clone(), ..card.clone() }));
    let mut changes = vec![Change::PutCards(puts.collect())];
    if !changed.is_empty() {
        changes.push(Change::PutOpportunities(changed));
    }
    Change::Together(changes)
}

/// Ties `cards` to a new opportunity `id`, called as the first of them says. Where the map has a
/// lane of opportunities it gets a card there, below the first of them.
pub fn tie_to_new(
    project: &Project,
    journey: &Journey,
    cards: &[(CardRef, Card)],
    id: Id,
) -> Change {
    let first = cards.first().map(|(_, card)| card);
    let title = first.map_or_else(String::new, |card| card.text.clone());
    let new = Opportunity { id: id.clone(), title: title.clone(), ..Opportunity::default() };
    let tied = tie(project, cards, Some(new));
    let lane = journey.lanes.iter().find(|lane| is_of_opportunities(lane) && !lane.hidden);
    let step = first.map(|card| &card.step).filter(|step| !step.is_empty());
    let step = step.or_else(|| journey.steps().next().map(|(_, step)| &step.id));
    let own = lane.zip(step).map(|(lane, step)| {
        let spot = Spot::Cell { lane: lane.id.clone(), step: step.clone(), index: usize::MAX };
        let card = Card { id: id.clone(), text: title, opportunity: Some(id), ..Card::default() };
        Change::AddCards(vec![(spot, card)])
    });
    Change::Together([tied].into_iter().chain(own).collect())
}

/// After a card has been given other words: the title of the opportunity it is follows them, where
/// it said the same before.
pub(super) fn follow_text(project: &mut Project, lane: &Lane, old: &Card, new: &Card) {
    let Some(id) = new.opportunity.as_ref().filter(|_| is_of_opportunities(lane)) else { return };
    if old.text == new.text {
        return;
    }
    let Some(at) = project.opportunities.index_where(|one| one.id == *id) else { return };
    if project.opportunities[at].title == old.text
        && let Some(opportunity) = project.opportunities.edit(at)
    {
        opportunity.title.clone_from(&new.text);
    }
}

/// A card that comes into a lane of opportunities becomes one of its own: it no longer leads to
/// another that has a card.
pub(super) fn becomes_one(project: &mut Project, own: &HashSet<Id>, card: &Card) -> Option<Card> {
    let id = card.opportunity.as_ref().filter(|id| own.contains(*id))?;
    if let Some(at) = project.opportunities.index_where(|one| one.id == *id)
        && let Some(opportunity) = project.opportunities.edit(at)
    {
        opportunity.cards.retain(|one| *one != card.id);
    }
    Some(Card { opportunity: None, ..card.clone() })
}
