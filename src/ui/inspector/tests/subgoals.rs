//! Are the sub-goals of the project ordered, taken away and counted in the panel of the map?

use super::*;

#[test]
fn subgoals_are_counted_moved_and_taken_away() {
    let mut panel = panel(Lang::En, 320.0, Vec::new());
    let subgoal = |name: &str| Subgoal { id: id(name), title: name.into(), ..Subgoal::default() };
    let edit = |change: Change| Edit { journey: id("map"), change };
    let all = vec![subgoal("first"), subgoal("second")];
    let doc = &mut panel.state_mut().doc;
    doc.editor.edit(edit(Change::SetSubgoals(all))).unwrap();
    let place = CardRef { lane: Some(id("touch")), card: id("a") };
    let card = Card::clone(&doc.editor.project().journeys[0].lanes[0].cards[0]);
    let serving = Card { subgoal: Some(id("second")), ..card };
    doc.editor.edit(edit(Change::PutCards(vec![(place, serving)]))).unwrap();
    panel.run();
    panel.get_by_label("no card of the map serves it");
    panel.get_by_label("1 card of the map serves it");
    let titles = |panel: &Harness<'_, Panel>| -> Vec<String> {
        let subgoals = &panel.state().doc.editor.project().subgoals;
        subgoals.iter().map(|one| one.title.clone()).collect()
    };
    assert!(panel.query_by_role_and_label(Role::Button, "Move up first").is_none());
    click(&mut panel, "Move up second");
    assert_eq!(titles(&panel), ["second", "first"]);
    click(&mut panel, "Remove second");
    assert_eq!((titles(&panel), card_now(&panel, 0, 0).subgoal), (vec!["first".into()], None));
    panel.state_mut().doc.editor.undo();
    panel.run();
    assert_eq!(card_now(&panel, 0, 0).subgoal, Some(id("second")));
    panel.get_by_label("1 card of the map serves it");
}
