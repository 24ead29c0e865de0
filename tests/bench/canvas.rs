//! How fast is the canvas? `cargo bench --bench canvas` prints the times of frames on maps of 100,
//! 1,000 and 10,000 cards, and whether they keep to their limits.
//!
//! A limit is a ratio of two times measured side by side, so that it means the same on every
//! machine, whatever else that machine is doing. `cargo bench --bench canvas -- 10000 near panning`
//! measures only the frames that all words name, `-- edit` only edits, `-- table` only the table.

#![allow(clippy::wildcard_enum_match_arm, reason = "a benchmark asks for one case")]

mod limits;
mod maps;
mod stage;

use egui::{Event, Modifiers, vec2};
use jiff::civil::date;
use kundresa::edit::{Change, Edit};
use kundresa::file;
use kundresa::insight::{GapRule, KeptInsights, gaps};
use kundresa::model::{Card, Project};
use kundresa::scene::{Align, Face, TextEngine, TextStyle, Theme, ThemeKind};
use kundresa::ui::Document;
use kundresa::words::{Lang, Words};
use limits::Limits;
use stage::{Stage, Took, around, card_at, wheel};
use std::collections::HashMap;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// How many cards the maps have.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// How many frames are measured of each kind.
const FRAMES: usize = 240;
/// A pan or zoom turns round after this many frames.
const TURN: usize = 30;
/// How many edits are measured.
const EDITS: usize = 200;
/// How often a file is opened.
const OPENINGS: usize = 7;
/// Asks this program to open a file and tell how much memory it has then.
const MEMORY: &str = "--memory-of";

/// What is done while frames are measured.
const ACTS: [&str; 4] = ["still", "panning", "zooming", "dragging"];
/// How much of the map is in view.
const VIEWS: [&str; 2] = ["near", "all"];

/// Times by size, view and act.
type Times = HashMap<(usize, &'static str, &'static str), Figures>;

/// Medians and 95th percentiles, in milliseconds.
#[derive(Clone, Copy, Default)]
struct Figures {
    painted: usize,
    frame: [f64; 2],
    canvas: [f64; 2],
    again: [f64; 2],
    window: [f64; 2],
    /// Of `canvas` to `again`, frame by frame: the median.
    ratio: f64,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [option, path] = &args[..]
        && option == MEMORY
    {
        return println!("{:.1}", memory_with(Path::new(path)));
    }
    // Cargo adds an option of its own.
    let only: Vec<String> = args.into_iter().filter(|arg| !arg.starts_with('-')).collect();
    let folder = std::env::temp_dir().join(format!("kundresa-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the temporary folder can be written to");
    let files: Vec<(usize, PathBuf)> = SIZES
        .into_iter()
        .map(|cards| {
            let path = folder.join(format!("{cards}.kundresa"));
            std::fs::write(&path, maps::json(&maps::map(cards))).expect("a file can be written");
            (cards, path)
        })
        .collect();

    if only.iter().any(|word| word == "table") {
        let mut limits = Limits::default();
        limits.of_table(&files);
        limits.print();
    } else if only.iter().any(|word| word == "edit") {
        let mut limits = Limits::default();
        limits.of_edits(&files);
        limits.print();
    } else {
        let times = frames(&files, &only);
        if only.is_empty() {
            judge(&times, &files);
        }
    }
    let _ = std::fs::remove_dir_all(&folder);
}

/// Measures the rest, and prints which limits hold.
fn judge(times: &Times, files: &[(usize, PathBuf)]) {
    let mut limits = Limits::default();
    limits.of_frames(times);
    limits.of_edits(files);
    limits.of_table(files);
    let (opening, parsing) = openings(&files[2].1);
    println!("open 10,000 (ms): {opening:.0}; parse and lay out each text once: {parsing:.0}");
    limits.add("opening against parsing and laying out", opening / parsing, 1.5);
    limits.print();
    println!("aim: open in under 300 ms: {opening:.0} ms");
    let memory = child_memory(&files[2].1);
    println!("aim: 150 MB with 10,000 cards: {memory} MB resident without a screen");
}

/// Measures the frames that are named by all the words of `only`, and prints their times.
fn frames(files: &[(usize, PathBuf)], only: &[String]) -> Times {
    println!("times in ms, median and 95th percentile; frame: all that a canvas alone takes");
    println!("window: the whole window; canvas: canvas_ui and tessellation");
    println!("again: the same shapes emitted and tessellated again\n");
    println!(
        "{:>6} {:4} {:8} {:>7} {:>15} {:>15} {:>15} {:>6} {:>15}",
        "cards", "view", "", "painted", "frame", "canvas", "again", "ratio", "window"
    );
    let mut times = Times::new();
    let named = |names: &[&str]| only.iter().all(|word| names.contains(&word.as_str()));
    for (cards, path) in files {
        let size = cards.to_string();
        let rows = VIEWS.iter().flat_map(|view| ACTS.map(|act| [size.as_str(), view, act]));
        if !rows.clone().any(|row| named(&row)) {
            continue;
        }
        let mut canvas = Stage::canvas(open(path));
        let mut window = Stage::window(path);
        for view in VIEWS {
            for stage in [&mut canvas, &mut window] {
                if view == "near" { stage.look_near() } else { stage.look_at_all() }
            }
            for act in ACTS.into_iter().filter(|act| named(&[&size, view, act])) {
                let took = play(&mut canvas, act);
                let painted = canvas.painted();
                let of = |part: fn(&Took) -> Duration| quantiles(took.iter().map(part));
                let window = quantiles(play(&mut window, act).iter().map(|took| took.frame));
                let [frame, canvas, again] =
                    [of(|took| took.frame), of(|took| took.canvas), of(|took| took.again)];
                let ratio = ratio(&took);
                let figures = Figures { painted, frame, canvas, again, window, ratio };
                print_row(*cards, view, act, &figures);
                times.insert((*cards, view, act), figures);
            }
        }
    }
    times
}

fn print_row(cards: usize, view: &str, act: &str, figures: &Figures) {
    let two = |[median, high]: [f64; 2]| format!("{median:.3} {high:>7.3}");
    println!(
        "{cards:>6} {view:4} {act:8} {:>7} {:>15} {:>15} {:>15} {:>6.2} {:>15}",
        figures.painted,
        two(figures.frame),
        two(figures.canvas),
        two(figures.again),
        figures.ratio,
        two(figures.window),
    );
}

/// The frames of one act. What it changed is as it was when it ends.
fn play(stage: &mut Stage, act: &str) -> Vec<Took> {
    let sign = |number: usize| if (number / TURN).is_multiple_of(2) { 1.0 } else { -1.0 };
    let mut took = Vec::with_capacity(FRAMES);
    let before = stage.doc().cameras[&stage.doc().journey];
    let grabbed = (act == "dragging").then(|| stage.grab());
    let mut moved = false;
    for number in 0..FRAMES {
        let events = match (act, grabbed) {
            ("panning", _) => vec![wheel(vec2(-12.0, 5.0) * sign(number), Modifiers::NONE)],
            ("zooming", _) => {
                let ctrl = Modifiers::CTRL | Modifiers::COMMAND;
                vec![wheel(vec2(0.0, 3.0) * sign(number), ctrl)]
            }
            (_, Some(at)) => vec![Event::PointerMoved(around(at, number))],
            _ => Vec::new(),
        };
        took.push(stage.frame(events));
        moved |= stage.doc().cameras[&stage.doc().journey] != before;
    }
    assert_eq!(moved, matches!(act, "panning" | "zooming"), "{act}");
    match grabbed {
        Some(at) => stage.let_go(around(at, 0)),
        None => stage.rest(),
    }
    took
}

/// Median and 95th percentile in milliseconds.
fn quantiles(took: impl Iterator<Item = Duration>) -> [f64; 2] {
    let mut took: Vec<f64> = took.map(|took| took.as_secs_f64() * 1000.0).collect();
    took.sort_by(f64::total_cmp);
    [took[took.len() / 2], took[took.len() * 95 / 100]]
}

/// How many times as long the canvas takes as its shapes alone: the median over all frames.
fn ratio(took: &[Took]) -> f64 {
    let ratio = |took: &Took| took.canvas.as_secs_f64() / took.again.as_secs_f64().max(1e-9);
    let mut ratios: Vec<f64> = took.iter().map(ratio).collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

/// The whole window with the table of all cards scrolled, and with the map panned near, frame by frame
/// in turn: how many times as long the first takes, the median.
fn table_against_map(path: &Path) -> f64 {
    let (mut map, mut table) = (Stage::window(path), Stage::window(path));
    map.look_near();
    table.look_at_table();
    let mut ratios: Vec<f64> = (0..FRAMES)
        .map(|number| {
            let sign = if (number / TURN).is_multiple_of(2) { 1.0 } else { -1.0 };
            let panned = map.frame(vec![wheel(vec2(-12.0, 5.0) * sign, Modifiers::NONE)]);
            let scrolled = table.frame(vec![wheel(vec2(0.0, -40.0) * sign, Modifiers::NONE)]);
            assert!(scrolled.shapes > 100, "rows are painted: {}", scrolled.shapes);
            scrolled.frame.as_secs_f64() / panned.frame.as_secs_f64()
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

fn median(took: impl Iterator<Item = Duration>) -> f64 {
    quantiles(took)[0]
}

fn open(path: &Path) -> Document {
    let bytes = std::fs::read(path).expect("the file is there");
    let loaded = file::read(&bytes).expect("the file is sound");
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    Document::new(loaded.project, None, false)
}

/// Committing an edit and laying out, undoing it and laying out: the median in milliseconds.
fn edits(path: &Path) -> f64 {
    let mut doc = open(path);
    let (words, theme) = (Words::new(Lang::Sv), Theme::new(ThemeKind::Light));
    doc.refresh(&words, &theme);
    let took = (0..EDITS).map(|number| {
        let (one, card) = card_at(&doc, number).expect("there are cards");
        let card = Card { text: format!("{} och {number}", card.text), ..card };
        let edit =
            Edit { journey: doc.journey.clone(), change: Change::PutCards(vec![(one, card)]) };
        let start = Instant::now();
        doc.editor.edit(edit).expect("it can be done");
        doc.refresh(&words, &theme);
        let cells = doc.layout.counts.cells;
        doc.editor.undo().expect("there is a step");
        doc.refresh(&words, &theme);
        let took = start.elapsed();
        assert_eq!((cells, doc.layout.counts.cells), (1, 1), "one cell is laid out each time");
        took
    });
    median(took)
}

/// What the gaps of a map and what was learned from it take after an edit, and the edit with its
/// layout: medians in milliseconds, measured in turn. The first of the gaps is what the window waits
/// for; then what a thread takes to find them, and the marks on the map where they are shown.
fn found_after_edits(path: &Path) -> ([f64; 5], usize) {
    let mut doc = open(path);
    let (words, theme) = (Words::new(Lang::Sv), Theme::new(ThemeKind::Light));
    let (ctx, today) = (egui::Context::default(), date(2026, 5, 5));
    doc.refresh(&words, &theme);
    let (mut edits, mut asked, mut found, mut marked) = (vec![], vec![], vec![], vec![]);
    let (mut taught, mut kept) = (vec![], KeptInsights::default());
    let (_, journey) = doc.editor.project().journey(&doc.journey).expect("it is there");
    kept.story(doc.editor.project(), journey);
    let mut count = 0;
    for number in 0..EDITS / 4 {
        let (one, card) = card_at(&doc, number).expect("there are cards");
        let card = Card { text: format!("{} och {number}", card.text), ..card };
        let edit =
            Edit { journey: doc.journey.clone(), change: Change::PutCards(vec![(one, card)]) };
        let start = Instant::now();
        doc.editor.edit(edit).expect("it can be done");
        doc.refresh(&words, &theme);
        edits.push(start.elapsed());
        let start = Instant::now();
        black_box(doc.gaps(&ctx, today));
        asked.push(start.elapsed());
        let project = doc.editor.project().clone();
        let (_, journey) = project.journey(&doc.journey).expect("it is there");
        let start = Instant::now();
        count = gaps(&project, journey, today, &GapRule::usual()).len();
        found.push(start.elapsed());
        while doc.waits_for_gaps() {
            std::thread::sleep(Duration::from_millis(1));
            doc.gaps(&ctx, today);
        }
        let start = Instant::now();
        black_box(doc.gap_marks(&ctx, &words, today));
        marked.push(start.elapsed());
        let start = Instant::now();
        black_box(kept.story(&project, journey));
        taught.push(start.elapsed());
    }
    ([edits, asked, found, marked, taught].map(|took| median(took.into_iter())), count)
}

/// Opening a file until its first frame, and parsing it and laying out each of its texts once:
/// medians in milliseconds, measured in turn.
fn openings(path: &Path) -> (f64, f64) {
    let bytes = std::fs::read(path).expect("the file is there");
    let (mut opened, mut parsed) = (Vec::new(), Vec::new());
    for _ in 0..OPENINGS {
        let start = Instant::now();
        let loaded = file::read(&bytes).expect("the file is sound");
        let reading = start.elapsed();
        // The window is there before a file is opened.
        let mut stage = Stage::canvas(Document::new(loaded.project, None, false));
        let first = stage.frame(Vec::new());
        assert!(stage.painted() > 20, "cards are painted in the first frame");
        opened.push(reading + first.frame);

        let project = open(path).editor.project().clone();
        let start = Instant::now();
        let value: serde_json::Value = serde_json::from_slice(&bytes).expect("the file is JSON");
        lay_out_texts(&project);
        parsed.push(start.elapsed());
        drop(black_box(value));
    }
    (median(opened.into_iter()), median(parsed.into_iter()))
}

/// Lays out each text of a project once.
fn lay_out_texts(project: &Project) {
    let mut engine = TextEngine::new();
    let style =
        TextStyle { face: Face::Medium, size: 13.0, line_height: 17.0, align: Align::Start };
    let mut lay_out = |text: &str| {
        if !text.is_empty() {
            black_box(engine.layout(text, &style, Some(170.0)));
        }
    };
    for journey in &project.journeys {
        for phase in &journey.phases {
            lay_out(&phase.title);
            phase.steps.iter().for_each(|step| lay_out(&step.title));
        }
        for lane in &journey.lanes {
            lay_out(&lane.title);
            lane.points.iter().for_each(|point| lay_out(&point.quote));
            for card in &lane.cards {
                lay_out(&card.text);
                lay_out(&card.note);
            }
        }
    }
}

/// Resident memory of this process in MB, once a file is open and has been looked at.
fn memory_with(path: &Path) -> f64 {
    let mut stage = Stage::window(path);
    stage.look_near();
    stage.look_at_all();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    let kib = line.split_whitespace().next().and_then(|kib| kib.parse::<f64>().ok());
    kib.unwrap_or(f64::NAN) * 1024.0 / 1e6
}

/// The same of a process that does nothing else.
fn child_memory(path: &Path) -> String {
    let program = std::env::current_exe().expect("this program has a path");
    let output = Command::new(program).arg(MEMORY).arg(path).output().expect("it starts");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

impl Limits {
    fn of_frames(&mut self, times: &Times) {
        for (view, limit) in [("near", 1.3), ("all", 1.5)] {
            for cards in SIZES {
                for act in ACTS {
                    let one = times[&(cards, view, act)];
                    let what = format!("canvas against its own shapes, {cards} {view}, {act}");
                    self.add(what, one.ratio, limit);
                }
            }
        }
        let ratio = |over: (usize, &'static str), under: (usize, &'static str), act| {
            times[&(over.0, over.1, act)].frame[0] / times[&(under.0, under.1, act)].frame[0]
        };
        for act in ACTS {
            let what = format!("{act} near, 10,000 against 1,000");
            self.add(what, ratio((10_000, "near"), (1_000, "near"), act), 1.5);
        }
        for act in ACTS {
            let what = format!("10,000 cards, all against near, {act}");
            self.add(what, ratio((10_000, "all"), (10_000, "near"), act), 8.0);
        }
    }

    fn of_table(&mut self, files: &[(usize, PathBuf)]) {
        let ratio = table_against_map(&files[2].1);
        self.add("10,000 cards, the table scrolled against the map panned", ratio, 1.0);
    }

    fn of_edits(&mut self, files: &[(usize, PathBuf)]) {
        let (few, many) = (edits(&files[1].1), edits(&files[2].1));
        println!("\ncommit, lay out, undo, lay out (ms): {few:.3} at 1,000, {many:.3} at 10,000");
        self.add("an edit, 10,000 against 1,000", many / few, 2.0);
        let ([edit, asked, found, marked, taught], count) = found_after_edits(&files[2].1);
        println!(
            "{count} gaps at 10,000 (ms): edit {edit:.3}, asked for {asked:.3}, found on a thread {found:.3}, marked {marked:.3}; what was learned {taught:.3}"
        );
        self.add("gaps after an edit against the edit with its layout", asked / edit, 1.0);
        self.add(
            "what was learned after an edit against the edit with its layout",
            taught / edit,
            1.0,
        );
    }
}
