//! Which themes of the research a card belongs to.

use super::batch::Batch;
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::named_lines::{bullet, titled};
use crate::edit::Change;
use crate::model::{Card, CardRef, Id, Theme};
use egui::Ui;
use std::sync::Arc;

/// The themes that the cards are gathered under: a list, a choice among the project's, and a new one.
pub(super) fn themes_ui(ui: &mut Ui, form: &mut Form<'_>, cards: Batch<'_, CardRef, Card>) {
    let (words, project) = (form.cx.words, form.picked.project.clone());
    let ids: Vec<Id> = cards.things.iter().map(|(place, _)| place.card.clone()).collect();
    let holds = |theme: &Theme| ids.iter().filter(|id| theme.cards.contains(id)).count();
    form.section(ui, "themes", &words.field_themes(), |ui, form| {
        for theme in project.themes.iter().filter(|theme| holds(theme) > 0) {
            let all = holds(theme) == ids.len();
            if bullet(ui, form, &theme.title, all) {
                form.edit(without(theme, &ids));
            }
        }
        if !project.themes.is_empty() {
            let label = words.inspector_pick_theme();
            let picked = form.menu(ui, &words.field_themes(), &label, || {
                let themes = project.themes.iter();
                let themes = themes.map(|theme| {
                    let on = holds(theme) == ids.len();
                    (theme.id.clone(), titled(&theme.title, words), on)
                });
                themes.collect()
            });
            let picked = picked.and_then(|id| project.themes.iter().find(|theme| theme.id == id));
            if let Some(theme) = picked {
                let all = holds(theme) == ids.len();
                form.edit(if all { without(theme, &ids) } else { with(theme, &ids) });
            }
        }
        let label = words.research_new_theme();
        let field =
            FieldPlace { salt: "new theme", label: &label, hint: &label, look: FieldLook::Line };
        if let (Some(title), _) = form.adder(ui, field) {
            let theme = Theme { id: form.state.next_id(), title, ..Theme::default() };
            form.edit(with(&Arc::new(theme), &ids));
        }
    });
}

/// The theme with these cards as well.
fn with(theme: &Arc<Theme>, ids: &[Id]) -> Change {
    let mut theme = Theme::clone(theme);
    let new: Vec<Id> = ids.iter().filter(|id| !theme.cards.contains(id)).cloned().collect();
    theme.cards.extend(new);
    Change::PutThemes(vec![theme])
}

/// The theme without these cards.
fn without(theme: &Arc<Theme>, ids: &[Id]) -> Change {
    let mut theme = Theme::clone(theme);
    theme.cards.retain(|id| !ids.contains(id));
    Change::PutThemes(vec![theme])
}
