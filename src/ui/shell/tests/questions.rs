//! Are guiding questions answered without anything jumping away, and is each note kept? In the whole
//! window.

use super::gaps_room::{GapsRoom, map};
use crate::edit::Change;
use crate::edit::notation::id;
use crate::model::Project;
use crate::ui::Message;
use crate::ui::state::command::Command;
use crate::ui::state::rooms::Room as MapRoom;
use egui::Key;
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT, Queryable};

/// As many pain points without an opportunity as just do not count as many.
fn thirty() -> Project {
    let mut project = map();
    project.settings.insert(
        "gap_rules".into(),
        serde_json::json!({"few_interviews": false, "no_activity": false, "unknown_customer": false}),
    );
    let journey = project.journeys.edit(0).unwrap();
    let lane = journey.lanes.edit(1).unwrap();
    for (phase, name) in [("a", "early"), ("b1", "late")] {
        for at in 0..14 {
            let card = crate::model::Card {
                id: id(&format!("{name}{at}")),
                text: format!("Pain {name} {at}"),
                step: id(phase),
                ..Default::default()
            };
            lane.cards.push(card.into());
        }
    }
    project
}

#[test]
fn groups_do_not_fold_while_questions_are_answered_and_notes_are_kept() {
    let mut room = GapsRoom::new(thirty());
    room.edit(Change::PutSetting("gap_rules".into(), thirty().settings["gap_rules"].clone()));
    room.key(Key::G);
    let count = room.rows().len();
    assert!((26..=30).contains(&count), "{count}");
    let ask = |room: &mut GapsRoom, phase: usize| {
        let phase = room.project().journeys[0].phases[phase].id.clone();
        let ctx = room.window.ctx.clone();
        room.window.state_mut().handle_all(&ctx, &mut vec![Message::Questions(phase)]);
        room.window.run();
    };
    let open = |room: &GapsRoom| {
        let headings = room.window.get_all_by_role(Role::DisclosureTriangle);
        let on = Some(Toggled::True);
        headings.filter(|one| one.accesskit_node().toggled() == on).count()
    };
    let before = open(&room);
    assert!(before >= 2);
    // One gap more, and more than many with what comes in besides.
    ask(&mut room, 0);
    room.key(Key::Num3);
    for at in 0..(31 - count) {
        let card = crate::model::Card {
            id: id(&format!("more{at}")),
            text: "More".into(),
            step: id("a"),
            ..Default::default()
        };
        let spot = crate::edit::Spot::Cell { lane: id("P"), step: id("a"), index: 0 };
        room.edit(Change::AddCards(vec![(spot, card)]));
    }
    assert_eq!(room.project().journeys[0].phases[0].checklist[0].answer, "No");
    assert_eq!(open(&room), before);
    // Opened anew, the many are folded.
    let mut again = GapsRoom::new(Project::clone(&room.project()));
    again.key(Key::G);
    assert!(open(&again) < before, "{}", open(&again));
}

#[test]
fn a_note_that_is_being_typed_is_kept_whatever_is_done_next() {
    let note = |room: &GapsRoom, at: usize| {
        room.project().journeys[0].phases[1].checklist[at].note.clone()
    };
    for what in ["answer", "question", "fold", "room"] {
        let mut room = GapsRoom::new(map());
        room.key(Key::G);
        let rings = room.window.get_all_by_role(Role::Button);
        let rings: Vec<String> = rings.filter_map(|it| it.accesskit_node().label()).collect();
        let ring = rings.into_iter().find(|it| it.starts_with("Late. ")).unwrap();
        room.press(Role::Button, &ring);
        room.press(Role::TextInput, "Note");
        room.write("Only by phone");
        match what {
            "answer" => room.press(Role::Button, "No"),
            "question" => {
                let rows = room.window.get_all_by_role(Role::ListItem);
                let rows: Vec<String> = rows.filter_map(|it| it.accesskit_node().label()).collect();
                let row = rows.into_iter().find(|it| it.starts_with("Do we answer")).unwrap();
                room.press(Role::ListItem, &row);
            }
            "fold" => {
                let heads = room.window.get_all_by_role(Role::DisclosureTriangle);
                let heads: Vec<String> =
                    heads.filter_map(|it| it.accesskit_node().label()).collect();
                let head = heads.into_iter().find(|it| it.starts_with("Late: ")).unwrap();
                room.press(Role::DisclosureTriangle, &head);
            }
            _ => {
                let ctx = room.window.ctx.clone();
                let leave = Message::Do(Command::Room(MapRoom::Map));
                room.window.state_mut().handle_all(&ctx, &mut vec![leave]);
                room.window.run();
            }
        }
        assert_eq!(note(&room, 0), "Only by phone", "{what}");
        let doc = room.window.state_mut().work.doc.as_mut().unwrap();
        assert!(!doc.editor.is_previewing(), "{what}");
        if what == "answer" {
            assert_eq!(room.project().journeys[0].phases[1].checklist[0].answer, "No");
        }
    }
    // Esc gives back what stood there.
    let mut room = GapsRoom::new(map());
    room.key(Key::G);
    let rings = room.window.get_all_by_role(Role::Button);
    let rings: Vec<String> = rings.filter_map(|it| it.accesskit_node().label()).collect();
    let ring = rings.into_iter().find(|it| it.starts_with("Late. ")).unwrap();
    room.press(Role::Button, &ring);
    room.press(Role::TextInput, "Note");
    room.write("Only by phone");
    room.key(Key::Escape);
    assert_eq!(note(&room, 0), "");
}

#[test]
fn the_open_question_is_seen_with_its_answers() {
    let mut project = thirty();
    let lane = project.journeys.edit(0).unwrap().lanes.edit(1).unwrap();
    for at in 0..lane.cards.len() {
        lane.cards.edit(at).unwrap().step = id("a");
    }
    let mut room = GapsRoom::new(project);
    room.edit(Change::PutSetting("gap_rules".into(), thirty().settings["gap_rules"].clone()));
    room.key(Key::G);
    // As its ring in the header of the map does.
    let ctx = room.window.ctx.clone();
    let late = room.project().journeys[0].phases[1].id.clone();
    room.window.state_mut().handle_all(&ctx, &mut vec![Message::Questions(late)]);
    room.window.run();
    let answers = room.window.get_all_by_role(Role::Button);
    let is_answer = |it: &egui_kittest::Node<'_>| {
        it.accesskit_node().label().is_some_and(|label| label == "Partly" || label == "No")
    };
    let lowest = answers.filter(is_answer).map(|it| it.rect().bottom()).fold(0.0, f32::max);
    let note = room.window.get_by_role_and_label(Role::TextInput, "Note").rect();
    assert!(lowest > 0.0 && note.bottom() < 940.0, "{lowest} {note}");
}

#[test]
fn a_no_that_is_clicked_asks_why_and_keys_answer_again_when_the_note_is_left() {
    let mut room = GapsRoom::new(map());
    room.key(Key::G);
    let phase = room.project().journeys[0].phases[1].id.clone();
    let ctx = room.window.ctx.clone();
    room.window.state_mut().handle_all(&ctx, &mut vec![Message::Questions(phase)]);
    room.window.run();
    let said = |room: &GapsRoom| {
        let one = &room.project().journeys[0].phases[1].checklist[0];
        (one.answer.clone(), one.note.clone())
    };
    let both = |answer: &str, note: &str| (answer.to_owned(), note.to_owned());
    // A letter that is a command of the map, and a figure that is an answer, are words here.
    room.press(Role::Button, "No");
    room.key(Key::Num1);
    room.write("G 1");
    assert_eq!(said(&room), both("No", "G 1"));
    assert_eq!(room.window.state().work.room, MapRoom::Gaps);
    room.key(Key::Enter);
    room.key(Key::Num1);
    assert_eq!(said(&room), both("Yes", "G 1"), "the note has not the keyboard any more");
    room.press(Role::Button, "Partly");
    room.write("!");
    assert_eq!(said(&room), both("Partly", "G 1!"));
    room.key(Key::Escape);
    assert_eq!(said(&room), both("Partly", "G 1"));
    room.key(Key::Num1);
    assert_eq!(said(&room).0, "Yes");
    // What asks for no reason leaves the keyboard where it was, and so does an answer taken back.
    for answer in ["Don’t know", "No"] {
        room.press(Role::Button, answer);
        if answer == "No" {
            room.key(Key::Escape);
            room.press(Role::Button, answer);
        }
        let focused = room.window.ctx.memory(|memory| memory.focused());
        assert_ne!(focused, Some(egui::Id::unique(("note of", "Late1"))), "{answer}");
    }
}

#[test]
fn a_question_that_is_no_gap_any_more_stays_until_it_is_said_why() {
    for order in ["By phase", "By kind", "By weight"] {
        let mut project = map();
        let phase = project.journeys.edit(0).unwrap().phases.edit(1).unwrap();
        phase.checklist.edit(0).unwrap().answer = "No".into();
        let mut room = GapsRoom::new(project);
        room.key(Key::G);
        room.press(Role::RadioButton, order);
        let row = room.rows().into_iter().find(|row| row.starts_with("No to the question"));
        room.press(Role::ListItem, &row.unwrap());
        let cards = room.project().journeys[0].lanes[0].cards.len();
        room.press(Role::Button, "Partly");
        room.write("nt");
        room.key(Key::Enter);
        let one = room.project().journeys[0].phases[1].checklist[0].clone();
        assert_eq!((one.answer.as_str(), one.note.as_str()), ("Partly", "nt"), "{order}");
        assert_eq!(room.project().journeys[0].lanes[0].cards.len(), cards);
        // It can be answered otherwise, and leaves when one goes on.
        room.key(Key::Num1);
        assert_eq!(room.project().journeys[0].phases[1].checklist[0].answer, "Yes", "{order}");
        assert!(room.window.query_by_role_and_label(Role::TextInput, "Note").is_some());
        room.key(Key::Escape);
        assert!(room.window.query_by_role_and_label(Role::TextInput, "Note").is_none());
    }
}
