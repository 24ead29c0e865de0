//! The small pictures of the rows: read, laid out and drawn on a thread, one at a time, for the rows
//! that are in view.

use super::past_rows::{PastRow, RowKey};
use crate::file::history::Store;
use crate::model::{Id, Project};
use crate::scene::{Layout, ThemeKind};
use crate::ui::Context;
use crate::ui::kit::map_picture;
use egui::{ColorImage, Rect, TextureHandle, TextureId, TextureOptions};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// What a picture was drawn for: its size in pixels, and its colours.
type Look = ((u16, u16), ThemeKind);

/// A row that was drawn, what for, and of which state of the project where it is what is now.
struct DrawnRow {
    key: RowKey,
    look: Look,
    of: Option<Arc<Project>>,
    image: Option<ColorImage>,
}

/// What it was drawn for and of, and the picture.
type Drawn = (Look, Option<Arc<Project>>, Option<TextureHandle>);

/// What is needed to draw pictures.
pub(super) struct PictureMaterial<'a> {
    pub now: &'a Arc<Project>,
    pub journey: &'a Id,
    pub store: Option<&'a Store>,
}

pub(super) struct RowPictures {
    /// None: there is nothing to be drawn.
    drawn: HashMap<RowKey, Drawn>,
    drawing: bool,
    news: (Sender<DrawnRow>, Receiver<DrawnRow>),
}

impl Default for RowPictures {
    fn default() -> Self {
        Self { drawn: HashMap::new(), drawing: false, news: channel() }
    }
}

impl RowPictures {
    /// The beginning of the map in this version, once it is drawn for `place` (screen points); until
    /// then as it was drawn last.
    pub(super) fn texture(
        &mut self,
        ctx: &egui::Context,
        cx: &Context<'_>,
        row: &PastRow,
        material: &PictureMaterial<'_>,
        place: Rect,
    ) -> Option<TextureId> {
        while let Ok(DrawnRow { key, look, of, image }) = self.news.1.try_recv() {
            self.drawing = false;
            let load = |image| ctx.load_texture("version", image, TextureOptions::LINEAR);
            self.drawn.insert(key, (look, of, image.map(load)));
        }
        let dense = ctx.pixels_per_point();
        let look = (map_picture::pixels(place.size(), dense), cx.theme.kind);
        let of = (row.key == RowKey::Now).then(|| Arc::clone(material.now));
        let is_same = |a: &Option<Arc<Project>>, b: &Option<Arc<Project>>| match (a, b) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        let kept = self.drawn.get(&row.key);
        let is_there = kept.is_some_and(|(drawn, from, _)| *drawn == look && is_same(from, &of));
        if !is_there && !self.drawing {
            self.drawing = true;
            let (key, version) = (row.key.clone(), row.version.clone());
            let (now, journey) = (Arc::clone(material.now), material.journey.clone());
            let (store, words, theme) = (material.store.cloned(), cx.words.clone(), *cx.theme);
            let (sender, ctx, size) = (self.news.0.clone(), ctx.clone(), place.size());
            let work = move || {
                let project = match &version {
                    None => Some(now),
                    Some(version) => {
                        version.read(store.as_ref()).ok().map(|read| match read.is_named {
                            true => Arc::new(read.project.back_in(&now)),
                            false => read.project,
                        })
                    }
                };
                let scene = project.and_then(|project| {
                    let first = project.journeys.first().map(|journey| journey.id.clone());
                    let there = project.journey(&journey).is_some();
                    let shown = if there { Some(journey) } else { first };
                    Layout::new().scene(&project, &shown?, &words, 1.0)
                });
                let image = scene.map(|scene| {
                    let scale = map_picture::covering(size, scene.size) * dense;
                    map_picture::drawn(&scene, &words, &theme, scale, look.0)
                });
                if sender.send(DrawnRow { key, look, of, image }).is_ok() {
                    ctx.request_repaint();
                }
            };
            // Without a thread there are no pictures, and all else works.
            drop(std::thread::Builder::new().name("history pictures".into()).spawn(work));
        }
        kept.and_then(|(_, _, texture)| texture.as_ref().map(TextureHandle::id))
    }
}
