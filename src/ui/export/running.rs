//! Exports that are being written on threads: how far they have come, and how they are stopped.

use crate::export::Watch;
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::Context;
use crate::ui::kit::buttons::{icon_button, medium};
use egui::{Align2, Area, Frame, Id, Margin, Order, ProgressBar, RichText, vec2};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// What takes no longer than this is not shown.
const SOON: Duration = Duration::from_millis(300);
/// How often the bar moves.
const OFTEN: Duration = Duration::from_millis(60);

/// How far one has come, and whether it is to go on. Shared with its thread.
#[derive(Default)]
pub(crate) struct Progress {
    /// Thousandths.
    done: AtomicU32,
    stopped: AtomicBool,
}

impl Progress {
    /// It is no longer wanted.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Is it no longer wanted?
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// Tells it how far a writer has come, and the writer whether to go on.
    pub(crate) fn watch(self: &Arc<Self>) -> Box<Watch<'static>> {
        let progress = Arc::clone(self);
        Box::new(move |done| {
            progress.done.store((done * 1000.0) as u32, Ordering::Relaxed);
            !progress.is_stopped()
        })
    }

    fn share(&self) -> f32 {
        (self.done.load(Ordering::Relaxed) as f32 / 1000.0).clamp(0.0, 1.0)
    }
}

/// The exports on the way.
#[derive(Default)]
pub(crate) struct Running {
    all: Vec<One>,
    next: u64,
}

struct One {
    number: u64,
    path: PathBuf,
    since: Instant,
    progress: Arc<Progress>,
}

impl Running {
    /// One begins; its number and its progress.
    pub(crate) fn begin(&mut self, path: &Path) -> (u64, Arc<Progress>) {
        self.next += 1;
        let progress = Arc::new(Progress::default());
        let one = One {
            number: self.next,
            path: path.to_owned(),
            since: Instant::now(),
            progress: Arc::clone(&progress),
        };
        self.all.push(one);
        (self.next, progress)
    }

    pub(crate) fn end(&mut self, number: u64) {
        self.all.retain(|one| one.number != number);
    }

    pub(crate) fn stop(&self) {
        self.all.iter().for_each(|one| one.progress.stop());
    }

    /// Is none on the way?
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Shows them in the corner of the window, each with a button that stops it.
    pub(crate) fn running_ui(&self, ctx: &egui::Context, cx: &Context) {
        if self.all.is_empty() {
            return;
        }
        ctx.request_repaint_after(OFTEN);
        let slow: Vec<&One> = self.all.iter().filter(|one| one.since.elapsed() > SOON).collect();
        if slow.is_empty() {
            return;
        }
        Area::new(Id::unique("exports"))
            .order(Order::Tooltip)
            .anchor(Align2::LEFT_BOTTOM, vec2(16.0, -46.0))
            .show(ctx, |ui| {
                for one in slow {
                    ui.push_id(one.number, |ui| one.one_ui(ui, cx));
                    ui.add_space(6.0);
                }
            });
    }
}

impl One {
    fn one_ui(&self, ui: &mut egui::Ui, cx: &Context) {
        let theme = cx.theme;
        let frame = Frame::new()
            .fill(theme.color(Role::Panel))
            .stroke(egui::Stroke::new(1.0, theme.color(Role::Hairline)))
            .shadow(ui.visuals().popup_shadow)
            .corner_radius(10)
            .inner_margin(Margin::symmetric(14, 10));
        frame.show(ui, |ui| {
            ui.set_width(280.0);
            let name = self.path.file_name().unwrap_or_default().to_string_lossy();
            let text = match self.progress.is_stopped() {
                true => cx.words.export_dialog_stopping(name),
                false => cx.words.export_dialog_running(name),
            };
            let ink = theme.color(Role::Ink);
            let text = RichText::new(&text).font(medium(13.0)).color(ink);
            ui.add(egui::Label::new(text).truncate());
            ui.horizontal(|ui| {
                let share = self.progress.share();
                let bar = ProgressBar::new(share).desired_width(240.0).desired_height(6.0);
                ui.add(bar.fill(theme.color(Role::Accent)));
                let size = vec2(28.0, 24.0);
                let label = cx.words.export_dialog_stop();
                if icon_button(ui, icon::X, &label, !self.progress.is_stopped(), size).clicked() {
                    self.progress.stop();
                }
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writer_is_told_to_stop() {
        let mut running = Running::default();
        let (number, progress) = running.begin(Path::new("/map.pdf"));
        let mut watch = progress.watch();
        assert!(watch(0.5) && progress.share() == 0.5);
        running.stop();
        assert!(!watch(0.6));
        running.end(number);
        assert!(running.all.is_empty());
    }
}
