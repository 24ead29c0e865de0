//! New points on the main curve of an emotion lane: by a click, by a command, or from a pasted text.

use super::super::{Document, Message, Selection};
use crate::edit::{Change, Thing, text_cells};
use crate::model::{EmotionPoint, Id, Lane, feeling};
use crate::scene::{Body, Curve, LaneBox, Scene};

/// Sets a point `part` (0 to 1) across a step.
pub fn add(
    doc: &mut Document,
    scene: &Scene,
    lane: &Id,
    step: &Id,
    part: f64,
    value: f64,
    out: &mut Vec<Message>,
) {
    let Some((_, curve, model)) = curve_of(scene, lane) else { return };
    let persona = main_persona(scene, curve, model);
    let alone = !model.points.iter().any(|point| point.step == *step && point.persona == persona);
    // The middle of an empty step is where it would stand anyway.
    let at = if alone && (part - 0.5).abs() < 0.1 { None } else { Some(part) };
    let point = EmotionPoint {
        id: doc.editor.ids.next_id(),
        persona,
        step: step.clone(),
        at,
        value: rounded(value),
        ..EmotionPoint::default()
    };
    let thing = Thing::Point { lane: lane.clone(), point: point.id.clone() };
    out.push(Message::Edit(Change::PutPoints(vec![(lane.clone(), point)])));
    out.push(Message::Select(Selection::of(thing)));
}

/// A point in the middle of a step, on the curve, or at 0 where there is none. None where the lane
/// shows no curve.
pub fn on_curve(doc: &mut Document, scene: &Scene, lane: &Id, step: &Id) -> Option<EmotionPoint> {
    let (_, curve, model) = curve_of(scene, lane)?;
    let column = scene.columns.steps.get(*scene.columns.index.get(step)?)?;
    let value = curve.feeling_at(column.x + column.width / 2.0);
    Some(EmotionPoint {
        id: doc.editor.ids.next_id(),
        persona: main_persona(scene, curve, model),
        step: step.clone(),
        value: rounded(value),
        ..EmotionPoint::default()
    })
}

/// The points that say `text` in an emotion lane: each line one in this step, what stands after a
/// tab in the next. They stand on the curve, or at 0 where there is none. None where the lane
/// shows no curve.
pub fn said(doc: &mut Document, scene: &Scene, lane: &Id, step: &Id, text: &str) -> Option<Change> {
    let (shown, curve, model) = curve_of(scene, lane)?;
    let persona = main_persona(scene, curve, model);
    let first = *scene.columns.index.get(step)?;
    let last = scene.columns.steps.len().checked_sub(1)?;
    let points = text_cells(text).into_iter().filter_map(|(column, quote)| {
        let column = scene.columns.steps.get(first.saturating_add(column).min(last))?;
        let value = curve.feeling_at(column.x + column.width / 2.0);
        let point = EmotionPoint {
            id: doc.editor.ids.next_id(),
            persona: persona.clone(),
            step: column.id.clone(),
            value: rounded(value),
            quote,
            ..EmotionPoint::default()
        };
        Some((shown.id.clone(), point))
    });
    Some(Change::PutPoints(points.collect()))
}

/// To a tenth: nobody means more.
fn rounded(value: f64) -> f64 {
    (feeling(value) * 10.0).round() / 10.0
}

fn curve_of<'a>(scene: &'a Scene, lane: &Id) -> Option<(&'a LaneBox, &'a Curve, &'a Lane)> {
    let shown = scene.lanes.iter().find(|other| other.id == *lane)?;
    let Body::Curve(curve) = &shown.body else { return None };
    Some((shown, curve, scene.journey.lanes.get(shown.index)?))
}

/// Whose the main curve is, or would be.
fn main_persona(scene: &Scene, curve: &Curve, lane: &Lane) -> Option<Id> {
    let main = curve.lines.iter().find(|line| line.main).map(|line| line.persona.clone());
    let first = || {
        let shown = |id: &&Id| !lane.curves_off.contains(id) && scene.view.shows_persona(Some(*id));
        lane.persona.clone().or_else(|| scene.journey.personas.iter().find(shown).cloned())
    };
    main.unwrap_or_else(first)
}
