//! The panel for personas: who they are and what moves them.

use super::batch::{self, Batch};
use super::choices::FACE;
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::picked::Picked;
use super::picture::image_ui;
use super::widgets::{chip, level, sign, swatch, wrapped};
use crate::model::{BuyingRole, Persona};
use crate::scene::icon;
use crate::scene::{PERSONA_COLORS, Role};
use crate::words::Words;
use egui::Ui;

/// Shows and edits the selected personas.
pub(super) fn personas_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let personas = batch::personas(&picked.personas);
    if personas.only().is_some() {
        form.kind_label(ui, &words.field_persona());
        let (label, hint) = (words.field_persona_name(), words.thing_untitled());
        let field =
            FieldPlace { salt: "name", label: &label, hint: &hint, look: FieldLook::Heading };
        form.text(
            ui,
            personas,
            field,
            |persona| &persona.name,
            |persona, text| {
                persona.name = text;
            },
        );
    } else {
        form.kind_label(ui, &words.inspector_selected());
        form.heading(ui, &words.count_personas(personas.things.len() as f64));
    }
    let (label, hint) = (words.field_role(), words.inspector_role_hint());
    let field = FieldPlace { salt: "role", label: &label, hint: &hint, look: FieldLook::Line };
    form.text(ui, personas, field, |persona| &persona.role, |persona, text| persona.role = text);
    form.choice_section(
        ui,
        personas,
        ("buying role", &words.field_buying_role()),
        BuyingRole::ALL,
        |persona| &persona.buying_role,
        |persona, role| persona.buying_role = role,
    );
    form.section(ui, "emoji", &words.field_emoji(), |ui, form| {
        level(ui, FACE, |ui| {
            let emoji = personas.same(|persona| persona.emoji.as_str());
            form.emoji(ui, &words.field_emoji(), emoji, |emoji| {
                personas.change(|persona| persona.emoji = emoji.clone())
            });
            let name = words.inspector_remove(words.field_emoji());
            if emoji != Some("") && sign(ui, form.cx.theme, icon::X, &name).clicked() {
                form.edit(personas.change(|persona| persona.emoji.clear()));
            }
        });
    });
    image_ui(ui, form, personas, |persona| &persona.image, |persona, image| persona.image = image);
    color_ui(ui, form, personas);
    let texts: [(&str, String, FieldLook, Get, Set); 6] = [
        (
            "quote",
            words.field_quote(),
            FieldLook::Quote,
            |persona| &persona.quote,
            |persona, text| persona.quote = text,
        ),
        (
            "priority",
            words.field_priority(),
            FieldLook::Lines,
            |persona| &persona.priority,
            |persona, text| persona.priority = text,
        ),
        (
            "circumstances",
            words.field_circumstances(),
            FieldLook::Lines,
            |persona| &persona.circumstances,
            |persona, text| persona.circumstances = text,
        ),
        (
            "goals",
            words.field_goals(),
            FieldLook::Lines,
            |persona| &persona.goals,
            |persona, text| persona.goals = text,
        ),
        (
            "needs",
            words.field_needs(),
            FieldLook::Lines,
            |persona| &persona.needs,
            |persona, text| persona.needs = text,
        ),
        (
            "frustrations",
            words.field_frustrations(),
            FieldLook::Lines,
            |persona| &persona.frustrations,
            |persona, text| persona.frustrations = text,
        ),
    ];
    for (salt, label, look, get, set) in texts {
        let hint = match salt {
            "circumstances" => words.inspector_circumstances_hint(),
            _ => String::new(),
        };
        form.text(ui, personas, FieldPlace { salt, label: &label, hint: &hint, look }, get, set);
    }
}

/// Which colour stands for them; none: by their order on the map.
fn color_ui(ui: &mut Ui, form: &mut Form<'_>, personas: Batch<'_, (), Persona>) {
    let words = form.cx.words;
    form.section(ui, "color", &words.field_color(), |ui, form| {
        wrapped(ui, |ui| {
            for color in 0..PERSONA_COLORS as u8 {
                let name = words.thing_color_number(words.number(f64::from(color) + 1.0));
                let lit = personas.lit(|persona| persona.color == Some(color));
                if swatch(ui, form.cx.theme, Role::Persona(color), &name, lit).clicked() {
                    form.edit(personas.change(|persona| persona.color = Some(color)));
                }
            }
            let lit = personas.lit(|persona| persona.color.is_none());
            if chip(ui, form.cx.theme, &words.inspector_color_by_order(), lit).clicked() {
                form.edit(personas.change(|persona| persona.color = None));
            }
        });
    });
}

type Get = fn(&Persona) -> &str;
type Set = fn(&mut Persona, String);

/// A persona's face and name, short enough for a chip.
pub(super) fn chip_label(persona: &Persona, words: &Words) -> String {
    let name = match persona.name.lines().next().unwrap_or_default() {
        "" => words.thing_untitled(),
        name => name.to_owned(),
    };
    if persona.emoji.is_empty() { name } else { format!("{} {name}", persona.emoji) }
}
