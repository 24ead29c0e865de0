//! What a card is tied to: sources, a sub-goal, personas.

use super::batch::Lit;
use super::card::CardForm;
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::named_lines::{bullet, titled};
use super::widgets::{chip, wrapped};
use crate::edit::{Change, set_sources};
use crate::model::{Card, Source, Subgoal};
use egui::Ui;
use std::collections::HashSet;
use std::hash::Hash;

/// What the cards are founded on: a list, a choice among the project's sources, and a new one.
pub(super) fn sources_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    let (words, project) = (form.cx.words, form.picked.project.clone());
    form.section(ui, "sources", &words.field_sources(), |ui, form| {
        for id in union(cards, |card| &card.sources) {
            let source = project.sources.iter().find(|source| source.id == *id);
            // A dangling one shows its id, so that it can be seen and taken away.
            let title = source.map_or(id.as_str(), |source| source.title.as_str());
            let all = cards.lit(|card| card.sources.contains(id)) == Lit::On;
            if bullet(ui, form, title, all) {
                form.edit(cards.change(|card| {
                    set_sources(&project, card, |sources| sources.retain(|other| other != id));
                }));
            }
        }
        if !project.sources.is_empty() {
            let label = words.inspector_pick_source();
            let picked = form.menu(ui, &words.field_sources(), &label, || {
                let sources = project.sources.iter().map(|source| {
                    let on = cards.lit(|card| card.sources.contains(&source.id)) == Lit::On;
                    (source.id.clone(), titled(&source.title, words), on)
                });
                sources.collect()
            });
            if let Some(id) = picked {
                let on = cards.lit(|card| card.sources.contains(&id)) != Lit::On;
                form.edit(cards.change(|card| {
                    set_sources(&project, card, |sources| {
                        sources.retain(|other| *other != id);
                        if on {
                            sources.push(id.clone());
                        }
                    });
                }));
            }
        }
        let label = words.inspector_new_source();
        let field =
            FieldPlace { salt: "new source", label: &label, hint: &label, look: FieldLook::Line };
        if let (Some(title), _) = form.adder(ui, field) {
            let id = form.state.next_id();
            let source = Source { id: id.clone(), title, ..Source::default() };
            let link = cards.change(|card| card.sources.push(id.clone()));
            form.edit(Change::Together(vec![link, Change::PutSources(vec![source])]));
        }
    });
}

/// The sub-goal an activity of ours serves.
pub(super) fn subgoal_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    let (words, project) = (form.cx.words, form.picked.project.clone());
    form.section(ui, "subgoal", &words.field_subgoal(), |ui, form| {
        let mine = cards.same(|card| &card.subgoal);
        let shown = match mine {
            None => words.inspector_mixed(),
            Some(None) => words.inspector_none(),
            Some(Some(id)) => {
                let found = project.subgoals.iter().find(|subgoal| subgoal.id == *id);
                titled(found.map_or(id.as_str(), |subgoal| subgoal.title.as_str()), words)
            }
        };
        if !project.subgoals.is_empty() || !matches!(mine, Some(None)) {
            let picked = form.menu(ui, &words.field_subgoal(), &shown, || {
                let none = (None, words.inspector_none(), mine == Some(&None));
                let all = project.subgoals.iter().map(|subgoal| {
                    let id = Some(subgoal.id.clone());
                    let on = mine == Some(&id);
                    (id, titled(&subgoal.title, words), on)
                });
                std::iter::once(none).chain(all).collect()
            });
            if let Some(id) = picked {
                form.edit(cards.change(|card| card.subgoal = id.clone()));
            }
        }
        let label = words.inspector_new_subgoal();
        let field =
            FieldPlace { salt: "new subgoal", label: &label, hint: &label, look: FieldLook::Line };
        if let (Some(title), _) = form.adder(ui, field) {
            let id = form.state.next_id();
            let subgoal = Subgoal { id: id.clone(), title, ..Subgoal::default() };
            let tie = cards.change(|card| card.subgoal = Some(id.clone()));
            form.edit(Change::Together(vec![tie, Change::PutSubgoals(vec![subgoal])]));
        }
    });
}

/// Whom the cards concern: everybody, or some of the personas.
pub(super) fn whom_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    let (words, project) = (form.cx.words, form.picked.project.clone());
    if project.personas.is_empty() {
        return;
    }
    form.section(ui, "whom", &words.field_whom(), |ui, form| {
        wrapped(ui, |ui| {
            let everybody = cards.lit(|card| card.personas.is_empty());
            if chip(ui, form.cx.theme, &words.thing_everybody(), everybody).clicked() {
                form.edit(cards.change(|card| card.personas.clear()));
            }
            for persona in &project.personas {
                let label = super::persona::chip_label(persona, words);
                form.toggle(
                    ui,
                    cards,
                    &label,
                    |card| card.personas.contains(&persona.id),
                    |card, on| {
                        card.personas.retain(|id| *id != persona.id);
                        if on {
                            card.personas.push(persona.id.clone());
                        }
                    },
                );
            }
        });
    });
}

/// All that the cards hold there, each once, in the order it is met.
pub(super) fn union<'a, V: Eq + Hash>(
    cards: CardForm<'a>,
    get: impl Fn(&'a Card) -> &'a Vec<V>,
) -> Vec<&'a V> {
    let mut seen = HashSet::new();
    let values = cards.things.iter().flat_map(|(_, card)| get(card));
    values.filter(|value| seen.insert(*value)).collect()
}
