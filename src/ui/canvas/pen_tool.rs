//! Drawing curves with the pen in the hand: what clicks, drags and keys do then.

use super::feelings;
use super::feelings::{NewPoint, curve_of, rounded};
use super::{Canvas, drag};
use crate::edit::Change;
use crate::model::{EmotionPoint, Id, Lane, LaneKind, Thing, feeling};
use crate::scene::{CurveLine, Hit, LaneBox, Scene, curve_hit, feeling_hit};
use crate::ui::state::command::Command;
use crate::ui::state::document::canvas_id;
use crate::ui::state::pen::{Nth, persons, whose};
use crate::ui::{Document, Message, Selection};
use egui::{Event, Key, Modifiers, Popup, Pos2, pos2};

/// How much an arrow key changes a feeling.
const STEP: f64 = 0.1;
/// Sideways movement below this leaves a point that is being set where it was pressed, in document
/// units.
const SIDEWAYS: f32 = 12.0;
/// How near a curve a click chooses whose it is, in screen points.
const NEAR: f32 = 5.0;

/// What is under the pointer for the pen in the hand: over the faces and quotes of others it draws.
pub(super) fn under(doc: &Document, scene: &Scene, hit: Hit, at: Pos2) -> Hit {
    let Hit::Point { lane, point, .. } = &hit else { return hit };
    let Some(held) = doc.pen.held() else { return hit };
    let Some((_, curve, model)) = curve_of(scene, lane) else { return hit };
    let shown = curve.points.iter().find(|shown| shown.point.id == *point);
    let is_own = shown.is_none_or(|shown| owner(model, &shown.point) == held);
    match is_own || model.persona.is_some() {
        true => hit,
        false => feeling_hit(scene, at),
    }
}

/// Is this in a lane of curves?
pub(super) fn is_of_curves(scene: &Scene, hit: &Hit) -> bool {
    match hit {
        Hit::Curve { .. } | Hit::Point { .. } => true,
        Hit::Lane(id) => is_curves(scene, id),
        Hit::Card { .. }
        | Hit::Phase { .. }
        | Hit::Step { .. }
        | Hit::Head(_)
        | Hit::Cell { .. }
        | Hit::Customers
        | Hit::LaneEdge(_)
        | Hit::Parking { .. }
        | Hit::Outside => false,
    }
}

fn is_curves(scene: &Scene, lane: &Id) -> bool {
    scene.journey.lane(lane).is_some_and(|(_, lane)| lane.kind == LaneKind::Emotions)
}

pub(super) fn owner<'a>(lane: &'a Lane, point: &'a EmotionPoint) -> Option<&'a Id> {
    point.persona.as_ref().or(lane.persona.as_ref())
}

/// What a click beside the faces of a curve lane does.
pub(super) enum Click {
    /// It lets go of what is selected or typed, and sets nothing.
    LetGo,
    /// It takes up the pen of the persona whose curve is there.
    Choose(Id),
    /// It sets a feeling: somebody's, or inside none nobody's.
    Set(Option<Id>),
    /// It sets none: whose it would be has to be chosen first.
    ChooseFirst,
}

/// What a click at `at` (document units) in a curve lane would do; `zoom` is the camera's, and
/// `typing`: something is being typed.
pub(super) fn click_at(
    doc: &Document,
    typing: bool,
    scene: &Scene,
    lane: &Lane,
    at: Pos2,
    zoom: f32,
) -> Click {
    if typing {
        return Click::LetGo;
    }
    let whose = whose(doc, scene, lane).map_or(Click::ChooseFirst, Click::Set);
    if doc.pen.held().is_some() {
        return whose;
    }
    if let Some(persona) = curve_to_choose(scene, at, zoom).and_then(|line| line.persona.clone()) {
        return Click::Choose(persona);
    }
    let selected = !doc.selection.things.is_empty() || doc.selection.cell.is_some();
    if selected { Click::LetGo } else { whose }
}

/// The curve at `at`, where there are several personas to choose among.
fn curve_to_choose(scene: &Scene, at: Pos2, zoom: f32) -> Option<&CurveLine> {
    let line = curve_hit(scene, at, NEAR / zoom.max(0.01))?;
    let persons = persons(scene);
    let known = persons.iter().any(|(persona, _)| Some(&persona.id) == line.persona.as_ref());
    (persons.len() > 1 && known).then_some(line)
}

/// A click beside the faces of a curve lane.
pub(super) fn click(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    hit: &Hit,
    at: Pos2,
    zoom: f32,
    out: &mut Vec<Message>,
) {
    let Hit::Curve { lane, step, at: part, value } = hit else { return };
    let Some((_, _, model)) = curve_of(scene, lane) else { return };
    match click_at(doc, canvas.typing.is_some(), scene, model, at, zoom) {
        Click::LetGo if doc.pen.held().is_some() => {}
        Click::LetGo => out.push(Message::Select(Selection::default())),
        Click::Choose(persona) => {
            out.push(Message::Select(Selection::of(Thing::Persona(persona))));
        }
        Click::Set(whose) => {
            canvas.set_at = Some(at);
            if doc.pen.held().is_none() {
                // The next one is theirs too.
                doc.pen.take_up(whose);
            }
            feelings::add(doc, scene, lane, step, *part, *value, out);
        }
        Click::ChooseFirst => canvas.asked_at = Some(at),
    }
}

/// A feeling being set: it stands where it was pressed and goes up and down with the pointer.
pub(super) struct Setting {
    fresh: NewPoint,
    /// Where it began, in document units.
    from: Pos2,
}

impl Setting {
    /// Begins to set one where `hit` is; none where the pen is not in the hand, or not in a curve
    /// lane.
    pub(super) fn begin(doc: &mut Document, scene: &Scene, hit: &Hit, from: Pos2) -> Option<Self> {
        let Hit::Curve { lane, step, at, value } = hit else { return None };
        doc.pen.held()?;
        let fresh = NewPoint::new(doc, scene, lane, step, *at, *value)?;
        Some(Self { fresh, from })
    }

    /// The pointer is at `at`; `halves` snaps to them.
    pub(super) fn drag(&mut self, scene: &Scene, at: Pos2, halves: bool, out: &mut Vec<Message>) {
        let Some((shown, curve, _)) = curve_of(scene, &self.fresh.lane) else { return };
        let value = f64::from((curve.zero_y + shown.y - at.y) / curve.unit.max(1.0));
        let value = if halves { (feeling(value) * 2.0).round() / 2.0 } else { rounded(value) };
        self.fresh.point.value = value;
        if (at.x - self.from.x).abs() > SIDEWAYS
            && let Some((step, part)) = drag::step_and_part(scene, at.x)
        {
            (self.fresh.point.step, self.fresh.point.at) = (step, Some(part));
        }
        out.push(Message::Preview(self.fresh.change()));
    }

    /// The button is let go.
    pub(super) fn end(self, out: &mut Vec<Message>) {
        out.push(Message::Commit);
        out.push(Message::Select(Selection::of(self.fresh.thing())));
    }

    /// Its lane and its point, which the pen has set once it is let go.
    pub(super) fn set(&self) -> (Id, Id) {
        (self.fresh.lane.clone(), self.fresh.point.id.clone())
    }
}

/// Takes the keys of this frame that are the pen's: before commands, as some are theirs elsewhere.
pub fn keys(ctx: &egui::Context, doc: &mut Document, canvas: &mut Canvas, out: &mut Vec<Message>) {
    let focused = ctx.memory(|memory| memory.focused());
    let here = focused.is_none_or(|id| id == canvas_id());
    let pass = ctx.cumulative_pass_nr();
    // What a figure writes may come a frame after its key.
    if canvas.figure_taken.is_some_and(|taken| pass <= taken + 1) {
        drop_figures(ctx);
    }
    let busy = canvas.is_busy() || doc.comparison.is_some() || Popup::is_any_open(ctx);
    if !here || busy || !ctx.input(|input| input.events.iter().any(is_bare_press)) {
        return;
    }
    let Some(scene) = doc.scene.clone() else { return };
    let mut digits = false;
    let mut asked = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, .. } = event else { return true };
            if !is_bare_press(event) {
                return true;
            }
            let mine = match digit(*key) {
                Some(_) => takes_digits(doc, canvas, &scene),
                None => doc.pen.held().is_some() && takes(doc, &scene, *key),
            };
            digits |= mine && digit(*key).is_some();
            if mine {
                asked.push(*key);
            }
            !mine
        });
    });
    if digits {
        canvas.figure_taken = Some(pass);
        drop_figures(ctx);
    }
    for key in asked {
        match digit(key) {
            Some(nth) => out.push(Message::Do(Command::DrawCurve(nth))),
            None => press(doc, canvas, &scene, key, out),
        }
    }
}

/// Figures that have taken up a pen are not typed as well.
fn drop_figures(ctx: &egui::Context) {
    let figures = |text: &str| text.chars().all(|one| one.is_ascii_digit());
    ctx.input_mut(|input| {
        input.events.retain(|event| !matches!(event, Event::Text(text) if figures(text)));
    });
}

/// A key pressed without any other.
fn is_bare_press(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, modifiers, .. } if *modifiers == Modifiers::NONE)
}

/// The persona that a key takes up the pen of.
fn digit(key: Key) -> Option<Nth> {
    Nth::ALL.into_iter().find(|nth| nth.key() == key)
}

/// Do figures choose whose curve is drawn? With a pen in the hand, or nothing to type on and the
/// pointer or the keyboard in the curves' lane.
fn takes_digits(doc: &Document, canvas: &Canvas, scene: &Scene) -> bool {
    if doc.pen.held().is_some() {
        return true;
    }
    let of_curves = |id: &Id| is_curves(scene, id);
    let selection = &doc.selection;
    let lane_selected = matches!(selection.things.as_slice(), [Thing::Lane(id)] if of_curves(id));
    let free = selection.cell.as_ref().is_none_or(|cell| of_curves(&cell.lane))
        && selection.things.iter().all(|thing| match thing {
            Thing::Point { .. } | Thing::Persona(_) => true,
            Thing::Lane(id) => of_curves(id),
            Thing::Card(_)
            | Thing::Phase(_)
            | Thing::Step(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => false,
        });
    lane_selected || (free && canvas.over_curves)
}

/// Is this key the pen's, while it is in the hand?
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
fn takes(doc: &Document, scene: &Scene, key: Key) -> bool {
    match key {
        Key::Escape | Key::Enter => true,
        Key::Backspace => {
            let points = |thing: &Thing| matches!(thing, Thing::Point { .. });
            let selected = !doc.selection.things.is_empty();
            doc.pen.last_set().is_some() || !(selected && doc.selection.things.iter().all(points))
        }
        Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight => {
            selected_point(doc, scene).is_some()
        }
        _ => false,
    }
}

/// The point that is selected alone, if it is of the pen in the hand: with its lane.
fn selected_point<'a>(doc: &Document, scene: &'a Scene) -> Option<(&'a Lane, &'a EmotionPoint)> {
    let [Thing::Point { lane, point }] = doc.selection.things.as_slice() else { return None };
    let (_, lane) = scene.journey.lane(lane)?;
    let point = lane.points.iter().find(|other| other.id == *point)?;
    (Some(owner(lane, point)) == doc.pen.held()).then_some((lane, &**point))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
fn press(doc: &mut Document, canvas: &mut Canvas, scene: &Scene, key: Key, out: &mut Vec<Message>) {
    match key {
        Key::Escape => {
            doc.pen.put_down();
            out.push(Message::Select(Selection::default()));
        }
        Key::Backspace => take_back(doc, out),
        Key::Enter => set_next(doc, canvas, scene, out),
        _ => move_point(doc, canvas, scene, key, out),
    }
}

/// Takes the point that was set last away again; the one before it is selected then.
fn take_back(doc: &mut Document, out: &mut Vec<Message>) {
    let project = doc.editor.project().clone();
    let Some((_, journey)) = project.journey(&doc.journey) else { return };
    let is_there = |lane: &Id, point: &Id| {
        journey.lane(lane).is_some_and(|(_, lane)| lane.points.iter().any(|one| one.id == *point))
    };
    while let Some((lane, point)) = doc.pen.take_last_set() {
        if !is_there(&lane, &point) {
            continue;
        }
        out.push(Message::Edit(Change::Remove(vec![Thing::Point { lane, point }])));
        let before = doc.pen.last_set().cloned().filter(|(lane, point)| is_there(lane, point));
        let next = match (before, doc.pen.persona()) {
            (Some((lane, point)), _) => Some(Thing::Point { lane, point }),
            (None, Some(persona)) => Some(Thing::Persona(persona.clone())),
            (None, None) => None,
        };
        out.extend(next.map(|thing| Message::Select(Selection::of(thing))));
        return;
    }
}

/// Sets the next point: in the step after the one that is selected, or after all of the curve, as
/// high as that. Where there is one already it is gone to.
fn set_next(doc: &mut Document, canvas: &mut Canvas, scene: &Scene, out: &mut Vec<Message>) {
    let Some(lane) = lane_to_draw_in(doc, scene) else { return };
    let Some((_, curve, model)) = curve_of(scene, &lane) else { return };
    let Some(whose) = whose(doc, scene, model) else { return };
    let own = |point: &EmotionPoint| owner(model, point) == whose.as_ref();
    let step_of = |point: &EmotionPoint| scene.columns.index.get(&point.step).copied();
    let drawn = curve.points.iter().filter(|shown| own(&shown.point));
    let rightmost = drawn.clone().max_by(|a, b| a.at.x.total_cmp(&b.at.x));
    let from = selected_point(doc, scene).map(|(_, point)| point);
    let from = from.or(rightmost.map(|shown| &*shown.point));
    let at = from.and_then(step_of).map_or(0, |at| at + 1);
    let Some(step) = scene.columns.steps.get(at) else { return };
    let thing = match drawn.clone().find(|shown| shown.point.step == step.id) {
        Some(there) => Thing::Point { lane: lane.clone(), point: there.point.id.clone() },
        None => {
            let value = from.map_or(0.0, |point| point.value);
            let Some(fresh) = NewPoint::new(doc, scene, &lane, &step.id, 0.5, value) else {
                return;
            };
            canvas.show(fresh.thing());
            return fresh.set(doc, out);
        }
    };
    out.push(Message::Select(Selection::of(thing.clone())));
    canvas.show(thing);
}

/// The lane of the point that is selected, else the first that shows curves this pen can draw.
fn lane_to_draw_in(doc: &Document, scene: &Scene) -> Option<Id> {
    if let Some((lane, _)) = selected_point(doc, scene) {
        return Some(lane.id.clone());
    }
    let held = doc.pen.persona();
    scene
        .lanes
        .iter()
        .map(|lane| &lane.id)
        .find(|id| {
            let own = curve_of(scene, id).map(|(_, _, lane)| lane.persona.as_ref());
            own.is_some_and(|own| own.is_none() || own == held)
        })
        .cloned()
}

/// Moves the point that is selected: up and down by a tenth, sideways by a step.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
fn move_point(
    doc: &Document,
    canvas: &mut Canvas,
    scene: &Scene,
    key: Key,
    out: &mut Vec<Message>,
) {
    let Some((lane, point)) = selected_point(doc, scene) else { return };
    let mut new = point.clone();
    let beside = |by: isize| {
        let at = scene.columns.index.get(&point.step)?.checked_add_signed(by)?;
        scene.columns.steps.get(at).map(|step| step.id.clone())
    };
    match key {
        Key::ArrowUp => new.value = rounded(point.value + STEP),
        Key::ArrowDown => new.value = rounded(point.value - STEP),
        Key::ArrowLeft => new.step = beside(-1).unwrap_or(new.step),
        _ => new.step = beside(1).unwrap_or(new.step),
    }
    if new != *point {
        let thing = Thing::Point { lane: lane.id.clone(), point: new.id.clone() };
        out.push(Message::Edit(Change::PutPoints(vec![(lane.id.clone(), new)])));
        canvas.show(thing);
    }
}

/// Takes up the pen of this persona, with the lane it draws in brought into view.
pub(super) fn draw_with(
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    persona: &Id,
    out: &mut Vec<Message>,
) {
    let drawable = |id: &&Id| {
        let own = curve_of(scene, id).map(|(_, _, lane)| lane.persona.as_ref());
        own.is_some_and(|own| own.is_none() || own == Some(persona))
    };
    let lane = scene.lanes.iter().find(|lane| drawable(&&lane.id));
    // Where it is in view already nothing moves under the pointer.
    let in_view = |lane: &&LaneBox| {
        let camera = doc.cameras.get(&doc.journey).copied()?;
        let middle = camera.canvas_from_doc(pos2(0.0, lane.y + lane.height / 2.0)).y;
        let below = (scene.header_height + 12.0) * camera.zoom;
        Some((below..canvas.rect?.height()).contains(&middle))
    };
    if let Some(lane) = lane.filter(|lane| in_view(lane) != Some(true)) {
        canvas.show(Thing::Lane(lane.id.clone()));
    }
    doc.pen.take_up(Some(persona.clone()));
    out.push(Message::Select(Selection::of(Thing::Persona(persona.clone()))));
}
