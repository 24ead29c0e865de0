//! The presentation in the program's own window: how it goes on from frame to frame, and ends.

use crate::ui::present::Present;
use crate::ui::present::audience::{audience_viewport, fill_screen, leave_screen, viewport_of};
use crate::ui::present::edit::{AfterPageText, PageText, editing_ui};
use crate::ui::present::help::help_ui;
use crate::ui::present::keys::take_pressed;
use crate::ui::present::page_painter::paper;
use crate::ui::present::presenter::{PresenterChoices, PresenterDesk, presenter_ui};
use crate::ui::present::screens::{Audience, Screens};
use crate::ui::present::shot::AudienceAsks;
use crate::ui::present::stage::{StagePlace, stage_ui};
use crate::ui::present::texts::{hint, same};
use crate::ui::present::way::still;
use crate::ui::state::document::canvas_id;
use crate::ui::{App, Context, Document, Message};
use egui::{Rect, Ui, UiBuilder, ViewportCommand, ViewportId};

/// Screens are looked for this often, in seconds.
const LOOKS: f64 = 0.5;
/// The window has this long to leave the full screen, in seconds.
const LEAVES: f64 = 1.0;

impl App {
    /// Does the user want the camera to stand still?
    pub fn less_motion(&self) -> bool {
        self.env.settings.less_motion
    }

    /// Lets the camera move, or not.
    pub(in crate::ui) fn switch_motion(&mut self, ctx: &egui::Context) {
        self.env.settings.less_motion = !self.env.settings.less_motion;
        self.keep_settings(ctx);
    }

    /// The presentation, while there is one.
    pub fn presentation(&self) -> Option<&Present> {
        self.work.presenting.as_deref()
    }

    /// What has been asked in the audience's window, also while the presenter's is hidden.
    pub(in crate::ui) fn present_asked(&mut self, ctx: &egui::Context, out: &mut Vec<Message>) {
        let Some(present) = &self.work.presenting else { return };
        let asks = std::mem::take(&mut *present.link.asks.lock());
        let edited = present.editing.is_some();
        self.present_acts(ctx, asks, out);
        let edits = self.work.presenting.as_ref().is_some_and(|present| present.editing.is_some());
        if edits && !edited {
            // The field is here, not where the audience would see what is typed.
            ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Focus);
        }
    }

    /// Does what is asked of the presentation, and shows the audience what follows from it.
    fn present_acts(
        &mut self,
        ctx: &egui::Context,
        asks: Vec<AudienceAsks>,
        out: &mut Vec<Message>,
    ) {
        let (still, theme) = (self.less_motion(), self.env.theme);
        let (Some(present), Some(doc)) = (&mut self.work.presenting, &mut self.work.doc) else {
            return;
        };
        let words = doc.words_of_map(&self.env.words);
        let now = ctx.input(|input| input.time);
        present.follow(doc, &words);
        for ask in asks {
            present.act(ask, doc, &self.env.words, now, out);
        }
        if !present.follow(doc, &words) {
            ctx.request_repaint();
        }
        if present.make_shot(doc, theme, &words, still) {
            ctx.request_repaint();
            if let Some(id) = viewport_of(&present.audience) {
                ctx.request_repaint_of(id);
            }
        }
    }

    /// The presentation in this frame, instead of the map.
    pub(in crate::ui) fn present_ui(
        &mut self,
        ui: &mut Ui,
        frame: &eframe::Frame,
        out: &mut Vec<Message>,
    ) {
        if !self.keep_presenting(ui) {
            return;
        }
        let ctx = ui.ctx().clone();
        let mut asks = Vec::new();
        if let Some(present) = &self.work.presenting {
            asks.append(&mut present.link.asks.lock());
            // A text field that has just been left keeps its Esc.
            let free =
                present.editing.is_none() && !present.notes.focused && self.front.dialog.is_none();
            if free {
                asks.extend(take_pressed(ui).into_iter().map(|pressed| present.stage.ask(pressed)));
            }
        }
        self.present_acts(&ctx, asks, out);
        crate::ui::register_system_fonts(&ctx);
        let Some(mut present) = self.work.presenting.take() else { return };
        self.look_for_screens(&mut present, &ctx, frame, out);
        let mut asks = Vec::new();
        let mut chosen = None;
        let settings = &self.env.settings;
        let before = PresenterChoices {
            notes_size: settings.notes_size,
            talk_minutes: settings.talk_minutes,
        };
        let mut choices = before;
        let doc = self.work.doc.take();
        if let Some(doc) = &doc {
            chosen = self.shown_ui(ui, &mut present, doc, (&mut choices, &mut asks), out);
        }
        self.work.doc = doc;
        if choices != before {
            let settings = &mut self.env.settings;
            settings.notes_size = choices.notes_size;
            settings.talk_minutes = choices.talk_minutes;
            self.keep_settings(&ctx);
        }
        if let Some(audience) = chosen {
            self.choose_audience(&ctx, &mut present, audience);
        }
        fill_screen(&ctx, &mut present);
        audience_viewport(&ctx, &present, &self.env.words.present_window());
        self.work.presenting = Some(present);
        if !asks.is_empty() {
            self.present_acts(&ctx, asks, out);
            ctx.request_repaint();
        }
    }

    /// What the program's own window shows. Returns what the audience is to see it on from now on.
    fn shown_ui(
        &self,
        ui: &mut Ui,
        present: &mut Present,
        doc: &Document,
        (choices, asks): (&mut PresenterChoices, &mut Vec<AudienceAsks>),
        out: &mut Vec<Message>,
    ) -> Option<Audience> {
        let shot = present.link.shot.lock().clone()?;
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let window = ui.max_rect();
        let mut chosen = None;
        // Drawn while nothing moves, so that it is there when it is gone to.
        if !present.stage.is_moving() {
            present.deck.page(shot.place + 1, &shot.words);
        }
        let page = if present.shows_presenter() {
            let mut desk = PresenterDesk {
                cx: &cx,
                doc,
                shot: &shot,
                next: present.deck.page(shot.place + 1, &shot.words),
                asks,
                go: None,
                audience: None,
                choices,
                out,
            };
            let page = presenter_ui(ui, present, &mut desk);
            chosen = desk.audience.take();
            if let Some(place) = desk.go {
                present.go_to(place, doc, out);
                ui.ctx().request_repaint();
            }
            page
        } else {
            if std::mem::take(&mut present.notes.focused) {
                present.notes.leave(doc, out);
            }
            stage_ui(ui, window, &shot, &mut present.stage, StagePlace::Window, asks);
            window
        };
        if present.editing.is_some() {
            edited_ui(ui, &cx, present, doc, page, out);
        }
        if present.help {
            let mut over = ui.new_child(UiBuilder::new().max_rect(window));
            if help_ui(&mut over, &cx, window) {
                present.help = false;
            }
        }
        chosen
    }

    /// Is there still something to present, and does the user want to? Ends it where not.
    fn keep_presenting(&mut self, ui: &Ui) -> bool {
        let Some(present) = &mut self.work.presenting else { return false };
        let there = self.work.doc.as_mut().is_some_and(|doc| {
            // An undo may have brought another journey to the front.
            let there = doc.editor.project().journey(&present.journey).is_some();
            if there && doc.journey != present.journey {
                doc.journey = present.journey.clone();
            }
            there
        });
        let Some(ended) = present.ended.filter(|_| there) else {
            if !there {
                leave_screen(ui.ctx(), &mut present.before);
                self.work.presenting = None;
            }
            return there;
        };
        // The map is shown once the window is as it was, so that it is where it was.
        leave_screen(ui.ctx(), &mut present.before);
        let (now, filling) =
            ui.input(|input| (input.time, input.viewport().fullscreen.unwrap_or(false)));
        if filling && !present.before.fullscreen && now - ended < LEAVES {
            paper(ui, &self.env.theme, ui.max_rect());
            ui.ctx().request_repaint();
            return false;
        }
        if let (Some(doc), Some(camera)) = (&mut self.work.doc, present.before.camera) {
            doc.cameras.insert(present.journey.clone(), camera);
        }
        if let Some(doc) = &mut self.work.doc {
            doc.select(std::mem::take(&mut present.before.selection));
        }
        // What an undo has brought into view is not looked at now.
        self.work.canvas.show_all(Vec::new());
        if present.before.maximized {
            ui.ctx().send_viewport_cmd(ViewportCommand::Maximized(true));
        }
        self.work.presenting = None;
        ui.memory_mut(|memory| memory.request_focus(canvas_id()));
        ui.ctx().request_repaint();
        false
    }

    /// Notes now and then which screens there are, and at first which one the audience gets.
    fn look_for_screens(
        &self,
        present: &mut Present,
        ctx: &egui::Context,
        frame: &eframe::Frame,
        out: &mut Vec<Message>,
    ) {
        let now = ctx.input(|input| input.time);
        let first = present.looked == f64::NEG_INFINITY;
        if now - present.looked >= LOOKS {
            present.looked = now;
            let screens = Screens::of(frame);
            if first {
                let chosen = self.env.settings.audience.as_deref();
                present.audience = Audience::first(&screens, chosen);
            }
            present.screens_are(screens);
        }
        if std::mem::take(&mut present.unplugged) {
            out.push(Message::Notice(self.env.words.present_audience_gone()));
        }
    }

    fn choose_audience(&mut self, ctx: &egui::Context, present: &mut Present, audience: Audience) {
        // With one screen there is nothing to be chosen for the day when there are two.
        if audience == Audience::Here && present.screens.all.len() < 2 {
            self.env.settings.audience = None;
        } else {
            self.env.settings.audience = Some(audience.kept().into());
        }
        // The presenter stays in the presenter's view, wherever the audience goes.
        present.presenter = true;
        present.audience = audience;
        self.keep_settings(ctx);
        ctx.request_repaint();
    }
}

/// The text that is being edited, over the page in `window`.
fn edited_ui(
    ui: &Ui,
    cx: &Context<'_>,
    present: &mut Present,
    doc: &Document,
    window: Rect,
    out: &mut Vec<Message>,
) {
    let view = still(window);
    let over = present.edited_place();
    let over = over.map(|(rect, size)| (view.screen_rect(rect), size.map(|size| size * view.zoom)));
    let Some(mut editing) = present.editing.take() else { return };
    let over = over.filter(|(rect, _)| rect.intersects(window));
    // In the map's language, like all of the page.
    let words = present.link.shot.lock().as_ref().map(|shot| shot.words.clone());
    let hint = words.map(|words| hint(&editing.of, doc, &words)).unwrap_or_default();
    let field = PageText { window, unit: view.zoom, over, hint };
    let next = editing_ui(ui, cx, field, &mut editing);
    let of = editing.of.clone();
    present.editing = Some(editing);
    match next {
        AfterPageText::Editing => return,
        AfterPageText::Dropped => present.editing = None,
        AfterPageText::Done => present.close_editing(doc, out),
        AfterPageText::Beside(by) => {
            present.close_editing(doc, out);
            let mut texts = present.editable(doc);
            let at = texts.iter().position(|one| same(&one.of, &of)).unwrap_or(0);
            let to = (at as isize + by).rem_euclid(texts.len().max(1) as isize) as usize;
            present.editing = (to < texts.len()).then(|| texts.swap_remove(to));
        }
    }
    ui.ctx().request_repaint();
}
