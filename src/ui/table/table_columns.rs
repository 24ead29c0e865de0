//! Where the columns stand, and their heads: a click sorts.

use super::TableRoom;
use crate::insight::{CardOrder, TableColumn};
use crate::scene::{Role, icon};
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, medium};
use crate::words::Words;
use egui::{Align2, CursorIcon, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Left of the first column: the grip and the box to tick.
pub(super) const TICK: f32 = 40.0;
/// From the end of a text to the next column.
const BETWEEN: f32 = 12.0;

/// A column that is shown, with where it begins (from the left edge of the rows) and how wide its
/// texts may be, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ColumnPlace {
    pub column: TableColumn,
    pub left: f32,
    pub width: f32,
}

impl ColumnPlace {
    /// Its cell in a row.
    pub(super) fn cell(&self, row: Rect) -> Rect {
        let at = pos2(row.left() + self.left, row.top());
        Rect::from_min_size(at, vec2(self.width, row.height()))
    }
}

/// What a column is called.
pub(super) fn column_name(column: TableColumn, words: &Words) -> String {
    match column {
        TableColumn::Text => words.card_table_card(),
        TableColumn::Lane => words.card_table_lane(),
        TableColumn::Step => words.field_step(),
        TableColumn::Who => words.card_table_who(),
        TableColumn::Channel => words.card_table_channel(),
        TableColumn::Evidence => words.field_evidence(),
        TableColumn::Owner => words.card_table_owner(),
        TableColumn::Opportunity => words.card_table_opportunity(),
        TableColumn::Met => words.field_met(),
        TableColumn::Automatic => words.sign_automatic(),
        TableColumn::Reach => words.field_reach(),
    }
}

/// How wide it is in a window of the usual size, and how much of what is left it takes.
fn measure(column: TableColumn) -> (f32, f32) {
    match column {
        TableColumn::Text => (300.0, 0.56),
        TableColumn::Lane => (164.0, 0.0),
        TableColumn::Step => (178.0, 0.06),
        TableColumn::Who => (88.0, 0.0),
        TableColumn::Channel => (186.0, 0.0),
        TableColumn::Evidence => (142.0, 0.0),
        TableColumn::Owner => (118.0, 0.06),
        TableColumn::Opportunity => (210.0, 0.32),
        TableColumn::Met => (122.0, 0.0),
        TableColumn::Automatic => (96.0, 0.0),
        TableColumn::Reach => (122.0, 0.0),
    }
}

/// The columns that are shown in rows so many points wide.
pub(super) fn columns(width: f32, hidden: &[TableColumn]) -> Vec<ColumnPlace> {
    let shown = TableColumn::ALL.into_iter().filter(|column| !hidden.contains(column));
    let shown: Vec<(TableColumn, (f32, f32))> =
        shown.map(|column| (column, measure(column))).collect();
    let room = (width - TICK).max(320.0);
    let usual: f32 = shown.iter().map(|(_, (usual, _))| usual).sum();
    let shares: f32 = shown.iter().map(|(_, (_, share))| share).sum();
    // In a narrow window all give in alike.
    let scale = (room / usual).min(1.0);
    let rest = (room - usual).max(0.0);
    let mut left = TICK;
    let mut places = Vec::with_capacity(shown.len());
    for (column, (usual, share)) in shown {
        let wide = usual * scale + if shares > 0.0 { rest * share / shares } else { 0.0 };
        places.push(ColumnPlace { column, left, width: (wide - BETWEEN).max(10.0) });
        left += wide;
    }
    places
}

impl TableRoom {
    /// Shows the heads of the columns at `rect`, and the line below them.
    pub(super) fn columns_ui(
        &mut self,
        ui: &Ui,
        cx: &Context<'_>,
        columns: &[ColumnPlace],
        rect: Rect,
    ) {
        for place in columns {
            self.column_ui(ui, cx, place.column, place.cell(rect));
        }
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        ui.painter().hline(rect.x_range(), rect.bottom(), edge);
    }

    fn column_ui(&mut self, ui: &Ui, cx: &Context<'_>, column: TableColumn, rect: Rect) {
        let name = column_name(column, cx.words);
        let id = ui.scope_id().with(("column", column));
        let response = ui.interact(rect, id, Sense::click());
        let label = cx.words.card_table_sort(&name);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
        let order = &mut self.asked.order;
        let is_on = order.column == column;
        if response.clicked() {
            *order = CardOrder { column, from_end: is_on && !order.from_end };
        }
        let role = if is_on || response.hovered() { Role::Ink } else { Role::Muted };
        let color = cx.theme.color(role);
        let mark = match (is_on, order.from_end) {
            (true, false) => format!("{name} {}", icon::CHEVRON_DOWN),
            (true, true) => format!("{name} {}", icon::CHEVRON_UP),
            (false, _) => name,
        };
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let at = pos2(rect.left(), rect.center().y);
        painter.text(at, Align2::LEFT_CENTER, mark, medium(12.0), color);
        focus_ring(ui, cx, &response, 4.0);
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_row_and_none_lies_on_another() {
        for width in [700.0, 1280.0, 1616.0, 3000.0] {
            for hidden in [&[][..], &[TableColumn::Text, TableColumn::Who]] {
                let places = columns(width, hidden);
                assert_eq!(places.len(), TableColumn::ALL.len() - hidden.len());
                for pair in places.windows(2) {
                    assert!(pair[0].left + pair[0].width < pair[1].left, "{width}");
                }
                let last = places.last().unwrap();
                let end = last.left + last.width + BETWEEN;
                assert!((end - width).abs() < 0.5, "{width} {end}");
            }
        }
    }
}
