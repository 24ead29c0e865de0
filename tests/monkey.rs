//! A user without a plan: whatever they do, the program goes on and no work is lost.
//!
//! `KUNDRESA_MONKEY_SEEDS=100..200` and `KUNDRESA_MONKEY_DEEDS=3000` play more games than the few
//! of each run; a game that fails tells its seed and what was done last.

#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[path = "monkey/dice.rs"]
mod dice;
#[path = "monkey/holds.rs"]
mod holds;
#[path = "bench/maps.rs"]
mod maps;
#[path = "monkey/texts.rs"]
mod texts;
#[path = "monkey/user.rs"]
mod user;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use user::User;

/// Says to a process of its own which game to play: seed and deeds.
const GAME: &str = "KUNDRESA_TEST_MONKEY";

fn seeds() -> Range<u64> {
    let asked = std::env::var("KUNDRESA_MONKEY_SEEDS").unwrap_or_else(|_| "1..5".into());
    let (from, to) = asked.split_once("..").unwrap();
    from.parse().unwrap()..to.parse().unwrap()
}

fn deeds() -> usize {
    std::env::var("KUNDRESA_MONKEY_DEEDS").map_or(250, |asked| asked.parse().unwrap())
}

#[test]
fn whatever_a_user_does_the_program_goes_on_and_no_work_is_lost() {
    let left = Mutex::new(seeds());
    let failed = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some(seed) = left.lock().unwrap().next() else { return };
                    let told = game(seed);
                    if let Some(told) = told {
                        eprintln!("{told}");
                        failed.lock().unwrap().push(seed);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "games that failed: {failed:?}");
}

/// Plays a game in a process of its own, with folders of its own; what it says if it fails.
fn game(seed: u64) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().canonicalize().unwrap();
    let out = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "plays_a_game_for_another_test", "--nocapture"])
        .env(GAME, format!("{seed} {}", deeds()))
        .envs(
            ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"]
                .map(|name| (name, &home)),
        )
        .env("KUNDRESA_CONFIG_DIR", home.join("own"))
        .current_dir(&home)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&out.stderr);
    if std::env::var_os("KUNDRESA_MONKEY_LOUD").is_some() {
        eprintln!("{said}");
    }
    (!out.status.success()).then(|| format!("--- seed {seed}: {}\n{said}", out.status))
}

/// Not a test of its own: plays the game that the variable names, for the one above.
#[test]
fn plays_a_game_for_another_test() {
    let Ok(game) = std::env::var(GAME) else { return };
    let (seed, deeds) = game.split_once(' ').unwrap();
    let folder = std::env::current_dir().unwrap();
    let files = files(&folder);
    User::new(seed.parse().unwrap(), &folder, files).play(deeds.parse().unwrap());
}

/// Maps to open: the examples, one of nothing, large ones, damaged ones.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        files.push(path);
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut examples: Vec<PathBuf> = std::fs::read_dir(root.join("assets/examples"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "kundresa"))
        .collect();
    examples.sort();
    for path in examples {
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        write(name, &bytes);
    }
    write("sample.kundresa", include_bytes!("samples/v1.kundresa"));
    write("cut.kundresa", {
        let sample: &[u8] = include_bytes!("samples/v1.kundresa");
        &sample[..sample.len() / 2]
    });
    write("nothing.kundresa", br#"{"format":"kundresa","version":1,"project":{}}"#);
    write(
        "empty.kundresa",
        br#"{"format":"kundresa","version":1,"project":{"journeys":[{"id":"j"}]}}"#,
    );
    write("large.kundresa", maps::json(&maps::map(1_000)).as_bytes());
    write("small.kundresa", maps::json(&maps::map(60)).as_bytes());
    files
}
