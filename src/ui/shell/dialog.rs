//! What the window asks before it goes on, and what it reports: unsaved work, a file in the way,
//! problems in a file. Each can be answered by the keyboard alone.

use crate::file::recovery::Recovered;
use crate::model::Project;
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::Context;
use crate::ui::dialogs::guide::guide_ui;
use crate::ui::dialogs::help::{about_ui, keys_ui};
use crate::ui::dialogs::new::{NewAnswer, NewDialog, NewMapPlace};
use crate::ui::dialogs::new_map::WantedMap;
use crate::ui::dialogs::path::{PathAnswer, PathDialog};
use crate::ui::dialogs::template::{TemplateAnswer, TemplateDialog};
use crate::ui::export::{ExportAnswer, ExportDialog};
use crate::ui::kit::buttons::regular;
use crate::ui::kit::dialog_box::{FirstFocus, buttons_ui, framed, heading, width_in};
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::shell::in_use::{InUseQuestion, UsedFile};
use crate::ui::state::command::Command;
use crate::ui::state::file_choice::{Purpose, Then, Wanted};
use egui::{RichText, ScrollArea, Ui};
use std::path::PathBuf;

/// A question or a report in front of everything else.
pub(crate) enum Dialog {
    /// There is work that is not saved.
    Unsaved(Then),
    /// There is a file of that name already.
    Overwrite(PathBuf, Purpose),
    /// Somebody has the file open already.
    InUse(InUseQuestion),
    /// There is work on the file just opened that was never saved.
    Kept(KeptQuestion),
    /// Another program has changed the file meanwhile.
    Changed(PathBuf, Purpose),
    /// The map could not be saved there: why.
    NotSaved(String, Purpose),
    /// What went wrong, or what was mended.
    Report(DialogReport),
    /// Our own choice of a file.
    Path(Box<PathDialog>),
    Export(Box<ExportDialog>),
    /// What a new map is for, and what it begins with.
    New(Box<NewDialog>),
    /// What the map in front is to be called as a template.
    Template(Box<TemplateDialog>),
    /// The system's choice of a file is open beside the window.
    Waiting,
    Keys,
    /// How a map comes about; is one open?
    Guide(bool),
    /// Version, fonts and artwork.
    About,
}

/// Work on the file just opened that was never saved.
pub(crate) struct KeptQuestion {
    pub kept: Recovered,
    /// The file was saved after it was kept.
    pub file_is_newer: bool,
    /// What is different in it, in words.
    pub differs: String,
}

/// What went wrong, or what was mended.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct DialogReport {
    /// In a few words.
    pub title: String,
    /// In a sentence or two.
    pub text: String,
    /// One by one.
    pub lines: Vec<ReportLine>,
}

/// One problem.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ReportLine {
    /// What it is.
    pub what: String,
    /// Where it is.
    pub place: String,
    /// What was done about it.
    pub done: String,
}

impl DialogReport {
    /// All of it as text, to be copied.
    fn as_text(&self) -> String {
        let mut out = format!("{}\n{}\n", self.title, self.text);
        for ReportLine { what, place, done } in &self.lines {
            out += &format!("\n{what}\n  {place}\n  {done}\n");
        }
        out
    }
}

/// What the user answered.
#[derive(Debug, PartialEq)]
pub(crate) enum Answer {
    /// Nothing more to do.
    Close,
    /// This command.
    Do(Command),
    /// Save, then go on.
    Save(Then),
    /// Go on without saving.
    DropWork(Then),
    /// Put back work that was not saved.
    PutBack(Recovered),
    /// Put it back and show it beside what the file says.
    CompareKept(Recovered),
    /// What to do with a file that somebody has open.
    InUse(Box<InUseQuestion>, UsedFile),
    /// Write over the file.
    Overwrite(PathBuf, Purpose),
    /// Choose another name.
    ChooseAgain(Purpose),
    Export(Box<Wanted>),
    /// Choose the logo of what is exported.
    ChooseLogo,
    Make(NewMapPlace, Box<WantedMap>),
    KeepTemplate(PathBuf, Box<Project>),
    /// This file.
    Picked(PathBuf),
    /// Our own choice of a file instead of the system's.
    BuiltIn,
}

/// Shows `dialog` about the map called `name`; the answer when there is one. `file_is_gone`: the map
/// came from a file that is not there any more.
pub(crate) fn dialog_ui(
    dialog: &mut Dialog,
    ctx: &egui::Context,
    cx: &Context,
    name: &str,
    file_is_gone: bool,
) -> Option<Answer> {
    let words = cx.words;
    let changed = matches!(dialog, Dialog::Changed(..));
    match dialog {
        Dialog::Unsaved(then) => {
            let title = words.dialog_unsaved(name);
            let text = match file_is_gone {
                true => words.dialog_unsaved_gone(),
                false => words.dialog_unsaved_text(),
            };
            let buttons = [words.command_save(), words.dialog_dont_save(), words.dialog_cancel()];
            Some(match ask(ctx, cx, "unsaved", (&title, &text), &buttons, FirstFocus::Button)? {
                0 => Answer::Save(then.clone()),
                1 => Answer::DropWork(then.clone()),
                _ => Answer::Close,
            })
        }
        Dialog::InUse(question) => in_use_ui(question, ctx, cx),
        Dialog::Kept(question) => {
            let KeptQuestion { kept, file_is_newer, differs } = &*question;
            let which = match file_is_newer {
                true => words.dialog_kept_older(),
                false => words.dialog_kept_newer(),
            };
            let focus = if *file_is_newer { FirstFocus::LastButton } else { FirstFocus::Button };
            let text = format!("{which} {differs} {}", words.dialog_kept_text());
            let title = words.dialog_kept(name);
            let buttons = [words.start_recover(), words.start_compare(), words.dialog_open_saved()];
            Some(match ask(ctx, cx, "kept", (&title, &text), &buttons, focus)? {
                0 => Answer::PutBack(kept.clone()),
                1 => Answer::CompareKept(kept.clone()),
                _ => Answer::Close,
            })
        }
        Dialog::Overwrite(path, purpose) | Dialog::Changed(path, purpose) => {
            let file = purpose.name_of(path);
            let folder = path.parent().map(|parent| parent.display().to_string());
            let (title, text) = match changed {
                true => (words.dialog_changed(file), words.dialog_changed_text()),
                false => {
                    let folder = folder.unwrap_or_default();
                    (words.dialog_overwrite(file), words.dialog_overwrite_text(folder))
                }
            };
            let buttons =
                [words.dialog_replace(), words.dialog_another_name(), words.dialog_cancel()];
            Some(
                match ask(ctx, cx, "overwrite", (&title, &text), &buttons, FirstFocus::LastButton)?
                {
                    0 => Answer::Overwrite(path.clone(), purpose.clone()),
                    1 => Answer::ChooseAgain(purpose.clone()),
                    _ => Answer::Close,
                },
            )
        }
        Dialog::NotSaved(text, purpose) => {
            let title = words.dialog_cannot_save();
            let buttons = [words.dialog_another_place(), words.dialog_cancel()];
            Some(match ask(ctx, cx, "not saved", (&title, text), &buttons, FirstFocus::Button)? {
                0 => Answer::ChooseAgain(purpose.clone()),
                _ => Answer::Close,
            })
        }
        Dialog::Waiting => {
            let (title, text) = (words.dialog_waiting(), words.dialog_waiting_text());
            let buttons = [words.dialog_built_in(), words.dialog_cancel()];
            Some(match ask(ctx, cx, "waiting", (&title, &text), &buttons, FirstFocus::Button)? {
                0 => Answer::BuiltIn,
                _ => Answer::Close,
            })
        }
        Dialog::Report(report) => report_ui(report, ctx, cx).then_some(Answer::Close),
        Dialog::Path(path) => match path.path_ui(ctx, cx)? {
            PathAnswer::Picked(path) => Some(Answer::Picked(path)),
            PathAnswer::Cancel => Some(Answer::Close),
        },
        Dialog::Export(export) => Some(match export.export_ui(ctx, cx)? {
            ExportAnswer::Export(wanted) => Answer::Export(wanted),
            ExportAnswer::ChooseLogo => Answer::ChooseLogo,
            ExportAnswer::Cancel => Answer::Close,
        }),
        Dialog::New(new) => Some(match new.new_ui(ctx, cx)? {
            NewAnswer::Make(place, wanted) => Answer::Make(place, wanted),
            NewAnswer::Cancel => Answer::Close,
        }),
        Dialog::Template(template) => Some(match template.template_ui(ctx, cx)? {
            TemplateAnswer::Keep(path, template) => Answer::KeepTemplate(path, template),
            TemplateAnswer::Cancel => Answer::Close,
        }),
        Dialog::Keys => keys_ui(ctx, cx).then_some(Answer::Close),
        Dialog::Guide(has_map) => Some(match guide_ui(ctx, cx, *has_map)? {
            Some(command) => Answer::Do(command),
            None => Answer::Close,
        }),
        Dialog::About => about_ui(ctx, cx).then_some(Answer::Close),
    }
}

/// Somebody has the file open already: what to do about it.
fn in_use_ui(question: &InUseQuestion, ctx: &egui::Context, cx: &Context) -> Option<Answer> {
    let file = question.path.file_name().unwrap_or_default().to_string_lossy();
    let (title, text) = (cx.words.dialog_in_use(file), question.told(cx.words));
    let choices = question.choices(cx.words);
    let names = choices.iter().map(|(_, name)| name.clone());
    let buttons: Vec<String> = names.chain([cx.words.dialog_cancel()]).collect();
    let chosen = ask(ctx, cx, "in use", (&title, &text), &buttons, FirstFocus::Button)?;
    Some(match choices.get(chosen) {
        Some((how, _)) => Answer::InUse(Box::new(question.clone()), *how),
        None => Answer::Close,
    })
}

/// A title with a text and a row of buttons; which one was chosen (Esc chooses the last).
fn ask(
    ctx: &egui::Context,
    cx: &Context,
    id: &str,
    (title, text): (&str, &str),
    buttons: &[String],
    focus: FirstFocus,
) -> Option<usize> {
    let mut chosen = None;
    let modal = framed(cx, id).show(ctx, |ui| {
        // The buttons stand in one row, and the text begins where they do.
        let most = if buttons.len() > 3 { 540.0 } else { 420.0 };
        ui.set_width(width_in(ctx, most));
        heading(ui, cx, title);
        ui.label(RichText::new(text).font(regular(14.0)).color(cx.theme.color(Role::Muted)));
        ui.add_space(16.0);
        chosen = buttons_ui(ui, cx, buttons, focus);
    });
    chosen.or_else(|| modal.should_close().then_some(buttons.len().saturating_sub(1)))
}

/// A report; true when it has been read.
fn report_ui(report: &DialogReport, ctx: &egui::Context, cx: &Context) -> bool {
    let mut read = false;
    let modal = framed(cx, "report").show(ctx, |ui| {
        ui.set_width(width_in(ctx, 580.0));
        heading(ui, cx, &report.title);
        let muted = cx.theme.color(Role::Muted);
        ui.label(RichText::new(&report.text).font(regular(14.0)).color(muted));
        ui.add_space(8.0);
        let height = ctx.content_rect().height() * 0.5;
        let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        list.auto_shrink([false, true]).show_rows(ui, 58.0, report.lines.len(), |ui, rows| {
            for line in report.lines.get(rows).unwrap_or_default() {
                line_ui(ui, cx, line);
            }
        });
        ui.add_space(12.0);
        let buttons = [cx.words.dialog_close(), cx.words.dialog_copy()];
        match buttons_ui(ui, cx, &buttons, FirstFocus::Button) {
            Some(0) => read = true,
            Some(_) => ui.ctx().copy_text(report.as_text()),
            None => {}
        }
    });
    read || modal.should_close()
}

fn line_ui(ui: &mut Ui, cx: &Context, line: &ReportLine) {
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    ui.vertical(|ui| {
        ui.set_height(52.0);
        ui.spacing_mut().item_spacing.y = 1.0;
        let truncated = |text: String, color| {
            egui::Label::new(RichText::new(text).font(regular(13.0)).color(color)).truncate()
        };
        let what = format!("{}  {}", icon::ALERT_TRIANGLE, line.what);
        ui.add(truncated(what, ink)).tip(|| &line.what);
        ui.add(truncated(line.place.clone(), muted)).tip(|| &line.place);
        ui.add(truncated(line.done.clone(), muted)).tip(|| &line.done);
    });
}
