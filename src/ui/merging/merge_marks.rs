//! What is painted over the merged map: numbers at what is in conflict, letters at what one copy has
//! changed by itself, and the legend that says so.

use super::conflict_choices::ConflictState;
use super::conflict_list::number_at;
use super::made::{ChangedAlone, MadeOne};
use super::told_changes::name_of;
use super::{MergeRoom, letter_at, side_role};
use crate::merge::Keep;
use crate::model::{CardRef, Project, Side, Thing};
use crate::scene::{Role, Scene, icon};
use crate::ui::Context;
use crate::ui::canvas::Seen;
use crate::ui::kit::buttons::{medium, regular};
use crate::ui::kit::dashed_frame::dashed_frame;
use egui::{
    Align2, CursorIcon, Id, Painter, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};
use std::collections::HashSet;
use std::sync::Arc;

/// What is needed to paint the marks of a frame.
pub(super) struct Marks<'a> {
    pub room: &'a MergeRoom,
    pub made: &'a MadeOne,
    pub scene: &'a Arc<Scene>,
    pub seen: &'a Seen,
}

impl Marks<'_> {
    /// Shows them; the conflict whose mark was pressed.
    pub(super) fn ui(&self, ui: &mut Ui, cx: &Context<'_>) -> Option<usize> {
        let is_of_side = |one: &&ChangedAlone| self.room.only.is_none_or(|only| only == one.side);
        let here = |one: &&ChangedAlone| one.journey == self.scene.journey.id;
        let rows = &self.made.rows;
        let contested: HashSet<&str> =
            rows.iter().map(|row| row.contested.conflict.thing.as_str()).collect();
        let alone = self.made.alone.iter().filter(here).filter(is_of_side);
        for one in alone.filter(|one| !contested.contains(one.thing.id().as_str())) {
            self.alone(ui, cx, one);
        }
        let mut pressed = None;
        // Several conflicts of one thing have one mark: of the open one, else of the first left.
        let mut marked: HashSet<&str> = HashSet::new();
        for at in self.in_order() {
            let Some(row) = rows.get(at) else { continue };
            let Some(thing) = &row.contested.thing else { continue };
            if self.room.only.is_some() && self.room.open != Some(at)
                || !marked.insert(row.contested.conflict.thing.as_str())
            {
                continue;
            }
            if self.conflict(ui, cx, at, thing, &name_of(row, self.room.choices.project(), cx)) {
                pressed = Some(at);
            }
        }
        let hit = self.seen.response.clicked().then(|| self.at_pointer()).flatten();
        pressed.or(hit)
    }

    /// The rows, those first whose mark counts where one thing has several.
    fn in_order(&self) -> Vec<usize> {
        let state = |at: usize| self.room.choices.state(at);
        let there = (0..self.made.rows.len()).filter(|at| state(*at) != ConflictState::Gone);
        let mut all: Vec<usize> = there.collect();
        all.sort_by_key(|at| (self.room.open != Some(*at), state(*at) != ConflictState::Left));
        all
    }

    /// The conflict of what the pointer is on.
    fn at_pointer(&self) -> Option<usize> {
        let is_it = |at: &usize| {
            let thing = self.made.rows.get(*at).and_then(|row| row.contested.thing.as_ref());
            thing.is_some_and(|thing| self.seen.hit.is_on(thing))
        };
        self.in_order().into_iter().find(is_it)
    }

    /// A conflict's number at its thing; true where it was pressed.
    fn conflict(&self, ui: &Ui, cx: &Context<'_>, at: usize, thing: &Thing, name: &str) -> bool {
        let Some((rect, within)) = self.seen.place_of(self.scene, thing) else { return false };
        let rect = narrowed(rect, thing);
        let state = self.room.choices.state(at);
        let is_open = self.room.open == Some(at);
        let painter = ui.painter().with_clip_rect(within);
        let (role, width) = match (is_open, state) {
            (true, _) => (Role::Accent, 3.0),
            (false, ConflictState::Chosen(_)) => (Role::Good, 2.0),
            (false, ConflictState::Left | ConflictState::Gone) => (Role::IdeaText, 2.0),
        };
        let edge = Stroke::new(width, cx.theme.color(role));
        let center = match thing {
            Thing::Point { .. } => {
                painter.circle_stroke(rect.center(), rect.width() / 2.0 + 3.0, edge);
                rect.right_top()
            }
            Thing::Card(_)
            | Thing::Phase(_)
            | Thing::Step(_)
            | Thing::Lane(_)
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => {
                painter.rect_stroke(rect.expand(1.0), 8.0, edge, StrokeKind::Outside);
                rect.left_top()
            }
        };
        let center = center.clamp(within.min + Vec2::splat(12.0), within.max);
        if !within.expand(12.0).intersects(rect) {
            return false;
        }
        number_at(&painter, cx, at, state, center);
        let place = Rect::from_center_size(center, Vec2::splat(24.0)).intersect(within);
        let response = ui.interact(place, Id::unique(("conflict mark", at)), Sense::CLICK);
        let said = match state {
            ConflictState::Chosen(Keep::Mine | Keep::Theirs | Keep::Both) => {
                cx.words.merge_solved()
            }
            ConflictState::Left | ConflictState::Gone => cx.words.merge_conflict_left(),
        };
        let said = format!("{} {name}: {said}", at + 1);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &said));
        response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    }

    /// What one copy has changed by itself: a dashed frame and its letter, and where it stood.
    fn alone(&self, ui: &Ui, cx: &Context<'_>, one: &ChangedAlone) {
        let Some((rect, within)) = self.seen.place_of(self.scene, &one.thing) else { return };
        if !within.intersects(rect) {
            return;
        }
        let rect = narrowed(rect, &one.thing);
        let painter = ui.painter().with_clip_rect(within);
        let stroke = Stroke::new(1.5, cx.theme.color(side_role(one.side)));
        match one.thing {
            Thing::Point { .. } => {
                let radius = rect.width() / 2.0 + 3.0;
                let around = (0..=32).map(|part| {
                    rect.center()
                        + Vec2::angled(part as f32 / 32.0 * std::f32::consts::TAU) * radius
                });
                let around: Vec<_> = around.collect();
                painter.extend(Shape::dashed_line(&around, stroke, 4.0, 3.0));
            }
            Thing::Card(_)
            | Thing::Phase(_)
            | Thing::Step(_)
            | Thing::Lane(_)
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => {
                dashed_frame(&painter, rect.expand(1.5), stroke);
            }
        }
        if let Some(from) = one.from.as_ref().and_then(|from| self.cell_of(from)) {
            let faint = Stroke::new(1.5, cx.theme.color(side_role(one.side).at(120)));
            let line = [from.center(), rect.center()];
            painter
                .with_clip_rect(self.seen.body)
                .extend(Shape::dashed_line(&line, faint, 3.0, 4.0));
        }
        let at = rect.right_top() + vec2(-4.0, 0.0);
        letter_at(&painter, cx, one.side, at.clamp(within.min + Vec2::splat(9.0), within.max));
    }

    /// The cell on this map that a card stood in.
    fn cell_of(&self, from: &Thing) -> Option<Rect> {
        let Thing::Card(CardRef { lane: Some(lane), card }) = from else { return None };
        let base: &Project = &self.made.base.as_ref()?.project;
        let (_, map) = base.journey(&self.scene.journey.id)?;
        let (_, old) = map.lane(lane)?;
        let step = &old.cards.iter().find(|one| one.id == *card)?.step;
        let lane = self.scene.lanes.iter().position(|one| one.id == *lane)?;
        let step = *self.scene.columns.index.get(step)?;
        Some(self.seen.on_screen(self.scene.cell_rect(lane, step)))
    }
}

/// A step and a lane are a whole column and row: what is marked is their title.
fn narrowed(rect: Rect, thing: &Thing) -> Rect {
    match thing {
        Thing::Step(_) => rect.with_max_y(rect.top() + 22.0),
        Thing::Lane(_) => rect.with_max_x(rect.left() + 120.0),
        Thing::Card(_)
        | Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => rect,
    }
}

/// What the marks mean, as far as there are such.
pub(super) fn legend_ui(ui: &mut Ui, cx: &Context<'_>, made: &MadeOne) {
    let words = cx.words;
    let area = ui.available_rect_before_wrap();
    let ink = cx.theme.color(Role::Ink);
    let middle = area.center().y;
    let mut x = area.left();
    let mut said: Vec<String> = Vec::new();
    let mut add = |ui: &Ui, text: String, sign: &dyn Fn(&Painter, egui::Pos2)| {
        sign(ui.painter(), pos2(x + 9.0, middle));
        let galley = ui.painter().layout_no_wrap(text.clone(), regular(13.0), ink);
        ui.painter().galley(pos2(x + 26.0, middle - galley.size().y / 2.0), galley.clone(), ink);
        x += galley.size().x + 58.0;
        said.push(text);
    };
    if !made.rows.is_empty() {
        let dot = |role: Role, sign: String| {
            move |painter: &Painter, at: egui::Pos2| {
                painter.circle_filled(at, 8.0, cx.theme.color(role));
                let ink = cx.theme.color(Role::Card);
                painter.text(at, Align2::CENTER_CENTER, &sign, medium(10.0), ink);
            }
        };
        add(ui, words.merge_conflict_left(), &dot(Role::IdeaText, String::new()));
        add(ui, words.merge_solved(), &dot(Role::Good, icon::CHECK.to_string()));
    }
    for side in [Side::Theirs, Side::Ours] {
        if made.alone.iter().any(|one| one.side == side) {
            let sign = move |painter: &Painter, at: egui::Pos2| letter_at(painter, cx, side, at);
            let text = match side {
                Side::Ours => words.merge_alone_mine(),
                Side::Theirs => words.merge_alone_theirs(),
            };
            add(ui, text, &sign);
        }
    }
    let response = ui.interact(area, ui.scope_id().with("legend"), Sense::hover());
    let said = said.join(", ");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
}
