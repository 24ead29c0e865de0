//! Is work kept, whatever comes between? While something is typed or dragged; when another program
//! writes to the file; where the file cannot be written.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[cfg(unix)]
#[path = "keeping/ends.rs"]
mod ends;
#[path = "keeping/together.rs"]
mod together;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use kundresa::file::recovery::{self, KeptPlace};
use kundresa::file::{self, Settings};
use kundresa::model::{Card, CardRef, Project};
use kundresa::scene::Body;
use kundresa::ui::{App, WindowOptions, canvas_id};
use kundresa::words::Lang;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const CTRL: Modifiers = Modifiers::COMMAND;

/// A window on a file, or on the start page.
fn window(path: Option<&Path>, keep: bool) -> Harness<'static, App> {
    let path = path.map(Path::to_path_buf);
    let options = WindowOptions { path, lang: Some(Lang::En), keep, ..WindowOptions::default() };
    let mut window = Harness::builder()
        .with_size(Vec2::new(1400.0, 900.0))
        .with_max_steps(200)
        .with_step_dt(1.0 / 20.0)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, options, Settings::default()));
    window.run();
    window
}

/// An example of ours in a folder of its own.
fn example() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.kundresa");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::copy(root.join("assets/examples/shoes.kundresa"), &path).unwrap();
    (folder, path)
}

fn press(window: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

fn type_text(window: &mut Harness<'_, App>, text: &str) {
    window.event(Event::Text(text.into()));
    window.run();
}

/// Chooses the first thing the palette finds for `query`.
fn choose(window: &mut Harness<'_, App>, query: &str) {
    press(window, CTRL, Key::K);
    type_text(window, query);
    press(window, Modifiers::NONE, Key::Enter);
}

fn project(window: &Harness<'_, App>) -> Project {
    (**window.state().document().unwrap().editor.project()).clone()
}

fn cards(project: &Project) -> impl Iterator<Item = &Card> {
    let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
    lanes.flat_map(|lane| &lane.cards).map(|card| &**card)
}

/// The cards on the map and where they are on the screen.
fn places(window: &Harness<'_, App>) -> Vec<(CardRef, Pos2)> {
    let canvas = window.ctx.read_response(canvas_id()).unwrap().rect;
    let doc = window.state().document().unwrap();
    let (scene, camera) = (doc.scene.as_ref().unwrap(), doc.cameras[&doc.journey]);
    let mut places = Vec::new();
    for lane in &scene.lanes {
        let Body::Cards(cards) = &lane.body else { continue };
        for card in cards.cells.iter().flat_map(|cell| &cell.cards) {
            let at = canvas.min
                + camera.canvas_from_doc(card.rect.center() + vec2(0.0, lane.y)).to_vec2();
            let of = CardRef { lane: Some(lane.id.clone()), card: card.card.id.clone() };
            if canvas.shrink(20.0).contains(at) {
                places.push((of, at));
            }
        }
    }
    places
}

/// Where the field that holds `text` is.
fn field_of(window: &Harness<'_, App>, text: &str) -> Pos2 {
    let fields = window.get_all_by_role(Role::MultilineTextInput);
    let mut found = fields.filter(|node| node.accesskit_node().value().as_deref() == Some(text));
    found.next().unwrap().rect().center()
}

fn button(window: &Harness<'_, App>, at: Pos2, pressed: bool, modifiers: Modifiers) {
    let button = PointerButton::Primary;
    window.event(Event::PointerMoved(at));
    window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
}

fn click(window: &mut Harness<'_, App>, at: Pos2) {
    button(window, at, true, Modifiers::NONE);
    button(window, at, false, Modifiers::NONE);
    window.run();
}

#[test]
fn a_card_that_is_typed_while_the_map_is_saved_is_one_card() {
    let (_folder, path) = example();
    let mut window = window(Some(&path), false);
    let before = cards(&project(&window)).count();
    choose(&mut window, "add card");
    type_text(&mut window, "half ");
    press(&mut window, CTRL, Key::S);
    assert_eq!(cards(&file::load(&path).unwrap().project).count(), before + 1);
    type_text(&mut window, "done");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    let after = project(&window);
    assert_eq!(cards(&after).count(), before + 1);
    assert!(cards(&after).any(|card| card.text == "half done"));
    let again = file::read(&file::to_json(&after)).unwrap();
    assert!(again.problems.is_empty(), "{:?}", again.problems);
}

#[test]
fn cards_that_are_copied_while_the_map_is_saved_are_copied_once() {
    let (_folder, path) = example();
    let mut window = window(Some(&path), false);
    let before = cards(&project(&window)).count();
    let [(_, from), .., (_, to)] = &places(&window)[..] else { panic!("no cards") };
    window.event(Event::ModifiersChanged(CTRL));
    button(&window, *from, true, CTRL);
    for part in [0.3, 0.6] {
        window.event(Event::PointerMoved(from.lerp(*to, part)));
    }
    window.run();
    assert!(window.state().document().unwrap().editor.is_previewing());
    press(&mut window, CTRL, Key::S);
    window.event(Event::ModifiersChanged(CTRL));
    window.event(Event::PointerMoved(*to));
    button(&window, *to, false, CTRL);
    window.run();
    let after = project(&window);
    assert_eq!(cards(&after).count(), before + 1);
    let again = file::read(&file::to_json(&after)).unwrap();
    assert!(again.problems.is_empty(), "{:?}", again.problems);
}

#[test]
fn a_text_in_the_inspector_stays_when_a_card_is_dragged_next() {
    let (_folder, path) = example();
    let mut window = window(Some(&path), false);
    let places = places(&window);
    let (card, at) = places[0].clone();
    click(&mut window, at);
    let text = cards(&project(&window)).find(|one| one.id == card.card).unwrap().text.clone();
    let at = field_of(&window, &text);
    click(&mut window, at);
    press(&mut window, Modifiers::NONE, Key::End);
    type_text(&mut window, " more");
    // Another card is dragged at once.
    let (other, from) = places.last().cloned().unwrap();
    let to = places[places.len() / 2].1;
    let before = project(&window);
    button(&window, from, true, Modifiers::NONE);
    for part in [0.2, 0.5, 1.0] {
        window.event(Event::PointerMoved(from.lerp(to, part)));
    }
    button(&window, to, false, Modifiers::NONE);
    window.run();
    let after = project(&window);
    let said = |project: &Project| {
        let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
        let found = lanes.flat_map(|lane| &lane.cards).find(|one| one.id == card.card);
        found.unwrap().text.clone()
    };
    assert!(said(&after).contains("more"), "{:?}", said(&after));
    let step =
        |project: &Project| cards(project).find(|one| one.id == other.card).unwrap().step.clone();
    assert_ne!(step(&after), step(&before), "it was dragged");
    press(&mut window, CTRL, Key::Z);
    assert!(project(&window) == before, "one step back: the drag");
}

#[test]
fn a_text_in_the_inspector_stays_when_a_card_is_typed_next() {
    let (_folder, path) = example();
    let mut window = window(Some(&path), false);
    let places = places(&window);
    let (card, at) = places[0].clone();
    click(&mut window, at);
    let said = |window: &Harness<'_, App>, card: &CardRef| {
        let project = project(window);
        cards(&project).find(|one| one.id == card.card).unwrap().text.clone()
    };
    let text = said(&window, &card);
    let field = field_of(&window, &text);
    click(&mut window, field);
    press(&mut window, Modifiers::NONE, Key::End);
    type_text(&mut window, " more");
    // Typing in another card begins at once.
    let (other, at) = places.last().cloned().unwrap();
    click(&mut window, at);
    click(&mut window, at);
    type_text(&mut window, "Åter ");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(said(&window, &card).contains("more"), "{:?}", said(&window, &card));
    assert!(said(&window, &other).contains("Åter"), "{:?}", said(&window, &other));
}

#[test]
fn what_another_program_wrote_is_not_overwritten_unasked() {
    let (folder, path) = example();
    let mut window = window(Some(&path), false);
    choose(&mut window, "add journey");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    std::fs::write(&path, "written by another program").unwrap();
    let kept = |window: &Harness<'_, App>| {
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "written by another program");
        assert!(window.state().document().unwrap().editor.is_modified());
    };
    press(&mut window, CTRL, Key::S);
    window.get_by_role_and_label(Role::Button, "Replace");
    press(&mut window, Modifiers::NONE, Key::Escape);
    kept(&window);
    // By the same name in a dialog, too.
    press(&mut window, CTRL | Modifiers::SHIFT, Key::S);
    press(&mut window, CTRL, Key::A);
    type_text(&mut window, &path.display().to_string());
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_role_and_label(Role::Button, "Replace");
    press(&mut window, Modifiers::NONE, Key::Escape);
    kept(&window);
    // A file that is gone is made again.
    std::fs::remove_file(&path).unwrap();
    press(&mut window, CTRL, Key::S);
    assert!(!window.state().document().unwrap().editor.is_modified());
    let saved = file::load(&path).unwrap().project;
    assert_eq!(saved.journeys, project(&window).journeys);
    // Its folder is gone: nothing to write to.
    choose(&mut window, "add journey");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    std::fs::remove_dir_all(folder.path()).unwrap();
    press(&mut window, CTRL, Key::S);
    window.get_by_label("The file could not be saved");
    assert!(window.state().document().unwrap().editor.is_modified());
}

#[test]
fn where_saving_fails_the_work_is_kept_and_unsaved() {
    let (_folder, path) = example();
    let old = std::fs::read(&path).unwrap();
    let mut window = window(Some(&path), false);
    choose(&mut window, "add journey");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    let work = project(&window);
    let mut rights = std::fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).unwrap();
    // Closing with "Save" does not close then.
    for close in [false, true] {
        press(&mut window, CTRL, if close { Key::W } else { Key::S });
        if close {
            press(&mut window, Modifiers::NONE, Key::Enter);
        }
        window.get_by_label("The file could not be saved");
        window.get_by_label_contains("read-only");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(window.state().document().unwrap().editor.is_modified());
        assert!(project(&window) == work);
        assert_eq!(std::fs::read(&path).unwrap(), old);
    }
}

/// Runs a test of this file as a process of its own, with a folder of its own for settings.
fn alone(test: &str, folder: &Path) -> Command {
    let mut program = Command::new("bash");
    // An error instead of a signal where a file becomes too large.
    let script =
        format!("trap '' XFSZ; ulimit -f ${{BLOCKS:-unlimited}}; exec \"$0\" --exact {test}");
    program.args(["-c", &script]).arg(std::env::current_exe().unwrap());
    program.env("KUNDRESA_CONFIG_DIR", folder).env("KUNDRESA_TEST_ALONE", test);
    program.stdin(Stdio::null()).stdout(Stdio::null());
    program
}

fn is_alone(test: &str) -> bool {
    std::env::var("KUNDRESA_TEST_ALONE").is_ok_and(|name| name == test)
}

#[cfg(target_os = "linux")]
#[test]
fn where_there_is_no_room_the_work_is_kept_and_unsaved() {
    const TEST: &str = "where_there_is_no_room_the_work_is_kept_and_unsaved";
    if !is_alone(TEST) {
        let folder = tempfile::tempdir().unwrap();
        // At most 8 KiB a file: as on a full disk.
        assert!(alone(TEST, folder.path()).env("BLOCKS", "8").status().unwrap().success());
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("link.kundresa");
    // A link: the example itself stays where it is, and as it is.
    std::os::unix::fs::symlink(root.join("assets/examples/shoes.kundresa"), &path).unwrap();
    let old = std::fs::read(&path).unwrap();
    let copy = folder.path().join("copy.kundresa");
    let mut window = window(Some(&path), false);
    choose(&mut window, "add journey");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    let work = project(&window);
    press(&mut window, CTRL | Modifiers::SHIFT, Key::S);
    press(&mut window, CTRL, Key::A);
    type_text(&mut window, &copy.display().to_string());
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("The file could not be saved");
    assert!(!copy.exists(), "no half file is left");
    let doc = window.state().document().unwrap();
    assert!(doc.editor.is_modified() && doc.path.as_ref() == Some(&path));
    assert!(project(&window) == work);
    assert_eq!(std::fs::read(&path).unwrap(), old);
}

/// What another program does to the file: rewords a card, and saves it.
fn reworded(path: &Path, card: &CardRef, text: &str) -> Project {
    let mut project = file::load(path).unwrap().project;
    let journey = project.journeys.edit(0).unwrap();
    let lane = journey.lanes.index_where(|lane| Some(&lane.id) == card.lane.as_ref()).unwrap();
    let lane = journey.lanes.edit(lane).unwrap();
    let place = lane.cards.index_where(|one| one.id == card.card).unwrap();
    lane.cards.edit(place).unwrap().text = text.into();
    file::save(path, &project, false).unwrap();
    project
}

#[test]
fn what_another_program_saved_is_taken_in_also_while_one_types() {
    const TEST: &str = "what_another_program_saved_is_taken_in_also_while_one_types";
    if !is_alone(TEST) {
        let folder = tempfile::tempdir().unwrap();
        assert!(alone(TEST, folder.path()).status().unwrap().success());
        return;
    }
    let (_folder, path) = example();
    let mut window = window(Some(&path), true);
    let (theirs, _) = places(&window).swap_remove(3);
    // A look at the file is every two seconds.
    let wait = |window: &mut Harness<'static, App>, until: &dyn Fn(&Project) -> bool| {
        for _ in 0..200 {
            std::thread::sleep(std::time::Duration::from_millis(50));
            window.run();
            if until(&project(window)) {
                return;
            }
        }
        panic!("it is not taken in");
    };
    let says = |project: &Project, one: &CardRef, text: &str| {
        cards(project).any(|card| card.id == one.card && card.text == text)
    };
    // Nothing is unsaved: the map is what the file is, and undo gives it back.
    let other = reworded(&path, &theirs, "Reworded elsewhere");
    wait(&mut window, &|project| says(project, &theirs, "Reworded elsewhere"));
    assert!(project(&window).journeys == other.journeys);
    assert!(!window.state().document().unwrap().editor.is_modified());
    // In the middle of a word.
    let (mine, at) = places(&window).swap_remove(0);
    assert_ne!(mine, theirs);
    click(&mut window, at);
    type_text(&mut window, "Half a wo");
    reworded(&path, &theirs, "And once more");
    wait(&mut window, &|project| says(project, &theirs, "And once more"));
    type_text(&mut window, "rd");
    assert!(says(&project(&window), &mine, "Half a word"));
    press(&mut window, CTRL, Key::S);
    let saved = file::load(&path).unwrap().project;
    assert!(says(&saved, &mine, "Half a word") && says(&saved, &theirs, "And once more"));
    assert!(saved.conflicts.is_empty());
    // Both reword one card, and saving comes before the next look: both texts are in the file.
    let (both, at) = places(&window).swap_remove(5);
    click(&mut window, at);
    type_text(&mut window, "One way");
    reworded(&path, &both, "Another way");
    press(&mut window, CTRL, Key::S);
    let saved = file::load(&path).unwrap().project;
    let [conflict] = &saved.conflicts[..] else { panic!("{:?}", saved.conflicts) };
    let texts = [conflict.standing.as_str().unwrap(), conflict.other.as_str().unwrap()];
    assert!(texts == ["One way", "Another way"] || texts == ["Another way", "One way"]);
    assert!(says(&saved, &both, texts[0]));
    assert!(!window.state().document().unwrap().editor.is_modified());
}

#[test]
fn work_that_was_put_back_does_not_overwrite_what_was_written_since() {
    const TEST: &str = "work_that_was_put_back_does_not_overwrite_what_was_written_since";
    let Some(folder) = recovery::folder().filter(|_| is_alone(TEST)) else {
        let folder = tempfile::tempdir().unwrap();
        assert!(alone(TEST, folder.path()).status().unwrap().success());
        return;
    };
    let (_folder, path) = example();
    let project = file::load(&path).unwrap().project;
    let other = String::from_utf8(std::fs::read(&path).unwrap()).unwrap() + "\n";
    for since in [false, true] {
        let place = KeptPlace::new(&folder, Some(&path)).unwrap();
        place.keep(Some(&path), &project).unwrap();
        drop(place);
        if since {
            std::thread::sleep(std::time::Duration::from_millis(20));
            std::fs::write(&path, &other).unwrap();
        }
        let mut window = window(None, true);
        window.get_by_role_and_label(Role::Button, "Restore").click();
        window.run();
        press(&mut window, CTRL, Key::S);
        let asked = window.query_by_role_and_label(Role::Button, "Replace").is_some();
        assert_eq!(asked, since);
        let doc = window.state().document().unwrap();
        assert_eq!(doc.editor.is_modified(), since);
        if since {
            assert_eq!(std::fs::read_to_string(&path).unwrap(), other);
        }
    }
}

#[test]
fn unsaved_work_on_a_file_is_offered_when_it_is_opened() {
    const TEST: &str = "unsaved_work_on_a_file_is_offered_when_it_is_opened";
    let Some(folder) = recovery::folder().filter(|_| is_alone(TEST)) else {
        let folder = tempfile::tempdir().unwrap();
        assert!(alone(TEST, folder.path()).status().unwrap().success());
        return;
    };
    let (_folder, path) = example();
    let mut work = file::load(&path).unwrap().project;
    work.title = "Work that was not saved".into();
    let place = KeptPlace::new(&folder, Some(&path)).unwrap();
    place.keep(Some(&path), &work).unwrap();
    let kept = place.path().to_owned();
    drop(place);
    for put_back in [false, true] {
        let mut window = window(Some(&path), true);
        let answer = if put_back { "Restore" } else { "Keep the saved file" };
        window.get_by_role_and_label(Role::Button, answer).click();
        window.run();
        assert_eq!(project(&window).title == work.title, put_back);
        assert!(kept.exists(), "kept until it is saved");
        if put_back {
            press(&mut window, CTRL, Key::S);
            assert_eq!(file::load(&path).unwrap().project.title, work.title);
            assert!(!kept.exists());
        }
    }
}
