//! What the app does when a part of the window, a key or a menu asks for something.

use super::app::App;
use super::dialog::Dialog;
use crate::edit::{Change, Edit, Shown, fresh_copy};
use crate::file::{InterfaceSize, ThemeChoice, random_ids, recovery};
use crate::insight::How;
use crate::model::{Id, JourneyKind, Thing};
use crate::ui::dialogs::new::Place;
use crate::ui::dialogs::new_map::{WantedMap, make_map};
use crate::ui::kit::titles::title_of;
use crate::ui::kit::window_keys;
use crate::ui::palette::Palette;
use crate::ui::state::command::{Command, leaves_comparison};
use crate::ui::state::file_choice::{Purpose, Then};
use crate::ui::{CellRef, Context, Document, Message, Selection, canvas};
use crate::words::{Lang, Words};
use egui::ViewportCommand;

impl App {
    /// Does what was asked for, and what that asks for in turn, before what was asked for next.
    pub(crate) fn handle_all(&mut self, ctx: &egui::Context, out: &mut Vec<Message>) {
        let mut waiting: Vec<Message> = out.drain(..).rev().collect();
        // Nothing asks for itself; the bound is there so that a fault is seen and not a freeze.
        let mut left = 10_000 + waiting.len();
        while let Some(message) = waiting.pop().filter(|_| left > 0) {
            left -= 1;
            self.handle(ctx, message, out);
            waiting.extend(out.drain(..).rev());
        }
    }

    fn handle(&mut self, ctx: &egui::Context, message: Message, out: &mut Vec<Message>) {
        match message {
            Message::Do(command) => self.perform(ctx, command, out),
            Message::Open(path) => self.leave(Then::Open(path)),
            Message::Template(name) => self.leave(Then::New(Some(name))),
            Message::DeleteTemplate(path) => self.delete_template(&path),
            Message::RestoreTemplate(path, bytes) => self.restore_template(&path, &bytes),
            Message::Example(index) => self.leave(Then::Example(index)),
            Message::Recover(recovered) => self.leave(Then::Recover(recovered)),
            Message::DropRecovery(path) => {
                recovery::remove(&path);
                self.recovered.retain(|recovered| recovered.path != path);
            }
            Message::Forget(path) => {
                self.settings.forget_recent(&path);
                self.keep_settings(ctx);
            }
            Message::ShowFolder(path) => self.show_folder(&path),
            Message::Notice(text) => self.notices.say(text),
            Message::Clip(text) => ctx.copy_text(text),
            Message::Edit(change) => self.edit(change),
            other => self.handle_in_file(other),
        }
    }

    /// What concerns the open file alone.
    fn handle_in_file(&mut self, message: Message) {
        let Some(doc) = &mut self.doc else { return };
        match message {
            Message::Preview(change) => {
                let project = doc.editor.committed().clone();
                let change = doc.meant(change, &project);
                let edit = Edit { journey: doc.journey.clone(), change };
                if let Err(error) = doc.editor.preview(edit) {
                    self.notices.say(error.text(&self.words));
                }
            }
            Message::Commit => doc.editor.commit(),
            Message::Cancel => doc.editor.cancel(),
            Message::Select(selection) => doc.select(selection),
            Message::Show(thing) => {
                doc.stop_comparing();
                self.canvas.show(thing);
            }
            Message::Type(thing) => {
                doc.editor.commit();
                doc.stop_comparing();
                self.canvas.edit_text(doc, thing);
            }
            Message::Field(salt) => {
                self.inspector_open = true;
                self.inspector.wanted = Some(salt);
            }
            Message::View(view) => doc.show_view(*view),
            Message::Compare(None) => doc.stop_comparing(),
            Message::Compare(Some((a, b, how))) => {
                self.canvas.let_go();
                doc.compare(a, b, how);
            }
            Message::GoTo(journey) => self.go_to(&journey),
            Message::RenameTab(journey) => {
                let found = doc.editor.project().journey(&journey).map(|(_, found)| found.clone());
                if let Some(journey) = found {
                    self.tabs.rename(&journey);
                }
            }
            _ => {}
        }
    }

    /// Makes a change, as one step of history; says why where it cannot be made.
    pub(crate) fn edit(&mut self, change: Change) {
        let Some(doc) = &mut self.doc else { return };
        let removed = match &change {
            Change::Remove(things) => things.len(),
            _ => 0,
        };
        self.notices.drop_undo();
        self.canvas.let_go_of_drag();
        let project = doc.editor.project().clone();
        let change = doc.meant(change, &project);
        let edit = Edit { journey: doc.journey.clone(), change };
        match doc.editor.edit(edit) {
            Err(error) => self.notices.say(error.text(&self.words)),
            Ok(()) if removed > 0 => {
                self.notices.say_with_undo(self.words.notice_removed(removed as u32));
            }
            Ok(()) => {}
        }
    }

    /// Brings a journey's tab to the front.
    pub(crate) fn go_to(&mut self, journey: &Id) {
        let Some(doc) = &mut self.doc else { return };
        doc.stop_comparing();
        if doc.journey != *journey && doc.editor.project().journey(journey).is_some() {
            doc.editor.commit();
            self.canvas.let_go();
            doc.journey = journey.clone();
            doc.pen.put_down();
            doc.selection = Selection::default();
        }
    }

    fn perform(&mut self, ctx: &egui::Context, command: Command, out: &mut Vec<Message>) {
        if !command.is_allowed(&self.state()) {
            return;
        }
        self.end_drag();
        match command {
            Command::New => self.leave(Then::New(None)),
            Command::Open => self.picking = Some(Purpose::Open),
            Command::Save => self.save(ctx, None),
            Command::SaveAs => self.picking = Some(Purpose::Save(None)),
            Command::SaveTemplate => self.ask_for_template(),
            Command::Export => self.ask_for_export(),
            Command::Find => self.find.open(),
            Command::FindNext => self.find_step(true),
            Command::FindPrevious => self.find_step(false),
            Command::InsertPicture => self.picking = Some(Purpose::Picture),
            Command::CopyPicture => self.copy_picture(),
            Command::Close => self.leave(Then::Close),
            Command::Quit => self.leave(Then::Quit),
            Command::Undo => self.undo(false),
            Command::Redo => self.undo(true),
            // The text arrives as an event of the next frame.
            Command::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Command::AddJourney => self.ask_for_map(Place::Tab, None),
            Command::RenameJourney
            | Command::DuplicateJourney
            | Command::MakeFuture
            | Command::DeleteJourney
            | Command::NextJourney
            | Command::PreviousJourney => self.perform_on_tabs(&command),
            Command::Views
            | Command::ShowAll
            | Command::SaveView
            | Command::OnlyPersona
            | Command::NextView => self.perform_on_views(ctx, &command, out),
            Command::Compare => self.compare(out),
            Command::Story => self.story.toggle(ctx),
            Command::Workshop
            | Command::QuickAdd
            | Command::Timer
            | Command::TimerReset
            | Command::Voting => self.perform_in_workshop(ctx, &command),
            Command::Inspector => {
                self.inspector_open = !self.inspector_open;
                self.keep_settings(ctx);
            }
            Command::FoldCustomers => {
                if let Some(doc) = &mut self.doc {
                    doc.fold_figures = !doc.fold_figures;
                }
            }
            Command::Overview => {
                self.overview_open = !self.overview_open;
                self.keep_settings(ctx);
            }
            Command::ThemeSystem => self.choose_theme(ctx, ThemeChoice::System),
            Command::ThemeLight => self.choose_theme(ctx, ThemeChoice::Light),
            Command::ThemeDark => self.choose_theme(ctx, ThemeChoice::Dark),
            Command::ThemeProjector => self.choose_theme(ctx, ThemeChoice::Projector),
            Command::Swedish => self.choose_language(ctx, Lang::Sv),
            Command::English => self.choose_language(ctx, Lang::En),
            Command::InterfaceSize(size) => self.choose_interface_size(ctx, size),
            Command::InterfaceLarger => {
                self.choose_interface_size(ctx, self.settings.interface_size.larger());
            }
            Command::InterfaceSmaller => {
                self.choose_interface_size(ctx, self.settings.interface_size.smaller());
            }
            Command::Present => self.present(ctx, false),
            Command::PresentHere => self.present(ctx, true),
            Command::LessMotion => self.switch_motion(ctx),
            Command::OtherPart => self.go_to_other_part(ctx),
            Command::Menus => window_keys::open_menus(ctx),
            Command::Palette => {
                let cx = Context { words: &self.words, theme: &self.theme };
                self.palette = Some(Palette::new(&cx, &self.state(), &self.settings.recent));
            }
            Command::Keys => self.ask(Dialog::Keys),
            Command::About => self.ask(Dialog::About),
            on_the_map => {
                if let Some(doc) = &mut self.doc {
                    if !leaves_comparison(&on_the_map) {
                        doc.stop_comparing();
                    }
                    // What was done before it in the same frame counts.
                    doc.refresh(&self.words, &self.theme);
                    doc.refresh_comparison(&self.words, &self.theme);
                    canvas::perform(on_the_map, doc, &mut self.canvas, &self.words, out);
                }
            }
        }
    }

    /// What is being dragged is let go before anything else happens to it.
    pub(crate) fn end_drag(&mut self) {
        let mut ended = Vec::new();
        self.canvas.end_drag(&mut ended);
        if ended.is_empty() {
            return;
        }
        ended.into_iter().for_each(|message| self.handle_in_file(message));
        // What comes next acts on the map as it is now.
        if let Some(doc) = &mut self.doc {
            doc.refresh(&self.words, &self.theme);
        }
    }

    /// Compares the journey in front with the one it belongs to, or ends that.
    fn compare(&mut self, out: &mut Vec<Message>) {
        let Some(doc) = &self.doc else { return };
        let how = How::default();
        let pair = doc.default_pair().filter(|_| doc.comparison.is_none());
        out.push(Message::Compare(pair.map(|(a, b)| (a, b, how))));
    }

    fn choose_theme(&mut self, ctx: &egui::Context, theme: ThemeChoice) {
        self.settings.theme = theme;
        self.keep_settings(ctx);
    }

    /// The map's own zoom stays as it is.
    fn choose_interface_size(&mut self, ctx: &egui::Context, size: InterfaceSize) {
        self.settings.interface_size = size;
        match self.workshop.is_on() {
            true => self.workshop.enlarge(ctx, size.factor()),
            false => ctx.set_zoom_factor(size.factor()),
        }
        self.keep_settings(ctx);
        let percent = self.words.percent(f64::from(size.percent()));
        self.notices.say(self.words.notice_interface_size(percent));
    }

    fn choose_language(&mut self, ctx: &egui::Context, lang: Lang) {
        self.words = Words::new(lang);
        self.settings.lang = Some(lang);
        self.keep_settings(ctx);
    }

    /// Takes the last step back or makes it again, and brings what changed into view.
    fn undo(&mut self, again: bool) {
        let Some(doc) = &mut self.doc else { return };
        let shown = if again { doc.editor.redo() } else { doc.editor.undo() };
        self.canvas.let_go();
        let Some(Shown { label, journey, things, cell }) = shown else { return };
        self.notices.drop_undo();
        if doc.journey != journey && doc.editor.project().journey(&journey).is_some() {
            // Each map is looked at where it was.
            doc.stop_comparing();
            doc.journey = journey;
        }
        let inside: Vec<Thing> =
            things.into_iter().filter(|thing| !matches!(thing, Thing::Journey(_))).collect();
        // The canvas shows what is there once the map is laid out anew.
        self.canvas.show_all(inside.clone());
        let cell = cell.filter(|_| inside.is_empty()).map(|(lane, step)| CellRef { lane, step });
        if let Some(cell) = &cell {
            self.canvas.show_cell(cell.clone());
        }
        doc.selection = Selection { things: inside, cell };
        let what = label.text(&self.words);
        let words = &self.words;
        let text = if again { words.notice_redone(&what) } else { words.notice_undone(&what) };
        self.notices.say_step(text);
    }

    /// Makes a map: in a file of its own, or as tabs of the open one after the one in front.
    pub(crate) fn make_map(&mut self, place: Place, wanted: &WantedMap) {
        if let (Place::Tab, Some(doc)) = (place, &mut self.doc) {
            let (project, front) = make_map(wanted, &self.words, &mut doc.editor.ids);
            let at = doc.editor.project().journey(&doc.journey).map_or(0, |(at, _)| at + 1);
            self.edit(Change::AddProject { at, project: Box::new(project) });
            self.go_to(&front);
            return;
        }
        let (project, front) = make_map(wanted, &self.words, &mut random_ids());
        let mut doc = Document::new(project, None, false);
        doc.journey = front;
        self.show_document(Some(doc));
    }

    fn perform_on_tabs(&mut self, command: &Command) {
        let Some(doc) = &mut self.doc else { return };
        let project = doc.editor.project().clone();
        let Some((at, journey)) = project.journey(&doc.journey) else { return };
        let count = project.journeys.len();
        let neighbour = |by: usize| project.journeys.get((at + by) % count).map(|j| j.id.clone());
        let added = match command {
            Command::NextJourney | Command::PreviousJourney => {
                let by = if *command == Command::NextJourney { 1 } else { count - 1 };
                if let Some(journey) = neighbour(by) {
                    self.go_to(&journey);
                }
                return;
            }
            Command::RenameJourney => {
                self.tabs.rename(journey);
                return;
            }
            Command::DeleteJourney => {
                let cx = Context { words: &self.words, theme: &self.theme };
                let text = self.words.notice_journey_deleted(title_of(journey, &cx));
                self.edit(Change::Remove(vec![Thing::Journey(journey.id.clone())]));
                self.notices.say_with_undo(text);
                return;
            }
            Command::DuplicateJourney => {
                let mut copy = fresh_copy(journey, &mut doc.editor.ids);
                copy.title = self.words.new_journey_copy(&journey.title);
                copy
            }
            Command::MakeFuture => {
                let mut copy = fresh_copy(journey, &mut doc.editor.ids);
                copy.title = self.words.new_journey_future(&journey.title);
                copy.kind = Some(JourneyKind::Future);
                copy
            }
            _ => return,
        };
        let id = added.id.clone();
        self.edit(Change::AddJourney { at: at + 1, journey: Box::new(added) });
        self.go_to(&id);
        if let Some((_, journey)) = self.doc.as_ref().and_then(|d| d.editor.project().journey(&id))
        {
            self.tabs.rename(journey);
        }
    }
}
