//! The row at the top: menus, the file's name and state, undo, redo and zoom.

use super::menu::{command_ui, menu_ui};
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::kit::buttons::{command_icon, focus_ring, regular, semibold, text_button};
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::kit::window_keys::{WindowPart, entrance};
use crate::ui::state::command::{Command, State};
use crate::ui::state::keys::shown_key;
use crate::ui::view::{ViewPanel, view_button_ui};
use crate::ui::{Context, Document, Message};
use egui::{
    Align, Button, Frame, Layout, Margin, Panel, Rect, RichText, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};
use std::path::PathBuf;

/// How high the row is, in points.
const HEIGHT: f32 = 48.0;
/// Windows at least this wide have room for words on the button that presents, in points.
const WIDE: f32 = 1100.0;

/// Shows the row.
pub(crate) fn toolbar_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    recent: &[PathBuf],
    views: &mut ViewPanel,
    out: &mut Vec<Message>,
) {
    let frame =
        Frame::new().fill(cx.theme.color(Role::Panel)).inner_margin(Margin::symmetric(10, 0));
    Panel::top("toolbar").exact_size(HEIGHT).frame(frame).show(ui, |ui| {
        egui::MenuBar::new().ui(ui, |ui| {
            ui.set_min_height(HEIGHT);
            let row = ui.max_rect();
            entrance(ui, WindowPart::Toolbar);
            menu_ui(ui, cx, state, recent, out);
            let left = ui.cursor().left();
            if let Some(doc) = state.doc {
                let right = at_the_right(ui, |ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    view_button_ui(ui, cx, doc, views, out);
                    ui.add_space(8.0);
                    for command in [Command::Undo, Command::Redo] {
                        let size = vec2(32.0, 30.0);
                        let row = Layout::left_to_right(Align::Center);
                        ui.allocate_ui_with_layout(size, row, |ui| {
                            let chip = cx.theme.color(Role::Chip);
                            ui.painter().rect_filled(ui.max_rect(), 7.0, chip);
                            command_icon(ui, cx, state, command, size, out);
                        });
                    }
                    ui.add_space(8.0);
                    if state.room.has_canvas() {
                        zoom_ui(ui, cx, state, doc, out);
                    }
                    present_ui(ui, cx, state, row.width(), out);
                });
                name_ui(ui, cx, doc, row, (left, right));
            }
        });
    });
}

/// Shows `content` at the right end of the row, from left to right: so Tab goes as one reads.
/// Returns where it begins. How wide it is, is known from the frame before.
fn at_the_right(ui: &mut Ui, content: impl FnOnce(&mut Ui)) -> f32 {
    let id = ui.scope_id().with("right");
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    let room = ui.available_rect_before_wrap();
    let left = (room.right() - known.unwrap_or(0.0)).max(room.left());
    let place = UiBuilder::new()
        .max_rect(Rect::from_x_y_ranges(left..=room.right().max(left), room.y_range()))
        .layout(Layout::left_to_right(Align::Center));
    let width = ui.scope_builder(place, |ui| {
        content(ui);
        ui.min_rect().width()
    });
    if known.is_none_or(|known| (known - width.inner).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, width.inner));
        ui.ctx().request_discard("the toolbar's right end has another width");
    }
    left
}

/// The button that presents; in a narrow window only its icon.
fn present_ui(ui: &mut Ui, cx: &Context, state: &State, width: f32, out: &mut Vec<Message>) {
    let command = Command::Present;
    ui.add_space(8.0);
    if width < WIDE {
        command_icon(ui, cx, state, command, vec2(32.0, 30.0), out);
        return;
    }
    let label = command.label(cx.words);
    let key = shown_key(&command, cx.words).unwrap_or_default();
    let text = format!("{}  {label}  {key}", icon::PLAY);
    let button = ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = 14.0;
        text_button(ui, cx, &text, true, vec2(0.0, 30.0))
    });
    let response = button.inner;
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
    if response.tip(|| command.hint(cx.words)).clicked() {
        out.push(Message::Do(command));
    }
}

/// `− 74 % +`; the figure opens the ways to zoom.
fn zoom_ui(ui: &mut Ui, cx: &Context, state: &State, doc: &Document, out: &mut Vec<Message>) {
    let row = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(112.0, 30.0), row, |ui| {
        let chip = cx.theme.color(Role::Chip);
        ui.painter().rect_filled(ui.max_rect(), 7.0, chip);
        ui.spacing_mut().item_spacing.x = 0.0;
        command_icon(ui, cx, state, Command::ZoomOut, vec2(30.0, 30.0), out);
        let zoom = doc.cameras.get(&doc.journey).map_or(1.0, |camera| camera.zoom);
        let text = cx.words.percent(f64::from((zoom * 100.0).round()));
        let figure = Button::new(RichText::new(text).size(13.0)).min_size(vec2(50.0, 30.0));
        let (response, _) = egui::containers::menu::MenuButton::from_button(figure).ui(ui, |ui| {
            ui.set_min_width(220.0);
            for command in [Command::Fit, Command::Zoom100, Command::ZoomSelection] {
                command_ui(ui, cx, state, &command, out);
            }
        });
        focus_ring(ui, cx, &response, 8.0);
        response.tip(|| cx.words.window_zoom());
        command_icon(ui, cx, state, Command::ZoomIn, vec2(30.0, 30.0), out);
    });
}

/// The file's name and whether all of it is saved, in the middle of what is left of the row.
fn name_ui(ui: &mut Ui, cx: &Context, doc: &Document, row: Rect, (left, right): (f32, f32)) {
    let modified = doc.editor.is_modified();
    let name = match &doc.path {
        Some(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        None => doc.name(cx.words),
    };
    let (role, note) = match (modified, &doc.path) {
        (true, _) => (Role::Idea, cx.words.window_unsaved()),
        (false, Some(_)) => (Role::Good, cx.words.window_saved()),
        (false, None) => (Role::Muted, cx.words.window_no_file()),
    };
    let width = |text: &str, font| {
        ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER).size().x
    };
    let note_width = width(&note, regular(12.5)) + 24.0;
    let room = right - left - 24.0;
    let name_width = width(&name, semibold(13.5)).min(room - note_width);
    if name_width < 30.0 {
        return;
    }
    let total = name_width + note_width;
    let start = (row.center().x - total / 2.0).clamp(left + 12.0, right - 12.0 - total);
    let rect = Rect::from_min_max(pos2(start, row.top()), pos2(start + total + 2.0, row.bottom()));
    let place = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(place, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let text = RichText::new(&name).font(semibold(13.5)).color(cx.theme.color(Role::Ink));
        let size = vec2(name_width + 1.0, 20.0);
        let label = ui.add_sized(size, egui::Label::new(text).truncate());
        if let Some(path) = &doc.path {
            label.tip(|| path.display().to_string());
        }
        let (dot, _) = ui.allocate_exact_size(vec2(20.0, 20.0), egui::Sense::hover());
        ui.painter().circle_filled(dot.center(), 4.0, cx.theme.color(role));
        ui.label(RichText::new(note).font(regular(12.5)).color(cx.theme.color(Role::Muted)));
    });
}
