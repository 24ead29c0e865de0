//! Files: what is saved comes back; what is damaged is mended and told.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[path = "files/flips.rs"]
mod flips;
#[cfg(unix)]
#[path = "files/pipes.rs"]
mod pipes;
#[path = "files/saving.rs"]
mod saving;
#[path = "files/too_large.rs"]
mod too_large;

use kundresa::file::{self, Loaded, Why};
use kundresa::model::{Card, Id, IdSource, Journey, Lane, List, Phase, Project, Step};
use kundresa::words::{Lang, Words};
use serde_json::{Value, json};
use std::path::Path;

const SAMPLE: &[u8] = include_bytes!("samples/v1.kundresa");

/// The problems of a file, one a line: code, place.
fn told(loaded: &Loaded) -> String {
    let lines = loaded.problems.iter().map(|p| format!("{} {}", p.code.as_str(), p.place));
    lines.collect::<Vec<_>>().join("; ")
}

/// A file with one journey of two steps and a lane, changed by `change`.
fn changed(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut value = json!({"format": "kundresa", "version": 1, "project": {
        "personas": [{"id": "p1", "name": "Eva"}],
        "journeys": [{
            "id": "j1",
            "phases": [{"id": "f1", "title": "Behov", "steps": [{"id": "s1"}, {"id": "s2"}]}],
            "lanes": [
                {"id": "l1", "kind": "notes", "cards": [
                    {"id": "c1", "step": "s1", "text": "ett"},
                    {"id": "c2", "step": "s2", "text": "två"},
                ]},
                {"id": "l2", "kind": "emotions", "points": [
                    {"id": "e1", "step": "s1", "value": 1},
                    {"id": "e2", "step": "s2", "value": -1},
                ]},
            ],
            "transitions": [{"id": "t1", "from": "s2", "to": "s1"}],
        }],
    }});
    change(&mut value);
    serde_json::to_vec(&value).unwrap()
}

/// Every id is there once and every reference leads somewhere: what loading promises.
fn assert_sound(project: &Project, about: &str) {
    let again = file::read(&file::to_json(project)).unwrap();
    let kept_only = again.problems.iter().all(|problem| problem.done == file::Remedy::Kept);
    assert!(kept_only && !again.mended, "{about}: {:?}", again.problems);
    assert!(!project.journeys.is_empty(), "{about}");
    for journey in &project.journeys {
        assert!(journey.phases.iter().all(|phase| !phase.steps.is_empty()), "{about}");
    }
}

#[test]
fn the_sample_of_version_1_comes_back_byte_for_byte() {
    let loaded = file::read(SAMPLE).unwrap();
    // Pages of a presentation came later than the sample, which has a 1 among them.
    let unread = "unread-item journeys[0].lanes[0].cards[1]; unread-item journeys[0].story[0]";
    assert_eq!(told(&loaded), unread);
    assert!(!loaded.mended);
    let saved = file::to_json(&loaded.project);
    assert_eq!(String::from_utf8(saved).unwrap(), String::from_utf8(SAMPLE.to_vec()).unwrap());
}

#[test]
fn each_version_there_has_been_has_a_sample_that_opens() {
    for version in 1..=file::VERSION {
        let path = format!("{}/tests/samples/v{version}.kundresa", env!("CARGO_MANIFEST_DIR"));
        let said: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        assert_eq!(said["version"], version, "{path}");
        let loaded = file::load(Path::new(&path)).unwrap();
        let cards = loaded.project.journeys[0].lanes.iter().map(|lane| lane.cards.len());
        assert_eq!((loaded.newer, loaded.mended), (None, false), "{path}");
        assert_eq!(cards.sum::<usize>(), 2, "{path}");
    }
}

#[test]
fn what_a_later_version_wrote_opens_and_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (folder.path().join("a.kundresa"), folder.path().join("b.kundresa"));
    let later = changed(|v| {
        v["version"] = json!(7);
        v["project"]["weather"] = json!({"sun": 1});
    });
    let damaged = later[..later.len() - 2].to_vec();
    for bytes in [later, damaged] {
        std::fs::write(&path, &bytes).unwrap();
        let loaded = file::load(&path).unwrap();
        assert_eq!(loaded.newer, Some(7));
        assert_eq!(loaded.project.journeys[0].lanes[0].cards.len(), 2);
        let error = file::save(&path, &loaded.project, true).unwrap_err();
        assert_eq!((error.why, error.saving), (Why::NewerVersion, true));
        for (lang, said) in
            [(Lang::En, "Save as another file"), (Lang::Sv, "Spara som en annan fil")]
        {
            assert!(
                error.text(&Words::new(lang)).contains(said),
                "{}",
                error.text(&Words::new(lang))
            );
            assert!(loaded.problems.iter().any(|one| one.done(&Words::new(lang)).contains(said)));
        }
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
        // Elsewhere it is a file of this version, with what is unknown in it.
        file::save(&other, &loaded.project, false).unwrap();
        let again = file::load(&other).unwrap();
        assert_eq!(
            (again.newer, again.project.extra.get("weather")),
            (None, Some(&json!({"sun": 1})))
        );
        file::save(&other, &loaded.project, false).unwrap();
        std::fs::remove_file(&other).unwrap();
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing beside it");
}

#[test]
fn both_sides_of_a_conflict_are_told_of_and_kept() {
    let text = String::from_utf8(file::to_json(&project_of(3))).unwrap();
    let line = text.lines().find(|line| line.contains("Kort 1 ")).unwrap();
    let theirs = line.replace("Kort 1", "Deras kort");
    let both = format!("<<<<<<< HEAD\n{line}\n=======\n{theirs}\n>>>>>>> gren");
    let text = text.replacen(line, &both, 1);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.kundresa");
    std::fs::write(&path, &text).unwrap();
    let loaded = file::load(&path).unwrap();
    let mark = text.lines().position(|line| line.starts_with('<')).unwrap() + 1;
    assert_eq!(told(&loaded), format!("both-sides {mark}:1"));
    let said = |project: &Project| {
        let cards = project.journeys[0].lanes[0].cards.iter();
        cards
            .map(|card| card.text.split(' ').take(2).collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
    };
    assert_eq!(said(&loaded.project), ["Kort 0", "Kort 1", "Kort 2"]);
    let (_, other) = file::sides(text.as_bytes()).unwrap();
    let other = file::read(&other).unwrap();
    assert_eq!((told(&other), said(&other.project)[1].as_str()), (String::new(), "Deras kort"));
    for (lang, word) in [(Lang::En, "both stand in it"), (Lang::Sv, "båda står i den")] {
        assert!(loaded.problems[0].what(&Words::new(lang)).contains(word));
    }
    // The first save keeps the original with the other side beside it.
    assert!(loaded.mended);
    file::save(&path, &loaded.project, loaded.mended).unwrap();
    let kept = std::fs::read_to_string(folder.path().join("a.kundresa.original")).unwrap();
    assert_eq!(kept, text);
}

#[test]
fn damage_is_mended_and_told() {
    let journey = |v: &mut Value, path: &str, to: Value| {
        *v.pointer_mut(&format!("/project/journeys/0{path}")).unwrap() = to;
    };
    // The change, the report, the cards and points that are left.
    type Change<'a> = Box<dyn FnOnce(&mut Value) + 'a>;
    let rows: Vec<(Change, &str, usize, usize)> = vec![
        (Box::new(|_| {}), "", 2, 2),
        (Box::new(|v| v["version"] = json!(2)), "newer-version version", 2, 2),
        (Box::new(|v| v["version"] = json!("x")), "no-version version", 2, 2),
        (Box::new(|v| v["project"]["journeys"] = json!([])), "no-journeys journeys", 0, 0),
        (Box::new(|v| v["project"]["title"] = json!(["x"])), "unread-field title", 2, 2),
        (Box::new(|v| v["project"]["tags"] = json!("x")), "unread-field tags", 2, 2),
        (
            Box::new(|v| journey(v, "/lanes/0/cards/0", json!("x"))),
            "unread-item journeys[0].lanes[0].cards[0]",
            1,
            2,
        ),
        (
            Box::new(|v| {
                journey(v, "/lanes/0/cards/0", json!("x"));
                journey(v, "/lanes/0/cards/1/id", json!(""));
            }),
            "unread-item journeys[0].lanes[0].cards[0]; no-id journeys[0].lanes[0].cards[1]",
            1,
            2,
        ),
        (
            Box::new(|v| journey(v, "/lanes/0/cards/1/id", json!("c1"))),
            "doubled-id journeys[0].lanes[0].cards[1]",
            2,
            2,
        ),
        (
            Box::new(|v| journey(v, "/lanes/0/cards/1/step", json!("s9"))),
            "unknown-step journeys[0].lanes[0].cards[1].step",
            1,
            2,
        ),
        (
            Box::new(|v| {
                v["project"]["journeys"][0]["lanes"][0]["cards"][1]["until"] = json!("s1");
            }),
            "bad-until journeys[0].lanes[0].cards[1].until",
            2,
            2,
        ),
        (
            Box::new(|v| {
                v["project"]["journeys"][0]["lanes"][0]["cards"][0]["personas"] =
                    json!(["p1", "p9"]);
            }),
            "unknown-reference journeys[0].lanes[0].cards[0].personas",
            2,
            2,
        ),
        (
            Box::new(|v| {
                v["project"]["journeys"][0]["lanes"][0]["cards"][0]["next"] = json!("c9");
            }),
            "unknown-reference journeys[0].lanes[0].cards[0].next",
            2,
            2,
        ),
        (
            Box::new(|v| {
                v["project"]["journeys"][0]["lanes"][0]["cards"][0]["next"] = json!("c1");
            }),
            "leads-to-itself journeys[0].lanes[0].cards[0].next",
            2,
            2,
        ),
        (
            Box::new(|v| {
                v["project"]["journeys"][0]["lanes"][1]["points"][0]["touchpoint"] = json!("c9");
            }),
            "unknown-reference journeys[0].lanes[1].points[0].touchpoint",
            2,
            2,
        ),
        (
            Box::new(|v| journey(v, "/lanes/1/points/0/step", json!("s9"))),
            "unknown-step journeys[0].lanes[1].points[0].step",
            2,
            1,
        ),
        (
            Box::new(|v| journey(v, "/lanes/1/points/0/value", json!(-7))),
            "out-of-range journeys[0].lanes[1].points[0].value",
            2,
            2,
        ),
        (
            Box::new(|v| journey(v, "/transitions/0/to", json!("s9"))),
            "unknown-reference journeys[0].transitions[0].to",
            2,
            2,
        ),
        (
            Box::new(|v| v["project"]["journeys"][0]["transitions"][0]["share"] = json!(101)),
            "out-of-range journeys[0].transitions[0].share",
            2,
            2,
        ),
        (
            Box::new(|v| v["project"]["journeys"][0]["phases"][0]["friction"] = json!(300)),
            "unread-field journeys[0].phases[0].friction; out-of-range journeys[0].phases[0].friction",
            2,
            2,
        ),
        (
            Box::new(|v| {
                let phases = v["project"]["journeys"][0]["phases"].as_array_mut().unwrap();
                phases.push(json!({"id": "f2"}));
            }),
            "phase-without-steps journeys[0].phases[1]",
            2,
            2,
        ),
        (
            Box::new(|v| journey(v, "/phases/0/steps/1/id", json!("s1"))),
            "doubled-id journeys[0].phases[0].steps[1]; \
             unknown-step journeys[0].lanes[0].cards[1].step; \
             unknown-step journeys[0].lanes[1].points[1].step; \
             unknown-reference journeys[0].transitions[0].from",
            1,
            1,
        ),
        (
            Box::new(|v| {
                let twin = v["project"]["journeys"][0].clone();
                v["project"]["journeys"].as_array_mut().unwrap().push(twin);
            }),
            "doubled-id journeys[1]",
            4,
            4,
        ),
        (
            Box::new(|v| {
                let mut twin = v["project"]["journeys"][0].clone();
                twin["id"] = json!("j2");
                twin["lanes"][0]["cards"][0]["step"] = json!("s9");
                v["project"]["journeys"].as_array_mut().unwrap().push(twin);
            }),
            // Parked, it may meet the card it is a copy of: it has an id of its own then.
            "unknown-step journeys[1].lanes[0].cards[0].step",
            3,
            4,
        ),
        (
            Box::new(|v| v["project"]["parked"] = json!([{"id": "c1"}])),
            "doubled-id parked[0]",
            2,
            2,
        ),
    ];
    for (change, expected, cards, points) in rows {
        let bytes = changed(change);
        let loaded = file::read(&bytes).unwrap();
        assert_eq!(told(&loaded), expected);
        let lanes = || loaded.project.journeys.iter().flat_map(|journey| &journey.lanes);
        assert_eq!(lanes().map(|lane| lane.cards.len()).sum::<usize>(), cards, "{expected}");
        assert_eq!(lanes().map(|lane| lane.points.len()).sum::<usize>(), points, "{expected}");
        assert_sound(&loaded.project, expected);
        let again = file::read(&bytes).unwrap();
        assert_eq!(again.project, loaded.project, "the same each time");
    }
}

#[test]
fn damaged_text_costs_little() {
    let text = String::from_utf8(file::to_json(&project_of(6))).unwrap();
    let rows = [
        // What is changed into what, the report, and how many of the six cards are left.
        ("\"text\": \"Kort 2 ", "\"text\": Kort 2 ", "damaged-text 37:17", 6),
        ("\"text\": \"Kort 2 ", "\"text\" \"Kort 2 ", "damaged-text 37:17", 6),
        ("\"id\": \"card0002\",", "\"id\": \"card0002\"", "damaged-text 36:17", 6),
        ("\"id\": \"card0002\",", "\"id\": \"card0002,", "damaged-text 35:17", 6),
        ("\"cards\": [", "\"cards\": [,", "damaged-text 23:23", 6),
        ("\"Kort 2 ", "\"Kort \\ud800", "damaged-text 37:17", 6),
        ("\"title\": \"Karta\"", "\"title\": NaN", "damaged-text 5:5", 6),
    ];
    for (from, to, expected, cards) in rows {
        let damaged = text.replacen(from, to, 1);
        assert_ne!(damaged, text, "{from}");
        let loaded = file::read(damaged.as_bytes()).unwrap();
        assert_eq!(told(&loaded), expected, "{to}");
        assert_eq!(loaded.project.journeys[0].lanes[0].cards.len(), cards, "{to}");
        assert!(loaded.mended);
    }
}

#[test]
fn what_is_no_map_is_refused_and_says_why() {
    let deep = format!("{{\"format\":\"kundresa\",\"project\":{}", "[".repeat(100_000));
    let rows: Vec<(&[u8], Why, &str)> = vec![
        (b"", Why::Empty, ""),
        (b" \n\xef\xbb\xbf", Why::NotJson, "2:1"),
        (b"hello", Why::NotJson, "1:1"),
        (b"\x89PNG\r\n\x1a\n", Why::NotJson, "1:1"),
        (b"{\"a\": ", Why::NotJson, "1:6"),
        (b"[]", Why::NotOurs, ""),
        (b"{}", Why::NotOurs, ""),
        (b"{\"format\":\"other\",\"project\":{}}", Why::NotOurs, ""),
        (b"{\"format\":\"kundresa\",\"version\":1}", Why::NoProject, ""),
        (b"{\"format\":\"kundresa\",\"version\":1,\"project\":{", Why::NoProject, ""),
        (deep.as_bytes(), Why::TooDeep, "1:158"),
    ];
    for (bytes, why, place) in rows {
        let error = file::read(bytes).unwrap_err();
        let at = error.place.as_ref().map(ToString::to_string).unwrap_or_default();
        assert_eq!((error.why, at.as_str()), (why, place));
    }
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(file::load(folder.path()).unwrap_err().why, Why::IsFolder);
    assert_eq!(file::load(&folder.path().join("x")).unwrap_err().why, Why::NotFound);
    if cfg!(unix) {
        assert_eq!(file::load(Path::new("/dev/null")).unwrap_err().why, Why::NotAFile);
    }
}

#[test]
fn a_mark_before_the_text_and_bad_characters_are_no_hindrance() {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(SAMPLE);
    assert!(!file::read(&bytes).unwrap().mended);
    let at = SAMPLE.windows(3).position(|three| three == b"\xc3\xb6r").unwrap();
    bytes = SAMPLE.to_vec();
    bytes[at + 1] = b'x';
    let loaded = file::read(&bytes).unwrap();
    assert!(loaded.mended);
    assert!(told(&loaded).starts_with("bad-utf8 "), "{}", told(&loaded));
}

#[test]
fn a_file_cut_at_every_byte_opens_as_far_as_it_goes() {
    let whole = file::read(SAMPLE).unwrap().project;
    // Before the first field of the project is whole, nothing of it is known.
    let head = SAMPLE.windows(10).position(|ten| ten == b"\"language\"").unwrap();
    let mut most = 0;
    for end in 0..SAMPLE.len() {
        match file::read(&SAMPLE[..end]) {
            Err(error) => {
                assert!(end < head, "{end}: {error:?}");
                assert!(
                    [Why::Empty, Why::NotJson, Why::NotOurs, Why::NoProject].contains(&error.why)
                );
            }
            Ok(loaded) => {
                // Without its last line break the file is whole.
                let whole_text = end >= SAMPLE.len() - 1;
                assert_eq!(
                    told(&loaded).starts_with("cut-short"),
                    !whole_text,
                    "{end} {}",
                    told(&loaded)
                );
                assert_sound(&loaded.project, &format!("cut at {end}"));
                most = most.max(loaded.project.journeys.first().map_or(0, |j| j.lanes.len()));
            }
        }
    }
    assert_eq!(most, whole.journeys[0].lanes.len());
}

#[test]
fn flipped_bytes_never_end_the_program() {
    let mut ids = IdSource::seeded(11);
    let mut number = |below: usize| {
        let bits = ids.next_id().as_str().bytes().fold(0usize, |n, b| n * 31 + usize::from(b));
        bits % below
    };
    let mut opened = 0;
    for round in 0..2_000 {
        let mut bytes = SAMPLE.to_vec();
        for _ in 0..=round % 4 {
            let at = number(bytes.len());
            bytes[at] = number(256) as u8;
        }
        if let Ok(loaded) = file::read(&bytes) {
            opened += 1;
            assert_sound(&loaded.project, &format!("round {round}"));
        }
    }
    // Only damage to the head makes a file unreadable.
    assert!(opened > 1_900, "{opened}");
}

/// A project of one lane with so many cards.
fn project_of(cards: usize) -> Project {
    let steps = List::from_iter([Step { id: Id::new("step0001"), ..Step::default() }]);
    let phases = List::from_iter([Phase { id: Id::new("phas0001"), steps, ..Phase::default() }]);
    let card = |number| Card {
        id: Id::new(&format!("card{number:04}")),
        step: Id::new("step0001"),
        text: format!("Kort {number} med något att säga"),
        ..Card::default()
    };
    let cards = (0..cards).map(card).collect();
    let lanes = List::from_iter([Lane { id: Id::new("lane0001"), cards, ..Lane::default() }]);
    let journey = Journey { id: Id::new("jour0001"), phases, lanes, ..Journey::default() };
    Project { title: "Karta".into(), journeys: List::from_iter([journey]), ..Project::default() }
}
