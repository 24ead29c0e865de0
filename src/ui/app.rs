//! The window as a whole: what it remembers, and what happens in a frame.
//!
//! A frame takes what threads have finished, turns keys into commands, lays the map out if it
//! changed, shows the parts, and then does what they asked for. Nothing else changes anything.

use super::autosave::Autosave;
use super::canvas::{self, Canvas};
use super::command::{Command, State};
use super::compare::compare_bar_ui;
use super::dialog::{Dialog, dialog_ui};
use super::export::Running;
use super::files::Purpose;
use super::fonts::{install_fonts, register_system_fonts};
use super::inspector::{self, Inspector};
use super::keys::take_commands;
use super::notice::Notices;
use super::palette::Palette;
use super::pictures::Pictures;
use super::start::{Shelf, start_ui};
use super::statusbar::{Counted, statusbar_ui};
use super::style::apply_style;
use super::tabs::{Tabs, tabs_ui};
use super::toolbar::toolbar_ui;
use super::view::ViewPanel;
use super::widgets::semibold;
use super::{Context, Document, Message};
use crate::export::{ExportError, Report};
use crate::file::recovery::{self, Recovered};
use crate::file::{FileError, Loaded, Settings, ThemeChoice, WindowPlace};
use crate::scene::{Role, Theme, ThemeKind};
use crate::words::{Lang, Words};
use egui::{Align2, CentralPanel, Event, Frame, Panel, Rect, StrokeKind, Ui, ViewportCommand};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// The widest texture: the atlas of glyphs stays below 64 MB.
const TEXTURE_SIDE: usize = 4096;
/// How wide the inspector is, in points.
const INSPECTOR: f32 = 300.0;

/// How the window is to be.
#[derive(Clone, Debug, Default)]
pub struct Options {
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
    pub(super) ctx: egui::Context,
    pub(super) options: Options,
    pub(super) settings: Settings,
    pub(super) words: Words,
    pub(super) theme: Theme,
    /// What egui's style was last made from.
    styled: Option<ThemeKind>,
    /// The open file; none: the start page is shown.
    pub(super) doc: Option<Document>,
    pub(super) canvas: Canvas,
    pub(super) inspector: Inspector,
    pub(super) inspector_open: bool,
    pub(super) tabs: Tabs,
    pub(super) view_panel: ViewPanel,
    pub(super) pictures: Pictures,
    pub(super) recovered: Vec<Recovered>,
    pub(super) palette: Option<Palette>,
    pub(super) dialog: Option<Dialog>,
    /// The dialog has not been shown yet.
    dialog_opened: bool,
    pub(super) notices: Notices,
    pub(super) autosave: Autosave,
    pub(super) running: Running,
    counted: Counted,
    /// A file is to be chosen for this.
    pub(super) picking: Option<Purpose>,
    /// A file is being chosen for this.
    pub(super) purpose: Option<Purpose>,
    /// Tells the answers of threads that are still wanted from those that are not.
    pub(super) ticket: u64,
    done: (Sender<Done>, Receiver<Done>),
    pub(super) quitting: bool,
    /// Events that wait for the next frame, so that keys are taken in the order they were pressed.
    held_keys: Vec<Event>,
    /// The window's title as it was last set.
    title: String,
}

/// What a thread has finished.
pub(super) enum Done {
    /// A file has been chosen; `none`: the system has no dialog for it.
    Picked { ticket: u64, path: Option<PathBuf>, none: bool },
    /// A file has been read.
    Loaded { ticket: u64, path: PathBuf, result: Box<Result<Loaded, FileError>> },
    /// A map has been exported.
    Exported { number: u64, path: PathBuf, result: Result<Report, ExportError> },
    /// A picture has been drawn for the clipboard.
    Drawn(Result<egui::ColorImage, ExportError>),
    /// Unsaved work has been kept.
    Kept { number: u64, path: Option<PathBuf> },
}

impl App {
    /// A window with the start page, or on the file that `options` names.
    pub fn new(ctx: &egui::Context, options: Options, settings: Settings) -> Self {
        install_fonts(ctx);
        ctx.options_mut(|egui| {
            // Zoom is the map's, and Ctrl Q asks about unsaved work first.
            egui.zoom_with_keyboard = false;
            egui.quit_shortcuts.clear();
        });
        let lang = options.lang.or(settings.lang).unwrap_or_else(Lang::of_system);
        let inspector = settings.extra.get("inspector").and_then(serde_json::Value::as_bool);
        let mut app = Self {
            ctx: ctx.clone(),
            words: Words::new(lang),
            theme: Theme::new(ThemeKind::Light),
            styled: None,
            doc: None,
            canvas: Canvas::default(),
            inspector: Inspector::default(),
            inspector_open: inspector.unwrap_or(true),
            tabs: Tabs::default(),
            view_panel: ViewPanel::default(),
            pictures: Pictures::default(),
            recovered: Vec::new(),
            palette: None,
            dialog: None,
            dialog_opened: false,
            notices: Notices::default(),
            autosave: Autosave::default(),
            running: Running::default(),
            counted: Counted::default(),
            picking: None,
            purpose: None,
            ticket: 0,
            done: channel(),
            quitting: false,
            held_keys: Vec::new(),
            title: String::new(),
            settings,
            options,
        };
        app.recovered = app.find_recovered();
        if let Some(path) = app.options.path.take() {
            app.open(&std::path::absolute(&path).unwrap_or(path));
        }
        app
    }

    /// What decides which commands can be done.
    pub fn state(&self) -> State<'_> {
        State {
            doc: self.doc.as_ref(),
            theme: self.settings.theme,
            lang: self.words.lang,
            inspector: self.inspector_open,
        }
    }

    /// The open file; none: the start page is shown.
    pub fn document(&self) -> Option<&Document> {
        self.doc.as_ref()
    }

    /// Puts a question or a report in front.
    pub(super) fn ask(&mut self, dialog: Dialog) {
        self.dialog = Some(dialog);
        self.dialog_opened = true;
        self.palette = None;
    }

    /// Does `work` on a thread, and comes back with what it has done.
    pub(super) fn spawn(&mut self, work: impl FnOnce() -> Done + Send + 'static) {
        let (sender, ctx) = (self.done.0.clone(), self.ctx.clone());
        let spawned = std::thread::Builder::new().name("files".into()).spawn(move || {
            if sender.send(work()).is_ok() {
                ctx.request_repaint();
            }
        });
        if let Err(error) = spawned {
            self.notices.say(error.to_string());
        }
    }

    /// What a thread finishes next, within `patience`.
    pub(super) fn next_done(&self, patience: Duration) -> Option<Done> {
        self.done.1.recv_timeout(patience).ok()
    }

    pub(super) fn find_recovered(&self) -> Vec<Recovered> {
        let folder = recovery::folder().filter(|_| self.options.keep);
        folder.map(|folder| recovery::list(&folder)).unwrap_or_default()
    }

    /// Keeps the settings, with where the window is now.
    pub(super) fn keep_settings(&mut self, ctx: &egui::Context) {
        let (inner, outer, maximized) = ctx.input(|input| {
            let window = input.viewport();
            (window.inner_rect, window.outer_rect, window.maximized.unwrap_or(false))
        });
        let mut place = self.settings.window.unwrap_or_default();
        // Until it has been shown for a while the system has not said where it is.
        let settled = ctx.cumulative_pass_nr() > 3;
        if settled {
            place.maximized = maximized;
        }
        if settled && let Some(inner) = inner.filter(|_| !maximized) {
            let outer = outer.map(|outer| outer.min);
            place = WindowPlace {
                x: outer.map(|at| at.x),
                y: outer.map(|at| at.y),
                width: inner.width(),
                height: inner.height(),
                maximized,
            };
        }
        if place.width > 0.0 {
            self.settings.window = Some(place);
        }
        self.settings.extra.insert("inspector".into(), self.inspector_open.into());
        if self.options.keep
            && let Err(error) = self.settings.save()
        {
            self.notices.say(error.text(&self.words));
        }
    }

    /// Makes egui look like the theme, when it is another than before.
    fn dress(&mut self, ctx: &egui::Context) {
        let kind = match self.settings.theme {
            ThemeChoice::Light => ThemeKind::Light,
            ThemeChoice::Dark => ThemeKind::Dark,
            ThemeChoice::Projector => ThemeKind::Projector,
            ThemeChoice::System if ctx.system_theme() == Some(egui::Theme::Dark) => ThemeKind::Dark,
            ThemeChoice::System => ThemeKind::Light,
        };
        if self.styled.replace(kind) != Some(kind) {
            self.theme = Theme::new(kind);
            apply_style(ctx, &self.theme);
        }
    }

    /// Takes in what threads have finished.
    fn take_done(&mut self, ctx: &egui::Context) {
        while let Ok(done) = self.done.1.try_recv() {
            match done {
                Done::Exported { number, path, result } => self.exported(number, path, result),
                Done::Drawn(result) => self.drawn(result),
                Done::Kept { number, path: Some(path) } => self.autosave.kept(number, path),
                Done::Kept { path: None, .. } if self.autosave.not_kept() => {
                    self.notices.say(self.words.notice_not_kept());
                }
                Done::Loaded { ticket, path, result } if ticket == self.ticket => {
                    self.opened(path, *result);
                }
                Done::Picked { ticket, path, none } if ticket == self.ticket => {
                    self.dialog = None;
                    match path {
                        Some(path) => self.picked(ctx, path),
                        None if none => self.pick_here(),
                        None => self.purpose = None,
                    }
                }
                _ => {}
            }
        }
    }

    /// Keys, the clipboard and dropped files, where nothing is in front of the window.
    fn take_input(&mut self, ctx: &egui::Context, out: &mut Vec<Message>) {
        if self.dialog.is_some() || self.palette.is_some() {
            return;
        }
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        if let Some(file) = dropped.first() {
            out.push(Message::Open(file.path().to_owned()));
            if dropped.len() > 1 {
                out.push(Message::Notice(self.words.notice_one_file()));
            }
        }
        out.extend(take_commands(ctx, &self.state()).into_iter().map(Message::Do));
        if ctx.text_edit_focused() {
            return;
        }
        let mut pasted = Vec::new();
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                match event {
                    Event::Copy => out.push(Message::Do(Command::Copy)),
                    Event::Cut => out.push(Message::Do(Command::Cut)),
                    Event::Paste(text) => pasted.push(text.clone()),
                    _ => return true,
                }
                false
            });
        });
        if let Some(doc) = &mut self.doc {
            for text in pasted {
                canvas::paste(&text, doc, &mut self.canvas, &self.words, out);
            }
        }
    }

    fn document_ui(&mut self, ui: &mut Ui, out: &mut Vec<Message>) {
        let Some(mut doc) = self.doc.take() else { return };
        doc.refresh(&self.words, &self.theme);
        doc.refresh_comparison(&self.words, &self.theme);
        register_system_fonts(ui.ctx());
        let cx = Context { words: &self.words, theme: &self.theme };
        let state = State {
            doc: Some(&doc),
            theme: self.settings.theme,
            lang: self.words.lang,
            inspector: self.inspector_open,
        };
        toolbar_ui(ui, &cx, &state, &self.settings.recent, &mut self.view_panel, out);
        tabs_ui(ui, &cx, &state, &doc, &mut self.tabs, out);
        let panel = Frame::new().fill(self.theme.color(Role::Panel));
        Panel::right("inspector")
            .default_size(INSPECTOR)
            .size_range(240.0..=480.0)
            .frame(panel)
            .show_collapsible(ui, &mut self.inspector_open, |ui| {
                inspector::inspector_ui(ui, &cx, &doc, &mut self.inspector, out);
            });
        statusbar_ui(ui, &cx, &doc, self.counted.text(&doc, &self.words), out);
        compare_bar_ui(ui, &cx, &doc, out);
        CentralPanel::no_frame().show(ui, |ui| {
            canvas::canvas_ui(ui, &cx, &mut doc, &mut self.canvas, out);
        });
        self.doc = Some(doc);
    }

    fn start_ui(&mut self, ui: &mut Ui, out: &mut Vec<Message>) {
        CentralPanel::no_frame().show(ui, |ui| {
            let cx = Context { words: &self.words, theme: &self.theme };
            let state = State {
                doc: None,
                theme: self.settings.theme,
                lang: self.words.lang,
                inspector: self.inspector_open,
            };
            let shelf = Shelf {
                recent: &self.settings.recent,
                recovered: &self.recovered,
                pictures: &mut self.pictures,
            };
            start_ui(ui, &cx, &state, shelf, out);
        });
    }

    /// What is in front of the window: a dialog, the palette, a file held over it.
    fn front_ui(&mut self, ctx: &egui::Context, out: &mut Vec<Message>) {
        let cx = Context { words: &self.words, theme: &self.theme };
        if let Some(dialog) = &mut self.dialog {
            let name = self.doc.as_ref().map(|doc| doc.name(&self.words)).unwrap_or_default();
            let opened = std::mem::take(&mut self.dialog_opened);
            if let Some(answer) = dialog_ui(dialog, ctx, &cx, &name, opened) {
                self.answered(ctx, answer);
                ctx.request_repaint();
            }
        } else if let Some(palette) = &mut self.palette
            && !palette.palette_ui(ctx, &cx, out)
        {
            self.palette = None;
        }
        let cx = Context { words: &self.words, theme: &self.theme };
        self.notices.notices_ui(ctx, &cx, out);
        self.running.running_ui(ctx, &cx);
        if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
            drop_hint(ctx, &cx);
        }
    }

    fn update_title(&mut self, ctx: &egui::Context) {
        let words = &self.words;
        let title = match &self.doc {
            None => "Kundresa".to_owned(),
            Some(doc) if doc.editor.is_modified() => {
                words.window_title(doc.name(words), words.window_unsaved())
            }
            Some(doc) => words.window_title_saved(doc.name(words)),
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for App {
    /// Also called while the window is hidden: what must not wait for it.
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.take_done(ctx);
        if ctx.cumulative_pass_nr() == 2 {
            bring_back(ctx, frame);
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.quitting {
            self.leave(super::dialog::Then::Quit);
            if !self.quitting {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
        }
        if let Some(doc) = &self.doc
            && self.options.keep
            && let Some(keep) = self.autosave.due(doc, ctx)
        {
            self.spawn(keep);
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.dress(&ctx);
        let mut out = Vec::new();
        self.take_input(&ctx, &mut out);
        // Before the parts are shown, so that a key is answered in the frame it is pressed.
        self.handle_all(&ctx, &mut out);
        if self.doc.is_some() {
            self.document_ui(ui, &mut out);
        } else {
            self.start_ui(ui, &mut out);
        }
        self.front_ui(&ctx, &mut out);
        if !out.is_empty() {
            self.handle_all(&ctx, &mut out);
            ctx.request_repaint();
        }
        if let Some(purpose) = self.picking.take() {
            self.pick(purpose, frame);
            ctx.request_repaint();
        }
        if !self.held_keys.is_empty() {
            ctx.request_repaint();
        }
        self.update_title(&ctx);
    }

    fn raw_input_hook(&mut self, _ctx: &egui::Context, raw: &mut egui::RawInput) {
        super::ordered::take_turn(raw, &mut self.held_keys);
        raw.max_texture_side = raw.max_texture_side.map(|side| side.min(TEXTURE_SIDE));
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.theme.color(Role::Paper).to_normalized_gamma_f32()
    }
}

/// Brings the window onto a screen, where the one it was on is gone.
fn bring_back(ctx: &egui::Context, frame: &eframe::Frame) {
    let Some(window) = frame.winit_window() else { return };
    let Ok(at) = window.outer_position() else { return };
    let on = |low: i32, side: u32, at: i32| at >= low - 8 && at < low.saturating_add_unsigned(side);
    let mut monitors = window.available_monitors().peekable();
    let lost = monitors.peek().is_some()
        && !monitors.any(|monitor| {
            let (corner, size) = (monitor.position(), monitor.size());
            on(corner.x, size.width, at.x) && on(corner.y, size.height, at.y)
        });
    if lost {
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(egui::pos2(40.0, 40.0)));
    }
}

/// Says that a file held over the window can be let go.
fn drop_hint(ctx: &egui::Context, cx: &Context) {
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("drop hint"));
    let painter = ctx.layer_painter(layer);
    let rect: Rect = ctx.content_rect().shrink(8.0);
    let stroke = egui::Stroke::new(3.0, cx.theme.color(Role::Accent));
    painter.rect(rect, 12.0, cx.theme.color(Role::Paper.at(230)), stroke, StrokeKind::Inside);
    let ink = cx.theme.color(Role::Ink);
    let text = cx.words.start_drop();
    painter.text(rect.center(), Align2::CENTER_CENTER, text, semibold(20.0), ink);
}
