//! Does a PDF hold all that the map says, in pages as asked for, for eyes, searches and screen readers?

#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[path = "pdf/said.rs"]
mod said;

use kundresa::export::{ExportError, Format, Options, PageSize, Report, export};
use kundresa::file;
use kundresa::model::{Id, PageKind, Project, StoryPage};
use lopdf::{Document, Object};
use said::{letters, said, signs};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

const EXAMPLES: [&str; 3] = ["dag-pa-akuten", "forpackningsmaskin", "shoes"];

fn example(name: &str) -> Arc<Project> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("assets/examples").join(name).with_extension("kundresa");
    Arc::new(file::load(&path).unwrap().project)
}

fn written(project: &Arc<Project>, options: &Options) -> Result<(Vec<u8>, Report), ExportError> {
    let mut bytes = Vec::new();
    let report = export(project, Format::Pdf, options, &mut bytes, &mut |_| true)?;
    Ok((bytes, report))
}

fn opened(project: &Arc<Project>, options: &Options) -> Document {
    Document::load_mem(&written(project, options).unwrap().0).unwrap()
}

fn page(name: &str) -> PageSize {
    PageSize::of_name(name).unwrap()
}

#[test]
fn every_text_of_a_map_can_be_found() {
    for name in EXAMPLES {
        let project = example(name);
        let said = said(&opened(&project, &Options::default()));
        for journey in &project.journeys {
            for phase in &journey.phases {
                assert!(said.contains(&letters(&phase.title)), "{name}: {}", phase.title);
            }
            for lane in journey.lanes.iter().filter(|lane| !lane.hidden && !lane.collapsed) {
                for card in &lane.cards {
                    assert!(said.contains(&letters(&card.text)), "{name}: {}", card.text);
                    assert!(said.contains(&letters(&card.note)), "{name}: {}", card.note);
                }
                for point in &lane.points {
                    assert!(said.contains(&letters(&point.quote)), "{name}: {}", point.quote);
                }
            }
        }
    }
}

fn case(name: &str) -> Arc<Project> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("tests/cases").join(name).with_extension("kundresa");
    Arc::new(file::load(&path).unwrap().project)
}

#[test]
fn a_word_is_found_wherever_it_is_broken() {
    let said = said_of("avstavning").replace("2026-11-29", "");
    // A soft hyphen says that the word goes on: readers leave it out.
    assert!(said.matches('\u{ad}').count() >= 2 && !said.contains('-'), "{said}");
    let whole = said.replace('\u{ad}', "");
    for word in [
        "upphandlingsförberedelsearbete",
        "kundtillfredsställelseundersökningsresultat",
        "Leverantörsutvärderingsunderlag",
    ] {
        assert!(whole.contains(word), "{word}: {said}");
    }
    // Where the writer put one and the line does not end, it is no part of the text.
    let mut project = Project::clone(&case("avstavning"));
    let journey = project.journeys.edit(0).unwrap();
    let card = journey.lanes.edit(0).unwrap().cards.edit(0).unwrap();
    card.text = "sam\u{ad}tal".into();
    let said = signs(&opened(&Arc::new(project), &Options::default()));
    assert!(said.contains("samtal"), "{said}");
}

#[test]
fn what_a_font_lacks_is_found_each_time() {
    let mut project = Project::clone(&case("pdf-saknad-glyf"));
    let journey = project.journeys.edit(0).unwrap();
    let lane = journey.lanes.edit(0).unwrap();
    // Characters that no font has; the first of them too.
    lane.cards.edit(1).unwrap().text = "\u{10fffd} och \u{10fffc} och \u{10fffd}".into();
    let said = signs(&opened(&Arc::new(project), &Options::default()));
    assert_eq!(said.matches('\u{1fae9}').count(), 1, "{said}");
    assert_eq!(said.matches('\u{10fffd}').count(), 2, "{said}");
    assert_eq!(said.matches('\u{10fffc}').count(), 1, "{said}");
    let said = said_of("pdf-saknad-glyf");
    assert_eq!(said.matches("お茶").count(), 2, "{said}");
}

fn said_of(name: &str) -> String {
    signs(&opened(&case(name), &Options::default()))
}

#[test]
fn it_says_what_it_is_and_is_tagged() {
    let project = example("forpackningsmaskin");
    let pdf = opened(&project, &Options::default());
    let catalog = pdf.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"sv");
    let marks = catalog.get(b"MarkInfo").unwrap();
    let marks = pdf.dereference(marks).unwrap().1.as_dict().unwrap();
    assert!(marks.get(b"Marked").unwrap().as_bool().unwrap());
    let mut tags = HashMap::new();
    for object in pdf.objects.values() {
        let Object::Dictionary(dictionary) = object else { continue };
        if let Ok(Object::Name(tag)) = dictionary.get(b"S") {
            *tags.entry(String::from_utf8_lossy(tag).into_owned()).or_insert(0) += 1;
        }
    }
    let shown = |journey: &kundresa::model::Journey| {
        let lanes = journey.lanes.iter().filter(|lane| !lane.hidden && !lane.collapsed);
        lanes.map(|lane| lane.cards.len()).sum::<usize>()
    };
    let cards: usize = project.journeys.iter().map(|journey| shown(journey)).sum();
    assert_eq!(tags["LI"], cards, "{tags:?}");
    assert_eq!(tags["H1"], project.journeys.len(), "{tags:?}");
    assert!(tags["Figure"] > 10 && tags["H2"] > 20, "{tags:?}");
    // Bookmarks: each journey with its phases.
    let phases: usize = project.journeys.iter().map(|journey| journey.phases.len()).sum();
    let bookmarks = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let bookmarks = bookmarks.filter(|about| about.has(b"Title") && about.has(b"Dest"));
    assert_eq!(bookmarks.count(), phases + project.journeys.len());
}

#[test]
fn pages_are_as_asked_for() {
    let project = example("shoes");
    let phases = project.journeys[0].phases.len();
    let rows = [
        ("fit", None, false, 1..=1),
        ("a4", None, false, 1..=1),
        ("a0-portrait", None, false, 1..=1),
        // What stands in a phase is on a sheet, or on a second where there is much; lying it takes more.
        ("a4", None, true, 1 + phases..=2 * phases),
        ("a4-landscape", None, true, 1 + 2 * phases..=4 * phases),
        // Small enough for one paper: no other page shows where it belongs.
        ("a4", Some("a3"), false, 1..=1),
    ];
    for (on, tile, phase_pages, expected) in rows {
        let tile = tile.map(page);
        let options = Options { page: page(on), tile, phase_pages, ..Options::default() };
        let (bytes, report) = written(&project, &options).unwrap();
        let pdf = Document::load_mem(&bytes).unwrap();
        let count = pdf.get_pages().len();
        assert!(expected.contains(&count), "{on} {tile:?}: {count}");
        assert_eq!(report.pages, Some(count));
        assert!(!report.shrunk);
    }
    // Cut into papers, with the whole of it in front; nothing is lost between them.
    let options = Options { page: page("a0"), tile: Some(page("a4")), ..Options::default() };
    let pdf = opened(&project, &options);
    assert!(pdf.get_pages().len() > 16);
    let said = said(&pdf);
    for lane in project.journeys[0].lanes.iter().filter(|lane| !lane.hidden && !lane.collapsed) {
        for card in &lane.cards {
            assert!(said.contains(&letters(&card.text)), "{}", card.text);
        }
    }
}

#[test]
fn pages_of_phases_say_all_that_stands_in_them() {
    let mut project = Project::clone(&example("forpackningsmaskin"));
    // However the presentation is put together.
    let journey = project.journeys.edit(0).unwrap();
    journey.details = Some(kundresa::model::DetailsPlace::Hidden);
    let project = Arc::new(project);
    let journey = Some("1".into());
    let whole = Options { journey, page: page("a4"), ..Options::default() };
    let with_phases = Options { phase_pages: true, ..whole.clone() };
    let [whole, with_phases] = [whole, with_phases].map(|it| said(&opened(&project, &it)));
    for lane in project.journeys[0].lanes.iter().filter(|lane| !lane.hidden && !lane.collapsed) {
        for card in lane.cards.iter().filter(|card| !card.text.trim().is_empty()) {
            let text = letters(&card.text);
            let [before, after] = [&whole, &with_phases].map(|it| it.matches(&text).count());
            assert!(after > before, "{}", card.text);
        }
    }
}

#[test]
fn a_presentation_is_a_page_each_or_a_sheet_with_notes() {
    let mut project = Project::clone(&example("forpackningsmaskin"));
    let page = StoryPage {
        id: Id::new("title"),
        kind: PageKind::Title,
        notes: "Hälsa alla välkomna och vänta. ".repeat(400),
        ..StoryPage::default()
    };
    project.journeys.edit(0).unwrap().story = [page].into_iter().collect();
    let project = Arc::new(project);
    let size = |pdf: &Document, number: u32| {
        let page = pdf.get_dictionary(pdf.get_pages()[&number]).unwrap();
        let sides = page.get(b"MediaBox").unwrap().as_array().unwrap();
        [2, 3].map(|side| sides[side].as_float().unwrap().round())
    };
    let options = Options { story: true, ..Options::default() };
    let (bytes, report) = written(&project, &options).unwrap();
    let pdf = Document::load_mem(&bytes).unwrap();
    let pages = pdf.get_pages().len();
    assert_eq!(report.pages, Some(pages));
    assert!(pages > 8, "{pages}");
    assert_eq!(size(&pdf, 1), [960.0, 540.0]);
    let bookmarks = |pdf: &Document| {
        let all = pdf.objects.values().filter_map(|object| object.as_dict().ok());
        all.filter(|about| about.has(b"Title") && about.has(b"Dest")).count()
    };
    assert_eq!(bookmarks(&pdf), pages);
    let said = said(&pdf);
    assert!(said.contains(&letters("kommer hela vägen till")), "{said}");
    assert!(!said.contains(&letters("Hälsa alla välkomna")));
    let noted = opened(&project, &Options { notes: true, ..options });
    // They are longer than the room below the page.
    assert!(noted.get_pages().len() > pages, "{}", noted.get_pages().len());
    assert_eq!(size(&noted, 1), [595.0, 842.0]);
    let said = self::said(&noted);
    assert_eq!(said.matches(&letters("Hälsa alla välkomna")).count(), 400);
    assert_eq!(bookmarks(&noted), pages);
}

#[test]
fn the_same_map_gives_the_same_bytes() {
    let project = example("dag-pa-akuten");
    let options = Options { phase_pages: true, ..Options::default() };
    assert!(written(&project, &options).unwrap() == written(&project, &options).unwrap());
}

#[test]
fn it_stops_when_told_to() {
    let mut bytes = Vec::new();
    let project = example("shoes");
    let stopped = export(&project, Format::Pdf, &Options::default(), &mut bytes, &mut |_| false);
    assert!(matches!(stopped, Err(ExportError::Stopped)));
}

/// How wide and how high the boxes of a page are in which something is shown, each with the page's own.
fn windows(pdf: &Document) -> Vec<([f32; 2], [f32; 2])> {
    let of_page = |id| {
        let page = pdf.get_dictionary(id).unwrap();
        let sides = page.get(b"MediaBox").unwrap().as_array().unwrap();
        let size = [2, 3].map(|side| sides[side].as_float().unwrap());
        let content = lopdf::content::Content::decode(&pdf.get_page_content(id).unwrap()).unwrap();
        // The window is the first thing that is cut out of a page.
        let cut = content.operations.iter().position(|one| one.operator.starts_with('W'))?;
        let points = content.operations[..cut].iter().rev();
        let points = points.take_while(|one| matches!(&*one.operator, "m" | "l" | "h" | "re"));
        let points: Vec<[f32; 2]> = points
            .filter(|one| one.operands.len() >= 2)
            .map(|one| [0, 1].map(|at| one.operands[at].as_float().unwrap()))
            .collect();
        let span = |axis: usize| {
            let of = points.iter().map(|point| point[axis]);
            of.clone().fold(f32::MIN, f32::max) - of.fold(f32::MAX, f32::min)
        };
        Some(([span(0), span(1)], size))
    };
    pdf.get_pages().into_values().filter_map(of_page).collect()
}

#[test]
fn no_paper_of_several_shows_only_a_strip() {
    let project = example("shoes");
    for (on, paper) in [("a0", "a4"), ("a1", "a4"), ("a0-portrait", "a3")] {
        let options = Options { page: page(on), tile: Some(page(paper)), ..Options::default() };
        let windows = windows(&opened(&project, &options));
        assert!(windows.len() > 4, "{on} {paper}");
        for (window, size) in &windows[1..] {
            let [used, all] = [window, size].map(|[width, height]| width * height);
            assert!(used > 0.75 * all, "{on} {paper}: {window:?} of {size:?}");
        }
    }
}

#[test]
fn what_is_too_small_to_read_is_told_with_the_paper_that_would_do() {
    let project = example("shoes");
    let small = |name: &str, tile: Option<&str>| {
        let options = Options { page: page(name), tile: tile.map(page), ..Options::default() };
        let plan = kundresa::export::paper_plan(&project, &options).unwrap();
        let (_, report) = written(&project, &options).unwrap();
        assert_eq!(plan.small, report.small, "what is told before is told after");
        assert_eq!(report.pages, Some(plan.papers.len() + usize::from(plan.papers.len() > 1)));
        plan.small
    };
    let told = small("a4", None).unwrap();
    assert!(told.points < 5.0, "{told:?}");
    let fits = told.fits.unwrap();
    let (name, _) = kundresa::export::Paper::all().find(|(_, paper)| *paper == fits).unwrap();
    assert_eq!(small(name, None), None, "it is readable on {name}");
    assert_eq!((small("fit", None), small("fit", Some("a4"))), (None, None));
    let words = kundresa::words::Words::new(kundresa::words::Lang::Sv);
    assert!(told.text(&words).contains(&name.to_uppercase()), "{}", told.text(&words));
}

#[test]
fn a_phase_fills_its_paper() {
    let project = example("shoes");
    // Its map alone.
    for (on, least) in [("a4", 0.6), ("a3-portrait", 0.6), ("a4-landscape", 0.3)] {
        let page = page(on);
        let options = Options { page, phase_pages: true, gaps: true, ..Options::default() };
        let pdf = opened(&project, &options);
        let phases = project.journeys[0].phases.len();
        let used = used(&pdf);
        assert_eq!(used.len(), 1 + phases);
        for (place, used) in used[1..].iter().enumerate() {
            assert!(*used > least, "{on}: phase {} uses {used}", place + 1);
        }
    }
    // As it is presented, where the last sheet of a phase may be shorter.
    for (on, least) in [("a4", 0.45), ("a3-portrait", 0.45), ("a4-landscape", 0.3)] {
        let options = Options { page: page(on), phase_pages: true, ..Options::default() };
        let used = used(&opened(&project, &options));
        let mean = used[1..].iter().sum::<f32>() / (used.len() - 1) as f32;
        assert!(mean > least, "{on}: {mean}");
    }
}

/// Which part of each page lies within what is drawn on it, from the leftmost to the rightmost letter
/// and from the highest to the lowest.
fn used(pdf: &Document) -> Vec<f32> {
    use lopdf::content::Content;
    let of_page = |id| {
        let page = pdf.get_dictionary(id).unwrap();
        let sides = page.get(b"MediaBox").unwrap().as_array().unwrap();
        let size = [2, 3].map(|side| sides[side].as_float().unwrap());
        let content = Content::decode(&pdf.get_page_content(id).unwrap()).unwrap();
        let mut stack = Vec::new();
        let mut now = [1.0_f32, 0.0, 0.0, 1.0, 0.0, 0.0];
        let mut text = now;
        let (mut low, mut high) = ([f32::MAX; 2], [f32::MIN; 2]);
        for one in &content.operations {
            let matrix = || {
                let number = |at: usize| one.operands[at].as_float().unwrap();
                [0, 1, 2, 3, 4, 5].map(number)
            };
            match &*one.operator {
                "q" => stack.push(now),
                "Q" => now = stack.pop().unwrap(),
                "cm" => now = times(matrix(), now),
                "Tm" => text = matrix(),
                "Tj" | "TJ" => {
                    let at = times(text, now);
                    for axis in 0..2 {
                        low[axis] = low[axis].min(at[4 + axis]);
                        high[axis] = high[axis].max(at[4 + axis]);
                    }
                }
                _ => {}
            }
        }
        (high[0] - low[0]) * (high[1] - low[1]) / (size[0] * size[1])
    };
    pdf.get_pages().into_values().map(of_page).collect()
}

/// One change of places after another.
fn times(a: [f32; 6], b: [f32; 6]) -> [f32; 6] {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}
