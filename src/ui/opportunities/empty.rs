//! The room before there is any opportunity: an empty matrix, and what hurts to begin with.

use super::IdeasRoom;
use super::known::KnownIdeas;
use super::painted::PictureView;
use crate::model::{Card, CardRef};
use crate::scene::{Role, icon};
use crate::ui::kit::buttons::{focus_ring, line, medium, regular, semibold};
use crate::ui::{Context, Document, Message};
use crate::words::titled;
use egui::{
    Align2, CursorIcon, Pos2, Rect, RichText, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// A pain point with its place.
type Pain = (CardRef, Arc<Card>);

/// So many pain points are offered.
const PAINS: usize = 5;
/// How high one is.
const ROW: f32 = 48.0;
/// How wide the list of them is at most.
const SIDE: f32 = 420.0;

impl IdeasRoom {
    pub(super) fn empty_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownIdeas,
        rect: Rect,
        out: &mut Vec<Message>,
    ) {
        let side = (rect.width() * 0.38).min(SIDE);
        let left = Rect::from_min_max(rect.min, pos2(rect.right() - side - 40.0, rect.bottom()));
        let matrix = &known.matrix;
        let view = PictureView::within(ui, left, matrix.picture.size);
        self.painter.picture(ui, cx.theme, view, &matrix.picture, None);
        let ghost =
            Rect::from_center_size(matrix.plot.lerp_inside(vec2(0.3, 0.3)), vec2(190.0, 68.0));
        ghost_ui(ui, cx, view.screen_rect(ghost), &cx.words.ideas_empty_ghost());

        let beside = view.screen(matrix.picture.size.to_pos2()).x + 40.0;
        let right = Rect::from_min_max(pos2(beside, rect.top() + 26.0), rect.max);
        let right = right.with_max_x(rect.right().min(beside + SIDE));
        let mut dropped: Option<(&Pain, Option<Pos2>)> = None;
        ui.scope_builder(UiBuilder::new().max_rect(right).id_salt("no ideas"), |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 6.0);
            ui.label(RichText::new(cx.words.ideas_empty()).font(semibold(16.0)));
            let how = match known.pains.is_empty() {
                true => cx.words.ideas_empty_no_pains(),
                false => cx.words.ideas_empty_how(),
            };
            let muted = cx.theme.color(Role::Muted);
            ui.label(RichText::new(how).font(regular(13.0)).color(muted));
            ui.add_space(8.0);
            for pain in known.pains.iter().take(PAINS) {
                let (is_made, at) = pain_ui(ui, cx, &pain.1);
                if is_made {
                    dropped = Some((pain, at));
                }
            }
        });
        if let Some(((place, card), at)) = dropped {
            let at = at.map(|at| view.picture(at));
            let inside = at.filter(|at| matrix.plot.contains(*at));
            if at.is_some() && inside.is_none() {
                return;
            }
            let figures = inside.map(|at| matrix.figures_at(None, at, Default::default()));
            let card = (place.clone(), Card::clone(card));
            self.make_idea(doc, &[card], "", figures, out);
        }
    }
}

/// The place where the first is to lie.
fn ghost_ui(ui: &Ui, cx: &Context<'_>, rect: Rect, text: &str) {
    let stroke = Stroke::new(1.5, cx.theme.color(Role::Muted));
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    ui.painter().extend(Shape::dashed_line(&corners, stroke, 5.0, 4.0));
    let muted = cx.theme.color(Role::Muted);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, medium(13.0), muted);
}

/// A pain point to begin with. True where an opportunity is to be made of it: by a click, or by a drag
/// that ended here.
fn pain_ui(ui: &mut Ui, cx: &Context<'_>, card: &Card) -> (bool, Option<Pos2>) {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click_and_drag());
    let title = titled(&card.text, cx.words);
    let name = cx.words.ideas_make_of(&title);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let is_held = response.dragged();
    let shown = match pointer.filter(|_| is_held) {
        Some(at) => Rect::from_center_size(at, rect.size()),
        None => rect,
    };
    let edge = if response.hovered() { Role::Accent } else { Role::Hairline };
    let stroke = Stroke::new(1.0, cx.theme.color(edge));
    // What is in the hand is seen above the matrix.
    let layer = egui::LayerId::new(egui::Order::Tooltip, response.id);
    let painter = match is_held {
        true => ui.ctx().layer_painter(layer),
        false => ui.painter().clone(),
    };
    painter.rect(shown, 8.0, cx.theme.color(Role::Card), stroke, StrokeKind::Inside);
    let at = pos2(shown.left() + 20.0, shown.center().y);
    let bad = cx.theme.color(Role::Bad);
    painter.text(at, Align2::CENTER_CENTER, icon::FLAG, regular(14.0), bad);
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let mut right = shown.right() - 14.0;
    if card.votes > 0 {
        let at = pos2(right, shown.center().y);
        let votes = cx.words.ideas_votes(card.votes as usize);
        right = painter.text(at, Align2::RIGHT_CENTER, votes, regular(12.0), muted).left();
    }
    if !is_held {
        let at = pos2(shown.left() + 36.0, shown.center().y);
        line(ui, at, &title, medium(13.5), ink, right - at.x - 12.0);
    } else {
        let at = pos2(shown.left() + 36.0, shown.center().y);
        painter.text(at, Align2::LEFT_CENTER, &title, medium(13.5), ink);
    }
    focus_ring(ui, cx, &response, 9.0);
    let by_drag = response.drag_stopped();
    let made = (response.clicked() || by_drag, pointer.filter(|_| by_drag));
    response.on_hover_cursor(CursorIcon::Grab);
    made
}
