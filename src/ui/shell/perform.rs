//! What the app does when a part of the window, a key or a menu asks for something.

use super::app::App;
use super::dialog::Dialog;
use crate::edit::{Change, Edit, Label, Replaced, Shown};
use crate::export::TaskFormat;
use crate::file::{InterfaceSize, ThemeChoice, random_ids, recovery};
use crate::model::{Id, List, Thing, View};
use crate::ui::canvas::Canvas;
use crate::ui::dialogs::new::NewMapPlace;
use crate::ui::dialogs::new_map::{WantedMap, make_map};
use crate::ui::kit::window_keys;
use crate::ui::opportunities::OF_IDEA;
use crate::ui::palette::Palette;
use crate::ui::state::command::{
    CanvasCommand, Command, FileCommand, Performer, WindowCommand, leaves_comparison,
};
use crate::ui::state::file_choice::{Choosing, Purpose, Then};
use crate::ui::state::rooms::Room;
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
            Message::OpenLastVersion(path) => self.open_last_version(&path),
            Message::MergeWith(path) => self.merge_with(path),
            Message::PagePicture(page) => {
                self.front.choosing = Choosing::Asked(Purpose::Picture(Some(page)));
            }
            Message::Template(name) => self.leave(Then::New(Some(name))),
            Message::DeleteTemplate(path) => self.delete_template(&path),
            Message::RestoreTemplate(path, bytes) => self.restore_template(&path, &bytes),
            Message::Example(index) => self.leave(Then::Example(index)),
            Message::Recover(recovered) => self.leave(Then::Recover(recovered)),
            Message::CompareRecovered(recovered) => {
                self.leave(Then::Recover(recovered));
                self.enter_history();
            }
            Message::DropRecovery(recovered) => {
                if !recovery::remove(&recovered) {
                    self.front.notices.say(self.env.words.notice_kept_elsewhere());
                }
                self.session.recovered.retain(|other| *other != recovered);
            }
            Message::Forget(path) => {
                self.env.settings.forget_recent(&path);
                self.keep_settings(ctx);
            }
            Message::ShowFolder(path) => self.show_folder(&path),
            Message::Notice(text) => self.front.notices.say(text),
            Message::Clip(text) => ctx.copy_text(text),
            Message::Edit(change) => self.edit(change),
            Message::Preview(change) => self.preview(change),
            Message::GoTo(journey) => self.go_to(&journey),
            Message::Commit => self.in_file(|_, doc| doc.editor.commit()),
            Message::Cancel => self.in_file(|_, doc| doc.editor.cancel()),
            Message::Select(selection) => self.in_file(|_, doc| doc.select(selection)),
            Message::View(view) => self.in_file(|_, doc| doc.show_view(*view)),
            Message::Show(thing) => {
                self.show_canvas();
                self.in_file(|canvas, doc| {
                    doc.stop_comparing();
                    canvas.show(thing);
                });
            }
            Message::Questions(phase) => self.ask_questions(&phase),
            Message::AnswerGaps(cell) => self.answer_gaps(&cell, out),
            Message::ShowCell(cell) => {
                self.show_canvas();
                self.in_file(|canvas, _| canvas.show_cell(cell));
            }
            Message::Type(thing) => {
                self.show_canvas();
                self.in_file(|canvas, doc| {
                    doc.editor.commit();
                    doc.stop_comparing();
                    canvas.edit_text(doc, thing);
                });
            }
            Message::Compare(None) => self.in_file(|_, doc| doc.stop_comparing()),
            Message::Compare(Some((a, b, how))) => {
                self.go_to_room(Room::Map);
                self.in_file(|canvas, doc| {
                    canvas.let_go();
                    doc.compare(a, b, how);
                });
            }
            Message::Field(salt) => {
                // The room of opportunities has fields of its own.
                let is_here = self.work.room == Room::Opportunities && salt.starts_with(OF_IDEA);
                if self.work.doc.is_some() {
                    if !is_here {
                        self.go_to_room(Room::Map);
                        self.work.inspector_open = true;
                    }
                    self.work.inspector.wanted = Some(salt);
                }
            }
            Message::EditAllTheSame => self.in_file(|_, doc| doc.only_read = None),
            Message::RenameTab(journey) => self.rename_tab(&journey),
        }
    }

    /// Does what concerns the open file and its map alone; nothing where there is none.
    fn in_file(&mut self, what: impl FnOnce(&mut Canvas, &mut Document)) {
        if let Some(doc) = &mut self.work.doc {
            what(&mut self.work.canvas, doc);
        }
    }

    /// Shows a change without making it; says why where it cannot be made.
    fn preview(&mut self, change: Change) {
        if self.refuses_to_change() {
            return;
        }
        let Some(doc) = &mut self.work.doc else { return };
        let project = doc.editor.committed().clone();
        let change = doc.meant(change, &project);
        let edit = Edit { journey: doc.journey.clone(), change };
        if let Err(error) = doc.editor.preview(edit) {
            self.front.notices.say(error.text(&self.env.words));
        }
    }

    /// Makes a change, as one step of history; says why where it cannot be made.
    pub(crate) fn edit(&mut self, change: Change) {
        if !self.refuses_to_change() {
            self.make(change);
        }
    }

    /// Makes a change, also to a map that is only looked at: others have made it.
    pub(crate) fn make(&mut self, change: Change) {
        let Some(doc) = &mut self.work.doc else { return };
        let removed = if let Change::Remove(things) = &change { things.len() } else { 0 };
        self.front.notices.drop_undo();
        self.work.canvas.let_go_of_drag();
        let project = doc.editor.project().clone();
        let change = doc.meant(change, &project);
        let edit = Edit { journey: doc.journey.clone(), change };
        match doc.editor.edit(edit) {
            Err(error) => self.front.notices.say(error.text(&self.env.words)),
            Ok(()) if removed > 0 => {
                self.front.notices.say_with_undo(self.env.words.notice_removed(removed as u32));
            }
            Ok(()) => {}
        }
    }

    /// Brings a journey's tab to the front.
    pub(crate) fn go_to(&mut self, journey: &Id) {
        let Some(doc) = &mut self.work.doc else { return };
        doc.stop_comparing();
        if doc.journey != *journey && doc.editor.project().journey(journey).is_some() {
            doc.editor.commit();
            self.work.canvas.let_go();
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
        match command.performer() {
            Performer::File(command) => self.perform_on_file(ctx, command),
            Performer::Window(command) => self.perform_in_window(ctx, command),
            Performer::Tabs(command) => self.perform_on_tabs(command, out),
            Performer::Views(command) => self.perform_on_views(ctx, command, out),
            Performer::Workshop(command) => self.perform_in_workshop(ctx, command),
            Performer::Canvas(CanvasCommand::SelectAll) if self.work.room == Room::Table => {
                self.work.table.choose_all();
            }
            Performer::Canvas(command) => self.perform_on_map(command, out),
        }
    }

    fn perform_on_file(&mut self, ctx: &egui::Context, command: FileCommand) {
        match command {
            FileCommand::New => self.leave(Then::New(None)),
            FileCommand::Open => self.front.choosing = Choosing::Asked(Purpose::Open),
            FileCommand::Save => self.save(ctx, None),
            FileCommand::SaveAs => self.front.choosing = Choosing::Asked(Purpose::Save(None)),
            FileCommand::SaveTemplate => self.ask_for_template(),
            FileCommand::History => self.enter_history(),
            FileCommand::Merge => self.front.choosing = Choosing::Asked(Purpose::Merge),
            FileCommand::Conflicts => self.enter_conflicts(),
            FileCommand::Export => self.ask_for_export(),
            FileCommand::TasksOut => self.choose_tasks(TaskFormat::Ics),
            FileCommand::TasksTable => self.choose_tasks(TaskFormat::Csv),
            FileCommand::TasksList => self.choose_tasks(TaskFormat::Markdown),
            FileCommand::TranscriptIn => self.front.choosing = Choosing::Asked(Purpose::Transcript),
            FileCommand::InsertPicture => {
                self.front.choosing = Choosing::Asked(Purpose::Picture(None));
            }
            FileCommand::CopyPicture => self.copy_picture(),
            FileCommand::Close => self.leave(Then::Close),
            FileCommand::Quit => self.leave(Then::Quit),
        }
    }

    fn perform_in_window(&mut self, ctx: &egui::Context, command: WindowCommand) {
        use WindowCommand::{Find, FindNext, FindPrevious, FoldCustomers, Overview, Story};
        if command == Find && self.work.room == Room::Table {
            return self.work.table.search();
        }
        if let (Room::Research, Some(doc)) = (self.work.room, &self.work.doc) {
            let (research, words) = (&mut self.work.research, &self.env.words);
            if command == Find {
                return research.search();
            }
            if matches!(command, FindNext | FindPrevious) {
                return research.search_on(command == FindNext, doc, words);
            }
        }
        if matches!(command, Find | FindNext | FindPrevious | FoldCustomers | Overview | Story) {
            self.show_canvas();
        }
        match command {
            WindowCommand::Undo => self.undo(false),
            WindowCommand::Redo => self.undo(true),
            // The text arrives as an event of the next frame.
            WindowCommand::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            WindowCommand::Find => self.front.find.open(),
            WindowCommand::FindNext => self.find_step(true),
            WindowCommand::FindPrevious => self.find_step(false),
            WindowCommand::Story => self.work.story.toggle(ctx),
            WindowCommand::Inspector => {
                // Another panel stands in its place: it comes back with the map.
                let hidden = self.work.room != Room::Map;
                self.work.inspector_open = hidden || !self.work.inspector_open;
                if hidden {
                    self.go_to_room(Room::Map);
                }
                self.keep_settings(ctx);
            }
            WindowCommand::Room(room) => self.go_to_room(room),
            WindowCommand::Gaps => self.go_to_room(match self.work.room == Room::Gaps {
                true => Room::Map,
                false => Room::Gaps,
            }),
            WindowCommand::GapsOnMap => self.in_file(|_, doc| {
                let view = doc.view().clone();
                doc.show_view(View { gaps: !view.gaps, ..view });
            }),
            WindowCommand::Chain => self.in_file(|_, doc| {
                let view = doc.view().clone();
                doc.show_view(View { chain: !view.chain, ..view });
            }),
            WindowCommand::FoldCustomers => {
                if let Some(doc) = &mut self.work.doc {
                    doc.fold_figures = !doc.fold_figures;
                }
            }
            WindowCommand::Overview => {
                self.work.overview_open = !self.work.overview_open;
                self.keep_settings(ctx);
            }
            WindowCommand::ThemeSystem => self.choose_theme(ctx, ThemeChoice::System),
            WindowCommand::ThemeLight => self.choose_theme(ctx, ThemeChoice::Light),
            WindowCommand::ThemeDark => self.choose_theme(ctx, ThemeChoice::Dark),
            WindowCommand::ThemeProjector => self.choose_theme(ctx, ThemeChoice::Projector),
            WindowCommand::Swedish => self.choose_language(ctx, Lang::Sv),
            WindowCommand::English => self.choose_language(ctx, Lang::En),
            WindowCommand::InterfaceSize(size) => self.choose_interface_size(ctx, size),
            WindowCommand::InterfaceLarger => {
                self.choose_interface_size(ctx, self.env.settings.interface_size.larger());
            }
            WindowCommand::InterfaceSmaller => {
                self.choose_interface_size(ctx, self.env.settings.interface_size.smaller());
            }
            WindowCommand::Present => self.present(ctx, false),
            WindowCommand::PresentHere => self.present(ctx, true),
            WindowCommand::LessMotion => self.switch_motion(ctx),
            WindowCommand::OtherPart => self.go_to_other_part(ctx),
            WindowCommand::Menus => window_keys::open_menus(ctx),
            WindowCommand::Palette => {
                let cx = Context { words: &self.env.words, theme: &self.env.theme };
                self.front.palette =
                    Some(Palette::new(&cx, &self.state(), &self.env.settings.recent));
            }
            WindowCommand::Guide => self.ask(Dialog::Guide(self.work.doc.is_some())),
            WindowCommand::Keys => self.ask(Dialog::Keys),
            WindowCommand::About => self.ask(Dialog::About),
        }
    }

    fn perform_on_map(&mut self, command: CanvasCommand, out: &mut Vec<Message>) {
        self.show_canvas();
        let Some(doc) = &mut self.work.doc else { return };
        if !leaves_comparison(&command) {
            doc.stop_comparing();
        }
        // What was done before it in the same frame counts.
        doc.refresh(&self.env.words, &self.env.theme);
        doc.refresh_comparison(&self.env.words, &self.env.theme);
        canvas::perform(command, doc, &mut self.work.canvas, &self.env.words, out);
    }

    /// What is being dragged is let go before anything else happens to it.
    pub(crate) fn end_drag(&mut self) {
        let mut ended = Vec::new();
        self.work.canvas.end_drag(&mut ended);
        if ended.is_empty() {
            return;
        }
        let ctx = self.env.ctx.clone();
        self.handle_all(&ctx, &mut ended);
        // What comes next acts on the map as it is now.
        if let Some(doc) = &mut self.work.doc {
            doc.refresh(&self.env.words, &self.env.theme);
        }
    }

    fn choose_theme(&mut self, ctx: &egui::Context, theme: ThemeChoice) {
        self.env.settings.theme = theme;
        self.keep_settings(ctx);
    }

    /// The map's own zoom stays as it is.
    fn choose_interface_size(&mut self, ctx: &egui::Context, size: InterfaceSize) {
        self.env.settings.interface_size = size;
        match self.work.workshop.is_on() {
            true => self.work.workshop.enlarge(ctx, size.factor()),
            false => ctx.set_zoom_factor(size.factor()),
        }
        self.keep_settings(ctx);
        let percent = self.env.words.percent(f64::from(size.percent()));
        self.front.notices.say(self.env.words.notice_interface_size(percent));
    }

    fn choose_language(&mut self, ctx: &egui::Context, lang: Lang) {
        self.env.words = Words::new(lang);
        self.env.settings.lang = Some(lang);
        self.keep_settings(ctx);
    }

    /// Takes the last step back or makes it again, and brings what changed into view.
    fn undo(&mut self, again: bool) {
        let Some(doc) = &mut self.work.doc else { return };
        let shown = if again { doc.editor.redo() } else { doc.editor.undo() };
        self.work.canvas.let_go();
        let Some(Shown { label, journey, things, cell }) = shown else { return };
        self.front.notices.drop_undo();
        if doc.journey != journey && doc.editor.project().journey(&journey).is_some() {
            // Each map is looked at where it was.
            doc.stop_comparing();
            doc.journey = journey;
        }
        let inside: Vec<Thing> =
            things.into_iter().filter(|thing| !matches!(thing, Thing::Journey(_))).collect();
        // The canvas shows what is there once the map is laid out anew.
        self.work.canvas.show_all(inside.clone());
        // The list of gaps shows an answer itself: it does not make way for the fields of a phase.
        let listed = self.work.room == Room::Gaps && label == Label::AnswerQuestion;
        // What came from elsewhere as a whole touches much: to select all of it helps nobody.
        let as_whole = matches!(label, Label::Replace(Replaced::ByFile | Replaced::ByMerge));
        let inside = if listed || as_whole { Vec::new() } else { inside };
        let cell = cell.filter(|_| inside.is_empty()).map(|(lane, step)| CellRef { lane, step });
        if let Some(cell) = &cell {
            self.work.canvas.show_cell(cell.clone());
        }
        doc.selection = Selection { things: inside, cell };
        let what = label.text(&self.env.words);
        let words = &self.env.words;
        let text = if again { words.notice_redone(&what) } else { words.notice_undone(&what) };
        self.front.notices.say_step(text);
    }

    /// Makes a map: in a file of its own, or as tabs of the open one after the one in front.
    pub(crate) fn make_map(&mut self, place: NewMapPlace, wanted: &WantedMap) {
        if let (NewMapPlace::Tab, Some(doc)) = (place, &mut self.work.doc) {
            let known = doc.editor.project().personas.clone();
            let (project, front) = make_map(wanted, &known, &self.env.words, &mut doc.editor.ids);
            let at = doc.editor.project().journey(&doc.journey).map_or(0, |(at, _)| at + 1);
            self.edit(Change::AddProject { at, project: Box::new(project) });
            self.go_to(&front);
            return;
        }
        let known = List::default();
        let (project, front) = make_map(wanted, &known, &self.env.words, &mut random_ids());
        let mut doc = Document::new(project, None, false);
        doc.journey = front;
        self.show_document(Some(doc));
    }
}
