//! The board on the screen: a card dragged to another column gets its status.

use super::IdeasRoom;
use super::known::KnownIdeas;
use super::matrix_view::IdeaDrag;
use super::painted::PictureView;
use crate::edit::{Change, change_idea};
use crate::insight::RankedIdea;
use crate::model::{Id, Status};
use crate::scene::{IdeaCard, Role};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::{Context, Document, Message};
use egui::{Key, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder};

/// A column and the place of it in the picture.
type Columns = [(Status, Rect)];

impl IdeasRoom {
    pub(super) fn board_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &Document,
        known: &KnownIdeas,
        rect: Rect,
        out: &mut Vec<Message>,
    ) {
        let (picture, columns) = &known.board;
        // As wide as there is room for, and scrolled down where it is higher.
        let fits = (rect.width() / picture.size.x.max(1.0)).clamp(0.6, 1.0);
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("board"), |ui| {
            ScrollArea::both().id_salt("board").auto_shrink(false).show(ui, |ui| {
                let size = picture.size * fits;
                let (place, _) = ui.allocate_exact_size(size, Sense::hover());
                let clip = ui.clip_rect();
                let view = PictureView { origin: place.min, zoom: fits, clip };
                let lifted = self.drag.as_ref().filter(|drag| !drag.called_off);
                let lifted = lifted.and_then(|drag| picture.card(&drag.id));
                self.painter.picture(ui, cx.theme, view, picture, lifted);
                for card in &picture.cards {
                    let Some(idea) = known.idea(&card.id) else { continue };
                    let response = self.card_ui(ui, cx, view, card);
                    if response.gained_focus() {
                        ui.scroll_to_rect(view.screen_rect(card.rect).expand(16.0), None);
                    }
                    self.key_to_column(ui, doc, idea, columns, &response, out);
                    self.drag_to_column(ui, cx, doc, card, columns, view, &response, out);
                }
            });
        });
    }

    /// Left and right go to the columns beside.
    fn key_to_column(
        &mut self,
        ui: &Ui,
        doc: &Document,
        idea: &RankedIdea,
        columns: &Columns,
        response: &Response,
        out: &mut Vec<Message>,
    ) {
        if !has_keyboard(response) || self.drag.is_some() {
            return;
        }
        let (left, right) = ui
            .input(|input| (input.key_pressed(Key::ArrowLeft), input.key_pressed(Key::ArrowRight)));
        if left == right {
            return;
        }
        let status = idea.opportunity.status.as_ref().unwrap_or(&Status::Idea);
        let Some(at) = columns.iter().position(|(one, _)| one == status) else { return };
        let to = if left { at.checked_sub(1) } else { Some(at + 1) };
        if let Some((status, _)) = to.and_then(|to| columns.get(to)) {
            out.extend(to_status(doc, &idea.opportunity.id, status).map(Message::Edit));
            // Its place is another one in the next frame.
            self.wanted = Some(idea.opportunity.id.clone());
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what a drag is of, where, and where it goes")]
    fn drag_to_column(
        &mut self,
        ui: &Ui,
        cx: &Context<'_>,
        doc: &Document,
        card: &IdeaCard,
        columns: &Columns,
        view: PictureView,
        response: &Response,
        out: &mut Vec<Message>,
    ) {
        if response.drag_started()
            && let Some(pressed) = ui.input(|input| input.pointer.press_origin())
        {
            let grab = card.rect.min - view.picture(pressed);
            let (from, shown) = (None, None);
            self.drag = Some(IdeaDrag {
                id: card.id.clone(),
                grab,
                from,
                held: None,
                shown,
                called_off: false,
            });
        }
        let Some(drag) = self.drag.as_mut().filter(|drag| drag.id == card.id) else { return };
        drag.called_off |= ui.input(|input| input.key_pressed(Key::Escape));
        let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let at = view.picture(pointer);
        let near = |rect: &Rect| (rect.left()..=rect.right()).contains(&at.x);
        let over = columns.iter().find(|(_, rect)| near(rect));
        let over = over.filter(|(_, rect)| !rect.contains_rect(card.rect));
        if response.drag_stopped() || !ui.input(|input| input.pointer.any_down()) {
            let is_kept = !drag.called_off;
            self.drag = None;
            if let Some((status, _)) = over.filter(|_| is_kept) {
                out.extend(to_status(doc, &card.id, status).map(Message::Edit));
                self.wanted = Some(card.id.clone());
            }
            return;
        }
        if drag.called_off {
            return;
        }
        let corner = at + drag.grab;
        if let Some((_, column)) = over {
            let stroke = Stroke::new(2.0, cx.theme.color(Role::Accent));
            let column = view.screen_rect(*column);
            ui.painter().rect_stroke(column, 10.0, stroke, StrokeKind::Inside);
        }
        self.painter.card(ui, cx.theme, view, card, corner);
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    }
}

/// Gives the opportunity `id` this status.
pub(super) fn to_status(doc: &Document, id: &Id, status: &Status) -> Option<Change> {
    let journey = doc.shown_journey()?;
    change_idea(doc.editor.committed(), journey, id, |one, _| one.status = Some(status.clone()))
}
