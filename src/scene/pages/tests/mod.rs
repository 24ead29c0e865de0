//! Pages made of words: nothing is cut, nothing is lost, nothing covers anything else.

mod by_and_by;
mod charts;
mod joined;
mod phases;
mod texts;
mod told;
mod whole;

use super::{Deck, Page, SIZE};
use crate::file;
use crate::model::*;
use crate::scene::{Item, Text};
use crate::words::{Lang, Words};
use egui::{Pos2, Rect, Vec2, pos2};
use std::path::Path;
use std::sync::Arc;

const EXAMPLES: [&[u8]; 3] = [
    include_bytes!("../../../../assets/examples/forpackningsmaskin.kundresa"),
    include_bytes!("../../../../assets/examples/shoes.kundresa"),
    include_bytes!("../../../../assets/examples/dag-pa-akuten.kundresa"),
];

fn id(text: &str) -> Id {
    Id::new(text)
}

/// Is it one of the pages that are made of words?
fn of_words(kind: &PageKind) -> bool {
    use PageKind::*;
    matches!(kind, Title | Map | Persona | Phase | Agreement | Next | Details | Cards | Text)
}

fn walk(items: &[Item], by: Vec2, see: &mut dyn FnMut(Pos2, &Arc<Text>)) {
    for item in items {
        match item {
            Item::Text { at, text, .. } => see(*at + by, text),
            Item::Drawn { at, drawing } => walk(&drawing.items, by + at.to_vec2(), see),
            Item::Group(group) => walk(&group.items, by, see),
            _ => {}
        }
    }
}

/// Each line of text of a page: where its letters are, and what it says.
fn lines(page: &Page) -> Vec<(Rect, String)> {
    let mut lines = Vec::new();
    walk(&page.items, Vec2::ZERO, &mut |at, text| {
        for line in &text.lines {
            for run in &line.runs {
                let (up, down) = (run.size * 0.74, run.size * 0.2);
                let corner = pos2(at.x + run.x, at.y + line.baseline - up);
                let rect = Rect::from_min_size(corner, egui::vec2(run.width, up + down));
                let said = text.source.get(run.range.clone()).unwrap_or_default();
                if !said.trim().is_empty() {
                    lines.push((rect, said.to_owned()));
                }
            }
        }
    });
    lines
}

/// What all pages for which `of` holds say, without white space.
fn said(deck: &mut Deck, words: &Words, of: impl Fn(&StoryPage) -> bool) -> String {
    let mut all = String::new();
    for at in 0..deck.all().len() {
        if of(&deck.all()[at].page) {
            let page = deck.any_page(at, words).unwrap();
            walk(&page.items, Vec2::ZERO, &mut |_, text| {
                all.extend(text.source.chars().filter(|c| !c.is_whitespace()));
                all.push(' ');
            });
        }
    }
    all
}

fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// All pages of words stand within the page, and no text on any other.
fn check_pages(what: &str, deck: &mut Deck, words: &Words) {
    for at in 0..deck.all().len() {
        let planned = deck.all()[at].clone();
        if !of_words(&planned.page.kind) {
            continue;
        }
        let page = deck.any_page(at, words).unwrap();
        let what = format!("{what}, {:?} {} of {}", planned.page.kind, planned.part, planned.parts);
        check_page(&what, &page);
    }
}

/// A page has texts, all within it, and none on another.
fn check_page(what: &str, page: &Page) {
    let room = Rect::from_min_size(Pos2::ZERO, SIZE);
    let lines = lines(page);
    assert!(!lines.is_empty(), "{what} is empty");
    for (place, (rect, said)) in lines.iter().enumerate() {
        assert!(room.contains_rect(*rect), "{what}: {said:?} at {rect} is off the page");
        for (other, other_said) in &lines[..place] {
            let common = rect.intersect(*other);
            let over = common.width() > 1.0 && common.height() > 1.0;
            assert!(!over, "{what}: {said:?} at {rect} covers {other_said:?} at {other}");
        }
    }
}

/// Every card that is shown is told on a page of details.
fn check_cards(what: &str, journey: &Journey, deck: &mut Deck, words: &Words) {
    let all = said(deck, words, |page| page.kind == PageKind::Details);
    for phase in &journey.phases {
        for lane in journey.lanes.iter().filter(|lane| !lane.hidden && !lane.collapsed) {
            let here = |card: &&Arc<Card>| phase.steps.iter().any(|step| step.id == card.step);
            for card in lane.cards.iter().filter(here) {
                assert!(all.contains(&tight(&card.text)), "{what}: {:?} is lost", card.text);
            }
            let here =
                |point: &&Arc<EmotionPoint>| phase.steps.iter().any(|step| step.id == point.step);
            for point in lane.points.iter().filter(here) {
                let quote = tight(crate::model::unquoted(&point.quote));
                assert!(all.contains(&quote), "{what}: {quote} is lost");
            }
        }
    }
}

fn check(what: &str, project: &Arc<Project>) {
    for lang in [Lang::Sv, Lang::En] {
        let words = Words::new(lang);
        let mut deck = Deck::new();
        for journey in &project.journeys {
            deck.plan(project, &journey.id, &words);
            check_pages(what, &mut deck, &words);
            check_cards(what, journey, &mut deck, &words);
        }
    }
}

#[test]
fn examples_and_templates_lose_nothing_and_cover_nothing() {
    for (place, bytes) in EXAMPLES.iter().enumerate() {
        let project = Arc::new(file::read(bytes).unwrap().project);
        check(&format!("example {place}"), &project);
    }
    for lang in ["sv", "en"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/templates").join(lang);
        let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        for path in paths {
            let project = Arc::new(file::load(&path).unwrap().project);
            check(&path.display().to_string(), &project);
        }
    }
}

/// A map of `phases` with `each` cards in one lane of touchpoints and one of notes.
fn map(phases: usize, each: usize) -> Project {
    let phase = |at: usize| Phase {
        id: id(&format!("p{at}")),
        title: format!("Fas nummer {at}"),
        steps: [Step { id: id(&format!("s{at}")), ..Step::default() }].into_iter().collect(),
        ..Phase::default()
    };
    let lane = |kind: LaneKind| {
        let name = kind.as_str().to_owned();
        let card = |at: usize| Card {
            id: id(&format!("{name}{at}")),
            step: id(&format!("s{}", at / each)),
            text: format!("{name} nummer {at} som säger något"),
            ..Card::default()
        };
        let cards = (0..phases * each).map(card).collect();
        Lane { id: id(&name), kind, cards, ..Lane::default() }
    };
    let journey = Journey {
        id: id("j"),
        title: "Karta".into(),
        phases: (0..phases).map(phase).collect(),
        lanes: [lane(LaneKind::Touchpoints), lane(LaneKind::Notes)].into_iter().collect(),
        ..Journey::default()
    };
    Project { journeys: [journey].into_iter().collect(), ..Project::default() }
}

#[test]
fn a_phase_with_many_cards_takes_many_pages_and_loses_none() {
    let project = Arc::new(map(2, 100));
    let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
    deck.plan(&project, &id("j"), &words);
    let pages = deck.all().iter().filter(|one| one.page.kind == PageKind::Details).count();
    assert!((12..60).contains(&pages), "{pages}");
    check("many", &project);
}

#[test]
fn many_phases_have_a_strip_that_names_where_we_are() {
    let mut project = map(100, 1);
    let journey = project.journeys.edit(0).unwrap();
    let point = |at: usize| EmotionPoint {
        id: id(&format!("e{at}")),
        step: id(&format!("s{at}")),
        value: (at % 5) as f64 - 2.0,
        ..EmotionPoint::default()
    };
    let points = (0..100).map(point).collect();
    let lane = Lane { id: id("e"), kind: LaneKind::Emotions, points, ..Lane::default() };
    let project_of = |lanes: Vec<Lane>, journey: &Journey| {
        let mut journey = journey.clone();
        journey.lanes.extend(lanes.into_iter().map(Arc::new));
        Arc::new(Project { journeys: [journey].into_iter().collect(), ..Project::default() })
    };
    for lanes in [Vec::new(), vec![lane]] {
        let project = project_of(lanes, journey);
        check("many phases", &project);
        let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
        deck.plan(&project, &id("j"), &words);
        let about = |page: &StoryPage| page.about == Some(id("p57"));
        let said = said(&mut deck, &words, about);
        assert_eq!(said.matches("Fasnummer57").count(), 2, "in the heading and in the strip");
    }
}

/// So many words, each another.
fn long(from: usize, count: usize) -> String {
    (from..from + count).map(|at| format!("ord{at:05}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_longest_texts_are_whole_and_cover_nothing() {
    let compound = "Realisationsvinstbeskattningsförfarandegranskningsnämndsordförandeval";
    let word = "å".repeat(3000);
    let texts = [long(0, 2100), word, compound.repeat(20), "\n\n\n\nrad\n".repeat(400)];
    for text in texts {
        let mut project = map(2, 3);
        project.personas = (0..9)
            .map(|at| Persona {
                id: id(&format!("who{at}")),
                name: compound.into(),
                role: "roll".repeat(20),
                quote: if at == 0 { text.clone() } else { compound.into() },
                ..Persona::default()
            })
            .collect();
        project.opportunities = [
            Opportunity {
                id: id("o"),
                title: text.clone(),
                effort: Some(2.0),
                ..Opportunity::default()
            },
            Opportunity { id: id("n"), note: text.clone(), ..Opportunity::default() },
        ]
        .into_iter()
        .collect();
        project.tasks =
            [Task { id: id("t"), title: text.clone(), ..Task::default() }].into_iter().collect();
        let journey = project.journeys.edit(0).unwrap();
        journey.title = text.clone();
        journey.purpose = text.clone();
        journey.for_whom = compound.into();
        journey.personas = (0..9).map(|at| id(&format!("who{at}"))).collect();
        let phase = journey.phases.edit(0).unwrap();
        (phase.title, phase.goal) = (text.clone(), text.clone());
        phase.start = text.clone();
        journey.phases.edit(1).unwrap().title = compound.into();
        let lane = journey.lanes.edit(0).unwrap();
        lane.title = text.clone();
        lane.cards.edit(0).unwrap().text = text.clone();
        lane.cards.edit(1).unwrap().note = text.clone();
        let metric = Metric { value: Some(1.0), unit: text.clone(), ..Metric::default() };
        lane.cards.edit(2).unwrap().metric = Some(metric);
        lane.cards.edit(2).unwrap().marks = vec![Mark::PainPoint, Mark::MomentOfTruth];
        let point = |at: usize, quote: &str| EmotionPoint {
            id: id(&format!("e{at}")),
            step: id(&format!("s{}", at % 2)),
            persona: Some(id("who1")),
            quote: quote.to_owned(),
            value: -1.0,
            ..EmotionPoint::default()
        };
        let points = [point(0, &text), point(1, compound), point(3, compound), point(5, "kort")];
        let lane = Lane {
            id: id("e"),
            kind: LaneKind::Emotions,
            points: points.into_iter().collect(),
            ..Lane::default()
        };
        journey.lanes.push(Arc::new(lane));
        let story = [
            StoryPage { id: id("text"), text: text.clone(), ..StoryPage::default() },
            StoryPage { id: id("none"), title: compound.repeat(3), ..StoryPage::default() },
            StoryPage {
                id: id("cards"),
                kind: PageKind::Cards,
                cards: vec![id("touchpoints0"), id("notes1"), id("gone")],
                ..StoryPage::default()
            },
        ];
        journey.story = story.into_iter().collect();
        let project = Arc::new(project);
        let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
        deck.plan(&project, &id("j"), &words);
        check_pages("long", &mut deck, &words);
        if text.starts_with("ord00000") {
            let all = said(&mut deck, &words, |page| of_words(&page.kind));
            for at in 0..2100 {
                let word = format!("ord{at:05}");
                // Titles of map and phase, goal, purpose, card, note, quotes, idea twice, task, page, chosen.
                let told = all.matches(&word).count();
                assert!(told >= 12, "{word} is told {told} times");
            }
        }
    }
}

#[test]
fn a_goal_of_many_lines_stands_on_a_further_page() {
    let mut project = map(2, 3);
    let goal = (0..30).map(|at| format!("rad{at:02}")).collect::<Vec<_>>().join("\n");
    assert!(goal.len() < 220, "its length alone would let it stand under the heading");
    project.journeys.edit(0).unwrap().phases.edit(0).unwrap().goal = goal.clone();
    let project = Arc::new(project);
    check("lines", &project);
    let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
    deck.plan(&project, &id("j"), &words);
    let all = said(&mut deck, &words, |page| page.kind == PageKind::Details);
    assert!(goal.lines().all(|line| all.contains(line)), "{all}");
}

#[test]
fn names_without_room_over_curves_stand_whole_on_a_further_page() {
    let name = |at: usize| match at {
        0 => long(0, 50),
        _ => format!("Persona nummer {at} som heter så"),
    };
    let words = Words::new(Lang::Sv);
    // How many personas there are, and how many pages their names take.
    for (count, pages) in [(1, 1), (2, 1), (24, 2)] {
        let mut project = map(2, 1);
        let who = |at: usize| id(&format!("who{at}"));
        project.personas = (0..count)
            .map(|at| Persona { id: who(at), name: name(at), ..Persona::default() })
            .collect();
        let point = |at: usize| EmotionPoint {
            id: id(&format!("e{at}")),
            step: id(&format!("s{}", at % 2)),
            persona: Some(who(at / 2)),
            value: 1.0,
            ..EmotionPoint::default()
        };
        let points = (0..count * 2).map(point).collect();
        let lane = Lane { id: id("e"), kind: LaneKind::Emotions, points, ..Lane::default() };
        let journey = project.journeys.edit(0).unwrap();
        journey.lanes.push(Arc::new(lane));
        journey.phases.edit(0).unwrap().title = long(100, 60);
        let mut deck = Deck::new();
        deck.plan(&Arc::new(project), &id("j"), &words);
        let all = said(&mut deck, &words, |page| page.kind == PageKind::Curve);
        for at in 0..count {
            assert!(all.contains(&tight(&name(at))), "{count}: {} is lost", name(at));
        }
        let places =
            (0..deck.all().len()).filter(|at| deck.all()[*at].page.kind == PageKind::Curve);
        let places: Vec<usize> = places.collect();
        assert_eq!(places.len(), 1 + pages, "{count}");
        for at in places {
            let page = deck.any_page(at, &words).unwrap();
            for (rect, said) in lines(&page) {
                let room = Rect::from_min_size(Pos2::ZERO, SIZE);
                assert!(room.contains_rect(rect), "{count}: {said:?} at {rect} is off the page");
            }
            for item in &page.items {
                let Item::Rect { rect, .. } = item else { continue };
                assert!(rect.height() >= 100.0, "{count}: curves have no room in {rect}");
            }
        }
    }
}

#[test]
fn planning_measures_what_has_changed_and_nothing_else() {
    let mut project = map(100, 50);
    project.journeys.edit(0).unwrap().lanes.remove(1);
    let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
    let mut project = Arc::new(project);
    deck.plan(&project, &id("j"), &words);
    let first = deck.memo.measured;
    assert!((5000..=12_000).contains(&first), "{first}");
    assert!(!deck.plan(&project, &id("j"), &words), "the same project");
    let lane = Arc::make_mut(&mut project).journeys.edit(0).unwrap().lanes.edit(0).unwrap();
    lane.cards.edit(70).unwrap().text = "ett annat".into();
    assert!(deck.plan(&project, &id("j"), &words));
    assert!((1..=4).contains(&deck.memo.measured), "{}", deck.memo.measured);
    assert_eq!(deck.memo.planned, 1, "only the phase the card stands in");
    let journey = Arc::make_mut(&mut project).journeys.edit(0).unwrap();
    journey.lanes.edit(0).unwrap().title = "Möten".into();
    deck.plan(&project, &id("j"), &words);
    assert_eq!((deck.memo.planned, deck.memo.measured), (100, 0), "names of lanes are on all");
    let of_phase = said(&mut deck, &words, |page| page.kind == PageKind::Details);
    assert!(of_phase.contains("ettannat"));
}

#[test]
fn what_is_hidden_is_not_told() {
    let mut project = map(1, 2);
    let lane = project.journeys.edit(0).unwrap().lanes.edit(1).unwrap();
    lane.hidden = true;
    let (mut deck, words) = (Deck::new(), Words::new(Lang::En));
    deck.plan(&Arc::new(project), &id("j"), &words);
    let of = |page: &StoryPage| matches!(page.kind, PageKind::Phase | PageKind::Details);
    let all = said(&mut deck, &words, of);
    assert!(all.contains("touchpointsnummer1") && !all.contains("notesnummer1"));
}
