//! A new map: what is it for, for whom, from where to where, and what does it begin with?
//!
//! Everything may be left as it is: Enter makes the map, Esc leaves.

mod choice;
mod form;

use super::new_map::WantedMap;
use crate::templates::{Damaged, Template};
use crate::ui::Context;
use crate::ui::kit::dialog_box::{
    FirstFocus, buttons_ui, framed, heading, is_left, takes_enter, width_in,
};
use crate::words::Lang;
use egui::{Align, Layout, ScrollArea, Ui, vec2};

/// How wide the questions are, in points.
const FORM: f32 = 380.0;
/// With less room the templates stand below them.
const BESIDE_MIN: f32 = 380.0;
/// The template that is chosen where none was.
const USUAL: &str = "blank";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NewMapPlace {
    /// In a file of its own.
    File,
    /// In a tab of the open file.
    Tab,
}

/// What is asked before a map is made.
pub(crate) struct NewDialog {
    place: NewMapPlace,
    templates: Vec<Template>,
    damaged: Vec<Damaged>,
    /// Which template is chosen.
    at: usize,
    wanted: WantedMap,
    /// The part for one persona, problem and offer is open.
    special: bool,
    /// The keyboard is to come to the chosen template.
    follow: bool,
    /// For so many frames it is brought into view: a dialog has its size only after the first.
    bring: u8,
    /// How many templates stood side by side.
    columns: usize,
}

/// What was answered.
pub(crate) enum NewAnswer {
    Make(NewMapPlace, Box<WantedMap>),
    /// Nothing.
    Cancel,
}

impl NewDialog {
    /// The question, with what there is to begin with; `name` is the template to begin at.
    /// None where there is nothing to begin with.
    pub(crate) fn new(
        place: NewMapPlace,
        name: Option<&str>,
        lang: Lang,
        (own, damaged): (Vec<Template>, Vec<Damaged>),
    ) -> Option<Self> {
        let templates: Vec<Template> =
            crate::templates::ours(lang).iter().cloned().chain(own).collect();
        let find = |name: &str| templates.iter().position(|template| template.name == name);
        let at = name.and_then(find).or_else(|| find(USUAL)).unwrap_or(0);
        let wanted = WantedMap::of(templates.get(at)?.clone());
        Some(Self {
            place,
            templates,
            damaged,
            at,
            wanted,
            special: false,
            follow: false,
            bring: 3,
            columns: 1,
        })
    }

    /// Shows it; the answer when there is one.
    pub(crate) fn new_ui(&mut self, ctx: &egui::Context, cx: &Context) -> Option<NewAnswer> {
        let words = cx.words;
        self.take_arrows(ctx);
        // On a button Enter presses it.
        let focused = ctx.memory(|memory| memory.focused());
        let mut made = focused.is_none_or(|id| form::is_field(id) || id == self.tile_id(self.at))
            && takes_enter(ctx);
        let mut cancelled = false;
        let modal = framed(cx, "new map").show(ctx, |ui| {
            let width = width_in(ctx, 1180.0);
            ui.set_width(width);
            heading(ui, cx, &words.new_map_title());
            ui.add_space(4.0);
            let height = (ctx.content_rect().height() - 190.0).clamp(120.0, 640.0);
            let beside = width - FORM - 28.0;
            let column = Layout::top_down(Align::Min);
            if beside < BESIDE_MIN {
                scroll("all", ui, height, |ui| {
                    self.form_ui(ui, cx);
                    ui.add_space(16.0);
                    made |= self.choice_ui(ui, cx);
                });
            } else {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 28.0;
                    ui.allocate_ui_with_layout(vec2(FORM, height), column, |ui| {
                        scroll("form", ui, height, |ui| self.form_ui(ui, cx));
                    });
                    ui.allocate_ui_with_layout(vec2(beside, height), column, |ui| {
                        made |= self.choice_ui(ui, cx);
                    });
                });
            }
            ui.add_space(16.0);
            match buttons_ui(
                ui,
                cx,
                &[words.new_map_make(), words.dialog_cancel()],
                FirstFocus::Field,
            ) {
                Some(0) => made = true,
                Some(_) => cancelled = true,
                None => {}
            }
        });
        if cancelled || is_left(&modal) {
            return Some(NewAnswer::Cancel);
        }
        made.then(|| {
            self.wanted.template = self.template().clone();
            self.wanted.kind = self.kind();
            NewAnswer::Make(self.place, Box::new(self.wanted.clone()))
        })
    }

    fn template(&self) -> &Template {
        self.templates.get(self.at).unwrap_or(&self.wanted.template)
    }

    fn tile_id(&self, at: usize) -> egui::Id {
        egui::Id::unique(("template", at))
    }
}

/// A part that scrolls by itself, with room for its bar.
fn scroll(name: &str, ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui)) {
    let area = ScrollArea::vertical().id_salt(name).max_height(height).auto_shrink(false);
    area.show(ui, |ui| {
        ui.set_max_width((ui.available_width() - 14.0).max(0.0));
        content(ui);
    });
}
