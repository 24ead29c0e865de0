//! Opening, saving and leaving a file, and choosing one.

use super::app::{App, Finished};
use super::dialog::{Answer, Dialog, DialogReport, ReportLine};
use super::in_use::UsedFile;
use crate::file::history::Occasion;
use crate::file::recovery;
use crate::file::{self, FileError, Loaded, folder};
use crate::model::Project;
use crate::ui::Document;
use crate::ui::canvas::PictureTarget;
use crate::ui::dialogs::new::{NewDialog, NewMapPlace};
use crate::ui::dialogs::path::{PathDialog, with_extension};
use crate::ui::start::examples::EXAMPLES;
use crate::ui::state::document::OnlyRead;
use crate::ui::state::file_choice::{Choosing, Purpose, Then};
use egui::ViewportCommand;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A larger file is read on a thread, so that the window does not freeze.
const READ_AT_ONCE: u64 = 500_000;
/// Nobody answers a dialog faster: the system has none.
const NO_DIALOG: Duration = Duration::from_millis(200);

impl App {
    /// Goes on to `then`, asking first if there is work that is not saved.
    pub(crate) fn leave(&mut self, then: Then) {
        self.keep_typed();
        self.keep_quick_card();
        if let Some(doc) = &mut self.work.doc {
            doc.editor.commit();
            self.work.canvas.let_go_of_drag();
            if doc.editor.is_modified() {
                // What is being saved now is waited for.
                let project = doc.editor.project().clone();
                if !self.session.saving.then_of(&project, then.clone()) {
                    self.ask(Dialog::Unsaved(then));
                }
                return;
            }
        }
        self.go(then);
    }

    /// What is being written in a presentation becomes part of the map.
    pub(super) fn keep_typed(&mut self) {
        let mut out = Vec::new();
        if let (Some(present), Some(doc)) = (&mut self.work.presenting, &self.work.doc) {
            present.keep_typed(doc, &mut out);
        }
        self.handle_all(&self.env.ctx.clone(), &mut out);
    }

    pub(super) fn go(&mut self, then: Then) {
        match then {
            Then::New(template) => self.ask_for_map(NewMapPlace::File, template.as_deref()),
            Then::Open(path) => self.open_or_ask(&path),
            Then::Example(index) => {
                let read = EXAMPLES.get(index).map(|example| file::read(example.bytes));
                if let Some(Ok(loaded)) = read {
                    self.show_document(Some(Document::new(loaded.project, None, false)));
                }
            }
            Then::Recover(recovered) => self.recover(&recovered),
            Then::Version(project) => {
                let mut doc = Document::new(Project::clone(&project), None, false);
                doc.editor.mark_unsaved();
                self.show_document(Some(doc));
            }
            Then::Gone(path, loaded) => self.show_last_version(path, &loaded),
            Then::Close => self.show_document(None),
            Then::Quit => {
                self.session.autosave.forget();
                self.stop_exports();
                self.keep_settings(&self.env.ctx.clone());
                self.session.quitting = true;
                self.env.ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Asks what a new map is for and what it begins with, at the template called `name`.
    pub(crate) fn ask_for_map(&mut self, place: NewMapPlace, name: Option<&str>) {
        let dialog = NewDialog::new(place, name, self.env.words.lang, self.find_own());
        if let Some(dialog) = dialog {
            self.ask(Dialog::New(Box::new(dialog)));
        }
    }

    /// Brings a document, or the start page, in front.
    pub(crate) fn show_document(&mut self, doc: Option<Document>) {
        // What a thread is still reading was asked for before.
        self.session.ticket += 1;
        self.session.saving.forget();
        if self.work.workshop.is_on() {
            self.leave_workshop(&self.env.ctx.clone());
        }
        self.session.autosave.forget();
        if self.work.history.take().is_some() || self.work.merging.take().is_some() {
            self.front.notices.lift = 0.0;
        }
        self.work.doc = doc;
        self.work.room = Default::default();
        self.work.canvas = Default::default();
        self.work.gaps = Default::default();
        self.work.ideas.forget();
        self.work.table = Default::default();
        self.work.research.forget();
        self.work.inspector = Default::default();
        self.work.tabs = Default::default();
        self.work.story.forget();
        if self.work.doc.is_none() {
            self.session.pictures.forget_files();
            self.session.recovered = self.find_recovered();
            self.session.own = self.find_own();
        }
    }

    /// Opens a file; a large one on a thread.
    pub(crate) fn open(&mut self, path: &Path) {
        self.open_as(path, UsedFile::Together);
    }

    /// Opens a file to be changed, looked at or copied; a large one on a thread.
    pub(super) fn open_as(&mut self, path: &Path, how: UsedFile) {
        self.session.ticket += 1;
        self.session.opens_to = how;
        if folder::written(path).is_none_or(|(_, bytes)| bytes <= READ_AT_ONCE) {
            self.opened(path.to_owned(), file::load(path));
            return;
        }
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        // What was open has been saved or given up: nobody should go on working on it meanwhile.
        self.show_document(None);
        self.front.notices.say(self.env.words.notice_opening(name));
        let (path, ticket) = (path.to_owned(), self.session.ticket);
        self.spawn(move || {
            let result = Box::new(file::load(&path));
            Finished::Loaded { ticket, path, result }
        });
    }

    /// A file has been read.
    pub(crate) fn opened(&mut self, path: PathBuf, result: Result<Loaded, FileError>) {
        match result {
            Err(error) => {
                if matches!(error.why, file::Why::NotFound) {
                    self.session.pictures.forget_files();
                    if self.offer_last_version(&path) {
                        return;
                    }
                }
                if !self.import_instead(&path, &error) {
                    self.report_error(self.env.words.dialog_cannot_open(), &error);
                }
            }
            Ok(loaded) => {
                if !loaded.problems.is_empty() {
                    let report = self.report_of(&path, &loaded);
                    self.ask(Dialog::Report(report));
                }
                let mut doc = Document::new(loaded.project, Some(path.clone()), loaded.mended);
                doc.stamp = Some(loaded.stamp);
                doc.only_read = loaded.newer.is_some().then_some(OnlyRead::Newer);
                self.as_asked(&mut doc);
                let is_copy = doc.path.is_none();
                self.show_document(Some(doc));
                self.keep_version(&path, Occasion::Read);
                if !is_copy {
                    self.look_for_copies(&path);
                }
                self.env.settings.add_recent(&path);
                self.keep_settings(&self.env.ctx.clone());
                let kept = if is_copy { Vec::new() } else { self.find_recovered() };
                if let Some(kept) = kept.into_iter().find(|kept| recovery::is_of(kept, &path)) {
                    self.ask(Dialog::Kept(self.question_about(kept, &path)));
                }
            }
        }
    }

    pub(crate) fn report_error(&mut self, title: String, error: &FileError) {
        let text = format!("{} {}", error.text(&self.env.words), error.done(&self.env.words));
        self.ask(Dialog::Report(DialogReport { title, text, lines: Vec::new() }));
    }

    fn report_of(&self, path: &Path, loaded: &Loaded) -> DialogReport {
        let words = &self.env.words;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let line = |problem: &file::Problem| ReportLine {
            what: problem.what(words),
            place: match &problem.place {
                file::Place::Text { line, column } => {
                    words.problem_place(line.to_string(), column.to_string())
                }
                place @ file::Place::Item { .. } => place.to_string(),
            },
            done: problem.done(words),
        };
        let text =
            if loaded.mended { words.dialog_mended_text() } else { words.dialog_sound_text() };
        DialogReport {
            title: words.dialog_mended(loaded.problems.len() as u32, name),
            text,
            lines: loaded.problems.iter().map(line).collect(),
        }
    }

    /// Lets the user choose a file: by the system's dialog, or ours.
    pub(crate) fn pick(&mut self, purpose: Purpose, frame: &eframe::Frame) {
        self.session.ticket += 1;
        self.front.choosing = Choosing::Open(purpose.clone());
        if !self.env.options.native_dialogs {
            self.pick_here();
            return;
        }
        let mut dialog = rfd::AsyncFileDialog::new()
            .add_filter(self.file_type(&purpose), &purpose.extensions())
            .set_directory(self.folder_for(&purpose));
        if frame.winit_window().is_some() {
            dialog = dialog.set_parent(frame);
        }
        let ticket = self.session.ticket;
        let started = Instant::now();
        // A dialog begins on this thread, where some systems demand it, and is awaited on another.
        let answer = move |path: Option<rfd::FileHandle>| {
            let path = path.map(|handle| handle.path().to_owned());
            let none = path.is_none() && started.elapsed() < NO_DIALOG;
            Finished::Picked { ticket, path, none }
        };
        match purpose {
            Purpose::Open
            | Purpose::Merge
            | Purpose::Picture(_)
            | Purpose::Transcript
            | Purpose::Logo => {
                let chosen = dialog.pick_file();
                self.spawn(move || answer(pollster::block_on(chosen)));
            }
            Purpose::Save(_) | Purpose::Export(_) | Purpose::Tasks(_) => {
                let chosen = dialog.set_file_name(self.file_name(&purpose)).save_file();
                self.spawn(move || answer(pollster::block_on(chosen)));
            }
        }
        self.ask(Dialog::Waiting);
    }

    /// Our own choice of a file.
    pub(crate) fn pick_here(&mut self) {
        let Choosing::Open(purpose) = self.front.choosing.clone() else { return };
        let (folder, name) = (self.folder_for(&purpose), self.file_name(&purpose));
        self.ask(Dialog::Path(Box::new(PathDialog::new(purpose, folder, name))));
    }

    /// A file has been chosen.
    pub(crate) fn picked(&mut self, ctx: &egui::Context, path: PathBuf) {
        let Choosing::Open(purpose) = std::mem::take(&mut self.front.choosing) else { return };
        // The system's dialog asks about the name it was given, ours never does.
        let asked =
            self.env.options.native_dialogs && !matches!(self.front.dialog, Some(Dialog::Path(_)));
        let full = with_extension(path.clone(), purpose.extension());
        let in_the_way = match &purpose {
            Purpose::Export(wanted) if wanted.is_many() => self.pages_in_the_way(&full, wanted),
            Purpose::Open
            | Purpose::Merge
            | Purpose::Picture(_)
            | Purpose::Transcript
            | Purpose::Logo
            | Purpose::Save(_)
            | Purpose::Tasks(_)
            | Purpose::Export(_) => folder::exists(&full) && !(asked && full == path),
        };
        match purpose {
            Purpose::Open => self.leave(Then::Open(path)),
            Purpose::Merge => self.merge_with(path),
            Purpose::Picture(page) => {
                let onto = page.map_or(PictureTarget::Selected, PictureTarget::Page);
                self.take_picture(&path, onto);
            }
            Purpose::Transcript => self.take_transcript(&path),
            Purpose::Logo => self.take_logo(&path),
            Purpose::Export(wanted) if in_the_way => {
                self.ask(Dialog::Overwrite(full, Purpose::Export(wanted)));
            }
            Purpose::Export(wanted) => self.write_export(ctx, full, *wanted),
            Purpose::Tasks(format) if in_the_way => {
                self.ask(Dialog::Overwrite(full, Purpose::Tasks(format)));
            }
            Purpose::Tasks(format) => self.write_tasks(ctx, &full, format),
            Purpose::Save(then) => {
                let same =
                    self.work.doc.as_ref().is_some_and(|doc| doc.path.as_ref() == Some(&full));
                if same {
                    // Somebody else may have changed it meanwhile.
                    self.save(ctx, then);
                } else if in_the_way {
                    self.ask(Dialog::Overwrite(full, Purpose::Save(then)));
                } else {
                    self.write(ctx, full, then);
                }
            }
        }
    }

    /// Does what was answered in a dialog.
    pub(crate) fn answered(&mut self, ctx: &egui::Context, answer: Answer) {
        match answer {
            Answer::Picked(path) => {
                self.picked(ctx, path);
                if matches!(self.front.dialog, Some(Dialog::Path(_))) {
                    self.front.dialog = None;
                }
            }
            Answer::BuiltIn => {
                self.session.ticket += 1;
                self.pick_here();
            }
            Answer::Do(command) => {
                self.front.dialog = None;
                self.handle_all(ctx, &mut vec![crate::ui::Message::Do(command)]);
            }
            Answer::ChooseLogo => self.choose_logo(),
            Answer::Export(wanted) => {
                self.remember_choices(ctx);
                self.front.dialog = None;
                self.front.choosing = Choosing::Asked(Purpose::Export(wanted));
            }
            Answer::Save(then) => {
                self.front.dialog = None;
                self.save(ctx, Some(then));
            }
            Answer::DropWork(then) => {
                self.front.dialog = None;
                self.go(then);
            }
            Answer::InUse(question, how) => {
                self.front.dialog = None;
                self.open_used(&question, how);
            }
            Answer::PutBack(kept) => {
                self.front.dialog = None;
                self.leave(Then::Recover(kept));
            }
            Answer::CompareKept(kept) => {
                self.front.dialog = None;
                self.leave(Then::Recover(kept));
                self.enter_history();
            }
            Answer::Overwrite(path, purpose) => {
                self.front.dialog = None;
                match purpose {
                    Purpose::Save(then) => self.write(ctx, path, then),
                    Purpose::Export(wanted) => self.write_export(ctx, path, *wanted),
                    Purpose::Tasks(format) => self.write_tasks(ctx, &path, format),
                    // Nothing is written for these.
                    Purpose::Open
                    | Purpose::Merge
                    | Purpose::Picture(_)
                    | Purpose::Transcript
                    | Purpose::Logo => {}
                }
            }
            Answer::Make(place, wanted) => {
                self.front.dialog = None;
                self.make_map(place, &wanted);
            }
            Answer::KeepTemplate(path, template) => {
                self.front.dialog = None;
                self.keep_template(&path, &template);
            }
            Answer::ChooseAgain(purpose) => {
                self.front.dialog = None;
                self.front.choosing = Choosing::Asked(purpose);
            }
            // Whatever the system's dialog may still answer is no longer wanted.
            Answer::Close => {
                self.front.dialog = None;
                self.session.ticket += 1;
                self.front.choosing = Choosing::Nothing;
            }
        }
    }

    fn folder_for(&self, purpose: &Purpose) -> PathBuf {
        match purpose {
            Purpose::Export(_) | Purpose::Tasks(_) => self.export_folder(),
            Purpose::Open
            | Purpose::Merge
            | Purpose::Picture(_)
            | Purpose::Transcript
            | Purpose::Logo
            | Purpose::Save(_) => self.folder(),
        }
    }

    /// What the system's dialog calls such files.
    fn file_type(&self, purpose: &Purpose) -> String {
        match purpose {
            Purpose::Export(_) | Purpose::Tasks(_) => purpose.extension().to_uppercase(),
            Purpose::Picture(_) | Purpose::Logo => self.env.words.picture(),
            Purpose::Transcript => self.env.words.transcript_file(),
            Purpose::Open | Purpose::Merge | Purpose::Save(_) => self.env.words.file_type(),
        }
    }

    /// Where choosing a file begins.
    pub(crate) fn folder(&self) -> PathBuf {
        let open = self.work.doc.as_ref().and_then(|doc| doc.path.as_deref());
        let known = open.or(self.env.settings.recent.first().map(PathBuf::as_path));
        let folder = known.and_then(Path::parent).filter(|folder| folder::is_folder(folder));
        folder.map_or_else(folder::home, Path::to_path_buf)
    }

    /// A name to write by: the file's, else the map's title without what a name cannot hold, and
    /// the title of a journey that is exported alone.
    fn file_name(&self, purpose: &Purpose) -> String {
        let Some(doc) = &self.work.doc else { return String::new() };
        let name = doc.path.as_deref().and_then(|path| match purpose {
            Purpose::Export(_) | Purpose::Tasks(_) => path.file_stem(),
            Purpose::Open
            | Purpose::Merge
            | Purpose::Picture(_)
            | Purpose::Transcript
            | Purpose::Logo
            | Purpose::Save(_) => path.file_name(),
        });
        let project = doc.editor.project();
        let stem = match (purpose, name) {
            (
                Purpose::Open
                | Purpose::Merge
                | Purpose::Picture(_)
                | Purpose::Transcript
                | Purpose::Logo,
                _,
            ) => return String::new(),
            (Purpose::Save(_), Some(name)) => return name.to_string_lossy().into_owned(),
            (Purpose::Export(_) | Purpose::Tasks(_), Some(stem)) => {
                stem.to_string_lossy().into_owned()
            }
            (_, None) => {
                let journey = project.journeys.first().map(|journey| journey.title.as_str());
                let titles = [project.title.as_str(), journey.unwrap_or_default()];
                let title = titles.into_iter().map(str::trim).find(|title| !title.is_empty());
                plain(title.unwrap_or(&self.env.words.window_untitled()))
            }
        };
        let mut alone = None;
        if let Purpose::Export(wanted) = purpose
            && project.journeys.len() > 1
        {
            let wanted = wanted.options.journey.as_deref();
            alone = project.journeys.iter().find(|journey| Some(journey.id.as_str()) == wanted);
        }
        let title = alone.map(|journey| plain(&journey.title)).filter(|title| !title.is_empty());
        let stem = title.map_or_else(|| stem.clone(), |title| format!("{stem} – {title}"));
        format!("{stem}.{}", purpose.extension())
    }
}

/// A title without what a file's name cannot hold.
fn plain(title: &str) -> String {
    let plain = |c: char| if "/\\:*?\"<>|".contains(c) || c.is_control() { ' ' } else { c };
    let name: String = title.chars().take(80).map(plain).collect();
    name.trim().trim_matches('.').to_owned()
}
