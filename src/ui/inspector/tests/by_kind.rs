//! What is asked of cards of one kind of lane alone.

use super::*;

/// A panel on a lane of this kind with the cards x and y, of which `selected` are chosen.
fn of_kind(kind: LaneKind, change: fn(&mut Card), selected: &[&str]) -> Harness<'static, Panel> {
    let mut project = project();
    let card = |name: &str| {
        let mut card = Card { id: id(name), step: id("s1"), ..Card::default() };
        change(&mut card);
        card
    };
    let cards = [card("x"), card("y")].into_iter().collect();
    let lane = Lane { id: id("of kind"), kind, cards, ..Lane::default() };
    project.journeys.edit(0).unwrap().lanes.push(lane.into());
    let things: Vec<Thing> = selected.iter().map(|name| card_thing("of kind", name)).collect();
    let mut panel = panel(Lang::En, 320.0, things.clone());
    panel.state_mut().inspector.more = true;
    panel.state_mut().doc = Document::new(project, None, false);
    panel.state_mut().doc.selection = Selection { things, cell: None };
    panel.run();
    panel
}

fn is_asked(panel: &Harness<'_, Panel>, label: &str) -> bool {
    panel.query_by_role_and_label(Role::Group, label).is_some()
}

#[test]
fn expectations_alone_are_asked_whether_they_were_met() {
    for kind in LaneKind::ALL.iter().filter(|kind| **kind != LaneKind::Emotions) {
        let panel = of_kind(kind.clone(), |_| {}, &["x"]);
        let expected = *kind == LaneKind::Expectations;
        assert_eq!(is_asked(&panel, "Expectation met"), expected, "{kind:?}");
    }
    // Where it is said it can be taken back.
    let mut moved = of_kind(LaneKind::Notes, |card| card.met = Some(Met::No), &["x"]);
    click(&mut moved, "No");
    assert_eq!(card_now(&moved, 3, 0).met, None);
    let mut panel = of_kind(LaneKind::Expectations, |_| {}, &["x", "y"]);
    click(&mut panel, "Yes");
    click(&mut panel, "No");
    let met = |panel: &Harness<'_, Panel>| [0, 1].map(|at| card_now(panel, 3, at).met);
    assert_eq!(met(&panel), [Some(Met::No), Some(Met::No)]);
    panel.state_mut().doc.editor.undo();
    assert_eq!(met(&panel), [Some(Met::Yes), Some(Met::Yes)], "both are one step");
}

#[test]
fn activities_of_ours_alone_are_asked_for_how_many_they_are() {
    for kind in LaneKind::ALL.iter().filter(|kind| **kind != LaneKind::Emotions) {
        let panel = of_kind(kind.clone(), |_| {}, &["x"]);
        let ours = matches!(kind, LaneKind::SalesMarketing | LaneKind::Backstage);
        assert_eq!(is_asked(&panel, "Reach"), ours, "{kind:?}");
    }
    // Where it is said it can be taken back.
    let said = |card: &mut Card| card.reach = Some(Reach::OneToMany);
    let mut moved = of_kind(LaneKind::Touchpoints, said, &["x"]);
    click(&mut moved, "One to many");
    assert_eq!(card_now(&moved, 3, 0).reach, None);
    let mut panel = of_kind(LaneKind::SalesMarketing, |_| {}, &["x", "y"]);
    click(&mut panel, "One to one");
    let reach = |panel: &Harness<'_, Panel>| [0, 1].map(|at| card_now(panel, 3, at).reach);
    assert_eq!(reach(&panel), [Some(Reach::OneToOne), Some(Reach::OneToOne)]);
    panel.state_mut().doc.editor.undo();
    assert_eq!(reach(&panel), [None, None], "both are one step");
}

#[test]
fn activities_of_ours_alone_are_asked_whether_they_happen_by_themselves() {
    const LABEL: &str = "Happens automatically";
    for kind in LaneKind::ALL.iter().filter(|kind| **kind != LaneKind::Emotions) {
        let panel = of_kind(kind.clone(), |_| {}, &["x"]);
        let ours = matches!(kind, LaneKind::SalesMarketing | LaneKind::Backstage);
        assert_eq!(panel.query_by_label(LABEL).is_some(), ours, "{kind:?}");
    }
    let mut moved = of_kind(LaneKind::Notes, |card| card.automatic = true, &["x"]);
    click(&mut moved, LABEL);
    assert!(!card_now(&moved, 3, 0).automatic);
    let mut panel = of_kind(LaneKind::Backstage, |_| {}, &["x", "y"]);
    click(&mut panel, LABEL);
    let automatic = |panel: &Harness<'_, Panel>| [0, 1].map(|at| card_now(panel, 3, at).automatic);
    assert_eq!(automatic(&panel), [true, true]);
    panel.state_mut().doc.editor.undo();
    assert_eq!(automatic(&panel), [false, false], "both are one step");
}
