//! Two maps at once: while they are compared the canvas shows the map made of both, to be looked at
//! and not to be changed, with a bar above it.

use crate::export::{Compare, Options, ViewChoice};
use crate::insight::{Differences, How, compared, compared_view, counterpart, differences};
use crate::model::{Id, Project, View};
use crate::scene::{Layout, Scene, Theme};
use crate::ui::{Camera, Document, Selection};
use crate::words::{Lang, Words};
use std::sync::Arc;

/// Two journeys on one map.
pub struct Comparison {
    /// The earlier one, or the one named first.
    pub a: Id,
    /// The other.
    pub b: Id,
    /// How they are shown.
    pub how: How,
    /// What is different.
    pub differences: Differences,
    /// The map of both.
    pub scene: Option<Arc<Scene>>,
    layout: Layout,
    /// What it was made from.
    made_from: Option<(Arc<Project>, Lang, f32, Arc<View>)>,
    project: Arc<Project>,
    /// Where the journey in front was looked at, and what was selected.
    before: (Option<Camera>, Selection),
}

impl Document {
    /// Shows two journeys on one map.
    pub fn compare(&mut self, a: Id, b: Id, how: How) {
        self.editor.commit();
        if let Some(now) = &mut self.comparison {
            let other = (&now.a, &now.b) != (&a, &b) || now.how != how;
            (now.a, now.b, now.how) = (a, b, how);
            if other {
                now.made_from = None;
                self.cameras.remove(&self.journey);
            }
            return;
        }
        let camera = self.cameras.remove(&self.journey);
        self.comparison = Some(Box::new(Comparison {
            a,
            b,
            how,
            differences: Differences::default(),
            scene: None,
            layout: Layout::new(),
            made_from: None,
            project: Arc::default(),
            before: (camera, std::mem::take(&mut self.selection)),
        }));
    }

    /// Shows the journey in front again, where it was.
    pub fn stop_comparing(&mut self) {
        let Some(comparison) = self.comparison.take() else { return };
        let (camera, selection) = comparison.before;
        match camera {
            Some(camera) => drop(self.cameras.insert(self.journey.clone(), camera)),
            None => drop(self.cameras.remove(&self.journey)),
        }
        self.select(selection);
    }

    /// Makes the map of both anew where one of them is another than before.
    pub(crate) fn refresh_comparison(&mut self, words: &Words, theme: &Theme) {
        let words = &self.words_of_map(words);
        let project = Arc::clone(self.editor.project());
        if self.comparison.is_none() {
            return;
        }
        let view = self.laid_view(&project);
        let Some(now) = &mut self.comparison else { return };
        let same = now.made_from.as_ref().is_some_and(|(from, lang, scale, seen)| {
            let same_words = *lang == words.lang && *scale == theme.text_scale();
            Arc::ptr_eq(from, &project) && same_words && *seen == view
        });
        if same {
            return;
        }
        let both = compared(&project, &now.a, &now.b, now.how, words);
        let (Some(both), Some(found)) = (both, differences(&project, &now.a, &now.b)) else {
            // One of them is gone.
            return self.stop_comparing();
        };
        now.differences = found;
        now.project = Arc::new(both);
        let id = now.project.journeys.first().map(|journey| journey.id.clone()).unwrap_or_default();
        now.layout.view = Arc::new(compared_view(&project, &now.a, &now.b, &view));
        now.scene = now.layout.scene(&now.project, &id, words, theme.text_scale());
        now.made_from = Some((project, words.lang, theme.text_scale(), view));
    }

    /// The map on the screen: of the journey in front, or of two.
    pub fn shown_scene(&self) -> Option<&Arc<Scene>> {
        match &self.comparison {
            Some(comparison) => comparison.scene.as_ref(),
            None => self.scene.as_ref(),
        }
    }

    /// The two journeys to compare unless others are chosen.
    pub(crate) fn default_pair(&self) -> Option<(Id, Id)> {
        let project = self.editor.project();
        let other = counterpart(project, &self.journey)?;
        let found = differences(project, &self.journey, &other)?;
        Some((found.earlier, found.later))
    }

    /// An export shows what the screen does.
    pub(crate) fn as_on_screen(&self, options: &mut Options) {
        if let Some(now) = &self.comparison {
            let (a, b) = (now.a.to_string(), now.b.to_string());
            options.compare = Some(Compare { a, b, how: now.how });
        }
        if self.view().leaves_out() {
            let view = Box::new(self.view().clone());
            options.view = Some(ViewChoice::Shown(self.journey.clone(), view));
        }
    }
}
