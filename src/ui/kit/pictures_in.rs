//! Pictures that come in: dropped on the window, pasted, or chosen by a dialog. They are read and
//! made smaller on a thread.

use super::buttons::semibold;
use crate::scene::Role;
use crate::ui::Context;
use egui::{Align2, Id, LayerId, Order, Rect, Stroke, StrokeKind, pos2, vec2};
use std::path::{Path, PathBuf};

/// How files of pictures end.
pub(crate) const PICTURE_FILES: &[&str] = &["png", "jpg", "jpeg", "webp"];
/// A larger file is not read, in MB.
pub(crate) const LARGEST: u64 = 80;
/// While a file is held over the window, most systems do not say where. They do soon after it has
/// been let go: so long is waited for it, in seconds.
pub(crate) const PATIENCE: f64 = 0.3;

/// Pictures that were dropped and whose place is not known yet.
#[derive(Default)]
pub(crate) struct Incoming {
    pub(crate) waiting: Vec<PathBuf>,
    pub(crate) since: f64,
}

/// Why a picture cannot be put in.
pub(crate) enum Refused {
    /// It is none, or of a kind that is not known.
    NoPicture,
    /// Its file is too large.
    TooLarge,
    /// Its file cannot be read.
    Unread(String),
}

/// Is it called as files of pictures are?
pub(crate) fn is_picture(path: &Path) -> bool {
    let end = path.extension().and_then(|end| end.to_str());
    end.is_some_and(|end| PICTURE_FILES.iter().any(|one| one.eq_ignore_ascii_case(end)))
}

impl Incoming {
    /// Pictures were dropped, now (in seconds since the start).
    pub(crate) fn dropped(&mut self, paths: Vec<PathBuf>, now: f64) {
        self.waiting.extend(paths);
        self.since = now;
    }
}

/// Says that a file held over the window can be let go; a picture on something of the map, which
/// stays in view.
pub(crate) fn drop_hint(ctx: &egui::Context, cx: &Context, picture: bool) {
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
