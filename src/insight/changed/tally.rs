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

/// Compares two lists; `same` says whether a thing says the same.
pub(super) fn tally<K: Eq + Hash + Copy, P: Eq + Hash + Copy, T>(
    before: &[TallyItem<'_, K, P, T>],
    after: &[TallyItem<'_, K, P, T>],
    same: impl Fn(&T, &T) -> bool,
) -> ChangeTally {
    tally_where(before, after, same, |_| true, |_| true)
}

/// The same, but what is new counts only in places that `was` knows, and what is gone only where it
/// was in places that `is` knows.
pub(super) fn tally_where<K: Eq + Hash + Copy, P: Eq + Hash + Copy, T>(
    before: &[TallyItem<'_, K, P, T>],
    after: &[TallyItem<'_, K, P, T>],
    same: impl Fn(&T, &T) -> bool,
    was: impl Fn(&P) -> bool,
    is: impl Fn(&P) -> bool,
) -> ChangeTally {
    let mut left: HashMap<K, (usize, &TallyItem<'_, K, P, T>)> = HashMap::new();
    for (index, old) in before.iter().enumerate() {
        left.entry(old.key).or_insert((index, old));
    }
    let mut tally = ChangeTally::default();
    // Things that are where they were, by their old place in the list, and whether they are the same.
    let mut stays: HashMap<P, Vec<(usize, bool)>> = HashMap::new();
    for new in after {
        let Some((index, old)) = left.remove(&new.key) else {
            tally.new += usize::from(was(&new.place));
            continue;
        };
        let is_same = Arc::ptr_eq(old.item, new.item) || same(old.item, new.item);
        tally.changed += usize::from(!is_same);
        match old.place == new.place {
            true => stays.entry(new.place).or_default().push((index, is_same)),
            false => tally.moved += usize::from(is_same),
        }
    }
    tally.removed = left.into_values().filter(|(_, old)| is(&old.place)).count();
    tally.moved += stays.into_values().map(|order| out_of_order(&order)).sum::<usize>();
    tally
}

/// How many have left their order, as few as can be: all but the longest rising row of them. Those
/// that are not the same any more are counted elsewhere.
fn out_of_order(order: &[(usize, bool)]) -> usize {
    // Patience sorting: for each length the row that ends lowest, and who stands before whom.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    let value = |at: usize| order.get(at).map_or(0, |(index, _)| *index);
    for (at, (index, _)) in order.iter().enumerate() {
        let length = ends.partition_point(|end| value(*end) < *index);
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
    order.iter().zip(in_row).filter(|((_, is_same), in_row)| *is_same && !in_row).count()
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
        for (order, moved) in rows {
            let order: Vec<_> = order.iter().map(|index| (*index, true)).collect();
            assert_eq!(out_of_order(&order), moved, "{order:?}");
        }
        // One that has changed besides is no second difference.
        assert_eq!(out_of_order(&[(1, true), (2, true), (0, false)]), 0);
    }
}
