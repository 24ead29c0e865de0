//! How a card becomes an opportunity, and how others are tied to it.
//!
//! A card in a lane of opportunities is one. What stands in the project's list is made when it is
//! first needed, in the same step: a value is given, or a card is tied to it. Its title is what the
//! card says and follows it.

use super::{Change, Spot};
use crate::insight::{is_of_opportunities, opportunity_of};
use crate::model::{Card, CardRef, Id, Journey, Lane, Opportunity, Project};
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

/// A copy of a card of a lane of opportunities is one of its own: what was valued goes with it
/// under its own id, what leads to the other does not. None: nothing was valued.
pub fn own_copy(of: Option<&Opportunity>, copy: &mut Card) -> Option<Opportunity> {
    let of = of.filter(|of| copy.opportunity.as_ref() == Some(&of.id));
    copy.opportunity = of.map(|_| copy.id.clone());
    let (id, title) = (copy.id.clone(), copy.text.clone());
    of.map(|of| Opportunity { id, title, cards: Vec::new(), ..of.clone() })
}

/// Adds cards, and the opportunities that some of them are.
pub fn add_with(cards: Vec<(Spot, Card)>, opportunities: Vec<Opportunity>) -> Change {
    let cards = Change::AddCards(cards);
    match opportunities.is_empty() {
        true => cards,
        false => Change::Together(vec![cards, Change::PutOpportunities(opportunities)]),
    }
}

/// Takes the opportunities away that went by the ids of cards which are gone, where nothing else
/// knows of them: no card leads to them, and no task belongs to them.
pub(super) fn forget_cards(project: &mut Project, gone: &HashSet<Id>) {
    let tasks: HashSet<&Id> =
        project.tasks.iter().filter_map(|task| task.opportunity.as_ref()).collect();
    let alone = |one: &Opportunity| {
        gone.contains(&one.id) && one.cards.is_empty() && !tasks.contains(&one.id)
    };
    if !project.opportunities.iter().any(|one| alone(one)) {
        return;
    }
    let lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
    let cards = lanes.flat_map(|lane| lane.cards.iter()).chain(project.parked.iter());
    let named: HashSet<Id> = cards.filter_map(|card| card.opportunity.clone()).collect();
    let forgotten: HashSet<Id> = project
        .opportunities
        .iter()
        .filter(|one| alone(one) && !named.contains(&one.id))
        .map(|one| one.id.clone())
        .collect();
    project.opportunities.retain(|one| !forgotten.contains(&one.id));
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

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse};
    use super::super::{Clip, Edit, apply, duplicate, paste};
    use super::*;
    use crate::model::{IdSource, LaneKind, Thing};

    /// A lane of pain points, one of opportunities, and one of notes.
    fn project() -> Project {
        let (mut project, _) = parse("A: a b\nP: p q / r\nO: o / u\nN: n /");
        let lanes = &mut project.journeys.edit(0).unwrap().lanes;
        lanes.edit(0).unwrap().kind = LaneKind::PainPoints;
        lanes.edit(1).unwrap().kind = LaneKind::Opportunities;
        lanes.edit(2).unwrap().kind = LaneKind::Notes;
        project
    }

    fn at(lane: &str, card: &str) -> CardRef {
        CardRef { lane: Some(id(lane)), card: id(card) }
    }

    fn card(project: &Project, name: &str) -> Card {
        let lanes = project.journeys[0].lanes.iter();
        let mut cards = lanes.flat_map(|lane| lane.cards.iter());
        Card::clone(cards.find(|card| card.id == id(name)).expect("it is there"))
    }

    fn made(project: &Project, change: Change) -> Project {
        apply(project, &Edit { journey: id("map"), change }).unwrap()
    }

    /// With `p` tied to `o`, and a value given to `o`.
    fn tied() -> Project {
        let before = project();
        let cards = [(at("P", "p"), card(&before, "p"))];
        let own = card(&before, "o");
        let change = tie_to_card(&before, &cards, (&at("O", "o"), &own)).unwrap();
        let after = made(&before, change);
        let own = card(&after, "o");
        let place = at("O", "o");
        let set = |one: &mut Opportunity, _: &mut Card| one.effort = Some(2.0);
        let change = set_opportunities(&after, [(&place, &own)].into_iter(), set);
        made(&after, change)
    }

    #[test]
    fn a_value_makes_the_opportunity_that_a_card_is() {
        let before = project();
        let (place, own) = (at("O", "o"), card(&before, "o"));
        let set = |one: &mut Opportunity, _: &mut Card| one.effort = Some(2.0);
        let change = set_opportunities(&before, [(&place, &own)].into_iter(), set);
        let after = made(&before, change);
        let one = &after.opportunities[0];
        assert_eq!((one.title.as_str(), one.effort), ("o", Some(2.0)));
        assert_eq!(card(&after, "o").opportunity, Some(one.id.clone()));
        // The same in a copy of the file, so that the two can be merged.
        assert_eq!(one.id, id("o"));
    }

    #[test]
    fn both_sides_know_of_a_tie_and_of_its_end() {
        let after = tied();
        assert_eq!(after.opportunities[0].cards, [id("p")]);
        assert_eq!(card(&after, "p").opportunity, Some(id("o")));
        // To another, which is new and gets a card of its own.
        let cards = [(at("P", "p"), card(&after, "p"))];
        let change = tie_to_new(&after, &after.journeys[0], &cards, id("new"));
        let other = made(&after, change);
        assert!(other.opportunities[0].cards.is_empty());
        assert_eq!(other.opportunities[1].cards, [id("p")]);
        assert_eq!(card(&other, "new").opportunity, Some(id("new")));
        assert_eq!(card(&other, "new").text, "p");
        let cards = [(at("P", "p"), card(&other, "p"))];
        let none = made(&other, tie(&other, &cards, None));
        assert!(none.opportunities.iter().all(|one| one.cards.is_empty()));
        assert_eq!(card(&none, "p").opportunity, None);
    }

    #[test]
    fn a_tie_that_only_the_opportunity_knows_of_is_one() {
        let mut after = tied();
        let lanes = &mut after.journeys.edit(0).unwrap().lanes;
        lanes.edit(0).unwrap().cards.edit(0).unwrap().opportunity = None;
        let leads = crate::insight::leads_to(&after, &card(&after, "p"));
        assert_eq!(leads.map(|one| &one.id), Some(&id("o")));
    }

    #[test]
    fn a_title_follows_the_card_where_it_said_the_same() {
        let after = tied();
        let rename = |project: &Project, text: &str| {
            let new = Card { text: text.into(), ..card(project, "o") };
            made(project, Change::PutCards(vec![(at("O", "o"), new)]))
        };
        let renamed = rename(&after, "Mät porten");
        assert_eq!(renamed.opportunities[0].title, "Mät porten");
        // An older file may say something else there: that is kept.
        let mut other = after.clone();
        other.opportunities.edit(0).unwrap().title = "Längre ord".into();
        assert_eq!(rename(&other, "Mät porten").opportunities[0].title, "Längre ord");
        // What leads there has words of its own.
        let new = Card { text: "annat".into(), ..card(&after, "p") };
        let leads = made(&after, Change::PutCards(vec![(at("P", "p"), new)]));
        assert_eq!(leads.opportunities[0].title, "o");
    }

    #[test]
    fn a_card_that_comes_among_opportunities_is_one_of_its_own() {
        let after = tied();
        let spot = Spot::Cell { lane: id("O"), step: id("b"), index: 0 };
        let moved = made(&after, Change::MoveCards(vec![(at("P", "p"), spot)]));
        assert_eq!(card(&moved, "p").opportunity, None);
        assert!(moved.opportunities[0].cards.is_empty());
        // Moved among its own it keeps what it is.
        let spot = Spot::Cell { lane: id("O"), step: id("b"), index: 0 };
        let moved = made(&after, Change::MoveCards(vec![(at("O", "o"), spot)]));
        assert_eq!(card(&moved, "o").opportunity, Some(id("o")));
    }

    #[test]
    fn what_is_copied_cut_or_removed_leaves_no_opportunity_beside_its_card() {
        let mut ids = IdSource::seeded(1);
        let after = tied();
        let things = [Thing::Card(at("O", "o"))];
        let copied = duplicate(&after, &after.journeys[0], &things, &mut ids).unwrap();
        let copied = made(&after, copied);
        let [one, copy] = &copied.opportunities[..] else { panic!("{:?}", copied.opportunities) };
        assert_eq!((one.cards.len(), copy.cards.len(), copy.effort), (1, 0, Some(2.0)));
        assert_eq!(card(&copied, copy.id.as_str()).opportunity, Some(copy.id.clone()));
        // With nothing that leads there it goes with its card, and comes back with it.
        let cards = [(at("P", "p"), card(&after, "p"))];
        let alone = made(&after, tie(&after, &cards, None));
        let clip = Clip::of(&alone, &alone.journeys[0], &things);
        let gone = made(&alone, Change::Remove(things.to_vec()));
        assert!(gone.opportunities.is_empty());
        let spot = Spot::Cell { lane: id("O"), step: id("b"), index: 0 };
        let back = made(&gone, paste(&clip, &gone, &gone.journeys[0], &spot, &mut ids));
        assert_eq!(back.opportunities.len(), 1);
        assert_eq!(back.opportunities[0].effort, Some(2.0));
        // One that something leads to stays, and the card that comes back is it.
        let clip = Clip::of(&after, &after.journeys[0], &things);
        let cut = made(&after, Change::Remove(things.to_vec()));
        assert_eq!(cut.opportunities.len(), 1);
        let back = made(&cut, paste(&clip, &cut, &cut.journeys[0], &spot, &mut ids));
        assert_eq!(
            (back.opportunities.len(), &back.opportunities[0].cards[..]),
            (1, &[id("p")][..])
        );
        let new = back.journeys[0].lanes[1].cards.iter().find(|card| card.text == "o").unwrap();
        assert_eq!(new.opportunity, Some(id("o")));
    }
}
