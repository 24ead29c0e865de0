//! The overview: all of the map in small, and which part of it is in view. Its frame is dragged, a
//! click goes there, the wheel zooms.
//!
//! It stands at the bottom of the inspector, or over the map's corner where there is none, and not
//! at all where everything is in view.

mod small;

use super::super::{Camera, Context, Document, Message};
use super::{Canvas, stays};
use crate::scene::icon;
use crate::scene::{Role, Scene};
use crate::ui::kit::buttons::{focus_ring, icon_button, regular, semibold, text_button};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::command::Command;
use egui::{
    CursorIcon, EventFilter, Frame, Key, Layout, Margin, Panel, Pos2, Rect, Response, RichText,
    Sense, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};
use small::Small;
use std::ops::Range;
use std::sync::Arc;

/// How high it is in the inspector, in points, and how high while it is folded.
const DOCKED: f32 = 158.0;
const FOLDED: f32 = 40.0;
/// How wide it is over the map, and how high at most, in points.
const FLOATING: Vec2 = vec2(200.0, 150.0);
/// From the canvas's edges to what floats over it, and within it, in points.
const AIR: f32 = 12.0;
const INSIDE: f32 = 8.0;
/// How much of it shows while the pointer works on the map below it.
const FADED: f32 = 0.25;
/// How much of the canvas an arrow key moves.
const ARROW: f32 = 0.15;

/// Where the overview is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OverviewPlace {
    /// Nowhere.
    #[default]
    Nowhere,
    /// At the bottom of the inspector, which shows it.
    Inspector,
    /// Over the map's lower right corner.
    Corner,
}

/// What the overview remembers between frames.
#[derive(Default)]
pub struct Overview {
    /// Where it is in this frame.
    pub place: OverviewPlace,
    small: Small,
    /// From the middle of what is in view to where its frame is held, in document units.
    grip: Vec2,
    /// What it covers of the canvas, in screen points.
    covers: Option<Rect>,
}

impl Overview {
    /// Does it take what the pointer does at `at`?
    pub fn is_at(&self, at: Option<Pos2>) -> bool {
        at.zip(self.covers).is_some_and(|(at, covers)| covers.contains(at))
    }
}

/// Where the map is looked at, as the overview tells it.
struct Looked<'a> {
    scene: &'a Arc<Scene>,
    camera: Camera,
    /// All of the map with its parking place, in document units.
    map: Vec2,
    /// What is in view, in document units.
    view: Rect,
}

impl<'a> Looked<'a> {
    /// None where everything is in view.
    fn of(doc: &'a Document, canvas: &Canvas) -> Option<Self> {
        let scene = doc.shown_scene()?;
        let camera = *doc.cameras.get(&doc.journey)?;
        let frame = canvas.frame(scene);
        let size = canvas.rect?.size();
        let view = Rect::from_min_max(
            camera.doc_from_canvas(Pos2::ZERO),
            camera.doc_from_canvas(size.to_pos2()),
        );
        let map = Rect::from_min_size(Pos2::ZERO, frame.map);
        // What is fitted may be a fraction of a point too large.
        let all = view.expand(1.0 / camera.zoom).contains_rect(map);
        (!all).then_some(Self { scene, camera, map: frame.map, view })
    }

    /// The steps and lanes between what stays in view.
    fn seen(&self) -> (Range<usize>, Range<usize>) {
        let pinned = stays::pinned(self.scene, self.view, None);
        let left = self.view.left().max(self.scene.body_x + pinned.x);
        let header = self.scene.header_y + self.scene.header_height + pinned.y;
        let top = self.view.top().max(header);
        let steps = self.scene.visible_steps(left + 1.0, self.view.right() - 1.0);
        (steps, self.scene.visible_lanes(top + 1.0, self.view.bottom() - 1.0))
    }
}

/// The overview at the bottom of the inspector.
pub fn docked_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut Canvas,
    open: bool,
    out: &mut Vec<Message>,
) {
    let Some(looked) = Looked::of(doc, canvas) else { return };
    let fill = cx.theme.color(Role::Panel);
    let frame =
        Frame::new().fill(fill).inner_margin(Margin { left: 20, right: 20, top: 6, bottom: 10 });
    let height = if open { DOCKED } else { FOLDED };
    let mut moved = None;
    Panel::bottom("overview").exact_size(height).frame(frame).resizable(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            let title = RichText::new(cx.words.command_overview()).font(semibold(13.0));
            ui.label(title.color(cx.theme.color(Role::Ink)));
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let label = cx.words.hint_overview();
                let sign = if open { icon::CHEVRON_DOWN } else { icon::CHEVRON_UP };
                let button = icon_button(ui, sign, &label, true, Vec2::splat(24.0));
                focus_ring(ui, cx, &button, 6.0);
                if button.clicked() {
                    out.push(Message::Do(Command::Overview));
                }
            });
        });
        if !open {
            return;
        }
        let room = ui.available_rect_before_wrap();
        let (left, _) = room.split_left_right_at_x(room.right() - 92.0);
        let picture = fitted(left, looked.map);
        let beside = picture.right() + 14.0;
        let right = room.with_min_x(beside).with_max_x(beside + 78.0);
        moved = picture_ui(ui, cx, canvas, &looked, picture, 1.0);
        ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for (seen, all) in told(cx, &looked) {
                let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
                ui.label(RichText::new(seen).font(semibold(11.5)).color(ink));
                ui.label(RichText::new(all).font(regular(11.5)).color(muted));
                ui.add_space(3.0);
            }
            let all = cx.words.overview_all();
            let button = text_button(ui, cx, &all, false, vec2(78.0, 26.0));
            if button.tip(|| cx.words.hint_fit()).clicked() {
                out.push(Message::Do(Command::Fit));
            }
        });
    });
    if let Some(camera) = moved {
        doc.cameras.insert(doc.journey.clone(), camera);
    }
}

/// The overview over the corner of the map, which is `rect` (screen points).
pub(super) fn floating_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut Canvas,
    rect: Rect,
    out: &mut Vec<Message>,
) {
    canvas.overview.covers = None;
    if canvas.overview.place != OverviewPlace::Corner {
        return;
    }
    let Some(looked) = Looked::of(doc, canvas) else { return };
    let most = FLOATING.min(rect.size() * 0.4) - Vec2::splat(2.0 * INSIDE);
    let size = fitted(Rect::from_min_size(Pos2::ZERO, most), looked.map).size();
    let corner = rect.max - Vec2::splat(AIR);
    let card = Rect::from_min_max(corner - size - Vec2::splat(2.0 * INSIDE), corner);
    let at = ui.input(|input| input.pointer.latest_pos());
    let below = canvas.tool.scrolls() && at.is_some_and(|at| card.contains(at));
    let opacity = if below { FADED } else { 1.0 };
    let faded = |role: Role| cx.theme.color(role).gamma_multiply(opacity);
    let painter = ui.painter_at(rect);
    painter.rect_filled(card.translate(vec2(0.0, 2.0)), 9.0, faded(Role::Shadow));
    let edge = egui::Stroke::new(1.0, faded(Role::Hairline));
    painter.rect(card, 8.0, faded(Role::Card), edge, StrokeKind::Inside);
    if !below {
        // What is beside the picture on the card is not on the map, either.
        let beside =
            ui.interact(card, ui.scope_id().with("overview card"), Sense::click_and_drag());
        let name = cx.words.command_overview();
        beside.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, &name));
        canvas.overview.covers = Some(card);
    }
    let picture = Rect::from_min_size(card.min + Vec2::splat(INSIDE), size);
    let moved = picture_ui(ui, cx, canvas, &looked, picture, opacity);
    if let Some(camera) = moved {
        doc.cameras.insert(doc.journey.clone(), camera);
        let double =
            ui.input(|input| input.pointer.button_double_clicked(egui::PointerButton::Primary));
        if double {
            out.push(Message::Do(Command::Fit));
        }
    }
}

/// The largest place for a map of this size within `room`, at its top left.
fn fitted(room: Rect, map: Vec2) -> Rect {
    let scale = (room.size() / map.max(Vec2::splat(1.0))).min_elem();
    Rect::from_min_size(room.min, (map * scale).max(Vec2::splat(4.0)).floor())
}

/// How many screen points a document unit is where a map of this size is shown within `picture`.
fn scale_in(picture: Rect, map: Vec2) -> f32 {
    (picture.size() / map.max(Vec2::splat(1.0))).min_elem()
}

/// Which steps and lanes are in view, and of how many.
fn told(cx: &Context<'_>, looked: &Looked<'_>) -> [(String, String); 2] {
    let (steps, lanes) = looked.seen();
    let number = |count: usize| cx.words.number(count as f64);
    let range = |range: &Range<usize>| {
        let (first, last) = (number(range.start + 1), number(range.end));
        if range.len() > 1 { format!("{first}–{last}") } else { last }
    };
    let of = |count: usize| cx.words.overview_of(number(count));
    [
        (cx.words.overview_steps(range(&steps)), of(looked.scene.columns.steps.len())),
        (cx.words.overview_lanes(range(&lanes)), of(looked.scene.lanes.len())),
    ]
}

/// The map in small within `picture` (screen points), with the frame around what is in view.
/// Returns where the map is to be looked at instead.
fn picture_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    canvas: &mut Canvas,
    looked: &Looked<'_>,
    picture: Rect,
    opacity: f32,
) -> Option<Camera> {
    let id = egui::Id::unique("overview picture");
    let sense = if opacity < 1.0 { Sense::hover() } else { Sense::click_and_drag() };
    let response = ui.interact(picture, id, sense);
    let said = told(cx, looked).map(|(seen, all)| format!("{seen} {all}")).join(", ");
    let label = format!("{}: {said}", cx.words.command_overview());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Slider, true, &label));
    // While something is dragged or typed the map changes in each frame: it is drawn anew after.
    let busy = canvas.is_busy();
    let painter = ui.painter_at(picture);
    painter.rect_filled(picture, 4.0, cx.theme.color(Role::Paper).gamma_multiply(opacity));
    let shapes = canvas.overview.small.shapes(looked.scene, cx.theme, picture, looked.map, busy);
    if opacity == 1.0 {
        painter.extend(shapes.iter().cloned());
    }
    let scale = scale_in(picture, looked.map);
    let place = |at: Pos2| picture.min + at.to_vec2() * scale;
    let frame = Rect::from_min_max(place(looked.view.min), place(looked.view.max));
    let frame = frame.intersect(picture).shrink(1.0);
    let accent = cx.theme.color(Role::Accent).gamma_multiply(opacity);
    painter.rect_filled(frame, 3.0, cx.theme.color(Role::Accent.at(20)).gamma_multiply(opacity));
    painter.rect_stroke(frame, 3.0, egui::Stroke::new(2.0, accent), StrokeKind::Middle);
    let edge = egui::Stroke::new(1.0, cx.theme.color(Role::Hairline).gamma_multiply(opacity));
    painter.rect_stroke(picture, 4.0, edge, StrokeKind::Inside);
    focus_ring(ui, cx, &response, 5.0);
    if response.hovered() || response.dragged() {
        let grabs = response.hover_pos().is_some_and(|at| frame.contains(at));
        let icon = match (response.dragged(), grabs) {
            (true, _) => CursorIcon::Grabbing,
            (_, true) => CursorIcon::Grab,
            _ => CursorIcon::PointingHand,
        };
        ui.ctx().set_cursor_icon(icon);
    }
    moved(ui, canvas, looked, &response, |at| ((at - picture.min) / scale).to_pos2())
}

/// Where the map is to be looked at after what the pointer and the keys do on the picture. `doc`: a
/// place on the map from one on the screen.
fn moved(
    ui: &Ui,
    canvas: &mut Canvas,
    looked: &Looked<'_>,
    response: &Response,
    doc: impl Fn(Pos2) -> Pos2,
) -> Option<Camera> {
    let frame = canvas.frame(looked.scene);
    let before = looked.camera;
    let mut camera = before;
    let centered = |camera: Camera, at: Pos2| {
        let origin = frame.canvas / 2.0 - at.to_vec2() * camera.zoom;
        frame.kept_in(Camera { origin, ..camera })
    };
    if response.drag_started() || response.clicked() {
        let from = ui.input(|input| input.pointer.press_origin()).map(&doc);
        let held = from.filter(|from| looked.view.contains(*from) && response.drag_started());
        canvas.overview.grip = held.map_or(Vec2::ZERO, |from| from - looked.view.center());
    }
    if let Some(at) = response.interact_pointer_pos()
        && (response.dragged() || response.clicked())
    {
        camera = centered(camera, doc(at) - canvas.overview.grip);
    }
    if response.hovered() {
        let (scroll, zoom) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
        let speed = ui.ctx().options(|options| options.input_options.scroll_zoom_speed);
        let factor = zoom * ((scroll.x + scroll.y) * speed).exp();
        if factor != 1.0 {
            camera = frame.zoomed(camera, factor, (frame.canvas / 2.0).to_pos2());
            canvas.zoomed_at = ui.input(|input| input.time);
        }
    }
    if has_keyboard(response) {
        let mut filter = EventFilter::default();
        (filter.horizontal_arrows, filter.vertical_arrows) = (true, true);
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let way = ui.input(|input| {
            let pressed = |key| input.num_presses(key) as f32;
            vec2(
                pressed(Key::ArrowLeft) - pressed(Key::ArrowRight),
                pressed(Key::ArrowUp) - pressed(Key::ArrowDown),
            )
        });
        if way != Vec2::ZERO {
            camera = frame.panned(camera, way * frame.canvas * ARROW);
        }
    }
    (camera != before).then_some(camera)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn a_picture_keeps_the_maps_shape() {
        let room = Rect::from_min_size(pos2(10.0, 20.0), vec2(160.0, 110.0));
        for map in [vec2(3000.0, 1500.0), vec2(900.0, 4000.0), vec2(0.0, 0.0)] {
            let place = fitted(room, map);
            assert!(room.contains_rect(place), "{map}: {place}");
            assert_eq!(place.min, room.min);
        }
        assert_eq!(fitted(room, vec2(3000.0, 1500.0)).size(), vec2(160.0, 80.0));
    }
}
