//! `kundresa check`: what files hold, and what is wrong in them.

use super::{MENDED, SOUND, UNREADABLE};
use crate::file::{self, FileError, Loaded};
use crate::insight;
use crate::merge::{conflict_in_words, conflicts};
use crate::model::Project;
use crate::scene::{PictureFault, read_image};
use crate::words::Words;
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What is told of one file, in the order of the JSON.
#[derive(Serialize)]
struct Checked {
    file: String,
    exit: u8,
    #[serde(flatten)]
    counts: Counts,
    problems: Vec<Told>,
    contested: Vec<InConflict>,
}

/// How much of each there is, over all journeys. Parked cards count.
#[derive(Default, Serialize)]
struct Counts {
    journeys: usize,
    phases: usize,
    steps: usize,
    lanes: usize,
    cards: usize,
    emotions: usize,
    personas: usize,
    conflicts: usize,
}

/// What two have written differently, and nobody has chosen yet.
#[derive(Serialize)]
struct InConflict {
    list: String,
    thing: String,
    field: String,
    text: String,
}

/// A problem in words.
#[derive(Serialize)]
struct Told {
    code: &'static str,
    place: String,
    what: String,
    done: String,
}

impl Counts {
    fn of(project: &Project) -> Self {
        let mut counts = Self {
            journeys: project.journeys.len(),
            personas: project.personas.len(),
            cards: project.parked.len(),
            conflicts: project.conflicts.len(),
            ..Self::default()
        };
        for journey in &project.journeys {
            let on_map = insight::counts(journey);
            counts.phases += on_map.phases;
            counts.steps += on_map.steps;
            counts.lanes += on_map.lanes;
            counts.cards += on_map.cards;
            counts.emotions += on_map.points;
        }
        counts
    }
}

fn check(path: &Path, words: &Words) -> Checked {
    let file = path.to_string_lossy().into_owned();
    match file::load(path) {
        Ok(loaded) => of_loaded(file, &loaded, words),
        Err(error) => of_error(file, &error, words),
    }
}

fn of_loaded(file: String, loaded: &Loaded, words: &Words) -> Checked {
    let told = |problem: &file::Problem| Told {
        code: problem.code.as_str(),
        place: problem.place.to_string(),
        what: problem.what(words),
        done: problem.done(words),
    };
    let problems: Vec<Told> =
        loaded.problems.iter().map(told).chain(pictures(&loaded.project, words)).collect();
    // What two have written differently is for somebody to choose: a program that asks is to know.
    let is_sound = problems.is_empty() && loaded.project.conflicts.is_empty();
    let exit = if is_sound { SOUND } else { MENDED };
    let left = conflicts(&loaded.project);
    let contested = left.iter().map(|one| InConflict {
        list: one.conflict.list.to_string(),
        thing: one.conflict.thing.to_string(),
        field: one.conflict.field.clone(),
        text: conflict_in_words(one, words),
    });
    let contested = contested.collect();
    Checked { file, exit, counts: Counts::of(&loaded.project), problems, contested }
}

/// The pictures that cannot be shown.
fn pictures(project: &Project, words: &Words) -> impl Iterator<Item = Told> {
    let images = project.images.iter().enumerate();
    let unshown =
        images.filter_map(|(index, image)| Some((index, image, read_image(image).err()?)));
    unshown.map(|(index, image, error)| {
        let name = if image.title.is_empty() { image.id.as_str() } else { &image.title };
        let (code, what) = match &error.0 {
            PictureFault::Damaged(_) => ("damaged-picture", words.problem_picture(name)),
            PictureFault::TooLarge(..) => {
                ("picture-too-large", words.problem_picture_too_large(name, error.text(words)))
            }
        };
        let place = format!("images[{index}]");
        Told { code, place, what, done: words.problem_picture_kept() }
    })
}

fn of_error(file: String, error: &FileError, words: &Words) -> Checked {
    let told = Told {
        code: error.why.as_str(),
        place: error.place.as_ref().map(ToString::to_string).unwrap_or_default(),
        what: error.reason(words),
        done: error.done(words),
    };
    Checked {
        file,
        exit: UNREADABLE,
        counts: Counts::default(),
        problems: vec![told],
        contested: vec![],
    }
}

/// Prints what each file holds and each of its problems; gives the worst exit code.
pub(super) fn print(files: &[PathBuf], words: &Words, out: &mut dyn Write) -> io::Result<u8> {
    let mut worst = SOUND;
    for path in files {
        let checked = check(path, words);
        worst = worst.max(checked.exit);
        let verdict = match checked.exit {
            SOUND => words.cli_sound(),
            MENDED if checked.problems.is_empty() => words.cli_sound_but_conflicts(),
            MENDED => words.cli_mended(),
            _ => words.cli_unreadable(),
        };
        writeln!(out, "{}: {verdict}", checked.file)?;
        if checked.exit != UNREADABLE {
            writeln!(out, "  {}", counted(&checked.counts, words))?;
        }
        for problem in &checked.problems {
            let place = if problem.place.is_empty() { "" } else { &format!("{}: ", problem.place) };
            writeln!(out, "  [{}] {place}{} {}", problem.code, problem.what, problem.done)?;
        }
        for one in &checked.contested {
            writeln!(out, "  {}", one.text)?;
        }
    }
    Ok(worst)
}

/// `1 map, 5 phases, …`
fn counted(counts: &Counts, words: &Words) -> String {
    let mut told = vec![
        words.count_journeys(counts.journeys),
        words.count_phases(counts.phases),
        words.count_steps(counts.steps),
        words.count_lanes(counts.lanes),
        words.count_cards(counts.cards),
        words.count_points(counts.emotions),
        words.count_personas(counts.personas),
    ];
    if counts.conflicts > 0 {
        told.push(words.cli_conflicts_left(counts.conflicts));
    }
    told.join(", ")
}

/// Prints the same as one JSON array, for programs; gives the worst exit code.
pub(super) fn print_json(files: &[PathBuf], words: &Words, out: &mut dyn Write) -> io::Result<u8> {
    let all: Vec<Checked> = files.iter().map(|path| check(path, words)).collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)?;
    Ok(all.iter().map(|checked| checked.exit).max().unwrap_or(SOUND))
}
