//! What a new map begins with: the templates as tiles, empty or filled in.

use super::{NewDialog, scroll};
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::Context;
use crate::ui::dialogs::period::Period;
use crate::ui::inspector::{Lit, chip};
use crate::ui::kit::buttons::{medium, regular};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::start::tiles::tile_ui;
use egui::{CursorIcon, EventFilter, Key, Modifiers, RichText, Sense, Ui, WidgetInfo, vec2};

/// Between tiles, and how wide they are at least, in points.
const GAP: f32 = 14.0;
const LEAST: f32 = 196.0;
/// How high a tile and its sketch are.
const HEIGHT: f32 = 182.0;
const SKETCH: f32 = 78.0;

impl NewDialog {
    /// Shows them; true when the map is to be made at once.
    pub(super) fn choice_ui(&mut self, ui: &mut Ui, cx: &Context) -> bool {
        let words = cx.words;
        let has_example = self.template().has_example();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let title = RichText::new(words.new_map_begin_with()).font(medium(13.0));
            ui.label(title.color(cx.theme.color(Role::Ink)));
            ui.add_space(8.0);
            let filled = self.wanted.filled && has_example;
            for (name, with) in [(words.new_map_empty(), false), (words.new_map_filled(), true)] {
                ui.add_enabled_ui(!with || has_example, |ui| {
                    let on = filled == with;
                    let response = chip(ui, cx.theme, &name, if on { Lit::On } else { Lit::Off });
                    let enabled = response.enabled();
                    response.widget_info(|| {
                        WidgetInfo::selected(egui::Role::RadioButton, enabled, on, &name)
                    });
                    if response.clicked() {
                        self.wanted.filled = with;
                    }
                });
            }
            // The chosen one may be out of view.
            ui.add_space(8.0);
            let chosen = RichText::new(self.template().title()).font(regular(13.0));
            let chosen = chosen.color(cx.theme.color(Role::Muted));
            let chosen = egui::Label::new(chosen).truncate().sense(Sense::click());
            let chosen = ui.add(chosen).on_hover_cursor(CursorIcon::PointingHand);
            self.follow |= chosen.clicked();
        });
        ui.add_space(8.0);
        let height = ui.available_height();
        let mut made = false;
        scroll("templates", ui, height, |ui| {
            made = self.tiles_ui(ui, cx);
            self.damaged_ui(ui, cx);
        });
        made
    }

    fn tiles_ui(&mut self, ui: &mut Ui, cx: &Context) -> bool {
        let room = ui.available_width() - 4.0;
        let columns = ((room + GAP) / (LEAST + GAP)).floor().max(1.0);
        let size = vec2(((room - GAP * (columns - 1.0)) / columns).floor(), HEIGHT);
        let mut made = false;
        let mut chosen = None;
        ui.add_space(2.0);
        for first in (0..self.templates.len()).step_by(columns as usize) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for index in first..self.templates.len().min(first + columns as usize) {
                    let Some(template) = self.templates.get(index) else { continue };
                    let (on, id) = (index == self.at, self.tile_id(index));
                    let note = template.about();
                    let response = tile_ui(ui, cx, template, note, size, SKETCH, Some(on), id);
                    if response.clicked() {
                        chosen = Some(index);
                    }
                    made |= response.double_clicked();
                    if on && self.follow {
                        response.request_focus();
                    }
                    if on && (self.follow || self.bring > 0) {
                        response.scroll_to_me(None);
                    }
                    if has_keyboard(&response) {
                        let arrows = EventFilter {
                            horizontal_arrows: true,
                            vertical_arrows: true,
                            ..EventFilter::default()
                        };
                        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
                    }
                }
            });
            ui.add_space(GAP - ui.spacing().item_spacing.y);
        }
        if self.bring > 0 {
            self.bring -= 1;
            ui.ctx().request_repaint();
        }
        self.follow = false;
        self.columns = columns as usize;
        if let Some(index) = chosen {
            self.choose(index);
        }
        made
    }

    /// Templates of the user's own that cannot be used, with why.
    fn damaged_ui(&self, ui: &mut Ui, cx: &Context) {
        let muted = cx.theme.color(Role::Muted);
        for one in &self.damaged {
            let text = format!("{}  {}: {}", icon::ALERT_TRIANGLE, one.name, one.text(cx.words));
            let response = ui.label(RichText::new(text).font(regular(12.5)).color(muted));
            response.tip(|| one.path.display().to_string());
        }
    }

    /// Chooses a template; what it shows is its own again.
    pub(super) fn choose(&mut self, index: usize) {
        if index != self.at && index < self.templates.len() {
            self.at = index;
            self.wanted.kind = None;
            self.wanted.period = Period::Day;
        }
        self.follow = true;
    }

    /// Arrow keys on the chosen template go on to others.
    pub(super) fn take_arrows(&mut self, ctx: &egui::Context) {
        if ctx.memory(|memory| memory.focused()) != Some(self.tile_id(self.at)) {
            return;
        }
        let count = self.templates.len();
        let row = self.columns.max(1);
        let key = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let mut at = self.at;
        if key(Key::ArrowLeft) {
            at = at.saturating_sub(1);
        }
        if key(Key::ArrowRight) {
            at = (at + 1).min(count.saturating_sub(1));
        }
        if key(Key::ArrowUp) {
            at = at.checked_sub(row).unwrap_or(at);
        }
        if key(Key::ArrowDown) && at + row < count {
            at += row;
        }
        if at != self.at {
            self.choose(at);
        }
    }
}
