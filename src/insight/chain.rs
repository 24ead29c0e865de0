//! Which cards are activities of ours, and which of them lead to which?
//!
//! Sales and marketing is a flow: each activity is done for a purpose and leads to the next, until one
//! of them reaches a goal. A card names the one that follows it ([`Card::next`]); several may lead to
//! the same one.

use crate::model::{Card, CardRef, Id, Journey, Lane, LaneKind};
use std::collections::{HashMap, HashSet};

/// Is a card of this lane something that we do, in sight of the customer or behind the scenes?
pub fn is_of_activities(lane: &Lane) -> bool {
    matches!(lane.kind, LaneKind::SalesMarketing | LaneKind::Backstage)
}

/// The activities of a map, each with its lane: lane by lane, in the order of the file.
pub fn activities(journey: &Journey) -> impl Iterator<Item = (&Lane, &Card)> {
    let lanes = journey.lanes.iter().map(AsRef::as_ref).filter(|lane| is_of_activities(lane));
    lanes.flat_map(|lane: &Lane| lane.cards.iter().map(move |card| (lane, card.as_ref())))
}

/// The cards of a map that lead to another activity of it, each with that one. Takes time by the
/// activities.
pub fn chain_links(journey: &Journey) -> Vec<(CardRef, CardRef)> {
    let named: HashSet<&Id> =
        activities(journey).filter_map(|(_, card)| card.next.as_ref()).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let place =
        |lane: &Lane, card: &Card| CardRef { lane: Some(lane.id.clone()), card: card.id.clone() };
    let named: HashMap<&Id, &Lane> = activities(journey)
        .filter(|(_, card)| named.contains(&card.id))
        .map(|(lane, card)| (&card.id, lane))
        .collect();
    let links = activities(journey).filter_map(|(lane, card)| {
        let next = card.next.as_ref().filter(|next| **next != card.id)?;
        let to = CardRef { lane: Some(named.get(next)?.id.clone()), card: next.clone() };
        Some((place(lane, card), to))
    });
    links.collect()
}

/// The cards of the whole chains that `of` belong to: themselves, all that leads to them and all
/// they lead to. `links` say which card leads to which. Empty where none of them is in a chain.
pub fn whole_chains<'a>(
    links: impl Iterator<Item = (&'a Id, &'a Id)> + Clone,
    of: impl Iterator<Item = &'a Id>,
) -> HashSet<Id> {
    let mut chains: HashSet<&Id> = HashSet::new();
    let mut next: HashMap<&Id, &Id> = HashMap::new();
    let mut before: HashMap<&Id, Vec<&Id>> = HashMap::new();
    for (from, to) in links {
        next.insert(from, to);
        before.entry(to).or_default().push(from);
    }
    for id in of.filter(|id| next.contains_key(id) || before.contains_key(id)) {
        // A circle ends where it was before.
        let mut follows = HashSet::from([id]);
        let mut at = id;
        while let Some(&to) = next.get(at).filter(|to| follows.insert(**to)) {
            at = to;
        }
        let mut leads = HashSet::from([id]);
        let mut look = vec![id];
        while let Some(at) = look.pop() {
            let known = before.get(at).into_iter().flatten().copied();
            look.extend(known.filter(|from| leads.insert(from)));
        }
        chains.extend(follows);
        chains.extend(leads);
    }
    chains.into_iter().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::List;

    /// A card and what it leads to.
    type Linked = (&'static str, Option<&'static str>);

    fn journey(lanes: &[(LaneKind, &[Linked])]) -> Journey {
        let card = |(id, next): &Linked| Card {
            id: Id::new(id),
            next: next.map(Id::new),
            ..Card::default()
        };
        let lanes = lanes.iter().enumerate().map(|(place, (kind, cards))| Lane {
            id: Id::new(&format!("l{place}")),
            kind: kind.clone(),
            cards: cards.iter().map(card).collect(),
            ..Lane::default()
        });
        Journey { lanes: lanes.collect::<List<Lane>>(), ..Journey::default() }
    }

    #[test]
    fn activities_lead_to_activities_of_the_map() {
        use LaneKind::{Backstage, Notes, SalesMarketing};
        let map = journey(&[
            (SalesMarketing, &[("a", Some("b")), ("b", Some("k")), ("c", Some("n"))]),
            (Backstage, &[("k", Some("gone")), ("l", Some("l")), ("m", Some("a"))]),
            (Notes, &[("n", Some("a"))]),
        ]);
        let links = chain_links(&map).into_iter().map(|(from, to)| {
            let lane = |of: &CardRef| of.lane.clone().unwrap();
            format!("{}:{}>{}:{}", lane(&from), from.card, lane(&to), to.card)
        });
        assert_eq!(links.collect::<Vec<_>>(), ["l0:a>l0:b", "l0:b>l1:k", "l1:m>l0:a"]);
        assert!(chain_links(&journey(&[(SalesMarketing, &[("a", None)])])).is_empty());
    }

    #[test]
    fn a_chain_is_what_leads_there_and_what_follows() {
        // Two lead to c; x, y and z go in a circle.
        let links = ["a>c", "b>c", "c>d", "x>y", "y>z", "z>x", "w>y"];
        let ids: Vec<(Id, Id)> = links
            .iter()
            .map(|link| link.split_once('>').unwrap())
            .map(|(from, to)| (Id::new(from), Id::new(to)))
            .collect();
        let rows = [
            ("a", "a c d"),
            ("c", "a b c d"),
            ("d", "a b c d"),
            ("x", "w x y z"),
            ("w", "w x y z"),
            ("alone", ""),
            ("a x", "a c d w x y z"),
        ];
        for (of, chain) in rows {
            let of: Vec<Id> = of.split(' ').map(Id::new).collect();
            let found = whole_chains(ids.iter().map(|(from, to)| (from, to)), of.iter());
            let mut found: Vec<String> = found.iter().map(Id::to_string).collect();
            found.sort();
            assert_eq!(found.join(" "), chain, "{of:?}");
        }
    }
}
