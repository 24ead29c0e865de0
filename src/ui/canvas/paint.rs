//! Paints one frame of the canvas: the map in layers, each within its own clip.

use super::super::{Camera, Context, Document};
use super::brush::Brush;
use super::detail::Except;
use super::layer_cache::PaintedFrom;
use super::pinned_lanes::PinnedLane;
use super::tool::Tool;
use super::{
    Canvas, STILL, View, camera, chain_paint, found, gap_paint, lead, link, map, marks,
    paint_pinned, pen_list, pen_marks, plus, traced, transitions,
};
use crate::model::Thing;
use crate::scene::{Role, Scene};
use egui::{Pos2, Rect, Shape, Vec2, pos2, vec2};
use std::sync::Arc;

/// What one frame shows, from below.
struct Painted {
    layers: map::Layers,
    /// What only the screen shows over what scrolls.
    over: Vec<Shape>,
    /// The lanes that stay in view.
    stuck: Vec<paint_pinned::PinnedLayer>,
    /// What only the screen shows over what stays in view.
    over_pinned: Vec<Shape>,
    /// What is in the hand.
    top: Vec<Shape>,
}

/// Paints the map and what only the screen shows over it.
pub(super) fn paint(
    ui: &egui::Ui,
    cx: &Context<'_>,
    doc: &Document,
    canvas: &mut Canvas,
    view: &View<'_>,
) {
    let View { scene, rect, camera, pinned, strips, pointer, seen_at, hit, plus, pens, .. } = view;
    let (rect, camera, pinned, pointer) = (*rect, *camera, *pinned, *pointer);
    let now = ui.input(|input| input.time);
    let moving = now - canvas.zoomed_at < STILL;
    if moving {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(STILL));
    }
    canvas.textures.begin(ui.ctx());
    let textures = &mut canvas.textures;
    let shift = canvas.dragged_from_strip;
    let (galleys, far) = (&mut canvas.galleys, &mut canvas.far);
    let (room, kept) = (std::mem::take(&mut canvas.room), &mut canvas.layers);
    let texts = &mut canvas.texts;
    texts.begin();
    let dragged = if let Tool::Cards(cards) = &canvas.tool { Some(&cards.ids) } else { None };
    let typed = canvas.typing.as_ref().map(|typing| &typing.thing);
    let pen = doc.pen.persona();
    let idle = matches!(canvas.tool, Tool::Idle) && canvas.typing.is_none();
    let pointed = pointer.filter(|_| idle).map(|_| *hit);
    let chain = chain_paint::lit(scene, pointed, &doc.selection.things);
    let selected = doc.selection.things.as_slice();
    let except = Except { dragged, typed, selected, pen, chain: Some(&chain) };
    let hints = idle && plus.is_none() && pointer != canvas.set_at;
    let asked = canvas.asked_at.is_some();
    let origin = rect.min + camera.origin;

    let painted = ui.fonts_mut(|fonts| {
        galleys.begin(fonts);
        let epochs = [galleys.epoch, textures.given_back];
        let mut brush = Brush::new(fonts, galleys, cx.theme, origin, camera.zoom, rect);
        if moving {
            brush.text_zoom = camera::stepped_zoom(camera.zoom);
        }
        brush.textures = Some(textures);
        brush.legible = true;
        let from = dragged.is_none().then(|| PaintedFrom {
            scene: Arc::clone(view.scene),
            theme: *cx.theme,
            origin,
            zoom: brush.zoom,
            text_zoom: brush.text_zoom,
            clip: rect,
            typed: typed.cloned(),
            pen: pen.cloned(),
            arcs: except.selected.iter().filter(|thing| is_arc(thing)).cloned().collect(),
            chain: chain.clone(),
            epochs,
        });
        let paint = |room| map::map(&mut brush, far, scene, &except, room);
        let mut layers = kept.layers(from, room, paint);
        let is_stuck = |lane: &usize| strips.iter().any(|strip| strip.lane == *lane);
        let seen = brush.visible();
        let taken = pen_list::taken(seen, pinned);
        let lanes = scene.visible_lanes(seen.top(), seen.bottom());
        for lane in lanes.filter(|lane| !is_stuck(lane)) {
            let lane = &scene.lanes[lane];
            pen_list::paint(&mut brush, cx, texts, scene, lane, pinned, taken, pen, *pens);
        }
        layers.titles.append(&mut brush.shapes);
        let dragging = matches!(canvas.tool, Tool::Cards(_));
        map::parking(&mut brush, cx, texts, scene, &except, dragging);
        chain_paint::rings(&mut brush, scene, &chain);
        gap_paint::marks(&mut brush, &canvas.gaps);
        found::found(&mut brush, scene, &canvas.found);
        marks::selection(&mut brush, scene, doc);
        link::ring(&mut brush, scene, &canvas.tool);
        let seen_in = |strip: &&PinnedLane| seen_at.is_some_and(|at| strip.holds(at.y));
        let in_strip = strips.iter().position(|strip| seen_in(&strip));
        if let Some(at) = pointer.filter(|_| hints && in_strip.is_none()) {
            marks::hint(&mut brush, cx, texts, doc, scene, hit, at, asked);
        }
        let over = std::mem::take(&mut brush.shapes);
        let mut stuck = Vec::new();
        for (index, strip) in strips.iter().enumerate() {
            let (mut layer, count) =
                paint_pinned::paint(&mut brush, far, scene, strip, pinned, &except, |brush| {
                    gap_paint::marks(brush, &canvas.gaps);
                    found::found(brush, scene, &canvas.found);
                    marks::selection(brush, scene, doc);
                    if let Some(at) = pointer.filter(|_| hints && in_strip == Some(index)) {
                        marks::hint(brush, cx, texts, doc, scene, hit, at, asked);
                    }
                });
            layers.painted += count;
            if let Some(lane) = scene.lanes.get(strip.lane) {
                let kept = (brush.origin, std::mem::take(&mut brush.shapes));
                brush.origin.y -= strip.shift() * brush.zoom;
                let push = vec2(pinned.x, 0.0);
                pen_list::paint(&mut brush, cx, texts, scene, lane, push, taken, pen, *pens);
                layer.titles.append(&mut brush.shapes);
                (brush.origin, brush.shapes) = kept;
            }
            stuck.push(layer);
        }
        gap_paint::question_rings(&mut brush, scene, &canvas.gaps, pinned);
        found::pinned_found(&mut brush, scene, &canvas.found, pinned);
        marks::pinned_selection(&mut brush, scene, doc, pinned, strips);
        let over_pinned = std::mem::take(&mut brush.shapes);
        if let Some(at) = *seen_at {
            marks::tool(&mut brush, &canvas.tool, at, shift);
            let screen_at = brush.screen(at);
            if let Tool::Set(setting) = &canvas.tool {
                let (lane, point) = setting.set();
                pen_marks::setting(&mut brush, cx, texts, doc, scene, (&lane, &point));
                let role = doc.pen.persona().map_or(Role::Accent, |id| scene.persona_role(id));
                pen_marks::arrow(&mut brush, screen_at, role);
            } else if let Some(role) = canvas.draws {
                pen_marks::arrow(&mut brush, screen_at, role);
            }
            if let Some(plus) = plus {
                plus::paint(&mut brush, plus, at);
            }
        }
        Painted { layers, over, stuck, over_pinned, top: brush.shapes }
    });
    canvas.galleys.end();
    canvas.textures.end();
    if canvas.textures.waiting {
        canvas.layers.forget();
        ui.ctx().request_repaint();
    }
    canvas.painted = painted.layers.painted;

    canvas.room = put(ui, cx, view, painted);
    let painter = ui.painter_at(rect);
    transitions::paint(&painter, cx, view, &canvas.tool);
    link::said(&painter, cx, view, &canvas.tool);
    lead::paint(&painter, cx, view, canvas);
}

fn is_arc(thing: &Thing) -> bool {
    matches!(thing, Thing::Transition(_))
}

/// What of the screen the parts of a map are painted within, in screen points.
pub(super) struct Clips {
    /// All of it.
    pub rect: Rect,
    /// Lane titles, and lanes that stay in view.
    pub below_headers: Rect,
    /// Phase headers.
    pub right_of_titles: Rect,
    /// Above the lane titles and left of the headers, where what scrolls below them must not show.
    pub veil: Option<Rect>,
}

impl Clips {
    /// Of a map whose headers and titles are pushed by `pinned` (document units).
    pub(super) fn of(scene: &Scene, rect: Rect, camera: Camera, pinned: Vec2) -> Self {
        let screen = |at: Pos2| rect.min + camera.canvas_from_doc(at).to_vec2();
        let corner = screen(pos2(scene.body_x, scene.header_y + scene.header_height) + pinned);
        let top = pos2(rect.left(), corner.y.max(rect.top()));
        // From near the titles end further away: nothing of the map shows between.
        let beside = corner.x - 6.0 * camera.zoom.max(1.0);
        let right_of_titles = pos2(beside.max(rect.left()), rect.top());
        let above = match pinned.y > 0.0 {
            true => rect.top(),
            false => screen(pos2(0.0, traced::top(scene).min(scene.header_y))).y,
        };
        let veil = Rect::from_min_max(pos2(rect.left(), above), pos2(corner.x - 4.0, corner.y));
        Self {
            rect,
            below_headers: Rect::from_min_max(top, rect.max).intersect(rect),
            right_of_titles: Rect::from_min_max(right_of_titles, rect.max).intersect(rect),
            veil: (pinned.x > 0.0).then_some(veil),
        }
    }

    /// Where cells, cards and curves are seen.
    pub(super) fn body(&self) -> Rect {
        self.below_headers.intersect(self.right_of_titles)
    }
}

/// Puts what was painted on the screen, each part within its own clip. Gives back the lists of the
/// map, empty, for the next frame: they hold thousands of shapes.
fn put(ui: &egui::Ui, cx: &Context<'_>, view: &View<'_>, mut painted: Painted) -> map::Layers {
    let clips = Clips::of(view.scene, view.rect, view.camera, view.pinned);
    let painter = ui.painter_at(view.rect);
    painter.extend(painted.layers.body.drain(..));
    painter.extend(painted.over);
    painter.with_clip_rect(clips.below_headers).extend(painted.layers.titles.drain(..));
    for layer in painted.stuck {
        let painter = painter.with_clip_rect(layer.rect.intersect(clips.below_headers));
        painter.rect_filled(layer.rect, 0, cx.theme.color(Role::Paper));
        painter.extend(layer.body);
        painter.extend(layer.titles);
    }
    painter.with_clip_rect(clips.right_of_titles).extend(painted.layers.headers.drain(..));
    if let Some(veil) = clips.veil {
        painter.rect_filled(veil, 0, cx.theme.color(Role::Paper));
    }
    painter.extend(painted.over_pinned);
    painter.extend(painted.top);
    painted.layers
}
