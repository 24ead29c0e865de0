//! Small pictures of maps for the start page: read, laid out and drawn on a thread, kept until the
//! file, the language, the theme or their size is another.

use super::examples::EXAMPLES;
use crate::file::{self, folder};
use crate::insight::what_changed;
use crate::model::{Project, TEXT_MAX};
use crate::scene::{Layout, Scene, Theme, ThemeKind};
use crate::ui::kit::{local_time, map_picture};
use crate::words::{Lang, Words};
use egui::{ColorImage, Rect, TextureHandle, TextureId, TextureOptions};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::SystemTime;

/// A larger file is not read just to be shown small.
const LARGEST: u64 = 20_000_000;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum PictureSource {
    File(PathBuf),
    /// Work that was not saved, by where it is kept, and the file it belongs to.
    Kept(PathBuf, Option<PathBuf>),
    /// An example, by its place among them.
    Example(usize),
}

impl PictureSource {
    fn is_example(&self) -> bool {
        match self {
            Self::Example(_) => true,
            Self::File(_) | Self::Kept(..) => false,
        }
    }
}

/// What is known of a map without opening it.
#[derive(Clone)]
pub(crate) struct SmallPicture {
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
    /// Of work that was not saved: what is different in it from its file, in words.
    pub told: String,
}

/// What a picture was drawn for: its size in pixels, how many of them are a document unit (as bits),
/// and its colours.
type Look = ((u16, u16), u32, ThemeKind);

pub(crate) struct SmallPictures {
    known: HashMap<PictureSource, Option<SmallPicture>>,
    drawn: HashMap<PictureSource, (Look, TextureHandle)>,
    /// One is being drawn.
    drawing: bool,
    drawn_sender: Sender<(PictureSource, Look, ColorImage)>,
    drawn_receiver: Receiver<(PictureSource, Look, ColorImage)>,
    lang: Option<Lang>,
    sender: Sender<(Lang, PictureSource, SmallPicture)>,
    receiver: Receiver<(Lang, PictureSource, SmallPicture)>,
}

impl Default for SmallPictures {
    fn default() -> Self {
        let (sender, receiver) = channel();
        let (drawn_sender, drawn_receiver) = channel();
        let (known, drawn) = Default::default();
        let (drawing, lang) = (false, None);
        Self { known, drawn, drawing, drawn_sender, drawn_receiver, lang, sender, receiver }
    }
}

impl SmallPictures {
    /// Begins to read those of `wanted` that are not known, and takes in what has been read.
    pub(crate) fn want(&mut self, wanted: &[PictureSource], words: &Words, ctx: &egui::Context) {
        if self.lang.replace(words.lang) != Some(words.lang) {
            self.known.clear();
            self.drawn.clear();
        }
        while let Ok((lang, source, picture)) = self.receiver.try_recv() {
            if lang == words.lang {
                self.known.insert(source, Some(picture));
            }
        }
        let unknown = wanted.iter().filter(|source| !self.known.contains_key(source));
        let unknown: Vec<PictureSource> = unknown.cloned().collect();
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
    pub(crate) fn get(&self, source: &PictureSource) -> Option<&SmallPicture> {
        self.known.get(source)?.as_ref()
    }

    /// The beginning of the map, drawn for `place` (screen points), once it is there; until then as it
    /// was drawn last. At most one is drawn at a time.
    pub(crate) fn texture(
        &mut self,
        ctx: &egui::Context,
        words: &Words,
        theme: &Theme,
        source: &PictureSource,
        place: Rect,
    ) -> Option<TextureId> {
        self.take_drawn(ctx);
        let scene = self.get(source)?.scene.clone()?;
        let dense = ctx.pixels_per_point();
        let scale = map_picture::covering(place.size(), scene.size) * dense;
        let size = map_picture::pixels(place.size(), dense);
        let look = (size, scale.to_bits(), theme.kind);
        let kept = self.drawn.get(source);
        let kept = kept.map(|(drawn, texture)| (*drawn == look, texture.id()));
        if !self.drawing && kept.is_none_or(|(same, _)| !same) {
            self.drawing = true;
            let (sender, source) = (self.drawn_sender.clone(), source.clone());
            let (ctx, words, theme) = (ctx.clone(), words.clone(), *theme);
            let work = move || {
                let image = map_picture::drawn(&scene, &words, &theme, scale, size);
                if sender.send((source, look, image)).is_ok() {
                    ctx.request_repaint();
                }
            };
            // Without a thread there are no pictures, and all else works.
            drop(std::thread::Builder::new().name("pictures".into()).spawn(work));
        }
        kept.map(|(_, texture)| texture)
    }

    fn take_drawn(&mut self, ctx: &egui::Context) {
        while let Ok((source, look, image)) = self.drawn_receiver.try_recv() {
            self.drawing = false;
            let texture = ctx.load_texture("map", image, TextureOptions::LINEAR);
            self.drawn.insert(source, (look, texture));
        }
    }

    /// Forgets the pictures of files, as they may have changed meanwhile.
    pub(crate) fn forget_files(&mut self) {
        self.known.retain(|source, _| source.is_example());
        self.drawn.retain(|source, _| source.is_example());
    }
}

fn picture_of(source: &PictureSource, layout: &mut Layout, words: &Words) -> SmallPicture {
    let (loaded, written, missing) = match source {
        PictureSource::Example(index) => {
            let loaded = EXAMPLES.get(*index).map(|example| file::read(example.bytes));
            (loaded.and_then(Result::ok), None, false)
        }
        PictureSource::File(path) | PictureSource::Kept(path, _) => match folder::written(path) {
            Some((when, bytes)) if bytes > LARGEST => (None, Some(when), false),
            Some((when, _)) => (file::load(path).ok(), Some(when), false),
            None => (None, None, true),
        },
    };
    let (scene, title, told) = Default::default();
    let none = SmallPicture { scene, title, phases: 0, cards: 0, written, missing, told };
    let Some(project) = loaded.map(|loaded| Arc::new(loaded.project)) else { return none };
    let told = match source {
        PictureSource::Kept(_, from) => differs(from.as_deref(), &project, words),
        PictureSource::File(_) | PictureSource::Example(_) => String::new(),
    };
    let Some(journey) = project.journeys.first() else { return none };
    SmallPicture {
        title: journey.title.chars().take(TEXT_MAX.min(200)).collect(),
        phases: journey.phases.len(),
        cards: cards_in(&project),
        scene: layout.scene(&project, &journey.id, words, 1.0),
        told,
        ..none
    }
}

/// What is different in unsaved work from the file it belongs to.
pub(crate) fn differs(from: Option<&Path>, kept: &Project, words: &Words) -> String {
    let Some(from) = from else { return words.start_never_saved() };
    let Some((written, _)) = folder::written(from) else { return words.start_file_gone() };
    let Ok(saved) = file::load(from) else { return words.start_file_unreadable() };
    let changed = what_changed(&saved.project, kept);
    let when = local_time::day_and_clock(words, written);
    match changed.is_nothing() {
        true => words.start_as_file(when),
        false => words.start_differs(when, changed.text(words)),
    }
}

fn cards_in(project: &Project) -> usize {
    let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
    lanes.map(|lane| lane.cards.len()).sum::<usize>() + project.parked.len()
}
