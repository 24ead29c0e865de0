//! Finding text from the window: the bar over the map, and the way from one to the next.

use super::app::App;
use crate::edit::Found;
use crate::scene::Role;
use crate::ui::bars::find::{Find, Go, WIDTH, bar_ui, query_id};
use crate::ui::canvas::marked::Marked;

use crate::ui::state::document::canvas_id;
use crate::ui::{Context, Selection};
use egui::{Align2, Area, Frame, Key, Margin, Modifiers, Order, Stroke, vec2};

impl App {
    /// Looks for what was looked for last, and goes on from there; opens the bar.
    pub(crate) fn find_step(&mut self, forward: bool) {
        let Some(doc) = &self.doc else { return };
        if !self.find.open {
            self.find.open();
        }
        self.find.refresh(doc, &self.words);
        self.find.step(if forward { Go::Next } else { Go::Previous }, doc);
        self.show_found();
    }

    /// Shows the bar while it is open, and does what is asked for in it.
    pub(crate) fn find_ui(&mut self, ctx: &egui::Context) {
        let Some(doc) = &self.doc else {
            self.find = Find::default();
            return;
        };
        if !self.find.open {
            self.canvas.found = Marked::default();
            return;
        }
        let focused = ctx.memory(|memory| memory.focused()) == Some(query_id());
        let pressed =
            |modifiers, key| focused && ctx.input_mut(|input| input.consume_key(modifiers, key));
        let mut close = pressed(Modifiers::NONE, Key::Escape);
        // The one with Shift first: a key without asks for no more than itself.
        let previous = pressed(Modifiers::SHIFT, Key::Enter);
        let mut go = if previous {
            Some(Go::Previous)
        } else {
            pressed(Modifiers::NONE, Key::Enter).then_some(Go::Next)
        };
        let cx = Context { words: &self.words, theme: &self.theme };
        let searched = self.find.refresh(doc, &self.words);
        let right =
            self.canvas.area().map_or(ctx.content_rect().right_top(), |rect| rect.right_top());
        let area = Area::new(egui::Id::unique("find"))
            .order(Order::Foreground)
            .pivot(Align2::RIGHT_TOP)
            .fixed_pos(right + vec2(-14.0, 12.0));
        let find = &mut self.find;
        area.show(ctx, |ui| {
            let frame = Frame::new()
                .fill(cx.theme.color(Role::Panel))
                .stroke(Stroke::new(1.0, cx.theme.color(Role::Hairline)))
                .shadow(ui.style().visuals.popup_shadow)
                .corner_radius(10)
                .inner_margin(Margin::symmetric(10, 8));
            frame.show(ui, |ui| {
                ui.set_width(WIDTH.min(ctx.content_rect().width() - 60.0).max(40.0));
                let asked = bar_ui(ui, &cx, find, doc, &self.canvas);
                close |= asked.close;
                go = go.or(asked.go);
            });
        });
        if close {
            self.find.open = false;
            self.canvas.found = Marked::default();
            ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
            ctx.request_repaint();
            return;
        }
        if let Some(go) = go {
            self.find.refresh(doc, &self.words);
            self.find.step(go, doc);
            self.show_found();
            ctx.request_repaint();
        } else if searched && let Some(doc) = &self.doc {
            self.canvas.found = self.find.marked(doc);
        }
    }

    /// Brings the thing that was found in front, wherever it is.
    fn show_found(&mut self) {
        let found = self.find.found.get(self.find.at).cloned();
        if let Some(Found { journey, thing, .. }) = found {
            if let Some(journey) = journey {
                self.go_to(&journey);
            }
            if let Some(doc) = &mut self.doc {
                doc.refresh(&self.words, &self.theme);
                doc.select(Selection::of(thing.clone()));
                self.canvas.glide_to(thing);
            }
        }
        if let Some(doc) = &self.doc {
            self.canvas.found = self.find.marked(doc);
        }
    }
}
