//! How long something takes: the fields for it, of phases and of steps.

use super::batch::Batch;
use super::fields::{FieldLook, FieldPlace, pair};
use super::form::Form;
use super::widgets::wrapped;
use crate::model::{Duration, TimeUnit};
use crate::words::Named;
use egui::Ui;

/// From, to, unit, or without an end. `of` is where it stands in a thing, `get` reads it.
pub(super) fn duration_ui<P: Clone, T: Clone>(
    ui: &mut Ui,
    form: &mut Form<'_>,
    things: Batch<'_, P, T>,
    of: fn(&mut T) -> &mut Option<Duration>,
    get: fn(&T) -> &Option<Duration>,
) {
    let words = form.cx.words;
    form.section(ui, "duration", &words.field_duration(), |ui, form| {
        pair(ui, form, |ui, form, right| {
            let label = if right { words.field_to() } else { words.field_from() };
            let salt = if right { "to" } else { "from" };
            form.caption(ui, &label);
            let field = FieldPlace { salt, label: &label, hint: "", look: FieldLook::Line };
            let value = things.same_of(|thing| {
                let duration = get(thing).as_ref();
                duration.and_then(|one| if right { one.to } else { one.from })
            });
            form.number(ui, field, value, (0.0, 1e6), |value| {
                things.change(|thing| {
                    set_duration(of(thing), |duration| match right {
                        true => duration.to = value,
                        false => duration.from = value,
                    });
                })
            });
        });
        wrapped(ui, |ui| {
            for unit in TimeUnit::ALL {
                let set = |thing: &mut T, on: bool| {
                    set_duration(of(thing), |duration| duration.unit = on.then(|| unit.clone()));
                };
                let is =
                    |thing: &T| get(thing).as_ref().and_then(|one| one.unit.as_ref()) == Some(unit);
                form.toggle(ui, things, &unit.name(words), is, set);
            }
            let set = |thing: &mut T, on: bool| {
                set_duration(of(thing), |duration| duration.ongoing = on);
            };
            let is = |thing: &T| get(thing).as_ref().is_some_and(|one| one.ongoing);
            form.toggle(ui, things, &words.inspector_ongoing(), is, set);
        });
    });
}

/// A duration in which nothing stands is none.
fn set_duration(slot: &mut Option<Duration>, set: impl Fn(&mut Duration)) {
    let mut duration = slot.take().unwrap_or_default();
    set(&mut duration);
    *slot = (duration != Duration::default()).then_some(duration);
}
