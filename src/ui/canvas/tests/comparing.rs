//! Two maps at once: looked at, not changed, and left as they were.

use super::*;
use crate::edit::fresh_copy;
use crate::model::{Card, IdSource, JourneyKind};
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// A map, and what was made from it: x is gone, y says something else, n is new.
fn two() -> Window {
    let (mut project, _) = parse("A: a b\nL: x y / z\n~E: p-1 / q+1");
    let mut later = fresh_copy(&project.journeys[0], &mut IdSource::seeded(5));
    later.title = "Later".into();
    later.kind = Some(JourneyKind::Future);
    let step = later.phases[0].steps[1].id.clone();
    let lane = later.lanes.edit(0).unwrap();
    lane.cards.remove(0);
    lane.cards.edit(0).unwrap().text = "changed".into();
    lane.cards.push(Arc::new(Card { id: id("n"), step, text: "new".into(), ..Card::default() }));
    let curve = later.lanes.edit(1).unwrap();
    curve.points.edit(0).unwrap().value = 1.0;
    project.journeys.push(Arc::new(later));
    window_on(project)
}

#[test]
fn two_maps_are_compared_and_left_as_they_were() {
    let mut window = two();
    window.select(vec![card_thing("L", "y")]);
    let camera = window.doc().cameras[&window.doc().journey];
    window.key_with(CTRL_SHIFT, Key::J);
    window.0.get_by_label("1 new · 1 changed · 1 gone · curve +1.0 on average");
    let now = window.doc().comparison.as_ref().expect("two maps are compared");
    assert_eq!((now.a.as_str(), &now.b), ("map", &window.doc().editor.project().journeys[1].id));
    let cards = now.scene.as_ref().unwrap().journey.lanes[0].cards.len();
    assert_eq!(cards, 4, "all that are there, and the one that is gone");
    // Nothing can be changed.
    let middle = window.0.state().work.canvas.rect.unwrap().center();
    window.double_click(middle);
    window.write("typed");
    window.key(Key::Delete);
    assert_eq!((window.steps_of_history(), window.is_typing()), (0, false));
    window.0.get_by_label("One below the other").click();
    window.0.run();
    let lanes = |window: &Window| window.doc().shown_scene().unwrap().lanes.len();
    assert_eq!(lanes(&window), 4);
    window.key(Key::Escape);
    assert!(window.doc().comparison.is_none());
    assert_eq!(window.selected(), "y");
    assert_eq!(window.doc().cameras[&window.doc().journey], camera);
    // A command that changes the map shows it first.
    window.key_with(CTRL_SHIFT, Key::J);
    window.key_with(CTRL, Key::A);
    assert!(window.doc().comparison.is_none());
}

#[test]
fn what_is_left_out_of_a_map_is_left_out_where_it_is_compared() {
    let mut window = two();
    let doc = window.0.state_mut().work.doc.as_mut().unwrap();
    doc.show_view(crate::model::View { hidden: vec![id("L")], ..Default::default() });
    window.0.run();
    window.key_with(CTRL_SHIFT, Key::J);
    let lanes = |window: &Window| window.doc().shown_scene().unwrap().lanes.len();
    assert_eq!(lanes(&window), 1, "the lane of both is left out");
    window.0.get_by_label("One below the other").click();
    window.0.run();
    assert_eq!(lanes(&window), 2, "both lanes are left out");
}
