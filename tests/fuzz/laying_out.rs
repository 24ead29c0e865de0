//! What is promised of any map that is laid out, whole or as a view shows it, and of its pages?

use crate::dice::Dice;
use crate::run::number_of;
use egui::{Pos2, Rect, Vec2, pos2};
use kundresa::file;
use kundresa::insight::{How, compared};
use kundresa::model::{Id, Journey, Part, Project, View};
use kundresa::scene::pages::{Deck, SIZE};
use kundresa::scene::{
    Body, Frame, Item, Layout, Scene, Segment, Visit, curve_hit, feeling_hit, hit, sheet, sketch,
    walk,
};
use kundresa::words::{Lang, Words};
use std::convert::Infallible;
use std::fmt::Debug;
use std::sync::Arc;

/// Everything has a place and a size that is no less than nothing, and what is laid out after
/// something else is what it would be alone.
pub(crate) fn promise(bytes: &[u8]) {
    let Ok(loaded) = file::read(bytes) else { return };
    let project = Arc::new(loaded.project);
    let mut dice = Dice::new(number_of(bytes));
    let words = Words::new(*dice.one(&[Lang::Sv, Lang::En]));
    let scale = *dice.one(&[1.0, 1.25]);
    let mut layout = Layout::new();
    for journey in project.journeys.iter().take(2) {
        let views = views(journey, &mut dice);
        for view in views {
            layout.view = Arc::new(view);
            layout.fold_figures = dice.once_in(2);
            let scene = layout.scene(&project, &journey.id, &words, scale).unwrap();
            sound(&scene);
            let mut fresh = Layout::new();
            (fresh.view, fresh.fold_figures) = (layout.view.clone(), layout.fold_figures);
            let alone = fresh.scene(&project, &journey.id, &words, scale).unwrap();
            assert!(
                alone == scene,
                "laid out after another it differs: {}",
                differs(&alone, &scene)
            );
            let frame =
                Frame { no_head: dice.once_in(2), prompts: dice.once_in(2), ..Frame::default() };
            let sheet = sheet(&scene, &words, &frame);
            area(sheet.size, "the sheet");
            items(&sheet.items);
            touched(&scene, &words, &mut dice);
        }
        pages(&project, &journey.id, &words);
        let _ = sketch(journey, Rect::from_min_size(Pos2::ZERO, SIZE));
    }
    if let [one, other, ..] = project.journeys.as_slice()
        && let Some(both) =
            compared(&project, &one.id, &other.id, *dice.one(&[How::Above, How::Over]), &words)
    {
        let both = Arc::new(both);
        let journey = both.journeys[0].id.clone();
        sound(&Layout::new().scene(&both, &journey, &words, scale).unwrap());
    }
}

/// The parts in which two scenes differ, with the first lines of the first.
fn differs(one: &Scene, other: &Scene) -> String {
    let mut parts = vec![
        ("head", one.head == other.head, told(&one.head, &other.head)),
        ("columns", one.columns == other.columns, String::new()),
        ("strips", one.strips == other.strips, told(&one.strips, &other.strips)),
        ("parking", one.parking == other.parking, told(&one.parking, &other.parking)),
        ("pictures", one.pictures == other.pictures, String::new()),
        ("size", one.size == other.size, format!("{} {}", one.size, other.size)),
    ];
    for (a, b) in one.lanes.iter().zip(&other.lanes) {
        parts.push(("a lane", a == b, told(a, b)));
    }
    let parts = parts.into_iter().filter(|(_, same, _)| !same);
    parts.map(|(name, _, told)| format!("{name}: {told}")).collect::<Vec<_>>().join("\n")
}

fn told<T: Debug>(one: &T, other: &T) -> String {
    let (one, other) = (format!("{one:#?}"), format!("{other:#?}"));
    let lines = one.lines().zip(other.lines());
    format!("{:?}", lines.filter(|(a, b)| a != b).take(4).collect::<Vec<_>>())
}

/// All of it, what the map's own views show, and one view by chance.
fn views(journey: &Journey, dice: &mut Dice) -> Vec<View> {
    let mut views = vec![View::default()];
    views.extend(journey.views.iter().take(2).map(|view| View::clone(view)));
    let mut some = |rarely: usize| -> Vec<Id> {
        let lanes = journey.lanes.iter().filter(|_| dice.once_in(rarely));
        lanes.map(|lane| lane.id.clone()).collect()
    };
    let (hidden, collapsed, pinned) = (some(4), some(4), some(6));
    let off = Part::ALL.iter().filter(|_| dice.once_in(3)).cloned().collect();
    let personas = journey.personas.iter().filter(|_| dice.once_in(3)).cloned().collect();
    views.push(View { hidden, collapsed, pinned, off, personas, ..View::default() });
    views
}

fn pages(project: &Arc<Project>, journey: &Id, words: &Words) {
    let mut deck = Deck::new();
    deck.plan(project, journey, words);
    for index in 0..deck.all().len().min(40) {
        let page = deck.any_page(index, words).unwrap();
        items(&page.items);
        let Some(map) = &page.map else { continue };
        sound(&map.scene);
        rect(map.window, "a map's window");
        let stands = map.at.is_finite() && map.scale.is_finite() && map.scale > 0.0;
        assert!(stands, "a map on a page of {SIZE}: {} {}", map.at, map.scale);
    }
}

/// The rectangles and places of a scene.
fn sound(scene: &Scene) {
    area(scene.size, "the map");
    for (at, what) in [(scene.body, "its body"), (scene.title_rect, "its title")] {
        rect(at, what);
    }
    let numbers = [scene.body_x, scene.header_y, scene.header_height];
    assert!(numbers.iter().all(|one| one.is_finite()), "{numbers:?}");
    for column in &scene.columns.phases {
        length(column.x, column.width, "a phase");
    }
    for column in &scene.columns.steps {
        length(column.x, column.width, "a step");
    }
    for placed in scene.head.iter() {
        place(placed.at, "in the head");
        items(&placed.drawing.items);
    }
    for card in &scene.parking.cards {
        rect(card.rect, "a parked card");
        items(&card.drawing.items);
    }
    for lane in &scene.lanes {
        length(lane.y, lane.height, "a lane");
        match &lane.body {
            Body::Collapsed => {}
            Body::Cards(cards) => {
                for card in cards.cells.iter().flat_map(|cell| &cell.cards) {
                    rect(card.rect, "a card");
                    rect(card.text_rect, "a card's text");
                    items(&card.drawing.items);
                }
            }
            Body::Curve(curve) => {
                for point in &curve.points {
                    place(point.at, "a point");
                    if let Some((quote, drawing)) = &point.quote {
                        rect(*quote, "a quote");
                        items(&drawing.items);
                    }
                }
                let pieces = curve.lines.iter().flat_map(|line| &line.pieces);
                pieces.flat_map(|piece| piece.iter()).for_each(|at| place(*at, "a curve"));
            }
        }
    }
}

/// Points all over the map, and somewhat beyond it, tell what they are on.
fn touched(scene: &Scene, words: &Words, dice: &mut Dice) {
    for _ in 0..20 {
        let x = dice.between(-50.0, scene.size.x + 50.0);
        let at = pos2(x, dice.between(-50.0, scene.size.y + 50.0));
        let found = hit(scene, at, 4.0);
        let _ = (feeling_hit(scene, at), curve_hit(scene, at, 4.0));
        if let Some(sign) = scene.sign_at(&found, at, words) {
            rect(sign.rect, "a sign");
        }
    }
}

fn items(items: &[Item]) {
    let Ok(()) = walk(items, None, &mut |visit| {
        match visit {
            Visit::Begin(group, by) => {
                rect(group.bounds.translate(by), "a group");
            }
            Visit::Draw(item, by) | Visit::Shadow(item, by) => drawn(item, by),
            Visit::End(_) => {}
        }
        Ok::<(), Infallible>(())
    });
}

fn drawn(item: &Item, by: Vec2) {
    match item {
        Item::Rect { rect: at, radius, .. } | Item::Image { rect: at, radius, .. } => {
            rect(at.translate(by), "a box");
            assert!(radius.is_finite() && *radius >= 0.0, "a corner of {radius}");
        }
        Item::Path { path, .. } => {
            for segment in &path.segments {
                match segment {
                    Segment::Move(to) | Segment::Line(to) => place(*to + by, "a line"),
                    Segment::Cubic(a, b, to) => {
                        [a, b, to].into_iter().for_each(|at| place(*at + by, "a curve"));
                    }
                    Segment::Close => {}
                }
            }
        }
        Item::Band { points, base, .. } => {
            assert!(base.is_finite(), "a band on {base}");
            points.iter().for_each(|at| place(*at + by, "a band"));
        }
        Item::Text { at, text, .. } => {
            place(*at + by, "a text");
            area(text.size, "a text");
        }
        Item::Drawn { .. } | Item::Group(_) => panic!("a walk goes into these"),
    }
}

fn rect(rect: Rect, what: &str) {
    assert!(rect.is_finite() && rect.width() >= 0.0 && rect.height() >= 0.0, "{what}: {rect}");
}

fn area(size: Vec2, what: &str) {
    assert!(size.is_finite() && size.min_elem() >= 0.0, "{what} is {size}");
}

fn place(at: Pos2, what: &str) {
    assert!(at.is_finite(), "{what} is at {at}");
}

fn length(from: f32, long: f32, what: &str) {
    assert!(from.is_finite() && long.is_finite() && long >= 0.0, "{what}: {from}, {long} long");
}
