//! The scrolled part of the table: heads of groups that fold, and rows that can be chosen.

use super::row_cells::{CellAsks, card_said, cell_ui, row_said};
use super::table_columns::{ColumnPlace, TICK};
use super::table_lines::{HEAD, ROW, TableLine};
use super::{CellEdit, KnownTable, MARGIN, TableRoom, row_id, table_room_id};
use crate::edit::tie_to_new;
use crate::insight::{CardGroup, CardGrouping, CardRow, TableColumn};
use crate::model::{Card, Id};
use crate::scene::{Role, icon, lane_stripe, phase_color};
use crate::ui::kit::buttons::{focus_ring, regular, semibold};
use crate::ui::{Context, Document, Message};
use crate::words::{lane_name, titled};
use egui::{
    Align2, CornerRadius, CursorIcon, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

/// How far a row's light reaches beyond its texts.
const BEYOND: f32 = 12.0;
/// The box to tick.
const BOX: f32 = 16.0;

impl TableRoom {
    pub(super) fn rows_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        shown: (&KnownTable, &[ColumnPlace]),
        rect: Rect,
        out: &mut Vec<Message>,
    ) {
        let (known, _) = shown;
        let at_current = self.current.as_ref().filter(|_| self.wants_current);
        let at_current = at_current.and_then(|id| known.shown_at(id));
        let wanted = at_current.and_then(|row| known.lines.top_of(row));
        self.wants_current = false;
        self.drawn = 0;
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("cards"), |ui| {
            let area = ScrollArea::vertical().id_salt("cards").auto_shrink(false).animated(false);
            area.show_viewport(ui, |ui, seen| {
                ui.set_width(rect.width());
                ui.set_height(known.lines.height);
                let corner = ui.min_rect().min + vec2(MARGIN, 0.0);
                let wide = rect.width() - MARGIN * 2.0;
                if let Some(top) = wanted {
                    let row = Rect::from_min_size(corner + vec2(0.0, top), vec2(wide, ROW));
                    ui.scroll_to_rect(row.expand2(vec2(0.0, ROW * 1.5)), None);
                }
                for (line, top) in known.lines.in_view(seen.top(), seen.bottom()) {
                    self.drawn += 1;
                    let at = corner + vec2(0.0, *top);
                    match line {
                        TableLine::Head(group) => {
                            let rect = Rect::from_min_size(at, vec2(wide, HEAD));
                            if let Some(group) = known.arranged.groups.get(*group) {
                                self.group_ui(ui, cx, known, group, rect);
                            }
                        }
                        TableLine::Row(row, is_last) => {
                            let rect = Rect::from_min_size(at, vec2(wide, ROW));
                            self.row_ui(ui, cx, doc, shown, (*row, *is_last), rect, out);
                        }
                    }
                }
                self.drag_ui(ui, cx, known, out);
            });
        });
    }

    /// The head of a group: a click folds it.
    fn group_ui(
        &mut self,
        ui: &Ui,
        cx: &Context<'_>,
        known: &KnownTable,
        group: &CardGroup,
        rect: Rect,
    ) {
        let words = cx.words;
        let key = known.id_of(group);
        let is_folded = self.folded.contains(&key);
        let (name, color) = group_name(known, group, cx);
        let count = words.card_table_cards(group.rows.len());
        let lacking = match group.missing {
            0 => String::new(),
            missing => words.card_table_lacking(missing),
        };
        let response = ui.interact(rect, ui.scope_id().with(("group", &key)), Sense::click());
        response.widget_info(|| {
            let said = [name.as_str(), &count, &lacking].map(str::trim);
            let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
            let said = match is_folded {
                true => words.card_table_unfold(said.join(", ")),
                false => words.card_table_fold(said.join(", ")),
            };
            WidgetInfo::selected(egui::Role::Button, true, !is_folded, said)
        });
        if response.clicked() && !self.folded.remove(&key) {
            self.folded.insert(key);
        }
        if response.hovered() {
            let lit = rect.shrink2(vec2(0.0, 4.0)).expand2(vec2(BEYOND, 0.0));
            ui.painter().rect_filled(lit, 8.0, cx.theme.color(Role::Ink.at(8)));
        }
        focus_ring(ui, cx, &response, 8.0);
        let painter = ui.painter();
        let middle = rect.center().y + 3.0;
        let muted = cx.theme.color(Role::Muted);
        let sign = if is_folded { icon::CHEVRON_RIGHT } else { icon::CHEVRON_DOWN };
        let at = pos2(rect.left() + 8.0, middle);
        painter.text(at, Align2::CENTER_CENTER, sign, regular(15.0), muted);
        let bar = Rect::from_center_size(pos2(rect.left() + 24.0, middle), vec2(4.0, 16.0));
        painter.rect_filled(bar, 2.0, cx.theme.color(color));
        let at = pos2(rect.left() + 36.0, middle);
        let ink = cx.theme.color(Role::Ink);
        let end = painter.text(at, Align2::LEFT_CENTER, name, semibold(14.5), ink).right();
        let at = pos2(end + 10.0, middle);
        let end = painter.text(at, Align2::LEFT_CENTER, count, regular(12.5), muted).right();
        let bad = cx.theme.color(Role::Bad);
        painter.text(pos2(end + 10.0, middle), Align2::LEFT_CENTER, lacking, regular(12.5), bad);
        response.on_hover_cursor(CursorIcon::PointingHand);
    }

    #[expect(clippy::too_many_arguments, reason = "a row needs what it is of and where it is")]
    fn row_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        (known, columns): (&KnownTable, &[ColumnPlace]),
        (shown, is_last): (usize, bool),
        rect: Rect,
        out: &mut Vec<Message>,
    ) {
        let Some(row) = known.row(shown) else { return };
        let card = &row.place.card;
        let is_chosen = self.chosen.contains(card);
        let lit = rect.expand2(vec2(BEYOND, 0.0));
        let response = ui.interact(lit, row_id(card), Sense::CLICK);
        response.widget_info(|| {
            let said = row_said(known, row, cx.words);
            WidgetInfo::selected(egui::Role::Row, true, is_chosen, said)
        });
        if response.clicked() {
            self.click(ui, known, shown, &response);
        }
        let is_under = response.contains_pointer() && self.drag.is_none();
        let near = |by: isize| {
            let row = shown.checked_add_signed(by).and_then(|at| known.row(at));
            row.is_some_and(|row| self.chosen.contains(&row.place.card))
        };
        if is_chosen {
            // Neighbours join to one block.
            let is_first = known.arranged.groups.iter().any(|group| group.rows.start == shown);
            let [above, below] = [!is_first && near(-1), !is_last && near(1)]
                .map(|joined| if joined { 0 } else { 8 });
            let corners = CornerRadius { nw: above, ne: above, sw: below, se: below };
            ui.painter().rect_filled(lit, corners, cx.theme.color(Role::Accent.at(28)));
        } else if is_under {
            ui.painter().rect_filled(lit, 8.0, cx.theme.color(Role::Ink.at(12)));
        }
        if !is_last && !is_chosen && !is_under {
            let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
            ui.painter().hline(rect.left() + TICK..=rect.right(), rect.bottom(), edge);
        }
        let is_held = self.drag.as_ref().is_some_and(|drag| drag.card == *card);
        if is_chosen || is_under || is_held {
            self.tick_ui(ui, cx, row, rect, is_chosen);
            self.grip_ui(ui, cx, row, rect, is_under);
        }
        let focused = ui.memory(|memory| memory.has_focus(table_room_id()));
        let is_current = self.current.as_ref() == Some(card);
        for place in columns {
            let cell = place.cell(rect);
            if is_current && focused && self.by_keys && place.column == self.column {
                let ring = cell.expand2(vec2(7.0, -2.0));
                let stroke = Stroke::new(2.0, cx.theme.color(Role::Accent));
                ui.painter().rect_stroke(ring, 6.0, stroke, StrokeKind::Inside);
            }
            if self.edit_ui(ui, cx, doc, known, row, (place.column, cell), out) {
                continue;
            }
            match cell_ui(ui, cx, known, row, place.column, cell) {
                None => {}
                Some(CellAsks::Owner) => self.begin_edit(row, TableColumn::Owner),
                Some(CellAsks::Opportunity) => {
                    let id = doc.editor.ids.next_id();
                    let cards = [(row.place.clone(), Card::clone(&row.card))];
                    let table = &known.table;
                    let change = tie_to_new(&table.project, &table.journey, &cards, id);
                    out.push(Message::Edit(change));
                }
            }
        }
        if response.double_clicked() {
            let at = response.interact_pointer_pos().map_or(rect.left(), |at| at.x);
            let column = columns.iter().rfind(|place| rect.left() + place.left <= at);
            if let Some(place) = column {
                self.begin_edit(row, place.column);
            }
        }
    }

    /// A click chooses a row alone; with Ctrl it adds it or takes it away, with Shift it chooses all
    /// from where choosing began.
    fn click(&mut self, ui: &Ui, known: &KnownTable, shown: usize, response: &Response) {
        let Some(row) = known.row(shown) else { return };
        let card = row.place.card.clone();
        let modifiers = ui.input(|input| input.modifiers);
        ui.memory_mut(|memory| memory.request_focus(table_room_id()));
        self.by_keys = false;
        if modifiers.shift {
            self.choose_to(known, shown);
        } else if modifiers.command {
            self.toggle(&card);
        } else {
            self.chosen.clear();
            self.chosen.insert(card.clone());
            self.anchor = Some(card.clone());
        }
        self.current = Some(card);
        if response.double_clicked() {
            self.edit = None;
        }
    }

    /// Chooses a card, or no longer.
    pub(super) fn toggle(&mut self, card: &Id) {
        if !self.chosen.remove(card) {
            self.chosen.insert(card.clone());
        }
        self.anchor = Some(card.clone());
    }

    /// Chooses all rows from where choosing began to this one, and no others.
    pub(super) fn choose_to(&mut self, known: &KnownTable, shown: usize) {
        let began = self.anchor.clone().or_else(|| self.current.clone());
        let from = began.as_ref().and_then(|id| known.shown_at(id)).unwrap_or(shown);
        let range = from.min(shown)..=from.max(shown);
        let rows = known.lines.rows().filter(|row| range.contains(row));
        let cards = rows.filter_map(|row| known.row(row)).map(|row| row.place.card.clone());
        self.chosen = cards.collect();
        self.anchor = began.or_else(|| known.row(shown).map(|row| row.place.card.clone()));
    }

    fn tick_ui(&mut self, ui: &Ui, cx: &Context<'_>, row: &CardRow, rect: Rect, is_chosen: bool) {
        let middle = pos2(rect.left() + TICK - 22.0, rect.center().y);
        let place = Rect::from_center_size(middle, vec2(BOX, BOX));
        let card = &row.place.card;
        let response = ui.interact(place.expand(6.0), row_id(card).with("tick"), Sense::CLICK);
        response.widget_info(|| {
            let name = cx.words.card_table_choose(card_said(row, cx.words));
            WidgetInfo::selected(egui::Role::CheckBox, true, is_chosen, name)
        });
        if response.clicked() {
            self.toggle(card);
            self.current = Some(card.clone());
            ui.memory_mut(|memory| memory.request_focus(table_room_id()));
        }
        let (fill, edge) = match is_chosen {
            true => (Role::Accent, Role::Accent),
            false if response.hovered() => (Role::Card, Role::Accent),
            false => (Role::Card, Role::Muted),
        };
        let stroke = Stroke::new(1.3, cx.theme.color(edge));
        ui.painter().rect(place, 4.0, cx.theme.color(fill), stroke, StrokeKind::Inside);
        if is_chosen {
            let on = cx.theme.color(Role::OnAccent);
            ui.painter().text(middle, Align2::CENTER_CENTER, icon::CHECK, regular(12.0), on);
        }
        response.on_hover_cursor(CursorIcon::PointingHand);
    }

    /// Begins to change what a cell says; its field or its list comes when the row is drawn next.
    pub(super) fn begin_edit(&mut self, row: &CardRow, column: TableColumn) {
        let text = match column {
            TableColumn::Text => row.card.text.clone(),
            TableColumn::Owner => row.owner.clone(),
            TableColumn::Lane
            | TableColumn::Step
            | TableColumn::Who
            | TableColumn::Channel
            | TableColumn::Evidence
            | TableColumn::Opportunity
            | TableColumn::Met
            | TableColumn::Automatic
            | TableColumn::Reach => String::new(),
        };
        let card = row.place.card.clone();
        (self.current, self.column) = (Some(card.clone()), column);
        self.edit = Some(CellEdit { card, column, text, is_new: true, unseen: 0 });
    }
}

/// What a group is called, and its colour.
fn group_name(known: &KnownTable, group: &CardGroup, cx: &Context<'_>) -> (String, Role) {
    let journey = &known.table.journey;
    let named = match (known.asked.grouping, group.of) {
        (CardGrouping::Phase, Some(at)) => journey
            .phases
            .get(at)
            .map(|phase| (titled(&phase.title, cx.words), Role::PhaseText(phase_color(at, phase)))),
        (CardGrouping::Lane, Some(at)) => {
            journey.lanes.get(at).map(|lane| (lane_name(lane, cx.words), lane_stripe(&lane.kind)))
        }
        (CardGrouping::Phase | CardGrouping::Lane, None) | (CardGrouping::Nothing, _) => None,
    };
    named.unwrap_or_else(|| (cx.words.card_table_parked(), Role::StripeOther))
}
