//! What does a change mean that was made while only a part of the map was shown?
//!
//! A place in a cell is counted among the cards one sees, and a new card must be seen.

use super::{Change, Spot};
use crate::model::{Card, Id, Journey, View};
use std::collections::{HashMap, HashSet};

/// `change` as it is meant where `view` shows `journey`: places in cells are counted among all
/// cards and not among those that are shown, and new cards get what the view asks for where it
/// asks for one thing. `also` are cards shown although the view leaves them out; new cards that it
/// would leave out all the same are added.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
pub fn meant(change: Change, journey: &Journey, view: &View, also: &mut HashSet<Id>) -> Change {
    if !view.filters_cards() {
        return change;
    }
    match change {
        Change::AddCards(mut cards) => {
            for (_, card) in &mut cards {
                if !card.text.trim().is_empty() {
                    give(card, view);
                }
                if !view.shows_card(card) {
                    also.insert(card.id.clone());
                }
            }
            let mut cells = Cells::new(journey, view, also, HashSet::new());
            cards.iter_mut().for_each(|(spot, _)| cells.place(spot));
            Change::AddCards(cards)
        }
        Change::MoveCards(mut moves) => {
            let moved = moves.iter().map(|(card, _)| card.card.clone()).collect();
            let mut cells = Cells::new(journey, view, also, moved);
            moves.iter_mut().for_each(|(_, spot)| cells.place(spot));
            Change::MoveCards(moves)
        }
        Change::Together(changes) => {
            let changes = changes.into_iter();
            Change::Together(changes.map(|one| meant(one, journey, view, also)).collect())
        }
        other => other,
    }
}

/// Gives a card what the view asks for, where it asks for one thing and the card has none.
fn give(card: &mut Card, view: &View) {
    if let ([one], true) = (&view.personas[..], card.personas.is_empty()) {
        card.personas.push(one.clone());
    }
    if let ([one], true) = (&view.tags[..], card.tags.is_empty()) {
        card.tags.push(one.clone());
    }
    if let ([one], true) = (&view.marks[..], card.marks.is_empty()) {
        card.marks.push(one.clone());
    }
    if let ([one], None) = (&view.content_roles[..], &card.content_role) {
        card.content_role = Some(one.clone());
    }
    if let ([one], None) = (&view.reaches[..], &card.reach) {
        card.reach = Some(one.clone());
    }
}

/// The cells that cards come into, each with which of its cards are shown.
struct Cells<'a> {
    journey: &'a Journey,
    view: &'a View,
    also: &'a HashSet<Id>,
    moved: HashSet<Id>,
    cells: HashMap<(Id, Id), Vec<bool>>,
}

impl<'a> Cells<'a> {
    fn new(
        journey: &'a Journey,
        view: &'a View,
        also: &'a HashSet<Id>,
        moved: HashSet<Id>,
    ) -> Self {
        Self { journey, view, also, moved, cells: HashMap::new() }
    }

    /// Counts the place among all cards of the cell, those that came before included.
    fn place(&mut self, spot: &mut Spot) {
        let Spot::Cell { lane, step, index } = spot else { return };
        let cell = self.cells.entry((lane.clone(), step.clone())).or_insert_with(|| {
            let cards = self.journey.lane(lane).map(|(_, lane)| lane.cards.iter());
            let cards = cards.into_iter().flatten();
            let here = cards.filter(|card| card.step == *step && !self.moved.contains(&card.id));
            here.map(|card| self.view.shows_card(card) || self.also.contains(&card.id)).collect()
        });
        let mut shown = cell.iter().enumerate().filter(|(_, shown)| **shown);
        let at = shown.nth(*index).map_or(cell.len(), |(at, _)| at);
        cell.insert(at, true);
        *index = at;
    }
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse, print};
    use super::super::{Edit, apply, new_card};
    use super::*;
    use crate::model::{CardRef, IdSource, Project};

    /// A map of which only the cards without a `-` at the end of their name are shown.
    fn map(text: &str) -> (Project, View) {
        let (mut project, _) = parse(text);
        let lanes = &mut project.journeys.edit(0).unwrap().lanes;
        for lane in 0..lanes.len() {
            for card in lanes.edit(lane).unwrap().cards.iter_mut() {
                if !card.id.as_str().ends_with('-') {
                    std::sync::Arc::make_mut(card).tags.push("shown".into());
                }
            }
        }
        (project, View { tags: vec!["shown".into()], ..View::default() })
    }

    fn spot(lane: &str, step: &str, index: usize) -> Spot {
        Spot::Cell { lane: id(lane), step: id(step), index }
    }

    fn made(project: &Project, view: &View, change: Change) -> String {
        let change = meant(change, &project.journeys[0], view, &mut HashSet::new());
        print(&apply(project, &Edit { journey: id("map"), change }).unwrap(), &[])
    }

    #[test]
    fn a_card_lands_between_the_cards_one_sees() {
        let (project, view) = map("A: a b\nL: h- x i- y j- / z");
        let moved = |names: &[&str], index: usize| {
            let card = |name: &&str| CardRef { lane: Some(id("L")), card: id(name) };
            let spots = (0..names.len()).map(|n| spot("L", "a", index.saturating_add(n)));
            Change::MoveCards(names.iter().map(card).zip(spots).collect())
        };
        let rows = [
            (moved(&["z"], 0), "L: h- z x i- y j- /"),
            (moved(&["z"], 1), "L: h- x i- z y j- /"),
            (moved(&["z"], 2), "L: h- x i- y j- z /"),
            (moved(&["z"], usize::MAX), "L: h- x i- y j- z /"),
            (moved(&["y"], 0), "L: h- y x i- j- / z"),
            (moved(&["x", "z"], 0), "L: h- i- x z y j- /"),
        ];
        for (change, expected) in rows {
            let text = made(&project, &view, change.clone());
            assert_eq!(text.lines().nth(1), Some(expected), "{change:?}");
            let whole = View::default();
            let same = meant(change.clone(), &project.journeys[0], &whole, &mut HashSet::new());
            assert_eq!(same, change);
        }
    }

    #[test]
    fn a_new_card_is_seen() {
        let (project, mut view) = map("A: a\nL: x y-");
        let journey = &project.journeys[0];
        let mut ids = IdSource::seeded(1);
        let add = |text: &str, ids: &mut IdSource| {
            Change::AddCards(vec![(spot("L", "a", 1), new_card(text, ids))])
        };
        let mut also = HashSet::new();
        let one = |change: Change, view: &View, also: &mut HashSet<Id>| match meant(
            change, journey, view, also,
        ) {
            Change::AddCards(mut cards) => cards.remove(0).1,
            other => panic!("{other:?}"),
        };
        let card = one(add("new", &mut ids), &view, &mut also);
        assert!(view.shows_card(&card) && also.is_empty());
        let blank = add("", &mut ids);
        let card = one(blank.clone(), &view, &mut also);
        assert!(also.contains(&card.id) && card.tags.is_empty(), "nothing is set in it yet");
        view.tags.push("other".into());
        let card = one(add("new", &mut ids), &view, &mut also);
        assert!(also.contains(&card.id) && card.tags.is_empty(), "which of two nobody knows");
    }
}
