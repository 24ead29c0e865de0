//! Is work that was not saved put back, and a file that is gone made again? In the whole window.

use super::history_room::{PATIENCE, Room, THREE, map};
use crate::file;
use crate::file::recovery::{self, KeptPlace};
use crate::model::Project;
use crate::ui::Message;
use crate::ui::shell::dialog::Dialog;
use crate::ui::state::command::Command;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use std::time::Duration;

/// A process that another test starts at this moment holds what is open a little longer.
fn ownerless(kept: &std::path::Path) -> Option<recovery::Recovered> {
    let list = recovery::list(kept);
    if list.is_empty() {
        std::thread::sleep(Duration::from_millis(20));
    }
    list.into_iter().next()
}

#[test]
fn recovered_work_is_seen_beside_its_file() {
    let mut room = Room::wide(&THREE[..1]);
    let (path, kept) = (room.folder.path().join("map.kundresa"), room.folder.path().join("kept"));
    let place = KeptPlace::new(&kept, Some(&path)).unwrap();
    place.keep(Some(&path), &map(THREE[1])).unwrap();
    drop(place);
    let recovered = (0..PATIENCE).find_map(|_| ownerless(&kept)).expect("one is kept");
    let ctx = room.window.ctx.clone();
    let app = room.window.state_mut();
    app.handle_all(&ctx, &mut vec![Message::CompareRecovered(recovered.clone())]);
    room.window.step();
    room.settle();
    assert!(room.is_on());
    room.wait_for(Role::Label, "z: New");
    assert_eq!(room.cards(), "x y z", "it is put back");
    // The file is as it was until it is saved.
    let on_disk = file::load(&path).unwrap().project;
    assert_eq!(on_disk.journeys[0].lanes[0].cards.len(), 2);
    assert!(room.window.state().document().unwrap().editor.is_modified());
}

#[test]
fn the_last_version_of_a_file_that_is_gone_is_saved_where_that_was() {
    let mut room = Room::wide(&THREE[..2]);
    let path = room.folder.path().join("map.kundresa");
    room.window.state_mut().show_document(None);
    std::fs::remove_file(&path).unwrap();
    let ctx = room.window.ctx.clone();
    room.window.state_mut().handle_all(&ctx, &mut vec![Message::OpenLastVersion(path.clone())]);
    room.window.run();
    let there = room.cards();
    let doc = room.window.state().document().unwrap();
    assert!(doc.editor.is_modified(), "it is in no file");
    assert_eq!(doc.path.as_ref(), Some(&path));
    // The question at the end says what is at stake.
    room.window.state_mut().handle_all(&ctx, &mut vec![Message::Do(Command::Close)]);
    room.window.run();
    let words = "The file has been moved or deleted.";
    assert!(room.window.query_by_label_contains(words).is_some());
    room.press(Role::Button, "Save");
    for _ in 0..PATIENCE {
        if room.window.state().document().is_none() {
            break;
        }
        room.window.step();
        std::thread::sleep(Duration::from_millis(20));
    }
    let cards = |project: &Project| {
        let lanes = project.journeys[0].lanes.iter();
        let cards = lanes.flat_map(|lane| lane.cards.iter().map(|card| card.id.to_string()));
        cards.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(cards(&file::load(&path).unwrap().project), there);
}

#[test]
fn a_file_with_unsaved_work_says_what_differs_and_shows_it_beside() {
    let mut room = Room::wide(&THREE[..1]);
    let (path, kept) = (room.folder.path().join("map.kundresa"), room.folder.path().join("kept"));
    let place = KeptPlace::new(&kept, Some(&path)).unwrap();
    place.keep(Some(&path), &map(THREE[1])).unwrap();
    drop(place);
    let recovered = (0..PATIENCE).find_map(|_| ownerless(&kept)).expect("one is kept");
    let app = room.window.state_mut();
    let question = app.question_about(recovered, &path);
    app.ask(Dialog::Kept(question));
    room.window.run();
    let text = room.window.query_by_label_contains("1 card new");
    assert!(text.is_some());
    room.press(Role::Button, "Compare");
    room.settle();
    assert!(room.is_on());
    room.wait_for(Role::Label, "z: New");
    assert_eq!(room.cards(), "x y z", "it is put back");
}
