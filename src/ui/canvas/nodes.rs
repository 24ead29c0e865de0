//! What screen readers are told of the map: each card, face, phase, lane and head in view has a
//! name, a role and a place, and can be chosen.

use super::super::{Camera, Context, Document, Message, Selection};
use super::Canvas;
use crate::edit::{CardRef, Thing};
use crate::scene::{Body, Scene};
use crate::words::Named;
use egui::{Pos2, Rect, Response, Role, Sense, Vec2, WidgetInfo, vec2};

/// Tells of what is in view. Costs nothing where nobody listens.
#[expect(clippy::too_many_arguments, reason = "one frame's worth of what is known")]
pub fn nodes(
    ui: &mut egui::Ui,
    cx: &Context<'_>,
    doc: &Document,
    canvas: &Canvas,
    scene: &Scene,
    response: &Response,
    rect: Rect,
    camera: Camera,
    pinned: Vec2,
    out: &mut Vec<Message>,
) {
    let words = cx.words;
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Group, true, words.canvas_map(&scene.journey.title))
    });
    let listens =
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::Grid)).is_some();
    if !listens || canvas.typing.is_some() {
        return;
    }
    let screen = |rect_doc: Rect| {
        let at = |at: Pos2| rect.min + camera.origin + at.to_vec2() * camera.zoom;
        Rect::from_min_max(at(rect_doc.min), at(rect_doc.max))
    };
    let mut node = |thing: Thing, role: Role, doc_rect: Rect, title: String| {
        let bounds = screen(doc_rect).intersect(rect);
        if !bounds.is_positive() {
            return;
        }
        let id = response.id.with(&thing);
        let selected = doc.selection.has(&thing);
        let child = ui.interact(bounds, id, Sense::focusable_noninteractive());
        child.widget_info(|| WidgetInfo::selected(role, true, selected, &title));
        ui.ctx().accesskit_node_builder(id, |node| node.add_action(egui::accesskit::Action::Click));
        let clicked = ui
            .input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click));
        if clicked {
            response.request_focus();
            out.push(Message::Select(Selection::of(thing)));
        }
    };

    for placed in scene.head.iter() {
        let bounds = Rect::from_min_size(placed.at, placed.drawing.size);
        node(placed.thing.clone(), Role::Heading, bounds, placed.title.clone());
    }
    for (phase, column) in scene.journey.phases.iter().zip(&scene.columns.phases) {
        let bounds = Rect::from_min_size(
            Pos2::new(column.x, scene.header_y + pinned.y),
            vec2(column.width, column.header.size.y),
        );
        let duration = phase.duration.as_ref().map(|duration| words.duration(duration));
        let title = match duration {
            Some(duration) if !duration.is_empty() => format!("{}, {duration}", phase.title),
            _ => phase.title.clone(),
        };
        node(Thing::Phase(phase.id.clone()), Role::ColumnHeader, bounds, title);
    }
    let visible = Rect::from_min_max(
        camera.doc_from_canvas(Pos2::ZERO),
        camera.doc_from_canvas(rect.size().to_pos2()),
    );
    let steps = scene.visible_steps(visible.left(), visible.right());
    for lane in &scene.lanes[scene.visible_lanes(visible.top(), visible.bottom())] {
        let model = &scene.journey.lanes[lane.index];
        let name =
            if model.title.is_empty() { model.kind.name(words) } else { model.title.clone() };
        let bounds =
            Rect::from_min_size(Pos2::new(pinned.x, lane.y), vec2(scene.body_x, lane.height));
        node(Thing::Lane(lane.id.clone()), Role::RowHeader, bounds, name.clone());
        match &lane.body {
            Body::Collapsed => {}
            Body::Cards(cards) => {
                let first = steps.start.saturating_sub(cards.reach).min(cards.cells.len());
                for cell in &cards.cells[first..steps.end.min(cards.cells.len())] {
                    for card in &cell.cards {
                        let thing = Thing::Card(CardRef {
                            lane: Some(lane.id.clone()),
                            card: card.card.id.clone(),
                        });
                        let title = format!("{name}: {}", card.card.text);
                        node(thing, Role::ListItem, card.rect.translate(vec2(0.0, lane.y)), title);
                    }
                }
            }
            Body::Curve(curve) => {
                for point in &curve.points {
                    let at = point.at + vec2(0.0, lane.y);
                    if visible.contains(at) {
                        let bounds = Rect::from_center_size(at, Vec2::splat(point.radius * 2.0));
                        let thing =
                            Thing::Point { lane: lane.id.clone(), point: point.point.id.clone() };
                        node(thing, Role::Slider, bounds, point.title.clone());
                    }
                }
            }
        }
    }
    for card in &scene.parking.cards {
        let bounds = card.rect.translate(scene.parking_rect.min.to_vec2());
        let thing = Thing::Card(CardRef { lane: None, card: card.card.id.clone() });
        let title = format!("{}: {}", words.canvas_parking(), card.card.text);
        node(thing, Role::ListItem, bounds, title);
    }
}
