//! How do feelings become those that a text tells of now?

use super::build;
use super::task::NEUTRAL;
use crate::exchange::{Remark, RemarkKind, SourcePlace};
use crate::model::{EmotionPoint, Id, IdSource, Journey, Lane, LaneKind, feeling};
use std::collections::HashMap;
use std::sync::Arc;

/// What somebody is to feel in a step: a score of 1 to 5, or nothing.
pub(super) type WantedFeeling = (Id, Option<Id>, Option<f64>);

/// Moves all points of somebody in a step alike, so that they feel so between them; takes them away where
/// nothing is felt there now, and makes one where there was none.
pub(super) fn change(
    journey: &mut Journey,
    wanted: Vec<WantedFeeling>,
    ids: &mut IdSource,
    remarks: &mut Vec<Remark>,
) {
    let mut sums: HashMap<(Id, Option<Id>), (f64, f64)> = HashMap::new();
    for point in super::write::felt_points(journey) {
        let (sum, count) = sums.entry(key(point)).or_default();
        *sum += point.value;
        *count += 1.0;
    }
    let by_key: HashMap<(Id, Option<Id>), Option<f64>> =
        wanted.iter().map(|(step, who, score)| ((step.clone(), who.clone()), *score)).collect();
    for lane in journey.lanes.iter_mut().filter(|lane| !lane.hidden && !lane.points.is_empty()) {
        if !lane.points.iter().any(|point| by_key.contains_key(&key(point))) {
            continue;
        }
        Arc::make_mut(lane).points.retain_mut(|point| {
            let key = key(point);
            match (by_key.get(&key), sums.get(&key)) {
                (Some(Some(score)), Some((sum, count))) => {
                    let by = score - NEUTRAL - sum / count.max(1.0);
                    let point = Arc::make_mut(point);
                    point.value = feeling(point.value + by);
                    // It was chosen for another feeling.
                    point.face.clear();
                    true
                }
                (Some(None), _) => {
                    if !point.quote.is_empty() {
                        let (at, said) = (SourcePlace::Whole, point.quote.clone());
                        remarks.push(Remark { at, kind: RemarkKind::Removed, said });
                    }
                    false
                }
                (Some(Some(_)) | None, _) => true,
            }
        });
    }
    for (step, who, score) in wanted {
        let is_new = !sums.contains_key(&(step.clone(), who.clone()));
        if let Some(score) = score.filter(|_| is_new) {
            let point = build::point(&step, who.clone(), score, ids);
            if let Some(lane) = lane_for(journey, who.as_ref(), ids) {
                lane.points.push(Arc::new(point));
            }
        }
    }
}

fn key(point: &EmotionPoint) -> (Id, Option<Id>) {
    (point.step.clone(), point.persona.clone())
}

/// The lane of somebody's feelings: their own, or everybody's, or a new one.
fn lane_for<'a>(
    journey: &'a mut Journey,
    who: Option<&Id>,
    ids: &mut IdSource,
) -> Option<&'a mut Lane> {
    let is_one = |lane: &Lane| lane.kind == LaneKind::Emotions && !lane.hidden;
    let own = who.and_then(|who| {
        journey.lanes.index_where(|lane| is_one(lane) && lane.persona.as_ref() == Some(who))
    });
    let all = || journey.lanes.index_where(|lane| is_one(lane) && lane.persona.is_none());
    let place = own.or_else(all).unwrap_or_else(|| {
        let kind = LaneKind::Emotions;
        journey.lanes.push(Arc::new(Lane { id: ids.next_id(), kind, ..Lane::default() }));
        journey.lanes.len() - 1
    });
    journey.lanes.edit(place)
}
