//! The templates on the start page: ours, the user's own, and those of them that are damaged.

use super::page::{Shelf, heading};
use super::ranks::{Ranks, Widths};
use super::tiles::{height_for, tile_ui};
use crate::scene::Role;
use crate::scene::icon;
use crate::templates::{Damaged, Template, ours};
use crate::ui::kit::buttons::regular;
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::{Context, Message};
use egui::{RichText, Ui};

/// How wide a tile is at least and at most, how high its sketch is, and between tiles.
const LEAST: f32 = 186.0;
const MOST: f32 = 300.0;
const SKETCH: f32 = 60.0;
const GAP: f32 = 18.0;

/// Shows them; one that is clicked is where a new map begins.
pub(crate) fn templates_ui(ui: &mut Ui, cx: &Context, shelf: &Shelf, out: &mut Vec<Message>) {
    heading(ui, cx, &cx.words.start_templates());
    let all: Vec<&Template> = ours(cx.words.lang).iter().chain(shelf.own).collect();
    let widths = Widths { least: LEAST, most: MOST, gap: GAP };
    let ranks = Ranks::of(all.len(), ui.available_width(), widths);
    let height = height_for(ui, &all, ranks.narrowest(), SKETCH);
    ranks.show(ui, height, all.into_iter().enumerate(), |ui, (index, template), size| {
        let id = egui::Id::unique(("start template", index));
        let note = note(template, cx);
        let tile = tile_ui(ui, cx, template, &note, size, SKETCH, None, id);
        let tile = tile.tip(|| template.about());
        if tile.clicked() {
            out.push(Message::Template(template.name.clone()));
        }
        if let Some(path) = &template.path {
            let delete = |input: &mut egui::InputState| {
                input.consume_key(egui::Modifiers::NONE, egui::Key::Delete)
            };
            if has_keyboard(&tile) && ui.input_mut(delete) {
                out.push(Message::DeleteTemplate(path.clone()));
            }
            tile.context_menu(|ui| {
                if ui.button(cx.words.templates_delete()).clicked() {
                    out.push(Message::DeleteTemplate(path.clone()));
                }
            });
        }
    });
    for damaged in shelf.damaged {
        damaged_ui(ui, cx, damaged, out);
    }
}

/// What a template has, in few words.
fn note(template: &Template, cx: &Context) -> String {
    let Some(journey) = template.project.journeys.first() else { return String::new() };
    let phases = cx.words.count_phases(journey.phases.len() as u32);
    let lanes = cx.words.count_lanes(journey.lanes.len() as u32);
    let mut parts = vec![phases, lanes];
    if journey.personas.len() > 1 {
        parts.push(cx.words.count_personas(journey.personas.len() as u32));
    }
    parts.join(" · ")
}

/// One that cannot be used, with why, and a way to be rid of it.
pub(crate) fn damaged_ui(ui: &mut Ui, cx: &Context, damaged: &Damaged, out: &mut Vec<Message>) {
    let muted = cx.theme.color(Role::Muted);
    ui.horizontal_wrapped(|ui| {
        let why = damaged.text(cx.words);
        let text = format!("{}  {}: {why}", icon::ALERT_TRIANGLE, damaged.name);
        let label = ui.label(RichText::new(text).font(regular(12.5)).color(muted));
        label.tip(|| damaged.path.display().to_string());
        let delete = RichText::new(cx.words.templates_delete()).font(regular(12.5)).underline();
        let delete = ui.add(egui::Button::new(delete.color(muted)).frame(false));
        if delete.clicked() {
            out.push(Message::DeleteTemplate(damaged.path.clone()));
        }
    });
    ui.add_space(6.0);
}
