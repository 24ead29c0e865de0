//! Pulling edges: a column becomes wider, a lane higher.

use super::super::Document;
use crate::edit::Change;
use crate::model::{Id, Journey, LANE_HEIGHT_RANGE, Lane, STEP_WIDTH_RANGE, Step, Widths};
use crate::scene::{Body, CURVE_HEIGHT, Scene};
use std::sync::Arc;

/// A step that is made wider.
pub(super) struct Width {
    step: Id,
    /// How wide it was, in document units.
    width: f32,
    /// Where the pull began, in document units.
    from: f32,
    /// How wide each step is drawn, where the map says it by a rule: pulling an edge ends the rule,
    /// and all other columns stay as they are seen.
    drawn: Option<Vec<(Id, f32)>>,
}

impl Width {
    /// Begins to pull the right edge of the step at `index` at `from` (document units).
    pub(super) fn begin(scene: &Scene, index: Option<usize>, from: f32) -> Option<Self> {
        let step = scene.columns.steps.get(index?)?;
        let ruled = scene.journey.widths.as_ref().is_some_and(|widths| *widths != Widths::Free);
        let all = || scene.columns.steps.iter().map(|step| (step.id.clone(), step.width)).collect();
        Some(Self { step: step.id.clone(), width: step.width, from, drawn: ruled.then(all) })
    }

    /// What letting go at `at` would do; none: nothing.
    pub(super) fn to(&self, doc: &Document, at: f32) -> Option<Change> {
        let wider = (at - self.from).round();
        let journey = committed(doc)?;
        if wider == 0.0 {
            return None;
        }
        let step = |id: &Id, width: f32| {
            let (_, step) = journey.steps().find(|(_, step)| step.id == *id)?;
            let width = f64::from(width).clamp(STEP_WIDTH_RANGE.0, STEP_WIDTH_RANGE.1);
            Some(Step { width: Some(width), ..step.clone() })
        };
        let width = self.width + wider;
        let Some(drawn) = &self.drawn else {
            return Some(Change::PutSteps(vec![step(&self.step, width)?]));
        };
        let steps = drawn
            .iter()
            .filter_map(|(id, drawn)| step(id, if *id == self.step { width } else { *drawn }));
        let free = Journey { widths: Some(Widths::Free), ..Journey::clone(journey) };
        let steps = Change::PutSteps(steps.collect());
        Some(Change::Together(vec![steps, Change::PutJourney(Box::new(free))]))
    }
}

/// A lane that is made higher: of cards by the room below them, of curves by the curves.
pub(super) struct Height {
    lane: Id,
    /// How high it was, in document units; of curves without the room their quotes take above it.
    height: f32,
    /// How high it is by what it holds.
    least: f32,
    /// Where the pull began, in document units.
    from: f32,
}

impl Height {
    /// Begins to pull the lower edge of a lane at `from` (document units).
    pub(super) fn begin(scene: &Scene, lane: &Id, from: f32) -> Option<Self> {
        let lane = scene.lanes.iter().find(|shown| shown.id == *lane)?;
        let (height, least) = match lane.body {
            Body::Cards(_) => (lane.height, lane.least),
            Body::Curve(_) => {
                let own = scene.journey.lanes.get(lane.index)?.height;
                let own = own.map_or(CURVE_HEIGHT, |height| height as f32);
                (own.max(CURVE_HEIGHT), CURVE_HEIGHT)
            }
            Body::Collapsed => return None,
        };
        Some(Self { lane: lane.id.clone(), height, least, from })
    }

    /// What letting go at `at` would do; none: nothing. A lane that is as high as what it holds
    /// goes on being so when that changes.
    pub(super) fn to(&self, doc: &Document, at: f32) -> Option<Change> {
        let lane = committed(doc)?.lane(&self.lane)?.1;
        let height = (self.height + at - self.from).round();
        let (low, high) = LANE_HEIGHT_RANGE;
        let own = (height > self.least).then(|| f64::from(height).clamp(low, high));
        (own != lane.height).then(|| put(lane, own))
    }
}

/// The change that makes a lane as high as what it holds; none where it is.
pub(super) fn lowered(doc: &Document, lane: &Id) -> Option<Change> {
    let lane = committed(doc)?.lane(lane)?.1;
    lane.height.is_some().then(|| put(lane, None))
}

fn put(lane: &Lane, height: Option<f64>) -> Change {
    let (cards, points) = Default::default();
    Change::PutLanes(vec![Lane { height, cards, points, ..lane.clone() }])
}

/// The journey in front without what is in the making.
fn committed(doc: &Document) -> Option<&Arc<Journey>> {
    doc.editor.committed().journey(&doc.journey).map(|(_, journey)| journey)
}
