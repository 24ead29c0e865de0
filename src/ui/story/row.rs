//! A row of the list: a page's number, its picture, its title, and whether it is shown.

use crate::model::StoryPage;
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, medium, regular};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::tooltip::Tip as _;
use crate::words::Named;
use egui::{
    Align2, CursorIcon, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// Of a picture, in points: 16 to 9.
const PICTURE: Vec2 = vec2(128.0, 72.0);
const PAD: f32 = 8.0;
/// Where the picture begins, right of the number.
const LEFT: f32 = 38.0;
/// Of the buttons at the end.
const SIGN: f32 = 30.0;

/// What a row is about.
pub(super) struct PageRow<'a> {
    /// The page.
    pub page: &'a StoryPage,
    /// Its heading.
    pub title: &'a str,
    /// What it is about, where its heading does not say so; empty: nothing.
    pub name: &'a str,
    /// What it is called where it is not seen: what it is about, and its heading.
    pub called: &'a str,
    /// Its number among those that are shown; none: it is hidden.
    pub first: Option<usize>,
    /// How many pages it takes.
    pub parts: usize,
    /// It is the one that is chosen.
    pub chosen: bool,
}

/// Which button of a row was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowPressed {
    /// Hide or show it.
    Eye,
    /// Take it away.
    Remove,
}

/// Shows a row. `picture` paints the page into a place, where the row is in view.
pub(super) fn row_ui(
    ui: &mut Ui,
    cx: &Context,
    row: &PageRow,
    dragged: bool,
    picture: impl FnOnce(&Ui, Rect, f32),
) -> (Response, Option<RowPressed>) {
    let words = cx.words;
    let width = ui.available_width();
    let title =
        if row.title.trim().is_empty() { row.page.kind.name(words) } else { row.title.to_owned() };
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let left = LEFT + PICTURE.x + 12.0;
    let room = (width - left - SIGN - 14.0).max(40.0);
    let text_ink = if row.page.hidden { muted } else { ink };
    let text = ui.painter().layout(title.clone(), medium(14.0), text_ink, room);
    let mut notes = vec![row.name.to_owned(), row.page.kind.name(words)];
    notes.retain(|note| !note.trim().is_empty() && *note != title);
    if row.parts > 1 {
        notes.push(words.story_parts(row.parts));
    }
    if row.page.hidden {
        notes.push(words.story_hidden());
    }
    if !row.page.notes.trim().is_empty() {
        notes.push(words.story_has_notes());
    }
    let note = ui.painter().layout(notes.join(" · "), regular(12.0), muted, room);
    let inside = text.size().y + 3.0 + note.size().y;
    let size = vec2(width, inside.max(PICTURE.y) + 2.0 * PAD);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    // The keyboard comes to the chosen one; arrow keys go on from there.
    let sense = match row.chosen {
        true => Sense::click_and_drag(),
        false => Sense::CLICK | Sense::DRAG,
    };
    let response = ui.interact(rect, ui.scope_id().with("page"), sense);
    let called = if row.called.trim().is_empty() { &title } else { row.called };
    let name = match row.first {
        Some(first) => words.story_page_name(first, called),
        None => words.story_page_hidden(called),
    };
    let chosen = row.chosen;
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, true, chosen, &name));
    if !ui.is_rect_visible(rect) {
        return (response, None);
    }
    let painter = ui.painter();
    let back = rect.shrink2(vec2(6.0, 1.0));
    if row.chosen || response.hovered() {
        let role = if row.chosen { Role::Accent.at(28) } else { Role::Ink.at(10) };
        painter.rect_filled(back, 9.0, cx.theme.color(role));
    }
    let top = rect.top() + PAD;
    if let Some(first) = row.first {
        let at = pos2(rect.left() + LEFT - 10.0, top + 2.0);
        painter.text(at, Align2::RIGHT_TOP, first, medium(13.0), muted);
    }
    let place = Rect::from_min_size(pos2(rect.left() + LEFT, top), PICTURE);
    picture_ui(ui, cx, row, place, picture);
    let at = pos2(rect.left() + left, top + (PICTURE.y - inside).max(0.0) / 2.0);
    let below = at + vec2(0.0, text.size().y + 3.0);
    ui.painter().galley(at, text, ink);
    ui.painter().galley(below, note, muted);
    if dragged {
        ui.painter().rect_filled(back, 9.0, cx.theme.color(Role::Panel.at(150)));
    }
    if has_keyboard(&response) {
        let stroke = Stroke::new(2.0, cx.theme.color(Role::Accent));
        ui.painter().rect_stroke(back, 9.0, stroke, StrokeKind::Inside);
    }
    let mut pressed = None;
    let right = rect.right() - SIGN - 10.0;
    let eye = Rect::from_min_size(pos2(right, top), Vec2::splat(SIGN));
    let (sign, label) = match row.page.hidden {
        true => (icon::EYE_OFF, words.story_show(&title)),
        false => (icon::EYE, words.story_hide(&title)),
    };
    if sign_ui(ui, cx, eye, sign, &label, row.page.hidden).clicked() {
        pressed = Some(RowPressed::Eye);
    }
    if row.page.kind.is_added() {
        let trash = eye.translate(vec2(0.0, SIGN + 4.0));
        let label = words.story_remove(&title);
        if sign_ui(ui, cx, trash, icon::TRASH, &label, false).clicked() {
            pressed = Some(RowPressed::Remove);
        }
    }
    (response.on_hover_cursor(CursorIcon::PointingHand), pressed)
}

/// The page itself, small; paper until it is drawn.
fn picture_ui(
    ui: &Ui,
    cx: &Context,
    row: &PageRow,
    place: Rect,
    picture: impl FnOnce(&Ui, Rect, f32),
) {
    let paper = cx.theme.color(Role::Paper);
    if row.parts > 1 {
        // More of them lie behind it.
        let behind = place.translate(vec2(4.0, 4.0));
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        ui.painter().rect(behind, 5.0, paper, edge, StrokeKind::Inside);
    }
    ui.painter().rect_filled(place, 5.0, paper);
    picture(ui, place, if row.page.hidden { 0.3 } else { 1.0 });
    if row.page.hidden {
        let muted = cx.theme.color(Role::Muted);
        let middle = place.center();
        ui.painter().text(middle, Align2::CENTER_CENTER, icon::EYE_OFF, regular(22.0), muted);
    }
    let (width, role) = if row.chosen { (2.0, Role::Accent) } else { (1.0, Role::Hairline) };
    let edge = Stroke::new(width, cx.theme.color(role));
    ui.painter().rect_stroke(place, 5.0, edge, StrokeKind::Outside);
}

fn sign_ui(ui: &Ui, cx: &Context, rect: Rect, sign: char, label: &str, lit: bool) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(sign), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, label));
    if lit {
        ui.painter().rect_filled(rect.shrink(1.0), 6.0, cx.theme.color(Role::Accent.at(34)));
    } else if response.hovered() {
        ui.painter().rect_filled(rect.shrink(1.0), 6.0, cx.theme.color(Role::Ink.at(16)));
    }
    let ink = cx.theme.color(if lit { Role::Accent } else { Role::Muted });
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, sign, regular(16.0), ink);
    focus_ring(ui, cx, &response, 7.0);
    response.tip(|| label).on_hover_cursor(CursorIcon::PointingHand)
}
