//! What can be changed on cards of the table, one or many: each is one edit, and one step back.

use crate::edit::{Change, Spot, set_opportunities, tie, tie_to_new};
use crate::insight::{CardTable, is_of_activities, is_of_opportunities};
use crate::model::{
    Card, CardRef, Channel, Evidence, Id, Journey, Lane, LaneKind, Met, Opportunity, Project,
    Reach, Thing,
};
use std::sync::Arc;

/// Cards that are changed together.
pub(super) struct CardsToChange<'a> {
    project: &'a Arc<Project>,
    journey: &'a Arc<Journey>,
    cards: Vec<(CardRef, Arc<Card>)>,
}

impl<'a> CardsToChange<'a> {
    /// Those of the table that pass.
    pub(super) fn of(table: &'a CardTable, is_meant: impl Fn(&Id) -> bool) -> Self {
        let meant = table.rows.iter().filter(|row| is_meant(&row.place.card));
        let cards = meant.map(|row| (row.place.clone(), row.card.clone())).collect();
        Self { project: &table.project, journey: &table.journey, cards }
    }

    /// How many of them pass.
    pub(super) fn count(&self, test: impl Fn(&Card) -> bool) -> usize {
        self.cards.iter().filter(|(_, card)| test(card)).count()
    }

    /// Do all of them pass?
    pub(super) fn all(&self, test: impl Fn(&Card) -> bool) -> bool {
        self.count(test) == self.cards.len()
    }

    fn lane(&self, place: &CardRef) -> Option<&Lane> {
        place.lane.as_ref().and_then(|lane| self.journey.lane(lane)).map(|(_, lane)| lane)
    }

    fn is_idea(&self, place: &CardRef) -> bool {
        self.lane(place).is_some_and(is_of_opportunities)
    }

    /// Are they all opportunities themselves, so that they lead to none?
    pub(super) fn are_ideas(&self) -> bool {
        self.cards.iter().all(|(place, _)| self.is_idea(place))
    }

    /// Can it be asked of each whether it came about? It is of expectations, and where it is said.
    pub(super) fn are_expected(&self) -> bool {
        self.cards.iter().all(|(place, card)| {
            let lane = self.lane(place);
            card.met.is_some() || lane.is_some_and(|it| it.kind == LaneKind::Expectations)
        })
    }

    /// Can it be asked of each what is asked of activities of ours? Also where it `is_said`.
    pub(super) fn are_ours(&self, is_said: impl Fn(&Card) -> bool) -> bool {
        self.cards
            .iter()
            .all(|(place, card)| is_said(card) || self.lane(place).is_some_and(is_of_activities))
    }

    /// Are they all parked?
    pub(super) fn are_parked(&self) -> bool {
        self.cards.iter().all(|(place, _)| place.lane.is_none())
    }

    fn put(&self, set: impl Fn(&mut Card)) -> Change {
        let cards = self.cards.iter().map(|(place, card)| {
            let mut card = Card::clone(card);
            set(&mut card);
            (place.clone(), card)
        });
        Change::PutCards(cards.collect())
    }

    /// What they say.
    pub(super) fn say(&self, text: &str) -> Change {
        self.put(|card| card.text = text.to_owned())
    }

    /// Who sees to them; empty: nobody. Of an opportunity it is written where its value is.
    pub(super) fn own(&self, owner: &str) -> Change {
        let owner = owner.trim();
        let (ideas, others): (Vec<_>, Vec<_>) =
            self.cards.iter().partition(|(place, _)| self.is_idea(place));
        let mut changes = Vec::new();
        if !others.is_empty() {
            let put = others.into_iter().map(|(place, card)| {
                (place.clone(), Card { owner: owner.to_owned(), ..Card::clone(card) })
            });
            changes.push(Change::PutCards(put.collect()));
        }
        if !ideas.is_empty() {
            let ideas = ideas.into_iter().map(|(place, card)| (place, &**card));
            changes.push(set_opportunities(self.project, ideas, |one, card| {
                owner.clone_into(&mut one.owner);
                // The card's own would be shown instead.
                card.owner.clear();
            }));
        }
        together(changes)
    }

    /// How well founded they are.
    pub(super) fn found(&self, evidence: Option<&Evidence>) -> Change {
        self.put(|card| card.evidence = evidence.cloned())
    }

    /// Whether they came about.
    pub(super) fn meet(&self, met: Option<&Met>) -> Change {
        self.put(|card| card.met = met.cloned())
    }

    /// That they happen by themselves, or not.
    pub(super) fn automate(&self, automatic: bool) -> Change {
        self.put(|card| card.automatic = automatic)
    }

    /// For how many at a time they are.
    pub(super) fn reach(&self, reach: Option<&Reach>) -> Change {
        self.put(|card| card.reach = reach.cloned())
    }

    /// Through which channel.
    pub(super) fn channel(&self, channel: Option<&Channel>) -> Change {
        self.put(|card| card.channel = channel.cloned())
    }

    /// That they concern everybody.
    pub(super) fn concern_everybody(&self) -> Change {
        self.put(|card| card.personas.clear())
    }

    /// That they concern a persona, or no longer, where all did.
    pub(super) fn toggle_persona(&self, id: &Id) -> Change {
        let is_on = !self.all(|card| card.personas.contains(id));
        self.put(|card| {
            card.personas.retain(|one| one != id);
            if is_on {
                card.personas.push(id.clone());
            }
        })
    }

    /// Those that can lead to an opportunity.
    fn leading(&self) -> Vec<(CardRef, Card)> {
        let others = self.cards.iter().filter(|(place, _)| !self.is_idea(place));
        others.map(|(place, card)| (place.clone(), Card::clone(card))).collect()
    }

    /// Ties them to this opportunity, or to none.
    pub(super) fn tie(&self, to: Option<&Opportunity>) -> Change {
        tie(self.project, &self.leading(), to.cloned())
    }

    /// Ties them to a new opportunity, called as the first of them says.
    pub(super) fn tie_to_new(&self, id: Id) -> Change {
        tie_to_new(self.project, self.journey, &self.leading(), id)
    }

    /// Moves them to a lane, each in its step; what is parked comes to the first step.
    pub(super) fn to_lane(&self, lane: &Id) -> Option<Change> {
        let first = self.journey.steps().next().map(|(_, step)| step.id.clone())?;
        self.moved(|place, card| {
            let stays = place.lane.as_ref() == Some(lane);
            let step = if place.lane.is_none() { first.clone() } else { card.step.clone() };
            (!stays).then(|| Spot::Cell { lane: lane.clone(), step, index: usize::MAX })
        })
    }

    /// Moves them to a step, each in its lane; what is parked has none, and stays.
    pub(super) fn to_step(&self, step: &Id) -> Option<Change> {
        self.moved(|place, card| {
            let lane = place.lane.clone().filter(|_| card.step != *step)?;
            Some(Spot::Cell { lane, step: step.clone(), index: usize::MAX })
        })
    }

    /// Parks them.
    pub(super) fn park(&self) -> Option<Change> {
        self.moved(|place, _| place.lane.as_ref().map(|_| Spot::Parked { index: usize::MAX }))
    }

    fn moved(&self, to: impl Fn(&CardRef, &Card) -> Option<Spot>) -> Option<Change> {
        let moved = self.cards.iter().filter_map(|(place, card)| {
            let spot = to(place, card)?;
            Some((place.clone(), spot))
        });
        let moved: Vec<(CardRef, Spot)> = moved.collect();
        (!moved.is_empty()).then_some(Change::MoveCards(moved))
    }

    /// Takes them away.
    pub(super) fn remove(&self) -> Change {
        Change::Remove(self.cards.iter().map(|(place, _)| Thing::Card(place.clone())).collect())
    }
}

/// Can cards stand in this lane?
pub(super) fn takes_cards(lane: &Lane) -> bool {
    lane.kind != LaneKind::Emotions
}

fn together(mut changes: Vec<Change>) -> Change {
    match changes.len() {
        1 => changes.remove(0),
        _ => Change::Together(changes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, apply};

    fn example() -> CardTable {
        let root = env!("CARGO_MANIFEST_DIR");
        let path = format!("{root}/assets/examples/forpackningsmaskin.kundresa");
        let project = Arc::new(crate::file::load(path.as_ref()).unwrap().project);
        let journey = project.journeys[0].id.clone();
        CardTable::of(&project, &journey).unwrap()
    }

    fn after(table: &CardTable, change: Change) -> CardTable {
        let journey = table.journey.id.clone();
        let edit = Edit { journey: journey.clone(), change };
        let project = apply(&table.project, &edit).unwrap();
        CardTable::of(&Arc::new(project), &journey).unwrap()
    }

    /// The first card of each of these lanes.
    fn firsts(table: &CardTable, kinds: &[LaneKind]) -> Vec<Id> {
        let first = |kind: &LaneKind| {
            let lane = table.journey.lanes.iter().find(|lane| lane.kind == *kind).unwrap();
            lane.cards[0].id.clone()
        };
        kinds.iter().map(first).collect()
    }

    #[test]
    fn an_owner_is_written_where_it_belongs_for_all_at_once() {
        let table = example();
        let ids = firsts(&table, &[LaneKind::Touchpoints, LaneKind::Opportunities]);
        let cards = CardsToChange::of(&table, |id| ids.contains(id));
        let after = after(&table, cards.own(" Ada "));
        for id in &ids {
            assert_eq!(after.rows[after.row_of(id).unwrap()].owner, "Ada");
        }
        let idea = &after.rows[after.row_of(&ids[1]).unwrap()].card;
        assert_eq!(idea.owner, "", "an opportunity's stands in the list");
    }

    #[test]
    fn cards_move_to_a_lane_or_a_step_and_keep_the_other() {
        let table = example();
        let ids = firsts(&table, &[LaneKind::Touchpoints, LaneKind::PainPoints]);
        let step = table.steps()[3].1.id.clone();
        let cards = CardsToChange::of(&table, |id| ids.contains(id));
        let after_step = after(&table, cards.to_step(&step).unwrap());
        for id in &ids {
            let (old, new) = (table.row_of(id).unwrap(), after_step.row_of(id).unwrap());
            assert_eq!(after_step.rows[new].card.step, step);
            assert_eq!(after_step.rows[new].lane, table.rows[old].lane);
        }
        let lane = table.journey.lanes.iter().find(|lane| lane.kind == LaneKind::PainPoints);
        let change = cards.to_lane(&lane.unwrap().id).unwrap();
        assert!(matches!(&change, Change::MoveCards(moved) if moved.len() == 1));
        let after_lane = after(&table, change);
        let row = &after_lane.rows[after_lane.row_of(&ids[0]).unwrap()];
        assert_eq!(row.card.step, table.rows[table.row_of(&ids[0]).unwrap()].card.step);
        let parked = after(&table, cards.park().unwrap());
        let cards = CardsToChange::of(&parked, |id| ids.contains(id));
        assert!(cards.are_parked() && cards.to_step(&step).is_none() && cards.park().is_none());
        let back = after(&parked, cards.to_lane(&lane.unwrap().id).unwrap());
        let row = &back.rows[back.row_of(&ids[0]).unwrap()];
        assert_eq!(row.step, Some(0), "from the parking place to the first step");
    }

    #[test]
    fn what_is_an_opportunity_is_not_tied_to_another() {
        let table = example();
        let ids = firsts(&table, &[LaneKind::Touchpoints, LaneKind::Opportunities]);
        let cards = CardsToChange::of(&table, |id| ids.contains(id));
        assert!(!cards.are_ideas());
        let one = table.project.opportunities[0].clone();
        let after = after(&table, cards.tie(Some(&one)));
        let leads = |table: &CardTable, id: &Id| {
            table.rows[table.row_of(id).unwrap()].opportunity.as_ref().map(|one| one.id.clone())
        };
        assert_eq!(leads(&after, &ids[0]), Some(one.id.clone()));
        assert_eq!(leads(&after, &ids[1]), None);
        assert!(CardsToChange::of(&table, |id| *id == ids[1]).are_ideas());
    }
}
