//! Which cards and feelings stay as they are while copies are merged, and how they come back into what
//! has come of these.

use super::body::Leaf;
use crate::model::{Id, List, Project};
use foldhash::{HashMap, HashSet};
use serde_json::{Value, json};
use std::sync::Arc;

/// The cards and feelings of a lane that stay as they are: all of either, or none.
pub(super) struct LaneLeaves {
    pub journey: Id,
    pub lane: Id,
    pub cards: Vec<Leaf>,
    pub points: Vec<Leaf>,
}

/// A project without what stays as it is, and that.
pub(super) fn without_leaves(project: &Project) -> (Project, Vec<LaneLeaves>) {
    let mut rest = project.clone();
    let mut lanes = Vec::new();
    let mut maps = HashSet::default();
    for at in 0..rest.journeys.len() {
        let Some(journey) = rest.journeys.edit(at) else { continue };
        // Of two things with one name the second is known by all that is in it.
        if journey.id.is_empty() || !maps.insert(journey.id.clone()) {
            continue;
        }
        let mut names = HashSet::default();
        for at in 0..journey.lanes.len() {
            let Some(lane) = journey.lanes.get(at) else { continue };
            if lane.id.is_empty() || !names.insert(lane.id.clone()) {
                continue;
            }
            let leaves = LaneLeaves {
                journey: journey.id.clone(),
                lane: lane.id.clone(),
                cards: leaves_of(&lane.cards, Leaf::of_card),
                points: leaves_of(&lane.points, Leaf::of_point),
            };
            let (cards, points) = (!leaves.cards.is_empty(), !leaves.points.is_empty());
            if let Some(lane) = journey.lanes.edit(at).filter(|_| cards || points) {
                if cards {
                    lane.cards = List::default();
                }
                if points {
                    lane.points = List::default();
                }
                lanes.push(leaves);
            }
        }
    }
    (rest, lanes)
}

/// All things of a list, if all have ids and can stay as they are; else none.
fn leaves_of<T>(list: &List<T>, of: fn(&Arc<T>) -> Option<Leaf>) -> Vec<Leaf> {
    if !list.unread.is_empty() {
        return Vec::new();
    }
    let leaves = list.iter().map(|item| of(item).filter(|leaf| !leaf.id().is_empty()));
    leaves.collect::<Option<_>>().unwrap_or_default()
}

/// Leaves on their way through JSON, each run of them with one thing in its place there.
pub(super) struct KeptLeaves {
    /// What the ids of what stands for them begin with.
    mark: String,
    kept: HashMap<Id, Vec<Leaf>>,
}

impl KeptLeaves {
    /// None so far, among things with these ids.
    pub(super) fn among<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        // As many of a sign that no id of ours has that no id here begins so.
        let most = ids.map(|id| id.len() - id.trim_start_matches('\0').len()).max();
        Self { mark: "\0".repeat(most.unwrap_or_default() + 1), kept: HashMap::default() }
    }

    /// What stands for leaves that follow each other in one list; for none nothing does.
    pub(super) fn keep(&mut self, run: Vec<Leaf>) -> Option<Value> {
        if run.is_empty() {
            return None;
        }
        let id = format!("{}{}", self.mark, self.kept.len());
        let value = json!({"id": id});
        self.kept.insert(Id::new(&id), run);
        Some(value)
    }

    /// Puts all leaves where what stands for them is.
    pub(super) fn put_back(mut self, project: &mut Project) {
        for at in 0..project.journeys.len() {
            let Some(journey) = project.journeys.edit(at) else { continue };
            for at in 0..journey.lanes.len() {
                let Some(lane) = journey.lanes.edit(at) else { continue };
                self.put_into(&mut lane.cards, |card| &card.id, Leaf::into_card);
                self.put_into(&mut lane.points, |point| &point.id, Leaf::into_point);
            }
        }
        self.put_into(&mut project.parked, |card| &card.id, Leaf::into_card);
    }

    fn put_into<T>(
        &mut self,
        list: &mut List<T>,
        id: fn(&T) -> &Id,
        into: fn(Leaf) -> Option<Arc<T>>,
    ) {
        if self.kept.is_empty() {
            return;
        }
        // Where each item began, and where it begins now.
        let mut starts = Vec::with_capacity(list.len());
        let mut items = Vec::with_capacity(list.len());
        for item in list.drain(..) {
            starts.push(items.len());
            match self.kept.remove(id(&item)) {
                Some(run) => items.extend(run.into_iter().filter_map(into)),
                None => items.push(item),
            }
        }
        for unread in &mut list.unread {
            unread.before = starts.get(unread.before).copied().unwrap_or(items.len());
        }
        **list = items;
    }
}
