//! Tasks and opportunities out of the program: what `kundresa tasks` writes, read back by others, and
//! what `kundresa export --what` draws.
#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
};
use kundresa::file;
use kundresa::model::Project;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/examples/{name}.kundresa"))
}

fn kundresa(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kundresa"));
    command.args(["--lang", "en"]).args(args).output().unwrap()
}

fn written(name: &str, args: &[&str]) -> String {
    let path = example(name);
    let output = kundresa(&[&["tasks", path.to_str().unwrap()], args].concat());
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn projects() -> Vec<(&'static str, Project)> {
    let names = ["forpackningsmaskin", "shoes", "dag-pa-akuten"];
    names.map(|name| (name, file::load(&example(name)).unwrap().project)).into()
}

/// The entries of a calendar, by what they are called for good.
fn entries(text: &str) -> Vec<(String, ICalendarComponent)> {
    let calendar = ICalendar::parse(text).expect("it is a calendar");
    let is_entry = |one: &&ICalendarComponent| {
        matches!(one.component_type, ICalendarComponentType::VEvent | ICalendarComponentType::VTodo)
    };
    let uid = |one: &ICalendarComponent| {
        let entry = one.entries.iter().find(|entry| entry.name == ICalendarProperty::Uid).unwrap();
        match &entry.values[0] {
            ICalendarValue::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        }
    };
    calendar.components.iter().filter(is_entry).map(|one| (uid(one), one.clone())).collect()
}

#[test]
fn every_example_has_work_to_do_by_somebody_and_some_day() {
    for (name, project) in projects() {
        let left = project.tasks.iter().filter(|task| !task.done);
        let (mut count, mut people) = (0, BTreeSet::new());
        for task in left {
            assert!(!task.owner.is_empty() && task.due.len() == 10, "{name}: {}", task.title);
            people.insert(task.owner.clone());
            count += 1;
        }
        assert!(count >= 3 && people.len() >= 2, "{name}: {count} tasks of {people:?}");
    }
}

#[test]
fn what_is_left_is_in_the_calendar_each_once_and_named_alike_each_time() {
    for (name, project) in projects() {
        let left = project.tasks.iter().filter(|task| !task.done).count();
        for todos in [&["--format", "ics"][..], &["--format", "ics", "--as-todos"]] {
            let first: Vec<String> =
                entries(&written(name, todos)).into_iter().map(|(uid, _)| uid).collect();
            let unique: BTreeSet<&String> = first.iter().collect();
            assert_eq!((first.len(), unique.len()), (left, left), "{name}");
            let again: Vec<String> =
                entries(&written(name, todos)).into_iter().map(|(uid, _)| uid).collect();
            assert_eq!(first, again, "{name}: a second import updates");
        }
        let all = entries(&written(name, &["--format", "ics", "--done"])).len();
        assert_eq!(all, project.tasks.len(), "{name}");
    }
}

#[test]
fn tables_and_lists_hold_the_same_tasks() {
    let table = written("forpackningsmaskin", &["--format", "csv"]);
    let mut reader =
        csv::ReaderBuilder::new().from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 6);
    let list = written("forpackningsmaskin", &[]);
    assert_eq!(list.matches("- [ ] ").count(), 6);
    for row in &rows {
        let title = row[0].trim_start_matches('\'');
        assert!(list.contains(title), "{title}\n{list}");
    }
    let of_omar = written("forpackningsmaskin", &["--person", "omar"]);
    assert_eq!(of_omar.matches("- [ ] ").count(), 2, "{of_omar}");
}

#[test]
fn a_file_is_written_once_and_never_over_the_map() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.kundresa");
    std::fs::copy(example("shoes"), &map).unwrap();
    let (map, out) = (map.to_str().unwrap(), folder.path().join("tasks.ics"));
    let out = out.to_str().unwrap();
    let run = |args: &[&str]| kundresa(&[&["tasks", map], args].concat()).status.code();
    assert_eq!(run(&["-o", out]), Some(0));
    assert_eq!(entries(&std::fs::read_to_string(out).unwrap()).len(), 3);
    assert_eq!(run(&["-o", out]), Some(2), "it is there");
    assert_eq!(run(&["-o", out, "--force"]), Some(0));
    assert_eq!(run(&["-o", map, "--format", "ics", "--force"]), Some(2), "it is the map");
    assert_eq!(run(&["--journey", "no such"]), Some(2));
    assert!(file::load(Path::new(map)).unwrap().problems.is_empty());
}

#[test]
fn opportunities_are_drawn_instead_of_the_map() {
    let folder = tempfile::tempdir().unwrap();
    let map = example("forpackningsmaskin");
    let map = map.to_str().unwrap();
    let project = file::load(Path::new(map)).unwrap().project;
    for what in ["matrix", "board"] {
        let out = |end: &str| folder.path().join(format!("{what}.{end}")).display().to_string();
        let outs = ["svg", "pdf", "png"].map(out);
        let mut args = vec!["export", map, "--what", what];
        outs.iter().for_each(|out| args.extend(["-o", out]));
        let output = kundresa(&args);
        assert!(output.status.success(), "{output:?}");
        let svg = std::fs::read_to_string(&outs[0]).unwrap();
        let drawing = roxmltree::Document::parse(&svg).unwrap();
        let titles: Vec<&str> = drawing
            .descendants()
            .filter(|node| node.has_tag_name("title"))
            .filter_map(|node| node.text())
            .collect();
        for one in &project.opportunities {
            let is_it = |title: &&&str| title.starts_with(&one.title);
            assert_eq!(titles.iter().filter(is_it).count(), 1, "{}: {titles:?}", one.title);
        }
        let pdf = lopdf::Document::load(&outs[1]).unwrap();
        assert_eq!(pdf.get_pages().len(), 2, "a page for each journey");
        let png = std::fs::read(&outs[2]).unwrap();
        assert_eq!(&png[1..4], b"PNG");
    }
    // What research has found out, likewise.
    for (what, said) in [("coverage", "Täckning"), ("saturation", "Mättnad")] {
        for theme in ["light", "dark"] {
            let out = |end: &str| folder.path().join(format!("{what}-{theme}.{end}"));
            let outs = ["svg", "pdf", "png"].map(|end| out(end).display().to_string());
            let mut args = vec![
                "--lang",
                "sv",
                "export",
                map,
                "--what",
                what,
                "--theme",
                theme,
                "--real-text",
            ];
            outs.iter().for_each(|out| args.extend(["-o", out]));
            let output = kundresa(&args);
            assert!(output.status.success(), "{output:?}");
            let svg = std::fs::read_to_string(&outs[0]).unwrap();
            assert!(svg.contains(said) && svg.contains(&project.journeys[0].title), "{what}");
            lopdf::Document::load(&outs[1]).unwrap();
        }
    }
    // What has no such picture is of the map, as ever.
    let web = folder.path().join("map.html").display().to_string();
    assert!(kundresa(&["export", map, "--what", "board", "-o", &web]).status.success());
    assert!(std::fs::read_to_string(&web).unwrap().contains("Emotion curve"));
}

#[test]
fn a_chart_with_nothing_to_show_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("empty.kundresa").display().to_string();
    let text =
        r#"{"format":"kundresa","version":1,"project":{"journeys":[{"id":"j","title":"Tom"}]}}"#;
    std::fs::write(&map, text).unwrap();
    let rows = [
        ("matrix", "Kartan har inga möjligheter att visa."),
        ("board", "Kartan har inga möjligheter att visa."),
        ("coverage", "Täckning visas från den andra källan"),
        ("saturation", "Mättnad visas från den andra intervjun"),
    ];
    for (what, why) in rows {
        for end in ["svg", "pdf", "png"] {
            let out = folder.path().join(format!("{what}.{end}"));
            let name = out.display().to_string();
            let output = kundresa(&["--lang", "sv", "export", &map, "--what", what, "-o", &name]);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!output.status.success() && said.contains(why), "{what} {end}: {said}");
            assert!(!out.exists(), "{what} {end}");
        }
    }
}
