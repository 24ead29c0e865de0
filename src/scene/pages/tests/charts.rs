//! Charts on pages: drawn as in their rooms, readable from the back row, and said where they are cut or
//! have nothing to show.

use super::*;
use crate::scene::pages::Planned;
use crate::scene::pages::sizes::SMALL;
use std::collections::HashSet;

const CHARTS: [PageKind; 4] =
    [PageKind::Matrix, PageKind::Board, PageKind::Coverage, PageKind::Saturation];

fn example() -> Project {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/forpackningsmaskin.kundresa");
    file::load(&path).unwrap().project
}

/// The pages of a kind of the first journey, which its story has been given one of.
fn pages_of(mut project: Project, kind: PageKind) -> Vec<(Planned, Arc<Page>)> {
    let page = StoryPage { id: id("added"), kind: kind.clone(), ..StoryPage::default() };
    project.journeys.edit(0).unwrap().story.push(page.into());
    let project = Arc::new(project);
    let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
    deck.plan(&project, &project.journeys[0].id, &words);
    let mut found = Vec::new();
    for at in 0..deck.all().len() {
        if deck.all()[at].page.kind == kind {
            found.push((deck.all()[at].clone(), deck.any_page(at, &words).unwrap()));
        }
    }
    found
}

fn texts(page: &Page) -> Vec<String> {
    let mut texts = Vec::new();
    walk(&page.items, Vec2::ZERO, &mut |_, text| texts.push(text.source.to_string()));
    texts
}

/// Every line stands within the page, and no letter is smaller than pages have any.
fn check_readable(kind: &PageKind, page: &Page) {
    let room = Rect::from_min_size(Pos2::ZERO, SIZE);
    walk(&page.items, Vec2::ZERO, &mut |at, text| {
        for run in text.lines.iter().flat_map(|line| &line.runs) {
            assert!(run.size > SMALL.size - 0.1, "{kind:?}: {:?} is {}", text.source, run.size);
        }
        let rect = Rect::from_min_size(at, text.size);
        assert!(room.contains_rect(rect), "{kind:?}: {:?} at {rect}", text.source);
    });
}

#[test]
fn the_example_shows_its_charts() {
    let rows: [(PageKind, &str, &str, &[&str]); 4] = [
        (
            PageKind::Matrix,
            "Sju möjligheter efter värde och insats",
            "3 pågår · 3 planerade · 1 idé",
            &["Gör nu", "Bjud in teknikern till demon", "Referensbesök som betalar sig"],
        ),
        (
            PageKind::Board,
            "Sju möjligheter, tre pågår",
            "Rangordning: Kundvärde + vårt värde − insats. Vid lika: flest röster.",
            &["Planerad", "Måttkontroll på plats före avtal", "29 maj"],
        ),
        (
            PageKind::Coverage,
            "Ingen med rollen användare har berättat om Beslut",
            "kort och känslopunkter per källa och fas",
            &["Övervägande", "8"],
        ),
        (
            PageKind::Saturation,
            "Inga nya teman i de två senaste intervjuerna",
            "4 teman · 6 av 10 intervjuer",
            &["4 teman", "10"],
        ),
    ];
    for (kind, title, under, expected) in rows {
        let pages = pages_of(example(), kind.clone());
        assert_eq!(pages.len(), 1, "{kind:?}");
        let (planned, page) = &pages[0];
        assert_eq!(planned.title, title);
        let said = texts(page);
        for one in expected.iter().chain([&under]) {
            assert!(said.iter().any(|text| text == one), "{kind:?}: {one} in {said:?}");
        }
        check_readable(&kind, page);
    }
}

#[test]
fn they_come_only_where_somebody_adds_them() {
    let project = example();
    let pages = crate::insight::story(&project, &project.journeys[0]);
    assert!(pages.iter().all(|page| !CHARTS.contains(&page.kind)));
}

#[test]
fn what_has_no_room_is_left_out_by_a_rule_that_is_told() {
    let mut project = example();
    let first = project.opportunities.first().unwrap().clone();
    for at in 0..60 {
        let id = Id::new(&format!("many{at}"));
        let title = format!("Något mer att göra, nummer {at}");
        let one = Opportunity { id, title, cards: Vec::new(), ..Opportunity::clone(&first) };
        project.opportunities.push(one.into());
    }
    for at in 0..40 {
        let title = format!("Intervju {}", at + 11);
        let source = Source { id: Id::new(&format!("more{at}")), title, ..Source::default() };
        project.sources.push(source.into());
    }
    let rows = [
        (PageKind::Matrix, "högst rangordnade av 67"),
        (PageKind::Board, "de högst rangordnade i varje kolumn"),
        (PageKind::Coverage, "källor av 50 som har berättat mest"),
    ];
    for (kind, rule) in rows {
        let pages = pages_of(project.clone(), kind.clone());
        let (_, page) = &pages[0];
        let said = texts(page);
        assert!(said.iter().any(|text| text.contains(rule)), "{kind:?}: {said:?}");
        check_readable(&kind, page);
    }
    // Those that have told most are all there.
    let pages = pages_of(project, PageKind::Coverage);
    let said: HashSet<String> = texts(&pages[0].1).into_iter().collect();
    assert!(said.iter().any(|text| text.starts_with("Intervju 4")), "{said:?}");
    assert!(!said.contains("Intervju 50"), "{said:?}");
}

#[test]
fn a_page_without_a_chart_says_why() {
    let journey = Journey { id: id("j"), title: "Tom".into(), ..Journey::default() };
    let project = Project { journeys: List::from_iter([journey]), ..Project::default() };
    let rows = [
        (PageKind::Matrix, "Kartan har inga möjligheter att visa."),
        (PageKind::Board, "Kartan har inga möjligheter att visa."),
        (PageKind::Coverage, "Täckning visas från den andra källan, och det finns ingen än."),
        (PageKind::Saturation, "Mättnad visas från den andra intervjun, och ingen är gjord än."),
    ];
    for (kind, why) in rows {
        let pages = pages_of(project.clone(), kind.clone());
        let said = texts(&pages[0].1);
        assert!(said.iter().any(|text| text == why), "{kind:?}: {said:?}");
        check_readable(&kind, &pages[0].1);
    }
}

#[test]
fn a_long_heading_goes_on_on_a_page_of_its_own() {
    let mut project = example();
    let title = "Så mycket att säga om undersökningen. ".repeat(20);
    let page = StoryPage {
        id: id("long"),
        kind: PageKind::Coverage,
        title: title.clone(),
        ..StoryPage::default()
    };
    project.journeys.edit(0).unwrap().story.push(page.into());
    let project = Arc::new(project);
    let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
    deck.plan(&project, &project.journeys[0].id, &words);
    let all = said(&mut deck, &words, |page| page.kind == PageKind::Coverage);
    let told = tight(&all).matches(&tight("Så mycket att säga om undersökningen.")).count();
    assert!(told >= 20, "{told}: {all}");
}

#[test]
fn what_was_learned_names_phases_in_their_colours_and_counts_gaps() {
    let project = Arc::new(example());
    let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
    deck.plan(&project, &project.journeys[0].id, &words);
    let at = deck.all().iter().position(|one| one.page.kind == PageKind::Learned).unwrap();
    let page = deck.any_page(at, &words).unwrap();
    let mut coloured = Vec::new();
    walk(&page.items, Vec2::ZERO, &mut |_, text| {
        for (range, paint) in &text.inks {
            coloured.push((text.source[range.clone()].to_owned(), paint.role));
        }
    });
    let role = |place: usize| {
        let phase = &project.journeys[0].phases[place];
        crate::scene::Role::PhaseText(crate::scene::phase_color(place, phase))
    };
    let named = [("Upptäckt", 0), ("Beslut", 2), ("Köp", 3)];
    let expected: Vec<_> = named.iter().map(|(name, at)| ((*name).to_owned(), role(*at))).collect();
    assert_eq!(coloured, expected);
    let said = texts(&page);
    let gaps = said.iter().find(|text| text.contains(" gap utöver det försenade: ")).unwrap();
    let tally = crate::insight::gap_tally(&project, &project.journeys[0]);
    // As many kinds as have room in the line, and the rest counted.
    let shown = (2..=tally.kinds.len()).find(|kinds| tally.said(*kinds, &words) == *gaps);
    assert!(shown.is_some(), "{gaps}");
    check_readable(&PageKind::Learned, &page);
}

#[test]
fn what_has_changed_since_a_version_is_told_where_one_is_chosen() {
    let mut project = example();
    let before = project.as_version();
    let version = Version {
        id: id("board"),
        name: "Före ledningsmötet".into(),
        project: Arc::new(before),
        ..Version::default()
    };
    project.versions.push(version.into());
    let page = StoryPage {
        id: id("learned"),
        kind: PageKind::Learned,
        since_version: Some(id("board")),
        ..StoryPage::default()
    };
    let journey = project.journeys.edit(0).unwrap();
    journey.story.push(page.into());
    let of = |project: &Project| {
        let project = Arc::new(project.clone());
        let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
        deck.plan(&project, &project.journeys[0].id, &words);
        let at = deck.all().iter().position(|one| one.page.kind == PageKind::Learned).unwrap();
        let page = deck.any_page(at, &words).unwrap();
        check_readable(&PageKind::Learned, &page);
        texts(&page).into_iter().find(|text| text.starts_with("Sedan") || text.contains("fanns"))
    };
    let nothing = "Sedan ”Före ledningsmötet”: inget ändrat";
    assert_eq!(of(&project).as_deref(), Some(nothing));
    let journey = project.journeys.edit(0).unwrap();
    let lane = journey.lanes.index_where(|lane| !lane.cards.is_empty()).unwrap();
    let cards = &mut journey.lanes.edit(lane).unwrap().cards;
    let card = cards.first().unwrap().clone();
    for at in 0..3 {
        let card = Card { id: id(&format!("new{at}")), ..Card::clone(&card) };
        cards.push(card.into());
    }
    let steps: Vec<Id> = journey.phases[3].steps.iter().map(|step| step.id.clone()).collect();
    for lane in 0..journey.lanes.len() {
        let lane = journey.lanes.edit(lane).unwrap();
        for at in 0..lane.points.len() {
            if steps.contains(&lane.points[at].step) {
                lane.points.edit(at).unwrap().value = 0.5;
            }
        }
    }
    let said = of(&project).unwrap();
    let [new, curve] = ["3 kort nya, kurvan i Köp\u{a0}+", "Sedan ”Före ledningsmötet”: "];
    assert!(said.contains(new) && said.starts_with(curve), "{said}");
    // The version is gone: nothing is said.
    project.versions.retain(|_| false);
    assert_eq!(of(&project), None);
}
