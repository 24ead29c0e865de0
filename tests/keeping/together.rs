//! A file that another window has open: who has it, and what can be done about it. Copies that came
//! into conflict beside it. How safe the work is.

use super::{
    CTRL, alone, cards, click, example, is_alone, places, press, project, type_text, window,
};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use kundresa::file::recovery;
use kundresa::file::{self, OwnWindow, users};

#[test]
fn a_file_that_another_window_has_open_is_opened_as_one_chooses() {
    const TEST: &str = "together::a_file_that_another_window_has_open_is_opened_as_one_chooses";
    if !is_alone(TEST) {
        let folder = tempfile::tempdir().unwrap();
        assert!(alone(TEST, folder.path()).status().unwrap().success());
        return;
    }
    let (folder, path) = example();
    let before = std::fs::read(&path).unwrap();
    let first = window(Some(&path), true);
    assert!(first.query_by_label_contains("is already open").is_none());
    assert_eq!(users(&path, None).len(), 1);
    let answer = |answer: &str| {
        let mut second = window(Some(&path), true);
        assert!(second.state().document().is_none(), "asked first");
        second.get_by_label_contains("The map is open in another window");
        second.get_by_role_and_label(Role::Button, answer).click();
        second.run();
        second
    };
    let second = answer("Work together");
    assert_eq!(second.state().document().unwrap().path.as_deref(), Some(&*path));
    assert_eq!(users(&path, None).len(), 2);
    drop(second);
    assert_eq!(users(&path, None).len(), 1);
    // A copy is nobody's yet, and the file stays as it is.
    let copy = answer("Open a copy");
    let doc = copy.state().document().unwrap();
    assert!(doc.path.is_none() && doc.editor.is_modified());
    drop(copy);
    let cancelled = answer("Cancel");
    assert!(cancelled.state().document().is_none());
    drop((cancelled, first));
    assert_eq!(users(&path, None).len(), 0);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let names = std::fs::read_dir(folder.path()).unwrap();
    let names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["map.kundresa"], "nothing is left behind");
}

#[test]
fn a_file_that_another_machine_has_open_can_be_just_read() {
    const TEST: &str = "together::a_file_that_another_machine_has_open_can_be_just_read";
    if !is_alone(TEST) {
        let folder = tempfile::tempdir().unwrap();
        assert!(alone(TEST, folder.path()).status().unwrap().success());
        return;
    }
    let (folder, path) = example();
    let before = std::fs::read(&path).unwrap();
    // As a folder that is kept in step brings it here.
    let mark = r#"{"who": "Ellen", "machine": "elsewhere", "since": "2026-11-30T13:02:00Z", "window": "7-0"}"#;
    std::fs::write(folder.path().join(".~map.kundresa.elsewhere-7-0.open"), mark).unwrap();
    let mut window = window(Some(&path), true);
    window.get_by_label_contains("Ellen has the map open on elsewhere");
    window.get_by_role_and_label(Role::Button, "Just read").click();
    window.run();
    let read = project(&window);
    let (card, at) = places(&window).swap_remove(0);
    click(&mut window, at);
    type_text(&mut window, "Not to be");
    press(&mut window, egui::Modifiers::NONE, Key::Enter);
    assert!(project(&window) == read && std::fs::read(&path).unwrap() == before);
    window.get_by_label_contains("Read only: choose Edit anyway");
    // Saving asks for another name.
    press(&mut window, CTRL, Key::S);
    window.get_by_label_contains("File name");
    press(&mut window, egui::Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label_contains("File name").is_none());
    let at = window.get_by_label("Edit anyway").rect().center();
    click(&mut window, at);
    assert_eq!(window.state().document().unwrap().only_read, None);
    let (_, at) = places(&window).swap_remove(0);
    click(&mut window, at);
    type_text(&mut window, "To be");
    press(&mut window, egui::Modifiers::NONE, Key::Enter);
    assert!(cards(&project(&window)).any(|one| one.id == card.card && one.text == "To be"));
    press(&mut window, CTRL, Key::S);
    let saved = file::load(&path).unwrap().project;
    assert!(cards(&saved).any(|one| one.id == card.card && one.text == "To be"));
}

#[test]
fn a_newer_file_is_read_and_saved_only_as_another() {
    let (folder, path) = example();
    let text = std::fs::read_to_string(&path).unwrap();
    let newer = text.replacen("\"version\": 1", "\"version\": 99", 1);
    assert_ne!(newer, text);
    std::fs::write(&path, &newer).unwrap();
    let mut window = window(Some(&path), false);
    press(&mut window, egui::Modifiers::NONE, Key::Escape);
    let read = project(&window);
    let (_, at) = places(&window).swap_remove(0);
    click(&mut window, at);
    type_text(&mut window, "Not to be");
    press(&mut window, egui::Modifiers::NONE, Key::Enter);
    assert!(project(&window) == read);
    window.get_by_label_contains("Made by a newer version");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
    drop(folder);
}

#[test]
fn the_row_at_the_bottom_says_how_safe_the_work_is() {
    const TEST: &str = "together::the_row_at_the_bottom_says_how_safe_the_work_is";
    if !is_alone(TEST) {
        let folder = tempfile::tempdir().unwrap();
        assert!(alone(TEST, folder.path()).status().unwrap().success());
        return;
    }
    assert!(OwnWindow::open().is_some());
    let (_folder, path) = example();
    let mut window = window(Some(&path), true);
    window.get_by_label_contains("Saved ");
    let (_, at) = places(&window).swap_remove(0);
    click(&mut window, at);
    type_text(&mut window, "A change");
    press(&mut window, egui::Modifiers::NONE, Key::Enter);
    window.get_by_label("Unsaved");
    // Where no copy can be kept the row says so for as long as it is so.
    let kept = recovery::folder().unwrap();
    std::fs::write(&kept, "no folder").unwrap();
    for said in ["Unsaved · no copy can be kept", "Unsaved · copy "] {
        for _ in 0..200 {
            std::thread::sleep(std::time::Duration::from_millis(50));
            window.run();
            if window.query_by_label_contains(said).is_some() {
                break;
            }
        }
        window.get_by_label_contains(said);
        if kept.is_file() {
            std::fs::remove_file(&kept).unwrap();
        }
    }
    press(&mut window, CTRL, Key::S);
    // The notice of before may still be there.
    assert!(window.query_by_label_contains("Unsaved ·").is_none());
    assert!(window.query_by_label("Unsaved").is_none());
    // The row, and the notice for a moment.
    assert_eq!(window.query_all_by_label_contains("Saved ").count(), 2);
}
