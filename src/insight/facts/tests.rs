//! Is anything that is known of a card left out?

use super::*;

#[test]
fn an_empty_card_tells_only_where_it_stands() {
    let card = Card { text: " ".into(), tags: vec![], ..Card::default() };
    assert_eq!(card_facts(&card).collect::<Vec<_>>(), [CardFact::Step(&Id::default())]);
}

#[test]
fn each_field_of_reports_is_found_by_its_key() {
    for field in ["better", "customers_in", "trend", "votes"] {
        assert_eq!(FieldName::of_key(field).map(FieldName::key), Some(field));
    }
    assert_eq!(FieldName::of_key("gone"), None);
}
