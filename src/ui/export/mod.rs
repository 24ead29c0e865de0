//! Taking a map with you: what is asked before it is exported, and how it is written beside the
//! window while that stays in use.
//!
//! The dialog ([`ExportDialog`]) ends in [`Wanted`]; when a file has been chosen, a thread writes
//! it (`write`) and [`Running`] shows how far it has come.

pub(crate) mod choices;
mod logo;
mod on_paper;
mod options;
pub(crate) mod picture;
mod presentation;
mod preview;
mod running;
mod scope;

use super::Context;
use super::kit::buttons::regular;
use super::kit::dialog_box::{FirstFocus, buttons_ui, framed, heading, is_left, width_in};
use crate::export::{Options, SheetKind};
use crate::model::{Id, Journey, Project};
use crate::scene::Role;
use crate::ui::state::file_choice::Wanted;
use crate::words::Words;
use crate::words::lane_name;
use choices::ExportChoices;
use egui::{Align, Layout, RichText, ScrollArea, Ui, vec2};
use logo::Logo;
use preview::Preview;
pub(super) use running::Running;
use scope::ExportScope;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// How wide the choices are, in points.
const CHOICES: f32 = 440.0;
/// A narrower preview shows nothing.
const PREVIEW_MIN: f32 = 240.0;

/// What is asked before a map is exported.
pub(crate) struct ExportDialog {
    project: Arc<Project>,
    /// The journey, where not all are wanted.
    journey: Id,
    pub(crate) choices: ExportChoices,
    /// Lanes that were switched on or off, by name.
    lanes: HashMap<String, bool>,
    /// Personas that were switched off.
    personas_off: HashSet<Id>,
    /// What of the map is exported, and what the screen shows of it.
    scope: ExportScope,
    screen: Options,
    /// The charts that have something to show, and the journey they are of.
    charts: Option<(Id, Vec<SheetKind>)>,
    logo: Logo,
    /// The logo's file is to be chosen.
    choosing: bool,
    preview: Preview,
    /// What had the keyboard in the last frame.
    focused: Option<egui::Id>,
}

/// What was answered.
pub(crate) enum ExportAnswer {
    Export(Box<Wanted>),
    /// Choose the logo's file, and come back.
    ChooseLogo,
    /// Nothing.
    Cancel,
}

/// Lanes of one name.
struct Lanes {
    name: String,
    ids: Vec<Id>,
    /// Shown on the map.
    shown: bool,
    /// Wanted.
    on: bool,
}

impl ExportDialog {
    /// `screen` has the view and the comparison that the screen shows.
    pub(crate) fn new(
        project: Arc<Project>,
        journey: Id,
        choices: ExportChoices,
        screen: Options,
    ) -> Self {
        Self {
            project,
            journey,
            choices,
            lanes: HashMap::new(),
            personas_off: HashSet::new(),
            scope: ExportScope::of(&screen),
            screen,
            charts: None,
            logo: Logo::default(),
            choosing: false,
            preview: Preview::default(),
            focused: None,
        }
    }

    /// Shows it; the answer when there is one.
    pub(crate) fn export_ui(&mut self, ctx: &egui::Context, cx: &Context) -> Option<ExportAnswer> {
        let words = cx.words;
        let mut answer = None;
        let modal = framed(cx, "export").show(ctx, |ui| {
            let width = width_in(ctx, 1180.0);
            ui.set_width(width);
            heading(ui, cx, words.command_export().trim_end_matches('…'));
            let height = (ctx.content_rect().height() - 210.0).clamp(120.0, 620.0);
            let beside = width - CHOICES - 24.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 24.0;
                let column = Layout::top_down(Align::Min);
                let wide = if beside < PREVIEW_MIN { width } else { CHOICES };
                ui.allocate_ui_with_layout(vec2(wide, height), column, |ui| {
                    let area = ScrollArea::vertical().id_salt("choices").auto_shrink(false);
                    let area = area.max_height(height);
                    area.show(ui, |ui| {
                        // The bar has its place beside them.
                        ui.set_max_width((ui.available_width() - 14.0).max(0.0));
                        self.choices_ui(ui, cx);
                        self.follow_keyboard(ui);
                    });
                });
                let wanted = self.wanted(words);
                let (project, mut shown) = (&self.project, wanted.options);
                // Of several journeys the one in front.
                shown.journey = Some(self.journey.to_string());
                let shown = (wanted.format, &shown);
                let size = vec2(beside.max(PREVIEW_MIN), height);
                self.preview.follow(ui.ctx(), cx, project, shown, size);
                if beside >= PREVIEW_MIN {
                    self.preview.preview_ui(ui, cx, size);
                }
            });
            ui.add_space(14.0);
            // A place of its own, there or not, so that what follows stays what it was to the keyboard.
            ui.scope(|ui| {
                if let Some(text) = self.preview.warning(words) {
                    let warned = cx.theme.color(Role::Bad);
                    ui.label(RichText::new(text).font(regular(13.0)).color(warned));
                }
            });
            let missing = self.missing(words);
            if let Some(text) = &missing {
                let bad = cx.theme.color(Role::Bad);
                ui.label(RichText::new(text).font(regular(13.0)).color(bad));
            }
            let buttons = [words.command_export(), words.dialog_cancel()];
            answer = match buttons_ui(ui, cx, &buttons, FirstFocus::Button) {
                Some(0) if missing.is_none() => {
                    Some(ExportAnswer::Export(Box::new(self.wanted(words))))
                }
                Some(1) => Some(ExportAnswer::Cancel),
                _ => None,
            };
        });
        if std::mem::take(&mut self.choosing) {
            return Some(ExportAnswer::ChooseLogo);
        }
        answer.or_else(|| is_left(&modal).then_some(ExportAnswer::Cancel))
    }

    /// Brings what the keyboard has come to into view, if it is cut off.
    fn follow_keyboard(&mut self, ui: &Ui) {
        let focused = ui.memory(|memory| memory.focused());
        let before = std::mem::replace(&mut self.focused, focused);
        // At first a button has it that is not among them.
        if before.is_none() || before == focused {
            return;
        }
        let Some(response) = focused.and_then(|id| ui.ctx().read_response(id)) else { return };
        let within = ui.min_rect().contains_rect(response.rect);
        if within && response.interact_rect != response.rect {
            ui.scroll_to_rect(response.rect, None);
        }
    }

    /// The journeys that are meant.
    fn journeys(&self) -> impl Iterator<Item = &Arc<Journey>> {
        let all = self.takes_all();
        self.project.journeys.iter().filter(move |journey| all || journey.id == self.journey)
    }

    fn takes_all(&self) -> bool {
        self.choices.all
            && !self.choices.story
            && self.choices.format.holds_several()
            && self.scope.takes_all()
    }

    fn lanes_by_name(&self, words: &Words) -> Vec<Lanes> {
        let mut found: Vec<Lanes> = Vec::new();
        for lane in self.journeys().flat_map(|journey| &journey.lanes) {
            let name = lane_name(lane, words);
            match found.iter_mut().find(|lanes| lanes.name == name) {
                Some(lanes) => {
                    lanes.ids.push(lane.id.clone());
                    lanes.shown |= !lane.hidden;
                }
                None => {
                    let ids = vec![lane.id.clone()];
                    found.push(Lanes { name, ids, shown: !lane.hidden, on: false });
                }
            }
        }
        for lanes in &mut found {
            lanes.on = self.lanes.get(&lanes.name).copied().unwrap_or(lanes.shown);
        }
        found
    }

    /// Their personas, with whether each is wanted.
    fn personas(&self) -> Vec<(Id, String, bool)> {
        let within: HashSet<&Id> = self.journeys().flat_map(|journey| &journey.personas).collect();
        let personas = self.project.personas.iter().filter(|persona| within.contains(&persona.id));
        let with_state = personas.map(|persona| {
            let on = !self.personas_off.contains(&persona.id);
            (persona.id.clone(), persona.name.clone(), on)
        });
        with_state.collect()
    }

    /// What has to be chosen before anything can be exported.
    fn missing(&self, words: &Words) -> Option<String> {
        let lanes = if self.choices.story { Vec::new() } else { self.lanes_by_name(words) };
        if !lanes.is_empty() && lanes.iter().any(|l| l.shown) && lanes.iter().all(|l| !l.on) {
            return Some(words.export_dialog_no_lane());
        }
        let personas = self.personas();
        let none = !personas.is_empty() && personas.iter().all(|(_, _, on)| !on);
        none.then(|| words.export_dialog_no_persona())
    }

    /// What was chosen.
    fn wanted(&self, words: &Words) -> Wanted {
        let mut options = self.choices.options();
        options.logo = self.logo.picture().cloned();
        if !self.takes_all() {
            options.journey = Some(self.journey.to_string());
        }
        let lanes = if self.choices.story { Vec::new() } else { self.lanes_by_name(words) };
        if lanes.iter().any(|lanes| lanes.on != lanes.shown) {
            let wanted = lanes.iter().filter(|lanes| lanes.on).flat_map(|lanes| &lanes.ids);
            options.lanes = wanted.map(|id| id.to_string()).collect();
        }
        let personas = self.personas();
        if personas.iter().any(|(_, _, on)| !on) {
            let wanted = personas.iter().filter(|(_, _, on)| *on);
            options.personas = wanted.map(|(id, _, _)| id.to_string()).collect();
        }
        if !self.choices.story {
            self.scope.ask(&self.screen, &mut options);
        }
        Wanted { format: self.choices.format, options }
    }
}
