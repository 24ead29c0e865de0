//! What the small bar and the menu of cards offer to choose from: feelings, personas,
//! opportunities, colours.

use super::super::inspector::{FIVE, Lit, face, swatch};
use super::super::{Context, Document, Message};
use super::bar::Button;
use super::chosen::Chosen;
use crate::model::{Mark, Persona, face_of};
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::bars::menu::submenu_ui;
use crate::ui::kit::buttons::regular;
use crate::ui::state::pen::said_name;
use crate::words::{genitive, persona_name, titled};
use egui::{RichText, ScrollArea, Ui, WidgetInfo, vec2};

/// How large a face is, in points.
const FACE: f32 = 36.0;
/// A list higher than this is scrolled.
const LIST: f32 = 300.0;

/// A line of the menu of cards, as the bar has it: a word that is on or off, or a menu of its own.
pub(super) fn entry_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    button: Button,
    chosen: &Chosen,
    doc: &mut Document,
    out: &mut Vec<Message>,
) {
    let name = button.name(cx.words);
    match button {
        Button::Flag | Button::Star => {
            let mark = if button == Button::Flag { Mark::PainPoint } else { Mark::MomentOfTruth };
            let lit = button.lit(chosen);
            let sign = if lit == Lit::Off { button.icon() } else { sign_of(lit) };
            if line(ui, sign, &name, lit) {
                chosen.toggle_mark(&mark, out);
            }
        }
        Button::Feeling => feelings_ui(ui, cx, chosen, doc, out),
        Button::Persona => submenu_ui(ui, button.icon(), &name, |ui| {
            personas_ui(ui, cx, chosen, out);
        }),
        Button::Opportunity => submenu_ui(ui, button.icon(), &name, |ui| {
            opportunities_ui(ui, cx, chosen, doc, out);
        }),
        Button::Color => colors_ui(ui, cx, chosen, out),
        Button::More => {}
    }
}

/// The five faces; the one that is felt there is on.
pub(super) fn feelings_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    chosen: &Chosen,
    doc: &mut Document,
    out: &mut Vec<Message>,
) {
    if let Some(persona) = chosen.feels() {
        let whose = genitive(&said_name(persona, cx.words), cx.words.lang);
        ui.label(RichText::new(cx.words.bar_feels(whose)).font(regular(12.0)));
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        for value in FIVE {
            let lit = Lit::from(chosen.feeling() == Some(value));
            let name = cx.words.thing_feeling_value(cx.words.felt(value));
            if face(ui, cx.theme, face_of(value), &name, lit, FACE).clicked() {
                chosen.toggle_feeling(value, doc, out);
            }
        }
    });
}

/// Everybody, or some of the personas.
pub(super) fn personas_ui(ui: &mut Ui, cx: &Context<'_>, chosen: &Chosen, out: &mut Vec<Message>) {
    ui.set_min_width(190.0);
    let everybody = chosen.lit(|card| card.personas.is_empty());
    if choice(ui, &cx.words.thing_everybody(), everybody) {
        chosen.concern_everybody(out);
    }
    ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
        for persona in chosen.personas() {
            let lit = chosen.lit(|card| card.personas.contains(&persona.id));
            if choice(ui, &named(persona, cx), lit) {
                chosen.toggle_persona(&persona.id, out);
            }
        }
    });
}

fn named(persona: &Persona, cx: &Context<'_>) -> String {
    let name = persona_name(persona, cx.words);
    if persona.emoji.is_empty() { name } else { format!("{}  {name}", persona.emoji) }
}

/// The opportunities there are, and a new one.
pub(super) fn opportunities_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    chosen: &Chosen,
    doc: &mut Document,
    out: &mut Vec<Message>,
) {
    ui.set_min_width(240.0);
    ui.set_max_width(340.0);
    ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
        for one in chosen.opportunities() {
            let lit = chosen.lit_to(&one);
            let title = titled(one.title.lines().next().unwrap_or_default(), cx.words);
            if choice(ui, &title, lit) {
                chosen.toggle_opportunity(&one, out);
            }
        }
    });
    ui.separator();
    let label = cx.words.bar_new_opportunity();
    let button = ui.button(format!("{}  {label}", icon::PLUS));
    button.widget_info(|| WidgetInfo::labeled(egui::Role::MenuItem, true, &label));
    if button.clicked() {
        chosen.new_opportunity(doc, out);
    }
}

/// The six colours.
pub(super) fn colors_ui(ui: &mut Ui, cx: &Context<'_>, chosen: &Chosen, out: &mut Vec<Message>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        for color in 0..6u8 {
            let name = cx.words.thing_color_number(cx.words.number(f64::from(color) + 1.0));
            let lit = chosen.lit(|card| card.color == Some(color));
            if swatch(ui, cx.theme, Role::PhaseText(color), &name, lit).clicked() {
                chosen.toggle_color(color, out);
            }
        }
    });
}

/// A line that is on or off; true when it was pressed.
fn choice(ui: &mut Ui, label: &str, lit: Lit) -> bool {
    line(ui, sign_of(lit), label, lit)
}

fn sign_of(lit: Lit) -> char {
    match lit {
        Lit::On => icon::CHECK,
        Lit::Some => icon::MINUS,
        Lit::Off => ' ',
    }
}

fn line(ui: &mut Ui, sign: char, label: &str, lit: Lit) -> bool {
    let button = egui::Button::new(format!("{sign}  {label}")).truncate();
    let response = ui.add(button);
    response
        .widget_info(|| WidgetInfo::selected(egui::Role::MenuItem, true, lit == Lit::On, label));
    response.clicked()
}
