//! What is painted over the two maps: labels at what differs, and boxes for what can be brought back.

use super::differing::{ShownDifference, WAS};
use crate::insight::HowDiffers;
use crate::model::Thing;
use crate::scene::{Body, Role, Scene, icon};
use crate::ui::Context;
use crate::ui::canvas::Seen;
use crate::ui::kit::buttons::{medium, semibold};
use crate::ui::kit::dashed_frame::dashed_frame;
use crate::ui::kit::keyboard::has_keyboard;
use egui::{Align2, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// How high a label is, in screen points.
const HEIGHT: f32 = 18.0;
/// How large the letters of a label are.
const LETTERS: f32 = 11.0;
/// From a label's ends to its letters.
const PAD: f32 = 7.0;
/// How large a box is.
const BOX: f32 = 18.0;
/// From a thing's left edge to its label.
const INDENT: f32 = 4.0;
/// So far a label reaches into its thing from above: not to the first words of a card at 70 %.
const OVERLAP: f32 = 2.0;

/// The widget of a box.
pub(super) fn box_id(at: usize) -> Id {
    Id::unique(("bring back", at))
}

/// The colour of what became of a thing: always beside a word that says it.
pub(super) fn role_of(how: HowDiffers) -> Role {
    match how {
        HowDiffers::New => Role::Good,
        HowDiffers::Changed => Role::IdeaText,
        HowDiffers::Moved => Role::Accent,
        HowDiffers::Removed => Role::Bad,
    }
}

/// A mark, and how it stands.
pub(super) struct Mark<'a> {
    /// Its place among all.
    pub at: usize,
    pub difference: &'a ShownDifference,
    pub side: usize,
    /// It is to be brought back.
    pub ticked: bool,
    /// It is the one that was stepped to.
    pub current: bool,
    /// How many other marks stand at the same lane's upper edge already.
    pub above: usize,
}

impl Mark<'_> {
    /// Shows it on its map; true where its box has been pressed.
    pub(super) fn ui(&self, ui: &mut Ui, cx: &Context<'_>, seen: &Seen, scene: &Scene) -> bool {
        let Some(label) = &self.difference.labels[self.side] else { return false };
        let Some((rect, within)) = self.place(seen, scene) else { return false };
        let role = role_of(self.difference.difference.how);
        let is_card =
            self.difference.things(self.side).iter().any(|thing| matches!(thing, Thing::Card(_)));
        if is_card && self.difference.difference.curve.is_none() {
            self.outline(ui, cx, rect, within, role);
        }
        let has_box = self.side == WAS && self.difference.can_return();
        let ink = cx.theme.color(Role::Card);
        let galley = ui.painter().layout_no_wrap(label.clone(), semibold(LETTERS), ink);
        let left = rect.left() + INDENT;
        let top = (rect.top() - HEIGHT + OVERLAP).max(within.top() + 1.0);
        let top = if top > rect.bottom() { rect.bottom() } else { top };
        let tick = Rect::from_min_size(pos2(left, top), vec2(BOX, HEIGHT));
        let pill_left = if has_box { tick.right() + 4.0 } else { left };
        let size = vec2(galley.size().x + 2.0 * PAD, HEIGHT);
        let pill = Rect::from_min_size(pos2(pill_left, top), size);
        let all = if has_box { tick.union(pill) } else { pill };
        if !within.intersects(all) {
            return false;
        }
        let painter = ui.painter().with_clip_rect(within);
        painter.rect_filled(pill, HEIGHT / 2.0, cx.theme.color(role));
        let at = pill.center() - galley.size() / 2.0;
        painter.galley(at, galley, ink);
        if self.current {
            let stroke = Stroke::new(2.0, cx.theme.color(Role::Accent));
            painter.rect_stroke(pill.expand(1.5), HEIGHT / 2.0, stroke, StrokeKind::Outside);
        }
        let said = cx.words.labelled(self.difference.name.as_str(), label.as_str());
        let seen_part = all.intersect(within);
        if !has_box {
            let id = Id::unique(("difference", self.side, self.at));
            let response = ui.interact(seen_part, id, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
            return false;
        }
        let response = ui.interact(seen_part, box_id(self.at), Sense::click());
        let said = cx.words.history_bring_back_this(said);
        response
            .widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, self.ticked, &said));
        let accent = cx.theme.color(Role::Accent);
        let (fill, edge) = match (self.ticked, response.hovered()) {
            (true, _) => (accent, accent),
            (false, true) => (cx.theme.color(Role::Card), accent),
            (false, false) => (cx.theme.color(Role::Card), cx.theme.color(Role::Muted)),
        };
        let painter = ui.painter().with_clip_rect(within);
        painter.rect(tick, 4.0, fill, Stroke::new(1.5, edge), StrokeKind::Inside);
        if self.ticked {
            let on = cx.theme.color(Role::OnAccent);
            painter.text(tick.center(), Align2::CENTER_CENTER, icon::CHECK, medium(13.0), on);
        }
        if has_keyboard(&response) {
            let stroke = Stroke::new(2.0, accent);
            painter.rect_stroke(all.expand(3.0), 8.0, stroke, StrokeKind::Outside);
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
    }

    /// Where it stands on the screen, and what of it can be seen there.
    fn place(&self, seen: &Seen, scene: &Scene) -> Option<(Rect, Rect)> {
        if let Some(curve) = &self.difference.difference.curve {
            let lane = scene.lanes.iter().find(|lane| lane.id == curve.lane)?;
            if !matches!(lane.body, Body::Curve(_)) {
                return None;
            }
            let top = seen
                .on_screen(Rect::from_min_size(pos2(scene.body_x, lane.y), vec2(1.0, lane.height)));
            // At the lane's left upper corner, as far as it is in view.
            let left = top.left().max(seen.body.left()) + 8.0;
            let row = top.top() + 8.0 + HEIGHT + self.above as f32 * (HEIGHT + 5.0);
            let rect = Rect::from_min_size(pos2(left, row - OVERLAP), vec2(1.0, HEIGHT));
            return Some((rect, seen.body));
        }
        let thing = self.difference.things(self.side).first()?;
        let (mut rect, mut within) = seen.place_of(scene, thing)?;
        match thing {
            // A step is its whole column: its label stands at the title.
            Thing::Step(_) => rect.max.y = rect.top() + 20.0,
            // Under its title, which is as high as the row.
            Thing::Lane(_) => {
                rect.min.y += HEIGHT;
                rect.max.y = rect.min.y + HEIGHT;
                within = Rect::from_x_y_ranges(seen.rect.x_range(), seen.body.y_range());
            }
            Thing::Card(_)
            | Thing::Point { .. }
            | Thing::Phase(_)
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => {}
        }
        Some((rect, within))
    }

    fn outline(&self, ui: &Ui, cx: &Context<'_>, rect: Rect, within: Rect, role: Role) {
        if !within.intersects(rect) {
            return;
        }
        let painter = ui.painter().with_clip_rect(within);
        let width = if self.current { 3.0 } else { 2.0 };
        let role = if self.current { Role::Accent } else { role };
        let stroke = Stroke::new(width, cx.theme.color(role));
        if self.difference.difference.how == HowDiffers::Removed && !self.current {
            return dashed_frame(&painter, rect, stroke);
        }
        painter.rect_stroke(rect.expand(1.0), 8.0, stroke, StrokeKind::Outside);
    }
}
