//! What of a map is exported: all of it, what the screen shows, a saved view, or two maps on one.

use super::ExportDialog;
use super::options::section;
use crate::export::{Options, SheetKind, ViewChoice};
use crate::model::{Id, View};
use crate::ui::Context;
use crate::ui::inspector::menu;
use crate::ui::view::title_of;
use egui::Ui;
use std::sync::Arc;

/// What of a map is exported.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum ExportScope {
    /// All of it.
    #[default]
    All,
    /// What the screen shows of it.
    Shown,
    /// What a saved view shows.
    Saved(Id),
    /// Two journeys on one map, as on the screen.
    Compared,
    /// Its opportunities, as a matrix or a board.
    Ideas(SheetKind),
}

impl ExportScope {
    /// What is chosen at first: what one sees.
    pub(super) fn of(screen: &Options) -> Self {
        match (&screen.compare, &screen.view) {
            _ if screen.what != SheetKind::Map => Self::Ideas(screen.what),
            (Some(_), _) => Self::Compared,
            (None, Some(_)) => Self::Shown,
            (None, None) => Self::All,
        }
    }

    /// May several journeys go with it?
    pub(super) fn takes_all(&self) -> bool {
        *self == Self::All
    }

    /// What it asks of the writers.
    pub(super) fn ask(&self, screen: &Options, options: &mut Options) {
        match self {
            Self::All => {}
            Self::Ideas(what) => options.what = *what,
            Self::Shown => options.view.clone_from(&screen.view),
            Self::Saved(id) => options.view = Some(ViewChoice::Named(id.to_string())),
            Self::Compared => {
                options.compare.clone_from(&screen.compare);
                // Lanes and personas are others there.
                (options.lanes, options.personas) = (Vec::new(), Vec::new());
            }
        }
    }
}

impl ExportDialog {
    /// Where there is something to choose.
    pub(super) fn scope_ui(&mut self, ui: &mut Ui, cx: &Context) {
        let words = cx.words;
        let journey = self.project.journey(&self.journey).map(|(_, journey)| journey);
        let views: Vec<Arc<View>> = journey.map(|one| one.views.to_vec()).unwrap_or_default();
        // The screen shows one journey; of another it says nothing.
        let of_screen = match &self.screen.view {
            Some(ViewChoice::Shown(id, _)) => *id == self.journey,
            _ => false,
        };
        let mut scopes = vec![(ExportScope::All, words.view_all())];
        if of_screen {
            scopes.push((ExportScope::Shown, words.export_view_shown()));
        }
        if self.screen.compare.is_some() {
            scopes.push((ExportScope::Compared, words.export_compare()));
        }
        let saved = views.iter().filter(|view| !view.id.is_empty());
        scopes
            .extend(saved.map(|view| (ExportScope::Saved(view.id.clone()), title_of(view, words))));
        if self.choices.format.draws_ideas() && !self.project.opportunities.is_empty() {
            scopes.push((ExportScope::Ideas(SheetKind::Matrix), words.export_what_matrix()));
            scopes.push((ExportScope::Ideas(SheetKind::Board), words.export_what_board()));
        }
        if !scopes.iter().any(|(scope, _)| *scope == self.scope) {
            self.scope = ExportScope::All;
        }
        if scopes.len() < 2 {
            return;
        }
        let label = words.export_view();
        let now = scopes.iter().find(|(scope, _)| *scope == self.scope);
        let shown = now.map(|(_, name)| name.clone()).unwrap_or_default();
        let name = words.labelled(&label, &shown);
        section(ui, cx, "view", &label, |ui| {
            let options = || scopes.iter().map(|(one, name)| (name.clone(), *one == self.scope));
            let picked = menu(ui, cx.theme, &shown, &name, || options().collect());
            if let Some((scope, _)) = picked.and_then(|index| scopes.get(index)) {
                self.scope = scope.clone();
            }
        });
    }
}
