//! Are the gaps of a map listed beside it, shown on it, waved off and taken back, and are guiding
//! questions answered there? In the whole window.

use crate::edit::notation::{id, parse};
use crate::edit::{Change, Edit};
use crate::file::{Settings, ThemeChoice};
use crate::model::{Opportunity, Project, Question, QuestionSide};
use crate::ui::state::command::Command;
use crate::ui::state::rooms::Room as MapRoom;
use crate::ui::{App, Document, Message, Selection, WindowOptions};
use crate::words::Lang;
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::Arc;

/// In B we do nothing, and one pain point has no opportunity.
pub(super) fn map() -> Project {
    let (mut project, _) = parse("A: a | B: b1 b2\nK: x | y /\nP: q | /\nO: | /\nS: s | /");
    project.opportunities =
        [Opportunity { id: id("o"), ..Opportunity::default() }].into_iter().collect();
    let journey = project.journeys.edit(0).unwrap();
    journey.purpose = "To see".into();
    use crate::model::LaneKind::{Actions, Opportunities, PainPoints, SalesMarketing};
    for (place, kind) in
        [Actions, PainPoints, Opportunities, SalesMarketing].into_iter().enumerate()
    {
        let lane = journey.lanes.edit(place).unwrap();
        lane.kind = kind;
        lane.title = String::new();
        for at in 0..lane.cards.len() {
            let card = lane.cards.edit(at).unwrap();
            card.text = format!("Card {}", card.id);
        }
    }
    for (place, title) in ["Early", "Late"].into_iter().enumerate() {
        let phase = journey.phases.edit(place).unwrap();
        phase.title = title.into();
        let question = |name: &str, text: &str, side| Question {
            id: id(name),
            question: text.into(),
            side: Some(side),
            ..Question::default()
        };
        let two = [
            question(&format!("{title}1"), "Do they know of us?", QuestionSide::Customer),
            question(&format!("{title}2"), "Do we answer within a day?", QuestionSide::Ours),
        ];
        phase.checklist = two.into_iter().collect();
    }
    project
}

pub(super) struct GapsRoom {
    pub(super) window: Harness<'static, App>,
}

impl GapsRoom {
    pub(super) fn new(project: Project) -> Self {
        let options = WindowOptions { lang: Some(Lang::En), ..WindowOptions::default() };
        let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
        let mut window = Harness::builder()
            .with_size(Vec2::new(1600.0, 950.0))
            .with_max_steps(400)
            .with_step_dt(1.0 / 20.0)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, options, settings));
        window.state_mut().show_document(Some(Document::new(project, None, false)));
        window.run();
        let mut room = Self { window };
        // Interviews are wanted of every map.
        let settings = serde_json::json!({"few_interviews": false});
        room.edit(Change::PutSetting("gap_rules".into(), settings));
        room
    }

    pub(super) fn edit(&mut self, change: Change) {
        let doc = self.window.state_mut().work.doc.as_mut().unwrap();
        doc.editor.edit(Edit { journey: id("map"), change }).unwrap();
        self.window.run();
    }

    pub(super) fn key(&mut self, key: Key) {
        self.window.key_press(key);
        self.window.run();
    }

    pub(super) fn write(&mut self, text: &str) {
        self.window.event(Event::Text(text.to_owned()));
        self.window.run();
    }

    pub(super) fn press(&mut self, role: Role, name: &str) {
        self.window.get_by_role_and_label(role, name).click();
        self.window.run();
    }

    fn click(&mut self, at: egui::Pos2) {
        self.window.event(Event::PointerMoved(at));
        self.window.run();
        for pressed in [true, false] {
            let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
            self.window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        }
        self.window.run();
    }

    fn room(&self) -> MapRoom {
        self.window.state().work.room
    }

    /// What the rows say, from above.
    pub(super) fn rows(&self) -> Vec<String> {
        let rows = self.window.get_all_by_role(Role::ListItem);
        let mut rows: Vec<(f64, String)> = rows
            .map(|row| {
                let node = row.accesskit_node();
                (node.bounding_box().map_or(0.0, |it| it.y0), node.label().unwrap_or_default())
            })
            .filter(|(_, name)| name.contains(". "))
            .collect();
        rows.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        rows.into_iter().map(|(_, name)| name).collect()
    }

    pub(super) fn project(&self) -> Arc<Project> {
        Arc::clone(self.window.state().document().unwrap().editor.project())
    }

    /// What the ring of a phase or of the map says.
    fn ring(&self, title: &str) -> String {
        let buttons = self.window.get_all_by_role(Role::Button);
        let mut said = buttons.filter_map(|it| it.accesskit_node().label());
        said.find(|it| it.starts_with(&format!("{title}. "))).unwrap()
    }

    fn waved(&self) -> Vec<(String, String)> {
        let waved = self.project().journeys[0].gaps_waved_off().collect::<Vec<_>>();
        waved.into_iter().map(|one| (one.rule.to_string(), one.reason)).collect()
    }
}

#[test]
fn gaps_are_listed_by_phase_in_a_room_beside_the_map() {
    let mut room = GapsRoom::new(map());
    assert_eq!(room.room(), MapRoom::Map);
    room.key(Key::G);
    assert_eq!(room.room(), MapRoom::Gaps);
    let rows = room.rows();
    assert!(rows.iter().any(|row| row.starts_with("Pain point without")), "{rows:?}");
    assert!(rows.iter().any(|row| row.starts_with("We do nothing here")), "{rows:?}");
    // On the map they are where they are said to be, and cover no card.
    let app = room.window.state();
    let marks = app.work.canvas.gaps.marks.clone().unwrap();
    let scene = app.document().unwrap().scene.clone().unwrap();
    assert!(marks.marks.iter().filter(|mark| mark.around.is_none()).count() >= 2);
    for mark in marks.marks.iter().filter(|mark| mark.around.is_none()) {
        for lane in &scene.lanes {
            let crate::scene::Body::Cards(cards) = &lane.body else { continue };
            for card in cards.cells.iter().flat_map(|cell| &cell.cards) {
                let rect = card.rect.translate(egui::vec2(0.0, lane.y));
                assert!(!rect.intersects(mark.rect), "{mark:?}");
            }
        }
    }
    assert_eq!(marks.rings.len(), 2);
    room.key(Key::G);
    assert_eq!(room.room(), MapRoom::Map);
    assert!(room.window.state().work.canvas.gaps.marks.is_none());
    room.press(Role::RadioButton, "Gaps");
    assert_eq!(room.room(), MapRoom::Gaps);
    room.key(Key::Escape);
    assert_eq!(room.room(), MapRoom::Map);
    room.window.key_press_modifiers(Modifiers::ALT, Key::Num2);
    room.window.run();
    assert_eq!(room.room(), MapRoom::Gaps);
}

#[test]
fn a_gap_is_waved_off_with_a_reason_and_taken_back() {
    let mut room = GapsRoom::new(map());
    room.key(Key::G);
    let before = room.rows();
    room.key(Key::J);
    room.key(Key::Delete);
    room.write("The hall is closed");
    room.key(Key::Enter);
    let waved = room.waved();
    assert_eq!(waved.len(), 1);
    assert_eq!(waved[0].1, "The hall is closed");
    assert_eq!(room.rows().len(), before.len() - 1);
    // It lies folded, and says why.
    room.press(Role::DisclosureTriangle, "1 waved off");
    assert_eq!(room.rows().len(), before.len());
    assert!(room.rows().iter().any(|row| row.ends_with("The hall is closed")), "{:?}", room.rows());
    let undo = room.window.get_all_by_role(Role::Button);
    let name =
        undo.filter_map(|it| it.accesskit_node().label()).find(|it| it.starts_with("Undo: "));
    room.press(Role::Button, &name.unwrap());
    assert_eq!(room.waved(), []);
    assert_eq!(room.rows(), before);
    // Each is a step of history.
    room.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    room.window.run();
    assert_eq!(room.waved(), waved);
}

#[test]
fn keys_go_through_the_gaps_and_the_chosen_one_is_lit() {
    let mut room = GapsRoom::new(map());
    room.key(Key::G);
    let count = room.rows().len();
    assert!(count >= 2);
    let mut seen = Vec::new();
    for _ in 0..count {
        room.key(Key::J);
        let chosen = room.window.get_all_by_role(Role::ListItem);
        let on = Some(Toggled::True);
        let chosen = chosen.filter(|row| row.accesskit_node().toggled() == on);
        seen.extend(chosen.filter_map(|row| row.accesskit_node().label()));
        // What is of no place on the map is lit nowhere.
        let of_map = seen.last().is_some_and(|row| row.ends_with("The whole map"));
        let lit = room.window.state().work.canvas.gaps.lit;
        assert_eq!(lit.is_none(), of_map, "{seen:?}");
    }
    assert_eq!(seen, room.rows(), "each once, from above");
    room.key(Key::K);
    room.key(Key::Enter);
    assert_eq!(room.room(), MapRoom::Gaps);
    // The fields of what is chosen come back, and the list when nothing is.
    let card = crate::model::CardRef { lane: Some(id("K")), card: id("x") };
    let ctx = room.window.ctx.clone();
    let chosen = Selection::of(crate::model::Thing::Card(card));
    room.window.state_mut().handle_all(&ctx, &mut vec![Message::Select(chosen)]);
    room.window.run();
    assert_eq!(room.rows(), Vec::<String>::new());
    room.window.state_mut().handle_all(&ctx, &mut vec![Message::Select(Selection::default())]);
    room.window.run();
    assert_eq!(room.rows().len(), count);
}

#[test]
fn questions_of_a_phase_are_answered_by_keys_and_noted() {
    let mut room = GapsRoom::new(map());
    room.key(Key::G);
    let ring = room.ring("Late");
    assert!(ring.contains("0 of 2"), "{ring}");
    room.press(Role::Button, &ring);
    room.key(Key::Num3);
    let question = |room: &GapsRoom, at: usize| {
        crate::model::Question::clone(&room.project().journeys[0].phases[1].checklist[at])
    };
    assert_eq!(question(&room, 0).answer, "No");
    // It is a gap from now on, and the ring has gone on.
    room.press(Role::TextInput, "Note");
    room.write("Only the phone");
    room.key(Key::Enter);
    assert_eq!(question(&room, 0).note, "Only the phone");
    room.key(Key::Num1);
    assert_eq!(question(&room, 0).answer, "Yes");
    room.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    room.window.run();
    assert_eq!(question(&room, 0).answer, "No");
    assert!(room.ring("Late").contains("1 of 2"), "{}", room.ring("Late"));
}

#[test]
fn an_opportunity_made_of_a_no_takes_the_reason_with_it() {
    let mut room = GapsRoom::new(map());
    room.key(Key::G);
    let ring = room.ring("Late");
    room.press(Role::Button, &ring);
    room.key(Key::Num3);
    // The reason is being typed when the button is pressed.
    room.press(Role::TextInput, "Note");
    room.write("Only the phone");
    room.press(Role::Button, "Make an opportunity");
    let project = room.project();
    let question = &project.journeys[0].phases[1].checklist[0];
    assert_eq!((question.answer.as_str(), question.note.as_str()), ("No", "Only the phone"));
    let new = project.opportunities.iter().find(|one| one.id != id("o")).unwrap();
    assert_eq!(new.note, "Only the phone");
    assert!(new.title.contains("Do they know of us?"), "{}", new.title);
}

#[test]
fn questions_about_the_map_as_a_whole_are_answered_like_those_of_a_phase() {
    let mut project = map();
    let journey = project.journeys.edit(0).unwrap();
    // Called as one of a phase is: each keeps its own answer.
    let one = |name: &str, text: &str| Question {
        id: id(name),
        question: text.into(),
        ..Question::default()
    };
    journey.checklist =
        [one("Late1", "Who owns the map?"), one("whole", "Is it used?")].into_iter().collect();
    let mut room = GapsRoom::new(project);
    room.key(Key::G);
    let of_map = room.ring("The map as a whole");
    assert!(of_map.contains("0 of 2"), "{of_map}");
    room.press(Role::Button, &of_map);
    room.key(Key::Num3);
    let answers = |room: &GapsRoom| {
        let journey = &room.project().journeys[0];
        [&journey.checklist[0], &journey.checklist[1], &journey.phases[1].checklist[0]]
            .map(|one| one.answer.clone())
    };
    assert_eq!(answers(&room), ["No", "", ""]);
    assert!(room.window.query_by_label("The map as a whole: 2 gaps").is_some());
    room.press(Role::TextInput, "Note");
    room.write("Nobody yet");
    room.key(Key::Enter);
    assert_eq!(room.project().journeys[0].checklist[0].note, "Nobody yet");
    room.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    room.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    room.window.run();
    assert_eq!(answers(&room), ["", "", ""]);
    let late = room.ring("Late");
    room.press(Role::Button, &late);
    room.key(Key::Num1);
    assert_eq!(answers(&room), ["", "", "Yes"]);
}

#[test]
fn gaps_are_worked_out_again_only_when_the_map_is_another() {
    let mut room = GapsRoom::new(map());
    room.key(Key::G);
    let times = |room: &GapsRoom| room.window.state().document().unwrap().found_gaps.times;
    let before = times(&room);
    for _ in 0..5 {
        room.window.step();
    }
    room.key(Key::J);
    assert_eq!(times(&room), before);
    let journey = crate::model::Journey {
        purpose: String::new(),
        ..room.project().journeys[0].as_ref().clone()
    };
    room.edit(Change::PutJourney(Box::new(journey)));
    assert_eq!(times(&room), before + 1);
}

#[test]
fn a_rule_that_is_off_is_kept_in_the_file() {
    let mut room = GapsRoom::new(map());
    room.key(Key::G);
    assert!(room.rows().iter().any(|row| row.starts_with("Pain point without")));
    room.press(Role::Button, "Rules that look for gaps");
    room.press(Role::CheckBox, "Pain point without an opportunity");
    assert_eq!(room.project().settings["gap_rules"]["pain_without_opportunity"], false);
    assert!(!room.rows().iter().any(|row| row.starts_with("Pain point without")));
}

#[test]
fn the_map_shows_its_gaps_where_the_view_asks_for_them() {
    let mut room = GapsRoom::new(map());
    let ctx = room.window.ctx.clone();
    assert!(room.window.state().work.canvas.gaps.marks.is_none());
    room.window.state_mut().handle_all(&ctx, &mut vec![Message::Do(Command::GapsOnMap)]);
    room.window.run();
    assert!(room.window.state().work.canvas.gaps.marks.is_some());
    assert_eq!(room.room(), MapRoom::Map);
}

#[test]
fn the_box_of_a_gap_on_the_map_makes_what_its_list_makes() {
    let made = |by_box: bool| {
        let mut room = GapsRoom::new(map());
        room.key(Key::G);
        let wanted = "Pain point without an opportunity";
        let row = room.rows().into_iter().find(|row| row.starts_with(wanted)).unwrap();
        match by_box {
            true => {
                let app = room.window.state();
                let marks = app.work.canvas.gaps.marks.clone().unwrap();
                let mark = marks.marks.iter().find(|mark| mark.lane == id("O")).unwrap();
                let doc = app.document().unwrap();
                let area = app.work.canvas.area().unwrap();
                let at = doc.cameras[&doc.journey].canvas_from_doc(mark.rect.center());
                room.click(area.min + at.to_vec2());
            }
            false => {
                room.press(Role::ListItem, &row);
                room.press(Role::Button, "Make an opportunity");
            }
        }
        room.write("!");
        room.key(Key::Escape);
        room.window.state_mut().work.doc.as_mut().unwrap().select(Selection::default());
        room.window.run();
        let left = room.rows().into_iter().filter(|row| row.starts_with(wanted)).count();
        let project = room.project();
        let journey = &project.journeys[0];
        let new = journey.lanes[2].cards.iter().map(|card| card.text.clone());
        let pain = journey.lanes[1].cards[0].opportunity.clone();
        let ideas = project.opportunities.iter().map(|one| one.cards.clone());
        (left, new.collect::<Vec<_>>(), pain.is_some(), ideas.collect::<Vec<_>>())
    };
    let by_list = made(false);
    assert_eq!((by_list.0, by_list.2), (0, true), "{by_list:?}");
    assert_eq!(made(true), by_list);
}
