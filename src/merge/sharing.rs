//! What a project read anew shares with the one before: what is as it was becomes the same, so that
//! layout and history know it again.

use crate::model::{List, Project};
use std::sync::Arc;

/// Takes what is as it was from the project before, so that layout and history know it again.
pub(super) fn share(old: &Project, new: &mut Project) {
    same(&old.journeys, &mut new.journeys);
    same(&old.personas, &mut new.personas);
    same(&old.images, &mut new.images);
    for journey in new.journeys.iter_mut() {
        let Some((_, before)) = old.journey(&journey.id) else { continue };
        if Arc::ptr_eq(before, journey) {
            continue;
        }
        let journey = Arc::make_mut(journey);
        same(&before.phases, &mut journey.phases);
        same(&before.lanes, &mut journey.lanes);
        for lane in journey.lanes.iter_mut() {
            let before = before.lanes.iter().find(|before| before.id == lane.id);
            if let Some(before) = before.filter(|before| !Arc::ptr_eq(before, lane)) {
                let lane = Arc::make_mut(lane);
                same(&before.cards, &mut lane.cards);
                same(&before.points, &mut lane.points);
            }
        }
    }
}

/// Items that are equal and stand in step with those before become the same.
fn same<T: PartialEq>(old: &List<T>, new: &mut List<T>) {
    let mut from = 0;
    for item in new.iter_mut() {
        // Of one change at most a few stand elsewhere.
        let near = old.iter().enumerate().skip(from).take(3);
        if let Some((at, found)) = near.into_iter().find(|(_, before)| *before == item) {
            *item = found.clone();
            from = at + 1;
        }
    }
}
