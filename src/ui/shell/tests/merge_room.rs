//! Are two copies of a map made one in the merge room, is what was chosen what stands, and does the
//! map stay as it is until then? In the whole window, with a store of its own.

use crate::edit::notation::{id, parse};
use crate::edit::{Change, Edit};
use crate::file::history::{self, Occasion, Store};
use crate::file::{self, Settings, ThemeChoice};
use crate::model::{Card, CardRef, Project, Thing};
use crate::ui::state::command::Command;
use crate::ui::{App, Message, Selection, WindowOptions};
use crate::words::Lang;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// What threads are waited for at most, on a busy machine.
const PATIENCE: usize = 1500;

/// The map before and as both had it: what changed from one to the other shows that both come from
/// the second.
const OLD: &str = "A: a b | B: c\nL: x / y | z w\nM: p / q |";
const BASE: &str = "A: a b | B: c\nL: x / y | z w\nM: p / q | v";

/// Maps whose cards say what stands after a dot: `x=text`.
fn map(text: &str, says: &[(&str, &str)]) -> Project {
    let (mut project, _) = parse(text);
    for journey in project.journeys.iter_mut() {
        for lane in Arc::make_mut(journey).lanes.iter_mut() {
            for card in Arc::make_mut(lane).cards.iter_mut() {
                let said = says.iter().find(|(name, _)| card.id == id(name));
                let text = said.map_or(card.id.to_string(), |(_, text)| (*text).to_owned());
                Arc::make_mut(card).text = text;
            }
        }
    }
    project
}

struct Room {
    window: Harness<'static, App>,
    folder: tempfile::TempDir,
}

impl Room {
    /// A window on a copy of the map, in English; the other lies beside it.
    fn new(ours: &Project, theirs: &Project, with_history: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::at(&folder.path().join("history"));
        let path = folder.path().join("map.kundresa");
        if with_history {
            for project in [map(OLD, &[]), map(BASE, &[])] {
                history::keep(&store, &path, &file::to_json(&project), Occasion::Saved).unwrap();
            }
        }
        file::save(&path, ours, false).unwrap();
        file::save(&folder.path().join("theirs.kundresa"), theirs, false).unwrap();
        let options = WindowOptions { lang: Some(Lang::En), ..WindowOptions::default() };
        let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
        let mut window = Harness::builder()
            .with_size(Vec2::new(1600.0, 950.0))
            .with_max_steps(400)
            .with_step_dt(1.0 / 20.0)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, options, settings));
        window.state_mut().env.store = Some(store);
        window.state_mut().open(&path);
        window.run();
        Self { window, folder }
    }

    fn theirs(&self) -> PathBuf {
        self.folder.path().join("theirs.kundresa")
    }

    fn send(&mut self, message: Message) {
        let ctx = self.window.ctx.clone();
        self.window.state_mut().handle_all(&ctx, &mut vec![message]);
        self.window.step();
    }

    /// Goes into the room with the other copy, and waits for what its threads make.
    fn enter(&mut self) {
        self.send(Message::MergeWith(self.theirs()));
        self.settle();
        assert!(self.is_open());
    }

    fn settle(&mut self) {
        for _ in 0..PATIENCE {
            self.window.step();
            let room = &self.window.state().work.merging;
            if room.as_ref().is_some_and(|room| room.is_settled()) {
                self.window.run();
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the threads have not come to an end");
    }

    fn is_open(&self) -> bool {
        self.window.state().work.is_merging()
    }

    fn key(&mut self, key: Key) {
        self.window.key_press(key);
        self.window.run();
    }

    fn press(&mut self, role: Role, name: &str) {
        self.window.get_by_role_and_label(role, name).click();
        self.window.run();
    }

    fn project(&self) -> Project {
        Project::clone(self.window.state().document().unwrap().editor.project())
    }

    /// What the cards say, lane by lane, with their steps.
    fn cards(&self) -> String {
        let project = self.project();
        let lanes = project.journeys[0].lanes.iter();
        let card = |card: &Arc<Card>| format!("{}@{}", card.text.replace('\n', "|"), card.step);
        let cards = lanes.flat_map(|lane| lane.cards.iter().map(card).collect::<Vec<_>>());
        cards.collect::<Vec<_>>().join(" ")
    }

    /// The lines of the list.
    fn rows(&self) -> Vec<String> {
        let rows = self.window.query_all_by_role(Role::ListBoxOption);
        rows.map(|row| row.accesskit_node().label().unwrap_or_default()).collect()
    }

    fn says(&self, text: &str) -> bool {
        self.window.query_all_by_label_contains(text).next().is_some()
    }
}

fn card(lane: &str, name: &str) -> Thing {
    Thing::Card(CardRef { lane: Some(id(lane)), card: id(name) })
}

/// Both have changed x and p; y was moved here, w deleted there and changed here; they have added n.
fn two_copies() -> (Project, Project) {
    let ours = map(
        "A: a b | B: c\nL: x y / | z w\nM: p / q | v",
        &[("x", "mine"), ("p", "mine too"), ("w", "still needed")],
    );
    let theirs =
        map("A: a b | B: c\nL: x / y | z\nM: p n / q | v", &[("x", "theirs"), ("p", "theirs too")]);
    (ours, theirs)
}

#[test]
fn two_copies_become_one_by_choosing_and_one_step_takes_it_back() {
    let (ours, theirs) = two_copies();
    let mut room = Room::new(&ours, &theirs, true);
    let before = room.cards();
    room.enter();
    let rows = room.rows();
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert!(rows[0].starts_with("1 mine, ") || rows[0].starts_with("1 theirs, "), "{rows:?}");
    assert!(room.says("Both come from the version of "), "what both come from is told");
    assert!(room.says("new: 1 card"), "{:?}", room.rows());
    // What stood there is told with both values.
    assert!(room.says("Before: x"));
    room.window.get_by_role_and_label(Role::Button, "Mine: mine");
    room.press(Role::Button, "Theirs: theirs");
    assert!(room.says("1 of 3 solved"));
    // The next is open: w, deleted there.
    assert!(room.says("They deleted it, you changed it"));
    room.press(Role::Button, "Keep");
    room.key(Key::Num3);
    assert!(room.says("3 of 3 solved"));
    assert_eq!(room.cards(), before, "nothing is taken in before one says so");
    room.press(Role::Button, "Take into my map");
    assert!(!room.is_open());
    let expected = "theirs@a y@a z@c still needed@c mine too|theirs too@a n@a q@b v@c";
    assert_eq!(room.cards(), expected);
    assert!(room.project().conflicts.is_empty());
    room.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    room.window.run();
    assert_eq!(room.cards(), before, "one step back");
}

#[test]
fn what_is_left_is_marked_on_the_map_and_chosen_later() {
    let (ours, theirs) = two_copies();
    let mut room = Room::new(&ours, &theirs, true);
    room.enter();
    room.press(Role::Button, "Take into my map");
    assert_eq!(room.project().conflicts.len(), 3);
    assert!(room.says("3 conflicts"), "the row at the bottom tells of them");
    let marks = room.window.query_all_by_label("Two people changed this. Click to choose.").count();
    assert_eq!(marks, 3);
    let told = room.window.query_all_by_label_contains("Conflict left").count();
    assert_eq!(told, 3, "those who listen are told");
    // It goes with the file.
    let path = room.folder.path().join("map.kundresa");
    let doc = room.window.state().document().unwrap();
    file::save(&path, doc.editor.project(), false).unwrap();
    assert_eq!(file::load(&path).unwrap().project.conflicts.len(), 3);
    // The one of the selected card is asked for.
    let doc = room.window.state_mut().work.doc.as_mut().unwrap();
    doc.select(Selection::of(card("M", "p")));
    room.window.run();
    room.key(Key::F8);
    room.settle();
    assert!(room.is_open());
    // Whose it was says nothing to whoever opens the file next.
    let stands = ["What stands: mine too", "What stands: theirs too"];
    assert!(stands.iter().any(|text| room.says(text)));
    assert!(room.says("The other answer"));
    let standing = room.cards();
    room.key(Key::Num1);
    room.key(Key::Num1);
    room.key(Key::Num1);
    room.press(Role::Button, "Take into my map");
    assert!(room.project().conflicts.is_empty());
    assert_eq!(room.cards(), standing, "the first key keeps what stands");
    assert!(!Command::Conflicts.is_allowed(&room.window.state().state()));
}

#[test]
fn choices_are_taken_back_one_by_one_and_wait_when_the_room_is_left() {
    let (ours, theirs) = two_copies();
    let mut room = Room::new(&ours, &theirs, true);
    let before = room.cards();
    room.enter();
    room.key(Key::Num1);
    room.key(Key::Num1);
    assert!(room.says("2 of 3 solved"));
    room.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    room.window.run();
    assert!(room.says("1 of 3 solved"), "Ctrl Z takes a choice back, not a step of the map");
    room.key(Key::Escape);
    assert!(!room.is_open());
    assert_eq!(room.cards(), before);
    room.enter();
    assert!(room.says("1 of 3 solved"), "what was chosen has waited");
    room.key(Key::F8);
    room.press(Role::Button, "Take theirs");
    room.press(Role::Button, "Keep");
    assert!(room.says("3 of 3 solved"), "{:?}", room.rows());
    room.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    room.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    room.window.run();
    assert!(room.says("1 of 3 solved"));
    // What is done on the map meanwhile is merged too, and the choice stays.
    room.key(Key::Escape);
    let doc = room.window.state_mut().work.doc.as_mut().unwrap();
    let (journey, change) = (id("map"), Change::Remove(vec![card("M", "q")]));
    doc.editor.edit(Edit { journey, change }).unwrap();
    room.window.run();
    room.enter();
    assert!(room.says("1 of 3 solved"));
    room.press(Role::Button, "Undo the choice");
    assert!(room.says("0 of 3 solved"));
    room.press(Role::Button, "Take into my map");
    assert!(!room.cards().contains("q@b"), "what was deleted here stays deleted");
}

#[test]
fn without_a_common_version_nothing_is_guessed() {
    let (ours, theirs) = two_copies();
    let mut room = Room::new(&ours, &theirs, false);
    room.enter();
    assert!(room.says("No common version was found: all that differs is a conflict"));
    assert!(!room.says("Before: "), "what stood there is not known");
    // Nothing is gone that either has.
    room.press(Role::Button, "Take into my map");
    for text in ["y@", "z@", "still needed@", "n@", "q@"] {
        assert!(room.cards().contains(text), "{text} in {}", room.cards());
    }
    let kept = serde_json::to_string(&room.project()).unwrap();
    for text in ["mine", "theirs", "mine too", "theirs too"] {
        assert!(kept.contains(&format!("\"{text}\"")), "{text} is in the file");
    }
}

#[test]
fn a_copy_with_nothing_in_conflict_asks_for_nothing() {
    let theirs = map("A: a b | B: c\nL: x / y | z w\nM: p n / q | v", &[]);
    let mut room = Room::new(&map(BASE, &[]), &theirs, true);
    room.enter();
    assert!(room.says("No conflicts: all of both is there."));
    room.key(Key::Enter);
    assert!(!room.is_open(), "the button has the keyboard");
    assert!(room.cards().contains("n@a"));
    // The open file itself is no other copy.
    let own = room.folder.path().join("map.kundresa");
    room.send(Message::MergeWith(own));
    room.window.run();
    assert!(!room.is_open() && room.says("That is the open file"));
    // Nor is what cannot be read.
    let path = room.theirs();
    std::fs::write(&path, "no map").unwrap();
    room.send(Message::MergeWith(path));
    for _ in 0..PATIENCE {
        room.window.step();
        if room.window.state().front.dialog.is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(room.window.state().front.dialog.is_some() && !room.is_open());
}

#[test]
fn keys_lead_everywhere_in_the_room() {
    let (ours, theirs) = two_copies();
    let mut room = Room::new(&ours, &theirs, true);
    room.enter();
    let focused = |room: &Room| {
        let node = room.window.root().children_recursive().find(|node| node.is_focused());
        node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    assert!(focused(&room).starts_with("1 "), "{}", focused(&room));
    room.key(Key::F8);
    assert!(focused(&room).starts_with("2 "), "{}", focused(&room));
    room.key(Key::ArrowDown);
    assert!(focused(&room).starts_with("3 "), "{}", focused(&room));
    room.window.key_press_modifiers(Modifiers::SHIFT, Key::F8);
    room.window.run();
    assert!(focused(&room).starts_with("2 "), "{}", focused(&room));
    room.key(Key::F6);
    assert_eq!(focused(&room), "The merged map");
    room.key(Key::F6);
    assert_eq!(focused(&room), "Take into my map");
    room.key(Key::F6);
    assert!(focused(&room).starts_with("2 "), "{}", focused(&room));
    room.key(Key::Num2);
    room.window.get_by_label_contains("1 of 3 solved");
}
