//! What does one changed byte cost, and what is left of a file that is cut?
//!
//! The ordinary run looks at two thousand seeded flips and some hundred cuts; with
//! `KUNDRESA_FLIPS=all` in the environment at every byte. `-- --nocapture` prints the figures.

use super::assert_sound;
use kundresa::file;
use kundresa::model::Project;
use std::collections::HashSet;
use std::sync::LazyLock;

/// A map, its pictures cut to their beginnings: one byte within them costs no more than that one
/// picture, and they would take most of the flips.
static EXAMPLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    const DATA: &str = "\"data\": \"";
    let text = include_str!("../../assets/examples/dag-pa-akuten.kundresa");
    let short = text.lines().map(|line| match line.split_once(DATA) {
        Some((before, data)) => format!("{before}{DATA}{}\"\n", &data[..64]),
        None => format!("{line}\n"),
    });
    short.collect::<String>().into_bytes()
});
/// So many flips and cuts are looked at in the ordinary run.
const FLIPS: usize = 2_000;
const CUTS: usize = 250;
/// Flips that once cost half the map or all of it; looked at in each run.
const KNOWN: [(usize, u8); 9] = [
    (11, b','),
    (27, 0xc6),
    (43, b'\\'),
    (70, b' '),
    (175, b' '),
    (1503, b'\n'),
    (16_708, b' '),
    (30_258, b'\n'),
    (36_600, b'\n'),
];
/// Whoever loses more things than this by one byte has lost a part of the map.
const FEW: usize = 3;

/// Numbers that are the same each time (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }
}

fn all() -> bool {
    std::env::var("KUNDRESA_FLIPS").is_ok_and(|value| value == "all")
}

/// The things of a project, each with where it stands: a card that is parked, or a point without
/// its persona, is not where it was.
fn things(project: &Project) -> HashSet<String> {
    let mut all = HashSet::new();
    all.extend(project.personas.iter().map(|one| format!("persona {}", one.id)));
    all.extend(project.sources.iter().map(|one| format!("source {}", one.id)));
    all.extend(project.opportunities.iter().map(|one| format!("opportunity {}", one.id)));
    all.extend(project.images.iter().map(|one| format!("image {}", one.id)));
    all.extend(project.parked.iter().map(|one| format!("parked {}", one.id)));
    for (number, journey) in project.journeys.iter().enumerate() {
        all.insert(format!("journey {number}"));
        for (at, phase) in journey.phases.iter().enumerate() {
            all.insert(format!("phase {number} {at}"));
            let steps = phase.steps.iter().enumerate();
            all.extend(steps.map(|(step, _)| format!("step {number} {at} {step}")));
        }
        for (at, lane) in journey.lanes.iter().enumerate() {
            all.insert(format!("lane {number} {at}"));
            all.extend(
                lane.cards.iter().map(|card| format!("card {at} {} {}", card.id, card.step)),
            );
            all.extend(lane.points.iter().map(|point| {
                format!("point {at} {} {} {:?}", point.id, point.step, point.persona)
            }));
        }
        all.extend(journey.transitions.iter().map(|one| format!("transition {}", one.id)));
        all.extend(journey.views.iter().enumerate().map(|(at, _)| format!("view {number} {at}")));
        all.extend(journey.story.iter().enumerate().map(|(at, _)| format!("page {number} {at}")));
    }
    all
}

/// What a byte becomes: as often a sign of JSON as any byte.
fn other(byte: u8, dice: &mut Dice) -> u8 {
    const SIGNS: &[u8] = b"{}[]\",:\\ \n!x0";
    loop {
        let new = match dice.below(2) {
            0 => SIGNS[dice.below(SIGNS.len())],
            _ => dice.below(256) as u8,
        };
        if new != byte {
            return new;
        }
    }
}

#[test]
fn one_changed_byte_costs_little() {
    let whole = things(&file::read(&EXAMPLE).unwrap().project);
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let flips: Vec<(usize, u8)> = match all() {
        true => {
            EXAMPLE.iter().enumerate().map(|(at, byte)| (at, other(*byte, &mut dice))).collect()
        }
        false => {
            let at = (0..FLIPS).map(|_| dice.below(EXAMPLE.len())).collect::<Vec<_>>();
            at.into_iter().map(|at| (at, other(EXAMPLE[at], &mut dice))).collect()
        }
    };
    let (mut closed, mut costly, mut again) = (Vec::new(), Vec::new(), Vec::new());
    for (round, &(at, new)) in flips.iter().chain(&KNOWN).enumerate() {
        let mut bytes = EXAMPLE.to_vec();
        bytes[at] = new;
        let tell = |lost: usize| {
            let line = EXAMPLE[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            let old = EXAMPLE[at] as char;
            format!("{lost} lost: byte {at} in line {line}, {old:?} to {:?}", new as char)
        };
        let Ok(loaded) = file::read(&bytes) else {
            closed.push(tell(whole.len()));
            continue;
        };
        let lost = whole.difference(&things(&loaded.project)).count();
        if lost > FEW {
            let list = if round < flips.len() { &mut costly } else { &mut again };
            list.push(tell(lost));
        }
        if round % 16 == 0 {
            assert_sound(&loaded.project, &tell(lost));
        }
    }
    let share = 100.0 * costly.len() as f64 / flips.len() as f64;
    println!(
        "{} flips: {} do not open, {} ({share:.3} %) lose more than {FEW} of {} things",
        flips.len(),
        closed.len(),
        costly.len(),
        whole.len()
    );
    for line in closed.iter().chain(&costly).take(400) {
        println!("  {line}");
    }
    assert_eq!(closed.len(), 0, "{closed:#?}");
    assert!(again.is_empty(), "{again:#?}");
    assert!(share < 0.2, "{share} %: {costly:#?}");
}

#[test]
fn of_a_file_that_is_cut_what_was_whole_is_there() {
    let whole = things(&file::read(&EXAMPLE).unwrap().project);
    let first = EXAMPLE.windows(9).position(|nine| nine == b"\"journeys").unwrap();
    let ends: Vec<usize> = match all() {
        true => (0..EXAMPLE.len()).collect(),
        false => {
            let mut dice = Dice(77);
            (0..CUTS).map(|_| dice.below(EXAMPLE.len())).collect()
        }
    };
    for end in ends {
        let Ok(loaded) = file::read(&EXAMPLE[..end]) else {
            assert!(end < first, "cut at {end}");
            continue;
        };
        // What began before the cut and ended in it, by the ids that stand there whole. Nothing of
        // the map refers forwards but a card to an opportunity, which is no place.
        let before = String::from_utf8_lossy(&EXAMPLE[..end]);
        let there = things(&loaded.project);
        let ended = |thing: &&String| {
            let id = thing.split(' ').nth(2).unwrap_or_default();
            let begins = before.find(&format!("\"id\": \"{id}\""));
            thing.starts_with("card ")
                && begins.is_some_and(|at| before[at..].contains("\n            }"))
        };
        let lost: Vec<&String> = whole.difference(&there).filter(ended).collect();
        assert!(lost.is_empty(), "cut at {end}: {lost:?}");
    }
}
