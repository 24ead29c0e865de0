//! Free words on cards.

use super::batch::Lit;
use super::card::CardForm;
use super::card_links::union;
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::widgets::{chip, plain_chip, wrapped};
use crate::model::Project;
use crate::ui::kit::keyboard::has_keyboard;
use egui::Ui;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Words used as tags in a project, without repeats, in order.
pub(super) struct TagWords {
    project: Arc<Project>,
    words: Vec<String>,
}

impl TagWords {
    fn of(project: &Arc<Project>) -> Self {
        let offered = project.tags.iter().map(|tag| &tag.title);
        let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
        let used = lanes.flat_map(|lane| &lane.cards).flat_map(|card| &card.tags);
        let words: BTreeSet<&String> = offered.chain(used).collect();
        Self { project: project.clone(), words: words.into_iter().cloned().collect() }
    }
}

/// Free words on the cards: chips to take away, a field to add, and words used before.
pub(super) fn tags_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    let words = form.cx.words;
    form.section(ui, "tags", &words.field_tags(), |ui, form| {
        let mine = union(cards, |card| &card.tags);
        let chips = |ui: &mut Ui| {
            for tag in &mine {
                let lit = cards.lit(|card| card.tags.contains(tag));
                let lit = if lit == Lit::On { Lit::Off } else { lit };
                let response = chip(ui, form.cx.theme, &format!("{tag}  ×"), lit);
                if response.accessible_name(words.inspector_remove(tag)).clicked() {
                    form.edit(cards.change(|card| card.tags.retain(|other| other != *tag)));
                }
            }
        };
        if !mine.is_empty() {
            wrapped(ui, chips);
        }
        let label = words.inspector_new_tag();
        let field =
            FieldPlace { salt: "new tag", label: &label, hint: &label, look: FieldLook::Line };
        let (mut added, response) = form.adder(ui, field);
        // Pressing a word takes the keyboard from the field: the words stay until it is let go.
        let pressing = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        form.state.offering = has_keyboard(&response) || (form.state.offering && pressing);
        if form.state.offering {
            let project = &form.picked.project;
            if !form.state.tags.as_ref().is_some_and(|tags| Arc::ptr_eq(&tags.project, project)) {
                form.state.tags = Some(TagWords::of(project));
            }
            let typed = form.being_added(response.id).to_lowercase();
            let all = form.state.tags.iter().flat_map(|tags| &tags.words);
            let offered = all
                .filter(|tag| tag.to_lowercase().starts_with(typed.trim()) && !mine.contains(tag));
            let offered: Vec<String> = offered.take(6).cloned().collect();
            wrapped(ui, |ui| {
                for tag in offered {
                    if plain_chip(ui, form.cx.theme, &tag).clicked() {
                        added = Some(tag);
                    }
                }
            });
        }
        if let Some(tag) = added {
            form.state.draft.take_if(|draft| draft.id == response.id);
            form.edit(cards.change(|card| {
                if !card.tags.contains(&tag) {
                    card.tags.push(tag.clone());
                }
            }));
        }
    });
}
