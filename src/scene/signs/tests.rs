//! Does each sign have words, and is it where it is drawn?

use super::super::tests::small;
use super::super::{Item, Layout};
use super::*;
use crate::model::{
    Blocker, Channel, Device, Duration, EmotionPoint, Lane, LaneKind, Medium, Metric, Opportunity,
    Reach, Source, Status, TimeUnit,
};
use crate::words::Lang;
use std::sync::Arc;

/// The place of a sign's kind among all: who adds one has to say here what its test is.
fn kind(sign: &Sign) -> usize {
    match sign {
        Sign::Evidence(_) => 0,
        Sign::Persona(_) => 1,
        Sign::Link => 2,
        Sign::Votes(_) => 3,
        Sign::Mark(_) => 4,
        Sign::Change(_) => 5,
        Sign::Medium(_) => 6,
        Sign::Channel(_) => 7,
        Sign::Ownership(_) => 8,
        Sign::ContentRole(_) => 9,
        Sign::Device(_) => 10,
        Sign::Owner(_) => 11,
        Sign::Status(_) => 12,
        Sign::Metric(_) => 13,
        Sign::Tag(_) => 14,
        Sign::Friction(_) => 15,
        Sign::Duration(_) => 16,
        Sign::Blocker(_) => 17,
        Sign::Met(_) => 18,
        Sign::Automatic => 19,
        Sign::Reach(_) => 20,
    }
}
const KINDS: usize = 21;

/// A map with a card that has every sign, in a phase that has them too.
fn project() -> Project {
    let mut project = small();
    let one = Opportunity {
        id: Id::new("o"),
        title: "Mät porten".into(),
        status: Some(Status::Planned),
        owner: "Bo".into(),
        ..Opportunity::default()
    };
    project.opportunities = [one].into_iter().collect();
    let persona = project.personas[0].id.clone();
    let journey = project.journeys.edit(0).unwrap();
    let phase = journey.phases.edit(0).unwrap();
    phase.friction = Some(2);
    phase.duration =
        Some(Duration { from: Some(2.0), unit: Some(TimeUnit::Weeks), ..Duration::default() });
    let step = phase.steps[0].id.clone();
    let card = Card {
        id: Id::new("full"),
        step: step.clone(),
        text: "Leveransen".into(),
        evidence: Some(Evidence::Partly),
        personas: vec![persona],
        link: "https://a.example".into(),
        votes: 3,
        marks: vec![Mark::PainPoint, Mark::MomentOfTruth],
        change: Some(ChangeKind::New),
        medium: Some(Medium::Physical),
        channel: Some(Channel::Web),
        ownership: Some(Ownership::Owned),
        content_role: Some(ContentRole::Hero),
        reach: Some(Reach::OneToMany),
        blocker: Some(Blocker { severity: Some(Severity::Blocking), ..Blocker::default() }),
        met: Some(Met::No),
        automatic: true,
        device: Some(Device::Phone),
        opportunity: Some(Id::new("o")),
        metric: Some(Metric { value: Some(4.0), ..Metric::default() }),
        tags: vec!["port".into()],
        ..Card::default()
    };
    journey.lanes = [Lane {
        id: Id::new("full lane"),
        kind: LaneKind::Opportunities,
        cards: [card].into_iter().collect(),
        ..Lane::default()
    }]
    .into_iter()
    .collect();
    project
}

fn laid(project: Project, words: &Words) -> Arc<Scene> {
    Layout::new().scene(&Arc::new(project), &Id::new("j"), words, 1.0).unwrap()
}

fn full() -> CardRef {
    CardRef { lane: Some(Id::new("full lane")), card: Id::new("full") }
}

#[test]
fn each_sign_that_is_drawn_has_words_in_both_languages() {
    let mut both = Vec::new();
    for lang in [Lang::Sv, Lang::En] {
        let words = Words::new(lang);
        let scene = laid(project(), &words);
        let found = scene.card_box(&full()).unwrap();
        let phase = &scene.journey.phases[0];
        let mut said = vec![Said::default(); KINDS];
        for spot in &found.drawing.signs {
            said[kind(&spot.sign)] = spot.sign.on_card(&found.card, &scene.project, &words);
        }
        for spot in &scene.columns.phases[0].header.signs {
            said[kind(&spot.sign)] = spot.sign.on_phase(phase, &words);
        }
        for (kind, said) in said.iter().enumerate() {
            assert!(!said.state.is_empty(), "sign {kind} in {lang:?}");
        }
        both.push(said);
    }
    let same = (0..KINDS).filter(|kind| both[0][*kind] == both[1][*kind]);
    // A figure, and nothing else, is the same word in both.
    assert!(same.clone().count() == 0, "{:?}", same.collect::<Vec<_>>());
}

#[test]
fn a_sign_says_what_is_missing() {
    let words = Words::new(Lang::Sv);
    let project = project();
    let card = Card::default();
    let said = |sign: Sign, card: &Card| sign.on_card(card, &project, &words).line();
    let partly = Sign::Evidence(Evidence::Partly);
    assert_eq!(
        said(partly.clone(), &card),
        "Delvis belagt: hört, inte prövat. Ingen källa kopplad än"
    );
    let sourced = |count: usize| {
        let mut project = project.clone();
        let source = |n: usize| Source {
            id: Id::new(&format!("s{n}")),
            title: format!("Intervju {n}"),
            ..Source::default()
        };
        project.sources = (1..=count).map(source).collect();
        let sources = (1..=count).map(|n| Id::new(&format!("s{n}"))).collect();
        partly.on_card(&Card { sources, ..Card::default() }, &project, &words).more
    };
    assert_eq!(sourced(1), "Källa: Intervju 1");
    assert_eq!(sourced(2), "Källor: Intervju 1, Intervju 2");
    assert_eq!(sourced(4), "Källor: Intervju 1, Intervju 2 och 2 till");
    let flag = Sign::Mark(Mark::PainPoint);
    assert_eq!(said(flag.clone(), &card), "Smärtpunkt. Ingen möjlighet kopplad än");
    let leads = Card { opportunity: Some(Id::new("o")), ..Card::default() };
    assert_eq!(said(flag, &leads), "Smärtpunkt. Leder till: Mät porten");
    let owner = Sign::Owner("Bo".into());
    assert_eq!(said(owner, &leads), "Ansvarig: Bo. Inget datum satt än");
}

#[test]
fn a_sign_is_where_it_is_drawn_and_found_there() {
    let words = Words::new(Lang::En);
    let scene = laid(project(), &words);
    let found = scene.card_box(&full()).unwrap();
    let rect = scene.thing_rect(&Thing::Card(full())).unwrap();
    let bounds = found.drawing.bounds(Pos2::ZERO);
    assert_eq!(found.drawing.signs.len(), 20, "two marks among them");
    for spot in &found.drawing.signs {
        assert!(bounds.contains_rect(spot.rect), "{spot:?} in {bounds}");
        // Something is drawn in its middle.
        let drawn = found.drawing.items.iter().skip(2).any(|item| match item {
            Item::Rect { rect, .. } | Item::Image { rect, .. } => {
                rect.width() < bounds.width() && rect.intersects(spot.rect)
            }
            Item::Text { at, text, .. } => {
                Rect::from_min_size(*at, text.size).expand(1.0).intersects(spot.rect)
            }
            Item::Path { .. } | Item::Band { .. } | Item::Drawn { .. } | Item::Group(_) => true,
        });
        assert!(drawn, "{spot:?}");
        let at = spot.rect.center() + rect.min.to_vec2();
        let hit = Hit::Card { card: full(), edge: false };
        let sign = scene.sign_at(&hit, at, &words).unwrap();
        assert_eq!(sign.said, spot.sign.on_card(&found.card, &scene.project, &words));
        assert!(sign.of.contains_rect(sign.rect));
    }
    let column = &scene.columns.phases[0];
    assert_eq!(column.header.signs.len(), 2);
    for spot in &column.header.signs {
        let at = Pos2::new(column.x, scene.header_y) + spot.rect.center().to_vec2();
        let hit = Hit::Phase { phase: column.id.clone(), edge: false };
        assert!(scene.sign_at(&hit, at, &words).is_some(), "{spot:?}");
    }
}

#[test]
fn a_face_says_whose_it_is_and_what_was_not_said() {
    let words = Words::new(Lang::Sv);
    let scene = laid(small(), &words);
    let name = scene.project.personas[0].name.clone();
    let persona = Some(scene.project.personas[0].id.clone());
    let point = |quote: &str| EmotionPoint {
        persona: persona.clone(),
        value: -1.6,
        quote: quote.into(),
        ..EmotionPoint::default()
    };
    let said = |quote: &str, shows: bool| of_point(&scene, &point(quote), shows, &words);
    assert_eq!(said("", false), Said::new(format!("{name}: −1,6"), "Inget citat än"));
    assert_eq!(said("Nej", false).more, "”Nej”");
    assert_eq!(said("Nej", true).more, "Ingen källa kopplad än");
}

#[test]
fn whose_an_opportunity_is_stands_on_its_own_card_alone() {
    let words = Words::new(Lang::En);
    let of_opportunity = |kind: LaneKind| {
        let mut project = project();
        let journey = project.journeys.edit(0).unwrap();
        journey.lanes.edit(0).unwrap().kind = kind;
        let scene = laid(project, &words);
        let signs = &scene.card_box(&full()).unwrap().drawing.signs;
        let its = |sign: &Sign| matches!(sign, Sign::Owner(_) | Sign::Status(_));
        signs.iter().filter(|spot| its(&spot.sign)).count()
    };
    assert_eq!(of_opportunity(LaneKind::Opportunities), 2);
    // What leads to it says so in the words of its flag.
    assert_eq!(of_opportunity(LaneKind::PainPoints), 0);
}

#[test]
fn all_signs_of_a_thing_are_said_at_once() {
    let words = Words::new(Lang::En);
    let scene = laid(project(), &words);
    let card = scene.signs_of(&Thing::Card(full()), &words);
    assert_eq!(card.len(), 20);
    assert!(card.iter().any(|said| said.state == "Owner: Bo"), "{card:?}");
    let phase = Thing::Phase(scene.journey.phases[0].id.clone());
    assert!(!scene.signs_of(&phase, &words).is_empty());
    assert!(scene.signs_of(&Thing::Lane(Id::new("full lane")), &words).is_empty());
}
