//! What follows a card in a chain of activities: copies follow each other as their originals do, and
//! no card is followed by itself or by one that is gone.

use super::EditError;
use crate::model::{Card, CardRef, Id, Journey, Project, Thing};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Lets copies lead to each other as their originals do: `names` has for the id of each original that
/// of its copy. What leads out of them is let go.
pub(super) fn follow_copies<'a>(
    copies: impl Iterator<Item = &'a mut Card>,
    names: &HashMap<&Id, Id>,
) {
    for copy in copies {
        copy.next = copy.next.take().and_then(|next| names.get(&next).cloned());
    }
}

/// Lets cards that were just made lead to nothing but cards that are there, or come with them.
pub(super) fn clear_new(project: &Project, journey: &Journey, new: &mut [Card]) {
    if new.iter().all(|card| card.next.is_none()) {
        return;
    }
    let own: HashSet<Id> = new.iter().map(|card| card.id.clone()).collect();
    for card in new {
        card.next.take_if(|next| !own.contains(next) && !is_there(project, journey, next));
    }
}

/// May `new` take the place of `old`? What follows a card must be there.
///
/// # Errors
/// Says which card is missing.
pub(super) fn check(
    project: &Project,
    journey: &Journey,
    old: &Card,
    new: &Card,
) -> Result<(), EditError> {
    match &new.next {
        Some(next) if old.next != new.next && !is_there(project, journey, next) => {
            let card = CardRef { lane: None, card: next.clone() };
            Err(EditError::Missing(Thing::Card(card)))
        }
        _ => Ok(()),
    }
}

/// Is the card on the map, parked, or on another map?
fn is_there(project: &Project, journey: &Journey, card: &Id) -> bool {
    let others = project.journeys.iter().map(AsRef::as_ref);
    let mut lanes = std::iter::once(journey).chain(others).flat_map(|map| &map.lanes);
    lanes.any(|lane| lane.card(card).is_some())
        || project.parked.iter().any(|parked| parked.id == *card)
}

/// Lets cards go of those that are not in the project any more.
pub(super) fn forget_missing(project: &mut Project) {
    if all_cards(project).all(|card| card.next.is_none()) {
        return;
    }
    let there: HashSet<Id> = all_cards(project).map(|card| card.id.clone()).collect();
    forget(project, |next| !there.contains(next));
}

/// Lets cards go of those in `gone`.
pub(super) fn forget_cards(project: &mut Project, gone: &HashSet<Id>) {
    forget(project, |next| gone.contains(next));
}

fn all_cards(project: &Project) -> impl Iterator<Item = &Arc<Card>> {
    let lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
    lanes.flat_map(|lane| lane.cards.iter()).chain(project.parked.iter())
}

/// Lets go of what follows where `is_gone`; what does not name such a card is not touched.
fn forget(project: &mut Project, is_gone: impl Fn(&Id) -> bool) {
    let is_loose = |card: &Card| card.next.as_ref().is_some_and(&is_gone);
    for journey in 0..project.journeys.len() {
        let lanes = project.journeys.get(journey).map_or(0, |journey| journey.lanes.len());
        for lane in 0..lanes {
            let here = project.journeys.get(journey).and_then(|journey| journey.lanes.get(lane));
            if !here.is_some_and(|lane| lane.cards.iter().any(|card| is_loose(card))) {
                continue;
            }
            let lane = project.journeys.edit(journey).and_then(|map| map.lanes.edit(lane));
            for card in lane.into_iter().flat_map(|lane| lane.cards.iter_mut()) {
                if is_loose(card) {
                    Arc::make_mut(card).next = None;
                }
            }
        }
    }
    for card in project.parked.iter_mut().filter(|card| is_loose(card)) {
        Arc::make_mut(card).next = None;
    }
}

#[cfg(test)]
mod tests {
    use super::super::notation::{faults, id, parse};
    use super::super::{
        Change, Clip, Edit, Returning, Spot, apply, copy_cards, duplicate, fresh_copy, paste,
    };
    use super::*;
    use crate::model::IdSource;

    /// A map in which cards lead to others, said as `a>b`; `[x]` are selected.
    fn chained(text: &str, links: &[(&str, &str)]) -> (Project, Vec<Thing>) {
        let (mut project, selected) = parse(text);
        for (from, to) in links {
            *next_of(&mut project, from) = Some(id(to));
        }
        assert_eq!(faults(&project), Vec::<String>::new());
        (project, selected)
    }

    fn next_of<'a>(project: &'a mut Project, card: &str) -> &'a mut Option<Id> {
        let Project { journeys, parked, .. } = project;
        let map = Arc::make_mut(journeys.get_mut(0).unwrap());
        let lanes = map.lanes.iter_mut().map(Arc::make_mut);
        let mut cards = lanes.flat_map(|lane| lane.cards.iter_mut()).chain(parked.iter_mut());
        &mut Arc::make_mut(cards.find(|one| one.id == id(card)).unwrap()).next
    }

    /// All that leads to something, by the texts of both cards, in the order of the map.
    fn links(project: &Project) -> String {
        let text = |id: &Id| all_cards(project).find(|card| card.id == *id).unwrap().text.clone();
        let links = all_cards(project)
            .filter_map(|card| Some(format!("{}>{}", card.text, text(card.next.as_ref()?))));
        links.collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn changed(project: &Project, change: Change) -> Project {
        let made = apply(project, &Edit { journey: id("map"), change }).unwrap();
        assert_eq!(faults(&made), Vec::<String>::new());
        made
    }

    fn card(lane: &str, card: &str) -> CardRef {
        CardRef { lane: Some(id(lane)), card: id(card) }
    }

    #[test]
    fn a_card_leads_to_one_that_is_there_and_not_to_itself() {
        let (project, _) = chained("A: a b\nL: x / y\nparked: k", &[]);
        let put = |next: Option<&str>| {
            let old = Card::clone(project.journeys[0].lanes[0].card(&id("x")).unwrap().1);
            let new = Card { next: next.map(id), ..old };
            let change = Change::PutCards(vec![(card("L", "x"), new)]);
            apply(&project, &Edit { journey: id("map"), change })
        };
        assert_eq!(links(&put(Some("y")).unwrap()), "x>y");
        assert_eq!(links(&put(Some("k")).unwrap()), "x>k");
        assert_eq!(links(&put(Some("x")).unwrap()), "");
        let missing = CardRef { lane: None, card: id("gone") };
        assert_eq!(put(Some("gone")).unwrap_err(), EditError::Missing(Thing::Card(missing)));
        let (made, _) = chained("A: a b\nL: x / y\nparked: k", &[("x", "y")]);
        let old = Card::clone(made.journeys[0].lanes[0].card(&id("x")).unwrap().1);
        let cleared = Change::PutCards(vec![(card("L", "x"), Card { next: None, ..old })]);
        assert_eq!(links(&changed(&made, cleared)), "");
    }

    #[test]
    fn what_goes_is_let_go_of() {
        let text = "A: a b c\nL: x / y / z\nM: m / /\nparked: k";
        let all = [("x", "y"), ("y", "z"), ("m", "y"), ("k", "z")];
        let (project, _) = chained(text, &all);
        let rows: [(Thing, &str); 5] = [
            (Thing::Card(card("L", "y")), "k>z"),
            (Thing::Card(card("L", "z")), "x>y m>y"),
            (Thing::Step(id("b")), "k>z"),
            (Thing::Lane(id("L")), ""),
            (Thing::Card(CardRef { lane: None, card: id("k") }), "x>y y>z m>y"),
        ];
        for (thing, left) in rows {
            let made = changed(&project, Change::Remove(vec![thing.clone()]));
            assert_eq!(links(&made), left, "{thing:?}");
        }
        // What does not lead there is not touched.
        let made = changed(&project, Change::Remove(vec![Thing::Card(card("L", "x"))]));
        assert!(Arc::ptr_eq(&project.journeys[0].lanes[1], &made.journeys[0].lanes[1]));
    }

    #[test]
    fn a_parked_card_keeps_what_leads_to_it() {
        let (project, _) = chained("A: a b\nL: x / y", &[("x", "y")]);
        let to = Spot::Parked { index: 0 };
        let parked = changed(&project, Change::MoveCards(vec![(card("L", "y"), to)]));
        assert_eq!(links(&parked), "x>y");
    }

    #[test]
    fn copies_lead_to_each_other_and_not_to_what_was_not_copied() {
        let text = "A: a b | B: c\nL: [x] / [y] | z\nM: [m] / |";
        let all = [("x", "y"), ("y", "z"), ("m", "x")];
        let (project, selected) = chained(text, &all);
        let map = &project.journeys[0];
        let mut ids = IdSource::seeded(4);
        let own = "x>y y>z m>x";
        let ordered = |project: &Project| {
            let mut all: Vec<String> = links(project).split(' ').map(str::to_owned).collect();
            all.sort();
            all.join(" ")
        };
        let twice = "m>x m>x x>y x>y y>z";
        let made = changed(&project, duplicate(&project, map, &selected, &mut ids).unwrap());
        assert_eq!(ordered(&made), twice);
        let clip = Clip::of(&project, map, &selected);
        let at = Spot::Cell { lane: id("L"), step: id("a"), index: 0 };
        let made = changed(&project, paste(&clip, &project, map, &at, &mut ids));
        assert_eq!(ordered(&made), twice);
        let phase = [Thing::Phase(id("A"))];
        let made = changed(&project, duplicate(&project, map, &phase, &mut ids).unwrap());
        assert_eq!(ordered(&made), twice);
        let steps = ["a", "b"].map(|step| Thing::Step(id(step)));
        let made = changed(&project, duplicate(&project, map, &steps, &mut ids).unwrap());
        assert_eq!(ordered(&made), twice);
        let lane = [Thing::Lane(id("L"))];
        let made = changed(&project, duplicate(&project, map, &lane, &mut ids).unwrap());
        assert_eq!(ordered(&made), "m>x x>y x>y y>z y>z");
        let lanes = ["L", "M"].map(|lane| Thing::Lane(id(lane)));
        let made = changed(&project, duplicate(&project, map, &lanes, &mut ids).unwrap());
        assert_eq!(ordered(&made), "m>x m>x x>y x>y y>z y>z");
        let cards = map.lanes[0].cards.iter().take(2).map(AsRef::as_ref);
        let copies = copy_cards(cards, &mut ids);
        assert_eq!(copies[0].next.as_ref(), Some(&copies[1].id));
        assert_eq!(copies[1].next, None);
        let copy = fresh_copy(map, &mut ids);
        let change = Change::AddJourney { at: 1, journey: Box::new(copy) };
        let both = changed(&project, change);
        assert_eq!(links(&both), format!("{own} {own}"));
        // Each names its own.
        let alone = changed(&both, Change::Remove(vec![Thing::Journey(id("map"))]));
        assert_eq!(links(&alone), own);
    }

    #[test]
    fn a_card_that_comes_back_leads_to_what_is_there() {
        let text = "A: a b c\nL: x / y / z";
        let (was, _) = chained(text, &[("x", "y"), ("y", "z")]);
        let gone = ["x", "y"].map(|one| Thing::Card(card("L", one)));
        let now = changed(&was, Change::Remove(gone.to_vec()));
        let from = Arc::new(was);
        let back = |things: Vec<Thing>| {
            let what = Returning::Things(things);
            links(&changed(&now, Change::BringBack { from: Arc::clone(&from), what }))
        };
        assert_eq!(back(gone.to_vec()), "x>y y>z");
        assert_eq!(back(gone[..1].to_vec()), "");
        assert_eq!(back(gone[1..].to_vec()), "y>z");
    }
}
