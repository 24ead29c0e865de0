//! What comes back and is what it is now keeps its pointer: it is not laid out again, and history
//! holds it once.

use crate::model::{Id, Journey, Lane, List, Project};
use std::collections::HashMap;
use std::sync::Arc;

/// Gives all of `after` that is as it is in `now` the pointers it has there.
pub(super) fn share(now: &Project, after: &mut Project) {
    list(&now.personas, &mut after.personas, |one| &one.id, |_, _| {});
    list(&now.sources, &mut after.sources, |one| &one.id, |_, _| {});
    list(&now.themes, &mut after.themes, |one| &one.id, |_, _| {});
    list(&now.opportunities, &mut after.opportunities, |one| &one.id, |_, _| {});
    list(&now.tasks, &mut after.tasks, |one| &one.id, |_, _| {});
    list(&now.subgoals, &mut after.subgoals, |one| &one.id, |_, _| {});
    list(&now.tags, &mut after.tags, |one| &one.id, |_, _| {});
    list(&now.images, &mut after.images, |one| &one.id, |_, _| {});
    list(&now.parked, &mut after.parked, |one| &one.id, |_, _| {});
    list(&now.journeys, &mut after.journeys, |one| &one.id, journey);
}

fn journey(now: &Journey, after: &mut Journey) {
    list(
        &now.phases,
        &mut after.phases,
        |one| &one.id,
        |now, after| {
            list(&now.steps, &mut after.steps, |one| &one.id, |_, _| {});
        },
    );
    list(&now.transitions, &mut after.transitions, |one| &one.id, |_, _| {});
    list(&now.lanes, &mut after.lanes, |one| &one.id, lane);
}

fn lane(now: &Lane, after: &mut Lane) {
    list(&now.cards, &mut after.cards, |one| &one.id, |_, _| {});
    list(&now.points, &mut after.points, |one| &one.id, |_, _| {});
}

/// One list; what is the same item but not the same is looked into.
fn list<T: Clone + PartialEq>(
    now: &List<T>,
    after: &mut List<T>,
    id: impl Fn(&T) -> &Id,
    inside: impl Fn(&T, &mut T),
) {
    let known: HashMap<&Id, &Arc<T>> = now.iter().map(|one| (id(one), one)).collect();
    for item in after.iter_mut() {
        let Some(old) = known.get(id(item)).filter(|old| !Arc::ptr_eq(old, item)) else { continue };
        match ***old == **item {
            true => *item = Arc::clone(old),
            false => inside(old, Arc::make_mut(item)),
        }
    }
}
