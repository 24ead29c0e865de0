//! The row of tabs: one for each journey of the project, and at its right end the rooms of the map.

use super::menu::command_ui;
use super::rooms::{rooms_ui, rooms_width};
use crate::edit::Change;
use crate::model::{Id, Journey};
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::kit::buttons::{focus_ring, named, regular, semibold};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::text_field::{Left, left, select_all};
use crate::ui::kit::titles::title_of;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::command::{Command, State};
use crate::ui::{Context, Document, Message};
use egui::{
    Button, CornerRadius, CursorIcon, FontId, Frame, Key, Panel, Rect, RichText, ScrollArea, Sense,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// How high the row is, in points.
const HEIGHT: f32 = 38.0;
/// Room left and right of a tab's title.
const PADDING: f32 = 22.0;
/// No tab is wider.
const WIDEST: f32 = 320.0;

/// What the row remembers.
#[derive(Default)]
pub(crate) struct Tabs {
    /// The tab whose title is being changed, its text, and whether its field has had the keyboard.
    renaming: Option<(Id, String, bool)>,
    /// The tab that is dragged, and how far its left edge is from the pointer.
    dragging: Option<(Id, f32)>,
    /// The tab that was last brought into view.
    seen: Option<Id>,
}

impl Tabs {
    /// Begins to change a title in its tab.
    pub(crate) fn rename(&mut self, journey: &Journey) {
        self.renaming = Some((journey.id.clone(), journey.title.clone(), false));
    }
}

/// Shows the row.
pub(crate) fn tabs_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    doc: &Document,
    tabs: &mut Tabs,
    out: &mut Vec<Message>,
) {
    let frame = Frame::new().fill(cx.theme.color(Role::Chip));
    Panel::top("tabs").exact_size(HEIGHT).frame(frame).show(ui, |ui| {
        // The wheel goes through a row that is too long; a bar would lie across the titles.
        ui.style_mut().always_scroll_the_only_direction = true;
        let row = ui.max_rect();
        let rooms = rooms_width(ui, cx, row.width());
        let (left, right) = row.split_left_right_at_x((row.right() - rooms).max(row.left()));
        ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
            let bar = egui::scroll_area::ScrollBarVisibility::AlwaysHidden;
            let scroll = ScrollArea::horizontal().scroll_bar_visibility(bar);
            scroll.auto_shrink([false, false]).show(ui, |ui| {
                scrolled_ui(ui, cx, state, doc, tabs, out);
            });
        });
        rooms_ui(ui, cx, state, right, row.width(), out);
    });
}

/// The tabs, and the button for another one.
fn scrolled_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    doc: &Document,
    tabs: &mut Tabs,
    out: &mut Vec<Message>,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(16.0);
        row_ui(ui, cx, state, doc, tabs, out);
        ui.add_space(6.0);
        let label = Command::AddJourney.label(cx.words);
        let add = Button::new(RichText::new(icon::PLUS).size(16.0))
            .frame_when_inactive(false)
            .min_size(vec2(30.0, 30.0));
        let add = ui.add(add);
        named(&add, &label);
        focus_ring(ui, cx, &add, 8.0);
        if add.tip(|| label).clicked() {
            out.push(Message::Do(Command::AddJourney));
        }
        ui.add_space(12.0);
    });
}

fn row_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    doc: &Document,
    tabs: &mut Tabs,
    out: &mut Vec<Message>,
) {
    let journeys = &doc.editor.project().journeys;
    let widths: Vec<f32> = journeys.iter().map(|journey| width(ui, cx, journey)).collect();
    let size = vec2(widths.iter().sum(), HEIGHT);
    let (row, _) = ui.allocate_exact_size(size, Sense::hover());
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let dragged = tabs.dragging.as_ref().and_then(|(id, grab)| {
        let from = journeys.index_where(|journey| journey.id == *id)?;
        let left = pointer?.x - grab;
        Some((from, left, place_of(&widths, from, left - row.left())))
    });
    let mut x = row.left();
    for index in order(journeys.len(), dragged.map(|(from, _, to)| (from, to))) {
        let (Some(journey), Some(&width)) = (journeys.get(index), widths.get(index)) else {
            continue;
        };
        let left = match dragged {
            Some((from, left, _)) if from == index => left,
            _ => x,
        };
        let rect = Rect::from_min_size(pos2(left, row.top() + 5.0), vec2(width, HEIGHT - 5.0));
        tab_ui(ui, cx, state, doc, journey, rect, tabs, out);
        x += width;
    }
    if let Some((from, _, to)) = dragged {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            tabs.dragging = None;
        } else if !ui.input(|input| input.pointer.any_down()) {
            tabs.dragging = None;
            if from != to {
                out.push(Message::Edit(Change::MoveJourney { to }));
            }
        }
    }
}

/// How wide a journey's tab is.
fn width(ui: &Ui, cx: &Context, journey: &Journey) -> f32 {
    // As if it were in front, so that nothing moves when it comes there.
    let galley = ui.painter().layout_no_wrap(
        title_of(journey, cx),
        semibold(13.0),
        egui::Color32::PLACEHOLDER,
    );
    (galley.size().x + PADDING * 2.0).min(WIDEST)
}

/// How many tabs stand before the one dragged, when its left edge is at `left` within the row.
/// It passes another when its edge on that side passes the other's middle.
fn place_of(widths: &[f32], from: usize, left: f32) -> usize {
    let right = left + widths.get(from).copied().unwrap_or_default();
    let mut edge = 0.0;
    let mut to = 0;
    for (index, width) in widths.iter().enumerate() {
        let middle = edge + width / 2.0;
        let before = if index < from { left >= middle } else { index > from && right > middle };
        to += usize::from(before);
        edge += width;
    }
    to
}

/// The tabs from left to right, with the dragged one where it would land.
fn order(count: usize, moved: Option<(usize, usize)>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    if let Some((from, to)) = moved.filter(|(from, to)| *from < count && *to < count) {
        let index = order.remove(from);
        order.insert(to, index);
    }
    order
}

#[expect(clippy::too_many_arguments, reason = "one tab of the row, split off for its length")]
fn tab_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    doc: &Document,
    journey: &Arc<Journey>,
    rect: Rect,
    tabs: &mut Tabs,
    out: &mut Vec<Message>,
) {
    if tabs.renaming.as_ref().is_some_and(|(id, ..)| *id == journey.id) {
        rename_ui(ui, cx, journey, rect, tabs, out);
        return;
    }
    let front = journey.id == doc.journey;
    if front && tabs.seen.as_ref() != Some(&journey.id) {
        tabs.seen = Some(journey.id.clone());
        ui.scroll_to_rect(rect, None);
    }
    let title = title_of(journey, cx);
    let id = egui::Id::unique(("tab", journey.id.as_str()));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, front, &title));
    if response.clicked() || response.drag_started() || response.secondary_clicked() {
        out.push(Message::GoTo(journey.id.clone()));
    }
    if response.double_clicked() {
        tabs.rename(journey);
    }
    if response.drag_started()
        && let Some(pointer) = ui.input(|input| input.pointer.press_origin())
    {
        tabs.dragging = Some((journey.id.clone(), pointer.x - rect.left()));
    }
    let hovered = response.hovered();
    let response = match paint_tab(ui, cx, rect, &title, front, hovered) {
        true => response.tip(|| &title),
        false => response,
    };
    focus_ring(ui, cx, &response, 8.0);
    response.context_menu(|ui| {
        let commands = [
            Command::RenameJourney,
            Command::DuplicateJourney,
            Command::MakeFuture,
            Command::Compare,
            Command::AddJourney,
            Command::DeleteJourney,
        ];
        for command in &commands {
            command_ui(ui, cx, state, command, out);
        }
    });
}

/// Paints a tab; true where its title is cut.
fn paint_tab(ui: &Ui, cx: &Context, rect: Rect, title: &str, front: bool, hovered: bool) -> bool {
    let corners = CornerRadius { nw: 8, ne: 8, sw: 0, se: 0 };
    let (font, role): (FontId, Role) = match front {
        true => (semibold(13.0), Role::Ink),
        false => (regular(13.0), Role::Muted),
    };
    if front {
        ui.painter().rect_filled(rect, corners, cx.theme.color(Role::Paper));
    } else if hovered {
        ui.painter().rect_filled(rect, corners, cx.theme.color(Role::Hairline));
    }
    let color = cx.theme.color(role);
    let mut job = egui::text::LayoutJob::simple_singleline(title.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 20.0);
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    cut
}

/// The field in which a title is changed: Enter and leaving it keep the title, Esc does not.
fn rename_ui(
    ui: &mut Ui,
    cx: &Context,
    journey: &Journey,
    rect: Rect,
    tabs: &mut Tabs,
    out: &mut Vec<Message>,
) {
    let Some((_, text, had_focus)) = &mut tabs.renaming else { return };
    let mut layouter = layouter(semibold(13.0), false);
    let field = egui::TextEdit::singleline(text)
        .layouter(&mut layouter)
        .id(egui::Id::unique(("tab title", journey.id.as_str())))
        .char_limit(crate::model::TEXT_MAX)
        .hint_text(cx.words.window_untitled_journey())
        .font(semibold(13.0));
    let response = ui.place(rect.shrink2(vec2(8.0, 4.0)), field);
    let title = match text.trim() {
        "" => cx.words.window_untitled_journey(),
        title => title.to_owned(),
    };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, &title));
    if !*had_focus {
        *had_focus = true;
        response.request_focus();
        select_all(ui, response.id, text);
    }
    if response.changed() {
        let renamed = Journey { title: text.clone(), ..journey.clone() };
        out.push(Message::Preview(Change::PutJourney(Box::new(renamed))));
    }
    if let Some(left) = left(ui, &response) {
        let escaped = left == Left::ByEscape;
        out.push(if escaped { Message::Cancel } else { Message::Commit });
        tabs.renaming = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dragged_tab_passes_the_middle_of_others() {
        let widths = [100.0, 50.0, 200.0];
        let rows =
            [(0, -30.0, 0), (0, 0.0, 0), (0, 60.0, 1), (0, 300.0, 2), (2, 60.0, 1), (2, -99.0, 0)];
        for (from, left, to) in rows {
            assert_eq!(place_of(&widths, from, left), to, "{from} at {left}");
        }
        assert_eq!(order(3, Some((0, 2))), [1, 2, 0]);
        assert_eq!(order(3, Some((2, 0))), [2, 0, 1]);
        assert_eq!(order(3, None), [0, 1, 2]);
    }
}
