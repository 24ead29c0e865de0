//! The room of research: what one wants to know, what was said, and what it tells of the map.
//!
//! From the left: the thread with the sources, the text of one of them, and the map in small with what
//! was found out. Words that are chosen in the text go to the map: as a quote in a step, as evidence of
//! a card, as a passage of a theme. It keeps no copy of what it shows ([`KnownResearch`]).

mod findings;
mod known;
mod map_view;
mod picking;
mod research_keys;
mod search_said;
mod source_form;
mod source_list;
mod take_bar;
mod theme_detail;
mod transcript_view;
mod went;

use super::{Context, Document, Message};
use crate::insight::ResearchStep;
use crate::model::{Id, Source, SourceKind};
use crate::scene::{Layout, Role};
use crate::ui::canvas::Galleys;
use crate::words::Words;
use egui::{Pos2, Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2};
use jiff::Zoned;
use jiff::civil::Date;
use known::KnownResearch;
use map_view::{HeldStep, WordTarget};
use picking::Picking;
use std::ops::Range;

/// How wide the column of the thread is.
const THREAD: f32 = 304.0;
/// How wide the text is at most, and at least.
const TEXT: (f32, f32) = (576.0, 380.0);
/// In a room narrower than this the findings are left out of sight.
const NARROW: f32 = 960.0;

/// What stands in the middle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum ResearchPage {
    /// The text of a source; none: there are no sources, or none is chosen yet.
    #[default]
    Source,
    /// The form of a step of the thread.
    Step(ResearchStep),
}

/// What the room remembers.
#[derive(Default)]
pub(crate) struct ResearchRoom {
    /// What stands in the middle.
    pub page: ResearchPage,
    /// The source whose text is shown.
    pub source: Option<Id>,
    /// What is chosen in that text, in bytes.
    pub chosen: Option<Range<usize>>,
    /// Nothing is to be marked in the text any more, with the caret there, in bytes.
    unmark_at: Option<usize>,
    /// Where chosen words are to go, by keys.
    picking: Option<Picking>,
    /// Chosen words are dragged.
    is_dragged: bool,
    /// The theme whose passages are lit.
    theme: Option<Id>,
    /// The theme that was clicked while words are chosen.
    picked_by_click: Option<Id>,
    /// The theme whose name is typed, and what it is so far.
    naming: Option<(Id, String)>,
    /// The fields of the source are shown, to be changed.
    is_edited: bool,
    /// The step that dragged words are held over, since when, and whether its cards are shown.
    held: Option<HeldStep>,
    /// Where the chosen words are seen.
    pub place_of_words: Option<Rect>,
    /// Words of the text that are to come into view, in bytes.
    pub to_be_seen: Option<Range<usize>>,
    /// Where the dragged words come from, on the screen.
    from: Pos2,
    /// What words can be dropped on, where it was seen last.
    targets: Vec<(WordTarget, Rect)>,
    /// What day it is; none: as the clock says.
    pub today: Option<Date>,
    /// A source that is shown as soon as it is there.
    coming: Option<Id>,
    layout: Option<Layout>,
    search: search_said::SearchOfSaid,
    known: Option<KnownResearch>,
    galleys: Galleys,
}

/// The widget that has the keyboard where nothing else of the room has it.
pub(crate) fn research_room_id() -> egui::Id {
    egui::Id::unique("the room of research")
}

/// The widget of the text.
fn text_id() -> egui::Id {
    egui::Id::unique("what was said")
}

impl ResearchRoom {
    /// The room is entered: the text that was shown last, or the first.
    pub(crate) fn enter(&mut self) {
        self.let_go();
        self.is_edited = false;
    }

    /// Another file is open.
    pub(crate) fn forget(&mut self) {
        *self = Self { today: self.today, ..Self::default() };
    }

    /// What day it is.
    fn day(&self) -> Date {
        self.today.unwrap_or_else(|| Zoned::now().date())
    }

    /// Is this widget one of the room's own: the room itself, or its text?
    pub(crate) fn holds(&self, widget: Option<egui::Id>) -> bool {
        widget.is_some_and(|id| id == research_room_id() || id == text_id())
    }

    /// Nothing is chosen, dragged or placed any more.
    fn let_go(&mut self) {
        self.chosen = None;
        self.picking = None;
        self.is_dragged = false;
        self.held = None;
    }

    /// Works out what is shown, where it is not known yet; to be called before anything is shown.
    pub(crate) fn follow(&mut self, doc: &Document, cx: &Context<'_>) {
        let project = doc.editor.project();
        let is_there = |id: &Id| project.sources.iter().any(|source| source.id == *id);
        if let Some(id) = self.coming.take_if(|id| is_there(id)) {
            self.open_source(&id);
            self.is_edited = true;
        }
        if !self.source.as_ref().is_some_and(is_there) {
            self.source = project.sources.first().map(|source| source.id.clone());
            self.let_go();
            // What is typed on in the fields of one that is gone would be said of another.
            self.is_edited = false;
        }
        if project.sources.is_empty() && self.page == ResearchPage::Source {
            self.page = ResearchPage::Step(ResearchStep::Purpose);
        }
        let length = self.source(doc).map_or(0, |source| source.notes.len());
        if self.chosen.as_ref().is_some_and(|range| range.end > length) {
            self.let_go();
        }
        let wanted = known::ResearchKnownFor::now(doc, cx, self.source.as_ref());
        if !self.known.as_ref().is_some_and(|known| known.is_for(&wanted)) {
            let layout = self.layout.get_or_insert_with(Layout::new);
            self.known = KnownResearch::of(layout, wanted, cx.words);
        }
    }

    /// The source whose text is shown.
    fn source<'a>(&self, doc: &'a Document) -> Option<&'a Source> {
        let id = self.source.as_ref()?;
        let sources = &doc.editor.project().sources;
        sources.iter().find(|source| source.id == *id).map(AsRef::as_ref)
    }

    /// Shows the text of a source.
    fn open_source(&mut self, id: &Id) {
        if self.source.as_ref() != Some(id) {
            self.let_go();
            self.is_edited = false;
        }
        self.source = Some(id.clone());
        self.page = ResearchPage::Source;
    }

    /// Brings the first passage of a theme into view: in the text that is shown, or else in another.
    fn show_theme(&mut self, known: &KnownResearch, theme: &Id) {
        let sources = &known.project().sources;
        let shown = sources.iter().filter(|source| Some(&source.id) == self.source.as_ref());
        let mut first = shown.chain(sources).filter_map(|source| {
            let mut passages = source.passages.iter();
            let passage = passages.find(|passage| passage.themes.contains(theme))?;
            Some((source.id.clone(), source.place_of(passage)?))
        });
        let found = first.next();
        if let Some((source, range)) = found {
            self.open_source(&source);
            self.to_be_seen = Some(range);
        }
    }

    /// What is said at the bottom of the window: what can be done, and what there is.
    pub(crate) fn status(&self, cx: &Context<'_>) -> (String, String) {
        let hint = match &self.picking {
            Some(Picking::Quote { .. }) => cx.words.research_hint_quote(),
            Some(Picking::Evidence { .. }) => cx.words.research_hint_evidence(),
            Some(Picking::Theme { .. }) => cx.words.research_hint_theme(),
            None => cx.words.research_hint(),
        };
        let counts = self.known.as_ref().map(|known| known.counts(cx.words));
        (hint, counts.unwrap_or_default())
    }

    /// Shows the room. [`Self::follow`] has been called in this frame.
    pub(crate) fn research_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        out: &mut Vec<Message>,
    ) {
        let Some(known) = self.known.take() else { return };
        let area = ui.max_rect();
        let room = ui.interact(area, research_room_id(), Sense::click());
        let name = cx.words.room_research();
        room.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, &name));
        ui.painter().rect_filled(area, 0.0, cx.theme.color(Role::Card));
        let is_narrow = area.width() < NARROW;
        let text = ((area.width() - THREAD) * 0.42).clamp(TEXT.1, TEXT.0);
        let text = if is_narrow { area.width() - THREAD } else { text };
        let left = area.with_max_x(area.left() + THREAD);
        let middle = Rect::from_min_max(
            pos2(left.right(), area.top()),
            pos2(left.right() + text, area.bottom()),
        );
        let right = area.with_min_x(middle.right());
        ui.painter().rect_filled(middle, 0.0, cx.theme.color(Role::Paper));
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        ui.painter().vline(middle.left(), area.y_range(), edge);
        ui.painter().vline(middle.right(), area.y_range(), edge);
        column(ui, "thread", left, |ui| self.thread_ui(ui, cx, doc, &known, out));
        column(ui, "text", middle, |ui| self.middle_ui(ui, cx, doc, &known, out));
        if !is_narrow {
            column(ui, "findings", right, |ui| self.findings_ui(ui, cx, doc, &known, out));
        }
        self.ghost_ui(ui, cx, doc);
        self.hold_keyboard(ui);
        self.known = Some(known);
    }

    fn middle_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownResearch,
        out: &mut Vec<Message>,
    ) {
        self.search_ui(ui, cx, doc);
        match self.page.clone() {
            ResearchPage::Step(step) => self.step_ui(ui, cx, doc, known, step, out),
            ResearchPage::Source => self.transcript_ui(ui, cx, doc, known, out),
        }
    }

    /// Where nothing else has the keyboard the room has, and the map behind it does not.
    fn hold_keyboard(&self, ui: &Ui) {
        let (focused, modal) = ui.memory(|memory| (memory.focused(), memory.top_modal_layer()));
        if focused.is_none() && modal.is_none() && !egui::Popup::is_any_open(ui.ctx()) {
            ui.memory_mut(|memory| memory.request_focus(research_room_id()));
        }
    }
}

/// A part of the room, with what it shows kept within it.
fn column(ui: &mut Ui, salt: &str, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(salt), |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
        contents(ui);
    });
}

/// What kind of source it is, in a word.
fn kind_name(source: &Source, words: &Words) -> String {
    use crate::words::Named as _;
    source.kind.as_ref().map_or_else(|| words.research_kind_none(), |kind| kind.name(words))
}

/// The icon of a kind of source.
fn kind_icon(kind: Option<&SourceKind>) -> char {
    use crate::scene::icon;
    match kind {
        Some(SourceKind::Interview | SourceKind::Internal) => icon::MESSAGE,
        Some(SourceKind::Survey) => icon::CLIPBOARD,
        Some(SourceKind::Statistics) => icon::CHART,
        Some(SourceKind::Observation) => icon::EYE,
        Some(SourceKind::Workshop) => icon::USERS,
        Some(SourceKind::Document | SourceKind::Other(_)) | None => icon::FILE_TEXT,
    }
}
