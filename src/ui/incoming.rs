//! Pictures that come in: dropped on the window, pasted, or chosen by a dialog. They are read and
//! made smaller on a thread.

use super::Context;
use super::app::{App, Done};
use super::canvas::{Onto, put_picture};
use super::widgets::semibold;
use crate::file;
use crate::file::folder;
use crate::scene::{Encoded, Picture, PictureError, Role};
use egui::{Align2, ColorImage, Event, Id, LayerId, Order, Rect, Stroke, StrokeKind, pos2, vec2};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How files of pictures end.
pub const PICTURE_FILES: &[&str] = &["png", "jpg", "jpeg", "webp"];
/// A larger file is not read, in MB.
const LARGEST: u64 = 80;
/// While a file is held over the window, most systems do not say where. They do soon after it has
/// been let go: so long is waited for it, in seconds.
const PATIENCE: f64 = 0.3;

/// Pictures that were dropped and whose place is not known yet.
#[derive(Default)]
pub struct Incoming {
    waiting: Vec<PathBuf>,
    since: f64,
}

/// Why a picture cannot be put in.
pub enum Refused {
    /// It is none, or of a kind that is not known.
    NoPicture,
    /// Its file is too large.
    TooLarge,
    /// Its file cannot be read.
    Unread(String),
}

/// Is it called as files of pictures are?
pub fn is_picture(path: &Path) -> bool {
    let end = path.extension().and_then(|end| end.to_str());
    end.is_some_and(|end| PICTURE_FILES.iter().any(|one| one.eq_ignore_ascii_case(end)))
}

impl Incoming {
    /// Pictures were dropped, now (in seconds since the start).
    pub fn dropped(&mut self, paths: Vec<PathBuf>, now: f64) {
        self.waiting.extend(paths);
        self.since = now;
    }
}

impl App {
    /// Reads what was dropped, as soon as it is known where.
    pub(super) fn take_dropped(&mut self, ctx: &egui::Context) {
        if self.incoming.waiting.is_empty() {
            return;
        }
        let (now, moved, at) = ctx.input(|input| {
            let moved = input.events.iter().any(|event| matches!(event, Event::PointerMoved(_)));
            (input.time, moved, input.pointer.latest_pos())
        });
        if !moved && now - self.incoming.since < PATIENCE {
            ctx.request_repaint_after(Duration::from_millis(40));
            return;
        }
        let mut onto = at.map_or(Onto::Selected, Onto::At);
        for path in std::mem::take(&mut self.incoming.waiting) {
            self.take_picture(&path, onto);
            // The others come after the one before.
            onto = Onto::Below;
        }
    }

    /// Reads a picture's file and puts it in.
    pub(super) fn take_picture(&mut self, path: &Path, onto: Onto) {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let (path, words) = (path.to_owned(), self.words.clone());
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
            Done::Incoming { name, onto, result: read() }
        });
    }

    /// Puts in a picture that was on the clipboard.
    pub(super) fn paste_picture(&mut self, image: Arc<ColorImage>) {
        let name = self.words.picture_pasted();
        self.spawn(move || {
            let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(0));
            let rgba = image.pixels.iter().flat_map(|pixel| pixel.to_srgba_unmultiplied());
            let result = Picture::keep_pixels(width, height, rgba.collect());
            let result = result.map_err(|PictureError(_)| Refused::NoPicture);
            Done::Incoming { name, onto: Onto::Selected, result }
        });
    }

    /// A picture has been read.
    pub(super) fn came_in(&mut self, name: &str, onto: Onto, result: Result<Encoded, Refused>) {
        let words = &self.words;
        let picture = match result {
            Ok(picture) => picture,
            Err(refused) => {
                let said = match refused {
                    Refused::NoPicture => words.picture_none(name),
                    Refused::TooLarge => words.picture_too_large(name, LARGEST.to_string()),
                    Refused::Unread(why) => words.picture_unread(name, why),
                };
                return self.notices.say(said);
            }
        };
        let Some(doc) = &mut self.doc else { return };
        doc.refresh(&self.words, &self.theme);
        let mut out = Vec::new();
        put_picture(doc, &mut self.canvas, onto, &picture, &self.words, &mut out);
        self.handle_all(&self.ctx.clone(), &mut out);
    }
}

/// Says that a file held over the window can be let go; a picture on something of the map, which
/// stays in view.
pub fn drop_hint(ctx: &egui::Context, cx: &Context, picture: bool) {
    let layer = LayerId::new(Order::Tooltip, Id::unique("drop hint"));
    let painter = ctx.layer_painter(layer);
    let rect: Rect = ctx.content_rect().shrink(8.0);
    let stroke = Stroke::new(3.0, cx.theme.color(Role::Accent));
    let ink = cx.theme.color(Role::Ink);
    let (fill, text) = match picture {
        true => (Role::Paper.at(0), cx.words.picture_drop()),
        false => (Role::Paper.at(230), cx.words.start_drop()),
    };
    painter.rect(rect, 12.0, cx.theme.color(fill), stroke, StrokeKind::Inside);
    if !picture {
        painter.text(rect.center(), Align2::CENTER_CENTER, text, semibold(20.0), ink);
        return;
    }
    let galley = painter.layout(text, semibold(16.0), ink, rect.width() - 80.0);
    let middle = pos2(rect.center().x, rect.bottom() - 60.0);
    let said = Rect::from_center_size(middle, galley.size() + vec2(36.0, 20.0));
    painter.rect(said, 12.0, cx.theme.color(Role::Card), stroke, StrokeKind::Inside);
    painter.galley(said.center() - galley.size() / 2.0, galley, ink);
}
