//! The groups of the list with their rows: a heading that folds, the gaps that are left, what the
//! chosen one offers, and last what is waved off.

use super::answering_idea::opportunity_for;
use super::gap_groups::{GapGroup, GapOrder};
use super::gap_row::{RowLook, TEXT_X, chosen_tint, row_ui, rule_icon, small_button};
use super::{GapsPanel, SeenGaps, listed, name_of, shown_by};
use crate::insight::{Gap, GapRule};
use crate::scene::{Role, icon};
use crate::ui::kit::buttons::{focus_ring, medium, regular, semibold};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::command::Command;
use crate::ui::{Context, Document, Message, Selection};
use crate::words::titled;
use egui::{
    Align2, CursorIcon, Rect, Response, RichText, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

/// So many rows of a group are shown at first, and so many more each time.
pub(super) const ROWS: usize = 60;
/// How high the heading of a group is.
const HEADING: f32 = 34.0;
/// From the panel's right edge to the middle of a ring.
const RING_X: f32 = 92.0;

impl GapsPanel {
    /// Shows the groups.
    pub(super) fn groups_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &mut Document,
        seen: &SeenGaps,
        groups: &[GapGroup],
        out: &mut Vec<Message>,
    ) {
        let stays = self.stays_in(seen, groups);
        if stays == Some(None) {
            self.box_ui(ui, cx, doc, seen, out);
        }
        for (place, group) in groups.iter().enumerate() {
            ui.push_id(&group.key, |ui| {
                self.heading_ui(ui, cx, seen, group);
                if stays == Some(Some(place)) {
                    self.box_ui(ui, cx, doc, seen, out);
                }
                if group.is_open {
                    self.rows_ui(ui, cx, doc, seen, group, out);
                    ui.add_space(6.0);
                }
            });
        }
    }

    fn heading_ui(&mut self, ui: &mut Ui, cx: &Context, seen: &SeenGaps, group: &GapGroup) {
        let size = vec2(ui.available_width(), HEADING);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let count = cx.words.gaps_count(group.left.len());
        let name = format!("{}: {count}", group.title);
        response.widget_info(|| {
            WidgetInfo::selected(egui::Role::DisclosureTriangle, true, group.is_open, &name)
        });
        let painter = ui.painter();
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        painter.hline(rect.x_range(), rect.top(), edge);
        if response.hovered() {
            painter.rect_filled(
                rect.expand2(vec2(12.0, 0.0)),
                7.0,
                cx.theme.color(Role::Ink.at(10)),
            );
        }
        let chevron = if group.is_open { icon::CHEVRON_DOWN } else { icon::CHEVRON_RIGHT };
        let at = pos2(rect.left() + 7.0, rect.center().y);
        painter.text(at, Align2::CENTER_CENTER, chevron, regular(14.0), muted);
        let mut left = rect.left() + TEXT_X - 6.0;
        if let Some(role) = group.role {
            let bar = Rect::from_center_size(pos2(left + 2.0, rect.center().y), vec2(4.0, 15.0));
            painter.rect_filled(bar, 2.0, cx.theme.color(role));
            left += 12.0;
        }
        let right = painter.layout_no_wrap(count, regular(12.5), muted);
        let ring = pos2(rect.right() - RING_X, rect.center().y);
        let end = if group.tally.is_some() { ring.x - 14.0 } else { rect.right() - RING_X };
        let mut job = egui::text::LayoutJob::simple_singleline(
            group.title.replace('\n', " "),
            semibold(13.5),
            ink,
        );
        job.wrap = egui::text::TextWrapping::truncate_at_width((end - left).max(20.0));
        let title = painter.layout_job(job);
        painter.galley(pos2(left, rect.center().y - title.size().y / 2.0), title, ink);
        let at = pos2(rect.right() - right.size().x, rect.center().y - right.size().y / 2.0);
        painter.galley(at, right, muted);
        focus_ring(ui, cx, &response, 7.0);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            self.folded.insert(group.key.clone(), group.is_open);
        }
        self.ring_ui(ui, cx, seen, group, ring);
    }

    /// The ring of a phase or of the map, which opens its questions.
    fn ring_ui(
        &mut self,
        ui: &Ui,
        cx: &Context,
        seen: &SeenGaps,
        group: &GapGroup,
        middle: egui::Pos2,
    ) {
        let Some(tally) = group.tally else { return };
        let rect = Rect::from_center_size(middle, vec2(24.0, 24.0));
        let id = egui::Id::unique(("questions of", &group.key));
        let response = ui.interact(rect, id, Sense::click());
        let number = |count: usize| cx.words.number(count as f64);
        let said = cx.words.gap_ring(number(tally.answered), number(tally.all));
        let title = cx.words.gap_ring_title(said);
        let name = format!("{}. {title}", group.title);
        let on = self.asks.as_ref() == Some(&group.key);
        response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, on, &name));
        let role = group.role.unwrap_or(Role::Muted);
        if on || response.hovered() {
            ui.painter().circle_filled(middle, 12.0, cx.theme.color(role.at(36)));
        }
        let parts = tally.all.min(12) as f32;
        for part in 0..parts as usize {
            let each = std::f32::consts::TAU / parts;
            let from = each * part as f32 - std::f32::consts::FRAC_PI_2 + 0.14;
            let to = from + each - if parts > 1.0 { 0.28 } else { 0.0 };
            let done = tally.answered as f32 * parts / tally.all as f32;
            let alpha = if (part as f32) < done { 255 } else { 70 };
            let steps = 8;
            let points = (0..=steps).map(|at| {
                let angle = from + (to - from) * at as f32 / steps as f32;
                middle + egui::Vec2::angled(angle) * 7.0
            });
            let stroke = Stroke::new(2.4, cx.theme.color(role.at(alpha)));
            ui.painter().add(Shape::line(points.collect(), stroke));
        }
        focus_ring(ui, cx, &response, 12.0);
        if response.tip(|| title).on_hover_cursor(CursorIcon::PointingHand).clicked() {
            match on {
                true => self.asks = None,
                false => self.ask_of(&group.key, seen.journey),
            }
        }
    }

    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &mut Document,
        seen: &SeenGaps,
        group: &GapGroup,
        out: &mut Vec<Message>,
    ) {
        let all_asked = self.asks.as_ref() == Some(&group.key);
        if all_asked {
            self.questions_ui(ui, cx, doc, seen, &group.key, out);
        }
        for (row, at) in listed(group, self).to_vec().into_iter().enumerate() {
            let Some(gap) = seen.gaps.get(at) else { continue };
            let question = gap.place.question.is_some();
            if question && all_asked {
                continue;
            }
            if question && gap.place.question == self.question {
                self.asked_ui(ui, cx, doc, seen, gap, out);
                continue;
            }
            self.gap_ui(ui, cx, doc, seen, group, (row, at), out);
        }
        let hidden = group.left.len().saturating_sub(listed(group, self).len());
        if hidden > 0 {
            ui.add_space(4.0);
            if small_button(ui, cx, &cx.words.gaps_more(hidden), false).clicked() {
                *self.shown.entry(group.key.clone()).or_insert(ROWS) += ROWS;
            }
        }
        self.waved_list_ui(ui, cx, seen, group, out);
    }

    /// A gap, with what it offers where it is chosen.
    #[expect(clippy::too_many_arguments, reason = "a row needs what it is of and where it is")]
    fn gap_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &mut Document,
        seen: &SeenGaps,
        group: &GapGroup,
        (row, at): (usize, usize),
        out: &mut Vec<Message>,
    ) {
        let Some(gap) = seen.gaps.get(at) else { return };
        let said = self.said.text(seen, at, cx);
        let chosen = self.is_chosen(gap);
        let tint = ui.painter().add(Shape::Noop);
        let top = ui.cursor().top();
        let id = egui::Id::unique(("gap", gap.rule, &gap.place));
        let icon = rule_icon(gap.rule);
        let phase = gap.phase.as_ref().filter(|_| self.order != GapOrder::Phase);
        let phase = phase.and_then(|id| seen.journey.phases.iter().find(|phase| phase.id == *id));
        let place = match phase {
            Some(phase) => format!("{} · {}", titled(&phase.title, cx.words), said.1),
            None => said.1.clone(),
        };
        let look = RowLook { id, icon, text: &said.0, place: &place, muted: false, chosen };
        let response = row_ui(ui, cx, &look);
        if response.clicked() {
            self.choose(gap);
        }
        if response.hovered() {
            self.lit = Some(name_of(gap));
        }
        if !chosen {
            return;
        }
        self.has_focus |= has_keyboard(&response);
        let follows = std::mem::take(&mut self.follow);
        if follows {
            response.request_focus();
        }
        match self.waving.is_some() {
            true => {
                let next = group
                    .left
                    .get(row + 1)
                    .or(row.checked_sub(1).and_then(|row| group.left.get(row)));
                let next = next.and_then(|next| seen.gaps.get(*next)).map(name_of);
                self.reason_ui(ui, cx, gap, next, out);
            }
            false => self.offers_ui(ui, cx, doc, seen, at, out),
        }
        let rect = Rect::from_min_max(
            pos2(response.rect.left(), top),
            pos2(response.rect.right(), ui.cursor().top()),
        );
        // With what it offers.
        if follows {
            ui.scroll_to_rect(rect, None);
        }
        chosen_tint(ui, cx, tint, rect);
        focus_ring(ui, cx, &response, 8.0);
    }

    /// The buttons of the chosen gap.
    fn offers_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &mut Document,
        seen: &SeenGaps,
        at: usize,
        out: &mut Vec<Message>,
    ) {
        let Some(gap) = seen.gaps.get(at) else { return };
        ui.horizontal_wrapped(|ui| {
            ui.add_space(TEXT_X);
            ui.spacing_mut().item_spacing.x = 6.0;
            if let Some((text, messages)) = helps(cx, gap) {
                if small_button(ui, cx, &text, true).clicked() {
                    out.extend(messages);
                }
            } else if let Some(message) = shown_by(seen, at) {
                let text = format!("{}  {}", icon::ARROW_RIGHT, cx.words.gaps_show());
                let show = small_button(ui, cx, &text, true);
                let name = cx.words.gaps_show();
                show.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
                if show.clicked() {
                    out.push(message);
                }
            }
            if gap.rule.asks_to_act() {
                let text = cx.words.gaps_make_opportunity();
                if small_button(ui, cx, &text, false).clicked() {
                    opportunity_for(doc, cx, seen, gap, out);
                }
            }
            if small_button(ui, cx, &cx.words.gaps_wave_off_asks(), false).clicked() {
                self.begin_to_wave();
            }
        });
        ui.add_space(9.0);
    }

    /// What is waved off in a group: folded, last.
    fn waved_list_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        seen: &SeenGaps,
        group: &GapGroup,
        out: &mut Vec<Message>,
    ) {
        if group.waved.is_empty() {
            return;
        }
        let shown = self.waved_shown.contains(&group.key);
        let text = cx.words.gaps_waved_off(group.waved.len());
        let response = fold_ui(ui, cx, &text, shown);
        if response.clicked() && !self.waved_shown.remove(&group.key) {
            self.waved_shown.insert(group.key.clone());
        }
        if shown {
            for at in group.waved.iter().take(ROWS) {
                self.waved_ui(ui, cx, seen, *at, out);
            }
        }
    }
}

/// A muted line that folds what is below it.
fn fold_ui(ui: &mut Ui, cx: &Context, text: &str, open: bool) -> Response {
    let chevron = if open { icon::CHEVRON_DOWN } else { icon::CHEVRON_RIGHT };
    let muted = cx.theme.color(Role::Muted);
    ui.add_space(4.0);
    let response = ui
        .horizontal(|ui| {
            ui.add_space(TEXT_X);
            let text = RichText::new(format!("{chevron}  {text}")).font(medium(12.5)).color(muted);
            ui.add(egui::Label::new(text).sense(Sense::click()))
        })
        .inner;
    response.widget_info(|| WidgetInfo::selected(egui::Role::DisclosureTriangle, true, open, text));
    focus_ring(ui, cx, &response, 5.0);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The button of a question that an empty map begins with, and what it does.
fn helps(cx: &Context, gap: &Gap) -> Option<(String, Vec<Message>)> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few rules differ here; the others are shown on the map"
    )]
    match gap.rule {
        GapRule::NoPersona => {
            Some((cx.words.command_add_persona(), vec![Message::Do(Command::AddPersona)]))
        }
        GapRule::NoCards => {
            Some((cx.words.command_add_card(), vec![Message::Do(Command::AddCard)]))
        }
        GapRule::NoPurpose => Some((
            cx.words.gaps_write_purpose(),
            vec![Message::Select(Selection::default()), Message::Field("purpose")],
        )),
        _ => None,
    }
}
