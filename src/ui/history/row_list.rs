//! The list at the left: what is searched for, the button that names what is now, and the versions by
//! day, newest first.

use super::past_rows::{PastRow, RowKey, shown};
use super::row_pictures::PictureMaterial;
use super::{HistoryRoom, RowAsks};
use crate::model::TEXT_MAX;
use crate::scene::{Role, UNTINTED, icon};
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, medium, named, regular, semibold};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::fonts::font_id;
use egui::text::LayoutJob;
use egui::{
    Button, Color32, EventFilter, FontId, Frame, Id, Margin, Pos2, Rect, Response, RichText,
    ScrollArea, Sense, Shape, Stroke, StrokeKind, TextEdit, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// How high a row is, with the air between it and the next.
const ROW: f32 = 78.0;
/// Between two rows.
const AIR: f32 = 4.0;
/// How high the heading of a day is.
const DAY: f32 = 30.0;
/// How large the small pictures are.
const PICTURE: Vec2 = vec2(96.0, 54.0);
/// From the list's left edge to what stands in it.
const SIDE: f32 = 16.0;

/// The widget of a row.
pub(super) fn row_id(key: &RowKey) -> Id {
    Id::unique(("version", key))
}

/// The field of what is searched for.
pub(super) fn query_id() -> Id {
    Id::unique("history search")
}

/// A bookmark whose left upper corner is at `at`.
pub(super) fn bookmark(ui: &Ui, at: Pos2, color: Color32) {
    let (width, height, notch) = (9.0, 13.0, 3.5);
    let half = |from: f32, to: f32, low: f32, high: f32| {
        let points = vec![
            at + vec2(from, 0.0),
            at + vec2(to, 0.0),
            at + vec2(to, low),
            at + vec2(from, high),
        ];
        Shape::convex_polygon(points, color, Stroke::NONE)
    };
    // The halves lie over one another a little, so that no seam is seen.
    ui.painter().add(half(0.0, width / 2.0 + 0.6, height - notch, height));
    ui.painter().add(half(width / 2.0, width, height, height - notch));
}

impl HistoryRoom {
    /// Shows the list; what a row was asked for.
    pub(super) fn list_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) -> Option<RowAsks> {
        let mut asks = None;
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        ui.add_space(14.0);
        ui.horizontal(|ui| {
            ui.add_space(SIDE);
            if self.search_ui(ui, cx) {
                asks = Some(RowAsks::Name);
            }
        });
        ui.add_space(8.0);
        let rows = shown(&self.rows, &self.query, &self.texts, cx.words);
        self.listed.clone_from(&rows);
        let several = self.has_several_people();
        ScrollArea::vertical().id_salt("versions").auto_shrink(false).show(ui, |ui| {
            let mut day = String::new();
            for at in rows {
                let Some(row) = self.rows.get(at).cloned() else { continue };
                let own = row.day(cx.words);
                if own != day {
                    day_ui(ui, cx, &own);
                    day = own;
                }
                if let Some(asked) = self.row_ui(ui, cx, at, &row, several) {
                    asks = Some(asked);
                }
            }
            self.remark_ui(ui, cx);
            ui.add_space(16.0);
        });
        self.scroll_to = false;
        asks
    }

    /// The field and the button above the list; is what is now to be given a name?
    fn search_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) -> bool {
        let words = cx.words;
        let label = words.history_name();
        let text = format!("      {label}");
        let width =
            ui.painter().layout_no_wrap(text.clone(), medium(13.5), Color32::PLACEHOLDER).size().x
                + 26.0;
        let room = (ui.available_width() - width - 8.0 - SIDE).max(80.0);
        let mut layouter = layouter(regular(13.5), false);
        let field = TextEdit::singleline(&mut self.query)
            .id(query_id())
            .layouter(&mut layouter)
            .char_limit(TEXT_MAX.min(200))
            .hint_text(words.history_search())
            .event_filter(EventFilter { escape: true, ..EventFilter::default() })
            .font(regular(13.5))
            .margin(Margin { left: 32, right: 8, top: 8, bottom: 8 })
            .desired_width(room);
        let field = ui.add(field);
        field.widget_info(|| {
            WidgetInfo::labeled(egui::Role::SearchInput, true, words.history_search())
        });
        let at = pos2(field.rect.left() + 17.0, field.rect.center().y);
        let muted = cx.theme.color(Role::Muted);
        let center = egui::Align2::CENTER_CENTER;
        ui.painter().text(at, center, icon::SEARCH, regular(14.0), muted);
        let ink = cx.theme.color(Role::Ink);
        let button = Button::new(RichText::new(text).font(medium(13.5)).color(ink))
            .fill(cx.theme.color(Role::Card))
            .stroke(Stroke::new(1.0, cx.theme.color(Role::Hairline)))
            .corner_radius(8)
            .min_size(vec2(width, field.rect.height()));
        let button = ui.add(button);
        named(&button, &label);
        focus_ring(ui, cx, &button, 9.0);
        bookmark(ui, button.rect.left_center() + vec2(14.0, -6.0), ink);
        button.clicked()
    }

    /// Has more than one person kept versions?
    fn has_several_people(&self) -> bool {
        let mut who = self.rows.iter().map(PastRow::who).filter(|who| !who.is_empty());
        let first = who.next();
        who.any(|other| Some(other) != first)
    }

    fn row_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        at: usize,
        row: &PastRow,
        several: bool,
    ) -> Option<RowAsks> {
        let is_chosen = self.chosen == row.key;
        let (place, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), ROW + AIR), Sense::hover());
        let rect = Rect::from_min_max(place.min + vec2(8.0, 0.0), place.max - vec2(8.0, AIR));
        if !is_chosen && !ui.is_rect_visible(rect) {
            return None;
        }
        // The keyboard comes to the chosen one; arrow keys go on from there.
        let sense = if is_chosen { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, row_id(&row.key), sense);
        let text = self.texts.of(&self.rows, at, cx.words);
        let told = told(row, text.as_deref(), cx);
        response.widget_info(|| {
            WidgetInfo::selected(egui::Role::ListBoxOption, true, is_chosen, &told)
        });
        if is_chosen && self.scroll_to {
            ui.scroll_to_rect(rect.expand(8.0), None);
        }
        let lock = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, lock));
        if ui.is_rect_visible(rect) {
            let (fill, edge) = match (is_chosen, response.hovered()) {
                (true, _) => (Role::Accent.at(18), Stroke::new(2.0, cx.theme.color(Role::Accent))),
                (false, true) => (Role::Ink.at(12), Stroke::NONE),
                (false, false) => (Role::Panel.at(255), Stroke::NONE),
            };
            ui.painter().rect(rect, 8.0, cx.theme.color(fill), edge, StrokeKind::Inside);
            focus_ring(ui, cx, &response, 9.0);
            self.picture_ui(ui, cx, row, rect);
            let is_damaged = self.texts.is_damaged(&self.rows, at);
            words_ui(ui, cx, row, text.as_deref(), is_damaged, several, rect);
        }
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        self.asked(&response, row, cx)
    }

    /// What a row was asked for by the pointer.
    fn asked(&self, response: &Response, row: &PastRow, cx: &Context<'_>) -> Option<RowAsks> {
        let mut asks = None;
        if response.clicked() || response.secondary_clicked() {
            asks = Some(RowAsks::Choose(row.key.clone()));
        }
        if response.double_clicked() {
            asks = Some(RowAsks::Rename(row.key.clone()));
        }
        let is_named = row.named().is_some();
        response.context_menu(|ui| {
            if row.key != RowKey::Now && ui.button(cx.words.history_open()).clicked() {
                asks = Some(RowAsks::Open(row.key.clone()));
            }
            if row.key == RowKey::Now && ui.button(cx.words.history_name_now()).clicked() {
                asks = Some(RowAsks::Name);
            }
            if is_named && ui.button(cx.words.history_rename()).clicked() {
                asks = Some(RowAsks::Rename(row.key.clone()));
            }
            if is_named && ui.button(cx.words.history_remove()).clicked() {
                asks = Some(RowAsks::Remove(row.key.clone()));
            }
        });
        asks
    }

    fn picture_ui(&mut self, ui: &Ui, cx: &Context<'_>, row: &PastRow, rect: Rect) {
        let corner = pos2(rect.left() + 9.0, rect.center().y - PICTURE.y / 2.0);
        let place = Rect::from_min_size(corner, PICTURE);
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        let paper = cx.theme.color(Role::Paper);
        ui.painter().rect(place.expand(1.0), 5.0, paper, edge, StrokeKind::Inside);
        let material =
            PictureMaterial { now: &self.now, journey: &self.journey, store: self.store.as_ref() };
        let texture = self.pictures.texture(ui.ctx(), cx, row, &material, place);
        if let Some(texture) = texture {
            let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            ui.painter().image(texture, place, uv, UNTINTED);
        }
    }

    /// What is said below the rows, where there is nothing else to say.
    fn remark_ui(&self, ui: &mut Ui, cx: &Context<'_>) {
        let words = cx.words;
        let text = match &self.kept {
            super::KeptList::Waiting => return,
            super::KeptList::Failed(why) => why.clone(),
            super::KeptList::Known(_)
                if self.listed.len() <= 1 && !self.query.trim().is_empty() =>
            {
                words.find_none()
            }
            super::KeptList::Known(_) if self.rows.len() <= 2 => words.history_begins(),
            super::KeptList::Known(_) => return,
        };
        ui.add_space(12.0);
        Frame::new().inner_margin(Margin::symmetric(SIDE as i8, 0)).show(ui, |ui| {
            let muted = cx.theme.color(Role::Muted);
            ui.add(egui::Label::new(RichText::new(text).font(regular(13.0)).color(muted)).wrap());
        });
    }
}

fn day_ui(ui: &mut Ui, cx: &Context<'_>, day: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), DAY), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, day));
    let at = pos2(rect.left() + SIDE, rect.center().y + 2.0);
    let ink = cx.theme.color(Role::Ink);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, day, medium(13.0), ink);
}

/// The row as it is read aloud.
fn told(row: &PastRow, changed: Option<&str>, cx: &Context<'_>) -> String {
    let note = row.named().map(|named| named.note.trim()).unwrap_or_default();
    let when = if row.key == RowKey::Now { String::new() } else { row.day_and_clock(cx.words) };
    let title = if row.key == RowKey::Now || row.named().is_some() {
        row.title(cx.words)
    } else {
        String::new()
    };
    let parts = [title.as_str(), &when, note, changed.unwrap_or_default()];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// Name or time, note, and what changed.
fn words_ui(
    ui: &Ui,
    cx: &Context<'_>,
    row: &PastRow,
    changed: Option<&str>,
    is_damaged: bool,
    several: bool,
    rect: Rect,
) {
    let words = cx.words;
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let left = rect.left() + PICTURE.x + 22.0;
    let mut width = rect.right() - 12.0 - left;
    let title = row.title(words);
    let changed = changed.unwrap_or_default();
    let changed_ink = if is_damaged { cx.theme.color(Role::Bad) } else { muted };
    let Some(named) = row.named() else {
        let mut lines = Lines { ui, left, top: 0.0, parts: Vec::new() };
        let font = semibold(13.5);
        let who = Some(row.who()).filter(|who| several && !who.is_empty());
        let title = who.map_or(title.clone(), |who| format!("{title} · {who}"));
        lines.add(&title, font, ink, width, 1);
        lines.add(changed, regular(12.5), changed_ink, width, 2);
        lines.paint(rect);
        return;
    };
    let note = named.note.trim();
    let mut lines = Lines { ui, left, top: 0.0, parts: Vec::new() };
    let when = row.clock(words);
    let clock = ui.painter().layout_no_wrap(when, regular(12.5), muted);
    let clock_width = clock.size().x;
    lines.left += 15.0;
    width -= 15.0;
    lines.add(&title, semibold(14.0), ink, width - clock_width - 8.0, 1);
    lines.left -= 15.0;
    width += 15.0;
    lines.add(note, font_id(crate::scene::Face::Italic, 12.5), ink, width, 1);
    lines.add(changed, regular(12.5), changed_ink, width, if note.is_empty() { 2 } else { 1 });
    let top = lines.paint(rect);
    bookmark(ui, pos2(left, top + 2.0), cx.theme.color(Role::Accent));
    let at = pos2(rect.right() - 12.0 - clock_width, top + 1.0);
    ui.painter().galley(at, clock, muted);
}

/// Lines below one another, in the middle of a row.
struct Lines<'a> {
    ui: &'a Ui,
    left: f32,
    top: f32,
    parts: Vec<(Pos2, std::sync::Arc<egui::Galley>, Color32)>,
}

impl Lines<'_> {
    fn add(&mut self, text: &str, font: FontId, color: Color32, width: f32, rows: usize) {
        if text.is_empty() {
            return;
        }
        let mut job = LayoutJob::simple(text.to_owned(), font, color, width.max(20.0));
        job.wrap.max_rows = rows;
        let galley = self.ui.painter().layout_job(job);
        let height = galley.size().y;
        self.parts.push((pos2(self.left, self.top), galley, color));
        self.top += height + 2.0;
    }

    /// Paints them; gives back where the first begins.
    fn paint(self, rect: Rect) -> f32 {
        let top = rect.center().y - (self.top - 2.0) / 2.0;
        for (at, galley, color) in self.parts {
            self.ui.painter().galley(at + vec2(0.0, top), galley, color);
        }
        top
    }
}
