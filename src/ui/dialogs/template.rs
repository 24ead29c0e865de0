//! Keeping the map in front as a template of one's own: its name, when to use it, with what is
//! filled in or without.

use crate::file::folder;
use crate::model::{Id, Project};
use crate::scene::Role;
use crate::templates::own::{place_of, template_of};
use crate::ui::Context;
use crate::ui::inspector::{Lit, chip};
use crate::ui::kit::buttons::regular;
use crate::ui::kit::dialog_box::FirstFocus;
use crate::ui::kit::dialog_box::is_first_frame;
use crate::ui::kit::dialog_box::{buttons_ui, framed, heading, is_left, takes_enter, width_in};
use crate::ui::kit::question::QuestionField;
use crate::ui::kit::text_field::select_all;
use egui::{Modifiers, RichText, WidgetInfo};
use std::path::PathBuf;
use std::sync::Arc;

/// What is asked before a template is kept.
pub(crate) struct TemplateDialog {
    project: Arc<Project>,
    journey: Id,
    name: String,
    about: String,
    filled: bool,
    /// The name for which it was looked whether there is a template by it, and whether there is.
    looked: (String, bool),
}

/// What was answered.
pub(crate) enum TemplateAnswer {
    Keep(PathBuf, Box<Project>),
    /// Nothing.
    Cancel,
}

fn name_id() -> egui::Id {
    egui::Id::unique("template name")
}

impl TemplateDialog {
    /// The question for one of a project's maps.
    pub(crate) fn new(project: Arc<Project>, journey: Id) -> Self {
        let title = project.journey(&journey).map(|(_, journey)| journey.title.trim().to_owned());
        let name = title.unwrap_or_default();
        let (about, looked) = (String::new(), (String::new(), false));
        Self { project, journey, name, about, filled: true, looked }
    }

    /// There is a template by this name.
    fn is_taken(&mut self) -> bool {
        if self.looked.0 != self.name {
            let taken = place_of(&self.name).is_some_and(|path| folder::exists(&path));
            self.looked = (self.name.clone(), taken);
        }
        self.looked.1
    }

    /// Shows it; the answer when there is one.
    pub(crate) fn template_ui(
        &mut self,
        ctx: &egui::Context,
        cx: &Context,
    ) -> Option<TemplateAnswer> {
        let words = cx.words;
        let place = place_of(&self.name);
        let taken = self.is_taken();
        let in_field = ctx.memory(|memory| memory.focused() == Some(name_id()));
        // What is there is replaced by the button that says so alone.
        let mut kept = in_field && takes_enter(ctx) && !taken;
        let mut cancelled = false;
        let modal = framed(cx, "template").show(ctx, |ui| {
            ui.set_width(width_in(ctx, 480.0));
            heading(ui, cx, words.command_save_template().trim_end_matches('…'));
            ui.label(remark(cx, &words.template_dialog_text()));
            let new_line = Modifiers::NONE;
            let asked = words.template_dialog_name();
            let name = QuestionField { id: name_id(), asked: &asked, hint: "", rows: 1, new_line };
            let name = name.ui(ui, cx, &mut self.name);
            if is_first_frame(ctx) {
                name.request_focus();
                select_all(ui, name_id(), &self.name);
            }
            let (asked, hint) =
                (&words.template_dialog_about(), &words.template_dialog_about_hint());
            let id = egui::Id::unique("template about");
            QuestionField { id, asked, hint, rows: 2, new_line }.ui(ui, cx, &mut self.about);
            ui.add_space(10.0);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let choices = [
                    (words.template_dialog_filled(), true),
                    (words.template_dialog_empty(), false),
                ];
                for (label, filled) in choices {
                    let on = self.filled == filled;
                    let response = chip(ui, cx.theme, &label, if on { Lit::On } else { Lit::Off });
                    response.widget_info(|| {
                        WidgetInfo::selected(egui::Role::RadioButton, true, on, &label)
                    });
                    if response.clicked() {
                        self.filled = filled;
                    }
                }
            });
            ui.add_space(12.0);
            if taken || place.is_none() {
                let text = match taken {
                    true => words.template_dialog_taken(self.name.trim()),
                    false => words.template_dialog_no_name(),
                };
                let bad = cx.theme.color(Role::Bad);
                ui.label(RichText::new(text).font(regular(13.0)).color(bad));
                ui.add_space(6.0);
            }
            let keep = if taken { words.dialog_replace() } else { words.command_save() };
            match buttons_ui(ui, cx, &[keep, words.dialog_cancel()], FirstFocus::Field) {
                Some(0) => kept = true,
                Some(_) => cancelled = true,
                None => {}
            }
        });
        if cancelled || is_left(&modal) {
            return Some(TemplateAnswer::Cancel);
        }
        let path = place.filter(|_| kept)?;
        let template =
            template_of(&self.project, &self.journey, &self.name, &self.about, self.filled);
        Some(TemplateAnswer::Keep(path, Box::new(template)))
    }
}

fn remark(cx: &Context, text: &str) -> RichText {
    RichText::new(text).font(regular(13.5)).color(cx.theme.color(Role::Muted))
}
