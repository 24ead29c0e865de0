//! A map that is looked at and not changed, in the rooms that show one: it pans and zooms as the map
//! does, its headers and titles stay in view, and a room paints its own marks over it.

use super::super::{Camera, Context};
use super::brush::Brush;
use super::camera::{self, CameraFrame};
use super::detail::Except;
use super::far::Far;
use super::galleys::Galleys;
use super::look::{extent, inset_for, showing};
use super::map::{self, Layers};
use super::paint::Clips;
use super::textures::Textures;
use super::{STILL, camera_frame, pinned_hit, stays};
use crate::model::Thing;
use crate::scene::{Hit, Role, Scene};
use crate::ui::kit::keyboard::has_keyboard;
use egui::{Id, Key, Pos2, Rect, Response, Sense, Vec2, WidgetInfo, vec2};
use std::sync::Arc;
use std::time::Duration;

/// How far an arrow key moves the map, in screen points.
const STEP: f32 = 60.0;
/// How much a key zooms.
const ZOOM: f32 = 1.15;

/// What a map that is looked at remembers between frames.
#[derive(Default)]
pub(crate) struct MapView {
    /// What is looked at; none: what one sees first.
    pub camera: Option<Camera>,
    /// Another map that is seen by the same camera: there is room for both.
    pub beside: Option<Arc<Scene>>,
    /// What to bring into view in the next frame: all of it where it fits, else the first.
    show: Vec<Thing>,
    zoomed_at: f64,
    galleys: Galleys,
    far: Far,
    textures: Textures,
    /// Lists of shapes, kept from frame to frame without anything in them.
    room: Layers,
}

/// What of a map was shown in this frame.
pub(crate) struct Seen {
    /// Of the mouse and the keyboard.
    pub response: Response,
    /// Where the map is, in screen points.
    pub rect: Rect,
    /// Where cells, cards and curves are seen: below the headers and right of the titles.
    pub body: Rect,
    /// What is looked at.
    pub camera: Camera,
    /// How far headers (down) and titles (right) are pushed to stay in view, in document units.
    pub pinned: Vec2,
    /// What the pointer is on.
    pub hit: Hit,
}

impl Seen {
    /// A box of the map (document units) on the screen.
    pub(crate) fn on_screen(&self, rect: Rect) -> Rect {
        let at = |at: Pos2| self.rect.min + self.camera.canvas_from_doc(at).to_vec2();
        Rect::from_min_max(at(rect.min), at(rect.max))
    }

    /// Where a thing is seen, in screen points, and what of the screen it is seen within: the titles
    /// of phases, steps and lanes stay in view.
    pub(crate) fn place_of(&self, scene: &Scene, thing: &Thing) -> Option<(Rect, Rect)> {
        let rect = scene.thing_rect(thing)?;
        let (push, within) = match thing {
            Thing::Phase(_) | Thing::Step(_) => {
                let clip = Rect::from_x_y_ranges(self.body.x_range(), self.rect.y_range());
                (vec2(0.0, self.pinned.y), clip)
            }
            Thing::Lane(_) => {
                let clip = Rect::from_x_y_ranges(self.rect.x_range(), self.body.y_range());
                (vec2(self.pinned.x, 0.0), clip)
            }
            Thing::Card(_) | Thing::Point { .. } => (Vec2::ZERO, self.body),
            Thing::Persona(_) | Thing::Transition(_) | Thing::Journey(_) => (Vec2::ZERO, self.rect),
        };
        Some((self.on_screen(rect.translate(push)), within))
    }
}

impl MapView {
    /// Brings a thing into view in the next frame.
    pub(crate) fn show(&mut self, thing: Thing) {
        self.show = vec![thing];
    }

    /// Shows the map where the room has place for it. `name` is what it is called for those who
    /// listen. Arrows move it, + and − zoom, while it has the keyboard.
    pub(crate) fn map_ui(
        &mut self,
        ui: &egui::Ui,
        cx: &Context<'_>,
        id: Id,
        scene: &Arc<Scene>,
        name: &str,
    ) -> Seen {
        let rect = ui.available_rect_before_wrap();
        let response = ui.interact(rect, id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, name));
        ui.painter().rect_filled(rect, 0, cx.theme.color(Role::Paper));
        let mut frame = camera_frame(rect.size(), scene);
        if let Some(other) = &self.beside {
            frame = frame.with(&camera_frame(rect.size(), other));
        }
        let camera = self.moved(ui, &frame, scene, &response);
        self.camera = Some(camera);
        let visible = Rect::from_min_max(
            camera.doc_from_canvas(Pos2::ZERO),
            camera.doc_from_canvas(rect.size().to_pos2()),
        );
        let pinned = stays::pinned(scene, visible, None);
        let clips = Clips::of(scene, rect, camera, pinned);
        self.paint(ui, cx, scene, camera, &clips);
        if has_keyboard(&response) {
            let stroke = egui::Stroke::new(2.0, cx.theme.color(Role::Accent));
            ui.painter().rect_stroke(rect.shrink(1.0), 4, stroke, egui::StrokeKind::Inside);
        }
        let at = response.hover_pos().map(|at| camera.doc_from_canvas(at - rect.min.to_vec2()));
        let hit = at.map_or(Hit::Outside, |at| pinned_hit(scene, at, pinned, &[], 0.0));
        Seen { response, rect, body: clips.body(), camera, pinned, hit }
    }

    /// The camera after wheel, pinch, drag and keys, with what is to be brought into view.
    fn moved(
        &mut self,
        ui: &egui::Ui,
        frame: &CameraFrame,
        scene: &Scene,
        response: &Response,
    ) -> Camera {
        let ends = || scene.columns.steps.iter().map(|step| step.x + step.width);
        let mut camera = self.camera.unwrap_or_else(|| frame.opening(ends()));
        let shown = std::mem::take(&mut self.show);
        let (strips, inset) = inset_for(scene, frame, camera, &shown);
        if let Some(rect) = extent(scene, &shown, &strips, frame.room(camera, inset)) {
            camera = showing(frame, camera, rect, inset);
        }
        let before = camera.zoom;
        if response.dragged() {
            camera = frame.panned(camera, response.drag_delta());
            ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        }
        let middle = response.rect.center();
        if response.contains_pointer() {
            let (scroll, zoom, at) = ui.input(|input| {
                (input.smooth_scroll_delta(), input.zoom_delta(), input.pointer.latest_pos())
            });
            if zoom != 1.0 {
                let around = at.unwrap_or(middle) - response.rect.min.to_vec2();
                camera = frame.zoomed(camera, zoom, around);
            }
            if scroll != Vec2::ZERO {
                camera = frame.panned(camera, scroll);
            }
        }
        if has_keyboard(response) {
            let filter = egui::EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..egui::EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
            let by = [
                (Key::ArrowLeft, vec2(STEP, 0.0)),
                (Key::ArrowRight, vec2(-STEP, 0.0)),
                (Key::ArrowUp, vec2(0.0, STEP)),
                (Key::ArrowDown, vec2(0.0, -STEP)),
            ];
            let by = by.into_iter().filter(|(key, _)| pressed(*key)).map(|(_, by)| by);
            camera = by.fold(camera, |camera, by| frame.panned(camera, by));
            let around = middle - response.rect.min.to_vec2();
            if pressed(Key::Plus) || pressed(Key::Equals) {
                camera = frame.zoomed(camera, ZOOM, around);
            }
            if pressed(Key::Minus) {
                camera = frame.zoomed(camera, 1.0 / ZOOM, around);
            }
        }
        if camera.zoom != before {
            self.zoomed_at = ui.input(|input| input.time);
        }
        frame.kept_in(camera)
    }

    fn paint(
        &mut self,
        ui: &egui::Ui,
        cx: &Context<'_>,
        scene: &Arc<Scene>,
        camera: Camera,
        clips: &Clips,
    ) {
        let moving = ui.input(|input| input.time) - self.zoomed_at < STILL && self.zoomed_at > 0.0;
        if moving {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(STILL));
        }
        self.textures.begin(ui.ctx());
        let (galleys, far, textures) = (&mut self.galleys, &mut self.far, &mut self.textures);
        let room = std::mem::take(&mut self.room);
        let mut layers = ui.fonts_mut(|fonts| {
            galleys.begin(fonts);
            let origin = clips.rect.min + camera.origin;
            let mut brush = Brush::new(fonts, galleys, cx.theme, origin, camera.zoom, clips.rect);
            if moving {
                brush.text_zoom = camera::stepped_zoom(camera.zoom);
            }
            brush.textures = Some(textures);
            brush.legible = true;
            map::map(&mut brush, far, scene, &Except::default(), room)
        });
        self.galleys.end();
        self.textures.end();
        if self.textures.waiting {
            ui.ctx().request_repaint();
        }
        let painter = ui.painter_at(clips.rect);
        painter.extend(layers.body.drain(..));
        painter.with_clip_rect(clips.below_headers).extend(layers.titles.drain(..));
        painter.with_clip_rect(clips.right_of_titles).extend(layers.headers.drain(..));
        if let Some(veil) = clips.veil {
            painter.rect_filled(veil, 0, cx.theme.color(Role::Paper));
        }
        self.room = layers;
    }
}
