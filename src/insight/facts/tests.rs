//! Is anything that is known of a thing left out? Writers ask the same of themselves with these.

use super::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
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
        reach: Some(Reach::OneToMany),
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
        met: Some(Met::Partly),
        automatic: true,
        subgoal: Some(Id::new("aim")),
        next: Some(Id::new("then")),
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
    without_a_field(&full_card())
}

/// Each field in the file of `full`, also those inside a field, with what it is without that.
fn without_a_field<T: Serialize + DeserializeOwned>(full: &T) -> Vec<(String, T)> {
    let full = serde_json::to_value(full).unwrap();
    let mut all = Vec::new();
    for (key, value) in full.as_object().unwrap() {
        let mut less = full.clone();
        less.as_object_mut().unwrap().remove(key);
        all.push((key.clone(), serde_json::from_value(less).unwrap()));
        for inner in value.as_object().into_iter().flat_map(|object| object.keys()) {
            let mut less = full.clone();
            less[key].as_object_mut().unwrap().remove(inner);
            all.push((format!("{key}.{inner}"), serde_json::from_value(less).unwrap()));
        }
    }
    all
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

/// The fields of phases, steps, feelings and lanes in the file.
pub(crate) fn fields_of_places() -> Vec<String> {
    let keys = |all: Vec<String>| all.into_iter().filter(|key| !key.contains('.'));
    fn named<T: Serialize + DeserializeOwned>(full: &T) -> Vec<String> {
        without_a_field(full).into_iter().map(|(key, _)| key).collect()
    }
    let all =
        [named(&full_phase()), named(&full_step()), named(&full_point()), named(&full_lane())];
    let mut all: Vec<String> = all.into_iter().flat_map(keys).collect();
    all.sort();
    all.dedup();
    all
}

/// The fields of a card of which `told` says nothing.
pub(crate) fn left_out<T: PartialEq>(told: impl Fn(&Card) -> T) -> Vec<String> {
    left_out_of(&full_card(), told)
}

/// The fields of `full` of which `told` says nothing.
pub(crate) fn left_out_of<F: Serialize + DeserializeOwned, T: PartialEq>(
    full: &F,
    told: impl Fn(&F) -> T,
) -> Vec<String> {
    let all = told(full);
    let less = without_a_field(full).into_iter();
    less.filter(|(_, less)| told(less) == all).map(|(key, _)| key).collect()
}

/// A phase in which every field stands; a new one does not compile until it is here.
pub(crate) fn full_phase() -> Phase {
    Phase {
        id: Id::new("p"),
        title: "Before".into(),
        color: Some(2),
        duration: Some(Duration { from: Some(2.0), ..Duration::default() }),
        start: "09:30".into(),
        goal: "Choose".into(),
        conversion: Some(Conversion { name: "Order".into(), ..Conversion::default() }),
        customers_in: Some(73.0),
        customers_out: Some(37.0),
        friction: Some(3),
        sales_phase: "Prospecting".into(),
        checklist: [Question {
            id: Id::new("q"),
            question: "Known?".into(),
            answer: "Partly".into(),
            note: "Only two".into(),
            side: Some(QuestionSide::Ours),
            extra: Extra::new(),
        }]
        .into_iter()
        .collect(),
        origin: Some(Id::new("earlier")),
        steps: [full_step()].into_iter().collect(),
        extra: Extra::new(),
    }
}

/// A step in which every field stands.
pub(crate) fn full_step() -> Step {
    Step {
        id: Id::new("s1"),
        title: "Searches".into(),
        width: Some(333.0),
        customers_in: Some(71.0),
        customers_out: Some(53.0),
        duration: Some(Duration {
            from: Some(3.0),
            to: Some(5.0),
            unit: Some(TimeUnit::Hours),
            ..Duration::default()
        }),
        origin: Some(Id::new("former")),
        extra: Extra::new(),
    }
}

/// A feeling in which every field stands.
pub(crate) fn full_point() -> EmotionPoint {
    EmotionPoint {
        id: Id::new("f"),
        persona: Some(Id::new("anna")),
        step: Id::new("s1"),
        at: Some(0.25),
        value: -1.37,
        face: "🎉".into(),
        quote: "At last".into(),
        source: Some(Id::new("survey")),
        touchpoint: Some(Id::new("full")),
        extra: Extra::new(),
    }
}

/// A persona in which every field stands; a new one does not compile until it is here.
pub(crate) fn full_persona() -> Persona {
    Persona {
        id: Id::new("anna"),
        name: "Anna".into(),
        role: "Joiner".into(),
        buying_role: Some(BuyingRole::Decider),
        emoji: "👩".into(),
        image: Some(Id::new("picture")),
        color: Some(2),
        circumstances: "Two children, one car".into(),
        goals: "A quiet house".into(),
        needs: "A fixed price".into(),
        frustrations: "Nobody calls back".into(),
        quote: "I only want to know".into(),
        priority: "Time".into(),
        extra: Extra::new(),
    }
}

/// A lane in which every field stands.
pub(crate) fn full_lane() -> Lane {
    Lane {
        id: Id::new("l"),
        kind: LaneKind::Emotions,
        title: "How it feels".into(),
        icon: "🧭".into(),
        collapsed: true,
        hidden: true,
        pinned: true,
        height: Some(321.0),
        persona: Some(Id::new("anna")),
        line: Some(Line::Visibility),
        curves_off: vec![Id::new("bo")],
        gap_between: vec![Id::new("anna"), Id::new("bo")],
        origin: Some(Id::new("past")),
        prompts: [Prompt { step: Id::new("s1"), text: "Why?".into(), extra: Extra::new() }]
            .into_iter()
            .collect(),
        cards: [full_card()].into_iter().collect(),
        points: [full_point()].into_iter().collect(),
        extra: Extra::new(),
    }
}

#[test]
fn each_field_of_a_phase_a_step_a_feeling_and_a_lane_is_a_fact() {
    let phase = |phase: &Phase| format!("{:?}", phase_facts(phase).collect::<Vec<_>>());
    assert_eq!(left_out_of(&full_phase(), phase), ["id", "steps"]);
    let step = |step: &Step| format!("{:?}", step_facts(step).collect::<Vec<_>>());
    assert_eq!(left_out_of(&full_step(), step), ["id"]);
    let point = |point: &EmotionPoint| format!("{:?}", point_facts(point).collect::<Vec<_>>());
    assert_eq!(left_out_of(&full_point(), point), ["id"]);
    let lane = |lane: &Lane| format!("{:?}", lane_facts(lane).collect::<Vec<_>>());
    assert_eq!(left_out_of(&full_lane(), lane), ["id", "prompts", "cards", "points"]);
}

#[test]
fn each_field_of_a_persona_but_name_and_looks_is_a_fact() {
    let words = Words::new(crate::words::Lang::En);
    let told = |persona: &Persona| persona_facts(persona, &words);
    assert_eq!(left_out_of(&full_persona(), told), ["id", "name", "emoji", "image", "color"]);
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
