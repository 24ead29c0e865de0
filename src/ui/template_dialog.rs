//! Keeping the map in front as a template of one's own: its name, when to use it, with what is
//! filled in or without.

use super::Context;
use super::caret::layouter;
use super::dialog::{buttons_ui, framed, heading, takes_enter, width_in};
use super::inspector::{Lit, chip};
use super::tabs::select_all;
use super::widgets::{medium, regular};
use crate::file::folder;
use crate::model::{Id, Project, TEXT_MAX};
use crate::scene::Role;
use crate::templates::own::{place_of, template_of};
use egui::{Margin, RichText, TextEdit, Ui, WidgetInfo};
use std::path::PathBuf;
use std::sync::Arc;

/// What is asked before a template is kept.
pub struct TemplateDialog {
    project: Arc<Project>,
    journey: Id,
    name: String,
    about: String,
    filled: bool,
    /// The name for which it was looked whether there is a template by it, and whether there is.
    looked: (String, bool),
}

/// What was answered.
pub enum TemplateAnswer {
    /// Keep this there.
    Keep(PathBuf, Box<Project>),
    /// Nothing.
    Cancel,
}

fn name_id() -> egui::Id {
    egui::Id::unique("template name")
}

impl TemplateDialog {
    /// The question for one of a project's maps.
    pub fn new(project: Arc<Project>, journey: Id) -> Self {
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
    pub fn template_ui(
        &mut self,
        ctx: &egui::Context,
        cx: &Context,
        opened: bool,
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
            let question = words.template_dialog_name();
            let name = text_ui(ui, cx, name_id(), &question, &mut self.name, "", false);
            if opened {
                name.request_focus();
                select_all(ui, name_id(), &self.name);
            }
            let (question, hint) =
                (words.template_dialog_about(), words.template_dialog_about_hint());
            let id = egui::Id::unique("template about");
            text_ui(ui, cx, id, &question, &mut self.about, &hint, true);
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
            match buttons_ui(ui, cx, &[keep, words.dialog_cancel()], false) {
                Some(0) => kept = true,
                Some(_) => cancelled = true,
                None => {}
            }
        });
        if cancelled || modal.should_close() {
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

/// A question with its answer, one line or two high.
fn text_ui(
    ui: &mut Ui,
    cx: &Context,
    id: egui::Id,
    question: &str,
    text: &mut String,
    hint: &str,
    lines: bool,
) -> egui::Response {
    ui.add_space(8.0);
    ui.label(RichText::new(question).font(medium(13.0)).color(cx.theme.color(Role::Ink)));
    let font = regular(14.0);
    let mut layouter = layouter(font.clone(), lines);
    let field = match lines {
        true => TextEdit::multiline(text).desired_rows(2),
        false => TextEdit::singleline(text),
    };
    let field = field
        .id(id)
        .hint_text(hint)
        .layouter(&mut layouter)
        .char_limit(TEXT_MAX)
        .font(font)
        .margin(Margin::symmetric(10, 7))
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, question));
    response
}
