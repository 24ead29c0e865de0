//! The panel when nothing is selected: the map itself, whose it is, and the project.

use super::channels::channels_ui;
use super::checklist::checklist_ui;
use super::customer_costs::costs_ui;
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::picked::Picked;
use super::subgoals::subgoals_ui;
use super::widgets::{chip, plain_chip, sign, wrapped};
use crate::edit::{Change, off_map, onto_map};
use crate::model::{Aim, Id, Journey, JourneyKind, Persona, Thing, Widths};
use crate::scene::icon;
use crate::ui::{Message, Selection};
use crate::words::{Lang, Named};
use egui::Ui;

/// Shows and edits the journey in front and the project's title.
pub(super) fn journey_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let journey = &picked.journey;
    form.kind_label(ui, &words.thing_journey());
    ui.push_id("title", |ui| {
        let (label, hint) = (words.field_title(), words.thing_untitled());
        let field =
            FieldPlace { salt: "title", label: &label, hint: &hint, look: FieldLook::Heading };
        form.bare_text(ui, field, Some(&journey.title), |text| {
            put(journey, |journey| journey.title = text.clone())
        });
    });
    aim_ui(ui, form, journey);
    kind_ui(ui, form, journey);
    let texts: [(&str, String, String, FieldLook, Get, Set); 8] = [
        (
            "purpose",
            words.field_purpose(),
            words.inspector_purpose_hint(),
            FieldLook::Lines,
            |journey| &journey.purpose,
            |journey, text| journey.purpose = text,
        ),
        (
            "hypothesis",
            words.field_hypothesis(),
            words.field_hypothesis_hint(),
            FieldLook::Lines,
            |journey| &journey.hypothesis,
            |journey, text| journey.hypothesis = text,
        ),
        (
            "our goal",
            words.field_our_goal(),
            words.field_our_goal_hint(),
            FieldLook::Lines,
            |journey| &journey.our_goal,
            |journey, text| journey.our_goal = text,
        ),
        (
            "for whom",
            words.inspector_for_whom(),
            words.new_map_for_whom_hint(),
            FieldLook::Line,
            |journey| &journey.for_whom,
            |journey, text| journey.for_whom = text,
        ),
        (
            "problem",
            words.field_problem(),
            String::new(),
            FieldLook::Lines,
            |journey| &journey.problem,
            |journey, text| journey.problem = text,
        ),
        (
            "offer",
            words.field_offer(),
            String::new(),
            FieldLook::Lines,
            |journey| &journey.offer,
            |journey, text| journey.offer = text,
        ),
        (
            "from",
            words.field_begins(),
            String::new(),
            FieldLook::Line,
            |journey| &journey.from,
            |journey, text| journey.from = text,
        ),
        (
            "to",
            words.field_ends(),
            String::new(),
            FieldLook::Line,
            |journey| &journey.to,
            |journey, text| journey.to = text,
        ),
    ];
    for (salt, label, hint, look, get, set) in texts {
        form.section(ui, salt, &label, |ui, form| {
            let field = FieldPlace { salt, label: &label, hint: &hint, look };
            form.bare_text(ui, field, Some(get(journey)), |text| {
                put(journey, |journey| set(journey, text.clone()))
            });
        });
        if salt == "offer" {
            costs_ui(ui, form, journey);
        }
    }
    checklist_ui(ui, form, &journey.checklist, &|set| {
        put(journey, |journey| set(&mut journey.checklist))
    });
    personas_ui(ui, form, picked);
    widths_ui(ui, form, journey);
    channels_ui(ui, form, &picked.journey);
    form.divider(ui);
    ui.push_id("project", |ui| {
        form.kind_label(ui, &words.inspector_project());
        let (label, hint) = (words.inspector_project(), words.thing_untitled());
        let field =
            FieldPlace { salt: "project", label: &label, hint: &hint, look: FieldLook::Line };
        form.bare_text(ui, field, Some(&picked.project.title), Change::PutTitle);
    });
    subgoals_ui(ui, form, picked);
    language_ui(ui, form, picked);
}

/// The language of what the map itself says: chips, durations, names of lanes.
fn language_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let code = picked.project.language.as_deref().unwrap_or(words.lang.code());
    form.section(ui, "language", &words.field_language(), |ui, form| {
        wrapped(ui, |ui| {
            for (lang, name) in [(Lang::Sv, "Svenska"), (Lang::En, "English")] {
                let on = code == lang.code();
                if chip(ui, form.cx.theme, name, on.into()).clicked() && !on {
                    form.edit(Change::PutLanguage(lang.code().into()));
                }
            }
        });
    });
}

type Get = fn(&Journey) -> &str;
type Set = fn(&mut Journey, String);

pub(super) fn put(journey: &Journey, set: impl Fn(&mut Journey)) -> Change {
    let mut journey = Journey::clone(journey);
    set(&mut journey);
    Change::PutJourney(Box::new(journey))
}

/// A picture of how it is, or a change we want.
fn aim_ui(ui: &mut Ui, form: &mut Form<'_>, journey: &Journey) {
    let words = form.cx.words;
    form.section(ui, "aim", &words.inspector_aim(), |ui, form| {
        wrapped(ui, |ui| {
            for aim in Aim::ALL {
                let on = journey.aim.as_ref() == Some(aim);
                if chip(ui, form.cx.theme, &aim.name(words), on.into()).clicked() {
                    let value = (!on).then(|| aim.clone());
                    form.edit(put(journey, |journey| journey.aim = value.clone()));
                }
            }
        });
    });
}

fn kind_ui(ui: &mut Ui, form: &mut Form<'_>, journey: &Journey) {
    let words = form.cx.words;
    form.section(ui, "kind", &words.field_journey_kind(), |ui, form| {
        wrapped(ui, |ui| {
            let own = journey.kind.iter().filter(|kind| !JourneyKind::ALL.contains(kind));
            for kind in JourneyKind::ALL.iter().chain(own) {
                let on = journey.kind.as_ref() == Some(kind);
                if chip(ui, form.cx.theme, &kind.name(words), on.into()).clicked() {
                    let value = (!on).then(|| kind.clone());
                    form.edit(put(journey, |journey| journey.kind = value.clone()));
                }
            }
        });
    });
}

/// How wide the columns are; a map that says nothing has them as they were drawn.
fn widths_ui(ui: &mut Ui, form: &mut Form<'_>, journey: &Journey) {
    let words = form.cx.words;
    form.section(ui, "widths", &words.inspector_widths(), |ui, form| {
        wrapped(ui, |ui| {
            let shown = journey.widths.clone().unwrap_or(Widths::Free);
            let own = journey.widths.iter().filter(|widths| !Widths::ALL.contains(widths));
            for widths in Widths::ALL.iter().chain(own) {
                let on = shown == *widths;
                if chip(ui, form.cx.theme, &widths.name(words), on.into()).clicked() && !on {
                    form.edit(put(journey, |journey| journey.widths = Some(widths.clone())));
                }
            }
        });
    });
}

/// The project's personas: those in the map first, in its order, each with a switch.
fn personas_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let journey = &picked.journey;
    let project = &picked.project;
    form.section(ui, "personas", &words.field_personas_of(), |ui, form| {
        let inside = journey.personas.iter().filter_map(|id| project.persona(id));
        let inside: Vec<&Persona> = inside.map(|(_, persona)| persona).collect();
        let outside = project.personas.iter().map(|persona| persona.as_ref());
        let outside = outside.filter(|persona| !journey.personas.contains(&persona.id));
        for (index, persona) in inside.iter().copied().chain(outside).enumerate() {
            let above = inside.get(index.wrapping_sub(1)).map(|above| &above.id);
            let on = index < inside.len();
            ui.push_id(&persona.id, |ui| {
                persona_ui(ui, form, journey, persona, on, above.filter(|_| on));
            });
        }
        if plain_chip(ui, form.cx.theme, &words.inspector_new_persona()).clicked() {
            let persona = Persona { id: form.state.next_id(), ..Persona::default() };
            let thing = Thing::Persona(persona.id.clone());
            form.edit(Change::PutPersonas(vec![persona]));
            form.out.push(Message::Select(Selection::of(thing)));
        }
    });
}

/// One persona: its switch, and signs to move it up and to show it.
fn persona_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    journey: &Journey,
    persona: &Persona,
    on: bool,
    above: Option<&Id>,
) {
    let (words, theme) = (form.cx.words, form.cx.theme);
    let name = super::persona::chip_label(persona, words);
    wrapped(ui, |ui| {
        let response = chip(ui, theme, &name, on.into());
        if response.accessible_name(words.inspector_persona_in(&name)).clicked() {
            form.edit(match on {
                true => off_map(journey, std::slice::from_ref(&persona.id)),
                false => onto_map(journey, &persona.id),
            });
        }
        if let Some(above) = above
            && sign(ui, theme, icon::ARROW_UP, &words.inspector_persona_up(&name)).clicked()
        {
            form.edit(put(journey, |journey| {
                let place = |wanted: &Id| journey.personas.iter().position(|id| id == wanted);
                if let (Some(upper), Some(lower)) = (place(above), place(&persona.id)) {
                    journey.personas.swap(upper, lower);
                }
            }));
        }
        if sign(ui, theme, icon::CHEVRON_RIGHT, &words.inspector_persona_show(&name)).clicked() {
            let thing = Thing::Persona(persona.id.clone());
            form.out.push(Message::Select(Selection::of(thing)));
        }
    });
}
