//! Workshop mode as a whole: how it begins and ends, and what its commands do.

use super::app::App;
use crate::ui::canvas::{self, Ballot, OverviewPlace, PointerReach};
use crate::ui::kit::fonts::register_system_fonts;
use crate::ui::state::command::{Command, Mode, WorkshopCommand};
use crate::ui::state::document::canvas_id;
use crate::ui::workshop::choices::WorkshopChoices;
use crate::ui::workshop::{BeforeWorkshop, bar};
use crate::ui::{Context, Message};
use egui::{CentralPanel, Key, Modifiers, Popup, Ui, ViewportCommand};
use std::time::Duration;

impl App {
    /// What the window shows of the file.
    pub(in crate::ui) fn mode(&self) -> Mode {
        if self.workshop.is_on() {
            return Mode::Workshop { voting: self.canvas.ballot.open };
        }
        if self.story.is_open() { Mode::Pages } else { Mode::Editor }
    }

    /// Does a command of workshop mode.
    pub(in crate::ui) fn perform_in_workshop(
        &mut self,
        ctx: &egui::Context,
        command: WorkshopCommand,
    ) {
        let now = ctx.input(|input| input.time);
        match command {
            WorkshopCommand::Workshop if self.workshop.is_on() => self.leave_workshop(ctx),
            WorkshopCommand::Workshop => self.enter_workshop(ctx),
            WorkshopCommand::Timer => self.workshop.timer().toggle(now),
            WorkshopCommand::TimerReset => self.workshop.timer().reset(),
            WorkshopCommand::Voting => self.canvas.ballot.open = !self.canvas.ballot.open,
            WorkshopCommand::QuickAdd => {
                if let Some(doc) = &mut self.doc {
                    self.workshop.quick.open(doc, &self.canvas);
                }
            }
        }
    }

    fn enter_workshop(&mut self, ctx: &egui::Context) {
        let Some(doc) = &mut self.doc else { return };
        doc.editor.commit();
        doc.stop_comparing();
        self.canvas.let_go();
        self.find.close();
        let choices = WorkshopChoices::of(&self.settings.workshop);
        self.workshop.choices = Some(choices);
        self.workshop.earlier.clear();
        let (fullscreen, since) =
            ctx.input(|input| (input.viewport().fullscreen.unwrap_or(false), input.time));
        let cameras = std::mem::take(&mut doc.cameras);
        let zoom = ctx.zoom_factor();
        self.workshop.before =
            Some(BeforeWorkshop { fullscreen, zoom, cameras, since, size: None });
        self.canvas.hand = PointerReach::FINGER;
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
        self.canvas.hand = PointerReach::MOUSE;
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
    fn keep_choices(&mut self, ctx: &egui::Context, before: WorkshopChoices) {
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
        now.keep(&mut self.settings.workshop);
        self.keep_settings(ctx);
    }
}
