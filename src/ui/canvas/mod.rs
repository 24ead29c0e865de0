//! The canvas: the map on the screen, to be looked at, dragged and typed on.

mod add;
mod after_typing;
mod arrange;
mod bands;
mod bar;
mod bar_menus;
mod bar_place;
mod bar_signs;
mod brush;
mod camera;
mod cells;
mod chain_paint;
mod changes;
mod chosen;
mod clipboard;
mod conflict_marks;
mod curves;
mod detail;
mod drag;
mod edges;
mod far;
pub(crate) mod feelings;
mod field;
mod found;
mod galleys;
mod gap_paint;
mod glide;
mod hand;
mod input;
mod layer_cache;
mod lead;
mod link;
mod look;
mod map;
mod map_view;
pub(crate) mod marked;
mod marks;
mod menu;
pub(crate) mod names;
mod nodes;
mod outlines;
mod overview;
mod paint;
mod paint_pinned;
mod pen_list;
mod pen_marks;
mod pen_tool;
mod perform;
mod personas;
mod pinned_lanes;
mod plus;
pub(crate) mod put_picture;
mod removal;
mod screen_texts;
mod spots;
mod stays;
#[cfg(test)]
mod tests;
mod textures;
mod tips;
mod titles;
mod tool;
mod traced;
mod transitions;
mod type_in_place;
mod type_on;
mod typing;
mod votes;
mod walk;
mod words;

// What presentations are painted and edited with.
pub(super) use super::canvas::detail::Except;
pub(super) use brush::Brush;
pub(super) use far::Far;
pub(super) use galleys::Galleys;
pub(crate) use gap_paint::ShownGaps;
pub(super) use map::{Layers, map as map_layers};
pub(super) use map_view::{MapView, Seen};
pub(super) use textures::Textures;
pub(super) use titles::{text_of, with_text};

pub use super::canvas::pen_tool::keys as pen_keys;
pub use super::state::document::transition_from_selected;
pub use hand::PointerReach;
pub use overview::{OverviewPlace, docked_ui as overview_ui};
pub use perform::{paste, perform};
pub use put_picture::{PictureTarget, put_picture};
pub use votes::Ballot;

use super::canvas::marked::Marked;
use super::canvas::pinned_lanes::PinnedLane;
use super::state::document::canvas_id;
use super::{Camera, CellRef, Context, Document, Message, Selection};
use crate::model::{Id, Thing};
use crate::scene::{Hit, Scene};
use camera::CameraFrame;
use egui::{PointerButton, Pos2, Rect, Sense, Vec2, pos2, vec2};
use look::camera_of;
use std::sync::Arc;
use tool::Tool;
use typing::{Brushed, Typing};

/// Text is drawn at its exact size again this long after the zoom last changed, in seconds.
const STILL: f64 = 0.12;
/// So far from where it was asked the pointer has moved on, in screen points.
const ASKED: f32 = 60.0;
/// Right of the map the parking place is part of what can be looked at, in document units.
const BEYOND: f32 = 24.0;

/// What the canvas remembers between frames.
#[derive(Default)]
pub struct Canvas {
    tool: Tool,
    typing: Option<Typing>,
    texts: screen_texts::ScreenTexts,
    galleys: galleys::Galleys,
    far: far::Far,
    /// Room for what is painted, kept from frame to frame: lists without anything in them.
    room: map::Layers,
    layers: layer_cache::LayerCache,
    textures: textures::Textures,
    /// The kind of a lane to be added is being chosen: its place among the lanes, and where the
    /// choices show, in screen points.
    new_lane_at: Option<(usize, Pos2)>,
    /// Where the pointer was in the drag and what was held when it was last asked for.
    dragged_to: Option<(Pos2, tool::Held)>,
    /// How far from where it is shown what is dragged is on the map, in document units.
    dragged_from_strip: f32,
    /// When the zoom last changed, in seconds since the start.
    zoomed_at: f64,
    /// The canvas on the screen in the last frame, in screen points.
    rect: Option<Rect>,
    /// What to bring into view in the next frame: all of it where it fits, else the first.
    show: Vec<Thing>,
    /// An empty cell to bring into view in the next frame.
    show_cell: Option<CellRef>,
    /// Where a click has set a feeling, in document units: none is offered there until the pointer
    /// moves on.
    set_at: Option<Pos2>,
    /// Where a click has set none as whose it is was not chosen, in document units: it is answered
    /// there until the pointer moves on.
    asked_at: Option<Pos2>,
    /// How large what the pointer aims at is.
    pub hand: PointerReach,
    /// The small bar at the selected cards.
    pub bar: bar::Bar,
    /// Words about the sign under the pointer.
    pub tips: tips::Tips,
    /// How clicks give votes.
    pub ballot: Ballot,
    /// The colour of the pen that the pointer is, where a click would set somebody's feeling.
    draws: Option<crate::scene::Role>,
    /// When a figure has last taken up a pen, as egui counts passes.
    figure_taken: Option<u64>,
    /// The pointer was over a lane of curves in the last frame.
    over_curves: bool,
    /// It was where a click sets no feeling until whose it is has been chosen.
    pub to_choose: bool,
    /// The cell for cards that the pointer was over in the last frame.
    pub over: Option<CellRef>,
    /// Where what is made at the pointer goes; none where it is beside the map.
    pointed: Option<spots::Pointed>,
    /// The small picture of all of the map.
    pub overview: overview::Overview,
    /// What the map marks as found.
    pub found: Marked,
    /// What it shows of its gaps.
    pub(crate) gaps: ShownGaps,
    /// What the map glides to in the next frame.
    glide_to: Option<Thing>,
    glide: Option<glide::Glide>,
    /// Activities that wait for a click on what follows them.
    leading: Vec<crate::model::CardRef>,
    /// Cards and faces painted in the last frame.
    pub painted: usize,
}

impl Canvas {
    /// Brings `thing` into view as soon as it is laid out.
    pub fn show(&mut self, thing: Thing) {
        self.show = vec![thing];
    }

    /// Brings all of `things` into view where they fit, else the first.
    pub fn show_all(&mut self, things: Vec<Thing>) {
        self.show = things;
    }

    /// Moves the map until `thing` is in view.
    pub fn glide_to(&mut self, thing: Thing) {
        self.glide_to = Some(thing);
    }

    /// Where the map was in the last frame, in screen points.
    pub fn area(&self) -> Option<Rect> {
        self.rect
    }

    /// Brings an empty cell into view as soon as it is laid out.
    pub fn show_cell(&mut self, cell: CellRef) {
        self.show_cell = Some(cell);
    }

    /// Brings what is selected into view: the last thing, else the cell.
    fn show_selected(&mut self, selection: &Selection) {
        if let Some(thing) = selection.things.last() {
            self.show(thing.clone());
        } else if let Some(cell) = &selection.cell {
            self.show_cell(cell.clone());
        }
    }

    /// Begins to type the text of `thing`.
    pub fn edit_text(&mut self, doc: &Document, thing: Thing) {
        self.typing = Typing::of(thing, doc);
    }

    /// What is being typed.
    pub fn typed(&self) -> Option<&Thing> {
        self.typing.as_ref().map(|typing| &typing.thing)
    }

    /// The same, and whether Esc gives back what stood there.
    pub(crate) fn typed_over(&self) -> Option<(&Thing, bool)> {
        self.typing.as_ref().map(|typing| (&typing.thing, typing.gives_back()))
    }

    /// Is something being typed or dragged?
    pub fn is_busy(&self) -> bool {
        self.typing.is_some() || self.tool.scrolls()
    }

    /// Is a click waited for that says what follows an activity?
    #[cfg(test)]
    pub(crate) fn is_leading(&self) -> bool {
        !self.leading.is_empty()
    }

    /// Forgets what is being dragged: something else has made what was shown of it.
    pub fn let_go_of_drag(&mut self) {
        if self.tool.scrolls() {
            self.tool = Tool::Idle;
        }
    }

    /// A command comes while something is dragged: it is let go where it is. Ctrl is the command's
    /// and copies nothing; a transition that is being pulled is not made.
    pub fn end_drag(&mut self, out: &mut Vec<Message>) {
        if self.tool.scrolls() {
            self.tool.interrupt(self.dragged_to.map(|(at, _)| at), out);
        }
    }

    /// Forgets what is being typed or dragged; what is shown has been committed or dropped.
    pub fn let_go(&mut self) {
        self.typing = None;
        self.tool = Tool::Idle;
        self.leading.clear();
    }

    fn frame(&self, scene: &Scene) -> CameraFrame {
        camera_frame(self.rect.map_or(vec2(1000.0, 700.0), |rect| rect.size()), scene)
    }
}

/// What a camera needs to know where a map is seen in so much room (screen points).
fn camera_frame(canvas: Vec2, scene: &Scene) -> CameraFrame {
    let parked = !scene.parking.cards.is_empty();
    let right = if parked { scene.parking_rect.right() + BEYOND } else { scene.size.x };
    let bottom = if parked { scene.parking_rect.bottom() + BEYOND } else { scene.size.y };
    let map = vec2(right, scene.size.y.max(bottom));
    let parking = parked.then_some(scene.parking_rect);
    CameraFrame { canvas, map, columns: scene.size, parking }
}

/// What of the map is on the screen in this frame, and what the pointer is on.
struct View<'a> {
    scene: &'a Arc<Scene>,
    /// The canvas, in screen points.
    rect: Rect,
    camera: Camera,
    /// How far headers (down) and titles (right) are pushed to stay in view, in document units.
    pinned: Vec2,
    /// The lanes that stay in view below the headers.
    strips: &'a [PinnedLane],
    /// In document units; none where it is elsewhere. In a lane that stays in view it is where that
    /// lane is on the map.
    pointer: Option<Pos2>,
    /// The same by what is seen.
    seen_at: Option<Pos2>,
    hit: &'a Hit,
    plus: Option<plus::Plus>,
    /// Whose pen in the list of them the pointer is on.
    pens: Option<&'a Id>,
    /// Where a transition can be pulled from.
    handle: Option<transitions::Handle>,
}

impl View<'_> {
    /// A place of the map on the screen.
    fn screen(&self, at: Pos2) -> Pos2 {
        self.rect.min + self.camera.canvas_from_doc(at).to_vec2()
    }
}

/// The map in front: takes mouse and keyboard, paints, and asks for what is to change.
pub fn canvas_ui(
    ui: &mut egui::Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut Canvas,
    out: &mut Vec<Message>,
) {
    let rect = ui.available_rect_before_wrap();
    let response = ui.interact(rect, canvas_id(), Sense::click_and_drag());
    ui.painter().rect_filled(rect, 0, cx.theme.color(crate::scene::Role::Paper));
    canvas.rect = Some(rect);
    let Some(scene) = doc.shown_scene().cloned() else { return };
    // Two maps are looked at and not changed.
    let still = doc.comparison.is_some();
    let before = camera_of(doc, canvas, &scene);
    let before = glide::glided(ui, canvas, &scene, before);
    let camera = input::camera(ui, canvas, &scene, before, &response, rect);
    let camera = match still && response.dragged_by(PointerButton::Primary) {
        true => canvas.frame(&scene).panned(camera, response.drag_delta()),
        false => camera,
    };
    doc.cameras.insert(doc.journey.clone(), camera);

    let origin = rect.min + camera.origin;
    let visible = Rect::from_min_max(
        camera.doc_from_canvas(Pos2::ZERO),
        camera.doc_from_canvas(rect.size().to_pos2()),
    );
    let typed = canvas.typing.as_ref().map(|typing| &typing.thing);
    let pinned = stays::pinned(&scene, visible, typed);
    let pointer = ui
        .input(|input| input.pointer.latest_pos())
        .filter(|_| !still)
        .filter(|_| response.hovered() || response.dragged() || response.drag_stopped());
    let seen_at = pointer.map(|at| camera.doc_from_canvas(at - rect.min.to_vec2()));
    let strips = pinned_lanes::strips(&scene, pinned, rect.height() / camera.zoom);
    let in_strip = seen_at.is_some_and(|at| pinned_lanes::shift_at(&strips, at.y) != 0.0);
    let doc_pointer = seen_at.map(|at| {
        let down = match canvas.tool {
            Tool::Idle | Tool::Cards(_) => pinned_lanes::shift_at(&strips, at.y),
            Tool::Pan
            | Tool::Band { .. }
            | Tool::Span { .. }
            | Tool::Points { .. }
            | Tool::Set(_)
            | Tool::Width(_)
            | Tool::Height(_)
            | Tool::Order { .. }
            | Tool::Pull(_) => canvas.dragged_from_strip,
        };
        at + vec2(0.0, down)
    });
    let reach = canvas.hand.reach / camera.zoom;
    let there = seen_at.map_or(Hit::Outside, |at| pinned_hit(&scene, at, pinned, &strips, reach));
    let hit = match doc_pointer {
        Some(at) => pen_tool::under(doc, &scene, there.clone(), at),
        None => there.clone(),
    };
    canvas.over_curves = response.hovered() && pen_tool::is_of_curves(&scene, &hit);
    canvas.to_choose = canvas.over_curves
        && matches!(&hit, Hit::Curve { lane, .. } if feelings::has_to_choose(doc, &scene, lane));
    canvas.asked_at = canvas
        .asked_at
        .filter(|_| canvas.to_choose)
        .filter(|asked| doc_pointer.is_some_and(|at| (at - *asked).length() * camera.zoom < ASKED));
    canvas.pointed = spots::pointed(&scene, &hit).filter(|_| response.hovered());
    canvas.over = spots::cell_under(&scene, &hit).filter(|_| response.hovered());
    tips::escape(ui, canvas);
    let escaped = lead::escape(ui, canvas);
    if canvas.typing.is_none() && !still && !escaped {
        input::keys(ui, doc, canvas, &scene, out);
    }
    let idle = matches!(canvas.tool, Tool::Idle) && canvas.typing.is_none();
    let over = doc_pointer.filter(|_| idle && response.hovered() && !in_strip);
    let handle = over.and_then(|at| transitions::near(&scene, at, pinned, camera.zoom));
    let on_handle = handle.as_ref().zip(over).is_some_and(|(one, at)| one.is_on(at, camera.zoom));
    if on_handle {
        transitions::tip(&response, cx);
    }
    let plus = over.filter(|_| !on_handle);
    let plus =
        plus.and_then(|at| plus::near(&scene, at, pinned, visible.min, camera.zoom, canvas.hand));
    let on_plus =
        plus.as_ref().filter(|plus| doc_pointer.is_some_and(|at| plus.is_on(at, camera.zoom)));
    if let Some(plus) = on_plus {
        plus::tip(&response, cx, plus);
    }
    let taken = on_plus.is_some_and(|plus| plus::click(ui, cx, doc, canvas, &response, plus, out));
    let pens = seen_at.filter(|_| idle && !still).and_then(|at| {
        pen_list::under(&scene, at, pinned, pen_list::taken(visible, pinned), &strips)
    });
    if let Some(persona) = &pens {
        pen_list::click(doc, &response, persona, out);
    }
    let taken = taken || pens.is_some();
    let draws = over.filter(|_| plus.is_none() && !on_handle && pens.is_none());
    canvas.draws = draws.and_then(|at| pen_marks::pointer(doc, &scene, &hit, at, camera.zoom));
    let taken = taken || !still && lead::click(cx, canvas, &response, &scene, &hit, out);
    let voted = !taken && !still && votes::click(cx, doc, canvas, &response, &hit, out);
    if !taken && !voted && !still {
        let pushed = input::Pushed { pinned, strips: &strips };
        input::pointer(ui, doc, canvas, &response, &scene, &pushed, &hit, doc_pointer, out);
    }
    plus::lane_menu(ui, cx, doc, canvas, out);
    if !still && !voted {
        let there = pens.as_ref().map_or(there, |id| Hit::Head(Thing::Persona(id.clone())));
        menu::context_menu(cx, doc, canvas, &response, &there, out);
    }

    let (hit, strips, pointer) = (&hit, &strips[..], doc_pointer);
    let scene = &scene;
    let pens = pens.as_ref();
    let view =
        View { scene, rect, camera, pinned, strips, pointer, seen_at, hit, plus, handle, pens };
    paint::paint(ui, cx, doc, canvas, &view);
    let clips = paint::Clips::of(scene, rect, camera, pinned);
    let body = clips.body();
    if !still {
        gap_paint::ring_clicks(ui, cx, &view, &canvas.gaps, clips.right_of_titles, out);
    }
    conflict_marks::conflict_marks(ui, cx, doc, &view, body, out);
    tips::tip_ui(ui, cx, canvas, &view, &doc.selection.things);
    if !still {
        bar::bar_ui(ui, cx, doc, canvas, &response, &bar_place::Where::new(&view), out);
    }
    overview::floating_ui(ui, cx, doc, canvas, rect, out);
    // What is asked of a thing there is asked of a map that is not kept.
    let mut unheard = Vec::new();
    let out = if still { &mut unheard } else { out };
    nodes::nodes(ui, cx, doc, canvas, scene, &response, rect, camera, pinned, strips, out);
    let at = Brushed { origin, zoom: camera.zoom, pinned, strips, canvas: rect };
    type_in_place::typing_ui(ui, cx, doc, canvas, &at, out);
}

/// What is under the pointer, where headers and titles stay in view.
fn pinned_hit(scene: &Scene, at: Pos2, pinned: Vec2, strips: &[PinnedLane], reach: f32) -> Hit {
    let down = pinned_lanes::shift_at(strips, at.y);
    if down != 0.0 {
        let left = if at.x <= scene.body_x + pinned.x { pinned.x } else { 0.0 };
        return crate::scene::hit(scene, at + vec2(-left, down), reach);
    }
    let header_bottom = scene.header_y + pinned.y + scene.header_height;
    let in_header = at.y >= scene.header_y + pinned.y - 2.0 && at.y <= header_bottom;
    let in_titles = at.x <= scene.body_x + pinned.x;
    let at = if in_header && at.y > 0.0 {
        pos2(at.x, at.y - pinned.y)
    } else if in_titles && at.y > header_bottom {
        pos2(at.x - pinned.x, at.y)
    } else {
        at
    };
    crate::scene::hit(scene, at, reach)
}
