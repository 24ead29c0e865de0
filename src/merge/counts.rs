//! How much has each copy changed since both were one?

use super::table::{ROOT, ThingRow, row};
use super::things::Three;
use crate::model::Side;
use serde::Serialize;
use smol_str::SmolStr;

/// How many things of one kind a copy has made, changed and deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MergeCount {
    /// The list such things stand in; empty: the project itself.
    pub list: SmolStr,
    /// How many are new.
    pub new: usize,
    /// How many have another field, or another place on the map.
    pub changed: usize,
    /// How many are gone.
    pub deleted: usize,
}

/// The lists as they stand in the file; others come after, by name.
const IN_FILE: [&str; 19] = [
    "",
    "personas",
    "sources",
    "passages",
    "themes",
    "opportunities",
    "tasks",
    "subgoals",
    "tags",
    "images",
    "journeys",
    "phases",
    "steps",
    "lanes",
    "cards",
    "points",
    "transitions",
    "views",
    "story",
];

/// What a copy has changed, kind by kind in the order of the file; without a base nothing is known
/// to be changed, and all that the other has not is new.
pub(super) fn counts(three: &Three, side: Side) -> Vec<MergeCount> {
    let Three { register, base, ours, theirs, .. } = three;
    let (side, other, at) = match side {
        Side::Ours => (ours, theirs, 0),
        Side::Theirs => (theirs, ours, 1),
    };
    let mut counts: Vec<MergeCount> = Vec::new();
    for number in 0..register.len() {
        let before = row(base.as_ref().unwrap_or(other), number);
        let differs = |before, now| match number {
            ROOT => root_differs(before, now),
            _ => !three.unchanged(number)[at],
        };
        let (new, changed, deleted) = match (before, row(side, number)) {
            (None, Some(_)) => (1, 0, 0),
            (Some(_), None) if base.is_some() => (0, 0, 1),
            (Some(before), Some(now)) if base.is_some() && differs(before, now) => (0, 1, 0),
            _ => continue,
        };
        let list = &register.key(number).list;
        let place = counts.iter().position(|count| count.list == *list).unwrap_or_else(|| {
            counts.push(MergeCount { list: list.clone(), ..MergeCount::default() });
            counts.len() - 1
        });
        if let Some(count) = counts.get_mut(place) {
            count.new += new;
            count.changed += changed;
            count.deleted += deleted;
        }
    }
    // Numbers are given copy by copy, so their order is that of one side.
    counts.sort_by_cached_key(|count| {
        let place = IN_FILE.iter().position(|list| count.list == *list);
        (place.unwrap_or(IN_FILE.len()), count.list.clone())
    });
    counts
}

/// Is the project itself another? That it was saved says nothing, and what is in conflict is told by
/// itself.
fn root_differs(before: &ThingRow, now: &ThingRow) -> bool {
    let fields = |row: &ThingRow| {
        let mut fields = row.body.as_object().cloned().unwrap_or_default();
        fields.shift_remove("edited");
        fields.shift_remove("conflicts");
        fields
    };
    fields(before) != fields(now)
}
