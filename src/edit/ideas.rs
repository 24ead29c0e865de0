//! How an opportunity changes, whether it has a card on the map or not.

use super::opportunity::{set_opportunities, tie_to_new};
use super::{Change, Spot};
use crate::insight::is_of_opportunities;
use crate::model::{Card, CardRef, Id, Journey, Opportunity, Project};
use std::sync::Arc;

/// The card of `journey` that is the opportunity `id`, where it has one there.
pub fn idea_of_card<'a>(journey: &'a Journey, id: &Id) -> Option<(CardRef, &'a Arc<Card>)> {
    let lanes = journey.lanes.iter().filter(|lane| is_of_opportunities(lane));
    let mut cards = lanes.flat_map(|lane| lane.cards.iter().map(move |card| (lane, card)));
    let is_it = |card: &Card| card.opportunity.as_ref().unwrap_or(&card.id) == id;
    let (lane, card) = cards.find(|(_, card)| is_it(card))?;
    Some((CardRef { lane: Some(lane.id.clone()), card: card.id.clone() }, card))
}

/// Changes the opportunity `id` and the card of `journey` that it is, in one step; where it has none
/// there `set` is given a card that is thrown away. None: there is no such opportunity.
pub fn change_idea(
    project: &Project,
    journey: &Journey,
    id: &Id,
    set: impl Fn(&mut Opportunity, &mut Card),
) -> Option<Change> {
    if let Some((place, card)) = idea_of_card(journey, id) {
        return Some(set_opportunities(project, [(&place, &**card)].into_iter(), set));
    }
    let known = project.opportunities.iter().find(|one| one.id == *id)?;
    let mut opportunity = Opportunity::clone(known);
    set(&mut opportunity, &mut Card::default());
    Some(Change::PutOpportunities(vec![opportunity]))
}

/// A new opportunity `id`, that `cards` lead to. It is called `title`; left empty, as the first of
/// them says. Where the map has a lane of opportunities it gets a card there: below the first of them,
/// else in `step`, else in the first step.
pub fn new_idea(
    project: &Project,
    journey: &Journey,
    cards: &[(CardRef, Card)],
    id: Id,
    title: &str,
    step: Option<&Id>,
) -> Change {
    if title.trim().is_empty() && !cards.is_empty() {
        return tie_to_new(project, journey, cards, id);
    }
    let new = Opportunity { id: id.clone(), title: title.into(), ..Opportunity::default() };
    let mut changes = vec![Change::PutOpportunities(vec![new.clone()])];
    if !cards.is_empty() {
        changes.push(super::tie(project, cards, Some(new)));
    }
    let lane = journey.lanes.iter().find(|lane| is_of_opportunities(lane) && !lane.hidden);
    let of_card = cards.first().map(|(_, card)| &card.step).filter(|step| !step.is_empty());
    let step = step.filter(|id| journey.steps().any(|(_, one)| one.id == **id));
    let step = of_card.or(step).or_else(|| journey.steps().next().map(|(_, step)| &step.id));
    if let Some((lane, step)) = lane.zip(step) {
        let spot = Spot::Cell { lane: lane.id.clone(), step: step.clone(), index: usize::MAX };
        let text = title.to_owned();
        let card = Card { id: id.clone(), text, opportunity: Some(id), ..Card::default() };
        changes.push(Change::AddCards(vec![(spot, card)]));
    }
    Change::Together(changes)
}

/// The same change, that does this to the opportunity `id` which it makes.
pub fn with_new_idea(change: Change, id: &Id, make: &dyn Fn(&mut Opportunity)) -> Change {
    if let Change::PutOpportunities(mut puts) = change {
        puts.iter_mut().filter(|one| one.id == *id).for_each(make);
        return Change::PutOpportunities(puts);
    }
    let Change::Together(changes) = change else { return change };
    let changes = changes.into_iter().map(|one| with_new_idea(one, id, make));
    Change::Together(changes.collect())
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse};
    use super::super::{Edit, Label, apply};
    use super::*;
    use crate::model::LaneKind;

    fn project() -> Project {
        let (mut project, _) = parse("A: a b\nP: p q / r\nO: o / u");
        let lanes = &mut project.journeys.edit(0).unwrap().lanes;
        lanes.edit(1).unwrap().kind = LaneKind::Opportunities;
        let listed = Opportunity { id: id("listed"), ..Opportunity::default() };
        project.opportunities.push(listed.into());
        project
    }

    fn made(project: &Project, change: Change) -> Project {
        apply(project, &Edit { journey: id("map"), change }).unwrap()
    }

    #[test]
    fn one_with_a_card_and_one_without_change_alike() {
        let before = project();
        let map = &before.journeys[0];
        let owned = |name: &str| {
            change_idea(&before, map, &id(name), |one, card| {
                one.effort = Some(9.0);
                card.owner = "Bo".into();
            })
        };
        let after = made(&before, owned("listed").unwrap());
        assert_eq!((after.opportunities.len(), after.opportunities[0].effort), (1, Some(5.0)));
        let after = made(&before, owned("u").unwrap());
        assert_eq!(after.opportunities[1].id, id("u"));
        let (_, card) = idea_of_card(&after.journeys[0], &id("u")).unwrap();
        assert_eq!((card.owner.as_str(), &card.opportunity), ("Bo", &Some(id("u"))));
        assert_eq!(owned("gone"), None);
        // A card of another lane is none.
        assert_eq!(owned("p"), None);
    }

    #[test]
    fn a_new_one_is_a_card_where_the_map_has_a_lane_for_it() {
        let before = project();
        let map = &before.journeys[0];
        let change = new_idea(&before, map, &[], id("n"), "Ring", Some(&id("b")));
        let edit = Edit { journey: id("map"), change: change.clone() };
        assert_eq!(Label::of(&before, &edit), Label::AddOpportunity);
        let after = made(&before, change);
        let (place, card) = idea_of_card(&after.journeys[0], &id("n")).unwrap();
        assert_eq!((place.lane, card.text.as_str(), &card.step), (Some(id("O")), "Ring", &id("b")));
        assert_eq!(after.opportunities[1].title, "Ring");
        // Of a pain point it stands below it, and both know of each other.
        let pain = CardRef { lane: Some(id("P")), card: id("r") };
        let card = Card::clone(before.card(map, &pain).unwrap().1);
        for title in ["", "Ring"] {
            let change =
                new_idea(&before, map, &[(pain.clone(), card.clone())], id("n"), title, None);
            let after = made(&before, change);
            let expected = if title.is_empty() { "r" } else { "Ring" };
            let new = after.opportunities.iter().find(|one| one.id == id("n")).unwrap();
            assert_eq!((new.title.as_str(), &new.cards[..]), (expected, &[id("r")][..]));
            let (_, own) = idea_of_card(&after.journeys[0], &id("n")).unwrap();
            assert_eq!((own.text.as_str(), &own.step), (expected, &id("b")));
            let lead = after.card(&after.journeys[0], &pain).unwrap().1;
            assert_eq!(lead.opportunity, Some(id("n")));
        }
        let change = new_idea(&before, map, &[], id("n"), "Ring", None);
        let noted = made(&before, with_new_idea(change, &id("n"), &|one| one.note = "Why".into()));
        let notes: Vec<&str> = noted.opportunities.iter().map(|one| one.note.as_str()).collect();
        assert_eq!(notes, ["", "Why"]);
        // Without such a lane it is in the list alone.
        let mut bare = before.clone();
        bare.journeys.edit(0).unwrap().lanes.retain(|lane| lane.id != id("O"));
        let after = made(&bare, new_idea(&bare, &bare.journeys[0], &[], id("n"), "Ring", None));
        assert_eq!(after.opportunities.len(), 2);
        assert!(idea_of_card(&after.journeys[0], &id("n")).is_none());
    }
}
