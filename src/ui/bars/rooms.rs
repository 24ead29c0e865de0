//! The rooms of the map, at the right end of the row of tabs.

use crate::scene::Role;
use crate::ui::kit::buttons::{focus_ring, medium, regular};
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::command::{Command, State};
use crate::ui::state::keys::shown_key;
use crate::ui::state::rooms::Room;
use crate::ui::{Context, Message};
use egui::{
    Align2, Color32, CursorIcon, FontId, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// How high a room's button is, in points.
const HEIGHT: f32 = 28.0;
/// Between a button's edge and what it holds.
const PADDING: f32 = 10.0;
/// From one button to the next.
const BETWEEN: f32 = 4.0;
/// From the icon's left edge to the word.
const ICON: f32 = 22.0;
/// From the last button to the window's edge.
const MARGIN: f32 = 16.0;
/// What the tabs keep at least; where that leaves too little room the icons stand alone.
const TABS: f32 = 300.0;

/// How wide the row of rooms is in a window of so many points, with its margins.
pub(super) fn rooms_width(ui: &Ui, cx: &Context, window: f32) -> f32 {
    let widths = Room::ALL.map(|room| width(ui, cx, room, with_words(ui, cx, window)));
    widths.iter().sum::<f32>() + BETWEEN * widths.len() as f32 + MARGIN + PADDING
}

/// Is there room for words beside the icons?
fn with_words(ui: &Ui, cx: &Context, window: f32) -> bool {
    let all: f32 = Room::ALL.map(|room| width(ui, cx, room, true) + BETWEEN).iter().sum();
    all + MARGIN + PADDING + TABS <= window
}

fn width(ui: &Ui, cx: &Context, room: Room, words: bool) -> f32 {
    match words {
        // As if it were in front, so that nothing moves when it comes there.
        true => word(ui, cx, room, medium(13.0)).size().x + ICON + PADDING * 2.0,
        false => ICON + PADDING,
    }
}

fn word(ui: &Ui, cx: &Context, room: Room, font: FontId) -> Arc<Galley> {
    ui.painter().layout_no_wrap(room.label(cx.words), font, Color32::PLACEHOLDER)
}

/// Shows them from the left edge of `row` on, in a window of `window` points.
pub(super) fn rooms_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    row: Rect,
    window: f32,
    out: &mut Vec<Message>,
) {
    let words = with_words(ui, cx, window);
    let mut left = row.left() + PADDING;
    for room in Room::ALL {
        let size = vec2(width(ui, cx, room, words), HEIGHT);
        let rect = Rect::from_min_size(pos2(left, row.center().y - HEIGHT / 2.0), size);
        left += size.x + BETWEEN;
        if room_ui(ui, cx, rect, room, state.room == room, words).clicked() {
            out.push(Message::Do(Command::Room(room)));
        }
    }
}

fn room_ui(ui: &Ui, cx: &Context, rect: Rect, room: Room, on: bool, words: bool) -> Response {
    let response = ui.interact(rect, egui::Id::unique(("room", room.place())), Sense::click());
    let label = room.label(cx.words);
    response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, on, &label));
    let painter = ui.painter();
    if on {
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        painter.rect(rect, 7.0, cx.theme.color(Role::Card), edge, StrokeKind::Inside);
    } else if response.hovered() {
        painter.rect_filled(rect, 7.0, cx.theme.color(Role::Hairline));
    }
    let ink = cx.theme.color(if on { Role::Accent } else { Role::Muted });
    let icon_at = match words {
        true => pos2(rect.left() + PADDING + 7.5, rect.center().y),
        false => rect.center(),
    };
    painter.text(icon_at, Align2::CENTER_CENTER, room.icon(), regular(15.0), ink);
    if words {
        let font = if on { medium(13.0) } else { regular(13.0) };
        let galley = word(ui, cx, room, font);
        let at = pos2(rect.left() + PADDING + ICON, rect.center().y - galley.size().y / 2.0);
        painter.galley(at, galley, ink);
    }
    focus_ring(ui, cx, &response, 8.0);
    let key = shown_key(&Command::Room(room), cx.words).unwrap_or_default();
    let said = || match words {
        true => format!("{}  {key}", room.hint(cx.words)),
        false => format!("{label}: {}  {key}", room.hint(cx.words)),
    };
    response.tip(said).on_hover_cursor(CursorIcon::PointingHand)
}
