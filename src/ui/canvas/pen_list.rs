//! The small list of pens below the title of a lane of curves: whose curve is drawn is chosen there.

use super::super::{Context, Document, Message, Selection};
use super::brush::Brush;
use super::detail;
use super::pinned_lanes::PinnedLane;
use super::screen_texts::ScreenTexts;
use crate::model::{Id, Part, Persona, Thing};
use crate::scene::{Align, Body, Face, LaneBox, Role, Scene, Strip, Stroke, TextStyle};
use crate::ui::state::pen::persons;
use crate::words::{initial, persona_name};
use egui::{CursorIcon, Pos2, Rect, Response, Vec2, pos2, vec2};

/// Where it begins from the left, in document units.
const LEFT: f32 = 32.0;
/// How far its rows reach, which is short of the figures of the curve's axis.
const RIGHT: f32 = 160.0;
/// How high its title is at text scale 1.
const TITLE: f32 = 16.0;
/// It begins this far above the lower edge of the lane's title, whose margin is wide.
const ABOVE: f32 = 9.0;
/// Beside it stand the figures of the axis, which reach so far from the columns.
const FIGURES: f32 = 26.0;
/// How high a row is, at most and at least.
const ROW: (f32, f32) = (27.0, 15.0);
/// In so many steps the list grows from nothing to what it is.
const SHARES: f32 = 24.0;
/// Text smaller than this on the screen is not read, in screen points.
const READ: f32 = 6.5;

/// How much of the lane titles is out of view at their left, where `visible` is what is seen of the
/// map and `pinned` how far titles are pushed.
pub(super) fn taken(visible: Rect, pinned: Vec2) -> f32 {
    (visible.left() - pinned.x).max(0.0)
}

/// How large the list is drawn where so much of the titles is out of view: what is left holds it. In
/// steps, so that its words are not laid out anew in each frame of a zoom.
fn share(scene: &Scene, taken: f32) -> f32 {
    let room = scene.body_x - taken - FIGURES;
    let share = (room / right(scene) * SHARES).floor() / SHARES;
    if taken > 0.5 { share.clamp(1.0 / SHARES, 1.0) } else { 1.0 }
}

fn right(scene: &Scene) -> f32 {
    RIGHT + (scene.body_x - 198.0)
}

/// The rows below a lane's title, by their personas: boxes from the lane's top left corner. Where the
/// lane is low for all of them, the last ones are in the head alone. Where some of the titles is
/// `taken` they are smaller.
fn rows<'a>(scene: &'a Scene, lane: &LaneBox, taken: f32) -> Vec<(&'a Persona, Role, Rect)> {
    let own = scene.journey.lanes.get(lane.index).is_some_and(|lane| lane.persona.is_some());
    if !matches!(lane.body, Body::Curve(_)) || own {
        return Vec::new();
    }
    let persons = persons(scene);
    if persons.len() < 2 {
        return Vec::new();
    }
    let share = share(scene, taken);
    let scale = scene.scale * share;
    let top = lane.title.size.y - ABOVE + TITLE * scale;
    let room = lane.height - top - 4.0;
    let (most, least) = (ROW.0 * scale, ROW.1 * scale);
    let height = (room / persons.len() as f32).clamp(least, most);
    let (left, right) = (taken + (LEFT - 4.0) * share, taken + right(scene) * share);
    let fits = (room / height + 0.01).max(0.0) as usize;
    let rows = persons.into_iter().enumerate().take(fits);
    rows.map(|(place, (persona, role))| {
        let y = top + height * place as f32;
        (persona, role, Rect::from_min_max(pos2(left, y), pos2(right, y + height)))
    })
    .collect()
}

/// How high it is, in document units.
pub(super) fn height(scene: &Scene, lane: &LaneBox) -> f32 {
    rows(scene, lane, 0.0).last().map_or(0.0, |(_, _, rect)| rect.bottom() - lane.title.size.y)
}

/// How far down the title of a lane and what stands below it are pushed to stay in view; `push` is
/// how far headers are.
pub(super) fn pushed(scene: &Scene, lane: &LaneBox, push: Vec2) -> f32 {
    // The title of a high lane stays in view while its top does not.
    let top = scene.header_y + scene.header_height + push.y;
    if push.y <= 0.0 || top <= lane.y {
        return 0.0;
    }
    let headed =
        |strip: &Strip| strip.kind == Part::ChannelPath && strip.lane.as_ref() == Some(&lane.id);
    // Below some titles their rows have names of their own.
    let stays = scene.strips.iter().any(headed);
    let taken = lane.title.size.y + height(scene, lane);
    let room = if stays { 0.0 } else { (lane.height - taken).max(0.0) };
    (top - lane.y).min(room)
}

/// The rows that are seen with their boxes, where they are seen (document units).
pub(super) fn seen<'a>(
    scene: &'a Scene,
    pinned: Vec2,
    taken: f32,
    strips: &[PinnedLane],
) -> Vec<(&'a Persona, Role, Rect)> {
    let mut seen = Vec::new();
    for (index, lane) in scene.lanes.iter().enumerate() {
        let rows = rows(scene, lane, taken);
        if rows.is_empty() {
            continue;
        }
        let corner = match strips.iter().find(|strip| strip.lane == index) {
            Some(strip) => vec2(pinned.x, strip.top),
            None => vec2(pinned.x, lane.y + pushed(scene, lane, pinned)),
        };
        seen.extend(
            rows.into_iter().map(|(persona, role, rect)| (persona, role, rect.translate(corner))),
        );
    }
    seen
}

/// Whose row is at `at` (by what is seen).
pub(super) fn under(
    scene: &Scene,
    at: Pos2,
    pinned: Vec2,
    taken: f32,
    strips: &[PinnedLane],
) -> Option<Id> {
    let is_beside = at.x > pinned.x + taken + right(scene);
    if is_beside || at.y < scene.header_y + scene.header_height + pinned.y {
        return None;
    }
    let rows = seen(scene, pinned, taken, strips);
    rows.into_iter().find(|(_, _, rect)| rect.contains(at)).map(|(one, ..)| one.id.clone())
}

/// A click on a row takes up that persona's pen; on the one in the hand it puts it down.
pub(super) fn click(doc: &mut Document, response: &Response, persona: &Id, out: &mut Vec<Message>) {
    response.ctx.set_cursor_icon(CursorIcon::PointingHand);
    if response.clicked_by(egui::PointerButton::Primary) {
        response.request_focus();
        let selection = match doc.pen.persona() == Some(persona) {
            true => Selection::default(),
            false => Selection::of(Thing::Persona(persona.clone())),
        };
        out.push(Message::Select(selection));
    }
}

/// Paints the list of one lane whose title stands `down` below its top.
#[expect(clippy::too_many_arguments, reason = "one frame's worth of what is known")]
pub(super) fn paint(
    brush: &mut Brush<'_, '_>,
    cx: &Context<'_>,
    texts: &mut ScreenTexts,
    scene: &Scene,
    lane: &LaneBox,
    push: Vec2,
    taken: f32,
    pen: Option<&Id>,
    hot: Option<&Id>,
) {
    let share = share(scene, taken);
    let far = detail::Detail::at(brush.text_zoom) == detail::Detail::Fill;
    if far || 12.0 * share * brush.zoom < READ {
        return;
    }
    let rows = rows(scene, lane, taken);
    let scale = scene.scale * share;
    let Some((_, _, first)) = rows.first() else { return };
    let corner = vec2(push.x, lane.y + pushed(scene, lane, push));
    let set = |face: Face, size: f32| TextStyle {
        face,
        size: size * scale,
        line_height: size * 1.25 * scale,
        align: Align::Start,
    };
    let title = texts.text(&cx.words.pen_list(), &set(Face::Regular, 11.0));
    let at = pos2(taken + LEFT * share, first.top() - TITLE * scale) + corner;
    brush.text(&title, at, Role::Muted.into());
    for (place, (persona, role, rect)) in rows.into_iter().enumerate() {
        let rect = rect.translate(corner);
        let held = pen == Some(&persona.id);
        let radius = rect.height() / 2.0;
        if held || hot == Some(&persona.id) {
            let fill = role.at(if held { 36 } else { 16 });
            brush.boxed(rect.shrink2(vec2(0.0, share)), radius, Some(fill), None);
        }
        let ring = (radius - 3.5 * share).min(9.5 * scale);
        let middle = pos2(rect.left() + 5.0 * share + ring, rect.center().y);
        let circle = Rect::from_center_size(middle, Vec2::splat(ring * 2.0));
        let edge = Stroke {
            width: if held { 2.5 * share } else { 1.5 * share },
            paint: role.into(),
            dash: None,
        };
        brush.boxed(circle, ring, Some(role.at(36)), Some(edge));
        let portrait = persona.image.as_ref().and_then(|id| scene.pictures.portrait(id));
        match (portrait, persona.face().is_empty()) {
            (Some(picture), _) => brush.picture(circle.shrink(1.0), picture, ring - 1.0),
            (None, empty) => {
                let shown = if empty { initial(&persona.name) } else { persona.face().to_owned() };
                let style = match empty {
                    true => set(Face::SemiBold, 9.5),
                    false => TextStyle {
                        face: Face::Emoji,
                        size: ring * 1.15,
                        line_height: ring * 1.15,
                        align: Align::Start,
                    },
                };
                let face = texts.text(&shown, &style);
                brush.text(&face, middle - face.size / 2.0, Role::Ink.into());
            }
        }
        let number = cx.words.number(place as f64 + 1.0);
        let number = texts.text(&number, &set(Face::Regular, 11.0));
        let right = rect.right() - 8.0 * share;
        if place < 9 {
            let at = pos2(right - number.size.x, middle.y - number.size.y / 2.0);
            brush.text(&number, at, Role::Muted.into());
        }
        let left = middle.x + ring + 6.0 * share;
        let face = if held { Face::SemiBold } else { Face::Medium };
        let room = right - number.size.x - 4.0 * share - left;
        let name = fitted(texts, &persona_name(persona, cx.words), &set(face, 12.0), room);
        brush.text(&name, pos2(left, middle.y - name.size.y / 2.0), Role::Ink.into());
    }
}

/// As much of a name as has room in one line; the whole of it is in the head.
fn fitted(
    texts: &mut ScreenTexts,
    name: &str,
    style: &TextStyle,
    room: f32,
) -> std::sync::Arc<crate::scene::Text> {
    let line = name.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let mut shown: String = line.chars().take(40).collect();
    let mut text = texts.text(&shown, style);
    while text.size.x > room && shown.chars().count() > 1 {
        let least = shown.chars().count() - 1;
        let guess = (least as f32 * room / text.size.x) as usize;
        shown = line.chars().take(guess.clamp(1, least)).collect();
        text = texts.text(&format!("{}…", shown.trim_end()), style);
    }
    text
}
