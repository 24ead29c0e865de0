//! In which order do the things of a list stand, where both copies have their own?
//!
//! What neither moved is the frame. What one copy has moved or put in stands after the same part of
//! the frame as it does there. Which side is called ours makes no difference.

use foldhash::{HashMap, HashSet};

/// Things in order.
pub(super) struct Ordered {
    /// All of them.
    pub items: Vec<usize>,
    /// Those that both copies have moved, in order.
    pub contested: Vec<usize>,
    /// Contested things stand as in ours.
    pub as_ours: bool,
}

/// Puts the things of both lists in one order. All lists hold only what is to stand in the one, and
/// each thing once; `base` none: it is not known. `name` is the same in every copy.
pub(super) fn ordered<N: Ord>(
    base: Option<&[usize]>,
    ours: &[usize],
    theirs: &[usize],
    name: impl Fn(usize) -> N,
) -> Ordered {
    if ours == theirs {
        return Ordered { items: ours.to_vec(), contested: Vec::new(), as_ours: true };
    }
    let as_ours = ours.iter().map(|it| name(*it)).lt(theirs.iter().map(|it| name(*it)));
    let (in_ours, in_theirs) = (set(ours), set(theirs));
    let common: Vec<usize>;
    let frame = match base {
        Some(base) => base,
        None => {
            let first = if as_ours { ours } else { theirs };
            let both = |it: &&usize| in_ours.contains(it) && in_theirs.contains(it);
            common = first.iter().filter(both).copied().collect();
            &common
        }
    };
    let places: HashMap<usize, usize> =
        frame.iter().enumerate().map(|(at, it)| (*it, at)).collect();
    let (still_ours, still_theirs) = (still(&places, ours), still(&places, theirs));
    let mut contested = Vec::new();
    // Whose place counts; none: it is part of the frame.
    let mut decided: HashMap<usize, Option<bool>> = HashMap::default();
    for item in ours.iter().chain(theirs) {
        if decided.contains_key(item) {
            continue;
        }
        let stays = (still_ours.contains(item), still_theirs.contains(item));
        let by = match (in_ours.contains(item), in_theirs.contains(item)) {
            (true, false) => Some(true),
            (false, _) => Some(false),
            (true, true) => match stays {
                (true, true) => None,
                (false, true) if base.is_some() => Some(true),
                (true, false) if base.is_some() => Some(false),
                _ => {
                    if places.contains_key(item) {
                        contested.push(*item);
                    }
                    Some(as_ours)
                }
            },
        };
        decided.insert(*item, by);
    }
    let is_frame = |item: &usize| decided.get(item) == Some(&None);
    let runs = |list: &[usize], side: bool| {
        let mut runs: HashMap<Option<usize>, Vec<usize>> = HashMap::default();
        let mut after = None;
        for item in list {
            match decided.get(item) {
                Some(None) => after = Some(*item),
                Some(Some(by)) if *by == side => runs.entry(after).or_default().push(*item),
                _ => {}
            }
        }
        runs
    };
    let (of_ours, of_theirs) = (runs(ours, true), runs(theirs, false));
    let (first, second) = if as_ours { (of_ours, of_theirs) } else { (of_theirs, of_ours) };
    let mut items = Vec::with_capacity(decided.len());
    let frame = ours.iter().filter(|item| is_frame(item)).copied();
    for place in std::iter::once(None).chain(frame.map(Some)) {
        items.extend(place);
        for runs in [&first, &second] {
            items.extend(runs.get(&place).into_iter().flatten().copied());
        }
    }
    Ordered { items, contested, as_ours }
}

fn set(list: &[usize]) -> HashSet<usize> {
    list.iter().copied().collect()
}

/// What of a list has not been moved: a longest part of it that stands in the old order.
fn still(places: &HashMap<usize, usize>, list: &[usize]) -> HashSet<usize> {
    let known: Vec<(usize, usize)> =
        list.iter().filter_map(|item| Some((*item, *places.get(item)?))).collect();
    // For each length the run of it that ends earliest: the index in `known` of its last.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(known.len());
    let place = |index: &usize| known.get(*index).map_or(0, |(_, place)| *place);
    for (index, (_, at)) in known.iter().enumerate() {
        let length = ends.partition_point(|end| place(end) < *at);
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut run = HashSet::default();
    let mut next = ends.last().copied();
    while let Some(index) = next {
        run.extend(known.get(index).map(|(item, _)| *item));
        next = before.get(index).copied().flatten();
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_orders_become_one() {
        // Base, ours, theirs, and what comes of it; letters are things.
        let rows = [
            ("abc", "abc", "cab", "cab"),
            // Put in by both, at different places and at the same.
            ("abc", "axbc", "abcy", "axbcy"),
            ("abc", "axbc", "aybc", "axybc"),
            // What it stood after has gone: after what is left before it.
            ("ac", "axc", "ac", "axc"),
            // Moved by one, put in by the other after it: after what has stayed.
            ("abcd", "acdb", "abxcd", "axcdb"),
            // Each moves another.
            ("abcdef", "bcdefa", "fabcde", "fbcdea"),
            // Both move the same one to the same place.
            ("abcd", "bcda", "bcda", "bcda"),
        ];
        for (base, ours, theirs, expected) in rows {
            let list = |text: &str| text.bytes().map(usize::from).collect::<Vec<_>>();
            let (base, ours, theirs) = (list(base), list(ours), list(theirs));
            for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
                let found = ordered(Some(&base), one, other, |it| it);
                assert_eq!(found.items, list(expected), "{expected}");
                assert_eq!(found.contested, [0_usize; 0]);
            }
        }
    }

    #[test]
    fn what_both_moved_is_contested() {
        let (base, ours, theirs) = ([1, 2, 3, 4, 5], [2, 3, 1, 4, 5], [2, 3, 4, 5, 1]);
        let one = ordered(Some(&base), &ours, &theirs, |it| it);
        let other = ordered(Some(&base), &theirs, &ours, |it| it);
        assert_eq!((&one.items, &one.contested), (&ours.to_vec(), &vec![1]));
        assert_eq!((&other.items, &other.contested), (&ours.to_vec(), &vec![1]));
        assert!(one.as_ours && !other.as_ours);
    }

    #[test]
    fn without_a_base_every_difference_in_order_is_contested() {
        let found = ordered(None, &[1, 2, 3, 7], &[3, 1, 2, 8], |it| it);
        assert_eq!((found.items, found.contested), (vec![1, 2, 3, 7, 8], vec![3]));
    }
}
