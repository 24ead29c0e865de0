//! The card that follows an activity: chosen from the activities of the map by typing, gone to, or
//! taken away.

use super::batch::Batch;
use super::form::Form;
use super::picked::Picked;
use super::widgets::{combo, level, option_beside, sign};
use crate::insight::activities;
use crate::model::{Card, CardRef, Id, Journey, Thing};
use crate::scene::{Role, icon};
use crate::ui::kit::caret::layouter;
use crate::ui::{Message, Selection};
use crate::words::{Words, card_name, titled};
use egui::{Key, Modifiers, Popup, PopupCloseBehavior, RichText, ScrollArea, TextEdit, Ui, vec2};
use std::collections::{HashMap, HashSet};

/// How high a row of the list is, and the list at most, in points.
const ROW: f32 = 28.0;
const HEIGHT: f32 = 280.0;

/// What the list remembers while it is open.
#[derive(Default)]
pub(super) struct NextPicker {
    /// What is looked for.
    query: String,
    /// The row that the arrow keys are at.
    at: Option<usize>,
    /// The field is to have the keyboard.
    wants_focus: bool,
}

/// An activity that may follow.
struct Follower {
    id: Id,
    text: String,
    phase: String,
}

impl Follower {
    fn meets(&self, query: &str) -> bool {
        let all = format!("{} {}", self.text, self.phase).to_lowercase();
        query.split_whitespace().all(|word| all.contains(&word.to_lowercase()))
    }
}

/// Shows what follows the cards, and changes it.
pub(super) fn next_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    cards: Batch<'_, CardRef, Card>,
    picked: &Picked,
) {
    let words = form.cx.words;
    let label = words.field_next();
    form.section(ui, "next", &label, |ui, form| {
        let mine = cards.same(|card| &card.next);
        let named = mine.and_then(|id| id.as_ref());
        let found = named.and_then(|id| found(picked, id));
        let shown = match (mine, &found) {
            (None, _) => words.inspector_mixed(),
            (Some(None), _) => words.inspector_none(),
            (Some(Some(_)), Some((_, place, card))) => {
                said(&name(picked, card, words), &phase_of(picked, place, card, words))
            }
            (Some(Some(id)), None) => id.to_string(),
        };
        let whole = words.labelled(&label, &shown);
        level(ui, 34.0, |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let signs = if named.is_some() { 2.0 * 26.0 } else { 0.0 };
            let width = ui.available_width() - signs;
            let response = combo(ui, form.cx.theme, &shown, &whole, width);
            if response.clicked() {
                form.state.next = NextPicker { wants_focus: true, ..NextPicker::default() };
            }
            let popup = Popup::menu(&response)
                .width(width)
                .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                .accessible_name(&whole);
            let chosen = popup.show(|ui| {
                ui.set_width(width.max(220.0) - 12.0);
                let chosen = list_ui(ui, form, cards, picked);
                if chosen.is_some() {
                    ui.close();
                }
                chosen
            });
            if let Some(next) = chosen.and_then(|shown| shown.inner) {
                form.edit(cards.change(|card| card.next.clone_from(&next)));
            }
            let Some((journey, place, card)) = found else {
                let name = words.inspector_remove(&shown);
                if named.is_some() && sign(ui, form.cx.theme, icon::X, &name).clicked() {
                    form.edit(cards.change(|card| card.next = None));
                }
                return;
            };
            let name = name(picked, card, words);
            let go = words.inspector_go_to(&name);
            if sign(ui, form.cx.theme, icon::ARROW_RIGHT, &go).clicked() {
                if journey != picked.journey.id {
                    form.out.push(Message::GoTo(journey));
                }
                let thing = Thing::Card(place);
                form.out.push(Message::Select(Selection::of(thing.clone())));
                form.out.push(Message::Show(thing));
            }
            if sign(ui, form.cx.theme, icon::X, &words.inspector_remove(&name)).clicked() {
                form.edit(cards.change(|card| card.next = None));
            }
        });
    });
}

/// The card called `id`, with its map: on this one, parked, or on another.
fn found<'a>(picked: &'a Picked, id: &Id) -> Option<(Id, CardRef, &'a Card)> {
    let wanted = CardRef { lane: None, card: id.clone() };
    let others = picked.project.journeys.iter();
    let mut maps = std::iter::once(&picked.journey).chain(others);
    maps.find_map(|journey| {
        let (place, card) = picked.project.card(journey, &wanted)?;
        Some((journey.id.clone(), place, card.as_ref()))
    })
}

fn name(picked: &Picked, card: &Card, words: &Words) -> String {
    one_line(&card_name(card, &picked.project), words)
}

/// The first line of a title, or a word for its absence.
fn one_line(title: &str, words: &Words) -> String {
    titled(title.lines().next().unwrap_or_default(), words)
}

fn said(text: &str, phase: &str) -> String {
    if phase.is_empty() { text.to_owned() } else { format!("{text} · {phase}") }
}

/// Where a card is: its phase, or that it is parked; of another map, which.
fn phase_of(picked: &Picked, place: &CardRef, card: &Card, words: &Words) -> String {
    if place.lane.is_none() {
        return words.thing_card_parked();
    }
    let here = phases(&picked.journey, words);
    here.get(&card.step).cloned().unwrap_or_else(|| {
        let all = &picked.project.journeys;
        let map = all.iter().find(|map| map.steps().any(|(_, step)| step.id == card.step));
        map.map(|map| one_line(&map.title, words)).unwrap_or_default()
    })
}

/// What the phase of each step is called.
fn phases<'a>(journey: &'a Journey, words: &Words) -> HashMap<&'a Id, String> {
    let phases = journey.phases.iter().flat_map(|phase| {
        let title = one_line(&phase.title, words);
        phase.steps.iter().map(move |step| (&step.id, title.clone()))
    });
    phases.collect()
}

/// All activities of the map but the selected ones, phase by phase: from the phase of the selected ones
/// on, and then those before, which seldom follow.
fn followers(picked: &Picked, words: &Words) -> Vec<Follower> {
    let own: HashSet<&Id> = picked.cards.iter().map(|(place, _)| &place.card).collect();
    let order: HashMap<&Id, usize> =
        picked.journey.steps().enumerate().map(|(at, (_, step))| (&step.id, at)).collect();
    let phases = phases(&picked.journey, words);
    let mut all: Vec<(usize, &Card)> = activities(&picked.journey)
        .filter(|(_, card)| !own.contains(&card.id))
        .filter_map(|(_, card)| Some((*order.get(&card.step)?, card)))
        .collect();
    let own = picked.cards.iter().filter_map(|(_, card)| order.get(&card.step)).min();
    let phases_before = picked.journey.phases.iter().scan(0, |before, phase| {
        let from = *before;
        *before += phase.steps.len();
        Some(from..*before)
    });
    let mut around = phases_before.filter(|steps| own.is_some_and(|own| steps.contains(own)));
    let first = around.next().map_or(0, |steps| steps.start);
    all.sort_by_key(|(at, _)| (*at < first, *at));
    let follower = |(_, card): (usize, &Card)| Follower {
        id: card.id.clone(),
        text: name(picked, card, words),
        phase: phases.get(&card.step).cloned().unwrap_or_default(),
    };
    all.into_iter().map(follower).collect()
}

/// The list with its field. Gives what is picked: a card, or that nothing follows.
fn list_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    cards: Batch<'_, CardRef, Card>,
    picked: &Picked,
) -> Option<Option<Id>> {
    let (words, theme) = (form.cx.words, form.cx.theme);
    let picker = &mut form.state.next;
    let field = ui.scope_id().with("search");
    let (mut moved, mut entered) = (false, false);
    if ui.memory(|memory| memory.has_focus(field)) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            (picker.at, moved) = (Some(picker.at.map_or(0, |at| at.saturating_add(1))), true);
        } else if pressed(Key::ArrowUp) {
            (picker.at, moved) = (picker.at.and_then(|at| at.checked_sub(1)), true);
        }
        // Always taken: the field would give the keyboard away.
        entered = pressed(Key::Enter);
    }
    let mut layouter = layouter(egui::TextStyle::Body.resolve(ui.style()), false);
    let search = TextEdit::singleline(&mut picker.query)
        .layouter(&mut layouter)
        .id(field)
        .hint_text(words.inspector_find_activity())
        .margin(egui::Margin::symmetric(9, 7))
        .desired_width(f32::INFINITY);
    let search = ui.add(search);
    let label = words.inspector_find_activity();
    search.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &label));
    if std::mem::take(&mut picker.wants_focus) {
        search.request_focus();
    }
    if search.changed() {
        picker.at = None;
    }
    let mine = cards.same(|card| &card.next);
    let mut rows = followers(picked, words);
    rows.retain(|one| one.meets(&picker.query));
    let none = picker.query.trim().is_empty() && mine != Some(&None);
    let count = rows.len() + usize::from(none);
    if count == 0 {
        ui.label(RichText::new(words.inspector_no_activity()).color(theme.color(Role::Muted)));
        return None;
    }
    picker.at = picker.at.map(|at| at.min(count - 1));
    // The first of those found, as soon as something is looked for.
    let searched = !picker.query.trim().is_empty();
    let at = picker.at.or(searched.then_some(0));
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut chosen = None;
    let mut row_ui = |ui: &mut Ui, row: usize| {
        let here = at == Some(row);
        let (value, text, phase) = match row.checked_sub(usize::from(none)) {
            None => (None, words.inspector_none(), String::new()),
            Some(row) => {
                let Some(one) = rows.get(row) else { return };
                (Some(one.id.clone()), one.text.clone(), one.phase.clone())
            }
        };
        let on = mine == Some(&value);
        let size = vec2(ui.available_width(), ROW);
        let response = option_beside(ui, theme, (&text, &phase), (on, here), size);
        if here && moved {
            response.scroll_to_me(None);
        }
        if response.clicked() || (here && entered) {
            chosen = Some(value);
        }
    };
    let area = ScrollArea::vertical().max_height(HEIGHT);
    area.show_viewport(ui, |ui, view| {
        ui.set_height(count as f32 * ROW);
        let first = (view.top() / ROW).floor().max(0.0) as usize;
        let last = ((view.bottom() / ROW).ceil().max(0.0) as usize).min(count);
        // The row that the keyboard is in is there, too, so that it can be brought into view.
        let beyond = at.filter(|at| !(first..last).contains(at));
        let corner = ui.max_rect().min;
        for row in beyond.into_iter().chain(first..last) {
            let min = corner + vec2(0.0, row as f32 * ROW);
            let rect = egui::Rect::from_min_size(min, vec2(ui.max_rect().width(), ROW));
            let builder = egui::UiBuilder::new().id_salt(("activity", row)).max_rect(rect);
            ui.scope_builder(builder, |ui| row_ui(ui, row));
        }
    });
    chosen
}
