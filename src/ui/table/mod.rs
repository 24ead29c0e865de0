//! The table of all cards: what they lack is seen at once, and many are changed at once.
//!
//! What is shown is worked out of the project once for each of its pointers, chosen and put in order
//! again when something else is asked for, and drawn only where it is in view. Rows and heads of groups
//! differ in height, and a row is one thing to the pointer and to whoever listens: so they are painted
//! in a scrolled area, and not as cells of a table widget, each of which would be a `Ui` of its own.

mod bulk_bar;
mod card_changes;
mod cell_menus;
mod filters;
mod more_filters;
mod row_cells;
mod row_drag;
mod table_columns;
mod table_head;
mod table_keys;
mod table_lines;
mod table_rows;

use super::{Context, Document, Message, Selection};
use crate::insight::{
    ArrangedCards, CardGroup, CardGrouping, CardRow, CardTable, CardsAsked, TableColumn,
    arrange_cards,
};
use crate::model::{Id, Thing};
use crate::scene::Role;
use crate::words::Lang;
use card_changes::CardsToChange;
use egui::{PointerButton, Rect, Sense, Ui, pos2, vec2};
use row_drag::RowDrag;
use std::collections::HashSet;
pub(crate) use table_head::table_search_id;
use table_lines::TableLines;

/// From the room's edges to what stands in it.
const MARGIN: f32 = 32.0;
/// From the room's top to the heads of the columns.
const ABOVE: f32 = 116.0;
/// How high those are.
const HEADS: f32 = 31.0;

/// A cell whose text is being typed, or what a list of choices is open for.
struct CellEdit {
    card: Id,
    column: TableColumn,
    /// What is typed: the card's words, or a name.
    text: String,
    /// It has been asked for, and is not shown yet.
    is_new: bool,
    /// For so many frames its row has not been drawn.
    unseen: u8,
}

/// What is worked out, and for what.
struct KnownTable {
    table: CardTable,
    lang: Lang,
    asked: CardsAsked,
    arranged: ArrangedCards,
    folded: HashSet<Id>,
    lines: TableLines,
}

impl KnownTable {
    /// The row that is shown at this place.
    fn row(&self, shown: usize) -> Option<&CardRow> {
        self.arranged.rows.get(shown).and_then(|row| self.table.rows.get(*row))
    }

    /// Where a card is among the shown rows.
    fn shown_at(&self, card: &Id) -> Option<usize> {
        let row = self.table.row_of(card)?;
        self.arranged.rows.iter().position(|shown| *shown == row)
    }

    /// By what a group is remembered when it is folded.
    fn id_of(&self, group: &CardGroup) -> Id {
        let journey = &self.table.journey;
        let id = match (self.asked.grouping, group.of) {
            (CardGrouping::Phase, Some(at)) => journey.phases.get(at).map(|phase| &phase.id),
            (CardGrouping::Lane, Some(at)) => journey.lanes.get(at).map(|lane| &lane.id),
            (CardGrouping::Phase | CardGrouping::Lane, None) | (CardGrouping::Nothing, _) => None,
        };
        id.cloned().unwrap_or_default()
    }

    /// Are there no groups, so that rows stand without heads?
    fn has_heads(&self) -> bool {
        self.asked.grouping != CardGrouping::Nothing
    }
}

/// What the room remembers.
pub(crate) struct TableRoom {
    /// What is asked for.
    pub asked: CardsAsked,
    /// The cards that are chosen.
    pub chosen: HashSet<Id>,
    /// The row that the keyboard is at, and the column in it.
    pub current: Option<Id>,
    column: TableColumn,
    /// Where choosing more with Shift began.
    anchor: Option<Id>,
    /// The keyboard was used last: it is shown where it is.
    by_keys: bool,
    /// Columns that are not shown.
    hidden: Vec<TableColumn>,
    /// Groups that are folded; those of parked cards by an empty id.
    folded: HashSet<Id>,
    edit: Option<CellEdit>,
    drag: Option<RowDrag>,
    /// What is typed as the name of whoever sees to all that is chosen.
    owner: String,
    known: Option<KnownTable>,
    wants_search: bool,
    /// The row that the keyboard is at is to come into view.
    wants_current: bool,
    /// How many rows and heads were drawn in the last frame.
    pub drawn: usize,
}

impl Default for TableRoom {
    fn default() -> Self {
        Self {
            asked: CardsAsked::default(),
            chosen: HashSet::new(),
            current: None,
            column: TableColumn::Text,
            anchor: None,
            by_keys: false,
            hidden: TableColumn::ALL.into_iter().filter(|one| !one.is_usual()).collect(),
            folded: HashSet::new(),
            edit: None,
            drag: None,
            owner: String::new(),
            known: None,
            wants_search: false,
            wants_current: false,
            drawn: 0,
        }
    }
}

/// The widget that has the keyboard where nothing else of the room has it.
pub(crate) fn table_room_id() -> egui::Id {
    egui::Id::unique("the table of cards")
}

fn row_id(card: &Id) -> egui::Id {
    egui::Id::unique(("row of a card", card))
}

impl TableRoom {
    /// The room is entered: what was chosen or typed when it was left is no longer.
    pub(crate) fn enter(&mut self) {
        self.chosen.clear();
        (self.edit, self.drag, self.anchor) = (None, None, None);
    }

    /// The field of words gets the keyboard.
    pub(crate) fn search(&mut self) {
        self.wants_search = true;
    }

    /// Chooses all rows that are shown.
    pub(crate) fn choose_all(&mut self) {
        let Some(known) = &self.known else { return };
        let all = (0..known.arranged.rows.len()).filter_map(|shown| known.row(shown));
        self.chosen = all.map(|row| row.place.card.clone()).collect();
    }

    /// Works out what is shown, where it is not known yet; to be called before anything is shown.
    pub(crate) fn follow(&mut self, doc: &Document, cx: &Context<'_>) {
        let project = doc.editor.project();
        let lang = cx.words.lang;
        let (known, mut is_new) = (self.known.take(), false);
        let mut known =
            match known.filter(|it| it.lang == lang && it.table.is_of(project, &doc.journey)) {
                Some(known) => known,
                None => {
                    is_new = true;
                    let Some(table) = CardTable::of(project, &doc.journey) else { return };
                    self.let_go_of_missing(&table);
                    let arranged = arrange_cards(&table, &self.asked, cx.words);
                    let (asked, folded) = (self.asked.clone(), self.folded.clone());
                    let lines = TableLines::default();
                    let mut known = KnownTable { table, lang, asked, arranged, folded, lines };
                    known.lines = lines_of(&known);
                    known
                }
            };
        if known.asked != self.asked {
            is_new = true;
            known.asked = self.asked.clone();
            known.arranged = arrange_cards(&known.table, &self.asked, cx.words);
            known.lines = lines_of(&known);
        }
        if known.folded != self.folded {
            known.folded.clone_from(&self.folded);
            known.lines = lines_of(&known);
        }
        // Nothing is changed that nobody sees: what the filters leave out is not chosen any more.
        if is_new && !self.chosen.is_empty() {
            let shown = (0..known.arranged.rows.len()).filter_map(|at| known.row(at));
            let shown: HashSet<Id> = shown.map(|row| row.place.card.clone()).collect();
            self.chosen.retain(|id| shown.contains(id));
        }
        self.known = Some(known);
    }

    /// What is gone, or stands on another map, is not chosen.
    fn let_go_of_missing(&mut self, table: &CardTable) {
        let there: HashSet<&Id> = table.rows.iter().map(|row| &row.place.card).collect();
        self.chosen.retain(|id| there.contains(id));
        let stays = |id: &Id| there.contains(id);
        self.current = self.current.take().filter(stays);
        self.anchor = self.anchor.take().filter(stays);
        self.edit = self.edit.take().filter(|edit| stays(&edit.card));
        self.asked.lanes.retain(|id| table.journey.lane(id).is_some());
        let steps = table.steps();
        self.asked.steps.retain(|id| steps.iter().any(|(_, step)| step.id == *id));
        let persona = self.asked.persona.take();
        self.asked.persona = persona.filter(|id| table.project.persona(id).is_some());
    }

    /// What is said at the bottom of the window: what can be done, and what there is.
    pub(crate) fn status(&self, cx: &Context<'_>) -> (String, String) {
        let mut parts = Vec::new();
        if !self.chosen.is_empty() {
            parts.push(cx.words.card_table_chosen(self.chosen.len()));
        }
        if let Some(known) = &self.known {
            parts.push(counted(known, cx));
            if known.arranged.missing > 0 {
                parts.push(cx.words.card_table_lacking(known.arranged.missing));
            }
        }
        (cx.words.card_table_hint(), parts.join(" · "))
    }

    /// Shows the room. [`Self::follow`] has been called in this frame.
    pub(crate) fn table_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        out: &mut Vec<Message>,
    ) {
        // It goes back where it came from, so that parts of the room may change the rest.
        let Some(known) = self.known.take() else { return };
        let area = ui.max_rect();
        let room = ui.interact(area, table_room_id(), Sense::click());
        let name = cx.words.card_table_title();
        room.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Grid, true, &name));
        ui.painter().rect_filled(area, 0.0, cx.theme.color(Role::Paper));
        // Not `clicked`: Space and Enter, which choose and show, count as clicks on what has the keyboard.
        if room.clicked_by(PointerButton::Primary) {
            self.chosen.clear();
            room.request_focus();
        }
        self.take_keys(ui, doc, &known, out);
        let inner = area.shrink2(vec2(MARGIN, 0.0));
        let head = Rect::from_min_max(inner.min, pos2(inner.right(), inner.top() + ABOVE));
        self.head_ui(ui, cx, &known, head);
        let body = Rect::from_min_max(pos2(inner.left(), head.bottom()), inner.max);
        if known.arranged.rows.is_empty() {
            self.empty_ui(ui, cx, &known, body, out);
        } else {
            let columns = table_columns::columns(body.width(), &self.hidden);
            let heads = Rect::from_min_max(body.min, pos2(body.right(), body.top() + HEADS));
            self.columns_ui(ui, cx, &columns, heads);
            let rows = Rect::from_min_max(pos2(area.left(), heads.bottom()), area.max);
            self.rows_ui(ui, cx, doc, (&known, &columns), rows, out);
        }
        self.end_unseen_edit(ui, &known, out);
        self.bulk_bar_ui(ui, cx, doc, &known, area, out);
        self.known = Some(known);
    }

    /// A cell that is out of view is changed no longer; the words that were typed are kept.
    fn end_unseen_edit(&mut self, ui: &Ui, known: &KnownTable, out: &mut Vec<Message>) {
        let Some(edit) = &mut self.edit else { return };
        edit.unseen += 1;
        if edit.unseen > 1 || edit.is_new {
            ui.ctx().request_repaint();
        }
        // In the first frame the row may only be on its way into view.
        if edit.unseen < 4 {
            return;
        }
        let Some(edit) = self.edit.take().filter(|edit| !edit.is_new) else { return };
        let is_it = |id: &Id| *id == edit.card;
        let row = known.table.row_of(&edit.card).and_then(|at| known.table.rows.get(at));
        let is_changed = row.is_some_and(|row| row.card.text != edit.text);
        if edit.column == TableColumn::Text && is_changed {
            out.push(Message::Edit(CardsToChange::of(&known.table, is_it).say(&edit.text)));
        }
    }

    /// Shows a card on the map.
    fn show_on_map(known: &KnownTable, card: &Id, out: &mut Vec<Message>) {
        let Some(row) = known.table.row_of(card).and_then(|at| known.table.rows.get(at)) else {
            return;
        };
        let thing = Thing::Card(row.place.clone());
        out.push(Message::Select(Selection::of(thing.clone())));
        out.push(Message::Show(thing));
    }
}

fn lines_of(known: &KnownTable) -> TableLines {
    let is_folded = |group: &CardGroup| known.folded.contains(&known.id_of(group));
    TableLines::of(&known.arranged, known.has_heads(), is_folded)
}

/// `27 av 100 kort`.
fn counted(known: &KnownTable, cx: &Context<'_>) -> String {
    let [shown, all] = [known.arranged.rows.len(), known.table.rows.len()]
        .map(|count| cx.words.number(count as f64));
    cx.words.card_table_count(known.table.rows.len(), shown, all)
}
