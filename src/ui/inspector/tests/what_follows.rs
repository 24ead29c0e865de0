//! What follows an activity: found by typing, gone to, taken away.

use super::*;

/// A panel on the small map with activities: u leads to v; w is in another phase.
fn activities(lang: Lang, next: Option<&str>, selected: &[&str]) -> Harness<'static, Panel> {
    let mut project = project();
    let card = |name: &str, step: &str, next: Option<&str>| Card {
        id: id(name),
        step: id(step),
        text: format!("Card {name}"),
        next: next.map(id),
        ..Card::default()
    };
    let lane = Lane {
        id: id("ours"),
        kind: LaneKind::SalesMarketing,
        cards: [card("u", "s1", next), card("w", "s3", None), card("v", "s1", None)]
            .into_iter()
            .collect(),
        ..Lane::default()
    };
    project.journeys.edit(0).unwrap().lanes.push(lane.into());
    let things = selected.iter().map(|name| card_thing("ours", name)).collect();
    let mut panel = panel(lang, 320.0, things);
    let things = std::mem::take(&mut panel.state_mut().doc.selection.things);
    panel.state_mut().doc = Document::new(project, None, false);
    panel.state_mut().doc.selection = Selection { things, cell: None };
    panel.run();
    panel
}

fn next_of(panel: &Harness<'_, Panel>, card: usize) -> Option<String> {
    card_now(panel, 3, card).next.map(|next| next.to_string())
}

fn offered(panel: &Harness<'_, Panel>) -> Vec<String> {
    let rows = panel.query_all_by_role(Role::MenuItem);
    rows.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn what_follows_an_activity_is_found_by_typing() {
    let mut panel = activities(Lang::Sv, None, &["u"]);
    let combo = |panel: &Harness<'_, Panel>, name: &str| {
        panel.query_by_role_and_label(Role::ComboBox, name).map(|node| node.click()).is_some()
    };
    assert!(combo(&panel, "Leder till: Ingen"));
    panel.run();
    // Phase by phase, each with its phase; not itself, nor what is no activity.
    assert_eq!(offered(&panel), ["Card v, Discover", "Card w, Decide"]);
    // The field has the keyboard.
    field(&panel, "Sök bland aktiviteterna").type_text("deci");
    panel.run();
    assert_eq!(offered(&panel), ["Card w, Decide"]);
    panel.key_press(Key::Enter);
    panel.run();
    assert_eq!(next_of(&panel, 0).as_deref(), Some("w"));
    assert!(offered(&panel).is_empty(), "the list is closed");
    // By the arrows: the first is that nothing follows.
    assert!(combo(&panel, "Leder till: Card w · Decide"));
    panel.run();
    assert_eq!(offered(&panel), ["Ingen", "Card v, Discover", "Card w, Decide"]);
    panel.key_press(Key::Enter);
    panel.run();
    assert_eq!(next_of(&panel, 0).as_deref(), Some("w"), "nothing was chosen");
    for _ in 0..2 {
        panel.key_press(Key::ArrowDown);
        panel.run();
    }
    panel.key_press(Key::Enter);
    panel.run();
    assert_eq!(next_of(&panel, 0).as_deref(), Some("v"));
    assert!(combo(&panel, "Leder till: Card v · Discover"));
    panel.run();
    field(&panel, "Sök bland aktiviteterna").type_text("zzz");
    panel.run();
    assert!(panel.query_by_label("Ingen sådan aktivitet").is_some());
    panel.state_mut().doc.editor.undo();
    panel.state_mut().doc.editor.undo();
    panel.run();
    assert_eq!(next_of(&panel, 0), None);
}

#[test]
fn what_follows_is_gone_to_and_taken_away() {
    let mut panel = activities(Lang::En, Some("v"), &["u"]);
    click(&mut panel, "Go to Card v");
    assert_eq!(panel.state().doc.selection.things, [card_thing("ours", "v")]);
    assert!(panel.state().said.contains(&Message::Show(card_thing("ours", "v"))));
    panel.state_mut().doc.selection = Selection::of(card_thing("ours", "u"));
    panel.run();
    click(&mut panel, "Remove Card v");
    assert_eq!(next_of(&panel, 0), None);
    assert!(panel.query_by_role_and_label(Role::Button, "Go to Card v").is_none());
}

#[test]
fn several_activities_lead_to_one() {
    let mut panel = activities(Lang::En, Some("v"), &["u", "w"]);
    panel.get_by_role_and_label(Role::ComboBox, "Leads to: Mixed").click();
    panel.run();
    assert_eq!(offered(&panel), ["None", "Card v, Discover"]);
    panel.get_by_role_and_label(Role::MenuItem, "Card v, Discover").click();
    panel.run();
    assert_eq!((next_of(&panel, 0), next_of(&panel, 1)), (Some("v".into()), Some("v".into())));
}

#[test]
fn only_activities_are_asked_what_follows() {
    let panel = panel(Lang::En, 320.0, vec![card_thing("touch", "a")]);
    assert!(panel.query_all_by_label_contains("Leads to").next().is_none());
    let panel = activities(Lang::En, None, &["u"]);
    assert!(panel.query_by_role_and_label(Role::ComboBox, "Leads to: None").is_some());
}

#[test]
fn what_a_cell_asks_is_written_and_taken_away() {
    let mut panel = panel(Lang::En, 320.0, vec![Thing::Lane(id("touch"))]);
    panel.run();
    let asked = |panel: &Harness<'_, Panel>| -> Vec<(String, String)> {
        let project = panel.state().doc.editor.project();
        let prompts = &project.journeys[0].lanes[0].prompts;
        prompts.iter().map(|one| (one.step.to_string(), one.text.clone())).collect()
    };
    let menu = "Questions in empty cells: Add a question";
    panel.get_by_role_and_label(Role::ComboBox, menu).click();
    panel.run();
    panel.get_all_by_role_and_label(Role::MenuItem, "Decide").next().unwrap().click();
    panel.run();
    assert_eq!(asked(&panel), [("s2".to_owned(), String::new())]);
    field(&panel, "Question: Decide").click();
    panel.run();
    field(&panel, "Question: Decide").type_text("What decides?");
    panel.run();
    panel.key_press(Key::Enter);
    panel.run();
    assert_eq!(asked(&panel), [("s2".to_owned(), "What decides?".to_owned())]);
    click(&mut panel, "Remove Question: Decide");
    assert_eq!(asked(&panel), []);
}

#[test]
fn what_may_follow_begins_in_the_phase_of_the_activity() {
    let mut panel = activities(Lang::En, None, &["w"]);
    let card = Card { id: id("x"), text: "Card x".into(), step: id("s2"), ..Card::default() };
    let spot = crate::edit::Spot::Cell { lane: id("ours"), step: id("s2"), index: 0 };
    let change = Change::AddCards(vec![(spot, card)]);
    panel.state_mut().doc.editor.edit(Edit { journey: id("map"), change }).unwrap();
    panel.run();
    panel.get_by_role_and_label(Role::ComboBox, "Leads to: None").click();
    panel.run();
    assert_eq!(offered(&panel), ["Card x, Decide", "Card u, Discover", "Card v, Discover"]);
}
