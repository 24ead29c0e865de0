//! How many votes have been given, and which cards have most of them? Only lanes that are others
//! than before are looked through again.

use crate::insight::{most_votes_first, voted};
use crate::model::{Card, CardRef, Id, Lane, Project};
use std::sync::Arc;

/// As many cards stand in the list.
const SHOWN: usize = 8;

/// The votes of the map in front.
#[derive(Default)]
pub(crate) struct Tally {
    of: Option<(Arc<Project>, Id)>,
    lanes: Vec<(Arc<Lane>, Vec<Voted>)>,
    /// All votes.
    pub total: u32,
    /// The cards with most votes, most first.
    pub top: Vec<Voted>,
}

/// A card with votes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Voted {
    /// Which.
    pub card: CardRef,
    /// What it says.
    pub text: String,
    /// How many.
    pub votes: u32,
}

impl Voted {
    fn new(lane: Option<&Id>, card: &Card) -> Self {
        let at = CardRef { lane: lane.cloned(), card: card.id.clone() };
        Self { card: at, text: card.text.clone(), votes: card.votes }
    }
}

impl Tally {
    /// Counts what has changed.
    pub(crate) fn refresh(&mut self, project: &Arc<Project>, journey: &Id) {
        let same =
            |(counted, of): &(Arc<Project>, Id)| Arc::ptr_eq(counted, project) && of == journey;
        if self.of.as_ref().is_some_and(same) {
            return;
        }
        self.of = Some((project.clone(), journey.clone()));
        let before = std::mem::take(&mut self.lanes);
        let lanes = project.journey(journey).map(|(_, journey)| &journey.lanes);
        for (index, lane) in lanes.into_iter().flatten().enumerate() {
            let same = before.get(index).filter(|(counted, _)| Arc::ptr_eq(counted, lane));
            let count = || voted(lane).map(|card| Voted::new(Some(&lane.id), card)).collect();
            self.lanes.push((lane.clone(), same.map_or_else(count, |(_, votes)| votes.clone())));
        }
        let parked = project.parked.iter().filter(|card| card.votes > 0);
        let placed = self.lanes.iter().flat_map(|(_, votes)| votes.iter().cloned());
        let mut all: Vec<Voted> = placed.chain(parked.map(|card| Voted::new(None, card))).collect();
        self.total = all.iter().fold(0, |sum, one| sum.saturating_add(one.votes));
        most_votes_first(&mut all, |one| one.votes);
        all.truncate(SHOWN);
        self.top = all;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{id, parse};

    #[test]
    fn votes_are_counted_wherever_cards_are() {
        let (mut project, _) = parse("A: a\nL: x y\nM: z\nparked: k");
        let map = project.journeys.edit(0).unwrap();
        map.lanes.edit(0).unwrap().cards.edit(1).unwrap().votes = 2;
        map.lanes.edit(1).unwrap().cards.edit(0).unwrap().votes = 5;
        project.parked.edit(0).unwrap().votes = 2;
        let mut tally = Tally::default();
        tally.refresh(&Arc::new(project.clone()), &id("map"));
        let top = |tally: &Tally| tally.top.iter().map(|one| one.text.clone()).collect::<String>();
        assert_eq!((tally.total, top(&tally).as_str()), (9, "zyk"));
        let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
        lane.cards.edit(0).unwrap().votes = 9;
        tally.refresh(&Arc::new(project), &id("map"));
        assert_eq!((tally.total, top(&tally).as_str()), (18, "xzyk"));
    }
}
