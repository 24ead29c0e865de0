//! The window as a whole: what it remembers, and what happens in a frame.
//!
//! A frame takes what threads have finished, turns keys into commands, lays the map out if it
//! changed, shows the parts, and then does what they asked for. Nothing else changes anything.

mod frame;
pub(crate) mod parts;

use super::dialog::Dialog;
use super::in_use::KnownWindow;
use super::{emergency, window_place};
use crate::export::{ExportError, Report};
use crate::file::recovery::{self, KeptPlace, Recovered};
use crate::file::{FileError, Loaded, Settings, Stamp, ThemeChoice, WindowPlace};
use crate::model::Id;
use crate::scene::{Encoded, Role, Theme, ThemeKind};
use crate::templates::{Damaged, Template, own_templates};
use crate::ui::canvas::PictureTarget;
use crate::ui::kit::fonts::install_fonts;
use crate::ui::kit::own_thread::on_a_thread;
use crate::ui::kit::pictures_in::{Refused, is_picture};
use crate::ui::kit::style::apply_style;
use crate::ui::kit::text_field::follow_input_method;
use crate::ui::kit::{dialog_box, window_keys};
use crate::ui::state::command::{Command, State};
use crate::ui::state::file_choice::Choosing;
use crate::ui::state::keys::take_commands;
use crate::ui::{Document, Message, canvas};
use crate::words::{Lang, Words};
use egui::{Event, Ui, ViewportCommand};
use parts::{Environment, Front, Session, Work};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The widest texture: the atlas of glyphs stays below 64 MB.
const TEXTURE_SIDE: usize = 4096;

/// How much a notch of the wheel zooms.
const NOTCH: f32 = 1.15;

/// How the window is to be.
#[derive(Clone, Debug, Default)]
pub struct WindowOptions {
    /// A file to open at once.
    pub path: Option<PathBuf>,
    /// The language; none: as the settings say.
    pub lang: Option<Lang>,
    /// What draws the window: `glow` or `wgpu`; none: what works.
    pub renderer: Option<String>,
    /// Choose files by the system's dialogs.
    pub native_dialogs: bool,
    /// Keep settings and unsaved work on this machine.
    pub keep: bool,
}

/// The window.
pub struct App {
    pub(crate) env: Environment,
    pub(crate) session: Session,
    pub(crate) front: Front,
    pub(crate) work: Work,
}

/// What a thread has finished.
pub(crate) enum Finished {
    /// A file has been chosen; `none`: the system has no dialog for it.
    Picked { ticket: u64, path: Option<PathBuf>, none: bool },
    /// A file has been read.
    Loaded { ticket: u64, path: PathBuf, result: Box<Result<Loaded, FileError>> },
    /// A map has been exported.
    Exported { number: u64, path: PathBuf, result: Result<Report, ExportError> },
    /// A picture has been drawn for the clipboard.
    Drawn(Result<egui::ColorImage, ExportError>),
    /// A picture to be put in has been read.
    Incoming { name: String, onto: PictureTarget, result: Result<Encoded, Refused> },
    /// What somebody said has been read, of a project with this journey.
    Transcript { of: Id, name: String, result: Result<String, FileError> },
    /// Somebody else has changed the open file: what is in it now.
    Changed { path: PathBuf, loaded: Box<Loaded> },
    /// The open file is gone.
    Gone(PathBuf),
    /// It is there again, as it was.
    Back(PathBuf),
    /// A file to be merged with the open map has been read.
    ToMerge { ticket: u64, path: PathBuf, result: Box<Result<Loaded, FileError>> },
    /// Files whose names say that they are copies of the open one have come beside it.
    CopiesCame(PathBuf),
    /// Copies of the open map were found beside it.
    Copies { of: PathBuf, copies: Vec<PathBuf> },
    /// The map has been saved, or could not be.
    Saved { number: u64, path: PathBuf, result: Result<Stamp, FileError> },
    /// A version of the file has been kept in the history, or could not be.
    Versioned(Result<(), FileError>),
    /// Unsaved work has been kept.
    Kept { number: u64, place: Option<Arc<KeptPlace>> },
}

/// So long apart two clicks are one double click, in seconds: what desktops give (GTK and KDE 0.4,
/// Windows 0.5). egui's own 0.3 takes a slow pair for two clicks, and what is then written replaces
/// the whole text of the card instead of adding to it.
const PAIR_OF_CLICKS: f64 = 0.4;

impl App {
    /// A window with the start page, or on the file that `options` names.
    pub fn new(ctx: &egui::Context, options: WindowOptions, settings: Settings) -> Self {
        install_fonts(ctx);
        ctx.options_mut(|egui| {
            // Zoom is the map's, and Ctrl Q asks about unsaved work first.
            egui.zoom_with_keyboard = false;
            egui.quit_shortcuts.clear();
            let input = &mut egui.input_options;
            input.scroll_zoom_speed = NOTCH.ln() / input.line_scroll_speed;
            input.max_double_click_delay = PAIR_OF_CLICKS;
        });
        ctx.set_zoom_factor(settings.interface_size.factor());
        let lang = options.lang.or(settings.lang).unwrap_or_else(Lang::of_system);
        let work = Work::new(&settings);
        let env = Environment::new(ctx, options, settings, Words::new(lang));
        let mut app = Self { env, session: Session::new(), front: Front::default(), work };
        app.session.recovered = app.find_recovered();
        app.session.own = app.find_own();
        if app.env.options.keep {
            app.session.window = KnownWindow::open(ctx);
        }
        if app.env.options.keep
            && let Some(said) = emergency::ended_before(&app.env.words)
        {
            app.front.notices.say(said);
        }
        if let Some(path) = app.env.options.path.take() {
            app.open_or_ask(&std::path::absolute(&path).unwrap_or(path));
        }
        app
    }

    /// What decides which commands can be done.
    pub fn state(&self) -> State<'_> {
        self.state_with(self.work.doc.as_ref())
    }

    /// The same while a frame has taken the open file out of its place.
    pub(crate) fn state_with<'a>(&self, doc: Option<&'a Document>) -> State<'a> {
        State {
            doc,
            theme: self.env.settings.theme,
            lang: self.env.words.lang,
            inspector: self.work.inspector_open,
            overview: self.work.overview_open,
            interface_size: self.env.settings.interface_size,
            less_motion: self.less_motion(),
            mode: self.mode(),
            room: self.work.room,
        }
    }

    /// The open file; none: the start page is shown.
    pub fn document(&self) -> Option<&Document> {
        self.work.doc.as_ref()
    }

    /// Puts a question or a report in front.
    pub(crate) fn ask(&mut self, dialog: Dialog) {
        self.front.dialog = Some(dialog);
        dialog_box::opens(&self.env.ctx);
        self.front.palette = None;
    }

    /// Does `work` on a thread, and comes back with what it has done. Where the system has no thread
    /// to give it is done here and now: a window that stands still saves, one that waits does not.
    pub(crate) fn spawn(&mut self, work: impl FnOnce() -> Finished + Send + 'static) {
        let (sender, ctx) = (self.session.done.0.clone(), self.env.ctx.clone());
        let work = move || {
            if sender.send(work()).is_ok() {
                ctx.request_repaint();
            }
        };
        on_a_thread("files", work);
    }

    /// What a thread finishes next, within `patience`.
    pub(crate) fn next_done(&self, patience: Duration) -> Option<Finished> {
        self.session.done.1.recv_timeout(patience).ok()
    }

    pub(crate) fn find_recovered(&self) -> Vec<Recovered> {
        let folder = recovery::folder().filter(|_| self.env.options.keep);
        folder.map(|folder| recovery::list(&folder)).unwrap_or_default()
    }

    /// The user's own templates, as they are now.
    pub(crate) fn find_own(&self) -> (Vec<Template>, Vec<Damaged>) {
        if self.env.options.keep { own_templates() } else { Default::default() }
    }

    /// Keeps the settings, with where the window is now.
    pub(crate) fn keep_settings(&mut self, ctx: &egui::Context) {
        let (inner, outer, maximized) = ctx.input(|input| {
            let window = input.viewport();
            (window.inner_rect, window.outer_rect, window.maximized.unwrap_or(false))
        });
        // The window is opened before the interface has its size.
        let usual = ctx.zoom_factor();
        let mut place = self.env.settings.window.unwrap_or_default();
        // Until it has been shown for a while the system has not said where it is.
        let fills = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
        // A presentation or a workshop fills the screen, and not for long.
        let settled = ctx.cumulative_pass_nr() > 3 && !fills && !self.work.workshop.is_on();
        if settled {
            place.maximized = maximized;
        }
        if settled && let Some(inner) = inner.filter(|_| !maximized) {
            let outer = outer.map(|outer| outer.min * usual);
            place = WindowPlace {
                x: outer.map(|at| at.x),
                y: outer.map(|at| at.y),
                width: inner.width() * usual,
                height: inner.height() * usual,
                maximized,
            };
        }
        if place.width > 0.0 {
            self.env.settings.window = Some(place);
        }
        self.env.settings.inspector = self.work.inspector_open;
        self.env.settings.overview = self.work.overview_open;
        if !self.env.options.keep {
            return;
        }
        match self.env.settings.save(&self.env.kept_settings) {
            // Files opened in another window are recent here too; its looks and its language are its own.
            Ok(kept) => self.env.settings.recent = kept.recent,
            Err(error) => self.front.notices.say(error.text(&self.env.words)),
        }
        self.env.kept_settings = self.env.settings.clone();
    }

    /// Makes egui look like the theme, when it is another than before.
    fn dress(&mut self, ctx: &egui::Context) {
        let kind = match self.env.settings.theme {
            ThemeChoice::Light => ThemeKind::Light,
            ThemeChoice::Dark => ThemeKind::Dark,
            ThemeChoice::Projector => ThemeKind::Projector,
            ThemeChoice::System if ctx.system_theme() == Some(egui::Theme::Dark) => ThemeKind::Dark,
            ThemeChoice::System => ThemeKind::Light,
        };
        let still = self.less_motion();
        if self.env.styled.replace((kind, still)) != Some((kind, still)) {
            self.env.theme = Theme::new(kind);
            apply_style(ctx, &self.env.theme);
            if still {
                ctx.all_styles_mut(|style| style.animation_time = 0.0);
            }
        }
    }

    /// Takes in what threads have finished.
    fn take_done(&mut self, ctx: &egui::Context) {
        while let Ok(done) = self.session.done.1.try_recv() {
            self.answer(ctx, done);
        }
    }

    /// Does what is to be done once a thread has finished.
    pub(crate) fn answer(&mut self, ctx: &egui::Context, done: Finished) {
        match done {
            Finished::Exported { number, path, result } => self.exported(number, path, result),
            Finished::Incoming { name, onto, result } => self.came_in(&name, onto, result),
            Finished::Transcript { of, name, result } => {
                self.transcript_came_in(&of, &name, result);
            }
            Finished::Drawn(result) => self.drawn(result),
            Finished::Kept { number, place: Some(place) } => {
                self.session.autosave.kept(number, place);
            }
            Finished::Kept { place: None, .. } => {
                if self.session.autosave.not_kept() {
                    self.front.notices.say(self.env.words.notice_not_kept());
                }
            }
            Finished::Changed { path, loaded } => self.changed_on_disk(&path, *loaded),
            Finished::Versioned(kept) => self.versioned(&kept),
            Finished::Saved { number, path, result } => self.saved(ctx, number, path, result),
            Finished::CopiesCame(path) => self.look_for_copies(&path),
            Finished::Gone(path) => self.file_is_gone(&path),
            Finished::Back(path) => self.file_is_back(&path),
            Finished::Copies { of, copies } => self.offer_copies(&of, copies),
            // Something else has been asked for since.
            Finished::Loaded { ticket, .. }
            | Finished::Picked { ticket, .. }
            | Finished::ToMerge { ticket, .. }
                if ticket != self.session.ticket => {}
            Finished::Loaded { path, result, .. } => self.opened(path, *result),
            Finished::ToMerge { path, result, .. } => self.enter_merging(path, *result),
            Finished::Picked { path, none, .. } => {
                self.front.dialog = None;
                match path {
                    Some(path) => self.picked(ctx, path),
                    None if none => self.pick_here(),
                    None => self.front.choosing = Choosing::Nothing,
                }
            }
        }
    }

    /// The keys that mean the same while the map is presented, or in a room of its own, as before.
    fn take_few(&mut self, ctx: &egui::Context, out: &mut Vec<Message>) {
        if self.front.dialog.is_none() {
            // What is taken back where two copies are merged are choices.
            let steps = !self.work.is_merging();
            let few = |command: &Command| {
                use Command::{Quit, Redo, Save, Undo};
                matches!(command, Save | Quit) || steps && matches!(command, Undo | Redo)
            };
            let asked = take_commands(ctx, &self.state(), few);
            out.extend(asked.into_iter().map(Message::Do));
        }
    }

    /// Keys, the clipboard and dropped files, where nothing is in front of the window.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's events")]
    fn take_input(&mut self, ctx: &egui::Context, out: &mut Vec<Message>) {
        if self.front.dialog.is_some() || self.front.palette.is_some() {
            return;
        }
        self.take_research_input(ctx, out);
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let dropped = dropped.iter().map(|file| file.path().to_owned()).collect();
        let dropped = self.take_transcripts(dropped);
        let pictures = dropped.iter();
        let pictures = pictures.filter(|path| self.work.doc.is_some() && is_picture(path));
        let pictures: Vec<PathBuf> = pictures.map(Into::into).collect();
        if !pictures.is_empty() {
            self.session.incoming.dropped(pictures, ctx.input(|input| input.time));
        } else if let Some(file) = dropped.first() {
            out.push(Message::Open(file.clone()));
            if dropped.len() > 1 {
                out.push(Message::Notice(self.env.words.notice_one_file()));
            }
        }
        self.take_dropped(ctx);
        window_keys::keep_tab(ctx, self.work.doc.as_ref());
        if let Some(doc) = &mut self.work.doc {
            canvas::pen_keys(ctx, doc, &mut self.work.canvas, out);
        }
        let selection = self.work.doc.as_ref().map(|doc| &doc.selection);
        let types = selection.is_some_and(|it| it.cell.is_some() || !it.things.is_empty());
        // Figures choose a persona where curves are drawn, and are typed elsewhere; a letter begins
        // a text where something is selected.
        let meant = |command: &Command| {
            let is_figure = matches!(command, Command::DrawCurve(_));
            !is_figure && (*command != Command::Gaps || !types)
        };
        out.extend(take_commands(ctx, &self.state(), meant).into_iter().map(Message::Do));
        if ctx.text_edit_focused() {
            return;
        }
        let (mut pasted, mut picture) = (Vec::new(), None);
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                match event {
                    Event::Copy => out.push(Message::Do(Command::Copy)),
                    Event::Cut => out.push(Message::Do(Command::Cut)),
                    Event::Paste(text) => pasted.push(text.clone()),
                    Event::PasteImage(image) => picture = Some(image.clone()),
                    _ => return true,
                }
                false
            });
        });
        if picture.is_some() || !pasted.is_empty() {
            self.end_drag();
        }
        if let Some(image) = picture.filter(|_| self.work.doc.is_some()) {
            self.paste_picture(image);
        }
        if let Some(doc) = &mut self.work.doc {
            for text in pasted {
                canvas::paste(&text, doc, &mut self.work.canvas, &self.env.words, out);
            }
        }
    }
}

impl eframe::App for App {
    /// Also called while the window is hidden: what must not wait for it.
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.take_done(ctx);
        if ctx.cumulative_pass_nr() == 2 {
            window_place::settle(ctx, frame, &self.env.settings);
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.session.quitting {
            self.leave(crate::ui::state::file_choice::Then::Quit);
            if !self.session.quitting {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
        }
        let mut out = Vec::new();
        self.present_asked(ctx, &mut out);
        self.handle_all(ctx, &mut out);
        if self.env.options.keep {
            self.keep_watch();
            let unsaved = self.session.unsaved.project(&self.work);
            let unsaved = unsaved.filter(|_| !self.session.quitting);
            let from = self.work.doc.as_ref().and_then(|doc| doc.path.as_deref());
            let place = self.session.autosave.place();
            emergency::lay_at_hand(unsaved.clone(), from, place);
            if let Some(keep) = self.session.autosave.due(unsaved, from, ctx) {
                self.spawn(keep);
            }
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.dress(&ctx);
        window_keys::plain_texts(&ctx);
        follow_input_method(&ctx);
        let mut out = Vec::new();
        let in_room = self.work.history.is_some() || self.work.is_merging();
        if self.work.presenting.is_some() || in_room {
            self.take_few(&ctx, &mut out);
        } else {
            self.take_input(&ctx, &mut out);
        }
        // Before the parts are shown, so that a key is answered in the frame it is pressed.
        self.handle_all(&ctx, &mut out);
        if self.work.doc.is_none() && self.work.workshop.is_on() {
            self.leave_workshop(&ctx);
        }
        if self.work.presenting.is_some() {
            self.present_ui(ui, frame, &mut out);
        } else if self.work.history.is_some() {
            self.history_ui(ui, &mut out);
        } else if self.work.is_merging() {
            self.merging_ui(ui);
        } else if self.work.workshop.is_on() {
            self.workshop_ui(ui, &mut out);
        } else if self.work.doc.is_some() {
            self.document_ui(ui, &mut out);
        } else {
            self.start_ui(ui, &mut out);
        }
        let in_room = self.work.history.is_some() || self.work.is_merging();
        if self.work.presenting.is_none() && !in_room {
            self.find_ui(&ctx);
        }
        self.front_ui(&ctx, &mut out);
        if !out.is_empty() {
            self.handle_all(&ctx, &mut out);
            ctx.request_repaint();
        }
        if let Choosing::Asked(purpose) = &self.front.choosing {
            self.pick(purpose.clone(), frame);
            ctx.request_repaint();
        }
        if !self.env.held_keys.is_empty() {
            ctx.request_repaint();
        }
        self.update_title(&ctx);
    }

    fn raw_input_hook(&mut self, _ctx: &egui::Context, raw: &mut egui::RawInput) {
        // Keys pressed in the audience's window are not those of this one.
        if raw.viewport_id == egui::ViewportId::ROOT {
            crate::ui::kit::ordered::take_turn(raw, &mut self.env.held_keys);
        }
        raw.max_texture_side = raw.max_texture_side.map(|side| side.min(TEXTURE_SIDE));
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.env.theme.color(Role::Paper).to_normalized_gamma_f32()
    }
}
