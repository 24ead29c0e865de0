//! How a program ends in the middle: asked to by a signal, or by a panic.

use super::{alone, cards, click, example, is_alone, places, type_text, window};
use kundresa::file::recovery;
use kundresa::words::Lang;
use std::process::{Command, Stdio};

#[test]
fn what_is_unsaved_is_kept_when_the_program_is_asked_to_end_or_fails() {
    const TEST: &str = "ends::what_is_unsaved_is_kept_when_the_program_is_asked_to_end_or_fails";
    if !is_alone(TEST) {
        for (way, code) in [("TERM", Some(143)), ("HUP", Some(143)), ("panic", Some(101))] {
            let folder = tempfile::tempdir().unwrap();
            let mut program = alone(TEST, folder.path());
            let output = program.env("WAY", way).stderr(Stdio::piped()).output().unwrap();
            assert_eq!(output.status.code(), code, "{way}");
            let kept = recovery::list(&folder.path().join("recovery"));
            let [kept] = &kept[..] else { panic!("{way}: {kept:?}") };
            let project = recovery::open(kept).unwrap().project;
            assert!(cards(&project).any(|card| card.text == "Never lost"), "{way}");
            // A panic tells of itself, and says where.
            let reports = std::fs::read_dir(folder.path().join("reports"));
            let reports: Vec<_> = reports.into_iter().flatten().flatten().collect();
            assert_eq!(reports.len(), usize::from(way == "panic"), "{way}");
            for report in reports {
                let text = std::fs::read_to_string(report.path()).unwrap();
                assert!(text.contains("something went wrong") && text.contains("ends.rs"));
                let said = String::from_utf8(output.stderr.clone()).unwrap();
                assert!(said.contains(&report.path().display().to_string()), "{said}");
                assert!(said.contains(&kept.path.display().to_string()), "{said}");
            }
        }
        return;
    }
    kundresa::ui::stand_by(kundresa::words::Words::new(Lang::En));
    let (_folder, path) = example();
    let mut window = window(Some(&path), true);
    let (card, at) = places(&window).swap_remove(0);
    click(&mut window, at);
    assert!(!card.card.as_str().is_empty());
    // Typed over the card, and never finished.
    type_text(&mut window, "Never lost");
    window.step();
    match std::env::var("WAY").unwrap().as_str() {
        "panic" => panic!("something went wrong"),
        signal => {
            let me = std::process::id().to_string();
            Command::new("kill").args([&format!("-{signal}"), &me]).status().unwrap();
            std::thread::sleep(std::time::Duration::from_secs(60));
        }
    }
}
