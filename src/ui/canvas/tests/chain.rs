//! The chain of activities: said by a click on the map, shown by a switch, brought out by pointing.

use super::*;
use crate::ui::Message;
use crate::ui::canvas::chain_paint;
use crate::ui::state::command::Command;
use egui_kittest::kittest::Queryable as _;

/// A map with activities in two lanes, and a lane of none.
fn activities(links: &[(&str, &str)]) -> Window {
    let (mut project, _) = parse("A: a b | B: c d\nL: x y / z | w /\nM: k / | /\nN: n / | /");
    let map = project.journeys.edit(0).unwrap();
    for (at, kind) in [LaneKind::SalesMarketing, LaneKind::Backstage].into_iter().enumerate() {
        let lane = map.lanes.edit(at).unwrap();
        lane.kind = kind;
        for at in 0..lane.cards.len() {
            let card = lane.cards.edit(at).unwrap();
            let link = links.iter().find(|(from, _)| id(from) == card.id);
            card.next = link.map(|(_, to)| id(to));
        }
    }
    window_on(project)
}

fn perform(window: &mut Window, command: Command) {
    let ctx = window.0.ctx.clone();
    window.0.state_mut().handle_all(&ctx, &mut vec![Message::Do(command)]);
    window.0.run();
}

fn links(window: &Window) -> String {
    let cards = window.journey().lanes.iter().flat_map(|lane| lane.cards.iter());
    let links = cards.filter_map(|card| Some(format!("{}>{}", card.text, card.next.as_ref()?)));
    links.collect::<Vec<_>>().join(" ")
}

fn leads_to(window: &mut Window, card: &str) {
    let at = window.card_at(card);
    window.right_click(at);
    window.0.get_by_role_and_label(egui::accesskit::Role::MenuItem, "Leads to…").click();
    window.0.run();
    assert_eq!(window.0.state().work.canvas.leading.len(), 1);
}

#[test]
fn the_next_click_says_what_follows() {
    let mut window = activities(&[]);
    leads_to(&mut window, "x");
    let at = window.card_at("z");
    window.move_to(at);
    window.0.run_steps(2);
    assert!(window.paints("Leads to: z"));
    window.click(at);
    assert_eq!(links(&window), "x>z");
    assert_eq!(window.steps_of_history(), 1);
    assert!(window.paints("x leads to z"), "it is said");
    assert_eq!(window.selected(), "x", "what was selected stays so");
    window.key_with(CTRL, Key::Z);
    assert_eq!(links(&window), "");
    // Another lane of ours will do.
    leads_to(&mut window, "z");
    let at = window.card_at("k");
    window.click(at);
    assert_eq!(links(&window), "z>k");
}

#[test]
fn escape_and_a_click_elsewhere_leave_all_as_it_was() {
    let mut window = activities(&[]);
    leads_to(&mut window, "x");
    window.key(Key::Escape);
    assert!(window.0.state().work.canvas.leading.is_empty());
    assert_eq!(window.selected(), "x", "Esc has only ended it");
    let at = window.card_at("z");
    window.click(at);
    assert_eq!((links(&window).as_str(), window.selected().as_str()), ("", "z"));
    // A card that is no activity, the card itself, and a drag.
    for name in ["n", "x"] {
        leads_to(&mut window, "x");
        let at = window.card_at(name);
        window.click(at);
        assert_eq!((links(&window), window.selected()), (String::new(), name.to_owned()));
        assert!(window.0.state().work.canvas.leading.is_empty());
    }
    // Only activities are asked.
    let at = window.card_at("n");
    window.right_click(at);
    let role = egui::accesskit::Role::MenuItem;
    assert!(window.0.query_by_role_and_label(role, "Leads to…").is_none());
    assert_eq!(window.steps_of_history(), 0);
}

#[test]
fn the_switch_shows_the_chain_and_pointing_brings_it_out() {
    let mut window = activities(&[("x", "z"), ("z", "w"), ("y", "k")]);
    assert!(window.scene().chain.is_empty());
    perform(&mut window, Command::Chain);
    assert_eq!(window.scene().chain.len(), 3);
    assert!(window.doc().view().chain);
    let lit = |window: &Window, pointed: Option<&str>| {
        let scene = window.scene();
        let hit = pointed.map(|name| {
            let Thing::Card(card) = window.card(name) else { panic!("no card") };
            crate::scene::Hit::Card { card, edge: false }
        });
        let things = &window.doc().selection.things;
        let mut lit: Vec<_> =
            chain_paint::lit(scene, hit.as_ref(), things).iter().map(Id::to_string).collect();
        lit.sort();
        lit.join(" ")
    };
    assert_eq!(lit(&window, None), "");
    assert_eq!(lit(&window, Some("w")), "w x z");
    window.select(vec![card_thing("L", "y")]);
    assert_eq!(lit(&window, None), "k y");
    assert_eq!(lit(&window, Some("x")), "w x z", "what is pointed at comes first");
    assert_eq!(lit(&window, Some("n")), "k y");
    // Painted anew where another chain is brought out, and kept where nothing changes.
    for name in ["x", "k", "n", "w"] {
        let at = window.card_at(name);
        window.move_to(at);
        window.0.run_steps(4);
    }
    perform(&mut window, Command::Chain);
    assert!(window.scene().chain.is_empty());
    assert_eq!(lit(&window, Some("w")), "");
}

#[test]
fn lines_in_a_lane_that_stays_in_view_are_painted_there() {
    let mut window = activities(&[("x", "z")]);
    let ctx = window.0.ctx.clone();
    let view = crate::model::View { chain: true, pinned: vec![id("L")], ..Default::default() };
    window.0.state_mut().handle_all(&ctx, &mut vec![Message::View(Box::new(view))]);
    window.0.run();
    assert_eq!(window.scene().chain[0].lanes, [0, 0]);
}
