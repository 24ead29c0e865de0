//! The panel as a whole, driven by role and name.

mod by_kind;
mod customer_costs;
mod durations;
mod each_field;
mod subgoals;
mod what_follows;

use super::*;
use crate::edit::{Change, Edit};
use crate::model::*;
use crate::model::{CardRef, Thing};
use crate::scene::{Theme, ThemeKind};
use crate::ui::{Selection, apply_style, install_fonts};
use crate::words::{Lang, Words};
use egui::{Key, Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};

/// The panel and all it has asked for.
struct Panel {
    doc: Document,
    inspector: Inspector,
    words: Words,
    theme: Theme,
    said: Vec<Message>,
}

fn id(text: &str) -> Id {
    Id::new(text)
}

/// A map with something of everything.
fn project() -> Project {
    let card = |name: &str, step: &str| Card {
        id: id(name),
        step: id(step),
        text: format!("Card {name}"),
        ..Card::default()
    };
    let lane = |name: &str, kind: LaneKind, cards: Vec<Card>| Lane {
        id: id(name),
        kind,
        cards: cards.into_iter().collect(),
        ..Lane::default()
    };
    let mut curve = lane("curve", LaneKind::Emotions, vec![]);
    let point = |name: &str, value: f64| EmotionPoint {
        id: id(name),
        persona: Some(id("anna")),
        step: id("s1"),
        value,
        ..EmotionPoint::default()
    };
    curve.points =
        [EmotionPoint { touchpoint: Some(id("a")), ..point("p1", -1.6) }, point("p2", 1.0)]
            .into_iter()
            .collect();
    let phase = |name: &str, steps: &[&str]| Phase {
        id: id(name),
        title: name.to_owned(),
        steps: steps.iter().map(|step| Step { id: id(step), ..Step::default() }).collect(),
        checklist: [Question { id: id("q"), question: "Why?".into(), ..Question::default() }]
            .into_iter()
            .collect(),
        ..Phase::default()
    };
    let journey = Journey {
        id: id("map"),
        title: "A journey".into(),
        personas: vec![id("anna"), id("bo")],
        phases: [phase("Discover", &["s1"]), phase("Decide", &["s2", "s3"])].into_iter().collect(),
        lanes: [
            lane("touch", LaneKind::Touchpoints, vec![card("a", "s1"), card("b", "s2")]),
            curve,
            lane("figures", LaneKind::Metrics, vec![card("m", "s1")]),
        ]
        .into_iter()
        .collect(),
        transitions: [Transition { id: id("t"), from: id("Decide"), ..Transition::default() }]
            .into_iter()
            .collect(),
        ..Journey::default()
    };
    let persona = |name: &str| Persona {
        id: id(name),
        name: name.to_owned(),
        emoji: "👩‍🏭".into(),
        ..Persona::default()
    };
    Project {
        personas: [persona("anna"), persona("bo")].into_iter().collect(),
        sources: [Source { id: id("src"), title: "Interview".into(), ..Source::default() }]
            .into_iter()
            .collect(),
        opportunities: [Opportunity { id: id("o"), title: "Idea".into(), ..Default::default() }]
            .into_iter()
            .collect(),
        journeys: [journey].into_iter().collect(),
        ..Project::default()
    }
}

fn card_thing(lane: &str, card: &str) -> Thing {
    Thing::Card(CardRef { lane: Some(id(lane)), card: id(card) })
}

fn point_thing(point: &str) -> Thing {
    Thing::Point { lane: id("curve"), point: id(point) }
}

fn panel(lang: Lang, width: f32, things: Vec<Thing>) -> Harness<'static, Panel> {
    let mut doc = Document::new(project(), None, false);
    doc.selection = Selection { things, cell: None };
    let state = Panel {
        doc,
        inspector: Inspector::default(),
        words: Words::new(lang),
        theme: Theme::new(ThemeKind::Light),
        said: Vec::new(),
    };
    Harness::builder()
        .with_size(vec2(width, 2400.0))
        .with_max_steps(20)
        .with_context_setup(|ctx| {
            install_fonts(ctx);
            apply_style(ctx, &Theme::new(ThemeKind::Light));
        })
        .build_ui_state(
            |ui, state: &mut Panel| {
                let Panel { doc, inspector, words, theme, said } = state;
                let mut out = Vec::new();
                inspector_ui(ui, &Context { words, theme }, doc, inspector, &mut out);
                for message in &out {
                    let edit = |change: &Change| Edit {
                        journey: doc.journey.clone(),
                        change: change.clone(),
                    };
                    match message {
                        Message::Edit(change) => doc.editor.edit(edit(change)).unwrap(),
                        Message::Preview(change) => doc.editor.preview(edit(change)).unwrap(),
                        Message::Commit => doc.editor.commit(),
                        Message::Cancel => doc.editor.cancel(),
                        Message::Select(selection) => doc.selection = selection.clone(),
                        _ => {}
                    }
                }
                said.extend(out);
            },
            state,
        )
}

fn field<'a>(panel: &'a Harness<'_, Panel>, name: &'a str) -> Node<'a> {
    panel
        .get_all_by_label(name)
        .find(|node| {
            let role = node.accesskit_node().role();
            role == Role::TextInput || role == Role::MultilineTextInput
        })
        .unwrap_or_else(|| panic!("no field {name}"))
}

fn click(panel: &mut Harness<'_, Panel>, name: &str) {
    panel.get_by_role_and_label(Role::Button, name).click();
    panel.run();
}

fn card_now(panel: &Harness<'_, Panel>, lane: usize, card: usize) -> Card {
    let project = panel.state().doc.editor.project();
    Card::clone(&project.journeys[0].lanes[lane].cards[card])
}

#[test]
fn a_chip_sets_its_field_and_takes_it_back() {
    let mut panel = panel(Lang::En, 320.0, vec![card_thing("touch", "a")]);
    panel.run();
    click(&mut panel, "Physical");
    let said = std::mem::take(&mut panel.state_mut().said);
    let [Message::Edit(Change::PutCards(put))] = said.as_slice() else { panic!("{said:?}") };
    let expected = Card {
        medium: Some(Medium::Physical),
        ..Card::clone(&project().journeys[0].lanes[0].cards[0])
    };
    assert_eq!(put.as_slice(), [(CardRef { lane: Some(id("touch")), card: id("a") }, expected)]);
    click(&mut panel, "Physical");
    assert_eq!(card_now(&panel, 0, 0).medium, None);
    click(&mut panel, "🚩 Pain point");
    assert_eq!(card_now(&panel, 0, 0).marks, [Mark::PainPoint]);
}

#[test]
fn a_lane_becomes_no_kind_that_would_hide_what_it_holds() {
    for (lane, offered, hidden) in
        [("touch", "Thoughts", "Emotion curve"), ("curve", "Emotion curve", "Thoughts")]
    {
        let mut panel = panel(Lang::En, 320.0, vec![Thing::Lane(id(lane))]);
        panel.run();
        panel
            .get_all_by_label_contains("Content:")
            .find(|node| node.accesskit_node().role() == Role::ComboBox)
            .expect("a menu of kinds")
            .click();
        panel.run();
        let is_offered = |name: &str| {
            let mut found = panel.query_all_by_label_contains(name);
            found.any(|node| node.accesskit_node().role() != Role::ComboBox)
        };
        assert!(is_offered(offered) && !is_offered(hidden), "{lane}");
    }
}

#[test]
fn typing_previews_and_enter_commits_as_one_step() {
    let mut panel = panel(Lang::En, 320.0, vec![card_thing("touch", "a")]);
    panel.run();
    field(&panel, "Text").click();
    panel.run();
    field(&panel, "Text").type_text("!");
    panel.run();
    field(&panel, "Text").type_text("?");
    panel.run();
    assert_eq!(card_now(&panel, 0, 0).text, "Card a!?");
    assert!(panel.state().doc.editor.is_previewing());
    panel.key_press(Key::Enter);
    panel.run();
    // What the canvas may have shown is made first.
    let [Message::Commit, typed @ ..] = panel.state().said.as_slice() else { panic!("no commit") };
    assert!(matches!(typed, [Message::Preview(_), Message::Preview(_), Message::Commit]));
    panel.state_mut().doc.editor.undo();
    panel.run();
    assert_eq!(card_now(&panel, 0, 0).text, "Card a");
    assert_eq!(field(&panel, "Text").value().as_deref(), Some("Card a"));
}

#[test]
fn escape_drops_what_was_typed_and_selecting_elsewhere_keeps_it() {
    let mut panel = panel(Lang::En, 320.0, vec![card_thing("touch", "a")]);
    panel.run();
    field(&panel, "Text").click();
    panel.run();
    field(&panel, "Text").type_text("!");
    panel.run();
    panel.key_press(Key::Escape);
    panel.run();
    assert_eq!(panel.state().said.last(), Some(&Message::Cancel));
    assert_eq!(card_now(&panel, 0, 0).text, "Card a");

    field(&panel, "Text").click();
    panel.run();
    field(&panel, "Text").type_text("!");
    panel.run();
    panel.state_mut().doc.selection = Selection::of(card_thing("touch", "b"));
    panel.run();
    assert_eq!(panel.state().said.last(), Some(&Message::Commit));
    assert_eq!(card_now(&panel, 0, 0).text, "Card a!");
    assert_eq!(field(&panel, "Text").value().as_deref(), Some("Card b"));
}

#[test]
fn a_change_of_several_sets_all_of_them() {
    let things = vec![card_thing("touch", "a"), card_thing("touch", "b")];
    let mut panel = panel(Lang::En, 320.0, things);
    panel.run();
    panel.get_by_label("2 cards");
    click(&mut panel, "Owned");
    click(&mut panel, "Hypothesis");
    for card in 0..2 {
        let card = card_now(&panel, 0, card);
        assert_eq!(card.ownership, Some(Ownership::Owned));
        assert_eq!(card.evidence, Some(Evidence::Hypothesis));
    }
    assert_eq!(panel.state().said.len(), 2);
}

#[test]
fn numbers_take_comma_and_point_and_refuse_the_rest() {
    let rows = [("4,25", Some(4.25), None), ("4.25", Some(4.25), None), ("4x", None, Some("tal"))];
    for (typed, value, complaint) in rows {
        let mut panel = panel(Lang::Sv, 320.0, vec![card_thing("figures", "m")]);
        panel.run();
        field(&panel, "Värde").click();
        panel.run();
        for letter in typed.chars() {
            field(&panel, "Värde").type_text(&letter.to_string());
            panel.run();
        }
        // What is being written is left as it is written.
        assert_eq!(field(&panel, "Värde").value().as_deref(), Some(typed));
        let bad = panel.query_by_label_contains("Skriv ett tal");
        assert_eq!(bad.is_some(), complaint.is_some(), "{typed}");
        panel.key_press(Key::Enter);
        panel.run();
        let metric = card_now(&panel, 2, 0).metric;
        assert_eq!(metric.and_then(|metric| metric.value), value, "{typed}");
        assert!(!panel.state().doc.editor.is_previewing());
    }
}

#[test]
fn a_face_sets_the_feeling_of_a_touchpoint_and_gives_one_to_those_without() {
    let mut panel = panel(Lang::En, 320.0, vec![card_thing("touch", "a")]);
    panel.run();
    click(&mut panel, "Feeling +2.0");
    let lane = panel.state().doc.editor.project().journeys[0].lanes[1].clone();
    assert_eq!((lane.points.len(), lane.points[0].value), (2, 2.0));
    panel.state_mut().doc.selection = Selection::of(card_thing("touch", "b"));
    panel.run();
    click(&mut panel, "Feeling −1.0");
    let lane = panel.state().doc.editor.project().journeys[0].lanes[1].clone();
    let new = lane.points.iter().find(|point| point.touchpoint == Some(id("b"))).unwrap();
    assert_eq!((new.value, &new.step, &new.persona), (-1.0, &id("s2"), &Some(id("anna"))));
}

#[test]
fn a_new_source_and_a_new_opportunity_are_one_step_each() {
    let mut panel = panel(Lang::En, 320.0, vec![card_thing("touch", "a")]);
    panel.run();
    field(&panel, "New source").click();
    panel.run();
    field(&panel, "New source").type_text("Survey");
    panel.run();
    panel.key_press(Key::Enter);
    panel.run();
    click(&mut panel, "New opportunity from this card");
    let project = panel.state().doc.editor.project().clone();
    let card = card_now(&panel, 0, 0);
    assert_eq!(project.sources[1].title, "Survey");
    assert_eq!(card.sources, [project.sources[1].id.clone()]);
    assert_eq!(card.opportunity.as_ref(), Some(&project.opportunities[1].id));
    assert_eq!(project.opportunities[1].cards, [id("a")]);
    panel.state_mut().doc.editor.undo();
    panel.state_mut().doc.editor.undo();
    assert_eq!(**panel.state().doc.editor.project(), self::project());
}

#[test]
fn a_drag_of_the_slider_is_one_step_and_escape_calls_it_off() {
    let mut panel = panel(Lang::En, 320.0, vec![point_thing("p2")]);
    panel.run();
    let value = |panel: &Harness<'_, Panel>| {
        panel.state().doc.editor.project().journeys[0].lanes[1].points[1].value
    };
    let slider = panel.get_by_role_and_label(Role::Slider, "Feeling").rect();
    let drag = |panel: &mut Harness<'_, Panel>| {
        panel.drag_at(slider.center());
        panel.run();
        for x in [20.0, 40.0] {
            panel.hover_at(slider.center() + vec2(x, 0.0));
            panel.run();
        }
    };
    drag(&mut panel);
    let shown = value(&panel);
    assert!(shown > 0.3 && shown < 2.0, "{shown}");
    panel.drop_at(slider.center() + vec2(40.0, 0.0));
    panel.run();
    assert!(!panel.state().doc.editor.is_previewing());
    assert_eq!(value(&panel), shown);
    panel.state_mut().doc.editor.undo();
    assert_eq!(value(&panel), 1.0);

    drag(&mut panel);
    panel.key_press(Key::Escape);
    panel.hover_at(slider.center() + vec2(60.0, 0.0));
    panel.run();
    assert_eq!(value(&panel), 1.0);
    panel.drop_at(slider.center() + vec2(60.0, 0.0));
    panel.run();
    assert_eq!(value(&panel), 1.0);
}

#[test]
fn a_face_of_the_users_own_is_picked_and_given_back() {
    let mut panel = panel(Lang::En, 400.0, vec![point_thing("p2")]);
    panel.run();
    let face = |panel: &Harness<'_, Panel>| {
        let project = panel.state().doc.editor.project().clone();
        project.journeys[0].lanes[1].points[1].face.clone()
    };
    click(&mut panel, "Your own face: 😀");
    panel.event(egui::Event::Text("enraged".into()));
    panel.run();
    panel.key_press(Key::Enter);
    panel.run();
    assert_eq!(face(&panel), "😡");
    panel.get_by_label("Your own face: 😡");
    assert!(panel.query_by_label("enraged face").is_none(), "the picker has closed");
    click(&mut panel, "Follows the value");
    assert_eq!(face(&panel), "");
}

#[test]
fn every_kind_of_selection_fits_and_has_names_in_both_languages() {
    let kinds = [
        vec![],
        vec![card_thing("touch", "a")],
        vec![card_thing("figures", "m"), card_thing("touch", "a")],
        vec![point_thing("p1")],
        vec![point_thing("p1"), point_thing("p2")],
        vec![Thing::Phase(id("Decide"))],
        vec![Thing::Phase(id("Decide")), Thing::Phase(id("Discover"))],
        vec![Thing::Step(id("s2"))],
        vec![Thing::Lane(id("curve"))],
        vec![Thing::Lane(id("touch")), Thing::Lane(id("curve"))],
        vec![Thing::Persona(id("anna"))],
        vec![Thing::Persona(id("anna")), Thing::Persona(id("bo"))],
        vec![Thing::Transition(id("t"))],
        vec![Thing::Journey(id("map"))],
        vec![card_thing("touch", "a"), point_thing("p2"), Thing::Step(id("s1"))],
        vec![card_thing("gone", "gone"), Thing::Lane(id("gone"))],
    ];
    for lang in [Lang::Sv, Lang::En] {
        for things in &kinds {
            let mut panel = panel(lang, 260.0, things.clone());
            panel.state_mut().inspector.more = true;
            panel.state_mut().inspector.all_channels = true;
            // The harness itself refuses inputs without a name and characters without a glyph.
            panel.run();
            assert!(panel.state().said.is_empty(), "{things:?} asks for changes by itself");
            for node in panel.root().children_recursive() {
                // Some nodes are only there to hold others.
                let Some(rect) = node.accesskit_node().bounding_box() else { continue };
                assert!(rect.x1 <= 260.5, "{things:?} {:?} {rect:?}", node.accesskit_node());
            }
        }
    }
}

#[test]
fn nothing_is_looked_up_while_nothing_changes() {
    let mut panel = panel(Lang::En, 320.0, vec![card_thing("touch", "a")]);
    panel.run();
    let before = panel.state().inspector.picked.clone().unwrap();
    panel.run_steps(3);
    let after = panel.state().inspector.picked.clone().unwrap();
    assert!(Arc::ptr_eq(&before, &after));
}

#[test]
fn a_blocker_is_chosen_taken_back_and_undone() {
    let mut panel = panel(Lang::En, 320.0, vec![card_thing("touch", "a")]);
    panel.state_mut().inspector.more = true;
    panel.run();
    click(&mut panel, "Capacity");
    click(&mut panel, "Blocking");
    let chosen = Blocker {
        kind: Some(BlockerKind::Capacity),
        severity: Some(Severity::Blocking),
        ..Blocker::default()
    };
    assert_eq!(card_now(&panel, 0, 0).blocker, Some(chosen));
    click(&mut panel, "Capacity");
    click(&mut panel, "Blocking");
    assert_eq!(card_now(&panel, 0, 0).blocker, None);
    for _ in 0..4 {
        panel.state_mut().doc.editor.undo();
    }
    assert_eq!(**panel.state().doc.editor.project(), project());
}
