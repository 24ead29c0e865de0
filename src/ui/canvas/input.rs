//! Mouse, trackpad and keys on the canvas: turned into camera moves, gestures and steps.

use super::super::{Camera, CellRef, Document, Message, Selection};
use super::camera::CameraFrame;
use super::pinned_lanes::PinnedLane;
use super::spots::{Pointed, current_spot, for_cards};
use super::titles::is_purpose_at;
use super::tool::{self, Held, Tool};
use super::transitions::{self, Pull};
use super::typing::{self, Typing};
use super::walk::{WalkTo, extended, walk};
use super::{Canvas, cells, edges, feelings, gap_paint, marks, pen_tool, pinned_hit, pinned_lanes};
use crate::edit::{Spot, new_card};
use crate::model::{Id, Thing};
use crate::scene::{Body, Hit, Scene};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::state::command::Command;
use crate::ui::state::document::canvas_id;
use egui::{CursorIcon, Event, EventFilter, Key, PointerButton, Popup, Pos2, Rect, Response, Vec2};

/// How near the canvas's edge a drag scrolls, in screen points.
const EDGE: f32 = 40.0;
/// How fast it scrolls there, in screen points a second.
const EDGE_SPEED: f32 = 900.0;

/// The camera after this frame's wheel, pinch and drag.
pub(super) fn camera(
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
        && has_keyboard(response);
    let panning = response.dragged_by(PointerButton::Middle)
        || (space && response.dragged_by(PointerButton::Primary));
    if panning && matches!(canvas.tool, Tool::Idle | Tool::Pan) {
        canvas.tool = Tool::Pan;
        camera = frame.panned(camera, response.drag_delta());
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    } else if space && response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
    }
    let pointer = ui.input(|input| input.pointer.latest_pos());
    // The small bar lies on the map: the wheel goes through it.
    let on_bar = pointer.zip(canvas.bar.rect).is_some_and(|(at, bar)| bar.contains(at))
        && !egui::Popup::is_any_open(ui.ctx());
    if (response.contains_pointer() || on_bar) && !canvas.overview.is_at(pointer) {
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
        let across = matches!(canvas.tool, Tool::Pull(_));
        camera = scrolled_at_edges(ui, &frame, camera, rect, across);
    }
    if camera.zoom != before.zoom {
        canvas.zoomed_at = ui.input(|input| input.time);
    }
    camera
}

fn scrolled_at_edges(
    ui: &egui::Ui,
    frame: &CameraFrame,
    camera: Camera,
    rect: Rect,
    across: bool,
) -> Camera {
    let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return camera };
    let seconds = ui.input(|input| input.stable_dt).min(0.05);
    let push = |low: f32, high: f32, at: f32| {
        let over = (low + EDGE - at).max(0.0) - (at - high + EDGE).max(0.0);
        (over / EDGE).clamp(-1.0, 1.0)
    };
    // Above the map is where a transition leaves: it stays where it is.
    let down = if across { 0.0 } else { push(rect.top(), rect.bottom(), at.y) };
    let by = Vec2::new(push(rect.left(), rect.right(), at.x), down);
    if by == Vec2::ZERO {
        return camera;
    }
    ui.ctx().request_repaint();
    frame.panned(camera, by * EDGE_SPEED * seconds)
}

/// What stays in view while the map is scrolled.
pub(super) struct Pushed<'a> {
    /// How far headers (down) and titles (right) are pushed, in document units.
    pub pinned: Vec2,
    /// The lanes below the headers.
    pub strips: &'a [PinnedLane],
}

/// Clicks and drags on the map.
#[expect(clippy::too_many_arguments, reason = "one frame's worth of what is known")]
pub(super) fn pointer(
    ui: &egui::Ui,
    doc: &mut Document,
    canvas: &mut Canvas,
    response: &Response,
    scene: &Scene,
    pushed: &Pushed<'_>,
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
        typing::begin(canvas, None, out);
        canvas.dragged_to = None;
        let camera = doc.cameras.get(&doc.journey).copied();
        let pressed = ui.input(|input| input.pointer.press_origin());
        if let (Some(camera), Some(pressed), Some(rect)) = (camera, pressed, canvas.rect) {
            let from = camera.doc_from_canvas(pressed - rect.min.to_vec2());
            let Pushed { pinned, strips } = *pushed;
            let hit = pinned_hit(scene, from, pinned, strips, canvas.hand.reach / camera.zoom);
            canvas.dragged_from_strip = pinned_lanes::shift_at(strips, from.y);
            let from = from + Vec2::new(0.0, canvas.dragged_from_strip);
            let hit = pen_tool::under(doc, scene, hit, from);
            // What is still being typed elsewhere, in the inspector, is made before it is replaced.
            if doc.editor.is_previewing() {
                out.push(Message::Commit);
            }
            let handle = transitions::near(scene, from, pushed.pinned, camera.zoom);
            canvas.tool = match handle.filter(|handle| handle.is_on(from, camera.zoom)) {
                Some(handle) => Tool::Pull(Pull::begin(doc, &handle)),
                None => Tool::begin(doc, &hit, from, held, out),
            };
            if let Tool::Set(setting) = &canvas.tool {
                let (lane, point) = setting.set();
                doc.pen.has_set(lane, point);
            }
            // What the pen sets keeps its place by itself.
            if canvas.tool.scrolls() && !matches!(canvas.tool, Tool::Height(_) | Tool::Set(_)) {
                doc.hold_lanes();
            }
        }
    }
    // Also when it is let go: it may have moved since the frame before. Nothing is asked for while
    // it is held still.
    let dragged = response.dragged_by(PointerButton::Primary) || response.drag_stopped();
    if let Some(at) = at.filter(|_| dragged)
        && canvas.dragged_to != Some((at, held))
    {
        canvas.dragged_to = Some((at, held));
        let zoom = doc.cameras.get(&doc.journey).map_or(1.0, |camera| camera.zoom);
        match &mut canvas.tool {
            Tool::Pull(pull) => pull.to(scene, at, pushed.pinned, zoom),
            tool @ (Tool::Idle
            | Tool::Pan
            | Tool::Band { .. }
            | Tool::Cards(_)
            | Tool::Span { .. }
            | Tool::Points { .. }
            | Tool::Set(_)
            | Tool::Width(_)
            | Tool::Height(_)
            | Tool::Order { .. }) => tool.drag(doc, at, held, out),
        }
    }
    if response.drag_stopped() {
        canvas.tool.end(out);
    }
    if matches!(canvas.tool, Tool::Idle) {
        doc.let_lanes_go();
    }
    let Some(at) = at else { return };
    // A click that closes a menu does nothing more, nor does one on the card being typed.
    let typed = canvas.typing.as_ref().map(|typing| &typing.thing);
    let on_typed = matches!((hit, typed), (Hit::Card { card, .. }, Some(Thing::Card(typed)))
        if card.card == typed.card);
    if on_typed || Popup::is_any_open(ui.ctx()) {
        return;
    }
    if response.double_clicked() {
        double_clicked(doc, canvas, scene, hit, at, out);
    } else if response.clicked_by(PointerButton::Primary) {
        // Not `clicked`: Enter on what has the keyboard counts as one there.
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
    if matches!(hit, Hit::Curve { .. }) && !held.shift && !held.ctrl {
        let zoom = doc.cameras.get(&doc.journey).map_or(1.0, |camera| camera.zoom);
        return pen_tool::click(doc, canvas, scene, hit, at, zoom, out);
    }
    if let Hit::Cell { lane, step, .. } = hit
        && gap_paint::is_answered_at(&canvas.gaps, scene, lane, step, at)
    {
        let cell = CellRef { lane: lane.clone(), step: step.clone() };
        return out.push(Message::AnswerGaps(cell));
    }
    if let Hit::Cell { lane, step, index } = hit
        && on_hint(scene, lane, step, at)
    {
        return type_new(doc, canvas, lane, step, *index, out);
    }
    if *hit == Hit::Customers {
        return out.push(Message::Do(Command::FoldCustomers));
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
            // On the hint, and on the box of a gap, the first click has begun already.
            let begun = on_hint(scene, lane, step, at)
                || gap_paint::is_answered_at(&canvas.gaps, scene, lane, step, at);
            if !begun {
                type_new(doc, canvas, lane, step, *index, out);
            }
            return;
        }
        Hit::Parking { index } => {
            let card = new_card("", &mut doc.editor.ids);
            let typing = Typing::fresh(Spot::Parked { index: *index }, card);
            return typing::begin(canvas, Some(typing), out);
        }
        Hit::Card { card, .. } => Thing::Card(card.clone()),
        Hit::Point { lane, point, .. } => Thing::Point { lane: lane.clone(), point: point.clone() },
        Hit::Phase { phase, .. } => Thing::Phase(phase.clone()),
        Hit::Step { step, .. } => Thing::Step(step.clone()),
        // As high as what it holds again.
        Hit::LaneEdge(lane) => return out.extend(edges::lowered(doc, lane).map(Message::Edit)),
        Hit::Lane(lane) => Thing::Lane(lane.clone()),
        Hit::Head(thing @ Thing::Journey(_)) if is_purpose_at(scene, at) => {
            out.push(Message::Select(Selection::of(thing.clone())));
            return out.push(Message::Field("purpose"));
        }
        Hit::Head(thing) => thing.clone(),
        // The first click has folded them.
        Hit::Customers | Hit::Curve { .. } | Hit::Outside => return,
    };
    out.push(Message::Select(Selection::of(thing.clone())));
    let typing = Typing::of(thing, doc);
    typing::begin(canvas, typing, out);
}

fn on_hint(scene: &Scene, lane: &Id, step: &Id, at: Pos2) -> bool {
    let lane = scene.lanes.iter().position(|other| other.id == *lane);
    let step = scene.columns.index.get(step).copied();
    let rect = lane.zip(step).and_then(|(lane, step)| marks::hint_rect(scene, lane, step));
    rect.is_some_and(|rect| rect.contains(at))
}

/// Begins a new card in a cell.
pub(super) fn type_new(
    doc: &mut Document,
    canvas: &mut Canvas,
    lane: &Id,
    step: &Id,
    index: usize,
    out: &mut Vec<Message>,
) {
    let card = new_card("", &mut doc.editor.ids);
    let spot = Spot::Cell { lane: lane.clone(), step: step.clone(), index };
    typing::begin(canvas, Some(Typing::fresh(spot, card)), out);
}

fn cursor(ui: &egui::Ui, canvas: &Canvas, hit: &Hit, response: &Response) {
    if !response.hovered() && !response.dragged() {
        return;
    }
    let icon = match (&canvas.tool, hit) {
        (Tool::Cards(_) | Tool::Order { .. } | Tool::Pan | Tool::Pull(_), _) => {
            CursorIcon::Grabbing
        }
        (Tool::Points { .. }, _) => CursorIcon::Grabbing,
        // The pen is painted instead.
        (Tool::Set(_), _) => CursorIcon::None,
        (Tool::Span { .. } | Tool::Width(_), _) => CursorIcon::ResizeHorizontal,
        (Tool::Height(_), _) | (Tool::Idle, Hit::LaneEdge(_)) => CursorIcon::ResizeVertical,
        (Tool::Idle, Hit::Curve { .. }) if canvas.draws.is_some() => CursorIcon::None,
        (Tool::Idle, Hit::Card { .. }) if canvas.ballot.open => CursorIcon::PointingHand,
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
        (Tool::Idle, Hit::Head(_) | Hit::Customers) => CursorIcon::PointingHand,
        _ => return,
    };
    ui.ctx().set_cursor_icon(icon);
}

/// Arrows walk, typing writes, Esc lets go. Commands have taken theirs before.
pub(super) fn keys(
    ui: &egui::Ui,
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    out: &mut Vec<Message>,
) {
    let id = canvas_id();
    let (focused, modal) = ui.memory(|memory| (memory.focused(), memory.top_modal_layer()));
    let escape = ui.input(|input| input.key_pressed(Key::Escape));
    if escape && canvas.tool.scrolls() {
        // During a drag it counts wherever the keyboard is.
        return canvas.tool.cancel(out);
    }
    if Popup::is_any_open(ui.ctx()) {
        // The menu has the keys.
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, EventFilter::default()));
        return;
    }
    if focused.is_none() && modal.is_none() {
        // Where nothing else has the keyboard the map has.
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if focused != Some(id) {
        return;
    }
    let mut filter = EventFilter::default();
    (filter.horizontal_arrows, filter.vertical_arrows, filter.escape) = (true, true, true);
    filter.tab = true;
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let selection = walked(ui, doc, scene, escape);
    if selection != doc.selection {
        canvas.show_selected(&selection);
        doc.selection = selection.clone();
        out.push(Message::Select(selection));
    }
    begin_typing(ui, doc, canvas, scene, out);
}

/// What is selected after the arrows and tabs pressed in this frame.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
fn walked(ui: &egui::Ui, doc: &Document, scene: &Scene, escape: bool) -> Selection {
    let selection = if escape { Selection::default() } else { doc.selection.clone() };
    let pressed = ui.input(|input| {
        let pressed = input.events.iter().filter_map(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. }
                if !modifiers.alt && !modifiers.command =>
            {
                Some((*key, modifiers.shift))
            }
            _ => None,
        });
        pressed.collect::<Vec<_>>()
    });
    pressed.into_iter().fold(selection, |selection, (key, shift)| {
        let way = match key {
            Key::ArrowLeft => WalkTo::Left,
            Key::ArrowRight => WalkTo::Right,
            Key::ArrowUp => WalkTo::Up,
            Key::ArrowDown => WalkTo::Down,
            Key::Tab => return cells::next(scene, &selection, shift),
            _ => return selection,
        };
        if shift { extended(scene, selection, way) } else { walk(scene, &selection, way) }
    })
}

/// What is made in a cell when somebody types there: a card, or a point with a quote.
fn in_cell(doc: &mut Document, scene: &Scene, cell: CellRef) -> Option<Typing> {
    let CellRef { lane, step } = cell;
    match scene.lanes.iter().find(|shown| shown.id == lane)?.body {
        Body::Cards(_) => {
            let card = new_card("", &mut doc.editor.ids);
            Some(Typing::fresh(Spot::Cell { lane, step, index: usize::MAX }, card))
        }
        Body::Curve(_) => {
            let point = feelings::on_curve(doc, scene, &lane, &step)?;
            Some(Typing::fresh_point(lane, point))
        }
        Body::Collapsed => None,
    }
}

/// N (new, note) and T (text) ask for a card where nothing is selected.
fn asks_for_card(ui: &egui::Ui) -> bool {
    let asks = |event: &Event| matches!(event, Event::Text(text) if ["n", "N", "t", "T"].contains(&&text[..]));
    ui.input(|input| input.events.iter().any(asks))
}

/// What is made where the pointer is: a card below what is there, or a point with a quote; where
/// the pointer is beside all of it, a card in the first cell.
fn at_pointer(doc: &mut Document, canvas: &Canvas, scene: &Scene) -> Option<Typing> {
    let spot = match canvas.pointed.clone() {
        Some(Pointed::Curve(cell)) => return in_cell(doc, scene, cell),
        Some(Pointed::Spot(spot)) => spot,
        None => current_spot(doc, scene)?,
    };
    Some(Typing::fresh(for_cards(scene, spot), new_card("", &mut doc.editor.ids)))
}

/// Typing on a selected thing replaces its text; in an empty cell it begins a card. Space never
/// starts typing: it moves the map.
fn begin_typing(
    ui: &egui::Ui,
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    out: &mut Vec<Message>,
) {
    let writes = |event: &Event| {
        let Event::Text(text) = event else { return false };
        !text.trim().is_empty() && !text.chars().any(char::is_control)
    };
    if matches!(canvas.tool, Tool::Idle) && ui.input(|input| input.events.iter().any(writes)) {
        let typing = match (&doc.selection.things[..], doc.selection.cell.clone()) {
            ([thing], _) => Typing::of(thing.clone(), doc),
            ([], None) if asks_for_card(ui) => {
                typing::take_keys(ui);
                let typing = at_pointer(doc, canvas, scene);
                return typing::begin(canvas, typing, out);
            }
            (_, cell) => cell.and_then(|cell| in_cell(doc, scene, cell)),
        };
        let Some(typing) = typing else { return };
        let mut keys = typing::take_keys(ui);
        let first = keys.iter().position(writes).unwrap_or(0);
        typing::begin(canvas, Some(typing.replaced_by(keys.split_off(first))), out);
    }
}
