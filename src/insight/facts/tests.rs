//! Is anything that is known of a card left out? Writers ask the same of themselves with these cards.

use super::*;
use serde_json::Value;

/// A card in which every field stands; a new one does not compile until it is here.
pub(crate) fn full_card() -> Card {
    Card {
        id: Id::new("full"),
        step: Id::new("s1"),
        until: Some(Id::new("s2")),
        text: "Calls".into(),
        note: "Twice".into(),
        personas: vec![Id::new("anna")],
        channel: Some(Channel::Phone),
        medium: Some(Medium::Physical),
        device: Some(Device::Watch),
        ownership: Some(Ownership::Earned),
        content_role: Some(ContentRole::Hub),
        marks: vec![Mark::PainPoint],
        color: Some(3),
        tags: vec!["winter".into()],
        evidence: Some(Evidence::Partly),
        sources: vec![Id::new("survey")],
        link: "https://a.example".into(),
        image: Some(Id::new("picture")),
        opportunity: Some(Id::new("idea")),
        metric: Some(Metric {
            value: Some(41.0),
            unit: "minutes".into(),
            target: Some(23.0),
            better: Some(Better::Lower),
            trend: vec![67.0],
            extra: Extra::new(),
        }),
        blocker: Some(Blocker {
            kind: Some(BlockerKind::Capacity),
            severity: Some(Severity::Annoying),
            extra: Extra::new(),
        }),
        subgoal: Some(Id::new("aim")),
        owner: "Bo".into(),
        change: Some(ChangeKind::New),
        origin: Some(Id::new("earlier")),
        votes: 7,
        extra: Extra::new(),
    }
}

/// Each field in the file of a full card, also those inside a field (`metric.better`), with the
/// card that lacks only it. What a writer says of the two must differ.
pub(crate) fn cards_without_a_field() -> Vec<(String, Card)> {
    let full = serde_json::to_value(full_card()).unwrap();
    let mut cards = Vec::new();
    for (key, value) in full.as_object().unwrap() {
        let mut less = full.clone();
        less.as_object_mut().unwrap().remove(key);
        cards.push((key.clone(), serde_json::from_value(less).unwrap()));
        for inner in value.as_object().into_iter().flat_map(|object| object.keys()) {
            let mut less = full.clone();
            less[key].as_object_mut().unwrap().remove(inner);
            cards.push((format!("{key}.{inner}"), serde_json::from_value(less).unwrap()));
        }
    }
    cards
}

/// A map with this card in a lane of notes, and the persona it names.
pub(crate) fn map_with(card: Card) -> Project {
    let step = |id: &str| Step { id: Id::new(id), title: id.into(), ..Step::default() };
    let phase = Phase {
        id: Id::new("p"),
        steps: ["s1", "s2", "s3"].map(step).into_iter().collect(),
        ..Phase::default()
    };
    let lane = Lane { id: Id::new("l"), cards: [card].into_iter().collect(), ..Lane::default() };
    let journey = Journey {
        id: Id::new("j"),
        phases: [phase].into_iter().collect(),
        lanes: [lane].into_iter().collect(),
        ..Journey::default()
    };
    let anna = Persona { id: Id::new("anna"), name: "Anna".into(), ..Persona::default() };
    Project {
        personas: [anna].into_iter().collect(),
        journeys: [journey].into_iter().collect(),
        ..Project::default()
    }
}

/// The fields of which `told` says nothing.
pub(crate) fn left_out<T: PartialEq>(told: impl Fn(&Card) -> T) -> Vec<String> {
    let full = told(&full_card());
    let cards = cards_without_a_field().into_iter();
    cards.filter(|(_, less)| told(less) == full).map(|(key, _)| key).collect()
}

#[test]
fn each_field_of_a_card_is_a_fact() {
    let told = |card: &Card| format!("{:?}", card_facts(card).collect::<Vec<_>>());
    assert_eq!(left_out(told), ["id"]);
}

#[test]
fn a_full_card_has_each_field_in_the_file() {
    let Value::Object(full) = serde_json::to_value(full_card()).unwrap() else { panic!("no card") };
    assert!(full.values().all(|value| !value.is_null()), "{full:?}");
    assert_eq!(serde_json::from_value::<Card>(Value::Object(full)).unwrap(), full_card());
}

#[test]
fn an_empty_card_tells_only_where_it_stands() {
    let card = Card { text: " ".into(), tags: vec![], ..Card::default() };
    assert_eq!(card_facts(&card).collect::<Vec<_>>(), [CardFact::Step(&Id::default())]);
}

#[test]
fn a_blocker_is_said_in_a_line_and_a_word_of_a_later_version_is_kept() {
    let words = Words::new(crate::words::Lang::Sv);
    let rows = [
        (r#"{"kind": "system", "severity": "blocking"}"#, "System · Stoppar"),
        (r#"{"severity": "annoying"}"#, "Stör"),
        (r#"{"kind": "law", "severity": "at times", "since": 2020}"#, "law · at times"),
        ("{}", ""),
    ];
    for (file, said) in rows {
        let blocker: Blocker = serde_json::from_str(file).unwrap();
        assert_eq!(blocker_said(&blocker, &words), said);
        let written: Value = serde_json::to_value(&blocker).unwrap();
        assert_eq!(written, serde_json::from_str::<Value>(file).unwrap());
    }
}
