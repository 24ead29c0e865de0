//! Pictures that come into the window: dropped on it, chosen, or pasted.

use super::app::{App, Finished};
use crate::file;
use crate::file::folder;
use crate::scene::{Encoded, Picture, PictureError};
use crate::ui::canvas::PictureTarget;
use crate::ui::canvas::put_picture::put_picture;
use crate::ui::kit::pictures_in::{LARGEST, PATIENCE, Refused};
use egui::{ColorImage, Event};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

impl App {
    /// Reads what was dropped, as soon as it is known where.
    pub(crate) fn take_dropped(&mut self, ctx: &egui::Context) {
        if self.session.incoming.waiting.is_empty() {
            return;
        }
        let (now, moved, at) = ctx.input(|input| {
            let moved = input.events.iter().any(|event| matches!(event, Event::PointerMoved(_)));
            (input.time, moved, input.pointer.latest_pos())
        });
        if !moved && now - self.session.incoming.since < PATIENCE {
            ctx.request_repaint_after(Duration::from_millis(40));
            return;
        }
        let mut onto = at.map_or(PictureTarget::Selected, PictureTarget::At);
        for path in std::mem::take(&mut self.session.incoming.waiting) {
            // The others come after the one before.
            let here = std::mem::replace(&mut onto, PictureTarget::Below);
            self.take_picture(&path, here);
        }
    }

    /// Reads a picture's file and puts it in.
    pub(crate) fn take_picture(&mut self, path: &Path, onto: PictureTarget) {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let (path, words) = (path.to_owned(), self.env.words.clone());
        self.spawn(move || {
            let too_large = folder::written(&path).is_some_and(|(_, size)| size > LARGEST << 20);
            let read = || match too_large {
                true => Err(Refused::TooLarge),
                false => {
                    let bytes = file::read_other(&path)
                        .map_err(|error| Refused::Unread(error.text(&words)))?;
                    Picture::keep(&bytes).map_err(|_| Refused::NoPicture)
                }
            };
            Finished::Incoming { name, onto, result: read() }
        });
    }

    /// Puts in a picture that was on the clipboard.
    pub(crate) fn paste_picture(&mut self, image: Arc<ColorImage>) {
        let name = self.env.words.picture_pasted();
        self.spawn(move || {
            let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(0));
            let rgba = image.pixels.iter().flat_map(|pixel| pixel.to_srgba_unmultiplied());
            let result = Picture::keep_pixels(width, height, rgba.collect());
            let result = result.map_err(|PictureError(_)| Refused::NoPicture);
            Finished::Incoming { name, onto: PictureTarget::Selected, result }
        });
    }

    /// A picture has been read.
    pub(crate) fn came_in(
        &mut self,
        name: &str,
        onto: PictureTarget,
        result: Result<Encoded, Refused>,
    ) {
        let words = &self.env.words;
        let picture = match result {
            Ok(picture) => picture,
            Err(refused) => {
                let said = match refused {
                    Refused::NoPicture => words.picture_none(name),
                    Refused::TooLarge => words.picture_too_large(name, LARGEST.to_string()),
                    Refused::Unread(why) => words.picture_unread(name, why),
                };
                return self.front.notices.say(said);
            }
        };
        let Some(doc) = &mut self.work.doc else { return };
        doc.refresh(&self.env.words, &self.env.theme);
        let mut out = Vec::new();
        put_picture(doc, &mut self.work.canvas, onto, &picture, &self.env.words, &mut out);
        self.handle_all(&self.env.ctx.clone(), &mut out);
    }
}
