//! Transitions made by the mouse: a handle at the top of each phase and step, and where a pull from
//! it comes to. Back is a loop, ahead over something a skip, out of the map is leaving.

use super::super::{Context, Document, Message, Selection};
use super::View;
use super::tool::Tool;
use crate::edit::Change;
use crate::model::{Id, Thing, Transition, TransitionKind};
use crate::scene::icon;
use crate::scene::{Face, Role, Scene};
use crate::ui::font_id;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::document::transition_from_selected;
use egui::epaint::CubicBezierShape;
use egui::{
    Align2, Color32, Painter, Pos2, Rangef, Rect, Response, Shape, Stroke, StrokeKind, Vec2, pos2,
    vec2,
};

/// Of the handle, in screen points.
pub(crate) const RADIUS: f32 = 10.0;
/// How near the pointer must be to have it, in screen points.
const REACH: f32 = 13.0;
/// From the right edge of a header to its handle, in screen points: beside the plus sign there.
const INSET: f32 = 48.0;
/// So far above the headers a pull is meant to leave the map, in screen points.
const ABOVE: f32 = 26.0;
/// Half a unit of play when columns are compared.
const NEXT_TO: f32 = 0.5;

/// A handle, at this place of the map.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Handle {
    /// The phase or step whose it is.
    pub from: Id,
    at: Pos2,
}

/// Where a pull would come to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Target {
    /// To this phase or step.
    To(Id, TransitionKind),
    /// Out of the map.
    Leave,
    /// To what comes next anyway.
    Next,
    /// Nowhere: letting go does nothing.
    Nowhere,
}

/// A transition being pulled.
pub(super) struct Pull {
    /// Its id, made once.
    id: Id,
    from: Id,
    target: Target,
}

/// A phase or step in the headers, in document units.
struct End<'a> {
    id: &'a Id,
    x: Rangef,
    y: Rangef,
}

impl End<'_> {
    fn handle(&self, zoom: f32, highest: f32) -> Handle {
        let x = self.x.max - (INSET / zoom).min(self.x.span() / 2.0);
        Handle { from: self.id.clone(), at: pos2(x, self.y.min.max(highest)) }
    }
}

impl Handle {
    /// Its middle, in document units.
    #[cfg(test)]
    pub(super) fn place(&self) -> Pos2 {
        self.at
    }

    /// Is the pointer on it? All in document units.
    pub(super) fn is_on(&self, pointer: Pos2, zoom: f32) -> bool {
        self.at.distance(pointer) <= REACH / zoom
    }
}

/// The phase and the step whose headers are above and below `x`. A step that is all of its phase
/// has none of its own.
fn ends_at(scene: &Scene, x: f32, pinned: Vec2) -> (Option<End<'_>>, Option<End<'_>>) {
    let columns = &scene.columns;
    let top = scene.header_y + pinned.y;
    let middle = top + columns.header_height;
    let index = columns.phases.partition_point(|phase| phase.x <= x).checked_sub(1);
    let phase = index.and_then(|index| columns.phases.get(index));
    let Some(phase) = phase.filter(|phase| x < phase.x + phase.width) else { return (None, None) };
    let header = |id, x: f32, width: f32, from, to| End {
        id,
        x: Rangef::new(x, x + width),
        y: Rangef::new(from, to),
    };
    let steps = columns.steps.get(phase.steps.clone()).unwrap_or_default();
    let step = steps.iter().find(|step| x >= step.x && x < step.x + step.width);
    let step = step.filter(|_| steps.len() > 1 && columns.titles_height > 0.0);
    let bottom = middle + columns.titles_height;
    (
        Some(header(&phase.id, phase.x, phase.width, top, middle)),
        step.map(|step| header(&step.id, step.x, step.width, middle, bottom)),
    )
}

/// The handle shown for a pointer in the headers: the one it is on, else that of what it is on.
pub(super) fn near(scene: &Scene, pointer: Pos2, pinned: Vec2, zoom: f32) -> Option<Handle> {
    // Where the headers stay in view their top is the window's: the handle stands whole below it.
    let highest = scene.header_y + pinned.y + if pinned.y > 0.0 { 8.0 / zoom } else { 0.0 };
    let (phase, step) = ends_at(scene, pointer.x, pinned);
    let (phase, step) = (phase?, step.map(|step| (step.y, step.handle(zoom, highest))));
    let of_phase = phase.handle(zoom, highest);
    if of_phase.is_on(pointer, zoom) || phase.y.contains(pointer.y) {
        let on_step = step.filter(|(_, step)| step.is_on(pointer, zoom));
        return Some(on_step.map_or(of_phase, |(_, step)| step));
    }
    let (y, handle) = step?;
    (y.contains(pointer.y) || handle.is_on(pointer, zoom)).then_some(handle)
}

/// Where a pull from the phase or step `from` comes to at `at`.
fn target(scene: &Scene, from: &Id, at: Pos2, pinned: Vec2, zoom: f32) -> Target {
    let top = scene.header_y + pinned.y;
    if at.x > scene.body.right() + 6.0 / zoom || at.y < top - ABOVE / zoom {
        return Target::Leave;
    }
    let (phase, step) = ends_at(scene, at.x, pinned);
    let step = step.filter(|step| step.y.contains(at.y));
    let phase = phase.filter(|phase| at.y < phase.y.max);
    let Some(to) = step.or(phase) else { return Target::Nowhere };
    let Some(from) = span(scene, from) else { return Target::Nowhere };
    let goes = |kind| Target::To(to.id.clone(), kind);
    if to.x.max <= from.min + NEXT_TO {
        return goes(TransitionKind::LoopBack);
    }
    if to.x.min < from.max - NEXT_TO {
        return Target::Nowhere;
    }
    let between = |x: f32| x >= from.max - NEXT_TO && x < to.x.min - NEXT_TO;
    let columns = &scene.columns;
    let skips = columns.steps.iter().any(|step| between(step.x))
        || columns.phases.iter().any(|phase| between(phase.x));
    if skips { goes(TransitionKind::Skip) } else { Target::Next }
}

/// From where to where a phase or step is, in document units.
fn span(scene: &Scene, id: &Id) -> Option<Rangef> {
    let phase = scene.columns.phases.iter().find(|phase| phase.id == *id);
    let phase = phase.map(|phase| (phase.x, phase.width));
    let step = || scene.columns.steps.iter().find(|step| step.id == *id);
    let (x, width) = phase.or_else(|| step().map(|step| (step.x, step.width)))?;
    Some(Rangef::new(x, x + width))
}

impl Pull {
    pub(super) fn begin(doc: &mut Document, handle: &Handle) -> Self {
        let (id, from) = (doc.editor.ids.next_id(), handle.from.clone());
        Self { id, from, target: Target::Nowhere }
    }

    /// The pointer is at `at`.
    pub(super) fn to(&mut self, scene: &Scene, at: Pos2, pinned: Vec2, zoom: f32) {
        self.target = target(scene, &self.from, at, pinned, zoom);
    }

    /// Let go: the transition is made, and its share can be written.
    pub(super) fn end(self, out: &mut Vec<Message>) {
        let (to, kind) = match self.target {
            Target::To(to, kind) => (Some(to), kind),
            Target::Leave => (None, TransitionKind::Leave),
            Target::Next | Target::Nowhere => return,
        };
        make(self.id, self.from, to, kind, out);
    }
}

fn make(id: Id, from: Id, to: Option<Id>, kind: TransitionKind, out: &mut Vec<Message>) {
    let kind = Some(kind);
    let transition = Transition { id: id.clone(), from, to, kind, ..Transition::default() };
    out.push(Message::Edit(Change::PutTransitions(vec![transition])));
    out.push(Message::Select(Selection::of(Thing::Transition(id.clone()))));
    out.push(Message::Show(Thing::Transition(id)));
    out.push(Message::Field("share"));
}

/// Adds a transition of this kind from what is selected.
pub(super) fn add(doc: &mut Document, kind: TransitionKind, out: &mut Vec<Message>) {
    let Some((from, to)) = transition_from_selected(doc, &kind) else { return };
    make(doc.editor.ids.next_id(), from, to, kind, out);
}

/// Says what a handle is for, to those who wait on it.
pub(super) fn tip(response: &Response, cx: &Context<'_>) {
    response.clone().tip_at_pointer(|| cx.words.transition_handle());
}

/// Paints the handle, or the pull with what it would do.
pub(super) fn paint(painter: &Painter, cx: &Context<'_>, view: &View<'_>, tool: &Tool) {
    let Some(pointer) = view.pointer else { return };
    let color = |role: Role| cx.theme.color(role);
    if let Tool::Pull(pull) = tool {
        return pulled(painter, cx, view, pull, pointer);
    }
    let Some(handle) = &view.handle else { return };
    let hot = handle.is_on(pointer, view.camera.zoom);
    let at = view.screen(handle.at);
    let (fill, ink) = match hot {
        true => (color(Role::Accent), color(Role::OnAccent)),
        false => (color(Role::Card), color(Role::Accent)),
    };
    painter.circle(at, RADIUS, fill, Stroke::new(1.5, color(Role::Accent)));
    painter.text(
        at,
        Align2::CENTER_CENTER,
        icon::CORNER_UP_LEFT,
        font_id(Face::Regular, 12.0),
        ink,
    );
}

fn pulled(painter: &Painter, cx: &Context<'_>, view: &View<'_>, pull: &Pull, pointer: Pos2) {
    let accent = cx.theme.color(Role::Accent);
    let scene = view.scene;
    let Some(from) = span(scene, &pull.from) else { return };
    let is_step = scene.columns.index.contains_key(&pull.from);
    let top = scene.header_y + view.pinned.y;
    let row = |is_step: bool| match is_step {
        true => Rangef::new(top + scene.columns.header_height, top + scene.header_height),
        false => Rangef::new(top, top + scene.columns.header_height),
    };
    let end = End { id: &pull.from, x: from, y: row(is_step) };
    let start = view.screen(end.handle(view.camera.zoom, top).at);
    let mut tip = view.screen(pointer);
    if let Target::To(id, _) = &pull.target
        && let Some(x) = span(scene, id)
    {
        let rect = Rect::from_x_y_ranges(x, row(scene.columns.index.contains_key(id)));
        let rect = Rect::from_min_max(view.screen(rect.min), view.screen(rect.max));
        // Paper between the header and its ring, whatever colour the header has.
        let air = Stroke::new(2.5, cx.theme.color(Role::Paper));
        painter.rect_stroke(rect, 8.0, air, StrokeKind::Outside);
        let edge = Stroke::new(3.0, accent);
        painter.rect_stroke(rect.expand(2.5), 10.0, edge, StrokeKind::Outside);
        tip = pos2(tip.x, rect.top() - 7.0);
    }
    let leaves = pull.target == Target::Leave;
    // Up and over, as far as there is room above the headers.
    let room = (start.y - view.rect.top() - 8.0).max(0.0);
    let rise = 70.0_f32.min(room * 1.3).max(10.0);
    let over = if leaves { vec2(-(tip.x - start.x) * 0.4, 0.0) } else { vec2(0.0, -rise) };
    let points = [start, start - vec2(0.0, rise), tip + over, tip];
    let faint = matches!(pull.target, Target::Nowhere | Target::Next);
    let ink = if faint { accent.gamma_multiply(0.55) } else { accent };
    let stroke = Stroke::new(2.2, ink);
    let curve = CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, stroke);
    let line = curve.flatten(Some(0.3));
    painter.extend(Shape::dashed_line(&line, stroke, 7.0, 5.0));
    painter.circle_filled(start, 4.0, ink);
    let along = (tip - line.iter().rev().nth(3).copied().unwrap_or(start)).normalized();
    for turn in [0.5_f32, -0.5] {
        let (sin, cos) = turn.sin_cos();
        let back = vec2(along.x * cos - along.y * sin, along.x * sin + along.y * cos) * 12.0;
        painter.line_segment([tip, tip - back], stroke);
    }
    said(painter, cx, view, pull, view.screen(pointer));
}

/// What letting go would do, beside the pointer.
fn said(painter: &Painter, cx: &Context<'_>, view: &View<'_>, pull: &Pull, at: Pos2) {
    let words = cx.words;
    let name = |id: &Id| end_name(view.scene, id).unwrap_or_else(|| words.scene_untitled());
    let text = match &pull.target {
        Target::To(id, TransitionKind::Skip) => words.transition_skips_to(name(id)),
        Target::To(id, _) => words.transition_back_to(name(id)),
        Target::Leave => words.transition_leaves(),
        Target::Next => words.transition_next(),
        Target::Nowhere => words.transition_nowhere(),
    };
    let ink = cx.theme.color(Role::Ink);
    let galley = painter.layout(text, font_id(Face::Medium, 12.5), ink, 260.0);
    let size = galley.size() + vec2(20.0, 12.0);
    let room = view.rect.shrink(4.0);
    let min = (at + vec2(14.0, 18.0)).min(room.max - size).max(room.min);
    let rect = Rect::from_min_size(min, size);
    let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
    painter.rect(rect, 8.0, cx.theme.color(Role::Card), edge, StrokeKind::Inside);
    painter.galley(min + vec2(10.0, 6.0), galley, ink);
}

/// The title of a phase, or of a step with its phase's where it has none.
fn end_name(scene: &Scene, id: &Id) -> Option<String> {
    let journey = &scene.journey;
    let own = journey.phases.iter().find(|phase| phase.id == *id).map(|phase| phase.title.clone());
    let of_step = || {
        let (phase, step) = journey.steps().find(|(_, step)| step.id == *id)?;
        let title =
            if step.title.is_empty() { &journey.phases.get(phase)?.title } else { &step.title };
        Some(title.clone())
    };
    own.or_else(of_step).filter(|name| !name.is_empty())
}
