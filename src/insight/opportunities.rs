//! Which card is an opportunity, and which opportunity has a card.
//!
//! There is one kind: a card in a lane of opportunities is one. What is valued of it, and who does
//! it by when, stands in the project's list, where the card refers to it. A card of any other lane
//! that refers to one leads to it.

use super::votes::most_votes_first;
use crate::model::{Card, CardRef, Id, Journey, Lane, LaneKind, Mark, Opportunity, Project};
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

/// Does `card` say what hurts, by its lane or by its mark? An opportunity does not.
pub(super) fn is_pain(lane: &Lane, card: &Card) -> bool {
    let hurts = lane.kind == LaneKind::PainPoints || card.marks.contains(&Mark::PainPoint);
    hurts && !is_of_opportunities(lane) && !card.text.trim().is_empty()
}

/// The pain points of `journey` that no opportunity answers, most votes first; those of hidden lanes
/// are not told of.
pub fn open_pains(project: &Project, journey: &Journey) -> Vec<(CardRef, Arc<Card>)> {
    let named: HashSet<&Id> = project.opportunities.iter().flat_map(|one| &one.cards).collect();
    let known: HashSet<&Id> = project.opportunities.iter().map(|one| &one.id).collect();
    let is_open = |card: &Card| {
        let leads = card.opportunity.as_ref().is_some_and(|id| known.contains(id));
        !leads && !named.contains(&card.id)
    };
    let lanes = journey.lanes.iter().filter(|lane| !lane.hidden);
    let cards = lanes.flat_map(|lane| lane.cards.iter().map(move |card| (lane, card)));
    let open = cards.filter(|(lane, card)| is_pain(lane, card) && is_open(card));
    let mut pains: Vec<(CardRef, Arc<Card>)> = open
        .map(|(lane, card)| {
            (CardRef { lane: Some(lane.id.clone()), card: card.id.clone() }, card.clone())
        })
        .collect();
    most_votes_first(&mut pains, |(_, card)| card.votes);
    pains
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::List;

    #[test]
    fn what_hurts_and_has_no_answer_is_told_by_votes() {
        let card = |name: &str, votes| Card {
            id: Id::new(name),
            text: name.into(),
            votes,
            ..Card::default()
        };
        let lane = |name: &str, kind: LaneKind, cards: Vec<Card>| Lane {
            id: Id::new(name),
            kind,
            cards: cards.into_iter().collect(),
            ..Lane::default()
        };
        let marked = Card { marks: vec![Mark::PainPoint], ..card("marked", 7) };
        let led = Card { opportunity: Some(Id::new("o")), ..card("led", 9) };
        let lost = Card { opportunity: Some(Id::new("gone")), ..card("lost", 2) };
        let blank = Card { text: " ".into(), ..card("blank", 9) };
        let hidden = Lane { hidden: true, ..lane("H", LaneKind::PainPoints, vec![card("h", 9)]) };
        let pains = vec![card("few", 1), card("named", 9), led, lost, blank];
        let own = Card { marks: vec![Mark::PainPoint], ..card("own", 9) };
        let lanes = List::from_iter([
            lane("P", LaneKind::PainPoints, pains),
            lane("T", LaneKind::Touchpoints, vec![card("fine", 9), marked]),
            lane("O", LaneKind::Opportunities, vec![own]),
            hidden,
        ]);
        let journey = Journey { lanes, ..Journey::default() };
        let cards = vec![Id::new("named")];
        let one = Opportunity { id: Id::new("o"), cards, ..Opportunity::default() };
        let opportunities = std::iter::once(one).collect();
        let project = Project { opportunities, ..Project::default() };
        let found: Vec<String> =
            open_pains(&project, &journey).iter().map(|(_, card)| card.text.clone()).collect();
        assert_eq!(found, ["marked", "lost", "few"]);
    }
}
