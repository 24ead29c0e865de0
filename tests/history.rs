//! The history of a file from the outside: real processes, a store of their own.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use kundresa::edit::{Change, Edit, Returning, apply, bring_back};
use kundresa::file::history::{self, Occasion, Store};
use kundresa::file::{self, FOLDER_VARIABLE};
use kundresa::model::{Card, Id, Image, List, Project, Version};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

/// A folder with the program's own folder in it, and files beside that.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).to_string_lossy().into_owned()
    }

    fn store(&self) -> Store {
        Store::at(&self.path("own/data/history"))
    }

    /// Saves a project and keeps it, as the window does.
    fn save(&self, name: &str, project: &Project) {
        file::save(&self.path(name), project, false).unwrap();
        let bytes = file::to_json(project);
        history::keep(&self.store(), &self.path(name), &bytes, Occasion::Saved).unwrap();
    }

    fn run(&self, lang: &str, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kundresa"));
        command.env(FOLDER_VARIABLE, self.path("own"));
        command.args(["--lang", lang]).args(args).output().unwrap()
    }

    fn history(&self, name: &str) -> Vec<Value> {
        let output = self.run("en", &["history", "--json", &self.text(name)]);
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn id(text: &str) -> Id {
    Id::new(text)
}

/// A map of one lane with these cards.
fn map(cards: &[&str]) -> Project {
    let cards: Vec<Value> =
        cards.iter().map(|text| json!({"id": text, "step": "s", "text": text})).collect();
    let project = json!({"format": "kundresa", "version": 1, "project": {"journeys": [{
        "id": "j",
        "phases": [{"id": "p", "title": "Need", "steps": [{"id": "s"}]}],
        "lanes": [{"id": "l", "kind": "notes", "cards": cards}],
    }]}});
    file::read(project.to_string().as_bytes()).unwrap().project
}

fn made(project: &Project, change: Change) -> Project {
    apply(project, &Edit { journey: id("j"), change }).unwrap()
}

fn named(project: &Project, name: &str, when: &str) -> Project {
    let version = Version {
        id: id(name),
        name: name.into(),
        note: "Shown on Monday".into(),
        when: Some(when.into()),
        ..Version::default()
    };
    made(project, Change::AddVersion(Box::new(version)))
}

#[test]
fn both_kinds_are_listed_newest_first_with_what_changed() {
    let place = Place::new();
    // It was named long before anything was kept here.
    let first = named(&map(&["one"]), "Before the board", "2026-01-02T03:04:05Z");
    let more = Project { journeys: map(&["one", "two", "three"]).journeys, ..first.clone() };
    let less = Project { journeys: map(&["three", "one"]).journeys, ..first };
    place.save("map.kundresa", &more);
    place.save("map.kundresa", &less);
    let all = place.history("map.kundresa");
    let key = |key: &str| all.iter().map(|one| one[key].clone()).collect::<Vec<_>>();
    assert_eq!(key("number"), [1, 2, 3]);
    assert_eq!(key("kind"), ["saved", "saved", "named"]);
    assert_eq!(key("name"), ["", "", "Before the board"]);
    let texts = ["1 card moved, 1 gone", "2 cards new", "the first version"];
    assert_eq!(key("text"), texts);
    assert_eq!(all[0]["changes"]["cards"]["moved"], 1);
    assert_eq!(all[2]["when"], "2026-01-02T03:04:05Z");
    assert_eq!(all[0]["size"], fs::metadata(place.path("map.kundresa")).unwrap().len());
    let lines = place.run("sv", &["history", &place.text("map.kundresa")]);
    assert_eq!(lines.status.code(), Some(0));
    let lines = out(&lines);
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(lines.len(), 4, "three versions and a note: {lines:?}");
    assert!(lines[0].starts_with("1  20") && lines[0].contains(" UTC  sparad "), "{lines:?}");
    assert!(lines[0].ends_with("1 kort flyttat, 1 borta"), "{lines:?}");
    assert!(lines[1].ends_with("2 kort nya"), "{lines:?}");
    let last = "3  2026-01-02 03:04:05 UTC  ”Before the board”  den första versionen";
    assert_eq!(lines[2..], [last, "   Shown on Monday"]);
}

#[test]
fn a_version_is_written_as_another_file_and_never_over_its_own() {
    let place = Place::new();
    let first = named(&map(&["one"]), "named", "2026-01-02T03:04:05Z");
    let now = Project { journeys: map(&["one", "two"]).journeys, ..first };
    place.save("map.kundresa", &now);
    let kept = fs::read(place.path("map.kundresa")).unwrap();
    place.save("map.kundresa", &Project { title: "Later".into(), ..now.clone() });
    let before = fs::read(place.path("map.kundresa")).unwrap();
    let restore = |number: &str, to: &str, more: &[&str]| {
        let (file, to) = (place.text("map.kundresa"), place.text(to));
        place.run("en", &[&["restore", &file, "--version", number, "-o", &to], more].concat())
    };
    // To the byte, where it was kept.
    assert_eq!(restore("2", "out.kundresa", &[]).status.code(), Some(0));
    assert_eq!(fs::read(place.path("out.kundresa")).unwrap(), kept);
    // A named one is the project as it was, with the named versions there are.
    assert_eq!(restore("3", "named.kundresa", &[]).status.code(), Some(0));
    let restored = file::load(&place.path("named.kundresa")).unwrap().project;
    assert_eq!(restored.journeys, map(&["one"]).journeys);
    assert_eq!(restored.versions, now.versions);
    for (number, to, more, said) in [
        ("2", "out.kundresa", &[][..], "already exists"),
        ("9", "new.kundresa", &[], "has no version 9"),
        ("2", "map.kundresa", &["--force"], "is the file itself"),
        ("2", "own/../map.kundresa", &["--force"], "is the file itself"),
    ] {
        let refused = restore(number, to, more);
        assert_eq!(refused.status.code(), Some(2), "{to}");
        assert!(err(&refused).contains(said), "{}", err(&refused));
    }
    assert_eq!(fs::read(place.path("map.kundresa")).unwrap(), before);
    assert_eq!(restore("1", "out.kundresa", &["--force"]).status.code(), Some(0));
    let file = place.text("map.kundresa");
    let piped = place.run("en", &["restore", &file, "--version", "2", "-o", "-"]);
    assert_eq!(piped.stdout, kept);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_file_is_the_file() {
    let place = Place::new();
    place.save("map.kundresa", &map(&["one"]));
    std::os::unix::fs::symlink(place.path("map.kundresa"), place.path("link")).unwrap();
    let (file, link) = (place.text("map.kundresa"), place.text("link"));
    let refused = place.run("en", &["restore", &file, "--version", "1", "-o", &link, "--force"]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(place.history("link").len(), 1);
}

#[test]
fn files_that_are_gone_damaged_or_moved_keep_their_past() {
    let place = Place::new();
    place.save("map.kundresa", &map(&["one"]));
    place.save("map.kundresa", &map(&["one", "two"]));
    fs::rename(place.path("map.kundresa"), place.path("moved.kundresa")).unwrap();
    assert_eq!(place.history("moved.kundresa").len(), 2);
    let gone = place.run("en", &["history", &place.text("map.kundresa")]);
    assert_eq!((gone.status.code(), out(&gone).lines().count()), (Some(1), 2));
    assert!(err(&gone).contains("map.kundresa"), "{}", err(&gone));
    let back = place.text("back.kundresa");
    let file = place.text("map.kundresa");
    let restored = place.run("en", &["restore", &file, "--version", "1", "-o", &back]);
    assert_eq!(restored.status.code(), Some(0));
    assert_eq!(file::load(Path::new(&back)).unwrap().project, map(&["one", "two"]));
    // A file without a past, and one that never was.
    file::save(&place.path("new.kundresa"), &map(&["other"]), false).unwrap();
    let none = place.run("sv", &["history", &place.text("new.kundresa")]);
    assert_eq!((none.status.code(), out(&none).starts_with("Inga versioner")), (Some(0), true));
    assert_eq!(place.history("new.kundresa"), [] as [Value; 0]);
    let never = place.run("en", &["history", &place.text("never")]);
    assert_eq!((never.status.code(), out(&never)), (Some(2), String::new()));
}

#[test]
fn a_damaged_version_costs_only_itself() {
    let place = Place::new();
    for cards in [&["one"][..], &["one", "two"], &["one", "two", "three"]] {
        place.save("map.kundresa", &map(cards));
    }
    let second = history::list(&place.store(), &place.path("map.kundresa")).unwrap().remove(1);
    let store = place.path("own/data/history");
    let folder = fs::read_dir(store).unwrap().next().unwrap().unwrap().path();
    fs::write(folder.join("parts").join(&second.hash), "no version").unwrap();
    let output = place.run("en", &["history", &place.text("map.kundresa")]);
    assert_eq!(output.status.code(), Some(1));
    let lines = out(&output);
    let told: Vec<&str> = lines.lines().map(|line| line.rsplit("  ").next().unwrap()).collect();
    assert_eq!(told[1..], ["What is kept of the version is damaged.", "the first version"]);
    let to = place.text("out.kundresa");
    let file = place.text("map.kundresa");
    let refused = place.run("en", &["restore", &file, "--version", "2", "-o", &to]);
    assert_eq!((refused.status.code(), place.path("out.kundresa").exists()), (Some(2), false));
}

/// Where the system has such folders, and nobody has named another.
#[cfg(target_os = "linux")]
#[test]
fn versions_are_kept_in_the_folder_of_the_users_data() {
    let place = Place::new();
    let project = map(&["one"]);
    let path = place.path("map.kundresa");
    file::save(&path, &project, false).unwrap();
    let store = Store::at(&place.path("data/kundresa/history"));
    history::keep(&store, &path, &file::to_json(&project), Occasion::Read).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kundresa"));
    command.env("XDG_DATA_HOME", place.path("data")).env_remove(FOLDER_VARIABLE);
    let output = command.args(["--lang", "en", "history"]).arg(&path).output().unwrap();
    assert!(out(&output).contains("opened"), "{}", out(&output));
}

#[test]
fn named_versions_come_back_from_the_file_as_they_were() {
    let picture =
        Image { id: id("i"), media: "image/png".into(), data: "AAAA".into(), ..Image::default() };
    let mut project = map(&["one"]);
    let card = Card { image: Some(id("i")), ..Card::clone(&project.journeys[0].lanes[0].cards[0]) };
    let journey = project.journeys.edit(0).unwrap();
    journey.lanes.edit(0).unwrap().cards = List::from_iter([card]);
    project.images = List::from_iter([picture]);
    let project = named(&project, "named", "2026-01-02T03:04:05Z");
    // The card with the picture goes; the version still shows it.
    let now = Project { journeys: map(&["two"]).journeys, ..project.clone() };
    let bytes = file::to_json(&now);
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert_eq!(text.matches("AAAA").count(), 1, "a picture stands in the file once");
    let loaded = file::read(&bytes).unwrap();
    assert_eq!((loaded.problems, &loaded.project), (Vec::new(), &now));
    let from = &loaded.project.versions[0].project;
    let back = bring_back(&loaded.project, from, &id("j"), &Returning::All).unwrap();
    assert_eq!(back, project);
    // Without versions nothing is said of them.
    let none = made(&now, Change::RemoveVersions(vec![id("named")]));
    assert!(!String::from_utf8(file::to_json(&none)).unwrap().contains("versions"));
}

#[test]
fn what_is_damaged_or_unknown_in_a_named_version_is_mended_and_kept() {
    let named = json!({"id": "v", "name": "Named", "mood": "later", "project": {
        "weather": 7,
        "journeys": [{"id": "j", "phases": [{"id": "p", "steps": [{"id": "s"}]}],
            "lanes": [{"id": "l", "cards": [
                {"id": "c", "step": "s", "image": "i"}, {"id": "d", "step": "gone"}, 7,
            ]}]}],
    }});
    let whole = json!({"format": "kundresa", "version": 1, "project": {
        "journeys": [{"id": "j", "phases": [{"id": "p", "steps": [{"id": "s"}]}]}],
        "images": [{"id": "i", "data": "AAAA"}],
        "versions": [named, "no version", {"name": "empty", "project": 3}],
    }});
    let loaded = file::read(whole.to_string().as_bytes()).unwrap();
    let told = loaded.problems.iter().map(|one| format!("{} {}", one.code.as_str(), one.place));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "unread-item versions[0].journeys[0].lanes[0].cards[2]",
            "unread-item versions[1]",
            "unread-field versions[2].project",
            "no-id versions[2]",
            "unknown-step versions[0].journeys[0].lanes[0].cards[1].step",
            "no-journeys versions[2].journeys",
        ]
    );
    let saved: Value = serde_json::from_slice(&file::to_json(&loaded.project)).unwrap();
    let version = &saved["project"]["versions"][0];
    assert_eq!((&version["mood"], &version["project"]["weather"]), (&json!("later"), &json!(7)));
    assert_eq!(saved["project"]["versions"][1], "no version");
    assert_eq!(saved["project"]["versions"][2]["unread"]["project"], 3);
    assert_eq!(saved["project"]["images"][0]["id"], "i");
    assert_eq!(version["project"]["journeys"][0]["lanes"][0]["cards"][0]["image"], "i");
    let again = file::read(&file::to_json(&loaded.project)).unwrap();
    assert!(!again.mended, "{:?}", again.problems);
    assert_eq!(again.project, loaded.project);
    let from = Arc::clone(&again.project.versions[0].project);
    let what = Returning::All;
    let all = made(&again.project, Change::BringBack { from, what });
    assert_eq!(all.parked[0].id, id("d"));
}
