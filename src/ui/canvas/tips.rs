//! Words about the small sign under the pointer, after a moment: dark on a light map and light on a
//! dark one, beside what they explain and never on it.

use super::super::Context;
use super::tool::Tool;
use super::{Canvas, View, bar_place, pinned_lanes};
use crate::model::Thing;
use crate::scene::{Face, Hit, Role, Said, Scene, SignAt};
use crate::ui::font_id;
use crate::ui::kit::tooltip::{PAD, RADIUS, SIZE, WIDE};
use crate::words::Words;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Key, Modifiers, Popup, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};
use std::time::Duration;

/// How long the pointer rests on a sign before its words come, in seconds.
const RESTS: f64 = 0.4;
/// Below this zoom signs are too small to be pointed at.
const ZOOM_LEAST: f32 = 0.35;
/// From what is explained to the words, and how far the tip of the arrow reaches of that.
const AWAY: f32 = 10.0;
const TIP: f32 = 6.0;
/// How high the air is between the words of two signs, in screen points.
const BETWEEN: f32 = 4.0;

/// What is remembered between frames.
#[derive(Default)]
pub struct Tips {
    /// The sign under the pointer, where it is in the window, and since when, in seconds.
    over: Option<(SignAt, f64)>,
    /// Its words are shown.
    pub shown: bool,
    /// They were put away, until the pointer is on another.
    away: bool,
    /// All signs of this are explained, by key, as long as it is what is selected.
    asked: Option<Thing>,
}

/// Explains all signs of what is selected, or no longer; false where it has none.
pub(super) fn explain(tips: &mut Tips, scene: &Scene, selected: &[Thing], words: &Words) -> bool {
    let [thing] = selected else { return false };
    tips.asked = match tips.asked.as_ref() == Some(thing) {
        true => None,
        false => Some(thing.clone()).filter(|thing| !scene.signs_of(thing, words).is_empty()),
    };
    tips.asked.is_some() || tips.shown
}

/// Esc puts the words away, and does nothing else then.
pub(super) fn escape(ui: &Ui, canvas: &mut Canvas) {
    let tips = &mut canvas.tips;
    if tips.shown && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        (tips.away, tips.shown, tips.asked) = (true, false, None);
    }
}

/// Shows the words about the sign under the pointer, if it has rested there, or about those that are
/// asked for by key.
pub(super) fn tip_ui(
    ui: &Ui,
    cx: &Context<'_>,
    canvas: &mut Canvas,
    view: &View<'_>,
    selected: &[Thing],
) {
    let idle = matches!(canvas.tool, Tool::Idle) && canvas.typing.is_none();
    canvas.tips.asked.take_if(|thing| !idle || selected != std::slice::from_ref(thing));
    if let Some(thing) = &canvas.tips.asked
        && let Some(of) = bar_place::Where::new(view).place_of(thing)
    {
        let said = view.scene.signs_of(thing, cx.words);
        (canvas.tips.over, canvas.tips.shown) = (None, true);
        return paint(ui, cx, of, of, &said, view.rect, canvas.bar.rect);
    }
    let still = ui.input(|input| !input.pointer.any_down()) && !Popup::is_any_open(ui.ctx());
    let found = Some(()).filter(|()| idle && still).and_then(|()| under(cx, view));
    // What the bar lies on is not pointed at.
    let bar = canvas.bar.rect;
    let found = found.filter(|sign| !bar.is_some_and(|bar| bar.intersects(sign.rect)));
    let now = ui.input(|input| input.time);
    let tips = &mut canvas.tips;
    tips.shown = false;
    let Some(sign) = found else {
        (tips.over, tips.away) = (None, false);
        return;
    };
    let since = match &tips.over {
        Some((before, since)) if before.said == sign.said && before.rect.intersects(sign.rect) => {
            *since
        }
        _ => {
            tips.away = false;
            now
        }
    };
    tips.over = Some((sign.clone(), since));
    let waits = since + RESTS - now;
    if tips.away {
        return;
    }
    if waits > 0.0 {
        return ui.ctx().request_repaint_after(Duration::from_secs_f64(waits));
    }
    tips.shown = true;
    paint(ui, cx, sign.rect, sign.of, &[sign.said], view.rect, canvas.bar.rect);
}

/// The sign under the pointer, by where it is seen, in screen points.
fn under(cx: &Context<'_>, view: &View<'_>) -> Option<SignAt> {
    let seen = view.seen_at?;
    if view.camera.zoom < ZOOM_LEAST {
        return None;
    }
    // What stays in view is looked for where it is on the map.
    let down = pinned_lanes::shift_at(view.strips, seen.y);
    let by = match view.hit {
        Hit::Phase { .. } => vec2(0.0, -view.pinned.y),
        Hit::Card { .. }
        | Hit::Point { .. }
        | Hit::Step { .. }
        | Hit::Lane(_)
        | Hit::Customers
        | Hit::LaneEdge(_)
        | Hit::Head(_)
        | Hit::Cell { .. }
        | Hit::Curve { .. }
        | Hit::Parking { .. }
        | Hit::Outside => vec2(0.0, down),
    };
    let sign = view.scene.sign_at(view.hit, seen + by, cx.words)?;
    let screen = |rect: Rect| {
        let rect = rect.translate(-by);
        Rect::from_min_max(view.screen(rect.min), view.screen(rect.max))
    };
    Some(SignAt { rect: screen(sign.rect), of: screen(sign.of), said: sign.said })
}

/// Where words `size` large stand: below what they explain or above it, within `room`, not over
/// what is `taken`.
fn place(sign: Rect, of: Rect, size: Vec2, room: Rect, taken: Option<Rect>) -> Rect {
    let x =
        (sign.center().x - size.x / 2.0).min(room.right() - size.x - 4.0).max(room.left() + 4.0);
    let below = Rect::from_min_size(pos2(x, of.bottom() + AWAY), size);
    let above = Rect::from_min_size(pos2(x, of.top() - AWAY - size.y), size);
    let free = |rect: &Rect| {
        rect.bottom() <= room.bottom()
            && rect.top() >= room.top()
            && !taken.is_some_and(|taken| taken.expand(4.0).intersects(*rect))
    };
    if free(&below) || !free(&above) { below } else { above }
}

fn paint(
    ui: &Ui,
    cx: &Context<'_>,
    sign: Rect,
    of: Rect,
    said: &[Said],
    room: Rect,
    taken: Option<Rect>,
) {
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("sign words"));
    let painter = ui.ctx().layer_painter(layer);
    let galley = painter.layout_job(lines(cx, said));
    let rect = place(sign, of, galley.size() + 2.0 * PAD, room, taken);
    let (fill, ink) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Paper));
    // A ring around the sign that is meant.
    let ring = Stroke::new(2.0, cx.theme.color(Role::Accent));
    let around = sign.expand(3.0);
    if sign != of {
        let radius = (around.height() / 2.0).min(12.0);
        painter.rect_stroke(around, radius, ring, egui::StrokeKind::Outside);
    }
    let x = sign.center().x.clamp(rect.left() + 14.0, rect.right() - 14.0);
    let (base, tip) = match rect.top() > of.center().y {
        true => (rect.top() + 1.0, rect.top() - TIP),
        false => (rect.bottom() - 1.0, rect.bottom() + TIP),
    };
    let arrow = vec![pos2(x - 7.0, base), pos2(x, tip), pos2(x + 7.0, base)];
    painter.add(Shape::convex_polygon(arrow, fill, Stroke::NONE));
    painter.rect_filled(rect, RADIUS, fill);
    painter.galley(rect.min + PAD, galley, ink);
}

/// The words as they are set: what a sign says, and below it what more there is to say.
fn lines(cx: &Context<'_>, said: &[Said]) -> LayoutJob {
    let mut job = LayoutJob { wrap: TextWrapping::wrap_at_width(WIDE), ..LayoutJob::default() };
    let (ink, faint) = (cx.theme.color(Role::Paper), cx.theme.color(Role::Paper.at(215)));
    let format = |font_id, color| TextFormat { font_id, color, ..TextFormat::default() };
    let states = format(font_id(Face::SemiBold, SIZE), ink);
    let mores = format(font_id(Face::Regular, SIZE - 0.5), faint);
    let between = format(font_id(Face::Regular, BETWEEN), faint);
    for said in said {
        if !job.text.is_empty() {
            job.append("\n\n", 0.0, between.clone());
        }
        job.append(&said.state, 0.0, states.clone());
        if !said.more.is_empty() {
            job.append("\n", 0.0, states.clone());
            job.append(&said.more, 0.0, mores.clone());
        }
    }
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_lie_on_what_they_explain() {
        let room = Rect::from_min_size(pos2(0.0, 0.0), vec2(1000.0, 600.0));
        let bar = |x: f32, y: f32| Some(Rect::from_min_size(pos2(x, y), vec2(250.0, 40.0)));
        let size = vec2(220.0, 50.0);
        // Where the card is, what is taken, and whether the words stand below it.
        let rows = [
            (pos2(400.0, 100.0), None, true),
            (pos2(400.0, 530.0), None, false),
            (pos2(400.0, 100.0), bar(380.0, 172.0), false),
            (pos2(400.0, 100.0), bar(0.0, 400.0), true),
            (pos2(0.0, 100.0), None, true),
            (pos2(900.0, 100.0), None, true),
        ];
        for (corner, taken, below) in rows {
            let of = Rect::from_min_size(corner, vec2(180.0, 60.0));
            let rect = Rect::from_center_size(of.right_bottom() - vec2(12.0, 12.0), vec2(9.0, 9.0));
            let found = place(rect, of, size, room, taken);
            assert!(!found.intersects(of) && room.contains_rect(found), "{found} at {of}");
            assert!(!taken.is_some_and(|taken| taken.intersects(found)), "{found}");
            assert_eq!(found.top() > of.bottom(), below, "{found} at {of}");
        }
    }
}
