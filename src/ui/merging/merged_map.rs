//! The merged map at the right, with the legend below it.

use super::merge_marks::{Marks, legend_ui};
use super::{MergeRoom, map_words};
use crate::model::Project;
use crate::scene::Role;
use crate::ui::{Context, Document};
use egui::{Frame, Id, Margin, Panel, Ui};
use std::sync::Arc;

/// How high the legend below the map is, in points.
const LEGEND: f32 = 40.0;

/// The widget of the map.
pub(super) fn map_id() -> Id {
    Id::unique("merged map")
}

impl MergeRoom {
    /// Shows the map; a click on a mark opens its conflict.
    pub(super) fn map_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, doc: &Document) {
        ui.painter().rect_filled(ui.max_rect(), 0, cx.theme.color(Role::Paper));
        let Some(made) = self.merging.made.take() else { return };
        let frame =
            Frame::new().fill(cx.theme.color(Role::Panel)).inner_margin(Margin::symmetric(20, 0));
        Panel::bottom("merge legend").exact_size(LEGEND).frame(frame).show(ui, |ui| {
            legend_ui(ui, cx, &made);
        });
        if std::mem::take(&mut self.scroll_to_thing) {
            self.go_to_open(&made);
        }
        let shown = self.preview.as_ref().map(|(_, _, project)| Arc::clone(project));
        let shown = shown.or_else(|| self.choices.project().cloned());
        if let Some(project) = shown {
            self.lay_out(&project, doc, cx);
        }
        if let Some(scene) = self.scene.clone() {
            let child = ui.new_child(egui::UiBuilder::new().id_salt("merged"));
            let seen = self.view.map_ui(&child, cx, map_id(), &scene, &cx.words.merge_map());
            let marks = Marks { room: self, made: &made, scene: &scene, seen: &seen };
            let pressed = marks.ui(ui, cx);
            if let Some(at) = pressed {
                self.open(at);
            }
        }
        self.merging.made = Some(made);
    }

    /// Brings what the open conflict is about into view, on its own map.
    fn go_to_open(&mut self, made: &super::made::MadeOne) {
        let Some(row) = self.open.and_then(|at| made.rows.get(at)) else { return };
        if let Some(journey) = &row.contested.journey {
            self.journey = journey.clone();
        }
        if let Some(thing) = &row.contested.thing {
            self.view.show(thing.clone());
        }
    }

    fn lay_out(&mut self, project: &Arc<Project>, doc: &Document, cx: &Context<'_>) {
        if project.journey(&self.journey).is_none()
            && let Some(first) = project.journeys.first()
        {
            self.journey = first.id.clone();
        }
        let words = map_words(doc, cx.words);
        let known = self.scene.as_ref().is_some_and(|scene| {
            Arc::ptr_eq(&scene.project, project)
                && scene.journey.id == self.journey
                && self.laid == Some((words.lang, cx.theme.text_scale()))
        });
        if !known {
            let scale = cx.theme.text_scale();
            self.scene = self.layout.scene(project, &self.journey, &words, scale);
            self.laid = Some((words.lang, scale));
        }
    }
}
