//! Workshop mode: the map alone on the whole screen, for a room that works on it together. What the
//! mouse aims at is larger, typing makes cards, a click can be a vote, and a bar below has the rest.

mod ballot;
mod bar;
mod button;
mod choices;
mod quick;
mod tally;
mod timer;

use super::canvas::{self, Ballot, Hand, OverviewPlace};
use super::command::{Command, Mode};
use super::document::canvas_id;
use super::fonts::register_system_fonts;
use super::{App, Camera, Context, Document, Message};
use crate::model::Id;
use choices::Choices;
use egui::{CentralPanel, Key, Modifiers, Popup, Ui, Vec2, ViewportCommand};
use quick::Quick;
use std::collections::HashMap;
use std::time::Duration;
use tally::Tally;
use timer::Timer;

/// The window becomes as large as the screen in so many seconds; until then the map is fitted anew.
const SETTLES: f64 = 1.0;

/// What workshop mode remembers.
#[derive(Default)]
pub struct Workshop {
    /// How the window was before; none: it is not on.
    before: Option<Before>,
    choices: Option<Choices>,
    timer: Option<Timer>,
    quick: Quick,
    tally: Tally,
    /// As many votes each map had before those that are counted against what people have.
    earlier: HashMap<Id, u32>,
}

/// How the window was before workshop mode.
struct Before {
    fullscreen: bool,
    zoom: f32,
    cameras: HashMap<Id, Camera>,
    since: f64,
    /// How large the map was in the last frame, in points.
    size: Option<Vec2>,
}

impl Workshop {
    /// Is it on?
    pub fn is_on(&self) -> bool {
        self.before.is_some()
    }

    fn choices(&self) -> Choices {
        self.choices.unwrap_or_default()
    }

    fn timer(&mut self) -> &mut Timer {
        let minutes = self.choices().minutes;
        self.timer.get_or_insert_with(|| Timer::new(minutes))
    }

    /// The interface has another size: so has that of the workshop.
    pub fn enlarge(&mut self, ctx: &egui::Context, factor: f32) {
        let size = self.choices().size as f32 / 100.0;
        if let Some(before) = &mut self.before {
            before.zoom = factor;
            ctx.set_zoom_factor(factor * size);
        }
    }

    /// How many votes may still be given; none: any number. Those of earlier rounds do not count,
    /// as far as they are still there.
    fn votes_left(&mut self, journey: &Id) -> Option<u32> {
        let total = self.tally.total;
        let earlier = self.earlier.entry(journey.clone()).or_insert(total);
        *earlier = total.min(*earlier);
        let given = total - *earlier;
        self.choices().votes().map(|all| all.saturating_sub(given))
    }

    /// While the window grows the map is seen as when it is first opened, until somebody moves it.
    fn settle(&mut self, now: f64, doc: &mut Document, canvas: Option<Vec2>) {
        let Some(before) = &mut self.before else { return };
        if now - before.since < SETTLES && canvas.is_some() && before.size != canvas {
            before.size = canvas;
            doc.cameras.clear();
        }
    }
}

impl App {
    /// What the window shows of the file.
    pub(in crate::ui) fn mode(&self) -> Mode {
        if self.workshop.is_on() {
            return Mode::Workshop { voting: self.canvas.ballot.open };
        }
        if self.story.is_open() { Mode::Pages } else { Mode::Editor }
    }

    /// Does a command of workshop mode.
    pub(in crate::ui) fn perform_in_workshop(&mut self, ctx: &egui::Context, command: &Command) {
        let now = ctx.input(|input| input.time);
        match command {
            Command::Workshop if self.workshop.is_on() => self.leave_workshop(ctx),
            Command::Workshop => self.enter_workshop(ctx),
            Command::Timer => self.workshop.timer().toggle(now),
            Command::TimerReset => self.workshop.timer().reset(),
            Command::Voting => self.canvas.ballot.open = !self.canvas.ballot.open,
            Command::QuickAdd => {
                if let Some(doc) = &mut self.doc {
                    self.workshop.quick.open(doc, &self.canvas);
                }
            }
            _ => {}
        }
    }

    fn enter_workshop(&mut self, ctx: &egui::Context) {
        let Some(doc) = &mut self.doc else { return };
        doc.editor.commit();
        doc.stop_comparing();
        self.canvas.let_go();
        self.find.close();
        let choices = Choices::of(&self.settings.extra);
        self.workshop.choices = Some(choices);
        self.workshop.earlier.clear();
        let (fullscreen, since) =
            ctx.input(|input| (input.viewport().fullscreen.unwrap_or(false), input.time));
        let cameras = std::mem::take(&mut doc.cameras);
        let zoom = ctx.zoom_factor();
        self.workshop.before = Some(Before { fullscreen, zoom, cameras, since, size: None });
        self.canvas.hand = Hand::FINGER;
        self.notices.lift = bar::HEIGHT + 4.0;
        ctx.set_zoom_factor(zoom * choices.size as f32 / 100.0);
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
    }

    /// A card that is being typed is made.
    pub(in crate::ui) fn keep_quick_card(&mut self) {
        let change = self.doc.as_mut().and_then(|doc| self.workshop.quick.made(doc));
        if let Some(change) = change {
            self.edit(change);
        }
    }

    pub(in crate::ui) fn leave_workshop(&mut self, ctx: &egui::Context) {
        self.keep_quick_card();
        let Some(before) = self.workshop.before.take() else { return };
        self.canvas.hand = Hand::MOUSE;
        self.canvas.ballot = Ballot::default();
        self.canvas.let_go();
        self.notices.lift = 0.0;
        self.workshop.quick.close();
        if let Some(doc) = &mut self.doc {
            doc.editor.commit();
            doc.cameras = before.cameras;
        }
        ctx.set_zoom_factor(before.zoom);
        if !before.fullscreen {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
        }
        ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
    }

    /// The map alone, with the bar below it.
    pub(in crate::ui) fn workshop_ui(&mut self, ui: &mut Ui, out: &mut Vec<Message>) {
        let in_front = self.dialog.is_some() || self.palette.is_some();
        let Some(mut doc) = self.doc.take() else { return };
        doc.stop_comparing();
        doc.refresh(&self.words, &self.theme);
        register_system_fonts(ui.ctx());
        let now = ui.input(|input| input.time);
        let workshop = &mut self.workshop;
        workshop.settle(now, &mut doc, self.canvas.area().map(|area| area.size()));
        workshop.tally.refresh(doc.editor.project(), &doc.journey);
        self.canvas.ballot.left = workshop.votes_left(&doc.journey);
        let cx = Context { words: &self.words, theme: &self.theme };
        let free = !in_front
            && !self.canvas.is_busy()
            && !Popup::is_any_open(ui.ctx())
            && ui.memory(|memory| memory.top_modal_layer().is_none());
        if free {
            workshop.quick.take_typed(ui, &mut doc, &self.canvas);
            let typing = workshop.quick.is_open() || ui.ctx().text_edit_focused();
            if !typing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
                out.push(Message::Do(Command::Workshop));
            }
        }
        let before = workshop.choices();
        bar::bar_ui(ui, &cx, &doc, workshop, &self.canvas, out);
        workshop.quick.quick_ui(ui, &cx, &mut doc, &mut self.canvas, out);
        // The room sees the map, and nothing over it that nobody asked for.
        self.canvas.overview.place = OverviewPlace::Nowhere;
        CentralPanel::no_frame().show(ui, |ui| {
            canvas::canvas_ui(ui, &cx, &mut doc, &mut self.canvas, out);
        });
        bar::time_up_ui(ui, &cx, workshop, now);
        if let Some(wait) = workshop.timer().changes_in(now) {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(wait));
        }
        self.doc = Some(doc);
        self.keep_choices(ui.ctx(), before);
    }

    /// Does what follows from other choices than `before`.
    fn keep_choices(&mut self, ctx: &egui::Context, before: Choices) {
        let now = self.workshop.choices();
        if now == before {
            return;
        }
        if now.minutes != before.minutes {
            self.workshop.timer = None;
        }
        if let Some(was) = self.workshop.before.as_ref().filter(|_| now.size != before.size) {
            ctx.set_zoom_factor(was.zoom * now.size as f32 / 100.0);
        }
        now.keep(&mut self.settings.extra);
        self.keep_settings(ctx);
    }
}
