//! The list at the left: what came without conflict, and the conflicts, one line each but for the
//! open one.

use super::conflict_choices::ConflictState;
use super::made::{ConflictRow, MadeOne};
use super::told_changes::{name_of, place_in_words};
use super::{MergeRoom, WhatIsMerged};
use crate::merge::{Keep, field_in_words, side_in_words};
use crate::model::{Project, Side, WHOLE};
use crate::scene::{Role, icon};
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, line, medium, named, regular, semibold};
use egui::{
    Align, Align2, Button, Color32, CursorIcon, EventFilter, Id, Layout, Pos2, Rect, Response,
    RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// How high the line of a conflict is, in points.
pub(super) const ROW: f32 = 54.0;
/// Between two of them.
pub(super) const AIR: f32 = 8.0;
/// From the edges of the list to what stands in it.
pub(super) const SIDE: f32 = 20.0;
/// Values of more letters, both together, are not told in a line.
const SHORT: usize = 26;
/// How wide the bar of progress is, and how many parts it has at most.
const PROGRESS: f32 = 112.0;
const PARTS: usize = 5;

/// The widget of a conflict's line.
pub(super) fn row_id(at: usize) -> Id {
    Id::unique(("conflict", at))
}

impl MergeRoom {
    /// Shows the list.
    pub(super) fn list_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) {
        let Some(made) = self.merging.made.take() else {
            return sentence_ui(ui, cx, &cx.words.merge_waiting());
        };
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(18.0);
        if matches!(self.what, WhatIsMerged::File(_)) {
            self.told_ui(ui, cx, &made);
        }
        if made.rows.is_empty() {
            let text = match self.what {
                WhatIsMerged::File(_) => cx.words.merge_no_conflicts(),
                WhatIsMerged::Kept => cx.words.merge_none_left(),
            };
            sentence_ui(ui, cx, &text);
        } else {
            self.heading_ui(ui, cx);
            ui.add_space(10.0);
            let scroll = ScrollArea::vertical().id_salt("conflicts").auto_shrink(false);
            scroll.show(ui, |ui| {
                // What is opened now is shown open from the next frame on.
                let open = self.open;
                for (at, row) in made.rows.iter().enumerate() {
                    if open == Some(at) {
                        self.open_ui(ui, cx, &made, at, row);
                    } else {
                        self.row_ui(ui, cx, &made, at);
                    }
                    ui.add_space(AIR);
                }
                ui.add_space(12.0);
                if self.open == open {
                    self.scroll_to = false;
                } else {
                    ui.ctx().request_repaint();
                }
            });
        }
        self.merging.made = Some(made);
    }

    /// How many are solved, as a bar and in words.
    fn heading_ui(&self, ui: &mut Ui, cx: &Context<'_>) {
        let words = cx.words;
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let (all, left) = (self.choices.all(), self.choices.left());
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
        let middle = row.center().y;
        let title = ui.painter().layout_no_wrap(words.merge_conflicts(), semibold(16.0), ink);
        let width = title.size().x;
        let at = pos2(row.left() + SIDE, middle - title.size().y / 2.0);
        ui.painter().galley(at, title, ink);
        let solved = words.merge_solved_of(all - left, all);
        let galley = ui.painter().layout_no_wrap(solved.clone(), semibold(13.0), ink);
        let right = row.right() - SIDE - galley.size().x;
        ui.painter().galley(pos2(right, middle - galley.size().y / 2.0), galley, ink);
        let bar = Rect::from_min_max(
            pos2(right - 14.0 - PROGRESS, middle - 3.0),
            pos2(right - 14.0, middle + 3.0),
        );
        let left_of_title = row.left() + SIDE + width + 12.0;
        let room = bar.left() - 12.0 - left_of_title;
        let at = pos2(left_of_title, middle + 1.0);
        if room > 120.0 {
            line(ui, at, &words.merge_conflict_is(), regular(12.5), muted, room);
        }
        self.progress_ui(ui, cx, bar, all, left);
        let response = ui.interact(row, ui.scope_id().with("progress"), Sense::hover());
        let said = format!("{}: {solved}", words.merge_conflicts());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &said));
    }

    fn progress_ui(&self, ui: &Ui, cx: &Context<'_>, bar: Rect, all: usize, left: usize) {
        let parts = all.clamp(1, PARTS);
        let share = (all - left) as f32 / all.max(1) as f32;
        let air = 4.0;
        let width = (bar.width() - air * (parts - 1) as f32) / parts as f32;
        for part in 0..parts {
            let x = bar.left() + part as f32 * (width + air);
            let rect = Rect::from_min_size(pos2(x, bar.top()), vec2(width, bar.height()));
            ui.painter().rect_filled(rect, 3.0, cx.theme.color(Role::Ink.at(28)));
            let done = (share * parts as f32 - part as f32).clamp(0.0, 1.0);
            if done > 0.0 {
                let rect = rect.with_max_x(rect.left() + width * done);
                ui.painter().rect_filled(rect, 3.0, cx.theme.color(Role::Good));
            }
        }
    }

    /// The line of a conflict that is not open.
    fn row_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, made: &MadeOne, at: usize) {
        let Some(row) = made.rows.get(at) else { return };
        let state = self.choices.state(at);
        if state == ConflictState::Gone {
            return;
        }
        let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let rect = place.shrink2(vec2(SIDE, 0.0));
        // Of hundreds a few are seen; arrow keys lead to the others.
        if !ui.is_rect_visible(rect) {
            return;
        }
        let response = ui.interact(rect, row_id(at), Sense::click());
        let end = match state {
            ConflictState::Chosen(keep) => chosen_in_words(row, keep, cx),
            ConflictState::Left | ConflictState::Gone => both_in_words(row, cx),
        };
        let (name, about) =
            (name_of(row, self.choices.project(), cx), about_of(row, self.choices.project(), cx));
        let said = format!("{} {name}, {about}: {end}", at + 1);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ListBoxOption, true, &said));
        self.lock_arrows(ui, &response);
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let chosen = matches!(state, ConflictState::Chosen(_));
        let fill = match (chosen, response.hovered()) {
            (_, true) => Role::Ink.at(12),
            (true, false) => Role::Ink.at(6),
            (false, false) => Role::Panel.at(255),
        };
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        ui.painter().rect(rect, 8.0, cx.theme.color(fill), edge, StrokeKind::Inside);
        focus_ring(ui, cx, &response, 9.0);
        number_at(ui.painter(), cx, at, state, rect.left_center() + vec2(26.0, 0.0));
        let left = rect.left() + 50.0;
        let right = rect.right() - 44.0;
        let font = if chosen { semibold(12.5) } else { regular(12.5) };
        let color = if chosen { cx.theme.color(Role::Good) } else { muted };
        let width =
            told_at(ui, pos2(right, rect.center().y), &end, font, color, rect.width() * 0.55);
        let room = right - width - 12.0 - left;
        line(ui, pos2(left, rect.center().y - 9.0), &name, semibold(13.5), ink, room);
        line(ui, pos2(left, rect.center().y + 10.0), &about, regular(12.5), muted, room);
        if chosen {
            if undo_ui(ui, cx, at, rect) {
                return self.take_back(made, at);
            }
        } else {
            let at = pos2(rect.right() - 22.0, rect.center().y);
            let sign = icon::CHEVRON_RIGHT;
            ui.painter().text(at, Align2::CENTER_CENTER, sign, regular(15.0), muted);
        }
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            self.open(at);
        }
    }

    /// Arrow keys go from conflict to conflict while one has the keyboard.
    pub(super) fn lock_arrows(&self, ui: &Ui, response: &Response) {
        let lock = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, lock));
    }
}

/// The button that takes a choice back; true when it is pressed.
fn undo_ui(ui: &mut Ui, cx: &Context<'_>, at: usize, rect: Rect) -> bool {
    let place =
        Rect::from_center_size(pos2(rect.right() - 22.0, rect.center().y), vec2(30.0, 30.0));
    let text = RichText::new(icon::UNDO).size(15.0).color(cx.theme.color(Role::Muted));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).id_salt(("undo", at)));
    let response = child.put(place, Button::new(text).frame(false));
    named(&response, &cx.words.merge_take_back());
    focus_ring(&child, cx, &response, 8.0);
    response.clicked()
}

/// A text that ends at `at`; gives back how wide it is.
fn told_at(ui: &Ui, at: Pos2, text: &str, font: egui::FontId, color: Color32, width: f32) -> f32 {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    let galley = ui.painter().layout_job(job);
    let size = galley.size();
    ui.painter().galley(pos2(at.x - size.x, at.y - size.y / 2.0), galley, color);
    size.x
}

/// The number of a conflict, or that it is solved.
pub(super) fn number_at(
    painter: &egui::Painter,
    cx: &Context<'_>,
    at: usize,
    state: ConflictState,
    center: Pos2,
) {
    let (role, text, font) = match state {
        ConflictState::Chosen(_) => (Role::Good, icon::CHECK.to_string(), medium(13.0)),
        ConflictState::Left | ConflictState::Gone => {
            let text = (at + 1).to_string();
            let size = if text.len() > 2 { 9.5 } else { 12.0 };
            (Role::IdeaText, text, semibold(size))
        }
    };
    painter.circle_filled(center, 11.0, cx.theme.color(role));
    let ink = cx.theme.color(Role::Card);
    painter.text(center, Align2::CENTER_CENTER, text, font, ink);
}

/// Where it stands, and which of its fields it is: `Decision · Touchpoints · Note`.
pub(super) fn about_of(
    row: &ConflictRow,
    project: Option<&std::sync::Arc<Project>>,
    cx: &Context<'_>,
) -> String {
    let place = project.and_then(|project| place_in_words(row, project, cx));
    let field = field_in_words(&row.contested, cx.words);
    [place, Some(field)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Both values in a line: `mine: Decision, the other: Delivery`.
fn both_in_words(row: &ConflictRow, cx: &Context<'_>) -> String {
    let contested = &row.contested;
    if contested.conflict.field == WHOLE {
        return deletion_in_words(row, cx);
    }
    let [mine, theirs] = [Side::Ours, Side::Theirs].map(|side| {
        let text = side_in_words(contested, side, cx.words);
        text.lines().next().unwrap_or_default().to_owned()
    });
    let [mine, theirs] = [mine, theirs].map(|text| text.trim().to_owned());
    // What is longer is read where the conflict is open: the name of its card says more here.
    let is_short = mine.chars().count() + theirs.chars().count() <= SHORT;
    match (is_short, row.is_kept) {
        (false, _) => String::new(),
        (true, true) => cx.words.merge_either(mine, theirs),
        (true, false) => cx.words.merge_both_values(mine, theirs),
    }
}

/// Who has deleted a thing that the other has changed.
pub(super) fn deletion_in_words(row: &ConflictRow, cx: &Context<'_>) -> String {
    match row.contested.conflict.side {
        _ if row.is_kept => cx.words.merge_one_deleted(),
        Some(Side::Ours) => cx.words.merge_you_deleted(),
        Some(Side::Theirs) | None => cx.words.merge_they_deleted(),
    }
}

/// What was chosen.
fn chosen_in_words(row: &ConflictRow, keep: Keep, cx: &Context<'_>) -> String {
    let words = cx.words;
    if row.contested.conflict.field == WHOLE {
        return match row.contested.conflict.changes(keep) {
            true => words.merge_was_deleted(),
            false => words.merge_was_kept(),
        };
    }
    match keep {
        Keep::Mine | Keep::Theirs if row.is_kept => match row.contested.conflict.changes(keep) {
            true => words.merge_beside(),
            false => words.merge_was_kept(),
        },
        Keep::Mine => words.merge_kept_mine(),
        Keep::Theirs => words.merge_kept_theirs(),
        Keep::Both => words.merge_kept_both(),
    }
}

/// A sentence where there is nothing to list.
fn sentence_ui(ui: &mut Ui, cx: &Context<'_>, text: &str) {
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.add_space(SIDE);
        ui.set_max_width(ui.available_width() - SIDE);
        let muted = cx.theme.color(Role::Muted);
        let text = RichText::new(text).font(regular(14.0)).color(muted);
        ui.add(egui::Label::new(text).wrap());
    });
}
