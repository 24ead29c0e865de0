//! The fields of the panel that are picked from: chips, lists and emoji.

use super::batch::{Batch, Lit};
use super::form::Form;
use super::widgets::{self, chip, wrapped};
use crate::edit::Change;
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::emoji_picker_ui;
use crate::words::Named;
use egui::{Popup, PopupCloseBehavior, Stroke, Ui};

/// How large the button that opens the emoji picker is, in points.
pub(crate) const FACE: f32 = 38.0;

impl Form<'_> {
    /// Chips of which at most one is on; pressing that one switches it off.
    pub(super) fn choice<P: Clone, T: Clone, K: Named + Clone + PartialEq>(
        &mut self,
        ui: &mut Ui,
        batch: Batch<'_, P, T>,
        all: &[K],
        get: impl Fn(&T) -> &Option<K>,
        set: impl Fn(&mut T, Option<K>),
    ) {
        // A choice that is not among ours, of a later version or of the user's own, has its chip too.
        let own = batch.same(&get).and_then(Option::as_ref).filter(|own| !all.contains(own));
        for kind in all.iter().chain(own) {
            let lit = batch.lit(|thing| get(thing).as_ref() == Some(kind));
            if chip(ui, self.cx.theme, &kind.name(self.cx.words), lit).clicked() {
                let value = (lit != Lit::On).then(|| kind.clone());
                self.edit(batch.change(|thing| set(thing, value.clone())));
            }
        }
    }

    /// The same with a label.
    pub(super) fn choice_section<P: Clone, T: Clone, K: Named + Clone + PartialEq>(
        &mut self,
        ui: &mut Ui,
        batch: Batch<'_, P, T>,
        (salt, label): (&str, &str),
        all: &[K],
        get: impl Fn(&T) -> &Option<K>,
        set: impl Fn(&mut T, Option<K>),
    ) {
        self.section(ui, salt, label, |ui, form| {
            wrapped(ui, |ui| form.choice(ui, batch, all, get, set));
        });
    }

    /// A chip for something that is so or not.
    pub(super) fn toggle<P: Clone, T: Clone>(
        &mut self,
        ui: &mut Ui,
        batch: Batch<'_, P, T>,
        label: &str,
        get: impl Fn(&T) -> bool,
        set: impl Fn(&mut T, bool),
    ) {
        let lit = batch.lit(get);
        if chip(ui, self.cx.theme, label, lit).clicked() {
            self.edit(batch.change(|thing| set(thing, lit != Lit::On)));
        }
    }

    /// A field with a list behind it; `options` are what is picked and its name.
    pub(super) fn menu<V>(
        &self,
        ui: &mut Ui,
        label: &str,
        shown: &str,
        options: impl FnOnce() -> Vec<(V, String, bool)>,
    ) -> Option<V> {
        let name = self.cx.words.labelled(label, shown);
        let mut values = Vec::new();
        let index = widgets::menu(ui, self.cx.theme, shown, &name, || {
            let split = options().into_iter().map(|(value, text, on)| {
                values.push(value);
                (text, on)
            });
            split.collect()
        })?;
        values.into_iter().nth(index)
    }

    /// A button that shows an emoji and opens the picker; `value` is none where they differ.
    pub(super) fn emoji(
        &mut self,
        ui: &mut Ui,
        label: &str,
        value: Option<&str>,
        change: impl Fn(String) -> Change,
    ) {
        let (words, theme) = (self.cx.words, self.cx.theme);
        let shown = match value {
            None => words.inspector_mixed(),
            Some("") => words.inspector_none(),
            Some(emoji) => emoji.to_owned(),
        };
        let smile = icon::SMILE.to_string();
        let emoji = value.filter(|emoji| !emoji.is_empty()).unwrap_or(&smile);
        let name = words.labelled(label, shown);
        let response = widgets::face(ui, theme, emoji, &name, Lit::Off, FACE);
        let edge = Stroke::new(1.0, theme.color(Role::Hairline));
        ui.painter().circle_stroke(response.rect.center(), FACE / 2.0 - 1.0, edge);
        if response.clicked() {
            self.state.emoji.open();
        }
        let popup = Popup::from_toggle_button_response(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(&name);
        let picked = popup.show(|ui| {
            let picked = emoji_picker_ui(ui, words, theme, &mut self.state.emoji);
            if picked.is_some() {
                ui.close();
            }
            picked
        });
        if let Some(emoji) = picked.and_then(|shown| shown.inner) {
            self.edit(change(emoji));
        }
    }
}
