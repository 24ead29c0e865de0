//! What two people have changed differently is marked on the map until somebody chooses: a sign at
//! the corner of the card, the face, the header or the title. A click on it leads to the choice.

use super::super::{Context, Document, Message, Selection};
use super::View;
use crate::model::{CardRef, Id, Thing};
use crate::scene::{Body, Role, Scene};
use crate::ui::kit::buttons::semibold;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::command::Command;
use egui::{Align2, CursorIcon, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, vec2};
use std::collections::HashSet;

/// How large a sign is, across, in screen points.
const SIZE: f32 = 18.0;
/// On a smaller map a sign is only a dot.
const ZOOM_LEAST: f32 = 0.35;

/// A thing that is marked: where in the window its sign stands, and what it is seen within.
struct Marked {
    thing: Thing,
    at: Pos2,
    within: Rect,
}

/// Paints the signs, and takes clicks on them. `body`: where cells and cards are seen.
pub(super) fn conflict_marks(
    ui: &Ui,
    cx: &Context<'_>,
    doc: &Document,
    view: &View<'_>,
    body: Rect,
    out: &mut Vec<Message>,
) {
    let conflicts = &doc.editor.project().conflicts;
    if conflicts.is_empty() || doc.comparison.is_some() {
        return;
    }
    let ids: HashSet<&Id> = conflicts.iter().map(|conflict| &conflict.thing).collect();
    for marked in marked(view, &ids, body) {
        let Marked { thing, at, within } = marked;
        let size = if view.camera.zoom < ZOOM_LEAST { SIZE / 2.0 } else { SIZE };
        let rect = Rect::from_center_size(at, Vec2::splat(size));
        if !within.intersects(rect) {
            continue;
        }
        let painter = ui.painter().with_clip_rect(within);
        painter.circle_filled(at, size / 2.0 + 1.5, cx.theme.color(Role::Card));
        painter.circle_filled(at, size / 2.0, cx.theme.color(Role::IdeaText));
        if size == SIZE {
            let ink = cx.theme.color(Role::Card);
            painter.text(at, Align2::CENTER_CENTER, "!", semibold(12.0), ink);
        }
        let id = egui::Id::unique(("conflict", thing.id()));
        let response = ui.interact(rect.expand(2.0).intersect(within), id, Sense::CLICK);
        let said = cx.words.merge_mark_tip();
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &said));
        let response = response.tip(|| said).on_hover_cursor(CursorIcon::PointingHand);
        if response.clicked() {
            out.push(Message::Select(Selection::of(thing)));
            out.push(Message::Do(Command::Conflicts));
        }
    }
}

/// The things in view that are in conflict.
fn marked(view: &View<'_>, ids: &HashSet<&Id>, body: Rect) -> Vec<Marked> {
    let scene: &Scene = view.scene;
    let mut found = Vec::new();
    let from = |at: Pos2| view.camera.doc_from_canvas(at);
    let visible = Rect::from_min_max(from(Pos2::ZERO), from(view.rect.size().to_pos2()));
    let stuck = |lane: usize| view.strips.iter().find(|strip| strip.lane == lane);
    let steps = scene.visible_steps(visible.left(), visible.right());
    let seen = scene.visible_lanes(visible.top(), visible.bottom());
    let lanes =
        seen.filter(|lane| stuck(*lane).is_none()).chain(view.strips.iter().map(|it| it.lane));
    for index in lanes {
        let Some(lane) = scene.lanes.get(index) else { continue };
        let down = vec2(0.0, lane.y - stuck(index).map_or(0.0, |strip| strip.shift()));
        let mut add = |thing: Thing, at: Pos2| {
            found.push(Marked { thing, at: view.screen(at + down), within: body });
        };
        match &lane.body {
            Body::Collapsed => {}
            Body::Cards(cards) => {
                let last = steps.end.min(cards.cells.len());
                let first = steps.start.saturating_sub(cards.reach).min(last);
                let cells = cards.cells.get(first..last).unwrap_or_default();
                for card in cells.iter().flat_map(|cell| &cell.cards) {
                    let id = &card.card.id;
                    if ids.contains(id) {
                        let at = CardRef { lane: Some(lane.id.clone()), card: id.clone() };
                        add(Thing::Card(at), card.rect.left_top());
                    }
                }
            }
            Body::Curve(curve) => {
                for point in curve.points.iter().filter(|it| ids.contains(&it.point.id)) {
                    let (lane, id) = (lane.id.clone(), point.point.id.clone());
                    let corner = point.at - Vec2::splat(point.radius);
                    add(Thing::Point { lane, point: id }, corner);
                }
            }
        }
        if ids.contains(&lane.id) {
            let corner = Pos2::new(view.pinned.x + 10.0, 10.0) + down;
            let within = view.rect.with_min_y(body.top());
            let thing = Thing::Lane(lane.id.clone());
            found.push(Marked { thing, at: view.screen(corner), within });
        }
    }
    let corner = scene.parking_rect.min.to_vec2();
    for card in scene.parking.cards.iter().filter(|card| ids.contains(&card.card.id)) {
        let thing = Thing::Card(CardRef { lane: None, card: card.card.id.clone() });
        let at = view.screen(card.rect.left_top() + corner);
        found.push(Marked { thing, at, within: body });
    }
    let headers = view.rect.with_min_x(body.left());
    let phases = scene.columns.phases.iter().map(|phase| Thing::Phase(phase.id.clone()));
    let steps = scene.columns.steps.iter().map(|step| Thing::Step(step.id.clone()));
    for thing in phases.chain(steps).filter(|thing| ids.contains(thing.id())) {
        if let Some(rect) = scene.thing_rect(&thing) {
            let at = view.screen(rect.left_top() + vec2(8.0, view.pinned.y + 6.0));
            found.push(Marked { thing, at, within: headers });
        }
    }
    found
}
