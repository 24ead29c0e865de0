//! The open conflict in full: what stood there, what either copy has made of it, and the buttons that
//! choose.

use super::conflict_choices::ConflictState;
use super::conflict_list::{SIDE, about_of, deletion_in_words, number_at, row_id};
use super::made::{ConflictRow, MadeOne};
use super::told_changes::name_of;
use super::{MergeRoom, letter_at, side_role, sign_at};
use crate::merge::{Keep, WordChange, changed_words, side_in_words};
use crate::model::{Side, WHOLE};
use crate::scene::Role;
use crate::ui::Context;
use crate::ui::kit::buttons::{line, regular, semibold, text_button};
use crate::ui::kit::keyboard::has_keyboard;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    CursorIcon, Frame, Margin, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// From the edge of the box to what stands in it, in points.
const PAD: f32 = 16.0;
/// How large the texts of both copies are.
const TEXT: f32 = 13.5;
/// Between a word that came and the one that went.
const APART: f32 = 6.0;
/// A longer text is cut here: the whole of it is on the card.
const LINES: usize = 8;

impl MergeRoom {
    /// Shows it; what is chosen is solved at once.
    pub(super) fn open_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        made: &MadeOne,
        at: usize,
        row: &ConflictRow,
    ) {
        let room = ui.available_rect_before_wrap().shrink2(vec2(SIDE, 0.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(room).id_salt(("open", at)));
        let accent = cx.theme.color(Role::Accent);
        let has_keyboard = ui.memory(|memory| memory.has_focus(row_id(at)));
        let frame = Frame::new()
            .fill(cx.theme.color(Role::Card))
            .stroke(Stroke::new(if has_keyboard { 3.0 } else { 2.0 }, accent))
            .corner_radius(8)
            .inner_margin(Margin::same(PAD as i8));
        let mut chosen = None;
        let shown = frame.show(&mut child, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            self.head_ui(ui, cx, at, row);
            ui.add_space(10.0);
            chosen = self.sides_ui(ui, cx, row);
            ui.add_space(14.0);
            chosen = self.buttons_ui(ui, cx, row).or(chosen);
        });
        let rect = shown.response.rect;
        ui.allocate_rect(rect.with_min_x(room.left()), Sense::hover());
        if self.scroll_to && self.open == Some(at) {
            ui.scroll_to_rect(rect.expand(10.0), None);
        }
        if let Some(keep) = chosen {
            self.choose_in(made, at, keep);
        }
        self.look_ahead(made, at);
    }

    /// Number, name and place; a click brings the card into view.
    fn head_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, at: usize, row: &ConflictRow) {
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::hover());
        let response = ui.interact(rect, row_id(at), Sense::click());
        let (name, about) =
            (name_of(row, self.choices.project(), cx), about_of(row, self.choices.project(), cx));
        let said = format!("{} {name}, {about}", at + 1);
        response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, true, &said));
        self.lock_arrows(ui, &response);
        let state = match self.choices.state(at) {
            ConflictState::Gone => ConflictState::Left,
            state @ (ConflictState::Left | ConflictState::Chosen(_)) => state,
        };
        number_at(ui.painter(), cx, at, state, rect.left_center() + vec2(10.0, 0.0));
        let left = rect.left() + 34.0;
        let show = cx.words.merge_show_on_map();
        let accent = cx.theme.color(Role::Accent);
        let on_map = row.contested.thing.is_some();
        let mut room = rect.right() - left;
        if on_map {
            let galley = ui.painter().layout_no_wrap(show, regular(12.5), accent);
            let at = pos2(rect.right() - galley.size().x, rect.top() + 4.0);
            room -= galley.size().x + 12.0;
            ui.painter().galley(at, galley, accent);
        }
        line(ui, pos2(left, rect.top() + 10.0), &name, semibold(14.0), ink, room);
        line(ui, pos2(left, rect.top() + 29.0), &about, regular(12.5), muted, rect.right() - left);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() && on_map {
            self.scroll_to_thing = true;
            self.map_in_front = true;
        }
    }

    /// What stood there, and both values; the one that is pressed.
    fn sides_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, row: &ConflictRow) -> Option<Keep> {
        let words = cx.words;
        let muted = cx.theme.color(Role::Muted);
        let contested = &row.contested;
        if contested.conflict.field == WHOLE {
            let text = deletion_in_words(row, cx);
            let text =
                egui::RichText::new(text).font(regular(TEXT)).color(cx.theme.color(Role::Ink));
            ui.add(egui::Label::new(text).wrap());
            return None;
        }
        if let Some(earlier) = &row.earlier {
            let earlier = if earlier.is_empty() { words.merge_nothing() } else { earlier.clone() };
            let text = egui::RichText::new(words.labelled(words.merge_earlier(), earlier));
            ui.add(egui::Label::new(text.font(regular(12.5)).color(muted)).wrap());
            ui.add_space(8.0);
        }
        let mut pressed = None;
        for (side, keep) in row.in_order() {
            if self.side_ui(ui, cx, row, side, keep) {
                pressed = Some(keep);
            }
            ui.add_space(8.0);
        }
        pressed
    }

    /// One of both values, with the words that differ marked; true where it is pressed.
    fn side_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        row: &ConflictRow,
        side: Side,
        keep: Keep,
    ) -> bool {
        let contested = &row.contested;
        let can = contested.keeps.contains(&keep);
        let text = side_in_words(contested, side, cx.words);
        let width = ui.available_width();
        let before = self.compared_with(row, side, cx);
        let job = job_of(cx, before.as_deref(), row.earlier.is_some(), &text, width - 54.0);
        let galley = ui.painter().layout_job(job);
        let height = galley.size().y + 44.0;
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let sense = if can { Sense::CLICK } else { Sense::hover() };
        let response = ui.interact(rect, ui.scope_id().with(("side", keep)), sense);
        let name = row.name_of_side(side, cx.words);
        let said = cx.words.labelled(name.as_str(), text.as_str());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, can, &said));
        let is_looked_at = can && response.hovered();
        if is_looked_at {
            self.hovered = Some(keep);
        }
        let edge = match is_looked_at {
            true => Stroke::new(2.0, cx.theme.color(side_role(side))),
            false => Stroke::NONE,
        };
        let fill = cx.theme.color(side_role(side).at(18));
        ui.painter().rect(rect, 8.0, fill, edge, StrokeKind::Inside);
        if row.is_kept {
            // The figure of its key: whose it was says nothing now.
            let is_first = row.in_order()[0].0 == side;
            let figure = if is_first { "1" } else { "2" };
            sign_at(ui.painter(), cx, side, figure, rect.min + vec2(20.0, 20.0));
        } else {
            letter_at(ui.painter(), cx, side, rect.min + vec2(20.0, 20.0));
        }
        let ink = cx.theme.color(Role::Ink);
        let at = pos2(rect.left() + 38.0, rect.top() + 20.0);
        line(ui, at, &name, semibold(13.0), ink, width - 54.0);
        ui.painter().galley(rect.min + vec2(38.0, 34.0), galley, ink);
        can && response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    }

    /// What a value's words are compared with: what stood there, else the other copy's.
    fn compared_with(&self, row: &ConflictRow, side: Side, cx: &Context<'_>) -> Option<String> {
        let contested = &row.contested;
        // Words of fixed choices, names and figures are told whole.
        let is_written = |side: Side| {
            let value = if side == Side::Ours { &contested.mine } else { &contested.theirs };
            value.as_str().is_some_and(|text| text == side_in_words(contested, side, cx.words))
        };
        if !(is_written(Side::Ours) && is_written(Side::Theirs)) {
            return None;
        }
        match &row.earlier {
            Some(earlier) => Some(earlier.clone()),
            None => Some(side_in_words(contested, side.other(), cx.words)),
        }
    }

    /// The buttons; the one that is pressed.
    fn buttons_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, row: &ConflictRow) -> Option<Keep> {
        let words = cx.words;
        let conflict = &row.contested.conflict;
        let whole = conflict.field == WHOLE;
        let label = |keep: Keep| match (keep, whole) {
            (_, true) if conflict.changes(keep) => words.merge_delete(),
            (_, true) => words.merge_keep(),
            (Keep::Both, _) => words.merge_keep_both(),
            (_, false) if row.is_kept && conflict.changes(keep) => words.merge_take_beside(),
            (_, false) if row.is_kept => words.merge_keep(),
            (Keep::Mine, _) => words.merge_keep_mine(),
            (Keep::Theirs, _) => words.merge_keep_theirs(),
        };
        let keeps = &row.contested.keeps;
        let count = keeps.len().max(1) as f32;
        let width = (ui.available_width() - 8.0 * (count - 1.0)) / count;
        let mut pressed = None;
        ui.horizontal(|ui| {
            let [(_, first), (_, second)] = row.in_order();
            for (key, keep) in [(1, first), (2, second), (3, Keep::Both)] {
                if !keeps.contains(&keep) {
                    continue;
                }
                // The one that keeps what the map shows.
                let main = !conflict.changes(keep);
                let label = label(keep);
                let button =
                    text_button(ui, cx, &format!("{label}  {key}"), main, vec2(width, 36.0));
                button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
                if button.hovered() || has_keyboard(&button) {
                    self.hovered = Some(keep);
                }
                if button.clicked() {
                    pressed = Some(keep);
                }
            }
        });
        if keeps.contains(&Keep::Both) && !row.is_kept {
            ui.add_space(10.0);
            let muted = cx.theme.color(Role::Muted);
            let text = egui::RichText::new(words.merge_both_is()).font(regular(12.5)).color(muted);
            ui.label(text);
        }
        pressed
    }

    /// Shows on the map what would come of the value that is looked at.
    fn look_ahead(&mut self, made: &MadeOne, at: usize) {
        if self.open != Some(at) {
            return;
        }
        let wanted = self.hovered.filter(|_| self.choices.is_left(at));
        let is_it = |shown: &(usize, Keep, _)| Some(shown.1) == wanted && shown.0 == at;
        if self.preview.as_ref().is_some_and(is_it) {
            return;
        }
        self.preview = wanted.and_then(|keep| {
            let project = self.choices.would_be(made, at, keep)?;
            Some((at, keep, project))
        });
    }
}

/// A value's text: words that came are marked and underlined, those that went struck out where
/// `tells_gone`.
fn job_of(
    cx: &Context<'_>,
    before: Option<&str>,
    tells_gone: bool,
    text: &str,
    width: f32,
) -> LayoutJob {
    let color = |role: Role| cx.theme.color(role);
    let plain = TextFormat {
        font_id: regular(TEXT),
        color: color(Role::Ink),
        line_height: Some(20.0),
        ..TextFormat::default()
    };
    let new = TextFormat {
        font_id: semibold(TEXT),
        background: cx.theme.color(Role::Good.at(30)),
        underline: Stroke::new(1.5, color(Role::Good)),
        ..plain.clone()
    };
    let gone = TextFormat {
        background: cx.theme.color(Role::Bad.at(24)),
        strikethrough: Stroke::new(1.5, color(Role::Bad)),
        color: color(Role::Bad),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width.max(40.0);
    job.wrap.max_rows = LINES;
    let pieces = match before {
        Some(before) => changed_words(before, text),
        None => vec![(WordChange::Same, text.to_owned())],
    };
    let mut last = WordChange::Same;
    // Beside the other copy nothing has gone: it stands there.
    for (how, piece) in pieces.into_iter().filter(|(how, _)| tells_gone || *how != WordChange::Gone)
    {
        let touches = !job.text.ends_with(char::is_whitespace) && !piece.starts_with(' ');
        let apart = (last, how) == (WordChange::New, WordChange::Gone) && touches;
        last = how;
        let format = match how {
            WordChange::Same => &plain,
            WordChange::New => &new,
            WordChange::Gone => &gone,
        };
        job.append(&piece, if apart { APART } else { 0.0 }, format.clone());
    }
    job
}
