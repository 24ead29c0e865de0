//! Is what only the screen draws drawn where it belongs?

use super::*;
use crate::model::{Transition, TransitionKind, View};
use crate::scene::{Body, Role, Theme, ThemeKind};
use egui::{Color32, Shape};
use egui_kittest::kittest::Queryable as _;

/// The boxes of the last frame, each with its fill and the colour of its edge.
fn boxes(window: &Window) -> Vec<(Rect, Color32, Color32)> {
    let shapes = &window.0.output().shapes;
    let boxes = shapes.iter().filter_map(|clipped| match &clipped.shape {
        Shape::Rect(shape) => Some((shape.rect, shape.fill, shape.stroke.color)),
        _ => None,
    });
    boxes.collect()
}

fn light(paint: impl Into<crate::scene::Paint>) -> Color32 {
    Theme::new(ThemeKind::Light).color(paint)
}

#[test]
fn a_band_in_a_lane_that_stays_in_view_is_drawn_where_it_is_pulled() {
    let lanes: String = (0..30).map(|number| format!("\nN{number}: c{number} /")).collect();
    let mut window = window(&format!("A: a b\nL: x /{lanes}"));
    let doc = window.0.state_mut().work.doc.as_mut().unwrap();
    doc.show_view(View { pinned: vec![id("L")], ..View::default() });
    let journey = doc.journey.clone();
    window.0.run();
    let doc = window.0.state_mut().work.doc.as_mut().unwrap();
    doc.cameras.get_mut(&journey).unwrap().zoom = 1.0;
    doc.cameras.get_mut(&journey).unwrap().origin = vec2(0.0, -700.0);
    window.0.run();
    let canvas = window.0.state().work.canvas.rect.unwrap();
    let headers = window.scene().header_height + 30.0;
    let x = window.scene().columns.steps[1].x + canvas.left();
    let from = Pos2::new(x + 40.0, canvas.top() + headers + 10.0);
    let to = from + vec2(-150.0, 40.0);
    window.grab(from, to);
    let band = light(Role::Accent.at(24));
    let found: Vec<Rect> = boxes(&window)
        .iter()
        .filter(|(_, fill, _)| *fill == band)
        .map(|(rect, ..)| *rect)
        .collect();
    let [found] = found[..] else { panic!("one band: {found:?}") };
    let expected = Rect::from_two_pos(from, to);
    assert!((found.min - expected.min).length() < 2.0, "{found:?} {expected:?}");
    assert!((found.max - expected.max).length() < 2.0, "{found:?} {expected:?}");
    window.let_go(to);
    assert_eq!(window.selected(), "x");
}

#[test]
fn a_transition_that_is_selected_is_marked_along_its_line() {
    let (mut project, _) = parse("A: a | B: b | C: c\nL: x | y | z");
    let leave = Transition {
        id: id("t"),
        from: id("A"),
        kind: Some(TransitionKind::Leave),
        reason: "for another shop that is nearer".into(),
        ..Transition::default()
    };
    project.journeys.edit(0).unwrap().transitions.push(leave.into());
    let mut window = window_on(project);
    let thing = Thing::Transition(id("t"));
    window.select(vec![thing.clone()]);
    let all = window.rect(&thing);
    let accent = light(Role::Accent);
    let boxes = boxes(&window);
    let rings: Vec<Rect> =
        boxes.iter().filter(|(.., edge)| *edge == accent).map(|(rect, ..)| *rect).collect();
    let label = rings.iter().find(|ring| all.expand(8.0).contains_rect(**ring));
    let label = label.expect("the label has a ring");
    assert!(label.height() < all.height() - 8.0, "{label:?} in {all:?}");
    let marked = light(Role::Accent.at(120));
    let shapes = &window.0.output().shapes;
    let lines = shapes.iter().filter(|clipped| match &clipped.shape {
        Shape::Path(path) => path.stroke.color == egui::epaint::ColorMode::Solid(marked),
        Shape::LineSegment { stroke, .. } => stroke.color == marked,
        _ => false,
    });
    assert!(lines.count() >= 1, "the line is marked");
}

#[test]
fn how_far_apart_two_curves_are_is_told() {
    let (mut project, _) = parse("A: a b\n~E: p+1 / q+1\nwho: pia ola");
    let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
    for index in 0..lane.points.len() {
        let point = lane.points.edit(index).unwrap();
        point.persona = Some(id("pia"));
        let other = crate::model::EmotionPoint {
            id: id(&format!("{}'", point.id)),
            persona: Some(id("ola")),
            value: -1.5,
            ..point.clone()
        };
        lane.points.push(other.into());
    }
    lane.gap_between = vec![id("pia"), id("ola")];
    let window = window_on(project);
    let Body::Curve(curve) = &window.scene().lanes[0].body else { panic!("no curve") };
    let gap = curve.gap.as_ref().expect("there is a gap");
    let figures: Vec<_> = gap.figures.iter().flatten().collect();
    assert!(!figures.is_empty());
    let told = window.0.query_all_by_label_contains(&figures[0].title).count();
    assert_eq!(told, figures.iter().filter(|one| one.title == figures[0].title).count());
}

#[test]
fn the_area_of_a_straight_curve_is_nothing_wide_where_it_crosses_zero() {
    let (project, _) = parse("A: a b\n~E: p-1 / q+1");
    let window = window_on(project);
    let shapes = &window.0.output().shapes;
    let bands = shapes.iter().filter_map(|clipped| match &clipped.shape {
        Shape::Band(band) => Some(band),
        _ => None,
    });
    let mut crossed = 0;
    for band in bands {
        let middles = band.points.windows(2).filter(|pair| {
            let [a, b] = [&pair[0].y, &pair[1].y];
            // Below the line on one side and above it on the other.
            a.max > a.min && b.max > b.min && (a.max - b.min).abs() < 0.01
        });
        assert_eq!(middles.count(), 0, "{:?}", band.points);
        crossed += band.points.iter().filter(|point| point.y.max - point.y.min < 0.01).count();
    }
    assert!(crossed > 0, "it crosses");
}
