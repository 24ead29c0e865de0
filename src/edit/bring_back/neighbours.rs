//! Where does something come back that is gone: after its nearest neighbour that is still there.

use crate::model::{Id, List};
use std::sync::Arc;

/// How many of `now` stand before what stood at `at` in `was`: after the nearest before it that is
/// still there, else before the nearest after it, else at the end.
pub(super) fn place(was: &[&Id], at: usize, now: &[&Id]) -> usize {
    let find = |id: &Id| now.iter().position(|one| *one == id);
    let (before, after) = was.split_at(at.min(was.len()));
    let behind = before.iter().rev().find_map(|id| find(id)).map(|index| index + 1);
    let ahead = || after.iter().skip(1).find_map(|id| find(id));
    behind.or_else(ahead).unwrap_or(now.len())
}

/// Puts the item at `at` of `was` into `now`, unless it is there: gives back whether it was not.
pub(super) fn come_back<T>(
    now: &mut List<T>,
    was: &List<T>,
    at: usize,
    id: impl Fn(&T) -> &Id + Copy,
) -> bool {
    let Some(item) = was.get(at) else { return false };
    if now.iter().any(|one| id(one) == id(item)) {
        return false;
    }
    let ids = |list: &List<T>| -> Vec<Id> { list.iter().map(|one| id(one).clone()).collect() };
    let (old, new) = (ids(was), ids(now));
    let index = place(&old.iter().collect::<Vec<_>>(), at, &new.iter().collect::<Vec<_>>());
    let index = index.min(now.len());
    now.insert(index, Arc::clone(item));
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_the_nearest_that_is_still_there() {
        // What it was, which of it comes back, what it is, and what it becomes.
        let rows = [
            ("a b c", 1, "a c", "a b c"),
            ("a b c", 1, "a x c", "a b x c"),
            ("a b c", 2, "a x", "a c x"),
            ("a b c", 0, "x b c", "x a b c"),
            ("a b c", 1, "x c y", "x b c y"),
            ("a b c", 1, "c a", "c a b"),
            ("a b c", 1, "x y", "x y b"),
            ("a", 0, "", "a"),
        ];
        for (was, at, now, after) in rows {
            let ids = |text: &str| text.split_whitespace().map(Id::new).collect::<Vec<_>>();
            let (was, mut now) = (ids(was), ids(now));
            let index = place(&was.iter().collect::<Vec<_>>(), at, &now.iter().collect::<Vec<_>>());
            now.insert(index, was[at].clone());
            assert_eq!(now, ids(after));
        }
    }
}
