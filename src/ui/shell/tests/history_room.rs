//! Does the history room show what was, bring it back, and leave the map alone? In the whole window,
//! with a store of its own.

use crate::edit::notation::{id, parse};
use crate::edit::{Change, Edit};
use crate::file::history::{self, Occasion, Store};
use crate::file::{self, Settings, ThemeChoice};
use crate::model::{CardRef, Project, Thing};
use crate::ui::{App, Selection, WindowOptions};
use crate::words::Lang;
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::PathBuf;
use std::time::Duration;

/// What threads are waited for at most, on a busy machine.
pub(super) const PATIENCE: usize = 1500;

pub(super) struct Room {
    pub(super) window: Harness<'static, App>,
    pub(super) folder: tempfile::TempDir,
}

pub(super) fn map(text: &str) -> Project {
    let (mut project, _) = parse(text);
    for journey in project.journeys.iter_mut() {
        let journey = std::sync::Arc::make_mut(journey);
        for lane in journey.lanes.iter_mut() {
            let lane = std::sync::Arc::make_mut(lane);
            for card in lane.cards.iter_mut() {
                let card = std::sync::Arc::make_mut(card);
                card.text = card.id.to_string();
            }
        }
    }
    project
}

impl Room {
    /// A window on a file that held each of these maps in turn, in English.
    fn new(maps: &[&str], size: Vec2) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (path, store) = (folder.path().join("map.kundresa"), store_in(folder.path()));
        for text in maps {
            let project = map(text);
            file::save(&path, &project, false).unwrap();
            let bytes = file::to_json(&project);
            history::keep(&store, &path, &bytes, Occasion::Saved).unwrap();
        }
        let options = WindowOptions { lang: Some(Lang::En), ..WindowOptions::default() };
        let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
        let mut window = Harness::builder()
            .with_size(size)
            .with_max_steps(400)
            .with_step_dt(1.0 / 20.0)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, options, settings));
        window.state_mut().env.store = Some(store);
        window.state_mut().open(&path);
        window.run();
        Self { window, folder }
    }

    pub(super) fn wide(maps: &[&str]) -> Self {
        Self::new(maps, Vec2::new(1600.0, 950.0))
    }

    /// Goes into the room, and waits for what its threads find.
    fn enter(&mut self) {
        self.window.key_press_modifiers(Modifiers::COMMAND, Key::H);
        self.window.step();
        self.settle();
    }

    pub(super) fn settle(&mut self) {
        for _ in 0..PATIENCE {
            self.window.step();
            let room = &self.window.state().work.history;
            if room.as_ref().is_none_or(|room| room.is_settled()) {
                self.window.run();
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the threads have not come to an end");
    }

    /// Goes on until this is seen: what it is read from may come from a thread after another.
    pub(super) fn wait_for(&mut self, role: Role, name: &str) {
        for _ in 0..PATIENCE {
            if self.window.query_by_role_and_label(role, name).is_some() {
                return;
            }
            self.window.step();
            self.settle();
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("{name} has not come");
    }

    fn key(&mut self, key: Key) {
        self.window.key_press(key);
        self.window.run();
    }

    pub(super) fn press(&mut self, role: Role, name: &str) {
        self.window.get_by_role_and_label(role, name).click();
        self.window.run();
    }

    fn write(&mut self, text: &str) {
        self.window.event(Event::Text(text.to_owned()));
        self.window.run();
    }

    pub(super) fn is_on(&self) -> bool {
        self.window.state().work.history.is_some()
    }

    fn project(&self) -> Project {
        let doc = self.window.state().document().unwrap();
        Project::clone(doc.editor.project())
    }

    /// The cards, lane by lane.
    pub(super) fn cards(&self) -> String {
        let project = self.project();
        let lanes = project.journeys[0].lanes.iter();
        let cards = lanes.flat_map(|lane| lane.cards.iter().map(|card| card.id.to_string()));
        cards.collect::<Vec<_>>().join(" ")
    }

    /// What the rows are called, from the top.
    fn rows(&self) -> Vec<String> {
        let rows = self.window.query_all_by_role(Role::ListBoxOption);
        rows.map(|row| row.accesskit_node().label().unwrap_or_default()).collect()
    }

    /// Chooses the row whose name begins so.
    fn click_row(&mut self, begins: &str) {
        let mut rows = self.window.query_all_by_role(Role::ListBoxOption);
        let is_it = |label: Option<String>| label.is_some_and(|label| label.starts_with(begins));
        rows.find(|row| is_it(row.accesskit_node().label())).unwrap().click();
        drop(rows);
        self.window.run();
    }

    fn edit(&mut self, change: Change) {
        let doc = self.window.state_mut().work.doc.as_mut().unwrap();
        doc.editor.edit(Edit { journey: id("map"), change }).unwrap();
        self.window.run();
    }
}

fn store_in(folder: &std::path::Path) -> Store {
    Store::at(&folder.join("history"))
}

fn card(name: &str) -> Thing {
    Thing::Card(CardRef { lane: Some(id("L")), card: id(name) })
}

pub(super) const THREE: [&str; 3] =
    ["A: a b\nL: x y /", "A: a b\nL: x y / z", "A: a b\nL: x / z w"];

#[test]
fn a_removed_card_is_ticked_brought_back_and_undone() {
    let mut room = Room::wide(&THREE);
    room.enter();
    let rows = room.rows();
    assert_eq!(rows.len(), 4, "{rows:?}");
    assert!(rows[0].starts_with("Now, nothing changed since today "), "{rows:?}");
    assert!(rows[1].ends_with("1 card new, 1 gone"), "{rows:?}");
    assert!(rows[2].ends_with("1 card new"), "{rows:?}");
    assert!(rows[3].ends_with("the first version"), "{rows:?}");
    // The one before what is saved is looked at: y has gone since, w has come.
    let open = room.window.get_by_role_and_label(Role::Button, "Open as new map");
    assert!(!open.accesskit_node().is_disabled());
    let some = room.window.get_by_role_and_label(Role::Button, "Only what is ticked (0)");
    assert!(some.accesskit_node().is_disabled());
    room.window.get_by_role_and_label(Role::Label, "w: New");
    room.press(Role::CheckBox, "Bring back: y: Removed since then");
    let tick =
        room.window.get_by_role_and_label(Role::CheckBox, "Bring back: y: Removed since then");
    assert_eq!(tick.accesskit_node().toggled(), Some(Toggled::True));
    room.press(Role::Button, "Only what is ticked (1)");
    assert!(!room.is_on(), "the map is shown");
    assert_eq!(room.cards(), "x y z w", "and what is new stays");
    let doc = room.window.state().document().unwrap();
    assert_eq!(doc.selection, Selection::of(card("y")));
    room.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    room.window.run();
    assert_eq!(room.cards(), "x z w", "one step back");
}

#[test]
fn all_of_it_comes_back_and_what_was_not_saved_is_kept_first() {
    let mut room = Room::wide(&THREE[..2]);
    room.edit(Change::Remove(vec![card("x")]));
    room.enter();
    assert_eq!(room.cards(), "y z");
    // What is now is not saved: the newest version is looked at.
    room.press(Role::Button, "Bring back everything");
    assert_eq!(room.cards(), "x y z");
    let path = room.folder.path().join("map.kundresa");
    let store = store_in(room.folder.path());
    let kept = (0..PATIENCE).find_map(|_| {
        std::thread::sleep(Duration::from_millis(20));
        let kept = history::list(&store, &path).unwrap();
        kept.into_iter().find(|one| one.occasion == Occasion::Unsaved)
    });
    let bytes = history::read(&store, &kept.expect("it is kept").id).unwrap();
    let project = file::read(&bytes).unwrap().project;
    assert_eq!(project.journeys[0].lanes[0].cards.len(), 2);
    // Another copy of the file comes from what was saved.
    let stamp = file::Stamp::of(b"another");
    let base = history::base_for(&store, &path, &stamp).unwrap().unwrap();
    assert_eq!(base.occasion, Occasion::Saved);
}

#[test]
fn the_map_gets_a_name_which_is_changed_removed_and_taken_back() {
    let mut room = Room::wide(&THREE);
    room.enter();
    room.press(Role::Button, "Name");
    room.key(Key::Enter);
    assert!(room.project().versions.is_empty(), "not without a name");
    room.write("Before the board");
    room.key(Key::Tab);
    room.write("Birgit said yes");
    room.press(Role::Button, "Cancel");
    assert!(room.is_on() && room.project().versions.is_empty());
    room.press(Role::Button, "Name");
    room.write("Before the board");
    room.key(Key::Tab);
    room.write("Birgit said yes");
    room.key(Key::Tab);
    room.key(Key::Enter);
    let names = |room: &Room| {
        let versions = room.project().versions;
        let names = versions.iter().map(|one| format!("{}/{}", one.name, one.note));
        names.collect::<Vec<_>>()
    };
    assert_eq!(names(&room), ["Before the board/Birgit said yes"]);
    room.settle();
    let rows = room.rows();
    // Where it stands among what was kept in the same second is the clock's matter.
    let named = rows.iter().find(|row| row.starts_with("Before the board, today "));
    assert!(named.is_some_and(|row| row.contains("Birgit said yes")), "{rows:?}");
    room.click_row("Before the board");
    room.settle();
    room.key(Key::F2);
    room.write("The board");
    room.key(Key::Enter);
    assert_eq!(names(&room), ["The board/Birgit said yes"]);
    room.settle();
    room.key(Key::Delete);
    assert_eq!(names(&room), Vec::<String>::new());
    room.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    room.window.run();
    assert!(room.is_on());
    assert_eq!(names(&room), ["The board/Birgit said yes"]);
}

#[test]
fn leaving_changes_nothing() {
    let mut room = Room::wide(&THREE);
    let doc = room.window.state_mut().work.doc.as_mut().unwrap();
    doc.select(Selection::of(card("z")));
    room.window.run();
    let seen = |room: &Room| {
        let doc = room.window.state().document().unwrap();
        let camera = doc.cameras.get(&doc.journey).copied();
        (doc.selection.clone(), camera, doc.editor.project().clone(), doc.editor.is_modified())
    };
    let before = seen(&room);
    for button in [false, true] {
        room.enter();
        room.press(Role::CheckBox, "Bring back: y: Removed since then");
        room.key(Key::J);
        match button {
            true => room.press(Role::Button, "Back"),
            false => room.key(Key::Escape),
        }
        assert!(!room.is_on());
        assert!(seen(&room) == before, "by the button: {button}");
    }
}

#[test]
fn keys_alone_do_it() {
    let mut room = Room::wide(&THREE);
    room.enter();
    // From the chosen version to the oldest and back, then to the maps.
    room.key(Key::End);
    room.settle();
    room.key(Key::ArrowUp);
    room.settle();
    room.key(Key::F6);
    let focused = |room: &Room| {
        let node =
            room.window.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    assert!(focused(&room).starts_with("The map as it was: "), "{}", focused(&room));
    room.key(Key::J);
    assert_eq!(focused(&room), "Bring back: y: Removed since then");
    room.key(Key::Space);
    room.key(Key::J);
    assert_eq!(focused(&room), "The map as it is now", "what is new has no box");
    room.key(Key::K);
    assert_eq!(focused(&room), "Bring back: y: Removed since then");
    room.key(Key::F6);
    assert_eq!(focused(&room), "Only what is ticked (1)");
    room.key(Key::Enter);
    assert_eq!((room.is_on(), room.cards().as_str()), (false, "x y z w"));
}

#[test]
fn a_damaged_version_says_so_and_the_others_are_there() {
    let mut room = Room::wide(&THREE);
    // The text of the one in the middle is gone.
    let kept =
        history::list(&store_in(room.folder.path()), &room.folder.path().join("map.kundresa"));
    let kept = kept.unwrap();
    let folder = room.folder.path().join("history");
    let record = records(&folder)
        .into_iter()
        .find(|path| std::fs::read_to_string(path).is_ok_and(|text| text.contains(&kept[1].hash)));
    let record: serde_json::Value =
        serde_json::from_slice(&std::fs::read(record.unwrap()).unwrap()).unwrap();
    let text = record["text"]["hash"].as_str().unwrap().to_owned();
    let part = records(&folder).into_iter().find(|path| path.ends_with(&text)).unwrap();
    std::fs::remove_file(part).unwrap();
    room.enter();
    let rows = room.rows();
    assert!(rows[2].ends_with("The version is not kept any more."), "{rows:?}");
    room.window.get_by_role_and_label(Role::Label, "The version is not kept any more.");
    let open = room.window.get_by_role_and_label(Role::Button, "Open as new map");
    assert!(open.accesskit_node().is_disabled());
    room.key(Key::ArrowDown);
    room.settle();
    room.press(Role::Button, "Bring back everything");
    assert_eq!(room.cards(), "x y");
}

/// All files in a folder.
fn records(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        match entry.path() {
            path if path.is_dir() => all.extend(records(&path)),
            path => all.push(path),
        }
    }
    all
}

#[test]
fn what_is_searched_for_is_left() {
    let mut room = Room::wide(&THREE);
    room.enter();
    room.press(Role::SearchInput, "Search the changes");
    room.write("gone");
    assert_eq!(room.rows().len(), 2, "{:?}", room.rows());
    room.key(Key::Escape);
    assert!(room.is_on());
    assert_eq!(room.rows().len(), 4);
    room.key(Key::Escape);
    assert!(!room.is_on());
}

#[test]
fn a_card_is_found_where_it_came_and_where_it_went() {
    let maps = [
        "A: a b\nL: x /",
        "A: a b\nL: x / receipt",
        "A: a b\nL: x w / receipt",
        "A: a b\nL: x w /",
    ];
    let mut room = Room::wide(&maps);
    room.enter();
    room.press(Role::SearchInput, "Search the changes");
    room.write("Receipt");
    let rows = room.rows();
    let ends: Vec<_> = rows.iter().skip(1).map(|row| row.rsplit(", ").next().unwrap()).collect();
    assert_eq!(ends, ["1 card gone", "1 card new"], "{rows:?}");
}

#[test]
fn a_version_is_opened_as_a_map_of_its_own() {
    let mut room = Room::wide(&THREE);
    room.enter();
    room.press(Role::Button, "Open as new map");
    assert!(!room.is_on());
    assert_eq!(room.cards(), "x y z");
    let doc = room.window.state().document().unwrap();
    assert!(doc.path.is_none() && doc.editor.is_modified());
}

#[test]
fn without_a_past_the_room_says_when_it_begins() {
    let mut room = Room::wide(&THREE[..1]);
    room.enter();
    room.window.get_by_label("The history begins when you save next time.");
    assert!(room.rows().len() <= 2);
}

#[test]
fn in_a_narrow_window_list_and_maps_take_turns() {
    let mut room = Room::new(&THREE, Vec2::new(900.0, 700.0));
    room.enter();
    let boxes = |room: &Room| room.window.query_all_by_role(Role::CheckBox).count();
    assert_eq!((room.rows().len(), boxes(&room)), (4, 0));
    room.press(Role::Tab, "Maps");
    assert_eq!((room.rows().len(), boxes(&room)), (0, 1));
    room.press(Role::CheckBox, "Bring back: y: Removed since then");
    room.press(Role::Button, "Only what is ticked (1)");
    assert_eq!(room.cards(), "x y z w");
}
