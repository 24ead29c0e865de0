//! The palette: any command, recent file, journey, phase or card by a few of its letters.

use super::kit::buttons::{medium, regular};
use super::kit::caret::layouter;
use super::kit::dialog_box::width_in;
use super::kit::text_field::{set_caret_to_end, take_key};
use super::kit::titles::title_of;
use super::state::command::{Command, State};
use super::state::keys::shown_key;
use super::{Context, Document, Message, Selection};
use crate::model::{CardRef, Id, Thing, Widths};
use crate::scene::Role;
use crate::scene::icon;
use crate::words::{Lang, Words};
use egui::{Align2, Key, Modal, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2};
use rank::{fold, ranked};
use std::path::PathBuf;

mod rank;

/// More rows than these nobody looks through.
const ROWS: usize = 60;
/// A longer text is found by its beginning.
const SEARCHED: usize = 200;

/// The open palette.
pub(crate) struct Palette {
    query: String,
    entries: Vec<Entry>,
    /// Which entries match, the best first.
    found: Vec<usize>,
    at: usize,
    opened: bool,
}

/// Something that can be found.
struct Entry {
    goal: Goal,
    label: String,
    /// What it is searched by: folded labels.
    keys: Vec<String>,
    note: String,
    icon: char,
}

enum Goal {
    Do(Command),
    Open(PathBuf),
    GoTo(Id),
    Show(Id, Thing),
}

fn query_id() -> egui::Id {
    egui::Id::unique("palette query")
}

impl Palette {
    /// All that can be found now.
    pub(crate) fn new(cx: &Context, state: &State, recent: &[PathBuf]) -> Self {
        let mut entries = commands(cx, state);
        for path in recent {
            let label = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            let folder = path.parent().map(|parent| parent.display().to_string());
            entries.push(Entry {
                keys: vec![fold(&label)],
                goal: Goal::Open(path.clone()),
                label,
                note: folder.unwrap_or_default(),
                icon: icon::FILE,
            });
        }
        if let Some(doc) = state.doc {
            things(cx, doc, &mut entries);
        }
        let mut palette =
            Self { query: String::new(), entries, found: Vec::new(), at: 0, opened: false };
        palette.find();
        palette
    }

    /// What was typed in the frame it opened in, before its field had the keyboard.
    fn take_typed(&mut self, ui: &Ui) {
        let events = ui.input(|input| input.events.clone());
        for event in events {
            if let egui::Event::Text(text) = event {
                self.query += &text;
            }
        }
        if !self.query.is_empty() {
            set_caret_to_end(ui, query_id(), &self.query);
            self.find();
        }
    }

    /// Ranks the entries by what has been typed.
    fn find(&mut self) {
        let mut found = ranked(&self.query, self.entries.iter().map(|entry| &entry.keys[..]));
        found.truncate(ROWS);
        self.found = found;
        self.at = 0;
    }

    /// Shows it; false when it is done with.
    pub(crate) fn palette_ui(
        &mut self,
        ctx: &egui::Context,
        cx: &Context,
        out: &mut Vec<Message>,
    ) -> bool {
        let mut chosen = None;
        // Before the field sees the keys: arrows walk the list.
        let key = take_key(ctx, |key, modifiers| {
            use Key::{ArrowDown, ArrowUp, Enter, PageDown, PageUp};
            let ours = matches!(key, ArrowUp | ArrowDown | PageUp | PageDown | Enter);
            (ours && modifiers.is_none()).then_some(key)
        });
        let last = self.found.len().saturating_sub(1);
        self.at = match key {
            Some(Key::ArrowUp) if self.at == 0 => last,
            Some(Key::ArrowUp) => self.at - 1,
            Some(Key::ArrowDown) if self.at >= last => 0,
            Some(Key::ArrowDown) => self.at + 1,
            Some(Key::PageUp) => self.at.saturating_sub(8),
            Some(Key::PageDown) => (self.at + 8).min(last),
            _ => self.at,
        };
        let moved = key.is_some_and(|key| key != Key::Enter);
        if key == Some(Key::Enter) {
            chosen = self.found.get(self.at).copied();
        }
        let area = Modal::default_area(egui::Id::unique("palette"))
            .anchor(Align2::CENTER_TOP, vec2(0.0, 90.0));
        let modal = Modal::new(egui::Id::unique("palette")).area(area);
        let modal =
            modal.backdrop_color(crate::ui::kit::dialog_box::backdrop(cx)).show(ctx, |ui| {
                ui.set_width(width_in(ctx, 600.0));
                let mut layouter = layouter(regular(16.0), false);
                let field = TextEdit::singleline(&mut self.query)
                    .layouter(&mut layouter)
                    .id(query_id())
                    .hint_text(cx.words.palette_hint())
                    .font(regular(16.0))
                    .margin(egui::Margin::symmetric(12, 10))
                    .desired_width(f32::INFINITY);
                let response = ui.add(field);
                response.widget_info(|| {
                    WidgetInfo::labeled(egui::Role::SearchInput, true, cx.words.command_palette())
                });
                if !std::mem::replace(&mut self.opened, true) {
                    response.request_focus();
                    self.take_typed(ui);
                }
                if response.changed() {
                    self.find();
                }
                ui.add_space(6.0);
                if self.found.is_empty() {
                    ui.weak(cx.words.palette_nothing());
                }
                let height = ctx.content_rect().height() * 0.55;
                // It grows again when more is found than before.
                let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
                list.auto_shrink([false, true]).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    for (row, &index) in self.found.iter().enumerate() {
                        let Some(entry) = self.entries.get(index) else { continue };
                        let response = entry_ui(ui, cx, entry, row == self.at);
                        if row == self.at && moved {
                            response.scroll_to_me(None);
                        }
                        if response.clicked() {
                            chosen = Some(index);
                        }
                    }
                });
            });
        if let Some(entry) = chosen.and_then(|index| self.entries.get(index)) {
            entry.goal.ask(out);
            return false;
        }
        !modal.should_close()
    }
}

impl Goal {
    fn ask(&self, out: &mut Vec<Message>) {
        match self {
            Self::Do(command) => out.push(Message::Do(command.clone())),
            Self::Open(path) => out.push(Message::Open(path.clone())),
            Self::GoTo(journey) => out.push(Message::GoTo(journey.clone())),
            Self::Show(journey, thing) => out.extend([
                Message::GoTo(journey.clone()),
                Message::Select(Selection::of(thing.clone())),
                Message::Show(thing.clone()),
            ]),
        }
    }
}

/// The commands that can be done now, found by their labels in both languages.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few commands differ here; the others go by their rows"
)]
fn commands(cx: &Context, state: &State) -> Vec<Entry> {
    let other = Words::new(if cx.words.lang == Lang::Sv { Lang::En } else { Lang::Sv });
    let allowed = |command: &Command| *command != Command::Palette && command.is_allowed(state);
    let commands = Command::all().into_iter().filter(allowed);
    commands
        .map(|command| {
            let label = command.label_on(cx.words, state);
            // Each language is named in itself; both are found by the word for language.
            let set = match command {
                Command::Swedish | Command::English => cx.words.menu_language(),
                _ => label.clone(),
            };
            let mut keys = vec![fold(&label), fold(&command.label_on(&other, state)), fold(&set)];
            for words in [cx.words, &other] {
                keys.extend(also(&command, words).split_whitespace().map(fold));
            }
            Entry {
                keys,
                label,
                note: shown_key(&command, cx.words).unwrap_or_default(),
                icon: command.row().icon,
                goal: Goal::Do(command),
            }
        })
        .collect()
}

/// Other words a command is looked for by, with spaces between them.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few commands differ here; the others go by their rows"
)]
fn also(command: &Command, words: &Words) -> String {
    match command {
        Command::Widths(Widths::Scale | Widths::Log) => words.search_scale(),
        Command::Widths(_) => words.search_widths(),
        Command::Details(_) => words.search_details(),
        Command::InterfaceSize(_) | Command::InterfaceLarger | Command::InterfaceSmaller => {
            words.search_interface_size()
        }
        Command::Overview => words.search_overview(),
        Command::Room(_) | Command::Gaps | Command::GapsOnMap => words.search_room(),
        Command::Chain => words.search_chain(),
        Command::Export => words.search_export(),
        Command::Present | Command::PresentHere => words.search_present(),
        Command::Find => words.search_find(),
        Command::Delete => words.search_delete(),
        Command::ThemeSystem
        | Command::ThemeLight
        | Command::ThemeDark
        | Command::ThemeProjector => words.search_theme(),
        Command::LessMotion => words.search_motion(),
        Command::AddPoint => words.search_point(),
        Command::AddPersona => words.search_persona(),
        Command::DrawCurve(_) | Command::CopyCurve(_) => words.search_pen(),
        Command::Compare => words.search_compare(),
        Command::MakeFuture => words.search_future(),
        Command::Workshop => words.search_workshop(),
        Command::Timer => words.search_timer(),
        Command::Keys => words.search_keys(),
        Command::Guide => words.search_guide(),
        Command::Views => words.search_views(),
        Command::SaveTemplate => words.search_template(),
        Command::Fit => words.search_fit(),
        Command::Story => words.search_story(),
        Command::InsertPicture => words.search_picture(),
        _ => String::new(),
    }
}

/// Journeys, personas, and the phases, lanes and cards of the one in front.
fn things(cx: &Context, doc: &Document, entries: &mut Vec<Entry>) {
    for journey in &doc.editor.project().journeys {
        let label = title_of(journey, cx);
        entries.push(Entry {
            keys: vec![fold(&label)],
            label,
            note: cx.words.palette_journey(),
            icon: icon::MAP,
            goal: Goal::GoTo(journey.id.clone()),
        });
    }
    let Some(journey) = doc.shown_journey() else { return };
    let personas = journey.personas.iter();
    for (_, persona) in personas.filter_map(|id| doc.editor.project().persona(id)) {
        let label = persona.name.trim().to_owned();
        if !label.is_empty() {
            entries.push(Entry {
                keys: [&label, persona.role.trim()].map(fold).to_vec(),
                label,
                note: cx.words.field_persona(),
                icon: icon::USER,
                goal: Goal::Show(journey.id.clone(), Thing::Persona(persona.id.clone())),
            });
        }
    }
    let mut add = |text: &str, note: String, icon: char, thing: Thing| {
        let label: String = text.chars().take(SEARCHED).collect();
        if !label.trim().is_empty() {
            let goal = Goal::Show(journey.id.clone(), thing);
            entries.push(Entry { keys: vec![fold(&label)], label, note, icon, goal });
        }
    };
    for phase in &journey.phases {
        let phase_thing = Thing::Phase(phase.id.clone());
        add(&phase.title, cx.words.palette_phase(), icon::COLUMNS, phase_thing);
        for step in &phase.steps {
            add(&step.title, phase.title.clone(), icon::COLUMNS, Thing::Step(step.id.clone()));
        }
    }
    for lane in &journey.lanes {
        let title = lane_title(lane, cx);
        for card in &lane.cards {
            let reference = CardRef { lane: Some(lane.id.clone()), card: card.id.clone() };
            add(&card.text, title.clone(), icon::MESSAGE, Thing::Card(reference));
        }
        for point in &lane.points {
            let thing = Thing::Point { lane: lane.id.clone(), point: point.id.clone() };
            add(&point.quote, title.clone(), icon::QUOTE, thing);
        }
        add(&title, cx.words.palette_lane(), icon::ROWS, Thing::Lane(lane.id.clone()));
    }
}

fn lane_title(lane: &crate::model::Lane, cx: &Context) -> String {
    use crate::words::Named;
    if lane.title.trim().is_empty() { lane.kind.name(cx.words) } else { lane.title.clone() }
}

fn entry_ui(ui: &mut Ui, cx: &Context, entry: &Entry, at: bool) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, at, &entry.label));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if at || response.hovered() {
        let fill = if at { Role::Hairline } else { Role::Chip };
        ui.painter().rect_filled(rect, 6.0, cx.theme.color(fill));
    }
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let middle = rect.left_center();
    let note = ui.painter().layout_no_wrap(entry.note.clone(), regular(12.5), muted);
    let note_width = note.size().x.min(rect.width() * 0.45);
    let room = rect.width() - note_width - 64.0;
    crate::ui::kit::buttons::line(
        ui,
        middle + vec2(12.0, 0.0),
        &entry.icon.to_string(),
        regular(15.0),
        muted,
        20.0,
    );
    let label = entry.label.replace('\n', " ");
    crate::ui::kit::buttons::line(ui, middle + vec2(40.0, 0.0), &label, medium(13.5), ink, room);
    let note_at = rect.right_center() - vec2(note_width + 12.0, 0.0);
    crate::ui::kit::buttons::line(ui, note_at, &entry.note, regular(12.5), muted, note_width + 1.0);
    response
}
