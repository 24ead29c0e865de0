//! The panel for points of the emotion curve.

use super::batch::{self, Lit};
use super::choices::FACE;
use super::feeling::{Points, faces_ui, quote_ui};
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::picked::Picked;
use super::step::{step_name, steps_by_name};
use super::widgets::{chip, level, wrapped};
use crate::model::{EmotionPoint, FEELING_MAX, FEELING_MIN, Id, LaneKind, feeling};
use crate::scene::Role;
use egui::style::HandleShape;
use egui::{Slider, Ui};

/// Shows and edits the selected points.
pub(super) fn points_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let points = batch::points(&picked.points);
    if let Some((_, point)) = points.only() {
        form.kind_label(ui, &words.inspector_point());
        form.heading(ui, &step_name(words, &picked.journey, &point.step));
    } else {
        form.kind_label(ui, &words.inspector_selected());
        form.heading(ui, &words.count_points(points.things.len() as f64));
    }
    value_ui(ui, form, points);
    face_ui(ui, form, points);
    quote_ui(ui, form, points);
    persona_ui(ui, form, points);
    place_ui(ui, form, points, picked);
    touchpoint_ui(ui, form, points, picked);
    source_ui(ui, form, points);
}

/// Faces, a slider for what lies between them, and the figure.
fn value_ui(ui: &mut Ui, form: &mut Form<'_>, points: Points<'_>) {
    let words = form.cx.words;
    let label = words.thing_feeling();
    form.section(ui, "value", &label, |ui, form| {
        if let Some(value) = faces_ui(ui, form, points, 0.0, |_, _| ()) {
            form.edit(points.change(|point| point.value = value));
        }
        level(ui, 34.0, |ui| {
            let figure = 64.0;
            let room = ui.available_width() - figure - ui.spacing().item_spacing.x;
            let mut value = points.same_of(|point| point.value).unwrap_or_default();
            let range = FEELING_MIN..=FEELING_MAX;
            let response = slider(ui, form, (&label, room), &mut value, range);
            form.settle_drag(ui, &response, || points.change(|point| point.value = feeling(value)));
            ui.vertical(|ui| {
                ui.set_width(figure);
                let field =
                    FieldPlace { salt: "figure", label: &label, hint: "", look: FieldLook::Line };
                let value = points.same_of(|point| Some(point.value));
                form.number(ui, field, value, (FEELING_MIN, FEELING_MAX), |value| {
                    points.change(|point| point.value = feeling(value.unwrap_or_default()))
                });
            });
        });
    });
}

/// A slider called `name`, as wide as `room`.
fn slider(
    ui: &mut Ui,
    form: &Form<'_>,
    (name, room): (&str, f32),
    value: &mut f64,
    range: std::ops::RangeInclusive<f64>,
) -> egui::Response {
    let theme = form.cx.theme;
    ui.scope(|ui| {
        ui.spacing_mut().slider_width = room.max(60.0);
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            state.bg_fill = theme.color(Role::Hairline);
            state.fg_stroke = egui::Stroke::new(2.0, theme.color(Role::Accent));
        }
        let slider = Slider::new(value, range).show_value(false).trailing_fill(false);
        ui.add(slider.handle_shape(HandleShape::Circle)).accessible_name(name)
    })
    .inner
}

/// The face that follows the value, or one of the user's own.
fn face_ui(ui: &mut Ui, form: &mut Form<'_>, points: Points<'_>) {
    let words = form.cx.words;
    form.section(ui, "face", &words.field_face(), |ui, form| {
        let follows = points.lit(|point| point.face.is_empty());
        level(ui, FACE, |ui| {
            if chip(ui, form.cx.theme, &words.inspector_follows(), follows).clicked() {
                form.edit(points.change(|point| {
                    point.face = match follows {
                        Lit::On => point.shown_face().to_owned(),
                        Lit::Off | Lit::Some => String::new(),
                    };
                }));
            }
            let face = points.same(|point| point.shown_face());
            form.emoji(ui, &words.inspector_own_face(), face, |face| {
                points.change(|point| point.face = face.clone())
            });
        });
    });
}

/// Whose feeling it is.
fn persona_ui(ui: &mut Ui, form: &mut Form<'_>, points: Points<'_>) {
    let (words, project) = (form.cx.words, form.picked.project.clone());
    if project.personas.is_empty() {
        return;
    }
    form.section(ui, "persona", &words.field_persona(), |ui, form| {
        wrapped(ui, |ui| {
            for persona in &project.personas {
                let label = super::persona::chip_label(persona, words);
                let id = Some(persona.id.clone());
                let set = |point: &mut EmotionPoint, on: bool| {
                    point.persona = id.clone().filter(|_| on);
                };
                form.toggle(ui, points, &label, |point| point.persona == id, set);
            }
        });
    });
}

/// The step, and where in it.
fn place_ui(ui: &mut Ui, form: &mut Form<'_>, points: Points<'_>, picked: &Picked) {
    let words = form.cx.words;
    let journey = &picked.journey;
    form.section(ui, "step", &words.field_step(), |ui, form| {
        let step = points.same(|point| &point.step);
        let shown = match step {
            None => words.inspector_mixed(),
            Some(id) => step_name(words, journey, id),
        };
        let to = form.menu(ui, &words.field_step(), &shown, || {
            let steps = steps_by_name(words, journey).into_iter();
            steps.map(|(id, name)| (id.clone(), name, step == Some(id))).collect()
        });
        if let Some(to) = to {
            form.edit(points.change(|point| point.step = to.clone()));
        }
    });
    let label = words.field_at();
    form.section(ui, "at", &label, |ui, form| {
        wrapped(ui, |ui| {
            let evenly = points.lit(|point| point.at.is_none());
            if chip(ui, form.cx.theme, &words.inspector_evenly(), evenly).clicked() {
                let at = (evenly == Lit::On).then_some(0.5);
                form.edit(points.change(|point| point.at = at));
            }
        });
        let mut at = points.same_of(|point| point.at).flatten().unwrap_or(0.5);
        let room = ui.available_width();
        let response = slider(ui, form, (&label, room), &mut at, 0.0..=1.0);
        form.settle_drag(ui, &response, || {
            let at = (at.clamp(0.0, 1.0) * 100.0).round() / 100.0;
            points.change(|point| point.at = Some(at))
        });
    });
}

/// The card the points belong to and move with: one of their step.
fn touchpoint_ui(ui: &mut Ui, form: &mut Form<'_>, points: Points<'_>, picked: &Picked) {
    let words = form.cx.words;
    form.section(ui, "touchpoint", &words.field_touchpoint(), |ui, form| {
        let mine = points.same(|point| &point.touchpoint);
        let shown = match mine {
            None => words.inspector_mixed(),
            Some(None) => words.inspector_none(),
            Some(Some(id)) => match picked.touchpoint.as_deref() {
                Some("") => words.thing_untitled(),
                Some(text) => text.to_owned(),
                None => id.to_string(),
            },
        };
        let to = form.menu(ui, &words.field_touchpoint(), &shown, || {
            let step = points.same(|point| &point.step);
            let none = (None, words.inspector_none(), mine == Some(&None));
            let touchpoints = |kind: &LaneKind| *kind == LaneKind::Touchpoints;
            let lanes = picked.journey.lanes.iter().filter(|lane| touchpoints(&lane.kind));
            let cards = lanes.flat_map(|lane| &lane.cards);
            let cards = cards.filter(|card| step.is_some_and(|step| card.step == *step));
            let cards = cards.map(|card| {
                let id: Option<Id> = Some(card.id.clone());
                let on = mine == Some(&id);
                let text = card.text.lines().next().unwrap_or_default().to_owned();
                (id, if text.is_empty() { words.thing_untitled() } else { text }, on)
            });
            std::iter::once(none).chain(cards).collect()
        });
        if let Some(to) = to {
            form.edit(points.change(|point| point.touchpoint = to.clone()));
        }
    });
}

/// Who said so.
fn source_ui(ui: &mut Ui, form: &mut Form<'_>, points: Points<'_>) {
    let (words, project) = (form.cx.words, form.picked.project.clone());
    let mine = points.same(|point| &point.source);
    if project.sources.is_empty() && mine == Some(&None) {
        return;
    }
    form.section(ui, "source", &words.field_source(), |ui, form| {
        let shown = match mine {
            None => words.inspector_mixed(),
            Some(None) => words.inspector_none(),
            Some(Some(id)) => {
                let source = project.sources.iter().find(|source| source.id == *id);
                source.map_or_else(|| id.to_string(), |source| source.title.clone())
            }
        };
        let to = form.menu(ui, &words.field_source(), &shown, || {
            let none = (None, words.inspector_none(), mine == Some(&None));
            let sources = project.sources.iter().map(|source| {
                let id = Some(source.id.clone());
                let on = mine == Some(&id);
                (id, source.title.clone(), on)
            });
            std::iter::once(none).chain(sources).collect()
        });
        if let Some(to) = to {
            form.edit(points.change(|point| point.source = to.clone()));
        }
    });
}
