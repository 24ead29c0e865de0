//! Which cards have been voted for, and how often?

use crate::model::{Card, Lane};

/// The cards of `lane` that have votes, in the order they stand. Reads every card: keep the result
/// while the pointer stays.
pub fn voted(lane: &Lane) -> impl Iterator<Item = &Card> {
    lane.cards.iter().map(AsRef::as_ref).filter(|card| card.votes > 0)
}

/// Puts the most voted for first; those with as many votes stay in their order.
pub fn most_votes_first<T>(items: &mut [T], votes: impl Fn(&T) -> u32) {
    items.sort_by_key(|item| std::cmp::Reverse(votes(item)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    #[test]
    fn cards_with_votes_come_by_their_votes() {
        let card = |name: &str, votes: u32| Card { id: Id::new(name), votes, ..Card::default() };
        let cards = [card("a", 1), card("b", 0), card("c", 4), card("d", 1)];
        let lane = Lane { cards: cards.into_iter().collect(), ..Lane::default() };
        let mut found: Vec<&Card> = voted(&lane).collect();
        most_votes_first(&mut found, |card| card.votes);
        assert_eq!(found.iter().map(|card| card.id.as_str()).collect::<String>(), "cad");
    }
}
