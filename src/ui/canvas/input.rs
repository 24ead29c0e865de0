//! Mouse, trackpad and keys on the canvas: turned into camera moves, gestures and steps.

use super::super::document::canvas_id;
use super::super::{Camera, Document, Message, Selection};
use super::camera::Frame;
use super::tool::{self, Held, Tool};
use super::typing::Typing;
use super::walk::{Way, walk};
use super::{Canvas, REACH, marks, pinned_hit};
use crate::edit::{Change, Spot, Thing};
use crate::model::{Card, EmotionPoint, Id, feeling};
use crate::scene::{Body, Hit, Scene};
use egui::{CursorIcon, Event, EventFilter, Key, PointerButton, Pos2, Rect, Response, Vec2};

/// How near the canvas's edge a drag scrolls, in screen points.
const EDGE: f32 = 40.0;
/// How fast it scrolls there, in screen points a second.
const EDGE_SPEED: f32 = 900.0;

/// The camera after this frame's wheel, pinch and drag.
pub fn camera(
    ui: &egui::Ui,
    canvas: &mut Canvas,
    scene: &Scene,
    before: Camera,
    response: &Response,
    rect: Rect,
) -> Camera {
    let frame = canvas.frame(scene);
    let mut camera = before;
    let space = ui.input(|input| input.key_down(Key::Space))
        && canvas.typing.is_none()
        && response.has_focus();
    let panning = response.dragged_by(PointerButton::Middle)
        || (space && response.dragged_by(PointerButton::Primary));
    if panning && matches!(canvas.tool, Tool::Idle | Tool::Pan) {
        canvas.tool = Tool::Pan;
        camera = frame.panned(camera, response.drag_delta());
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    } else if space && response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
    }
    if response.contains_pointer() {
        let (scroll, zoom, at) = ui.input(|input| {
            (input.smooth_scroll_delta(), input.zoom_delta(), input.pointer.latest_pos())
        });
        if zoom != 1.0 {
            let around = at.unwrap_or(rect.center()) - rect.min.to_vec2();
            camera = frame.zoomed(camera, zoom, around);
        }
        if scroll != Vec2::ZERO {
            camera = frame.panned(camera, scroll);
        }
    }
    if canvas.tool.scrolls() && response.dragged() {
        camera = scrolled_at_edges(ui, &frame, camera, rect);
    }
    if camera.zoom != before.zoom {
        canvas.zoomed_at = ui.input(|input| input.time);
    }
    camera
}

fn scrolled_at_edges(ui: &egui::Ui, frame: &Frame, camera: Camera, rect: Rect) -> Camera {
    let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return camera };
    let seconds = ui.input(|input| input.stable_dt).min(0.05);
    let push = |low: f32, high: f32, at: f32| {
        let over = (low + EDGE - at).max(0.0) - (at - high + EDGE).max(0.0);
        (over / EDGE).clamp(-1.0, 1.0)
    };
    let by =
        Vec2::new(push(rect.left(), rect.right(), at.x), push(rect.top(), rect.bottom(), at.y));
    if by == Vec2::ZERO {
        return camera;
    }
    ui.ctx().request_repaint();
    frame.panned(camera, by * EDGE_SPEED * seconds)
}

/// Clicks and drags on the map.
#[expect(clippy::too_many_arguments, reason = "one frame's worth of what is known")]
pub fn pointer(
    ui: &egui::Ui,
    doc: &mut Document,
    canvas: &mut Canvas,
    response: &Response,
    scene: &Scene,
    pinned: Vec2,
    hit: &Hit,
    at: Option<Pos2>,
    out: &mut Vec<Message>,
) {
    let held =
        ui.input(|input| Held { shift: input.modifiers.shift, ctrl: input.modifiers.command });
    if response.clicked() || response.drag_started() || response.secondary_clicked() {
        response.request_focus();
    }
    cursor(ui, canvas, hit, response);
    if response.drag_started_by(PointerButton::Primary) && matches!(canvas.tool, Tool::Idle) {
        if canvas.typing.take().is_some() {
            out.push(Message::Commit);
        }
        let camera = doc.cameras.get(&doc.journey).copied();
        let pressed = ui.input(|input| input.pointer.press_origin());
        if let (Some(camera), Some(pressed), Some(rect)) = (camera, pressed, canvas.rect) {
            let from = camera.doc_from_canvas(pressed - rect.min.to_vec2());
            let hit = pinned_hit(scene, from, pinned, REACH / camera.zoom);
            canvas.tool = Tool::begin(doc, &hit, from, held, out);
        }
    }
    if let Some(at) = at
        && response.dragged_by(PointerButton::Primary)
    {
        canvas.tool.drag(doc, at, held, out);
    }
    if response.drag_stopped() {
        canvas.tool.end(out);
    }
    let Some(at) = at else { return };
    if response.double_clicked() {
        double_clicked(doc, canvas, scene, hit, at, out);
    } else if response.clicked() {
        clicked(doc, canvas, scene, hit, at, held, out);
    }
}

fn clicked(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    hit: &Hit,
    at: Pos2,
    held: Held,
    out: &mut Vec<Message>,
) {
    if let Hit::Curve { lane, step, at: part, value } = hit
        && !held.shift
        && !held.ctrl
    {
        return add_point(doc, scene, lane, step, *part, *value, out);
    }
    if let Hit::Cell { lane, step, index } = hit
        && on_hint(scene, lane, step, at)
    {
        return type_new(doc, canvas, lane, step, *index, None);
    }
    if let Some(selection) = tool::clicked(doc, hit, held) {
        out.push(Message::Select(selection));
    }
}

fn double_clicked(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    hit: &Hit,
    at: Pos2,
    out: &mut Vec<Message>,
) {
    let thing = match hit {
        Hit::Cell { lane, step, index } => {
            // On the hint the first click has begun already.
            if canvas.typing.is_none() && !on_hint(scene, lane, step, at) {
                type_new(doc, canvas, lane, step, *index, None);
            }
            return;
        }
        Hit::Parking { index } => {
            let card = Card { id: doc.editor.ids.next_id(), ..Card::default() };
            canvas.typing = Some(Typing::fresh(Spot::Parked { index: *index }, card, None));
            return;
        }
        Hit::Card { card, .. } => Thing::Card(card.clone()),
        Hit::Point { lane, point, .. } => Thing::Point { lane: lane.clone(), point: point.clone() },
        Hit::Phase { phase, .. } => Thing::Phase(phase.clone()),
        Hit::Step { step, .. } => Thing::Step(step.clone()),
        Hit::Lane(lane) => Thing::Lane(lane.clone()),
        Hit::Head(thing) => thing.clone(),
        Hit::Curve { .. } | Hit::Outside => return,
    };
    out.push(Message::Select(Selection::of(thing.clone())));
    canvas.edit_text(doc, thing);
}

fn on_hint(scene: &Scene, lane: &Id, step: &Id, at: Pos2) -> bool {
    let lane = scene.lanes.iter().position(|other| other.id == *lane);
    let step = scene.columns.index.get(step).copied();
    let rect = lane.zip(step).and_then(|(lane, step)| marks::hint_rect(scene, lane, step));
    rect.is_some_and(|rect| rect.contains(at))
}

/// Begins a new card in a cell.
pub fn type_new(
    doc: &mut Document,
    canvas: &mut Canvas,
    lane: &Id,
    step: &Id,
    index: usize,
    typed: Option<String>,
) {
    let card = Card { id: doc.editor.ids.next_id(), ..Card::default() };
    let spot = Spot::Cell { lane: lane.clone(), step: step.clone(), index };
    canvas.typing = Some(Typing::fresh(spot, card, typed));
}

/// Sets a point of the main curve.
pub fn add_point(
    doc: &mut Document,
    scene: &Scene,
    lane: &Id,
    step: &Id,
    part: f64,
    value: f64,
    out: &mut Vec<Message>,
) {
    let Some(index) = scene.lanes.iter().position(|other| other.id == *lane) else { return };
    let Body::Curve(curve) = &scene.lanes[index].body else { return };
    let model = &scene.journey.lanes[scene.lanes[index].index];
    let main = curve.lines.iter().find(|line| line.main).map(|line| line.persona.clone());
    let first = || {
        let shown = |id: &&Id| !model.curves_off.contains(id);
        model.persona.clone().or_else(|| scene.journey.personas.iter().find(shown).cloned())
    };
    let persona = main.unwrap_or_else(first);
    let alone = !model.points.iter().any(|point| point.step == *step && point.persona == persona);
    // The middle of an empty step is where it would stand anyway.
    let at = if alone && (part - 0.5).abs() < 0.2 { None } else { Some(part) };
    let point = EmotionPoint {
        id: doc.editor.ids.next_id(),
        persona,
        step: step.clone(),
        at,
        value: (feeling(value) * 10.0).round() / 10.0,
        ..EmotionPoint::default()
    };
    let thing = Thing::Point { lane: lane.clone(), point: point.id.clone() };
    out.push(Message::Edit(Change::PutPoints(vec![(lane.clone(), point)])));
    out.push(Message::Select(Selection::of(thing)));
}

fn cursor(ui: &egui::Ui, canvas: &Canvas, hit: &Hit, response: &Response) {
    if !response.hovered() && !response.dragged() {
        return;
    }
    let icon = match (&canvas.tool, hit) {
        (Tool::Cards(_) | Tool::Order { .. } | Tool::Pan, _) => CursorIcon::Grabbing,
        (Tool::Points { .. }, _) => CursorIcon::Grabbing,
        (Tool::Span { .. } | Tool::Width { .. }, _) => CursorIcon::ResizeHorizontal,
        (
            Tool::Idle,
            Hit::Card { edge: true, .. }
            | Hit::Phase { edge: true, .. }
            | Hit::Step { edge: true, .. },
        ) => CursorIcon::ResizeHorizontal,
        (
            Tool::Idle,
            Hit::Card { .. }
            | Hit::Point { .. }
            | Hit::Phase { .. }
            | Hit::Step { .. }
            | Hit::Lane(_),
        ) => CursorIcon::Grab,
        (Tool::Idle, Hit::Head(_)) => CursorIcon::PointingHand,
        _ => return,
    };
    ui.ctx().set_cursor_icon(icon);
}

/// Arrows walk, typing writes, Esc lets go. Commands have taken theirs before.
pub fn keys(
    ui: &egui::Ui,
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    out: &mut Vec<Message>,
) {
    let id = canvas_id();
    if !ui.memory(|memory| memory.has_focus(id)) {
        // Esc during a drag counts wherever the keyboard is.
        if canvas.tool.scrolls() && ui.input(|input| input.key_pressed(Key::Escape)) {
            canvas.tool.cancel(out);
        }
        return;
    }
    let mut filter = EventFilter::default();
    (filter.horizontal_arrows, filter.vertical_arrows, filter.escape) = (true, true, true);
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let mut typed = String::new();
    let mut selection = doc.selection.clone();
    ui.input(|input| {
        for event in &input.events {
            match event {
                Event::Text(text) => typed.push_str(text),
                Event::Key { key, pressed: true, modifiers, .. }
                    if !modifiers.alt && !modifiers.command =>
                {
                    let way = match key {
                        Key::ArrowLeft => Way::Left,
                        Key::ArrowRight => Way::Right,
                        Key::ArrowUp => Way::Up,
                        Key::ArrowDown => Way::Down,
                        Key::Escape if canvas.tool.scrolls() => {
                            canvas.tool.cancel(out);
                            continue;
                        }
                        Key::Escape => {
                            selection = Selection::default();
                            continue;
                        }
                        _ => continue,
                    };
                    let next = walk(scene, &selection, way);
                    if modifiers.shift {
                        for thing in next.things {
                            if let Some(at) =
                                selection.things.iter().position(|other| *other == thing)
                            {
                                selection.things.remove(at);
                            }
                            selection.things.push(thing);
                        }
                    } else {
                        selection = next;
                    }
                }
                _ => {}
            }
        }
    });
    if selection != doc.selection {
        if let Some(thing) = selection.things.last() {
            canvas.show(thing.clone());
        } else if let Some(cell) = &selection.cell {
            show_cell(doc, canvas, scene, cell);
        }
        doc.selection = selection.clone();
        out.push(Message::Select(selection));
    }
    // Space never starts typing: it moves the map.
    if !typed.trim().is_empty() && typed.chars().all(|c| !c.is_control()) {
        begin_typing(doc, canvas, scene, typed);
    }
}

/// Typing on a selected thing replaces its text; in an empty cell it begins a card.
fn begin_typing(doc: &mut Document, canvas: &mut Canvas, scene: &Scene, typed: String) {
    if let [thing] = &doc.selection.things[..] {
        let thing = thing.clone();
        canvas.typing = Typing::of(thing, doc, Some(typed));
    } else if let Some(cell) = doc.selection.cell.clone()
        && scene
            .lanes
            .iter()
            .any(|lane| lane.id == cell.lane && matches!(lane.body, Body::Cards(_)))
    {
        type_new(doc, canvas, &cell.lane, &cell.step, usize::MAX, Some(typed));
    }
}

fn show_cell(doc: &mut Document, canvas: &Canvas, scene: &Scene, cell: &super::super::CellRef) {
    let lane = scene.lanes.iter().position(|lane| lane.id == cell.lane);
    let step = scene.columns.index.get(&cell.step).copied();
    let (Some(lane), Some(step)) = (lane, step) else { return };
    if let Some(camera) = doc.cameras.get_mut(&doc.journey) {
        let frame = canvas.frame(scene);
        let inset = Vec2::new(scene.body_x, scene.header_height + 12.0) * camera.zoom;
        *camera =
            frame.showing(*camera, scene.cell_rect(lane, step), inset.min(frame.canvas * 0.4));
    }
}
