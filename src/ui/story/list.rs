//! The list of pages: one is chosen, and each can be dragged to another place.

use super::StoryPanel;
use super::row::{PageRow, RowPressed, row_ui};
use crate::edit::story::{changed, moved, removed};
use crate::scene::Role;
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::{Context, Document, Message};
use egui::{CursorIcon, EventFilter, Rect, ScrollArea, Stroke, Ui, pos2, vec2};
use std::sync::Arc;

/// How near the upper or lower edge a drag scrolls, in points, and how fast, in points a second.
const EDGE: f32 = 36.0;
const SPEED: f32 = 500.0;

impl StoryPanel {
    pub(super) fn list_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &mut Document,
        out: &mut Vec<Message>,
    ) {
        let map_words = doc.words_of_map(cx.words);
        self.pictures.begin(ui.ctx(), doc, &map_words);
        self.keys(ui, doc, out);
        let scroll = ScrollArea::vertical().id_salt("story pages").auto_shrink(false);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let (view, top) = (ui.clip_rect(), ui.cursor().top());
            let mut rects: Vec<Rect> = Vec::new();
            let mut let_go = false;
            let mut number = 0;
            let here = self.at();
            for (at, page) in Arc::clone(&self.pages).iter().enumerate() {
                let (title, parts) = self.pictures.known(page).unwrap_or((&page.title, 1));
                let title = title.to_owned();
                let called = self.pictures.called(page).unwrap_or(&title).to_owned();
                let name = self.pictures.name(page).to_owned();
                let first = (!page.hidden).then_some(number + 1);
                number += if page.hidden { 0 } else { parts };
                let chosen = at == here;
                let row = PageRow {
                    page,
                    title: &title,
                    name: &name,
                    called: &called,
                    first,
                    parts,
                    chosen,
                };
                let dragged = self.dragged == Some(at);
                let (response, pressed) = ui
                    .push_id(page.id.as_str(), |ui| {
                        row_ui(ui, cx, &row, dragged, |ui, place, opacity| {
                            let place = (place, opacity);
                            self.pictures.paint(ui, cx.theme, page, place, &map_words);
                        })
                    })
                    .inner;
                rects.push(response.rect);
                if chosen {
                    self.row_id = Some(response.id);
                    // Put elsewhere, and below titles that have been laid out since, it stays in view.
                    let y = response.rect.top() - top;
                    let is_moved = self.row_y.replace(y).is_some_and(|old| (old - y).abs() > 0.5);
                    if is_moved && self.dragged.is_none() {
                        response.scroll_to_me(None);
                    }
                }
                // A page that was added in this frame stands here in the next.
                if chosen && page.id == self.chosen {
                    let free = ui.memory(|memory| memory.focused().is_none());
                    let back = std::mem::take(&mut self.back) && free;
                    if std::mem::take(&mut self.follow) || back {
                        response.request_focus();
                        response.scroll_to_me(None);
                    }
                }
                if has_keyboard(&response) {
                    let filter = EventFilter {
                        horizontal_arrows: true,
                        vertical_arrows: true,
                        escape: true,
                        ..EventFilter::default()
                    };
                    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
                }
                if response.drag_started() {
                    self.choose(at);
                    self.dragged = Some(at);
                }
                let_go |= response.drag_stopped();
                if response.clicked() {
                    self.choose(at);
                }
                if response.double_clicked() {
                    self.naming = true;
                }
                match pressed {
                    None => {}
                    Some(RowPressed::Eye) => {
                        let pages = changed(&self.pages, at, |page| page.hidden = !page.hidden);
                        self.put(&pages, doc, out);
                    }
                    Some(RowPressed::Remove) => {
                        self.put(&removed(&self.pages, at), doc, out);
                        self.choose(at.saturating_sub(1));
                    }
                }
            }
            self.drag(ui, cx, &rects, view, let_go, doc, out);
        });
    }

    /// A page is dragged: shows where it would come, and puts it there when it is let go.
    #[expect(clippy::too_many_arguments, reason = "one caller, split off for its length")]
    fn drag(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        rects: &[Rect],
        view: Rect,
        let_go: bool,
        doc: &Document,
        out: &mut Vec<Message>,
    ) {
        let Some(from) = self.dragged else { return };
        let pointer = ui.input(|input| input.pointer.latest_pos());
        let Some(pointer) = pointer else { return };
        if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            self.dragged = None;
            return;
        }
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        // So many pages stand above the pointer.
        let gap = rects.iter().filter(|rect| rect.center().y < pointer.y).count();
        let to = if gap > from { gap - 1 } else { gap };
        if let_go {
            self.dragged = None;
            if to != from {
                self.put(&moved(&self.pages, from, to), doc, out);
            }
            return;
        }
        if to != from {
            let y = match rects.get(gap) {
                Some(rect) => rect.top(),
                None => rects.last().map_or(view.top(), |rect| rect.bottom()),
            };
            let stroke = Stroke::new(3.0, cx.theme.color(Role::Accent));
            let (left, right) = (view.left() + 14.0, view.right() - 14.0);
            ui.painter().line_segment([pos2(left, y), pos2(right, y)], stroke);
            ui.painter().circle_filled(pos2(left, y), 4.0, stroke.color);
        }
        let over =
            (view.top() + EDGE - pointer.y).max(0.0) - (pointer.y - view.bottom() + EDGE).max(0.0);
        if over != 0.0 {
            let seconds = ui.input(|input| input.stable_dt).min(0.05);
            let by = (over / EDGE).clamp(-1.0, 1.0) * SPEED * seconds;
            ui.scroll_with_delta(vec2(0.0, by));
            ui.ctx().request_repaint();
        }
    }
}
