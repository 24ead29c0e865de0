//! Does anything on a map lie on what should be read? Over the examples, the templates and random
//! maps: labels of arcs, faces, quotes and their signs.

#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use egui::{Pos2, Rect, Vec2};
use kundresa::model::{EmotionPoint, Id, IdSource, LaneKind, Project, Thing, Transition};
use kundresa::scene::pages::{Deck, Page};
use kundresa::scene::{
    Body, Curve, Frame, Group, Hit, Item, Layout, Placed, Scene, Segment, Tag, Visit,
};
use kundresa::words::{Lang, Words};
use kundresa::{file, templates};
use std::path::Path;
use std::sync::Arc;

/// The examples and all templates, filled and empty, each with its name.
fn maps() -> Vec<(String, Project)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    let mut maps: Vec<(String, Project)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "kundresa"))
        .map(|path| (path.display().to_string(), file::load(&path).unwrap().project))
        .collect();
    for lang in [Lang::Sv, Lang::En] {
        for template in templates::ours(lang) {
            for filled in [true, false] {
                let made = templates::make(template, filled, &mut IdSource::seeded(1));
                maps.push((format!("{}, {filled}", template.title()), made));
            }
        }
    }
    maps
}

/// All journeys of a map as they are laid out.
fn scenes(project: &Project, scale: f32) -> Vec<Arc<Scene>> {
    let project = Arc::new(project.clone());
    let (mut layout, words) = (Layout::new(), Words::new(Lang::Sv));
    let journeys = project.journeys.iter();
    journeys.filter_map(|one| layout.scene(&project, &one.id, &words, scale)).collect()
}

fn arcs(scene: &Scene) -> Vec<&Placed> {
    scene.head.iter().filter(|one| matches!(one.thing, Thing::Transition(_))).collect()
}

fn label(arc: &Placed) -> Rect {
    let rect = arc.drawing.items.iter().find_map(|item| match item {
        Item::Rect { rect, .. } => Some(*rect),
        _ => None,
    });
    rect.unwrap().translate(arc.at.to_vec2())
}

/// Points along all lines of an arc, close to each other.
fn points(arc: &Placed) -> Vec<Pos2> {
    let mut points = Vec::new();
    along(&arc.drawing.items, arc.at.to_vec2(), &mut points);
    points
}

/// Adds points along all lines of these items, moved by so much.
fn along(items: &[Item], by: Vec2, points: &mut Vec<Pos2>) {
    for item in items {
        let path = match item {
            Item::Path { path, .. } => path,
            Item::Group(group) => {
                along(&group.items, by, points);
                continue;
            }
            Item::Drawn { at, drawing } => {
                along(&drawing.items, by + at.to_vec2(), points);
                continue;
            }
            _ => continue,
        };
        let mut at = Pos2::ZERO;
        for segment in &path.segments {
            let (a, b, to) = match *segment {
                Segment::Move(to) => (to, to, to),
                Segment::Line(to) => (at, to, to),
                Segment::Cubic(a, b, to) => (a, b, to),
                Segment::Close => continue,
            };
            let from = if matches!(segment, Segment::Move(_)) { to } else { at };
            let count = (from.distance(to) / 2.0) as usize + 1;
            for step in 0..=count {
                let t = step as f32 / count as f32;
                let u = 1.0 - t;
                let on = from.to_vec2() * (u * u * u)
                    + a.to_vec2() * (3.0 * u * u * t)
                    + b.to_vec2() * (3.0 * u * t * t)
                    + to.to_vec2() * (t * t * t);
                points.push(on.to_pos2() + by);
            }
            at = to;
        }
    }
}

/// Fails where the label of an arc meets another label, another arc, a title or a persona.
fn labels_are_clear(name: &str, scene: &Scene) {
    let arcs = arcs(scene);
    for arc in &arcs {
        let own = label(arc);
        for other in scene.head.iter().filter(|other| other.thing != arc.thing) {
            let is_arc = matches!(other.thing, Thing::Transition(_));
            if !is_arc {
                let rect = Rect::from_min_size(other.at, other.drawing.size);
                assert!(!own.intersects(rect), "{name}: {} on {}", arc.title, other.title);
                continue;
            }
            let over = own.intersects(label(other));
            assert!(!over, "{name}: {} on {}", arc.title, other.title);
            let behind = points(other).into_iter().find(|at| own.contains(*at));
            assert_eq!(behind, None, "{name}: {} behind {own} of {}", other.title, arc.title);
        }
        assert!(own.bottom() < scene.header_y, "{name}: {}", arc.title);
    }
}

fn curves(scene: &Scene) -> impl Iterator<Item = &Curve> {
    scene.lanes.iter().filter_map(|lane| match &lane.body {
        Body::Curve(curve) => Some(&**curve),
        _ => None,
    })
}

/// Fails where a face lies on another, or a quote on a face or on another quote, or where the lane
/// is too low for a quote. Returns how many quotes are whole and how many are folded.
fn curves_are_clear(name: &str, scene: &Scene) -> (usize, usize) {
    let (mut whole, mut folded) = (0, 0);
    for curve in curves(scene) {
        for (index, point) in curve.points.iter().enumerate() {
            let face = Rect::from_center_size(point.at, Vec2::splat(point.radius * 2.0));
            for other in &curve.points[index + 1..] {
                let apart = point.at.distance(other.at) - point.radius - other.radius;
                assert!(apart > -0.1, "{name}: {} on {}: {apart}", point.title, other.title);
            }
            for other in &curve.points {
                let Some((rect, _)) = &other.quote else { continue };
                let own = other.is_folded && other.point.id == point.point.id;
                let over = rect.intersects(face) && !own;
                assert!(!over, "{name}: the quote {} on {}", other.title, point.title);
            }
            let Some((rect, _)) = &point.quote else { continue };
            *(if point.is_folded { &mut folded } else { &mut whole }) += 1;
            for other in &curve.points[index + 1..] {
                let Some((beside, _)) = &other.quote else { continue };
                let over = rect.intersects(*beside);
                assert!(!over, "{name}: the quotes {} on {}", point.title, other.title);
            }
        }
    }
    for lane in &scene.lanes {
        let Body::Curve(curve) = &lane.body else { continue };
        for (rect, _) in curve.points.iter().filter_map(|point| point.quote.as_ref()) {
            assert!(rect.top() >= 0.0 && rect.bottom() <= lane.height, "{name}: {rect}");
        }
    }
    (whole, folded)
}

/// The groups with this tag on a page.
fn groups(page: &Page, tag: Tag) -> Vec<&Group> {
    let groups = page.items.iter().filter_map(|item| match item {
        Item::Group(group) if group.tag == tag => Some(group),
        _ => None,
    });
    groups.collect()
}

/// The first box in these items, which is the back of what they say.
fn back(items: &[Item], by: Vec2) -> Option<Rect> {
    items.iter().find_map(|item| match item {
        Item::Rect { rect, .. } => Some(rect.translate(by)),
        Item::Group(group) => back(&group.items, by),
        Item::Drawn { at, drawing } => back(&drawing.items, by + at.to_vec2()),
        _ => None,
    })
}

/// What on a page lies on something else: labels of arcs, faces, and what is said beside them.
fn covered(page: &Page) -> Vec<String> {
    /// Faces have a halo that may be covered a little.
    const HALO: f32 = 6.5;
    let mut found = Vec::new();
    let ways = groups(page, Tag::Transition);
    for way in &ways {
        let Some(label) = back(&way.items, Vec2::ZERO) else { continue };
        for other in ways.iter().filter(|other| other.thing != way.thing) {
            let mut points = Vec::new();
            along(&other.items, Vec2::ZERO, &mut points);
            let over = back(&other.items, Vec2::ZERO).is_some_and(|rect| rect.intersects(label));
            if over || points.into_iter().any(|at| label.contains(at)) {
                found.push(format!("{} on {}", way.title, other.title));
            }
        }
    }
    let faces = groups(page, Tag::Point);
    let quotes = groups(page, Tag::Quote);
    for (index, face) in faces.iter().enumerate() {
        for other in &faces[index + 1..] {
            let (own, rect) = (face.bounds, other.bounds);
            let reach = (own.width() + rect.width()) / 2.0 - HALO;
            if own.center().distance(rect.center()) < reach {
                found.push(format!("{} on {}", other.title, face.title));
            }
        }
    }
    for (index, quote) in quotes.iter().enumerate() {
        let Some(rect) = back(&quote.items, Vec2::ZERO) else { continue };
        let faces = faces.iter().filter(|face| face.bounds.shrink(HALO).intersects(rect));
        let others = quotes[index + 1..].iter().filter(|other| {
            back(&other.items, Vec2::ZERO).is_some_and(|other| other.intersects(rect))
        });
        found.extend(faces.chain(others).map(|one| format!("{} at {}", quote.title, one.title)));
    }
    found
}

#[test]
fn nothing_covers_a_label_a_face_or_a_quote_on_our_pages() {
    let (mut count, mut found) = (0, Vec::new());
    for (name, project) in maps() {
        let project = Arc::new(project);
        for journey in &project.journeys {
            let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
            deck.plan(&project, &journey.id, &words);
            for index in 0..deck.all().len() {
                let page = deck.any_page(index, &words).unwrap();
                count += groups(&page, Tag::Transition).len() + groups(&page, Tag::Point).len();
                let on_page = |what| format!("{name}, {index} {}: {what}", page.title);
                found.extend(covered(&page).into_iter().map(on_page));
            }
        }
    }
    assert!(count > 500, "only {count} arcs and faces");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn labels_of_a_part_lie_on_nothing() {
    for (name, project) in maps() {
        for journey in &project.journeys {
            for phase in &journey.phases {
                let mut part = project.clone();
                let place = part.journeys.iter().position(|one| one.id == journey.id).unwrap();
                part.journeys.edit(place).unwrap().phases.retain(|one| one.id == phase.id);
                let mut layout = Layout::new();
                layout.whole = Some(journey.clone());
                let (part, words) = (Arc::new(part), Words::new(Lang::Sv));
                let scene = layout.scene(&part, &journey.id, &words, 1.0).unwrap();
                labels_are_clear(&format!("{name}, {} alone", phase.title), &scene);
            }
        }
    }
}

#[test]
fn nothing_covers_a_label_a_face_or_a_quote_of_our_maps() {
    for (name, project) in maps() {
        for scale in [1.0, 1.25] {
            for scene in scenes(&project, scale) {
                labels_are_clear(&name, &scene);
                let (whole, folded) = curves_are_clear(&name, &scene);
                assert_eq!(folded, 0, "{name} at {scale}: {folded} folded, {whole} whole");
            }
        }
    }
}

/// An example with its transitions and feelings thrown about: never more arcs than people can
/// follow, and never more faces in a step than have room beside each other.
fn thrown(project: &Project, seed: u64) -> Project {
    let mut ids = IdSource::seeded(seed);
    let mut next = move |below: usize| {
        let id = ids.next_id();
        let bits = id.as_str().bytes().fold(7u64, |bits, byte| bits * 31 + u64::from(byte));
        (bits % 10_007) as usize % below.max(1)
    };
    let mut project = project.clone();
    let journey = project.journeys.edit(0).unwrap();
    let mut ends: Vec<Id> = journey.phases.iter().map(|phase| phase.id.clone()).collect();
    ends.extend(journey.steps().map(|(_, step)| step.id.clone()));
    let arcs = 1 + next(8);
    let transitions = (0..arcs).map(|index| Transition {
        id: Id::new(&format!("arc{index}")),
        from: ends[next(ends.len())].clone(),
        to: (next(4) > 0).then(|| ends[next(ends.len())].clone()),
        share: Some(next(100) as f64),
        reason: "priset gick inte att jämföra ".repeat(next(3)),
        ..Transition::default()
    });
    journey.transitions = transitions.collect();
    let steps: Vec<Id> = journey.steps().map(|(_, step)| step.id.clone()).collect();
    let personas = journey.personas.clone();
    for at in 0..journey.lanes.len() {
        let Some(lane) = journey.lanes.edit(at).filter(|lane| lane.kind == LaneKind::Emotions)
        else {
            continue;
        };
        let points = steps.iter().flat_map(|step| personas.iter().map(move |one| (step, one)));
        let points = points.enumerate().map(|(index, (step, persona))| EmotionPoint {
            id: Id::new(&format!("felt{index}")),
            persona: Some(persona.clone()),
            step: step.clone(),
            at: Some([0.3, 0.5, 0.5, 0.7][next(4)]),
            value: next(17) as f64 / 4.0 - 2.0,
            quote: ["", "Vem ringer jag?", "Priset syntes först på sidan elva.", ""][next(4)]
                .into(),
            ..EmotionPoint::default()
        });
        lane.points = points.collect();
    }
    project
}

#[test]
fn nothing_covers_a_label_a_face_or_a_quote_of_random_maps() {
    let examples: Vec<_> = maps().into_iter().take(3).collect();
    for seed in 0..60 {
        let (name, project) = &examples[seed as usize % examples.len()];
        let project = thrown(project, seed);
        let scene = &scenes(&project, 1.0)[0];
        let name = format!("{name}, seed {seed}");
        labels_are_clear(&name, scene);
        curves_are_clear(&name, scene);
    }
}

#[test]
fn a_quote_without_a_place_is_a_sign_on_the_map_and_words_below_it() {
    let (_, mut project) = maps().remove(0);
    let journey = project.journeys.edit(0).unwrap();
    let step = journey.steps().next().unwrap().1.id.clone();
    let persona = journey.personas.first().cloned();
    let at = journey.lanes.iter().position(|lane| lane.kind == LaneKind::Emotions).unwrap();
    let said =
        |index: usize| format!("Nummer {index}: {}", "vi lagar mer än vi packar, ".repeat(9));
    let points = (0..30).map(|index| EmotionPoint {
        id: Id::new(&format!("felt{index}")),
        persona: persona.clone(),
        step: step.clone(),
        value: index as f64 / 10.0 - 1.5,
        quote: said(index),
        ..EmotionPoint::default()
    });
    journey.lanes.edit(at).unwrap().points = points.collect();
    let scene = &scenes(&project, 1.0)[0];
    let folded = curves(scene).flat_map(|curve| &curve.points).filter(|point| point.is_folded);
    let folded: Vec<_> = folded.collect();
    assert!(!folded.is_empty() && folded.len() < 30, "{} are folded", folded.len());
    // Whether or not the meaning of signs is shown: it is what somebody said.
    for no_legend in [false, true] {
        let frame = Frame { no_legend, ..Frame::default() };
        let sheet = kundresa::scene::sheet(scene, &Words::new(Lang::Sv), &frame);
        let mut texts = Vec::new();
        let Ok(()) = sheet.visit(None, &mut |visit| {
            if let Visit::Draw(Item::Text { text, .. }, _) = visit {
                texts.push(text.source.to_string());
            }
            Ok::<(), std::convert::Infallible>(())
        });
        for index in 0..30 {
            let said = said(index);
            let found = texts.iter().filter(|text| text.contains(said.trim())).count();
            assert_eq!(found, 1, "{said}");
        }
    }
    // And where the pointer is on its sign.
    let point = folded[0];
    let lane = scene.lanes.iter().find(|lane| matches!(lane.body, Body::Curve(_))).unwrap();
    let sign = point.quote.as_ref().unwrap().0.translate(egui::vec2(0.0, lane.y));
    let hit = Hit::Point { lane: lane.id.clone(), point: point.point.id.clone(), quote: true };
    let words = Words::new(Lang::Sv);
    let tip = scene.sign_at(&hit, sign.center(), &words).unwrap();
    assert!(tip.said.more.contains(point.point.quote.trim()), "{}", tip.said.more);
}
