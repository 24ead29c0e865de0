//! What has just happened, said for a moment at the bottom of the window: over the row that is there,
//! which is as high as a notice, so that nothing of the map is covered.

use super::buttons::named;
use super::tooltip::Tip as _;
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::state::command::Command;
use crate::ui::{Context, Message};
use egui::{Align2, Area, Frame, Id, Margin, Order, RichText, vec2};
use std::path::PathBuf;
use std::sync::Arc;

/// How long a notice stays, in seconds.
const STAYS: f64 = 4.0;
/// How long one stays that offers a file, in seconds.
const FILE_STAYS: f64 = 8.0;
/// How long one stays that offers something that has to be read first, in seconds.
const OFFER_STAYS: f64 = 20.0;
/// As high as the row at the bottom of the window, in points.
pub(crate) const HEIGHT: f32 = 30.0;
/// More notices than these at once are no longer read; the oldest go.
const AT_ONCE: usize = 3;

/// The notices on the screen.
#[derive(Default)]
pub(crate) struct Notices {
    shown: Vec<Notice>,
    next: u64,
    /// How much higher than usual they stand, in points: above a bar.
    pub lift: f32,
}

struct Notice {
    number: u64,
    text: String,
    /// Offers to undo.
    undo: bool,
    /// Offers to put a template back that was deleted.
    restore: Option<(PathBuf, Arc<[u8]>)>,
    /// Offers to show where this file is.
    file: Option<PathBuf>,
    /// Offers this, by what it is called.
    offer: Option<(String, Message)>,
    /// Tells of a step taken back or made again.
    step: bool,
    /// When it goes, in the time of the window; none: not shown yet.
    until: Option<f64>,
}

impl Notices {
    /// Says `text` for a moment.
    pub(crate) fn say(&mut self, text: impl Into<String>) {
        self.push(text.into(), false, false);
    }

    /// Says `text` for a moment, with a button that shows where `file` is.
    pub(crate) fn say_with_folder(&mut self, text: impl Into<String>, file: PathBuf) {
        self.push(text.into(), false, false);
        if let Some(notice) = self.shown.last_mut() {
            notice.file = Some(file);
        }
    }

    /// Says `text` for a moment, with a button that puts a file of the user's templates back.
    pub(crate) fn say_with_restore(
        &mut self,
        text: impl Into<String>,
        path: PathBuf,
        bytes: Arc<[u8]>,
    ) {
        self.push(text.into(), false, false);
        if let Some(notice) = self.shown.last_mut() {
            notice.restore = Some((path, bytes));
        }
    }

    /// Says `text` for a longer moment, with a button that does something.
    pub(crate) fn say_with_offer(&mut self, text: impl Into<String>, offer: (String, Message)) {
        self.push(text.into(), false, false);
        if let Some(notice) = self.shown.last_mut() {
            notice.offer = Some(offer);
        }
    }

    /// Says which step was taken back or made again, in place of the one said before.
    pub(crate) fn say_step(&mut self, text: impl Into<String>) {
        self.shown.retain(|notice| !notice.step);
        self.push(text.into(), false, true);
    }

    /// Says `text` for a moment, with a button that undoes it.
    pub(crate) fn say_with_undo(&mut self, text: impl Into<String>) {
        self.push(text.into(), true, false);
    }

    /// Something else has been done: undo would no longer take back what they speak of.
    pub(crate) fn drop_undo(&mut self) {
        for notice in &mut self.shown {
            notice.undo = false;
        }
    }

    /// How many have been said.
    #[cfg(test)]
    pub(crate) fn said(&self) -> u64 {
        self.next
    }

    fn push(&mut self, text: String, undo: bool, step: bool) {
        self.shown.retain(|notice| notice.text != text);
        self.next += 1;
        self.shown.push(Notice {
            number: self.next,
            text,
            undo,
            restore: None,
            file: None,
            offer: None,
            step,
            until: None,
        });
        let extra = self.shown.len().saturating_sub(AT_ONCE);
        self.shown.drain(..extra);
    }

    /// Shows them, and asks to be shown again when the first of them goes.
    pub(crate) fn notices_ui(&mut self, ctx: &egui::Context, cx: &Context, out: &mut Vec<Message>) {
        if self.shown.is_empty() {
            return;
        }
        // What somebody else did while this window was not looked at is still there to be read.
        let (now, looked_at) = ctx.input(|input| (input.time, input.focused));
        for notice in self.shown.iter_mut().filter(|_| looked_at) {
            let stays = match (&notice.offer, &notice.file, &notice.restore) {
                (Some(_), ..) => OFFER_STAYS,
                (None, None, None) => STAYS,
                (None, ..) => FILE_STAYS,
            };
            notice.until.get_or_insert(now + stays);
        }
        self.shown.retain(|notice| notice.until.is_none_or(|until| until > now));
        let mut gone = None;
        Area::new(Id::unique("notices"))
            .order(Order::Tooltip)
            // Over the hint, never over what the map holds, which is told at the right.
            .anchor(Align2::LEFT_BOTTOM, vec2(8.0, -self.lift))
            .show(ctx, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                for notice in &self.shown {
                    let acted = ui.push_id(notice.number, |ui| notice_ui(ui, cx, notice, out));
                    if acted.inner {
                        gone = Some(notice.number);
                    }
                }
            });
        self.shown.retain(|notice| Some(notice.number) != gone);
        let first = self.shown.iter().filter_map(|notice| notice.until).reduce(f64::min);
        if let Some(until) = first {
            let wait = (until - now).max(0.0) + 0.01;
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(wait));
        }
    }
}

/// One of them; true when it has been answered or put away.
fn notice_ui(ui: &mut egui::Ui, cx: &Context, notice: &Notice, out: &mut Vec<Message>) -> bool {
    let theme = cx.theme;
    let frame = Frame::new()
        .fill(theme.color(Role::Ink))
        .corner_radius(8)
        .inner_margin(Margin::symmetric(14, 0));
    let mut done = false;
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_height(HEIGHT);
            let paper = theme.color(Role::Panel);
            let label = ui.label(RichText::new(&notice.text).color(paper));
            // Read aloud without moving the keyboard there.
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_live(egui::accesskit::Live::Polite);
            });
            let undo = notice.undo.then(|| (cx.words.command_undo(), Message::Do(Command::Undo)));
            let show =
                |file: &PathBuf| (cx.words.notice_show_folder(), Message::ShowFolder(file.clone()));
            let restore = notice.restore.clone().map(|(path, bytes)| {
                (cx.words.command_undo(), Message::RestoreTemplate(path, bytes))
            });
            let offer = notice.offer.clone();
            for (text, message) in
                undo.into_iter().chain(restore).chain(notice.file.as_ref().map(show)).chain(offer)
            {
                let text = RichText::new(text).color(paper).underline();
                if ui.add(egui::Button::new(text).frame(false)).clicked() {
                    out.push(message);
                    done = true;
                }
            }
            let close = egui::Button::new(RichText::new(icon::X).color(paper)).frame(false);
            let (close, name) = (ui.add(close), cx.words.window_dismiss());
            named(&close, &name);
            done |= close.tip(|| name).clicked();
        });
    });
    done
}
