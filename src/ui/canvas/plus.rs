//! Small plus signs that show where the pointer is: between phases, steps and lanes, at their
//! ends, and beside the personas. A click adds one there.

use super::super::{Context, Document, Message, Selection};
use super::brush::Brush;
use super::changes::goes_backwards;
use super::{Canvas, PointerReach, add};
use crate::edit::{Change, new_lane, new_phase, new_step};
use crate::model::{Id, LaneKind, Thing};
use crate::scene::{Role, Scene, Stroke, lane_icon};
use crate::ui::kit::tooltip::Tip as _;
use crate::words::Named;
use egui::{CursorIcon, Popup, PopupCloseBehavior, Pos2, Rect, Response, Vec2, pos2, vec2};

/// What a plus sign adds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Adds {
    /// A phase, with so many phases before it.
    Phase(usize),
    /// A step of a phase, with so many of its steps before it.
    Step(Id, usize),
    /// A lane, with so many lanes of the journey before it.
    Lane(usize),
    Persona,
}

/// A plus sign and where it is, in document units.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plus {
    adds: Adds,
    at: Pos2,
    /// In screen points.
    radius: f32,
}

impl Plus {
    /// Is the pointer on the sign itself? All in document units.
    pub(super) fn is_on(&self, pointer: Pos2, zoom: f32) -> bool {
        self.at.distance(pointer) <= (self.radius + 2.0) / zoom
    }
}

/// The sign nearest to the pointer, if it is near enough. `pinned` is how far headers and titles
/// are pushed to stay in view, and `corner` where what is seen of the map begins.
pub(super) fn near(
    scene: &Scene,
    pointer: Pos2,
    pinned: Vec2,
    corner: Pos2,
    zoom: f32,
    hand: PointerReach,
) -> Option<Plus> {
    let (near, radius) = (hand.near / zoom, hand.sign);
    let top = scene.header_y + pinned.y;
    let bottom = top + scene.header_height;
    let backwards = goes_backwards(scene);
    let in_row = pointer.y > top - near && pointer.y < bottom + near * 0.4;
    let mut signs: Vec<Plus> = Vec::new();
    if in_row && pointer.x > scene.body_x + pinned.x - near {
        let middle = (top + bottom) / 2.0;
        let upper = pointer.y < middle;
        for (index, phase) in scene.columns.phases.iter().enumerate() {
            if (pointer.x - phase.x).abs() > near
                && (pointer.x - phase.x - phase.width).abs() > near
                && !(pointer.x > phase.x && pointer.x < phase.x + phase.width)
            {
                continue;
            }
            if upper {
                let y = (top - 2.0 / zoom).max(corner.y.min(bottom) + 2.0 / zoom);
                if index == 0 {
                    signs.push(Plus { adds: Adds::Phase(0), at: pos2(phase.x - 6.0, y), radius });
                }
                // The end of such a map stands: it grows at its beginning, where the sign shows
                // from farther away.
                if backwards && index == 0 && pointer.x < phase.x + phase.width / 2.0 {
                    return Some(Plus { adds: Adds::Phase(0), at: pos2(phase.x - 6.0, y), radius });
                }
                if backwards && index + 1 == scene.columns.phases.len() {
                    continue;
                }
                let at = pos2(phase.x + phase.width + 4.0, y);
                signs.push(Plus { adds: Adds::Phase(index + 1), at, radius });
            } else {
                for step in phase.steps.clone() {
                    let column = &scene.columns.steps[step];
                    let last = step + 1 == phase.steps.end;
                    // At a phase's end the sign stands inside it, away from the phase's own.
                    let inset = if last { radius / zoom + 4.0 } else { 0.0 };
                    let at = pos2(column.x + column.width - inset, bottom + 2.0 / zoom);
                    let adds = Adds::Step(phase.id.clone(), step + 1 - phase.steps.start);
                    signs.push(Plus { adds, at, radius });
                }
            }
        }
    }
    if pointer.x < scene.body_x + pinned.x && pointer.y > bottom {
        let x = pinned.x.max(corner.x) + (radius + 6.0) / zoom;
        for lane in &scene.lanes {
            let at = pos2(x, lane.y + lane.height);
            signs.push(Plus { adds: Adds::Lane(lane.index + 1), at, radius });
        }
        if scene.lanes.is_empty() {
            let at = pos2(x, scene.body.top() + 20.0);
            signs.push(Plus { adds: Adds::Lane(0), at, radius });
        }
    }
    if pointer.y < scene.header_y * 0.6 {
        let personas = scene.head.iter().filter(|placed| matches!(placed.thing, Thing::Persona(_)));
        let last =
            personas.map(|placed| Rect::from_min_size(placed.at, placed.drawing.size)).next_back();
        let at = match last {
            Some(rect) => pos2(rect.right() + 18.0, rect.center().y),
            None => pos2(scene.body.right() - 20.0, 40.0),
        };
        // It shows from farther away: there is nothing else beside the personas.
        let far = last.map_or(near * 4.0, |rect| rect.width() + near);
        if (pointer - at).length() < far {
            return Some(Plus { adds: Adds::Persona, at, radius });
        }
    }
    let nearest = signs
        .into_iter()
        .min_by(|a, b| a.at.distance(pointer).total_cmp(&b.at.distance(pointer)))?;
    (nearest.at.distance(pointer) < near).then_some(nearest)
}

/// Paints the sign: filled when the pointer is on it.
pub(super) fn paint(brush: &mut Brush<'_, '_>, plus: &Plus, pointer: Pos2) {
    let zoom = brush.zoom;
    let hot = plus.is_on(pointer, zoom);
    let (fill, ink) = if hot { (Role::Accent, Role::OnAccent) } else { (Role::Card, Role::Accent) };
    let radius = plus.radius / zoom;
    let rect = Rect::from_center_size(plus.at, Vec2::splat(radius * 2.0));
    let edge = Stroke { width: 1.5 / zoom, paint: Role::Accent.into(), dash: None };
    brush.boxed(rect, radius, Some(fill.into()), Some(edge));
    let arm = plus.radius * 0.5 / zoom;
    let pen = Stroke { width: 2.0 / zoom, paint: ink.into(), dash: None };
    for by in [vec2(arm, 0.0), vec2(0.0, arm)] {
        let (from, to) = (brush.screen(plus.at - by), brush.screen(plus.at + by));
        brush.line(vec![from, to], &pen);
    }
}

/// Takes a click on the sign. True if it was one.
pub(super) fn click(
    ui: &egui::Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut Canvas,
    response: &Response,
    plus: &Plus,
    out: &mut Vec<Message>,
) -> bool {
    ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    if !response.clicked() {
        return false;
    }
    response.request_focus();
    match &plus.adds {
        Adds::Phase(at) => {
            let phase = new_phase(&mut doc.editor.ids);
            let thing = Thing::Phase(phase.id.clone());
            add(Change::AddPhases { at: *at, phases: vec![phase] }, &thing, canvas, out);
            out.push(Message::Type(thing));
        }
        Adds::Step(phase, at) => {
            let step = new_step(&mut doc.editor.ids);
            let thing = Thing::Step(step.id.clone());
            let change = Change::AddSteps { phase: phase.clone(), at: *at, steps: vec![step] };
            add(change, &thing, canvas, out);
        }
        Adds::Lane(at) => {
            canvas.new_lane_at =
                Some((*at, ui.input(|input| input.pointer.latest_pos()).unwrap_or_default()));
        }
        Adds::Persona => add::add_persona(doc, cx.words, out),
    }
    true
}

/// Says what the sign adds, to those who wait on it.
pub(super) fn tip(response: &Response, cx: &Context<'_>, plus: &Plus) {
    let words = cx.words;
    let said = match &plus.adds {
        Adds::Phase(_) => words.plus_phase(),
        Adds::Step(..) => words.plus_step(),
        Adds::Lane(_) => words.plus_lane(),
        Adds::Persona => words.plus_persona(),
    };
    response.clone().tip_at_pointer(|| said);
}

fn add(change: Change, thing: &Thing, canvas: &mut Canvas, out: &mut Vec<Message>) {
    out.push(Message::Edit(change));
    out.push(Message::Select(Selection::of(thing.clone())));
    canvas.show(thing.clone());
}

/// The kinds of lane to choose from, once a lane's sign was clicked.
pub(super) fn lane_menu(
    ui: &egui::Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut Canvas,
    out: &mut Vec<Message>,
) {
    let Some((at, place)) = canvas.new_lane_at else { return };
    let id = ui.scope_id().with("new lane");
    let mut open = true;
    let mut chosen = None;
    Popup::new(id, ui.ctx().clone(), place, ui.layer_id())
        .open_bool(&mut open)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(|ui| {
            ui.set_min_width(220.0);
            for kind in LaneKind::ALL {
                let label = format!("{}  {}", lane_icon(kind), kind.name(cx.words));
                if ui.button(label).clicked() {
                    chosen = Some(kind.clone());
                }
            }
        });
    if let Some(kind) = chosen {
        let lane = new_lane(kind, &mut doc.editor.ids);
        let thing = Thing::Lane(lane.id.clone());
        add(Change::AddLanes { at, lanes: vec![lane] }, &thing, canvas, out);
        open = false;
    }
    if !open {
        canvas.new_lane_at = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_at_least_24_points_wide_for_a_mouse_and_44_for_a_finger() {
        for (hand, least) in [(PointerReach::MOUSE, 24.0), (PointerReach::FINGER, 44.0)] {
            for zoom in [0.2, 0.7, 1.0, 4.0] {
                let at = pos2(100.0, 100.0);
                let plus = Plus { adds: Adds::Persona, at, radius: hand.sign };
                for way in [vec2(1.0, 0.0), vec2(0.0, 1.0)] {
                    assert!(plus.is_on(at + way * least / 2.0 / zoom, zoom));
                    assert!(plus.is_on(at - way * least / 2.0 / zoom, zoom));
                }
                assert!(hand.sign * 2.0 >= least && hand.near > hand.sign);
            }
        }
    }
}
