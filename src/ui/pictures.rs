//! Small pictures of maps for the start page: read and laid out on a thread, kept until the file
//! or the language is another.

use super::examples::EXAMPLES;
use crate::file::{self, folder};
use crate::model::{Project, TEXT_MAX};
use crate::scene::{Layout, Scene};
use crate::words::{Lang, Words};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::SystemTime;

/// A larger file is not read just to be shown small.
const LARGEST: u64 = 20_000_000;

/// What a picture is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// An example, by its place among them.
    Example(usize),
}

/// What is known of a map without opening it.
#[derive(Clone)]
pub struct Picture {
    /// The first journey; none where it could not be read.
    pub scene: Option<Arc<Scene>>,
    /// The title of the first journey.
    pub title: String,
    /// How many phases the first journey has.
    pub phases: usize,
    /// How many cards the file has.
    pub cards: usize,
    /// When the file was written.
    pub written: Option<SystemTime>,
    /// The file is not there.
    pub missing: bool,
}

/// The pictures.
pub struct Pictures {
    known: HashMap<Source, Option<Picture>>,
    lang: Option<Lang>,
    sender: Sender<(Lang, Source, Picture)>,
    receiver: Receiver<(Lang, Source, Picture)>,
}

impl Default for Pictures {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { known: HashMap::new(), lang: None, sender, receiver }
    }
}

impl Pictures {
    /// Begins to read those of `wanted` that are not known, and takes in what has been read.
    pub fn want(&mut self, wanted: &[Source], words: &Words, ctx: &egui::Context) {
        if self.lang.replace(words.lang) != Some(words.lang) {
            self.known.clear();
        }
        while let Ok((lang, source, picture)) = self.receiver.try_recv() {
            if lang == words.lang {
                self.known.insert(source, Some(picture));
            }
        }
        let unknown = wanted.iter().filter(|source| !self.known.contains_key(source));
        let unknown: Vec<Source> = unknown.cloned().collect();
        if unknown.is_empty() {
            return;
        }
        self.known.extend(unknown.iter().map(|source| (source.clone(), None)));
        let (sender, words, ctx) = (self.sender.clone(), words.clone(), ctx.clone());
        let work = move || {
            let mut layout = Layout::new();
            for source in unknown {
                let picture = picture_of(&source, &mut layout, &words);
                if sender.send((words.lang, source, picture)).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
        };
        // Without a thread there are no pictures, and all else works.
        drop(std::thread::Builder::new().name("pictures".into()).spawn(work));
    }

    /// The picture, once it is there.
    pub fn get(&self, source: &Source) -> Option<&Picture> {
        self.known.get(source)?.as_ref()
    }

    /// Forgets the pictures of files, as they may have changed meanwhile.
    pub fn forget_files(&mut self) {
        self.known.retain(|source, _| matches!(source, Source::Example(_)));
    }
}

fn picture_of(source: &Source, layout: &mut Layout, words: &Words) -> Picture {
    let (loaded, written, missing) = match source {
        Source::Example(index) => {
            let loaded = EXAMPLES.get(*index).map(|example| file::read(example.bytes));
            (loaded.and_then(Result::ok), None, false)
        }
        Source::File(path) => match folder::written(path) {
            Some((when, bytes)) if bytes > LARGEST => (None, Some(when), false),
            Some((when, _)) => (file::load(path).ok(), Some(when), false),
            None => (None, None, true),
        },
    };
    let none = Picture { scene: None, title: String::new(), phases: 0, cards: 0, written, missing };
    let Some(project) = loaded.map(|loaded| Arc::new(loaded.project)) else { return none };
    let Some(journey) = project.journeys.first() else { return none };
    Picture {
        title: journey.title.chars().take(TEXT_MAX.min(200)).collect(),
        phases: journey.phases.len(),
        cards: cards_in(&project),
        scene: layout.scene(&project, &journey.id, words, 1.0),
        ..none
    }
}

fn cards_in(project: &Project) -> usize {
    let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
    lanes.map(|lane| lane.cards.len()).sum::<usize>() + project.parked.len()
}
