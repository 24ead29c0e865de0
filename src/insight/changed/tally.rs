//! How many things of two lists are new, changed, moved and gone?

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::AddAssign;
use std::sync::Arc;

/// How many things of one kind are not what they were. Each counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangeTally {
    /// They were not there.
    pub new: usize,
    /// They say something else.
    pub changed: usize,
    /// They say the same in another place.
    pub moved: usize,
    /// They are not there any more.
    pub removed: usize,
}

impl AddAssign for ChangeTally {
    fn add_assign(&mut self, other: Self) {
        self.new += other.new;
        self.changed += other.changed;
        self.moved += other.moved;
        self.removed += other.removed;
    }
}

/// A thing of a list: what it goes by, and where it is.
pub(super) struct TallyItem<'a, K, P, T> {
    pub key: K,
    pub place: P,
    pub item: &'a Arc<T>,
}

/// What became of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HowDiffers {
    /// It was not there.
    New,
    /// It says something else.
    Changed,
    /// It says the same in another place.
    Moved,
    /// It is not there any more.
    Removed,
}

/// A thing that is not what it was, by its places in the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ItemDifference {
    pub how: HowDiffers,
    pub before: Option<usize>,
    pub after: Option<usize>,
}

/// Counts what differs between two lists; `same` says whether a thing says the same.
pub(super) fn tally<K: Eq + Hash + Copy, P: Eq + Hash + Copy, T>(
    before: &[TallyItem<'_, K, P, T>],
    after: &[TallyItem<'_, K, P, T>],
    same: impl Fn(&T, &T) -> bool,
) -> ChangeTally {
    counted(&compare(before, after, same))
}

/// How many there are of each kind.
pub(super) fn counted(differences: &[ItemDifference]) -> ChangeTally {
    let count = |how| differences.iter().filter(|one| one.how == how).count();
    ChangeTally {
        new: count(HowDiffers::New),
        changed: count(HowDiffers::Changed),
        moved: count(HowDiffers::Moved),
        removed: count(HowDiffers::Removed),
    }
}

/// Compares two lists: what is new, changed or moved in the order of the later, then what is gone in
/// that of the earlier.
pub(super) fn compare<K: Eq + Hash + Copy, P: Eq + Hash + Copy, T>(
    before: &[TallyItem<'_, K, P, T>],
    after: &[TallyItem<'_, K, P, T>],
    same: impl Fn(&T, &T) -> bool,
) -> Vec<ItemDifference> {
    let mut left: HashMap<K, (usize, &TallyItem<'_, K, P, T>)> = HashMap::new();
    for (index, old) in before.iter().enumerate() {
        left.entry(old.key).or_insert((index, old));
    }
    let mut found: Vec<ItemDifference> = Vec::new();
    // Things that are where they were, by their places in both lists, and whether they are the same.
    let mut stays: HashMap<P, Vec<Stayed>> = HashMap::new();
    for (at, new) in after.iter().enumerate() {
        let mut add = |how, before| found.push(ItemDifference { how, before, after: Some(at) });
        let Some((index, old)) = left.remove(&new.key) else {
            add(HowDiffers::New, None);
            continue;
        };
        let is_same = Arc::ptr_eq(old.item, new.item) || same(old.item, new.item);
        if !is_same {
            add(HowDiffers::Changed, Some(index));
        }
        match old.place == new.place {
            true => stays.entry(new.place).or_default().push(Stayed { index, at, is_same }),
            false if is_same => add(HowDiffers::Moved, Some(index)),
            false => {}
        }
    }
    for order in stays.into_values() {
        found.extend(out_of_order(&order).map(|one| ItemDifference {
            how: HowDiffers::Moved,
            before: Some(one.index),
            after: Some(one.at),
        }));
    }
    found.sort_by_key(|one| one.after);
    let mut gone: Vec<usize> = left.into_values().map(|(index, _)| index).collect();
    gone.sort_unstable();
    let removed =
        |index| ItemDifference { how: HowDiffers::Removed, before: Some(index), after: None };
    found.extend(gone.into_iter().map(removed));
    found
}

/// A thing that is in the place it was in.
struct Stayed {
    /// Where it was in the list before.
    index: usize,
    /// Where it is in the list after.
    at: usize,
    is_same: bool,
}

/// Those that have left their order, as few as can be: all but the longest rising row of them. Those
/// that are not the same any more are counted elsewhere.
fn out_of_order(order: &[Stayed]) -> impl Iterator<Item = &Stayed> {
    // Patience sorting: for each length the row that ends lowest, and who stands before whom.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    let value = |at: usize| order.get(at).map_or(0, |one| one.index);
    for (at, one) in order.iter().enumerate() {
        let length = ends.partition_point(|end| value(*end) < one.index);
        before.push(length.checked_sub(1).and_then(|last| ends.get(last).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut in_row = vec![false; order.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        if let Some(one) = in_row.get_mut(at) {
            *one = true;
        }
        next = before.get(at).copied().flatten();
    }
    let left = order.iter().zip(in_row).filter(|(one, in_row)| one.is_same && !in_row);
    left.map(|(one, _)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_have_moved_as_can_be() {
        let rows: [(&[usize], usize); 6] = [
            (&[], 0),
            (&[0, 1, 2, 3], 0),
            (&[3, 0, 1, 2], 1),
            (&[1, 2, 3, 0], 1),
            (&[1, 0, 3, 2], 2),
            (&[3, 2, 1, 0], 3),
        ];
        let stayed = |(at, (index, is_same))| Stayed { index, at, is_same };
        let moved = |order: Vec<(usize, bool)>| {
            let order: Vec<Stayed> = order.into_iter().enumerate().map(stayed).collect();
            out_of_order(&order).count()
        };
        for (order, expected) in rows {
            let same = order.iter().map(|index| (*index, true)).collect();
            assert_eq!(moved(same), expected, "{order:?}");
        }
        // One that has changed besides is no second difference.
        assert_eq!(moved(vec![(1, true), (2, true), (0, false)]), 0);
    }
}
