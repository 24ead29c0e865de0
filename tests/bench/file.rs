//! How fast are files read and merged? `cargo bench --bench file` prints how long it takes to load
//! three copies of a map and to make them one, and whether that keeps to its limit.
//!
//! The limit is a ratio of two times measured side by side, so that it means the same on every
//! machine, whatever else that machine is doing.

mod limits;
mod maps;

use kundresa::file;
use kundresa::merge::{Copies, merge};
use kundresa::model::Project;
use limits::Limits;
use std::hint::black_box;
use std::time::Instant;

/// How many cards the maps have.
const SIZES: [usize; 2] = [1_000, 10_000];
/// How often each is measured.
const ROUNDS: usize = 7;
/// Of how many cards each copy has changed one.
const EVERY: usize = 10;

fn main() {
    let mut limits = Limits::default();
    for cards in SIZES {
        let base = maps::map(cards);
        let copies = [base.clone(), changed(&base, 3), changed(&base, 7)];
        let files = copies.each_ref().map(file::to_json);
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let start = Instant::now();
            let read = files.each_ref().map(|bytes| file::read(bytes).map(|it| it.project).ok());
            let loading = start.elapsed().as_secs_f64() * 1e3;
            let [Some(base), Some(ours), Some(theirs)] = &read else {
                return eprintln!("what was written cannot be read");
            };
            let copies =
                Copies { base: Some(base), ours, theirs, ours_label: "", theirs_label: "" };
            let start = Instant::now();
            black_box(merge(&copies));
            times.push((loading, start.elapsed().as_secs_f64() * 1e3));
        }
        times.sort_by(|a, b| (a.1 / a.0).total_cmp(&(b.1 / b.0)));
        let (loading, merging) = times[times.len() / 2];
        println!("{cards:>6} cards: loading three {loading:.1} ms, merging them {merging:.1} ms");
        limits.add(
            format!("merging three against loading them, {cards} cards"),
            merging / loading,
            1.0,
        );
    }
    limits.print();
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
