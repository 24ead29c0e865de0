//! The room of opportunities: what is worth doing, what is done next, and by whom.
//!
//! It keeps no copy of what it shows: what is worked out of the project ([`KnownIdeas`]) is kept as long
//! as the project's pointer is the same, also while a card is dragged, since a drag previews an edit.

mod board_view;
mod empty;
mod head;
mod idea_keys;
mod known;
mod list_view;
mod matrix_view;
mod next_list;
mod painted;
mod ranking_list;

use super::{Context, Document, Message};
use crate::edit::{Change, change_idea, new_idea, with_new_idea};
use crate::export::SheetKind;
use crate::insight::{IdeaFigures, RankRule, RankedIdea};
use crate::model::{Card, CardRef, Id, Journey, Opportunity};
use crate::scene::{Layout, Role};
use egui::{Frame, Key, Margin, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};
use jiff::Zoned;
use jiff::civil::Date;
use known::KnownIdeas;
use list_view::Sorting;
use matrix_view::IdeaDrag;
use painted::IdeaPainter;

/// From the room's edges to what stands in it.
const MARGIN: f32 = 32.0;
/// How high the title with its buttons is.
const HEAD: f32 = 72.0;
/// Between the picture and the ranking.
const BETWEEN: f32 = 32.0;
/// How wide the ranking is at most, and at least.
const SIDE: (f32, f32) = (456.0, 300.0);
/// In a narrower room the ranking stands below the picture.
const NARROW: f32 = 820.0;

/// How opportunities are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum IdeaView {
    /// By value and effort.
    #[default]
    Matrix,
    /// In a table.
    List,
    /// By status.
    Board,
}

/// What the room remembers.
#[derive(Default)]
pub(crate) struct IdeasRoom {
    /// How they are shown.
    pub view: IdeaView,
    /// By which rule they are ranked.
    pub rule: RankRule,
    /// The one that the panel shows.
    pub chosen: Option<Id>,
    /// What day it is; none: as the clock says.
    pub today: Option<Date>,
    layout: Option<Layout>,
    known: Option<KnownIdeas>,
    painter: IdeaPainter,
    drag: Option<IdeaDrag>,
    sorting: Sorting,
    all_tasks: bool,
    by_person: bool,
    /// The card that is to have the keyboard in the next frame.
    wanted: Option<Id>,
    /// It has just been entered, and nothing is chosen.
    is_new: bool,
}

/// The widget that has the keyboard where nothing else of the room has it.
pub(crate) fn ideas_room_id() -> egui::Id {
    egui::Id::unique("the room of opportunities")
}

/// How the names of the panel's fields begin that are about an opportunity.
pub(crate) const OF_IDEA: &str = "idea ";

/// The card of an opportunity, wherever it is shown.
fn card_id(id: &Id) -> egui::Id {
    egui::Id::unique(("opportunity", id))
}

impl IdeasRoom {
    /// Another file is open: how things are shown stays.
    pub(crate) fn forget(&mut self) {
        let Self { view, rule, today, .. } = *self;
        *self = Self { view, rule, today, ..Self::default() };
    }

    /// The room is entered: the first of the ranking is shown.
    pub(crate) fn enter(&mut self) {
        self.drag = None;
        self.is_new = self.chosen.is_none();
    }

    /// Is this widget one of the room's own: the room itself, or a card in it?
    pub(crate) fn holds(&self, widget: Option<egui::Id>) -> bool {
        let ideas = self.known.iter().flat_map(|known| &known.ideas);
        let mut cards = ideas.map(|idea| card_id(&idea.opportunity.id));
        widget.is_some_and(|id| id == ideas_room_id() || cards.any(|card| card == id))
    }

    /// What day it is.
    pub(crate) fn day(&self) -> Date {
        self.today.unwrap_or_else(|| Zoned::now().date())
    }

    /// Works out what is shown, where it is not known yet; to be called before anything is shown.
    pub(crate) fn follow(&mut self, doc: &Document, cx: &Context<'_>) {
        let today = self.day();
        let plot_top = self.held().map_or(0.0, |held| held.plot_top);
        let wanted = known::KnownFor::now(doc, cx, self.rule, today, plot_top);
        if !self.known.as_ref().is_some_and(|known| known.is_for(&wanted)) {
            let layout = self.layout.get_or_insert_with(Layout::new);
            self.known = KnownIdeas::of(layout, wanted, cx.words);
        }
        let is_there = |id: &Id| {
            let ideas = self.known.as_ref().map(|known| known.ideas.as_slice());
            ideas.unwrap_or_default().iter().any(|idea| idea.opportunity.id == *id)
        };
        if self.chosen.as_ref().is_some_and(|id| !is_there(id)) {
            self.chosen = None;
        }
        if std::mem::take(&mut self.is_new) {
            let first = self.known.as_ref().and_then(|known| known.ideas.first());
            self.chosen = first.map(|idea| idea.opportunity.id.clone());
        }
        if self.drag.as_ref().is_some_and(|drag| !is_there(&drag.id)) {
            self.drag = None;
        }
    }

    /// What an export of what is seen would be.
    pub(crate) fn sheet_kind(&self) -> SheetKind {
        match self.view {
            IdeaView::Matrix | IdeaView::List => SheetKind::Matrix,
            IdeaView::Board => SheetKind::Board,
        }
    }

    /// The chosen opportunity.
    pub(crate) fn chosen_idea(&self) -> Option<&RankedIdea> {
        let id = self.chosen.as_ref()?;
        self.known.as_ref()?.ideas.iter().find(|idea| idea.opportunity.id == *id)
    }

    /// What is said at the bottom of the window: what can be done, and what there is.
    pub(crate) fn status(&self, cx: &Context<'_>) -> (String, String) {
        let hint = match self.view {
            IdeaView::Matrix => cx.words.ideas_hint(),
            IdeaView::List => cx.words.ideas_hint_list(),
            IdeaView::Board => cx.words.ideas_hint_board(),
        };
        let counts = self.known.as_ref().map(|known| known.counts(cx.words));
        (hint, counts.unwrap_or_default())
    }

    /// Shows the room. [`Self::follow`] has been called in this frame.
    pub(crate) fn ideas_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        out: &mut Vec<Message>,
    ) {
        // It goes back where it came from, so that parts of the room may change the rest.
        let Some(known) = self.known.take() else { return };
        let area = ui.max_rect();
        let room = ui.interact(area, ideas_room_id(), Sense::click());
        let name = cx.words.ideas_title();
        room.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, &name));
        ui.painter().rect_filled(area, 0.0, cx.theme.color(Role::Paper));
        // Keys on the room count as clicks elsewhere in egui: they let go of nothing.
        if room.clicked_by(egui::PointerButton::Primary) {
            self.chosen = None;
        }
        let inner = area.shrink2(vec2(MARGIN, 20.0));
        let head = Rect::from_min_max(inner.min, pos2(inner.right(), inner.top() + HEAD));
        let wants_new = self.head_ui(ui, cx, &known, head);
        let body = Rect::from_min_max(pos2(inner.left(), head.bottom()), inner.max);
        match (known.ideas.is_empty(), self.view) {
            (true, _) => self.empty_ui(ui, cx, doc, &known, body, out),
            (false, IdeaView::List) => self.list_ui(ui, cx, &known, body),
            (false, IdeaView::Board) => self.board_ui(ui, cx, doc, &known, body, out),
            (false, IdeaView::Matrix) => self.matrix_and_ranking(ui, cx, doc, &known, body, out),
        }
        if wants_new | self.take_keys(ui, doc, &known, out) {
            self.make_idea(doc, &[], "", None, out);
        }
        self.known = Some(known);
    }

    fn matrix_and_ranking(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &Document,
        known: &KnownIdeas,
        body: Rect,
        out: &mut Vec<Message>,
    ) {
        if body.width() < NARROW {
            self.scrolled_ui(ui, body, |room, ui| {
                let size = room.picture_size(known);
                let fits = (ui.available_width() / size.x).min(1.0);
                let (place, _) = ui.allocate_exact_size(size * fits, Sense::hover());
                room.matrix_ui(ui, cx, doc, known, place, out);
                ui.add_space(20.0);
                room.ranking_and_tasks(ui, cx, doc, known, out);
            });
            return;
        }
        let side = (body.width() * 0.36).clamp(SIDE.1, SIDE.0);
        let left = Rect::from_min_max(body.min, pos2(body.right() - side - BETWEEN, body.bottom()));
        self.matrix_ui(ui, cx, doc, known, left, out);
        let right = Rect::from_min_max(pos2(body.right() - side, body.top()), body.max);
        self.scrolled_ui(ui, right, |room, ui| room.ranking_and_tasks(ui, cx, doc, known, out));
    }

    /// What may be higher than `rect`.
    fn scrolled_ui(&mut self, ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Self, &mut Ui)) {
        // What a row is lit by reaches beyond its words.
        let rect = rect.expand2(vec2(12.0, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("side"), |ui| {
            ScrollArea::vertical().id_salt("ranking and tasks").auto_shrink(false).show(ui, |ui| {
                Frame::new().inner_margin(Margin::symmetric(12, 2)).show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
                    contents(self, ui);
                });
            });
        });
    }

    /// Ranking and tasks, one above the other.
    fn ranking_and_tasks(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &Document,
        known: &KnownIdeas,
        out: &mut Vec<Message>,
    ) {
        self.ranking_ui(ui, cx, doc, known, out);
        ui.add_space(24.0);
        self.next_ui(ui, cx, known, out);
        ui.add_space(24.0);
    }

    /// Makes an opportunity that `cards` lead to, and shows it in the panel to be written.
    fn make_idea(
        &mut self,
        doc: &mut Document,
        cards: &[(CardRef, Card)],
        title: &str,
        figures: Option<IdeaFigures>,
        out: &mut Vec<Message>,
    ) {
        let Some(journey) = doc.shown_journey().cloned() else { return };
        let id = doc.editor.ids.next_id();
        let project = doc.editor.committed();
        let mut change = new_idea(project, &journey, cards, id.clone(), title, None);
        if let Some(figures) = figures {
            change = with_new_idea(change, &id, &|one| put(one, figures));
        }
        out.push(Message::Edit(change));
        out.push(Message::Field("idea title"));
        self.chosen = Some(id);
    }
}

fn put(one: &mut Opportunity, figures: IdeaFigures) {
    one.customer_value = Some(figures.customer);
    one.business_value = Some(figures.business);
    one.effort = Some(figures.effort);
}

/// Gives the opportunity `id` these figures.
fn rate(doc: &Document, journey: &Journey, id: &Id, figures: IdeaFigures) -> Option<Change> {
    change_idea(doc.editor.committed(), journey, id, |one, _| put(one, figures))
}

/// Is a key without others pressed, while nobody types?
fn pressed(ui: &Ui, key: Key) -> bool {
    !ui.ctx().text_edit_focused()
        && ui.input(|input| input.key_pressed(key) && input.modifiers.is_none())
}
