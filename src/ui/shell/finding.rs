//! Finding text from the window: the bar over the map, and the way from one to the next.

use super::app::App;
use crate::edit::Found;
use crate::scene::Role;
use crate::ui::bars::find::{Find, Go, WIDTH, bar_ui, query_id};
use crate::ui::canvas::marked::Marked;
use crate::ui::kit::text_field::take_key;
use crate::ui::state::document::canvas_id;
use crate::ui::{Context, Selection};
use egui::{Align2, Area, Frame, Key, Margin, Order, Stroke, vec2};

/// What a key means in the field.
enum FindKey {
    Close,
    Go(Go),
}

impl App {
    /// Looks for what was looked for last, and goes on from there; opens the bar.
    pub(crate) fn find_step(&mut self, forward: bool) {
        let Some(doc) = &self.work.doc else { return };
        if !self.front.find.open {
            self.front.find.open();
        }
        self.front.find.refresh(doc, &self.env.words);
        self.front.find.step(if forward { Go::Next } else { Go::Previous }, doc);
        self.show_found();
    }

    /// Shows the bar while it is open, and does what is asked for in it.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
    pub(crate) fn find_ui(&mut self, ctx: &egui::Context) {
        let Some(doc) = &self.work.doc else {
            self.front.find = Find::default();
            return;
        };
        if !self.front.find.open {
            self.work.canvas.found = Marked::default();
            return;
        }
        let focused = ctx.memory(|memory| memory.focused()) == Some(query_id());
        let key = focused.then(|| {
            take_key(ctx, |key, modifiers| match key {
                Key::Escape if modifiers.is_none() => Some(FindKey::Close),
                Key::Enter if modifiers.is_none() => Some(FindKey::Go(Go::Next)),
                Key::Enter if modifiers.shift_only() => Some(FindKey::Go(Go::Previous)),
                _ => None,
            })
        });
        let (mut close, mut go) = match key.flatten() {
            Some(FindKey::Close) => (true, None),
            Some(FindKey::Go(go)) => (false, Some(go)),
            None => (false, None),
        };
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let searched = self.front.find.refresh(doc, &self.env.words);
        let right =
            self.work.canvas.area().map_or(ctx.content_rect().right_top(), |rect| rect.right_top());
        let area = Area::new(egui::Id::unique("find"))
            .order(Order::Foreground)
            .pivot(Align2::RIGHT_TOP)
            .fixed_pos(right + vec2(-14.0, 12.0));
        let find = &mut self.front.find;
        area.show(ctx, |ui| {
            let frame = Frame::new()
                .fill(cx.theme.color(Role::Panel))
                .stroke(Stroke::new(1.0, cx.theme.color(Role::Hairline)))
                .shadow(ui.style().visuals.popup_shadow)
                .corner_radius(10)
                .inner_margin(Margin::symmetric(10, 8));
            frame.show(ui, |ui| {
                ui.set_width(WIDTH.min(ctx.content_rect().width() - 60.0).max(40.0));
                let asked = bar_ui(ui, &cx, find, doc, &self.work.canvas);
                close |= asked.close;
                go = go.or(asked.go);
            });
        });
        if close {
            self.front.find.open = false;
            self.work.canvas.found = Marked::default();
            ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
            ctx.request_repaint();
            return;
        }
        if let Some(go) = go {
            self.front.find.refresh(doc, &self.env.words);
            self.front.find.step(go, doc);
            self.show_found();
            ctx.request_repaint();
        } else if searched && let Some(doc) = &self.work.doc {
            self.work.canvas.found = self.front.find.marked(doc);
        }
    }

    /// Brings the thing that was found in front, wherever it is.
    fn show_found(&mut self) {
        let found = self.front.find.found.get(self.front.find.at).cloned();
        if let Some(Found { journey, thing, .. }) = found {
            if let Some(journey) = journey {
                self.go_to(&journey);
            }
            if let Some(doc) = &mut self.work.doc {
                doc.refresh(&self.env.words, &self.env.theme);
                doc.select(Selection::of(thing.clone()));
                self.work.canvas.glide_to(thing);
            }
        }
        if let Some(doc) = &self.work.doc {
            self.work.canvas.found = self.front.find.marked(doc);
        }
    }
}
