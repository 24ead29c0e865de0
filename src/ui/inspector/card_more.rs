//! The less used fields of cards: figures, links, votes, and where they stand.

use super::card::CardForm;
use super::fields::{FieldLook, FieldPlace, pair};
use super::form::Form;
use super::picked::Picked;
use super::step::{step_name, steps_by_name};
use super::widgets::{plain_chip, wrapped};
use crate::edit::{Change, Spot};
use crate::model::{
    Better, Blocker, BlockerKind, Card, CardRef, ChangeKind, Device, Id, Journey, LaneKind, Metric,
    Severity, Thing,
};
use crate::ui::{Message, Selection};
use crate::words::Named;
use egui::{OpenUrl, Ui};
use std::collections::{HashMap, HashSet};

/// A figure: value, unit, target and how it has been.
pub(super) fn metric_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    let words = form.cx.words;
    let any = (f64::MIN, f64::MAX);
    let number = |get: fn(&Metric) -> Option<f64>| {
        cards.same_of(move |card| card.metric.as_ref().and_then(get))
    };
    form.section(ui, "metric", &words.field_metric(), |ui, form| {
        pair(ui, form, |ui, form, right| match right {
            false => {
                let label = words.field_value();
                form.caption(ui, &label);
                let field =
                    FieldPlace { salt: "value", label: &label, hint: "", look: FieldLook::Line };
                form.number(ui, field, number(|metric| metric.value), any, |value| {
                    cards.change(|card| set_metric(card, |metric| metric.value = value))
                });
            }
            true => {
                let label = words.field_unit();
                form.caption(ui, &label);
                let field =
                    FieldPlace { salt: "unit", label: &label, hint: "", look: FieldLook::Line };
                let unit = cards.same(|card| card.metric.as_ref().map_or("", |m| m.unit.as_str()));
                form.bare_text(ui, field, unit, |text| {
                    cards.change(|card| set_metric(card, |metric| metric.unit = text.clone()))
                });
            }
        });
        let label = words.field_target();
        form.caption(ui, &label);
        let field = FieldPlace { salt: "target", label: &label, hint: "", look: FieldLook::Line };
        form.number(ui, field, number(|metric| metric.target), any, |value| {
            cards.change(|card| set_metric(card, |metric| metric.target = value))
        });
        let label = words.field_better();
        form.caption(ui, &label);
        wrapped(ui, |ui| {
            form.choice(
                ui,
                cards,
                Better::ALL,
                |card| card.metric.as_ref().map_or(&None, |metric| &metric.better),
                |card, better| set_metric(card, |metric| metric.better = better.clone()),
            );
        });
        let label = words.field_trend();
        form.caption(ui, &label);
        let field = FieldPlace { salt: "trend", label: &label, hint: "", look: FieldLook::Line };
        let trend =
            cards.same_of(|card| card.metric.as_ref().map(|m| m.trend.clone()).unwrap_or_default());
        form.numbers(ui, field, trend, |trend| {
            cards.change(|card| set_metric(card, |metric| metric.trend = trend.clone()))
        });
    });
}

/// A metric in which nothing stands is none.
fn set_metric(card: &mut Card, set: impl Fn(&mut Metric)) {
    let mut metric = card.metric.take().unwrap_or_default();
    set(&mut metric);
    card.metric = (metric != Metric::default()).then_some(metric);
}

/// What stands in the way, and how bad it is.
pub(super) fn blocker_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    let words = form.cx.words;
    form.section(ui, "blocker", &words.field_blocker(), |ui, form| {
        wrapped(ui, |ui| {
            form.choice(
                ui,
                cards,
                BlockerKind::ALL,
                |card| card.blocker.as_ref().map_or(&None, |blocker| &blocker.kind),
                |card, kind| set_blocker(card, |blocker| blocker.kind = kind.clone()),
            );
        });
        form.caption(ui, &words.field_severity());
        wrapped(ui, |ui| {
            form.choice(
                ui,
                cards,
                Severity::ALL,
                |card| card.blocker.as_ref().map_or(&None, |blocker| &blocker.severity),
                |card, severity| {
                    set_blocker(card, |blocker| blocker.severity = severity.clone());
                },
            );
        });
    });
}

/// A blocker of which nothing is said is none.
fn set_blocker(card: &mut Card, set: impl Fn(&mut Blocker)) {
    let mut blocker = card.blocker.take().unwrap_or_default();
    set(&mut blocker);
    card.blocker = (blocker != Blocker::default()).then_some(blocker);
}

/// Device, link, change, votes and image.
pub(super) fn rest_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    let words = form.cx.words;
    form.choice_section(
        ui,
        cards,
        ("device", &words.field_device()),
        Device::ALL,
        |card| &card.device,
        |card, device| card.device = device,
    );
    form.text(
        ui,
        cards,
        FieldPlace {
            salt: "link",
            label: &words.field_link(),
            hint: "https://",
            look: FieldLook::Line,
        },
        |card| &card.link,
        |card, text| card.link = text,
    );
    // Only addresses of the web: a file from somebody else must not start programs.
    if let Some(link) = cards.same(|card| card.link.as_str())
        && (link.starts_with("https://") || link.starts_with("http://"))
        && plain_chip(ui, form.cx.theme, &words.inspector_open_link()).clicked()
    {
        ui.open_url(OpenUrl::new_tab(link));
    }
    form.choice_section(
        ui,
        cards,
        ("change", &words.field_change()),
        ChangeKind::ALL,
        |card| &card.change,
        |card, change| card.change = change,
    );
    form.section(ui, "votes", &words.field_votes(), |ui, form| {
        let label = words.field_votes();
        let field = FieldPlace { salt: "votes", label: &label, hint: "0", look: FieldLook::Line };
        let votes = cards.same_of(|card| (card.votes > 0).then_some(f64::from(card.votes)));
        form.number(ui, field, votes, (0.0, 1e6), |value| {
            cards.change(|card| card.votes = value.unwrap_or_default().round() as u32)
        });
    });
}

/// Lane, step and the last step the cards span.
pub(super) fn place_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>, picked: &Picked) {
    let words = form.cx.words;
    let journey = &picked.journey;
    let lane = same_lane(cards);
    form.section(ui, "lane", &words.thing_lane(), |ui, form| {
        let shown = match &lane {
            None => words.inspector_mixed(),
            Some(None) => words.thing_parking(),
            Some(Some(id)) => lane_name(form, journey, id),
        };
        let to = form.menu(ui, &words.thing_lane(), &shown, || {
            let lanes = journey.lanes.iter().filter(|other| other.kind != LaneKind::Emotions);
            let lanes = lanes.map(|other| {
                let on = lane == Some(Some(other.id.clone()));
                (Some(other.id.clone()), lane_name(form, journey, &other.id), on)
            });
            let parking = (None, words.thing_parking(), lane == Some(None));
            lanes.chain(std::iter::once(parking)).collect()
        });
        if let Some(to) = to {
            move_cards(form, cards, picked, Some(to), None);
        }
    });
    let step = cards.same(|card| &card.step);
    form.section(ui, "step", &words.field_step(), |ui, form| {
        let shown = match step {
            None => words.inspector_mixed(),
            Some(id) => step_name(words, journey, id),
        };
        let to = form.menu(ui, &words.field_step(), &shown, || {
            let steps = steps_by_name(words, journey).into_iter();
            steps.map(|(id, name)| (id.clone(), name, step == Some(id))).collect()
        });
        if let Some(to) = to {
            move_cards(form, cards, picked, None, Some(to));
        }
    });
    if lane == Some(None) {
        return;
    }
    form.section(ui, "until", &words.field_until(), |ui, form| {
        let until = cards.same(|card| &card.until);
        let shown = match until {
            None => words.inspector_mixed(),
            Some(None) => words.inspector_only_this_step(),
            Some(Some(id)) => step_name(words, journey, id),
        };
        let to = form.menu(ui, &words.field_until(), &shown, || {
            let none = (None, words.inspector_only_this_step(), until == Some(&None));
            // Only steps after the one they stand in can be spanned to.
            let steps = steps_by_name(words, journey).into_iter();
            let after = steps.skip_while(|(id, _)| step.is_some_and(|step| *step != **id)).skip(1);
            let after = after.map(|(id, name)| {
                let id = Some(id.clone());
                let on = until == Some(&id);
                (id, name, on)
            });
            std::iter::once(none).chain(after).collect()
        });
        if let Some(to) = to {
            form.edit(cards.change(|card| card.until = to.clone()));
        }
    });
}

/// The lane all cards are in (none: the parking place); none where they differ.
fn same_lane(cards: CardForm<'_>) -> Option<Option<Id>> {
    let first = &cards.things.first()?.0.lane;
    cards.things.iter().all(|(place, _)| place.lane == *first).then(|| first.clone())
}

/// A lane's title, or the name of its kind.
fn lane_name(form: &Form<'_>, journey: &Journey, id: &Id) -> String {
    match journey.lane(id) {
        Some((_, lane)) if !lane.title.is_empty() => lane.title.clone(),
        Some((_, lane)) => lane.kind.name(form.cx.words),
        None => id.to_string(),
    }
}

/// Moves the cards to the end of the cells of another lane, of another step, or of both.
/// `lane` is the new lane (`Some(None)`: the parking place), `step` the new step.
fn move_cards(
    form: &mut Form<'_>,
    cards: CardForm<'_>,
    picked: &Picked,
    lane: Option<Option<Id>>,
    step: Option<Id>,
) {
    let journey = &picked.journey;
    // What is parked and is given a step alone comes to the first lane that takes cards.
    let home = journey.lanes.iter().find(|lane| lane.kind != LaneKind::Emotions && !lane.hidden);
    let first_step = journey.steps().next().map(|(_, step)| step.id.clone());
    let moved: HashSet<&Id> = cards.things.iter().map(|(_, card)| &card.id).collect();
    let mut counts: HashMap<(Id, Id), usize> = HashMap::new();
    let mut moves = Vec::new();
    let mut things = Vec::new();
    for (place, card) in cards.things {
        let to_lane = match &lane {
            Some(lane) => lane.clone(),
            None => place.lane.clone().or_else(|| home.map(|home| home.id.clone())),
        };
        let own = (!card.step.is_empty()).then(|| card.step.clone());
        let to_step = step.clone().or(own).or_else(|| first_step.clone());
        let spot = match (&to_lane, to_step) {
            (Some(lane), Some(step)) => {
                let count = counts.entry((lane.clone(), step.clone())).or_insert_with(|| {
                    let others = journey.lane(lane).map(|(_, lane)| lane.cards.iter());
                    let others = others.into_iter().flatten();
                    others.filter(|other| other.step == step && !moved.contains(&other.id)).count()
                });
                let index = *count;
                *count += 1;
                Spot::Cell { lane: lane.clone(), step, index }
            }
            _ => Spot::Parked { index: picked.project.parked.len() + moves.len() },
        };
        things.push(Thing::Card(CardRef { lane: to_lane, card: card.id.clone() }));
        moves.push((place.clone(), spot));
    }
    form.edit(Change::MoveCards(moves));
    // They are still selected where they are now.
    form.out.push(Message::Select(Selection { things, cell: None }));
}
