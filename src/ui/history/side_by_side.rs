//! The chosen version and what is now, beside each other: seen by one camera, with what differs
//! marked on both.

use super::compared_pair::ComparedPair;
use super::difference_marks::{Mark, box_id, role_of};
use super::differing::{IS, WAS};
use super::past_rows::RowKey;
use super::{HistoryRoom, bookmark};
use crate::insight::HowDiffers;
use crate::model::{Id, Thing};
use crate::scene::{Role, Scene};
use crate::ui::Context;
use crate::ui::canvas::Seen;
use crate::ui::kit::buttons::{line, regular, semibold};
use egui::{
    Align2, Frame, Margin, Panel, Pos2, Rect, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};
use std::sync::Arc;

/// How high the heading of a map is, in screen points.
const HEADING: f32 = 62.0;
/// How high the legend below the maps is.
const LEGEND: f32 = 40.0;
/// From the edges to what stands in the headings and the legend.
const SIDE: f32 = 20.0;

/// The widgets of the two maps.
pub(super) fn map_id(side: usize) -> egui::Id {
    egui::Id::unique(("history map", side))
}

impl HistoryRoom {
    /// The maps, with their headings and the legend.
    pub(super) fn maps_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) {
        ui.painter().rect_filled(ui.max_rect(), 0, cx.theme.color(Role::Paper));
        let looking = std::mem::take(&mut self.looking);
        match looking.of(&self.chosen) {
            None => self.remark(ui, cx, &cx.words.history_reading()),
            Some(Err(why)) => self.remark(ui, cx, why),
            Some(Ok(pair)) => self.pair_ui(ui, cx, pair),
        }
        self.looking = looking;
    }

    /// The heading of the version, and a sentence instead of its map.
    fn remark(&self, ui: &mut Ui, cx: &Context<'_>, text: &str) {
        let area = ui.max_rect();
        let (head, body) = area.split_top_bottom_at_y(area.top() + HEADING);
        self.heading_ui(ui, cx, head, WAS, "");
        sentence_ui(ui, cx, body, text);
    }

    fn pair_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, pair: &ComparedPair) {
        let one = self.chosen == RowKey::Now || pair.is_same;
        if !one {
            let frame = Frame::new()
                .fill(cx.theme.color(Role::Panel))
                .inner_margin(Margin::symmetric(SIDE as i8, 0));
            Panel::bottom("history legend").exact_size(LEGEND).frame(frame).show(ui, |ui| {
                legend_ui(ui, cx, pair);
            });
        }
        let area = ui.available_rect_before_wrap();
        let count = |side: usize| cx.words.count_cards(pair.cards[side] as u32);
        if one {
            let (head, body) = area.split_top_bottom_at_y(area.top() + HEADING);
            let side = if self.chosen == RowKey::Now { IS } else { WAS };
            self.heading_ui(ui, cx, head, side, &count(IS));
            if pair.is_same {
                let at = pos2(head.right() - SIDE, head.center().y);
                let muted = cx.theme.color(Role::Muted);
                let text = cx.words.history_same();
                said_at(ui, at, &text, muted);
            }
            self.one_ui(ui, cx, pair, IS, body);
            return;
        }
        let (left, right) = area.split_left_right_at_x(area.center().x.round());
        for (side, half) in [(WAS, left), (IS, right)] {
            let (head, body) = half.split_top_bottom_at_y(half.top() + HEADING);
            self.heading_ui(ui, cx, head, side, &count(side));
            if side == IS && pair.phases[0] > 0 {
                let words = cx.words;
                let [differ, all] = pair.phases.map(|count| words.number(count as f64));
                let at = pos2(head.right() - SIDE, head.center().y);
                let text = words.history_phases(differ, all);
                said_at(ui, at, &text, cx.theme.color(Role::Muted));
            }
            self.one_ui(ui, cx, pair, side, body);
        }
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        ui.painter().vline(left.right(), area.y_range(), edge);
    }

    /// One of the maps in `rect`, or a sentence where it is not there.
    fn one_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        pair: &ComparedPair,
        side: usize,
        rect: Rect,
    ) {
        let scenes = [&pair.was, &pair.is];
        let Some(scene) = scenes[side] else {
            return sentence_ui(ui, cx, rect, &cx.words.history_no_map());
        };
        let title = self.row().map(|row| row.title(cx.words)).unwrap_or_default();
        let name = match side {
            WAS => cx.words.history_map_was(title),
            _ => cx.words.history_map_is(),
        };
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("map", side)));
        child.set_clip_rect(rect.intersect(ui.clip_rect()));
        let view = &mut self.views[side];
        view.camera = self.camera;
        view.beside = scenes[1 - side].clone();
        if let Some((at, thing)) = self.wanted.take() {
            match at == side {
                true => view.show(thing),
                false => self.wanted = Some((at, thing)),
            }
        }
        let view = &mut self.views[side];
        let seen = view.map_ui(&child, cx, map_id(side), scene, &name);
        if self.camera != Some(seen.camera) {
            // The map that was shown before it in this frame follows in the next.
            if side == IS && self.camera.is_some() {
                ui.ctx().request_repaint();
            }
            self.camera = Some(seen.camera);
        }
        if side == IS && pair.was.is_some() {
            old_curves_ui(&child, cx, pair, &seen);
        }
        self.marks_ui(&mut child, cx, pair, side, &seen, scene);
        if seen.response.clicked()
            && let Some(at) = pair.differences.iter().position(|one| one.is_at(&seen.hit, side))
        {
            self.current = Some(at);
        }
    }

    fn marks_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        pair: &ComparedPair,
        side: usize,
        seen: &Seen,
        scene: &Arc<Scene>,
    ) {
        let mut in_lane: Vec<&Id> = Vec::new();
        for (at, difference) in pair.differences.iter().enumerate() {
            let curve = difference.difference.curve.as_ref();
            let lane = curve.filter(|_| difference.labels[side].is_some()).map(|it| &it.lane);
            let above = lane.map_or(0, |lane| in_lane.iter().filter(|one| **one == lane).count());
            in_lane.extend(lane);
            let (ticked, current) = (self.ticked.contains(&at), self.current == Some(at));
            let mark = Mark { at, difference, side, ticked, current, above };
            if mark.ui(ui, cx, seen, scene) {
                self.current = Some(at);
                if !self.ticked.remove(&at) {
                    self.ticked.insert(at);
                }
            }
        }
    }

    /// What the map is called and when it was.
    fn heading_ui(&self, ui: &mut Ui, cx: &Context<'_>, rect: Rect, side: usize, cards: &str) {
        let words = cx.words;
        ui.painter().rect_filled(rect, 0, cx.theme.color(Role::Panel));
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        ui.painter().hline(rect.x_range(), rect.bottom(), edge);
        let row = self.row().filter(|_| side == WAS);
        let title = row.map_or_else(|| words.history_now(), |row| row.title(words));
        let when = match row {
            Some(row) => row.day_and_clock(words),
            None => words.date_today(),
        };
        let parts = [when.as_str(), cards];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let mut at = pos2(rect.left() + SIDE, rect.top() + 22.0);
        let width = rect.width() - 2.0 * SIDE - 140.0;
        if row.is_some_and(|row| row.named().is_some()) {
            bookmark(ui, at + vec2(0.0, -6.5), cx.theme.color(Role::Accent));
            at.x += 20.0;
        }
        line(ui, at, &title, semibold(16.0), ink, width);
        line(ui, at + vec2(0.0, 21.0), &parts.join(" · "), regular(12.5), muted, width);
        let response = ui.interact(rect, ui.scope_id().with(("heading", side)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &title));
    }

    /// Steps to another difference, `by` so many further: it is brought into view, and its box has
    /// the keyboard.
    pub(super) fn step_to(&mut self, by: isize, ctx: &egui::Context) {
        let Some(Ok(pair)) = self.looking.of(&self.chosen) else { return };
        let count = pair.differences.len();
        if count == 0 {
            return;
        }
        let at = match self.current {
            Some(at) => (at as isize + by).rem_euclid(count as isize) as usize,
            None if by > 0 => 0,
            None => count - 1,
        };
        self.current = Some(at);
        let Some(one) = pair.differences.get(at) else { return };
        let side = if one.things(WAS).is_empty() { IS } else { WAS };
        let thing = match &one.difference.curve {
            Some(curve) => Some(Thing::Lane(curve.lane.clone())),
            None => one.things(side).first().cloned(),
        };
        self.wanted = thing.map(|thing| (side, thing));
        let focus = if one.can_return() { box_id(at) } else { map_id(side) };
        ctx.memory_mut(|memory| memory.request_focus(focus));
    }
}

fn said_at(ui: &Ui, at: Pos2, text: &str, color: egui::Color32) {
    ui.painter().text(at, Align2::RIGHT_CENTER, text, regular(12.5), color);
}

/// A sentence in the middle of where a map would be.
fn sentence_ui(ui: &mut Ui, cx: &Context<'_>, rect: Rect, text: &str) {
    let muted = cx.theme.color(Role::Muted);
    let width = (rect.width() - 2.0 * SIDE).clamp(60.0, 420.0);
    let galley = ui.painter().layout(text.to_owned(), regular(14.0), muted, width);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, muted);
    let response = ui.interact(rect, ui.scope_id().with("sentence"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text));
}

/// The curves as they were, thin and dotted.
fn old_curves_ui(ui: &Ui, cx: &Context<'_>, pair: &ComparedPair, seen: &Seen) {
    let painter = ui.painter().with_clip_rect(seen.body);
    let stroke = Stroke::new(1.5, cx.theme.color(Role::Muted));
    let origin = seen.rect.min + seen.camera.origin;
    for curve in &pair.old_curves {
        let points: Vec<Pos2> =
            curve.iter().map(|at| origin + at.to_vec2() * seen.camera.zoom).collect();
        painter.extend(Shape::dashed_line(&points, stroke, 2.0, 4.0));
    }
}

/// How many things are new, changed, moved and gone, and how one steps through them.
fn legend_ui(ui: &mut Ui, cx: &Context<'_>, pair: &ComparedPair) {
    let words = cx.words;
    let count =
        |how: HowDiffers| pair.differences.iter().filter(|one| one.difference.how == how).count();
    let told = [
        (HowDiffers::New, words.compare_new(count(HowDiffers::New))),
        (HowDiffers::Changed, words.compare_changed(count(HowDiffers::Changed))),
        (HowDiffers::Moved, words.history_moved_count(count(HowDiffers::Moved))),
        (HowDiffers::Removed, words.history_removed_count(count(HowDiffers::Removed))),
    ];
    let area = ui.available_rect_before_wrap();
    let ink = cx.theme.color(Role::Ink);
    let mut x = area.left();
    let mut said = Vec::new();
    for (how, text) in told.into_iter().filter(|(how, _)| count(*how) > 0) {
        let at = pos2(x + 5.0, area.center().y);
        ui.painter().circle_filled(at, 4.5, cx.theme.color(role_of(how)));
        let galley = ui.painter().layout_no_wrap(text.clone(), regular(13.0), ink);
        let width = galley.size().x;
        let at = pos2(x + 16.0, area.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
        x += width + 40.0;
        said.push(text);
    }
    if !pair.differences.is_empty() {
        said.push(words.history_steps());
    }
    if !pair.beside.is_empty() {
        said.push(words.history_beside(pair.beside.as_str()));
    }
    let rest: Vec<&str> = said
        .iter()
        .skip_while(|text| !pair.differences.is_empty() && **text != words.history_steps())
        .map(String::as_str)
        .collect();
    let muted = cx.theme.color(Role::Muted);
    let at = pos2(x, area.center().y);
    line(ui, at, &rest.join(" · "), regular(12.5), muted, area.right() - x);
    let response = ui.interact(area, ui.scope_id().with("legend"), Sense::hover());
    let said = said.join(", ");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
}
