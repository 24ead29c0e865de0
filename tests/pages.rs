//! The pages of all examples and filled templates, in both languages: does everything on them stand
//! within the page, is it large enough and readable in each theme, and does no text cover another?

use egui::{Color32, Pos2, Rect, Vec2, pos2, vec2};
use kundresa::file;
use kundresa::model::{Id, PageKind, Project, StoryPage};
use kundresa::scene::pages::{Deck, Page, Planned, SIZE};
use kundresa::scene::{Face, Item, Paint, Path, Role, Segment, Text, Theme, ThemeKind};
use kundresa::templates::ours;
use kundresa::words::{Lang, Words};
use std::path::Path as FilePath;
use std::sync::Arc;

/// The smallest text on a page that is no map, in page units.
const SMALLEST: f32 = 23.5;

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
    each_page(|called, _, page, _| {
        let mut found: Vec<(Rect, &Text)> = Vec::new();
        flat(&page.items, Vec2::ZERO, &mut |item, by| {
            let Item::Text { at, text, .. } = item else { return };
            for run in text.lines.iter().flat_map(|line| &line.runs) {
                let small = is_letters(run.face) && run.size < SMALLEST;
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
