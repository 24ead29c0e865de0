//! The pages of all examples and filled templates, in both languages: does everything on them stand
//! within the page, is it large enough and readable in each theme, and does no text cover another?

#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[path = "bench/maps.rs"]
mod maps;
#[path = "pages/measured.rs"]
mod measured;

use egui::{Color32, Pos2, Rect, Vec2, vec2};
use kundresa::file;
use kundresa::model::{
    EmotionPoint, Id, Journey, Lane, LaneKind, PageKind, Persona, Phase, Project, Step, StoryPage,
    Transition, View,
};
use kundresa::scene::pages::{Deck, Page, Planned, SIZE};
use kundresa::scene::{
    Face, Item, LayoutCounts, Paint, Path, Role, Segment, Text, Theme, ThemeKind,
};
use kundresa::templates::ours;
use kundresa::words::{Lang, Words};
use std::path::Path as FilePath;
use std::sync::Arc;

/// The smallest text on a page that is no map, in page units: 14 points, but for rounding.
const SMALLEST: f32 = 27.9;
/// The same where arcs are many: rather that than one label on the arc of another.
const SMALLEST_WAYS: f32 = 23.5;

/// Calls `see` with each page of each journey.
fn each_page(mut see: impl FnMut(&str, &Planned, &Page, &Words)) {
    let folder = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    let examples = ["forpackningsmaskin", "shoes", "dag-pa-akuten"].map(|name| {
        let loaded = file::load(&folder.join(format!("{name}.kundresa"))).unwrap();
        (name.to_owned(), Arc::new(loaded.project))
    });
    let mut count = 0;
    for lang in [Lang::Sv, Lang::En] {
        let words = Words::new(lang);
        let templates = ours(lang).iter().map(|one| (one.name.clone(), one.project.clone()));
        for (name, project) in examples.iter().cloned().chain(templates) {
            for journey in &project.journeys {
                let project = with_views(&project, &journey.id);
                let mut deck = Deck::new();
                deck.plan(&project, &journey.id, &words);
                for index in 0..deck.all().len() {
                    let planned = deck.all()[index].clone();
                    let page = deck.any_page(index, &words).unwrap();
                    let kind = planned.page.kind.as_str();
                    let called =
                        format!("{name}, {}, {lang:?}, {kind} {}", journey.title, planned.part);
                    see(&called, &planned, &page, &words);
                    count += 1;
                }
            }
        }
    }
    assert!(count > 100, "only {count} pages");
}

/// The project with a page for each view of a journey.
fn with_views(project: &Arc<Project>, journey: &Id) -> Arc<Project> {
    let mut project = Project::clone(project);
    let place = project.journeys.iter().position(|one| one.id == *journey).unwrap();
    let journey = project.journeys.edit(place).unwrap();
    let page = |view: &Id| StoryPage {
        id: view.clone(),
        kind: PageKind::View,
        about: Some(view.clone()),
        ..StoryPage::default()
    };
    let pages: Vec<StoryPage> = journey.views.iter().map(|view| page(&view.id)).collect();
    journey.story.extend(pages.into_iter().map(Arc::new));
    Arc::new(project)
}

/// What is drawn, in order, moved to where it stands.
fn flat<'a>(items: &'a [Item], by: Vec2, see: &mut dyn FnMut(&'a Item, Vec2)) {
    for item in items {
        match item {
            Item::Group(group) => {
                see(item, by);
                flat(&group.items, by, see);
            }
            Item::Drawn { at, drawing } => flat(&drawing.items, by + at.to_vec2(), see),
            _ => see(item, by),
        }
    }
}

/// The boxes of a text's lines without faces and icons, as high as its letters are.
fn line_boxes(text: &Text, at: Pos2) -> Vec<Rect> {
    let mut boxes = Vec::new();
    for line in &text.lines {
        let runs = line.runs.iter().filter(|run| is_letters(run.face) && run.width > 0.0);
        let rects = runs.map(|run| {
            let left = at + vec2(run.x, line.baseline);
            Rect::from_min_max(
                left - vec2(0.0, run.size * 0.72),
                left + vec2(run.width, run.size * 0.2),
            )
        });
        boxes.extend(rects.reduce(Rect::union));
    }
    boxes
}

fn is_letters(face: Face) -> bool {
    !matches!(face, Face::Emoji | Face::Icons)
}

#[test]
fn everything_stands_within_its_page() {
    each_page(|called, _, page, words| {
        let whole = Rect::from_min_size(Pos2::ZERO, SIZE);
        flat(&page.items, Vec2::ZERO, &mut |item, by| match item {
            Item::Group(group) => {
                let bounds = group.bounds.translate(by);
                assert!(
                    whole.expand(1.0).contains_rect(bounds),
                    "{called}: {} {bounds:?}",
                    group.title
                );
            }
            Item::Text { at, text, .. } => {
                let rect = Rect::from_min_size(*at + by, text.size);
                assert!(
                    whole.expand(1.0).contains_rect(rect),
                    "{called}: {} {rect:?}",
                    text.source
                );
            }
            _ => {}
        });
        let Some(map) = &page.map else { return };
        assert!(whole.contains_rect(map.window), "{called}: {:?}", map.window);
        flat(&map.items(words), Vec2::ZERO, &mut |item, by| {
            if let Item::Group(group) = item {
                let bounds = group.bounds.translate(by);
                let reach = map.window.expand(8.0);
                assert!(reach.contains_rect(bounds), "{called}: {} {bounds:?}", group.title);
            }
        });
    });
}

#[test]
fn no_text_covers_another_and_none_is_small() {
    each_page(|called, planned, page, _| {
        let mut found: Vec<(Rect, &Text)> = Vec::new();
        flat(&page.items, Vec2::ZERO, &mut |item, by| {
            let Item::Text { at, text, .. } = item else { return };
            for run in text.lines.iter().flat_map(|line| &line.runs) {
                let least =
                    if planned.page.kind == PageKind::Movement { SMALLEST_WAYS } else { SMALLEST };
                let small = is_letters(run.face) && run.size < least;
                assert!(!small, "{called}: {} is only {}", text.source, run.size);
            }
            found.extend(line_boxes(text, *at + by).into_iter().map(|rect| (rect, &**text)));
        });
        for (place, (rect, text)) in found.iter().enumerate() {
            let other =
                found.iter().skip(place + 1).find(|(other, _)| other.shrink(1.0).intersects(*rect));
            if let Some((_, other)) = other {
                panic!("{called}: “{}” covers “{}”", other.source, text.source);
            }
        }
    });
}

#[test]
fn every_text_has_contrast_to_what_is_behind_it() {
    let themes = [(ThemeKind::Light, 4.5), (ThemeKind::Dark, 4.5), (ThemeKind::Projector, 7.0)];
    let mut faults = Vec::new();
    each_page(|called, _, page, _| {
        let mut fills: Vec<(Rect, Paint)> = Vec::new();
        flat(&page.items, Vec2::ZERO, &mut |item, by| match item {
            Item::Rect { rect, fill: Some(fill), .. } => fills.push((rect.translate(by), *fill)),
            Item::Path { path, fill: Some(fill), .. } if path.convex => {
                fills.push((bounds(path).translate(by), *fill));
            }
            Item::Text { at, text, paint } => {
                for rect in line_boxes(text, *at + by) {
                    let under = |(fill, _): &&(Rect, Paint)| fill.contains_rect(rect.shrink(2.0));
                    for (kind, least) in themes {
                        let theme = Theme::new(kind);
                        let behind = fills
                            .iter()
                            .filter(under)
                            .fold(theme.color(Role::Paper), |behind, (_, paint)| {
                                behind.blend(theme.color(*paint))
                            });
                        let found = contrast(behind.blend(theme.color(*paint)), behind);
                        if found < least {
                            let said = format!("“{}” has {found:.2}:1 in {kind:?}", text.source);
                            faults.push(format!("{called}: {said}"));
                        }
                    }
                }
            }
            _ => {}
        });
    });
    assert!(faults.is_empty(), "{} faults, such as\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_page_change_in_a_large_map_lays_out_that_page_alone() {
    let mut project = maps::map(10_000);
    let one = viewed(Journey::clone(&project.journeys[0]));
    project.journeys = [one].into_iter().collect();
    let project = Arc::new(project);
    let (journey, words) = (project.journeys[0].id.clone(), Words::new(Lang::Sv));
    let mut deck = Deck::new();
    deck.plan(&project, &journey, &words);
    assert_eq!(deck.counts(), LayoutCounts::default(), "planning lays out no map");
    assert!(deck.shown().len() > 100);
    let place = |deck: &Deck, kind: PageKind| deck.shown().position(|one| one.page.kind == kind);
    let map = place(&deck, PageKind::View).unwrap();
    for kind in
        [PageKind::Title, PageKind::Map, PageKind::Curve, PageKind::Phase, PageKind::Movement]
    {
        let place = place(&deck, kind.clone()).unwrap();
        let page = deck.page(place, &words).unwrap();
        assert_eq!(deck.counts(), LayoutCounts::default(), "{kind:?}");
        assert!(page.items.len() < 1_000, "{kind:?} draws only what stands on it");
    }
    deck.page(map, &words).unwrap();
    assert_eq!(deck.counts().cards, 10_000);
    deck.page(map - 1, &words).unwrap();
    deck.page(map, &words).unwrap();
    assert_eq!(deck.counts(), LayoutCounts::default(), "it was drawn before");
}

/// The pages of a kind, of a journey that is all a project holds.
fn pages_of(journey: Journey, kind: PageKind) -> Vec<(Planned, Arc<Page>)> {
    let id = journey.id.clone();
    let personas = ["anna", "bo"].map(|name| Persona {
        id: Id::new(name),
        name: name.to_uppercase(),
        ..Persona::default()
    });
    let project = Project {
        personas: personas.into_iter().collect(),
        journeys: [journey].into_iter().collect(),
        ..Project::default()
    };
    let (mut deck, words) = (Deck::new(), Words::new(Lang::En));
    deck.plan(&Arc::new(project), &id, &words);
    let planned: Vec<_> = deck.all().iter().cloned().enumerate().collect();
    let wanted = planned.into_iter().filter(|(_, one)| one.page.kind == kind);
    wanted.map(|(at, one)| (one, deck.any_page(at, &words).unwrap())).collect()
}

/// A journey of `phases` with two steps each, in which Anna feels ever worse and Bo nothing.
fn journey(phases: usize) -> Journey {
    let step = |at: usize| Step { id: Id::new(&format!("s{at}")), ..Step::default() };
    let phase = |at: usize| Phase {
        id: Id::new(&format!("p{at}")),
        title: format!("Phase {at}"),
        steps: [step(at * 2), step(at * 2 + 1)].into_iter().collect(),
        ..Phase::default()
    };
    let point = |at: usize| EmotionPoint {
        id: Id::new(&format!("e{at}")),
        persona: Some(Id::new("anna")),
        step: Id::new(&format!("s{at}")),
        value: 2.0 - 4.0 * at as f64 / (phases * 2 - 1) as f64,
        quote: format!("Said {at}"),
        ..EmotionPoint::default()
    };
    let lane = Lane {
        id: Id::new("feelings"),
        kind: LaneKind::Emotions,
        points: (0..phases * 2).map(point).collect(),
        ..Lane::default()
    };
    Journey {
        id: Id::new("j"),
        personas: vec![Id::new("anna"), Id::new("bo")],
        phases: (0..phases).map(phase).collect(),
        lanes: [lane].into_iter().collect(),
        ..Journey::default()
    }
}

/// All texts on a page, in order.
fn said(page: &Page) -> Vec<String> {
    let mut texts = Vec::new();
    flat(&page.items, Vec2::ZERO, &mut |item, _| {
        if let Item::Text { text, .. } = item {
            texts.push(text.source.to_string());
        }
    });
    texts
}

#[test]
fn the_curve_names_its_best_and_worst_moment_and_takes_as_many_pages_as_it_needs() {
    let one = pages_of(journey(4), PageKind::Curve);
    assert_eq!(one.len(), 1);
    let texts = said(&one[0].1);
    let at = |text: &str| texts.iter().position(|one| one == text);
    let (best, worst) = (at("Best moment: ANNA").unwrap(), at("Worst moment: ANNA").unwrap());
    assert_eq!((&*texts[best + 1], &*texts[worst + 1]), ("Phase 0", "Phase 3"));
    assert_eq!((&*texts[best + 2], &*texts[worst + 2]), ("“Said 0”", "“Said 7”"));
    assert!(at("ANNA").is_some() && at("BO").is_none(), "{texts:?}");

    let many = pages_of(journey(40), PageKind::Curve);
    assert!(many.len() > 3, "{}", many.len());
    let names =
        |page: &Page| said(page).into_iter().filter(|one| one.starts_with("Phase ")).count();
    let shown: usize = many.iter().map(|(_, page)| names(page)).sum();
    // Both moments name their phase once more.
    assert_eq!(shown, 40 + 2);
    assert!(said(&many[1].1).contains(&format!("Part 2 of {}", many.len())));
}

#[test]
fn ways_name_the_largest_loss_and_loop_and_what_cannot_be_drawn_is_told() {
    let mut small = journey(4);
    for (place, customers) in [1000.0, 800.0, 200.0, 150.0].into_iter().enumerate() {
        small.phases.edit(place).unwrap().customers_in = Some(customers);
    }
    let transition = |from: usize, to: usize, share: f64| Transition {
        id: Id::new(&format!("{from}to{to}")),
        from: Id::new(&format!("p{from}")),
        to: Some(Id::new(&format!("p{to}"))),
        share: Some(share),
        ..Transition::default()
    };
    small.transitions = [transition(2, 1, 12.0), transition(3, 0, 30.0), transition(0, 3, 50.0)]
        .into_iter()
        .collect();
    let pages = pages_of(small.clone(), PageKind::Movement);
    // Arcs that reach high stand apart from the funnel, under what they show.
    assert_eq!(pages.len(), 2);
    let (all, arcs) = (said(&pages[0].1), said(&pages[1].1));
    let has = |texts: &[String], text: &str| texts.iter().any(|one| one == text);
    let lost =
        "The journey’s largest loss is in Phase 1: 600\u{a0}of\u{a0}800 do not go on to Phase 2";
    assert!(has(&all, lost), "{all:?}");
    assert!(has(&all, "150\u{a0}of\u{a0}1,000 come all the way to Phase 3"), "{all:?}");
    assert!(has(&arcs, "30% go back from Phase 3 to Phase 0"), "{arcs:?}");
    assert!(has(&arcs, "50% skip ahead") && has(&arcs, "12% go back"), "{arcs:?}");
    // Beside the funnel there is room for one low arc, and for the largest loop in words.
    let mut low = small.clone();
    low.transitions = [transition(2, 1, 12.0)].into_iter().collect();
    let pages = pages_of(low, PageKind::Movement);
    let texts = said(&pages[0].1);
    assert_eq!(pages.len(), 1);
    assert!(has(&texts, lost) && has(&texts, "12% go back"), "{texts:?}");
    assert!(has(&texts, "Largest loop: 12% go back from Phase 2 to Phase 1"), "{texts:?}");

    for place in 0..4 {
        small.phases.edit(place).unwrap().title.clear();
    }
    let pages = pages_of(small, PageKind::Movement);
    let texts = said(&pages[1].1);
    let named = "30% go back from Untitled to Untitled";
    assert!(texts.iter().any(|one| one == named), "{texts:?}");

    // From one page to another no arc can be drawn.
    let mut long = journey(30);
    long.transitions = [transition(29, 0, 5.0), transition(1, 0, 7.0)].into_iter().collect();
    let pages = pages_of(long, PageKind::Movement);
    let texts: Vec<String> = pages.iter().flat_map(|(_, page)| said(page)).collect();
    let count = |text: &str| texts.iter().filter(|one| *one == text).count();
    assert_eq!(count("7% go back"), 1, "{texts:?}");
    // It is drawn to the edge of both, with where it goes and where it comes from.
    assert_eq!(count("5% go back to Phase 0"), 1, "{texts:?}");
    assert_eq!(count("5% go back here from Phase 29"), 1, "{texts:?}");
}

/// The journey with a view that shows all of it, and its page.
fn viewed(mut journey: Journey) -> Journey {
    let view = View { id: Id::new("all"), title: "All".into(), ..View::default() };
    journey.story = [StoryPage {
        id: Id::new("of-all"),
        kind: PageKind::View,
        about: Some(view.id.clone()),
        ..StoryPage::default()
    }]
    .into_iter()
    .collect();
    journey.views = [view].into_iter().collect();
    journey
}

#[test]
fn a_very_wide_map_is_also_shown_in_parts() {
    let pages = |phases| pages_of(viewed(journey(phases)), PageKind::View);
    assert_eq!(pages(4).len(), 1);
    let wide = pages(20);
    assert!(wide.len() > 2, "{}", wide.len());
    let scale = |at: usize| wide[at].1.map.as_ref().unwrap().scale;
    assert!(scale(1) > scale(0) * 1.4, "{} {}", scale(0), scale(1));
    let steps = |at: usize| wide[at].1.map.as_ref().unwrap().scene.columns.steps.len();
    assert_eq!((1..wide.len()).map(steps).sum::<usize>(), steps(0));
}

/// Around the ends of its pieces.
fn bounds(path: &Path) -> Rect {
    let mut bounds = Rect::NOTHING;
    for segment in &path.segments {
        match segment {
            Segment::Move(to) | Segment::Line(to) | Segment::Cubic(_, _, to) => {
                bounds.extend_with(*to);
            }
            Segment::Close => {}
        }
    }
    bounds
}

/// WCAG 2.2, "contrast ratio".
fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |color: Color32| {
        let linear = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
