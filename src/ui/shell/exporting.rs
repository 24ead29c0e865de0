//! How the window exports: the dialog is opened, a file chosen, and a thread writes it.

use super::app::{App, Finished};
use super::dialog;
use super::dialog::Dialog;
use crate::export::{
    ExportError, Options, PngSize, Report, SheetKind, export_to, page_file, page_files,
};
use crate::file::folder;
use crate::model::Project;
use crate::ui::export::ExportDialog;
use crate::ui::export::choices::ExportChoices;
use crate::ui::export::picture::picture_of;
use crate::ui::kit::clock::rfc3339;
use crate::ui::state::file_choice::{Choosing, Purpose, Wanted};
use crate::ui::state::rooms::Room;
use egui::ColorImage;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

/// How long the end of the program waits for exports to stop.
const PATIENCE: Duration = Duration::from_secs(2);
/// No side of a picture on the clipboard has more pixels: all programs take one of this size.
const CLIP_SIDE: u32 = 8192;

impl App {
    pub(in crate::ui) fn ask_for_export(&mut self) {
        let Some(project) = self.project_to_export() else { return };
        let Some(doc) = &self.work.doc else { return };
        let lang = doc.lang_of_map(self.env.words.lang);
        let choices = ExportChoices::remembered(&self.env.settings.export, lang);
        let mut screen = Options::default();
        doc.as_on_screen(&mut screen);
        screen.what = match self.work.room {
            Room::Opportunities => self.work.ideas.sheet_kind(),
            Room::Research => SheetKind::Coverage,
            Room::Map | Room::Gaps | Room::Table => SheetKind::Map,
        };
        let dialog = ExportDialog::new(project, doc.journey.clone(), choices, screen);
        self.ask(Dialog::Export(Box::new(dialog)));
    }

    /// Lets the user choose the logo's file; the dialog waits.
    pub(in crate::ui) fn choose_logo(&mut self) {
        if let Some(Dialog::Export(dialog)) = self.front.dialog.take() {
            self.front.export_aside = Some(dialog);
            self.front.choosing = Choosing::Asked(Purpose::Logo);
        }
    }

    /// The logo's file has been chosen.
    pub(in crate::ui) fn take_logo(&mut self, path: &Path) {
        if let Some(dialog) = &mut self.front.export_aside {
            dialog.choices.logo = path.to_string_lossy().into_owned();
        }
    }

    /// Brings the dialog back that has waited for the logo, once nothing is in front of it.
    pub(in crate::ui) fn back_to_export(&mut self) {
        if self.front.dialog.is_none() && !matches!(self.front.choosing, Choosing::Asked(_)) {
            let dialog = self.front.export_aside.take();
            if let Some(dialog) = dialog.filter(|_| self.work.doc.is_some()) {
                self.ask(Dialog::Export(dialog));
            }
        }
    }

    /// The project as it is on the screen, saved or not.
    fn project_to_export(&mut self) -> Option<Arc<Project>> {
        let doc = self.work.doc.as_mut()?;
        doc.editor.commit();
        self.work.canvas.let_go_of_drag();
        let project = doc.editor.project();
        let edited = match doc.editor.is_modified() {
            true => Some(rfc3339(SystemTime::now()).into()),
            false => doc.edited.clone(),
        };
        if edited.is_none() || edited == project.edited {
            return Some(Arc::clone(project));
        }
        Some(Arc::new(Project { edited, ..Project::clone(project) }))
    }

    /// Remembers what was chosen in the dialog in front.
    pub(in crate::ui) fn remember_choices(&mut self, ctx: &egui::Context) {
        if let Some(Dialog::Export(dialog)) = &self.front.dialog {
            dialog.choices.remember(&mut self.env.settings.export);
            self.keep_settings(ctx);
        }
    }

    /// Where choosing a file to export to begins: where it was done last, else beside the map.
    pub(in crate::ui) fn export_folder(&self) -> PathBuf {
        let kept = self.env.settings.export_folder.clone().filter(|kept| folder::is_folder(kept));
        kept.unwrap_or_else(|| self.folder())
    }

    /// Are there files already that an export to `path` would replace, which is many of them?
    pub(in crate::ui) fn pages_in_the_way(&mut self, path: &Path, wanted: &Wanted) -> bool {
        let Some(project) = self.project_to_export() else { return false };
        // What is wrong with it is told when it is written.
        let files = page_files(path, &project, &wanted.options).unwrap_or_default();
        files.iter().any(|file| folder::exists(file))
    }

    /// Writes to `path` on a thread.
    pub(in crate::ui) fn write_export(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        wanted: Wanted,
    ) {
        let Some(project) = self.project_to_export() else { return };
        // Also by another name: a link to the map that ends in `.pdf` is the map.
        let open = self.work.doc.as_ref().and_then(|doc| doc.path.as_deref());
        if open.is_some_and(|open| folder::is_same(open, &path)) {
            return self.front.notices.say(self.env.words.notice_export_is_map());
        }
        // One whose name is no text cannot be remembered.
        if let Some(folder) = path.parent().filter(|folder| folder.to_str().is_some()) {
            self.env.settings.export_folder = Some(folder.to_owned());
            self.keep_settings(ctx);
        }
        let (number, progress) = self.session.running.begin(&path);
        self.spawn(move || {
            let mut watch = progress.watch();
            let result = export_to(&path, &project, wanted.format, &wanted.options, &mut *watch);
            Finished::Exported { number, path, result }
        });
    }

    /// Stops what is being exported and waits until it has, so that no half file is left: the
    /// program is about to end. Not for ever, as a writer may be waiting for a slow disk.
    pub(in crate::ui) fn stop_exports(&mut self) {
        self.session.running.stop();
        let since = Instant::now();
        while !self.session.running.is_empty() && since.elapsed() < PATIENCE {
            if let Some(Finished::Exported { number, .. }) = self.next_done(PATIENCE / 20) {
                self.session.running.end(number);
            }
        }
    }

    /// A thread has written an export, or could not.
    pub(in crate::ui) fn exported(
        &mut self,
        number: u64,
        path: PathBuf,
        result: Result<Report, ExportError>,
    ) {
        self.session.running.end(number);
        let words = &self.env.words;
        match result {
            Ok(report) => {
                // Pictures of pages are files with other names than the one that was chosen.
                let many = report.pages.filter(|_| report.pixels.is_some());
                let path = many.map_or_else(|| path.clone(), |count| page_file(&path, 1, count));
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let mut text = match many {
                    Some(count) if count > 1 => words.handouts_exported(name),
                    _ => words.notice_exported(name),
                };
                if report.shrunk {
                    text = format!("{text}. {}", words.export_shrunk());
                }
                if let Some(small) = &report.small {
                    text = format!("{text}. {}", small.text(words));
                }
                self.front.notices.say_with_folder(text, path);
            }
            Err(ExportError::Stopped) => self.front.notices.say(words.export_stopped()),
            Err(error) => {
                let (title, text) = (words.export_dialog_failed(), error.text(words));
                // Whatever is in front is not taken away.
                if self.front.dialog.is_some() {
                    self.front.notices.say(text);
                } else {
                    let lines = Vec::new();
                    self.ask(Dialog::Report(dialog::DialogReport { title, text, lines }));
                }
            }
        }
    }

    /// Draws the journey in front on a thread, for the clipboard.
    pub(in crate::ui) fn copy_picture(&mut self) {
        let Some(project) = self.project_to_export() else { return };
        let Some(doc) = &self.work.doc else { return };
        let mut options = Options {
            journey: Some(doc.journey.to_string()),
            theme: self.env.theme.kind,
            lang: Some(doc.lang_of_map(self.env.words.lang)),
            size: Some(PngSize::Within(CLIP_SIDE, CLIP_SIDE)),
            ..Options::default()
        };
        doc.as_on_screen(&mut options);
        self.spawn(move || Finished::Drawn(picture_of(&project, &options, &mut |_| true)));
    }

    /// A picture for the clipboard has been drawn, or could not.
    pub(in crate::ui) fn drawn(&mut self, result: Result<ColorImage, ExportError>) {
        match result {
            Ok(picture) => {
                self.env.ctx.copy_image(picture);
                self.front.notices.say(self.env.words.notice_copied_picture());
            }
            Err(error) => self.front.notices.say(error.text(&self.env.words)),
        }
    }

    /// Shows a file among those beside it.
    pub(in crate::ui) fn show_folder(&mut self, path: &Path) {
        let folder = path.parent().unwrap_or(path);
        if let Err(error) = open::that_detached(folder) {
            self.front.notices.say(self.env.words.notice_no_folder(error.to_string()));
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::export::{Format, Options};
    use crate::file::{self, Settings};
    use crate::ui::WindowOptions;
    use egui::Vec2;
    use egui_kittest::Harness;

    #[test]
    fn an_export_never_takes_the_place_of_its_map() {
        let folder = tempfile::tempdir().unwrap();
        let (map, link) = (folder.path().join("map.kundresa"), folder.path().join("map.svg"));
        let example = include_bytes!("../../../assets/examples/shoes.kundresa");
        std::fs::write(&map, example).unwrap();
        std::os::unix::fs::symlink(&map, &link).unwrap();
        let mut window =
            Harness::builder().with_size(Vec2::new(1200.0, 800.0)).build_eframe(|cc| {
                App::new(&cc.egui_ctx, WindowOptions::default(), Settings::default())
            });
        let ctx = window.ctx.clone();
        let app = window.state_mut();
        app.open(&map);
        let said = app.front.notices.said();
        let wanted = Wanted { format: Format::Svg, options: Options::default() };
        app.write_export(&ctx, link, wanted);
        assert!(app.session.running.is_empty() && app.front.notices.said() > said);
        assert_eq!(file::read_other(&map).unwrap(), example);
    }
}
