//! What stays in view while the map is scrolled: phase headers at the top, lane titles at the left.
//!
//! FarNames are as large as can be read from far away. From near, titles that would take too much of
//! the canvas are moved out of it as far as they are too large, and what is left of them holds the
//! name in a size for it.

use super::brush::Brush;
use super::detail::{Except, TINT_GAP, seen};
use super::names::{FarNames, Name, NameRoom};
use super::pen_list;
use crate::model::{Part, Thing};
use crate::scene::{
    Body, Drawing, Item, LaneBox, PhaseColumn, Role, Scene, Strip, Stroke, VISIBLE,
};
use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// How much of what is seen lane titles and phase headers take at most while they stay in view.
const TITLES: f32 = 0.26;
const HEADERS: f32 = 0.2;
/// What is left of a phase's header at least, in document units.
const HEADER_LEAST: f32 = 9.0;
/// Lane titles narrower than this have no icons, in screen points.
const WITH_ICON: f32 = 116.0;
/// A phase's name has room where a few letters have, in screen points.
const LETTERS: f32 = 22.0;
/// Air beside a name, in screen points.
const AIR: f32 = 5.0;
/// Where the sign before a row that can be folded is, and how far above its title's end.
const FOLD_X: f32 = 27.0;
const FOLD_UP: f32 = 8.0;

/// How far down and right headers and titles are pushed to stay in view, in document units.
/// `visible` is what is seen of the map. One that is `typed` stays in view as a whole.
pub(super) fn pinned(scene: &Scene, visible: Rect, typed: Option<&Thing>) -> Vec2 {
    let whole = matches!(typed, Some(Thing::Phase(_) | Thing::Step(_) | Thing::Lane(_)));
    let spare = |size: f32, most: f32| if whole { 0.0 } else { (size - most).max(0.0) };
    let titles = spare(scene.body_x, visible.width() * TITLES);
    let least = scene.columns.titles_height + HEADER_LEAST;
    let headers = spare(scene.header_height, (visible.height() * HEADERS).max(least));
    let down = visible.top() - scene.header_y + 4.0 - headers;
    let bottom = scene.size.y - scene.header_y - scene.header_height;
    vec2((visible.left() - titles).max(0.0), down.clamp(0.0, bottom.max(0.0)))
}

/// How far the words of a header, title and duration, can be moved to the right.
fn room_to_move(phase: &PhaseColumn) -> f32 {
    let mut end = phase.title_rect.right();
    let mut room = f32::INFINITY;
    for item in &phase.header.items {
        if let Item::Text { at, text, .. } = item {
            room = room.min(end - at.x - text.size.x);
            // Something may stand at the end of the line below the title.
            end = phase.title_rect.right() - phase.taken;
        }
    }
    if room.is_finite() { room.max(0.0) } else { 0.0 }
}

/// Phase headers and step titles, pushed down so that they stay in view.
pub(super) fn headers(
    brush: &mut Brush<'_, '_>,
    names: &mut FarNames,
    scene: &Scene,
    visible: Rect,
    push: f32,
    except: &Except<'_>,
) {
    if push > 0.0 {
        let bottom =
            brush.screen(pos2(0.0, scene.header_y + push + scene.header_height + TINT_GAP)).y;
        brush.fill(
            Rect::from_min_max(brush.clip.min, pos2(brush.clip.right(), bottom)),
            Role::Paper,
        );
    }
    let y = scene.header_y + push;
    for phase in &scene.columns.phases {
        if phase.x > visible.right() || phase.x + phase.width < visible.left() {
            continue;
        }
        // The title of a long phase stays in view while its start does not.
        let room = room_to_move(phase);
        let behind = visible.left() + scene.body_x - phase.x;
        brush.text_shift.x = if visible.left() > 0.0 { behind.clamp(0.0, room) } else { 0.0 };
        let thing = Thing::Phase(phase.id.clone());
        let typed = except.typed == Some(&thing);
        match (!typed).then(|| header_name(brush, names, scene, phase, y, visible)).flatten() {
            Some(header) => header.paint(brush, phase, y),
            None => except.titled(brush, &thing, &phase.header, pos2(phase.x, y), phase.title_rect),
        }
        brush.text_shift = Vec2::ZERO;
    }
    let steps = scene.visible_steps(visible.left(), visible.right());
    let is_seen = scene.columns.titles_height * brush.zoom >= VISIBLE;
    for step in scene.columns.steps[steps].iter().filter(|_| is_seen) {
        if let Some(title) = &step.title
            && !matches!(except.typed, Some(Thing::Step(typed)) if *typed == step.id)
        {
            brush.drawing(title, pos2(step.x, y + scene.columns.header_height));
        }
    }
}

/// A phase's name, drawn larger or smaller than the map has it.
struct HeaderName {
    name: Name,
    /// What is seen of the header, in document units.
    rect: Rect,
    /// Where its name begins.
    left: f32,
    /// Its upper part is out of view.
    cramped: bool,
}

fn header_name(
    brush: &Brush<'_, '_>,
    names: &mut FarNames,
    scene: &Scene,
    phase: &PhaseColumn,
    y: f32,
    visible: Rect,
) -> Option<HeaderName> {
    let height = scene.columns.header_height;
    let cramped = y < visible.top() - 0.5;
    let top = if cramped { visible.top() + 3.0 / brush.zoom } else { y };
    let top = top.min(y + height - 1.0);
    let rect = Rect::from_min_max(pos2(phase.x, top), pos2(phase.x + phase.width, y + height));
    let air = AIR / brush.text_zoom;
    // Not below the lane titles, which stay in view.
    let first = scene.body_x + pinned(scene, visible, None).x;
    let (left, right) = (rect.left().max(first), rect.right().min(visible.right()));
    // The point of the arrow is no place for words.
    let width = in_steps((right - left - 3.0 * air).max(1.0), brush.text_zoom);
    // Where there is no room for a few letters there is only the colour.
    let is_narrow = (rect.right() - left - air) * brush.zoom < LETTERS;
    let room = |_: f32| NameRoom { width, height: rect.height(), cramped, is_narrow };
    let name = names.of(brush, &phase.header, phase.title_rect, room)?;
    Some(HeaderName { name, rect, left: left + air, cramped })
}

impl HeaderName {
    fn paint(&self, brush: &mut Brush<'_, '_>, phase: &PhaseColumn, y: f32) {
        let height = self.name.height;
        let mut rect = self.rect;
        if self.cramped {
            let color = Role::Phase(phase.color);
            brush.boxed(rect, 8.0 / brush.zoom, Some(color.into()), None);
        } else {
            // From far away the name is higher than its header: the header is as high as the name.
            rect.max.y = rect.max.y.max(rect.min.y + height + 2.0 / brush.zoom);
            if rect.max.y > self.rect.max.y {
                brush.boxed(rect, 0.0, Some(Role::Phase(phase.color).into()), None);
            } else {
                // The arrow alone: what else stands in it is too small to read.
                if let Some(item) = phase.header.items.first() {
                    brush.item_at(item, pos2(phase.x, y));
                }
            }
        }
        let at = pos2(self.left, rect.center().y - height / 2.0);
        let shift = std::mem::take(&mut brush.text_shift);
        self.name.paint(brush, at);
        brush.text_shift = shift;
    }
}

/// A width (document units) in steps of a few screen points: while the map is scrolled a name is not
/// broken anew in each frame.
fn in_steps(width: f32, zoom: f32) -> f32 {
    const STEP: f32 = 8.0;
    (width * zoom / STEP).floor() * STEP / zoom
}

/// Lane titles and the figures of the curve, pushed right so that they stay in view.
pub(super) fn titles(
    brush: &mut Brush<'_, '_>,
    names: &mut FarNames,
    scene: &Scene,
    lanes: std::ops::Range<usize>,
    push: Vec2,
    except: &Except<'_>,
) {
    if push.x > 0.0 {
        let right = brush.screen(pos2(scene.body_x + push.x - 4.0, 0.0)).x;
        brush.fill(
            Rect::from_min_max(brush.clip.min, pos2(right, brush.clip.bottom())),
            Role::Paper,
        );
    }
    // How much of the titles is out of view at their left.
    let taken = (brush.visible().left() - push.x).clamp(0.0, scene.body_x);
    for strip in seen(&scene.strips, brush.visible()) {
        strip_title(brush, names, scene, strip, push.x, taken);
    }
    for lane in &scene.lanes[lanes] {
        let down = pen_list::pushed(scene, lane, push);
        let thing = Thing::Lane(lane.id.clone());
        let at = pos2(push.x, lane.y + down);
        let typed = except.typed == Some(&thing);
        let painted = !typed && lane_name(brush, names, scene, lane, at, taken);
        if !painted {
            except.titled(brush, &thing, &lane.title, at, lane.title_rect);
        }
        if let Body::Curve(curve) = &lane.body {
            for (at, figure) in scene.figures(lane, curve) {
                brush.drawing(figure, at + vec2(push.x, 0.0));
            }
        }
    }
}

/// Paints the name of a lane whose title begins at `at`, if it is drawn larger or smaller than the
/// map has it. `taken` is out of view at its left.
fn lane_name(
    brush: &mut Brush<'_, '_>,
    names: &mut FarNames,
    scene: &Scene,
    lane: &LaneBox,
    at: Pos2,
    taken: f32,
) -> bool {
    let (zoom, title) = (brush.zoom, lane.title_rect);
    let cramped = taken > 0.5;
    let narrow = cramped || scene.body_x * zoom < WITH_ICON;
    let air = AIR / brush.text_zoom;
    let (left, width) = match narrow {
        true => (taken + air, in_steps(scene.body_x - taken - 2.0 * air, brush.text_zoom)),
        false => (title.left(), title.width()),
    };
    // Below the first row stand the figures of a curve.
    let figures = narrow && matches!(lane.body, Body::Curve(_));
    let mut top = title.top();
    let room = |size: f32| {
        top = top.min((lane.height - size * 1.25) / 2.0).max(1.0);
        let height = if figures { size } else { name_bottom(scene, lane) - top };
        NameRoom { width, height, cramped, is_narrow: false }
    };
    let Some(name) = names.of(brush, &lane.title, title, room) else { return false };
    if !narrow {
        brush.drawing_but(&lane.title, at, title.min);
    }
    name.paint(brush, at + vec2(left, top));
    true
}

/// How far down the name of a lane may reach, from its top: names of channels stand below it.
fn name_bottom(scene: &Scene, lane: &LaneBox) -> f32 {
    let mut own = scene.strips.iter().filter(|strip| strip.is_inside());
    let is_own = |strip: &&Strip| strip.lane.as_ref() == Some(&lane.id);
    let top = |strip: &Strip| Some(strip.y - lane.y + first_text(&strip.title)?.top());
    own.find(is_own).and_then(top).unwrap_or(lane.height - 1.0)
}

/// Paints the title of what is computed; only its name where the rest is out of view.
fn strip_title(
    brush: &mut Brush<'_, '_>,
    names: &mut FarNames,
    scene: &Scene,
    strip: &Strip,
    left: f32,
    taken: f32,
) {
    let at = pos2(left, strip.y);
    let name = (taken > 0.5).then(|| first_text(&strip.title)).flatten().and_then(|title| {
        let air = AIR / brush.zoom;
        let room = NameRoom {
            width: scene.body_x - taken - 2.0 * air,
            height: strip.height - title.top(),
            cramped: true,
            is_narrow: false,
        };
        Some((names.of(brush, &strip.title, title, |_| room)?, vec2(taken + air, title.top())))
    });
    match name {
        Some((name, by)) => name.paint(brush, at + by),
        None => {
            brush.drawing(&strip.title, at);
            if strip.kind == Part::Funnel {
                fold_sign(brush, at + vec2(FOLD_X, strip.title.size.y - FOLD_UP), scene.folded);
            }
        }
    }
}

/// The sign before a row that can be folded: to the right where it is, down where it is not.
fn fold_sign(brush: &mut Brush<'_, '_>, middle: Pos2, folded: bool) {
    let (along, across) = match folded {
        true => (vec2(3.0, 0.0), vec2(0.0, 4.5)),
        false => (vec2(0.0, 3.0), vec2(4.5, 0.0)),
    };
    let points = [middle - along - across, middle + along, middle - along + across];
    let points = points.into_iter().map(|at| brush.screen(at)).collect();
    brush.line(points, &Stroke { width: 1.6, paint: Role::Muted.into(), dash: None });
}

/// Where the first text of a drawing that is no emoji stands.
fn first_text(drawing: &Drawing) -> Option<Rect> {
    drawing.items.iter().find_map(|item| match item {
        Item::Text { at, text, .. } if text.source.chars().any(char::is_alphabetic) => {
            Some(Rect::from_min_size(*at, text.size))
        }
        Item::Rect { .. }
        | Item::Path { .. }
        | Item::Band { .. }
        | Item::Text { .. }
        | Item::Image { .. }
        | Item::Drawn { .. }
        | Item::Group(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{id, parse};
    use crate::scene::Layout;
    use crate::words::{Lang, Words};
    use std::sync::Arc;

    #[test]
    fn a_name_ends_above_the_names_of_channels() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/examples/shoes.kundresa");
        let project = Arc::new(crate::file::load(path.as_ref()).unwrap().project);
        let journey = project.journeys[0].id.clone();
        let scene = Layout::new().scene(&project, &journey, &Words::new(Lang::En), 1.0).unwrap();
        let path = scene.strips.iter().find(|strip| strip.kind == Part::ChannelPath).unwrap();
        let lane = scene.lanes.iter().find(|lane| path.lane.as_ref() == Some(&lane.id)).unwrap();
        let bottom = name_bottom(&scene, lane);
        // Its own name has room there, and nothing else of the lane's left side.
        assert!(bottom >= lane.title_rect.bottom() - 1.0, "{bottom} {}", lane.title_rect);
        let texts = path.title.items.iter().filter_map(|item| match item {
            Item::Text { at, .. } => Some(at.y + path.y - lane.y),
            _ => None,
        });
        let highest = texts.fold(f32::MAX, f32::min);
        assert!(bottom < highest + 3.0 && bottom < lane.height / 2.0, "{bottom} {highest}");
        let other = scene.lanes.iter().find(|other| path.lane.as_ref() != Some(&other.id)).unwrap();
        assert_eq!(name_bottom(&scene, other), other.height - 1.0);
    }

    #[test]
    fn titles_that_stay_in_view_leave_the_map_its_room_at_every_zoom() {
        let (project, _) = parse("A: a\nL: x\nM: y\nN: z\nO: w\nP: v");
        let words = Words::new(Lang::En);
        let scene = Layout::new().scene(&Arc::new(project), &id("map"), &words, 1.0).unwrap();
        let canvas = vec2(1060.0, 700.0);
        for zoom in [0.3, 0.7, 1.0, 2.0, 4.0] {
            let visible = Rect::from_min_size(pos2(300.0, 300.0), canvas / zoom);
            let pushed = pinned(&scene, visible, None);
            let right = (scene.body_x + pushed.x - visible.left()) * zoom;
            let bottom = (scene.header_y + scene.header_height + pushed.y - visible.top()) * zoom;
            assert!(right > 30.0 && right <= canvas.x * 0.3, "{zoom}: {right}");
            assert!(bottom > 10.0 && bottom <= canvas.y * 0.3, "{zoom}: {bottom}");
            // What is typed there is seen as a whole.
            let typed = Thing::Lane(id("L"));
            let whole = pinned(&scene, visible, Some(&typed));
            assert_eq!(whole.x, visible.left());
            assert!(scene.header_y + whole.y >= visible.top());
        }
    }
}
