//! Which of what was written is which of what is seen now?

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// Pairs of two lists, found round by round: what is paired stays so.
#[derive(Debug)]
pub(super) struct Pairs {
    /// For each that is seen, the place of the one that was written.
    pub of_seen: Vec<Option<usize>>,
    /// For each that was written, the place where it is seen.
    pub of_written: Vec<Option<usize>>,
}

impl Pairs {
    /// None yet, of so many that were written and are seen.
    pub(super) fn none(written: usize, seen: usize) -> Self {
        Self { of_seen: vec![None; seen], of_written: vec![None; written] }
    }

    fn pair(&mut self, written: usize, seen: usize) {
        if let (Some(of_written), Some(of_seen)) =
            (self.of_written.get_mut(written), self.of_seen.get_mut(seen))
            && of_written.is_none()
            && of_seen.is_none()
        {
            *of_written = Some(seen);
            *of_seen = Some(written);
        }
    }

    /// Pairs what has the same key: of several the first with the first. What has no key is left.
    pub(super) fn by_key<K: Hash + Eq>(
        &mut self,
        written: impl Iterator<Item = Option<K>>,
        seen: impl Iterator<Item = Option<K>>,
    ) {
        let mut places: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (place, key) in written.enumerate() {
            let is_free = self.of_written.get(place).is_some_and(Option::is_none);
            if let Some(key) = key.filter(|_| is_free) {
                places.entry(key).or_default().push_back(place);
            }
        }
        for (place, key) in seen.enumerate() {
            let is_free = self.of_seen.get(place).is_some_and(Option::is_none);
            let found = key.filter(|_| is_free).and_then(|key| places.get_mut(&key)?.pop_front());
            if let Some(found) = found {
                self.pair(found, place);
            }
        }
    }

    /// Pairs what stands beside a pair on both sides, where `may` allows it: something that has another
    /// name now, and nothing else has come or gone there.
    pub(super) fn by_neighbours(&mut self, may: impl Fn(usize, usize) -> bool) {
        for seen in 0..self.of_seen.len() {
            let before = match seen.checked_sub(1) {
                Some(before) => self.of_seen.get(before).copied().flatten().map(|at| at + 1),
                None => Some(0),
            };
            if let Some(written) = before.filter(|written| may(*written, seen)) {
                self.pair(written, seen);
            }
        }
        for seen in (0..self.of_seen.len()).rev() {
            let after = match self.of_seen.get(seen + 1) {
                Some(after) => after.and_then(|at| at.checked_sub(1)),
                None => self.of_written.len().checked_sub(1),
            };
            if let Some(written) = after.filter(|written| may(*written, seen)) {
                self.pair(written, seen);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_renamed_is_found_by_what_stands_beside_it() {
        let rows: [(&str, &str, &[Option<usize>]); 8] = [
            ("abc", "abc", &[Some(0), Some(1), Some(2)]),
            ("abc", "axc", &[Some(0), Some(1), Some(2)]),
            ("abc", "xbc", &[Some(0), Some(1), Some(2)]),
            ("abc", "abx", &[Some(0), Some(1), Some(2)]),
            ("abc", "axbc", &[Some(0), None, Some(1), Some(2)]),
            ("abc", "cab", &[Some(2), Some(0), Some(1)]),
            ("aab", "aba", &[Some(0), Some(2), Some(1)]),
            ("", "a", &[None]),
        ];
        for (written, seen, expected) in rows {
            let mut pairs = Pairs::none(written.len(), seen.len());
            pairs.by_key(written.chars().map(Some), seen.chars().map(Some));
            pairs.by_neighbours(|_, _| true);
            assert_eq!(pairs.of_seen, expected, "{written} {seen}");
        }
    }
}
