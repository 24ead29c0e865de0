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
        if self.work.workshop.is_on() {
            return Mode::Workshop { voting: self.work.canvas.ballot.open };
        }
        if self.work.story.is_open() { Mode::Pages } else { Mode::Editor }
    }

    /// Does a command of workshop mode.
    pub(in crate::ui) fn perform_in_workshop(
        &mut self,
        ctx: &egui::Context,
        command: WorkshopCommand,
    ) {
        let now = ctx.input(|input| input.time);
        match command {
            WorkshopCommand::Workshop if self.work.workshop.is_on() => self.leave_workshop(ctx),
            WorkshopCommand::Workshop => self.enter_workshop(ctx),
            WorkshopCommand::Timer => self.work.workshop.timer().toggle(now),
            WorkshopCommand::TimerReset => self.work.workshop.timer().reset(),
            WorkshopCommand::Voting => self.work.canvas.ballot.open = !self.work.canvas.ballot.open,
            WorkshopCommand::QuickAdd => {
                if let Some(doc) = &mut self.work.doc {
                    self.work.workshop.quick.open(doc, &self.work.canvas);
                }
            }
        }
    }

    fn enter_workshop(&mut self, ctx: &egui::Context) {
        let Some(doc) = &mut self.work.doc else { return };
        doc.editor.commit();
        doc.stop_comparing();
        self.work.canvas.let_go();
        self.front.find.close();
        let choices = WorkshopChoices::of(&self.env.settings.workshop);
        self.work.workshop.choices = Some(choices);
        self.work.workshop.earlier.clear();
        let (fullscreen, since) =
            ctx.input(|input| (input.viewport().fullscreen.unwrap_or(false), input.time));
        let cameras = std::mem::take(&mut doc.cameras);
        let zoom = ctx.zoom_factor();
        self.work.workshop.before =
            Some(BeforeWorkshop { fullscreen, zoom, cameras, since, size: None });
        self.work.canvas.hand = PointerReach::FINGER;
        self.front.notices.lift = bar::HEIGHT + 4.0;
        ctx.set_zoom_factor(zoom * choices.size as f32 / 100.0);
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
    }

    /// A card that is being typed is made.
    pub(in crate::ui) fn keep_quick_card(&mut self) {
        let change = self.work.doc.as_mut().and_then(|doc| self.work.workshop.quick.made(doc));
        if let Some(change) = change {
            self.edit(change);
        }
    }

    pub(in crate::ui) fn leave_workshop(&mut self, ctx: &egui::Context) {
        self.keep_quick_card();
        let Some(before) = self.work.workshop.before.take() else { return };
        self.work.canvas.hand = PointerReach::MOUSE;
        self.work.canvas.ballot = Ballot::default();
        self.work.canvas.let_go();
        self.front.notices.lift = 0.0;
        self.work.workshop.quick.close();
        if let Some(doc) = &mut self.work.doc {
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
        let in_front = self.front.dialog.is_some() || self.front.palette.is_some();
        let Some(mut doc) = self.work.doc.take() else { return };
        doc.stop_comparing();
        doc.refresh(&self.env.words, &self.env.theme);
        register_system_fonts(ui.ctx());
        self.show_gaps(&mut doc);
        let now = ui.input(|input| input.time);
        let workshop = &mut self.work.workshop;
        workshop.settle(now, &mut doc, self.work.canvas.area().map(|area| area.size()));
        workshop.tally.refresh(doc.editor.project(), &doc.journey);
        self.work.canvas.ballot.left = workshop.votes_left(&doc.journey);
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let free = !in_front
            && !self.work.canvas.is_busy()
            && !Popup::is_any_open(ui.ctx())
            && ui.memory(|memory| memory.top_modal_layer().is_none());
        if free {
            workshop.quick.take_typed(ui, &mut doc, &self.work.canvas);
            let typing = workshop.quick.is_open() || ui.ctx().text_edit_focused();
            if !typing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
                out.push(Message::Do(Command::Workshop));
            }
        }
        let before = workshop.choices();
        bar::bar_ui(ui, &cx, &doc, workshop, &self.work.canvas, out);
        workshop.quick.quick_ui(ui, &cx, &mut doc, &mut self.work.canvas, out);
        // The room sees the map, and nothing over it that nobody asked for.
        self.work.canvas.overview.place = OverviewPlace::Nowhere;
        CentralPanel::no_frame().show(ui, |ui| {
            canvas::canvas_ui(ui, &cx, &mut doc, &mut self.work.canvas, out);
        });
        bar::time_up_ui(ui, &cx, workshop, now);
        if let Some(wait) = workshop.timer().changes_in(now) {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(wait));
        }
        self.work.doc = Some(doc);
        self.keep_choices(ui.ctx(), before);
    }

    /// Does what follows from other choices than `before`.
    fn keep_choices(&mut self, ctx: &egui::Context, before: WorkshopChoices) {
        let now = self.work.workshop.choices();
        if now == before {
            return;
        }
        if now.minutes != before.minutes {
            self.work.workshop.timer = None;
        }
        if let Some(was) = self.work.workshop.before.as_ref().filter(|_| now.size != before.size) {
            ctx.set_zoom_factor(was.zoom * now.size as f32 / 100.0);
        }
        now.keep(&mut self.env.settings.workshop);
        self.keep_settings(ctx);
    }
}
