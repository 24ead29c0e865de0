//! How fast are files opened, saved, kept and merged? `cargo bench --bench file` prints how long each
//! takes, and whether it keeps to its limit.
//!
//! The limits are ratios of two times measured side by side, so that they mean the same on every
//! machine, whatever else that machine is doing.

#![allow(clippy::wildcard_enum_match_arm, reason = "a benchmark asks for one case")]

mod limits;
mod maps;
mod stage;

use egui::{Modifiers, vec2};
use kundresa::file::{self, recovery::KeptPlace};
use kundresa::merge::{Copies, merge};
use kundresa::model::Project;
use limits::Limits;
use serde_json::Value;
use stage::{Stage, wheel};
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// How many cards the maps have.
const SIZES: [usize; 2] = [1_000, 10_000];
/// How often each is measured.
const ROUNDS: usize = 9;
/// Of how many cards each copy has changed one.
const EVERY: usize = 10;
/// How many frames are looked at while work is kept, and while it is not.
const FRAMES: usize = 400;

fn main() {
    let mut limits = Limits::default();
    let Ok(folder) = tempfile::tempdir() else { return eprintln!("no folder to write to") };
    for cards in SIZES {
        opening_and_saving(cards, folder.path(), &mut limits);
        merging(cards, &mut limits);
    }
    keeping(folder.path(), &mut limits);
    limits.print();
}

/// The middle of three or more pairs of times in milliseconds, by their ratio, as `name: a, b`.
fn middle(mut times: Vec<(f64, f64)>) -> (f64, f64) {
    times.sort_by(|a, b| (a.1 / a.0).total_cmp(&(b.1 / b.0)));
    times[times.len() / 2]
}

/// How long something takes, in milliseconds.
fn timed<T>(what: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let made = black_box(what());
    (start.elapsed().as_secs_f64() * 1e3, made)
}

/// Opening against parsing the same bytes, saving against writing the same JSON and flushing the disk:
/// both sides of each begin or end with values in memory.
fn opening_and_saving(cards: usize, folder: &Path, limits: &mut Limits) {
    let project = maps::map(cards);
    let bytes = file::to_json(&project);
    let (path, plain) = (folder.join("map.kundresa"), folder.join("plain"));
    let (mut opening, mut saving) = (Vec::new(), Vec::new());
    let Ok(value) = serde_json::from_slice::<Value>(&bytes) else { return };
    for _ in 0..ROUNDS {
        let write = || -> std::io::Result<()> {
            // As every program that does not want to lose a file: beside it, flushed, and swapped.
            let beside = folder.join("beside");
            let bytes = serde_json::to_vec_pretty(&value)?;
            let mut file = std::fs::File::create(&beside)?;
            file.write_all(&bytes)?;
            file.sync_all()?;
            std::fs::rename(&beside, &plain)
        };
        let (written, _) = timed(write);
        let (saved, _) = timed(|| file::save(&path, &project, false));
        saving.push((written, saved));
        let (parsed, _) = timed(|| serde_json::from_slice::<Value>(&bytes));
        let (opened, loaded) = timed(|| file::load(&path));
        if loaded.is_err() {
            return eprintln!("what was written cannot be read");
        }
        opening.push((parsed, opened));
    }
    let ((parsed, opened), (written, saved)) = (middle(opening), middle(saving));
    println!("{cards:>6} cards: parsing {parsed:.1} ms, opening {opened:.1} ms");
    let (as_json, _) = timed(|| file::to_json(&project));
    println!("{cards:>6} cards: writing {written:.1} ms, saving {saved:.1} ms");
    println!("{cards:>6} cards: of which JSON {as_json:.1} ms, {} kB", bytes.len() / 1024);
    limits.add(format!("opening against parsing, {cards} cards"), opened / parsed, 1.5);
    limits.add(format!("saving against writing and flushing, {cards} cards"), saved / written, 1.3);
}

/// Merging three copies against loading them.
fn merging(cards: usize, limits: &mut Limits) {
    let base = maps::map(cards);
    let copies = [base.clone(), changed(&base, 3), changed(&base, 7)];
    let files = copies.each_ref().map(file::to_json);
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let load = || files.each_ref().map(|bytes| file::read(bytes).map(|it| it.project).ok());
        let (loading, read) = timed(load);
        let [Some(base), Some(ours), Some(theirs)] = &read else {
            return eprintln!("what was written cannot be read");
        };
        let copies = Copies { base: Some(base), ours, theirs, ours_label: "", theirs_label: "" };
        let (merging, _) = timed(|| merge(&copies));
        times.push((loading, merging));
    }
    let (loading, merging) = middle(times);
    println!("{cards:>6} cards: loading three {loading:.1} ms, merging them {merging:.1} ms");
    limits.add(
        format!("merging three against loading them, {cards} cards"),
        merging / loading,
        1.0,
    );
}

/// Frames of a window while unsaved work is being written, against others.
fn keeping(folder: &Path, limits: &mut Limits) {
    let cards = 10_000;
    let (path, kept) = (folder.join("map.kundresa"), folder.join("kept"));
    let project = maps::map(cards);
    let place = KeptPlace::new(&kept, Some(&path));
    let (Ok(_), Ok(place)) = (file::save(&path, &project, false), place) else {
        return eprintln!("nothing can be written");
    };
    let mut window = Stage::window(&path);
    let at = egui::Event::PointerMoved(window.canvas_rect().center());
    let mut frame = |number: usize| {
        let down = if number % 80 < 40 { -6.0 } else { 6.0 };
        let events = vec![at.clone(), wheel(vec2(0.0, down), Modifiers::NONE)];
        window.frame(events).frame.as_secs_f64() * 1e3
    };
    let (mut without, mut with) = (Vec::new(), Vec::new());
    for number in 0..80 {
        frame(number);
    }
    while with.len() < FRAMES {
        for number in 0..80 {
            without.push(frame(number));
        }
        let writing = AtomicBool::new(true);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let kept = place.keep(Some(&path), &project);
                writing.store(false, Ordering::Release);
                kept
            });
            let mut number = 0;
            while writing.load(Ordering::Acquire) {
                with.push(frame(number));
                number += 1;
            }
        });
    }
    let median = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    let (without, with) = (median(&mut without), median(&mut with));
    println!("{cards:>6} cards: a frame {without:.2} ms, and {with:.2} ms while work is kept");
    limits.add("a frame while work is kept against without", with / without, 1.2);
}

/// A copy in which every tenth card has another text, another mark and another place in its cell.
fn changed(base: &Project, first: usize) -> Project {
    let mut copy = base.clone();
    let Some(journey) = copy.journeys.edit(0) else { return copy };
    for lane in 0..journey.lanes.len() {
        let Some(lane) = journey.lanes.edit(lane) else { continue };
        for at in (first..lane.cards.len()).step_by(EVERY) {
            if let Some(card) = lane.cards.edit(at) {
                card.text = format!("{} i kopia {first}", card.text);
                card.owner = format!("kopia {first}");
            }
            lane.cards.swap(at - 1, at);
        }
    }
    copy
}
