//! New points of the curves: by a click or a drag, by a command, or from a pasted text.

use super::super::{Document, Message, Selection};
use crate::edit::{Change, text_cells};
use crate::model::{EmotionPoint, Id, Lane, Thing, feeling};
use crate::scene::{Body, Curve, LaneBox, Scene};
use crate::ui::state::pen::whose;

/// A point that is not on the map yet, and what has to change for it.
pub(crate) struct NewPoint {
    /// Its lane.
    pub lane: Id,
    /// The point.
    pub point: EmotionPoint,
    /// Points of the same curve in that step, which stay where they stand.
    stay: Vec<EmotionPoint>,
    /// The lane, where this persona's curve has to be switched on in it.
    shown: Option<Lane>,
}

impl NewPoint {
    /// A point `part` (0 to 1) across a step. None where the lane shows no curves, or it has to be
    /// chosen first whose they are.
    pub(crate) fn new(
        doc: &mut Document,
        scene: &Scene,
        lane: &Id,
        step: &Id,
        part: f64,
        value: f64,
    ) -> Option<Self> {
        let (shown, curve, model) = curve_of(scene, lane)?;
        let persona = whose(doc, scene, model)?;
        let own = |point: &EmotionPoint| {
            let owner = point.persona.as_ref().or(model.persona.as_ref());
            point.step == *step && owner == persona.as_ref()
        };
        let mut stay: Vec<EmotionPoint> = Vec::new();
        let column = scene.columns.steps.get(*scene.columns.index.get(step)?)?;
        for seen in curve.points.iter().filter(|seen| own(&seen.point) && seen.point.at.is_none()) {
            let at = hundredths((seen.at.x - column.x) / column.width.max(1.0));
            stay.push(EmotionPoint { at: Some(at), ..EmotionPoint::clone(&seen.point) });
        }
        let alone = !model.points.iter().any(|point| own(point));
        // The middle of an empty step is where it would stand anyway.
        let at = if alone && (part - 0.5).abs() < 0.1 { None } else { Some(part) };
        let is_off = persona.as_ref().is_some_and(|id| model.curves_off.contains(id));
        let switched_on = is_off.then(|| {
            let mut lane = Lane {
                cards: Default::default(),
                points: Default::default(),
                ..Lane::clone(model)
            };
            lane.curves_off.retain(|id| Some(id) != persona.as_ref());
            lane
        });
        let point = EmotionPoint {
            id: doc.editor.ids.next_id(),
            persona,
            step: step.clone(),
            at,
            value: rounded(value),
            ..EmotionPoint::default()
        };
        Some(Self { lane: shown.id.clone(), point, stay, shown: switched_on })
    }

    /// What setting it changes.
    pub(crate) fn change(&self) -> Change {
        let stay = self.stay.iter().cloned();
        let points = std::iter::once(self.point.clone()).chain(stay);
        let points = Change::PutPoints(points.map(|point| (self.lane.clone(), point)).collect());
        match &self.shown {
            Some(lane) => Change::Together(vec![points, Change::PutLanes(vec![lane.clone()])]),
            None => points,
        }
    }

    /// Sets it, and selects it.
    pub(crate) fn set(self, doc: &mut Document, out: &mut Vec<Message>) {
        if doc.pen.held().is_some() {
            doc.pen.has_set(self.lane.clone(), self.point.id.clone());
        }
        out.push(Message::Edit(self.change()));
        out.push(Message::Select(Selection::of(self.thing())));
    }

    /// The point as what is selected once it is set.
    pub(crate) fn thing(&self) -> Thing {
        Thing::Point { lane: self.lane.clone(), point: self.point.id.clone() }
    }
}

/// Sets a point `part` (0 to 1) across a step.
pub(crate) fn add(
    doc: &mut Document,
    scene: &Scene,
    lane: &Id,
    step: &Id,
    part: f64,
    value: f64,
    out: &mut Vec<Message>,
) {
    if let Some(fresh) = NewPoint::new(doc, scene, lane, step, part, value) {
        fresh.set(doc, out);
    }
}

/// The feeling that a point without one of its own gets in the middle of a step: that of the curve
/// it comes to.
pub(crate) fn value_in(doc: &Document, scene: &Scene, lane: &Id, step: &Id) -> f64 {
    let found = curve_of(scene, lane);
    let column = scene.columns.index.get(step).and_then(|at| scene.columns.steps.get(*at));
    found.zip(column).map_or(0.0, |((_, curve, model), column)| {
        let whose = whose(doc, scene, model).flatten();
        curve.feeling_at(whose.as_ref(), column.x + column.width / 2.0)
    })
}

/// A point in the middle of a step, on the curve, or at 0 where there is none. None where the lane
/// shows no curve, or it has to be chosen first whose it is.
pub(crate) fn on_curve(
    doc: &mut Document,
    scene: &Scene,
    lane: &Id,
    step: &Id,
) -> Option<EmotionPoint> {
    let (_, _, model) = curve_of(scene, lane)?;
    scene.columns.index.get(step)?;
    Some(EmotionPoint {
        persona: whose(doc, scene, model)?,
        step: step.clone(),
        value: rounded(value_in(doc, scene, lane, step)),
        id: doc.editor.ids.next_id(),
        ..EmotionPoint::default()
    })
}

/// The points that say `text` in an emotion lane: each line one in this step, what stands after a
/// tab in the next. They stand on the curve, or at 0 where there is none. None where the lane
/// shows no curve, or it has to be chosen first whose they are.
pub(crate) fn said(
    doc: &mut Document,
    scene: &Scene,
    lane: &Id,
    step: &Id,
    text: &str,
) -> Option<Change> {
    let (shown, curve, model) = curve_of(scene, lane)?;
    let persona = whose(doc, scene, model)?;
    let first = *scene.columns.index.get(step)?;
    let last = scene.columns.steps.len().checked_sub(1)?;
    let points = text_cells(text).into_iter().filter_map(|(column, quote)| {
        let column = scene.columns.steps.get(first.saturating_add(column).min(last))?;
        let value = curve.feeling_at(persona.as_ref(), column.x + column.width / 2.0);
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
pub(crate) fn rounded(value: f64) -> f64 {
    (feeling(value) * 10.0).round() / 10.0
}

/// A place within a step, to 0.01.
fn hundredths(part: f32) -> f64 {
    (f64::from(part).clamp(0.0, 1.0) * 100.0).round() / 100.0
}

/// Has it to be chosen first whose a feeling in this lane is?
pub(crate) fn has_to_choose(doc: &Document, scene: &Scene, lane: &Id) -> bool {
    curve_of(scene, lane).is_some_and(|(_, _, model)| whose(doc, scene, model).is_none())
}

/// A lane of curves that is shown, its curves, and the lane itself.
pub(crate) fn curve_of<'a>(
    scene: &'a Scene,
    lane: &Id,
) -> Option<(&'a LaneBox, &'a Curve, &'a Lane)> {
    let shown = scene.lanes.iter().find(|other| other.id == *lane)?;
    let Body::Curve(curve) = &shown.body else { return None };
    Some((shown, curve, scene.journey.lanes.get(shown.index)?))
}
