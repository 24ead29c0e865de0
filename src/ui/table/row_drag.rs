//! A row is dragged by its grip to another: it comes to that row's step, or to its lane where rows stand
//! together by lanes. What is chosen goes with it.

use super::card_changes::CardsToChange;
use super::table_lines::TableLine;
use super::{KnownTable, MARGIN, TableRoom, row_id};
use crate::edit::Change;
use crate::insight::{CardGrouping, CardRow};
use crate::model::Id;
use crate::scene::{Role, icon};
use crate::ui::kit::buttons::{medium, regular};
use crate::ui::{Context, Message};
use crate::words::{lane_name, titled};
use egui::{Align2, CursorIcon, Id as WidgetId, Key, LayerId, Order, Rect, Sense, Ui, pos2, vec2};

/// Rows in the hand.
pub(super) struct RowDrag {
    /// The row whose grip it was.
    pub card: Id,
    /// The grip's own widget.
    grip: WidgetId,
}

/// Where rows would come to.
enum RowTarget {
    Step(Id, String),
    Lane(Id, String),
}

impl TableRoom {
    /// The grip at the left of a row.
    pub(super) fn grip_ui(
        &mut self,
        ui: &Ui,
        cx: &Context<'_>,
        row: &CardRow,
        rect: Rect,
        is_under: bool,
    ) {
        let middle = pos2(rect.left() - 2.0, rect.center().y);
        let place = Rect::from_center_size(middle, vec2(16.0, 24.0));
        let grip = row_id(&row.place.card).with("grip");
        let response = ui.interact(place, grip, Sense::DRAG);
        let name = cx.words.card_table_grip(super::row_cells::card_said(row, cx.words));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        if response.drag_started() {
            self.drag = Some(RowDrag { card: row.place.card.clone(), grip });
        }
        if is_under || response.hovered() {
            let color = cx.theme.color(Role::Muted);
            ui.painter().text(
                middle,
                Align2::CENTER_CENTER,
                icon::GRIP_VERTICAL,
                regular(14.0),
                color,
            );
        }
        response.on_hover_cursor(CursorIcon::Grab);
    }

    /// What is in the hand, and where it would come to; letting go moves it there.
    pub(super) fn drag_ui(
        &mut self,
        ui: &Ui,
        cx: &Context<'_>,
        known: &KnownTable,
        out: &mut Vec<Message>,
    ) {
        let Some(drag) = &self.drag else { return };
        let is_held = ui.ctx().is_being_dragged(drag.grip);
        let released = ui.input(|input| input.pointer.any_released());
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return };
        if escaped || !(is_held || released) {
            ui.ctx().stop_dragging();
            self.drag = None;
            return;
        }
        let top = ui.min_rect().top();
        let under = known.lines.in_view(at.y - top, at.y - top + 1.0).first();
        let is_inside = ui.clip_rect().contains(at);
        let target = under.filter(|_| is_inside).and_then(|(line, _)| target(known, *line, cx));
        let with_chosen = self.chosen.contains(&drag.card);
        let cards = CardsToChange::of(&known.table, |id| match with_chosen {
            true => self.chosen.contains(id),
            false => *id == drag.card,
        });
        let change: Option<Change> = target.as_ref().and_then(|target| match target {
            RowTarget::Step(step, _) => cards.to_step(step),
            RowTarget::Lane(lane, _) => cards.to_lane(lane),
        });
        if released {
            out.extend(change.map(Message::Edit));
            self.drag = None;
            return;
        }
        let count = cx.words.card_table_cards(cards.count(|_| true));
        let said = match (&target, change) {
            (Some(RowTarget::Step(_, name) | RowTarget::Lane(_, name)), Some(_)) => {
                if let Some((line, line_top)) = under {
                    mark(ui, cx, *line, top + line_top);
                }
                cx.words.card_table_moves_to(&count, name)
            }
            (Some(_) | None, _) => count,
        };
        tip(ui, cx, at, said);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        // Near the edges the rows go on by themselves.
        let clip = ui.clip_rect();
        let by = match at.y {
            y if y < clip.top() + 24.0 => 10.0,
            y if y > clip.bottom() - 24.0 => -10.0,
            _ => 0.0,
        };
        if by != 0.0 {
            ui.scroll_with_delta(vec2(0.0, by));
            ui.ctx().request_repaint();
        }
    }
}

/// Where rows come to that are dropped on a line.
fn target(known: &KnownTable, line: TableLine, cx: &Context<'_>) -> Option<RowTarget> {
    let table = &known.table;
    let row = match line {
        TableLine::Row(row, _) => row,
        TableLine::Head(group) => known.arranged.groups.get(group)?.rows.start,
    };
    let row = known.row(row)?;
    match known.asked.grouping {
        CardGrouping::Lane => {
            let lane = table.lane(row)?;
            Some(RowTarget::Lane(lane.id.clone(), lane_name(lane, cx.words)))
        }
        CardGrouping::Phase | CardGrouping::Nothing => {
            let step = table.step(row)?;
            Some(RowTarget::Step(step.id.clone(), titled(&step.title, cx.words)))
        }
    }
}

/// The line they would come to.
fn mark(ui: &Ui, cx: &Context<'_>, line: TableLine, top: f32) {
    let high = match line {
        TableLine::Head(_) => super::table_lines::HEAD,
        TableLine::Row(..) => super::table_lines::ROW,
    };
    let whole = ui.clip_rect();
    let rect = Rect::from_min_max(
        pos2(whole.left() + MARGIN - 12.0, top),
        pos2(whole.right() - MARGIN + 12.0, top + high),
    );
    let stroke = egui::Stroke::new(2.0, cx.theme.color(Role::Accent));
    ui.painter().rect_stroke(rect, 8.0, stroke, egui::StrokeKind::Inside);
}

/// What would happen, beside the pointer.
fn tip(ui: &Ui, cx: &Context<'_>, at: egui::Pos2, said: String) {
    let layer = LayerId::new(Order::Tooltip, WidgetId::unique("rows in the hand"));
    let painter = ui.ctx().layer_painter(layer);
    let ink = cx.theme.color(Role::Paper);
    let galley = painter.layout_no_wrap(said, medium(12.5), ink);
    let rect = Rect::from_min_size(at + vec2(14.0, 12.0), galley.size() + vec2(22.0, 14.0));
    painter.rect_filled(rect, 8.0, cx.theme.color(Role::Ink));
    painter.galley(rect.min + vec2(11.0, 7.0), galley, ink);
}
