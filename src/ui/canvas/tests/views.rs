//! What is shown: filters, saved views, and editing under them.

use super::*;
use crate::model::{Mark, View};
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

fn view(window: &mut Window, view: View) {
    let doc = window.0.state_mut().work.doc.as_mut().expect("a file is open");
    doc.show_view(view);
    window.0.run();
}

fn press(window: &mut Window, label: &str) {
    window.0.get_by_label(label).click();
    window.0.run();
}

/// Cards with an `m` in their name are pain points.
fn marked(text: &str) -> Window {
    let (mut project, _) = parse(text);
    let lanes = &mut project.journeys.edit(0).unwrap().lanes;
    for lane in 0..lanes.len() {
        let name = lanes[lane].id.to_string();
        let lane = lanes.edit(lane).unwrap();
        lane.title = name;
        for card in lane.cards.iter_mut() {
            if card.id.as_str().contains('m') {
                Arc::make_mut(card).marks.push(Mark::PainPoint);
            }
        }
    }
    window_on(project)
}

fn pains() -> View {
    View { marks: vec![Mark::PainPoint], ..View::default() }
}

#[test]
fn a_card_dropped_between_two_that_are_seen_stands_between_them() {
    let mut window = marked("A: a b\nL: m1 x m2 / m3");
    view(&mut window, pains());
    assert_eq!(window.doc().hidden().cards, 1);
    let to = below(window.card_at("m1"));
    window.drag(window.card_at("m3"), to);
    assert_eq!(window.map(), "L: m1 x m3 m2 /");
    window.select(vec![card_thing("L", "m2")]);
    window.key_with(ALT, Key::ArrowUp);
    window.key_with(ALT, Key::ArrowUp);
    assert_eq!(window.map(), "L: m2 m1 x m3 /");
    assert_eq!(window.steps_of_history(), 3);
}

#[test]
fn a_card_typed_under_a_filter_stays_in_sight() {
    let mut window = marked("A: a b\nL: m1 x /");
    view(&mut window, pains());
    window.select_cell("L", "b");
    window.write("new");
    window.key(Key::Enter);
    window.write("next");
    window.key(Key::Enter);
    window.key(Key::Escape);
    assert_eq!(window.map(), "L: m1 x / new next");
    let cards = &window.journey().lanes[0].cards;
    assert!(cards[2..].iter().all(|card| card.marks == [Mark::PainPoint]));
    assert_eq!(window.doc().hidden().cards, 1);
    // Nobody knows which of two is meant.
    let marks = vec![Mark::PainPoint, Mark::MomentOfTruth];
    view(&mut window, View { marks, ..View::default() });
    window.select_cell("L", "b");
    window.write("third");
    window.key(Key::Escape);
    window.select_cell("L", "b");
    window.write("fourth");
    window.key(Key::Tab);
    window.key(Key::Escape);
    assert!(window.map().contains("fourth"));
    assert!(window.scene().thing_rect(&window.card("fourth")).is_some());
}

#[test]
fn views_are_saved_shown_renamed_and_taken_away() {
    let mut window = marked("A: a b\nL: m1 x /\nM: y /\nwho: pia ola");
    window.key_with(CTRL_SHIFT, Key::F);
    press(&mut window, "Show L");
    assert_eq!(window.doc().hidden().lanes, 1);
    window.0.query_by_label("2 cards hidden ·").expect("the status bar says so");
    press(&mut window, "Save as a view…");
    window.write("Board");
    window.key(Key::Enter);
    let saved = &window.journey().views[0];
    assert_eq!((saved.title.as_str(), saved.hidden.len()), ("Board", 1));
    press(&mut window, "Pain point");
    press(&mut window, "Save the changes to Board");
    assert_eq!(window.journey().views[0].marks, [Mark::PainPoint]);
    press(&mut window, "Rename Board");
    window.write("All of us");
    window.key(Key::Enter);
    assert_eq!(window.journey().views[0].title, "All of us");
    window.key(Key::Escape);
    window.key_with(CTRL_SHIFT, Key::A);
    assert!(!window.doc().hidden().any);
    window.key_with(CTRL, Key::Num3);
    assert_eq!(window.doc().view().marks, [Mark::PainPoint]);
    window.key_with(CTRL, Key::Num3);
    assert!(!window.doc().hidden().any);
    window.key_with(CTRL_SHIFT, Key::F);
    press(&mut window, "Delete All of us");
    assert!(window.journey().views.is_empty());
    window.key(Key::Escape);
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.journey().views.len(), 1);
}

#[test]
fn a_persona_is_shown_alone_and_nothing_of_what_is_hidden_is_selected() {
    let mut window = window("A: a b\nL: [x] y /\nM: z /\nwho: pia ola");
    let mut hide = View::default();
    hide.hidden.push(id("L"));
    view(&mut window, hide);
    assert_eq!(window.selected(), "");
    window.key_with(CTRL_SHIFT, Key::A);
    window.select(vec![Thing::Persona(id("ola"))]);
    window.key_with(CTRL_SHIFT, Key::P);
    assert_eq!(window.doc().view().personas, [id("ola")]);
    assert!(window.scene().thing_rect(&Thing::Persona(id("pia"))).is_none());
    window.key(Key::Delete);
    assert!(!window.doc().hidden().any, "a filter by somebody who is gone would show nothing");
}

#[test]
fn a_lane_is_hidden_here_and_not_in_the_file_for_everybody() {
    let mut window = window("A: a b\nL: x / y\nM: z /");
    let before = Arc::clone(window.doc().editor.project());
    window.select(vec![Thing::Lane(id("M"))]);
    let title = window.rect(&Thing::Lane(id("M"))).left_center() + vec2(40.0, 0.0);
    window.right_click(title);
    window.0.get_by_role_and_label(egui::accesskit::Role::MenuItem, "Hide lane").click();
    window.0.run();
    assert_eq!(window.scene().lanes.len(), 1);
    assert!(Arc::ptr_eq(window.doc().editor.project(), &before), "the file is as it was");
    assert_eq!(window.doc().hidden().lanes, 1, "it is said that something is hidden");
    let show_all = |window: &mut Window| {
        let mut out = Vec::new();
        let app = window.0.state_mut();
        let (doc, words) = (app.work.doc.as_mut().unwrap(), &app.env.words);
        let command = crate::ui::state::command::CanvasCommand::ShowAllLanes;
        super::super::perform(command, doc, &mut app.work.canvas, words, &mut out);
        for message in out {
            match message {
                crate::ui::Message::View(view) => doc.show_view(*view),
                crate::ui::Message::Edit(change) => {
                    let journey = doc.journey.clone();
                    doc.editor.edit(crate::edit::Edit { journey, change }).unwrap();
                }
                other => panic!("{other:?}"),
            }
        }
        window.0.run();
    };
    show_all(&mut window);
    assert_eq!(window.scene().lanes.len(), 2);
    // One that a file says is hidden is as before, and comes back by the same.
    let mut project = project_of(&window);
    project.journeys.edit(0).unwrap().lanes.edit(1).unwrap().hidden = true;
    let mut window = window_on(project);
    assert_eq!(window.scene().lanes.len(), 1);
    show_all(&mut window);
    assert_eq!(window.scene().lanes.len(), 2);
    assert_eq!(window.steps_of_history(), 1);
}

fn project_of(window: &Window) -> Project {
    Project::clone(window.doc().editor.project())
}
