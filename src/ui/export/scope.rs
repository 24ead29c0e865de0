//! What of a map is exported: all of it, what the screen shows, a saved view, or two maps on one.

use super::ExportDialog;
use super::options::section;
use crate::export::{Options, SheetKind, ViewChoice, charts_of};
use crate::model::{Id, View};
use crate::ui::Context;
use crate::ui::inspector::menu;
use crate::ui::view::title_of;
use crate::words::Words;
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
    /// A chart instead of the map.
    Chart(SheetKind),
}

impl ExportScope {
    /// What is chosen at first: what one sees.
    pub(super) fn of(screen: &Options) -> Self {
        match (&screen.compare, &screen.view) {
            _ if screen.what != SheetKind::Map => Self::Chart(screen.what),
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
            Self::Chart(what) => options.what = *what,
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

/// What a chart is called among what can be exported.
fn chart_name(kind: SheetKind, words: &Words) -> String {
    match kind {
        SheetKind::Map => words.view_all(),
        SheetKind::Matrix => words.export_what_matrix(),
        SheetKind::Board => words.export_what_board(),
        SheetKind::Coverage => words.export_what_coverage(),
        SheetKind::Saturation => words.export_what_saturation(),
    }
}

impl ExportDialog {
    /// The charts that the chosen journey has something to show in; worked out once for each.
    fn charts(&mut self) -> &[SheetKind] {
        let known = self.charts.take().filter(|(of, _)| *of == self.journey);
        let (of, charts) = known.unwrap_or_else(|| {
            let journey = self.project.journey(&self.journey);
            let found = journey.map(|(_, journey)| charts_of(&self.project, journey));
            let shown = found.into_iter().flatten().filter(|(_, why)| why.is_none());
            (self.journey.clone(), shown.map(|(kind, _)| kind).collect())
        });
        &self.charts.insert((of, charts)).1
    }

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
        if self.choices.format.draws_charts() {
            let charts = self.charts().iter();
            scopes.extend(charts.map(|kind| (ExportScope::Chart(*kind), chart_name(*kind, words))));
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
