//! The room's title, what there is in numbers, and how it is shown.

use super::known::KnownIdeas;
use super::{IdeaView, IdeasRoom};
use crate::scene::{Role, icon};
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, medium, regular, semibold};
use egui::{Align2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// How high the buttons are.
const BUTTON: f32 = 30.0;
/// How wide a view's name is.
const VIEW: f32 = 62.0;

impl IdeasRoom {
    /// Shows it; true where a new opportunity is asked for.
    pub(super) fn head_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        known: &KnownIdeas,
        rect: Rect,
    ) -> bool {
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let painter = ui.painter();
        let title = cx.words.ideas_title();
        painter.text(rect.min, Align2::LEFT_TOP, &title, semibold(26.0), ink);
        let below = rect.min + vec2(0.0, 37.0);
        let summary = known.summary(cx.words);
        painter.text(below, Align2::LEFT_TOP, &summary, regular(13.0), muted);
        let place = Rect::from_min_size(rect.min, vec2(rect.width() / 2.0, 52.0));
        let said = format!("{title}: {summary}");
        let label = ui.interact(place, ui.scope_id().with("ideas head"), Sense::hover());
        label.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));

        let views = [
            (IdeaView::Matrix, cx.words.ideas_view_matrix()),
            (IdeaView::List, cx.words.ideas_view_list()),
            (IdeaView::Board, cx.words.ideas_view_board()),
        ];
        let wide = VIEW * views.len() as f32 + 6.0;
        let switch =
            Rect::from_min_size(pos2(rect.right() - wide, rect.top() + 1.0), vec2(wide, BUTTON));
        ui.painter().rect_filled(switch, 8.0, cx.theme.color(Role::Ink.at(18)));
        for (place, (view, name)) in views.into_iter().enumerate() {
            let left = switch.left() + 3.0 + VIEW * place as f32;
            let place = Rect::from_min_size(pos2(left, switch.top() + 3.0), vec2(VIEW, 24.0));
            if view_ui(ui, cx, place, &name, self.view == view).clicked() {
                self.view = view;
            }
        }
        new_ui(ui, cx, pos2(switch.left() - 12.0, switch.top())).clicked()
    }
}

fn view_ui(ui: &Ui, cx: &Context<'_>, rect: Rect, name: &str, is_on: bool) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(("view", name)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, is_on, name));
    if is_on {
        ui.painter().rect_filled(rect, 6.0, cx.theme.color(Role::Card));
    }
    focus_ring(ui, cx, &response, 6.0);
    let role = if is_on || response.hovered() { Role::Ink } else { Role::Muted };
    let font = if is_on { semibold(12.5) } else { medium(12.5) };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, name, font, cx.theme.color(role));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The button for a new one, whose upper right corner is at `right`.
fn new_ui(ui: &Ui, cx: &Context<'_>, right: egui::Pos2) -> Response {
    let name = cx.words.ideas_new();
    let ink = cx.theme.color(Role::Ink);
    let galley = ui.painter().layout_no_wrap(name.clone(), medium(13.0), ink);
    let size = vec2(galley.size().x + 50.0, BUTTON);
    let rect = Rect::from_min_size(pos2(right.x - size.x, right.y), size);
    let response = ui.interact(rect, ui.scope_id().with("new idea"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let edge = if response.hovered() { Role::Accent } else { Role::Hairline };
    let stroke = Stroke::new(1.0, cx.theme.color(edge));
    ui.painter().rect(rect, 8.0, cx.theme.color(Role::Card), stroke, StrokeKind::Inside);
    focus_ring(ui, cx, &response, 9.0);
    let at = pos2(rect.left() + 20.0, rect.center().y);
    ui.painter().text(at, Align2::CENTER_CENTER, icon::PLUS, regular(15.0), ink);
    let at = pos2(rect.left() + 34.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
