//! What the pen in the hand shows: whose it is in the head, the point to come, and the pointer.

use super::super::{Context, Document};
use super::brush::Brush;
use super::feelings::{curve_of, rounded};
use super::pen_tool::{Click, click_at};
use super::screen_texts::ScreenTexts;
use crate::model::{Id, Thing, face_of};
use crate::scene::{
    Align, Drawing, Face, Hit, LaneBox, PERSONA_RING, Placed, PointBox, Role, Scene, Stroke,
    TextStyle,
};
use crate::ui::state::pen::{choose_first, said_name};
use crate::words::genitive;
use egui::{Pos2, Rect, Shape, Vec2, pos2, vec2};

/// The radius of a face on the main curve and on the one being drawn, in document units.
const RADIUS: f32 = 19.0;
/// How solid the point to come is.
const PALE: f32 = 0.75;
/// Into so many straight pieces the line to the point to come is cut.
const PIECES: usize = 24;

/// Is `thing` the persona whose pen is in the hand?
pub(super) fn is_of(pen: Option<&Id>, thing: &Thing) -> bool {
    matches!(thing, Thing::Persona(id) if pen == Some(id))
}

/// Whose a point on the map is.
pub(super) fn owner<'a>(scene: &'a Scene, lane: &LaneBox, point: &'a PointBox) -> Option<&'a Id> {
    let lane = scene.journey.lanes.get(lane.index);
    point.point.persona.as_ref().or_else(|| lane?.persona.as_ref())
}

/// A tint behind the persona in the head.
pub(super) fn behind_persona(brush: &mut Brush<'_, '_>, scene: &Scene, placed: &Placed) {
    let rect = Rect::from_min_size(placed.at, placed.drawing.size).expand2(vec2(12.0, 6.0));
    let fill = Some(scene.persona_role(placed.thing.id()).at(30));
    brush.boxed(rect, rect.height().min(52.0) / 2.0, fill, None);
}

/// A stronger ring around their face, and a small pen at it.
pub(super) fn over_persona(brush: &mut Brush<'_, '_>, scene: &Scene, placed: &Placed) {
    let role = scene.persona_role(placed.thing.id());
    let middle = placed.at + vec2(PERSONA_RING + 1.0, placed.drawing.size.y / 2.0);
    let around = |at: Pos2, radius: f32| Rect::from_center_size(at, Vec2::splat(radius * 2.0));
    let edge = |width: f32, role: Role| Stroke { width, paint: role.into(), dash: None };
    brush.boxed(around(middle, PERSONA_RING), PERSONA_RING, None, Some(edge(3.0, role)));
    let (at, radius) = (middle + vec2(14.0, 14.0), 8.5);
    brush.boxed(around(at, radius), radius, Some(role.into()), Some(edge(1.5, Role::Paper)));
    let mut line = |from: Vec2, to: Vec2, width: f32| {
        let ends = vec![brush.screen(at + from), brush.screen(at + to)];
        brush.line(ends, &edge(width, Role::OnAccent));
    };
    line(vec2(-2.2, 2.2), vec2(3.2, -3.2), 3.0);
    line(vec2(-4.2, 4.2), vec2(-2.2, 2.2), 1.3);
}

/// A face of the curve being drawn: as large as those of the main one.
pub(super) fn face(brush: &mut Brush<'_, '_>, scene: &Scene, point: &PointBox, at: Pos2) {
    let times = RADIUS * scene.scale / point.radius.max(1.0);
    enlarged(brush, &point.drawing, at, times.max(1.0));
}

/// A drawing around `at`, so many times as large.
fn enlarged(brush: &mut Brush<'_, '_>, drawing: &Drawing, at: Pos2, times: f32) {
    let kept = (brush.origin, brush.zoom, brush.text_zoom);
    let middle = brush.screen(at);
    brush.zoom *= times;
    brush.text_zoom *= times;
    brush.origin = middle - at.to_vec2() * brush.zoom;
    brush.drawing(drawing, at);
    (brush.origin, brush.zoom, brush.text_zoom) = kept;
}

/// The colour of the pen that the pointer is, where a click would set somebody's feeling.
pub(super) fn pointer(
    doc: &Document,
    scene: &Scene,
    hit: &Hit,
    at: Pos2,
    zoom: f32,
) -> Option<Role> {
    let Hit::Curve { lane, .. } = hit else { return None };
    let (_, _, model) = curve_of(scene, lane)?;
    match click_at(doc, false, scene, model, at, zoom) {
        Click::Set(whose) => whose.map(|id| scene.persona_role(&id)),
        Click::Choose(_) | Click::LetGo | Click::ChooseFirst => None,
    }
}

/// The pointer as a pen in this colour; `at` is in screen points.
pub(super) fn arrow(brush: &mut Brush<'_, '_>, at: Pos2, role: Role) {
    let corners =
        [(0.0, 0.0), (0.0, 17.0), (4.0, 13.2), (6.8, 19.6), (9.4, 18.4), (6.6, 12.2), (12.0, 12.0)];
    let shape: Vec<Pos2> = corners.iter().map(|(x, y)| at + vec2(*x, *y)).collect();
    let (fill, edge) = (brush.color(role), brush.color(Role::Paper));
    // The arrow is not convex: its head and its tail are.
    let head = vec![shape[0], shape[1], shape[2], shape[5], shape[6]];
    let tail = vec![shape[2], shape[3], shape[4], shape[5]];
    for part in [head, tail] {
        brush.shapes.push(Shape::convex_polygon(part, fill, egui::Stroke::NONE));
    }
    brush.shapes.push(Shape::closed_line(shape, egui::Stroke::new(1.2, edge)));
}

/// What a click in a lane of curves would do: a pale face with whose it is and what they feel, joined
/// to the point before it; or whose pen would be taken up. Where somebody has to be chosen first
/// nothing comes, and a click there (`asked`) is answered.
#[expect(clippy::too_many_arguments, reason = "one frame's worth of what is known")]
pub(super) fn coming(
    brush: &mut Brush<'_, '_>,
    cx: &Context<'_>,
    texts: &mut ScreenTexts,
    doc: &Document,
    scene: &Scene,
    hit: &Hit,
    at: Pos2,
    asked: bool,
) {
    let Hit::Curve { lane, value, .. } = hit else { return };
    let Some((shown, curve, model)) = curve_of(scene, lane) else { return };
    let who = match click_at(doc, false, scene, model, at, brush.zoom) {
        Click::LetGo => return,
        Click::ChooseFirst => {
            if asked {
                pill(brush, texts, &choose_first(scene, cx.words), at, 14.0, Role::Ink);
            }
            return;
        }
        Click::Choose(persona) => {
            let Some((_, known)) = scene.project.persona(&persona) else { return };
            let whose = genitive(&said_name(known, cx.words), cx.words.lang);
            let role = scene.persona_role(&persona);
            return pill(brush, texts, &cx.words.pen_draw(whose), at, 14.0, role);
        }
        Click::Set(whose) => whose,
    };
    let role = who.as_ref().map_or(Role::Accent, |id| scene.persona_role(id));
    let value = rounded(*value);
    let at = pos2(at.x, shown.y + curve.feeling_y(value));
    let radius = RADIUS * scene.scale;

    let own = curve.points.iter().filter(|point| owner(scene, shown, point) == who.as_ref());
    let before = own.clone().filter(|point| point.at.x < at.x);
    let last = before.max_by(|a, b| a.at.x.total_cmp(&b.at.x));
    let next = || own.filter(|point| point.at.x > at.x).min_by(|a, b| a.at.x.total_cmp(&b.at.x));
    if let Some(last) = last.or_else(next) {
        let from = last.at + vec2(0.0, shown.y);
        let joined = (0..=PIECES).map(|piece| {
            let part = piece as f32 / PIECES as f32;
            // Level at both ends, as curves are at their turns.
            let rise = part * part * (3.0 - 2.0 * part);
            brush.screen(pos2(from.x + (at.x - from.x) * part, from.y + (at.y - from.y) * rise))
        });
        let joined: Vec<Pos2> = joined.collect();
        brush.line(joined, &Stroke { width: 2.5, paint: role.into(), dash: Some((7.0, 5.0)) });
    }
    let halo = Rect::from_center_size(at, Vec2::splat(radius * 2.0));
    let edge = Stroke { width: 2.0, paint: role.into(), dash: None };
    brush.opacity = PALE;
    brush.boxed(halo, radius, Some(Role::Paper.into()), Some(edge));
    let size = 31.0 * scene.scale;
    let style = TextStyle { face: Face::Emoji, size, line_height: size, align: Align::Start };
    let face = texts.text(face_of(value), &style);
    brush.text(&face, at - face.size / 2.0, Role::Ink.into());
    brush.opacity = 1.0;
    let name = who.and_then(|id| Some(said_name(scene.project.persona(&id)?.1, cx.words)));
    let felt = cx.words.felt(value);
    let said = name.map_or(felt.clone(), |name| format!("{name} {felt}"));
    pill(brush, texts, &said, at, radius, role);
}

/// What a feeling that is being set is by now.
pub(super) fn setting(
    brush: &mut Brush<'_, '_>,
    cx: &Context<'_>,
    texts: &mut ScreenTexts,
    doc: &Document,
    scene: &Scene,
    (lane, point): (&Id, &Id),
) {
    let found = curve_of(scene, lane).and_then(|(shown, curve, _)| {
        let point = curve.points.iter().find(|shown| shown.point.id == *point)?;
        Some((shown, point))
    });
    let Some((shown, point)) = found else { return };
    let who = doc.pen.persona().and_then(|id| scene.project.persona(id));
    let role = who.map_or(Role::Accent, |(_, persona)| scene.persona_role(&persona.id));
    let felt = cx.words.felt(point.point.value);
    let said = match who {
        Some((_, persona)) => format!("{} {felt}", said_name(persona, cx.words)),
        None => felt,
    };
    let at = point.at + vec2(0.0, shown.y);
    pill(brush, texts, &said, at, RADIUS * scene.scale, role);
}

/// A few words beside `at`, as large at every zoom.
fn pill(
    brush: &mut Brush<'_, '_>,
    texts: &mut ScreenTexts,
    said: &str,
    at: Pos2,
    radius: f32,
    role: Role,
) {
    let zoom = brush.zoom.max(0.05);
    let size = 12.5 / zoom;
    let style =
        TextStyle { face: Face::SemiBold, size, line_height: size * 1.3, align: Align::Start };
    let text = texts.text(said, &style);
    let pad = vec2(9.0, 3.0) / zoom;
    let full = text.size + pad * 2.0;
    let away = radius + 8.0 / zoom;
    let right = brush.screen(at + vec2(away + full.x, 0.0)).x <= brush.clip.right();
    let left = if right { at.x + away } else { at.x - away - full.x };
    let rect = Rect::from_min_size(pos2(left, at.y - full.y / 2.0), full);
    brush.boxed(rect, full.y / 2.0, Some(role.into()), None);
    brush.text(&text, rect.min + pad, Role::OnAccent.into());
}
